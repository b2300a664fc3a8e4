package codebook

import (
	"math"
	"slices"
	"strings"
)

// largestAmount is the number above which one is taken for no amount.
const largestAmount = 1e12

// amounts returns the numbers among the values, from low to high, in the
// notation of the column. ok is false when more than one cell in ten is no
// number, or something stands with it; the words for "don't know" are no cells.
func amounts(p *profile) (found []whole, ok bool) {
	notation, some := p.notation(0.1, dontKnow)
	if !some {
		return nil, false
	}
	type sized struct {
		size float64
		at   int32
	}
	numbers := make([]sized, 0, len(p.values))
	good, words := 0, 0
	for i := range p.values {
		v := &p.values[i]
		x, number := notation.parse(v.cell)
		switch {
		case !number && dontKnow(v.cell.Text):
			words += v.count
			continue
		case !number || strings.ContainsAny(v.cell.Text, "%€") || math.Abs(x) > largestAmount:
			continue
		}
		good += v.count
		numbers = append(numbers, sized{x, int32(i)})
	}
	slices.SortFunc(numbers, func(a, b sized) int {
		switch {
		case a.size < b.size:
			return -1
		case a.size > b.size:
			return 1
		}
		return int(a.at) - int(b.at)
	})
	if len(numbers) == 0 || 10*good < 9*(p.filled-words) {
		return nil, false
	}
	found = make([]whole, len(numbers))
	for i, number := range numbers {
		n := math.Ceil(number.size)
		found[i] = whole{&p.values[number.at], int(n), n != number.size}
	}
	return found, true
}

// code reports whether survey files use the number as a code for "no answer".
func (w whole) code() bool { return !w.part && absentCode(w.n) }

// comingBack returns the codes when all of them end in two nines or just below,
// each stands there a few times, and between them and the other numbers is a
// gap. That can be true, but seldom is.
func comingBack(rest, codes []whole, words string) []aside {
	if len(rest) < 2 || len(codes) == 0 || has(words, percentWords()...) {
		return nil
	}
	low, top := rest[0].n, rest[len(rest)-1].n
	if gap := codes[0].n - top; gap < 10 || 2*gap < top-low {
		return nil
	}
	var found []aside
	for _, w := range codes {
		if w.count < 3 || w.n < 95 || w.n%100 < 95 {
			return nil
		}
		found = append(found, aside{whole: w, near: true})
	}
	return found
}
