package disclosure

import (
	"math"
	"testing"

	"benchmark/survey"

	"pgregory.net/rapid"
)

// A program tells the most that each number can be.
func TestProgram(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][]float64
		sums []float64
		want []float64
	}{
		{"a sum", [][]float64{{1, 1}}, []float64{3}, []float64{3, 3}},
		{"two equations", [][]float64{{1, 1}, {1, 3}}, []float64{3, 5}, []float64{2, 1}},
		{"said twice", [][]float64{{1, 1}, {2, 2}, {1, 3}}, []float64{3, 6, 5}, []float64{2, 1}},
		{"a table", [][]float64{{1, 1, 0, 0}, {0, 0, 1, 1}, {1, 0, 1, 0}, {0, 1, 0, 1}}, []float64{31, 3, 32, 2}, []float64{31, 2, 3, 2}},
		{"without end", [][]float64{{1, -1, 0}}, []float64{1}, []float64{math.Inf(1), math.Inf(1), math.Inf(1)}},
	} {
		p, ok := NewProgram(c.rows, c.sums)
		if !ok {
			t.Errorf("%s: no numbers fit", c.name)
			continue
		}
		for k, want := range c.want {
			if got := p.Most(k); got != want && math.Abs(got-want) > 1e-9 {
				t.Errorf("%s: number %d is at most %v, not %v", c.name, k, got, want)
			}
		}
	}
	if _, ok := NewProgram([][]float64{{1, 1}, {1, 1}}, []float64{1, 2}); ok {
		t.Error("numbers fit that can't")
	}
}

// No bound is beyond what the numbers are, and no program gives less than they are.
func TestBoundsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := make([][]float64, rapid.IntRange(1, 5).Draw(t, "atoms"))
		sizes := make([]int, len(y))
		for a := range y {
			for range rapid.IntRange(1, 4).Draw(t, "size") {
				y[a] = append(y[a], float64(rapid.IntRange(0, 9).Draw(t, "number")))
			}
			sizes[a] = len(y[a])
		}
		var told []Ranked
		var rows [][]float64
		var sums []float64
		for range rapid.IntRange(1, 4).Draw(t, "sets") {
			set := survey.Bits{uint64(rapid.IntRange(1, 1<<len(y)-1).Draw(t, "set"))}
			value := float64(rapid.IntRange(0, 9).Draw(t, "value"))
			r, row, sum := Ranked{In: set, Own: math.NaN()}, make([]float64, len(y)), 0.0
			rank := Rank{Value: value}
			set.Each(func(a int) {
				row[a] = 1
				for _, x := range y[a] {
					r.Count++
					sum += x
					if x <= value {
						rank.NoMore++
					}
					if x >= value {
						rank.NoLess++
					}
				}
			})
			r.Ranks = []Rank{rank}
			told, rows, sums = append(told, r), append(rows, row), append(sums, sum)
		}
		low, high := Bounds(sizes, told)
		p, ok := NewProgram(rows, sums)
		if !ok {
			t.Fatal("the numbers themselves don't fit")
		}
		for a := range y {
			all := 0.0
			for _, x := range y[a] {
				all += x
				if x < low[a] || x > high[a] {
					t.Fatalf("%v of atom %d is not from %v to %v", x, a, low[a], high[a])
				}
			}
			if most := p.Most(a); most < all-1e-6 {
				t.Fatalf("atom %d has %v, which is more than %v", a, all, most)
			}
		}
	})
}

// Of three numbers with a median of 5 and two of them alike, who has 1 itself knows that
// the others have at least 5.
func TestBoundsOfAnInsider(t *testing.T) {
	ranks := []Rank{{Value: 5, NoMore: 2, NoLess: 2}}
	for _, c := range []struct{ own, low float64 }{{1, 5}, {7, 0}, {math.NaN(), 0}} {
		sizes := []int{2}
		if math.IsNaN(c.own) {
			sizes[0] = 3
		}
		low, _ := Bounds(sizes, []Ranked{{In: survey.Bits{1}, Count: 3, Own: c.own, Ranks: ranks}})
		if low[0] != c.low {
			t.Errorf("with %v of its own the others have at least %v, not %v", c.own, low[0], c.low)
		}
	}
}
