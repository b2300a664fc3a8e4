package waves_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"benchmark/survey"
	"benchmark/survey/frame"
	"benchmark/survey/register"
	. "benchmark/survey/waves"

	"github.com/google/go-cmp/cmp"
)

const merging = `code,name,type,inhabitants,valid_from,valid_to,successor
G1,Gemeente Alfa,municipality,100,,2017-12-31,G5
G2,Gemeente Beta,municipality,300,,2017-12-31,G5
G3,Gemeente Gamma,municipality,50,,2017-12-31,G4
G4,Gemeente Delta,municipality,900,,,
G5,Gemeente Alfabeta,municipality,400,2018-01-01,,
G6,Gemeente Splits,municipality,70,,2017-12-31,G4|G5
G7,Gemeente Nieuwstad,municipality,80,,,
P1,Provincie Nieuwstad,province,800,,,
`

var in2017, in2018 = time.Date(2017, 10, 1, 0, 0, 0, 0, time.UTC), time.Date(2018, 10, 1, 0, 0, 0, 0, time.UTC)

// answering returns the roster of a wave: one respondent per text, written as
// "code/name"; with a register when there is one.
func answering(t testing.TB, at time.Time, list string, respondents ...string) *register.Roster {
	t.Helper()
	n := len(respondents)
	s := &survey.Survey{Respondents: n, Questions: []survey.Question{
		{ID: "code", Kind: survey.Name, Role: survey.BodyCode}, {ID: "name", Kind: survey.Name, Role: survey.Organisation},
	}}
	for i := range s.Questions {
		s.Columns = append(s.Columns, survey.NewColumn(&s.Questions[i], n))
	}
	for i, r := range respondents {
		code, name, _ := strings.Cut(r, "/")
		for c, text := range []string{code, name} {
			if text != "" {
				s.Columns[c].SetText(i, text)
			}
		}
	}
	o := register.Options{At: at}
	if list != "" {
		var err error
		if o.Register, err = frame.ReadRegister("r.csv", []byte(list)); err != nil {
			t.Fatal(err)
		}
	}
	return register.Identify(s, o)
}

