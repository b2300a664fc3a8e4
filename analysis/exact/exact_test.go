package exact

import (
	"math"
	"testing"
)

// The sums follow by hand; adding the floats in turn gives another number.
func TestSum(t *testing.T) {
	for name, test := range map[string]struct {
		terms []float64
		want  float64
	}{
		"nothing":    {nil, 0},
		"lost":       {[]float64{1e100, 1, -1e100}, 1},
		"tenths":     {[]float64{0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, 1},
		"tie upward": {[]float64{1, math.Pow(2, -53), math.Pow(2, -106)}, 1 + math.Pow(2, -52)},
		"tie even":   {[]float64{1, math.Pow(2, -53)}, 1},
	} {
		var forward, backward Sum
		for i, x := range test.terms {
			forward.Add(x)
			backward.Add(test.terms[len(test.terms)-1-i])
		}
		if forward.Value() != test.want || backward.Value() != test.want {
			t.Errorf("%s: %v and backwards %v, want %v", name, forward.Value(), backward.Value(), test.want)
		}
	}
}
