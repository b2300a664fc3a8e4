package ooxml

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// The colours of texts: what is read first, and what is read next.
const (
	ink   = "1B1C1F"
	quiet = "595F66"
)

// usualSize is the size of labels in points where a plot names none.
const usualSize = 14

func (p *painter) printf(format string, args ...any) {
	b := &p.Builder
	fmt.Fprintf(b, format, args...)
}

// points returns a part of the size of labels in hundredths of a point.
func (p *painter) points(part float64) int { return int(math.Round(100 * part * p.size())) }

func (p *painter) size() float64 {
	if p.Size > 0 {
		return p.Size
	}
	return usualSize
}

func (p *painter) margins() bool {
	for i := range p.Series {
		if p.Series[i].Plus != nil {
			return true
		}
	}
	return false
}

// axisRead reports whether the axis of values is read: not every figure is printed.
func (p *painter) axisRead() bool { return p.margins() || p.Form == Boxes }

// title writes the title above the plot, or that there is none.
func (p *painter) title() {
	if p.Title == "" {
		p.WriteString(`<c:autoTitleDeleted val="1"/>`)
		return
	}
	p.printf(`<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%[1]d" b="1"/></a:pPr><a:r><a:rPr lang="%[2]s" sz="%[1]d" b="1">%[3]s</a:rPr><a:t>%[4]s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`,
		p.points(1.25), esc(p.Language), solid(ink), esc(p.Title))
}

// Estimates for the room that texts take: the mean width of a letter of Arial
// and the height of a line, as parts of the size of type; and the most of the
// width that labels may take.
const (
	letterWidth = 0.52
	lineHeight  = 1.35
	mostLabels  = 0.42
)

// layout places the plot of bars so that the labels beside it have the room that
// they need, which Office leaves to chance; lines are left to Office.
func (p *painter) layout() {
	if p.Form == Lines {
		p.WriteString(`<c:layout/>`)
		return
	}
	longest := 0
	for _, c := range p.Categories {
		longest = max(longest, utf8.RuneCountInString(c))
	}
	p.left = min(float64(longest)*letterWidth*p.size()/p.width+0.02, mostLabels)
	p.span = 0.97 - p.left
	top, foot := 0.02, 0.02
	if p.Title != "" {
		lines := math.Ceil(float64(utf8.RuneCountInString(p.Title)) * 1.25 * letterWidth * p.size() / (0.8 * p.width))
		top += 1.25*lineHeight*p.size()*lines/p.height + 0.03
	}
	if p.keyed() {
		p.keyTop, p.keyHeight = top, lineHeight*p.size()*float64(p.keyLines())/p.height
		top += p.keyHeight + 0.3*p.size()/p.height
	}
	if p.axisRead() {
		foot += 1.6 * p.size() / p.height
	}
	if p.margins() && p.Form != Boxes {
		p.span -= 4 * letterWidth * p.size() / p.width // for the label of the longest
	}
	p.printf(`<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="%.4f"/><c:y val="%.4f"/><c:w val="%.4f"/><c:h val="%.4f"/></c:manualLayout></c:layout>`,
		p.left, top, p.span, 1-top-foot)
}

// keyLayout places the key of bars over their whole width: left to themselves,
// programs break it into lines over the plot.
func (p *painter) keyLayout() string {
	if p.keyHeight == 0 {
		return ""
	}
	return fmt.Sprintf(`<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.02"/><c:y val="%.4f"/><c:w val="0.96"/><c:h val="%.4f"/></c:manualLayout></c:layout>`,
		p.keyTop, p.keyHeight)
}

// keyLines estimates how many lines the key takes.
func (p *painter) keyLines() int {
	wide := 0.0
	for i := range p.Series {
		wide += float64(utf8.RuneCountInString(p.Series[i].Name)+4) * letterWidth * p.size()
	}
	return 1 + int(wide/(0.9*p.width))
}

