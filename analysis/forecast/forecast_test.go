package forecast

import (
	"fmt"
	"math"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/diffusion"
	"benchmark/survey"
	"benchmark/survey/series"
)

func moment(t testing.TB, text string) survey.Moment {
	t.Helper()
	m, err := survey.ParseMoment(text)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func dutch(t testing.TB) Subject {
	t.Helper()
	all, err := series.Embedded("nl-whatsapp", false)
	if err != nil {
		t.Fatal(err)
	}
	return Published(all[0], 0.95)
}

// TestDutch: the series as it was published. The plans of October 2018 against the count
// of December 2019 (numbers: the examples of package diffusion, and 189/355 by hand).
func TestDutch(t *testing.T) {
	f := Make(dutch(t), Options{Level: 0.95})
	if f.Growth.Curve() || f.Growth.Points != 1 || f.Growth.Need != 4 || f.Growth.Fits[0].Fit.Reason != diffusion.TooFewPoints {
		t.Errorf("a curve through figures of %d kinds: %+v", len(f.Points), f.Growth.Fits)
	}
	if f.Plans != nil {
		t.Error("the last figure has no plans, and yet there is a forecast by plans")
	}
	want := map[string]float64{"as-stated": 80.0 / 117, "juster": (56 + 12*.99 + 12*.8) / 117, "concept-test": (56 + 12*.4 + 12*.2) / 117}
	found := 0
	for _, j := range f.Judged {
		if j.Comparable {
			t.Errorf("%+v is of one kind with the figures before it", j)
		}
		if j.Road != ByPlans {
			continue
		}
		found++
		near(t, j.Name, j.Figure.Value, want[j.Name], 1e-12)
		near(t, j.Name+", error", j.Error, want[j.Name]-189.0/355, 1e-12)
		if j.Months != 14 || j.On != 5 || j.From != 4 || j.Main != (j.Name == "juster") {
			t.Errorf("%+v", j)
		}
		if inside := j.Name == "concept-test"; j.Inside != inside {
			t.Errorf("%s from %v to %v: inside %v", j.Name, j.Figure.Low, j.Figure.High, j.Inside)
		}
	}
	if found != 3 {
		t.Errorf("%d forecasts by plans", found)
	}
	if r := f.Record(ByPlans); r.Held != 0 {
		t.Errorf("a record of figures that can't be compared: %+v", r)
	}
	if got := fmt.Sprint(f.Growth.Ahead); got != "[2020-12 2021-12 2022-12]" {
		t.Errorf("ahead are %s", got)
	}
}

// TestKnownThen: what is foretold of a figure does not hang on that figure or later ones.
func TestKnownThen(t *testing.T) {
	a, b := dutch(t), dutch(t)
	b.Points[5].Yes = 3
	b.Measured[5].Value = 3.0 / 355
	x, y := Make(a, Options{Level: 0.95}), Make(b, Options{Level: 0.95})
	if len(x.Judged) != len(y.Judged) {
		t.Fatal(len(x.Judged), len(y.Judged))
	}
	for i := range x.Judged {
		if fmt.Sprint(x.Judged[i].Figure) != fmt.Sprint(y.Judged[i].Figure) {
			t.Errorf("%s %s: %+v and %+v", x.Judged[i].Road, x.Judged[i].Name, x.Judged[i].Figure, y.Judged[i].Figure)
		}
	}
	if x.Judged[len(x.Judged)-1].Error == y.Judged[len(y.Judged)-1].Error {
		t.Error("another outcome, the same error")
	}
}

// growing are seven waves of one survey; the last one has plans.
func growing(t testing.TB) Subject {
	t.Helper()
	s := series.Series{Subject: "Chat"}
	for i, yes := range []int{9, 14, 21, 33, 48, 63, 74} {
		s.Points = append(s.Points, series.Point{Moment: moment(t, fmt.Sprint(2012+i)), Yes: yes, N: 120, Kind: series.Sample, Population: "a", Method: "b"})
	}
	s.Points[6].Planned, s.Points[6].Surely, s.Points[6].Likely = true, 10, 8
	return Published(s, 0.95)
}

// TestCurve: figures of one kind have a curve, and the back-test is that of package
// diffusion.
func TestCurve(t *testing.T) {
	f := Make(growing(t), Options{Level: 0.95, Ceiling: 1})
	if !f.Growth.Curve() || len(f.Growth.Paths) != 2 || f.Growth.Together != nil {
		t.Fatalf("%+v", f.Growth)
	}
	fit := diffusion.Estimate(points(f.Points), diffusion.Setting{Model: diffusion.Logistic, Ceiling: 1})
	near(t, "2019", f.Growth.Paths[0].Figures[0].Value, fit.Curve.At(2019.5), 1e-12)
	held := diffusion.Sum(diffusion.BackTest(points(f.Points), diffusion.Setting{Model: diffusion.Logistic, Ceiling: 1}, 0.95))
	if got := f.Record(ByCurve); got.Foretold != held.Foretold || got.Inside != held.Inside || math.Abs(got.Absolute-held.Absolute) > 1e-12 {
		t.Errorf("record %+v, want %+v", got, held)
	}
	if got := f.Record(ByScenarios); got.Foretold != 3 {
		t.Errorf("%d forecasts by scenarios of the first waves", got.Foretold)
	}
	free := Make(growing(t), Options{Level: 0.95})
	if fit := free.Growth.Fits[0]; fit.Fit.Reason != diffusion.Fitted || fit.Setting.Ceiling != 1 && fit.Setting.Ceiling != 0 {
		t.Errorf("without a ceiling: %+v", fit.Fit.Reason)
	}
	broken := growing(t)
	broken.Points[4].Break = series.OtherMethod
	if g := Make(broken, Options{Level: 0.95}).Growth; g.Curve() || g.Points != 3 || len(g.Together) != 3 {
		t.Errorf("a curve across a break: %+v", g)
	}
}

// TestConventions: which rates count.
func TestConventions(t *testing.T) {
	s := growing(t)
	mine := diffusion.Convention{Name: GivenName, Sure: diffusion.Fixed(0.5), Likely: diffusion.Fixed(0.25)}
	l, ok := Settle(moment(t, "2017"), moment(t, "2018"), Followed{7, 12}, Followed{5, 12}, 5)
	if !ok || l.Together || l.Surely.Part != 7.5/13 || l.Likely.Part != 5.5/13 {
		t.Fatalf("%+v, %v", l, ok)
	}
	late := l
	late.To = moment(t, "2019")
	for _, tt := range []struct {
		learned []Learned
		rates   diffusion.Convention
		main    string
		all     int
	}{
		{nil, diffusion.Convention{}, "juster", 3},
		{[]Learned{l}, diffusion.Convention{}, LearnedName, 4},
		{[]Learned{late}, diffusion.Convention{}, "juster", 3},
		{[]Learned{l}, mine, GivenName, 5},
		{nil, diffusion.ConceptTest(), "concept-test", 3},
	} {
		s.Learned = tt.learned
		p := Make(s, Options{Level: 0.95, Rates: tt.rates}).Plans
		if got := p.Expected[p.Main].Convention.Name; got != tt.main || len(p.Expected) != tt.all {
			t.Errorf("%s of %d counts, want %s of %d", got, len(p.Expected), tt.main, tt.all)
		}
	}
	s.Learned = []Learned{l}
	p := Make(s, Options{Level: 0.95}).Plans
	near(t, "learned", p.Expected[p.Main].Figure.Value, (74+10*7.5/13+8*5.5/13)/120, 1e-12)
	if p.Moment.String() != "2019" {
		t.Errorf("plans are for %s", p.Moment)
	}
}

// TestSettle: what single planners did can't be read off learned rates.
func TestSettle(t *testing.T) {
	from, to := moment(t, "2016"), moment(t, "2018")
	for _, tt := range []struct {
		surely, likely Followed
		ok, together   bool
	}{
		{Followed{5, 10}, Followed{5, 10}, true, false},
		{Followed{4, 9}, Followed{5, 10}, true, true},
		{Followed{6, 10}, Followed{5, 10}, true, true},
		{Followed{5, 5}, Followed{0, 5}, true, true},
		{Followed{4, 9}, Followed{0, 0}, false, false},
		{Followed{5, 5}, Followed{5, 5}, false, false},
		{Followed{0, 5}, Followed{0, 5}, false, false},
	} {
		l, ok := Settle(from, to, tt.surely, tt.likely, 5)
		if ok != tt.ok || l.Together != tt.together {
			t.Errorf("%v and %v: %+v, %v", tt.surely, tt.likely, l, ok)
		}
		if ok && l.Together && l.Surely.Of != tt.surely.Of+tt.likely.Of {
			t.Errorf("%+v are not all", l)
		}
	}
}

// TestShock: a change of rules that makes a part stop.
func TestShock(t *testing.T) {
	s := dutch(t)
	f := Make(s, Options{Level: 0.95, Until: moment(t, "2020-06"), Shock: &Shock{Moment: moment(t, "2020-01"), Left: 54.0 / 189}})
	if len(f.Growth.Ahead) != 1 || len(f.Growth.Shocked) != 3 {
		t.Fatalf("%+v", f.Growth)
	}
	near(t, "still, after the shock", f.Growth.Shocked[0].Figures[0].Value, 135.0/355, 1e-12)
	near(t, "still, without it", f.Growth.Paths[0].Figures[0].Value, 189.0/355, 1e-12)
	if f.Growth.Together[0].Low != f.Growth.Paths[0].Figures[0].Low {
		t.Error("all scenarios together begin elsewhere than the lowest one")
	}
}

// TestPublished: a census has no margin, a rough figure has none to tell.
func TestPublished(t *testing.T) {
	s := dutch(t)
	for i, want := range []analysis.Method{analysis.NoInterval, analysis.Census, analysis.NoInterval, analysis.NoInterval, analysis.Wilson, analysis.Census} {
		if got := s.Measured[i].Method; got != want {
			t.Errorf("%s: %q, want %q", s.Points[i].Moment, got, want)
		}
	}
	near(t, "Wilson of 56 in 117, low", s.Measured[4].Low, .3902428932, 1e-9) // notes: C7 (h)
}

// FuzzMake: whatever a file holds, a forecast comes out or an error, and shares stay
// shares.
func FuzzMake(f *testing.F) {
	text, _ := series.Text("nl-whatsapp", false)
	f.Add([]byte(text), 0.0)
	f.Add([]byte("moment,count,base,kind,population,method\n2012,1,9,sample,a,b\n2013,2,9,sample,a,b\n2014,5,9,sample,a,b\n2015,9,9,sample,a,b\n"), 0.5)
	f.Fuzz(func(t *testing.T, data []byte, ceiling float64) {
		all, err := series.Read("f", data)
		if err != nil || len(all[0].Points) > 5 || !(ceiling >= 0 && ceiling <= 1) {
			return
		}
		for _, p := range Make(Published(all[0], 0.9), Options{Level: 0.9, Ceiling: ceiling}).Growth.Paths {
			for _, e := range p.Figures {
				if !(0 <= e.Low && e.Low <= e.Value && e.Value <= e.High && e.High <= 1) {
					t.Fatalf("%s: %+v", p.Name, e)
				}
			}
		}
	})
}
