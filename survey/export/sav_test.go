package export

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey/export/spss"
)

// savFile reads a fixture of package spss, which its make.sps and make.R wrote.
func savFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("spss", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestSPSS has its truth from make.sps: two sets, user-missing values, a weight.
func TestSPSS(t *testing.T) {
	want := []string{
		"A 0 telefoon: Gebruikte kanalen [Telefoon gebruikt] =1 =0 =1",
		"B 0 website: Gebruikte kanalen [Website gebruikt] =0 =0 =1",
		"C 0 email: Gebruikte kanalen [E-mail gebruikt] =1  =1",
		"M 1 $keus_1: Eerste en tweede keus [telefoon] =1 =0 ",
		"N 1 $keus_2: Eerste en tweede keus [balie] =1 =0 ",
		"O 1 $keus_3: Eerste en tweede keus [post] =0 =1 ",
		"F 2 oordeel: oordeel [] mee eens mee oneens ",
		"G 3 naam: Naam van de organisatie [] Gemeente Ooststad  Provincie",
		"H 4 gewicht: gewicht [] =1.5 =0.5 =1",
		"I 5 datum: datum [] =2019-12-31 =2020-01-01 =2020-02-29",
		"J 6 maand: maand [] =2020-01-01 =2021-02-01 =1999-04-01",
		"K 7 wekdag: wekdag [] =2 =7 =1",
		"L 8 bedrag: bedrag [] =1234.5  =12",
	}
	for _, name := range []string{"pspp-byte.sav", "pspp-none.sav", "pspp-zlib.zsav"} {
		f := mustRead(t, name, savFile(t, name), Options{})
		if diff := cmp.Diff(want, described(f)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		got := [][]string{args(f, DecisionFormat), args(f, DecisionEncoding), args(f, DecisionUserMissing), args(f, DecisionWeight)}
		if diff := cmp.Diff([][]string{{"sav"}, {"utf-8", "spss-name"}, {"4", "eerste: 1 (geen antwoord: 1); tweede: 2 (-5: 1, weet niet: 1); oordeel: 1; naam: 1 (Niet opgegeven: 1)"}, {"gewicht"}}, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// described lists the columns with their cells, "=" before a typed one.
func described(f *File) []string {
	var list []string
	for i := range f.Columns {
		c := &f.Columns[i]
		s := fmt.Sprintf("%s %d %s: %s [%s]", c.Letter, c.Block, c.Code, c.Question, c.Option)
		for k := range f.Rows.Len() {
			cell := c.Value(k)
			if s += " "; cell.Typed {
				s += "="
			}
			s += cell.Text
		}
		list = append(list, s)
	}
	return list
}

func TestSPSSLabels(t *testing.T) {
	number := func(values ...float64) *spss.Variable {
		return &spss.Variable{Numbers: values, States: make([]spss.State, len(values))}
	}
	ends := []spss.ValueLabel{{Number: 1, Label: "nooit"}, {Number: 3, Label: "altijd"}}
	same := []spss.ValueLabel{{Number: 1, Label: "ja"}, {Number: 2, Label: "ja"}, {Number: 3, Label: "nee"}}
	tests := []struct {
		name   string
		values *spss.Variable
		labels []spss.ValueLabel
		want   []Cell
	}{
		{"all labelled", number(3, 1, 3), ends, []Cell{{Text: "altijd"}, {Text: "nooit"}, {Text: "altijd"}}},
		{"the ends labelled", number(1, 2, 3), ends, []Cell{{Text: "1 (nooit)"}, {"2", true}, {Text: "3 (altijd)"}}},
		{"the top of an amount labelled", number(23, 89, 45, 0), []spss.ValueLabel{{Number: 89, Label: "89 OR OLDER"}, {Number: 0, Label: "none"}}, []Cell{{"23", true}, {"89", true}, {"45", true}, {"0", true}}},
		{"no amount among amounts", number(23, 99, 45), []spss.ValueLabel{{Number: 99, Label: "weet niet"}}, []Cell{{"23", true}, {Text: "weet niet"}, {"45", true}}},
		{"ten points with named ends", number(0, 10, 7), []spss.ValueLabel{{Number: 0, Label: "zeker niet"}, {Number: 10, Label: "zeker wel"}}, []Cell{{Text: "0 (zeker niet)"}, {Text: "10 (zeker wel)"}, {"7", true}}},
		{"one label for two values", number(1, 2, 3), same, []Cell{{Text: "ja (1)"}, {Text: "ja (2)"}, {Text: "nee"}}},
		{"no labels", number(1.5, -0.25), nil, []Cell{{"1.5", true}, {"-0.25", true}}},
	}
	for _, tt := range tests {
		tt.values.Labels = tt.labels
		c := makeVariable(tt.values, 0)
		var got []Cell
		for i := range c.Codes.Len() {
			got = append(got, c.Value(i))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// TestCutSPSS cuts a file at every byte: never fewer cases.
func TestCutSPSS(t *testing.T) {
	for _, name := range []string{"pspp-byte.sav", "haven-none.sav", "pspp-zlib.zsav"} {
		data := savFile(t, name)
		for cut := range data {
			if f, err := Read(name, data[:cut], Options{}); err == nil {
				t.Fatalf("%s cut at %d of %d: read %d cases", name, cut, len(data), f.Rows.Len())
			} else if !strings.HasPrefix(err.Error(), "reading "+name) {
				t.Fatalf("error without the file: %v", err)
			}
		}
	}
}

// FuzzReadSPSS feeds data files of SPSS: never a panic, and what is read adds up.
func FuzzReadSPSS(f *testing.F) {
	for _, name := range []string{"pspp-byte.sav", "pspp-none.sav", "pspp-zlib.zsav", "haven-byte.sav"} {
		f.Add(savFile(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if file, err := Read("a.sav", data, Options{}); err == nil && file.Format == SAV {
			checkInvariants(t, file)
		}
	})
}
