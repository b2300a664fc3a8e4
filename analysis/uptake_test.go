package analysis

import (
	"math"
	"testing"

	"benchmark/survey"
)

// TestUptake: of 21 towns and regions 8 use chat, 2 surely start (taken at 0.99) and 3
// very likely (0.8).
func TestUptake(t *testing.T) {
	f := regional()
	f.lines = append(f.lines, lines(repeat(2, "town likely x law x communication"))...)
	s := analyze(t, f.survey(t), open)
	u, ok := UptakeOf(s, "Chat")
	if !ok || u.Now != 8 || u.Surely != 2 || u.Likely != 3 || u.N != 21 {
		t.Fatalf("%+v, %v", u, ok)
	}
	if want := (8 + 2*0.99 + 3*0.8) / 21; math.Abs(u.Expected-want) > 1e-12 {
		t.Errorf("%v expected, want %v", u.Expected, want)
	}
	if !(u.Low < u.Expected && u.Expected < u.High && u.Low > 0.3 && u.High < 0.8) {
		t.Errorf("from %v to %v", u.Low, u.High)
	}
	if _, ok := UptakeOf(s, "Telegram"); ok {
		t.Error("a channel that was not asked about has an uptake")
	}
	s.Survey.Design.Sampled = true
	if _, ok := UptakeOf(s, "Chat"); ok {
		t.Error("counts of a sample are taken for shares")
	}
}

func TestOwnVolume(t *testing.T) {
	f := regional()
	s := f.survey(t)
	groups := TypicalVolumes(analyze(t, s, open))[0]
	table := groups[0].Table
	if x, ok := OwnVolume(s, table, 0); !ok || x != 2 {
		t.Errorf("the first region named %v, %v; want 2", x, ok)
	}
	if x, ok := OwnVolume(s, table, 3); ok {
		t.Errorf("a region without chat named %v", x)
	}
	if _, ok := OwnVolume(s, &Table{Question: "type"}, 0); ok {
		t.Error("a type is a volume")
	}
	members := 0
	for i := range groups {
		if Member(s, &table.Groups[groups[i].Group], 0) {
			members++
		}
	}
	region := table.Group(s.Questions[s.First(survey.BodyType)].ID, "region")
	if members != 2 || region < 0 || !Member(s, &table.Groups[region], 0) || Member(s, &table.Groups[region], 8) {
		t.Errorf("the first region is in %d groups", members)
	}
}
