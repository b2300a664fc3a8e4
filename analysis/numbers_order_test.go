package analysis

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// heaped draws n numbers as people give them: many the same, many that hardly
// differ, and some far off.
func heaped(draw *rand.Rand, n int) []float64 {
	y := make([]float64, n)
	for r := range y {
		switch draw.IntN(6) {
		case 0:
			y[r] = 0
		case 1:
			y[r] = float64(draw.IntN(5))
		case 2, 3:
			y[r] = 1e6 + float64(draw.IntN(400))/64
		case 4:
			y[r] = math.Round(math.Exp(3+2*draw.NormFloat64())*100) / 100
		default:
			y[r] = -math.Pow(10, 12*draw.Float64())
		}
	}
	return y
}

// TestBlocksOfNumbers: the order statistics, counts and weighted quantiles that are
// looked for in blocks are those of the numbers in one row, by every rule, in blocks
// of a few answers and more.
func TestBlocksOfNumbers(t *testing.T) {
	cut, constant := 0, 0
	for seed := range uint64(30) {
		draw := rand.New(rand.NewPCG(2018, seed))
		s := weightedBy(smallSurvey(draw), seed%2 == 0)
		n := s.Respondents
		for r := range s.Design.Weights {
			if draw.IntN(10) == 0 && seed%2 == 0 {
				s.Design.Weights[r] = 0
			}
		}
		base := survey.NewBits(n)
		for r := range n {
			if draw.IntN(8) > 0 {
				base.Set(r)
			}
		}
		y := heaped(draw, n)
		for _, rule := range estimate.QuantileRules() {
			o := Defaults()
			o.Weighted.Rule = rule
			b := &builder{survey: s, options: o}
			b.by, _ = b.splits(nil)
			b.sampler, _ = newSampler(s, o)
			b.count()
			column := kept(draw, y)
			x := newNumbers(column, base, base.Count(), placesOf(column, base), b.profiles, b.sampler.weights, b.tieWeights(), 2+draw.IntN(9))
			blocks := len(x.start)
			b.profiles.countAll([]counter{x})
			all := crowd{x.counted(), func() survey.Bits { return base }}
			if len(x.start) > blocks {
				cut++
			}
			if slices.Contains(x.constant, true) {
				constant++
			}
			for _, m := range b.profiles.members(new(desk), &all, x) {
				if m.n > 0 {
					sameNumbers(t, b, m, y)
				}
			}
		}
	}
	if cut == 0 || constant == 0 {
		t.Errorf("%d times blocks were cut up, %d times one number filled one", cut, constant)
	}
}

func sameNumbers(t *testing.T, b *builder, m *members, y []float64) {
	t.Helper()
	var sorted []float64
	m.rows().Each(func(r int) { sorted = append(sorted, y[r]) })
	slices.Sort(sorted)
	var seats []seat
	for _, k := range m.profiles() {
		seats = append(seats, seat{profile: uint32(k)})
	}
	for i, want := range sorted {
		if got := m.number(i); got != want {
			t.Fatalf("number %d is %v, not %v", i, got, want)
		}
		upTo := b.profiles.tallies(1)
		m.numbers.upTo(upTo, want, seats, m.in)
		if got, above := upTo.sum(m.in), slices.IndexFunc(sorted, func(x float64) bool { return x > want }); got != above && (above >= 0 || got != len(sorted)) {
			t.Fatalf("%d up to %v, not %d", got, want, above)
		}
	}
	if got := m.ascending(); !slices.Equal(got, sorted) {
		t.Fatalf("%v, not %v", got, sorted)
	}
	o := estimate.QuantileOptions{Rule: b.options.Weighted.Rule, Level: 0.9}
	if m.estimates(b.sampler).Basis().N == 0 || !o.Piecewise() {
		return
	}
	one, whole := m.quantiles(b.sampler), b.ranked(m)
	for _, q := range []float64{0, 0.001, 0.1, 0.25, 1. / 3, 0.5, 0.9, 1} {
		got, want := whole.quantile(q, b, o), one.Quantile(q, o)
		scale := 1e-9
		if !o.Rule.Interpolates() {
			scale = 0
		}
		for _, pair := range [][2]float64{{got.Value, want.Value}, {got.Low, want.Low}, {got.High, want.High}} {
			if !within(pair[0], pair[1], scale) || got.Interval != want.Interval {
				t.Fatalf("quantile %v by %q: %+v, not %+v", q, o.Rule, got, want)
			}
		}
	}
}

