package codebook

import (
	"slices"
	"strconv"

	"benchmark/survey"
	"benchmark/survey/export"
)

// numericExport reports whether SurveyMonkey wrote the codes of the options
// rather than their words: then the columns of a select-all question hold its
// codes, each another.
func (in *inference) numericExport() bool {
	if in.file.Dialect.Name != "surveymonkey" {
		return false
	}
	return slices.ContainsFunc(in.dir.blocks(in.known), func(block []int) bool {
		if len(block) < 2 {
			return false
		}
		profiles := make([]profile, len(block))
		coded := false
		for i, c := range block {
			profiles[i] = in.counted(c)
			coded = coded || profiles[i].filled > 0 && profiles[i].share(wholeNumber) == 1 && !profiles[i].ticks(in.file)
		}
		return coded && in.codedTicks(profiles)
	})
}

// codes reports whether the numbers of a question are codes of options, in a
// file that has the codes of others: nearly all of 1, 2, ... k, and the wording
// asks for no number.
func (in *inference) codes(d *draft) bool {
	p := &d.profile
	if !in.numeric || p.column.Entry == export.EntryTyped || len(p.values) < 2 || len(p.values) > maxCodes || p.share(wholeNumber) < 1 ||
		has(d.words, "cijfer*", "rate", "rating", "score", "schaal", "scale", "recommend*", "aanbeve*", "hoeveel", "how many", "how much", "how long", "hoe lang", "aantal", "number", "combien", "wie viele", "note") {
		return false
	}
	highest, zero := 0, false
	for _, v := range p.values {
		n, err := strconv.Atoi(v.key)
		if err != nil || n < 0 {
			return false
		}
		highest, zero = max(highest, n), zero || n == 0
	}
	if zero && highest >= 5 && highest <= 10 { // points from 0 to 10
		return false
	}
	return 4*len(p.values) >= 3*highest
}

// codesOnly tells the choices of which the file has the codes of the options
// but not the words.
func (in *inference) codesOnly(drafts []*draft) {
	var ids []string
	for _, d := range drafts {
		if d.Kind == survey.Single.String() && len(d.Options) > 1 && !d.doubted(survey.IssueCodesUnlabelled) && !slices.ContainsFunc(d.Options, func(o Option) bool {
			return !o.Other && !wholeNumber(value{key: o.Label})
		}) {
			ids = append(ids, d.ID)
		}
	}
	if len(ids) > 0 {
		in.cb.Doubts = append(in.cb.Doubts, survey.Issue{
			Where:    survey.Place{File: in.file.Name, Sheet: in.file.Sheet},
			Severity: survey.Warning, Code: survey.IssueOptionCodes, Args: ids,
			Fix: "questions: " + ids[0] + `: options: [{code: "1", label: ...}]`,
		})
	}
}

// doubted reports whether an issue of the code was noted already.
func (d *draft) doubted(code survey.Code) bool {
	return slices.ContainsFunc(d.doubts, func(i survey.Issue) bool { return i.Code == code })
}
