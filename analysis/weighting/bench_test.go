package weighting

import (
	"math/rand/v2"
	"testing"
)

// BenchmarkRake rakes 1,000,000 units to three margins of 6, 4 and 12
// categories.
func BenchmarkRake(b *testing.B) {
	const n = 1_000_000
	weights := make([]float64, n)
	margins := []Margin{}
	draw := rand.New(rand.NewPCG(1, 2))
	for _, levels := range []int{6, 4, 12} {
		m := Margin{Name: "margin", Of: make([]int, n), Labels: make([]string, levels), Targets: make([]float64, levels)}
		for i := range n {
			weights[i] = 1 + float64(i%7)/3
			m.Of[i] = draw.IntN(levels)
		}
		for c := range m.Targets {
			m.Targets[c] = float64(c + levels)
		}
		margins = append(margins, m.ScaledTo(5*n))
	}
	for _, c := range []struct {
		name string
		run  func() (*Result, error)
	}{
		{"rake", func() (*Result, error) { return Rake(weights, margins, Options{}) }},
		{"logit", func() (*Result, error) {
			return Calibrate(weights, margins, nil, Options{Distance: Logit, Lower: 0.1, Upper: 5, Rescale: true})
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				r, err := c.run()
				if err != nil {
					b.Fatal(err)
				}
				if r.Iterations == 0 {
					b.Fatal("no iterations")
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/unit")
		})
	}
}
