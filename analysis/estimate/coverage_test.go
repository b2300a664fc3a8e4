package estimate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// layer is a stratum of the survey of 2018: n of N organisations answered.
type layer struct{ n, N int }

// The strata of 2018: municipalities below 20,000, 50,000 and 100,000
// inhabitants and above, safety regions, water boards, provinces and public
// health services; populations as in the frame of the sample.
func municipalities() []layer { return []layer{{14, 112}, {32, 189}, {27, 48}, {19, 31}} }
func smallTypes() []layer     { return []layer{{8, 25}, {5, 21}, {2, 12}, {2, 25}} }

// maker makes an interval of the counts x in the strata; ok is false for none.
type maker struct {
	name string
	make func(layers []layer, x []int) (low, high float64, ok bool)
}

// makers are the methods compared. Student's t has the degrees of freedom of
// the design; "no fpc" takes the population for endless.
func makers() []maker {
	byShare := func(m IntervalMethod, corrected bool) func([]layer, []int) (float64, float64, bool) {
		return func(layers []layer, x []int) (float64, float64, bool) {
			return shareOf(layers, x, corrected).Share().Interval(m, 0.95)
		}
	}
	return []maker{
		{"mean", byShare(MeanInterval, true)},
		{"logit", byShare(LogitInterval, true)},
		{"likelihood", byShare(LikelihoodInterval, true)},
		{"asin", byShare(AsinInterval, true)},
		{"wilson, no fpc", byShare(WilsonInterval, false)},
		{"wilson", byShare(WilsonInterval, true)},
		{"beta", byShare(BetaInterval, true)},
		{"korn-graubard", byShare(KornGraubardInterval, true)},
		{"exact", func(layers []layer, x []int) (float64, float64, bool) {
			p := shareOf(layers, x, true).Share()
			if len(layers) == 1 {
				p.Population = layers[0].N
			}
			return p.Interval(ExactInterval, 0.95)
		}},
	}
}

// shareOf returns the share when x of each stratum have the property.
func shareOf(layers []layer, x []int, corrected bool) Statistic {
	s := Strata{Sampled: make([]int, len(layers)), Population: endless(len(layers))}
	part, base := make([]Cell, len(layers)), make([]Cell, len(layers))
	for h, l := range layers {
		s.Sampled[h] = l.n
		if corrected {
			s.Population[h] = float64(l.N)
		}
		weight := float64(l.N) / float64(l.n)
		part[h], base[h] = Equal(x[h], weight), Equal(l.n, weight)
	}
	return s.Share(part, base)
}

// coverage is what a method did over many populations.
type coverage struct{ average, lowest, width float64 }

// outcomes calls visit with every possible count of the strata.
func outcomes(limits []int, visit func(x []int)) {
	x := make([]int, len(limits))
	for {
		visit(x)
		h := 0
		for h < len(x) && x[h] == limits[h] {
			x[h] = 0
			h++
		}
		if h == len(x) {
			return
		}
		x[h]++
	}
}

// enumerated returns the exact coverage and width over every population and
// every draw from it. A draw without interval counts as a miss of width 0.
func enumerated(layers []layer, m maker) coverage {
	var draws, exist []int
	chance := make([][][]float64, len(layers)) // stratum, marked, drawn
	total := 0
	for h, l := range layers {
		draws, exist, total = append(draws, l.n), append(exist, l.N), total+l.N
		for K := 0; K <= l.N; K++ {
			chance[h] = append(chance[h], chances(l, K))
		}
	}
	type result struct {
		x         []int
		low, high float64
		ok        bool
	}
	var results []result
	outcomes(draws, func(x []int) {
		low, high, ok := m.make(layers, x)
		results = append(results, result{append([]int(nil), x...), low, high, ok})
	})
	all, populations := coverage{lowest: 1}, 0.0
	outcomes(exist, func(K []int) {
		marked := 0
		for _, k := range K {
			marked += k
		}
		truth, cover := float64(marked)/float64(total), 0.0
		for _, r := range results {
			p := 1.0
			for h, x := range r.x {
				p *= chance[h][K[h]][x]
			}
			if r.ok && r.low-1e-12 <= truth && truth <= r.high+1e-12 {
				cover += p
			}
			all.width += p * (min(1, r.high) - max(0, r.low))
		}
		populations++
		all.average += cover
		all.lowest = math.Min(all.lowest, cover)
	})
	all.average /= populations
	all.width /= populations
	return all
}

