package charts

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// rect is an area on the page.
type rect struct{ x1, y1, x2, y2 float64 }

func (r rect) meets(o rect) bool {
	const touch = 0.05
	return r.x1 < o.x2-touch && o.x1 < r.x2-touch && r.y1 < o.y2-touch && o.y1 < r.y2-touch
}

// String names a shape in a message.
func (f *shape) String() string {
	return fmt.Sprintf("form %d %q at %g, %g of %g by %g, %d lines, %s", f.form, f.text, f.x, f.y, f.w, f.h, len(f.path), hex(f.fill))
}

func (r rect) holds(o rect) bool {
	const touch = 0.05
	return r.x1 <= o.x1+touch && r.y1 <= o.y1+touch && r.x2 >= o.x2-touch && r.y2 >= o.y2-touch
}

// ink returns the area that a text's glyphs really cover.
func (s *scene) ink(f *shape) rect {
	t := s.fonts.face(f.bold)
	var buf sfnt.Buffer
	r := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	t.place(&buf, f.text, func(_ rune, g sfnt.GlyphIndex, x float64) {
		b, _, err := t.font.GlyphBounds(&buf, g, fixed.Int26_6(t.units), font.HintingNone)
		if err != nil || b.Empty() {
			return
		}
		scale := f.size / t.units
		r.x1, r.x2 = min(r.x1, f.left()+scale*(x+float64(b.Min.X))), max(r.x2, f.left()+scale*(x+float64(b.Max.X)))
		r.y1, r.y2 = min(r.y1, f.y+scale*float64(b.Min.Y)), max(r.y2, f.y+scale*float64(b.Max.Y))
	})
	return r
}

// area returns what a shape covers; of lines, each on its own.
func (s *scene) areas(f *shape) []rect {
	switch f.form {
	case boxForm, logoForm:
		return []rect{{f.x, f.y, f.x + f.w, f.y + f.h}}
	case discForm:
		return []rect{{f.x - f.r, f.y - f.r, f.x + f.r, f.y + f.r}}
	case textForm:
		return []rect{s.ink(f)}
	}
	if f.form == pathForm {
		r := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, c := range f.outline {
			r = rect{min(r.x1, c.x), min(r.y1, c.y), max(r.x2, c.x), max(r.y2, c.y)}
		}
		return []rect{r}
	}
	var all []rect
	for _, l := range f.path {
		half := f.stroke / 2
		all = append(all, rect{min(l[0], l[2]) - half, min(l[1], l[3]) - half, max(l[0], l[2]) + half, max(l[1], l[3]) + half})
	}
	return all
}

// faults returns everything in a scene that breaks a rule of presentation.
func (s *scene) faults() []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	page := rect{0, 0, s.width, s.height}
	inner := rect{s.edge, s.edge, s.width - s.edge, s.height - s.edge}
	areas := make([][]rect, len(s.shapes))
	for i := range s.shapes {
		f := &s.shapes[i]
		areas[i] = s.areas(f)
		for _, a := range areas[i] {
			if !page.holds(a) {
				fault("outside the page: %s", f)
			}
		}
		if f.form == boxForm && (between(f.x) || between(f.y) || between(f.w) || between(f.h)) {
			fault("edge between pixels: %s", f)
		}
		if f.form != textForm {
			continue
		}
		r := areas[i][0]
		if !inner.holds(r) {
			fault("%q in the margin: %+v", f.text, r)
		}
		if f.size < s.smallest {
			fault("%q is %g points", f.text, f.size)
		}
		if strings.ContainsAny(f.text, "…\n") || strings.HasSuffix(f.text, "...") {
			fault("%q is cut off", f.text)
		}
		if c := Contrast(f.fill, s.ground(areas, i)); c < textContrast {
			fault("%q has a contrast of %.2f", f.text, c)
		}
	}
	return append(faults, s.collisions(areas)...)
}

func between(x float64) bool { return 2*x != math.Trunc(2*x) }

// ground returns the colour that lies under the text at position i.
func (s *scene) ground(areas [][]rect, i int) color.RGBA {
	for j := i - 1; j >= 0; j-- {
		if s.shapes[j].form == boxForm && areas[j][0].holds(areas[i][0]) || s.bears(j, areas[i][0]) {
			return s.shapes[j].fill
		}
	}
	return rgb(0xffffff)
}

// collisions returns the texts that overlap each other, that a later shape
// covers, or that an earlier one runs through which nothing has cleared away.
func (s *scene) collisions(areas [][]rect) []string {
	var faults []string
	for i := range s.shapes {
		if s.shapes[i].form != textForm {
			continue
		}
		text, r, cleared := &s.shapes[i], areas[i][0], false
		for j := len(s.shapes) - 1; j >= 0; j-- {
			other := &s.shapes[j]
			switch {
			case i == j || !s.touches(areas, j, r):
			case other.form == textForm && j > i:
				faults = append(faults, fmt.Sprintf("%q overlaps %q", text.text, other.text))
			case other.form == textForm:
			case j > i:
				faults = append(faults, fmt.Sprintf("%q is covered by %s", text.text, other))
			case other.form == boxForm && areas[j][0].holds(r) || s.bears(j, r):
				cleared = true
			case !cleared && other.fill != s.ground(areas, i):
				faults = append(faults, fmt.Sprintf("%q is crossed by %s", text.text, other))
			}
		}
	}
	return faults
}

