package contrast

import (
	"math"
	"slices"
)

const (
	// sameChance is the relative margin within which two tables count as equally
	// likely, so that rounding does not decide an exact tie; R has the same.
	sameChance = 1e-7
	// fisherSteps is how many steps the exact test may take before tables are drawn
	// instead: about a fifth of a second.
	fisherSteps = 2_500_000
	// fisherDraws is the number of tables drawn.
	fisherDraws = 9_999
)

// Fisher tests whether rows and columns are independent by the chance, given the
// margins, of all tables that are no more likely than the one seen. It is exact:
// no count is too small. Rows and columns without units are no part of the
// table; OneAnswer when fewer than two of either are left. Effect is as in
// Pearson; there is no statistic.
//
// Tables of more than two by two go through a network of their columns, which
// visits no table that a bound can decide. A table that is too large for that
// gets a p value from 9999 tables drawn with a fixed seed, (1+k)/(1+9999) with k
// the number of drawn tables no more likely than the one seen; Name is then
// FisherSampled, Draws their number and Error the standard error of P.
//
// Sources: R.A. Fisher, Statistical methods for research workers, 1934; G.H.
// Freeman & J.H. Halton, Note on an exact treatment of contingency,
// goodness of fit and other problems of significance, Biometrika 38, 1951; C.R.
// Mehta & N.R. Patel, A network algorithm for performing Fisher's exact test in
// r x c contingency tables, JASA 78, 1983; W.M. Patefield, An efficient method of
// generating random r x c tables with given row and column totals, Applied
// Statistics 30, 1981; B. Phipson & G.K. Smyth, Permutation p-values should never
// be zero, Statistical Applications in Genetics and Molecular Biology 9, 2010.
//
// Tables with uneven margins are exact up to some hundreds of units; a table of
// four by four with a hundred units and even margins is drawn, but then has no
// expected count below 5. FisherWithin moves the limit.
func Fisher(t Counts) Result { return FisherWithin(t, fisherSteps) }

// FisherWithin is Fisher with another limit on the steps than its 2.5 million;
// 40 million take about a second.
func FisherWithin(t Counts, steps int) Result {
	t.check()
	t, rows, columns := t.kept()
	if t.Rows < 2 || t.Columns < 2 {
		return withheld(FisherExact, OneAnswer)
	}
	r := Result{Name: FisherExact, Effect: Pearson(t).Effect}
	if t.Rows == 2 && t.Columns == 2 {
		return r.found(fisherFour(t.Count[0], rows[0], columns[0], t.total()))
	}
	// The labels and the order of rows and columns must not matter to the last
	// bit, nor which of the two is which. Even rows take fewer steps.
	slices.Sort(rows)
	slices.Sort(columns)
	if len(rows) > len(columns) || len(rows) == len(columns) && slices.Compare(rows, columns) < 0 {
		rows, columns = columns, rows
	}
	factorials := logFactorials(t.total())
	seen := chance(slices.Clone(t.Count), factorials)
	if p, ok := network(rows, columns, seen, factorials, steps); ok {
		return r.found(p)
	}
	r.Name, r.Draws = FisherSampled, fisherDraws
	r = r.found(sampled(rows, columns, seen, factorials, fisherDraws))
	r.Error = math.Sqrt(r.P * (1 - r.P) / fisherDraws)
	return r
}

// logFactorials returns ln 0! to ln n!.
func logFactorials(n int) []float64 {
	f := make([]float64, n+1)
	for i := range f {
		f[i], _ = math.Lgamma(float64(i) + 1)
	}
	return f
}

// chance returns -Σ ln n! over the counts, the part of the log of a table's
// chance that differs between tables with the same margins. It sorts the counts.
func chance(counts []int, factorials []float64) float64 {
	slices.Sort(counts)
	total := 0.0
	for _, n := range counts {
		total -= factorials[n]
	}
	return total
}

// fisherFour returns the p value of a two by two table with x in the corner of a
// row and a column total, of n units. The chances are summed from the most likely
// table outwards by the ratio of two neighbours, which loses no digits.
func fisherFour(x, row, column, n int) float64 {
	// The same bits for every labelling: the corner of the smaller row and column.
	if 2*row > n || 2*row == n && 2*x > column {
		row, x = n-row, column-x
	}
	if 2*column > n || 2*column == n && 2*x > row {
		column, x = n-column, row-x
	}
	row, column = min(row, column), max(row, column)
	first, last := max(0, row+column-n), min(row, column)
	ratio := func(i int) float64 { // of i+1 to i
		return float64(row-i) * float64(column-i) / (float64(i+1) * float64(n-row-column+i+1))
	}
	mode := min(max((row+1)*(column+1)/(n+2), first), last)
	seen := 1.0
	for i := mode; i < x; i++ {
		seen *= ratio(i)
	}
	for i := mode; i > x; i-- {
		seen /= ratio(i - 1)
	}
	total, tail := 0.0, 0.0
	add := func(p float64) {
		total += p
		if p <= seen*(1+sameChance) {
			tail += p
		}
	}
	add(1)
	for i, p := mode, 1.0; i < last && p > 0; i++ {
		p *= ratio(i)
		add(p)
	}
	for i, p := mode, 1.0; i > first && p > 0; i-- {
		p /= ratio(i - 1)
		add(p)
	}
	return tail / total
}
