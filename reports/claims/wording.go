package claims

import (
	"slices"
	"strings"
	"unicode/utf8"

	"benchmark/analysis"
)

// worded says which part of the words of an answer the tokens have, as far as it
// is at least the given part.
func (c *checker) worded(t *analysis.Table, row int, so []token, least float64) float64 {
	score := fit(c.terms(t, row), so)
	if code := fit(c.coded[t][row], so); code > score && !t.Rows[row].Net {
		score = code
	}
	for _, p := range c.themes[t.Rows[row].Key] {
		if t.Topic == analysis.Themes && slices.ContainsFunc(so, func(w token) bool { return strings.HasPrefix(w.low, p) }) {
			score = max(score, 0.7)
		}
	}
	if score < least {
		return 0
	}
	return score
}

// terms returns the words of an answer that say something.
func (c *checker) terms(t *analysis.Table, row int) []string {
	return c.labelled[t][row]
}

func terms(label string, words *lexicon) []string {
	var all []string
	for _, w := range lows(tokens(label, 0, 0, 1)) {
		if !words.empty[w] && !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}

// fit returns the part of the terms that the tokens have.
func fit(terms []string, so []token) float64 {
	if len(terms) == 0 {
		return 0
	}
	found := 0
	for _, term := range terms {
		if slices.ContainsFunc(so, func(w token) bool { return !w.mark && sameWord(term, w.low) }) {
			found++
		}
	}
	return float64(found) / float64(len(terms))
}

// sameWord reports whether a word is a form of the term, or a compound with it:
// they begin alike but for an ending, or a long term is part of the word.
func sameWord(term, word string) bool {
	if term == word {
		return true
	}
	n := len(term)
	if n < 4 || utf8.RuneCountInString(term) < 4 {
		return false
	}
	stem := term[:max(4, n-2)]
	if n <= 6 {
		stem = term[:n-1]
	}
	if strings.HasPrefix(word, stem) && len(word) <= n+4 {
		return true
	}
	return n >= 6 && strings.Contains(word, term[:n-1]) && !strings.HasPrefix(word, "on")
}

// group returns the position of the group of a table that the subject names; 0
// when it names none.
func (c *checker) group(t *analysis.Table, s *subject) int {
	if s.userOf >= 0 && !s.nonUsers {
		if g := t.Group(analysis.UsersBreakdown, c.channels[s.userOf].name); g > 0 {
			return g
		}
	}
	named := s.groups
	if len(named) > 1 { // "municipalities of 100,000 and more" names a type and a class
		named = slices.DeleteFunc(slices.Clone(named), func(l level) bool { return l.breakdown != c.large.breakdown })
	}
	if len(named) != 1 {
		return 0
	}
	return max(0, t.Group(named[0].breakdown, named[0].level))
}
