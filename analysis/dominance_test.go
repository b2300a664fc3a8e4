package analysis

import (
	"slices"
	"testing"
)

func TestEndsTell(t *testing.T) {
	for _, c := range []struct {
		name string
		y    []float64
		want bool
	}{
		{"all equal", []float64{2, 2, 2, 2, 2}, true},
		{"all but one equal", []float64{2, 2, 2, 2, 9}, true},
		{"the second largest knows the largest to 10 %", []float64{1, 0, 0.5, 10, 20}, true},
		{"the two largest are more than 85 %", []float64{1, 1, 1, 1.5, 10, 20}, true},
		{"the rest is 10 % of the largest", []float64{1, 0.5, 0.5, 9, 8, 20}, false},
		{"zeros alone", []float64{0, 0, 0, 0, 0}, true},
		{"one below zero has no part of a sum", []float64{-5, 1, 2, 3, 40}, false},
		{"spread", []float64{2, 3, 4, 5, 6}, false},
	} {
		for cut := range c.y {
			var e, other ends
			for k, y := range c.y {
				if k < cut {
					e.add(y)
				} else {
					other.add(y)
				}
			}
			if e.plus(other); e.tell() != c.want {
				t.Errorf("%s, cut at %d: %v", c.name, cut, !c.want)
			}
		}
	}
}

// What is shown of five numbers beside their sum may tell the largest: of 1 2 3 4 30 the
// quartiles 2, 3 and 4 leave 31 for the two others, so that the largest is from 29 to 31.
func TestVeil(t *testing.T) {
	if v := veil([]float64{1, 2, 3, 4, 30}, 0.95, 0.25, 0.75); !v.quartiles || !v.interval {
		t.Errorf("the largest is known to 10 %%: %+v", v)
	}
	if v := veil([]float64{4, 12.5, 15, 25, 30}, 0.95, 0.25, 0.75); v.quartiles || !v.interval {
		t.Errorf("the largest can be 25 to 34, and with the sum of squares is known: %+v", v)
	}
	// The mean and the trimmed mean tell the smallest and the largest together.
	y := []float64{0.5, 0.5, 1, 1, 1, 1.5, 1.5, 2, 4, 12.5, 15, 25, 30}
	if v := veil(y, 0.95, 0.25, 0.75); !v.trimmed || v.quartiles {
		t.Errorf("the two ends are 30.5 together: %+v", v)
	}
	large := make([]float64, 200)
	for k := range large {
		large[k] = float64(k%20) / 2
	}
	slices.Sort(large)
	if v := veil(large, 0.95, 0.25, 0.75); v != (veiled{}) {
		t.Errorf("nothing is told of 200 numbers: %+v", v)
	}
}

// TestTellsJointly: twenty numbers near 5 and one of 20 are told by their mean and standard
// error, though neither of these tells the largest.
func TestTellsJointly(t *testing.T) {
	y := make([]float64, 21)
	for k := range y {
		y[k] = 5 + float64(k%3)/100
	}
	y[20] = 20
	slices.Sort(y)
	if tellsLargest(y, nil, 0, false) || tellsLargest(y, nil, 0, true) || !tellsJointly(y, nil) {
		t.Error("one number beside many that are alike is not told by both sums alone")
	}
	if v := veil(y, 0.95, 0.25, 0.75); !v.interval {
		t.Errorf("the standard error is shown: %+v", v)
	}
	for k := range y[:20] {
		y[k] = float64(k)
	}
	if tellsJointly(y, nil) {
		t.Error("twenty different numbers leave the largest in doubt")
	}
	var e ends
	for _, x := range y {
		e.add(x)
	}
	if e.tellJointly() {
		t.Error("the same by their sums")
	}
}
