package codebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const dualStructure = "class\ttype/scale\tname\trelevance\ttext\tlanguage\tdualscale_headerA\tdualscale_headerB\n" +
	"S\t\tsid\t\t1\t\t\t\nG\t\tG\t1\t\tnl\t\t\n" +
	"Q\t1\tdual\t1\tHoe gaat het met deze kanalen?\tnl\tGebruik\tBelang\n" +
	"SQ\t0\tSQ001\t1\tTelefoon\tnl\t\t\nSQ\t0\tSQ002\t1\tBalie\tnl\t\t\n" +
	"A\t0\tA1\t\tVeel in gebruik\tnl\t\t\nA\t0\tA2\t\tZelden in gebruik\tnl\t\t\n" +
	"A\t1\tA1\t\tVan groot belang\tnl\t\t\nA\t1\tA2\t\tVan klein belang\tnl\t\t\n"

// The two scales of an array share their codes and not their wordings; with codes
// or wordings as headings the columns are the same ones.
func TestLimeSurveyDualScaleStructure(t *testing.T) {
	rows := []string{"1;2024-03-04 10:00:00;2;nl;A1;A2;A2;A1", "2;2024-03-04 10:00:00;2;nl;A2;A1;A2;A2", "3;2024-03-04 10:00:00;2;nl;A1;A2;A1;A2", "4;2024-03-04 10:00:00;2;nl;A1;A1;A2;"}
	for _, heads := range []string{
		"dual[SQ001#0];dual[SQ001#1];dual[SQ002#0];dual[SQ002#1]",
		"Hoe gaat het met deze kanalen? [SQ001][Schaal 1];Hoe gaat het met deze kanalen? [SQ001][Schaal 2];Hoe gaat het met deze kanalen? [SQ002][Schaal 1];Hoe gaat het met deze kanalen? [SQ002][Schaal 2]",
	} {
		f := exportedLines(t, append([]string{"id;submitdate;lastpage;startlanguage;" + heads}, rows...)...)
		got := outline(apply(t, read(t, dualStructure).For(f), f))
		want := []string{
			"4 of 4",
			"Hoe gaat het met deze kanalen? [Gebruik] [Telefoon]: single 4, Veel in gebruik 3, Zelden in gebruik 1",
			"Hoe gaat het met deze kanalen? [Gebruik] [Balie]: single 4, Veel in gebruik 1, Zelden in gebruik 3",
			"Hoe gaat het met deze kanalen? [Belang] [Telefoon]: single 4, Van groot belang 2, Van klein belang 2",
			"Hoe gaat het met deze kanalen? [Belang] [Balie]: single 3, Van groot belang 1, Van klein belang 2",
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", heads, diff)
		}
	}
}
