package register

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/frame"
)

// TestPopulation counts the bodies of the register by hand: a type is split over
// size classes only where every body of it says how large it is.
func TestPopulation(t *testing.T) {
	d := newDraft(3)
	d.choices(survey.Question{ID: "type", Role: survey.BodyType}, []string{"water-board", "municipality"}, 1, 1, 0)
	d.choices(survey.Question{ID: "size", Role: survey.SizeClass}, []string{"Minder dan 20.000", "20.000 tot 50.000", "50.000 en meer"}, 0, 2, -1)
	f := Identify(&d.Survey, known(t)).Population()
	want := []frame.Row{
		{Type: "water-board", Population: 1}, {Type: "municipality", Size: "o0", Population: 1},
		{Type: "municipality", Size: "o1", Population: 1}, {Type: "municipality", Size: "o2", Population: 1}, {Type: "agency", Population: 1},
	}
	if diff := cmp.Diff(want, f.Rows); diff != "" {
		t.Error(diff)
	}
	unknown, err := frame.ReadRegister("r.csv", []byte("code,name,type,inhabitants\nA,Duindorp,municipality,10000\nB,Zeekant,municipality,\nC,Polder,water-board,\n"))
	if err != nil {
		t.Fatal(err)
	}
	f = Identify(&d.Survey, Options{Register: unknown}).Population()
	want = []frame.Row{{Type: "water-board", Population: 1}, {Type: "municipality", Population: 2}}
	if diff := cmp.Diff(want, f.Rows); diff != "" {
		t.Error(diff)
	}
	if Identify(&d.Survey, Options{}).Population() != nil {
		t.Error("a population without a register")
	}
}
