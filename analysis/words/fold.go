package words

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// When a word is a spelling variant of another: it has at least shortestVariant
// letters, the other is in at least leastMentions answers and in timesMore
// times as many as the variant.
const (
	shortestVariant = 5
	leastMentions   = 5
	timesMore       = 5
)

// fold counts spelling variants with the word that they are a variant of, and
// returns which they were. A variant differs from a form of the other word by
// one letter too many, too few or wrong, or by two neighbours changed about,
// and not in its first letter: "opersoonlijk" may be "onpersoonlijk", but a
// letter in front can be the rest of a prefix that turns the meaning around
// (on-, in-, un-), so it is never "persoonlijk". Denied words are left as they
// are, and so are words that could be a variant of more than one word, or of a
// variant.
func fold(groups []*group) []Fold {
	near := newNeighbours(groups)
	var folds []Fold
	for _, g := range groups {
		g.near = near.only(g)
	}
	for _, g := range groups {
		if g.near == nil || g.near.near != nil {
			continue
		}
		g.into = g.near
		folds = append(folds, Fold{Word: g.shown(), Into: g.into.shown(), Mentions: len(g.answers)})
	}
	for _, g := range groups {
		if g.into != nil {
			g.into.answers = union(g.into.answers, g.answers)
		}
	}
	slices.SortFunc(folds, func(a, b Fold) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Word, b.Word), cmp.Compare(a.Into, b.Into))
	})
	return folds
}

// neighbours finds words at distance 1 without comparing all pairs: such words
// are the same once a letter is left out of one of them, or of both.
type neighbours map[string][]*group

// newNeighbours lists the frequent words under every form and every form with
// one letter left out.
func newNeighbours(groups []*group) neighbours {
	n := make(neighbours)
	for _, g := range groups {
		if len(g.answers) < leastMentions || g.denial != asserted {
			continue
		}
		for _, f := range g.forms {
			if utf8.RuneCountInString(f.text) < shortestVariant {
				continue
			}
			each(f.text, func(key string) {
				if known := n[key]; !slices.Contains(known, g) {
					n[key] = append(known, g)
				}
			})
		}
	}
	return n
}

// only returns the one frequent word that g is a variant of, or nil when there
// is none or more than one.
func (n neighbours) only(g *group) *group {
	word := g.shown()
	if g.denial != asserted || utf8.RuneCountInString(word) < shortestVariant {
		return nil
	}
	var found *group
	ambiguous := false
	each(word, func(key string) {
		for _, other := range n[key] {
			if other == found || !other.hasVariant(g, word) {
				continue
			}
			ambiguous = ambiguous || found != nil
			found = other
		}
	})
	if ambiguous {
		return nil
	}
	return found
}

// hasVariant reports whether group v, shown as word, is a spelling variant of g.
func (g *group) hasVariant(v *group, word string) bool {
	if g == v || len(g.answers) < timesMore*len(v.answers) {
		return false
	}
	return slices.ContainsFunc(g.forms, func(f form) bool {
		return utf8.RuneCountInString(f.text) >= shortestVariant && oneOff([]rune(f.text), []rune(word))
	})
}

// each calls f with the word and with the word less each of its letters.
func each(word string, f func(string)) {
	f(word)
	for i, r := range word {
		f(word[:i] + word[i+utf8.RuneLen(r):])
	}
}

// oneOff reports whether the Damerau-Levenshtein distance between a and b is
// exactly 1 and their first letters are the same (F.J. Damerau, A technique for
// computer detection and correction of spelling errors, CACM 7, 1964).
func oneOff(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 || len(b)-len(a) > 1 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return slices.Equal(a[i:], b[i+1:])
	}
	if i == len(a) {
		return false
	}
	if slices.Equal(a[i+1:], b[i+1:]) {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
}

// union returns the sorted union of two ascending lists.
func union(a, b []int) []int {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
