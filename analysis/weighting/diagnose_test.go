package weighting

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestDiagnose(t *testing.T) {
	m := bodies([]int{0, 0, 0, 1, -1}, 6, 2)
	r, err := PostStratify(nil, bodies([]int{0, 0, 0, 1}, 6, 2))
	if err != nil {
		t.Fatal(err)
	}
	got := Diagnose([]Margin{m}, []float64{1, 1, 2, 4, 2}, append(r.Weights, 2))
	want := Diagnostics{
		// By hand: 10/5, 5·26/100, and 2 each.
		Before:  Spread{Units: 5, Sum: 10, Mean: 2, Smallest: 1, Largest: 4, Ratio: 4, Deff: 1.3, Effective: 5 / 1.3},
		After:   Spread{Units: 5, Sum: 10, Mean: 2, Smallest: 2, Largest: 2, Ratio: 1, Deff: 1, Effective: 5},
		Factors: Spread{Units: 5, Sum: 6.5, Mean: 1.3, Smallest: 0.5, Largest: 2, Ratio: 4, Deff: 5 * 10.25 / 42.25, Effective: 42.25 / 10.25},
		Margins: []MarginBalance{{
			Name: "type", Missing: 1,
			Categories: []Balance{
				{Label: "gemeente", Units: 3, Sample: 0.75, Before: 0.5, After: 0.75, Target: 0.75},
				{Label: "provincie", Units: 1, Sample: 0.25, Before: 0.5, After: 0.25, Target: 0.25},
			},
			Before: Difference{Largest: 0.25, Mean: 0.25, Category: "gemeente"},
		}},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(1e-15, 0)); diff != "" {
		t.Error(diff)
	}
	if got, want := SpreadOf(nil), (Spread{}); got != want {
		t.Errorf("no weights: %+v", got)
	}
	if got := SpreadOf([]float64{0, 0}); got.Deff != 0 || got.Ratio != 0 {
		t.Errorf("weights 0: %+v", got)
	}
}

func TestFromFrame(t *testing.T) {
	names := []string{"gemeente", "provincie", "waterschap", "other", "none"}
	got, err := FromFrame([]int{0, 3, 0, 2, 0}, names, []float64{342, 12, 21, math.NaN(), 0})
	if err != nil {
		t.Fatal(err)
	}
	want := &FrameWeights{
		Weights: []float64{114, 0, 114, 21, 114}, Population: 363, Known: 375,
		Empty:   []Stratum{{Name: "provincie", Population: 12}},
		Unknown: []Stratum{{Name: "other", Units: 1, Population: math.NaN()}},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateNaNs()); diff != "" {
		t.Error(diff)
	}
}

func TestCollapse(t *testing.T) {
	margin := func(ordered bool, units []int, targets ...float64) Margin {
		m := Margin{Name: "size", Ordered: ordered, Targets: targets}
		for c, n := range units {
			m.Labels = append(m.Labels, string(rune('A'+c)))
			for range n {
				m.Of = append(m.Of, c)
			}
		}
		return m
	}
	for _, c := range []struct {
		name string
		m    Margin
		want []string
	}{
		{"large enough", margin(true, []int{5, 6}, 10, 10), []string{"A", "B"}},
		{"neighbour with the fewest", margin(true, []int{9, 2, 6, 30}, 10, 10, 10, 10), []string{"A", "B + C", "D"}},
		{"and again", margin(true, []int{9, 2, 1, 30}, 10, 10, 10, 10), []string{"A + B + C", "D"}},
		{"nearest factor", margin(false, []int{9, 2, 6, 30}, 90, 8, 60, 120), []string{"A", "B + D", "C"}},
		{"nearest factor, not the smallest", margin(false, []int{9, 2, 30}, 9, 8, 150), []string{"A", "B + C"}},
		{"no respondents", margin(false, []int{9, 0, 6, 30}, 90, 8, 60, 120), []string{"A", "B + C", "D"}},
		{"nothing to collapse", margin(false, []int{9, 0, 6}, 90, 0, 60), []string{"A", "B", "C"}},
		{"all too few", margin(false, []int{1, 1, 1}, 1, 2, 3), []string{"A + B + C"}},
	} {
		groups := Collapse(c.m, 5)
		merged := c.m.Merged(groups)
		if diff := cmp.Diff(c.want, merged.Labels); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if merged.Total() != c.m.Total() {
			t.Errorf("%s: total %v", c.name, merged.Total())
		}
		for g, group := range groups {
			n := 0
			for _, of := range merged.Of {
				if of == g {
					n++
				}
			}
			if n != group.Units {
				t.Errorf("%s: %d units in %q, said %d", c.name, n, group.Label, group.Units)
			}
		}
	}
}

func TestScaledTo(t *testing.T) {
	got := bodies(nil, 0.75, 0.25).ScaledTo(400)
	if diff := cmp.Diff([]float64{300, 100}, got.Targets); diff != "" {
		t.Error(diff)
	}
}
