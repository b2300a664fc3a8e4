package audit

import (
	"benchmark/analysis"
	"benchmark/survey"
)

// The limits of analysis, said once more so that a change there shows here.
const (
	closest   = 0.10
	mostOfSum = 0.85
)

// numbers attacks a protected number: the sums behind the means of the groups that are
// shown, and what those leave of the sum of all.
func (a *attack) numbers(t *analysis.Table) {
	q, mean := a.survey.Find(t.Question), t.Row(analysis.KeyMean, analysis.Mean)
	if mean < 0 || t.Cells[mean][0].Status != analysis.Estimated {
		return
	}
	base := a.baseOf(q)
	for g := range t.Groups {
		members, ok := a.members(&t.Groups[g])
		if ok && t.Cells[mean][g].Status == analysis.Estimated {
			a.sum(t, q, base.Intersect(members), t.Groups[g].Level)
		}
	}
	for _, by := range t.Breakdowns() {
		rest, known := base, true
		for g := range t.Groups {
			if t.Groups[g].Breakdown != by {
				continue
			}
			members, ok := a.members(&t.Groups[g])
			known = known && ok
			if ok && t.Cells[mean][g].Status == analysis.Estimated {
				known = known && rest.And(members) == base.And(members)
				rest = rest.Without(members)
			}
		}
		if known {
			a.sum(t, q, rest, by)
		}
	}
}

// sum reports numbers of which the sum tells the largest.
func (a *attack) sum(t *analysis.Table, q int, in survey.Bits, level string) {
	if n := in.Count(); n > 0 && dominated(a.numbersOf(q, in)) {
		a.report.Exposed = append(a.report.Exposed, Exposed{Table: t.ID, Row: analysis.KeyMean, Group: level, Organisations: n, Insider: true, Reader: Everyone})
	}
}

// dominated reports whether the sum of numbers in ascending order tells one of them.
func dominated(y []float64) bool {
	n := len(y)
	if n < 3 || y[0] == y[n-2] || y[1] == y[n-1] {
		return true
	}
	if y[0] < 0 || y[n-1] == 0 {
		return false
	}
	sum := 0.0
	for _, x := range y {
		sum += x
	}
	rest := sum - y[n-1] - y[n-2]
	const slack = 1e-9
	return rest < closest*y[n-1]*(1-slack) || y[n-1]+y[n-2] > mostOfSum*sum*(1+slack)
}
