package waves_test

import (
	"fmt"
	"testing"

	"benchmark/survey"
	"benchmark/survey/register"
	. "benchmark/survey/waves"

	"github.com/google/go-cmp/cmp"
)

// chose adds a question of one answer to a roster: positions of options, -1 for a
// question that was skipped.
func chose(r *register.Roster, q survey.Question, answers ...int) int {
	c := survey.NewColumn(&q, len(answers))
	for i, a := range answers {
		c.Leave(i, survey.Skipped)
		if a >= 0 {
			c.Choose(i, a)
		}
	}
	r.Survey.Questions, r.Survey.Columns = append(r.Survey.Questions, q), append(r.Survey.Columns, c)
	return len(r.Survey.Questions) - 1
}

func paired(before, after *register.Roster, id string) *Pair {
	d := Across([]*survey.Survey{before.Survey, after.Survey})
	return d.Lines[d.Find(Ref{1, after.Survey.Find(id)})].Pairs[1]
}

func TestFlow(t *testing.T) {
	// A to E answer twice, F leaves and G comes; the plans of before are two now.
	before := answering(t, in2017, "", "/A1", "/B1", "/C1", "/D1", "/E1", "/F1")
	after := answering(t, in2018, "", "/E1", "/D1", "/C1", "/B1", "/A1", "/G1")
	coarse := single("use", "Do you use it?", "uses:Yes", "plan:Soon=sure,likely", "no:No", "dk:Don't know")
	fine := single("use", "Do you use it?", "no:No", "uses:Yes", "sure:Surely", "likely:Likely", "dk:Don't know")
	coarse.Options[3].OutOfBase, coarse.Options[3].DontKnow = true, true
	fine.Options[4].OutOfBase, fine.Options[4].DontKnow = true, true
	//                       A  B  C  D  E  F
	chose(before, coarse, 0, 1, 1, 3, 2, 0)
	//                      E  D  C  B  A  G
	chose(after, fine, -1, 1, 3, 1, 0, 1)
	p, pair := Match(before, after, Options{}), paired(before, after, "use")
	f, ok := p.Flow(pair)
	if !ok {
		t.Fatal("no flow")
	}
	// Groups are those of the later wave: no, uses, plan, don't know.
	want := &Flow{
		Groups: pair.Options, Cells: [][]int{{0, 0, 0, 0}, {1, 0, 0, 0}, {0, 1, 1, 0}, {0, 0, 0, 0}}, Base: 3,
		OnlyEarlier: 1, // E skipped it later
		OnlyLater:   1, // D did not know it before
	}
	if diff := cmp.Diff(want, f); diff != "" {
		t.Errorf("flow (-want +got):\n%s", diff)
	}
	if got := fmt.Sprint(f.Kept(2), f.Out(2), f.In(1), f.In(0), f.Moved()); got != "1 1 1 1 2" {
		t.Errorf("kept, out, in and moved: %s", got)
	}
	s, ok := p.Switch(pair, 1)
	if want := (Switch{Started: 1, Stopped: 1, Never: 1, Before: Count{1, 2}, After: Count{2, 2}}); !ok || s != want {
		t.Errorf("uses: %+v, want %+v", s, want)
	}
	if s, _ := p.Switch(pair, 1, 2); s != (Switch{Kept: 2, Stopped: 1, Before: Count{1, 2}, After: Count{2, 2}}) || s.Base() != 3 {
		t.Errorf("uses or plans: %+v", s)
	}
}

