package export

import (
	"fmt"
	"runtime"
	"testing"

	"pgregory.net/rapid"
)

// TestMakeColumns draws rows with gaps: every cell is in its column.
func TestMakeColumns(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := newGrid("")
		wide := rapid.SampledFrom([]int{1, 7, 8, 9, 26}).Draw(rt, "columns")
		for row := range rapid.IntRange(1, 12).Draw(rt, "rows") {
			var cells []gridCell
			filled := rapid.SampledFrom([]int{0, 1, 2, 9, 9}).Draw(rt, "filled")
			for col := range wide {
				if rapid.IntRange(0, 8).Draw(rt, "cell") < filled {
					cells = append(cells, gridCell{int32(col), g.intern(Cell{Text: fmt.Sprint(rapid.IntRange(0, 5).Draw(rt, "text"))})})
				}
			}
			g.add(row+1, 0, cells)
		}
		var kept []int
		for i := range g.rows {
			if rapid.Bool().Draw(rt, "kept") {
				kept = append(kept, i)
			}
		}
		for col, c := range makeColumns(g, kept) {
			for at, i := range kept {
				if got, want := c.Value(at), g.dict[g.code(i, col)]; got != want {
					rt.Errorf("column %d, row %d: %v, want %v", col, i, got, want)
				}
			}
		}
	})
}

// TestColumnsAtOnce: the codes of all threads stay within 64 MB, but for those of one
// column each.
func TestColumnsAtOnce(t *testing.T) {
	threads := runtime.GOMAXPROCS(0)
	for _, tt := range []struct{ rows, want int }{
		{0, 8}, {100, 8}, {1 << 24 / 8 / threads, 8}, {1 << 24 / 4 / threads, 4}, {1 << 24, 1}, {1 << 30, 1},
	} {
		if got := columnsAtOnce(tt.rows); got != tt.want {
			t.Errorf("%d rows, %d threads: %d columns, want %d", tt.rows, threads, got, tt.want)
		}
	}
}
