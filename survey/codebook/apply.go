package codebook

import (
	"bytes"
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
func (cb *Codebook) Apply(f *export.File) (*survey.Survey, error) { return cb.apply(f, false, nil) }

// Consume is Apply for a file of which the cells are not needed any more: its columns
// have none then, as their room is used for the answers, but for those about the response.
// Of open questions that unread, where it is not nil, reports the texts are let go of, as
// Column.Hush does, before there are other answers in their room.
func (cb *Codebook) Consume(f *export.File, unread func(*survey.Question) bool) (*survey.Survey, error) {
	return cb.apply(f, true, unread)
}

// hush lets go of the texts that nobody reads, and of the cells of their columns but for
// the weights.
func (a *application) hush(s *survey.Survey, weights int) {
	for i := range a.bindings {
		if q := &s.Questions[i]; q.Kind != survey.Open || a.unread == nil || !a.unread(q) {
			continue
		}
		s.Columns[i].Hush()
		for _, c := range a.bindings[i].columns { // which no other question has
			if c != weights {
				a.release(c)
				a.forget(c)
			}
		}
	}
}

// release lets go of the cells of columns that nothing else asks for.
func (a *application) release(columns ...int) {
	for _, c := range columns {
		if a.last && !a.kept(c) {
			a.file.Columns[c].Codes, a.given.Columns[c].Codes = export.Codes{}, export.Codes{}
		}
	}
}

// forget lets go of the different texts of columns without cells.
func (a *application) forget(columns ...int) {
	for _, c := range columns {
		if a.last && !a.kept(c) {
			a.file.Columns[c].Dict, a.given.Columns[c].Dict = export.Dictionary{}, export.Dictionary{}
		}
	}
}

// unbound returns the columns that no question has.
func (a *application) unbound() []int {
	bound := make([]bool, len(a.file.Columns))
	for i := range a.bindings {
		b := &a.bindings[i]
		for _, c := range slices.Concat(b.columns, b.other) {
			bound[c] = true
		}
	}
	var rest []int
	for c := range bound {
		if !bound[c] {
			rest = append(rest, c)
		}
	}
	return rest
}

// kept reports whether a column is asked for behind its question.
func (a *application) kept(column int) bool {
	return slices.Contains([]int{a.id, a.started, a.ended, a.status, a.test, a.covers}, column)
}

// apply is Apply; with last the room of columns is used for answers, and for more of them
// where texts are unread.
func (cb *Codebook) apply(f *export.File, last bool, unread func(*survey.Question) bool) (*survey.Survey, error) {
	given := f
	f = recordsOf(f, cb.Filters)
	a := &application{cb: cb, file: f, given: given, last: last, unread: unread, dir: newDirectory(f)}
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
	a.propose()
	if err := a.selectRows(s); err != nil {
		return nil, err
	}
	if err := a.design(s); err != nil {
		return nil, err
	}
	a.period(s)
	a.tell(s)
	s.Respondents = a.rows.len()
	if err := a.decodeAll(s); err != nil {
		return nil, err
	}
	a.route(s)
	a.afterwards(s)
	a.covered()
	a.groups(s)
	a.issues = append(a.issues, a.doubts()...)
	a.recheck()
	a.toldPersonal(s)
	discreet(a.issues)
	for c := range a.file.Columns {
		a.forget(c)
	}
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
	rows   records
	issues []survey.Issue
	// weightLetter is the column with the weights that are used, or empty.
	weightLetter string
	// given is the file as it was read; last says that its cells are not needed behind
	// their answers, and unread of which questions no texts are either.
	given  *export.File
	last   bool
	unread func(*survey.Question) bool
	// personal are the letters of columns with personal data, under a codebook that
	// is kept.
	personal []string
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
	counts := make([]int, c.Dict.Len())
	if a.rows.some == nil {
		c.Codes.Count(counts)
		return counts
	}
	for _, record := range a.rows.all() {
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
		p.Row = a.file.Rows.At(record)
	}
	return p
}

func (a *application) note(where survey.Place, severity survey.Severity, code survey.Code, args ...string) *survey.Issue {
	a.issues = append(a.issues, survey.Issue{Where: where, Severity: severity, Code: code, Args: args})
	return &a.issues[len(a.issues)-1]
}

// route settles who was asked. Without known routing blanks stay blank; with
// it, those who fail a condition were not asked whatever they answered, and the
// others who left it empty skipped it; of a question for all that is settled where it
// is decoded.
func (a *application) route(s *survey.Survey) {
	var unknown []string
	for i := range s.Questions {
		q, c := &s.Questions[i], &s.Columns[i]
		switch {
		case askedAll(q):
			continue
		case !q.RoutingKnown:
			if c.Lacks(survey.Blank) && q.Kind != survey.Name {
				unknown = append(unknown, q.ID)
			}
			continue
		}
		broken, first := notAsked(s, q, c)
		c.Replace(survey.Blank, survey.Skipped)
		if broken > 0 {
			issue := a.note(a.place(a.bindings[i].columns[0], a.rows.at(first)), survey.Warning, survey.IssueRoutingBroken, q.ID, fmt.Sprint(broken))
			issue.Question = q.ID
		}
	}
	if len(unknown) > 0 {
		a.note(a.place(-1, -1), survey.Note, survey.IssueBlankAmbiguous, unknown...)
	}
}

// notAsked takes out the answers of those who fail a condition of the question, and
// returns how many of them had given one, and the first. Who ticked no option gave
// none: a tool can write that also where the question was hidden.
func notAsked(s *survey.Survey, q *survey.Question, c *survey.Column) (broken, first int) {
	rest := survey.NewBits(c.Len()).Complement(c.Len())
	for _, condition := range q.AskedIf {
		met := survey.NewBits(c.Len())
		if at := s.Find(condition.Question); at >= 0 {
			for _, code := range condition.Options {
				met = met.Union(s.Columns[at].Chose(s.Questions[at].Option(code)))
			}
		}
		rest = rest.Intersect(met)
	}
	rest = rest.Complement(c.Len())
	gave := c.Base()
	if c.Ticks != nil {
		gave = survey.NewBits(c.Len())
		for o := range c.Ticks {
			gave = gave.Union(c.Chose(o))
		}
	}
	first = -1
	gave.Union(c.Lacking(survey.Invalid)).Intersect(rest).Each(func(r int) {
		if broken++; first < 0 {
			first = r
		}
	})
	rest.Each(func(r int) { c.Leave(r, survey.NotAsked) })
	return broken, first
}

// afterwards notes what shows only when every answer is known: options that
// nobody chose, the base of select-all questions, bodies that answered twice.
func (a *application) afterwards(s *survey.Survey) {
	for i := range s.Questions {
		q, c := &s.Questions[i], &s.Columns[i]
		where := a.place(a.bindings[i].columns[0], -1)
		if b := &a.bindings[i]; q.Kind == survey.Multiple && !q.RoutingKnown && c.Lacks(survey.Blank) && (b.options == nil || a.unmarked(b)) {
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
	switch {
	case c.Ticks != nil:
		return c.Ticks[o].Count() > 0
	case c.Wide() != nil:
		return slices.Contains(c.Wide(), uint16(o))
	case c.Narrow() != nil:
		return bytes.IndexByte(c.Narrow(), uint8(o)) >= 0
	}
	half := c.Half()
	return half.Has(uint8(o))
}
