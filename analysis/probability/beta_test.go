package probability

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mathext"
)

// Quantiles of the beta distribution to 20 digits, by mpmath 1.3.0.
func TestBetaQuantile(t *testing.T) {
	for _, c := range []struct{ q, a, b, want float64 }{
		{0.025, 31.980467715253084, 8.953056284746914, 0.64432362191402226253},
		{0.005, 493.7686775307651, 6.236974469234869, 0.97118883702282388903},
		{0.05, 84.80667074931694, 1318.064665250683, 0.050357612361755427886},
		{0.05, 12.226771623378347, 3.3555993766216528, 0.59923452898538069219},
		{0.0005, 4.035644426577526, 2.264546573422474, 0.096364699358750149802},
		{0.005, 35.155109670712406, 24.415495329287594, 0.42424993172465134153},
		{0.05, 1606.9533635973432, 183.47598840265687, 0.88549059921236084074},
		{0.025, 8.068724584778355, 2.3810374152216447, 0.48912073238141325957},
		{0.025, 1674.3058583678057, 553.1698176321944, 0.7335111517190680307},
		{0.025, 93.18320109655406, 1.1303469034459397, 0.95844552952395275117},
		{0.005, 1.8931989872734776, 5.472779012726523, 0.014464406640595422277},
		{0.0005, 539.0421070191298, 415.2642069808702, 0.51173448054119268027},
		{0.05, 50.20353707172514, 3.8783739282748613, 0.86341624209496129962},
		{0.1, 269.7773615671074, 168.08603043289256, 0.58623658950197162681},
		{0.0005, 0.41804748850895, 3.4951375331514374, 2.9601190286832917578e-9},
		{0.05, 0.8520303519460029, 2.1973561411178792, 0.013196793334284512984},
		{0.1, 0.43789718446103876, 4.194700847233575, 0.0010083007336039415268},
		{0.1, 0.4632294201946268, 3.2956449430676744, 0.0017618592401780510976},
	} {
		got := BetaQuantile(c.q, c.a, c.b)
		if off := math.Abs(got-c.want) / c.want; off > 4e-15 {
			t.Errorf("quantile %v of beta(%v, %v): %v, want %v, %.1e off", c.q, c.a, c.b, got, c.want, off)
		}
	}
}

// TestBetaQuantileEverywhere holds the quantiles against closed forms, and elsewhere the
// chance to be below them against cephes, of which with 10⁶ trials six digits are left.
func TestBetaQuantileEverywhere(t *testing.T) {
	for _, q := range []float64{1e-9, 0.0005, 0.025, 0.3, 0.5, 0.9} {
		for _, a := range []float64{0.02, 0.2, 0.9, 1, 1.3, 4, 60, 2e3, 1e6} {
			if got, want := BetaQuantile(q, a, 1), math.Pow(q, 1/a); math.Abs(got-want) > 1e-13*want && q <= 0.5 {
				t.Errorf("quantile %v of beta(%v, 1): %v, want %v", q, a, got, want)
			}
			for _, b := range []float64{1, 1.7, 9, 300, 5e4} {
				if got, want := BetaQuantile(q, 1, b), -math.Expm1(math.Log1p(-q)/b); math.Abs(got-want) > 1e-13*want && q <= 0.5 && b >= 1 {
					t.Errorf("quantile %v of beta(1, %v): %v, want %v", q, b, got, want)
				}
				x := BetaQuantile(q, a, b)
				if p := mathext.RegIncBeta(a, b, x); x > 1e-300 && math.Abs(p-q) > 1e-6*q {
					t.Errorf("quantile %v of beta(%v, %v): %v, below which is %v", q, a, b, x, p)
				}
			}
		}
	}
}

func BenchmarkBetaQuantile(b *testing.B) {
	for k := 0; b.Loop(); k++ {
		BetaQuantile(0.025, 0.8+float64(k%41), 3.7+float64(k%97))
	}
}
