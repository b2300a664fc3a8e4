package position

import (
	"errors"
	"math"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
)

// Versus is two references beside each other, such as two countries.
type Versus struct {
	A, B *Reference
	// Pairs are the groups that both have: everyone, and types of organisation with
	// the same meaning.
	Pairs []Pair
}

// Pair is a group in both references, with what both asked.
type Pair struct {
	A, B ReferenceGroup
	Rows []VersusRow
}

// VersusRow is one indicator in both.
type VersusRow struct {
	ReferenceIndicator
	// OtherLabel is the wording in B.
	OtherLabel string
	FigureA    analysis.Estimate
	FigureB    analysis.Estimate
	// Difference is A minus B, of shares only, with Newcombe's hybrid score interval
	// (R.G. Newcombe, Statistics in Medicine 17, 1998, method 10).
	Difference analysis.Estimate
	// Verdict is Higher or Lower where the interval leaves out 0 also at the level
	// that makes up for the number of rows of the pair (Bonferroni).
	Verdict analysis.Verdict
}

// Against sets two references beside each other. It fails when they have no
// indicator in common.
func Against(a, b *Reference) (*Versus, error) {
	v := &Versus{A: a, B: b}
	for g := range a.Groups {
		for h := range b.Groups {
			x, y := &a.Groups[g], &b.Groups[h]
			if x.Kind == y.Kind && (x.Kind == Everyone || x.Kind == OwnType && x.Means != "" && x.Means == y.Means) {
				if p := pair(a, b, g, h); len(p.Rows) > 0 {
					v.Pairs = append(v.Pairs, p)
				}
			}
		}
	}
	if len(v.Pairs) == 0 {
		return nil, errors.New("comparing two references: they have no indicator in common; " +
			"channels need the same name, and options the same code, in both codebooks")
	}
	return v, nil
}

func pair(a, b *Reference, g, h int) Pair {
	p := Pair{A: a.Groups[g], B: b.Groups[h]}
	for k := range a.Indicators {
		x := &a.Indicators[k]
		y := b.same(x)
		if y == nil {
			continue
		}
		row := VersusRow{ReferenceIndicator: *x, OtherLabel: y.Label}
		row.FigureA, row.FigureB = x.Figures[g].estimate(a.Level), y.Figures[h].estimate(b.Level)
		if row.FigureA.Status == analysis.NoAnswers && row.FigureB.Status == analysis.NoAnswers {
			continue
		}
		p.Rows = append(p.Rows, row)
	}
	level := min(a.Level, b.Level)
	for k := range p.Rows {
		p.Rows[k].judge(level, len(p.Rows))
	}
	return p
}

// judge computes the difference of two shares and what it carries.
func (r *VersusRow) judge(level float64, family int) {
	a, b := &r.FigureA, &r.FigureB
	r.Verdict.Conclusion = contrast.Undecided
	if r.Amount || a.Status != analysis.Estimated || b.Status != analysis.Estimated {
		return
	}
	r.Difference = analysis.Estimate{
		Status: analysis.Estimated, Value: a.Value - b.Value, Level: level, Method: analysis.Newcombe, Base: min(a.Base, b.Base),
	}
	r.Difference.Low, r.Difference.High = newcombe(a, b, level)
	switch low, high := newcombe(a, b, 1-(1-level)/float64(family)); {
	case low > 0:
		r.Verdict.Conclusion = contrast.Higher
	case high < 0:
		r.Verdict.Conclusion = contrast.Lower
	}
}

func newcombe(a, b *analysis.Estimate, level float64) (low, high float64) {
	count := func(e *analysis.Estimate) int { return int(math.Round(e.Value * float64(e.Base))) }
	lowA, highA := estimate.Wilson(count(a), a.Base, level)
	lowB, highB := estimate.Wilson(count(b), b.Base, level)
	d := a.Value - b.Value
	return d - math.Hypot(a.Value-lowA, highB-b.Value), d + math.Hypot(highA-a.Value, b.Value-lowB)
}

// same returns the indicator of ref that is the same as one of another
// reference, or nil.
func (ref *Reference) same(x *ReferenceIndicator) *ReferenceIndicator {
	return ref.find(&Indicator{ID: x.ID, Topic: x.Topic, Channel: x.Channel, Key: x.Key, Means: x.Means, Amount: x.Amount})
}
