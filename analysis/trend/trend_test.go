package trend

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/frame"
	"benchmark/survey/register"
	"benchmark/survey/waves"
)

const samples = "../../sample-data/"

// sample reads waves of the sample as the commands do.
func sample(t testing.TB, years ...int) []Wave {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(samples + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	var all []Wave
	for _, year := range years {
		name := fmt.Sprintf("howaboutyou-%d.xlsx", year)
		if year == 2017 {
			name = "howaboutyou-2017.csv"
		}
		f, err := export.Read(name, read(name), export.Options{})
		if err != nil {
			t.Fatal(err)
		}
		book, err := codebook.Read("c.yaml", read(fmt.Sprintf("howaboutyou-%d.codebook.yaml", year)))
		if err != nil {
			t.Fatal(err)
		}
		s, err := book.Apply(f)
		if err != nil {
			t.Fatal(err)
		}
		reg, err := frame.ReadRegister("register-2018.csv", read("register-2018.csv"))
		if err != nil {
			t.Fatal(err)
		}
		roster := register.Identify(s, register.Options{Register: reg})
		roster.Settle(book.FromRegister.Several)
		study, err := analysis.Analyze(s, analysis.Defaults())
		if err != nil {
			t.Fatal(err)
		}
		m, err := survey.ParseMoment(fmt.Sprintf("%d-10", year))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, Wave{m, study, roster})
	}
	return all
}

// TestSample holds the trend of the sample to its counts, which package sampledata holds
// against the files, and its tests to package contrast.
func TestSample(t *testing.T) {
	tr := made(t, sample(t, 2017, 2018, 2019))
	uses := row(t, tr, "whatsapp-adoption:uses")
	for i, want := range []string{"11/78", "56/117", "51/96"} {
		if got := fmt.Sprintf("%d/%d", uses.Figures[i].Count, uses.Figures[i].Base); got != want {
			t.Errorf("wave %d: %s, want %s", i, got, want)
		}
	}
	first, second := uses.Changes[1], uses.Changes[2]
	if first.Verdict != waves.WithBreak || len(first.Why) == 0 || first.Conclusion(0.95) != (analysis.Verdict{}) {
		t.Errorf("a reworded question with an option split gives a trend: %+v", first)
	}
	want := contrast.Waves{
		Panel:  contrast.Panel{Both: 26, Lost: 7, Gained: 9, Neither: 20},
		Before: contrast.Answered{Yes: 56 - 33, N: 117 - 62}, After: contrast.Answered{Yes: 51 - 35, N: 96 - 62},
	}.Change(0.95)
	if second.Verdict != waves.Comparable || second.Result.P != want.Together.P || second.Panel.Result.P != want.Panel.P || second.Once.Result.P != want.Apart.P {
		t.Errorf("2018 to 2019: %+v, want %+v", second, want)
	}
	if second.Difference.Low != want.Together.Difference.Low || second.Difference.Method != PartlyPaired || second.Panel.N1 != 62 {
		t.Errorf("the margin of the difference: %+v, want %+v", second.Difference, want.Together.Difference)
	}
	if second.Result.Adjusted < second.Result.P || second.Family < 10 || second.Conclusion(0.95).Conclusion != contrast.Undecided {
		t.Errorf("not corrected for %d tests: %+v", second.Family, second.Result)
	}
	if uses.Overall.From != 1 || uses.Overall.Result.P != second.Result.P {
		t.Errorf("the change over all waves goes across a break: %+v", uses.Overall)
	}
	for _, id := range []string{"whatsapp-satisfaction:net:top-two", "whatsapp-volume:mean", "whatsapp-barriers:capacity"} {
		if c := row(t, tr, id).Changes[1]; c.Verdict != waves.NotComparable || c.Difference.Status != analysis.NotEstimated || c.Result.Name != contrast.NoTest {
			t.Errorf("%s of 2017 and 2018 is compared: %+v", id, c)
		}
	}
}

// TestNoMarginWhereTheStudyHasNone: the interval of a mean that would tell its largest
// answer does not come back in the margin or the test of a change.
func TestNoMarginWhereTheStudyHasNone(t *testing.T) {
	tr := made(t, sample(t, 2018, 2019))
	r := row(t, tr, "whatsapp-volume:mean")
	with := tr.change(r, 0, 1, waves.Comparable, nil, nil)
	e := &r.Figures[0]
	e.Low, e.High, e.SE, e.DF, e.Method, e.Notes = 0, 0, 0, 0, analysis.NoInterval, []analysis.Note{analysis.NoteExtreme}
	c := tr.change(r, 0, 1, waves.Comparable, nil, nil)
	if with.Difference.Method == analysis.NoInterval || with.Result.Name == contrast.NoTest {
		t.Errorf("a change of means with their intervals: %+v", with)
	}
	if c.Difference.Value != with.Difference.Value || c.Difference.Method != analysis.NoInterval || c.Result.Name != contrast.NoTest {
		t.Errorf("a change of means without an interval: %+v", c)
	}
}

