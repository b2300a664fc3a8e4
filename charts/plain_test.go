package charts

import (
	"bytes"
	"strings"
	"testing"
)

// A character that the font lacks is drawn as a box, and told.
func TestUndrawn(t *testing.T) {
	c := dotsOf(Intervals, "Rij %d", 0.2, 0.4)
	c.Rows[1].Label = "kruis ✗ 漢字 ✗"
	got, err := Undrawn(c, Default())
	if err != nil || got != "✗漢字" {
		t.Errorf("undrawn %q, %v", got, err)
	}
	if got, err := Undrawn(dotsOf(Intervals, "Rij %d", 0.2, 0.4), Default()); err != nil || got != "" {
		t.Errorf("undrawn %q, %v", got, err)
	}
	var b bytes.Buffer
	if err := PNG(&b, c, Usual()); err != nil {
		t.Error(err)
	}
	b.Reset()
	if err := SVG(&b, c, Usual()); err != nil || !strings.Contains(b.String(), "漢字") {
		t.Errorf("%v, or the reader's own font has nothing to show", err)
	}
}

// What is not seen does not reach a picture or its data, and text stays text there.
func TestTextsOfChartsAreInert(t *testing.T) {
	c := dotsOf(Intervals, "Rij %d", 0.2, 0.4)
	c.Rows[0].Label, c.Title = "om\u202egekeerd\u2066", "<b>\x1b[31m\u200b"
	c.Data = Data{Header: []string{"label", "value"}, Records: [][]string{{"=1+1", "-0.5"}, {"\t@SUM(A1)\u202e", "1"}}}
	var b bytes.Buffer
	if err := SVG(&b, c, Usual()); err != nil {
		t.Fatal(err)
	}
	if err := CSV(&b, c); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String(), "\u202e\u2066\u200b\x1b") || strings.Contains(b.String(), "<b>") {
		t.Errorf("%q", b.String())
	}
	if want := "label,value\n'=1+1,-0.5\n'@SUM(A1),1\n"; !strings.HasSuffix(b.String(), want) {
		t.Errorf("the data end in %q", b.String()[b.Len()-60:])
	}
	if c.Rows[0].Label != "om\u202egekeerd\u2066" {
		t.Error("writing a chart changes it")
	}
}
