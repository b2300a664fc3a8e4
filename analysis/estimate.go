package analysis

import "benchmark/analysis/estimate"

// Status says whether an Estimate holds a figure. The zero value is "not
// estimated", so that a forgotten field can't look like a result.
type Status uint8

// The statuses.
const (
	NotEstimated    Status = iota
	Estimated              // there is a value
	NoAnswers              // nobody in the group was asked and answered
	Unknown                // not known: the frame does not have the group
	HiddenSmall            // hidden: fewer answers than the rule allows
	HiddenOthers           // hidden: it would give a hidden figure away
	HiddenExtreme          // hidden: it would show the smallest or largest answer
	HiddenImprecise        // left out by the rule of publication: too uncertain; Notes say why
)

// Hidden reports whether a figure exists but may not be shown. A hidden
// Estimate carries nothing but its status, and HiddenImprecise the reasons.
func (s Status) Hidden() bool {
	return s == HiddenSmall || s == HiddenOthers || s == HiddenExtreme || s == HiddenImprecise
}

// String returns the word for the status used in JSON.
func (s Status) String() string {
	switch s {
	case Estimated:
		return "estimated"
	case NoAnswers:
		return "no-answers"
	case Unknown:
		return "unknown"
	case HiddenSmall:
		return "hidden-small"
	case HiddenOthers:
		return "hidden-others"
	case HiddenExtreme:
		return "hidden-extreme"
	case HiddenImprecise:
		return "hidden-imprecise"
	}
	return "not-estimated"
}

// Method says how the interval of an Estimate was made.
type Method string

// The methods.
const (
	// NoInterval: a fact, or too few answers for an interval (see Warnings).
	NoInterval Method = ""
	// Wilson score interval for a proportion, without finite population
	// correction.
	Wilson Method = "wilson"
	// Hypergeometric: exact for a random draw without replacement from a known
	// number of organisations.
	Hypergeometric Method = "hypergeometric"
	// StudentT: mean with its standard error and Student's t.
	StudentT Method = "t"
	// Yuen: trimmed mean with the winsorised variance.
	Yuen Method = "yuen"
	// OrderStatistics: exact binomial interval for a quantile.
	OrderStatistics Method = "order-statistics"
	// PartOfWhole: difference of a part and the whole it belongs to, with their
	// joint influence functions.
	PartOfWhole Method = "part-of-whole"
	// Newcombe's hybrid score interval for the difference of two shares.
	Newcombe Method = "newcombe"
	// Linearised ratio: share of answers, with the respondent as unit.
	Linearised Method = "linearised-ratio"
	// Taylor: weighted mean, total or ratio with Student's t at the degrees of
	// freedom of the design.
	Taylor Method = "taylor"
	// Woodruff: weighted quantile, its interval through that for a share.
	Woodruff Method = "woodruff"
	// Census: all organisations of the group answered, so there is no margin.
	Census Method = "census"
	// WorstCase: from none to all of the bodies that did not answer; no chance is
	// involved.
	WorstCase Method = "worst-case"
	// The intervals of a weighted share, see estimate.IntervalMethod.
	KornGraubard Method = Method(estimate.KornGraubardInterval)
)

// Note is a remark on one figure, shown as a footnote.
type Note string

// The notes.
const (
	NoteFewAnswers Note = "few-answers" // base under 10: indicative only
	NoteNoInterval Note = "no-interval" // too few answers for an interval
	NoteExtreme    Note = "extreme"     // the interval would show the smallest or largest answer
	NoteAllEqual   Note = "all-equal"   // every answer is the same
	NoteLonely     Note = "lonely"      // a stratum has one answer, so its spread was assumed
	NoteFreedom    Note = "no-freedom"  // as many strata as answers: no interval
	NoteRounded    Note = "rounded"     // rounded, as more digits would tell of a hidden group
	NotePooled     Note = "pooled"      // strata share a weight, as their own would tell of a hidden group

	// Why the rule of publication left a figure out.
	NoteSmallBase      Note = "small-base"       // fewer than FewAnswers answers
	NoteEffectiveBase  Note = "effective-base"   // worth fewer than 30 answers
	NoteWide           Note = "wide"             // the interval is too wide
	NoteRelativelyWide Note = "relatively-wide"  // the interval is too wide for so small a share
	NoteWideOfPossible Note = "wide-of-possible" // the interval is more than half of what is possible

	// What the rule of publication wants a second look at.
	NoteAllOrNone  Note = "all-or-none" // the share is 0 or 100 %
	NoteFewFreedom Note = "few-freedom" // fewer than 8 degrees of freedom
	NoteComplement Note = "complement"  // the interval is wide for the rest, 100 % less the share
)

// Estimate is one figure with its margin and what it rests on.
type Estimate struct {
	Status Status
	// Value is a proportion in [0, 1] for shares, else in the row's unit.
	Value float64
	// SE is the standard error of Value; 0 where the method has none.
	SE float64
	// Low and High bound Value with confidence Level (0.95) by Method; both 0
	// when Method is NoInterval.
	Low, High, Level float64
	Method           Method
	// DF are the degrees of freedom of StudentT and Yuen.
	DF float64
	// Count is the number of respondents that a share counts, or of ticks for a
	// share of answers; Base the number that it is a share of, or on which a
	// statistic rests.
	Count, Base int
	// Population is the number of organisations that exist in the group, and
	// CountLow to CountHigh how many of them the interval speaks of;
	// Hypergeometric only.
	Population, CountLow, CountHigh int
	// Weighted says that Value is an estimate for the population by the design of
	// the survey. Then Unweighted is the plain value among the respondents,
	// WeightedBase the sum of the weights of Base, EffectiveBase the number of
	// equally weighted answers that would know as much (Kish), and DesignEffect
	// the variance over that of a simple random sample drawn without replacement
	// (DesignEffectReplacement: with); 0 when undefined.
	Weighted                              bool
	Unweighted                            float64
	WeightedBase, EffectiveBase           float64
	DesignEffect, DesignEffectReplacement float64
	Notes                                 []Note
	// Lonely are the positions in Design.Strata of the strata with one answer that
	// are part of the figure, going up; with NoteLonely only.
	Lonely []int
}
