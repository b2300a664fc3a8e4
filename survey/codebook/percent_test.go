package codebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPercentages reads the same shares as a workbook has them and as a Dutch
// and an English text file do.
func TestPercentages(t *testing.T) {
	for _, cells := range [][]string{{"#45%", "#12.5%", "#100%", "#45%"}, {"45%", "12,5%", "100 %", "45 %"}, {"45%", "12.5%", "100%", "45%"}} {
		rows := make([]string, len(cells))
		for i, cell := range cells {
			rows[i] = cell + "|goed"
		}
		f := sheet([]string{"Welk deel van de vragen is telefonisch?", "Oordeel?"}, rows...)
		s := apply(t, Infer(f), f)
		if diff := cmp.Diff([]float64{45, 12.5, 100, 45}, s.Columns[0].Numbers()); diff != "" || s.Questions[0].Unit != "%" {
			t.Errorf("%q: unit %q, %s", cells, s.Questions[0].Unit, diff)
		}
	}
}
