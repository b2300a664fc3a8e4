package reports

import (
	"bytes"
	"fmt"
	"image/png"
	"math"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/reports/ooxml"
	"benchmark/survey/locale"
)

// Slides, documents and workbooks show a chart in the first of these forms that
// its kind has:
//
//   - stacked bars, ranked rows, rows with margins and figures beside each other are
//     charts of Office, which can be edited: pale bars with error bars where there are
//     margins;
//   - how a number is spread is too: boxes, unless there are answers beyond them;
//   - lines and slopes are too, unless a moment is forecast or breaks with the one
//     before, for which Office has no form;
//   - a heat table is a table;
//   - diverging, flow, cloud and tenfold charts are pictures with a text alternative.
type office struct {
	*view
	theme charts.Theme
	said  locale.OfficeWords
	// easel is what pictures are drawn on.
	easel charts.Easel
}

func newOffice(r *Report, l *locale.Locale, theme charts.Theme) *office {
	return &office{view: newView(r, l), theme: theme, said: l.OfficeWords()}
}

// officeFont is on every computer with Office.
const officeFont = "Arial"

// properties describe the file.
func (o *office) properties() ooxml.Properties {
	return ooxml.Properties{
		Title: o.report.Title, Subject: strings.Join(o.report.Subtitle, ", "), Creator: clean(o.surveyed().Source.Publisher),
		Description: strings.Join(append(slices.Clone(o.report.Notices), factTexts(o.report.Provenance)...), " "), Language: ooxml.Tag(o.l.Tag),
	}
}

// accents are the colours of the theme that Office offers.
func (o *office) accents() [6]string {
	var all [6]string
	for i, role := range []charts.Role{charts.First, charts.StageSurely, charts.Second, charts.Fourth, charts.Before, charts.StageLikely} {
		all[i] = o.colour(role)
	}
	return all
}

func (o *office) colour(role charts.Role) string {
	c := o.theme.Fills[role]
	return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B)
}

// pale is a colour mixed with white, so that error bars are seen on it.
func (o *office) pale(role charts.Role) string {
	const white = 0.5
	c := o.theme.Fills[role]
	mix := func(x uint8) uint8 { return uint8(math.Round(white*255 + (1-white)*float64(x))) }
	return fmt.Sprintf("%02X%02X%02X", mix(c.R), mix(c.G), mix(c.B))
}

// alt is the text alternative of a chart in the form that it has in Office, without the
// file that it has no more beside it.
func (o *office) alt(c *charts.Chart) string {
	if native(c) {
		return o.within(c, o.l.ChartAsBars(c.Alt))
	}
	return o.within(c, c.Alt)
}

// within is a text alternative of a chart without the file of its figures.
func (o *office) within(c *charts.Chart, alt string) string {
	return shortened(clean(strings.TrimSuffix(alt, o.l.ChartFiguresIn(c.Name+".csv"))), longestAlt)
}

// longestAlt is the length of a text alternative in UTF-16 units; Excel takes no
// more than twice that.
const longestAlt = 32000

// native reports whether a chart has a form in Office.
func native(c *charts.Chart) bool {
	if !slices.ContainsFunc(c.Rows, func(r charts.Row) bool { return drawn(&r) }) {
		return false
	}
	switch c.Kind {
	case charts.Stacked, charts.Intervals, charts.Ranked, charts.Benchmark, charts.Dumbbell:
		return true
	case charts.Distribution:
		return boxed(c)
	case charts.Lines, charts.Slope:
		return !slices.ContainsFunc(c.Rows, func(r charts.Row) bool { return r.Forecast || r.Break })
	}
	return false
}

// drawn reports whether a row has marks that may be shown.
func drawn(r *charts.Row) bool {
	return !r.Heading && r.Status == analysis.Estimated && r.Words == "" && len(r.Marks) > 0
}

// plots are the charts of Office of a chart, of at most so many bars each; the
// first heads of a long one are repeated.
func (o *office) plots(c *charts.Chart, most int) []*ooxml.Plot {
	var all []*ooxml.Plot
	for _, rows := range plotted(c, most) {
		all = append(all, o.plot(c, rows))
	}
	return all
}

// plotted are the rows of the plots of a chart.
func plotted(c *charts.Chart, most int) [][]charts.Row {
	switch c.Kind {
	case charts.Lines, charts.Slope:
		return [][]charts.Row{c.Rows}
	case charts.Stacked:
		return parted(c, most)
	default:
		return parted(c, max(1, most/max(1, len(seriesOf(c)))))
	}
}

