package codebook

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
)

// classNumbers returns the numbers in the wording of a size class: "20.000 tot
// 50.000 inwoners" gives 20000 and 50000, "50k-100k" gives 50000 and 100000.
func classNumbers(label string) []int {
	var numbers []int
	text := key(label)
	for i := 0; i < len(text); {
		if text[i] < '0' || text[i] > '9' {
			i++
			continue
		}
		start := i
		for i < len(text) && (text[i] >= '0' && text[i] <= '9' ||
			strings.IndexByte("., '", text[i]) >= 0 && threeDigits(text[i+1:])) {
			i++
		}
		n, err := strconv.Atoi(strings.NewReplacer(".", "", ",", "", " ", "", "'", "").Replace(text[start:i]))
		if err != nil {
			continue
		}
		if i < len(text) && text[i] == 'k' {
			n *= 1000
		}
		numbers = append(numbers, n)
	}
	return numbers
}

// threeDigits reports whether s begins with exactly three digits.
func threeDigits(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 3
}

// orderClasses sorts size classes by their numbers and marks the top one.
func (d *draft) orderClasses() {
	slices.SortStableFunc(d.Options, func(a, b Option) int {
		return cmp.Or(last(a)-last(b), cmp.Compare(classPlace(a.Label), classPlace(b.Label)))
	})
	top := -1
	for i, o := range d.Options {
		if len(classNumbers(o.Label)) > 0 && last(o) == 0 {
			top = i
		}
	}
	if top >= 0 {
		d.Options[top].Means = survey.Large
	}
}

// classPlace orders size classes: by the middle between their limits, with the
// open ones at the ends.
func classPlace(label string) float64 {
	n := classNumbers(label)
	switch {
	case len(n) == 0:
		return -1
	case len(n) > 1:
		return float64(n[0]) + 0.5
	case below(label):
		return float64(n[0]) - 0.5
	}
	return float64(n[0]) + 1
}

// ClassLimits returns the limits in the wording of a size class: a body of n
// inhabitants belongs to it when from <= n < until, as far as the wording tells
// ("50.000 tot 100.000" and "50.000-99.999" differ at 99,999). An open class
// has 0 as its lower or math.MaxInt as its upper limit. False when the wording
// has no number, or more than two.
func ClassLimits(label string) (from, until int, ok bool) {
	n := classNumbers(label)
	switch {
	case len(n) == 2 && n[0] < n[1]:
		return n[0], n[1], true
	case len(n) != 1:
		return 0, 0, false
	case below(label):
		return 0, n[0], true
	}
	return n[0], math.MaxInt, true
}

func below(label string) bool {
	return strings.HasPrefix(strings.TrimSpace(label), "<") || has(wordsOf(label), "minder", "under", "less", "fewer", "below", "onder", "tot", "up to", "kleiner", "hoogstens", "at most", "smaller", "ten hoogste", "weniger", "unter", "bis zu", "hochstens", "moins", "jusqu a", "jusqua", "korter", "shorter", "kurzer")
}
