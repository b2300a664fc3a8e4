package reports

import (
	"io"
	"math"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/reports/ooxml"
	"benchmark/survey/locale"
)

// PPTX returns the renderer of slides in the colours of a theme: the cover, the
// findings, a slide for every chart with its headline as title, and how the
// figures came about. The notes under a slide say what the figures rest on.
func PPTX(theme charts.Theme) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		o := newOffice(r, l, theme)
		d := &ooxml.Presentation{Properties: o.properties(), Accents: o.accents(), Font: officeFont, Number: o.said.SlideNumber}
		d.Slides = []ooxml.Slide{{Cover: true, Title: r.Title, Subtitle: strings.Join(r.Subtitle, ", "), Lines: o.above(), Notes: o.rests(nil)}}
		h, page := o.words.Headings(), o.l.Page()
		summary := told(r)
		d.Slides = append(d.Slides, o.textSlides(paragraphs{title: h.Findings, lead: r.FindingsLead, texts: texts(summary), findings: summary})...)
		for i := range r.Sections {
			d.Slides = append(d.Slides, o.sectionSlides(&r.Sections[i])...)
		}
		last := []paragraphs{{title: h.Warnings, texts: r.Warnings}}
		if r.Whole {
			last = append(last, paragraphs{title: h.Method, texts: factTexts(r.MethodBox)}, paragraphs{title: page.Precise, texts: r.MethodNote},
				paragraphs{title: page.Quality, texts: append(slices.Clone(r.ReadingNote), remarkTexts(r.Quality)...)})
		} else {
			last = append(last, paragraphs{title: h.Method, texts: r.MethodNote}, paragraphs{title: h.Reading, texts: r.ReadingNote})
		}
		for _, s := range append(last, paragraphs{title: page.Provenance, texts: factTexts(r.Provenance)}) {
			d.Slides = append(d.Slides, o.textSlides(s)...)
		}
		return d.Write(w)
	}
}

// sectionSlides are the slides of a section: its sentences, its charts and its tables
// of text; where it has no chart, its tables by group too.
func (o *office) sectionSlides(s *Section) []ooxml.Slide {
	var slides []ooxml.Slide
	if texts := o.opening(s); len(texts) > 0 {
		slides = o.textSlides(paragraphs{title: s.Title, texts: texts, findings: s.Findings})
	}
	for k := range s.Charts {
		slides = append(slides, o.chartSlides(&s.Charts[k])...)
	}
	return append(slides, o.gridSlides(s)...)
}

// opening are the sentences that open the slides of a section: all where it has
// nothing else, or else what it says in short, where the headline of one chart does
// not say it all.
func (o *office) opening(s *Section) []string {
	all := append(slices.Clone(s.Intro), texts(s.Findings)...)
	if s.sentences() {
		return all
	}
	if len(all) == 1 && len(s.Intro) == 0 {
		drawn := func(c charts.Chart) bool { return c.Table == s.Findings[0].Table }
		if slices.ContainsFunc(s.Charts, drawn) {
			return nil
		}
	}
	if !o.report.Whole {
		return nil
	}
	return all
}

// above are the paragraphs that come before any figure.
func (o *office) above() []string {
	all := slices.Clone(o.report.Notices)
	for _, s := range []string{o.report.Weighting, o.report.Announcement} {
		if s != "" {
			all = append(all, s)
		}
	}
	return all
}

func findingTexts(r *Report) []string { return texts(r.Findings) }

// told are the findings that a summary tells.
func told(r *Report) []Finding {
	var all []Finding
	for _, f := range r.Findings {
		if f.Headline {
			all = append(all, f)
		}
	}
	return all
}

// mostBars is how many bars or rows fit on a slide, and mostBeside how many bars of
// figures beside each other.
const (
	mostBars   = 16
	mostBeside = 20
)

