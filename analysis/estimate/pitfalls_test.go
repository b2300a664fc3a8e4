package estimate

import (
	"math"
	"testing"
)

// The faults that users found in other programs for survey estimates, each as a
// case of which the answer follows by hand.

// A simple random sample of which only the population is told: the standard
// error is √((1-n/N)·s²/n), not that of a total and not that without it
// (samplics, issue 60).
func TestPopulationAlone(t *testing.T) {
	y := []float64{2, 4, 4, 6, 9}
	d, err := NewDesign(nil, make([]int16, len(y)), []float64{20}, Adjust)
	if err != nil {
		t.Fatal(err)
	}
	got := d.Mean(y, nil)
	if want := math.Sqrt((1 - 5.0/20) * 7 / 5); math.Abs(got.SE-want) > 1e-12 || got.Value != 5 {
		t.Errorf("mean %v, standard error %v, want 5 and %v", got.Value, got.SE, want)
	}
}

// Without degrees of freedom there is no interval, and never one of width zero
// (svy, issue 96).
func TestNoFreedomNoInterval(t *testing.T) {
	d, err := NewDesign(nil, []int16{0, 1}, []float64{10, 20}, Adjust)
	if err != nil {
		t.Fatal(err)
	}
	s := d.Proportion([]bool{true, false}, nil)
	if s.DF > 0 {
		t.Fatalf("%v degrees of freedom", s.DF)
	}
	for _, m := range IntervalMethods() {
		if low, high, ok := s.Share().Interval(m, 0.95); ok {
			t.Errorf("%s: [%v, %v]", m, low, high)
		}
	}
	if m := s.Summary(0.95); m.Interval {
		t.Errorf("[%v, %v]", m.Low, m.High)
	}
}

// Units outside the domain are no answers in it: the interval of Korn and
// Graubard rests on the units inside (svy, pull request 175).
func TestUnitsOutsideDomainDoNotCount(t *testing.T) {
	const n, inside, yes = 1000, 20, 10
	is, in := make([]bool, n), make([]bool, n)
	for i := range n {
		in[i] = i < inside
		is[i] = i < yes
	}
	d, err := NewDesign(nil, make([]int16, n), nil, Adjust)
	if err != nil {
		t.Fatal(err)
	}
	s := d.Proportion(is, in)
	if s.N != inside || s.DF != inside-1 {
		t.Errorf("%d units, %v degrees of freedom", s.N, s.DF)
	}
	low, high, ok := s.Share().Interval(KornGraubardInterval, 0.95)
	exactLow, exactHigh := ClopperPearson(yes, inside, 0.95)
	if !ok || math.Abs(low-exactLow) > 0.03 || math.Abs(high-exactHigh) > 0.03 {
		t.Errorf("[%v, %v], near that of 10 of 20: [%v, %v]", low, high, exactLow, exactHigh)
	}
}

// The average policy scales by the strata of the domain at hand, not by those of
// the whole sample (svy, pull requests 177 and 181).
func TestAveragePerDomain(t *testing.T) {
	strata := []int16{0, 0, 0, 1, 2, 2}
	y := []float64{1, 2, 4, 9, 5, 7}
	d, err := NewDesign(nil, strata, nil, Average)
	if err != nil {
		t.Fatal(err)
	}
	in := []bool{true, true, true, true, false, false}
	got := d.Mean(y, in)
	// The mean is 4. Stratum 0 adds 3/2·Σ(u-ū)² = 3/2·(14/3)/16; of the two strata
	// of the domain one is lonely, so that this is doubled.
	if want := math.Sqrt(2 * 1.5 * (14.0 / 3) / 16); math.Abs(got.SE-want) > 1e-12 {
		t.Errorf("standard error %v, want %v", got.SE, want)
	}
}

// A quantile has a standard error: the length of its interval over 2t (svy,
// issue 112).
func TestQuantileHasStandardError(t *testing.T) {
	y := make([]float64, 101)
	for i := range y {
		y[i] = float64(i)
	}
	d, err := NewDesign(nil, make([]int16, len(y)), nil, Adjust)
	if err != nil {
		t.Fatal(err)
	}
	m := d.Quantile(y, 0.5, nil, QuantileOptions{Level: 0.95})
	if !m.Interval || m.Value != 50 || math.Abs(m.SE-(m.High-m.Low)/(2*studentT(100, 0.95))) > 1e-12 {
		t.Errorf("%+v", m)
	}
}
