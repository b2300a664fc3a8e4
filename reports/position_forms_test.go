package reports

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/charts"
	"benchmark/survey/locale"
)

// allRenderers are all forms of a report that a program or person reads.
func allRenderers() map[string]Renderer {
	all := officeRenderers()
	all["html"], all["markdown"], all["email"] = HTML(charts.Default()), Markdown, Email
	all["text"] = Text(Screen{Width: 80})
	return all
}

// plainText is the text of a file: that of its parts, without tags.
func plainText(t *testing.T, kind string, data []byte) string {
	t.Helper()
	all := string(data)
	switch kind {
	case "pptx", "docx", "xlsx":
		all = ""
		for name, part := range parts(t, data) {
			if !strings.HasSuffix(name, ".png") {
				all += part
			}
		}
	}
	all = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(all, "")
	return strings.NewReplacer("&amp;", "&", "&#39;", "'", "&#34;", `"`, "&quot;", `"`, "&apos;", "'", "\\", "").Replace(all)
}

// A report on one organisation and one on two references say the same in every form
// that has tables: every verdict, figure and sentence.
func TestPositionInEveryForm(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		standing, l := standingOf(t, language, 0, position.Peers{Nearest: 15})
		reports := map[string]*Report{"position": standing, "versus": versusOf(t, l)}
		for name, r := range reports {
			for kind, f := range allRenderers() {
				text := plainText(t, kind, render(t, f, r, l))
				if kind == "email" || kind == "text" { // these are laid out in lines
					continue
				}
				missing := 0
				for _, want := range saidIn(r, kind) {
					if !strings.Contains(text, want) && missing < 3 {
						missing++
						t.Errorf("%s of %s in %s lacks %q", kind, name, language, want)
					}
				}
			}
		}
	}
}

// saidIn are the texts that a form of a report must have.
func saidIn(r *Report, kind string) []string {
	all := []string{r.Title}
	for _, f := range r.Findings {
		if _, rest, found := strings.Cut(f.Text, ": "); found {
			all = append(all, rest) // the subject may be in bold
		} else {
			all = append(all, f.Text)
		}
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		for k := range s.grids {
			g := &s.grids[k]
			for n, line := range g.lines {
				for c, cell := range line {
					if kind != "xlsx" || g.figure(n, c) == nil { // a workbook has numbers there
						all = append(all, cell)
					}
				}
			}
		}
	}
	return all
}

// versusOf sets the sample beside itself.
func versusOf(t *testing.T, l *locale.Locale) *Report {
	t.Helper()
	study, _ := weightedSample(t, "nl", analysis.Defaults())
	st, err := position.New(study.Study.Survey, position.Options{Level: 0.95, Disclosure: analysis.Publish})
	if err != nil {
		t.Fatal(err)
	}
	ref := st.Reference("J. de Vries")
	v, err := position.Against(ref, ref)
	if err != nil {
		t.Fatal(err)
	}
	return BuildVersus(v, Reading{Program: "benchmark", Options: []string{"--lang=nl"}}, l)
}

// A workbook of a comparison has every figure as a number at full precision, with
// its interval and base, and words where a figure is hidden.
func TestComparisonWorkbookHasNumbers(t *testing.T) {
	r, l := standingOf(t, "nl", 0, position.Peers{Nearest: 15})
	data := render(t, XLSX(charts.Default()), r, l)
	f, all := open(t, data), parts(t, data)
	words := l.OfficeWords()
	at := slices.IndexFunc(f.GetSheetList(), func(name string) bool { return strings.HasPrefix(name, words.TableLetter+"1.1 ") })
	rows, err := f.GetRows(f.GetSheetList()[at])
	if err != nil {
		t.Fatal(err)
	}
	sheet := all[fmt.Sprintf("xl/worksheets/sheet%d.xml", at+1)]
	b := &positionBuilder{p: r.Position, about: r.About, l: l, words: l.Position(), report: l.Report()}
	numbers, row := 0, 1
	for k := range r.Position.Rows {
		x := &r.Position.Rows[k]
		if x.Own.State == position.NotApplicable {
			continue
		}
		row++
		for i := range x.Standings {
			head, j := b.head(&r.Position.Groups[i]), standingJSON(&x.Standings[i].Figure)
			for suffix, want := range map[string]*float64{
				"": j.Value, " – " + words.Low: j.Low, " – " + words.High: j.High, " – " + l.Report().Columns().Base: whole(j.Base),
			} {
				got := numberUnder(sheet, rows[0], head+suffix, row)
				if want != nil {
					numbers++
				}
				if v, err := strconv.ParseFloat(got, 64); (err == nil) != (want != nil) || want != nil && v != *want {
					t.Errorf("%s, %s: the workbook has %q, JSON %v", x.ID, head+suffix, got, want)
				}
			}
		}
	}
	if numbers < 50 {
		t.Errorf("%d numbers were compared", numbers)
	}
}

