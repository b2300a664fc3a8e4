package charts

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// SVG writes the chart as a scalable picture: text stays text, the title and
// the text alternative are in it for screen readers, and it has no size of its
// own, so that it fills the width it is given. Every text is held to the width
// that was measured, so that nothing overlaps in another font. The ids in it
// begin with the chart's name, so that several can stand in one page. The same
// chart gives the same bytes.
func SVG(w io.Writer, c Chart, d Drawing) error {
	s, err := layout(&c, &d)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" role="img" lang="%s" aria-labelledby="%s-title %s-desc" font-family="%s">`+"\n",
		num(s.width), num(s.height), escape(c.Language), escape(c.Name), escape(c.Name), escape(families(d.Theme.Families)))
	fmt.Fprintf(&b, "<title id=\"%s-title\">%s</title>\n<desc id=\"%s-desc\">%s</desc>\n",
		escape(c.Name), escape(c.Title), escape(c.Name), escape(c.Alt))
	if d.Embedded {
		if err := s.embed(&b, &d.Theme); err != nil {
			return fmt.Errorf("writing the chart %s: %w", c.Name, err)
		}
	}
	for i := range s.shapes {
		s.shapes[i].svg(&b, s.theme)
	}
	b.WriteString("</svg>\n")
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("writing the chart %s: %w", c.Name, err)
	}
	return nil
}

// embed writes the weights of the font that the scene uses into the picture.
func (s *scene) embed(b *bytes.Buffer, theme *Theme) error {
	regular, bold, err := theme.FontFiles()
	if err != nil {
		return err
	}
	used := [2]bool{}
	for i := range s.shapes {
		if s.shapes[i].form == textForm {
			if s.shapes[i].bold {
				used[1] = true
			} else {
				used[0] = true
			}
		}
	}
	b.WriteString("<style>")
	for i, weight := range []int{400, 700} {
		if used[i] {
			fmt.Fprintf(b, "@font-face{font-family:'%s';font-weight:%d;src:url(data:font/ttf;base64,%s)}",
				escape(theme.Families[0]), weight, base64.StdEncoding.EncodeToString([][]byte{regular, bold}[i]))
		}
	}
	b.WriteString("</style>\n")
	return nil
}

// families quotes names of fonts that have a space in them.
func families(names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = n
		if strings.Contains(n, " ") {
			quoted[i] = "'" + n + "'"
		}
	}
	return strings.Join(quoted, ", ")
}

// svg writes one shape as an element.
func (f *shape) svg(b *bytes.Buffer, theme *Theme) {
	switch f.form {
	case boxForm:
		fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`, num(f.x), num(f.y), num(f.w), num(f.h), hex(f.fill))
	case discForm:
		fmt.Fprintf(b, `<circle cx="%s" cy="%s" r="%s" fill="%s"/>`, num(f.x), num(f.y), num(f.r), hex(f.fill))
	case logoForm:
		fmt.Fprintf(b, `<image x="%s" y="%s" width="%s" height="%s" href="data:image/png;base64,%s"/>`,
			num(f.x), num(f.y), num(f.w), num(f.h), base64.StdEncoding.EncodeToString(theme.Logo.data))
	case pathForm:
		b.WriteString(`<path d="`)
		for i, c := range f.outline {
			switch {
			case i == 0:
				fmt.Fprintf(b, "M%s %s", num(c.x), num(c.y))
			case c.curved:
				fmt.Fprintf(b, "C%s %s %s %s %s %s", num(c.a[0]), num(c.a[1]), num(c.b[0]), num(c.b[1]), num(c.x), num(c.y))
			default:
				fmt.Fprintf(b, "L%s %s", num(c.x), num(c.y))
			}
		}
		fmt.Fprintf(b, `Z" fill="%s"/>`, hex(f.fill))
	case linesForm:
		dash := ""
		if f.dash {
			dash = ` stroke-dasharray="3 3"`
		}
		b.WriteString(`<path d="`)
		for _, l := range f.path {
			fmt.Fprintf(b, "M%s %sL%s %s", num(l[0]), num(l[1]), num(l[2]), num(l[3]))
		}
		fmt.Fprintf(b, `" stroke="%s" stroke-width="%s"%s/>`, hex(f.fill), num(f.stroke), dash)
	case textForm:
		weight := ""
		if f.bold {
			weight = ` font-weight="700"`
		}
		fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s"%s%s fill="%s" textLength="%s" lengthAdjust="spacingAndGlyphs">%s</text>`,
			num(f.x), num(f.y), num(f.size), weight, f.anchor.svg(), hex(f.fill), num(f.w), escape(f.text))
	}
	b.WriteByte('\n')
}

func (a anchor) svg() string {
	return [...]string{"", ` text-anchor="middle"`, ` text-anchor="end"`}[a]
}

// num writes a length with at most two decimals.
func num(x float64) string { return strconv.FormatFloat(math.Round(100*x)/100, 'f', -1, 64) }

// escape makes text fit for XML, in elements and attributes.
func escape(s string) string {
	var b bytes.Buffer
	// A bytes.Buffer never fails.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}
