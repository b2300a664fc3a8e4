package spss

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fixture reads a file of testdata, see testdata/make.R and testdata/make.sps.
func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// mustRead reads a file that is sound.
func mustRead(t testing.TB, name string, data []byte) *File {
	t.Helper()
	f, err := Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// cells shows the answers to a variable: "." system-missing, "[x]" user-missing.
func cells(v *Variable) []string {
	var out []string
	n := len(v.Codes) + len(v.Numbers)
	for i := range n {
		var s string
		if v.IsString() {
			s = v.Text(i)
		} else if iso, ok := v.ISO(i); ok {
			s = iso
		} else {
			s = number(v.Numbers[i])
		}
		switch v.State(i) {
		case SystemMissing:
			s = "."
		case NotFinite:
			s = "!"
		case UserMissing:
			s = "[" + s + "]"
		}
		out = append(out, s)
	}
	return out
}

// TestHaven checks the three packings of one table that haven wrote; the truth
// is the data frame in testdata/make.R.
func TestHaven(t *testing.T) {
	long := strings.Repeat("De gemeente antwoordt traag, maar beleefd. ", 15) + "Één slot."
	yes, no := []ValueLabel{{Number: 1, Label: "Telefoon"}, {Number: 2, Label: "E-mail"}, {Number: 8, Label: "Weet niet"}, {Number: 9, Label: "Geen antwoord"}}, []ValueLabel(nil)
	want := []struct {
		name, short, label string
		width              int
		kind               Kind
		format             Format
		measure            Measure
		labels             []ValueLabel
		missing            Missing
		cells              []string
	}{
		{"respondent_number", "RESPONDE", "Volgnummer", 0, Number, Format{"F", 8, 2}, Scale, no, Missing{}, []string{"1", "2", "3", "4", "5", "6"}},
		{"kanaal", "KANAAL", "Welk kanaal gebruikt u het vaakst? (één antwoord)", 0, Number, Format{"F", 8, 2}, Scale, yes,
			Missing{Numbers: []float64{8, 9}}, []string{"1", "2", "[9]", "[8]", ".", "1"}},
		{"wachttijd", "WACHTTIJ", "Wachttijd in minuten", 0, Number, Format{"F", 8, 2}, Scale, no,
			Missing{Range: &Range{Low: -math.MaxFloat64, High: -1, Lowest: true}}, []string{"12.5", "[-99]", "[-3]", "7", "1e+06", "."}},
		{"rapport", "RAPPORT", "", 0, Number, Format{"F", 8, 2}, Scale, no,
			Missing{Numbers: []float64{0}, Range: &Range{Low: 90, High: math.MaxFloat64, Highest: true}}, []string{"7", "[97]", "[99]", "[0]", "10", "5"}},
		{"klein", "KLEIN", "", 0, Number, Format{"F", 8, 2}, Scale, no, Missing{}, []string{"-100", "-99", "151", "152", "0.1", "2"}},
		{"datum", "DATUM", "", 0, Date, Format{"DATE", 11, 0}, Scale, no, Missing{},
			[]string{"2018-10-02", "1582-10-15", ".", "2024-02-29", "1970-01-01", "2000-12-31"}},
		{"tijdstip", "TIJDSTIP", "", 0, DateTime, Format{"DATETIME", 20, 0}, Scale, no, Missing{}, []string{"2018-10-02T09:14:00", ".",
			"2024-02-29T23:59:59", "1970-01-01T00:00:00", "1999-12-31T12:00:00", "2030-06-15T06:30:15"}},
		{"duur", "DUUR", "", 0, Time, Format{"TIME", 8, 0}, Scale, no, Missing{}, []string{"00:00:59", "01:00:00", ".", "25:01:01", "00:00:00", "00:00:01"}},
		{"soort", "SOORT", "Soort organisatie", 4, String, Format{"A", 4, 0}, Nominal,
			[]ValueLabel{{Text: "gem", Label: "Gemeente"}, {Text: "prov", Label: "Provincie"}, {Text: "xx", Label: "Onbekend"}},
			Missing{Texts: []string{"xx"}}, []string{"gem", "prov", "[xx]", "", "gem", "rijk"}},
		{"plaats", "PLAATS", "Plaats", 17, String, Format{"A", 17, 0}, Nominal, []ValueLabel{{Text: "Liège", Label: "Luik"}}, Missing{},
			[]string{"'s-Hertogenbosch", "Liège", "Súdwest-Fryslân", "", "Gent", "Liège"}},
		{"toelichting", "TOELICHT", "", 656, String, Format{"A", 656, 0}, Nominal, no, Missing{},
			[]string{long, "kort", "", "äöü €", long, strings.Repeat("x", 256)}},
		{"tevreden", "TEVREDEN", "", 0, Number, Format{"F", 8, 2}, Scale,
			[]ValueLabel{{Number: 1, Label: "zeer ontevreden"}, {Number: 5, Label: "zeer tevreden"}}, Missing{}, []string{"1", "2", "3", "4", "5", "3"}},
		{"klasse", "KLASSE", "", 0, Number, Format{"F", 8, 0}, Ordinal,
			[]ValueLabel{{Number: 1, Label: "klein"}, {Number: 2, Label: "midden"}, {Number: 3, Label: "groot"}}, Missing{}, []string{"1", "3", "1", ".", "2", "3"}},
	}
	for packing, name := range []string{"haven-none.sav", "haven-byte.sav", "haven-zlib.zsav"} {
		f := mustRead(t, name, fixture(t, name))
		if f.Packing != Packing(packing) || f.Cases != 6 || f.Weight != -1 || f.Encoding != "utf-8" || f.BigEndian || len(f.Doubts) > 0 || len(f.Variables) != len(want) {
			t.Errorf("%s: %+v", name, f)
		}
		for i, w := range want {
			v := &f.Variables[i]
			if v.Name != w.name || v.Short != w.short || v.Label != w.label || v.Width != w.width || v.Kind != w.kind || v.Format != w.format || v.Measure != w.measure {
				t.Errorf("%s: %s is %+v, want %+v", name, w.name, v, w)
			}
			for what, pair := range map[string][2]any{"labels": {w.labels, v.Labels}, "missing": {w.missing, v.Missing}, "cells": {w.cells, cells(v)}} {
				if d := cmp.Diff(pair[0], pair[1]); d != "" {
					t.Errorf("%s: %s: %s:\n%s", name, w.name, what, d)
				}
			}
		}
	}
}

// TestHavenWidths checks strings around the borders of slots and segments.
func TestHavenWidths(t *testing.T) {
	f := mustRead(t, "haven-widths.sav", fixture(t, "haven-widths.sav"))
	widths := []int{1, 7, 8, 9, 16, 252, 253, 255, 256, 504, 505, 510, 511, 1000}
	if len(f.Variables) != len(widths)+1 {
		t.Fatalf("%d variables", len(f.Variables))
	}
	for i, n := range widths {
		v := &f.Variables[i]
		if v.Width != n || v.Text(0) != strings.Repeat("a", n-1)+"z" || v.Measure != Nominal {
			t.Errorf("%s: width %d, measure %d, %q", v.Name, v.Width, v.Measure, v.Text(0))
		}
	}
	if last := f.Variables[len(widths)]; last.Name != "n" || last.Measure != Scale || last.Numbers[0] != 1 {
		t.Errorf("after the long strings: %+v", last)
	}
}

// TestPSPP checks the three packings of one table that PSPP wrote; the truth is
// testdata/make.sps.
func TestPSPP(t *testing.T) {
	for _, name := range []string{"pspp-none.sav", "pspp-byte.sav", "pspp-zlib.zsav"} {
		f := mustRead(t, name, fixture(t, name))
		if f.Label != "Proefbestand met sets" || f.Cases != 3 || f.Weight != 7 || f.EncodingFrom != SourceName || len(f.Doubts) > 0 {
			t.Errorf("%s: %+v", name, f)
		}
		if len(f.Notes) < 2 || f.Notes[0] != "Eerste regel." || f.Notes[1] != "Tweede regel." {
			t.Errorf("%s: notes %q", name, f.Notes)
		}
		wantSets := []Set{
			{Name: "$kanalen", Label: "Gebruikte kanalen", Counted: "1", CountedNumber: 1, Variables: []int{0, 1, 2}},
			{Name: "$keus", Label: "Eerste en tweede keus", Kind: Categorical, Variables: []int{3, 4}},
			{Name: "$tellen", Label: "Geteld", Counted: "1", CountedNumber: 1, LabelsFromValues: true, Variables: []int{0, 1}},
			{Name: "$woord", Counted: "1", CountedNumber: 1, LabelsFromValues: true, LabelFromVariable: true, Variables: []int{0, 2}},
		}
		if d := cmp.Diff(wantSets, f.Sets); d != "" {
			t.Errorf("%s: sets:\n%s", name, d)
		}
		got := map[string][]string{}
		for i := range f.Variables {
			got[f.Variables[i].Name] = cells(&f.Variables[i])
		}
		want := map[string][]string{
			"telefoon": {"1", "0", "1"}, "website": {"0", "0", "1"}, "email": {"1", ".", "1"},
			"eerste": {"1", "3", "[99]"}, "tweede": {"2", "[98]", "[-5]"}, "oordeel": {"Ja", "Nee", "[n.v]"},
			"naam": {"Gemeente Ooststad", "[onbekend]", "Provincie"}, "gewicht": {"1.5", "0.5", "1"},
			"datum": {"2019-12-31", "2020-01-01", "2020-02-29"}, "maand": {"2020-01-01", "2021-02-01", "1999-04-01"},
			"wekdag": {"2", "7", "1"}, "bedrag": {"1234.5", ".", "12"},
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: cells:\n%s", name, d)
		}
		naam, tweede := f.Variables[6], f.Variables[4]
		if label, ok := naam.TextLabel("onbekend"); !ok || label != "Niet opgegeven" || naam.Label != "Naam van de organisatie" {
			t.Errorf("%s: naam: %q %q", name, label, naam.Label)
		}
		if label, ok := tweede.NumberLabel(98); !ok || label != "weet niet" || tweede.Measure != Scale || f.Variables[3].Measure != Ordinal {
			t.Errorf("%s: tweede: %+v", name, tweede)
		}
		if d := cmp.Diff(Missing{Texts: []string{"onbekend", "geen"}}, naam.Missing); d != "" {
			t.Errorf("%s: missing of a long string:\n%s", name, d)
		}
	}
}