// OneLine is the size of type at which every category takes one line in a frame of a
// width, both in points, and at least another one. LibreOffice leaves out labels beside
// one that takes two.
func (p *Plot) OneLine(width, least float64) float64 {
	const capital = 0.68
	longest := 0.0
	for _, c := range p.Categories {
		letter := letterWidth
		if c == strings.ToUpper(c) {
			letter = capital
		}
		longest = math.Max(longest, letter*float64(utf8.RuneCountInString(c)))
	}
	return math.Max(least, math.Floor(2*mostLabels*0.95*width/math.Max(longest, 1))/2)
}

// keyed reports whether the plot has a key; a clear part of boxes would be in it.
func (p *painter) keyed() bool { return len(p.Series) > 1 && p.Form != Boxes }

// fill is what a series is filled with.
func (s *Series) fill() string {
	switch {
	case s.Clear:
		return solid("FFFFFF")
	case s.Hatched:
		return hatching
	}
	return solid(s.Colour)
}

// edge is the line around bars: boxes have none, which would be seen beside the clear
// bars over them.
func (p *painter) edge() string {
	if p.Form == Boxes {
		return `<a:ln><a:noFill/></a:ln>`
	}
	return `<a:ln w="12700">` + solid("FFFFFF") + `</a:ln>`
}

// hatching is the ground of what has no colour of its own.
const hatching = `<a:pattFill prst="ltUpDiag"><a:fgClr><a:srgbClr val="9AA0A6"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`

// labels writes the labels of a series: inside its segments, at the end of its
// bars, or beyond their margins. Boxes have none: their figures stand in their names.
func (p *painter) labels(i int) {
	if p.Form == Boxes {
		return
	}
	s := &p.Series[i]
	place, colour := "outEnd", ink
	switch {
	case p.Form == StackedBars && s.Hatched:
		place = "ctr"
	case p.Form == StackedBars:
		place, colour = "ctr", inkOn(s.Colour)
	case p.Form == Lines:
		place = "t"
	}
	look := fmt.Sprintf(`<c:numFmt formatCode="%s" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>%s<c:dLblPos val="%s"/>%s`,
		esc(p.Format), textProperties(p.points(0.95), colour, true), place, showValue)
	p.WriteString(`<c:dLbls>`)
	for k, v := range s.Values {
		if math.IsNaN(v) {
			continue
		}
		p.label(s, k, colour, look)
	}
	p.WriteString(look + `</c:dLbls>`)
}

const showValue = `<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`

// label writes the label of one value where it has a place of its own, or is not
// what Office prints by itself, which keeps up with an edited value.
func (p *painter) label(s *Series, k int, colour, look string) {
	text, own := "", false
	if s.Labels != nil {
		text = s.Labels[k]
		own = text != p.printed(s.Values[k])
	}
	layout := ""
	if p.Form == Bars && s.Plus != nil && s.Plus[k] > 0 && p.Maximum > p.Minimum {
		layout = fmt.Sprintf(`<c:layout><c:manualLayout><c:x val="%.4f"/><c:y val="0"/></c:manualLayout></c:layout>`,
			p.span*s.Plus[k]/(p.Maximum-p.Minimum)+0.8*letterWidth*p.size()/p.width)
	}
	switch {
	case own && text == "":
		p.printf(`<c:dLbl><c:idx val="%d"/><c:delete val="1"/></c:dLbl>`, k)
	case own:
		p.printf(`<c:dLbl><c:idx val="%d"/>%s<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="%s" sz="%d" b="1">%s</a:rPr><a:t>%s</a:t></a:r></a:p></c:rich></c:tx>%s</c:dLbl>`,
			k, layout, esc(p.Language), p.points(0.95), solid(colour), esc(text), look)
	case layout != "":
		p.printf(`<c:dLbl><c:idx val="%d"/>%s%s</c:dLbl>`, k, layout, look)
	}
}

// printed is a value as Office prints it, for the formats of whole numbers; empty
// for others.
func (p *painter) printed(v float64) string {
	switch p.Format {
	case "0%":
		return fmt.Sprintf("%.0f%%", math.Floor(100*v+0.5))
	case "0":
		return fmt.Sprintf("%.0f", math.Floor(v+0.5))
	}
	return ""
}
