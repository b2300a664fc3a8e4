package survey

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPoints(t *testing.T) {
	type option struct {
		label string
		score int
	}
	for name, test := range map[string]struct {
		options []option
		points  []float64
		on      []bool
	}{
		"words":        {[]option{{"Low", 1}, {"High", 2}}, []float64{1, 2}, []bool{true, true}},
		"from zero":    {[]option{{"0", 1}, {"1", 2}, {"2 (best)", 3}}, []float64{0, 1, 2}, []bool{true, true, true}},
		"from two":     {[]option{{"2", 1}, {"3", 2}}, []float64{2, 3}, []bool{true, true}},
		"below zero":   {[]option{{"-1", 1}, {"0", 2}, {"1", 3}}, []float64{-1, 0, 1}, []bool{true, true, true}},
		"places":       {[]option{{"3", 1}, {"2", 2}, {"1", 3}}, []float64{3, 2, 1}, []bool{true, true, true}},
		"aside":        {[]option{{"0", 1}, {"1", 2}, {"99", 0}}, []float64{0, 1, 0}, []bool{true, true, false}},
		"ends named":   {[]option{{"0 never", 1}, {"sometimes", 2}, {"2 often", 3}}, []float64{1, 2, 3}, []bool{true, true, true}},
		"classes":      {[]option{{"1-10 people", 1}, {"11-50 people", 2}, {"51+ people", 3}}, []float64{1, 2, 3}, []bool{true, true, true}},
		"all the same": {[]option{{"1 a", 1}, {"1 b", 2}}, []float64{1, 2}, []bool{true, true}},
		"one point":    {[]option{{"7", 1}}, []float64{1}, []bool{true}},
	} {
		q := &Question{}
		for _, o := range test.options {
			q.Options = append(q.Options, Option{Label: o.label, Score: o.score})
		}
		points, on := q.Points()
		if diff := cmp.Diff(test.on, on); diff != "" {
			t.Errorf("%s: on the scale %s", name, diff)
		}
		for o := range on {
			if !on[o] {
				points[o] = 0
			}
		}
		if diff := cmp.Diff(test.points, points); diff != "" {
			t.Errorf("%s: points %s", name, diff)
		}
	}
}
