package charts

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"benchmark/analysis"

	"pgregory.net/rapid"
)

// Every trial can be drawn on every page, with and without texts around it.
func TestLikertLayoutsKeepTheRules(t *testing.T) {
	for name, c := range likertTrials() {
		for _, size := range Sizes() {
			for _, bare := range []bool{false, true} {
				d := Usual()
				d.Size, d.Bare = size, bare
				s, err := layout(&c, &d)
				_, tight := errors.AsType[crowded](err)
				if tight && size.Name == "square" && strings.Contains(name, "long") {
					continue
				}
				if err != nil {
					t.Errorf("%s, %s: %v", name, size.Name, err)
					continue
				}
				for _, f := range append(s.faults(), untrueLikert(s, &c)...) {
					t.Errorf("%s, %s, bare %t: %s", name, size.Name, bare, f)
				}
			}
		}
	}
}

// marked returns the shapes that stand for figures, in order.
func marked(s *scene) []*shape {
	var data []*shape
	for i := range s.shapes {
		if s.shapes[i].data {
			data = append(data, &s.shapes[i])
		}
	}
	return data
}

// untrueLikert returns what in a scene does not show the figures of its chart.
func untrueLikert(s *scene, c *Chart) []string {
	faults := missingTexts(s, c)
	switch c.Kind {
	case Diverging:
		faults = append(faults, untrueSides(s, c)...)
	case Tenfold:
		faults = append(faults, untrueTens(s, c)...)
	case Ranked:
		faults = append(faults, untrueLanes(s, c)...)
	case Stacked:
		faults = append(faults, untrue(s, c)...)
	}
	return faults
}

// missingTexts returns totals, labels and words that are not drawn.
func missingTexts(s *scene, c *Chart) []string {
	drawn := map[string]int{}
	for i := range s.shapes {
		drawn[s.shapes[i].text]++
	}
	var faults []string
	for i := range c.Rows {
		r := &c.Rows[i]
		texts := []string{r.Words, r.Totals[0], r.Totals[1]}
		for k, m := range r.Marks {
			if c.Kind != Stacked {
				texts = append(texts, m.Words)
			}
			if c.Kind == Ranked || c.Kind == Diverging && c.Series[k].Role.side() == apartSide {
				texts = append(texts, m.Label)
			}
		}
		for _, text := range append(texts, r.Cells...) {
			if text != "" && drawn[text] == 0 {
				faults = append(faults, fmt.Sprintf("row %q: %q is not drawn", r.Label, text))
			}
		}
	}
	whole := strings.NewReplacer(" ", "", "-", "")
	for _, series := range c.Series {
		if !strings.Contains(whole.Replace(allText(s)), whole.Replace(series.Label)) {
			faults = append(faults, fmt.Sprintf("series %q is not named", series.Label))
		}
	}
	return faults
}

// untrueSides checks that all segments of a Diverging chart are on one scale, and
// that the sides meet at one line.
func untrueSides(s *scene, c *Chart) []string {
	var faults []string
	data, next := marked(s), 0
	unit, zero := 0.0, math.NaN()
	type seen struct {
		side side
		x, w float64
		v    float64
	}
	var all []seen
	for i := range c.Rows {
		for _, want := range []side{lowSide, highSide, apartSide} {
			order := make([]int, 0, len(c.Series))
			for k := range c.Series {
				if c.Series[k].Role.side() == want {
					order = append(order, k)
				}
			}
			if want == lowSide { // the nearest to the line is drawn first
				for a, b := 0, len(order)-1; a < b; a, b = a+1, b-1 {
					order[a], order[b] = order[b], order[a]
				}
			}
			for _, k := range order {
				if !c.Rows[i].drawn() || c.Rows[i].Marks[k].Value <= 0 {
					continue
				}
				if next >= len(data) {
					return append(faults, "a segment is missing")
				}
				d := data[next]
				next++
				all = append(all, seen{want, d.x, d.w, c.Rows[i].Marks[k].Value})
				unit = math.Max(unit, (d.w+white/2)/c.Rows[i].Marks[k].Value*b2f(c.Rows[i].Marks[k].Value > 0.08))
			}
		}
	}
	if next != len(data) {
		faults = append(faults, fmt.Sprintf("%d segments for %d figures", len(data), next))
	}
	for _, a := range all {
		if unit > 0 && math.Abs(a.w+white-a.v*unit) > white+1.1 {
			faults = append(faults, fmt.Sprintf("%g is %g wide where 100%% is %g", a.v, a.w, unit))
		}
		if a.side == lowSide && (math.IsNaN(zero) || a.x+a.w > zero) {
			zero = a.x + a.w
		}
	}
	for _, a := range all {
		if a.side == highSide && !math.IsNaN(zero) && a.x < zero {
			faults = append(faults, fmt.Sprintf("agreement begins at %g and disagreement ends at %g", a.x, zero))
		}
	}
	return faults
}

