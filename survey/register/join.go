package register

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/frame"
)

// The names of the columns of a register that have a meaning of their own.
const (
	ColumnCode          = "code"
	ColumnType          = "type"
	ColumnProvince      = "province"
	ColumnInhabitants   = "inhabitants"
	ColumnUrbanity      = "urbanity"
	ColumnSharedService = "shared_service"
)

// mostClasses is the number of different values up to which a column without a
// meaning becomes a breakdown of its own accord.
const mostClasses = 40

// JoinOptions say how the columns of a register become questions.
type JoinOptions struct {
	// Names are the names of the questions, in the language of the survey.
	Names Names
	// Columns are what a person says of the columns.
	Columns []Column
	// Prefer lists the roles and headings of columns of which the register counts,
	// whatever was answered.
	Prefer []string
}

// Names are the words for what a register tells.
type Names struct {
	Code, Type, Province, Inhabitants, SizeClass, Urbanity, SharedService string
	// Urban are the names of the classes 1 to 5 of urbanity.
	Urban []string
	// Body names a type of organisation by its meaning in every survey: one and
	// several; nothing when there is no word for it.
	Body func(means string) (one, several string)
	// Size names the class of bodies with from up to until inhabitants, 0 for no
	// limit.
	Size func(from, until int) string
}

// Column is what a person says of a column of a register.
type Column struct {
	// Column is its heading, in any case.
	Column string
	// ID and Label are those of the question that it becomes; empty for the usual
	// ones.
	ID, Label string
	// Options are its values in order: Code is the value in the register.
	Options []survey.Option
}

// Join brings what the register knows into the survey. Respondents of a body for
// which another one stood on the day get its type, size class, province and
// inhabitants. What the survey asked stays as it was answered, unless Prefer
// says otherwise, and an Issue tells where the register differs; what it did not
// ask becomes a question at its end. Options get the number of organisations
// that they fit, of the types that take part. It fails when a person names a
// column that the register does not have.
func (r *Roster) Join(o JoinOptions) ([]survey.Issue, error) {
	if r.Register == nil {
		return nil, nil
	}
	if err := o.check(r.Register); err != nil {
		return nil, err
	}
	if r.All == nil {
		return nil, nil
	}
	j := &joining{Roster: r, options: o}
	j.scope()
	q, option := j.types()
	j.scoped()
	j.populate(q, option)
	j.number()
	j.sizes()
	for _, c := range j.columns() {
		j.column(c)
	}
	j.code()
	return j.issues, nil
}

// check refuses names that are no columns of the register.
func (o *JoinOptions) check(r *frame.Register) error {
	known := append([]string{ColumnCode, ColumnType, ColumnProvince, ColumnInhabitants}, r.Further...)
	is := func(name string) func(string) bool {
		return func(k string) bool { return strings.EqualFold(k, name) || slug(k) == slug(name) }
	}
	for i := range o.Columns {
		if name := o.Columns[i].Column; !slices.ContainsFunc(known, is(name)) {
			return fmt.Errorf("joining register %s: from_register names column %q, which it does not have; it has %s", r.Name, name, strings.Join(known, ", "))
		}
	}
	known = append(known[1:], string(survey.BodyType), string(survey.SizeClass))
	for _, name := range o.Prefer {
		if !slices.ContainsFunc(known, is(name)) {
			return fmt.Errorf("joining register %s: from_register prefers %q, which it does not know; it has %s", r.Name, name, strings.Join(known, ", "))
		}
	}
	return nil
}

// joining is the work of one Join.
type joining struct {
	*Roster
	options JoinOptions
	// taking are the types of the register that respondents have, folded.
	taking map[string]bool
	issues []survey.Issue
}

// scope finds the types of the respondents.
func (j *joining) scope() {
	j.taking = make(map[string]bool)
	for i := range j.All {
		if b := j.body(i); b != nil {
			j.taking[fold(b.Type)] = true
		}
	}
}

