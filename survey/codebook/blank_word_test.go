package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A program that writes a word where a cell was empty makes no answer of it. The
// counts were made by hand from the rows.
func TestWordForBlank(t *testing.T) {
	header := "Wat is uw organisatie?,Welke kanalen biedt u? [Telefoon],Welke kanalen biedt u? [Chat],Hoe tevreden bent u over de chat?,Hoeveel fte werken er?,Opmerkingen"
	var written, empty []string
	for i := range 10 {
		row := []string{"Gemeente", "1", "", "Tevreden", "12", ""}
		if i%2 == 1 {
			row = []string{"Provincie", "", "1", "Ontevreden", "30", "Het kan vooral nog een stuk beter met de chat"}
		}
		if i == 4 {
			row[4] = ""
		}
		if i > 7 {
			row[3] = ""
		}
		empty = append(empty, strings.Join(row, ","))
		for k := range row {
			if row[k] == "" {
				row[k] = "NA"
			}
		}
		written = append(written, strings.Join(row, ","))
	}
	f := exported(t, header, written...)
	cb := Infer(f)
	if diff := cmp.Diff([]string{"NA"}, cb.Missing); diff != "" {
		t.Errorf("missing (-want +got)\n%s", diff)
	}
	s := apply(t, cb, f)
	want := []string{
		"A single Wat is uw organisatie? 10: Gemeente=5 Provincie=5",
		"BC multiple Welke kanalen biedt u? 10: Telefoon=5 Chat=5",
		"D scale Hoe tevreden bent u over de chat? 8: Ontevreden=4 Tevreden=4",
		"E number Hoeveel fte werken er? 9:",
		"F open Opmerkingen 5:",
	}
	if diff := cmp.Diff(want, questionsOf(s)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"blank-word"}, codesOf(s)); diff != "" {
		t.Errorf("issues (-want +got)\n%s", diff)
	}
	plain := exported(t, header, empty...)
	if diff := cmp.Diff(questionsOf(apply(t, Infer(plain), plain)), questionsOf(s)); diff != "" {
		t.Errorf("other than with empty cells (-want +got)\n%s", diff)
	}
}

// An option of that wording stays one: in a file with blank cells, or where no
// number is missing.
func TestWordIsAnOption(t *testing.T) {
	for name, rows := range map[string][]string{
		"blank cells":       {"Ja,NA,NA,12,NA", "Nee,,,,", "NA,Nee,Ja,NA,", ",,Ja,3,"},
		"no number missing": {"Ja,NA,NA,12,Ja", "Nee,NA,Nee,4,NA", "NA,Nee,Ja,3,Nee", "Ja,Nee,Ja,3,Nee"},
	} {
		f := exported(t, "Wilt u A?,Wilt u B?,Wilt u C?,Hoeveel stuks?,Wilt u E?", rows...)
		if cb := Infer(f); len(cb.Missing) > 0 {
			t.Errorf("%s: missing: %v", name, cb.Missing)
		}
	}
}

// Base R writes NA among numbers, and leaves texts empty.
func TestWordAmongNumbers(t *testing.T) {
	f := exported(t, "Wat is uw organisatie?,Hoeveel fte werken er?,Hoeveel vragen per dag?,Hoeveel klachten per jaar?",
		"Gemeente,NA,120,NA", ",12,NA,4", "Gemeente,30,44,9", "Provincie,NA,81,15", ",7,NA,NA")
	cb := Infer(f)
	if diff := cmp.Diff([]string{"NA"}, cb.Missing); diff != "" {
		t.Errorf("missing (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"blank-word"}, codesOf(apply(t, cb, f))); diff != "" {
		t.Errorf("issues (-want +got)\n%s", diff)
	}
}