// The page of a comparison can be read: one table with a heading for each topic, and
// a verdict in words with a sign that is not heard.
func TestPositionPage(t *testing.T) {
	r, l := standingOf(t, "nl", 0, position.Peers{Nearest: 15})
	data := render(t, HTML(charts.Default()), r, l)
	root := parsePage(t, data)
	for _, fault := range pageFaults(root) {
		t.Error(fault)
	}
	if !bytes.Contains(data, []byte(`<meta name="robots" content="noindex">`)) {
		t.Error("search engines may list the report of one organisation")
	}
	signs := 0
	for _, cell := range root.all("td") {
		for _, s := range cell.all("span") {
			if s.attr["class"] != "sign" {
				continue
			}
			signs++
			if s.attr["aria-hidden"] != "true" || s.text == "" || strings.TrimSpace(cell.text) == s.text {
				t.Errorf("the sign of %q is heard, or stands without words", cell.text)
			}
		}
	}
	lines := 0
	for i := range r.Sections[0].grids {
		lines += len(r.Sections[0].grids[i].lines)
	}
	if signs < lines {
		t.Errorf("%d signs for %d verdicts", signs, lines)
	}
	for _, id := range []string{"appendix", "quality"} {
		if bytes.Contains(data, []byte(`id="`+id+`"`)) {
			t.Errorf("the part %s is there and has nothing in it", id)
		}
	}
}

// A report without a study, a position or a section is written in every form.
func TestBareReportInEveryForm(t *testing.T) {
	l, err := locale.For("nl")
	if err != nil {
		t.Fatal(err)
	}
	bare := &Report{Title: "Leeg"}
	full := &Report{
		Title: "Waarden", Subtitle: []string{"proef"}, Notices: []string{"Let op."}, Findings: []Finding{{Text: "Eén.", Headline: true}},
		MethodBox: []Fact{{"Marges", "geen"}}, MethodNote: []string{"Zo."}, Provenance: []Fact{{"Bestand", "x.csv"}}, Warnings: []string{"Hm."},
		Sections: []Section{{Title: "Tabel", grids: []grid{{
			title: "Titel", head: []string{"Wat", "Woord", "Getal"}, lines: [][]string{{"n", "", "12"}, {"a", "goed", "1,5 (1–2; 12)"}}, bases: 1, words: 1,
			figures: [][]*gridFigure{nil, {nil, nil, {value: 1.5, format: looseFormat}}}, signs: []lineSign{noSign, signAbove}, notes: []string{"Noot."},
		}}}, {Title: "Woorden", Intro: []string{"Eerst.", "Dan."}}, {Title: "Niets"}},
	}
	for kind, f := range allRenderers() {
		render(t, f, bare, l)
		text := plainText(t, kind, render(t, f, full, l))
		for _, want := range []string{"Waarden", "Let op.", "Eén."} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", kind, want)
			}
		}
		for _, want := range []string{"Titel", "goed", "Noot.", "Eerst.", "Dan.", "Zo."} {
			if kind != "email" && kind != "text" && kind != "markdown" && !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", kind, want)
			}
		}
	}
}

