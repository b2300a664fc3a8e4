package frame

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const someBodies = `code,name,type,province,inhabitants,valid_from,valid_to,successor
GM1,Gemeente Duindorp,municipality,west,12024,2001-01-01,,
PV1,Provincie Duindorp,province,west,,2001-01-01,,
GM2,Gemeente Oud-Bergen (L),municipality,oost,5858,2001-01-01,2017-12-31,GM3
GM3,Gemeente Nieuw Bergen,municipality,oost,30000,2018-01-01,,
GM4,Gemeente Verdronken,municipality,oost,900,2001-01-01,2010-12-31,
GD1,GGD Hart van Heuvelrade,health-service,oost,,,,
PZ1,Politiezone 5341,police-zone,,,,,
PZ2,Politiezone 5342,police-zone,,,,,
`

func readBodies(t testing.TB, text string) *Register {
	t.Helper()
	r, err := ReadRegister("register.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReadRegister(t *testing.T) {
	r := readBodies(t, "\ufeff"+strings.ReplaceAll(someBodies, ",", ";"))
	if len(r.Bodies) != 8 {
		t.Fatalf("%d bodies, want 8", len(r.Bodies))
	}
	want := Body{
		Line: 4, Code: "GM2", Name: "Gemeente Oud-Bergen (L)", Type: "municipality", Province: "oost", Inhabitants: 5858,
		From: time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2017, 12, 31, 0, 0, 0, 0, time.UTC), Successors: []string{"GM3"},
	}
	if diff := cmp.Diff(want, r.Bodies[2]); diff != "" {
		t.Error(diff)
	}
}

