package ooxml

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Plot is a chart that Office draws and that its reader can edit.
type Plot struct {
	Form Form
	// Language is a tag such as nl-NL, by which Office writes numbers.
	Language string
	// Alt is the text alternative.
	Alt string
	// Title stands above the plot; empty where the page has it.
	Title string
	// Corner heads the column of categories in the workbook.
	Corner string
	// Font of all texts; empty takes that of the page.
	Font string
	// Size is that of the labels in points; 0 is 14.
	Size float64
	// Categories name the rows of a bar chart or the moments of a line.
	Categories []string
	Series     []Series
	// Format is the number format of values and labels, such as 0%.
	Format string
	// Minimum and Maximum bound the axis; equal ones leave it to Office.
	Minimum, Maximum float64
}

// Form is the form of a plot.
type Form uint8

// The forms.
const (
	// StackedBars are horizontal bars that add up to 100 %.
	StackedBars Form = iota + 1
	// Bars are horizontal, a bar a series, with error bars where there are margins.
	Bars
	// Lines run over time.
	Lines
	// Boxes are horizontal bars over each other, of which the last are as the ground: of
	// the others the parts beyond are seen. They have no key, and their series come from
	// the longest to the shortest.
	Boxes
)

// Series is one colour of a plot.
type Series struct {
	Name string
	// Colour as RRGGBB.
	Colour string
	// Values are one a category; NaN where there is none.
	Values []float64
	// Minus and Plus are how far the margin reaches below and above each value;
	// nil when there are none.
	Minus, Plus []float64
	// Labels are what is printed at each value, empty for nothing; nil leaves it to
	// the format.
	Labels []string
	// Hatched series stand for no answer in particular, such as don't know.
	Hatched bool
	// Dashed lines are expected and not measured.
	Dashed bool
	// Clear bars have the colour of the ground, so that those under them begin where they
	// end.
	Clear bool
}

// sheetName is the sheet of the workbook inside a chart.
const sheetName = "Data"

