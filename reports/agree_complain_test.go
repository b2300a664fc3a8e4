package reports

import (
	"bytes"
	"encoding/csv"
	"maps"
	"regexp"
	"strings"
	"testing"

	"benchmark/charts"
)

// A corruptible is a text of a format with a reader of it, and where its figures are:
// the digit that is changed is the first of the first group.
type corruptible struct {
	name   string
	text   string
	figure *regexp.Regexp
	read   func(text string)
	// axis is true where the last are the numbers at an axis, which are no figures.
	axis bool
}

// corrupted is the text with another digit at one of its figures: the first, one in
// the middle and the last.
func (c *corruptible) corrupted() []string {
	all := c.figure.FindAllStringSubmatchIndex(c.text, -1)
	if len(all) == 0 {
		return nil
	}
	if c.axis {
		all = all[:len(all)*2/3]
	}
	var texts []string
	for _, at := range []int{all[0][2], all[len(all)/2][2], all[len(all)-1][2]} {
		b := []byte(c.text)
		b[at] = '0' + (b[at]-'0'+4)%10
		texts = append(texts, string(b))
	}
	return texts
}

// TestReadersComplain changes one digit in every format: each reader of TestAgree
// must find it. What no reader finds could be wrong in a report as well.
func TestReadersComplain(t *testing.T) {
	theme := charts.Default()
	c := agreeCases()[0]
	r, l := c.study(t, false)
	k := newTruth(t, r, l, render(t, JSON, r, l))
	words := l.Report().Columns()
	drawn := k.readCharts()
	k.silent = true
	office := func(data []byte, part string, form string, read func(all map[string]string)) corruptible {
		all := parts(t, data)
		return corruptible{name: part, text: all[part], figure: regexp.MustCompile(form), read: func(text string) {
			changed := maps.Clone(all)
			changed[part] = text
			read(changed)
		}}
	}
	tables := func(read func(text string) []printedTable) func(string) {
		return func(text string) { k.readTables(read(text)) }
	}
	docx, pptx, xlsx := render(t, DOCX(theme), r, l), render(t, PPTX(theme), r, l), render(t, XLSX(theme), r, l)
	page := string(render(t, HTML(theme), r, l))
	numbered := strings.Index(page, `class="numbered"`)
	wide := strings.Index(page, "</svg>") // the first picture; those for narrow screens are not read
	var data bytes.Buffer
	if err := charts.CSV(&data, *drawn[0].Chart); err != nil {
		t.Fatal(err)
	}
	cached := `<c:v>0\.([1-9])\d{6,}</c:v>`
	all := []corruptible{
		{name: "markdown", text: string(render(t, Markdown, r, l)), figure: regexp.MustCompile(`\| ([1-9]\d,\d%)`), read: tables(func(text string) []printedTable { return markdownTables(text, words.Total, words.Group) })},
		{name: "html", text: page[numbered:], figure: regexp.MustCompile(`<td>([1-9]\d,\d%)`), read: tables(func(text string) []printedTable {
			return pageTables(parsePage(t, []byte(page[:numbered]+text)), words.Total, words.Group)
		})},
		{name: "text", text: string(render(t, Text(Screen{Width: 100}), r, l)), figure: regexp.MustCompile(` ([1-9]\d,\d%) `), read: k.readText},
		{name: "csv", text: string(render(t, CSV, r, l)), figure: regexp.MustCompile(`,0\.([1-9])\d{8,},`), read: k.readCSV},
		{name: "picture", text: page[:wide], figure: regexp.MustCompile(`<text [^>]*>([1-9]\d%)</text>`), read: func(text string) {
			for i, figure := range parsePage(t, []byte(text+page[wide:])).all("figure") {
				k.readFigure(drawn[i], figure)
			}
		}, axis: true},
		{name: "data of a chart", text: data.String(), figure: regexp.MustCompile(`,0\.([1-9])\d{8,},`), read: func(text string) {
			lines, err := csv.NewReader(bytes.NewReader([]byte(text))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			k.readChart(drawn[0].Chart, lines)
		}},
		office(docx, "word/document.xml", `>([1-9]\d,\d%)`, func(all map[string]string) { k.readTables(documentTables(t, all["word/document.xml"])) }),
		office(docx, "word/charts/chart1.xml", cached, func(all map[string]string) { k.readOfficeCharts(all, drawn) }),
		office(pptx, "ppt/charts/chart1.xml", cached, func(all map[string]string) { k.readOfficeCharts(all, drawn) }),
		office(xlsx, "xl/charts/chart1.xml", cached, func(all map[string]string) { k.readBook(all, drawn) }),
		office(xlsx, "xl/worksheets/sheet4.xml", `<v>0\.([1-9])\d{6,}</v>`, func(all map[string]string) { k.readBook(all, drawn) }),
	}
	for i := range all {
		c := &all[i]
		k.begin(c.name)
		if c.read(c.text); k.faults > 0 {
			t.Errorf("%s: %d faults as it is", c.name, k.faults)
		}
		texts := c.corrupted()
		if len(texts) == 0 {
			t.Errorf("%s has no figure to change", c.name)
		}
		for n, text := range texts {
			k.begin(c.name)
			if c.read(text); k.faults == 0 {
				t.Errorf("%s: another digit in figure %d of 3 is not found", c.name, n+1)
			}
		}
	}
}