// TestSkippedWave: a wave that did not ask does not end a line.
func TestSkippedWave(t *testing.T) {
	all := sample(t, 2018, 2017, 2019)
	m := all[0].Moment
	all[0].Moment, all[1].Moment = all[1].Moment, m
	c := row(t, made(t, all), "change:net:rise").Changes[2]
	if c.From != 0 || c.Verdict != waves.Comparable || c.Difference.Status != analysis.Estimated {
		t.Errorf("the change over a wave that did not ask: %+v", c)
	}
}

// TestNothingInCommon: waves without a question in common are refused.
func TestNothingInCommon(t *testing.T) {
	all := sample(t, 2017, 2018)
	empty := *all[0].Study
	empty.Tables = nil
	all[0].Study = &empty
	if _, err := Make(all, Options{Level: 0.95}); err == nil || !strings.Contains(err.Error(), "same_as") {
		t.Errorf("error %v", err)
	}
}

// TestUntold: of protected answers nothing is told of those that answered twice where a
// cell is small, and the test is then one of the published figures alone.
func TestUntold(t *testing.T) {
	tr := made(t, sample(t, 2018, 2019))
	hidden := 0
	for i := range tr.Rows {
		r := &tr.Rows[i]
		c := &r.Changes[1]
		if !r.Protected || r.Amount || c.Difference.Status != analysis.Estimated {
			continue
		}
		x := tr.counted(r, 0, 1)
		small := min(x.cells.Both, x.cells.Lost, x.cells.Gained, x.cells.Neither) < analysis.MinimumAnswers
		if small && (c.Panel.Status != analysis.HiddenOthers || !c.Separate) {
			t.Errorf("%s tells of cells %+v", r.ID, x.cells)
		}
		if !small {
			continue
		}
		hidden++
		want := contrast.Waves{Before: x.before(), After: x.after()}.Change(0.95).Together
		if c.Result.P != want.P || c.Difference.Low != want.Difference.Low {
			t.Errorf("%s: the test knows more than what is published: %+v, want %+v", r.ID, c.Result, want)
		}
		if c.Panel.N1 != 0 || c.Panel.Result.Name != contrast.NoTest || c.Once.N1 != 0 {
			t.Errorf("%s: %+v", r.ID, c.Panel)
		}
	}
	if hidden < 5 {
		t.Errorf("%d rows with small cells: the sample shows nothing", hidden)
	}
	open := Options{Level: 0.95, Disclosure: analysis.Unprotected}
	all, err := Make(sample(t, 2018, 2019), open)
	if err != nil {
		t.Fatal(err)
	}
	for i := range all.Rows {
		if c := &all.Rows[i].Changes[1]; c.Separate && !all.Rows[i].Amount || c.Panel.Status.Hidden() {
			t.Errorf("%s is hidden without disclosure control", all.Rows[i].ID)
		}
	}
}

// TestSafe: what subtracting a panel from a wave, or from another panel of it, leaves is
// no small group and no group of one answer.
func TestSafe(t *testing.T) {
	wide := contrast.Panel{Both: 10, Lost: 10, Gained: 10, Neither: 10}
	crossing := func(once [2]contrast.Answered, first int) *crossed {
		x := &crossed{cells: wide, once: once, waveOf: [2]int{0, 1}}
		for k := range x.once {
			x.base[k], x.yes[k], x.twice[k] = survey.NewBits(100), survey.NewBits(100), survey.NewBits(100)
			for i := range 100 {
				if i >= first && i < first+40 {
					x.twice[k].Set(i)
				}
				if i%2 == 0 {
					x.yes[k].Set(i)
				}
			}
		}
		return x
	}
	none := contrast.Answered{}
	for _, tt := range []struct {
		once [2]contrast.Answered
		want bool
	}{
		{[2]contrast.Answered{none, none}, true},
		{[2]contrast.Answered{{Yes: 3, N: 9}, {Yes: 1, N: 5}}, true},
		{[2]contrast.Answered{{Yes: 2, N: 4}, none}, false},
		{[2]contrast.Answered{none, {Yes: 9, N: 9}}, false},
		{[2]contrast.Answered{{Yes: 0, N: 9}, none}, false},
	} {
		if got := crossing(tt.once, 0).safe(nil); got != tt.want {
			t.Errorf("those that answered once %+v: safe %v", tt.once, got)
		}
	}
	for first, want := range map[int]bool{0: true, 1: false, 4: false, 6: true} {
		var before []told
		nobody := [2]contrast.Answered{none, none}
		(&Trend{}).tell(&Row{questions: []int{0, 0}}, crossing(nobody, 0), &before)
		if got := crossing(nobody, first).safe(before); got != want {
			t.Errorf("a panel that differs by %d from the one told: safe %v", first, got)
		}
	}
	small := crossing([2]contrast.Answered{none, none}, 0)
	small.cells.Gained = 4
	if small.safe(nil) {
		t.Error("a cell of 4 is told")
	}
}

