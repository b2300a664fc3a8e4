package frame

import (
	"slices"
	"strconv"
	"time"

	"benchmark/survey"
)

// Which of the two lacks a group, in the issues on groups that don't match.
const (
	frameLacks  = "frame"
	surveyLacks = "survey"
)

// Design sets the respondents of s against the frame and returns who stands for
// which group, and what does not fit. It does not change s.
//
// A row belongs to the option of the organisation type question that has its
// type as code, or else to the only option that means it; case makes no
// difference. Size classes go the same way. A respondent belongs to no stratum
// when its type is not in the frame, or when the frame splits that type and the
// respondent gave no size class of it.
//
// A type with more respondents in a group than the frame has bodies is left out
// altogether, since its counts can't be right: a Doubt. A type of the frame
// that no option has is left out; a size class that no option has stays, under
// the frame's own name and without respondents, so that the type's total
// holds. Both are a Note, and so is an option that the frame lacks. When
// nothing matches the design is empty.
func (f *Frame) Design(s *survey.Survey) (survey.Design, []survey.Issue) {
	m := matcher{
		frame: f,
		types: closed(s, survey.BodyType),
		sizes: closed(s, survey.SizeClass),
	}
	m.dated(s)
	m.match()
	m.lacking()
	if len(m.strata) == 0 {
		return survey.Design{}, m.issues
	}
	m.assign(s.Respondents)
	m.leaveOutOverfull()
	if len(m.strata) == 0 {
		return survey.Design{}, m.issues
	}
	return survey.Design{
		Strata:       m.strata,
		Of:           m.of,
		FrameDate:    f.Date,
		FrameSources: m.sources(),
	}, m.issues
}

// question is a question of one choice with its answers; the zero value is a
// question that the survey lacks.
type question struct {
	*survey.Question
	column *survey.Column
}

// closed returns the first question with the role that has one option per
// respondent.
func closed(s *survey.Survey, role survey.Role) question {
	for _, i := range s.WithRole(role) {
		if s.Columns[i].Coded() {
			return question{&s.Questions[i], &s.Columns[i]}
		}
	}
	return question{}
}

// option returns the position of the option with the code, or of the only one
// that means it; -1 when there is none.
func (q question) option(name string) int {
	if q.Question == nil {
		return -1
	}
	name = key(name)
	meant, twice := -1, false
	for i := range q.Options {
		if key(q.Options[i].Code) == name {
			return i
		}
		if q.Options[i].Means != "" && key(q.Options[i].Means) == name {
			twice = meant >= 0
			meant = i
		}
	}
	if twice {
		return -1
	}
	return meant
}

// answer returns the position of respondent i's option, or -1.
func (q question) answer(i int) int {
	if q.Question == nil || q.column.State(i) != survey.Answered {
		return -1
	}
	return q.column.Code(i)
}

// id returns the question's id, or nothing.
func (q question) id() string {
	if q.Question == nil {
		return ""
	}
	return q.ID
}

// matcher brings a frame and a survey together.
type matcher struct {
	frame        *Frame
	types, sizes question
	strata       []survey.Stratum
	rows         []*Row // the row of each stratum
	groups       []typeGroup
	of           []int16
	issues       []survey.Issue
}

// typeGroup is what the frame knows about one option of the type question.
type typeGroup struct {
	// name is the frame's name of the type, or empty when it lacks the type.
	name string
	// respondents of the type, whatever their size class.
	respondents int
	// whole is the stratum of a type that is not split, or -1.
	whole int16
	// bySize is the stratum per option of the size question, -1 for none; nil
	// when the type is not split.
	bySize []int16
}

// dated warns of counts of another year than that of the end of the fieldwork:
// organisations merge at the turn of a year.
func (m *matcher) dated(s *survey.Survey) {
	end := s.Source.FieldEnd
	if m.frame.Date == "" || end.IsZero() || m.frame.Date[:4] == end.Format("2006") {
		return
	}
	m.issues = append(m.issues, survey.Issue{
		Where: survey.Place{File: m.frame.Name}, Severity: survey.Warning, Code: survey.IssueFrameYear,
		Args: []string{m.frame.Date, end.Format(time.DateOnly)}, Question: m.types.id(),
	})
}

// match makes a stratum of every row whose type is an option.
func (m *matcher) match() {
	if m.types.Question != nil {
		m.groups = slices.Repeat([]typeGroup{{whole: -1}}, len(m.types.Options))
	}
	unknown := make(map[string]bool)
	for i := range m.frame.Rows {
		r := &m.frame.Rows[i]
		option := m.types.option(r.Type)
		if option >= 0 && m.groups[option].name == "" {
			m.groups[option].name = key(r.Type)
		}
		if option < 0 || m.groups[option].name != key(r.Type) {
			if !unknown[key(r.Type)] {
				m.unmatched(r, r.Type, m.types.id())
			}
			unknown[key(r.Type)] = true
			continue
		}
		m.stratum(r, option)
	}
}

