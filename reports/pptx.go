package reports

import (
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

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
		d.Slides = []ooxml.Slide{{Cover: true, Title: r.Title, Subtitle: strings.Join(r.Subtitle, ", "), Lines: o.above()}}
		h := o.words.Headings()
		d.Slides = append(d.Slides, o.textSlides(h.Findings, r.FindingsLead, headlineTexts(r), largeText)...)
		for i := range r.Sections {
			d.Slides = append(d.Slides, o.sectionSlides(&r.Sections[i])...)
		}
		d.Slides = append(d.Slides, o.textSlides(h.Warnings, "", r.Warnings, smallText)...)
		if r.Whole {
			d.Slides = append(d.Slides, o.textSlides(h.Method, "", factTexts(r.MethodBox), smallText)...)
			d.Slides = append(d.Slides, o.textSlides(o.l.Page().Precise, "", r.MethodNote, smallText)...)
			d.Slides = append(d.Slides, o.textSlides(o.l.Page().Quality, "", append(slices.Clone(r.ReadingNote), remarkTexts(r.Quality)...), smallText)...)
		} else {
			d.Slides = append(d.Slides, o.textSlides(h.Method, "", r.MethodNote, smallText)...)
			d.Slides = append(d.Slides, o.textSlides(h.Reading, "", r.ReadingNote, smallText)...)
		}
		d.Slides = append(d.Slides, o.textSlides(o.l.Page().Provenance, "", factTexts(r.Provenance), smallText)...)
		return d.Write(w)
	}
}

// sectionSlides are the slides of a section: its charts and tables of text, or its
// sentences where it has nothing else.
func (o *office) sectionSlides(s *Section) []ooxml.Slide {
	if s.sentences() {
		said := append(slices.Clone(s.Intro), texts(s.Findings)...)
		return o.textSlides(s.Title, "", said, textSize(said))
	}
	var slides []ooxml.Slide
	if said := o.opening(s); len(said) > 0 {
		slides = o.textSlides(s.Title, "", said, textSize(said))
	}
	for k := range s.Charts {
		slides = append(slides, o.chartSlides(&s.Charts[k])...)
	}
	return append(slides, o.gridSlides(s)...)
}

// opening are the sentences that open the slides of a section: what it says in
// short, where the headline of one chart does not say it all.
func (o *office) opening(s *Section) []string {
	said := append(slices.Clone(s.Intro), texts(s.Findings)...)
	if len(said) == 1 && len(s.Intro) == 0 {
		drawn := func(c charts.Chart) bool { return c.Table == s.Findings[0].Table }
		if slices.ContainsFunc(s.Charts, drawn) {
			return nil
		}
	}
	if !o.report.Whole {
		return nil
	}
	return said
}

// textSize is the size of paragraphs: large where they are few.
func textSize(texts []string) float64 {
	if utf8.RuneCountInString(strings.Join(texts, "")) <= fewLetters {
		return largeText
	}
	return smallText
}

// fewLetters is how many letters stand on a slide in large type.
const fewLetters = 900

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

// headlineTexts are the findings that a summary tells.
func headlineTexts(r *Report) []string {
	var texts []string
	for i := range r.Findings {
		if r.Findings[i].Headline {
			texts = append(texts, r.Findings[i].Text)
		}
	}
	return texts
}

// Sizes of running text on a slide, in points.
const (
	largeText = 18
	smallText = 14
)

// Measures of the place of running text on a slide, in points.
const (
	textPlaceWidth  = 866.0
	textPlaceHeight = 336.0
	letterOfSize    = 0.5 // mean width of a letter
	lineOfSize      = 1.2 // height of a line
	paragraphSpace  = 8.0
)

// textSlides puts paragraphs on as many slides as they need, about as many on
// each.
func (o *office) textSlides(title, lead string, texts []string, size float64) []ooxml.Slide {
	needs, all := make([]float64, len(texts)), 0.0
	for i, s := range texts {
		lines := math.Ceil(float64(utf8.RuneCountInString(s)) * letterOfSize * size / textPlaceWidth)
		needs[i] = lines*lineOfSize*size + paragraphSpace
		all += needs[i]
	}
	n := math.Ceil(all / textPlaceHeight)
	var pages [][]string
	used := math.Inf(1)
	for i, s := range texts {
		if used+needs[i] > textPlaceHeight || used >= all/n {
			pages, used = append(pages, nil), 0
		}
		used += needs[i]
		pages[len(pages)-1] = append(pages[len(pages)-1], s)
	}
	slides := make([]ooxml.Slide, len(pages))
	for i := range pages {
		slides[i] = ooxml.Slide{
			Title: o.l.Continued(title, i+1, len(pages)), Subtitle: lead, Lines: pages[i], Size: size,
			Source: strings.Join(o.report.Notices, " "),
		}
	}
	return slides
}

// mostBars is how many bars or rows fit on a slide.
const mostBars = 20

// chartSlides are the slides of a chart.
func (o *office) chartSlides(c *charts.Chart) []ooxml.Slide {
	base := ooxml.Slide{Title: clean(c.Title), Subtitle: clean(c.Subtitle), Source: o.foot(c), Notes: o.speak(c)}
	switch {
	case c.Empty != "":
		base.Lines = []string{clean(c.Empty)}
		return []ooxml.Slide{base}
	case c.Kind == charts.Heat:
		return o.heatSlides(c, base)
	case !native(c):
		if base.Picture = o.picture(c); base.Picture == nil {
			base.Lines, base.Size = []string{o.alt(c)}, smallText
		}
		return []ooxml.Slide{base}
	}
	plots := o.plots(c, mostBars)
	slides := make([]ooxml.Slide, len(plots))
	for i, p := range plots {
		p.Size = labelSize(p, 300)
		slides[i] = base
		slides[i].Title, slides[i].Plot = o.l.Continued(base.Title, i+1, len(plots)), p
	}
	return slides
}

// labelSize returns the size of labels at which the bars of a plot fit in a
// height, both in points.
func labelSize(p *ooxml.Plot, height float64) float64 {
	bars := len(p.Categories)
	if p.Form == ooxml.Bars {
		bars *= len(p.Series)
	}
	return math.Round(2*math.Min(math.Max(0.62*height/float64(bars), 9), 14)) / 2
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
func (o *office) table(c *charts.Chart) *analysis.Table {
	for i := range o.report.Sections {
		for _, t := range o.report.Sections[i].Tables {
			if t.ID == c.Table {
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