// TestHardNumbers: of numbers that are far from 0, alike, nearly alike, or so large or
// small that their squares are no floats, sums tell what the numbers one by one do.
func TestHardNumbers(t *testing.T) {
	for name, number := range map[string]func(draw *rand.Rand, stratum int) float64{
		"far":        func(draw *rand.Rand, _ int) float64 { return 1e9 + float64(draw.IntN(9)) },
		"alike":      func(*rand.Rand, int) float64 { return 0.1 },
		"nearly":     func(draw *rand.Rand, _ int) float64 { return 0.1 + float64(draw.IntN(2))*math.Pow(2, -56) },
		"by stratum": func(draw *rand.Rand, h int) float64 { return math.Pow(30, float64(h)) + float64(draw.IntN(3)) },
		"large":      func(draw *rand.Rand, _ int) float64 { return 1e152 * draw.Float64() },
		"small":      func(draw *rand.Rand, _ int) float64 { return 1e-170 * draw.Float64() },
		"both":       func(draw *rand.Rand, _ int) float64 { return math.Pow(10, 60*draw.Float64()-30) },
		"zero":       func(*rand.Rand, int) float64 { return 0 },
		"one apart": func(draw *rand.Rand, _ int) float64 {
			return float64(draw.IntN(9)) + 1e12*float64(draw.IntN(40)/39)
		},
	} {
		for seed := range uint64(4) {
			draw := rand.New(rand.NewPCG(2018, seed))
			s := weightedBy(smallSurvey(draw), seed%2 == 0)
			s.Questions, s.Columns = pick(s.Questions, []int{0, 1, 8}), pick(s.Columns, []int{0, 1, 8})
			for r, y := 0, s.Columns[2].Numbers(); r < s.Respondents; r++ {
				y[r] = number(draw, int(s.Design.Of[r]))
			}
			o := Defaults()
			o.Disclosure = Unprotected
			fast, err := Analyze(s, o)
			if err != nil {
				t.Fatal(err)
			}
			slow, err := Analyze(rowWise(s), o)
			if err != nil {
				t.Fatal(err)
			}
			eachFigure(fast, slow, func(figure string, a, b *Estimate) {
				same := a.Status == b.Status && a.Method == b.Method && slices.Equal(a.Notes, b.Notes)
				for _, pair := range [][2]float64{{a.Value, b.Value}, {a.SE, b.SE}, {a.Low, b.Low}, {a.High, b.High}, {a.Unweighted, b.Unweighted}} {
					same = same && math.Abs(pair[0]-pair[1]) <= 1e-9*max(math.Abs(pair[0]), math.Abs(pair[1]), math.Abs(a.Value)*1e-6)
				}
				if !same {
					t.Fatalf("%s: %s: %+v, %+v", name, figure, *a, *b)
				}
			})
		}
	}
}

// kept returns numbers as a column that has them themselves, or as places in a list.
func kept(draw *rand.Rand, y []float64) *survey.Column {
	states := slices.Repeat([]survey.Missing{survey.Answered}, len(y))
	c := survey.Numbered(states, y)
	if draw.IntN(2) == 0 {
		places, values := make([]uint16, len(y)), []float64{0}
		for r, x := range y {
			if draw.IntN(3) > 0 && slices.Contains(values, x) { // equal numbers can stand at several places
				places[r] = uint16(slices.Index(values, x))
				continue
			}
			places[r], values = uint16(len(values)), append(values, x)
		}
		c = survey.Placed(states, places, values)
	}
	return &c
}
