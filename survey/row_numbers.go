package survey

import (
	"iter"
	"slices"
	"sort"
)

// RowNumbers are the row numbers in a file of records, going up. Where rows follow one
// another they take no room of their own. The zero value has none.
type RowNumbers struct {
	n    int
	runs []rowRun
}

// rowRun is rows that follow one another, from record at on.
type rowRun struct{ at, row int }

// RowNumbersOf returns the row numbers of a list.
func RowNumbersOf(list ...int) RowNumbers {
	var r RowNumbers
	for _, row := range list {
		r.Append(row)
	}
	return r
}

// Len returns the number of records.
func (r *RowNumbers) Len() int { return r.n }

// At returns the row number of record i.
func (r *RowNumbers) At(i int) int {
	run := r.runs[sort.Search(len(r.runs), func(k int) bool { return r.runs[k].at > i })-1]
	return run.row + i - run.at
}

// Find returns the record in a row, -1 when there is none.
func (r *RowNumbers) Find(row int) int {
	for k, run := range r.runs {
		end := r.n
		if k+1 < len(r.runs) {
			end = r.runs[k+1].at
		}
		if i := run.at + row - run.row; i >= run.at && i < end {
			return i
		}
	}
	return -1
}

// Append adds a record in a row below the last.
func (r *RowNumbers) Append(row int) {
	if last := len(r.runs) - 1; last < 0 || r.runs[last].row+r.n-r.runs[last].at != row {
		r.runs = append(r.runs, rowRun{r.n, row})
	}
	r.n++
}

// Follow adds n records in the rows from one below the last on.
func (r *RowNumbers) Follow(row, n int) {
	if n > 0 {
		r.Append(row)
		r.n += n - 1
	}
}

// Only returns the row numbers of the records at some positions, which go up.
func (r *RowNumbers) Only(at []int) RowNumbers {
	var some RowNumbers
	for _, i := range at {
		some.Append(r.At(i))
	}
	return some
}

// All returns every record and its row number, in order.
func (r *RowNumbers) All() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for k, run := range r.runs {
			end := r.n
			if k+1 < len(r.runs) {
				end = r.runs[k+1].at
			}
			for i := run.at; i < end; i++ {
				if !yield(i, run.row+i-run.at) {
					return
				}
			}
		}
	}
}

// List returns the row numbers as a new list.
func (r *RowNumbers) List() []int {
	list := make([]int, 0, r.n)
	for _, row := range r.All() {
		list = append(list, row)
	}
	return list
}

// Equal reports whether two have the same row numbers.
func (r RowNumbers) Equal(other RowNumbers) bool {
	return r.n == other.n && slices.Equal(r.runs, other.runs)
}
