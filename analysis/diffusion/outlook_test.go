package diffusion

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOutlook: measured points with their counts and breaks, then what is expected.
func TestOutlook(t *testing.T) {
	points := []Point{{At: 2017, Yes: 30, N: 100, Break: true}, {At: 2018, Yes: 56, N: 117, Break: true}}
	usual := Wide(1)[1]
	steps := Outlook(points, 0.9, []float64{2019, 2020}, func(at float64) Fan {
		if at == 2020 {
			return Fan{}
		}
		return usual.Fan(points[1], at, 0)
	})
	f := usual.Fan(points[1], 2019, 0)
	low, high := f.Interval(0.9)
	want := []Step{
		{At: 2017, Known: true, Share: 0.3, Yes: 30, N: 100},
		{At: 2018, Known: true, Share: 56.0 / 117, Yes: 56, N: 117, Break: true},
		{At: 2019, Known: true, Share: f.Value, Interval: true, Low: low, High: high, Forecast: true},
		{At: 2020, Forecast: true},
	}
	if d := cmp.Diff(want, steps); d != "" {
		t.Error(d)
	}
	defer func() {
		if recover() == nil {
			t.Error("a forecast of the past")
		}
	}()
	Outlook(points, 0.9, []float64{2018}, func(float64) Fan { return f })
}
