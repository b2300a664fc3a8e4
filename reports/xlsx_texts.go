package reports

import (
	"strings"
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
func (b *book) contents(sheet string) {
	r := b.report
	b.text(sheet, 1, 1, r.Title, b.styles.title)
	row := b.notes(sheet, 2, append([]string{strings.Join(r.Subtitle, ", ")}, b.above()...)) + 1
	if len(r.Findings) > 0 {
		b.text(sheet, 1, row, b.words.Headings().Findings, b.styles.strong)
		for _, s := range append([]string{r.FindingsLead}, findingTexts(r)...) {
			b.text(sheet, 2, row, s, b.styles.label)
			b.high(sheet, row, []string{s}, contentsWidth)
			row++
		}
		row++
	}
	first := row
	b.header(sheet, row, []string{b.said.Sheet, b.said.Holds})
	for _, line := range b.index {
		row++
		b.text(sheet, 1, row, line.sheet, b.styles.link)
		b.text(sheet, 2, row, line.holds, b.styles.label)
		b.high(sheet, row, []string{line.holds}, contentsWidth)
		if b.err == nil {
			b.do(b.file.SetCellHyperLink(sheet, cell(1, row), sheetRef(line.sheet)+"!A1", "Location"))
		}
	}
	b.named(sheet, 2, first, row)
	b.widths(sheet, 34, contentsWidth, 2)
	b.lay(sheet, b.said.Contents, false)
	b.file.SetActiveSheet(0)
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
		b.high(sheet, i+2, line[1:], accountWidth)
	}
	b.named(sheet, 2, 1, len(texts)+1)
	b.widths(sheet, 30, accountWidth, 2)
	b.lay(sheet, b.said.Sentences, true)
}

// codebook writes a row for every answer that a question can have.
func (b *book) codebook() {
	heads := []string{b.said.Question, b.said.Text, b.said.Kind, b.said.Role, b.said.Code, b.said.Option}
	sheet := b.sheet(b.said.Codebook, b.said.Codebook)
	b.header(sheet, 1, heads)
	row := 1
	s := b.surveyed()
	for i := range s.Questions {
		q := &s.Questions[i]
		line := []string{clean(q.ID), clean(q.Text), b.l.Kind(q.Kind.String()), b.l.RoleOf(string(q.Role), clean(q.Channel)), "", ""}
		for k := range max(1, len(q.Options)) {
			if k < len(q.Options) {
				line[4], line[5] = clean(q.Options[k].Code), clean(q.Options[k].Label)
			}
			row++
			b.line(sheet, row, line)
			b.high(sheet, row, []string{line[1]}, questionWidth)
			if wrappedLines(line[1], questionWidth) == 1 {
				b.high(sheet, row, []string{line[5]}, optionWidth)
			}
		}
	}
	b.named(sheet, len(heads), 1, row)
	b.widths(sheet, codeWidth, codeWidth, len(heads))
	if b.err == nil {
		b.do(b.file.SetColWidth(sheet, "B", "B", questionWidth))
		b.do(b.file.SetColWidth(sheet, "F", "F", optionWidth))
	}
	b.lay(sheet, b.said.Codebook, true)
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
			b.high(sheet, row, []string{s}, accountWidth)
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
		add(h.Footnotes, []string{r.Footnotes[i].Text})
	}
	b.named(sheet, 2, 1, row)
	b.widths(sheet, 30, accountWidth, 2)
	b.lay(sheet, b.said.Account, true)
}

// line writes a row of texts.
func (b *book) line(sheet string, row int, texts []string) {
	for i, s := range texts {
		b.text(sheet, i+1, row, s, b.styles.label)
	}
}
