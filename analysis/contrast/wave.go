package contrast

import (
	"fmt"
	"math"

	"benchmark/analysis/estimate"
	"benchmark/analysis/exact"
	"benchmark/analysis/probability"
)

// Panel counts the bodies that answered in both waves, by whether they have a
// property: in both, only before, only after, in neither.
type Panel struct{ Both, Lost, Gained, Neither int }

// n is the number of bodies.
func (p Panel) n() int { return p.Both + p.Lost + p.Gained + p.Neither }

// Answered counts bodies and how many of them have a property.
type Answered struct{ Yes, N int }

// Waves is a property in two waves that have some bodies in common.
type Waves struct {
	Panel Panel
	// Before and After are the bodies that answered in that wave alone.
	Before, After Answered
}

// Change is what happened to a share between two waves: Together is the change
// among all who answered, after less before, as the tables of the two waves show
// it; Panel the change among those that answered twice, and Apart that between
// those that answered once, which turnover can make.
type Change struct{ Panel, Apart, Together Result }

// Change tests the change of a share.
//
// Panel is McNemar's exact test, Apart Pearson's on the 2x2 table, or Fisher's
// where an expected count is below 5. Together takes the two as they are:
//
//	z = (p₂-p₁) / √(p(1-p)(1/n₁+1/n₂) - 2·m·c/(n₁n₂)),  c = a/m - ((2a+b+c')/2m)²
//
// n₁ and n₂ being the bodies of each wave, p the share in both waves together, m
// the bodies of the panel, a those of them with the property twice and b, c' those
// that lost and gained it. Without a panel it is Pearson's test, with nothing but
// a panel McNemar's without continuity correction, of which it takes the exact
// form. The test of columns with an overlap (Columns) is none for waves: it takes
// those in both to give one answer. Together is withheld as SmallExpected where
// in either wave fewer than 5 with or without the property are expected.
//
// The interval of each difference is
//
//	d - √((p₂-l₂)² - 2r(p₂-l₂)(u₁-p₁) + (u₁-p₁)²)  to
//	d + √((u₂-p₂)² - 2r(u₂-p₂)(p₁-l₁) + (p₁-l₁)²)
//
// with Wilson's limits of each share and r the correlation of the two, φ·m/√(n₁n₂)
// and φ that of the answers of the panel with Newcombe's continuity correction:
// his method 10 for independent shares and for paired ones at the two ends.
//
// Sources: McNemar 1947; R.G. Newcombe, Improved confidence intervals for the
// difference between binomial proportions based on paired data, Statistics in
// Medicine 17, 1998, 2635-2650; the variance with a panel and without in one: B.
// Derrick, A. Dobson-McKittrick, D. Toher & P. White, Test statistics for
// comparing two proportions with partially overlapping samples, Journal of
// Applied Quantitative Methods 10(3), 2015; the interval for any correlation:
// G.Y. Zou & A. Donner, Construction of confidence limits about effect measures,
// Statistics in Medicine 27, 2008.
func (w Waves) Change(level float64) Change {
	checkOpen("level", level)
	for _, n := range []int{w.Panel.Both, w.Panel.Lost, w.Panel.Gained, w.Panel.Neither, w.Before.Yes, w.Before.N - w.Before.Yes, w.After.Yes, w.After.N - w.After.Yes} {
		if n < 0 {
			panic(fmt.Sprintf("contrast: waves %+v", w))
		}
	}
	return Change{Panel: w.panel(level), Apart: w.apart(level), Together: w.together(level)}
}

// panel tests the change of those that answered twice.
func (w Waves) panel(level float64) Result {
	if w.Panel.n() == 0 {
		return withheld(McNemarExact, EmptyGroup)
	}
	r := McNemar(w.Panel.Gained, w.Panel.Lost, false)
	r.Difference = Waves{Panel: w.Panel}.difference(level)
	return r
}

// apart tests the difference between those that answered once.
func (w Waves) apart(level float64) Result {
	before, after := w.Before, w.After
	if before.N == 0 || after.N == 0 {
		return withheld(PearsonChi2, EmptyGroup)
	}
	table := Counts{Rows: 2, Columns: 2, Count: []int{after.Yes, before.Yes, after.N - after.Yes, before.N - before.Yes}}
	r := Pearson(table)
	if r.Withheld == Done && table.LeastExpected() < enoughExpected {
		r = Fisher(table)
	}
	r.Difference = Waves{Before: before, After: after}.difference(level)
	return r
}

// together tests the change among all who answered.
func (w Waves) together(level float64) Result {
	m, n1, n2 := float64(w.Panel.n()), float64(w.before().N), float64(w.after().N)
	switch {
	case n1 == 0 || n2 == 0:
		return withheld(PartlyPairedZ, EmptyGroup)
	case w.Before.N == 0 && w.After.N == 0:
		return w.panel(level)
	case m == 0:
		return w.apart(level)
	}
	p := float64(w.before().Yes+w.after().Yes) / (n1 + n2)
	r := Result{Name: PartlyPairedZ, Difference: w.difference(level)}
	r.Effect = Effect{CohenH, H(share(w.after()), share(w.before()))}
	both := float64(w.Panel.Both) / m
	margin := float64(2*w.Panel.Both+w.Panel.Lost+w.Panel.Gained) / (2 * m)
	variance := p*(1-p)*(1/n1+1/n2) - 2*m*(both-margin*margin)/(n1*n2)
	var why Reason
	switch {
	case p <= 0 || p >= 1:
		why = OneAnswer
	case math.Min(n1, n2)*math.Min(p, 1-p) < enoughExpected:
		why = SmallExpected
	case variance <= 1e-12*p*(1-p)*(1/n1+1/n2):
		why = NoVariance
	}
	if why != Done {
		r.P, r.Adjusted, r.Withheld = 1, 1, why
		return r
	}
	r.Statistic = r.Difference.Value / math.Sqrt(variance)
	return r.found(probability.NormalTails(r.Statistic))
}

