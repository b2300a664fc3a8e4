// Package contrast tests differences: between the answers of groups, between
// the columns of a table, between a part and the whole, between two waves. It
// knows no survey, no question and no language.
//
// # Which test
//
// Choose names the test for a situation and the ground of the choice. In short:
//
//   - Shares, with weights or strata: Rao and Scott's second-order F
//     (RaoScott), on the observed shares and their design covariance.
//   - Shares, plain counts: Pearson's chi-square, and Fisher's exact test when
//     an expected count is below 5, also under a design, where the linearised
//     variance of a group that answers as one is 0 and no test can rest on it.
//   - Means: the design t test, or Welch's t for a plain sample; with few
//     answers, and for ordinal scales, ranks (MannWhitney, KruskalWallis).
//   - The same bodies twice: McNemar's exact test on those that changed. Two waves
//     with some bodies in common: Waves and WaveMeans.
//   - A part against the whole: the two overlap, and so PartWhole, or a
//     difference with the joint influence of the two, never two samples.
//
// # Conventions
//
// Every test returns a Result. A p value is two-sided unless said otherwise. A
// test that can't be done says why in Withheld, and then P and Adjusted are 1:
// who forgets to look never announces a difference. Not to find a difference is
// not to find that there is none: Detectable and SmallestSeen say what could
// have been seen, Equivalence tests whether two figures are alike.
//
// Broken promises of the caller (a level of 95, a table with a negative count)
// panic with a message that begins with "contrast:". Too little data is no
// broken promise.
//
// No result depends on the order of the units, and the chance in the sampled
// Fisher test comes from a fixed seed: the same data give the same bits.
package contrast

// Name says which test a Result comes from.
type Name string

// The tests, in the order of the package documentation.
const (
	RaoScottF     Name = "rao-scott-f"     // second order
	RaoScottChi2  Name = "rao-scott-chi2"  // first order
	WaldF         Name = "wald"            // on the residuals from independence
	AdjustedWaldF Name = "adjusted-wald"   // with its degrees of freedom corrected
	PearsonChi2   Name = "pearson"         // unweighted counts
	FisherExact   Name = "fisher"          // all tables with the same margins
	FisherSampled Name = "fisher-sampled"  // tables drawn with the same margins
	DesignT       Name = "design-t"        // difference of two domains
	DesignMeansF  Name = "design-means"    // equality of several domain means
	DesignRankT   Name = "design-rank"     // difference of two mean ranks
	WelchT        Name = "welch"           // two plain samples
	RankSumExact  Name = "mann-whitney"    // exact distribution
	RankSumNormal Name = "mann-whitney-z"  // normal with ties and continuity
	KruskalChi2   Name = "kruskal-wallis"  // chi-square with ties
	McNemarExact  Name = "mcnemar"         // binomial of those that changed
	McNemarMidP   Name = "mcnemar-mid-p"   // the same, less half of what was seen
	NewcombeScore Name = "newcombe"        // hybrid score interval
	ColumnsT      Name = "columns-t"       // pooled share on effective bases
	PartWholeT    Name = "part-whole-t"    // the same, the part inside the whole
	PartlyPairedZ Name = "partly-paired-z" // two waves with some common bodies, shares
	PartlyPairedT Name = "partly-paired-t" // the same, means
	TwoOneSided   Name = "two-one-sided"   // equivalence
	NoTest        Name = ""                // see Result.Withheld
)

// Reason says why no test can be done.
type Reason string

// The reasons.
const (
	Done            Reason = ""                  // the test was done
	OneAnswer       Reason = "one-answer"        // all units gave the same answer
	EmptyGroup      Reason = "empty-group"       // a group without units, or fewer than two groups
	ConstantGroup   Reason = "constant-group"    // a small group answers as one: its variance is estimated as 0
	NoVariance      Reason = "no-variance"       // the standard error is 0
	SmallExpected   Reason = "small-expected"    // an expected count is too small
	NoFreedom       Reason = "no-freedom"        // no degrees of freedom left
	SmallBase       Reason = "small-base"        // fewer units than the minimum base
	Singular        Reason = "singular"          // the covariance of the differences has no inverse
	NobodyChanged   Reason = "nobody-changed"    // paired answers are all the same
	NotForSituation Reason = "not-for-situation" // no test of this package fits
)

// Measure names an effect size.
type Measure string

// The effect sizes.
const (
	NoMeasure     Measure = ""
	CohenH        Measure = "cohen-h"        // difference of arcsines, see the function H
	CohenD        Measure = "cohen-d"        // difference in standard deviations, signed
	CramerV       Measure = "cramer-v"       // 0 to 1
	Phi           Measure = "phi"            // -1 to 1, two by two
	Superiority   Measure = "superiority"    // P(first > second) + P(equal)/2, 0 to 1
	EpsilonSquare Measure = "epsilon-square" // part of the variance of the ranks, 0 to 1
)

// Effect is the size of a difference, whatever the number of units.
type Effect struct {
	Measure Measure
	Value   float64
}

// Difference is the first figure less the second. Where Interval is false, Low
// and High are 0.
type Difference struct {
	Value     float64
	Interval  bool
	Low, High float64
}

// Result is the outcome of a test.
type Result struct {
	Name Name
	// Statistic is F, chi-square, t, U or the smaller count of McNemar, as the
	// test's function says.
	Statistic float64
	// Uncorrected is Pearson's chi-square before the design enters, for the two
	// tests of Rao and Scott; 0 for the others.
	Uncorrected float64
	// DF1 are the degrees of freedom, of the numerator for an F; DF2 those of the
	// denominator. 0 where the test has none.
	DF1, DF2 float64
	// P is the two-sided p value, in [0, 1].
	P float64
	// Adjusted is P corrected for the number of tests in the family, see Adjust;
	// equal to P until then.
	Adjusted float64
	// Difference is set by the tests of two figures.
	Difference Difference
	Effect     Effect
	// Draws is the number of tables drawn for a sampled p value, 0 when P is not
	// sampled, and Error the standard error of that P.
	Draws int
	Error float64
	// Withheld is why there is no test; then P and Adjusted are 1.
	Withheld Reason
}

// withheld is the result of a test that can't be done.
func withheld(name Name, why Reason) Result {
	return Result{Name: name, P: 1, Adjusted: 1, Withheld: why}
}

// found sets the p value, cut off to [0, 1].
func (r Result) found(p float64) Result {
	r.P = min(max(p, 0), 1)
	r.Adjusted = r.P
	return r
}
