package charts

import (
	"fmt"
	"sync"

	"eliasnaur.com/font/roboto/robotobold"
	"eliasnaur.com/font/roboto/robotoregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
)

// typeface is one weight of the font with the measures that the layout needs.
// It is safe for use by several goroutines.
type typeface struct {
	font *sfnt.Font
	// data is the font file.
	data  []byte
	units float64 // per em
	// capital is the height of a capital in parts of the type size.
	capital float64
	// glyphs of the characters below latin, measured once: index and advance in
	// font units.
	glyphs [latin]glyph
}

// latin is the first character that is looked up in the font each time.
const latin = 0x250

type glyph struct {
	index   sfnt.GlyphIndex
	advance fixed.Int26_6
}

// roboto is the font of the neutral theme, read when it is first used: it has an
// open licence, digits of one width and every letter of Dutch, and is to be had
// as a Go module.
var roboto = sync.OnceValues(func() (*Faces, error) { return ParseFaces(robotoregular.TTF, robotobold.TTF) })

// Faces are the two weights of a font.
type Faces struct{ fonts fonts }

// ParseFaces reads a TrueType or OpenType font in two weights. Variable fonts
// are drawn in their default weight.
func ParseFaces(regular, bold []byte) (*Faces, error) {
	var f Faces
	var err error
	if f.fonts.regular, err = parse("regular", regular); err != nil {
		return nil, err
	}
	f.fonts.bold, err = parse("bold", bold)
	return &f, err
}

func parse(name string, data []byte) (*typeface, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading the %s font: %w; give a TrueType or OpenType file (.ttf or .otf)", name, err)
	}
	face := &typeface{font: f, data: data, units: float64(f.UnitsPerEm()), capital: robotoCapital}
	var buf sfnt.Buffer
	if m, err := f.Metrics(&buf, fixed.Int26_6(face.units), font.HintingNone); err == nil && m.CapHeight > 0 {
		face.capital = float64(m.CapHeight) / face.units
	}
	for r := range rune(latin) {
		face.glyphs[r] = face.load(&buf, r)
	}
	return face, nil
}

// fonts holds both weights. What is measured while one chart is laid out, word by
// word in many sizes and widths, is remembered.
type fonts struct {
	regular, bold *typeface
	measured      *[2]map[string]float64
}

// remembering returns the fonts for one layout; they are not for use by several
// goroutines.
func (f fonts) remembering() fonts {
	f.measured = &[2]map[string]float64{{}, {}}
	return f
}

// robotoCapital is the height of a capital where a font does not tell.
const robotoCapital = 0.711

// loadFonts returns the fonts of the theme.
func (t *Theme) loadFonts() (fonts, error) {
	if t.Faces != nil {
		return t.Faces.fonts, nil
	}
	f, err := roboto()
	if err != nil {
		return fonts{}, err
	}
	return f.fonts, nil
}

// capital returns the height of a capital at a size of type.
func (f fonts) capital(size float64) float64 { return f.regular.capital * size }

func (f fonts) face(isBold bool) *typeface {
	if isBold {
		return f.bold
	}
	return f.regular
}

// width returns the width of s at the type size, kerning included.
func (f fonts) width(s string, size float64, isBold bool) float64 {
	if f.measured == nil {
		return f.face(isBold).width(s) * size
	}
	memo := f.measured[0]
	if isBold {
		memo = f.measured[1]
	}
	w, known := memo[s]
	if !known {
		w = f.face(isBold).width(s)
		memo[s] = w
	}
	return w * size
}

func (t *typeface) load(buf *sfnt.Buffer, r rune) glyph {
	i, err := t.font.GlyphIndex(buf, r)
	if err != nil {
		return glyph{}
	}
	a, err := t.font.GlyphAdvance(buf, i, fixed.Int26_6(t.units), font.HintingNone)
	if err != nil {
		return glyph{}
	}
	return glyph{index: i, advance: a}
}

func (t *typeface) glyph(buf *sfnt.Buffer, r rune) glyph {
	if r >= 0 && r < latin {
		return t.glyphs[r]
	}
	return t.load(buf, r)
}

// place calls draw for every glyph of s with its place on the line, in font
// units, and returns the width of the line.
func (t *typeface) place(buf *sfnt.Buffer, s string, draw func(g sfnt.GlyphIndex, x float64)) float64 {
	var x float64
	var last sfnt.GlyphIndex
	for i, r := range s {
		if joins(r) {
			continue
		}
		g := t.glyph(buf, r)
		if i > 0 {
			// A font without kerning for the pair reports an error: no kerning.
			if k, err := t.font.Kern(buf, last, g.index, fixed.Int26_6(t.units), font.HintingNone); err == nil {
				x += float64(k)
			}
		}
		if draw != nil {
			draw(g.index, x)
		}
		x += float64(g.advance)
		last = g.index
	}
	return x
}

// joins reports whether a character only changes the one before it: a joiner, or
// the choice between a sign in text and a picture.
func joins(r rune) bool { return r == '\u200d' || r >= 0xfe00 && r <= 0xfe0f }

// width returns the width of s in parts of the type size.
func (t *typeface) width(s string) float64 {
	var buf sfnt.Buffer
	return t.place(&buf, s, nil) / t.units
}

// missing returns the first character of s that the font can not draw.
func (t *typeface) missing(s string) (rune, bool) {
	var buf sfnt.Buffer
	for _, r := range s {
		if r != softHyphen && !joins(r) && t.glyph(&buf, r).index == 0 {
			return r, true
		}
	}
	return 0, false
}

// outlines calls fill with the shape of every glyph of s, its baseline starting
// at the point, on a page with y running up.
func (t *typeface) outlines(s string, at vg.Point, size float64, fill func(vg.Path)) error {
	var (
		path  vg.Path
		buf   sfnt.Buffer
		fault error
	)
	scale := vg.Length(size / t.units)
	t.place(&buf, s, func(g sfnt.GlyphIndex, x float64) {
		segments, err := t.font.LoadGlyph(&buf, g, fixed.Int26_6(t.units), nil)
		if err != nil {
			fault = fmt.Errorf("drawing %q: %w", s, err)
			return
		}
		point := func(p fixed.Point26_6) vg.Point {
			return vg.Point{X: at.X + vg.Length(x+float64(p.X))*scale, Y: at.Y - vg.Length(p.Y)*scale}
		}
		path = path[:0]
		trace(&path, segments, point)
		fill(path)
	})
	return fault
}

// trace adds the segments of one glyph to the path.
func trace(path *vg.Path, segments sfnt.Segments, point func(fixed.Point26_6) vg.Point) {
	for i, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				path.Close()
			}
			path.Move(point(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			path.Line(point(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			path.QuadTo(point(s.Args[0]), point(s.Args[1]))
		case sfnt.SegmentOpCubeTo:
			path.CubeTo(point(s.Args[0]), point(s.Args[1]), point(s.Args[2]))
		}
	}
	if len(segments) > 0 {
		path.Close()
	}
}
