package reports

import (
	"bytes"
	"math"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// filledLate is a struct that is filled in when it is written, at a desk.
type filledLate struct {
	Name  string       `json:"name"`
	Cells []jsonRow    `json:"cells,omitempty"`
	Inner []filledLate `json:"inner,omitempty"`
	Value float64      `json:"value"`
	fill  func(*filledLate, *jsonDesk)
}

func (f *filledLate) fillIn(d *jsonDesk) {
	if f.fill != nil {
		f.fill(f, d)
	}
}

// lateOnes returns n such structs, of which the sizes differ, and those that they become.
func lateOnes(n int) (late, filled []filledLate) {
	fill := func(i int, f *filledLate, d *jsonDesk) {
		f.Name, f.Value = strings.Repeat("é\u202e", i%97)+strconv.Itoa(i), float64(i)/7
		d.rows = emptied(d.rows, i%5)
		for k := range i % 5 {
			d.rows = append(d.rows, jsonRow{Key: strconv.Itoa(i * k)})
		}
		f.Cells = d.rows
		f.Inner = make([]filledLate, i%3)
	}
	late, filled = make([]filledLate, n), make([]filledLate, n)
	for i := range n {
		late[i].fill = func(f *filledLate, d *jsonDesk) { fill(i, f, d) }
		fill(i, &filled[i], new(jsonDesk))
	}
	return late, filled
}

// TestJSONFromBothEnds: whoever writes an element, it stands in its place.
func TestJSONFromBothEnds(t *testing.T) {
	threads := runtime.GOMAXPROCS(0)
	t.Cleanup(func() { runtime.GOMAXPROCS(threads) })
	type list struct {
		Before string       `json:"before"`
		Late   []filledLate `json:"late"`
		After  int          `json:"after"`
	}
	for _, n := range []int{0, 1, 2, 3, 500} {
		for _, threads := range []int{1, 2, 7} {
			runtime.GOMAXPROCS(threads)
			late, filled := lateOnes(n)
			var b bytes.Buffer
			if err := writeJSON(&b, "it", &list{"x", late, 1}, 1000); err != nil {
				t.Fatal(err)
			}
			if got, want := b.String(), byTheBook(t, &list{"x", filled, 1}); got != want {
				t.Errorf("%d elements, %d threads: got\n%.3000s\nwant\n%.3000s", n, threads, got, want)
			}
		}
	}
}

// TestJSONFromBothEndsWithoutAForm: an error of any element is told, that of the last one
// whatever the number of threads.
func TestJSONFromBothEndsWithoutAForm(t *testing.T) {
	threads := runtime.GOMAXPROCS(0)
	t.Cleanup(func() { runtime.GOMAXPROCS(threads) })
	for _, threads := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(threads)
		for last := range 50 {
			late := make([]filledLate, 50)
			late[0].Value, late[last/2].Value, late[last].Value = math.NaN(), math.NaN(), math.Inf(1)
			var b bytes.Buffer
			if err := writeJSON(&b, "it", late, 0); err == nil || !strings.HasSuffix(err.Error(), "no form for the number +Inf") || b.Len() > 0 {
				t.Errorf("%d threads: %d bytes, error %v", threads, b.Len(), err)
			}
		}
	}
}

// TestEnds hands out every number once.
func TestEnds(t *testing.T) {
	e := ends{last: 5}
	var got []int
	for _, take := range []func() (int, bool){e.front, e.back, e.back, e.front, e.back} {
		i, more := take()
		if !more {
			t.Fatal("too few")
		}
		got = append(got, i)
	}
	for _, take := range []func() (int, bool){e.front, e.back} {
		if i, more := take(); more {
			t.Errorf("%d more than once", i)
		}
	}
	for k, want := range []int{0, 4, 3, 1, 2} {
		if got[k] != want {
			t.Errorf("got %v", got)
		}
	}
}
