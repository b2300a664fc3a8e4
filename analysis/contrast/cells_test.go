package contrast

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// multinomial is the table as a simple sample: shares n/N and their covariance.
func multinomial(t Counts) Cells {
	n := float64(t.total())
	k := len(t.Count)
	c := Cells{Rows: t.Rows, Columns: t.Columns, Share: make([]float64, k), Covariance: make([]float64, k*k), N: t.total(), DF: n - 1}
	for a := range k {
		c.Share[a] = float64(t.Count[a]) / n
	}
	for a := range k {
		for b := range k {
			v := -c.Share[a] * c.Share[b]
			if a == b {
				v += c.Share[a]
			}
			c.Covariance[a*k+b] = v / n
		}
	}
	return c
}

func moved(c Cells, rows, columns []int) Cells {
	out := Cells{Rows: c.Rows, Columns: c.Columns, N: c.N, DF: c.DF}
	var cells []int
	for _, i := range rows {
		for _, j := range columns {
			cells = append(cells, i*c.Columns+j)
		}
	}
	for _, a := range cells {
		out.Share = append(out.Share, c.Share[a])
		for _, b := range cells {
			out.Covariance = append(out.Covariance, c.Covariance[a*len(c.Share)+b])
		}
	}
	return out
}

func TestSimpleSampleIsPearson(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := drawCounts(t, 4, 20)
		for i := range counts.Count {
			counts.Count[i]++
		}
		cells := multinomial(counts)
		pearson := Pearson(counts)
		if pearson.Statistic < 1e-9 {
			return
		}
		// Without a design all design effects are 1.
		first, second := RaoScottFirst(cells, Guard{}), RaoScott(cells, Guard{})
		for what, pair := range map[string][2]float64{
			"X²": {first.Statistic, pearson.Statistic}, "p": {first.P, pearson.P},
			"df": {second.DF1, pearson.DF1}, "F": {second.Statistic, pearson.Statistic / pearson.DF1},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-8*math.Abs(pair[1]) {
				t.Fatalf("%s %v, Pearson %v", what, pair[0], pair[1])
			}
		}
	})
}

func TestAssociationHasNoLabels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := drawCounts(t, 4, 20)
		if counts.total() < 2 {
			return
		}
		cells := multinomial(counts)
		other, rows, columns := relabelled(t, counts)
		around := moved(cells, rows, columns)
		for _, guard := range [][2]Guard{{}, {Cautious(counts.Count), Cautious(other.Count)}, {Cautious(nil), Cautious(nil)}} {
			for _, test := range []func(Cells, Guard) Result{RaoScott, RaoScottFirst, Wald, AdjustedWald} {
				r, s := test(cells, guard[0]), test(around, guard[1])
				if r.Withheld == Singular || s.Withheld == Singular || r.Uncorrected < 1e-9 && r.Name != WaldF && r.Name != AdjustedWaldF {
					continue // on the edge of what floats can tell
				}
				if r.Withheld != s.Withheld || math.Abs(r.Statistic-s.Statistic) > 1e-7*(1+math.Abs(r.Statistic)) || math.Abs(r.P-s.P) > 1e-7 {
					t.Fatalf("%+v, in another order %+v", r, s)
				}
				if !(r.P >= 0 && r.P <= 1) || math.IsNaN(r.Statistic) {
					t.Fatalf("%+v", r)
				}
			}
		}
	})
}