// before and after are all who answered in a wave.
func (w Waves) before() Answered {
	return Answered{w.Before.Yes + w.Panel.Both + w.Panel.Lost, w.Before.N + w.Panel.n()}
}

func (w Waves) after() Answered {
	return Answered{w.After.Yes + w.Panel.Both + w.Panel.Gained, w.After.N + w.Panel.n()}
}

func share(a Answered) float64 { return float64(a.Yes) / float64(a.N) }

// difference is the change with its interval; both waves have answers.
func (w Waves) difference(level float64) Difference {
	before, after := w.before(), w.after()
	z := probability.NormalQuantile(0.5 + level/2)
	p1, p2 := share(before), share(after)
	l1, u1 := wilson(p1, float64(before.N), z)
	l2, u2 := wilson(p2, float64(after.N), z)
	r := w.Panel.phi() * float64(w.Panel.n()) / math.Sqrt(float64(before.N)*float64(after.N))
	side := func(a, b float64) float64 { return math.Sqrt(math.Max(a*a-2*r*a*b+b*b, 0)) }
	d := p2 - p1
	return Difference{
		Value: d, Interval: true,
		Low: math.Max(-1, d-side(p2-l2, u1-p1)), High: math.Min(1, d+side(u2-p2, p1-l1)),
	}
}

// phi is the correlation between the answers of the panel, a positive one less
// Newcombe's continuity correction; 0 where one wave has one answer.
func (p Panel) phi() float64 {
	a, b, c, d := float64(p.Both), float64(p.Lost), float64(p.Gained), float64(p.Neither)
	margins := (a + b) * (c + d) * (a + c) * (b + d)
	if margins == 0 {
		return 0
	}
	product := a*d - b*c
	if product > 0 {
		product = math.Max(product-float64(p.n())/2, 0)
	}
	return product / math.Sqrt(margins)
}

// WaveMeans tests the change of a mean between two waves that have some bodies
// in common: paired holds the numbers of those that answered twice, before and
// after in the same order, and the others those that answered once.
//
//	t = (m₂-m₁) / √(s₁²/n₁ + s₂²/n₂ - 2·r·s₁s₂·m/(n₁n₂))
//
// over all numbers of a wave, r being the correlation in the panel of m bodies, on
// (m-1) + (γ-m+1)/(a+b+2m)·(a+b) degrees of freedom, a and b being those that
// answered once and γ Welch's degrees of freedom. Without a panel it is Welch's
// test; with nothing but a panel, the paired t test. The difference is after less
// before, with its interval at the level. EmptyGroup when a wave has no numbers,
// NoFreedom when one has a single number or the panel a single body, NoVariance
// when the standard error is 0.
//
// Source: B. Derrick, B. Russ, D. Toher & P. White, Test statistics for the
// comparison of means for two samples which include both paired and independent
// observations, Journal of Modern Applied Statistical Methods 16(1), 2017, Tnew2.
func WaveMeans(pairedBefore, pairedAfter, before, after []float64, level float64) Result {
	checkOpen("level", level)
	if len(pairedBefore) != len(pairedAfter) {
		panic(fmt.Sprintf("contrast: %d bodies before and %d after in one panel", len(pairedBefore), len(pairedAfter)))
	}
	x, y := Moments(append(append([]float64{}, pairedBefore...), before...)), Moments(append(append([]float64{}, pairedAfter...), after...))
	m, once := float64(len(pairedBefore)), float64(len(before)+len(after))
	switch {
	case x.N == 0 || y.N == 0:
		return withheld(PartlyPairedT, EmptyGroup)
	case x.N == 1 || y.N == 1 || m == 1:
		return withheld(PartlyPairedT, NoFreedom)
	}
	a, b := x.Variance/float64(x.N), y.Variance/float64(y.N)
	common := correlation(pairedBefore, pairedAfter) * math.Sqrt(x.Variance*y.Variance) * m / (float64(x.N) * float64(y.N))
	variance := a + b - 2*common
	if !usable(a+b) || variance <= 1e-12*(a+b) {
		return withheld(PartlyPairedT, NoVariance)
	}
	df := 1 / (square(a/(a+b))/float64(x.N-1) + square(b/(a+b))/float64(y.N-1))
	if m > 0 {
		df = m - 1 + (df-m+1)/(once+2*m)*once
	}
	r := Result{Name: PartlyPairedT, DF1: df, Effect: Effect{CohenD, (y.Mean - x.Mean) / math.Sqrt((x.Variance+y.Variance)/2)}}
	s := estimate.Statistic{Value: y.Mean - x.Mean, SE: math.Sqrt(variance), DF: df}.Summary(level)
	r.Difference = Difference{Value: s.Value, Interval: s.Interval, Low: s.Low, High: s.High}
	r.Statistic = s.Value / s.SE
	return r.found(probability.StudentTails(r.Statistic, df))
}

// correlation is Pearson's, 0 where one side is constant.
func correlation(x, y []float64) float64 {
	p, q := Moments(x), Moments(y)
	if len(x) < 2 || !(p.Variance > 0) || !(q.Variance > 0) {
		return 0
	}
	var products exact.Sum
	for i := range x {
		products.Add(float64((x[i] - p.Mean) * (y[i] - q.Mean)))
	}
	return products.Value() / float64(len(x)-1) / math.Sqrt(p.Variance*q.Variance)
}
