package reports

import (
	"slices"
	"testing"

	"benchmark/charts"
	"benchmark/reports/ooxml"
)

// TestPlotHeights: where a label takes two lines, every bar has room for two: LibreOffice
// leaves out each label that would touch another.
func TestPlotHeights(t *testing.T) {
	plot := func(label string) *ooxml.Plot {
		return &ooxml.Plot{Form: ooxml.Bars, Categories: slices.Repeat([]string{label}, 20), Series: make([]ooxml.Series, 1)}
	}
	short, long := plotHeightOf(plot("WhatsApp – u: ja")), plotHeightOf(plot("WhatsApp: twijfels over veiligheid en privacy – u: nee"))
	if short != 450 || long < 20*2*1.35*pageLabel {
		t.Errorf("%g points of short labels, %g of long ones", short, long)
	}
}

// TestMostPlots: a chart that LibreOffice does not keep brings a picture, of which the text
// alternative names dots where those of the chart are bars.
func TestMostPlots(t *testing.T) {
	r, l := wholeByHand(t, "nl")
	d := &docx{office: newOffice(r, l, charts.Default())}
	var dots *charts.Chart
	for i := range r.Sections {
		for k := range r.Sections[i].Charts {
			if c := &r.Sections[i].Charts[k]; dots == nil && c.Kind == charts.Intervals && native(c) {
				dots = c
			}
		}
	}
	if dots == nil {
		t.Fatal("no chart of dots")
	}
	for range mostPlots + 2 {
		d.plotChart(dots, "Grafiek")
	}
	for i, b := range d.blocks {
		if has := b.Picture != nil; has != (i >= mostPlots) {
			t.Errorf("chart %d of %d has a picture: %t", i+1, len(d.blocks), has)
		}
		if p := b.Picture; p != nil && (len(p.PNG) == 0 || p.Alt == b.Plot.Alt) {
			t.Errorf("the picture of %d bytes is told as the chart is: %s", len(p.PNG), p.Alt)
		}
	}
}
