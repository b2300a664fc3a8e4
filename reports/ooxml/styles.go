package ooxml

import (
	"fmt"
	"slices"
	"strings"
)

// Style is the look of a cell. The zero Style is that of a cell without one.
type Style struct {
	Bold, Italic, Underlined bool
	// Size of type in points; 0 is 11.
	Size float64
	// Colour of the type as RRGGBB; empty is that of the theme.
	Colour string
	// Right aligns to the right; otherwise texts stand left and numbers right.
	Right bool
	// Top stands at the top of the row and not at its foot.
	Top bool
	// Wrapped breaks text into lines.
	Wrapped bool
	// Ruled draws a line under the cell.
	Ruled bool
	// Format is the number format, such as 0.0%; empty is General.
	Format string
}

// Style returns the number of a style in the workbook.
func (b *Workbook) Style(s Style) int {
	if len(b.styles) == 0 {
		b.styles = []Style{{}}
	}
	if s.Format == "General" {
		s.Format = ""
	}
	if n := slices.Index(b.styles, s); n >= 0 {
		return n
	}
	b.styles = append(b.styles, s)
	return len(b.styles) - 1
}

// firstFormat is the number of the first number format that is not Excel's own.
const firstFormat = 164

// register keeps elements of the style sheet, each once, by their number.
type register []string

func (r *register) number(element string) int {
	if n := slices.Index(*r, element); n >= 0 {
		return n
	}
	*r = append(*r, element)
	return len(*r) - 1
}

// styleSheet is the part with the looks of cells. Excel wants two fills to be there.
func (b *Workbook) styleSheet() string {
	b.Style(Style{})
	var fonts, borders, formats, looks register
	for _, s := range b.styles {
		format := 0
		if s.Format != "" {
			format = firstFormat + formats.number(esc(s.Format))
		}
		font, border := fonts.number(s.font(b.Font)), borders.number(s.border())
		looks = append(looks, fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="0" borderId="%d" xfId="0"%s`, format, font, border, s.applied(format, font, border)))
	}
	var out strings.Builder
	out.WriteString(`<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	if len(formats) > 0 {
		fmt.Fprintf(&out, `<numFmts count="%d">`, len(formats))
		for i, f := range formats {
			fmt.Fprintf(&out, `<numFmt numFmtId="%d" formatCode="%s"/>`, firstFormat+i, f)
		}
		out.WriteString(`</numFmts>`)
	}
	list := func(name string, elements register) {
		fmt.Fprintf(&out, `<%s count="%d">%s</%s>`, name, len(elements), strings.Join(elements, ""), name)
	}
	list("fonts", fonts)
	list("fills", register{`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`})
	list("borders", borders)
	list("cellStyleXfs", register{`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`})
	list("cellXfs", looks)
	list("cellStyles", register{`<cellStyle name="Normal" xfId="0" builtinId="0"/>`})
	out.WriteString(`<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`)
	return out.String()
}

func (s *Style) font(name string) string {
	var b strings.Builder
	b.WriteString(`<font>`)
	if s.Bold {
		b.WriteString(`<b/>`)
	}
	if s.Italic {
		b.WriteString(`<i/>`)
	}
	if s.Underlined {
		b.WriteString(`<u/>`)
	}
	size, colour := s.Size, `theme="1"`
	if size == 0 {
		size = 11
	}
	if name == "" {
		name = "Calibri"
	}
	if s.Colour != "" {
		colour = `rgb="FF` + s.Colour + `"`
	}
	const swiss = 2
	fmt.Fprintf(&b, `<sz val="%g"/><color %s/><name val="%s"/><family val="%d"/></font>`, size, colour, esc(name), swiss)
	return b.String()
}

func (s *Style) border() string {
	bottom := `<bottom/>`
	if s.Ruled {
		bottom = `<bottom style="thin"><color rgb="FF` + ink + `"/></bottom>`
	}
	return `<border><left/><right/><top/>` + bottom + `<diagonal/></border>`
}

// applied ends a look with what it changes of the normal one.
func (s *Style) applied(format, font, border int) string {
	var b strings.Builder
	for _, part := range []struct {
		name    string
		applied bool
	}{{"NumberFormat", format > 0}, {"Font", font > 0}, {"Border", border > 0}} {
		if part.applied {
			b.WriteString(` apply` + part.name + `="1"`)
		}
	}
	alignment := ""
	if s.Right {
		alignment += ` horizontal="right"`
	}
	if s.Top {
		alignment += ` vertical="top"`
	}
	if s.Wrapped {
		alignment += ` wrapText="1"`
	}
	if alignment == "" {
		return b.String() + `/>`
	}
	return b.String() + ` applyAlignment="1"><alignment` + alignment + `/></xf>`
}
