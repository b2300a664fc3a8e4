package charts

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// newTrials are charts at the edges of what can be drawn, of the kinds that
// compare, run over time and flow.
func newTrials(t testing.TB) map[string]Chart {
	all := linesTrials(t)
	maps.Copy(all, timeTrials(t))
	maps.Copy(all, flowTrials(t))
	maps.Copy(all, staffingTrials(t))
	return all
}

// figured returns the faults of a scene of one of these kinds: what breaks a rule
// and what is not where its figure says.
func figured(s *scene, c *Chart, bare bool) []string {
	faults := s.faults()
	switch c.Kind {
	case Benchmark, Dumbbell:
		return append(faults, untrueVersus(s, c)...)
	case Lines, Slope:
		return append(faults, untrueLines(s, c, bare)...)
	case Flow:
		return append(faults, untrueFlow(s, c)...)
	}
	return append(faults, untrue(s, c)...)
}

// plainText is all text of a scene with single spaces.
func plainText(s *scene) string { return strings.Join(strings.Fields(allText(s)), " ") }

func dataOf(s *scene) []*shape {
	var data []*shape
	for i := range s.shapes {
		if s.shapes[i].data {
			data = append(data, &s.shapes[i])
		}
	}
	return data
}

// centre returns the middle of a marker.
func centre(s *scene, f *shape) (x, y float64) {
	r := s.areas(f)[0]
	return (r.x1 + r.x2) / 2, (r.y1 + r.y2) / 2
}

// axisAt returns the place of the zero line: upright lines are 1 wide, level ones 1
// high.
func axisAt(s *scene, upright bool) (float64, bool) {
	for i := range s.shapes {
		f := &s.shapes[i]
		switch {
		case f.form != boxForm || f.fill != s.theme.Axis:
		case upright && f.w == 1:
			return f.x + 0.5, true
		case !upright && f.h == 1 && f.w > 10:
			return f.y + 0.5, true
		}
	}
	return 0, false
}

// untrueVersus returns the markers and intervals that do not stand where their
// figures are on one scale from zero, and the texts that are missing.
func untrueVersus(s *scene, c *Chart) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	data, text := dataOf(s), plainText(s)
	zero, ok := axisAt(s, true)
	var places []placeOf
	at := func(what string, x, v float64) { places = append(places, placeOf{what, x - zero, v}) }
	next := 0
	for i := range c.Rows {
		r := &c.Rows[i]
		if !r.drawn() {
			if !strings.Contains(text, r.Words) {
				fault("row %q: the words %q are not drawn", r.Label, r.Words)
			}
			continue
		}
		if !ok {
			return []string{"there is no axis at zero"}
		}
		lined := 0
		for m := range r.Marks {
			if mark := &r.Marks[m]; mark.Interval && !mark.absent() && (lined == 0 || c.Kind == Dumbbell) {
				lined++
				at(r.Label+", low", data[next].x, mark.Low)
				at(r.Label+", high", data[next].x+data[next].w, mark.High)
				next++
			}
		}
		printed := false
		for m, mark := range slices.Backward(r.Marks) {
			if mark.absent() {
				if (m > 0 || c.Kind == Dumbbell) && !strings.Contains(text, mark.Words) {
					fault("row %q: the words %q are not drawn", r.Label, mark.Words)
				}
				continue
			}
			x, _ := centre(s, data[next])
			at(r.Label, x, mark.Value)
			if data[next].fill != s.theme.Fills[c.Series[m].Role] {
				fault("row %q: the marker of %q has another colour", r.Label, c.Series[m].Label)
			}
			next++
			printed = printed || strings.Contains(text, mark.Label)
		}
		if !printed {
			fault("row %q: no figure is printed", r.Label)
		}
		for _, cell := range append(slices.Clone(r.Cells), r.Outcome.Word) {
			if !strings.Contains(text, cell) {
				fault("row %q: %q is not drawn", r.Label, cell)
			}
		}
	}
	if next != len(data) {
		fault("%d shapes for %d figures", len(data), next)
	}
	return append(faults, unscaled(places)...)
}

// placeOf is where a figure is drawn, from zero.
type placeOf struct {
	what     string
	at, show float64
}

