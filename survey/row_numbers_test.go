package survey

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestRowNumbers holds that row numbers are those of a list, however they are added.
func TestRowNumbers(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var rows RowNumbers
		var list []int
		next := 1
		for range rapid.IntRange(0, 9).Draw(r, "runs") {
			next += rapid.IntRange(0, 3).Draw(r, "gap")
			n := rapid.IntRange(0, 4).Draw(r, "rows")
			if rapid.Bool().Draw(r, "together") {
				rows.Follow(next, n)
			} else {
				for k := range n {
					rows.Append(next + k)
				}
			}
			for k := range n {
				list = append(list, next+k)
			}
			next += n
		}
		if !slices.Equal(rows.List(), list) || rows.Len() != len(list) || !rows.Equal(RowNumbersOf(list...)) {
			r.Fatal(rows.List(), list)
		}
		for row := range next + 2 {
			if got, want := rows.Find(row), slices.Index(list, row); got != want {
				r.Fatalf("row %d is that of record %d, want %d", row, got, want)
			}
		}
		var at, some []int
		for i, row := range list {
			if rows.At(i) != row {
				r.Fatalf("record %d stands in row %d, want %d", i, rows.At(i), row)
			}
			if rapid.Bool().Draw(r, "kept") {
				at, some = append(at, i), append(some, row)
			}
		}
		if only := rows.Only(at); !only.Equal(RowNumbersOf(some...)) {
			r.Fatal(only.List(), some)
		}
	})
}
