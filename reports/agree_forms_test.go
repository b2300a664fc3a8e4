package reports

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"benchmark/charts"
)

// A shownTable is a table of a report with the section that it is in.
type shownTable struct {
	section string
	grid
}

// shownTables are all tables that a report shows as text: those of figures with
// their breakdowns, and the others.
func shownTables(r *Report, v *view, figures bool) []shownTable {
	var all []shownTable
	for i := range r.Sections {
		s := &r.Sections[i]
		for k := range s.grids {
			all = append(all, shownTable{s.Title, s.grids[k]})
		}
		for _, t := range s.Tables {
			if !figures {
				continue
			}
			for _, g := range v.grids(t) {
				all = append(all, shownTable{tableTitle(t, v.words), g})
			}
		}
	}
	return all
}

// readLines demands that every line of every table stands in a format, in as many
// parts as its columns take, and that no line there is of no table. Signs are marks
// besides the words. Others are tables that may stand there.
func (k *truth) readLines(tables, others []shownTable, rows [][]string) {
	k.t.Helper()
	byLabel := map[string][]int{}
	for i, row := range rows {
		byLabel[row[0]] = append(byLabel[row[0]], i)
	}
	used := make([]bool, len(rows))
	all := slices.Concat(tables, others)
	for i := range all {
		g := &all[i].grid
		for n := range g.lines {
			want := make([]string, len(g.head))
			for c, cell := range g.lines[n] {
				want[c] = strings.TrimSpace(cell)
			}
			covered := 1
			for _, at := range byLabel[want[0]] {
				if part := rows[at][1:]; !used[at] && covered < len(want) && len(part) > 0 && isPart(part, want, covered) {
					used[at] = true
					covered += advance(part, want, covered)
				}
			}
			if covered < len(want) && i < len(tables) {
				k.fault("%s: the line %q is not whole", all[i].section, want)
			}
		}
	}
	for i, row := range rows {
		if !used[i] && slices.ContainsFunc(row[1:], func(s string) bool { return strings.ContainsAny(s, "0123456789") }) {
			k.fault("the line %q is of no table", row)
		}
	}
}

// isPart reports whether cells go on where those of a line were covered; a part may
// repeat the first figure, that of everyone.
func isPart(part, want []string, covered int) bool { return advance(part, want, covered) > 0 }

func advance(part, want []string, covered int) int {
	for _, repeated := range []int{0, 1} {
		if repeated > 0 && (covered == 1 || len(part) < 2 || part[0] != want[1]) {
			continue
		}
		rest := part[repeated:]
		if covered+len(rest) <= len(want) && slices.Equal(rest, want[covered:covered+len(rest)]) {
			return len(rest)
		}
	}
	return 0
}

// tableRows are the lines of all tables of a format.
func tableRows(t testing.TB, form string, data []byte, words [2]string) [][]string {
	t.Helper()
	var rows [][]string
	of := func(tables []printedTable) {
		for i := range tables {
			rows = append(rows, tables[i].lines...)
		}
	}
	switch form {
	case "markdown":
		of(markdownTables(string(data), words[0], words[1]))
	case "html":
		root := parsePage(t, data)
		var drawn []*node
		for _, figure := range root.all("figure") {
			drawn = append(drawn, figure.all("table")...)
		}
		for _, table := range root.all("table") {
			if !slices.Contains(drawn, table) {
				p := pageTable(table, words[0], words[1])
				rows = append(rows, p.lines...)
			}
		}
	case "docx":
		of(documentTables(t, parts(t, data)["word/document.xml"]))
	case "pptx":
		all := parts(t, data)
		for _, name := range numberedParts(all, `^ppt/slides/slide(\d+)\.xml$`) {
			for _, table := range parsePage(t, []byte(all[name])).all("tbl") {
				for _, tr := range table.all("tr")[1:] {
					var row []string
					for _, c := range tr.all("tc") {
						row = append(row, strings.TrimSpace(c.text))
					}
					rows = append(rows, row)
				}
			}
		}
	}
	sign := regexp.MustCompile(`^[▲▼=?] ?`)
	for _, row := range rows {
		for c := range row {
			row[c] = strings.TrimSpace(sign.ReplaceAllString(row[c], ""))
		}
	}
	return slices.DeleteFunc(rows, func(row []string) bool { return len(row) < 2 })
}