// unscaled returns the figures that are not drawn on one scale from zero: that of
// the largest of them.
func unscaled(places []placeOf) []string {
	largest := placeOf{}
	for _, p := range places {
		if p.show > largest.show {
			largest = p
		}
	}
	var faults []string
	for _, p := range places {
		want := 0.0
		if largest.show > 0 {
			want = largest.at * p.show / largest.show
		}
		if math.Abs(p.at-want) > 1.3 {
			faults = append(faults, fmt.Sprintf("%s: %g is at %g and not at %g from zero", p.what, p.show, p.at, want))
		}
	}
	return faults
}

// untrueLines returns the markers and intervals that do not stand where their
// figures are, moments that are not as far apart as in time, and lines over gaps.
func untrueLines(s *scene, c *Chart, bare bool) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	data, text := dataOf(s), plainText(s)
	foot, ok := axisAt(s, false)
	if c.Kind == Slope {
		for i := range s.shapes {
			if f := &s.shapes[i]; f.form == boxForm && f.fill == s.theme.Rule && f.w == 1 {
				foot, ok = f.y+f.h, true
			}
		}
	}
	if !ok {
		return []string{"there is no axis"}
	}
	series := max(1, len(c.Series))
	mark := func(n, i int) *Mark {
		if r := &c.Rows[i]; r.drawn() && !r.Marks[n].absent() {
			return &r.Marks[n]
		}
		return nil
	}
	next := 0
	xs := map[int]float64{}
	var places []placeOf
	at := func(what string, y, v float64) { places = append(places, placeOf{what, foot - y, v}) }
	for n := series - 1; n >= 0; n-- {
		for i := range c.Rows {
			if m := mark(n, i); m != nil && m.Interval && series <= mostForBars && (series > 1 || !c.Rows[i].Forecast) {
				at("high", data[next].y, m.High)
				at("low", data[next].y+data[next].h, m.Low)
				next++
			}
		}
		for i := range c.Rows {
			m := mark(n, i)
			if m == nil {
				continue
			}
			x, y := centre(s, data[next])
			if f := data[next]; f.form == pathForm && len(f.outline) == 3 { // a triangle stands around its middle
				y = (2*f.outline[0].y + 1.2*(f.outline[1].y-f.outline[0].y)) / 2
			}
			at("figure", y, m.Value)
			if was, ok := xs[i]; ok && math.Abs(was-x) > 0.1 {
				fault("moment %q is at %g and at %g", c.Rows[i].Label, was, x)
			}
			xs[i] = x
			next++
		}
	}
	if next != len(data) {
		fault("%d shapes for %d figures", len(data), next)
	}
	faults = append(faults, append(unscaled(places), untrueTimes(c, xs)...)...)
	for i := range c.Rows {
		for _, m := range c.Rows[i].Marks {
			if m.absent() && !strings.Contains(text, m.Words) {
				fault("moment %q: the words %q are not drawn", c.Rows[i].Label, m.Words)
			}
			omitted := bare || strings.Contains(text, c.Omitted)
			if !m.absent() && !omitted && !strings.Contains(text, m.Label) {
				fault("moment %q: the figure %q is not drawn", c.Rows[i].Label, m.Label)
			}
		}
		if why := c.Rows[i].Why; i > 0 && !strings.Contains(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(why, " ", "")) && !strings.Contains(text, "-") {
			fault("moment %q: %q is not drawn", c.Rows[i].Label, why)
		}
	}
	return faults
}

