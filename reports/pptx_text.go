package reports

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"benchmark/reports/ooxml"
)

// paragraphs are texts for slides under a title.
type paragraphs struct {
	title, lead string
	texts       []string
	// findings are those among the texts, or nil.
	findings []Finding
}

// leastText is the smallest size of running text on a slide, in points.
const leastText = 18

// textSizes are the sizes of running text on a slide in points, the largest first:
// what few sentences say is read from the back of a room.
func textSizes() []float64 { return []float64{28, 26, 24, 22, 20, leastText} }

// Measures of running text: the mean width of a letter and the height of a line as
// parts of the size of type, what bullets and the space between paragraphs take, in
// points.
const (
	letterOfSize   = 0.49
	lineOfSize     = 1.2
	bulletWidth    = 20.0
	paragraphSpace = 9.0
)

// textSlides puts paragraphs on as few slides as hold them in the smallest type, about
// as much on each, and sets them in the largest type that takes no more. A sentence that
// stands alone has its figure beside it.
func (o *office) textSlides(s paragraphs) []ooxml.Slide {
	if len(s.texts) == 0 {
		return nil
	}
	width, height, key := ooxml.BodyWidth-bulletWidth, float64(ooxml.BodyHeight), ""
	if s.lead == "" {
		height = ooxml.TallHeight
	}
	if len(s.texts) == 1 {
		if key = keyFigure(s.texts[0]); key != "" {
			width -= ooxml.KeyWidth
		}
	}
	fewest := len(pagesOfText(s.texts, leastText, width, height))
	var pages [][]string
	var size float64
	for _, size = range textSizes() {
		if pages = pagesOfText(s.texts, size, width, height); len(pages) <= fewest && longestWord(s.texts)*wideLetter*size <= width {
			break
		}
	}
	slides := make([]ooxml.Slide, len(pages))
	for i := range pages {
		slides[i] = ooxml.Slide{
			Title: o.l.Continued(s.title, i+1, len(pages)), Subtitle: s.lead, Lines: pages[i], Size: size, Key: key,
			Source: o.source(), Notes: o.rests(findingsIn(s.findings, pages[i])),
		}
	}
	return slides
}

// wideLetter is the width of a letter of a digest as a part of the size of type.
const wideLetter = 0.57

// longestWord is the length of the longest word.
func longestWord(texts []string) float64 {
	longest := 0
	for _, s := range texts {
		for _, word := range strings.Fields(s) {
			longest = max(longest, utf8.RuneCountInString(word))
		}
	}
	return float64(longest)
}

// findingsIn are the findings that stand on a page.
func findingsIn(findings []Finding, page []string) []Finding {
	var on []Finding
	for _, f := range findings {
		if slices.Contains(page, f.Text) {
			on = append(on, f)
		}
	}
	return on
}

// pagesOfText puts paragraphs on as few pages as they take in type of a size, in
// points as the width and height are, with about as much on each.
func pagesOfText(texts []string, size, width, height float64) [][]string {
	needs, all := make([]float64, len(texts)), 0.0
	for i, s := range texts {
		needs[i] = wrappedLines(s, width/(letterOfSize*size))*lineOfSize*size + paragraphSpace
		all += needs[i]
	}
	fill := func(most float64) [][]string {
		var pages [][]string
		used := math.Inf(1)
		for i, s := range texts {
			if used+needs[i] > most {
				pages, used = append(pages, nil), 0
			}
			used += needs[i]
			pages[len(pages)-1] = append(pages[len(pages)-1], s)
		}
		return pages
	}
	return evenly(all, height, fill)
}

// evenly fills pages up to the least height at which there are no more of them than
// when they are filled to the brim.
func evenly[P any](all, most float64, fill func(most float64) []P) []P {
	full := fill(most)
	const step = 6 // points
	for height := all / float64(len(full)); height < most; height += step {
		if pages := fill(height); len(pages) <= len(full) {
			return pages
		}
	}
	return full
}

// keyFigure is the one share that a sentence names outside brackets; empty where it
// names none or more.
func keyFigure(sentence string) string {
	aside, percentage := regexp.MustCompile(`\([^)]*\)`), regexp.MustCompile(`\d+(?:[.,]\d+)?%`)
	if found := percentage.FindAllString(aside.ReplaceAllString(sentence, ""), -1); len(found) == 1 {
		return found[0]
	}
	return ""
}

// source says who asked whom, as the charts of the report do, after what stands before
// any figure.
func (o *office) source() string {
	all := slices.Clone(o.report.Notices)
	for i := range o.report.Sections {
		for k := range o.report.Sections[i].Charts {
			if s := clean(o.report.Sections[i].Charts[k].Source); s != "" {
				return strings.Join(append(all, s), " ")
			}
		}
	}
	return strings.Join(all, " ")
}

// rests are the notes under a slide of sentences: what was asked of whom for the
// figures of its findings and how their margins were made, or else whom the report is
// about.
func (o *office) rests(findings []Finding) []string {
	var lines, methods []string
	add := func(s string) {
		if s != "" && !slices.Contains(lines, s) {
			lines = append(lines, s)
		}
	}
	for i := range findings {
		t := o.tableOf(findings[i].Table)
		if t == nil {
			continue
		}
		add(strings.TrimSpace(clean(t.Text) + " " + o.base(t)))
		for _, m := range o.methods(t) {
			if !slices.Contains(methods, m) {
				methods = append(methods, m)
			}
		}
	}
	if len(methods) > 0 {
		add(o.words.MethodIntervals(o.level(), methods))
	}
	for _, s := range []string{strings.Join(o.report.Subtitle, ", "), o.report.FindingsLead, o.source()} {
		add(s)
	}
	if len(lines) == 0 {
		add(o.report.Title)
	}
	return lines
}