// readBookGrids compares the numbers on the sheets of tables with those of the
// tables, in both directions, to the last digit.
func (k *truth) readBookGrids(all map[string]string, tables []shownTable, s *sources) {
	k.t.Helper()
	want := map[float64]bool{}
	for i := range tables {
		for _, line := range tables[i].figures {
			for _, f := range line {
				if f == nil {
					continue
				}
				for _, x := range []*float64{&f.value, f.low, f.high, whole(f.base)} {
					if x != nil {
						want[*x] = true
					}
				}
			}
		}
	}
	seen := map[float64]bool{}
	for _, sheet := range k.bookSheets(all) {
		if id, _, _ := strings.Cut(sheet.name, " "); !regexp.MustCompile("^" + k.l.OfficeWords().TableLetter + `\d+\.\d+$`).MatchString(id) {
			continue
		}
		for row, cells := range sheet.cells {
			for column, c := range cells {
				x, err := strconv.ParseFloat(c.text, 64)
				if !c.number || err != nil {
					continue
				}
				if seen[x] = true; !want[x] && !s.has(x) {
					k.fault("the sheet %s has %s in row %d, column %d", sheet.name, c.text, row, column)
				}
			}
		}
	}
	for x := range want {
		if !seen[x] && !math.IsNaN(x) {
			k.fault("the number %v is on no sheet", x)
		}
	}
}

// TestAgreeEveryKind reads the tables of every kind of report back from every
// format, and looks up their numbers in the JSON.
func TestAgreeEveryKind(t *testing.T) {
	theme := charts.Default()
	for _, language := range []string{"nl", "en"} {
		l := localeFor(t, language)
		for kind, r := range everyKind(t, l) {
			t.Run(language+" "+kind, func(t *testing.T) {
				t.Parallel()
				s := sourcesOf(t, r, l, render(t, JSON, r, l))
				v := newView(r, l)
				k := &truth{t: t, report: r, l: l}
				tables, grids := shownTables(r, v, true), shownTables(r, v, false)
				said := slices.DeleteFunc(sentencesOf(r), func(f saidText) bool { // assumptions are no figures
					return kind == "capacity" && strings.HasPrefix(f.where, "method: ")
				})
				k.where = "tables"
				for i := range tables {
					if title := tables[i].section; title != l.Forecast().Headings().Assumed && title != l.Capacity().Headings().Assumptions {
						k.readGrids(s, title, &tables[i].grid)
					}
				}
				var others []shownTable // an appendix has every table
				for i := range r.Study.Tables {
					for _, g := range v.grids(&r.Study.Tables[i]) {
						others = append(others, shownTable{r.Study.Tables[i].ID, g})
					}
				}
				k.where, k.faults = "sentences", 0
				k.readSentences(s, said)
				words := [2]string{l.Report().Columns().Total, l.Report().Columns().Group}
				for form, f := range map[string]Renderer{"markdown": Markdown, "html": HTML(theme)} {
					k.where, k.faults = form, 0
					k.readLines(tables, others, tableRows(t, form, render(t, f, r, l), words))
				}
				k.readTexts(grids)
				k.where, k.faults = "charts", 0
				drawn, data := k.readDrawn(s, kind != "report") // TestAgree reads those of a study
				for i, c := range drawn {
					k.readHeadline(c, data[i])
				}
				if kind != "report" {
					k.readPictures(drawn, data, parsePage(t, render(t, HTML(theme), r, l)).all("figure"))
				}
				if language == "en" {
					return // Office files differ in their words alone
				}
				if kind != "report" && kind != "versus" {
					for form, f := range map[string]Renderer{"docx": DOCX(theme), "pptx": PPTX(theme)} {
						k.where, k.faults = "charts of "+form, 0
						k.readCaches(parts(t, render(t, f, r, l)), data, slices.ContainsFunc(drawn, native))
					}
				}
				r := bare(r)
				k.where, k.faults = "docx", 0
				k.readLines(tables, others, tableRows(t, "docx", render(t, DOCX(theme), r, l), words))
				k.where, k.faults = "xlsx", 0
				k.readBookGrids(parts(t, render(t, XLSX(theme), r, l)), grids, s)
				k.where, k.faults = "pptx", 0
				k.readLines(grids, others, tableRows(t, "pptx", render(t, PPTX(theme), r, l), words))
			})
		}
	}
}

// bare is a report without its charts, which cost the most to write.
func bare(r *Report) *Report {
	plain := *r
	plain.Sections = slices.Clone(r.Sections)
	for i := range plain.Sections {
		plain.Sections[i].Charts = nil
	}
	return &plain
}

// readTexts reads a report as text of two widths, and its summary for e-mail.
func (k *truth) readTexts(grids []shownTable) {
	k.t.Helper()
	for _, width := range []int{80, 120} {
		k.where, k.faults = fmt.Sprintf("text of %d columns", width), 0
		k.readLaidOut(grids, string(render(k.t, Text(Screen{Width: width}), k.report, k.l)))
	}
	k.where, k.faults = "email", 0
	k.readEmail(string(render(k.t, Email, k.report, k.l)))
}
