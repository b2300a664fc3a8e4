package codebook

import (
	"slices"

	"benchmark/survey"
)

// The codebook of one wave is used on the next: what the file lacks, or has in
// other words, and what is new in it, are issues. Only when most questions are
// not there at all is it the codebook of another survey, and an error.

// absentQuestion notes a question of the codebook that the file lacks.
func (a *application) absentQuestion(q *Question, near string) {
	issue := a.note(a.place(-1, -1), survey.Doubt, survey.IssueQuestionAbsent, q.ID, q.Column, near)
	issue.Question = q.ID
	if near != "" {
		issue.Fix = "questions: " + q.ID + ": column: " + quoted(near)
	}
}

// absentOption notes an option of a select-all question of which the file has
// no column.
func (a *application) absentOption(q *Question, o *Option, near string) {
	issue := a.note(a.place(-1, -1), survey.Doubt, survey.IssueOptionAbsent, q.ID, o.Label, near)
	issue.Question = q.ID
	if near != "" {
		issue.Fix = "questions: " + q.ID + ": options: - {code: " + o.Code + ", label: " + quoted(near) + "}"
	}
}

// toldAbsent reports whether it is told of a question that the file has no column
// for the option, or only one with the heading in other words.
func (a *application) toldAbsent(id, option string) bool {
	return option != "" && slices.ContainsFunc(a.issues, func(i survey.Issue) bool {
		return i.Code == survey.IssueOptionAbsent && i.Question == id && (i.Args[1] == option || i.Args[2] == option)
	})
}

// newQuestions notes the columns that are no part of the codebook and that are
// not about the response itself. An inferred codebook has none.
func (a *application) newQuestions(owner map[int]string) {
	if a.cb.Inferred {
		return
	}
	known := make([]bool, len(a.file.Columns))
	for c := range owner {
		known[c] = true
	}
	for _, c := range append([]int{a.id, a.started, a.ended, a.status, a.test, a.covers}, a.filters...) {
		if c >= 0 {
			known[c] = true
		}
	}
	for _, reference := range a.cb.Ignore {
		for _, c := range a.dir.named(reference) {
			known[c] = true
		}
	}
	a.reworded(known)
	in := &inference{file: a.file, dir: a.dir, cb: &Codebook{}}
	var headings []string
	for i := range a.file.Columns {
		c := &a.file.Columns[i]
		if known[i] || in.metadataOf(i) != noMetadata {
			continue
		}
		name := c.Question
		if name == "" {
			name = heading(c)
		}
		if name = shorten(name, 60); !slices.Contains(headings, name) {
			headings = append(headings, name)
		}
	}
	if len(headings) > 0 {
		a.note(a.place(-1, -1), survey.Note, survey.IssueNewQuestion, headings...)
	}
}

// named returns every column that a reference names, also when the heading
// stands over more than one question.
func (d *directory) named(reference string) []int {
	if found, err := d.find(reference); err == nil {
		return found
	}
	return append(slices.Clone(d.headings[key(reference)]), d.cells[key(reference)]...)
}
