package estimate

import (
	"math"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// fewAndLarge are the published questions per hour of the 56 users of WhatsApp
// in the 2018 sample: 13 large bodies and 43 others.
func fewAndLarge() []float64 {
	xs := []float64{2, 3, 4, 5, 6, 8, 9, 10, 10, 10, 10, 12, 15, 6}
	for _, run := range []struct {
		x     float64
		times int
	}{{0.5, 7}, {1, 14}, {2, 13}, {3, 5}, {4, 3}} {
		xs = append(xs, slices.Repeat([]float64{run.x}, run.times)...)
	}
	slices.Sort(xs)
	return xs
}

func TestMean(t *testing.T) {
	for _, c := range []struct {
		name                 string
		xs                   []float64
		value, se, low, high float64
		tolerance            float64
	}{
		// Design effect check of Stata's manual, without a population: SE 35.626;
		// more digits and the bounds from Python mpmath.
		{"ten amounts", []float64{15, 143, 21, 51, 337, 50, 274, 145, 15, 86},
			113.7, 35.6261607998018, 33.1080251637277, 194.291974836272, 1e-8},
		// R's data set sleep, paired: t.test's help page gives mean of the
		// differences -1.58, interval -2.4598858 to -0.7001142.
		{"sleep", []float64{-1.2, -2.4, -1.3, -1.3, 0, -1, -1.8, -0.8, -4.6, -1.4},
			-1.58, 1.58 / 4.0621277, -2.4598858, -0.7001142, 5e-8},
		// Two numbers by hand: SE is half their distance, t with 1 df 12.7062047.
		{"two", []float64{1, 3}, 2, 1, 2 - 12.7062047361747, 2 + 12.7062047361747, 1e-9},
	} {
		s := Mean(c.xs, 0.95)
		near(t, c.name+" mean", s.Value, c.value, 1e-14)
		near(t, c.name+" SE", s.SE, c.se, c.tolerance)
		near(t, c.name+" low", s.Low, c.low, c.tolerance)
		near(t, c.name+" high", s.High, c.high, c.tolerance)
		if !s.Interval || s.DF != float64(len(c.xs)-1) {
			t.Errorf("%s: interval %v, df %v", c.name, s.Interval, s.DF)
		}
	}
	// facts of the 2018 sample, row 20: mean 3.2 questions an hour.
	near(t, "WhatsApp questions", math.Round(10*Mean(fewAndLarge(), 0.95).Value), 32, 0)
}

func TestMeanEdges(t *testing.T) {
	for _, c := range []struct {
		name string
		xs   []float64
		want Summary
	}{
		{"none", nil, Summary{}},
		{"one", []float64{7}, Summary{Value: 7}},
		{"all equal", []float64{0.1, 0.1, 0.1}, Summary{Value: 0.1}},
		{"all equal, far from 0", []float64{1e15 + 0.3, 1e15 + 0.3}, Summary{Value: 1e15 + 0.3}},
		{"sum overflows", []float64{math.MaxFloat64, math.MaxFloat64 / 2}, Summary{Value: math.MaxFloat64 * 0.75}},
	} {
		if got := Mean(c.xs, 0.95); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
	panics(t, "level 1", func() { Mean([]float64{1, 2}, 1) })
	panics(t, "level NaN", func() { Mean([]float64{1, 2}, math.NaN()) })
}

func TestTrimmedMean(t *testing.T) {
	for _, c := range []struct {
		name                     string
		sorted                   []float64
		proportion               float64
		value, se, df, low, high float64
	}{
		// By hand: g = 1, what is left adds up to 28 over 8. Winsorised
		// 2 2 2 3 3 3 4 5 6 6 has mean 3.6 and squares 22.4, so SE is
		// sqrt(22.4/(8·7)) = sqrt(0.4); t with 7 df is 2.36462425159279.
		{"by hand", []float64{1, 2, 2, 3, 3, 3, 4, 5, 6, 30}, 0.1,
			3.5, math.Sqrt(0.4), 7, 2.00448031089915, 4.99551968910085},
		// The self-awareness data of R.R. Wilcox, Introduction to robust estimation
		// and hypothesis testing, ch. 3: 20 % trimmed mean 282.7, winsorised variance
		// 21,551.4, so SE is sqrt(18·21551.4269005848/(13·12)); bounds from mpmath.
		{"self-awareness", []float64{77, 87, 88, 114, 151, 210, 219, 246, 253, 262, 296, 299, 306, 376, 428, 515, 666, 1310, 2611}, 0.2,
			282.692307692308, math.Sqrt(18 * 21551.4269005848 / 156), 12, 174.041766945046, 391.342848439569},
	} {
		s := TrimmedMean(c.sorted, c.proportion, 0.95)
		near(t, c.name+" value", s.Value, c.value, 1e-12)
		near(t, c.name+" SE", s.SE, c.se, 1e-10)
		near(t, c.name+" low", s.Low, c.low, 1e-7)
		near(t, c.name+" high", s.High, c.high, 1e-7)
		if s.DF != c.df || !s.Interval {
			t.Errorf("%s: %v df, interval %v", c.name, s.DF, s.Interval)
		}
	}
}

func TestTrimmedMeanEdges(t *testing.T) {
	for _, c := range []struct {
		name   string
		sorted []float64
		want   Summary
	}{
		{"none", nil, Summary{}},
		{"one", []float64{7}, Summary{Value: 7}},
		{"all left equal", []float64{1, 2, 2, 2, 2, 2, 2, 2, 2, 30}, Summary{Value: 2}},
		{"two equal", []float64{2, 2}, Summary{Value: 2}},
	} {
		if got := TrimmedMean(c.sorted, 0.1, 0.95); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
	if got := TrimmedMean([]float64{1, 5, 100}, 0.4, 0.95); got != (Summary{Value: 5}) {
		t.Errorf("one left: %+v", got)
	}
	for _, c := range []struct {
		p    float64
		n, g int
	}{{0.1, 9, 0}, {0.1, 10, 1}, {0.1, 19, 1}, {0.1, 20, 2}, {0.1, 30, 3}, {0.29, 100, 29}, {0.4999999999999, 10, 4}, {0.25, 2, 0}} {
		if got := trimmed(c.p, c.n); got != c.g {
			t.Errorf("%v of %d: %d, want %d", c.p, c.n, got, c.g)
		}
	}
	panics(t, "trim half", func() { TrimmedMean([]float64{1, 2}, 0.5, 0.95) })
	panics(t, "not sorted", func() { TrimmedMean([]float64{2, 1}, 0.1, 0.95) })
}

// sample draws numbers of very different sizes, with repeats.
func sample(least, most int) *rapid.Generator[[]float64] {
	return rapid.SliceOfN(rapid.OneOf(
		rapid.SampledFrom([]float64{0.5, 1, 1.5, 2, 0.1, 1e15}),
		rapid.Float64Range(-1e6, 1e6),
		rapid.Float64Range(1e-20, 1e-10),
	), least, most)
}

// TestTrimmedMeanOfAll: with nothing trimmed it is the mean.
func TestTrimmedMeanOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		xs := sample(1, 40).Draw(t, "xs")
		slices.Sort(xs)
		if got, want := TrimmedMean(xs, 0, 0.95), Mean(xs, 0.95); math.Abs(got.SE-want.SE) > 1e-12*want.SE || got.Value != want.Value || got.Interval != want.Interval {
			t.Fatalf("%+v, want %+v", got, want)
		}
		trim := TrimmedMean(xs, 0.1, 0.95)
		if trim.Value < xs[0] || trim.Value > xs[len(xs)-1] {
			t.Fatalf("%+v outside %v to %v", trim, xs[0], xs[len(xs)-1])
		}
	})
}

