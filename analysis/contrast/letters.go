package contrast

import (
	"fmt"
	"slices"
	"strings"
)

// Pair is the test of column A against column B, A < B.
type Pair struct {
	A, B   int
	Result Result
}

// Pairs tests every two of k columns, A rising and then B. To correct for their
// number over more than one row, join the pairs of the rows first: AdjustPairs.
func Pairs(k int, test func(a, b int) Result) []Pair {
	var pairs []Pair
	for a := range k {
		for b := a + 1; b < k; b++ {
			pairs = append(pairs, Pair{a, b, test(a, b)})
		}
	}
	return pairs
}

// AdjustPairs returns the pairs with Adjusted set for the family they form; see
// AdjustResults.
func AdjustPairs(pairs []Pair, method Method) []Pair {
	results := make([]Result, len(pairs))
	for i, p := range pairs {
		results[i] = p.Result
	}
	out := slices.Clone(pairs)
	for i, r := range AdjustResults(results, method) {
		out[i].Result = r
	}
	return out
}

// Levels are the error levels of column letters: a capital below Strict, a small
// letter below Loose, 0 < Strict <= Loose < 1. Equal levels give capitals only.
type Levels struct{ Strict, Loose float64 }

// StandardLevels are 1 % for a capital and 5 % for a small letter.
func StandardLevels() Levels { return Levels{Strict: 0.01, Loose: 0.05} }

// Letters returns, for each of k columns, the names of the columns that it exceeds,
// in their order: "Ac" exceeds the first at the strict level and the third at the
// loose one. Which column is the higher is the sign of Result.Difference. Names
// of two letters are set apart by spaces.
func Letters(k int, pairs []Pair, levels Levels) []string {
	checkOpen("strict level", levels.Strict)
	checkOpen("loose level", levels.Loose)
	if levels.Strict > levels.Loose {
		panic(fmt.Sprintf("contrast: strict level %v above loose level %v", levels.Strict, levels.Loose))
	}
	names := make([][]string, k)
	for i := range names {
		names[i] = make([]string, k)
	}
	for _, p := range pairs {
		checkPair(p, k)
		high, low := p.A, p.B
		if p.Result.Difference.Value < 0 {
			high, low = low, high
		}
		switch {
		case p.Result.Difference.Value == 0:
		case p.Result.Different(levels.Strict):
			names[high][low] = ColumnName(low)
		case p.Result.Different(levels.Loose):
			names[high][low] = strings.ToLower(ColumnName(low))
		}
	}
	separator := ""
	if k > 26 {
		separator = " "
	}
	out := make([]string, k)
	for i, row := range names {
		row = slices.DeleteFunc(row, func(s string) bool { return s == "" })
		out[i] = strings.Join(row, separator)
	}
	return out
}

// checkPair panics unless the pair is of two different ones of k columns.
func checkPair(p Pair, k int) {
	if p.A < 0 || p.B < 0 || p.A >= k || p.B >= k || p.A == p.B {
		panic(fmt.Sprintf("contrast: pair %d, %d of %d columns", p.A, p.B, k))
	}
}

// ColumnName returns A for column 0, Z for 25, AA for 26 and so on.
func ColumnName(column int) string {
	name := ""
	for column >= 0 {
		name = string(rune('A'+column%26)) + name
		column = column/26 - 1
	}
	return name
}

// Compact returns, for each of k columns, letters of which two columns share one
// exactly when no difference between them was found at alpha: the compact letter
// display, for a table too narrow for Letters. "a" and "ab" are not told apart,
// "a" and "b" are. A pair that was not tested, or whose test was withheld, counts
// as not told apart.
//
// Source: H.P. Piepho, An algorithm for a letter-based representation of
// all-pairwise comparisons, Journal of Computational and Graphical Statistics 13,
// 2004 (insert and absorb).
func Compact(k int, pairs []Pair, alpha float64) []string {
	if k == 0 {
		return nil
	}
	all := make([]bool, k)
	for i := range all {
		all[i] = true
	}
	groups := [][]bool{all}
	for _, p := range pairs {
		checkPair(p, k)
		if p.Result.Different(alpha) {
			groups = split(groups, p.A, p.B)
		}
	}
	slices.SortFunc(groups, func(a, b []bool) int { return slices.Index(a, true) - slices.Index(b, true) })
	out := make([]string, k)
	for g, group := range groups {
		for i, in := range group {
			if in {
				out[i] += strings.ToLower(ColumnName(g))
			}
		}
	}
	return out
}

// split parts every group that holds both a and b in two, one without each, and
// drops groups that lie within another.
func split(groups [][]bool, a, b int) [][]bool {
	var next [][]bool
	for _, g := range groups {
		if !g[a] || !g[b] {
			next = append(next, g)
			continue
		}
		withoutA, withoutB := slices.Clone(g), slices.Clone(g)
		withoutA[a], withoutB[b] = false, false
		next = append(next, withoutA, withoutB)
	}
	var left [][]bool
	for i, g := range next {
		absorbed := false
		for j, other := range next {
			absorbed = absorbed || i != j && within(g, other) && (j < i || !within(other, g))
		}
		if !absorbed {
			left = append(left, g)
		}
	}
	return left
}

// within reports whether all of a is in b.
func within(a, b []bool) bool {
	for i := range a {
		if a[i] && !b[i] {
			return false
		}
	}
	return true
}
