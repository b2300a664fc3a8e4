package reports

import (
	"io"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// briefRows is the number of answers that a brief report names of a question.
const briefRows = 3

// Brief returns the renderer of the short form of a report: the findings, the
// warnings, a line or two on every question, and how many rows were read. What
// Text hides is hidden here, and no line is wider than the screen.
func Brief(screen Screen) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		t := &textReport{page: newPage(screen), view: newView(r, l)}
		t.top()
		t.findings()
		t.warnings()
		t.inBrief()
		if len(r.ReadingNote) > 0 {
			t.paragraphs(t.words.Headings().Reading, r.ReadingNote[:1])
		}
		t.blank()
		t.para(dim, "", "", t.words.BriefMore())
		t.bottom()
		_, err := t.WriteTo(w)
		return err
	}
}

// inBrief writes every table as its commonest answers.
func (t *textReport) inBrief() {
	t.heading(t.words.BriefHeading())
	for i := range t.report.Sections {
		s := &t.report.Sections[i]
		if s.Topic == analysis.Respondents || s.Topic == analysis.Coverage {
			continue // the findings say who took part
		}
		if i > 0 && s.Topic != analysis.OtherQuestion && (len(s.Tables) > 1 || s.tableTitle(s.Tables[0], t.words) != s.Title) {
			t.para(bold, "", "", s.Title)
		}
		for _, table := range s.Tables {
			t.tableInBrief(s, table)
		}
	}
}

// tableInBrief writes one table: its title with the base, and its figures.
func (t *textReport) tableInBrief(s *Section, table *analysis.Table) {
	title := "• " + s.tableTitle(table, t.words)
	if base := t.groupBase(table, 0).base; base != "" && sameBase(table) {
		title += " (n = " + base + ")"
	}
	var figures []string
	for _, row := range t.leading(table) {
		label := t.label(table, row)
		if numbered(label) {
			label = t.words.Quote(label) // a point of a scale is no figure
		}
		f := t.figure(table, row, 0)
		figures = append(figures, strings.TrimSpace(label+" "+f.value+" "+inBrackets(f.unweighted)))
	}
	if len(figures) == 0 {
		status, _ := empty(table, 0) // why nothing is shown
		figures = []string{t.words.Status(status.String())}
	}
	text := title + ": " + strings.Join(figures, ", ")
	t.para("", "", "  ", text)
}

// numbered reports whether a label begins or ends with a digit.
func numbered(label string) bool {
	const digits = "0123456789"
	return label != "" && (strings.Contains(digits, label[:1]) || strings.Contains(digits, label[len(label)-1:]))
}

// leading returns the rows of a table that a brief report names: the commonest
// answers, or of a number its middle and its mean, as far as they are shown.
func (t *textReport) leading(table *analysis.Table) []int {
	var shares, numbers []int
	for r := range table.Rows {
		row := &table.Rows[r]
		switch {
		case table.Cells[r][0].Status != analysis.Estimated:
		case row.Measure == analysis.Share && !row.Net:
			shares = append(shares, r)
		case row.Measure == analysis.Mean, row.Measure == analysis.Median, row.Measure == analysis.Quantile, row.Measure == analysis.Ratio:
			numbers = append(numbers, r)
		case table.Topic == analysis.Words || table.Topic == analysis.Themes:
			shares = append(shares, r)
		}
	}
	slices.SortStableFunc(shares, func(a, b int) int {
		switch x, y := table.Cells[a][0].Value, table.Cells[b][0].Value; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return append(shares[:min(len(shares), briefRows)], numbers...)
}
