// Package words counts which words people use in answers to an open question,
// and which themes of a coding frame their answers have.
//
// A word is counted once per answer, whatever its inflection: "snelle" with
// "snel", "antwoorden" with "antwoord", "vraag" with "vragen". Words without
// content of their own (stop words) are left out. A word that is denied, such
// as "niet persoonlijk" or "zonder wachttijd", says the opposite of the bare
// word and is a word of its own; so is "onpersoonlijk".
//
// All of it is a reading aid for short answers in Dutch and English, made by
// rules that are written down here, not an understanding of the text. What it
// does not see: a denial that comes after the word ("persoonlijk is het niet"),
// irony, and compounds ("standaardvragen" is not counted with "vragen").
package words

import (
	"cmp"
	"slices"
)

// Options steer Count. The zero value is the usual way.
type Options struct {
	// Stop are further words to leave out in any inflection, such as the subject
	// of the question: everybody names it.
	Stop []string
	// KeepVariants leaves spelling variants apart.
	KeepVariants bool
}

// Result is what Count found.
type Result struct {
	// Words are in order of the number of answers, the most first; words alike
	// in that are in alphabetical order.
	Words []Word
	// Folds are the spelling variants that were counted with another word, in
	// the same order.
	Folds []Fold
}

// Word is a word with all its inflections.
type Word struct {
	// Stem identifies the word: what its inflections have in common. It is a key,
	// not something to show.
	Stem string
	// Form is the inflection to show, in lower case: the one in the most answers,
	// of those alike the first in the alphabet. A denied word shows its denial:
	// "niet persoonlijk".
	Form string
	// Answers are the positions of the answers that mention it, ascending, once
	// per answer.
	Answers []int
}

// Fold is a spelling variant that was counted with a far more frequent word.
type Fold struct {
	// Word was counted as Into; both are forms.
	Word, Into string
	// Mentions is the number of answers with Word.
	Mentions int
}

// Count counts the words of the answers. An empty answer is no answer. The
// language is that of the survey, "nl" or "en": it says which words carry no
// content and how words are inflected. When it is anything else the stop words
// of both are left out, and inflection is that of the language with the most
// stop words in the answers, Dutch when they are level.
//
// The time is linear in the length of the answers. Words of over 64 letters,
// numbers, punctuation, emoji, web and mail addresses and bytes that are no
// UTF-8 are passed over.
func Count(answers []string, language string, opts Options) Result {
	c := newCounter(answers, language, opts)
	for i, answer := range answers {
		c.split.each(answer, func(t term) { c.add(i, t) })
	}
	var folds []Fold
	if !opts.KeepVariants {
		folds = fold(c.groups)
	}
	return Result{Words: words(c.groups), Folds: folds}
}

// group is a word under construction.
type group struct {
	// denial is the kind of denial, or "" for the bare word, and stem the key
	// without it.
	denial denial
	stem   string
	forms  []form
	// answers that mention it, ascending.
	answers []int
	// near is the one group that this may be a spelling variant of, and into the
	// group that it is counted with; or nil.
	near, into *group
}

// form is one inflection of a word and in how many answers it is the first.
type form struct {
	text    string
	answers int
}

// counter collects groups.
type counter struct {
	split  splitter
	stems  stemmer
	stop   map[string]bool // further stop words, as stems
	groups []*group
	byKey  map[groupKey]*group
}

type groupKey struct {
	denial denial
	stem   string
}

func newCounter(answers []string, language string, opts Options) *counter {
	dutch, english := language != "en", language != "nl"
	c := &counter{
		split: newSplitter(dutch, english),
		stop:  make(map[string]bool, len(opts.Stop)),
		byKey: make(map[groupKey]*group),
	}
	if dutch && english {
		dutch = c.split.mostlyDutch(answers)
	}
	c.stems = newStemmer(dutch)
	for _, word := range opts.Stop {
		c.split.each(word, func(t term) { c.stop[c.stems.stem(t.word)] = true })
	}
	return c
}

// add counts the term in answer i.
func (c *counter) add(i int, t term) {
	stem := c.stems.stem(t.word)
	if c.stop[stem] {
		return
	}
	key := groupKey{t.denial, stem}
	g := c.byKey[key]
	if g == nil {
		g = &group{denial: t.denial, stem: stem}
		c.byKey[key] = g
		c.groups = append(c.groups, g)
	}
	if n := len(g.answers); n > 0 && g.answers[n-1] == i {
		return
	}
	g.answers = append(g.answers, i)
	g.count(t.form())
}

// count adds an answer to the form.
func (g *group) count(text string) {
	for i := range g.forms {
		if g.forms[i].text == text {
			g.forms[i].answers++
			return
		}
	}
	g.forms = append(g.forms, form{text, 1})
}

// shown returns the form to show.
func (g *group) shown() string {
	return slices.MinFunc(g.forms, func(a, b form) int {
		return cmp.Or(cmp.Compare(b.answers, a.answers), cmp.Compare(a.text, b.text))
	}).text
}

// words turns the groups that are no variants into Words, in order.
func words(groups []*group) []Word {
	var found []Word
	for _, g := range groups {
		if g.into == nil {
			found = append(found, Word{Stem: g.denial.key(g.stem), Form: g.shown(), Answers: g.answers})
		}
	}
	slices.SortFunc(found, func(a, b Word) int {
		return cmp.Or(cmp.Compare(len(b.Answers), len(a.Answers)), cmp.Compare(a.Form, b.Form), cmp.Compare(a.Stem, b.Stem))
	})
	return found
}
