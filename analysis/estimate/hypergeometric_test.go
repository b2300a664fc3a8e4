package estimate

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestHypergeometricTables: every x of the small body types of 2018. The
// numbers were derived by strict tail inversion in R 4.2.2 (phyper).
func TestHypergeometricTables(t *testing.T) {
	for _, c := range []struct {
		name string
		n, N int
		want [][2]int
	}{
		{"safety regions", 8, 25, [][2]int{{0, 7}, {1, 11}, {2, 14}, {4, 17}, {6, 19}, {8, 21}, {11, 23}, {14, 24}, {18, 25}}},
		{"water boards", 5, 21, [][2]int{{0, 9}, {1, 14}, {2, 17}, {4, 19}, {7, 20}, {12, 21}}},
		{"provinces", 2, 12, [][2]int{{0, 9}, {1, 11}, {3, 12}}},
		{"public health services", 2, 25, [][2]int{{0, 20}, {1, 24}, {5, 25}}},
	} {
		var got [][2]int
		for x := range c.n + 1 {
			low, high := Hypergeometric(x, c.n, c.N, 0.95)
			got = append(got, [2]int{low, high})
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestHypergeometric(t *testing.T) {
	for _, c := range []struct{ x, n, N, low, high int }{
		{2, 100, 300, 2, 18},    // derived in R
		{3, 10, 50, 5, 31},      // derived in R
		{48, 92, 380, 163, 233}, // derived in R: 42.9 to 61.3 % of the municipalities
		{45, 100, 300, 111, 160},
		{0, 0, 12, 0, 12}, // nobody drawn: nothing known
		{0, 0, 0, 0, 0},
		{7, 25, 25, 7, 7}, // a census
		{0, 1, 1, 0, 0},
		{1, 1, 40, 2, 40}, // P(X >= 1 | K = 1) is 1/40, exactly a/2: contradicts
		{0, 1, 40, 0, 38},
	} {
		low, high := Hypergeometric(c.x, c.n, c.N, 0.95)
		if low != c.low || high != c.high {
			t.Errorf("%d of %d from %d: %d to %d, want %d to %d", c.x, c.n, c.N, low, high, c.low, c.high)
		}
	}
	panics(t, "draw greater than population", func() { Hypergeometric(1, 10, 9, 0.95) })
	panics(t, "more than drawn", func() { Hypergeometric(3, 2, 9, 0.95) })
}

// TestHypergeometricSprop: samplingbook's manual gives [110, 161] for 45 of 100
// from 300, the last contradicted counts on either side. Their tails, 0.0237
// and 0.0225, are below 0.025, and those one step further in are not.
func TestHypergeometricSprop(t *testing.T) {
	_, lowTail := tails(45, 100, 110, 300)
	highTail, _ := tails(45, 100, 161, 300)
	near(t, "P(X >= 45 | 110)", lowTail, 0.0237005573093115, 1e-13) // Python mpmath
	near(t, "P(X <= 45 | 161)", highTail, 0.0224643123204143, 1e-13)
	_, lowTail = tails(45, 100, 111, 300)
	highTail, _ = tails(45, 100, 160, 300)
	if lowTail <= 0.025 || highTail <= 0.025 {
		t.Errorf("tails at 111 and 160: %v, %v", lowTail, highTail)
	}
}

// exactly returns P(X = x) as a fraction, from factorials.
func exactly(x, n, marked, population int) *big.Rat {
	ways := new(big.Int).Mul(choose(marked, x), choose(population-marked, n-x))
	return new(big.Rat).SetFrac(ways, choose(population, n))
}

func choose(n, k int) *big.Int {
	if k < 0 || k > n {
		return new(big.Int)
	}
	return new(big.Int).Binomial(int64(n), int64(k))
}

// TestHypergeometricExactly compares every interval of every draw from small
// populations with a search over all counts in exact fractions, and adds up
// the exact cover for every population.
func TestHypergeometricExactly(t *testing.T) {
	half := big.NewRat(1, 40) // (1 - 0.95) / 2
	for N := 1; N <= 14; N++ {
		for n := 0; n <= N; n++ {
			cover := make([]*big.Rat, N+1)
			for K := range cover {
				cover[K] = new(big.Rat)
			}
			for x := 0; x <= n; x++ {
				low, high := Hypergeometric(x, n, N, 0.95)
				wantLow, wantHigh := N+1, -1
				for K := 0; K <= N; K++ {
					atMost, atLeast := new(big.Rat), new(big.Rat)
					for i := 0; i <= n; i++ {
						p := exactly(i, n, K, N)
						if i <= x {
							atMost.Add(atMost, p)
						}
						if i >= x {
							atLeast.Add(atLeast, p)
						}
					}
					if atLeast.Cmp(half) > 0 {
						wantLow = min(wantLow, K)
					}
					if atMost.Cmp(half) > 0 {
						wantHigh = max(wantHigh, K)
					}
					if low <= K && K <= high {
						cover[K].Add(cover[K], exactly(x, n, K, N))
					}
				}
				if low != wantLow || high != wantHigh {
					t.Errorf("%d of %d from %d: %d to %d, want %d to %d", x, n, N, low, high, wantLow, wantHigh)
				}
			}
			for K := range cover {
				if cover[K].Cmp(big.NewRat(19, 20)) < 0 {
					t.Errorf("draw of %d from %d with %d: cover %s", n, N, K, cover[K].FloatString(4))
				}
			}
		}
	}
}

// TestHypergeometricCover holds lowest cover and mean width over all possible
// populations against those computed in R 4.2.2 for the sizes of 2018 (the third
// by hand).
func TestHypergeometricCover(t *testing.T) {
	for _, c := range []struct {
		n, N   int
		lowest string
		width  string
	}{
		{8, 25, "97", "0.431"},
		{5, 21, "96", ""},
		{2, 12, "98", ""}, // 65/66: 10 of 12 is missed when both drawn are among the other 2
		{18, 99, "96", ""},
		{44, 202, "95", ""},
	} {
		lowest, width := 1.0, 0.0
		for K := 0; K <= c.N; K++ {
			cover := 0.0
			for x := 0; x <= c.n; x++ {
				p, _ := new(big.Rat).Set(exactly(x, c.n, K, c.N)).Float64()
				low, high := Hypergeometric(x, c.n, c.N, 0.95)
				if low <= K && K <= high {
					cover += p
				}
				width += p * float64(high-low) / float64(c.N) / float64(c.N+1)
			}
			lowest = math.Min(lowest, cover)
		}
		if got := fmt.Sprintf("%.0f", 100*lowest); got != c.lowest {
			t.Errorf("%d of %d: lowest cover %s %%, want %s %%", c.n, c.N, got, c.lowest)
		}
		if got := fmt.Sprintf("%.3f", width); c.width != "" && got != c.width {
			t.Errorf("%d of %d: mean width %s, want %s", c.n, c.N, got, c.width)
		}
	}
}

func TestHypergeometricProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		N := rapid.IntRange(1, 10000).Draw(t, "N")
		n := rapid.IntRange(0, N).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		level := rapid.SampledFrom([]float64{0.5, 0.8, 0.9, 0.95, 0.99, 0.999}).Draw(t, "level")
		low, high := Hypergeometric(x, n, N, level)
		if low < x || high > N-(n-x) || low > high {
			t.Fatalf("%d to %d", low, high)
		}
		mirrorLow, mirrorHigh := Hypergeometric(n-x, n, N, level)
		if mirrorLow != N-high || mirrorHigh != N-low {
			t.Fatalf("the others: %d to %d, those: %d to %d of %d", mirrorLow, mirrorHigh, low, high, N)
		}
		if x < n {
			nextLow, nextHigh := Hypergeometric(x+1, n, N, level)
			if nextLow < low || nextHigh < high {
				t.Fatalf("one more lowers a bound: %d to %d, then %d to %d", low, high, nextLow, nextHigh)
			}
		}
		widerLow, widerHigh := Hypergeometric(x, n, N, 1-(1-level)/2)
		if widerLow > low || widerHigh < high {
			t.Fatalf("a higher level narrows: %d to %d, then %d to %d", low, high, widerLow, widerHigh)
		}
	})
}

func BenchmarkHypergeometric(b *testing.B) {
	for b.Loop() {
		Hypergeometric(2400, 5000, 10000, 0.95)
	}
}
