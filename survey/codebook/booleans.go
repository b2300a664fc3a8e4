package codebook

import (
	"slices"

	"benchmark/survey"
)

// The cells that spreadsheets write for true and false, by key, in the
// languages that they have.
func trueWords() []string  { return []string{"true", "waar", "wahr", "vrai"} }
func falseWords() []string { return []string{"false", "onwaar", "falsch", "faux"} }

// The answers that true and false stand for, by key.
func yesAnswers() []string { return []string{"ja", "yes", "oui"} }
func noAnswers() []string  { return []string{"nee", "neen", "no", "nein", "non"} }

// truths gives the values true and false of a spreadsheet the labels that a
// person would give them: yes and no. Where all other answers are yes, no or
// "don't know", true is the same answer as yes.
func truths(options []Option, language string) []Option {
	yes, no := "Yes", "No"
	found := false
	for _, o := range options {
		k := key(o.Label)
		switch {
		case slices.Contains(trueWords(), k), slices.Contains(falseWords(), k):
			found = true
			if language == "nl" || k == "waar" || k == "onwaar" {
				yes, no = "Ja", "Nee"
			}
		case !o.DontKnow && !slices.Contains(yesAnswers(), k) && !slices.Contains(noAnswers(), k):
			return options
		}
	}
	if !found {
		return options
	}
	yes, no = answerAmong(options, yesAnswers(), yes), answerAmong(options, noAnswers(), no)
	var list []Option
	for _, o := range options {
		switch k := key(o.Label); {
		case slices.Contains(trueWords(), k):
			o.Label = yes
		case slices.Contains(falseWords(), k):
			o.Label = no
		}
		if !slices.ContainsFunc(list, func(known Option) bool { return key(known.Label) == key(o.Label) }) {
			list = append(list, o)
		}
	}
	return list
}

// answerAmong returns the label of the option that is one of the words, or the
// default.
func answerAmong(options []Option, words []string, label string) string {
	for _, o := range options {
		if slices.Contains(words, key(o.Label)) {
			return o.Label
		}
	}
	return label
}

// indexTruths lets the values true and false of a spreadsheet find the options
// yes and no, in a choice that has no options of those very names.
func indexTruths(q *Question, index map[string]int) {
	if q.Kind != survey.Single.String() {
		return
	}
	for _, of := range []struct{ answers, words []string }{{yesAnswers(), trueWords()}, {noAnswers(), falseWords()}} {
		at := slices.IndexFunc(q.Options, func(o Option) bool {
			return slices.Contains(of.answers, key(o.Label)) || slices.Contains(of.words, key(o.Label))
		})
		for _, word := range of.words {
			if _, taken := index[word]; at >= 0 && !taken {
				index[word] = at
			}
		}
	}
}
