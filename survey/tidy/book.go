package tidy

import (
	"bytes"
	"cmp"
	"slices"

	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
)

// Proposed is how a codebook begins that nobody has checked.
const Proposed = "# Proposed by the program, checked by nobody.\n"

// Book returns the codebook by which the file is read as the survey that it was made
// of, as far as it has its columns: wordings, options, roles and routing, and the
// weights. A population frame and a register are not in it.
func (t *Table) Book() ([]byte, error) {
	cb := &codebook.Codebook{Survey: codebook.Study{
		Title: t.Title, Language: t.survey.Language, Publisher: t.survey.Source.Publisher,
		Synthetic: t.survey.Source.Synthetic, Mode: string(t.survey.Source.Mode),
	}}
	for k := 0; k < len(t.Columns); {
		end := k + 1
		for t.Columns[k].Kind == Tick && end < len(t.Columns) && t.Columns[end].Kind == Tick && t.Columns[end].Question == t.Columns[k].Question {
			end++
		}
		if q, asked := t.bookQuestion(k, end); asked {
			cb.Questions = append(cb.Questions, q)
		}
		k = end
	}
	t.bookDesign(cb)
	var b bytes.Buffer
	if t.survey.Source.Codebook == "" {
		b.WriteString(Proposed)
	}
	err := codebook.Write(&b, cb, false)
	return b.Bytes(), err
}

// bookQuestion describes the question that has the columns from one up to another;
// false when they are no answers.
func (t *Table) bookQuestion(from, to int) (codebook.Question, bool) {
	c := &t.Columns[from]
	column := "=" + export.Letter(from)
	if to > from+1 {
		column += ":" + export.Letter(to-1)
	}
	at := t.survey.Find(c.Question)
	switch {
	case from == 0:
		return codebook.Question{ID: Pseudonym, Column: column, Kind: survey.Name.String(), Role: string(t.pseudonymRole()), AskedAll: true}, true
	case c.Question == "" || at < 0:
		return codebook.Question{}, false
	}
	asked := &t.survey.Questions[at]
	q := codebook.Question{
		ID: c.Question, Column: column, Kind: asked.Kind.String(), Role: string(asked.Role), Channel: asked.Channel, Label: asked.Label,
		Unit: asked.Unit, Sensitivity: asked.Sensitivity.String(), Polarity: string(asked.Polarity), Importance: asked.Importance,
		SameAs: asked.SameAs, Comparable: string(asked.Comparable), AskedAll: asked.RoutingKnown && len(asked.AskedIf) == 0,
	}
	if asked.Register != "" {
		q.Role = "" // here it is a column as any other
	}
	for i := range asked.Options {
		q.Options = append(q.Options, bookOption(&asked.Options[i]))
	}
	if c.Kind == Tick && asked.Kind == survey.Open { // by theme
		q.Kind, q.Role, q.Polarity, q.Importance = survey.Multiple.String(), "", "", 0
		for k := from; k < to; k++ {
			q.Options = append(q.Options, codebook.Option{Code: asked.Themes[k-from].Code, Label: t.Columns[k].Option})
		}
		return q, true
	}
	for _, a := range asked.Advice {
		q.Advice = append(q.Advice, codebook.Advice{Of: a.Of, Above: a.Above, Dutch: a.Dutch, English: a.English})
	}
	for _, condition := range asked.AskedIf {
		if q.AskedIf == nil {
			q.AskedIf = map[string][]string{}
		}
		if !slices.ContainsFunc(t.Columns[:from], func(c Column) bool { return c.Question == condition.Question }) {
			q.AskedIf = nil // who was asked does not show in this file
			break
		}
		q.AskedIf[condition.Question] = condition.Options
	}
	return q, true
}

// pseudonymRole returns the role of the pseudonyms: none where the names are there too.
func (t *Table) pseudonymRole() survey.Role {
	at := t.survey.First(survey.Organisation)
	if at >= 0 && slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Question == t.survey.Questions[at].ID }) {
		return survey.NoRole
	}
	return survey.Organisation
}

func bookOption(o *survey.Option) codebook.Option {
	return codebook.Option{
		Code: o.Code, Label: survey.Plain(cmp.Or(o.Label, o.Code)), Short: o.Short, Plural: o.Plural, Means: o.Means, Score: o.Score,
		Other: o.Other, SameAs: o.SameAs, DontKnow: o.DontKnow, OutOfBase: o.OutOfBase,
	}
}

// bookDesign names the column with the weights, and the questions that tell the strata
// where the file has them all.
func (t *Table) bookDesign(cb *codebook.Codebook) {
	d := &t.survey.Design
	if d.WeightedBy != survey.WeightedByColumn {
		return
	}
	for k := range t.Columns {
		if t.Columns[k].Weight {
			cb.Design.Weights = "=" + export.Letter(k)
		}
	}
	var strata []string
	for _, letter := range d.StrataColumns {
		at := slices.IndexFunc(t.survey.Questions, func(q survey.Question) bool { return len(q.Columns) == 1 && q.Columns[0] == letter })
		if at < 0 {
			return
		}
		k := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Question == t.survey.Questions[at].ID })
		if k < 0 {
			return
		}
		strata = append(strata, "="+export.Letter(k))
	}
	cb.Design.Strata = strata
}