// touches reports whether the shape at position i lies on the area.
func (s *scene) touches(areas [][]rect, i int, r rect) bool {
	if s.shapes[i].form == pathForm {
		return r.meets(areas[i][0]) && covers(s.shapes[i].outline, r)
	}
	for n, a := range areas[i] {
		if r.meets(a) && (s.shapes[i].form != linesForm || crosses(s.shapes[i].path[n], r)) {
			return true
		}
	}
	return false
}

// bears reports whether the shape at position j is an outline that the area lies
// in wholly.
func (s *scene) bears(j int, r rect) bool {
	f := &s.shapes[j]
	if f.form != pathForm || !covers(f.outline, r) {
		return false
	}
	for _, p := range [][2]float64{{r.x1, r.y1}, {r.x2, r.y1}, {r.x1, r.y2}, {r.x2, r.y2}} {
		if !covers(f.outline, rect{p[0] - 0.01, p[1] - 0.01, p[0] + 0.01, p[1] + 0.01}) {
			return false
		}
	}
	return true
}

// covers reports whether a filled outline lies on the area: an edge runs through
// it, or it is inside.
func covers(outline []corner, r rect) bool {
	var points [][2]float64
	for i, c := range outline {
		if !c.curved {
			points = append(points, [2]float64{c.x, c.y})
			continue
		}
		from := outline[i-1]
		for step := range 24 {
			t := float64(step+1) / 24
			u := 1 - t
			at := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
			points = append(points, [2]float64{at(from.x, c.a[0], c.b[0], c.x), at(from.y, c.a[1], c.b[1], c.y)})
		}
	}
	inside := false
	x, y := (r.x1+r.x2)/2, (r.y1+r.y2)/2
	for i, p := range points {
		q := points[(i+1)%len(points)]
		if crosses([4]float64{p[0], p[1], q[0], q[1]}, r) {
			return true
		}
		if (p[1] > y) != (q[1] > y) && x < p[0]+(q[0]-p[0])*(y-p[1])/(q[1]-p[1]) {
			inside = !inside
		}
	}
	return inside
}

// crosses reports whether a line runs through the area.
func crosses(l [4]float64, r rect) bool {
	for step := range 101 {
		t := float64(step) / 100
		x, y := l[0]+t*(l[2]-l[0]), l[1]+t*(l[3]-l[1])
		if x > r.x1 && x < r.x2 && y > r.y1 && y < r.y2 {
			return true
		}
	}
	return false
}

// TestRulesFindFaults sees to it that every rule can fail.
func TestRulesFindFaults(t *testing.T) {
	f, err := new(Theme).loadFonts()
	if err != nil {
		t.Fatal(err)
	}
	theme := Default()
	st := style{size: 14, colour: theme.Text}
	tests := map[string]func(s *scene){
		"overlaps":           func(s *scene) { s.put("een", 100, 100, st); s.put("twee", 110, 105, st) },
		"in the margin":      func(s *scene) { s.put("te ver naar rechts", 900, 100, st) },
		"outside the page":   func(s *scene) { s.box(950, 10, 20, 20, theme.Text) },
		"is 9 points":        func(s *scene) { s.put("klein", 100, 100, style{size: 9, colour: theme.Text}) },
		"is cut off":         func(s *scene) { s.put("afgek…", 100, 100, st) },
		"contrast of":        func(s *scene) { s.put("bleek", 100, 100, style{size: 14, colour: theme.Grid}) },
		"is crossed by":      func(s *scene) { s.hatch(90, 80, 100, 40, 6, theme.Hatching); s.put("doorgestreept", 100, 100, st) },
		"is covered by":      func(s *scene) { s.put("bedekt", 100, 100, st); s.box(90, 80, 60, 40, theme.Text) },
		"edge between pixel": func(s *scene) { s.shapes = append(s.shapes, shape{form: boxForm, x: 10.3, y: 20, w: 5, h: 5}) },
	}
	for want, draw := range tests {
		s := &scene{fonts: f, theme: &theme, width: 960, height: 540, edge: 14, smallest: 10}
		draw(s)
		if got := strings.Join(s.faults(), "\n"); !strings.Contains(got, want) {
			t.Errorf("no fault %q in %q", want, got)
		}
	}
	s := &scene{fonts: f, theme: &theme, width: 960, height: 540, edge: 14, smallest: 10}
	s.put("goed", 100, 100, st)
	if got := s.faults(); len(got) > 0 {
		t.Errorf("a good scene has faults: %v", got)
	}
}