func TestGuard(t *testing.T) {
	// Two of 25 GGD's answer, both no: their variance is estimated as 0 and the
	// test of R finds a difference. Municipalities 48 of 92, N 380.
	counts := Counts{2, 2, []int{48, 0, 44, 2}}
	w := []float64{380.0 / 405 / 92, 25.0 / 405 / 2}
	v := square(380.0/405) * (1 - 92.0/380) / 91 * 48 / 92 * 44 / 92
	cells := Cells{
		Rows: 2, Columns: 2, N: 94, DF: 92,
		Share:      []float64{48 * w[0], 0, 44 * w[0], 2 * w[1]},
		Covariance: []float64{v, 0, -v, 0, 0, 0, 0, 0, -v, 0, v, 0, 0, 0, 0, 0},
	}
	if r := RaoScott(cells, Guard{}); r.Withheld != Done || r.P > 0.05 {
		t.Errorf("without a guard: %+v", r)
	}
	if r := RaoScott(cells, Guard{Constant: 5, Counts: counts.Count}); r.Withheld != ConstantGroup || r.P != 1 {
		t.Errorf("constant group: %+v", r)
	}
	if r := Wald(cells, Cautious(counts.Count)); r.Withheld != SmallExpected {
		t.Errorf("small expected count: %+v", r)
	}
	if c := Choose(Situation{Kind: KindShare, Overlap: Apart, Groups: 2, Smallest: 2, Answers: 2, Design: true, DF: 92, LeastExpected: counts.LeastExpected(), Constant: true}); c.Test != FisherExact {
		t.Errorf("%+v", c)
	}
	if p := Fisher(counts).P; p < 0.2 {
		t.Errorf("Fisher %v", p)
	}
}

func TestWithheldAssociation(t *testing.T) {
	one := multinomial(Counts{2, 2, []int{3, 4, 0, 0}})
	census := multinomial(Counts{2, 2, []int{3, 4, 5, 6}})
	census.Covariance = make([]float64, 16)
	free := multinomial(Counts{2, 2, []int{3, 4, 5, 6}})
	free.DF = 0
	for _, c := range []struct {
		name  string
		cells Cells
		why   []Reason
	}{
		{"one answer", one, []Reason{OneAnswer, OneAnswer, OneAnswer, OneAnswer}},
		{"census", census, []Reason{NoVariance, NoVariance, Singular, Singular}},
		{"no freedom", free, []Reason{NoFreedom, Done, NoFreedom, NoFreedom}},
		{"nothing", Cells{Rows: 1, Columns: 1, Share: []float64{0}, Covariance: []float64{0}}, slices.Repeat([]Reason{EmptyGroup}, 4)},
	} {
		for i, test := range []func(Cells, Guard) Result{RaoScott, RaoScottFirst, Wald, AdjustedWald} {
			if r := test(c.cells, Guard{}); r.Withheld != c.why[i] || r.Withheld != Done && r.P != 1 {
				t.Errorf("%s, test %d: %+v", c.name, i, r)
			}
		}
	}
	if r := DesignMeans([]float64{1}, []float64{1}, 9); r.Withheld != EmptyGroup {
		t.Errorf("%+v", r)
	}
	if r := DesignMeans([]float64{1, 2}, []float64{1, 0, 0, 1}, 1); r.Withheld != NoFreedom {
		t.Errorf("%+v", r)
	}
	if r := DesignMeans([]float64{1, 2}, []float64{0, 0, 0, 0}, 9); r.Withheld != Singular {
		t.Errorf("%+v", r)
	}
}

