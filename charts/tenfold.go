package charts

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// tenfold draws rows of ten figures, of which as many are filled as in ten.
func (p *frame) tenfold() error {
	if err := p.foot(""); err != nil {
		return err
	}
	top := p.top + 30
	b, err := p.bands(top, p.bottom-8, demand{
		most: p.size.Label, least: p.size.Smallest, pitch: p.pitch(118), needs: func(r *Row, size float64) float64 {
			if r.Heading || !r.drawn() {
				return p.lowest(r, size)
			}
			return math.Max(18, 1.6*size)
		},
	})
	if err != nil {
		return err
	}
	left := p.plotLeft(b)
	right := p.right - p.columns(b, b.start)
	step := (right - left) / 10
	height := math.Min(0.82*b.lowest(), 1.9*step)
	if height < 12 || !p.wordsFit(right-left) {
		return crowded{len(p.chart.Rows), p.size.Smallest}
	}
	step = math.Min(step, 0.66*height)
	p.labels(b, left-12)
	for i := range b.rows {
		r := &b.rows[i]
		switch {
		case r.row.Heading:
		case !r.row.drawn():
			p.words(r, left, right-left, math.Min(height, 24), b.size)
		default:
			filled, _ := locale.Tenths(r.row.Marks[0].Value)
			for k := range 10 {
				p.figure(left+(float64(k)+0.5)*step, r.mark, height, k < filled, r.row.Tentative)
			}
		}
	}
	return nil
}

// figure draws a person, filled or as an outline.
func (p *frame) figure(x, y, height float64, filled, tentative bool) {
	edge := math.Max(0.75, height*0.02)
	switch {
	case filled && !tentative:
		p.person(x, y, height, 0, p.theme.Fills[Plain])
		p.shapes[len(p.shapes)-1].data = true
	case filled:
		p.person(x, y, height, 0, p.theme.Fills[Plain])
		p.person(x, y, height, 3*edge, p.theme.Fills[FineHigh])
		p.shapes[len(p.shapes)-1].data = true
	default:
		p.person(x, y, height, 0, p.theme.Outline)
		p.person(x, y, height, edge, p.theme.Ground)
	}
}

// person fills a head and a body around the middle of a figure, in by an inset.
func (p *frame) person(x, y, height, inset float64, fill color.RGBA) {
	const curve = 0.5523 // of the radius, for a quarter of a circle by a Bézier curve
	top, foot := y-height/2, y+height/2-inset
	p.disc(x, top+0.17*height, 0.16*height-inset, fill)
	half := 0.23*height - inset
	crown := top + 0.38*height + inset
	bend := crown + half
	p.area([]corner{
		{x: x - half, y: foot}, {x: x - half, y: bend},
		{x: x, y: crown, curved: true, a: [2]float64{x - half, bend - curve*half}, b: [2]float64{x - curve*half, crown}},
		{x: x + half, y: bend, curved: true, a: [2]float64{x + curve*half, crown}, b: [2]float64{x + half, bend - curve*half}},
		{x: x + half, y: foot},
	}, fill)
}

// honest refuses ten figures for a share that is not near a whole number of ten.
func (r *Row) honest() bool {
	if !r.drawn() {
		return true
	}
	_, ok := locale.Tenths(r.Marks[0].Value)
	return ok
}

// Tenths returns ten figures for the use of every channel, now and with those who
// (very) likely start within a year, where the share is near enough to a whole
// number of ten to be shown so (see locale.Tenths); a note names the others with
// their percentages. It returns an error when no share is.
func Tenths(study *analysis.Study, l *locale.Locale) (Chart, error) {
	m := newMaker(study, l)
	var tables []*analysis.Table
	for i := range study.Tables {
		if t := &study.Tables[i]; t.Topic == analysis.AdoptionTopic && t.Meaning(survey.Uses) >= 0 {
			tables = append(tables, t)
		}
	}
	slices.SortStableFunc(tables, func(a, b *analysis.Table) int { return cmp.Compare(usesOf(b), usesOf(a)) })
	return m.tenths("use-in-ten", tables)
}

// tenthRows returns the rows of a table that can be ten figures: its use now, and
// with those who start.
func tenthRows(t *analysis.Table) []int {
	var rows []int
	for _, r := range []int{t.Meaning(survey.Uses), t.Row(analysis.KeyProjection, analysis.Share)} {
		if r >= 0 {
			rows = append(rows, r)
		}
	}
	return rows
}

// tenfoldable reports whether a share of the table is near a whole number of ten.
func (m *maker) tenfoldable(t *analysis.Table) bool {
	return t.Topic == analysis.AdoptionTopic && t.Channel != "" && slices.ContainsFunc(tenthRows(t), func(r int) bool {
		_, ok := locale.Tenths(t.Total(r).Value)
		return ok && t.Total(r).Status == analysis.Estimated
	})
}

// tenths returns ten figures for the use of the channels of tables.
func (m *maker) tenths(name string, tables []*analysis.Table) (Chart, error) {
	c := m.start(Tenfold, name)
	c.Columns = []Column{{Heading: "", Strong: true}, {Heading: m.words.Share}, {Heading: m.words.Answers}}
	c.Data.Header = header()
	var left []string
	most, few := 0.0, false
	for _, t := range tables {
		for _, r := range tenthRows(t) {
			next := t.Rows[r].Net
			label := m.l.ChartTenfoldNow(m.l.Capital(t.Channel))
			if next {
				label = m.l.ChartTenfoldNext(m.l.Capital(t.Channel))
			}
			row := m.estimateRow(label, t.Total(r))
			n, ok := 0, true
			if row.drawn() {
				n, ok = locale.Tenths(row.Marks[0].Value)
			}
			if !ok {
				left = append(left, label+": "+row.Marks[0].Label)
				continue
			}
			if row.drawn() {
				row.Cells = []string{m.l.ChartTenths(n), row.Marks[0].Label, m.l.Integer(row.N)}
				few = few || row.Tentative
				if c.Title == "" || row.Marks[0].Value > most {
					most, c.Title = row.Marks[0].Value, m.l.ChartTenfoldTitle(t.Channel, n, next)
				}
			}
			c.Rows = append(c.Rows, row)
			c.Data.Records = append(c.Data.Records, record(&t.Groups[0], label, t.Rows[r].Key, t.Total(r)))
		}
	}
	if c.Title == "" {
		return Chart{}, fault(name, "no share is near enough to a whole number of ten: draw bars or dots instead")
	}
	c.Subtitle = m.l.ChartUse() + " " + m.l.ChartBase(string(tables[0].Base.Kind), tables[0].Base.Channel, 0)
	c.Notes = []string{m.l.ChartTenfoldNote()}
	if len(left) > 0 {
		c.Notes = append(c.Notes, m.l.ChartTenfoldLeftOut(left))
	}
	if few {
		c.Notes = append(c.Notes, m.l.ChartFewFigures(analysis.FewAnswers))
	}
	c.Notes = append(c.Notes, m.hiddenNotes(&c)...)
	m.finish(&c, m.l.ChartTenfoldKind())
	return c, nil
}
