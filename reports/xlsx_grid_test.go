package reports

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"benchmark/analysis/position"
	"benchmark/charts"
)

// TestRowsHaveRoom: a text that is wrapped on a sheet lies over no other row, whatever
// stands beside it.
func TestRowsHaveRoom(t *testing.T) {
	r, l := standingOf(t, "nl", 0, position.Peers{})
	long := strings.Repeat("een lang antwoord ", 12)
	g := grid{title: "Ruimte", head: []string{"Vraag", "Wat", "n"}, words: 1, lines: [][]string{{"kort", long, "5"}, {"kort", "kort", "5"}, {long, "kort", "een woord of wat te veel"}}}
	r.Sections = append(r.Sections[:1:1], Section{Title: "Ruimte", grids: []grid{g}})
	f := open(t, render(t, XLSX(charts.Default()), r, l))
	at := slices.IndexFunc(f.GetSheetList(), func(name string) bool { return strings.HasSuffix(name, "Ruimte") })
	if at < 0 {
		t.Fatalf("no sheet of the section: %q", f.GetSheetList())
	}
	sheet := f.GetSheetList()[at]
	for row, line := range g.lines {
		lines := 1.0
		for c, name := range []string{"A", "B", "C"} {
			width, err := f.GetColWidth(sheet, name)
			if err != nil {
				t.Fatal(err)
			}
			lines = math.Max(lines, wrappedLines(line[c], width))
		}
		height, err := f.GetRowHeight(sheet, row+2)
		if err != nil || height < lines*pointsOfRow {
			t.Errorf("row %d is %g points high, %v; %g lines need %g", row+2, height, err, lines, lines*pointsOfRow)
		}
	}
}

// TestHeadsHaveRoom: the heads of columns that are read are whole, and none of their words
// is broken.
func TestHeadsHaveRoom(t *testing.T) {
	standing, l := standingOf(t, "nl", 0, position.Peers{})
	whole, _ := wholeByHand(t, "nl")
	heads := 0
	for _, r := range []*Report{standing, whole} {
		f := open(t, render(t, XLSX(charts.Default()), r, l))
		for _, sheet := range f.GetSheetList()[1:] {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			height, err := f.GetRowHeight(sheet, 1)
			for c, head := range rows[0] {
				name, _ := excelize.ColumnNumberToName(c + 1) // fails for numbers below 1 alone
				width, _ := f.GetColWidth(sheet, name)
				if level, _ := f.GetColOutlineLevel(sheet, name); level > 0 {
					continue
				}
				heads++
				if need := wrappedLines(head, width-1) * pointsOfRow; err != nil || height < need {
					t.Errorf("%s: the head %q needs %g points of %g, %v", sheet, head, need, height, err)
				}
				for word := range strings.FieldsSeq(head) {
					if n := utf8.RuneCountInString(word); float64(n) > width && n < 2*figureWidth {
						t.Errorf("%s: the word %q is wider than %g", sheet, word, width)
					}
				}
			}
		}
	}
	if heads < 100 {
		t.Errorf("%d heads were measured", heads)
	}
}

// TestPicturesHavePages: on paper no picture is torn: each after the first on a sheet begins
// a page.
func TestPicturesHavePages(t *testing.T) {
	l, pictures := localeFor(t, "en"), 0
	r := everyKind(t, l)["forecast"]
	data := render(t, XLSX(charts.Default()), r, l)
	f, all := open(t, data), parts(t, data)
	for i, sheet := range f.GetSheetList() {
		cells, err := f.GetPictureCells(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range cells[min(1, len(cells)):] {
			pictures++
			_, row, _ := excelize.CellNameToCoordinates(cell) // of a cell that was read
			if title := fmt.Sprintf(`<brk id="%d" `, row-2); !strings.Contains(all[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)], title) {
				t.Errorf("%s: the picture at %s does not begin a page with its title", sheet, cell)
			}
		}
	}
	if pictures == 0 {
		t.Error("no sheet has two pictures")
	}
}
