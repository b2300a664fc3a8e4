package reports

import (
	"slices"
	"testing"

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
