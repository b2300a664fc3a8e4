package reports

import (
	"strconv"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/charts"
)

// Every figure in the tables of the appendix is that of the study, rounded, and
// every one of the study is there.
func TestHTMLFiguresAreThoseOfTheStudy(t *testing.T) {
	r, l := build(t, "nl")
	p := newWebPage(charts.Default(), r, l)
	root := parsePage(t, render(t, HTML(charts.Default()), r, l))
	seen := 0
	for _, s := range r.Sections {
		for _, table := range s.Tables {
			if groupwise(table) {
				continue
			}
			total := tableOf(t, root, p.first[table])
			for i, row := range rows(table) {
				e := table.Cells[row][0]
				got := strings.TrimSpace(total[i][1])
				if e.Status != analysis.Estimated {
					if strings.ContainsAny(strings.Map(unraised, got), "0123456789") {
						t.Errorf("%s: %q where there is no figure", table.ID, got)
					}
					continue
				}
				want := l.Number(e.Value)
				switch table.Rows[row].Measure {
				case analysis.Share:
					decimals := 0
					if e.Base >= 50 {
						decimals = 1
					}
					want = l.Percent(e.Value, decimals)
				case analysis.Mean, analysis.TrimmedMean:
					want = l.Decimal(e.Value, 1)
				case analysis.Count:
					want = l.Integer(int(e.Value))
				}
				if strings.Map(unraised, got) != want {
					t.Errorf("%s, %s: %q on the page, %q in the study", table.ID, table.Rows[row].Key, got, want)
				}
				seen++
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d figures were compared", seen)
	}
}

// unraised leaves out the marks of footnotes.
func unraised(r rune) rune {
	if strings.ContainsRune(string(raised[:]), r) {
		return -1
	}
	return r
}

// tableOf returns the cells of a table of the appendix, without its bases.
func tableOf(t *testing.T, root *node, n int) [][]string {
	t.Helper()
	for _, d := range root.all("div") {
		if d.attr["id"] != "table-"+strconv.Itoa(n) {
			continue
		}
		var cells [][]string
		for _, r := range d.all("tbody")[0].all("tr") {
			if r.attr["class"] == "base" {
				continue
			}
			var line []string
			for _, c := range r.all("th", "td") {
				line = append(line, c.text)
			}
			cells = append(cells, line)
		}
		return cells
	}
	t.Fatalf("there is no table %d", n)
	return nil
}

func TestEmailIsShort(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		r, l := build(t, language)
		mail := string(render(t, Email, r, l))
		lines := strings.Split(strings.TrimRight(mail, "\n"), "\n")
		if len(lines) > emailLines {
			t.Errorf("%d lines", len(lines))
		}
		for _, line := range lines {
			if cells(line) > emailWidth {
				t.Errorf("%d columns: %s", cells(line), line)
			}
		}
		for _, want := range []string{clean(r.Title), r.Notices[0][:20], "WhatsApp", l.Report().Facts().Margins} {
			if !strings.Contains(mail, want) {
				t.Errorf("%q is not in\n%s", want, mail)
			}
		}
	}
}
