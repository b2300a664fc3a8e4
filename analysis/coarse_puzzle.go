package analysis

import (
	"fmt"
	"maps"
	"math"
	"math/bits"
	"slices"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// weighedPuzzle is a puzzle with who is in its atoms, of whom all weigh the same.
type weighedPuzzle struct {
	disclosure.Puzzle
	atoms   []survey.Bits
	weights []float64
}

// weighedAtoms tells those of a base apart by the groups, stratum and weight.
func (b *builder) weighedAtoms(s *weighedSecret, groups []survey.Bits) *weighedPuzzle {
	class, classes := make([]int, b.survey.Respondents), 1
	if b.strata != nil {
		copy(class, b.strata.of)
		classes = b.strata.number
	}
	for _, in := range groups {
		moved := map[int]int{}
		in.Each(func(r int) {
			to, known := moved[class[r]]
			if !known {
				to, classes = classes, classes+1
				moved[class[r]] = to
			}
			class[r] = to
		})
	}
	members := make([]survey.Bits, classes)
	s.base.Each(func(r int) {
		if members[class[r]] == nil {
			members[class[r]] = survey.NewBits(b.survey.Respondents)
		}
		members[class[r]].Set(r)
	})
	at := map[string]survey.Bits{}
	for _, in := range members {
		if in != nil {
			at[b.mark(first(in), groups)] = in
		}
	}
	w := &weighedPuzzle{}
	for _, mark := range slices.Sorted(maps.Keys(at)) {
		atom := at[mark]
		var given []int
		for _, gave := range s.answers {
			given = append(given, gave.And(atom))
		}
		w.atoms, w.Given = append(w.atoms, atom), append(w.Given, given)
		if b.strata != nil {
			w.weights = append(w.weights, b.sampler.weights[first(atom)])
		}
	}
	w.Secrets = s.secrets
	return w
}

// first is the first of a set with members.
func first(in survey.Bits) int {
	at := 0
	for in[at] == 0 {
		at++
	}
	return 64*at + bits.TrailingZeros64(in[at])
}

// mark tells a respondent apart by its stratum and the groups it is in.
func (b *builder) mark(r int, groups []survey.Bits) string {
	mark := []byte{}
	if b.strata != nil {
		mark = fmt.Appendf(mark, "%06d", b.strata.of[r])
	}
	for _, in := range groups {
		mark = fmt.Append(mark, in.Has(r))
	}
	return string(mark)
}

// count is a sum of atoms.
func (w *weighedPuzzle) count(s weighedSum) disclosure.Known {
	known := disclosure.Known{In: survey.NewBits(len(w.atoms)), Of: s.of}
	for k, atom := range w.atoms {
		if atom.And(s.in) > 0 {
			known.In.Set(k)
		}
	}
	return known
}

// tell adds what a figure of a set tells, or that it must stay in doubt.
func (w *weighedPuzzle) tell(v *weighedView, row *Row, e *Estimate, exact float64, in survey.Bits) {
	of, points := uint64(0), []float64(nil)
	for k, key := range v.keys {
		if row.Measure == Share && (row.Key == key || v.nets && slices.Contains(row.Of, key)) {
			of |= v.of[k]
		}
	}
	if row.Measure == Mean {
		points = v.points
	}
	if of == 0 && points == nil || in.Count() == 0 {
		return
	}
	known := w.count(weighedSum{in, of})
	n, gave := in.Count(), 0
	known.In.Each(func(k int) {
		for o, x := range w.Given[k] {
			gave += x * int(of>>o&1)
		}
	})
	switch {
	case e.Status == Estimated:
		if of != 0 {
			w.Known = append(w.Known, known)
		}
		if slices.Contains(e.Notes, NoteRounded) {
			off := exact - e.Value
			step := roundedTo(e.Value, off)
			if points != nil {
				step = meanStep / shareStep * roundedTo(e.Value*shareStep/meanStep, off*shareStep/meanStep)
			}
			w.Rounded = append(w.Rounded, disclosure.Rounded{
				Known: known, Points: points, Weights: w.weights, Off: off * e.WeightedBase, Slack: (step/2 + rest) * e.WeightedBase,
			})
		}
	case of != 0 && e.Status.Hidden() && (n < MinimumAnswers || gave >= n-1):
		w.Counts = append(w.Counts, known)
	}
}

// roundedTo is the finest step to which a figure that is off by so much can have been
// rounded.
func roundedTo(x, off float64) float64 {
	step := shareStep
	for step < hiddenStep && (math.Abs(off) > step/2+rest || math.Abs(round(x, step)-x) > rest) {
		step = coarser(step)
	}
	return step
}
