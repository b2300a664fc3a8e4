package codebook

import (
	"math"

	"benchmark/survey"
)

const (
	rareChance  = 0.05 // what happens less often by chance has a reason
	manyOptions = 12   // more than most questions have
)

// leastBoth is the number of respondents from which it tells something that
// every one of them ticked on both sides of a border.
const leastBoth = 10

// border doubts a block that is headed by options alone, when everyone who
// ticked something did so on both sides of some border: then it may be two
// questions, that the tool writes side by side.
func (in *inference) border(d *draft, columns []int, profiles []profile) {
	if len(columns) < 4 || profiles[0].column.Question != "" {
		return
	}
	// bounds holds, per respondent, the first and the last column with a mark.
	firsts, lasts := make([]int, len(columns)), make([]int, len(columns))
	share := make([]float64, len(columns))
	some := 0
	for r := range in.file.Rows.Len() {
		first, last := -1, -1
		for i := range profiles {
			p := &profiles[i]
			if code := p.column.Codes.At(r); in.skip[r] || p.counts[code] == 0 || tickOf(in.file, p.column, p.column.Dict.At(int(code)).Text) == unticked {
				continue
			}
			if share[i]++; first < 0 {
				first = i
			}
			last = i
		}
		if first >= 0 {
			some++
			firsts[first]++
			lasts[last]++
		}
	}
	best, least := 0, rareChance
	for b := 2; b <= len(columns)-2; b++ {
		if !both(firsts, lasts, b) {
			continue
		}
		expected := chance(share[:b], some) * chance(share[b:], some) / chance(share, some)
		if by := math.Pow(expected, float64(some)); by < least {
			best, least = b, by
		}
	}
	severity := survey.Doubt
	if again := repeatedOption(profiles); again > 0 {
		best = again
	} else if some < leastBoth || best == 0 {
		severity, best = survey.Warning, lastOption(profiles)
		if best == 0 && len(columns) < manyOptions {
			return
		}
	}
	letter := func(i int) string { return profiles[i].column.Letter }
	d.doubt(severity, survey.IssueBlockBorder, letter(0), letter(len(columns)-1))
	if best == 0 {
		best = len(columns)
	}
	d.doubts[len(d.doubts)-1].Fix = `column: "=` + letter(0) + ":" + letter(best-1) + `"`
}

// repeatedOption returns the place where an option is headed as one before it,
// or the place behind an option that ends a list between the two; 0 when none
// is.
func repeatedOption(profiles []profile) int {
	seen := map[string]int{}
	for i := range profiles {
		k := key(profiles[i].column.Option)
		first, again := seen[k]
		if !again {
			seen[k] = i
			continue
		}
		if i-first == 1 { // a tick and the text beside it
			continue
		}
		for end := first; end < i; end++ {
			if endsList(&profiles[end]) {
				return end + 1
			}
		}
		return i
	}
	return 0
}

// lastOption returns the place behind an option that ends a list, such as "other"
// and "none of these", when plain options follow it; 0 when none does.
func lastOption(profiles []profile) int {
	for i := 1; i < len(profiles)-2; i++ {
		if endsList(&profiles[i]) && !endsList(&profiles[i+1]) && !endsList(&profiles[i+2]) && !typedBeside(profiles[i+1].column) {
			return i + 1
		}
	}
	return 0
}

// endsList reports whether the option stands last in most lists.
func endsList(p *profile) bool {
	label := p.column.Option
	return otherHeading(label) || noneOf(label) || dontKnow(label)
}

// both reports whether everyone's first mark is before the border and the last
// one behind it.
func both(firsts, lasts []int, border int) bool {
	for i := range firsts {
		if i >= border && firsts[i] > 0 || i < border && lasts[i] > 0 {
			return false
		}
	}
	return true
}

// chance returns the chance of at least one mark, were the options independent.
func chance(marks []float64, respondents int) float64 {
	none := 1.0
	for _, n := range marks {
		none *= 1 - n/float64(respondents)
	}
	return 1 - none
}
