package reports

import (
	"fmt"
	"testing"

	"benchmark/analysis"
	"benchmark/charts"
)

// TestAgree reads every format of every case.
func TestAgree(t *testing.T) {
	theme := charts.Default()
	for _, c := range agreeCases() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r, l := c.study(t, false)
			k := newTruth(t, r, l, render(t, JSON, r, l))
			words := l.Report().Columns()
			all := []string{partValue, partLow, partHigh, partBase}
			if c.survey != nil {
				all = append(all, partUnweighted)
			}
			page := render(t, HTML(theme), r, l)
			root := parsePage(t, page)
			docx, pptx, xlsx := parts(t, render(t, DOCX(theme), r, l)), parts(t, render(t, PPTX(theme), r, l)), parts(t, render(t, XLSX(theme), r, l))
			document := docx["word/document.xml"]
			markdown := string(render(t, Markdown, r, l))
			for name, printed := range map[string][]printedTable{
				"markdown": markdownTables(markdown, words.Total, words.Group),
				"html":     pageTables(root, words.Total, words.Group),
				"docx":     documentTables(t, document),
			} {
				k.begin(name)
				k.readTables(printed)
				k.complete(all...)
			}
			for _, width := range []int{100, 2000} {
				k.begin(fmt.Sprintf("text of %d columns", width))
				k.readText(string(render(t, Text(Screen{Width: width}), r, l)))
				k.complete(all...)
			}
			k.begin("csv")
			k.readCSV(string(render(t, CSV, r, l)))
			k.complete(append(all, partCount)...)
			k.begin("p values")
			n := k.readTests(markdown) + k.readTests(string(page)) + k.readTests(document)
			if tests := r.Study.Options.Tests; n == 0 && (tests.Letters || tests.Against != analysis.NoReference) {
				t.Error("no p value was read")
			}
			k.begin("data of charts")
			drawn := k.readCharts()
			k.begin("figures of the page")
			figures := root.all("figure")
			if len(figures) != len(drawn) {
				t.Fatalf("%d figures for %d charts", len(figures), len(drawn))
			}
			for i, ct := range drawn {
				k.readFigure(ct, figures[i])
			}
			k.begin("xlsx")
			k.readBook(xlsx, drawn)
			k.complete(all...)
			k.begin("charts of docx")
			k.readOfficeCharts(docx, drawn)
			k.begin("pptx")
			k.readOfficeCharts(pptx, drawn)
			k.readSlideTables(pptx, drawn)
		})
	}
}
