package charts

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// PDF writes the chart as a page for print, as large as the drawing: text stays
// text in its embedded font, and title, description and language are in the
// file. It has no tags for screen readers: publish the SVG with its table
// instead. The same chart gives the same bytes.
func PDF(w io.Writer, c Chart, d Drawing) error {
	s, err := layout(&c, &d)
	if err != nil {
		return err
	}
	doc := fpdf.NewCustom(&fpdf.InitType{
		OrientationStr: "P", UnitStr: "pt", Size: fpdf.SizeType{Wd: s.width, Ht: s.height},
	})
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	// The clock is not in the file: any fixed day does.
	day := time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	doc.SetCreationDate(day)
	doc.SetModificationDate(day)
	doc.SetCatalogSort(true)
	doc.SetProducer("benchmark", true)
	doc.SetTitle(c.Title, true)
	doc.SetSubject(c.Alt, true)
	doc.SetLang(c.Language)
	doc.AddUTF8FontFromBytes(pdfFont, "", s.fonts.regular.data)
	doc.AddUTF8FontFromBytes(pdfFont, "B", s.fonts.bold.data)
	doc.AddPage()
	for i := range s.shapes {
		s.shapes[i].pdf(doc, s.theme)
	}
	if err := doc.Error(); err != nil {
		return fmt.Errorf("drawing the chart %s: %w", c.Name, err)
	}
	var b bytes.Buffer
	if err := doc.Output(&b); err != nil {
		return fmt.Errorf("drawing the chart %s: %w", c.Name, err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("writing the chart %s: %w", c.Name, err)
	}
	return nil
}

// pdfFont and pdfLogo are names inside the file.
const (
	pdfFont = "chart"
	pdfLogo = "logo"
)

// pdf draws one shape.
func (f *shape) pdf(doc *fpdf.Fpdf, theme *Theme) {
	r, g, b := int(f.fill.R), int(f.fill.G), int(f.fill.B)
	doc.SetFillColor(r, g, b)
	switch f.form {
	case boxForm:
		doc.Rect(f.x, f.y, f.w, f.h, "F")
	case discForm:
		doc.Circle(f.x, f.y, f.r, "F")
	case linesForm:
		doc.SetDrawColor(r, g, b)
		doc.SetLineWidth(f.stroke)
		doc.SetDashPattern(nil, 0)
		if f.dash {
			doc.SetDashPattern([]float64{3, 3}, 0)
		}
		for _, l := range f.path {
			doc.Line(l[0], l[1], l[2], l[3])
		}
	case pathForm:
		for i, c := range f.outline {
			switch {
			case i == 0:
				doc.MoveTo(c.x, c.y)
			case c.curved:
				doc.CurveBezierCubicTo(c.a[0], c.a[1], c.b[0], c.b[1], c.x, c.y)
			default:
				doc.LineTo(c.x, c.y)
			}
		}
		doc.ClosePath()
		doc.DrawPath("F")
	case logoForm:
		o := fpdf.ImageOptions{ImageType: "PNG"}
		doc.RegisterImageOptionsReader(pdfLogo, o, bytes.NewReader(theme.Logo.data))
		doc.ImageOptions(pdfLogo, f.x, f.y, f.w, f.h, false, o, 0, "")
	case textForm:
		f.pdfText(doc)
	}
}

// pdfText writes a text as wide as it was measured: fpdf knows no kerning, so the
// letters are set a little closer.
func (f *shape) pdfText(doc *fpdf.Fpdf) {
	weight := ""
	if f.bold {
		weight = "B"
	}
	doc.SetFont(pdfFont, weight, f.size)
	doc.SetTextColor(int(f.fill.R), int(f.fill.G), int(f.fill.B))
	scale := 100.0
	if w := doc.GetStringWidth(f.text); w > 0 {
		scale = math.Round(1e4*f.w/w) / 100
	}
	doc.RawWriteStr(fmt.Sprintf("%.2f Tz", scale))
	doc.Text(f.left(), f.y, f.text)
	doc.RawWriteStr("100 Tz")
}