// column returns the letters of a column of the workbook, from 0.
func column(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

// painter writes the part of a plot for the place where it stands.
type painter struct {
	*Plot
	strings.Builder
	// sheet is the name of the sheet with the figures, as formulas in XML write it.
	sheet string
	// width and height of the frame in points.
	width, height float64
	// left and span are where the plot of bars begins and how wide it is, as parts
	// of the width.
	left, span float64
	// keyTop and keyHeight are where the key of bars stands, as parts of the height.
	keyTop, keyHeight float64
}

// reference returns a column of cells under the header of the sheet.
func (p *painter) reference(col int) string {
	c := column(col)
	return fmt.Sprintf("%s!$%s$2:$%s$%d", p.sheet, c, c, len(p.Categories)+1)
}

// columns returns where the values of a series stand in the workbook, and where
// its margins do.
func (p *Plot) columns(series int) (value, minus, plus int) {
	value = 1
	for i := range series {
		value += p.Series[i].width()
	}
	return value, value + 1, value + 2
}

// width is the number of columns of a series.
func (s *Series) width() int {
	if s.Plus == nil {
		return 1
	}
	return 3
}

// xml returns the chart part for a frame, in points. Data is the id of the
// relationship to the workbook inside; empty for a chart on a sheet.
func (p *Plot) xml(data, sheet string, width, height float64) string {
	b := &painter{Plot: p, sheet: esc(sheet), width: width, height: height}
	b.WriteString(`<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ` +
		`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`)
	fmt.Fprintf(b, `<c:date1904 val="0"/><c:lang val="%s"/><c:roundedCorners val="0"/><c:chart>`, esc(p.Language))
	b.title()
	b.WriteString(`<c:plotArea>`)
	b.layout()
	if p.Form == Lines {
		b.lines()
	} else {
		b.bars()
	}
	b.axes()
	b.WriteString(`</c:plotArea>`)
	if b.keyed() {
		fmt.Fprintf(b, `<c:legend><c:legendPos val="t"/>%s<c:overlay val="0"/>%s</c:legend>`, b.keyLayout(), textProperties(b.points(1), ink, false))
	}
	b.WriteString(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
		`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` + b.allTexts())
	if data != "" {
		fmt.Fprintf(b, `<c:externalData r:id="%s"><c:autoUpdate val="0"/></c:externalData>`, data)
	}
	b.WriteString(`</c:chartSpace>`)
	return b.String()
}

// allTexts are the properties of every text that has none of its own.
func (p *painter) allTexts() string {
	font := ""
	if p.Font != "" {
		font = `<a:latin typeface="` + esc(p.Font) + `"/>`
	}
	return fmt.Sprintf(`<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d">%s</a:defRPr></a:pPr><a:endParaRPr lang="%s"/></a:p></c:txPr>`,
		p.points(1), font, esc(p.Language))
}

// textProperties are those of all texts of a chart or of its labels; the size is
// in hundredths of a point.
func textProperties(size int, colour string, bold bool) string {
	weight, fill := "0", ""
	if bold {
		weight = "1"
	}
	if colour != "" {
		fill = solid(colour)
	}
	return fmt.Sprintf(`<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d" b="%s">%s</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`,
		size, weight, fill)
}

func solid(colour string) string {
	return `<a:solidFill><a:srgbClr val="` + colour + `"/></a:solidFill>`
}

// fewBars is the number of bars from which they fill the plot.
const fewBars = 5

func (p *painter) bars() {
	grouping, gap, overlap := "clustered", 45, -10
	switch p.Form {
	case StackedBars:
		grouping, overlap = "stacked", 100
	case Boxes:
		overlap = 100
	case Bars, Lines:
	}
	if n := len(p.Categories); n < fewBars {
		gap += 40 * (fewBars - n)
	}
	p.printf(`<c:barChart><c:barDir val="bar"/><c:grouping val="%s"/><c:varyColors val="0"/>`, grouping)
	for i := range p.Series {
		p.open(i)
		p.printf(`<c:spPr>%s%s</c:spPr><c:invertIfNegative val="0"/>`, p.Series[i].fill(), p.edge())
		p.labels(i)
		p.errors(i)
		p.close(i)
	}
	p.printf(`<c:gapWidth val="%d"/><c:overlap val="%d"/><c:axId val="111"/><c:axId val="222"/></c:barChart>`, gap, overlap)
}

func (p *painter) lines() {
	p.WriteString(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	for i := range p.Series {
		s := &p.Series[i]
		p.open(i)
		dash := ""
		if s.Dashed {
			dash = `<a:prstDash val="sysDash"/>`
		}
		p.printf(`<c:spPr><a:ln w="38100" cap="rnd">%s%s<a:round/></a:ln></c:spPr>`, solid(s.Colour), dash)
		p.printf(`<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>%s<a:ln w="19050">%s</a:ln></c:spPr></c:marker>`,
			solid(s.Colour), solid("FFFFFF"))
		p.labels(i)
		p.errors(i)
		p.close(i)
	}
	p.WriteString(`<c:marker val="1"/><c:axId val="111"/><c:axId val="222"/></c:lineChart>`)
}

// open starts a series with its number and name.
func (p *painter) open(i int) {
	value, _, _ := p.columns(i)
	p.printf(`<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>%s!$%s$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>%s</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
		i, i, p.sheet, column(value), esc(p.Series[i].Name))
}

// close ends a series with its categories and values.
func (p *painter) close(i int) {
	value, _, _ := p.columns(i)
	p.printf(`<c:cat><c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>`, p.reference(0), len(p.Categories))
	for k, name := range p.Categories {
		p.printf(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, k, esc(name))
	}
	p.WriteString(`</c:strCache></c:strRef></c:cat><c:val>`)
	p.numbers(value, p.Series[i].Values)
	p.WriteString(`</c:val>`)
	if p.Form == Lines {
		p.WriteString(`<c:smooth val="0"/>`)
	}
	p.WriteString(`</c:ser>`)
}

// numbers writes a column of the workbook with its values.
func (p *painter) numbers(col int, values []float64) {
	p.printf(`<c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>%s</c:formatCode><c:ptCount val="%d"/>`, p.reference(col), esc(p.Format), len(values))
	for k, v := range values {
		if !math.IsNaN(v) {
			p.printf(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, k, strconv.FormatFloat(v, 'g', -1, 64))
		}
	}
	p.WriteString(`</c:numCache></c:numRef>`)
}

// inkOn returns white or black, whichever reads better on a colour.
func inkOn(colour string) string {
	v, err := strconv.ParseUint(colour, 16, 32)
	if err != nil {
		return "000000"
	}
	light := func(c uint64) float64 {
		s := float64(c) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	// The lightness at which white and black contrast alike (WCAG 2.1).
	if 0.2126*light(v>>16&255)+0.7152*light(v>>8&255)+0.0722*light(v&255) > 0.179 {
		return "000000"
	}
	return "FFFFFF"
}

// errors writes the margins of a series as error bars.
func (p *painter) errors(i int) {
	s := &p.Series[i]
	if s.Plus == nil {
		return
	}
	_, minus, plus := p.columns(i)
	p.WriteString(`<c:errBars>`)
	if p.Form == Lines {
		p.WriteString(`<c:errDir val="y"/>`)
	}
	p.WriteString(`<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:plus>`)
	p.numbers(plus, s.Plus)
	p.WriteString(`</c:plus><c:minus>`)
	p.numbers(minus, s.Minus)
	p.printf(`</c:minus><c:spPr><a:ln w="31750" cap="flat">%s</a:ln></c:spPr></c:errBars>`, solid(ink))
}

// axes writes both axes. Every value is printed, so that the axis of values
// needs no numbers of its own unless there are margins to read.
func (p *painter) axes() {
	orientation, category, value, hide := "maxMin", "l", "b", "1"
	if p.Form == Lines {
		orientation, category, value, hide = "minMax", "b", "l", "0"
	}
	if p.axisRead() {
		hide = "0"
	}
	p.printf(`<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="12700">%s</a:ln></c:spPr>%s<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
		orientation, category, solid(ink), textProperties(p.points(1), ink, false))
	bounds := ""
	if p.Maximum > p.Minimum {
		bounds = fmt.Sprintf(`<c:max val="%g"/><c:min val="%g"/>`, p.Maximum, p.Minimum)
	}
	grid := ""
	if hide == "0" && p.Form != Boxes {
		grid = `<c:majorGridlines><c:spPr><a:ln w="6350">` + solid("E4E6E9") + `</a:ln></c:spPr></c:majorGridlines>`
	}
	crosses := "max"
	if p.Form == Lines {
		crosses = "autoZero"
	}
	p.printf(`<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>%s</c:scaling><c:delete val="%s"/><c:axPos val="%s"/>%s<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>%s<c:crossAx val="111"/><c:crosses val="%s"/><c:crossBetween val="between"/></c:valAx>`,
		bounds, hide, value, grid, esc(p.Format), textProperties(p.points(0.85), quiet, false), crosses)
}
