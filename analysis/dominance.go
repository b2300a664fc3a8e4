package analysis

import (
	"cmp"
	"math"
	"slices"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// The rules for numbers that one organisation may dominate, as statistical offices
// use them (A. Hundepool et al., Handbook on Statistical Disclosure Control, 2010,
// section 4.2.1).
const (
	// closest is the p of the p % rule: nobody may be able to tell a number from
	// above to within this part of it, the organisation with the second largest
	// number included, who takes its own off the sum.
	closest = 0.10
	// mostOfSum is the k of the (n, k) rule with n = 2: the two largest may not make
	// up more than this part of the sum.
	mostOfSum = 0.85
	// nearly keeps the order in which numbers are added from deciding.
	nearly = 1 - 1e-9
)

// ends are the two smallest and the two largest of some numbers, their number and
// their sum.
type ends struct {
	low, next, before, high float64
	n                       int
	sum, squares            float64
}

// add adds one number.
func (e *ends) add(y float64) {
	if e.n == 0 {
		*e = ends{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), 0, 0, 0}
	}
	e.n++
	e.sum += y
	e.squares += y * y
	e.next = min(e.next, max(e.low, y))
	e.low = min(e.low, y)
	e.before = max(e.before, min(e.high, y))
	e.high = max(e.high, y)
}

// plus adds the numbers of others.
func (e *ends) plus(o ends) {
	switch {
	case o.n == 0:
		return
	case e.n == 0:
		*e = o
		return
	}
	e.n, e.sum, e.squares = e.n+o.n, e.sum+o.sum, e.squares+o.squares
	e.next = min(max(e.low, o.low), e.next, o.next)
	e.low = min(e.low, o.low)
	e.before = max(min(e.high, o.high), e.before, o.before)
	e.high = max(e.high, o.high)
}

// tell reports whether the sum of the numbers tells one of them: all are equal, or
// all but one, who then knows the others; or the largest ones dominate. What
// can be negative has no part of a sum.
func (e *ends) tell() bool {
	if e.n < 3 || e.low >= e.before || e.next >= e.high {
		return true
	}
	if e.low < 0 || e.high == 0 {
		return false
	}
	rest := e.sum - e.high - e.before
	return rest < closest*e.high*nearly || (e.high+e.before)*nearly > mostOfSum*e.sum
}

// tellApart reports the same of numbers of which the sum is known by subtraction,
// and with it that of the squares, from the standard errors.
func (e *ends) tellApart() bool {
	if e.tell() || e.low < 0 {
		return true
	}
	rest := e.squares - e.high*e.high - e.before*e.before
	return rest < ((1+closest)*(1+closest)-1)*e.high*e.high*nearly || e.tellJointly()
}

// dominated reports whether the figures of all of a base in some profiles tell the
// number that one of them gave; apart says that those are known by subtraction.
func (a *answers) dominated(base crowd) (shown, apart func(survey.Bits) bool) {
	var of []ends
	sum := func(in survey.Bits) ends {
		if of == nil {
			of = make([]ends, len(base.n))
			base.set().Each(func(r int) { of[a.profiles.of[r]].add(a.column.Number(r)) })
		}
		var all ends
		in.Each(func(k int) { all.plus(of[k]) })
		return all
	}
	shown = func(in survey.Bits) bool { e := sum(in); return e.tell() }
	apart = func(in survey.Bits) bool { e := sum(in); return e.tellApart() }
	return shown, apart
}

// numberGuard is that of the numbers that a base gave.
func (a *answers) numberGuard(base crowd) guard {
	g := guard{question: a.index, base: base}
	g.tells, g.tellsApart = a.dominated(base)
	return g
}

// atLeast says that the number of a rank, from 0 in ascending order, and those
// above it are known to be at least so much.
type atLeast struct {
	rank  int
	value float64
}

// floors are what a quantile and its interval, if it has one, tell of the numbers.
func floors(sorted []float64, p, level float64) []atLeast {
	rank := int(math.Ceil(float64(len(sorted)-1) * p))
	known := []atLeast{{rank, estimate.Quantile(sorted, p)}}
	if low, high, i, j, ok := estimate.QuantileInterval(sorted, p, level); ok && i > 1 && j < len(sorted) {
		known = append(known, atLeast{i - 1, low}, atLeast{j - 1, high})
	}
	return known
}

// tellsLargest reports whether the sum of numbers in ascending order, or that of
// their squares, tells the largest to within the p % rule to the organisation with
// the second largest, who knows what is shown of the others. With trimmed above 0
// the sum is that of so many at each end, which a trimmed mean beside a mean tells.
func tellsLargest(sorted []float64, known []atLeast, trimmed int, squares bool) bool {
	n := len(sorted)
	if n < 3 || sorted[0] < 0 || sorted[n-1] == 0 {
		return false
	}
	slices.SortFunc(known, func(x, y atLeast) int { return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(x.value, y.value)) })
	power, limit := func(y float64) float64 { return y }, closest*sorted[n-1]
	if squares {
		power, limit = func(y float64) float64 { return y * y }, ((1+closest)*(1+closest)-1)*sorted[n-1]*sorted[n-1]
	}
	least, rest := 0.0, 0.0
	for i := 0; i < n-2 && rest < limit; i++ {
		for len(known) > 0 && known[0].rank <= i {
			least, known = max(least, known[0].value), known[1:]
		}
		if trimmed == 0 || i < trimmed || i >= n-trimmed {
			rest += power(sorted[i]) - power(min(least, sorted[i]))
		}
	}
	return rest < limit*nearly
}

// veiled are what is left out of the figures of a protected number in one group,
// as it would tell the largest answer.
type veiled struct{ median, quartiles, trimmed, interval bool }

// veil says what to leave out of the figures of numbers in ascending order, of which the
// median and the quantiles of some other shares are shown.
func veil(sorted []float64, level float64, shares ...float64) veiled {
	var v veiled
	known := floors(sorted, 0.5, level)
	if v.median = tellsLargest(sorted, slices.Clone(known), 0, false); v.median {
		known = nil
	}
	all := slices.Clone(known)
	for _, p := range shares {
		all = append(all, floors(sorted, p, level)...)
	}
	if v.quartiles = v.median || tellsLargest(sorted, slices.Clone(all), 0, false); !v.quartiles {
		known = all
	}
	if cut := int(trim * float64(len(sorted))); cut > 0 {
		v.trimmed = tellsLargest(sorted, slices.Clone(known), cut, false)
	}
	v.interval = len(sorted) < FewAnswers || tellsLargest(sorted, slices.Clone(known), 0, true) || tellsJointly(sorted, known)
	return v
}

// veil leaves out of a figure what would tell the largest answer.
func (e Estimate) veil(m Measure, v veiled) Estimate {
	switch {
	case e.Status != Estimated:
	case m == TrimmedMean && v.trimmed, (m == LowerQuartile || m == UpperQuartile || m == Quantile) && v.quartiles, m == Median && v.median:
		return Estimate{Status: HiddenExtreme}
	case (m == Mean || m == TrimmedMean || m == Total) && v.interval:
		return e.withoutInterval()
	}
	return e
}

// withoutInterval takes the interval and what it is made of off a figure.
func (e Estimate) withoutInterval() Estimate {
	if e.Status != Estimated || e.Method == NoInterval {
		return e
	}
	e.Low, e.High, e.SE, e.DF, e.Method = 0, 0, 0, 0, NoInterval
	e.DesignEffect, e.DesignEffectReplacement = 0, 0
	e.Notes = append(e.Notes, NoteExtreme)
	return e
}
