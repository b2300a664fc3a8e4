package reports

import (
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/codebook"
)

// letterWidth is the room for the letters of a question's columns.
const letterWidth = 7

// questions writes what each question was taken for, why, and how many answered;
// the rows of a matrix stand together.
func (t *inspection) questions() {
	s := t.report.Study.Survey
	t.heading(t.names.Questions)
	for i := 0; i < len(s.Questions); {
		end := matrixEnd(s, i)
		if end-i > 1 {
			t.matrix(i, end)
		} else {
			t.question(i)
		}
		i = end
	}
}

// question writes one question: its wording; its kind with the reason, part and
// answers; its options.
func (t *inspection) question(i int) {
	q := &t.report.Study.Survey.Questions[i]
	t.entry(columnSpan(q.Columns), clean(q.Title()))
	facts := append([]string{clean(q.ID), t.kind(q)}, t.role(q)...)
	if q.Register != "" {
		facts = append(facts, t.words.FromRegister(clean(q.Register)))
	}
	t.under(append(facts, t.states(i)...))
	t.options(q)
}

// matrix writes the questions from first up to and not including end under the
// heading that they share.
func (t *inspection) matrix(first, end int) {
	s := t.report.Study.Survey
	q := &s.Questions[first]
	stem, _ := stemOf(q)
	t.entry(columnSpan([]string{q.Columns[0], s.Questions[end-1].Columns[0]}), clean(stem))
	t.under([]string{t.words.MatrixRows(end - first), t.kind(q)})
	t.options(q)
	for i := first; i < end; i++ {
		row := &s.Questions[i]
		_, label := stemOf(row)
		t.row(row.Columns[0], label, strings.Join(append(append([]string{clean(row.ID)}, t.role(row)...), t.states(i)...), " · "))
	}
}

// row writes a row of a matrix: on one line where that fits.
func (t *inspection) row(letter, label, facts string) {
	lead := spaces(letterWidth) + left(clean(letter), 4)
	label, indent := clean(label), spaces(letterWidth+4)
	if cells(lead+label+facts)+betweenColumn <= t.screen.Width {
		t.line(lead + label + spaces(betweenColumn) + t.style(dim, facts))
		return
	}
	t.para("", lead, indent, label)
	t.para(dim, indent, indent, facts)
}

// entry writes the letters of columns with what stands over them.
func (t *inspection) entry(letters, heading string) {
	t.para(bold, left(letters, letterWidth-1)+" ", spaces(letterWidth), heading)
}

// under writes facts below an entry.
func (t *inspection) under(facts []string) {
	facts = slices.DeleteFunc(facts, func(s string) bool { return s == "" })
	t.para("", spaces(letterWidth), spaces(letterWidth), strings.Join(facts, " · "))
}

// kind is the kind of a question with the reason, where it was inferred.
func (t *inspection) kind(q *survey.Question) string {
	kind := t.l.Kind(q.Kind.String())
	basis := t.basis(q.ID)
	if reason := clean(t.l.Basis(basis.Why, basis.Args)); reason != "" {
		kind += " (" + reason + ")"
	}
	return kind
}

func (t *inspection) basis(id string) codebook.Basis { return basisOf(t.report.Reading.Codebook, id) }

// basisOf returns why inference took a question for its kind.
func basisOf(cb *codebook.Codebook, id string) codebook.Basis {
	if cb != nil {
		for i := range cb.Questions {
			if cb.Questions[i].ID == id {
				return cb.Questions[i].Basis
			}
		}
	}
	return codebook.Basis{}
}

func (t *inspection) role(q *survey.Question) []string {
	if role := t.l.RoleOf(string(q.Role), clean(q.Channel)); role != "" {
		return []string{t.words.UsedAs(role)}
	}
	return nil
}

// states counts what became of the respondents at a question, and the texts of
// "other"; what did not happen is left out.
func (t *inspection) states(i int) []string {
	s := t.report.Study.Survey
	if i >= len(s.Columns) {
		return nil
	}
	state := stateOf(&s.Columns[i])
	facts := []string{t.names.Answered + " " + t.l.Integer(state.Answered)}
	for _, part := range []struct {
		word string
		n    int
	}{
		{t.names.NotAsked, state.NotAsked}, {t.names.NotShown, state.NotShown}, {t.names.Skipped, state.Skipped},
		{t.names.Blank, state.Blank}, {t.names.Refused, state.Refused}, {t.names.Invalid, state.Invalid},
		{t.names.OtherTexts, otherTexts(s, i)},
	} {
		if part.n > 0 {
			facts = append(facts, part.word+" "+t.l.Integer(part.n))
		}
	}
	return facts
}

