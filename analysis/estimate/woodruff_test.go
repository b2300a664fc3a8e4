package estimate

import "testing"

// TestWeightedRules: svyquantile of R 4.2.2, survey 4.1-1, on made-up answers,
// in file order; without it the smallest answer stands for a p below its share.
func TestWeightedRules(t *testing.T) {
	y, weights := []float64{1, 2, 2, 4, 7, 11}, []float64{1, 3, 2, .5, 2, 1.5}
	d := design(t, weights, nil, nil, Adjust)
	at := []float64{.05, .15, .3, .5, .6, .65, .75, .9, .97}
	for rule, want := range map[QuantileRule][]float64{
		"":  {2, 2, 2, 2, 2, 4, 7, 11, 11},
		HF1: {2, 2, 2, 2, 2, 4, 7, 11, 11},
		HF2: {2, 2, 2, 2, 3, 5.5, 7, 11, 11},
		HF3: {2, 2, 2, 2, 2, 7, 7, 11, 11},
		HF4: {.833333333333333, 1.16666666666667, 1.66666666666667, 2, 2, 4, 5.5, 8.33333333333334, 10.2},
		HF5: {1, 1.5, 2, 2, 3.6, 4.6, 7, 10.428571428571, 11},
		HF6: {1, 1.2416666666667, 1.8166666666667, 2, 4.6, 5.4625, 7.3333333333333, 11, 11},
		HF7: {1.425, 2, 2, 2.25, 3.1, 3.525, 6.25, 9.3, 10.49},
		HF8: {1, 1.3892857142857, 2, 2, 3.9333333333333, 4.9833333333333, 7.1, 10.88, 11},
		HF9: {1, 1.4138888888889, 2, 2, 3.8352941176471, 4.9, 7.0740740740741, 10.7629629629630, 11},
	} {
		for i, p := range at {
			got := d.Quantile(y, p, nil, QuantileOptions{Rule: rule, Level: 0.95, FileOrder: true})
			near(t, string(rule), got.Value, want[i], 1e-12)
			if i == 0 && rule != HF7 {
				got = d.Quantile(y, p, nil, QuantileOptions{Rule: rule, Level: 0.95})
				near(t, string(rule)+" below the first share", got.Value, 1, 0)
			}
		}
	}
	panics(t, "rule", func() { d.Quantile(y, 0.5, nil, QuantileOptions{Rule: "hf10", Level: 0.95}) })
}

// TestQuantileTies: 0.1 is no binary fraction; the tie is one nevertheless.
func TestQuantileTies(t *testing.T) {
	weights, y := make([]float64, 10), positions(10)
	for i := range weights {
		weights[i] = 0.1
	}
	d := design(t, weights, nil, nil, Adjust)
	for i, p := range []float64{.1, .2, .3, .4, .5, .6, .7, .8, .9} {
		near(t, "math", d.Quantile(y, p, nil, QuantileOptions{Level: 0.95}).Value, float64(i+1), 0)
		near(t, "school", d.Quantile(y, p, nil, QuantileOptions{Rule: SchoolRule, Level: 0.95}).Value, float64(i+1)+0.5, 0)
	}
	two := design(t, []float64{1, 3}, nil, nil, Adjust)
	near(t, "below the first share", two.Quantile([]float64{5, 7}, 0.1, nil, QuantileOptions{Level: 0.95}).Value, 5, 0)
	if s := two.Quantile([]float64{5, 7}, 0.1, make([]bool, 2), QuantileOptions{Level: 0.95}); s != (Summary{}) {
		t.Errorf("nobody: %+v", s)
	}
}

// TestWoodruff by hand: 20 equal units, share at or below the median 10/20, SE sqrt(.25/19), t with 19
// df 2.09302405440831: 0.5 ± 0.24009 is 0.2599 and 0.7401, answers 6 and 15.
func TestWoodruff(t *testing.T) {
	d := design(t, ones(20), nil, nil, Adjust)
	s := d.Quantile(positions(20), 0.5, nil, QuantileOptions{Level: 0.95})
	if s.Value != 10 || s.Low != 6 || s.High != 15 || !s.Interval || s.DF != 19 {
		t.Errorf("%+v", s)
	}
	near(t, "SE", s.SE, 9/(2*2.09302405440831), 1e-12)
}
