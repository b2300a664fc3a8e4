package export

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestCellsHoweverWritten draws cells and writes them as nearly every program does, and
// in another order with blanks: what is read of them is the same.
func TestCellsHoweverWritten(t *testing.T) {
	shared := part{"xl/sharedStrings.xml", "<sst " + nsMain + "><si><t>Ja</t></si><si><t>Nee, nooit</t></si></sst>"}
	cell := rapid.SampledFrom([]string{
		"", "", "|1", "|2.50", "|-3", "|1E2", "|1234567.125", "|00", `t="s"|0`, `t="s"|1`, `t="s"|0`, `t="str"|ja`, `t="b"|1`, `s="0"|7`, `s="1"|43290`, `s="2"|0.5`, `s="0" t="s"|1`, `s="0"| 7`,
		"|1234567", "|12345678", "|a1", "|1&amp;", "|-", "|&#49;2", "|1\t", `t="s"|01`, `t="s"|2`, `s="000000"|7`, `s="123456789"|7`, `s="123456789012"|7`, `s=""|7`,
	})
	rapid.Check(t, func(rt *rapid.T) {
		usual, other := textRow(1, "Nr", "Belt u?", "Chat u?"), textRow(1, "Nr", "Belt u?", "Chat u?")
		number, left := 1, rapid.SampledFrom([]int{0, 24, 701}).Draw(rt, "left")
		for range rapid.IntRange(1, 20).Draw(rt, "rows") {
			number += rapid.SampledFrom([]int{1, 1, 1, 2, 99, 200000}).Draw(rt, "step")
			usual, other = fmt.Sprintf(`%s<row r="%d">`, usual, number), fmt.Sprintf(`%s<row r="%d">`, other, number)
			for col := left; col < left+3; col++ {
				attributes, value, some := strings.Cut(cell.Draw(rt, "cell"), "|")
				if !some {
					continue
				}
				if attributes != "" {
					attributes = " " + attributes
				}
				usual += fmt.Sprintf(`<c r="%s"%s><v>%s</v></c>`, address(number, col), attributes, value)
				other += fmt.Sprintf(`<c%s r="%s" ><v >%s</v></c >`, attributes, address(number, col), value)
			}
			usual, other = usual+"</row>", other+"</row>"
		}
		a, errA := Read("a.xlsx", book(t, sheetXML(usual), shared), Options{HeaderRows: []int{1}})
		b, errB := Read("a.xlsx", book(t, sheetXML(other), shared), Options{HeaderRows: []int{1}})
		if errA != nil || errB != nil {
			if fmt.Sprint(errA) != fmt.Sprint(errB) {
				rt.Errorf("%v, and the other way %v", errA, errB)
			}
			return
		}
		a.SHA256, b.SHA256, a.Size, b.Size = "", "", 0, 0
		if diff := cmp.Diff(a, b); diff != "" {
			rt.Errorf("the usual cells and others:\n%s", diff)
		}
	})
}

// TestNumberAt draws what may follow <v> and looks for the number in it byte by byte.
func TestNumberAt(t *testing.T) {
	parts := rapid.SampledFrom([]string{"0", "1", "9", "-", "+", ".", ",", "/", "*", ":", "e", ";", "<", "<", "=", "é", "\x80", "\x00", " ", "\xbc"})
	rapid.Check(t, func(rt *rapid.T) {
		b := []byte(strings.Join(rapid.SliceOfN(parts, 8, 12).Draw(rt, "parts"), ""))
		want := bytes.IndexByte(b[:8], '<')
		if want < 0 || bytes.ContainsFunc(b[:want], func(r rune) bool { return r < '+' || r > '9' }) {
			want = 0
		}
		if got, key := numberAt(b); got != want || want > 0 && key != keyOf(b[:want]) {
			rt.Errorf("%q: %d bytes with the key %x, want %d", b, got, key, want)
		}
	})
}
