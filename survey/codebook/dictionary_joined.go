package codebook

import (
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
)

// labelBreak separates wordings in one cell of a relabelled file: no wording
// holds it, while most hold the blank that separates the names.
const labelBreak = "\n"

// relabelJoined puts wordings for names in a column of which the cells hold the
// names of several choices with blanks between them. Cells of which the pieces
// are no names stay as they are, and so does the column when these are many: then
// it has the wordings already.
func (v *variable) relabelJoined(c *export.Column) {
	dict := c.Dict.Cells()
	filled, named := 0, 0
	for i := range dict {
		pieces := strings.Fields(dict[i].Text)
		if len(pieces) == 0 {
			continue
		}
		known := 0
		for p, piece := range pieces {
			if label, ok := labelOf(v.choices, piece); ok {
				pieces[p] = label
				known++
			}
		}
		filled++
		if known == len(pieces) {
			named++
			dict[i] = export.Cell{Text: strings.Join(pieces, labelBreak)}
		}
	}
	if 10*named >= 9*filled {
		c.Dict = export.DictionaryOf(dict...)
	}
}

// settledByOptions reports whether a doubt is settled by a list of the options of its
// question.
func settledByOptions(code survey.Code) bool {
	switch code {
	case survey.IssueJoinedSplit, survey.IssueJoinedRare, survey.IssueYesWithText, survey.IssueCodesUnlabelled,
		survey.IssueSetUnlabelled, survey.IssueMaybeCodes, survey.IssueSpelling:
		return true
	}
	return false
}

// settleDoubts takes out what was doubtful about a question of which the
// dictionary has the choices.
func (v *variable) settleDoubts(cb *Codebook, id string) {
	if len(v.choices) > 0 {
		cb.Doubts = slices.DeleteFunc(cb.Doubts, func(i survey.Issue) bool { return i.Question == id && settledByOptions(i.Code) })
	}
}