// scoped finds the bodies of the day of those types and of those that the survey
// offers.
func (j *joining) scoped() {
	types := closedWith(j.Survey, survey.BodyType)
	for _, i := range j.Register.On(j.At) {
		b := &j.Register.Bodies[i]
		if j.taking[fold(b.Type)] || types >= 0 && optionOfType(&j.Survey.Questions[types], b.Type) >= 0 {
			j.bodies = append(j.bodies, b)
		}
	}
}

// prefers reports whether the register counts for a role or heading.
func (j *joining) prefers(names ...string) bool {
	return slices.ContainsFunc(j.options.Prefer, func(p string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return n != "" && slug(p) == slug(n) })
	})
}

// said returns what a person says of a column, with the usual id and label where
// that is nothing.
func (j *joining) said(heading, id, label string) Column {
	c := Column{Column: heading, ID: id, Label: label}
	for _, s := range j.options.Columns {
		if strings.EqualFold(s.Column, heading) {
			c.ID, c.Label, c.Options = cmp.Or(s.ID, id), cmp.Or(s.Label, label), s.Options
		}
	}
	return c
}

// types brings in the types of organisations and returns their question.
func (j *joining) types() (q int, option func(*frame.Body) int) {
	if q := closedWith(j.Survey, survey.BodyType); q >= 0 {
		option := func(b *frame.Body) int { return optionOfType(&j.Survey.Questions[q], b.Type) }
		j.settle(q, option, j.prefers(string(survey.BodyType), ColumnType), false)
		return q, option
	}
	said := j.said(ColumnType, string(survey.BodyType), j.options.Names.Type)
	question := survey.Question{Kind: survey.Single, Role: survey.BodyType, Options: said.Options}
	for i := range j.Register.Bodies {
		b := &j.Register.Bodies[i]
		if j.taking[fold(b.Type)] && !slices.ContainsFunc(question.Options, func(o survey.Option) bool { return fold(o.Code) == fold(b.Type) }) {
			label, plural := j.options.Names.Body(frame.ParseName("", b.Type).Kind)
			question.Options = append(question.Options, survey.Option{Code: b.Type, Label: cmp.Or(label, b.Type), Plural: cmp.Or(plural, b.Type)})
		}
	}
	for i := range question.Options {
		if o := &question.Options[i]; o.Means == "" {
			o.Means = frame.ParseName("", o.Code).Kind
		}
	}
	return j.add(said, question, func(b *frame.Body) string { return b.Type })
}

// column brings in a column of which the cells are classes.
func (j *joining) column(c classColumn) {
	q := -1
	if c.role != survey.Registered {
		q = closedWith(j.Survey, c.role)
	}
	if q < 0 {
		if question, ok := j.classes(c); ok {
			j.populate(j.add(c.said, question, c.value))
		}
		return
	}
	places := make(map[string]int)
	for i := range j.Survey.Questions[q].Options {
		o := &j.Survey.Questions[q].Options[i]
		for _, name := range []string{o.Means, o.Short, o.Label, o.Code} {
			if name != "" {
				places[fold(name)] = i
			}
		}
	}
	var strange []string
	for _, b := range j.bodies {
		v := c.value(b)
		if _, known := places[fold(v)]; !known && v != "" && !slices.Contains(strange, v) {
			strange = append(strange, v)
		}
	}
	if len(strange) > 0 {
		slices.Sort(strange)
		j.tell(q, nil, survey.Note, survey.IssueRegisterOption, append([]string{j.Survey.Questions[q].ID}, strange...)...)
	}
	option := func(b *frame.Body) int {
		if o, known := places[fold(c.value(b))]; known {
			return o
		}
		return -1
	}
	j.settle(q, option, j.prefers(string(c.role), c.said.Column), true)
	j.populate(q, option)
}

