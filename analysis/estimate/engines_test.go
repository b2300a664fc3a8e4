package estimate

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// drawn is a random sample: a design and, per unit, an answer and a group.
type drawn struct {
	d             *Design
	answer, group []int
	y             []float64
}

// draws draws designs with equal, drawn or huge weights, strata of one unit and
// of all units, and every policy.
func draws(t *rapid.T) drawn {
	var s drawn
	var weights, population []float64
	var strata []int
	kind := rapid.SampledFrom([]string{"design", "given", "one", "huge"}).Draw(t, "weights")
	for h := range rapid.IntRange(1, 5).Draw(t, "strata") {
		n := rapid.IntRange(1, 8).Draw(t, "n")
		exist := float64(n + rapid.SampledFrom([]int{0, 0, 1, 5, 300}).Draw(t, "more"))
		if rapid.IntRange(0, 4).Draw(t, "endless") == 0 {
			exist = math.Inf(1)
		}
		population = append(population, exist)
		for range n {
			w := 1.0
			switch kind {
			case "design":
				w = min(exist, 1000) / float64(n)
			case "given":
				w = rapid.Float64Range(0.1, 9).Draw(t, "w")
			case "huge":
				w = 1e12 + float64(rapid.IntRange(0, 3).Draw(t, "w"))*1e11
			}
			weights, strata = append(weights, w), append(strata, h)
			s.answer = append(s.answer, rapid.IntRange(0, 1).Draw(t, "answer"))
			s.group = append(s.group, rapid.IntRange(0, 2).Draw(t, "group"))
			s.y = append(s.y, float64(rapid.IntRange(-9, 9).Draw(t, "y")))
		}
	}
	d, err := NewDesign(weights, short(strata), population, rapid.SampledFrom([]Lonely{Adjust, Certainty, Remove, Average}).Draw(t, "lonely"))
	if err != nil {
		t.Fatal(err)
	}
	s.d = d
	return s
}

func (s drawn) is(of []int, k int) []bool {
	return marks(len(of), func(i int) bool { return of[i] == k })
}

func both(a, b []bool) []bool {
	return marks(len(a), func(i int) bool { return a[i] && b[i] })
}

// agree fails unless a and b differ less than 1e-12 of scale.
func agree(t *rapid.T, what string, a, b, scale float64) {
	t.Helper()
	if !(math.Abs(a-b) <= 1e-12*scale) {
		t.Fatalf("%s: %v and %v", what, a, b)
	}
}

// TestEnginesAgree: shares, tables and differences from sums per stratum equal
// those by influence values.
func TestEnginesAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draws(t)
		d, fast := s.d, s.d.Fast()
		yes, group := s.is(s.answer, 1), s.is(s.group, 0)
		part := both(yes, group)
		a, b := d.Proportion(yes, group), fast.Share(d.Cell(part), d.Cell(group))
		agree(t, "share", a.Value, b.Value, 1)
		agree(t, "variance", a.SE*a.SE, b.SE*b.SE, 1)
		agree(t, "deff", a.Deff*a.SE, b.Deff*b.SE, 1+a.Deff)
		agree(t, "effective", a.Effective, b.Effective, 1+a.Effective)
		if a.N != b.N || a.DF != b.DF || a.Census != b.Census || len(a.Lonely) != len(b.Lonely) {
			t.Fatalf("%+v, %+v", a, b)
		}
		whole := d.Proportion(yes, nil)
		slow := d.Contrast([]float64{1, -1}, []Statistic{a, whole})
		quick := fast.Difference(d.Cell(part), d.Cell(group), d.Cell(yes), d.Cell(nil), WithinWhole(d.Cell(part), d.Cell(group)))
		if a.N > 0 {
			agree(t, "difference", slow.Value, quick.Value, 1)
			agree(t, "its variance", slow.SE*slow.SE, quick.SE*quick.SE, 1)
		}
		first, second := d.Proportion(group, nil), d.Proportion(yes, nil)
		agree(t, "covariance", d.Covariance(first.Influence, second.Influence),
			fast.Covariance(d.Cell(group), d.Cell(nil), d.Cell(yes), d.Cell(nil), SameBase(d.Cell(group), d.Cell(yes), d.Cell(nil), d.Cell(part))), 1)
		var cells [][]Cell
		for k := range 6 {
			cells = append(cells, d.Cell(both(s.is(s.answer, k/3), s.is(s.group, k%3))))
		}
		x, y := d.Cells(s.answer, s.group, 2, 3), fast.Cells(2, 3, cells)
		total := 0.0
		for k := range x.Share {
			total += x.Share[k]
			agree(t, "cell", x.Share[k], y.Share[k], 1)
		}
		agree(t, "all cells", total, 1, 4)
		for k := range x.Covariance {
			agree(t, "cell covariance", x.Covariance[k], y.Covariance[k], 1)
		}
		if x.N != y.N || x.DF != y.DF {
			t.Fatalf("%d units, %v df and %d, %v", x.N, x.DF, y.N, y.DF)
		}
		x, y = d.CellTotals(s.answer, s.group, 2, 3), fast.CellTotals(2, 3, cells)
		for k := range x.Share {
			agree(t, "cell total", x.Share[k], y.Share[k], 1)
		}
		for k := range x.Covariance {
			scale := math.Sqrt(x.Covariance[k/6*7] * x.Covariance[k%6*7])
			agree(t, "covariance of cell totals", x.Covariance[k], y.Covariance[k], max(1, scale))
		}
	})
}

