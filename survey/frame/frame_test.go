package frame

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const small = `type,size,population,uncertainty,date,source
municipality,under-20k,112,3,2018-01-01,"register, own count"
municipality,over-20k,268,,2018-01-01,
water-board,,21,0,2018-01-01,association
`

func TestRead(t *testing.T) {
	want := &Frame{Name: "frame.csv", Date: "2018-01-01", Rows: []Row{
		{Line: 2, Type: "municipality", Size: "under-20k", Population: 112, Uncertainty: 3, Source: "register, own count"},
		{Line: 3, Type: "municipality", Size: "over-20k", Population: 268},
		{Line: 4, Type: "water-board", Population: 21, Source: "association"},
	}}
	semicolons := "\ufeff Source ; Remark;POPULATION;Type;size;uncertainty;Date\r\n" +
		"register, own count;x;112;municipality;under-20k;3;2018-01-01\r\n" +
		";;268;municipality;over-20k;;\r\n;;;;;;\r\n\r\n" +
		"association;\"y;\nz\"; 21 ;water-board; ;0;2018-01-01"
	for name, text := range map[string]string{"commas": small, "semicolons": semicolons} {
		got, err := Read("frame.csv", []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(got.SHA256) != 64 {
			t.Errorf("%s: digest %q", name, got.SHA256)
		}
		got.SHA256 = ""
		if name == "semicolons" {
			got.Rows[2].Line = 4 // two blank lines more
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	got, err := Read("f", []byte("type,population\nprovince,12"))
	if d := cmp.Diff(&Frame{Name: "f", SHA256: digest([]byte("type,population\nprovince,12")), Rows: []Row{{Line: 2, Type: "province", Population: 12}}}, got); err != nil || d != "" {
		t.Errorf("%v %s", err, d)
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "the file is empty"},
		{"type,population\n", "no rows under the header"},
		{"type,population\n,\n", "no rows under the header"},
		{"type;size\na;b", "line 1: no column population"},
		{"soort,population\na,1", "line 1: no column type"},
		{"type,population,Type\na,1,b", "line 1: column type stands there twice, as column 1 and 3"},
		{"type,population\n ,12", "line 2, column type: is empty"},
		{"type,population\na,", `line 2, column population: "" is no whole number from 1`},
		{"type,population\na,0", `line 2, column population: "0" is no whole number from 1`},
		{"type,population\na,-3", `line 2, column population: "-3"`},
		{"type,population\na,+3", `line 2, column population: "+3"`},
		{"type,population\na,12.0", `line 2, column population: "12.0"`},
		{"type,population\na,1.234", `line 2, column population: "1.234"`},
		{"type,population\na,1e3", `line 2, column population: "1e3"`},
		{"type,population\na,99999999999999999999", `line 2, column population`},
		{"type,population\na,1000000001", `line 2, column population`},
		{"type,population,uncertainty\na,5,x", `line 2, column uncertainty: "x" is no whole number from 0`},
		{"type,population,uncertainty\na,5,6", `line 2, column uncertainty: 6 is more than the population of 5`},
		{"type,population,date\na,5,1-1-2018", `line 2, column date: "1-1-2018" is no day`},
		{"type,population,date\na,5,2018-02-30", `line 2, column date: "2018-02-30" is no day`},
		{"type,population,date\na,5,2018-01-01\nb,5,2017-01-01", `line 3, column date: 2017-01-01, but line 2 has 2018-01-01`},
		{"type,population\na,5\nb,6\nA ,7", "line 4, column type: A stands in line 2 already"},
		{"type,size,population\na,s,5\na,S,6", "line 3, column type: a, S stands in line 2 already"},
		{"type,size,population\na,s,5\nA,,6", "line 3, column type: A has rows with a size and a row without"},
		{"type,size,population\na,,5\na,s,6", "line 3, column type: a has rows with a size and a row without"},
		{"type,population\na,5,6", "line 2: 3 fields instead of 2"},
		{"type,population\na", "line 2: 1 fields instead of 2"},
		{"type,population\na,\"5", "parse error on line 2"},
		{"type,\"population\na", "record on line 1"},
		{"type,population\ncaf\xe9,5", "not a text in UTF-8"},
		{"PK\x03\x04\xff", "not a text in UTF-8"},
		{"type,population\n" + strings.Repeat("a,1\n", 1), ""},
	} {
		_, err := Read("frame.csv", []byte(c.text))
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%q: %v", c.text, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%q: error %v, want %q", c.text, err, c.want)
		case err != nil && !strings.HasPrefix(err.Error(), "reading population frame frame.csv: "):
			t.Errorf("%q: error %v does not name the file", c.text, err)
		}
	}
}

func TestReadTooMany(t *testing.T) {
	var b strings.Builder
	b.WriteString("type,size,population\n")
	for i := range 1 << 15 {
		b.WriteString("a,")
		b.WriteString(strings.Repeat("x", 1+i%200))
		b.WriteString(string(rune('a' + i/200%26)))
		b.WriteString(string(rune('a' + i/5200)))
		b.WriteString(",1\n")
	}
	if _, err := Read("f", []byte(b.String())); err == nil || !strings.Contains(err.Error(), "at most 32767 groups") {
		t.Errorf("%v", err)
	}
}

// TestReadSample reads the frame of the sample: 463 bodies of five types.
func TestReadSample(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "sample-data", "frame-nl-2018.csv"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read("frame-nl-2018.csv", data)
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, r := range f.Rows {
		total += r.Population
	}
	if total != 380+25+21+12+25 || len(f.Rows) != 8 || f.Date != "2018-01-01" {
		t.Errorf("%d bodies in %d rows on %s", total, len(f.Rows), f.Date)
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", small, "type;population\na;1", "\ufefftype,population\n\"a\n,b\",1", "type,population\na,1\n,,\n", "type,size,population,date\na,,1,2018-01-01\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		frame, err := Read("f", data)
		if err != nil {
			if frame != nil {
				t.Fatal("both a frame and an error")
			}
			return
		}
		if len(frame.Rows) == 0 {
			t.Fatal("no rows")
		}
		for _, r := range frame.Rows {
			if r.Type == "" || r.Population < 1 || r.Population > largest || r.Uncertainty < 0 || r.Uncertainty > r.Population || r.Line < 2 {
				t.Fatalf("%+v", r)
			}
		}
		s := organisations([]string{frame.Rows[0].Type, frame.Rows[0].Type}, []string{frame.Rows[0].Size, ""})
		if d, _ := frame.Design(s); len(d.Strata) > 0 && len(d.Of) != 2 {
			t.Fatalf("%+v", d)
		}
	})
}