// stratum adds the stratum of a row that belongs to an option of the type
// question. A size class that is there already under another name would count
// twice.
func (m *matcher) stratum(r *Row, option int) {
	g := &m.groups[option]
	at, code := int16(len(m.strata)), r.Size
	if r.Size == "" {
		g.whole = at
	} else if size := m.sizes.option(r.Size); size < 0 {
		m.unmatched(r, r.Size, m.sizes.id())
	} else {
		if g.bySize == nil {
			g.bySize = slices.Repeat([]int16{-1}, len(m.sizes.Options))
		}
		if g.bySize[size] >= 0 {
			m.unmatched(r, r.Size, m.sizes.id())
			return
		}
		g.bySize[size] = at
		code = m.sizes.Options[size].Code
	}
	m.rows = append(m.rows, r)
	m.strata = append(m.strata, survey.Stratum{
		Type: m.types.Options[option].Code, Size: code,
		Population: r.Population, Uncertainty: r.Uncertainty,
	})
}

// unmatched notes a group of the frame that no option has.
func (m *matcher) unmatched(r *Row, name, question string) {
	m.issues = append(m.issues, survey.Issue{
		Where:    survey.Place{File: m.frame.Name, Row: r.Line},
		Severity: survey.Note,
		Code:     survey.IssueFrameUnmatched,
		Args:     []string{name, surveyLacks},
		Question: question,
	})
}

// lacking notes the options that the frame lacks. Size classes count only when
// the frame splits a type.
func (m *matcher) lacking() {
	sized := make([]bool, 0)
	if m.sizes.Question != nil {
		sized = make([]bool, len(m.sizes.Options))
	}
	split := false
	for i := range m.groups {
		g := &m.groups[i]
		if g.name == "" {
			m.lacks(m.types.Options[i].Title(), m.types.ID)
		}
		for size, at := range g.bySize {
			split = true
			sized[size] = sized[size] || at >= 0
		}
	}
	for i := range sized {
		if split && !sized[i] {
			m.lacks(m.sizes.Options[i].Title(), m.sizes.ID)
		}
	}
}

// lacks notes an option that the frame lacks.
func (m *matcher) lacks(name, question string) {
	m.issues = append(m.issues, survey.Issue{
		Where:    survey.Place{File: m.frame.Name},
		Severity: survey.Note,
		Code:     survey.IssueFrameUnmatched,
		Args:     []string{name, frameLacks},
		Question: question,
	})
}

// assign gives every respondent its stratum and counts them.
func (m *matcher) assign(respondents int) {
	m.of = make([]int16, respondents)
	for i := range m.of {
		m.of[i] = m.stratumOf(i)
		if m.of[i] >= 0 {
			m.strata[m.of[i]].Respondents++
		}
		if option := m.types.answer(i); option >= 0 {
			m.groups[option].respondents++
		}
	}
}

// stratumOf returns the stratum of respondent i, or -1.
func (m *matcher) stratumOf(i int) int16 {
	option := m.types.answer(i)
	if option < 0 {
		return -1
	}
	g := &m.groups[option]
	if g.bySize == nil {
		return g.whole
	}
	size := m.sizes.answer(i)
	if size < 0 {
		return -1
	}
	return g.bySize[size]
}

// leaveOutOverfull takes out the types that have more respondents than bodies,
// in one of their strata or in all, and tells which.
func (m *matcher) leaveOutOverfull() {
	wrong := make(map[string]bool)
	for i := range m.strata {
		if s := &m.strata[i]; s.Respondents > s.Population {
			wrong[s.Type] = true
			m.overfull(m.rows[i].Line, m.title(s), s.Respondents, s.Population)
		}
	}
	design := survey.Design{Strata: m.strata}
	for i := range m.groups {
		o := &m.types.Options[i]
		population, known := design.TypePopulation(o.Code)
		if known && !wrong[o.Code] && m.groups[i].respondents > population {
			wrong[o.Code] = true
			m.overfull(0, o.Title(), m.groups[i].respondents, population)
		}
	}
	if len(wrong) > 0 {
		m.keep(func(s *survey.Stratum) bool { return !wrong[s.Type] })
	}
}

// overfull doubts a group with more respondents than bodies.
func (m *matcher) overfull(line int, group string, respondents, population int) {
	m.issues = append(m.issues, survey.Issue{
		Where:    survey.Place{File: m.frame.Name, Row: line},
		Severity: survey.Doubt,
		Code:     survey.IssueMoreThanFrame,
		Args:     []string{group, strconv.Itoa(respondents), strconv.Itoa(population)},
		Question: m.types.ID,
	})
}

// title returns the wording of a stratum's type and size class.
func (m *matcher) title(s *survey.Stratum) string {
	name := m.types.Options[m.types.Option(s.Type)].Title()
	if s.Size == "" {
		return name
	}
	return name + ", " + m.sizes.Options[m.sizes.Option(s.Size)].Title()
}

// keep leaves out the strata that are not wanted; their respondents belong to
// no stratum from then on.
func (m *matcher) keep(wanted func(*survey.Stratum) bool) {
	moved := make([]int16, len(m.strata))
	n := int16(0)
	for i := range m.strata {
		if !wanted(&m.strata[i]) {
			moved[i] = -1
			continue
		}
		m.strata[n], m.rows[n], moved[i] = m.strata[i], m.rows[i], n
		n++
	}
	m.strata, m.rows = m.strata[:n], m.rows[:n]
	for i, at := range m.of {
		if at >= 0 {
			m.of[i] = moved[at]
		}
	}
}

// sources returns the distinct sources of the strata, in file order.
func (m *matcher) sources() []string {
	var sources []string
	for _, r := range m.rows {
		if r.Source != "" && !slices.Contains(sources, r.Source) {
			sources = append(sources, r.Source)
		}
	}
	return sources
}
