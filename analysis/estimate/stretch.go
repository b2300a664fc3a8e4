package estimate

// Stretch is a part of a weighted sample in ascending order in which a quantile
// lies: what Goal says of the sample's sum of weights, the answers before and after
// that, and enough of the whole to tell the quantile as if all of it were there.
type Stretch struct {
	// X are answers, W their weights and UpTo the sums of the weights from the
	// smallest answer of the sample on.
	X, W, UpTo []float64
	Whole      Whole
}

// Whole is what a rule needs of a whole weighted sample.
type Whole struct {
	// Total is the sum of the weights, Last the weight of the largest answer and
	// BeforeLast the sum of the others.
	Total, Last, BeforeLast float64
}

// Piecewise reports whether a rule finds quantiles in a Stretch; hf3 counts all
// different answers, and R's way to the bit all sums.
func (o QuantileOptions) Piecewise() bool { return o.Rule != HF3 && !o.FileOrder }

// Interpolates reports whether the rule finds quantiles between answers. Of
// answers with one value it needs each.
func (r QuantileRule) Interpolates() bool {
	switch r {
	case HF4, HF5, HF6, HF7, HF8, HF9:
		return true
	}
	return false
}

// Goal returns the sum of weights around which the quantile p lies: the Stretch
// must hold the first answer up to which weigh as much and, of those that differ in
// value, the next one; of a rule that interpolates also an answer before the first.
// Where all weigh less it is the last.
func (r QuantileRule) Goal(p float64, of Whole) float64 {
	p = max(0, p-even)
	switch r {
	case HF6:
		return p * (of.Total + of.Last)
	case HF7:
		return p * of.BeforeLast
	case HF8:
		return p * (of.Total + of.Last/3)
	case HF9:
		return p * (of.Total + of.Last/4)
	}
	return p * of.Total
}

// Quantile returns the quantile p by a rule that is piecewise.
func (s *Stretch) Quantile(p float64, rule QuantileRule) float64 {
	return distribution{x: s.X, w: s.W, upTo: s.UpTo, whole: s.Whole}.quantile(p, rule)
}
