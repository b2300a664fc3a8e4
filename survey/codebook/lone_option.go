package codebook

import (
	"slices"
	"strings"

	"benchmark/survey"
)

// loneOption makes the draft a select-all question of one option when its one
// answer is the end of its own heading: the columns of the other options are
// not in the file. How many were asked can't be told then, as a blank is "not
// ticked" as well as "not asked".
func (d *draft) loneOption() bool {
	p := &d.profile
	if len(d.columns) != 1 || len(p.values) != 1 || knownAnswer(p.values[0].cell) {
		return false
	}
	value, head := p.values[0], key(d.text)
	before, ends := strings.CutSuffix(head, value.key)
	before = strings.TrimRight(before, " ")
	if !ends || before == "" || !strings.ContainsAny(before[len(before)-1:], "-:?") && !strings.HasSuffix(before, "–") {
		return false
	}
	d.Kind, d.Separator = survey.Multiple.String(), ";"
	d.Options = []Option{{Label: value.cell.Text, Other: otherHeading(value.cell.Text), DontKnow: dontKnow(value.cell.Text)}}
	d.becauseOf(BasisAnswers)
	d.doubt(survey.Warning, survey.IssueLoneOption, value.cell.Text)
	return true
}

// labelsExport tells once how to download words instead of codes, for the tools
// that offer it, when there are questions of which the file has the codes only.
func (in *inference) labelsExport(drafts []*draft) {
	switch in.file.Dialect.Name {
	case "redcap", "limesurvey", "kobo", "qualtrics", "surveymonkey":
	default:
		return
	}
	var ids []string
	for _, d := range drafts {
		if d.doubted(survey.IssueCodesUnlabelled) || d.doubted(survey.IssueSetUnlabelled) {
			ids = append(ids, d.ID)
		}
	}
	told := slices.ContainsFunc(in.cb.Doubts, func(i survey.Issue) bool { return i.Code == survey.IssueAnswerCodes })
	if len(ids) > 0 && !told {
		in.cb.Doubts = append(in.cb.Doubts, survey.Issue{
			Where:    survey.Place{File: in.file.Name, Sheet: in.file.Sheet},
			Severity: survey.Note, Code: survey.IssueLabelsExport, Args: append([]string{in.file.Dialect.Name}, ids...),
		})
	}
}