// untrueTimes returns the moments that are not as far apart as they are in time.
func untrueTimes(c *Chart, xs map[int]float64) []string {
	first, last := -1, -1
	for i := range c.Rows {
		if _, ok := xs[i]; ok {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	var faults []string
	for i := range c.Rows {
		x, ok := xs[i]
		if !ok || first == last {
			continue
		}
		share := (c.Rows[i].At - c.Rows[first].At) / (c.Rows[last].At - c.Rows[first].At)
		if want := xs[first] + share*(xs[last]-xs[first]); math.Abs(x-want) > 0.2 {
			faults = append(faults, fmt.Sprintf("moment %q is at %g and not at %g", c.Rows[i].Label, x, want))
		}
	}
	return faults
}

// untrueFlow returns the bands that are not as wide as their numbers, on one scale,
// at both ends.
func untrueFlow(s *scene, c *Chart) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	type move struct {
		from, to string
		n        float64
	}
	var stayed, moved []move
	for i := range c.Rows {
		for k, m := range c.Rows[i].Marks {
			v := move{c.Rows[i].Label, c.Series[k].Label, m.Value}
			switch {
			case m.absent() || m.Value == 0:
			case v.from == v.to:
				stayed = append(stayed, v)
			default:
				moved = append(moved, v)
			}
		}
	}
	unit, next := 0.0, 0
	all := slices.Concat(stayed, moved)
	for _, f := range dataOf(s) {
		if f.form != pathForm {
			continue
		}
		if next == len(all) {
			fault("more bands than %d numbers", next)
			break
		}
		m, o := all[next], f.outline
		next++
		start, end := o[3].y-o[0].y, o[2].y-o[1].y
		if unit == 0 {
			unit = start / m.n
		}
		if math.Abs(start-m.n*unit) > 0.01 || math.Abs(end-m.n*unit) > 0.01 {
			fault("%s to %s: %g is %g wide and ends %g wide, not %g", m.from, m.to, m.n, start, end, m.n*unit)
		}
	}
	if next != len(all) {
		fault("%d bands for %d numbers", next, len(all))
	}
	for i := range c.Rows {
		if r := &c.Rows[i]; !strings.Contains(plainText(s), r.Words) {
			fault("group %q: the words %q are not drawn", r.Label, r.Words)
		}
	}
	return faults
}

// TestNewKindsKeepTheRules lays out every trial on every page.
func TestNewKindsKeepTheRules(t *testing.T) {
	refused := map[string]string{
		"benchmark nl square": "13 rows do not fit", "benchmark en square": "13 rows do not fit", "lines, many breaks square": "6 rows do not fit",
		"lines, many breaks square bare": "6 rows do not fit", "benchmark, hidden peers square": "8 rows do not fit",
	}
	for name, c := range newTrials(t) {
		for _, size := range Sizes() {
			for _, bare := range []bool{false, true} {
				d := Usual()
				d.Size, d.Bare = size, bare
				what := name + " " + size.Name
				if bare {
					what += " bare"
				}
				s, err := layout(&c, &d)
				if want, ok := refused[what]; ok && err != nil && strings.Contains(err.Error(), want) {
					continue
				}
				if err != nil {
					t.Errorf("%s: %v", what, err)
					continue
				}
				for _, f := range figured(s, &c, d.Bare) {
					t.Errorf("%s: %s", what, f)
				}
			}
		}
	}
}

// Any chart of the new kinds is laid out by the rules on any page, or refused.
func TestAnyFigureKeepsTheRules(t *testing.T) {
	word := rapid.StringMatching(`[A-Za-zéëïöĳ0-9’(),-]{1,18}`)
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, "words"), " ")
	})
	sizes := Sizes()
	drawn := map[Kind]int{}
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]Kind{Benchmark, Dumbbell, Lines, Slope, Flow}).Draw(t, "kind")
		c := anyChart(t, kind, text)
		d := Usual()
		d.Size, d.Bare = sizes[rapid.IntRange(0, len(sizes)-1).Draw(t, "size")], rapid.Bool().Draw(t, "bare")
		s, err := layout(&c, &d)
		if err != nil {
			return
		}
		drawn[kind]++
		if faults := figured(s, &c, d.Bare); len(faults) > 0 {
			t.Fatalf("%s on a %s page:\n%s\n%+v", kind, d.Size.Name, strings.Join(faults, "\n"), c.Rows)
		}
	})
	for _, kind := range []Kind{Benchmark, Dumbbell, Lines, Slope, Flow} {
		if drawn[kind] < 5 {
			t.Errorf("%s was drawn %d times", kind, drawn[kind])
		}
	}
}

func TestGoldenFigures(t *testing.T) {
	all := newTrials(t)
	for file, name := range map[string]string{
		"kind-benchmark": "benchmark nl", "kind-lines": "lines, forecast nl", "kind-flow": "flow nl",
	} {
		c := all[name]
		var b strings.Builder
		if err := SVG(&b, c, Usual()); err != nil {
			t.Fatal(err)
		}
		golden(t, file+".svg", []byte(b.String()))
	}
}
