package codebook

import (
	"slices"

	"benchmark/survey"
	"benchmark/survey/export"
)

// absences are the cell texts without an answer, by key, each with the reason.
type absences map[string]survey.Missing

// absencesOf returns the words for "no answer" of a question: those of the
// whole codebook, and above them its own.
func absencesOf(cb *Codebook, q *Question) absences {
	words := absences{}
	for _, list := range []struct {
		words  []string
		reason survey.Missing
	}{
		{cb.Missing, survey.Blank}, {cb.NotShown, survey.NotShown}, {cb.Skipped, survey.Skipped},
		{q.Missing, survey.Blank}, {q.NotShown, survey.NotShown}, {q.Skipped, survey.Skipped},
	} {
		for _, word := range list.words {
			words[key(word)] = list.reason
		}
	}
	return words
}

// absent tells whether a cell of the question holds no answer, and why. The
// codes of the survey tool come last: an option of that wording is an answer.
func (a *application) absent(b *binding, text string) (survey.Missing, bool) {
	if text == "" {
		return survey.Blank, true
	}
	if len(b.absent) > 0 {
		if reason, ok := b.absent[key(text)]; ok {
			return reason, true
		}
	}
	reason, ok := toolAbsence(a.file, text)
	if ok && b.kind.Closed() {
		_, option := b.labels[key(text)]
		ok = !option
	}
	return reason, ok
}

// says reports whether a cell holds an answer to the question.
func (a *application) says(b *binding, text string) bool {
	_, absent := a.absent(b, text)
	return !absent
}

// toolAbsence tells what the survey tool means by a cell that is no answer.
func toolAbsence(f *export.File, text string) (survey.Missing, bool) {
	switch {
	case slices.Contains(f.Dialect.NotShown, text):
		return survey.NotShown, true
	case slices.Contains(f.Dialect.Missing, text):
		return survey.Skipped, true
	}
	return survey.Blank, false
}

func isToolAbsence(f *export.File, text string) bool {
	_, ok := toolAbsence(f, text)
	return ok
}

// absentTexts are the texts that stand for no answer.
type absentTexts struct {
	texts   []string
	longest int
}

// absentIn returns the texts that stand for no answer in a file: those of its tool, and those
// that people fill in.
func absentIn(f *export.File) (a absentTexts) {
	a.texts = slices.Concat(f.Dialect.NotShown, f.Dialect.Missing, fillers())
	for _, text := range a.texts {
		a.longest = max(a.longest, len(text))
	}
	return a
}

// has reports whether a text is one of them, or empty.
func (a *absentTexts) has(text string) bool {
	return len(text) <= a.longest && (text == "" || slices.Contains(a.texts, text))
}
