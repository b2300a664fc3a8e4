package codebook

import (
	"benchmark/survey"
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
	for r := range in.file.Rows {
		first, last := -1, -1
		for i := range profiles {
			p := &profiles[i]
			if code := p.column.Codes[r]; in.skip[r] || p.counts[code] == 0 || tickOf(in.file, p.column, p.column.Dict[code].Text) == unticked {
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
	if some < leastBoth {
		return
	}
	best, least := 0, 2.0
	for b := 2; b <= len(columns)-2; b++ {
		if !both(firsts, lasts, b) {
			continue
		}
		if expected := chance(share[:b], some) * chance(share[b:], some); expected < least {
			best, least = b, expected
		}
	}
	if best == 0 {
		return
	}
	letter := func(i int) string { return profiles[i].column.Letter }
	d.doubt(survey.Doubt, survey.IssueBlockBorder, letter(0), letter(len(columns)-1))
	d.doubts[len(d.doubts)-1].Fix = `column: "=` + letter(0) + ":" + letter(best-1) + `"`
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