// seen writes a panel as its lists.
func seen(p *Panel) string {
	var b strings.Builder
	for _, pair := range p.Pairs {
		fmt.Fprintf(&b, "%d-%d", pair.Earlier, pair.Later)
		b.WriteString([]string{"", "~", "n", "c"}[pair.Found])
		if pair.Merged {
			b.WriteString("m")
		}
		b.WriteByte(' ')
	}
	for _, list := range []struct {
		name string
		of   []int
	}{{"left", p.Left}, {"came", p.Came}, {"absorbed", p.Absorbed}, {"unknown", p.Unknown[0]}, {"unknown later", p.Unknown[1]},
		{"repeated", p.Repeated[0]}, {"repeated later", p.Repeated[1]}} {
		if len(list.of) > 0 {
			fmt.Fprintf(&b, "%s %v ", list.name, list.of)
		}
	}
	for _, n := range p.Notes {
		fmt.Fprintf(&b, "; %s %v %v %s", n.Code, n.Earlier, n.Later, n.Body)
	}
	return strings.TrimSpace(b.String())
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		what           string
		list           string
		earlier, later []string
		o              Options
		want           string
	}{
		{what: "by code", list: merging, earlier: []string{"G4/", "G7/"}, later: []string{"g7/", "G5/"}, want: "1-0c left [0] came [1]"},
		{what: "by name", list: merging, earlier: []string{"/Gem. Delta"}, later: []string{"/delta (gemeente)"}, want: "0-0n"},
		{what: "a slip of the pen", list: merging, earlier: []string{"G7/"}, later: []string{"/Gemeente Nieuwstda"}, want: "0-0~ ; likeness [0] [0]"},
		{what: "one of two that merged", list: merging, earlier: []string{"G1/"}, later: []string{"G5/"}, want: "0-0cm ; merged [0] [0] G5"},
		{what: "both, the larger one stands for it", list: merging, earlier: []string{"G1/", "G2/"}, later: []string{"G5/"},
			want: "1-0cm absorbed [0] ; merged-several [0 1] [0] G5"},
		{what: "both, out", list: merging, earlier: []string{"G1/", "G2/"}, later: []string{"G5/"}, o: Options{Merged: MergedOut},
			want: "came [0] absorbed [0 1] ; merged-several [0 1] [0] G5"},
		{what: "who lived on stands for it, though smaller ones merged into it", list: strings.Replace(merging, "Gamma,municipality,50", "Gamma,municipality,5000", 1),
			earlier: []string{"G3/", "G4/"}, later: []string{"G4/"}, want: "1-0cm absorbed [0] ; merged-several [0 1] [0] G4"},
		{what: "both, and the heir did not answer", list: merging, earlier: []string{"G1/", "G2/"}, later: []string{"G4/"}, want: "left [0 1] came [0]"},
		{what: "split over two", list: merging, earlier: []string{"G6/"}, later: []string{"G4/", "G5/"}, want: "left [0] came [0 1] ; split [0] []"},
		{what: "a body that answers twice", list: merging, earlier: []string{"G4/", "G7/", "/Gemeente Delta"}, later: []string{"G4/", "G4/"},
			want: "2-1n left [1] repeated [0] repeated later [0] ; repeated [0 2] [] G4; repeated [] [0 1] G4"},
		{what: "the first counts", list: merging, earlier: []string{"G4/"}, later: []string{"G4/", "G4/"}, o: Options{Duplicates: register.KeepFirst},
			want: "0-0c repeated later [1] ; repeated [] [0 1] G4"},
		{what: "no register", earlier: []string{"a1/Stad Aa", "/De Gemeente Bé", "/Cevenwoude", "/Nergens"}, later: []string{"/Gemeente Be", "A1/", "/Cevenwuode"},
			want: "0-1c 1-0n 2-2~ left [3] ; likeness [2] [2]"},
		{what: "no register, twice", earlier: []string{"/Gemeente Aa", "/gemeente aa"}, later: []string{"/Aa"},
			want: "1-0n repeated [0] ; repeated [0 1] []"},
		{what: "a name of two", earlier: []string{"/Nieuwstad"}, later: []string{"/Gemeente Nieuwstad", "/Provincie Nieuwstad"},
			want: "left [0] came [0 1] ; ambiguous [0] [0 1]"},
		{what: "a name of two, and one like it", earlier: []string{"/Nieuwstad"}, later: []string{"/Gemeente Nieuwstad", "/Provincie Nieuwstad", "/Nieuwstadt"},
			want: "left [0] came [0 1 2] ; ambiguous [0] [0 1]"},
		{what: "a name of two in the register, of which one answered", list: merging, earlier: []string{"/Nieuwstad"}, later: []string{"G7/Gemeente Nieuwstad"},
			want: "left [0] came [0]"},
		{what: "two names of one", earlier: []string{"/Gemeente Nieuwstad", "/Provincie Nieuwstad"}, later: []string{"/Nieuwstad"},
			want: "left [0 1] came [0] ; ambiguous [0] [0] ; ambiguous [1] [0]"},
		{what: "not in the register", list: merging, earlier: []string{"X1/", "/Dienst Zo"}, later: []string{"/dienst zo", "x1/"}, want: "0-1c 1-0n"},
		{what: "nobody knows who", earlier: []string{"/", "/Aa"}, later: []string{"/", "/"}, want: "left [1] unknown [0] unknown later [0 1] ; unknown [0] [] ; unknown [] [0 1]"},
	} {
		p := Match(answering(t, in2017, c.list, c.earlier...), answering(t, in2018, c.list, c.later...), c.o)
		if diff := cmp.Diff(strings.ReplaceAll(c.want, " ;", ";"), strings.ReplaceAll(seen(p), " ;", ";")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

// TestMatchBetweenRegisters holds that the later register is asked, and that the
// earlier wave can have none.
func TestMatchBetweenRegisters(t *testing.T) {
	old := strings.Join(slices.DeleteFunc(strings.SplitAfter(merging, "\n"), func(l string) bool { return strings.HasPrefix(l, "G5") || strings.HasPrefix(l, "G6") }), "")
	old = strings.NewReplacer(",2017-12-31,G5", ",,", ",2017-12-31,G4", ",,").Replace(old)
	old += "Z1,Gemeente Oud,municipality,1,,,\n"
	p := Match(answering(t, in2017, old, "Z1/", "G1/", "G7/"), answering(t, in2018, merging, "G7/", "G5/"), Options{})
	if diff := cmp.Diff("1-1cm 2-0c left [0] ; merged [1] [1] G5", seen(p)); diff != "" {
		t.Errorf("two registers (-want +got):\n%s", diff)
	}
	p = Match(answering(t, in2017, "", "G7/", "/Delta"), answering(t, in2018, merging, "/Gemeente Delta", "/Gemeente Nieuwstad"), Options{})
	if diff := cmp.Diff("0-1c 1-0n", seen(p)); diff != "" {
		t.Errorf("one register (-want +got):\n%s", diff)
	}
}

// TestMatchLosesNobody holds that every respondent is in one list, whoever
// answered, and that a wave matches itself.
func TestMatchLosesNobody(t *testing.T) {
	who := []string{"G1/", "G2/", "G3/", "G4/", "G5/", "G6/", "G7/", "P1/", "/Gemeente Delta", "/Nieuwstad", "/Nergens", "/nergens", "/", "X/", "/Gemeente Alfa", "G4/Gemeente Gamma"}
	for seed := range 60 {
		draw := noise(seed, 24)
		var a, b []string
		for i, x := range draw {
			if i%2 == 0 {
				a = append(a, who[int(x)%len(who)])
			} else {
				b = append(b, who[int(x)%len(who)])
			}
		}
		for _, list := range []string{merging, ""} {
			for _, o := range []Options{{}, {Duplicates: register.KeepFirst, Merged: MergedOut}} {
				p := Match(answering(t, in2017, list, a...), answering(t, in2018, list, b...), o)
				earlier, later := slices.Concat(p.Left, p.Absorbed, p.Unknown[0], p.Repeated[0]), slices.Concat(p.Came, p.Unknown[1], p.Repeated[1])
				for _, pair := range p.Pairs {
					earlier, later = append(earlier, pair.Earlier), append(later, pair.Later)
				}
				for w, all := range [][]int{earlier, later} {
					slices.Sort(all)
					if n := len([][]string{a, b}[w]); len(all) != n || len(slices.Compact(all)) != n {
						t.Fatalf("wave %d: %v of %v, %v: %s", w, all, a, b, seen(p))
					}
				}
			}
		}
	}
	p := Match(answering(t, in2018, merging, "G4/", "/Nergens", "G5/"), answering(t, in2018, merging, "G4/", "/Nergens", "G5/"), Options{})
	if diff := cmp.Diff("0-0c 1-1n 2-2c", seen(p)); diff != "" {
		t.Errorf("a wave and itself (-want +got):\n%s", diff)
	}
}

func TestDoubts(t *testing.T) {
	for code, want := range map[NoteCode]bool{
		NoteRepeated: false, NoteMerged: false, NoteMergedSeveral: true, NoteSplit: false, NoteLikeness: false, NoteAmbiguous: true, NoteUnknown: false,
	} {
		if got := (&Note{Code: code}).Doubt(); got != want {
			t.Errorf("%s: doubt %v", code, got)
		}
	}
}

func TestSampleBodies(t *testing.T) {
	w := sampleWaves(t)
	for _, c := range []struct {
		earlier, later           int
		pairs, left, came, other int
		notes                    string
	}{
		{0, 1, 47, 30, 70, 1, "merged-several 2"},
		{1, 2, 62, 55, 34, 0, ""},
		{0, 2, 29, 48, 67, 1, "merged 1 merged-several 2"},
	} {
		p := Match(w[c.earlier], w[c.later], Options{})
		var notes []string
		for _, n := range p.Notes {
			notes = append(notes, fmt.Sprint(n.Code, " ", len(n.Earlier)))
		}
		got := fmt.Sprint(len(p.Pairs), len(p.Left), len(p.Came), len(p.Absorbed), strings.Join(notes, " "))
		if want := fmt.Sprint(c.pairs, c.left, c.came, c.other, c.notes); got != want {
			t.Errorf("waves %d and %d: %s, want %s", c.earlier, c.later, got, want)
		}
	}
}
