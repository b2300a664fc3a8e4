package diffusion

import (
	"fmt"
	"math"
)

// Point is a share that was measured at a moment.
type Point struct {
	// At is the moment, in years with their fraction or any other unit.
	At float64
	// Yes of N use it: 0 <= Yes <= N, N > 0.
	Yes, N int
	// Break says that the point can't be compared with the one before: another
	// population, question or method of counting.
	Break bool
}

// Share returns Yes/N.
func (p Point) Share() float64 { return float64(p.Yes) / float64(p.N) }

// Segments cuts the points, in the order of time, at their breaks: those of one
// segment can be compared, those of two can not. Without points there are none.
func Segments(points []Point) [][]Point {
	checkPoints(points)
	var cut [][]Point
	for i, p := range points {
		if i == 0 || p.Break {
			cut = append(cut, points[i:i:len(points)])
		}
		last := &cut[len(cut)-1]
		*last = (*last)[:len(*last)+1]
	}
	return cut
}

// current returns the points since the last break.
func current(points []Point) []Point {
	if s := Segments(points); len(s) > 0 {
		return s[len(s)-1]
	}
	return nil
}

// moments returns the number of different moments.
func moments(points []Point) int {
	n := 0
	for i := range points {
		if i == 0 || points[i].At != points[i-1].At {
			n++
		}
	}
	return n
}

func checkPoints(points []Point) {
	for i, p := range points {
		switch {
		case p.N <= 0 || p.Yes < 0 || p.Yes > p.N:
			panic(fmt.Sprintf("diffusion: %d of %d", p.Yes, p.N))
		case !finite(p.At) || i > 0 && p.At < points[i-1].At:
			panic(fmt.Sprintf("diffusion: moment %v is out of order", p.At))
		}
	}
}

// checkOpen panics unless x is in (0, 1).
func checkOpen(name string, x float64) {
	if !(x > 0 && x < 1) {
		panic(fmt.Sprintf("diffusion: %s %v is not between 0 and 1", name, x))
	}
}

// checkCeiling panics unless m is in (0, 1].
func checkCeiling(m float64) {
	if !(m > 0 && m <= 1) {
		panic(fmt.Sprintf("diffusion: ceiling %v is not over 0 and at most 1", m))
	}
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