// chartSlides are the slides of a chart.
func (o *office) chartSlides(c *charts.Chart) []ooxml.Slide {
	c = o.withoutHidden(c)
	base := ooxml.Slide{Title: clean(c.Title), Subtitle: clean(c.Subtitle), Source: o.foot(c), Notes: o.speak(c)}
	switch {
	case c.Empty != "":
		base.Lines = []string{clean(c.Empty)}
		return []ooxml.Slide{base}
	case c.Kind == charts.Heat:
		return o.heatSlides(c, base)
	case !native(c):
		return o.pictureSlides(c, base)
	}
	most := mostBars
	if beside(c) {
		most = mostBeside
	}
	plots := o.plots(c, most)
	slides := make([]ooxml.Slide, len(plots))
	for i, p := range plots {
		p.Size = math.Min(labelSize(p, slideBars), slideLabel)
		if beside(c) || p.Form == ooxml.Boxes {
			p.Size = math.Min(p.Size, p.OneLine(ooxml.BodyWidth, leastLabel))
		}
		slides[i] = base
		slides[i].Title, slides[i].Plot = o.l.Continued(base.Title, i+1, len(plots)), p
	}
	return slides
}

// labelSize returns the size of labels at which the bars of a plot fit in a
// height, both in points.
func labelSize(p *ooxml.Plot, height float64) float64 {
	size := 0.62 * height / float64(len(p.Categories))
	if p.Form == ooxml.Bars && len(p.Series) > 1 {
		size = 0.85 * height / (float64(len(p.Categories)) * (float64(len(p.Series)) + 0.45)) // the space between rows
	}
	return math.Round(2*math.Min(math.Max(size, 9), slideLabel)) / 2
}

// slideBars is the height that bars have on a slide, slideLabel the largest size
// of their labels, and leastLabel the least at which long ones are kept on a line; all in
// points.
const (
	slideBars  = 310
	slideLabel = 16
	leastLabel = 10
)

// pictureSlides is the slide of a chart that has no form in Office: a picture.
func (o *office) pictureSlides(c *charts.Chart, base ooxml.Slide) []ooxml.Slide {
	if base.Picture = o.picture(c); base.Picture == nil {
		base.Lines, base.Size = []string{o.alt(c)}, leastText
	}
	return []ooxml.Slide{base}
}

// heatSlides are the slides of a heat table.
func (o *office) heatSlides(c *charts.Chart, base ooxml.Slide) []ooxml.Slide {
	t := o.heat(c)
	n := (len(t.Rows) + mostBars - 1) / mostBars
	each := (len(t.Rows) + n - 1) / max(1, n)
	slides := make([]ooxml.Slide, n)
	for i := range slides {
		part := *t
		part.Rows, part.Fills = t.Rows[i*each:min(len(t.Rows), (i+1)*each)], t.Fills[i*each:min(len(t.Rows), (i+1)*each)]
		slides[i] = base
		slides[i].Title, slides[i].Table = o.l.Continued(base.Title, i+1, n), &part
	}
	return slides
}

// foot is the line at the foot of a slide: what the marks mean, and the source.
func (o *office) foot(c *charts.Chart) string {
	return strings.TrimSpace(strings.Join(o.remarks(c), " ") + " " + clean(c.Source))
}

// speak are the notes under a slide: what was asked of whom, what became of the
// others, how the margins were made, and what the marks mean.
func (o *office) speak(c *charts.Chart) []string {
	lines := []string{clean(c.Subtitle)}
	if t := o.table(c); t != nil {
		if q := clean(t.Text); q != "" && !strings.Contains(lines[0], q) {
			lines = append(lines, q)
		}
		if s := o.base(t); s != "" {
			lines = append(lines, s)
		}
		if methods := o.methods(t); len(methods) > 0 {
			lines = append(lines, o.words.MethodIntervals(o.level(), methods))
		}
	}
	lines = append(lines, o.remarks(c)...)
	return append(lines, clean(c.Source))
}

// table is the table that a chart is made of, or nil.
func (o *office) table(c *charts.Chart) *analysis.Table { return o.tableOf(c.Table) }

// tableOf is the table with an id, or nil.
func (o *office) tableOf(id string) *analysis.Table {
	for i := range o.report.Sections {
		for _, t := range o.report.Sections[i].Tables {
			if t.ID == id {
				return t
			}
		}
	}
	return nil
}

// methods are the sentences on how the intervals of a table were made, in order
// of first use.
func (o *office) methods(t *analysis.Table) []string {
	var sentences []string
	for r := range t.Cells {
		for g := range t.Cells[r] {
			e := &t.Cells[r][g]
			if e.Status != analysis.Estimated {
				continue
			}
			if s := o.words.Method(methodKey(e)); s != "" && !slices.Contains(sentences, s) {
				sentences = append(sentences, s)
			}
		}
	}
	return sentences
}
