package analysis

import (
	"math"
	"slices"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// A weighted mean beside the plain one gives two sums of the same numbers. By what can be
// added up to all of them a linear program tells how large a number can be at most.

const (
	// mostKinds is the most kinds of respondents, by what is open, of whom sums are looked
	// at: the time that it takes grows with the cube.
	mostKinds = 64
	// mostInsiders is how many of those with the largest numbers are let loose.
	mostInsiders = 25
)

// numbersTell reports whether the means and totals of a table of a protected number tell
// a number to within the p %, to everyone or to one with a large number of its own.
func (b *builder) numbersTell(t *Table) bool {
	i := b.survey.Find(t.Question)
	if i < 0 || b.survey.Questions[i].Kind != survey.Number || t.Topic == Ratios || b.survey.Questions[i].Sensitivity != survey.Protected {
		return false
	}
	w := b.sumsOf(t, b.read(i))
	if w == nil {
		return false
	}
	w.worlds, w.truth, w.tops = make([][]float64, len(w.atoms)), make([]float64, len(w.atoms)), make([][]int, len(w.atoms))
	for k, atom := range w.atoms {
		atom.Each(func(r int) { w.truth[k] += w.y[r] })
		for range mostTops {
			if r := w.largest(atom, w.tops[k]); r >= 0 {
				w.tops[k] = append(w.tops[k], r)
			}
		}
	}
	if w.tell(-1) {
		return true
	}
	return slices.ContainsFunc(w.insiders(), w.tell)
}

// hideNumbers hides the smallest groups of a table of a protected number until its sums
// tell nobody's number. Weighted ones are rounded first (see coarsen).
func (b *builder) hideNumbers(t *Table) {
	for b.sampler == nil && b.options.Disclosure != Unprotected && b.numbersTell(t) {
		smallest := 0
		shown := func(g int) bool {
			return g > 0 && slices.ContainsFunc(t.Cells, func(of []Estimate) bool { return of[g].Status == Estimated })
		}
		for g := range t.Groups {
			if n := t.Groups[g].Respondents; shown(g) && (smallest == 0 || n < smallest) {
				smallest = n
			}
		}
		for g := range t.Groups {
			for r := range t.Cells {
				if e := &t.Cells[r][g]; e.Status == Estimated && t.Rows[r].Protected && (smallest == 0 || shown(g) && t.Groups[g].Respondents == smallest) {
					*e = Estimate{Status: HiddenOthers}
				}
			}
		}
	}
}

// numberSums are the sums that are told of numbers.
type numberSums struct {
	y       []float64
	atoms   []survey.Bits
	weights []float64
	sums    []numberSum
	scale   float64
	// ranked are the quantiles of groups, of whom sets are the respondents.
	ranked []disclosure.Ranked
	sets   []survey.Bits
	// worlds are for each atom, where one was looked for, what the atoms have in a world in
	// which its largest number is another one, as everyone can think.
	worlds [][]float64
	// truth is what each of the atoms has, and tops who have the largest numbers in it.
	truth []float64
	tops  [][]int
}

// numberSum is a sum of the numbers of the atoms of a set, each times factors, up to slack.
type numberSum struct {
	in           survey.Bits
	factors      []float64
	value, slack float64
}

// sumsOf reads the sums that a table tells; nil where they are not looked at.
func (b *builder) sumsOf(t *Table, a *answers) *numberSums {
	base := a.base.set()
	sets := make([]survey.Bits, len(t.Groups))
	for g := range sets {
		sets[g] = b.membersOf(&t.Groups[g]).Intersect(base)
	}
	if len(b.profiles.size) > 10*mostKinds {
		return nil
	}
	w := &numberSums{y: a.column.Numbers()}
	w.atoms, w.weights = b.weighedAtoms(base, sets)
	least := 0.0
	base.Each(func(r int) { least, w.scale = min(least, w.y[r]), max(w.scale, w.y[r]) })
	if least < 0 || w.scale == 0 || len(w.atoms) > mostKinds {
		return nil
	}
	for g := range t.Groups {
		for r := range t.Rows {
			if e := &t.Cells[r][g]; e.Status == Estimated && sets[g].Count() > 0 {
				w.read(t.Rows[r].Measure, e, sets[g])
				w.rank(b.shareOf(&t.Rows[r]), e, sets[g])
			}
		}
	}
	return w
}

// read adds the sums behind a mean or total.
func (w *numberSums) read(m Measure, e *Estimate, in survey.Bits) {
	base := e.WeightedBase
	switch m {
	case Mean:
	case Total:
		base = 1
	default:
		return
	}
	plain, weighted := numberSum{in: survey.NewBits(len(w.atoms)), factors: make([]float64, len(w.atoms))}, numberSum{factors: w.weights}
	for k, atom := range w.atoms {
		plain.factors[k] = 1
		if atom.And(in) > 0 {
			plain.in.Set(k)
			atom.Each(func(r int) {
				plain.value += w.y[r]
				if w.weights != nil {
					weighted.value += w.weights[k] * w.y[r]
				}
			})
		}
	}
	w.sums = append(w.sums, plain)
	if !e.Weighted || w.weights == nil {
		return
	}
	weighted.in = plain.in
	if slices.Contains(e.Notes, NoteRounded) {
		off := weighted.value/base - e.Value
		step := meanStep / shareStep * roundedTo(e.Value*shareStep/meanStep, off*shareStep/meanStep)
		if m == Total {
			for step = stepOf(e.Value); math.Abs(off) > step/2*(1+rest); {
				step *= 10
			}
		}
		weighted.value, weighted.slack = e.Value*base, step/2*base
	}
	w.sums = append(w.sums, weighted)
}

// shareOf is the share of a quantile, 0 of another statistic.
func (b *builder) shareOf(row *Row) float64 {
	for _, q := range b.quantiles() {
		if q.key == row.Key && q.measure == row.Measure {
			return q.share
		}
	}
	return 0
}

// rank adds the numbers that the plain quantile of a share tells.
func (w *numberSums) rank(share float64, e *Estimate, in survey.Bits) {
	if share == 0 {
		return
	}
	h := float64(e.Base-1) * share
	below := int(math.Floor(h))
	value := e.Value
	if e.Weighted {
		value = e.Unweighted
	}
	r := disclosure.Rank{Value: value, NoMore: below + 1, NoLess: e.Base - int(math.Ceil(h))}
	last := len(w.sets) - 1
	if last < 0 || !slices.Equal(w.sets[last], in) {
		w.sets = append(w.sets, in)
		w.ranked = append(w.ranked, disclosure.Ranked{In: w.atomsIn(in), Count: in.Count()})
		last++
	}
	w.ranked[last].Ranks = append(w.ranked[last].Ranks, r)
}

// atomsIn are the atoms of a set.
func (w *numberSums) atomsIn(in survey.Bits) survey.Bits {
	atoms := survey.NewBits(len(w.atoms))
	for k, atom := range w.atoms {
		if atom.And(in) > 0 {
			atoms.Set(k)
		}
	}
	return atoms
}

// bounds are the least and the most that each of the atoms can have beside an insider, by
// the quantiles, and how many they are.
func (w *numberSums) bounds(by int) (low, high []float64, sizes []int) {
	for _, atom := range w.atoms {
		n := atom.Count()
		if by >= 0 && atom.Has(by) {
			n--
		}
		sizes = append(sizes, n)
	}
	told := slices.Clone(w.ranked)
	for i := range told {
		if told[i].Own = math.NaN(); by >= 0 && w.sets[i].Has(by) {
			told[i].Own = w.y[by]
		}
	}
	low, high = disclosure.Bounds(sizes, told)
	return low, high, sizes
}

// tell reports whether the sums tell a number to an insider, or (-1) to everyone.
func (w *numberSums) tell(by int) bool {
	low, high, sizes := w.bounds(by)
	var p *disclosure.Program
	sums := true
	for k, atom := range w.atoms {
		top := w.top(k, by)
		if top < 0 {
			continue
		}
		if w.known(atom, top, by, low[k], high[k]) {
			return true
		}
		if !sums || w.another(k, by, top, low, sizes) {
			continue
		}
		if p == nil {
			if p, sums = w.program(by, low, sizes); !sums {
				continue
			}
		}
		goal := max((1+closest)*w.y[top]*(1-1e-6)-low[k], 1e-6*w.scale)
		world, reaches := p.Reaches(k, w.enough(by, goal)/w.scale)
		if world[k]*w.scale < goal && !reaches {
			return true
		}
		if by < 0 {
			w.worlds[k] = w.nearest(k, top, world, low, sizes)
		}
	}
	return false
}

// enough is how far a number is let rise to see that it reaches a goal: for everyone
// further, so that a world between this one and the true one is near the true one.
func (w *numberSums) enough(by int, goal float64) float64 {
	if by < 0 {
		return 10 * goal
	}
	return goal
}

// nearest is a world between the true one and another, in which the largest number of an
// atom is just far enough from what it is.
func (w *numberSums) nearest(k, top int, world, low []float64, sizes []int) []float64 {
	between := make([]float64, len(w.atoms))
	part := 1.0
	for a := range between {
		between[a] = world[a]*w.scale + low[a]*float64(sizes[a])
	}
	goal := (1 + closest) * w.y[top]
	if between[k] < goal {
		return nil // it rises without end
	}
	if w.y[top] > 0 && between[k] > w.truth[k] {
		part = (goal - w.truth[k]) / (between[k] - w.truth[k])
	}
	for a := range between {
		between[a] = w.truth[a] + min(max(part, 0), 1)*(between[a]-w.truth[a])
	}
	return between
}

// another reports whether there is another world for an insider without looking for it: the
// others of the atom can have part of its largest number, or what is known to be possible
// for everyone is so for the insider.
func (w *numberSums) another(k, by, top int, low []float64, sizes []int) bool {
	others := w.truth[k] - w.y[top] - low[k]*float64(sizes[k]-1)
	if by >= 0 && w.atoms[k].Has(by) {
		others -= w.y[by]
	}
	if others >= closest*w.y[top] && w.y[top] > 0 {
		return true
	}
	if by < 0 || w.worlds[k] == nil || w.atoms[k].Has(by) {
		return false
	}
	for a, atom := range w.atoms {
		least := low[a] * float64(sizes[a])
		if atom.Has(by) {
			least += w.y[by]
		}
		if w.worlds[k][a] < least-rest || sizes[a] == 0 && w.worlds[k][a] > least+rest {
			return false
		}
	}
	return true
}

// known reports whether a range tells the numbers of a set without an insider, of which one
// is the largest, to within the p %.
func (w *numberSums) known(in survey.Bits, top, by int, low, high float64) bool {
	if low < (1-closest)*w.y[top] || high > (1+closest)*w.y[top] {
		return false
	}
	all := true
	in.Each(func(r int) {
		all = all && (r == by || low >= (1-closest)*w.y[r] && high <= (1+closest)*w.y[r])
	})
	return all
}

// program is the linear program of what the atoms without an insider sum to above the least
// that they can be, in units of scale. One with slack is its upper end less a number of at
// most twice the slack.
func (w *numberSums) program(by int, low []float64, sizes []int) (*disclosure.Program, bool) {
	wide := len(w.atoms)
	for _, s := range w.sums {
		if s.slack > 0 {
			wide += 2
		}
	}
	var rows [][]float64
	var sums []float64
	next := len(w.atoms)
	for _, s := range w.sums {
		row, value := make([]float64, wide), s.value
		s.in.Each(func(k int) {
			if sizes[k] > 0 {
				row[k] = s.factors[k]
				value -= s.factors[k] * low[k] * float64(sizes[k])
			}
			if by >= 0 && w.atoms[k].Has(by) {
				value -= s.factors[k] * w.y[by]
			}
		})
		if s.slack > 0 {
			least := make([]float64, wide)
			row[next], least[next], least[next+1] = 1, 1, 1
			rows, sums = append(rows, least), append(sums, 2*s.slack/w.scale)
			value += s.slack
			next += 2
		}
		if value /= w.scale; math.Abs(value) < rest {
			value = 0
		}
		rows, sums = append(rows, row), append(sums, value)
	}
	return disclosure.NewProgram(rows, sums)
}
