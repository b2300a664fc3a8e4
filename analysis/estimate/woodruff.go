package estimate

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"slices"
	"sort"

	"benchmark/analysis/exact"
)

// QuantileRule names a definition of a weighted quantile, as in R's svyquantile.
// Below, x_1 <= … <= x_m are the answers in order, w_k their weights, C_k the
// sum of the first k and W that of all. Rules 4 to 9 interpolate between the
// answers, x_k standing at the share given, and end at x_1 and x_m. (R.J. Hyndman
// & Y. Fan, Sample quantiles in statistical packages, The American Statistician
// 50, 1996, with equal weights; T. Lumley, survey 4.1, with others.)
type QuantileRule string

const (
	// MathRule is the smallest answer at or below which lies a share of at least p
	// of the weight: the inverse of the distribution. It is also the zero rule.
	MathRule QuantileRule = "math"
	// SchoolRule is MathRule, but the middle between two answers where exactly p of
	// the weight lies at or below the first.
	SchoolRule QuantileRule = "school"
	// HF1 is MathRule.
	HF1 QuantileRule = "hf1"
	// HF2 is SchoolRule.
	HF2 QuantileRule = "hf2"
	// HF3 is MathRule, but at an exact p the one of the two answers whose number
	// among the different answers is even. As R has it; Hyndman and Fan round to
	// the nearest instead.
	HF3 QuantileRule = "hf3"
	// HF4 places x_k at C_k/W.
	HF4 QuantileRule = "hf4"
	// HF5 places x_k at (C_k-w_k/2)/W.
	HF5 QuantileRule = "hf5"
	// HF6 places x_k at C_k/(W+w_m).
	HF6 QuantileRule = "hf6"
	// HF7 places x_k at C_(k-1)/C_(m-1).
	HF7 QuantileRule = "hf7"
	// HF8 places x_k at (C_k-w_k/3)/(W+w_m/3).
	HF8 QuantileRule = "hf8"
	// HF9 places x_k at (C_k-3w_k/8)/(W+w_m/4).
	HF9 QuantileRule = "hf9"
)

// QuantileRules returns the names of all rules.
func QuantileRules() []QuantileRule {
	return []QuantileRule{MathRule, SchoolRule, HF1, HF2, HF3, HF4, HF5, HF6, HF7, HF8, HF9}
}

// QuantileOptions say how a quantile and its interval are made.
type QuantileOptions struct {
	Rule   QuantileRule   // "": MathRule
	Method IntervalMethod // of the share at or below the quantile; "": MeanInterval
	Level  float64        // in (0, 1)
	DF     float64        // degrees of freedom instead of the domain's; 0: those
	// FileOrder counts as R does, to compare with it: answers of equal size in the
	// order of the units, and not in falling order of their weights, which gives the
	// same quantile for every order (seen with rules 4 to 9, where such weights
	// differ); and by the other rules sums of weights to the bit, so that their
	// rounding decides what is a tie; and for a p below the share of the first answer
	// the second one (hf4: a point before the first).
	FileOrder bool
	// Students keeps quantiles of Student's t for other intervals; nil: none.
	Students *Students
}

// Quantile returns the quantile p, 0 <= p <= 1, of y over the domain, with
// Woodruff's interval: that for the share of the domain with y at or below the
// estimated quantile, its two bounds turned into quantiles by the same rule. It
// is centred on the estimated share and not on p. SE is its length divided by
// 2t. Bounds end at the smallest and the largest answer, beyond which nothing
// was seen. With a rule other than math the quantile itself may lie just outside
// its interval when there are few answers.
//
// Sums of weights that differ less than 1e-12 of all weight from p count as
// equal to it, so that rounding decides no tie: with ten weights of 0.1 the
// quantile 0.3 lies on a tie. A p below the share of the smallest answer gives
// that answer (R gives the next one). FileOrder has both as R. An empty domain gives the zero
// Summary; p = 0 or 1 and a share without interval give none.
//
// Source: R.S. Woodruff, Confidence intervals for medians and other position
// measures, JASA 47, 1952; Särndal, Swensson & Wretman, Model assisted survey
// sampling, 1992, 5.11.
func (d *Design) Quantile(y []float64, p float64, in []bool, o QuantileOptions) Summary {
	d.need("numbers", len(y), false)
	d.need("marks", len(in), in == nil)
	return d.ordered(y, in, o.FileOrder).woodruff(p, o, func(value float64) Statistic {
		atMost := make([]bool, len(y))
		for i := range y {
			atMost[i] = y[i] <= value
		}
		return d.Proportion(atMost, in)
	})
}