func b2f(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// untrueTens counts the figures that are filled.
func untrueTens(s *scene, c *Chart) []string {
	want := 0
	for i := range c.Rows {
		if c.Rows[i].drawn() {
			want += int(math.Round(10 * c.Rows[i].Marks[0].Value))
		}
	}
	if got := len(marked(s)); got != want {
		return []string{fmt.Sprintf("%d figures are filled, want %d", got, want)}
	}
	return nil
}

// untrueLanes checks that all dots lie on one line of value against place, and that
// bars start at zero.
func untrueLanes(s *scene, c *Chart) []string {
	var faults []string
	var values, places []float64
	data, next := marked(s), 0
	for i := range c.Rows {
		for _, m := range c.Rows[i].Marks {
			if m.absent() || !c.Rows[i].drawn() {
				continue
			}
			switch {
			case m.Interval:
				line, dot := data[next], data[next+1]
				next += 2
				values = append(values, m.Low, m.High, m.Value)
				places = append(places, line.x, line.x+line.w, middleOf(s, dot))
			case m.Value > 0:
				values, places = append(values, 0, m.Value), append(places, data[next].x, data[next].x+data[next].w)
				next++
			}
		}
	}
	if next != len(data) {
		faults = append(faults, fmt.Sprintf("%d shapes for %d figures", len(data), next))
	}
	low, high := 0, 0
	for i := range values {
		if values[i] < values[low] {
			low = i
		}
		if values[i] > values[high] {
			high = i
		}
	}
	for i := range values {
		want := places[low] + (places[high]-places[low])*(values[i]-values[low])/(values[high]-values[low])
		if values[high] > values[low] && math.Abs(places[i]-want) > 1 {
			faults = append(faults, fmt.Sprintf("%g is at %g, want %g", values[i], places[i], want))
		}
	}
	return faults
}

// middleOf returns the x of the middle of a dot of any shape.
func middleOf(s *scene, dot *shape) float64 {
	a := s.areas(dot)[0]
	return (a.x1 + a.x2) / 2
}

// Any chart of these kinds is laid out by the rules or refused as too crowded.
func TestAnyLikertLayoutKeepsTheRules(t *testing.T) {
	word := rapid.StringMatching(`[A-Za-zéëïöĳ0-9’(),-]{1,16}`)
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.IntRange(1, 16).Draw(t, "rows")
		var c Chart
		switch rapid.IntRange(0, 2).Draw(t, "kind") {
		case 0:
			points := rapid.IntRange(2, 7).Draw(t, "points")
			weights := rapid.SliceOfN(rapid.IntRange(0, 20), points, points+1).Draw(t, "weights")
			weights[0]++
			total := 0
			for _, w := range weights {
				total += w
			}
			shares := make([]float64, len(weights))
			for i, w := range weights {
				shares[i] = float64(w) / float64(total)
			}
			c = divergingOf(rows, points, "%d", shares...)
			c.Sides = [2]string{text.Draw(t, "low"), text.Draw(t, "high")}
			for i := range c.Series {
				c.Series[i].Label = text.Draw(t, "answer")
			}
		case 1:
			names := rapid.SliceOfN(text, 2, 4).Draw(t, "names")
			c = lanesOf(rows, "%d", rapid.Bool().Draw(t, "interval"), names...)
			for i := range c.Rows {
				if rapid.IntRange(0, 3).Draw(t, "absent") == 0 {
					absent(c, i, 0, analysis.HiddenSmall, "te weinig antwoorden")
				}
			}
		default:
			c = tenfoldOf("%d", rapid.SliceOfN(rapid.SampledFrom([]float64{0, 0.1, 0.31, 0.7, 1}), rows, rows).Draw(t, "values")...)
		}
		for i := range c.Rows {
			c.Rows[i].Label = text.Draw(t, "label")
			if rapid.IntRange(0, 4).Draw(t, "hidden") == 0 {
				hide(c, analysis.HiddenSmall, "te weinig antwoorden", i)
			}
		}
		d := Usual()
		d.Size = rapid.SampledFrom(Sizes()).Draw(t, "size")
		d.Bare = rapid.Bool().Draw(t, "bare")
		s, err := layout(&c, &d)
		if _, tight := errors.AsType[crowded](err); tight {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if faults := append(s.faults(), untrueLikert(s, &c)...); len(faults) > 0 {
			t.Fatal(strings.Join(faults, "\n"))
		}
	})
}

// A share that is far from a tenth is no whole number of figures.
func TestTenfoldIsHonest(t *testing.T) {
	d, c := Usual(), tenfoldOf("Rij %d", 0.7, 0.453)
	if _, err := layout(&c, &d); err == nil || !strings.Contains(err.Error(), "0.453 is not near a whole number of ten") {
		t.Errorf("error %v", err)
	}
}

func TestNestedPercentagesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.IntRange(0, 60), 2, 8).Draw(t, "counts")
		counts[0]++
		n := 0
		for _, c := range counts {
			n += c
		}
		shares := make([]float64, len(counts))
		for i, c := range counts {
			shares[i] = float64(c) / float64(n)
		}
		split := rapid.IntRange(1, len(counts)-1).Draw(t, "split")
		groups := [][]int{{}, {}}
		for i := range counts {
			groups[min(1, i/split)] = append(groups[min(1, i/split)], i)
		}
		spare := rapid.IntRange(-1, 1).Draw(t, "spare")
		whole := nestedPercentages(shares, groups, spare)
		sums, total := [2]int{}, 0
		for g := range groups {
			for _, i := range groups[g] {
				sums[g] += whole[i]
				total += whole[i]
				if whole[i] < 0 || math.Abs(float64(whole[i])-100*shares[i]) > 1+1e-9 {
					t.Fatalf("%g became %d", 100*shares[i], whole[i])
				}
			}
		}
		outer := wholePercentages([]float64{sumOf(shares, groups[0]), sumOf(shares, groups[1])}, spare)
		if total != 100 || sums[0] != outer[0] || sums[1] != outer[1] {
			t.Fatalf("%v: %v add up to %v of %d, want %v", shares, whole, sums, total, outer)
		}
	})
}

func sumOf(shares []float64, at []int) float64 {
	sum := 0.0
	for _, i := range at {
		sum += shares[i]
	}
	return sum
}
