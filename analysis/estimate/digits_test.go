package estimate

import (
	"math"
	"slices"
	"testing"
)

// single is apistrat with its weights as the data set has them, of single
// precision, and simple is apisrs: 200 of 6194 of which the first have the answer.
func single(t *testing.T) (d *Design, awards, wide []bool) {
	exact, awards, wide := apistrat(t)
	weights := make([]float64, len(exact.Weights))
	for i, w := range exact.Weights {
		weights[i] = float64(float32(w))
	}
	d, err := NewDesign(weights, exact.Strata, exact.Population, Adjust)
	if err != nil {
		t.Fatal(err)
	}
	return d, awards, wide
}

func simple(t *testing.T, with int) (d *Design, is []bool) {
	return design(t, slices.Repeat([]float64{30.97}, 200), nil, []float64{6194}, Adjust),
		marks(200, func(i int) bool { return i < with })
}

// TestIntervalsToTheLastDigit: svyciprop of R 4.2.2, survey 4.1-1, on its data
// sets apistrat and apisrs and on the sample of TestOurs, with the degrees of
// freedom of the design; wilson by the formula of survey 4.5. Each bound is
// held to half a unit of the last digit that R printed.
func TestIntervalsToTheLastDigit(t *testing.T) {
	strat, awards, wide := single(t)
	srs, improved := simple(t, 133)
	_, high := simple(t, 25)
	bodies, yes := ours(t, 2, Adjust, false)
	methods := []IntervalMethod{MeanInterval, AsinInterval, XlogitInterval, LikelihoodInterval, BetaInterval, WilsonInterval}
	for _, c := range []struct {
		name  string
		d     *Design
		is    []bool
		p, se float64
		want  [6][2]float64
	}{
		{"apistrat awards", strat, awards, .6389360641, .0344059180, [6][2]float64{
			{.5710848745, .7067872536}, {.5699263226, .7051778057}, {.5687210989, .7036757794},
			{.5693959846, .7047859014}, {.5672187015, .7063547830}, {.5689785945, .7034568136}}},
		{"apistrat sch.wide", strat, wide, .8279480114, .0243447801, [6][2]float64{
			{.7799381810, .8759578419}, {.7774179082, .8731788341}, {.7745396547, .8708148549},
			{.7764118534, .8724158661}, {.7741713286, .8734315926}, {.7748145864, .8706375623}}},
		{"apisrs comp.imp", srs, improved, .665, .0329139084, [6][2]float64{
			{.6000952028, .7299047972}, {.5987419633, .7281428318}, {.5973197271, .7265132151},
			{.5981463192, .7276996879}, {.5960275055, .7291352629}, {.5975652143, .7263103604}}},
		{"apisrs stype H", srs, high, .125, .0230624405, [6][2]float64{
			{.0795218695, .1704781305}, {.0832050700, .1738749410}, {.0861394732, .1779775776},
			{.0842174602, .1752187446}, {.0830865021, .1781160927}, {.0863710727, .1775480756}}},
		{"ours", bodies, yes, .4795591135, .04123408812, [6][2]float64{
			{.3977903694, .5613278576}, {.398428156, .5612364463}, {.3990484012, .5611457681},
			{.3983289795, .5615197789}, {.3964482265, .5635123285}, {.3993956539, .5607891926}}},
	} {
		const half = 0.5e-10
		s := c.d.Proportion(c.is, nil)
		near(t, c.name, s.Value, c.p, half)
		near(t, c.name+" SE", s.SE, c.se, half)
		q := s.Share()
		q.Fit = c.d.Fit(c.is, nil)
		for i, m := range methods {
			low, high, ok := q.Interval(m, 0.95)
			if !ok {
				t.Errorf("%s, %s: none", c.name, m)
			}
			near(t, c.name+", "+string(m)+" low", low, c.want[i][0], half)
			near(t, c.name+", "+string(m)+" high", high, c.want[i][1], half)
		}
		if low, high, _ := q.Interval(LogitInterval, 0.95); c.name == "apistrat sch.wide" {
			near(t, "logit low", low, .774539654351568, 1e-13)
			near(t, "logit high", high, .870814854544508, 1e-13)
		}
	}
}

// TestTotalsOfAnswers: svytotal(~stype) of apisrs, R as above, and of the sample of
// TestOurs the effective number of units and the share as it stands.
func TestTotalsOfAnswers(t *testing.T) {
	for _, c := range []struct {
		with      int
		total, se float64
	}{{142, 4397.74, 195.995276484}, {25, 774.25, 142.848756641}, {33, 1022.01, 160.325514195}} {
		d, is := simple(t, c.with)
		s := d.Total(slices.Repeat([]float64{1}, 200), is)
		near(t, "total", s.Value, c.total, 0.5e-9)
		near(t, "its SE", s.SE, c.se, 0.5e-9)
	}
	d, yes := ours(t, 2, Adjust, false)
	s := d.Proportion(yes, nil)
	near(t, "n_eff", s.Value*(1-s.Value)/(s.SE*s.SE), 146.7914523, 0.5e-7)
	near(t, "unweighted", float64(count(yes))/float64(len(yes)), .495412844, 0.5e-9)
}

// TestFit: glm of R 4.2.2 on 30 units, weights 1 to 30, of which the 20th
// alone has the answer: it stops 1.65e-8 short of logit p.
func TestFit(t *testing.T) {
	weights := make([]float64, 30)
	for i := range weights {
		weights[i] = float64(i + 1)
	}
	d := design(t, weights, nil, nil, Adjust)
	is := marks(30, func(i int) bool { return i == 19 })
	f := d.Fit(is, nil)
	near(t, "intercept", f.At, -3.10234199206897, 1e-12)
	near(t, "its variance", 1/(30*bernoulli(f.Before)), 0.809690641433268, 1e-12)
	near(t, "short of logit p", f.At-math.Log(20./445), 1.65432774146268e-08, 1e-13)
	for name, none := range map[string][]bool{"nobody": make([]bool, 30), "everyone": marks(30, func(int) bool { return true })} {
		if f := d.Fit(none, nil); f != (Fit{}) {
			t.Errorf("%s: %+v", name, f)
		}
	}
}