// settle sets the answers to a question beside what the register has. The
// answer of a re-mapped respondent becomes the register's, and that of others
// too when the register is preferred. Where tell, the answers that differ are
// told.
func (j *joining) settle(q int, option func(*frame.Body) int, prefer, tell bool) {
	c := &j.Survey.Columns[q]
	var differ []int
	for i := range j.All {
		b := j.body(i)
		if b == nil || c.State(i) == survey.NotAsked {
			continue
		}
		o := option(b)
		if o < 0 || c.State(i) == survey.Answered && c.Code(i) == o {
			continue
		}
		merged := j.All[i].Match.Merged
		if c.State(i) == survey.Answered && !merged {
			differ = append(differ, i)
		}
		if merged || prefer {
			c.Choose(i, o)
		}
	}
	if len(differ) > 0 && (tell || prefer) {
		counts := "answer"
		if prefer {
			counts = "register"
		}
		issue := j.tell(q, differ, survey.Warning, survey.IssueRegisterAgainst, j.Survey.Questions[q].ID, counts)
		if !prefer {
			issue.Fix = "from_register: prefer: [" + string(j.Survey.Questions[q].Role) + "]"
		}
	}
}

// populate counts the organisations that each option fits.
func (j *joining) populate(q int, option func(*frame.Body) int) {
	question := &j.Survey.Questions[q]
	for _, b := range j.bodies {
		if o := option(b); o >= 0 {
			question.Options[o].Population++
		}
	}
	j.placed = append(j.placed, placed{q, option})
}

// tell adds an issue about a question, with the number of respondents and the
// rows of the first few where there are any.
func (j *joining) tell(q int, respondents []int, severity survey.Severity, code survey.Code, args ...string) *survey.Issue {
	s := j.Survey
	issue := survey.Issue{
		Where:    survey.Place{File: s.Source.File, Sheet: s.Source.Sheet},
		Severity: severity, Code: code, Args: args, Question: s.Questions[q].ID,
	}
	if columns := s.Questions[q].Columns; len(columns) > 0 {
		issue.Where.Column = columns[0]
	}
	if len(respondents) > 0 {
		issue.Args = append(issue.Args, strconv.Itoa(len(respondents)))
		issue.Where.Row = row(s, respondents[0])
	}
	for _, i := range respondents[:min(len(respondents), 5)] {
		issue.Args = append(issue.Args, strconv.Itoa(row(s, i)))
	}
	j.issues = append(j.issues, issue)
	return &j.issues[len(j.issues)-1]
}

// row returns where a respondent stands in the file; when that is not known, its
// place among the respondents, from 1.
func row(s *survey.Survey, respondent int) int {
	if respondent < s.Rows.Len() {
		return s.Rows.At(respondent)
	}
	return respondent + 1
}

// add adds a question of which the register has the answers, and returns it with
// the option that a body fits.
func (j *joining) add(said Column, question survey.Question, value func(*frame.Body) string) (q int, option func(*frame.Body) int) {
	places := make(map[string]int, len(question.Options))
	for i := range question.Options {
		places[fold(question.Options[i].Code)] = i
	}
	option = func(b *frame.Body) int {
		if o, known := places[fold(value(b))]; known {
			return o
		}
		return -1
	}
	c := j.append(said, question)
	for i := range j.All {
		if b := j.body(i); b != nil {
			if o := option(b); o >= 0 {
				c.Choose(i, o)
			}
		}
	}
	return len(j.Survey.Questions) - 1, option
}

// append adds a question without answers and returns where those go.
func (j *joining) append(said Column, q survey.Question) *survey.Column {
	s := j.Survey
	q.ID, q.Label, q.Text, q.Register = said.ID, said.Label, said.Label, said.Column
	for s.Find(q.ID) >= 0 {
		q.ID += "-register"
	}
	q.Sensitivity = survey.DefaultSensitivity(q.Role)
	s.Questions = append(s.Questions, q)
	s.Columns = append(s.Columns, survey.NewColumn(&q, s.Respondents))
	return &s.Columns[len(s.Columns)-1]
}

// closedWith returns the first question of one choice with the role, or -1.
func closedWith(s *survey.Survey, role survey.Role) int {
	for _, q := range s.WithRole(role) {
		if s.Columns[q].Coded() {
			return q
		}
	}
	return -1
}