// TestFlows: who started and stopped, who went where, and what planners did.
func TestFlows(t *testing.T) {
	tr := made(t, sample(t, 2018, 2019))
	for _, f := range tr.Flows {
		sum := 0
		for _, line := range f.Cells {
			for _, n := range line {
				sum += n
			}
		}
		if sum != f.Base || f.Hidden {
			t.Errorf("%+v", f)
		}
	}
	for _, f := range tr.Follows {
		r := f.Learned.Surely
		if f.Told && (r.Did < analysis.MinimumAnswers || r.Of-r.Did < analysis.MinimumAnswers) {
			t.Errorf("what %d of %d planners did is told", r.Did, r.Of)
		}
	}
	if got := tr.Learned("WhatsApp"); len(got) != 1 || got[0].Surely.Did != 6 || got[0].Surely.Of != 12 || !got[0].Together {
		t.Errorf("learned of WhatsApp: %+v", got)
	}
	if f := shown(Flow{Cells: [][]int{{9, 4}, {9, 9}}}, true); !f.Hidden || f.Cells != nil {
		t.Errorf("a protected flow with a small cell is told: %+v", f)
	}
	if f := shown(Flow{Cells: [][]int{{9, 5}, {9, 9}}}, true); f.Hidden {
		t.Errorf("a protected flow without a small cell is hidden: %+v", f)
	}
}

// TestByDesign: weighted figures are compared by their standard errors, as independent.
func TestByDesign(t *testing.T) {
	var c Change
	before := analysis.Estimate{Status: analysis.Estimated, Value: 0.4, SE: 0.03, DF: 50, Base: 60, Weighted: true}
	after := analysis.Estimate{Status: analysis.Estimated, Value: 0.5, SE: 0.04, DF: 40, Base: 50, Weighted: true}
	c.byDesign(&before, &after, 0.95)
	// t = 0.1 / 0.05 on 40 degrees of freedom; 2.0211 is the quantile of tables.
	if c.Result.Name != contrast.DesignT || c.Result.Statistic < 1.9999 || c.Result.Statistic > 2.0001 || c.Difference.Method != Independent {
		t.Errorf("%+v", c.Result)
	}
	if low := 0.1 - 2.0211*0.05; c.Difference.Low < low-1e-4 || c.Difference.Low > low+1e-4 {
		t.Errorf("from %v, want %v", c.Difference.Low, low)
	}
	if c.Result.P < 0.05 != (c.Difference.Low > 0) {
		t.Errorf("p %v and an interval from %v contradict each other", c.Result.P, c.Difference.Low)
	}
}

// TestTwice: the same waves give the same trend.
func TestTwice(t *testing.T) {
	a, b := made(t, sample(t, 2017, 2018, 2019)), made(t, sample(t, 2017, 2018, 2019))
	if fmt.Sprintf("%+v%+v", a.Rows, a.Flows) != fmt.Sprintf("%+v%+v", b.Rows, b.Flows) {
		t.Error("two trends of the same waves differ")
	}
}

func made(t testing.TB, all []Wave) *Trend {
	t.Helper()
	tr, err := Make(all, Options{Level: 0.95, Disclosure: analysis.Publish})
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

func row(t testing.TB, tr *Trend, id string) *Row {
	t.Helper()
	for i := range tr.Rows {
		if tr.Rows[i].ID == id {
			return &tr.Rows[i]
		}
	}
	t.Fatalf("no row %s", id)
	return nil
}
