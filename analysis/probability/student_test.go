package probability

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"
)

// Quantiles by qt of R 4.2.2, which is right to 14 digits itself (to 20 digits by mpmath
// 1.3.0 they are the same to 6e-15).
func TestStudentQuantile(t *testing.T) {
	chances := []float64{0.55, 0.9, 0.975, 0.9995, 0.9999995, 1e-10, 1e-100}
	for _, c := range []struct {
		df   float64
		want []float64
	}{
		{100, []float64{0.12598088204153973, 1.2900747613465124, 1.9839715185235516, 3.3904913111642636, 5.2137275742494875, -7.083375481400722, -96.31474307783091}},
		{130.5, []float64{0.1259061266533799, 1.2880724438016533, 1.9783091980802177, 3.3666427599639595, 5.135265862160293, -6.902846301523111, -63.99686969952742}},
		{300, []float64{0.12576776536557413, 1.2843798675790135, 1.967903011261086, 3.323251512974212, 4.995118833362129, -6.5878115764844, -32.542604433373846}},
		{1000, []float64{0.1256932625187165, 1.2823987214609247, 1.9623390808264076, 3.3002826484239436, 4.922289523446073, -6.427876283134206, -23.930617087826445}},
		{20000, []float64{0.12566294243618165, 1.2815938962102158, 1.9600826051581344, 3.2910132833642867, 4.893163131942165, -6.364639661371593, -21.39463665128165}},
		{999976, []float64{0.1256613787672535, 1.2815524121502573, 1.9599663568710426, 3.2905364614822417, 4.891668961458236, -6.36140685045951, -21.275866043395677}},
		{1e8, []float64{0.12566134717418823, 1.2815515740104486, 1.9599640082627663, 3.290526828789235, 4.891638780563258, -6.361341561862985, -21.27347768294793}},
		{math.Inf(1), []float64{0.12566134685507413, 1.2815515655446008, 1.9599639845400536, 3.2905267314919255, 4.8916384757147791, -6.3613409024040557, -21.273453560965319}},
	} {
		most := 1e-14
		if c.df < 128 {
			most = 1e-13
		}
		for i, p := range chances {
			got := StudentQuantile(p, c.df)
			if off := math.Abs(got/c.want[i] - 1); !(off < most) {
				t.Errorf("quantile %v at %v degrees of freedom: %v, want %v, %.1e off", p, c.df, got, c.want[i], off)
			}
		}
	}
	if low, middle, high := StudentQuantile(0, 9), StudentQuantile(0.5, 9), StudentQuantile(1, 9); !math.IsInf(low, -1) || middle != 0 || !math.IsInf(high, 1) {
		t.Errorf("quantiles 0, 0.5 and 1: %v, %v, %v", low, middle, high)
	}
}

// TestStudentProperties: the more degrees of freedom and the smaller the chance to be
// above it, the nearer to 0 or farther a quantile is; the chance outside it is the one
// asked for; and where the series is sure it is where Newton's steps lead.
func TestStudentProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := math.Exp(rapid.Float64Range(0, 20).Draw(t, "log df"))
		q := math.Exp(rapid.Float64Range(-200, math.Log(0.4999)).Draw(t, "log chance"))
		at := -StudentQuantile(q, v)
		const rounding = 1 + 2e-13
		if next := -StudentQuantile(q, 1.5*v); !(next < at*rounding) {
			t.Fatalf("quantile %v at %v degrees of freedom is -%v, at half as many again -%v", q, v, at, next)
		}
		if next := -StudentQuantile(q/2, v); !(next > at) {
			t.Fatalf("quantile %v at %v degrees of freedom is -%v, that of half the chance -%v", q, v, at, next)
		}
		if outside := StudentTails(at, v) / 2; !(math.Abs(outside/q-1) < 1e-9) {
			t.Fatalf("quantile %v at %v degrees of freedom is -%v, below which is %v", q, v, at, outside)
		}
		if step := missing(at, q, v); !(math.Abs(step) < 1.1e-13*at) {
			t.Fatalf("quantile %v at %v degrees of freedom is -%v, but %v is missing", q, v, at, step)
		}
	})
}

// TestStudentGonum: with few degrees of freedom and a usual level gonum's quantile
// stays as it is to the last bit.
func TestStudentGonum(t *testing.T) {
	for df := 1.0; df < 128; df++ {
		for _, p := range []float64{0.9, 0.95, 0.975, 0.995} {
			if got, want := StudentQuantile(p, df), (distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}).Quantile(p); got != want {
				t.Errorf("quantile %v at %v degrees of freedom: %v, of gonum %v", p, df, got, want)
			}
		}
	}
}

func BenchmarkStudentQuantile(b *testing.B) {
	for name, df := range map[string]float64{"few": 90, "some": 400, "many": 999976} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				StudentQuantile(0.975, df)
			}
		})
	}
}

// TestStudentQuantileOfNothing: next to nothing has a quantile too, as qt of R 4.2.2 has, and
// what is no number has none.
func TestStudentQuantileOfNothing(t *testing.T) {
	for at, want := range map[[2]float64]float64{
		{1e-218, 2}: -7.071067811865475e+108, {1e-244, 3}: -2.225769840774771e+81, {1e-279, 6}: -5.684762121088713e+46,
		{1e-309, 20}: -1.116255032695746e+16, {1e-300, 5000}: -39.74320948181749,
	} {
		if got := StudentQuantile(at[0], at[1]); !(math.Abs(got/want-1) < 1e-7) {
			t.Errorf("quantile %v with %v degrees of freedom: %v, want %v", at[0], at[1], got, want)
		}
	}
	nan := math.NaN()
	for k, got := range []float64{
		StudentQuantile(nan, 50), StudentQuantile(0.025, nan), StudentTails(nan, 5000), StudentTails(1, nan), StudentTail(nan, 5000),
		FTail(nan, 3, 5000), FTail(3, nan, 5000), FTail(3, 2, nan), Binomial(3, 5000, nan), BetaQuantile(nan, 3, 4),
	} {
		if got == got {
			t.Errorf("%d: %v of what is no number", k, got)
		}
	}
}
