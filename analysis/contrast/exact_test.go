package contrast

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// The study's own case: yes and no per type of body, 48/92, 3/8, 2/5, 1/2, 0/2.
var byType = Counts{2, 5, []int{48, 3, 2, 1, 0, 44, 5, 3, 1, 2}}

func TestFisher(t *testing.T) {
	// R 4.2.2: fisher.test(matrix(c(...), nrow)), column by column there, row by
	// row here. The jobs are Agresti's (Categorical data analysis, 2002, p. 57), as
	// in ?fisher.test. R sums tables of more than two by two in single steps of
	// about 1e-10.
	for _, c := range []struct {
		name  string
		table Counts
		p     float64
		to    float64
	}{
		{"by type", byType, 0.6489851252137985, 1e-9},
		{"tea", Counts{2, 2, []int{3, 1, 1, 3}}, 0.4857142857142858, 1e-12},
		{"jobs", Counts{4, 4, []int{1, 3, 10, 6, 2, 3, 10, 7, 1, 6, 14, 12, 0, 1, 9, 11}}, 0.7826849389656388, 1e-9},
		{"tocher", Counts{2, 2, []int{2, 4, 5, 0}}, 0.06060606060606062, 1e-12},
		{"municipalities and safety regions", Counts{2, 2, []int{48, 3, 44, 5}}, 0.482895466134575, 1e-12},
		{"three by three", Counts{3, 3, []int{3, 2, 0, 0, 4, 5, 1, 1, 2}}, 0.06265140088669482, 1e-9},
		{"schools", Counts{2, 3, []int{73, 16, 24, 27, 34, 26}}, 4.132640190860557e-06, 1e-9},
		{"large", Counts{2, 2, []int{5200, 5050, 4800, 4950}}, 0.03504246741352721, 1e-9},
	} {
		r := Fisher(c.table)
		if r.Name != FisherExact || r.Withheld != Done || r.Draws != 0 {
			t.Errorf("%s: %+v", c.name, r)
		}
		near(t, c.name, r.P, c.p, c.to)
	}
}

// enumerated is Fisher's p value of a table by brute force: all tables with the
// same margins, each with its chance as an exact fraction.
func enumerated(table Counts) float64 {
	_, rows, columns := table.kept()
	fact := func(n int) *big.Int { return new(big.Int).MulRange(1, int64(n)) }
	weight := func(cells []int) *big.Rat {
		w := big.NewRat(1, 1)
		for _, n := range cells {
			w.Mul(w, new(big.Rat).SetFrac(big.NewInt(1), fact(n)))
		}
		return w
	}
	kept, _, _ := table.kept()
	seen := weight(kept.Count)
	all, tail := new(big.Rat), new(big.Rat)
	cells := make([]int, len(rows)*len(columns))
	left := append([]int(nil), columns...)
	var place func(at, draw int)
	place = func(at, draw int) {
		i, j := at/len(columns), at%len(columns)
		if j == 0 {
			if i == len(rows) {
				w := weight(cells)
				all.Add(all, w)
				if w.Cmp(seen) <= 0 {
					tail.Add(tail, w)
				}
				return
			}
			draw = rows[i]
		}
		for n := 0; n <= min(draw, left[j]); n++ {
			if j == len(columns)-1 && n != draw {
				continue
			}
			cells[at] = n
			left[j] -= n
			place(at+1, draw-n)
			left[j] += n
		}
	}
	place(0, 0)
	p, _ := new(big.Rat).Quo(tail, all).Float64()
	return p
}

// drawCounts draws a table that has at least two rows and columns with units.
func drawCounts(t *rapid.T, most, top int) Counts {
	c := Counts{Rows: rapid.IntRange(2, most).Draw(t, "rows"), Columns: rapid.IntRange(2, most).Draw(t, "columns")}
	c.Count = rapid.SliceOfN(rapid.IntRange(0, top), c.Rows*c.Columns, c.Rows*c.Columns).Draw(t, "counts")
	return c
}

// relabelled draws an order of the rows and the columns and applies it.
func relabelled(t *rapid.T, c Counts) (out Counts, rows, columns []int) {
	rows = rapid.Permutation(numbers(c.Rows)).Draw(t, "row order")
	columns = rapid.Permutation(numbers(c.Columns)).Draw(t, "column order")
	out = Counts{Rows: c.Rows, Columns: c.Columns}
	for _, i := range rows {
		for _, j := range columns {
			out.Count = append(out.Count, c.Count[i*c.Columns+j])
		}
	}
	return out, rows, columns
}

func numbers(n int) []int {
	xs := make([]int, n)
	for i := range xs {
		xs[i] = i
	}
	return xs
}

func transposed(c Counts) Counts {
	out := Counts{Rows: c.Columns, Columns: c.Rows}
	for j := range c.Columns {
		for i := range c.Rows {
			out.Count = append(out.Count, c.Count[i*c.Columns+j])
		}
	}
	return out
}

func TestFisherEqualsTheSumOverAllTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCounts(t, 3, 4)
		r := Fisher(c)
		if r.Withheld == OneAnswer {
			if _, rows, columns := c.kept(); len(rows) > 1 && len(columns) > 1 {
				t.Fatalf("%v withheld", c)
			}
			return
		}
		if want := enumerated(c); math.Abs(r.P-want) > 1e-11*want {
			t.Fatalf("%v: %.16g, want %.16g", c, r.P, want)
		}
	})
}

