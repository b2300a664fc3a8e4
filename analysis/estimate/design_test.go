package estimate

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// relative fails unless got is within a relative tolerance of want.
func relative(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	near(t, what, got, want, tolerance*math.Abs(want))
}

func design(t testing.TB, weights []float64, strata []int, population []float64, lonely Lonely) *Design {
	t.Helper()
	d, err := NewDesign(weights, short(strata), population, lonely)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// short returns strata as a design has them.
func short(strata []int) []int16 {
	if strata == nil {
		return nil
	}
	all := make([]int16, len(strata))
	for i, h := range strata {
		all[i] = int16(h)
	}
	return all
}

func marks(n int, is func(i int) bool) []bool {
	all := make([]bool, n)
	for i := range all {
		all[i] = is(i)
	}
	return all
}

// TestStataExample: the data set fpc of Stata's survey manual, [SVY] svyset;
// totals and standard errors as printed there and by R's example(fpc), the mean
// from R 4.2.2 with survey 4.1-1.
func TestStataExample(t *testing.T) {
	y := []float64{2.8, 4.1, 6.8, 6.8, 9.2, 3.7, 6.6, 4.2}
	weights, strata := []float64{3, 3, 3, 3, 3, 4, 4, 4}, []int{0, 0, 0, 0, 0, 1, 1, 1}
	large := marks(8, func(i int) bool { return y[i] > 4 })
	for _, c := range []struct {
		population          []float64
		mean, total, domain float64 // standard errors
	}{
		{nil, 0.7412683, 20.0142, 0.7555129},
		{[]float64{15, 12}, 0.6160407, 16.6331, 0.6301110},
	} {
		d := design(t, weights, strata, c.population, Adjust)
		mean, total, domain := d.Mean(y, nil), d.Total(y, nil), d.Mean(y, large)
		near(t, "mean", mean.Value, 5.448148148, 5e-10)
		near(t, "its SE", mean.SE, c.mean, 5e-8)
		near(t, "total", total.Value, 147.1, 1e-12)
		near(t, "its SE", total.SE, c.total, 5e-5)
		near(t, "domain", domain.Value, 6.195, 1e-12)
		near(t, "its SE", domain.SE, c.domain, 5e-8)
		if mean.DF != 6 || d.DF() != 6 || domain.DF != 4 || domain.N != 6 {
			t.Errorf("df %v, %v, domain %v of %d", mean.DF, d.DF(), domain.DF, domain.N)
		}
		if c.population != nil {
			s := mean.Summary(0.95)
			near(t, "low", s.Low, 3.940751, 5e-7)
			near(t, "high", s.High, 6.955546, 1e-6) // made there of single precision numbers
		}
	}
}

// TestDeff: the example of design effects in Stata's manual, [SVY] estat
// effects, without and with weights; more digits from R's survey.
func TestDeff(t *testing.T) {
	y := []float64{15, 143, 21, 51, 337, 50, 274, 145, 15, 86}
	even := design(t, []float64{100, 100, 100, 100, 100, 100, 100, 100, 100, 100}, nil, nil, Adjust).Mean(y, nil)
	near(t, "mean", even.Value, 113.7, 1e-12)
	near(t, "SE", even.SE, 35.626, 5e-4)
	near(t, "deff", even.Deff, 1.0101, 5e-5)
	uneven := design(t, []float64{20, 200, 11, 25, 550, 30, 250, 100, 10, 55}, nil, nil, Adjust).Mean(y, nil)
	near(t, "mean", uneven.Value, 243.914, 5e-4)
	near(t, "SE", uneven.SE, 48.752, 5e-4)
	near(t, "deff", uneven.DeffReplacement, 1.974067, 5e-7)
}

// ours is the sample of 2018 by type with made-up numerators: 48 of 92, 3 of 8,
// 2 of 5, 1 of 2 and 0 of 2 (services of them answering), from 380, 25, 21, 12
// and 25 organisations.
func ours(t testing.TB, services int, lonely Lonely, endless bool) (d *Design, yes []bool) {
	n, x, exist := []int{92, 8, 5, 2, services}, []int{48, 3, 2, 1, 0}, []float64{380, 25, 21, 12, 25}
	var weights []float64
	var strata []int
	for h := range n {
		for i := range n[h] {
			weights = append(weights, exist[h]/float64(n[h]))
			strata = append(strata, h)
			yes = append(yes, i < x[h])
		}
	}
	if endless {
		exist = nil
	}
	return design(t, weights, strata, exist, lonely), yes
}

// TestOurs: R 4.2.2 with survey 4.1-1, svymean and svytotal.
func TestOurs(t *testing.T) {
	d, yes := ours(t, 2, Adjust, false)
	s := d.Proportion(yes, nil)
	relative(t, "share", s.Value, 0.4795591135, 2e-10)
	relative(t, "SE", s.SE, 0.04123408812, 2e-10)
	relative(t, "deff", s.Deff, 0.9622783554, 1e-9)
	relative(t, "Kish effective n", s.Effective, 101.0988441, 1e-9)
	relative(t, "Kish design effect", float64(s.N)/s.Effective, 1.078152782, 1e-9)
	if s.DF != 104 || s.N != 109 || s.Census {
		t.Errorf("%v df, %d units, census %v", s.DF, s.N, s.Census)
	}
	number := make([]float64, len(yes))
	for i, is := range yes {
		if is {
			number[i] = 1
		}
	}
	total := d.Total(number, nil)
	relative(t, "total", total.Value, 222.0358696, 1e-9)
	relative(t, "its SE", total.SE, 19.0913828, 1e-9)
	free, _ := ours(t, 2, Adjust, true)
	relative(t, "SE without fpc", free.Proportion(yes, nil).SE, 0.0472868865, 1e-9)
	var byType []Statistic
	for h, se := range []float64{0.04558719587, 0.15089021553, 0.21380899353, 0.45643546459, 0} {
		s := d.Proportion(yes, marks(len(yes), func(i int) bool { return int(d.Strata[i]) == h }))
		relative(t, "SE by type", s.SE, se, 1e-9)
		byType = append(byType, s)
	}
	difference := d.Contrast([]float64{1, -1}, byType[:2])
	near(t, "difference", difference.Value, 0.14673913, 5e-9)
	near(t, "its SE", difference.SE, 0.15763, 5e-6)
	if difference.N != 100 || difference.DF != 98 {
		t.Errorf("difference: %d units, %v df", difference.N, difference.DF)
	}
}

// TestLonely: the same with one public health service; R as above, with
// options(survey.lonely.psu).
func TestLonely(t *testing.T) {
	for _, c := range []struct {
		lonely Lonely
		se     float64
	}{{Certainty, 0.04123408812}, {Remove, 0.04123408812}, {Adjust, 0.04841420541}, {Average, 0.04610111202}} {
		d, yes := ours(t, 1, c.lonely, false)
		s := d.Proportion(yes, nil)
		relative(t, c.lonely.String(), s.SE, c.se, 2e-10)
		fast := d.Fast().Share(d.Cell(yes), d.Cell(nil))
		relative(t, c.lonely.String()+", fast", fast.SE, c.se, 2e-10)
		if d := cmp.Diff([]int{4}, s.Lonely); d != "" {
			t.Error(d)
		}
		// The average is over the strata of the estimate, not of the design.
		provinces := marks(len(yes), func(i int) bool { return d.Strata[i] >= 3 })
		part := d.Proportion(yes, provinces)
		if alone := d.Proportion(yes, marks(len(yes), func(i int) bool { return d.Strata[i] == 4 })); alone.DF != 0 || alone.Summary(0.95).Interval {
			t.Errorf("%v: one unit has %v df", c.lonely, alone.DF)
		}
		if c.lonely == Average {
			certain, _ := ours(t, 1, Certainty, false)
			relative(t, "two strata, one lonely", part.SE, certain.Proportion(yes, provinces).SE*math.Sqrt2, 1e-12)
		}
	}
}

// TestLonelyTotal: R 4.2.2, survey 4.1-1: strata of 3 of 10, 1 of 6, 2 of 8 and
// 1 of 1 unit, made up. The full stratum of one is not lonely.
func TestLonelyTotal(t *testing.T) {
	y := []float64{2, 3, 5, 11, 7, 1, 4}
	in := []bool{true, true, true, true, false, true, false}
	for _, c := range []struct {
		lonely                           Lonely
		total, mean, domain, domainTotal float64
	}{
		{Adjust, 41.63947446034, 1.3024561385217, 1.6552014284846, 41.020218591974},
		{Certainty, 10.977818544684, 0.59068552849691, 0.64889520819773, 8.3261635823469},
		{Average, 12.676092983776, 0.68206489776822, 0.79473107831075, 10.197426145847},
	} {
		d := design(t, []float64{2, 2.5, 3, 4, 1.5, 2, 3}, []int{0, 0, 0, 1, 2, 2, 3}, []float64{10, 6, 8, 1}, c.lonely)
		relative(t, "total", d.Total(y, nil).SE, c.total, 1e-12)
		relative(t, "mean", d.Mean(y, nil).SE, c.mean, 1e-12)
		relative(t, "domain", d.Mean(y, in).SE, c.domain, 1e-12)
		relative(t, "domain total", d.Total(y, in).SE, c.domainTotal, 1e-12)
		if got := d.Mean(y, nil).Lonely; !cmp.Equal(got, []int{1}) {
			t.Errorf("lonely strata %v", got)
		}
	}
}

// apistrat is the categorical part of R's data set apistrat (package survey) as
// counts of the levels E, H and M of stype, in the order of awards, comp.imp and
// sch.wide; populations 4421, 755 and 1018.
func apistrat(t testing.TB) (d *Design, awards, schoolWide []bool) {
	var strata []int
	for _, c := range []struct {
		n            [3]int
		wide, awards bool
	}{
		{[3]int{7, 23, 15}, false, false}, {[3]int{18, 10, 11}, true, false},
		{[3]int{2, 1, 0}, false, false}, {[3]int{73, 16, 24}, true, true},
	} {
		for h, n := range c.n {
			for range n {
				strata, awards, schoolWide = append(strata, h), append(awards, c.awards), append(schoolWide, c.wide)
			}
		}
	}
	population, sampled := []float64{4421, 755, 1018}, []float64{100, 50, 50}
	weights := make([]float64, len(strata))
	for i, h := range strata {
		weights[i] = population[h] / sampled[h]
	}
	return design(t, weights, strata, population, Adjust), awards, schoolWide
}

func TestNewDesignErrors(t *testing.T) {
	for _, c := range []struct {
		name       string
		weights    []float64
		strata     []int
		population []float64
		lonely     Lonely
		want       string
	}{
		{"negative weight", []float64{1, -1}, nil, nil, Adjust, "unit 1 has the weight -1"},
		{"no weight", []float64{math.NaN()}, nil, nil, Adjust, "unit 0 has the weight NaN"},
		{"lengths", []float64{1}, []int{0, 0}, nil, Adjust, "1 weights and 2 strata"},
		{"negative stratum", nil, []int{0, -1}, nil, Adjust, "unit 1 is in stratum -1"},
		{"no population", nil, []int{0, 1}, []float64{9}, Adjust, "unit 1 is in stratum 1"},
		{"too many", nil, []int{0, 0}, []float64{1}, Adjust, "stratum 0 has 2 units of a population of 1"},
		{"fail", nil, []int{0, 0, 1}, []float64{9, 2}, Fail, "stratum 1 has one unit"},
		{"policy", nil, []int{0}, nil, 9, "no policy Lonely(9)"},
	} {
		_, err := NewDesign(c.weights, short(c.strata), c.population, c.lonely)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	if _, err := NewDesign(nil, []int16{0, 0, 1}, []float64{9, 1}, Fail); err != nil {
		t.Errorf("all of one: %v", err)
	}
}

// TestEmptyDomain: nobody is not 0 of somebody.
func TestEmptyDomain(t *testing.T) {
	d, yes := ours(t, 2, Adjust, false)
	nobody := make([]bool, len(yes))
	for _, s := range []Statistic{d.Proportion(yes, nobody), d.Total(make([]float64, len(yes)), nobody), d.Fast().Share(d.Cell(nobody), d.Cell(nobody))} {
		if s.N != 0 || s.SE != 0 || s.DF != 0 || s.Census || s.Weight != 0 || s.Effective != 0 {
			t.Errorf("%+v", s)
		}
		if _, _, ok := s.Share().Interval(DefaultInterval, 0.95); ok {
			t.Error("an interval for nobody")
		}
	}
}

// TestResidual: post-stratified apisrs as counts: the influence of a mean less
// the mean of its post-stratum, so that what the post-strata explain adds
// nothing. A calibration that leaves nothing has no variance.
func TestResidual(t *testing.T) {
	d, yes := ours(t, 2, Adjust, true)
	plain := d.Proportion(yes, nil).SE
	d.Residual = func(z []float64) []float64 { return append([]float64(nil), z...) }
	relative(t, "nothing explained", d.Proportion(yes, nil).SE, plain, 1e-15)
	d.Residual = func(z []float64) []float64 { return make([]float64, len(z)) }
	if s := d.Proportion(yes, nil); s.SE != 0 || s.Value == 0 {
		t.Errorf("all explained: %+v", s)
	}
}