// woodruff returns the quantile p of a distribution, given how to estimate the share
// at or below a value.
func (f distribution) woodruff(p float64, o QuantileOptions, atMost func(value float64) Statistic) Summary {
	if len(f.x) == 0 {
		checkQuantile(p, o)
		return Summary{}
	}
	return Woodruff(p, o, func(p float64) float64 { return f.quantile(p, o.Rule) }, atMost)
}

// checkQuantile panics when what is asked for can't be.
func checkQuantile(p float64, o QuantileOptions) {
	checkLevel(o.Level)
	if !(p >= 0 && p <= 1) {
		panic(fmt.Sprintf("estimate: weighted quantile %v", p))
	}
}

// Woodruff returns the quantile p of at least one answer with its interval, as
// Design.Quantile, given how to find a quantile and how to estimate the share at or
// below a value.
func Woodruff(p float64, o QuantileOptions, quantile func(p float64) float64, atMost func(value float64) Statistic) Summary {
	checkQuantile(p, o)
	s := Summary{Value: quantile(p)}
	if p == 0 || p == 1 {
		return s
	}
	share := atMost(s.Value).Share()
	share.Students = o.Students
	if o.DF > 0 {
		share.DF = o.DF
	}
	method := o.Method
	if method == "" {
		method = MeanInterval
	}
	low, high, ok := share.Interval(method, o.Level)
	if !ok {
		return s
	}
	s.Low, s.High = quantile(max(0, low)), quantile(min(1, high))
	s.Interval, s.DF = true, share.DF
	if s.DF > 0 {
		s.SE = (s.High - s.Low) / (2 * o.Students.t(s.DF, o.Level))
	}
	return s
}

// distribution is a weighted sample in order: answers, their weights and the
// sums of the first 1, 2, … weights.
type distribution struct {
	x, w, upTo []float64
	// whole says what they are a part of, and toTheBit to compare as R does.
	whole    Whole
	toTheBit bool
}

// ordered returns the distribution of y in the domain.
func (d *Design) ordered(y []float64, in []bool, fileOrder bool) distribution {
	var units []uint32
	for i, w := range d.Weights {
		if w > 0 && (in == nil || in[i]) {
			units = append(units, uint32(i))
		}
	}
	slices.SortStableFunc(units, func(i, j uint32) int {
		if order := cmp.Compare(y[i], y[j]); order != 0 || fileOrder {
			return order
		}
		return cmp.Compare(d.Weights[j], d.Weights[i])
	})
	return distributionOf(y, d.Weights, units, fileOrder)
}

// distributionOf returns the distribution of y over units in its order.
func distributionOf(y, weights []float64, units []uint32, fileOrder bool) distribution {
	all := distribution{x: make([]float64, len(units)), w: make([]float64, len(units)), toTheBit: fileOrder}
	for k, i := range units {
		all.x[k], all.w[k] = y[i], weights[i]
	}
	if fileOrder {
		inFile := slices.Sorted(slices.Values(units))
		sums := make([]float64, len(units))
		for k, i := range inFile {
			sums[k] = weights[i]
		}
		all.upTo = extended(all.w)
		all.whole = all.ended(last(extended(sums)))
		return all
	}
	all.upTo = make([]float64, len(units))
	var weight exact.Sum
	for k, w := range all.w {
		weight.Add(w)
		all.upTo[k] = weight.Value()
	}
	all.whole = all.ended(last(all.upTo))
	return all
}

// ended returns what rules need of a whole distribution, of so much weight.
func (f distribution) ended(total float64) Whole {
	whole := Whole{Total: total, Last: last(f.w)}
	if n := len(f.upTo); n > 1 {
		whole.BeforeLast = f.upTo[n-2]
	}
	return whole
}

// last returns the last number, 0 when there is none.
func last(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	return xs[len(xs)-1]
}

// extended returns the sums of the first 1, 2, … numbers as a processor with an
// extended precision of 64 bits adds them, as R does.
func extended(xs []float64) []float64 {
	sums := make([]float64, len(xs))
	sum := new(big.Float).SetPrec(64)
	for i, x := range xs {
		sum.Add(sum, big.NewFloat(x))
		sums[i], _ = sum.Float64()
	}
	return sums
}