func TestReadRegisterFaults(t *testing.T) {
	const head = "code,name,type,inhabitants,valid_from,valid_to,successor\n"
	for _, tt := range []struct{ name, text, want string }{
		{"empty", "", "the file is empty: the first line must name the columns code, name and type"},
		{"no rows", head, "no rows under the header"},
		{"no name", "code,type\nA,x\n", "line 1: no column name"},
		{"column twice", "code,name,type,Code\n", "line 1: column code stands there twice, as column 1 and 4"},
		{"no code", head + ",n,t,,,,\n", "line 2, column code: is empty"},
		{"no type", head + "\nA,n,,,,,\n", "line 3, column type: is empty"},
		{"code twice", head + "A,n,t,,,,\na,m,t,,,,\n", "line 3, column code: a stands in line 2 already"},
		{"inhabitants", head + "A,n,t,1.200,,,\n", `line 2, column inhabitants: "1.200" is no whole number`},
		{"day", head + "A,n,t,,1-1-2018,,\n", `line 2, column valid_from: "1-1-2018" is no day`},
		{"days", head + "A,n,t,,2018-01-01,2017-01-01,\n", "line 2, column valid_to: lies before valid_from"},
		{"lives on", head + "A,n,t,,,,B\nB,n,t,,,,\n", "line 2, column successor: stands with an organisation that still exists"},
		{"unknown successor", head + "A,n,t,,,2017-12-31,B\n", "line 2, column successor: B is no code of the register"},
		{"itself", head + "A,n,t,,,2017-12-31,A\n", "line 2, column successor: A leads back to A"},
		{"circle", head + "A,n,t,,,2017-12-31,B\nB,n,t,,,2018-12-31,A\n", "line 3, column successor: A leads back to A"},
		{"fields", head + "A,n\n", "line 2: 2 fields instead of 7"},
		{"not UTF-8", head + "A,caf\xe9,t,,,,\n", "not a text in UTF-8"},
		{"quotes", head + "A,\"n,t,,,,\n", "quote"},
	} {
		_, err := ReadRegister("r.csv", []byte(tt.text))
		if err == nil || !strings.HasPrefix(err.Error(), "reading register r.csv: ") || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestMatch(t *testing.T) {
	r := readBodies(t, someBodies)
	in2018 := time.Date(2018, 10, 26, 0, 0, 0, 0, time.UTC)
	in2017 := time.Date(2017, 12, 31, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		code, name, kind string
		at               time.Time
		want             string // code of the body
		found            Found
		merged, differs  bool
	}{
		{code: "gm1", at: in2018, want: "GM1", found: ByCode},
		{code: "GM1", name: "Provincie Duindorp", at: in2018, want: "GM1", found: ByCode, differs: true},
		{code: "GM2", at: in2018, want: "GM3", found: ByCode, merged: true},
		{code: "GM2", at: in2017, want: "GM2", found: ByCode},
		{code: "GM3", at: in2017, want: "GM2", found: ByCode, merged: true},
		{code: "GM4", at: in2018},
		{code: "GM9", name: "gemeente  DUINDORP", at: in2018, want: "GM1", found: ByName},
		{name: "Duindorp", kind: "municipality", at: in2018, want: "GM1", found: ByName},
		{name: "Duindorp", kind: "Provincie", at: in2018, want: "PV1", found: ByName},
		{name: "Duindorp", at: in2018}, // municipality or province
		{name: "Gem. Duindorp", at: in2018, want: "GM1", found: ByName},
		{name: "Gemeente Duindrop", at: in2018, want: "GM1", found: ByLikeness},
		{name: "Gemeente Duindorpp", at: in2018, want: "GM1", found: ByLikeness},
		{name: "Oud Bergen (L)", kind: "municipality", at: in2018, want: "GM3", found: ByName, merged: true},
		{name: "Oud Bergen (NH)", kind: "municipality", at: in2018},
		{name: "Heuvelrade, GGD Hart voor", at: in2018, want: "GD1", found: ByName},
		{name: "PZ 5341", at: in2018, want: "PZ1", found: ByName},
		{name: "PZ 5343", at: in2018},
		{name: "Gemeente", at: in2018},
		{name: "Gemeente Verdronken", at: in2018},
		{name: "Gemeente Verdronken", at: time.Date(2010, 12, 31, 15, 0, 0, 0, time.UTC), want: "GM4", found: ByName},
		{at: in2018},
	} {
		m := r.Match(tt.code, tt.name, tt.kind, tt.at)
		got := ""
		if m.Body >= 0 {
			got = r.Bodies[m.Body].Code
		}
		if got != tt.want || m.Found != tt.found || m.Merged != tt.merged || m.Differs != tt.differs {
			t.Errorf("%+v: got %s, %+v", tt, got, m)
		}
	}
}

// A name with one slip of the pen, capitals or a legal form finds the name that
// it was; finding is the same in both directions.
func TestNamesWithASlip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[b-z]{8,14}`).Draw(t, "name")
		letters := []rune(name)
		at := rapid.IntRange(1, len(letters)-1).Draw(t, "at")
		other := rapid.SampledFrom([]rune("abcdefgh")).Draw(t, "letter")
		changed := string(letters[:at]) + string(other) + string(letters[at+rapid.IntRange(0, 1).Draw(t, "instead"):])
		a, b := ParseName("Stichting "+strings.ToUpper(name), ""), ParseName("de "+changed, "")
		for _, pair := range [][2]BodyName{{a, b}, {b, a}} {
			x := NewNameIndex()
			x.Add(pair[0])
			if len(x.Same(pair[1]))+len(x.Near(pair[1])) != 1 {
				t.Fatalf("%q is not found by %q", pair[0].Core, pair[1].Core)
			}
		}
	})
}

func FuzzReadRegister(f *testing.F) {
	f.Add([]byte(someBodies))
	f.Add([]byte("code;name;type\nA;\"n\";t\n"))
	f.Add([]byte("code,name,type,valid_to,successor\nA,n,t,2017-12-31,B\nB,n,t,2017-12-31,A\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ReadRegister("r.csv", data)
		if err != nil {
			return
		}
		for i, b := range r.Bodies {
			if r.Find(b.Code) != i || b.Name == "" || b.Type == "" {
				t.Fatalf("body %d: %+v", i, b)
			}
			m := r.Match(b.Code, b.Name, b.Type, b.From)
			if b.Valid(b.From) && m.Body != i {
				t.Fatalf("%+v finds %+v", b, m)
			}
		}
	})
}