func TestSwitchOfSelectAll(t *testing.T) {
	before, after := answering(t, in2017, "", "/A1", "/B1", "/C1"), answering(t, in2018, "", "/A1", "/B1", "/D1")
	q := single("media", "Which of these?", "x:X", "y:Y")
	q.Kind = survey.Multiple
	for r, ticks := range map[*register.Roster][2][]int{before: {{0, 1}, {2}}, after: {{1}, {0, 2}}} {
		c := survey.NewColumn(&q, 3)
		for i := range c.Len() {
			c.Tick(i)
		}
		for o, who := range ticks {
			for _, i := range who {
				c.Tick(i, o)
			}
		}
		r.Survey.Questions, r.Survey.Columns = append(r.Survey.Questions, q), append(r.Survey.Columns, c)
	}
	p, pair := Match(before, after, Options{}), paired(before, after, "media")
	if _, ok := p.Flow(pair); ok {
		t.Error("a question of several answers has a flow")
	}
	s, ok := p.Switch(pair, 0)
	if want := (Switch{Kept: 1, Stopped: 1, Before: Count{0, 1}, After: Count{0, 1}}); !ok || s != want {
		t.Errorf("x: %+v, want %+v", s, want)
	}
}

func TestNoFlowOfNumbers(t *testing.T) {
	before, after := answering(t, in2017, "", "/A1"), answering(t, in2018, "", "/A1")
	for _, r := range []*register.Roster{before, after} {
		q := survey.Question{ID: "n", Kind: survey.Number, Text: "How many?"}
		r.Survey.Questions, r.Survey.Columns = append(r.Survey.Questions, q), append(r.Survey.Columns, survey.NewColumn(&q, 1))
	}
	p, pair := Match(before, after, Options{}), paired(before, after, "n")
	if _, ok := p.Flow(pair); ok {
		t.Error("a number has a flow")
	}
	if _, ok := p.Switch(pair); ok {
		t.Error("a number has a switch")
	}
	if p.Turnover(pair) != nil {
		t.Error("a number has a turnover")
	}
}

// TestSampleFlows holds the flows that the sample was made with: see
// sample-data/generate.
func TestSampleFlows(t *testing.T) {
	w := sampleWaves(t)
	early, late := Match(w[0], w[1], Options{}), Match(w[1], w[2], Options{})
	for _, c := range []struct {
		p     *Panel
		id    string
		cells string
		uses  Switch
	}{
		// Rows are where they were in the earlier wave, in the order of the later one.
		{late, "whatsapp", "[[26 0 0 0 3 4] [1 0 0 0 0 0] [3 0 0 1 0 0] [3 1 0 0 4 0] [1 0 0 0 3 0] [1 0 1 0 0 10]]",
			Switch{Kept: 26, Stopped: 7, Started: 9, Never: 20, Before: Count{23, 55}, After: Count{16, 34}}},
		{late, "webcare-owner", "[[17 3 4] [0 17 1] [2 7 11]]",
			Switch{Kept: 17, Stopped: 7, Started: 2, Never: 36, Before: Count{28, 55}, After: Count{13, 34}}},
		{early, "whatsapp", "", Switch{Kept: 7, Stopped: 1, Started: 18, Never: 21, Before: Count{3, 31}, After: Count{31, 70}}},
	} {
		pair := paired(c.p.Earlier, c.p.Later, c.id)
		f, ok := c.p.Flow(pair)
		s, _ := c.p.Switch(pair, 0)
		if !ok || c.cells != "" && fmt.Sprint(f.Cells) != c.cells || s != c.uses {
			t.Errorf("%s: %v, %+v; want %s, %+v", c.id, f.Cells, s, c.cells, c.uses)
		}
		if len(c.p.Pairs) != f.Base+f.OnlyEarlier+f.OnlyLater+f.Neither || s.Base() != f.Base {
			t.Errorf("%s: %d bodies in the panel, %+v", c.id, len(c.p.Pairs), f)
		}
	}
	kinds := late.Turnover(paired(w[1], w[2], "organisation-type"))
	if diff := cmp.Diff([]Turnover{{0, 48, 27, 44}, {1, 5, 2, 3}, {2, 4, 1, 1}, {3, 1, 1, 1}, {4, 1, 1, 1}, {5, 3, 2, 5}}, kinds); diff != "" {
		t.Errorf("turnover by type (-want +got):\n%s", diff)
	}
}