// plot is a chart of Office of some rows of a chart.
func (o *office) plot(c *charts.Chart, rows []charts.Row) *ooxml.Plot {
	p := &ooxml.Plot{Language: ooxml.Tag(o.l.Tag), Alt: o.alt(c), Corner: o.said.Group, Font: officeFont, Format: format(c), Minimum: c.Minimum, Maximum: 1}
	if c.Maximum > 0 {
		p.Maximum = c.Maximum
	}
	switch c.Kind {
	case charts.Distribution:
		o.boxes(p, rows)
		return p
	case charts.Stacked:
		p.Form = ooxml.StackedBars
	case charts.Lines, charts.Slope:
		p.Form = ooxml.Lines
	default:
		p.Form = ooxml.Bars
	}
	for i := range rows {
		p.Categories = append(p.Categories, o.category(c, &rows[i]))
	}
	if len(c.Series) == 0 {
		p.Series = []ooxml.Series{o.series(p.Form, &charts.Series{Label: o.valueName(c), Role: charts.Plain}, rows, 0)}
	}
	for _, i := range seriesOf(c) {
		p.Series = append(p.Series, o.series(p.Form, &c.Series[i], rows, i))
	}
	if p.Form == ooxml.Bars && !margins(p) {
		p.Maximum *= 1.1 // room for the label of the longest bar
	}
	return p
}

func margins(p *ooxml.Plot) bool {
	return slices.ContainsFunc(p.Series, func(s ooxml.Series) bool { return s.Plus != nil })
}

// valueName names the one figure of every row: what heads its column, or the
// share.
func (o *office) valueName(c *charts.Chart) string {
	if len(c.Columns) > 0 {
		return clean(c.Columns[0].Heading)
	}
	if format(c) != percentFormat {
		return o.words.Columns().Count
	}
	return o.words.Columns().Share
}

// percentFormat is the number format of whole percentages.
const percentFormat = "0%"

// format is the number format of a chart: percentages when its labels are.
func format(c *charts.Chart) string {
	decimals := false
	for i := range c.Rows {
		for _, m := range c.Rows[i].Marks {
			if strings.HasSuffix(m.Label, "%") {
				return percentFormat
			}
			decimals = decimals || m.Value != math.Trunc(m.Value)
		}
	}
	if decimals {
		return "0.0"
	}
	return "0"
}

// category names a row: its label, on how many answers it rests where that is
// not said of all, and the words that stand where it has no figure.
func (o *office) category(c *charts.Chart, r *charts.Row) string {
	if beside(c) {
		return o.besideCategory(c, r)
	}
	label := clean(r.Label)
	switch {
	case r.Heading:
		return strings.ToUpper(label)
	case !drawn(r):
		return label + ": " + clean(r.Words)
	case r.Sub != "":
		label += " (" + clean(r.Sub) + ")"
	case ownBases(c) && r.N > 0:
		label += " (n = " + o.l.Integer(r.N) + ")"
	}
	for i := range r.Marks {
		if r.Marks[i].Words != "" && i < len(c.Series) && !keyed(c, r.Marks[i].Words) {
			label += "; " + clean(c.Series[i].Label) + ": " + clean(r.Marks[i].Words)
		}
	}
	if tentative(r) {
		label += " *"
	}
	return label
}

// keyed reports whether the key of a chart says the same: answers that are not told
// apart have a segment of their own.
func keyed(c *charts.Chart, words string) bool {
	return slices.ContainsFunc(c.Series, func(s charts.Series) bool {
		return s.Role == charts.Unknown && strings.EqualFold(s.Label, words)
	})
}

// tentative reports whether a row rests on few answers.
func tentative(r *charts.Row) bool {
	return r.Tentative || slices.ContainsFunc(r.Marks, func(m charts.Mark) bool { return m.Tentative })
}

// ownBases reports whether the rows of a chart rest on different numbers of
// answers.
func ownBases(c *charts.Chart) bool {
	first := 0
	for i := range c.Rows {
		r := &c.Rows[i]
		switch {
		case !drawn(r):
		case first == 0:
			first = r.N
		case r.N != first:
			return true
		}
	}
	return false
}

// leastLabelled is the smallest share of a stacked bar that has room for its
// number.
const leastLabelled = 0.04

