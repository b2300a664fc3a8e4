package analysis

import (
	"math"

	"benchmark/analysis/contrast"
)

// Verdict is what a comparison allows to say.
type Verdict struct {
	// Conclusion is contrast.Higher, Lower or Undecided; never Alike, which a test
	// of difference can't carry.
	Conclusion contrast.Conclusion
	// Seen is the smallest difference that would have been found 8 times in 10,
	// for Undecided; 0 when there is none to tell.
	Seen float64
}

// Verdict says what the difference between the part and the whole carries: as
// much as its interval, and nothing where there is none.
func (c *Comparison) Verdict() Verdict {
	d := &c.Difference
	switch {
	case d.Status != Estimated || d.Method == NoInterval || c.Part.Status != Estimated || c.Whole.Status != Estimated:
		return Verdict{Conclusion: contrast.Undecided}
	case d.Low > 0:
		return Verdict{Conclusion: contrast.Higher}
	case d.High < 0:
		return Verdict{Conclusion: contrast.Lower}
	}
	seen := 0.0
	if d.DF > 0 && d.SE > 0 {
		seen, _ = contrast.SmallestSeen(d.SE, d.DF, 1-d.Level, power)
	}
	return Verdict{contrast.Undecided, seen}
}

// Versus says how the figure of group a of row in a table relates to that of
// group b, by their pair in Tests; Undecided when they were not compared. It
// tells for two shares what difference could have been seen.
func (s *Study) Versus(t *Table, row, a, b int) Verdict {
	x, y := &t.Cells[row][a], &t.Cells[row][b]
	for i := range s.Tests {
		test := &s.Tests[i]
		if test.Table != t.ID || test.Breakdown != t.Groups[a].Breakdown || test.Breakdown != t.Groups[b].Breakdown {
			continue
		}
		for _, p := range test.Pairs {
			sign := 1.0
			switch {
			case p.Row != t.Rows[row].Key || p.Measure != t.Rows[row].Measure:
				continue
			case p.A == t.Groups[b].Level && p.B == t.Groups[a].Level:
				sign = -1
			case p.A != t.Groups[a].Level || p.B != t.Groups[b].Level:
				continue
			}
			if !p.Result.Different(1 - s.Options.Level) {
				return Verdict{contrast.Undecided, undetected(x, y, t.Rows[row].Measure)}
			}
			if sign*p.Result.Difference.Value > 0 {
				return Verdict{Conclusion: contrast.Higher}
			}
			return Verdict{Conclusion: contrast.Lower}
		}
	}
	if x.Status != Estimated || y.Status != Estimated {
		return Verdict{Conclusion: contrast.Undecided}
	}
	return Verdict{contrast.Undecided, undetected(x, y, t.Rows[row].Measure)}
}

// undetected returns the smallest difference from the share y that the share of
// x would have shown.
func undetected(x, y *Estimate, m Measure) float64 {
	if m != Share {
		return 0
	}
	base := func(e *Estimate) contrast.Base {
		n := float64(e.Base)
		if e.Weighted {
			n = e.EffectiveBase
		}
		return contrast.Base{Answers: n, Population: math.Inf(1)}
	}
	a, b := base(y), base(x)
	if !(a.Answers > 0) || !(b.Answers > 0) {
		return 0
	}
	return nearest(y.Value, contrast.Detectable(y.Value, a, b, 1-x.Level, power))
}

// nearest returns the smaller of the distances from p to what can be told from
// it; 0 when nothing can.
func nearest(p float64, s contrast.Seen) float64 {
	switch {
	case s.HasDown && s.HasUp:
		return min(p-s.Down, s.Up-p)
	case s.HasDown:
		return p - s.Down
	case s.HasUp:
		return s.Up - p
	}
	return 0
}