// TestDesignProperties: scale, order, census, zeros and bounds.
func TestDesignProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draws(t)
		d := s.d
		n := len(s.y)
		group := s.is(s.group, 0)
		mean := d.Mean(s.y, group)
		scaled := make([]float64, n)
		for i, w := range d.Weights {
			scaled[i] = 4 * w
		}
		other, _ := NewDesign(scaled, d.Strata, d.Population, d.Lonely)
		if m := other.Mean(s.y, group); m.Value != mean.Value || m.SE != mean.SE || m.Effective != mean.Effective {
			t.Fatalf("weights times 4: %+v, %+v", mean, m)
		}
		// A domain total is the total of y with zeros outside, every stratum having
		// a unit in the domain.
		zeros := make([]float64, n)
		for i := range zeros {
			if group[i] {
				zeros[i] = s.y[i]
			}
		}
		total, plain := d.Total(s.y, group), d.Total(zeros, nil)
		_, reached := d.reach(group)
		if total.Value != plain.Value || (d.Lonely != Average || count(reached) == len(reached)) && total.SE != plain.SE {
			t.Fatalf("domain total %v (%v), of zeros %v (%v)", total.Value, total.SE, plain.Value, plain.SE)
		}
		order := rapid.Permutation(positions(n)).Draw(t, "order")
		weights, strata, y, in := make([]float64, n), make([]int16, n), make([]float64, n), make([]bool, n)
		for to, from := range order {
			i := int(from) - 1
			weights[to], strata[to], y[to], in[to] = d.Weights[i], d.Strata[i], s.y[i], group[i]
		}
		shuffled, _ := NewDesign(weights, strata, d.Population, d.Lonely)
		if m := shuffled.Mean(y, in); m.Value != mean.Value || m.SE != mean.SE || m.Deff != mean.Deff {
			t.Fatalf("shuffled %+v, %+v", m, mean)
		}
		for _, rule := range QuantileRules() {
			o := QuantileOptions{Rule: rule, Level: 0.9}
			q := d.Quantile(s.y, 0.3, group, o)
			if q != shuffled.Quantile(y, 0.3, in, o) || rule == MathRule && q.Interval && !(q.Low <= q.Value && q.Value <= q.High) {
				t.Fatalf("%s: %+v", rule, q)
			}
		}
		exist := make([]float64, len(d.Population))
		for h := range exist {
			exist[h] = float64(d.sampled[h])
		}
		census, _ := NewDesign(d.Weights, d.Strata, exist, d.Lonely)
		if m := census.Mean(s.y, group); m.SE != 0 || m.N > 0 && !m.Census {
			t.Fatalf("census %+v", m)
		}
		share := d.Proportion(s.is(s.answer, 1), group).Share()
		for _, m := range IntervalMethods() {
			low, high, ok := share.Interval(m, 0.95)
			if ok && (low > share.Value || high < share.Value || m != MeanInterval && (low < 0 || high > 1) || !share.Census && low == high) {
				t.Fatalf("%s of %+v: %v to %v", m, share, low, high)
			}
		}
	})
}

// TestDefaultCovers: on average over all populations the default never covers
// less than its level: each body type alone, exactly, and two together.
func TestDefaultCovers(t *testing.T) {
	m := maker{"default", func(layers []layer, x []int) (float64, float64, bool) {
		p := shareOf(layers, x, true).Share()
		if len(layers) == 1 {
			p.Population = layers[0].N
		}
		return p.Interval(DefaultInterval, 0.95)
	}}
	for _, layers := range [][]layer{{{8, 25}}, {{5, 21}}, {{2, 12}}, {{2, 25}}, {{19, 31}}, {{14, 112}}, {{8, 25}, {5, 21}}, {{5, 21}, {2, 12}}} {
		c := enumerated(layers, m)
		if c.average < 0.95 || len(layers) == 1 && c.lowest < 0.95-1e-12 {
			t.Errorf("%v: %v", layers, c)
		}
	}
}

// BenchmarkShare times a share of eight strata from sums; BenchmarkTally a unit
// of the sums.
func BenchmarkShare(b *testing.B) {
	layers := append(municipalities(), smallTypes()...)
	s := Strata{}
	var part, base []Cell
	for _, l := range layers {
		weight := float64(l.N) / float64(l.n)
		s.Sampled, s.Population = append(s.Sampled, l.n), append(s.Population, float64(l.N))
		part, base = append(part, Equal(l.n/2, weight)), append(base, Equal(l.n, weight))
	}
	b.ReportAllocs()
	for b.Loop() {
		s.Share(part, base)
	}
}

func million(b *testing.B) (*Design, []bool) {
	const n = 1_000_000
	weights, strata, is := make([]float64, n), make([]int, n), make([]bool, n)
	for i := range n {
		weights[i], strata[i], is[i] = 1+float64(i%7), i%24, i%3 == 0
	}
	return design(b, weights, strata, nil, Adjust), is
}

func perUnit(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1e6, "ns/unit")
}

func BenchmarkTally(b *testing.B) {
	d, is := million(b)
	cells := make([][2]Cell, 24)
	for b.Loop() {
		for i, h := range d.Strata {
			k := 0
			if is[i] {
				k = 1
			}
			cells[h][k].Add(d.Weights[i])
		}
	}
	perUnit(b)
}

func BenchmarkProportion(b *testing.B) {
	d, is := million(b)
	for b.Loop() {
		d.Proportion(is, nil)
	}
	perUnit(b)
}