// series is what the marks at one position of all rows are in Office.
func (o *office) series(form ooxml.Form, s *charts.Series, rows []charts.Row, at int) ooxml.Series {
	to := ooxml.Series{Name: clean(s.Label), Colour: o.colour(s.Role), Hatched: s.Role == charts.Unknown}
	for i := range rows {
		value, minus, plus, label := math.NaN(), math.NaN(), math.NaN(), ""
		if r := &rows[i]; drawn(r) && at < len(r.Marks) && r.Marks[at].Words == "" {
			m := &r.Marks[at]
			value, label = m.Value, clean(m.Label)
			if form == ooxml.StackedBars && value < leastLabelled {
				label = ""
			}
			if m.Interval {
				minus, plus = m.Value-m.Low, m.High-m.Value
			}
		}
		to.Values, to.Labels = append(to.Values, value), append(to.Labels, label)
		to.Minus, to.Plus = append(to.Minus, minus), append(to.Plus, plus)
	}
	isNumber := func(x float64) bool { return !math.IsNaN(x) }
	switch {
	case !slices.ContainsFunc(to.Plus, isNumber):
		to.Minus, to.Plus = nil, nil
	case form == ooxml.Bars:
		to.Colour = o.pale(s.Role)
	}
	return to
}

// Measures of a picture, in points: those of its place on a slide.
const (
	pictureWidth  = 884
	pictureHeight = 324
)

// picture draws a chart that has no form in Office, without the texts that stand
// around it, on a page as large as its place or else a whole slide. It is nil for
// a chart that fits on neither, or has characters that the font lacks: its text
// alternative, which has every figure, then stands in its place.
func (o *office) picture(c *charts.Chart) *ooxml.Picture {
	place := charts.Slide()
	place.Width, place.Height = pictureWidth, pictureHeight
	return o.drawnOn(c, place, charts.Slide())
}

// drawnOn is picture on the first of some pages on which the chart fits.
func (o *office) drawnOn(c *charts.Chart, pages ...charts.Size) *ooxml.Picture {
	d := charts.Usual()
	d.Theme, d.Bare, d.Easel = o.theme, true, &o.easel
	for _, d.Size = range pages {
		var b bytes.Buffer
		if err := charts.PNG(&b, *c, d); err != nil {
			continue
		}
		p := &ooxml.Picture{PNG: b.Bytes(), Alt: o.within(c, c.Alt), Width: d.Size.Width, Height: d.Size.Height}
		if dots, err := png.DecodeConfig(&b); err == nil && p.Height == 0 { // as high as the content needs
			p.Height = p.Width * float64(dots.Height) / float64(dots.Width)
		}
		return p
	}
	return nil
}

// heat is a heat table as a table: a ground for each class.
func (o *office) heat(c *charts.Chart) *ooxml.Table {
	t := &ooxml.Table{Alt: o.alt(c), Header: []string{o.said.Group}}
	for i := range c.Series {
		t.Header = append(t.Header, clean(c.Series[i].Label))
	}
	for i := range c.Columns {
		t.Header = append(t.Header, clean(c.Columns[i].Heading))
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		line, fills := []string{clean(r.Label)}, []string{""}
		for k := range c.Series {
			text, fill := "", ""
			if k < len(r.Marks) && !r.Heading {
				text, fill = o.heatCell(c, r, &r.Marks[k])
			}
			line, fills = append(line, text), append(fills, fill)
		}
		for k := range c.Columns {
			text := ""
			if k < len(r.Cells) {
				text = clean(r.Cells[k])
			}
			line, fills = append(line, text), append(fills, "")
		}
		switch {
		case r.Heading:
			line[0] = strings.ToUpper(line[0])
		case r.Words != "":
			line[0] += ": " + clean(r.Words)
		case tentative(r):
			line[0] += " *"
		}
		t.Rows, t.Fills = append(t.Rows, line), append(t.Fills, fills)
	}
	return t
}

func (o *office) heatCell(c *charts.Chart, r *charts.Row, m *charts.Mark) (text, fill string) {
	switch {
	case m.Words != "" && m.Status.Hidden():
		return clean(m.Words), ooxml.Hatched
	case m.Words != "":
		return clean(m.Words), ""
	}
	if !drawn(r) {
		return "", ""
	}
	class := charts.ClassLowest
	for i, tick := range c.Ticks {
		if m.Value >= tick.Value-1e-12 {
			class = charts.ClassLowest + charts.Role(i)
		}
	}
	return clean(m.Label), o.colour(min(class, charts.ClassHighest))
}
