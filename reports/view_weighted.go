package reports

import (
	"math"
	"slices"

	"benchmark/analysis"
)

// weighted reports whether a table has a figure that is an estimate by the
// design.
func weighted(t *analysis.Table) bool {
	for r := range t.Cells {
		for g := range t.Cells[r] {
			if e := &t.Cells[r][g]; e.Status == analysis.Estimated && e.Weighted {
				return true
			}
		}
	}
	return false
}

// weightedText adds to a figure what a weighted one has beside its value.
func (v *view) weightedText(f *figureText, e *analysis.Estimate, m analysis.Measure) {
	if !e.Weighted {
		return
	}
	plain := *e
	plain.Value = e.Unweighted
	f.unweighted = v.value(&plain, m)
	f.weightedBase = v.roundedBase(e.WeightedBase)
	if e.EffectiveBase > 0 {
		f.effectiveBase = v.roundedBase(e.EffectiveBase)
	}
}

// roundedBase writes a base that is no count: whole from 100.
func (v *view) roundedBase(x float64) string {
	if x >= 100 {
		return v.l.Decimal(x, 0)
	}
	return v.l.Decimal(x, 1)
}

// significant is the number of digits of a ratio.
const significant = 3

// ratioDecimals is how many decimals a ratio is shown with.
func ratioDecimals(x float64) int {
	if x == 0 {
		return significant - 1
	}
	return min(max(significant-1-int(math.Floor(math.Log10(math.Abs(x)))), 0), 2*significant)
}

// totalDecimals is how many decimals a total is shown with: none from 100.
func totalDecimals(x float64) int {
	if math.Abs(x) >= 100 {
		return 0
	}
	return 1
}

// sameSum reports whether two sums of weights are one, but for rounding.
func sameSum(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b)) }

// bases says on how many answers the figures in total rest, when they are
// weighted and rest on the same.
func (v *view) bases(t *analysis.Table) string {
	if !weighted(t) || !sameBaseIn(t, 0) {
		return ""
	}
	f := v.groupBase(t, 0)
	if f.weightedBase == "" {
		return ""
	}
	return v.words.Bases(f.base, f.weightedBase, f.effectiveBase)
}

// weightedColumns are the columns that weighted figures have beside the value
// and its interval.
func (v *view) weightedColumns(table *analysis.Table, own []int) []column {
	heads := v.words.WeightedColumns()
	unweighted, base := column{head: heads.Unweighted}, column{head: v.words.Columns().Base}
	sum, effective := column{head: heads.WeightedBase, dim: true}, column{head: heads.EffectiveBase, dim: true}
	for _, r := range own {
		f := v.figure(table, r, 0)
		unweighted.cells = append(unweighted.cells, f.unweighted)
		base.cells = append(base.cells, f.base+superscript(f.baseMarks))
		sum.cells = append(sum.cells, f.weightedBase)
		effective.cells = append(effective.cells, f.effectiveBase)
	}
	if sameBaseIn(table, 0) {
		base.dim = true // the line below the total says it too
		return []column{unweighted, base}
	}
	return []column{unweighted, base, sum, effective}
}

// baseLine is one line of bases below a breakdown.
type baseLine struct {
	label string
	of    func(figureText) (string, []int)
}

// baseLines are the lines of bases below a breakdown: one, or three when the
// figures are weighted.
func (v *view) baseLines(t *analysis.Table) []baseLine {
	base := func(f figureText) (string, []int) { return f.base, f.baseMarks }
	if !weighted(t) {
		return []baseLine{{v.words.Columns().Base, base}}
	}
	heads := v.words.WeightedColumns()
	return []baseLine{
		{heads.UnweightedBase, base},
		{heads.WeightedBase, func(f figureText) (string, []int) { return f.weightedBase, nil }},
		{heads.EffectiveBase, func(f figureText) (string, []int) { return f.effectiveBase, nil }},
	}
}

// counts are the bases of one figure, each marked for what it is.
func (f *figureText) counts(weighted, effective string) []string {
	if f.base == "" {
		return nil
	}
	counts := []string{"n=" + f.base}
	if f.weightedBase != "" {
		counts = append(counts, weighted+f.weightedBase, effective+f.effectiveBase)
	}
	return counts
}

// countsOf returns the bases of one figure.
func (v *view) countsOf(f *figureText) []string {
	sum, effective := v.words.BaseMarks()
	return f.counts(sum, effective)
}

// inBrackets puts an unweighted figure between brackets, if there is one.
func inBrackets(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}

// inserted returns the columns of a total with those of weighted figures in
// place of the count.
func (v *view) inserted(table *analysis.Table, own []int, columns []column, count int) []column {
	return slices.Replace(columns, count, count+1, v.weightedColumns(table, own)...)
}
