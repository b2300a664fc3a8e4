package analysis

import (
	"strings"

	"benchmark/analysis/words"
	"benchmark/survey"
)

// association returns the words of an open question that enough respondents
// used, with the spelling variants that were counted together.
func (b *builder) association(i int) (Table, []Fold) {
	a := b.read(i)
	result := words.Count(a.answered(), b.survey.Language, words.Options{Stop: subject(a.question)})
	var figures []figure
	var crowds []crowd
	for _, w := range result.Words {
		if len(w.Answers) < MinimumMentions {
			break
		}
		set := survey.NewBits(b.survey.Respondents)
		for _, r := range w.Answers {
			set.Set(r)
		}
		row := Row{Key: w.Stem, Measure: Share, Label: w.Form, Protected: a.question.Sensitivity == survey.Protected}
		part := b.profiles.crowd(set)
		figures = append(figures, figure{row, b.share(part, a.kind == BaseRespondents)})
		crowds = append(crowds, part)
	}
	folds := make([]Fold, 0, len(result.Folds))
	for _, f := range result.Folds {
		folds = append(folds, Fold{Question: a.question.ID, Word: f.Word, Into: f.Into, Mentions: f.Mentions})
	}
	guards := append(b.guardsOf(a.question), guard{question: a.index, base: a.base, options: crowds, several: true})
	blk := block{base: a.base, figures: figures, guards: guards}
	t := b.table(a.table(Words), []block{blk})
	b.hideRareWords(&t)
	return t, folds
}

// hideRareWords hides how often a group used a word that too few of it used,
// and where that is one group only, the next rarest as well: the total would
// tell it.
func (b *builder) hideRareWords(t *Table) {
	if b.options.Disclosure == Unprotected {
		return
	}
	for r := range t.Rows {
		for _, id := range t.Breakdowns() {
			b.hideRare(t, r, id)
		}
	}
}

func (b *builder) hideRare(t *Table, r int, breakdown string) {
	hidden, known, next := 0, 0, -1
	for g := range t.Groups {
		e := &t.Cells[r][g]
		if t.Groups[g].Breakdown != breakdown || e.Status == NoAnswers {
			continue
		}
		if e.Status == Estimated && e.Count < MinimumMentions {
			*e = Estimate{Status: HiddenSmall}
		}
		if e.Status != Estimated {
			hidden++
			continue
		}
		known += e.Count
		if next < 0 || e.Count < t.Cells[r][next].Count {
			next = g
		}
	}
	if hidden == 1 && next >= 0 && known < t.Cells[r][0].Count {
		t.Cells[r][next] = Estimate{Status: HiddenOthers}
	}
}

// subject returns the words for what the question is about, which everybody
// names and which say nothing.
func subject(q *survey.Question) []string { return strings.Fields(q.Channel) }

// counted reports whether a table is made of the words of an open question.
func counted(q *survey.Question) bool {
	return q.Kind == survey.Open && (q.Role == survey.Association || len(q.Themes) > 0)
}

// Unread reports whether Hush lets go of the answers to a question.
func Unread(q *survey.Question) bool { return q.Kind == survey.Open && !counted(q) }

// Hush lets go of the answers to open questions of which no table counts the words. They
// can be most of a large survey. It is for who wants the figures of it alone.
func Hush(s *survey.Survey) {
	for i := range s.Questions {
		if Unread(&s.Questions[i]) {
			s.Columns[i].Hush()
		}
	}
}

// themes returns the coded themes of an open question.
func (b *builder) themes(i int) Table {
	a := b.read(i)
	coded := words.Themes(a.answered(), a.question.Themes)
	var figures []figure
	var crowds []crowd
	for t, theme := range a.question.Themes {
		row := Row{Key: theme.Code, Measure: Share, Label: theme.Label, Protected: a.question.Sensitivity == survey.Protected}
		part := b.profiles.crowd(coded[t])
		figures = append(figures, figure{row, b.share(part, a.kind == BaseRespondents)})
		crowds = append(crowds, part)
	}
	guards := append(b.guardsOf(a.question), guard{question: a.index, base: a.base, options: crowds, several: true})
	return b.table(a.table(Themes), []block{{base: a.base, figures: figures, guards: guards}})
}

// answered returns the texts of those in the base, empty for the others.
func (a *answers) answered() []string {
	texts := make([]string, a.column.Len())
	a.base.set().Each(func(r int) { texts[r] = a.column.Text(r) })
	return texts
}