// even is the difference of two shares of the weight that counts as none.
const even = 1e-12

// quantile returns the quantile p by a rule; there is at least one answer.
func (f distribution) quantile(p float64, rule QuantileRule) float64 {
	switch rule {
	case "", MathRule, HF1, SchoolRule, HF2, HF3:
		return f.step(p, rule)
	case HF4, HF5, HF6, HF7, HF8, HF9:
		return f.between(p, rule)
	}
	panic(fmt.Sprintf("estimate: no quantile rule %q", rule))
}

// step returns a quantile by a rule that picks an answer or, for school, the
// middle of two.
func (f distribution) step(p float64, rule QuantileRule) float64 {
	if f.toTheBit {
		return f.stepToTheBit(p, rule)
	}
	last := len(f.x) - 1
	total := f.whole.Total
	k := min(last, sort.Search(last, func(k int) bool { return f.upTo[k] >= (p-even)*total }))
	next := k
	for next <= last && f.x[next] == f.x[k] {
		next++
	}
	exactly := next <= last && math.Abs(f.upTo[next-1]-p*total) <= even*total
	switch {
	case !exactly:
		return f.x[k]
	case rule == SchoolRule || rule == HF2:
		return f.x[k] + (f.x[next]-f.x[k])/2
	case rule == HF3 && f.different(k)%2 == 1:
		return f.x[next]
	}
	return f.x[k]
}

// stepToTheBit is step without a margin for rounding: the last answer up to which
// lies at most p of the weight when that is p exactly, and else the next one. The
// answers of hf3 are the different ones.
func (f distribution) stepToTheBit(p float64, rule QuantileRule) float64 {
	if rule == HF3 {
		f = f.merged()
	}
	k := max(0, sort.Search(len(f.x), func(k int) bool { return f.upTo[k] > p*f.whole.Total })-1)
	next := f.x[min(k+1, len(f.x)-1)]
	switch {
	case p-f.upTo[k]/f.whole.Total != 0, rule == HF3 && k%2 == 0:
		return next
	case rule == SchoolRule, rule == HF2:
		return (f.x[k] + next) / 2
	}
	return f.x[k]
}

// merged returns the distribution with equal answers as one.
func (f distribution) merged() distribution {
	out := distribution{whole: f.whole, toTheBit: true}
	for k, x := range f.x {
		if k == 0 || x != f.x[k-1] {
			out.x, out.w = append(out.x, x), append(out.w, 0)
		}
		out.w[len(out.w)-1] += f.w[k]
	}
	out.upTo = extended(out.w)
	return out
}

// different returns how many different answers there are up to the k-th.
func (f distribution) different(k int) int {
	n := 1
	for i := 1; i <= k; i++ {
		if f.x[i] != f.x[i-1] {
			n++
		}
	}
	return n
}

// between returns a quantile by a rule that interpolates.
func (f distribution) between(p float64, rule QuantileRule) float64 {
	last := len(f.x) - 1
	if last == 0 {
		return f.x[0]
	}
	k := sort.Search(last+1, func(k int) bool { return f.place(k, rule) >= p })
	switch {
	case k == 0 && rule == HF4 && f.toTheBit:
		from, to := f.place(0, rule), f.place(1, rule)
		return f.x[0] - (from-p)/(to-from)*(f.x[1]-f.x[0])
	case k == 0:
		return f.x[0]
	case k > last:
		return f.x[last]
	}
	from, to := f.place(k-1, rule), f.place(k, rule)
	low, high := f.x[k-1], f.x[k]
	return min(max(low, low+(p-from)/(to-from)*(high-low)), high)
}

// place returns the share at which the k-th answer, from 0, stands.
func (f distribution) place(k int, rule QuantileRule) float64 {
	total, end := f.whole.Total, f.whole.Last
	switch rule {
	case HF5:
		return (f.upTo[k] - f.w[k]/2) / total
	case HF6:
		return f.upTo[k] / (total + end)
	case HF7:
		if k == 0 {
			return (f.upTo[0] - f.w[0]) / f.whole.BeforeLast
		}
		return f.upTo[k-1] / f.whole.BeforeLast
	case HF8:
		return (f.upTo[k] - f.w[k]/3) / (total + end/3)
	case HF9:
		return (f.upTo[k] - 3*f.w[k]/8) / (total + end/4)
	}
	return f.upTo[k] / total // HF4
}
