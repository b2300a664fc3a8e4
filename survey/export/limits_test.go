package export

import (
	"strings"
	"testing"
)

// TestMostColumns reads a sheet as wide as there are.
func TestMostColumns(t *testing.T) {
	var head, row strings.Builder
	for range maxColumns {
		head.WriteString(`<c t="inlineStr"><is><t>v</t></is></c>`)
		row.WriteString(`<c><v>1</v></c>`)
	}
	xml := sheetXML("<row>" + head.String() + "</row><row>" + row.String() + "</row>")
	f := mustRead(t, "a.xlsx", book(t, xml), Options{HeaderRows: []int{1}})
	if len(f.Columns) != maxColumns || f.Columns[maxColumns-1].Letter != "XFD" {
		t.Errorf("%d columns, the last is %s", len(f.Columns), f.Columns[len(f.Columns)-1].Letter)
	}
	mustFail(t, "a.xlsx", book(t, strings.Replace(xml, "</row>", `<c><v>1</v></c></row>`, 1)), Options{}, "row 1")
}

// TestMemoryIsTold refuses what takes more memory than may be used, before it is
// read.
func TestMemoryIsTold(t *testing.T) {
	csv := []byte("a;b\n" + strings.Repeat("1;2\n", 1<<19))
	xlsx := book(t, sheetXML(textRow(1, "a", "b")+textRow(2, "c", "d")+strings.Repeat("<row/>", 1<<19)))
	for name, data := range map[string][]byte{"a.csv": csv, "a.xlsx": xlsx} {
		mustFail(t, name, data, Options{Memory: 1 << 20}, "MB of memory, and 1 MB may be used", "GOMEMLIMIT")
		mustRead(t, name, data, Options{Memory: 1 << 30, HeaderRows: []int{1}})
	}
}
