package frame

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// merging is a register with a merger in two steps (A and B to C, C to D), a new
// code (E to F), a split (G over D and F), one that went without an heir (H) and
// one that is to come (I).
const merging = `code,name,type,valid_from,valid_to,successor,urbanity,GGD-regio
A,Aa,municipality,,2009-12-31,C,5,Noord
B,Bee,municipality,,2009-12-31,C,5,Noord
C,Cee,municipality,2010-01-01,2017-12-31,D,4,Noord
D,Dee,municipality,2018-01-01,,,3, Noord
E,Ee,municipality,,2014-06-30,F,,Zuid
F,Ef,municipality,2014-07-01,,,2,Zuid
G,Gee,municipality,,2017-12-31,D | F,,Zuid
H,Haa,municipality,,2016-12-31,,,
I,Ie,municipality,2026-01-01,,,,
`

func day(text string) time.Time {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return at
}

func TestRemap(t *testing.T) {
	r := readBodies(t, merging)
	for _, tt := range []struct{ code, on, want string }{
		{"D", "2018-01-01", "D Lasting"},
		{"d ", "2018-10-26", "D Lasting"},
		{"A", "2018-10-26", "D Heir"},
		{"A", "2010-01-01", "C Heir"},
		{"A", "2009-12-31", "A Lasting"},
		{"E", "2018-10-26", "F Heir"},
		{"F", "2014-06-30", "E Origin"},
		{"D", "2017-12-31", " Several C,G"},
		{"D", "2009-12-31", " Several A,B,G"},
		{"G", "2018-01-01", " Several D,F"},
		{"H", "2018-01-01", " Ended"},
		{"I", "2018-01-01", " NotYet"},
		{"X", "2018-01-01", " Lasting"},
	} {
		m := r.Remap(tt.code, day(tt.on))
		name := func(i int) string {
			if i < 0 {
				return ""
			}
			return r.Bodies[i].Code
		}
		got := name(m.Body) + " " + [...]string{"Lasting", "Heir", "Origin", "Several", "Ended", "NotYet"}[m.Fate]
		var candidates []string
		for _, c := range m.Candidates {
			candidates = append(candidates, name(c))
		}
		if got = strings.TrimRight(got+" "+strings.Join(candidates, ","), " "); got != tt.want {
			t.Errorf("%s on %s: got %q, want %q", tt.code, tt.on, got, tt.want)
		}
	}
	if m := r.Remap("X", day("2018-01-01")); m.Given != -1 || m.Body != -1 {
		t.Errorf("an unknown code: %+v", m)
	}
	// Without a day it is what stands today.
	if m := r.Remap("A", time.Time{}); m.Body != r.Find("D") || m.Fate != Heir {
		t.Errorf("today: %+v", m)
	}
}

func TestOn(t *testing.T) {
	r := readBodies(t, merging)
	codes := func(at time.Time) string {
		var all []string
		for _, i := range r.On(at) {
			all = append(all, r.Bodies[i].Code)
		}
		return strings.Join(all, " ")
	}
	for on, want := range map[string]string{
		"2009-12-31": "A B E G H", "2010-01-01": "C E G H", "2018-01-01": "D F", "2026-01-01": "D F I",
	} {
		if got := codes(day(on)); got != want {
			t.Errorf("%s: got %s, want %s", on, got, want)
		}
	}
	if got := codes(time.Time{}); got != "D F I" {
		t.Errorf("today: %s", got)
	}
}

func TestFurtherColumns(t *testing.T) {
	r := readBodies(t, merging)
	if diff := cmp.Diff([]string{"urbanity", "GGD-regio"}, r.Further); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"3", "Noord"}, r.Bodies[3].Further); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"D", "F"}, r.Bodies[6].Successors); diff != "" {
		t.Error(diff)
	}
	_, err := ReadRegister("r.csv", []byte("code,name,type,Regio,regio\nA,n,t,x,y\n"))
	if err == nil || !strings.Contains(err.Error(), "line 1: column regio stands there twice, as column 4 and 5") {
		t.Error(err)
	}
}

// TestMatchFates: who gives a code or name of which nothing is left hears why.
func TestMatchFates(t *testing.T) {
	r := readBodies(t, merging)
	on := day("2018-10-26")
	for _, tt := range []struct {
		code, name string
		fate       Fate
	}{{"G", "", Several}, {"", "Gee", Several}, {"", "gemeente Haa", Ended}, {"I", "", NotYet}, {"", "Zet", Lasting}} {
		if m := r.Match(tt.code, tt.name, "municipality", on); m.Body != -1 || m.Fate != tt.fate {
			t.Errorf("%+v: got %+v", tt, m)
		}
	}
	if m := r.Match("A", "", "", on); m.Body != r.Find("D") || m.Given != r.Find("A") || !m.Merged {
		t.Errorf("%+v", m)
	}
}

// TestRemapProperties: in any register without circles a body that is found
// exists on the day, one that exists is found by its own code, and the answer
// does not change when it is asked again of what was found.
func TestRemapProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "bodies")
		var text strings.Builder
		text.WriteString("code,name,type,valid_from,valid_to,successor\n")
		for i := range n {
			from := rapid.IntRange(1, 9).Draw(t, "from")
			fmt.Fprintf(&text, "B%d,Name %c,t,200%d-01-01,", i, 'a'+i, from)
			heirs := rapid.SliceOfNDistinct(rapid.IntRange(0, n-1), 0, 3, rapid.ID[int]).Draw(t, "heirs")
			var later []string
			for _, h := range heirs {
				if h > i {
					later = append(later, fmt.Sprintf("B%d", h))
				}
			}
			if len(later) > 0 || rapid.Bool().Draw(t, "ended") {
				fmt.Fprintf(&text, "200%d-12-31", rapid.IntRange(from, 9).Draw(t, "to"))
			}
			text.WriteString("," + strings.Join(later, ";") + "\n")
		}
		r := readBodies2(t, text.String())
		at := day(fmt.Sprintf("200%d-06-01", rapid.IntRange(1, 9).Draw(t, "day")))
		for i := range r.Bodies {
			m := r.Remap(r.Bodies[i].Code, at)
			switch {
			case r.Bodies[i].Valid(at) && (m.Body != i || m.Fate != Lasting):
				t.Fatalf("%+v exists and is %+v", r.Bodies[i], m)
			case m.Body >= 0 && !r.Bodies[m.Body].Valid(at):
				t.Fatalf("%+v becomes %+v, which does not exist", r.Bodies[i], r.Bodies[m.Body])
			case m.Body >= 0 && r.Remap(r.Bodies[m.Body].Code, at).Body != m.Body:
				t.Fatalf("%+v becomes %d and then another", r.Bodies[i], m.Body)
			case (m.Fate == Several) != (len(m.Candidates) > 1):
				t.Fatalf("%+v", m)
			}
		}
	})
}

func readBodies2(t *rapid.T, text string) *Register {
	r, err := ReadRegister("register.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}
