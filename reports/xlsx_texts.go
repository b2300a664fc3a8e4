package reports

import (
	"math"
	"slices"
	"strings"

	"benchmark/reports/ooxml"
	"benchmark/survey"
)

// Widths of columns of text, in characters.
const (
	contentsWidth = 110
	accountWidth  = 120
	questionWidth = 60
	optionWidth   = 44
	codeWidth     = 24
)

// contents writes the first sheet: what the study is, the findings, and the list
// of sheets.
func (b *book) contents(sheet *ooxml.Sheet) {
	r := b.report
	sheet.Text(1, 1, r.Title, b.styles.title)
	row := b.notes(sheet, 2, append([]string{strings.Join(r.Subtitle, ", ")}, b.above()...), contentsWidth) + 1
	if len(r.Findings) > 0 {
		sheet.Text(1, row, b.words.Headings().Findings, b.styles.strong)
		for _, s := range append([]string{r.FindingsLead}, findingTexts(r)...) {
			sheet.Text(2, row, s, b.styles.label)
			high(sheet, row, []string{s}, contentsWidth)
			row++
		}
		row++
	}
	first := row
	b.header(sheet, row, []string{b.said.Sheet, b.said.Holds})
	for _, line := range b.index {
		row++
		sheet.Text(1, row, line.name, b.styles.link)
		sheet.Text(2, row, line.holds, b.styles.label)
		high(sheet, row, []string{line.holds}, contentsWidth)
		sheet.Link(1, row, line.sheet)
	}
	sheet.Table(2, first, row)
	widths(sheet, 34, contentsWidth, 2)
	b.lay(sheet, b.said.Contents, false)
}

// sentences writes the sections that have nothing but sentences.
func (b *book) sentences() {
	var texts [][]string
	for i := range b.report.Sections {
		if s := &b.report.Sections[i]; s.sentences() {
			for _, text := range s.Intro {
				texts = append(texts, []string{s.Title, text})
			}
		}
	}
	if len(texts) == 0 {
		return
	}
	sheet := b.sheet(b.said.Sentences, b.said.Sentences)
	b.header(sheet, 1, []string{b.said.Part, b.said.Text})
	for i, line := range texts {
		b.line(sheet, i+2, line)
		high(sheet, i+2, line[1:], accountWidth)
	}
	sheet.Table(2, 1, len(texts)+1)
	widths(sheet, 30, accountWidth, 2)
	b.lay(sheet, b.said.Sentences, true)
}

// questioned are the surveys that a report is on, each with its label where there are
// more.
func (b *book) questioned() (surveys []*survey.Survey, labels []string) {
	switch w, o := b.report.Waves, b.report.Outlook; {
	case w != nil:
		for i := range w.Trend.Waves {
			surveys, labels = append(surveys, w.Trend.Waves[i].Study.Survey), append(labels, b.l.MomentShort(w.Trend.Waves[i].Moment))
		}
	case o != nil:
		for i, s := range o.Surveys {
			surveys, labels = append(surveys, s), append(labels, b.l.MomentShort(o.Moments[i]))
		}
	default:
		return []*survey.Survey{b.surveyed()}, []string{""}
	}
	return surveys, labels
}

// codebook writes a row for every answer that a question can have, of every survey
// that the report is on.
func (b *book) codebook() {
	surveys, labels := b.questioned()
	var lines [][]string
	for i, s := range surveys {
		for k := range s.Questions {
			for _, line := range b.questionLines(&s.Questions[k]) {
				lines = append(lines, append([]string{labels[i]}, line...))
			}
		}
	}
	if len(lines) == 0 {
		return
	}
	heads := []string{b.said.Wave, b.said.Question, b.said.Text, b.said.Kind, b.said.Role, b.said.Base, b.said.Code, b.said.Option}
	widths := []float64{10, codeWidth, questionWidth, codeWidth, codeWidth, optionWidth, codeWidth, optionWidth}
	if len(surveys) == 1 {
		heads, widths = heads[1:], widths[1:]
		for i := range lines {
			lines[i] = lines[i][1:]
		}
	}
	sheet := b.sheet(b.said.Codebook, b.said.Codebook)
	b.header(sheet, 1, heads)
	for i, line := range lines {
		b.line(sheet, i+2, line)
		tallest := 1.0
		for c, s := range line {
			tallest = math.Max(tallest, wrappedLines(s, widths[c]-1))
		}
		if tallest > 1 {
			sheet.Height(i+2, tallest*pointsOfRow)
		}
	}
	sheet.Table(len(heads), 1, len(lines)+1)
	for c, width := range widths {
		sheet.Width(c+1, width)
	}
	b.lay(sheet, b.said.Codebook, true)
}

// questionLines is a line for every answer that a question can have, and one for a
// question without.
func (b *book) questionLines(q *survey.Question) [][]string {
	line := []string{clean(q.ID), clean(q.Text), b.l.Kind(q.Kind.String()), b.l.RoleOf(string(q.Role), clean(q.Channel)), b.baseOf(q), "", ""}
	if len(q.Options) == 0 {
		return [][]string{line}
	}
	var lines [][]string
	for k := range q.Options {
		own := slices.Clone(line)
		own[5], own[6] = clean(q.Options[k].Code), clean(q.Options[k].Label)
		lines = append(lines, own)
	}
	return lines
}

// baseOf says who was asked a question and how many answered, as the table of its
// answers does; empty without one.
func (b *book) baseOf(q *survey.Question) string {
	for i := range b.report.Sections {
		for _, t := range b.report.Sections[i].Tables {
			if t.Question == q.ID {
				return b.base(t)
			}
		}
	}
	return ""
}

// account writes how the figures came about, and the remarks on them.
func (b *book) account() {
	r, h := b.report, b.words.Headings()
	sheet := b.sheet(b.said.Account, b.said.Account)
	b.header(sheet, 1, []string{b.said.Part, b.said.Text})
	row := 1
	add := func(part string, texts []string) {
		for _, s := range texts {
			row++
			b.line(sheet, row, []string{part, s})
			high(sheet, row, []string{s}, accountWidth)
		}
	}
	add(h.Warnings, append(b.above(), r.Warnings...))
	if r.Whole {
		add(h.Method, factTexts(r.MethodBox))
	}
	add(h.Method, r.MethodNote)
	add(h.Reading, r.ReadingNote)
	if r.Whole {
		add(b.l.Page().Quality, remarkTexts(r.Quality))
	}
	for _, f := range r.Provenance {
		add(b.l.Page().Provenance, []string{f.Term + ": " + f.Text})
	}
	for i := range r.Footnotes {
		add(h.Footnotes, []string{superscript([]int{i + 1}) + " " + r.Footnotes[i].Text})
	}
	sheet.Table(2, 1, row)
	widths(sheet, 30, accountWidth, 2)
	b.lay(sheet, b.said.Account, true)
}

// line writes a row of texts.
func (b *book) line(sheet *ooxml.Sheet, row int, texts []string) {
	for i, s := range texts {
		sheet.Text(i+1, row, s, b.styles.label)
	}
}
