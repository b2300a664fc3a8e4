package contrast

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Ozone of R's data set airquality by month, May to September, without gaps.
var ozone = [][]float64{
	{41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37},
	{29, 71, 39, 23, 21, 37, 20, 12, 13},
	{135, 49, 32, 64, 40, 77, 97, 97, 85, 10, 27, 7, 48, 35, 61, 79, 63, 16, 80, 108, 20, 52, 82, 50, 64, 59},
	{39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85},
	{96, 78, 73, 91, 47, 32, 20, 23, 21, 24, 44, 21, 28, 9, 13, 46, 18, 13, 24, 16, 13, 23, 36, 7, 14, 30, 14, 18, 20},
}

func TestMannWhitney(t *testing.T) {
	// R 4.2.2: wilcox.test(x, y), and with exact = FALSE where there are ties. The
	// first is Hollander & Wolfe's (1973, p. 69), as in ?wilcox.test.
	long := make([]float64, 60)
	for i := range long {
		long[i] = float64(i+1) + 0.1
	}
	curve := make([]float64, 58)
	for i := range curve {
		curve[i] = math.Pow(2+116*float64(i)/57, 1.01)
	}
	half := []float64{1.1, 2.2, 3.3, 4.4}
	for i := 20; i <= 40; i++ {
		half = append(half, float64(i)+0.5)
	}
	whole := []float64{5, 6, 7, 8}
	for i := 10; i <= 29; i++ {
		whole = append(whole, float64(i))
	}
	for _, c := range []struct {
		what string
		x, y []float64
		name Name
		u, p float64
	}{
		{"placenta", []float64{0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46}, []float64{1.15, 0.88, 0.90, 0.74, 1.21}, RankSumExact, 35, 0.2544122544122544},
		{"ozone in May and August", ozone[0], ozone[3], RankSumNormal, 127.5, 0.0001208078307687744},
		{"large", long, curve, RankSumNormal, 842, 1.356598099426633e-06},
		{"small", []float64{1, 2, 3}, []float64{4, 5, 6, 7, 8}, RankSumExact, 0, 0.03571428571428571},
		{"middle", half, whole, RankSumExact, 459, 0.001160001522816899},
		{"ties", []float64{1, 1, 2, 3, 3, 4}, []float64{2, 3, 4, 4, 5, 5, 5}, RankSumNormal, 6.5, 0.04138940400914932},
	} {
		r := MannWhitney(c.x, c.y)
		if r.Name != c.name || r.Statistic != c.u {
			t.Errorf("%s: %+v", c.what, r)
		}
		near(t, c.what, r.P, c.p, 1e-9)
		near(t, c.what+" effect", r.Effect.Value, c.u/float64(len(c.x)*len(c.y)), 1e-15)
	}
	if r := MannWhitney([]float64{2, 2}, []float64{2}); r.Withheld != OneAnswer {
		t.Errorf("all equal: %+v", r)
	}
	if r := MannWhitney(nil, []float64{2}); r.Withheld != EmptyGroup {
		t.Errorf("empty: %+v", r)
	}
}

func TestKruskalWallis(t *testing.T) {
	// R 4.2.2: kruskal.test(list(...)); Hollander & Wolfe (1973), p. 116, and Ozone
	// ~ Month of airquality, as in ?kruskal.test.
	lungs := KruskalWallis([][]float64{{2.9, 3.0, 2.5, 2.6, 3.2}, {3.8, 2.7, 4.0, 2.4}, {2.8, 3.4, 3.7, 2.2, 2.0}})
	near(t, "lungs", lungs.Statistic, 0.7714285714285722, 1e-12)
	near(t, "lungs p", lungs.P, 0.6799647735788936, 1e-12)
	air := KruskalWallis(append(slices.Clone(ozone), nil))
	near(t, "ozone", air.Statistic, 29.26657630611694, 1e-12)
	near(t, "ozone df", air.DF1, 4, 0)
	near(t, "ozone p", air.P, 6.900714118546784e-06, 1e-9)
	if r := KruskalWallis([][]float64{{1, 2}, nil}); r.Withheld != EmptyGroup {
		t.Errorf("one group: %+v", r)
	}
	if r := KruskalWallis([][]float64{{1, 1}, {1}}); r.Withheld != OneAnswer {
		t.Errorf("one answer: %+v", r)
	}
}

func TestRanksHaveNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers := rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 30), func(i int) float64 { return float64(i) / 10 }), 1, 20)
		x, y := numbers.Draw(t, "x"), numbers.Draw(t, "y")
		r := MannWhitney(x, y)
		moved := MannWhitney(rapid.Permutation(x).Draw(t, "x moved"), rapid.Permutation(y).Draw(t, "y moved"))
		if r != moved {
			t.Fatalf("%+v, in another order %+v", r, moved)
		}
		other := MannWhitney(y, x)
		if math.Abs(other.P-r.P) > 1e-12 || other.Withheld == Done && other.Statistic+r.Statistic != float64(len(x)*len(y)) {
			t.Fatalf("%+v, the other way round %+v", r, other)
		}
		if r.P < 0 || r.P > 1 {
			t.Fatalf("p %v", r.P)
		}
		// Without the continuity correction two groups are Kruskal and Wallis's.
		k := KruskalWallis([][]float64{x, y})
		if k.Withheld != r.Withheld || k.P < 0 || k.P > 1 || k.Effect.Value < 0 || k.Effect.Value > 1 {
			t.Fatalf("%+v beside %+v", k, r)
		}
		w := Moments(x)
		if v := Moments(rapid.Permutation(x).Draw(t, "x again")); v != w {
			t.Fatalf("%+v, in another order %+v", w, v)
		}
	})
}

func TestPopulationRanks(t *testing.T) {
	got := PopulationRanks([]float64{3, 1, 3, 2}, []float64{1, 2, 3, 2})
	want := []float64{6.0 / 8, 1.0 / 8, 6.0 / 8, 3.0 / 8}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := PopulationRanks([]float64{1, 2}, []float64{0, 0}); !slices.Equal(got, []float64{0, 0}) {
		t.Errorf("no weight: %v", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 5), func(i int) float64 { return float64(i) }), 1, 20).Draw(t, "y")
		w := rapid.SliceOfN(rapid.Float64Range(0.1, 9), len(y), len(y)).Draw(t, "w")
		ranks := PopulationRanks(y, w)
		total, mean := 0.0, 0.0
		for i := range y {
			total += w[i]
			mean += w[i] * ranks[i]
		}
		// The mean place in the population is always the middle.
		if math.Abs(mean/total-0.5) > 1e-12 {
			t.Fatalf("mean rank %v", mean/total)
		}
	})
}

func TestWelch(t *testing.T) {
	// R 4.2.2: t.test(extra ~ group, data = sleep).
	r := Welch(
		Moments([]float64{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0}),
		Moments([]float64{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}))
	near(t, "sleep t", r.Statistic, -1.860813467486853, 1e-12)
	near(t, "sleep df", r.DF1, 17.7764735161785, 1e-12)
	near(t, "sleep p", r.P, 0.07939414018735817, 1e-9)
	// R 4.2.2: t.test(len ~ supp, data = ToothGrowth), OJ less VC.
	vc := []float64{4.2, 11.5, 7.3, 5.8, 6.4, 10, 11.2, 11.2, 5.2, 7, 16.5, 16.5, 15.2, 17.3, 22.5, 17.3, 13.6, 14.5, 18.8, 15.5, 23.6, 18.5, 33.9, 25.5, 26.4, 32.5, 26.7, 21.5, 23.3, 29.5}
	oj := []float64{15.2, 21.5, 17.6, 9.7, 14.5, 10, 8.2, 9.4, 16.5, 9.7, 19.7, 23.3, 23.6, 26.4, 20, 25.2, 25.8, 21.2, 14.5, 27.3, 25.5, 26.4, 22.4, 24.5, 24.8, 30.9, 26.4, 27.3, 29.4, 23}
	r = Welch(Moments(oj), Moments(vc))
	near(t, "teeth t", r.Statistic, 1.915268268695268, 1e-12)
	near(t, "teeth df", r.DF1, 55.30943268264059, 1e-12)
	near(t, "teeth p", r.P, 0.06063450788093407, 1e-9)
	for _, c := range []struct {
		x, y Sample
		why  Reason
	}{
		{Sample{}, Moments(vc), EmptyGroup},
		{Moments([]float64{1}), Moments(vc), NoFreedom},
		{Moments([]float64{1, 1}), Moments([]float64{2, 2}), NoVariance},
	} {
		if r := Welch(c.x, c.y); r.Withheld != c.why || r.P != 1 {
			t.Errorf("%+v, want %v", r, c.why)
		}
	}
}
