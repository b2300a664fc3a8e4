package export

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// allocated returns how many bytes f allocates in all.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// TestMemoryInProportion reads workbooks that claim or mark far more than they
// hold. The limit is loose: what it must catch is memory per empty row or per
// cell of the range that the file claims.
func TestMemoryInProportion(t *testing.T) {
	rows := textRow(1, "Nr", "Belt u?", "Chat u?") + textRow(2, "1", "Ja", "Nee") + textRow(3, "2", "Nee", "Ja")
	var empty, styled strings.Builder
	for i := 4; i <= 300000; i++ {
		fmt.Fprintf(&empty, `<row r="%d"/>`, i)
	}
	for i := 4; i <= 60000; i++ {
		fmt.Fprintf(&styled, `<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>`, i, i, i)
	}
	const limit = 24 << 20
	for name, xml := range map[string]string{
		"claimed range": strings.Replace(sheetXML(rows), "<sheetData>", `<dimension ref="A1:XFD1048576"/><sheetData>`, 1),
		"empty rows":    sheetXML(rows + empty.String()),
		"styled rows":   sheetXML(rows + styled.String()),
	} {
		data := book(t, xml)
		var f *File
		if n := allocated(func() { f = mustRead(t, "a.xlsx", data, Options{}) }); n > limit {
			t.Errorf("%s: %d bytes allocated", name, n)
		}
		if f.Rows.Len() != 2 || len(f.Columns) != 3 {
			t.Errorf("%s: %d rows, %d columns", name, f.Rows.Len(), len(f.Columns))
		}
	}
	deep := strings.Replace(sheetXML(rows), "<sheetData>", strings.Repeat("<x>", 100000)+strings.Repeat("</x>", 100000)+"<sheetData>", 1)
	data := book(t, deep)
	if n := allocated(func() { mustFail(t, "a.xlsx", data, Options{}, "nested more than") }); n > limit {
		t.Errorf("nested elements: %d bytes allocated", n)
	}
}