// otherTexts is the number of respondents with an answer that counts as "other".
func otherTexts(s *survey.Survey, i int) int {
	q, c := &s.Questions[i], &s.Columns[i]
	n := 0
	for o := range q.Options {
		switch {
		case !q.Options[o].Other:
		case o < len(c.Ticks):
			n += c.Ticks[o].Count()
		case c.Coded():
			for r := range c.Len() {
				if c.Is(r, o) {
					n++
				}
			}
		}
	}
	return n
}

// longestOption is the room for one option among the others, and shortestOption
// what is left of it where there are many.
const (
	longestOption  = 40
	shortestOption = 20
)

// options writes the options on one line, shortened as needed and as far as they
// fit.
func (t *inspection) options(q *survey.Question) {
	if len(q.Options) == 0 {
		return
	}
	lead, room := t.words.Options(len(q.Options))+": ", t.screen.Width-letterWidth
	line := ""
	for w := longestOption; w >= shortestOption; w -= 4 {
		options := make([]string, len(q.Options))
		for i := range options {
			options[i] = shorten(clean(q.Options[i].Title()), w)
		}
		if line = lead + strings.Join(options, " | "); cells(line) <= room {
			break
		}
	}
	t.line(spaces(letterWidth) + t.style(dim, shorten(line, room)))
}

// matrixEnd returns the first question after the matrix that begins with the
// question: neighbours of one column each under the same heading, of the same
// kind and with the same options.
func matrixEnd(s *survey.Survey, first int) int {
	q := &s.Questions[first]
	stem, row := stemOf(q)
	if row == "" {
		return first + 1
	}
	i := first + 1
	for ; i < len(s.Questions); i++ {
		other := &s.Questions[i]
		if otherStem, row := stemOf(other); row == "" || otherStem != stem || other.Kind != q.Kind || !slices.EqualFunc(q.Options, other.Options,
			func(a, b survey.Option) bool { return a.Label == b.Label }) {
			break
		}
	}
	return i
}

// stemOf parts the wording "heading [row]" of a row of a matrix; any other
// wording has no row.
func stemOf(q *survey.Question) (stem, row string) {
	at := strings.LastIndex(q.Text, " [")
	if at <= 0 || len(q.Columns) != 1 || q.Label != "" || !strings.HasSuffix(q.Text, "]") {
		return q.Text, ""
	}
	return q.Text[:at], q.Text[at+2 : len(q.Text)-1]
}

// columnSpan names the columns of a question: J, or J–L.
func columnSpan(columns []string) string {
	switch len(columns) {
	case 0:
		return ""
	case 1:
		return clean(columns[0])
	}
	return clean(columns[0]) + "–" + clean(columns[len(columns)-1])
}

// unused writes the columns that are no part of a question, by reason.
func (t *inspection) unused() {
	columns := unusedColumns(t.report)
	if len(columns) == 0 {
		return
	}
	t.heading(t.names.Unused)
	for _, why := range []string{
		codebook.UnusedUnknown, codebook.UnusedEmpty, codebook.UnusedPersonal, codebook.UnusedIgnored, codebook.UnusedJoined,
		codebook.UnusedDates, codebook.UnusedID, codebook.UnusedTime, codebook.UnusedStatus, codebook.UnusedMetadata, codebook.UnusedDerived,
	} {
		var names []string
		for _, c := range columns {
			if c.Why == why {
				names = append(names, strings.TrimSpace(clean(c.Letter)+" "+shorten(clean(c.Heading), longestOption)))
			}
		}
		if len(names) > 0 {
			t.para("", "• ", "  ", t.words.UnusedWhy(why)+": "+strings.Join(names, "; "))
		}
	}
}

// unusedColumns are the columns that are no part of a question; none when it is
// not known how the file was read.
func unusedColumns(r *Report) []codebook.Unused {
	if r.Reading.File == nil || r.Reading.Codebook == nil {
		return nil
	}
	return r.Reading.Codebook.UnusedColumns(r.Reading.File, r.Study.Survey)
}
