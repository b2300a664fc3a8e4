package estimate

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestQuantile(t *testing.T) {
	ten := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
	// Conversations per hour by live chat in the 2018 sample; the last five are
	// large bodies. The study published 1.5, and 12.5 to 25.
	chat := []float64{0.5, 0.5, 1, 1, 1, 1.5, 1.5, 2, 4, 12.5, 15, 25, 30}
	large := []float64{4, 12.5, 15, 25, 30}
	for _, c := range []struct {
		name   string
		sorted []float64
		p      float64
		want   float64
	}{
		{"R: quantile(1:10, 0.25)", ten, 0.25, 3.25},
		{"R: quantile(1:10, 0.9)", ten, 0.9, 9.1},
		{"minimum", ten, 0, 1},
		{"maximum", ten, 1, 10},
		{"one number", []float64{7}, 0.3, 7},
		{"two numbers", []float64{1, 2}, 0.5, 1.5},
		{"all live chat", chat, 0.5, 1.5},
		{"large, lower quartile", large, 0.25, 12.5},
		{"large, upper quartile", large, 0.75, 25},
		{"WhatsApp", fewAndLarge(), 0.5, 2},
		{"WhatsApp at large bodies", []float64{2, 3, 4, 5, 6, 8, 9, 10, 10, 10, 10, 12, 15}, 0.75, 10},
	} {
		near(t, c.name, Quantile(c.sorted, c.p), c.want, 1e-14)
	}
	panics(t, "empty", func() { Quantile(nil, 0.5) })
	panics(t, "percent", func() { Quantile(ten, 25) })
	panics(t, "not sorted", func() { Quantile([]float64{2, 1}, 0.5) })
}

// positions returns 1 to n, so that an order statistic is its own number.
func positions(n int) []float64 {
	xs := make([]float64, n)
	for i := range xs {
		xs[i] = float64(i + 1)
	}
	return xs
}

func TestQuantileInterval(t *testing.T) {
	for _, c := range []struct {
		n        int
		p, level float64
		i, j     int
	}{
		// Median at 95 %: the table in Altman, Machin, Bryant & Gardner, Statistics
		// with confidence, 2nd ed. 2000.
		{6, 0.5, 0.95, 1, 6}, {8, 0.5, 0.95, 1, 8}, {9, 0.5, 0.95, 2, 8}, {10, 0.5, 0.95, 2, 9},
		{20, 0.5, 0.95, 6, 15}, {30, 0.5, 0.95, 10, 21}, {50, 0.5, 0.95, 18, 33}, {100, 0.5, 0.95, 40, 61},
		{8, 0.5, 0.99, 1, 8}, {5, 0.5, 0.95, 0, 0}, {5, 0.5, 0.9, 1, 5}, {0, 0.5, 0.95, 0, 0}, {1, 0.5, 0.95, 0, 0},
		// 1 to 5 leaves out exactly 1/32 on either side.
		{5, 0.5, 1 - 2./32, 1, 5},
		// Quartile of 11: 1 to 7 leaves out 0.75^11 = 0.0422 below and
		// P(B >= 7) = 0.0076 above, 0.0498 in all; 1 to 6 leaves out 0.0766.
		{11, 0.25, 0.95, 1, 7}, {11, 0.75, 0.95, 5, 11}, {10, 0.25, 0.95, 0, 0},
		// Quartile of 13: 0.75^13 = 0.0238 fits the half, so central again;
		// P(B >= 8) = 0.0056 and P(B >= 7) = 0.0243.
		{13, 0.25, 0.95, 1, 7}, {13, 0.75, 0.95, 7, 13},
	} {
		low, high, i, j, ok := QuantileInterval(positions(c.n), c.p, c.level)
		if i != c.i || j != c.j || ok != (c.i > 0) {
			t.Errorf("quantile %v of %d at %v: %d to %d (%v), want %d to %d", c.p, c.n, c.level, i, j, ok, c.i, c.j)
		}
		if low != float64(i) || high != float64(j) {
			t.Errorf("quantile %v of %d: [%v, %v] are not order statistics %d and %d", c.p, c.n, low, high, i, j)
		}
	}
	panics(t, "quantile 0", func() { QuantileInterval(positions(9), 0, 0.95) })
	panics(t, "not sorted", func() { QuantileInterval([]float64{2, 1}, 0.5, 0.95) })
}

// cover returns P(i <= B <= j-1) term by term.
func cover(n int, p float64, i, j int) float64 {
	total := 0.0
	for k := i; k < j; k++ {
		a, _ := math.Lgamma(float64(n + 1))
		b, _ := math.Lgamma(float64(k + 1))
		c, _ := math.Lgamma(float64(n - k + 1))
		total += math.Exp(a - b - c + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
	}
	return total
}

func TestQuantileIntervalProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		p := rapid.SampledFrom([]float64{0.05, 0.1, 0.25, 0.5, 0.75, 0.9}).Draw(t, "p")
		level := rapid.SampledFrom([]float64{0.5, 0.8, 0.9, 0.95, 0.99}).Draw(t, "level")
		_, _, i, j, ok := QuantileInterval(positions(n), p, level)
		if !ok {
			if n > 1 && cover(n, p, 1, n) >= level {
				t.Fatalf("1 to %d would do: %v", n, cover(n, p, 1, n))
			}
			return
		}
		if i < 1 || i >= j || j > n {
			t.Fatalf("%d to %d of %d", i, j, n)
		}
		if cover(n, p, i, j) < level-1e-9 {
			t.Fatalf("%d to %d of %d covers %v", i, j, n, cover(n, p, i, j))
		}
		if m := n + 1; p == 0.5 && i != m-j {
			t.Fatalf("interval %d to %d for the median of %d is lopsided", i, j, n)
		}
		_, _, ri, rj, _ := QuantileInterval(positions(n), 1-p, level)
		if ri != n+1-j || rj != n+1-i {
			t.Fatalf("mirrored: %d to %d, not %d to %d", ri, rj, n+1-j, n+1-i)
		}
	})
}

func TestQuantileProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		xs := sample(1, 40).Draw(t, "xs")
		slices.Sort(xs)
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		q := rapid.Float64Range(0, 1).Draw(t, "q")
		a, b := Quantile(xs, math.Min(p, q)), Quantile(xs, math.Max(p, q))
		if a > b || a < xs[0] || b > xs[len(xs)-1] {
			t.Fatalf("quantiles %v and %v of %v", a, b, xs)
		}
	})
}
