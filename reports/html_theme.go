package reports

import (
	"encoding/base64"
	"fmt"
	"image/color"
	"math"
	"strings"

	"benchmark/charts"
)

// textContrast is the least contrast of text with what lies under it (WCAG 2.1,
// 1.4.3).
const textContrast = 4.5

// palette are the colours of a page that something is read by.
type palette struct {
	// ground lies under everything, and row under the row of a table that is pointed
	// at.
	ground, row color.RGBA
	// text, quiet text, and links, signs and the ring around what has the focus. Each
	// can be read on both grounds, whatever the theme is.
	text, quiet, accent color.RGBA
	// dark pages have a ground that is darker than its text.
	dark bool
}

// rowPart is how much of the colour of lines is in the row that is pointed at.
const rowPart = 0.45

// paletteOf returns the colours of a theme for a page. A colour that can't be read
// is moved towards black, or towards white on a dark ground, until it can: what is
// left of it is still that of the house.
func paletteOf(t *charts.Theme) palette {
	white, black := color.RGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}, color.RGBA{A: 0xff}
	p := palette{ground: t.Ground}
	away := black
	if charts.Contrast(white, t.Ground) > charts.Contrast(black, t.Ground) {
		away, p.dark = white, true
	}
	p.row = blend(t.Ground, t.Grid, rowPart)
	if charts.Contrast(away, p.row) < textContrast {
		p.row = t.Ground // lines that differ so much are no tint
	}
	p.text, p.quiet = p.readable(t.Text, away), p.readable(t.Quiet, away)
	p.accent = p.readable(t.Fills[charts.Plain], away)
	return p
}

// readable returns the colour nearest to c, on the way from it to away, that can be
// read on both grounds.
func (p *palette) readable(c, away color.RGBA) color.RGBA {
	const steps = 100
	for i := range steps {
		tried := blend(c, away, float64(i)/steps)
		if charts.Contrast(tried, p.ground) >= textContrast && charts.Contrast(tried, p.row) >= textContrast {
			return tried
		}
	}
	return away
}

// blend mixes two colours: part of the result, 0 to 1, is b.
func blend(a, b color.RGBA, part float64) color.RGBA {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*(1-part) + float64(y)*part)) }
	return color.RGBA{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: 0xff}
}

// properties are the colours and fonts of the theme for the style of the page, and
// the font itself where the page has it in it.
func (p *webPage) properties() (string, error) {
	t, c := &p.theme, paletteOf(&p.theme)
	families := make([]string, len(t.Families))
	for i, f := range t.Families {
		families[i] = familyName(f)
	}
	scheme := "light"
	if c.dark {
		scheme = "dark"
	}
	font, err := p.font()
	return fmt.Sprintf("%s:root{color-scheme:%s;--ground:%s;--row:%s;--text:%s;--quiet:%s;--rule:%s;--grid:%s;--accent:%s;--families:%s}\n",
		font, scheme, webColour(c.ground), webColour(c.row), webColour(c.text), webColour(c.quiet), webColour(t.Rule), webColour(t.Grid),
		webColour(c.accent), strings.Join(families, ", ")), err
}

// font returns both weights of the font as part of the style, or nothing for a page
// that only names it.
func (p *webPage) font() (string, error) {
	if !p.theme.EmbedFont {
		return "", nil
	}
	regular, bold, err := p.theme.FontFiles()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, f := range []struct {
		weight int
		data   []byte
	}{{400, regular}, {700, bold}} {
		fmt.Fprintf(&b, "@font-face{font-family:%s;font-weight:%d;src:url(data:font/ttf;base64,%s)}\n",
			familyName(p.theme.Families[0]), f.weight, base64.StdEncoding.EncodeToString(f.data))
	}
	return b.String(), nil
}

// familyName is the name of a font in a style.
func familyName(f string) string {
	name := strings.Map(nameRune, f)
	if strings.Contains(name, " ") {
		return "'" + name + "'"
	}
	return name
}

// nameRune keeps of a font's name what can't end a string of a style.
func nameRune(r rune) rune {
	if strings.ContainsRune(`'"\<>;{}()`, r) || r < ' ' {
		return -1
	}
	return r
}

func webColour(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// logo writes the logo of the theme. Its size is in the page, so that nothing moves
// when it appears.
func (p *webPage) logo() {
	logo := p.theme.Logo
	if logo == nil {
		return
	}
	const pixels = 96. / 72 // of a style sheet in a point
	width, height := logo.Size(widestLogo / pixels)
	alt := logo.Alt
	if alt == "" {
		alt = p.fixed.Logo
	}
	p.open("img", "class", "logo", "src", "data:image/png;base64,"+base64.StdEncoding.EncodeToString(logo.PNG()), "alt", alt,
		"width", digits(int(math.Round(width*pixels))), "height", digits(int(math.Round(height*pixels))))
	p.WriteByte('\n')
}

// widestLogo is the largest width in pixels of a logo on a page: it leaves a phone
// of 320 pixels a margin.
const widestLogo = 240
