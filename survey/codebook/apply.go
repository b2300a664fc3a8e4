package codebook

import (
	"fmt"
	"slices"

	"benchmark/survey"
	"benchmark/survey/export"
)

// Apply decodes the columns of a file into a survey as the codebook says. A
// heading that the file doesn't have is an error; a cell that does not fit
// becomes an Issue with its place and is Invalid, never guessed. Names and
// answers in people's own words are never part of an Issue. Rows are left out
// only when they are tests, hold no answer at all or are settled duplicates,
// and each is counted in Source.Dropped. Design stays empty unless the codebook
// names its columns.
func (cb *Codebook) Apply(f *export.File) (*survey.Survey, error) {
	f = recordsOf(f, cb.Filters)
	a := &application{cb: cb, file: f, dir: newDirectory(f)}
	if err := a.bind(); err != nil {
		return nil, err
	}
	s := &survey.Survey{Title: cb.Survey.Title, Language: cb.Survey.Language}
	if s.Language == "" {
		s.Language = languageOf(f)
	}
	a.language = s.Language
	a.issues = slices.Concat(f.Issues, a.issues)
	a.blankState()
	if err := a.selectRows(s); err != nil {
		return nil, err
	}
	a.propose()
	if err := a.design(s); err != nil {
		return nil, err
	}
	a.period(s)
	a.tell(s)
	s.Respondents = len(a.rows)
	for i := range a.bindings {
		q := a.describe(&a.bindings[i])
		s.Questions = append(s.Questions, q)
		s.Columns = append(s.Columns, a.decode(&a.bindings[i], &s.Questions[i]))
	}
	a.route(s)
	a.afterwards(s)
	a.covered()
	a.groups(s)
	a.issues = append(a.issues, a.doubts()...)
	a.recheck()
	a.toldPersonal(s)
	discreet(a.issues)
	s.Issues = a.issues
	if cb.Strict {
		if err := a.strict(s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// application is the work of applying one codebook to one file.
type application struct {
	cb       *Codebook
	file     *export.File
	dir      *directory
	language string
	bindings []binding
	// id, started, ended, status, test and covers are columns about the response,
	// or -1.
	id, started, ended, status, test, covers int
	// filters are the columns of the codebook's filters.
	filters []int
	// rows are the records that are respondents.
	rows   []int
	issues []survey.Issue
	// weightLetter is the column with the weights that are used, or empty.
	weightLetter string
	// proposal returns the codebook that would be inferred, under one that is kept.
	proposal func() *inference
}

// describe returns the question as the survey knows it.
func (a *application) describe(b *binding) survey.Question {
	q := b.question
	role := survey.Role(q.Role)
	first := &a.file.Columns[b.columns[0]]
	described := survey.Question{
		ID: q.ID, Kind: b.kind, Text: first.Question, Label: q.Label, Unit: q.Unit, Role: role, Channel: q.Channel,
		RoutingKnown: q.AskedAll || len(q.AskedIf) > 0, Sensitivity: survey.DefaultSensitivity(role),
		Polarity: survey.Polarity(q.Polarity), Importance: q.Importance, Columns: a.dir.letters(b.columns),
	}
	for _, advice := range q.Advice {
		described.Advice = append(described.Advice, survey.Advice{
			Of: slices.Clone(advice.Of), Above: advice.Above, Dutch: advice.Dutch, English: advice.English,
		})
	}
	if len(b.columns) == 1 && b.options == nil && first.Option != "" && !answerHeading(first.Option) || first.Question == "" {
		described.Text = heading(first)
	}
	described.Text = plainHeading(described.Text)
	switch q.Sensitivity {
	case survey.Public.String():
		described.Sensitivity = survey.Public
	case survey.Protected.String():
		described.Sensitivity = survey.Protected
	}
	for _, o := range q.Options {
		described.Options = append(described.Options, survey.Option{
			Code: o.Code, Label: o.Label, Short: o.Short, Plural: o.Plural, Means: o.Means, Score: o.Score,
			Other: o.Other, DontKnow: o.DontKnow, OutOfBase: o.OutOfBase,
		})
	}
	q.describeWaves(&described)
	if q.Reverse {
		reverse(described.Options)
	}
	for _, t := range q.Themes {
		described.Themes = append(described.Themes, survey.Theme{Code: t.Code, Label: t.Label, Patterns: slices.Clone(t.Patterns)})
	}
	for _, id := range conditionIDs(a.cb, q) {
		if !slices.ContainsFunc(a.bindings, func(b binding) bool { return b.question.ID == id }) {
			described.RoutingKnown = false // that question is not in the file
			continue
		}
		described.AskedIf = append(described.AskedIf, survey.Condition{Question: id, Options: slices.Clone(q.AskedIf[id])})
	}
	return described
}

// counts returns how often each cell of a column's dictionary occurs among the
// respondents.
func (a *application) counts(c *export.Column) []int {
	counts := make([]int, len(c.Dict))
	if len(a.rows) == c.Codes.Len() {
		c.Codes.Count(counts)
		return counts
	}
	for _, record := range a.rows {
		counts[c.Codes.At(record)]++
	}
	return counts
}

// place returns the spot of a record in a column; record -1 is the whole column.
func (a *application) place(column, record int) survey.Place {
	p := survey.Place{File: a.file.Name, Sheet: a.file.Sheet}
	if column >= 0 {
		p.Column = a.file.Columns[column].Letter
	}
	if record >= 0 {
		p.Row = a.file.Rows[record]
	}
	return p
}

func (a *application) note(where survey.Place, severity survey.Severity, code survey.Code, args ...string) *survey.Issue {
	a.issues = append(a.issues, survey.Issue{Where: where, Severity: severity, Code: code, Args: args})
	return &a.issues[len(a.issues)-1]
}

// route settles who was asked. Without known routing blanks stay blank; with
// it, those who fail a condition were not asked whatever they answered, and the
// others who left it empty skipped it.
func (a *application) route(s *survey.Survey) {
	var unknown []string
	for i := range s.Questions {
		q, c := &s.Questions[i], &s.Columns[i]
		if !q.RoutingKnown {
			if c.Reasons()[survey.Blank] > 0 && q.Kind != survey.Name {
				unknown = append(unknown, q.ID)
			}
			continue
		}
		broken, first := 0, -1
		gates := gatesOf(s, q)
		for r := range c.Len() {
			switch {
			case !asked(gates, r):
				if c.State(r) == survey.Answered && !noneTicked(c, r) || c.State(r) == survey.Invalid {
					broken++
					if first < 0 {
						first = r
					}
				}
				c.Leave(r, survey.NotAsked)
			case c.State(r) == survey.Blank:
				c.Leave(r, survey.Skipped)
			}
		}
		if broken > 0 {
			issue := a.note(a.place(a.bindings[i].columns[0], a.rows[first]), survey.Warning, survey.IssueRoutingBroken, q.ID, fmt.Sprint(broken))
			issue.Question = q.ID
		}
	}
	if len(unknown) > 0 {
		a.note(a.place(-1, -1), survey.Note, survey.IssueBlankAmbiguous, unknown...)
	}
}

// noneTicked reports whether the respondent ticked none of the options: a tool
// can write that also where the question was hidden.
func noneTicked(c *survey.Column, r int) bool {
	return c.Ticks != nil && !slices.ContainsFunc(c.Ticks, func(b survey.Bits) bool { return b.Has(r) })
}

// gate is one condition, ready to be checked: the answers to the question that
// it names, and which of its options open it.
type gate struct {
	column  *survey.Column
	options []int
}

// gatesOf returns the conditions of a question.
func gatesOf(s *survey.Survey, q *survey.Question) []gate {
	gates := make([]gate, len(q.AskedIf))
	for i, condition := range q.AskedIf {
		at := s.Find(condition.Question)
		if at < 0 {
			continue // nobody was asked
		}
		gates[i].column = &s.Columns[at]
		for _, code := range condition.Options {
			gates[i].options = append(gates[i].options, s.Questions[at].Option(code))
		}
	}
	return gates
}

// asked reports whether respondent r meets every condition.
func asked(gates []gate, r int) bool {
	for _, g := range gates {
		if !slices.ContainsFunc(g.options, func(o int) bool { return g.column.Is(r, o) }) {
			return false
		}
	}
	return true
}

// afterwards notes what shows only when every answer is known: options that
// nobody chose, the base of select-all questions, bodies that answered twice.
func (a *application) afterwards(s *survey.Survey) {
	for i := range s.Questions {
		q, c := &s.Questions[i], &s.Columns[i]
		where := a.place(a.bindings[i].columns[0], -1)
		if b := &a.bindings[i]; q.Kind == survey.Multiple && !q.RoutingKnown && c.Reasons()[survey.Blank] > 0 && (b.options == nil || a.unmarked(b)) {
			a.note(where, survey.Note, survey.IssueTickBase, q.ID).Question = q.ID
		}
		if a.cb.Inferred || !q.Kind.Closed() || s.Respondents == 0 {
			continue
		}
		for o := range q.Options {
			if !q.Options[o].Other && !q.Options[o].DontKnow && !chosen(c, o) && !a.toldAbsent(q.ID, q.Options[o].Label) {
				a.note(where, survey.Note, survey.IssueOptionUnused, q.ID, q.Options[o].Label).Question = q.ID
			}
		}
	}
	a.bodies(s)
}

// chosen reports whether anyone chose the option.
func chosen(c *survey.Column, o int) bool {
	if c.Ticks != nil {
		return c.Ticks[o].Count() > 0
	}
	if c.Wide() != nil {
		return slices.Contains(c.Wide(), uint16(o))
	}
	return slices.Contains(c.Narrow(), uint8(o))
}