func TestFisherHasNoLabels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCounts(t, 4, 5)
		r := Fisher(c)
		other, _, _ := relabelled(t, c)
		if s := Fisher(other); s.P != r.P || s.Name != r.Name || s.Draws != r.Draws {
			t.Fatalf("%+v, in another order %+v", r, s)
		}
		if s := Fisher(transposed(c)); math.Abs(s.P-r.P) > 1e-12*r.P {
			t.Fatalf("%+v, transposed %+v", r, s)
		}
		if r.P < 0 || r.P > 1 {
			t.Fatalf("p %v", r.P)
		}
	})
}

func TestFisherDrawsWhatItCannotEnumerate(t *testing.T) {
	exact := Fisher(byType)
	drawn := FisherWithin(byType, 10) // ten steps are not enough
	if drawn.Name != FisherSampled || drawn.Draws != 9999 {
		t.Fatalf("%+v", drawn)
	}
	if math.Abs(drawn.P-exact.P) > 4*drawn.Error || drawn.Error > 0.006 || drawn.Error == 0 {
		t.Errorf("drawn %v ± %v, exact %v", drawn.P, drawn.Error, exact.P)
	}
	if again := FisherWithin(byType, 10); again != drawn {
		t.Errorf("%+v and again %+v", drawn, again)
	}
	// A table of 8 x 8 with 640 units has no end of tables with its margins.
	big := Counts{8, 8, make([]int, 64)}
	for i := range big.Count {
		big.Count[i] = 10
	}
	if r := Fisher(big); r.Name != FisherSampled || r.P != 1 {
		t.Errorf("the most likely table: %+v", r)
	}
	for i := range 8 {
		big.Count[9*i] = 40
	}
	if r := Fisher(big); r.P > 0.05 {
		t.Errorf("an unlikely table: %+v", r)
	}
}

func TestDrawnTablesHaveTheMargins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marked := rapid.IntRange(0, 40).Draw(t, "marked")
		others := rapid.IntRange(0, 40).Draw(t, "others")
		draw := rapid.IntRange(0, marked+others).Draw(t, "draw")
		u := rapid.Float64Range(0, 1).Draw(t, "u")
		n := hypergeometric(marked, draw, marked+others, u, logFactorials(marked+others))
		if n < 0 || n > marked || n > draw || draw-n > others {
			t.Fatalf("%d of %d marked in a draw of %d from %d", n, marked, draw, marked+others)
		}
	})
}

func TestPearson(t *testing.T) {
	// R 4.2.2: chisq.test(..., correct = FALSE); the first is Agresti's (2007, p.
	// 39), as in ?chisq.test.
	party := Pearson(Counts{2, 3, []int{762, 327, 468, 484, 239, 477}})
	near(t, "party", party.Statistic, 30.07014909575467, 1e-12)
	near(t, "party p", party.P, 2.953589183211757e-07, 1e-9)
	near(t, "party V", party.Effect.Value, math.Sqrt(30.07014909575467/2757), 1e-12)
	four := Pearson(Counts{2, 2, []int{12, 7, 5, 9}})
	near(t, "four", four.Statistic, 2.430575519681557, 1e-12)
	near(t, "four p", four.P, 0.1189892055321448, 1e-12)
	near(t, "four phi", four.Effect.Value, math.Sqrt(2.430575519681557/33), 1e-12)
	if r := Pearson(Counts{2, 2, []int{7, 12, 9, 5}}); r.Effect.Value != -four.Effect.Value {
		t.Errorf("mirrored phi %v, was %v", r.Effect, four.Effect)
	}
	if r := Pearson(Counts{2, 3, []int{5, 0, 7, 0, 0, 0}}); r.Withheld != OneAnswer || r.P != 1 {
		t.Errorf("one answer: %+v", r)
	}
	if e := byType.LeastExpected(); math.Abs(e-2*54/109.0) > 1e-15 {
		t.Errorf("least expected %v", e)
	}
	if e := (Counts{}).LeastExpected(); e != 0 {
		t.Errorf("least expected of nothing %v", e)
	}
}

func TestMcNemar(t *testing.T) {
	// R 4.2.2: binom.test(gained, gained + lost)$p.value, and that less half the
	// chance of the tables as far off as seen, dbinom(lost, n, 0.5).
	for _, c := range []struct {
		gained, lost int
		exact, mid   float64
	}{
		{2, 10, 0.03857421875, 0.0224609375},
		{150, 86, 3.71593613957143e-05, 2.893389517615475e-05},
		{5, 5, 1, 0.876953125},
		{0, 6, 0.03125, 0.015625},
		{1, 7, 0.0703125, 0.0390625},
	} {
		near(t, "exact", McNemar(c.gained, c.lost, false).P, c.exact, 1e-12)
		near(t, "mid-p", McNemar(c.lost, c.gained, true).P, c.mid, 1e-12)
	}
	if r := McNemar(0, 0, false); r.Withheld != NobodyChanged || r.P != 1 {
		t.Errorf("%+v", r)
	}
}