// chances returns the probability of each count in a draw from a stratum of
// which some are marked.
func chances(l layer, marked int) []float64 {
	p := make([]float64, l.n+1)
	for x := range p {
		p[x], _ = exactly(x, l.n, marked, l.N).Float64()
	}
	return p
}

// simulated returns the coverage over populations with shares from 2 % to 98 %,
// each the same in all strata, or rising or falling from the first to the last,
// by a number of draws from each.
func simulated(layers []layer, methods []maker, draws int) []coverage {
	random := rand.New(rand.NewPCG(2018, 463))
	all := make([]coverage, len(methods))
	for i := range all {
		all[i].lowest = 1
	}
	populations := 0.0
	for _, share := range []float64{0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98} {
		for _, tilt := range []float64{-1.5, 0, 1.5} {
			cover := make([]float64, len(methods))
			truth, chance := population(layers, share, tilt)
			for range draws {
				x := draw(random, chance)
				for i, m := range methods {
					low, high, ok := m.make(layers, x)
					if ok && low-1e-12 <= truth && truth <= high+1e-12 {
						cover[i] += 1 / float64(draws)
					}
					all[i].width += (min(1, high) - max(0, low)) / float64(draws)
				}
			}
			populations++
			for i := range methods {
				all[i].average += cover[i]
				all[i].lowest = math.Min(all[i].lowest, cover[i])
			}
		}
	}
	for i := range all {
		all[i].average /= populations
		all[i].width /= populations
	}
	return all
}

// population returns the true share of a population and the chances of each
// count. The log-odds of the strata run from -tilt to +tilt around the share's.
func population(layers []layer, share, tilt float64) (truth float64, chance [][]float64) {
	marked, total := 0, 0
	for h, l := range layers {
		step := 0.0
		if len(layers) > 1 {
			step = tilt * (2*float64(h)/float64(len(layers)-1) - 1)
		}
		K := int(math.Round(float64(l.N) * expit(math.Log(share/(1-share))+step)))
		marked, total = marked+K, total+l.N
		chance = append(chance, chances(l, K))
	}
	return float64(marked) / float64(total), chance
}

// draw returns a count per stratum.
func draw(random *rand.Rand, chance [][]float64) []int {
	x := make([]int, len(chance))
	for h, p := range chance {
		left := random.Float64()
		for x[h] < len(p)-1 && left >= p[x[h]] {
			left -= p[x[h]]
			x[h]++
		}
	}
	return x
}

func (c coverage) String() string {
	return fmt.Sprintf("%5.1f %5.1f %.3f", 100*c.average, 100*c.lowest, c.width)
}

// BenchmarkCoverage prints the table of the package documentation: coverage on
// average and at the lowest (in percent) and mean width of nominal 95 %
// intervals. Single strata and pairs are enumerated, the others simulated. It
// takes half a minute.
//
//	go test -run - -bench Coverage -benchtime 1x ./analysis/estimate
func BenchmarkCoverage(b *testing.B) {
	for b.Loop() {
		fmt.Print("\n" + coverageTable(500))
	}
}

func coverageTable(draws int) string {
	var out strings.Builder
	row := func(name string, get func(m maker) coverage) {
		fmt.Fprintf(&out, "%s\n", name)
		for _, m := range makers() {
			if c := get(m); c.width > 0 {
				fmt.Fprintf(&out, "  %-16s %s\n", m.name, c)
			}
		}
	}
	for _, l := range append(smallTypes(), layer{19, 31}, layer{14, 112}) {
		row(fmt.Sprintf("%d of %d", l.n, l.N), func(m maker) coverage { return enumerated([]layer{l}, m) })
	}
	for _, pair := range [][]layer{{{8, 25}, {5, 21}}, {{5, 21}, {2, 12}}} {
		row(fmt.Sprintf("%d of %d and %d of %d", pair[0].n, pair[0].N, pair[1].n, pair[1].N),
			func(m maker) coverage { return enumerated(pair, m) })
	}
	for _, c := range []struct {
		name   string
		layers []layer
	}{
		{"four small types", smallTypes()}, {"municipalities, four sizes", municipalities()},
		{"all eight strata", append(municipalities(), smallTypes()...)},
		{"five types", append([]layer{{92, 380}}, smallTypes()...)},
	} {
		got := simulated(c.layers, makers(), draws)
		i := 0
		row(c.name, func(maker) coverage { i++; return got[i-1] })
	}
	return out.String()
}