func TestIndexHTML(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	entries := []IndexEntry{
		{"Gemeente Zeedam", "z.html"}, {"Gemeente Éénrum", "e.html"}, {"gemeente Ebdorp", "eb.html"}, {"Gemeente Duindorp", "gemeente-duindorp.docx"}, {`<b>"A" & B</b>`, "a-b.html"},
	}
	var b bytes.Buffer
	if err := IndexHTML(charts.Default())(&b, entries, l); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	root := parsePage(t, b.Bytes())
	links := map[string]string{}
	var order []string
	for _, a := range root.all("main")[0].all("a") {
		links[a.attr["href"]] = a.text
		order = append(order, a.attr["href"])
	}
	byName := []string{"a-b.html", "gemeente-duindorp.docx", "eb.html", "e.html", "z.html"}
	if !slices.Equal(order, byName) {
		t.Errorf("the order is %v, want %v", order, byName)
	}
	list := bytes.Buffer{}
	if err := IndexMarkdown(&list, entries, l); err != nil {
		t.Fatal(err)
	}
	if listed := regexp.MustCompile(`\]\(([^)]*)\)`).FindAllStringSubmatch(list.String(), -1); len(listed) != 5 || listed[1][1] != byName[1] || listed[4][1] != byName[4] {
		t.Errorf("the list is %v", listed)
	}
	if links["a-b.html"] != `<b>"A" & B</b>` || links["gemeente-duindorp.docx"] != "Gemeente Duindorp (DOCX)" {
		t.Errorf("the links are %v", links)
	}
	for _, want := range []string{"script-src 'none'", `content="noindex"`, `<html lang="en">`, "send nobody the report of another one"} {
		if !strings.Contains(page, want) {
			t.Errorf("the index lacks %s", want)
		}
	}
	if strings.Contains(page, "<script") {
		t.Error("the index has a script")
	}
}

// Tables that are put on pages keep every line, in its order, with its sign and
// figures, and no page has too many.
func TestPagesKeepEveryLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var grids []grid
		want := ""
		for g := range rapid.IntRange(1, 6).Draw(t, "grids") {
			one := grid{head: []string{fmt.Sprint("g", g), "x"}}
			for i := range rapid.IntRange(0, 30).Draw(t, "lines") {
				label := fmt.Sprintf("%d.%d", g, i)
				one.lines = append(one.lines, []string{label, label})
				one.figures = append(one.figures, []*gridFigure{{value: float64(i)}})
				one.signs = append(one.signs, lineSign(1+i%4))
				want += label + " "
			}
			grids = append(grids, one)
		}
		most, got := rapid.IntRange(3, 20).Draw(t, "most"), ""
		for _, parts := range joined(grids) {
			heading := float64(min(1, len(parts)-1))
			heights := make([][]float64, len(parts))
			for i := range parts {
				heights[i] = slices.Repeat([]float64{1}, len(parts[i].lines))
			}
			for _, page := range filled(parts, heights, heading, float64(most)) {
				n := 0
				for i := range page {
					n += len(page[i].lines)
					if len(parts) > 1 {
						n++
					}
					for k, line := range page[i].lines {
						at, err := strconv.Atoi(line[0][strings.Index(line[0], ".")+1:])
						if f := page[i].figure(k, 0); err != nil || f == nil || f.value != float64(at) || page[i].sign(k) != lineSign(1+at%4) {
							t.Fatalf("line %s lost its figure or sign", line[0])
						}
						got += line[0] + " "
					}
				}
				if n > most {
					t.Fatalf("a page has %d lines, more than %d", n, most)
				}
			}
		}
		if got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

func TestColumnWidthsFillThePlace(t *testing.T) {
	r, l := standingOf(t, "nl", 0, position.Peers{Nearest: 15})
	o := newOffice(r, l, charts.Default())
	table := o.gridTable(joined(r.Sections[0].grids)[0])
	sum := 0.0
	for _, w := range table.Widths {
		sum += w
	}
	if len(table.Widths) != len(table.Header) || math.IsNaN(sum) || table.Widths[0] <= table.Widths[1] {
		t.Errorf("widths are %v", table.Widths)
	}
}
