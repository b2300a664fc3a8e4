package contrast

// Kind is what is compared.
type Kind string

// The kinds.
const (
	KindShare   Kind = "share"   // answers without order, one of two or of several
	KindOrdinal Kind = "ordinal" // points of a scale
	KindMean    Kind = "mean"    // quantities
)

// Overlap says which units the groups have in common.
type Overlap string

// The overlaps.
const (
	Apart       Overlap = "apart"   // none: the groups exclude each other
	PartOfWhole Overlap = "part"    // the first group is part of the second
	SameBodies  Overlap = "paired"  // the same bodies answered twice
	Partial     Overlap = "partial" // some units are in both
)

// Situation is what the choice of a test rests on.
type Situation struct {
	Kind    Kind
	Overlap Overlap
	// Groups is the number of groups and Smallest the units in the smallest of
	// them. Answers is the number of different answers given.
	Groups, Smallest, Answers int
	// Design is true when weights, strata or a finite population correction play a
	// part, and DF are then its degrees of freedom.
	Design bool
	DF     float64
	// LeastExpected is the smallest expected count of the unweighted table, see
	// Counts.LeastExpected; it matters for shares.
	LeastExpected float64
	// Constant is true when the units of some group all gave the same answer.
	Constant bool
	// Changed is the number of paired bodies that changed their answer.
	Changed int
}

// Ground says why a test was chosen.
type Ground string

// The grounds.
const (
	NoGround       Ground = ""
	BecauseDesign  Ground = "design"         // weights, strata or a finite population
	BecauseSimple  Ground = "simple"         // a plain sample with enough answers
	BecauseSmall   Ground = "small-expected" // an expected count is below 5
	BecauseConst   Ground = "constant"       // a small group answers as one
	BecauseFew     Ground = "few"            // too few answers to trust a mean's normality
	BecauseScale   Ground = "scale"          // the points of a scale have an order, no distance
	BecausePaired  Ground = "paired"         // the same bodies twice
	BecauseOverlap Ground = "overlap"        // the groups share units
	BecauseFreedom Ground = "no-freedom"     // the design leaves no degrees of freedom
)

const (
	// enoughExpected is the expected count from which a chi-square is trusted.
	enoughExpected = 5
	// enoughForMeans is the size of the smallest group from which a mean is
	// taken to be near normal.
	enoughForMeans = 15
)

// Choice is the test for a situation, its ground, and when there is none why.
type Choice struct {
	Test     Name
	Ground   Ground
	Withheld Reason
}

// Choose returns the test for a situation. In this order:
//
//  1. Fewer than two groups or a group without units: EmptyGroup. One answer in
//     all: OneAnswer.
//  2. The same bodies twice: of a mean or under a design DesignT on the
//     differences (NoFreedom when DF <= 1); of a plain share or scale
//     McNemarExact, on those that went up and down for a scale; NobodyChanged
//     when nobody did.
//  3. Groups that overlap: under a design, or for scales and means, DesignT with
//     the joint influence (of the mean rank for a scale); a plain part against
//     its whole is the part against the rest, so PartWholeT, or FisherExact on
//     part and rest when an expected count is below 5; other plain shares
//     ColumnsT. More than two overlapping groups are compared in pairs:
//     NotForSituation.
//  4. Shares of groups apart: when an expected count is below 5 FisherExact on
//     the unweighted counts, under a design only when it is below 1, a group
//     answers as one, or DF <= 0, where Rao and Scott's test can't be trusted;
//     otherwise RaoScottF under a design and PearsonChi2 without. Fisher under a
//     design tests the units as they came, without weights: say so.
//  5. Means and scales of groups apart, under a design: DesignT for two and
//     DesignMeansF for more, DesignRankT for a scale of two groups; NoFreedom
//     when no degree is left after one per further group.
//  6. Plain means: WelchT for two groups with at least 15 units each. Fewer, or
//     more groups, or a scale: RankSumExact for two (MannWhitney, which turns to
//     the normal when there are ties) and KruskalChi2 for more.
//
// Any of these can be overruled by calling another test; this is a default, not
// a wall. With more than one test the p values need Adjust.
func Choose(s Situation) Choice {
	switch {
	case s.Groups < 2 || s.Smallest < 1:
		return Choice{Withheld: EmptyGroup}
	case s.Answers < 2:
		return Choice{Withheld: OneAnswer}
	}
	switch {
	case s.Overlap == SameBodies:
		return choosePaired(s)
	case s.Overlap == PartOfWhole || s.Overlap == Partial:
		return chooseOverlapping(s)
	case s.Kind == KindShare:
		return chooseShare(s)
	case s.Design:
		return chooseDesign(s)
	}
	return choosePlain(s)
}

func choosePaired(s Situation) Choice {
	switch {
	case s.Groups > 2:
		return Choice{Withheld: NotForSituation}
	case s.Changed == 0:
		return Choice{Withheld: NobodyChanged}
	case s.Design || s.Kind == KindMean:
		return s.needs(1, Choice{Test: DesignT, Ground: BecausePaired})
	}
	return Choice{Test: McNemarExact, Ground: BecausePaired}
}

func chooseOverlapping(s Situation) Choice {
	switch {
	case s.Groups > 2:
		return Choice{Withheld: NotForSituation}
	case s.Kind == KindOrdinal:
		return s.needs(1, Choice{Test: DesignRankT, Ground: BecauseOverlap})
	case s.Design || s.Kind == KindMean:
		return s.needs(1, Choice{Test: DesignT, Ground: BecauseOverlap})
	case s.Overlap == Partial:
		return Choice{Test: ColumnsT, Ground: BecauseOverlap}
	case s.LeastExpected < enoughExpected:
		return Choice{Test: FisherExact, Ground: BecauseSmall}
	}
	return Choice{Test: PartWholeT, Ground: BecauseOverlap}
}

func chooseShare(s Situation) Choice {
	small := s.LeastExpected < enoughExpected
	switch {
	case !s.Design && small:
		return Choice{Test: FisherExact, Ground: BecauseSmall}
	case !s.Design:
		return Choice{Test: PearsonChi2, Ground: BecauseSimple}
	case !(s.DF > 0):
		return Choice{Test: FisherExact, Ground: BecauseFreedom}
	case s.Constant && small:
		return Choice{Test: FisherExact, Ground: BecauseConst}
	case s.LeastExpected < 1:
		return Choice{Test: FisherExact, Ground: BecauseSmall}
	}
	return Choice{Test: RaoScottF, Ground: BecauseDesign}
}

func chooseDesign(s Situation) Choice {
	c := Choice{Test: DesignMeansF, Ground: BecauseDesign}
	if s.Groups == 2 {
		c.Test = DesignT
		if s.Kind == KindOrdinal {
			c.Test = DesignRankT
		}
	}
	return s.needs(float64(s.Groups-1), c)
}

func choosePlain(s Situation) Choice {
	c := Choice{Test: KruskalChi2, Ground: BecauseScale}
	if s.Groups == 2 {
		c.Test = RankSumExact
	}
	switch {
	case s.Kind == KindOrdinal:
	case s.Smallest < enoughForMeans:
		c.Ground = BecauseFew
	case s.Groups == 2:
		c = Choice{Test: WelchT, Ground: BecauseSimple}
	default:
		c.Ground = BecauseSimple
	}
	return c
}

// needs returns the choice when the design has more degrees of freedom than
// given, and otherwise that it has none left.
func (s Situation) needs(more float64, c Choice) Choice {
	if !(s.DF > more) {
		return Choice{Withheld: NoFreedom, Ground: BecauseFreedom}
	}
	return c
}
