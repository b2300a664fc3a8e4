package register

import (
	"slices"

	"benchmark/survey"
	"benchmark/survey/frame"
)

// number brings in the numbers of inhabitants.
func (j *joining) number() {
	s := j.Survey
	for _, q := range s.WithRole(survey.Inhabitants) {
		c := &s.Columns[q]
		if !c.Numeric() {
			continue
		}
		prefer := j.prefers(ColumnInhabitants)
		for i := range j.All {
			if b := j.body(i); b != nil && b.Inhabitants > 0 && (prefer || j.All[i].Match.Merged) && c.State(i) != survey.NotAsked {
				c.SetNumber(i, float64(b.Inhabitants))
			}
		}
		return
	}
	if !slices.ContainsFunc(j.bodies, func(b *frame.Body) bool { return b.Inhabitants > 0 }) {
		return
	}
	said := j.said(ColumnInhabitants, ColumnInhabitants, j.options.Names.Inhabitants)
	q := survey.Question{Kind: survey.Number, Role: survey.Inhabitants}
	c := j.append(said, q)
	for i := range j.All {
		if b := j.body(i); b != nil && b.Inhabitants > 0 {
			c.SetNumber(i, float64(b.Inhabitants))
		}
	}
}

// code brings in the official code, to join surveys by.
func (j *joining) code() {
	if j.Coded {
		return
	}
	c := j.append(j.said(ColumnCode, string(survey.BodyCode), j.options.Names.Code), survey.Question{Kind: survey.Name, Role: survey.BodyCode})
	for i := range j.All {
		if b := j.body(i); b != nil {
			c.SetText(i, b.Code)
		}
	}
}

// sizes brings in the size classes: for the question that asked them by the
// limits in its options, or else in the classes of 20,000, 50,000 and 100,000
// inhabitants, for municipalities alone where there are any.
func (j *joining) sizes() {
	s := j.Survey
	if q := closedWith(s, survey.SizeClass); q >= 0 {
		limits := SizeLimits(&s.Questions[q])
		option := func(b *frame.Body) int {
			n := float64(b.Inhabitants)
			return slices.IndexFunc(limits, func(l Limit) bool { return b.Inhabitants > 0 && l.Known && n >= l.From && n < l.Until })
		}
		j.settle(q, option, j.prefers(string(survey.SizeClass), ColumnInhabitants), true)
		return
	}
	municipal := slices.ContainsFunc(j.bodies, municipality)
	limits := []int{0, 20_000, 50_000, 100_000, 0}
	codes := []string{"under-20k", "20k-50k", "50k-100k", "over-100k"}
	class := func(b *frame.Body) string {
		if b.Inhabitants == 0 || municipal && !municipality(b) {
			return ""
		}
		at := 3
		for at > 0 && b.Inhabitants < limits[at] {
			at--
		}
		return codes[at]
	}
	if !slices.ContainsFunc(j.bodies, func(b *frame.Body) bool { return class(b) != "" }) {
		return
	}
	question := survey.Question{Kind: survey.Single, Role: survey.SizeClass}
	for i, code := range codes {
		if !slices.ContainsFunc(j.bodies, func(b *frame.Body) bool { return class(b) == code }) {
			continue
		}
		option := survey.Option{Code: code, Label: j.options.Names.Size(limits[i], limits[i+1])}
		if i == 3 {
			option.Means = survey.Large
		}
		question.Options = append(question.Options, option)
	}
	j.populate(j.add(Column{Column: ColumnInhabitants, ID: string(survey.SizeClass), Label: j.options.Names.SizeClass}, question, class))
}

func municipality(b *frame.Body) bool { return frame.ParseName("", b.Type).Kind == "municipality" }
