package command

import (
	"slices"
	"strings"

	"github.com/adrg/strutil"
	"github.com/adrg/strutil/metrics"
)

const (
	// alike is the similarity, from 0 to 1, from which a name is suggested for a
	// mistyped one: one wrong letter in four.
	alike = 0.7
	// suggestions is how many names are suggested at most.
	suggestions = 3
)

// nearest returns the names that look most like the word, best first: those
// that it is a beginning or a part of, and those that differ by few letters.
// Case does not count. The result is empty when none comes near.
func nearest(word string, names []string) []string {
	type match struct {
		name  string
		score float64
	}
	var found []match
	for _, n := range names {
		if s := likeness(strings.ToLower(word), strings.ToLower(n)); s >= alike {
			found = append(found, match{n, s})
		}
	}
	slices.SortStableFunc(found, func(a, b match) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return strings.Compare(a.name, b.name)
	})
	var best []string
	for i := 0; i < len(found) && i < suggestions; i++ {
		best = append(best, found[i].name)
	}
	return best
}

// likeness is the share of letters that two words have in common by edit
// distance; a word of three letters or more that stands in the other counts as
// nearly alike.
func likeness(a, b string) float64 {
	s := strutil.Similarity(a, b, metrics.NewLevenshtein())
	short := min(len(a), len(b))
	if short >= 3 && (strings.Contains(a, b) || strings.Contains(b, a)) {
		return max(s, 0.9)
	}
	return s
}