// TestOrder: the order of the respondents changes nothing, to the last bit.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		xs := sample(1, 60).Draw(t, "xs")
		shuffled := rapid.Permutation(xs).Draw(t, "shuffled")
		if a, b := Mean(xs, 0.95), Mean(shuffled, 0.95); a != b {
			t.Fatalf("mean %+v, shuffled %+v", a, b)
		}
		whole := make([]int, len(xs))
		for i := range whole {
			whole[i] = i
		}
		order := rapid.Permutation(whole).Draw(t, "order")
		y, x := make([]float64, len(xs)), make([]float64, len(xs))
		y2, x2 := make([]float64, len(xs)), make([]float64, len(xs))
		for i := range xs {
			x[i] = float64(rapid.IntRange(0, 9).Draw(t, "ticks"))
			y[i] = math.Min(x[i], float64(rapid.IntRange(0, 1).Draw(t, "tick")))
		}
		for i, from := range order {
			y2[i], x2[i] = y[from], x[from]
		}
		if a, b := RatioOfTotals(y, x, 0.95), RatioOfTotals(y2, x2, 0.95); a != b {
			t.Fatalf("ratio %+v, shuffled %+v", a, b)
		}
	})
}

// TestSumExactly compares with the exact sum, rounded once.
func TestSumExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		xs := rapid.SliceOf(rapid.OneOf(
			rapid.Float64Range(-1e300, 1e300),
			rapid.SampledFrom([]float64{1e16, 1, -1e16, 0x1p-53, 0x1p-105, -0x1p-53, 1 + 0x1p-52}),
		)).Draw(t, "xs")
		exact := new(big.Float).SetPrec(2200)
		for _, x := range xs {
			exact.Add(exact, new(big.Float).SetFloat64(x))
		}
		want, _ := exact.Float64()
		if got := sum(len(xs), func(i int) float64 { return xs[i] }); got != want {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}