func TestChoose(t *testing.T) {
	base := Situation{Kind: KindShare, Overlap: Apart, Groups: 2, Smallest: 20, Answers: 2, DF: 90, LeastExpected: 9, Changed: 4}
	with := func(change func(*Situation)) Situation { s := base; change(&s); return s }
	for _, c := range []struct {
		s    Situation
		want Choice
	}{
		{base, Choice{Test: PearsonChi2, Ground: BecauseSimple}},
		{with(func(s *Situation) { s.LeastExpected = 4.9 }), Choice{Test: FisherExact, Ground: BecauseSmall}},
		{with(func(s *Situation) { s.Design = true }), Choice{Test: RaoScottF, Ground: BecauseDesign}},
		{with(func(s *Situation) { s.Design, s.LeastExpected = true, 2 }), Choice{Test: RaoScottF, Ground: BecauseDesign}},
		{with(func(s *Situation) { s.Design, s.LeastExpected = true, 0.9 }), Choice{Test: FisherExact, Ground: BecauseSmall}},
		{with(func(s *Situation) { s.Design, s.LeastExpected, s.Constant = true, 2, true }), Choice{Test: FisherExact, Ground: BecauseConst}},
		{with(func(s *Situation) { s.Design, s.Constant = true, true }), Choice{Test: RaoScottF, Ground: BecauseDesign}},
		{with(func(s *Situation) { s.Design, s.DF = true, 0 }), Choice{Test: FisherExact, Ground: BecauseFreedom}},
		{with(func(s *Situation) { s.Answers = 1 }), Choice{Withheld: OneAnswer}},
		{with(func(s *Situation) { s.Smallest = 0 }), Choice{Withheld: EmptyGroup}},
		{with(func(s *Situation) { s.Groups = 1 }), Choice{Withheld: EmptyGroup}},
		{with(func(s *Situation) { s.Overlap = SameBodies }), Choice{Test: McNemarExact, Ground: BecausePaired}},
		{with(func(s *Situation) { s.Overlap, s.Design = SameBodies, true }), Choice{Test: DesignT, Ground: BecausePaired}},
		{with(func(s *Situation) { s.Overlap, s.Changed = SameBodies, 0 }), Choice{Withheld: NobodyChanged}},
		{with(func(s *Situation) { s.Overlap = PartOfWhole }), Choice{Test: PartWholeT, Ground: BecauseOverlap}},
		{with(func(s *Situation) { s.Overlap, s.LeastExpected = PartOfWhole, 2 }), Choice{Test: FisherExact, Ground: BecauseSmall}},
		{with(func(s *Situation) { s.Overlap, s.Design = PartOfWhole, true }), Choice{Test: DesignT, Ground: BecauseOverlap}},
		{with(func(s *Situation) { s.Overlap = Partial }), Choice{Test: ColumnsT, Ground: BecauseOverlap}},
		{with(func(s *Situation) { s.Overlap, s.Groups = Partial, 3 }), Choice{Withheld: NotForSituation}},
		{with(func(s *Situation) { s.Overlap, s.Kind = Partial, KindOrdinal }), Choice{Test: DesignRankT, Ground: BecauseOverlap}},
		{with(func(s *Situation) { s.Kind = KindMean }), Choice{Test: WelchT, Ground: BecauseSimple}},
		{with(func(s *Situation) { s.Kind, s.Smallest = KindMean, 8 }), Choice{Test: RankSumExact, Ground: BecauseFew}},
		{with(func(s *Situation) { s.Kind, s.Groups = KindMean, 3 }), Choice{Test: KruskalChi2, Ground: BecauseSimple}},
		{with(func(s *Situation) { s.Kind = KindOrdinal }), Choice{Test: RankSumExact, Ground: BecauseScale}},
		{with(func(s *Situation) { s.Kind, s.Groups = KindOrdinal, 5 }), Choice{Test: KruskalChi2, Ground: BecauseScale}},
		{with(func(s *Situation) { s.Kind, s.Design = KindOrdinal, true }), Choice{Test: DesignRankT, Ground: BecauseDesign}},
		{with(func(s *Situation) { s.Kind, s.Design = KindMean, true }), Choice{Test: DesignT, Ground: BecauseDesign}},
		{with(func(s *Situation) { s.Kind, s.Design, s.Groups = KindMean, true, 5 }), Choice{Test: DesignMeansF, Ground: BecauseDesign}},
		{with(func(s *Situation) { s.Kind, s.Design, s.DF = KindMean, true, 1 }), Choice{Withheld: NoFreedom, Ground: BecauseFreedom}},
	} {
		if got := Choose(c.s); got != c.want {
			t.Errorf("%+v: %+v, want %+v", c.s, got, c.want)
		}
	}
}
