package codebook

import (
	"strconv"
	"strings"

	"benchmark/survey"
)

// recurs reports whether so many of all answers that an explanation behind yes or
// no is rather an option of its own.
func recurs(count, answers int) bool { return count >= 3 || count >= 2 && 20*count >= answers }

// explained is what the cells of a question say besides yes and no.
type explained struct {
	// labels are the words for yes and no, own the options that begin with one of
	// them, aside the answers that are neither.
	labels map[byte]string
	own    []string
	aside  []string
	// bare counts the answers of one word, texts those with an explanation that
	// was given once; said counts all of both.
	bare, texts, said int
}

// explain takes the cells apart; false when one is neither yes nor no.
func (p *profile) explain() (e explained, ok bool) {
	e.labels = map[byte]string{}
	for _, v := range p.values {
		text := v.cell.Text
		answer, more := yesOrNo(text)
		if answer == 0 {
			if !dontKnow(text) {
				return e, false
			}
			e.aside = append(e.aside, text)
			continue
		}
		e.said += v.count
		switch {
		case more && recurs(v.count, p.filled):
			e.own = append(e.own, text)
			continue
		case more:
			e.texts += v.count
		default:
			e.bare += v.count
		}
		if !more || e.labels[answer] == "" {
			e.labels[answer] = strings.TrimRight(strings.Fields(text)[0], ",.:;-(/")
		}
	}
	return e, true
}

// yesWithText makes the draft a choice of yes and no when the cells are these,
// with an explanation behind some. What several wrote in the same words is an
// option of its own ("no, but we plan to"); where that holds of most, no text was
// typed at all.
func (d *draft) yesWithText() bool {
	if d.asksRemark() || d.asksCause() {
		return false
	}
	e, ok := d.profile.explain()
	closed := len(e.own) > 0 && e.texts < 3
	if !ok || closed || e.texts == 0 || e.bare == 0 || e.said < 3 || len(e.labels) < 2 && e.texts*2 > e.said {
		return false
	}
	d.Kind, d.Begins = survey.Single.String(), true
	for _, answer := range []byte{'y', 'n'} {
		if e.labels[answer] != "" {
			word := []rune(strings.ToLower(e.labels[answer]))
			d.Options = append(d.Options, Option{Label: strings.ToUpper(string(word[:1])) + string(word[1:])})
		}
	}
	for _, label := range e.own {
		d.Options = append(d.Options, Option{Label: label})
	}
	for _, label := range e.aside {
		d.Options = append(d.Options, Option{Label: label, DontKnow: true})
	}
	d.doubt(survey.Warning, survey.IssueYesWithText, strconv.Itoa(e.texts))
	return d.becauseOf(BasisAnswers)
}

// begun tells how many answers were read as an option because they begin with
// it. One that several gave in the same words may be an option that the codebook
// lacks: a doubt.
func (a *application) begun(b *binding, q *survey.Question) {
	if !b.question.Begins || a.cb.Inferred {
		return
	}
	column := &a.file.Columns[b.main]
	count := a.counts(column)
	n, answers := 0, 0
	texts := faults{code: survey.IssueBegunOption}
	var own []bool
	for d, cell := range column.Dict.All() {
		own = append(own, false)
		if _, absent := a.absent(b, cell.Text); absent || count[d] == 0 {
			continue
		}
		answers += count[d]
		if _, exact := b.labels[key(cell.Text)]; exact {
			continue
		}
		if _, ok := b.find(cell.Text); ok {
			n += count[d]
			own[d] = true
		}
	}
	if n == 0 {
		return
	}
	for r, record := range a.rows.all() {
		if d := column.Codes.At(record); own[d] && recurs(count[d], answers) {
			texts.add(column.Dict.At(int(d)).Text, r)
		}
	}
	a.note(a.place(b.main, -1), survey.Note, survey.IssueYesWithText, q.ID, strconv.Itoa(n)).Question = q.ID
	a.report(&texts, q, b.main, survey.Doubt, closedValue)
}
