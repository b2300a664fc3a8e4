package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
)

// groupsSuffix ends the id of the question that the groups of another become.
const groupsSuffix = "-groups"

// groups adds, behind the other questions, one for every question of which
// options are taken together: an option that is in no group stays as it is.
func (a *application) groups(s *survey.Survey) {
	for i := range a.bindings {
		if q := a.bindings[i].question; len(q.Groups) > 0 {
			grouped, column := groupsOf(q, &s.Questions[i], &s.Columns[i])
			s.Questions = append(s.Questions, grouped)
			s.Columns = append(s.Columns, column)
		}
	}
}

// groupsOf returns the question and the answers that the groups make.
func groupsOf(book *Question, q *survey.Question, c *survey.Column) (survey.Question, survey.Column) {
	grouped := survey.Question{
		ID: q.ID + groupsSuffix, Kind: q.Kind, Text: q.Text, AskedIf: q.AskedIf, RoutingKnown: q.RoutingKnown,
		Channel: q.Channel, Sensitivity: q.Sensitivity, Columns: q.Columns,
	}
	if q.Kind == survey.Scale {
		grouped.Kind = survey.Single
	}
	at := make([]int, len(q.Options)) // the new place of each option
	var labels []string
	placed := map[string]int{}
	for o, option := range q.Options {
		g := slices.IndexFunc(book.Groups, func(g Group) bool { return slices.Contains(g.Of, option.Code) })
		if g < 0 {
			at[o] = len(grouped.Options)
			option.Score, option.Means, option.Plural = 0, "", ""
			grouped.Options = append(grouped.Options, option)
			continue
		}
		group := book.Groups[g]
		place, known := placed[group.Code]
		if !known {
			place = len(grouped.Options)
			placed[group.Code] = place
			grouped.Options = append(grouped.Options, survey.Option{Code: group.Code, Label: group.Label})
			labels = append(labels, group.Label)
		}
		at[o] = place
	}
	grouped.Label = q.Title() + ": " + strings.Join(labels, ", ")
	column := survey.NewColumn(&grouped, c.Len())
	for r := range c.Len() {
		switch state := c.State(r); {
		case state != survey.Answered:
			column.Leave(r, state)
		case c.Coded():
			column.Choose(r, at[c.Code(r)])
		default:
			column.Tick(r)
		}
	}
	for o, bits := range c.Ticks {
		column.Ticks[at[o]] = column.Ticks[at[o]].Union(bits)
	}
	return grouped, column
}

// reverse turns the scores of a scale round.
func reverse(options []survey.Option) {
	top := 0
	for _, o := range options {
		top = max(top, o.Score)
	}
	for i := range options {
		if options[i].Score > 0 {
			options[i].Score = top + 1 - options[i].Score
		}
	}
}

// recodings notes the cells that the codebook reads as another text.
func (a *application) recodings(b *binding, q *survey.Question) {
	if len(b.recode) == 0 || b.main < 0 {
		return
	}
	column := &a.file.Columns[b.main]
	counts := a.counts(column)
	for d, cell := range column.Dict.All() {
		if to, ok := b.recode[key(cell.Text)]; ok && counts[d] > 0 {
			a.note(a.place(b.main, -1), survey.Note, survey.IssueRecoded, q.ID, cell.Text, to, strconv.Itoa(counts[d])).Question = q.ID
		}
	}
}
