package position

import (
	"math"
	"slices"

	"benchmark/survey"
)

// What the tables of a study tell
//
// Its reader knows the tables too: all, every type, every size class. They are
// published by a rule for who knows no answer (package disclosure), so that a reader
// with an own answer may see through one of them already. Nothing here can undo
// that. What a report must not do is add to it: no figure is shown that, together
// with the tables, tells an answer or the sum of a few that the tables do not tell.
// So what the figures leave without doubt has to follow from the tables alone, and
// that has to be proved (see proof).

// tellsMore reports whether figures on the sets shown, together with those on the
// sets known, may tell of somebody what the known ones do not.
func (st *Study) tellsMore(x *Indicator, known, shown []survey.Bits) bool {
	all := join(known, shown)
	if len(all) == len(known) {
		return false // every one of them is known
	}
	cells := cellsOf(x, all)
	if cells == nil {
		return true
	}
	doubtful := lazily(func() []move { return x.moves(cells) })
	var p *proof
	proved := func(set uint64) bool {
		if p == nil {
			p = st.prove(x, cells, known)
		}
		return p.tells(set)
	}
	for k := range cells {
		if st.uniform(x, cells[k].members) && !doubtful(1<<k) && !proved(1<<k) {
			return true
		}
	}
	return !smallInDoubt(cells, func(set uint64) bool { return doubtful(set) || proved(set) })
}

// tellsMoreToSome reports the same for any reader: one that did not answer, or one of
// those who gave each answer in each cell.
func (st *Study) tellsMoreToSome(x *Indicator, known, shown []survey.Bits) bool {
	all := join(known, shown)
	if len(all) == len(known) {
		return false
	}
	if st.tellsMore(x, known, shown) {
		return true
	}
	answers := []survey.Bits{x.yes, x.base.Without(x.yes)}
	for _, s := range x.swaps {
		answers = append(answers, s.yes, s.no)
	}
	for _, c := range cellsOf(x, all) {
		for _, gave := range answers {
			reader := first(c.members.Intersect(gave))
			if reader.Count() == 0 {
				continue
			}
			others := x.base.Without(reader)
			if st.tellsMore(x, within(known, others), within(shown, others)) {
				return true
			}
		}
	}
	return false
}

// moves returns the moves that also leave it as it is how many chose each option.
func (x *Indicator) moves(cells cellar) []move {
	if len(x.swaps) == 0 || x.Amount {
		return movesOf(cells, cells.takes(!x.Amount))
	}
	var all []move
	for _, s := range x.swaps {
		up, down := make([]bool, len(cells)), make([]bool, len(cells))
		for k := range cells {
			up[k], down[k] = cells[k].members.And(s.no) > 0, cells[k].members.And(s.yes) > 0
		}
		all = append(all, movesOf(cells, func(k int, by int64) bool { return by > 0 && up[k] || by < 0 && down[k] })...)
	}
	return all
}

// proof is what follows from known figures about sums of cells: the sums of rows,
// and of what they add up to. The answers of certain cells follow one by one.
type proof struct {
	certain uint64
	rows    [][]float64
	cells   int
}

// prove collects what the figures on the known sets tell of the cells. A set, or what
// is left of one when others inside it are taken away, in which all gave the same
// answer tells the answers of all its members.
func (st *Study) prove(x *Indicator, cells cellar, known []survey.Bits) *proof {
	p := &proof{cells: len(cells)}
	var sets []uint64
	for _, set := range known {
		sets = append(sets, cells.of(set))
	}
	members := func(set uint64) survey.Bits {
		all := make(survey.Bits, len(x.base))
		for k := range cells {
			if set&(1<<k) != 0 {
				all = all.Union(cells[k].members)
			}
		}
		return all
	}
	for before := ^p.certain; before != p.certain; {
		before = p.certain
		for _, a := range sets {
			for _, b := range append([]uint64{0}, sets...) {
				if left := a &^ b &^ p.certain; left != 0 && b&^a&^p.certain == 0 && st.plain(x, members(left)) {
					p.certain |= left
				}
			}
		}
	}
	for _, set := range sets {
		p.add(p.vector(set))
	}
	return p
}

// plain reports whether the sum over a set tells every answer in it.
func (st *Study) plain(x *Indicator, set survey.Bits) bool {
	return set.Count() == 1 || !x.Amount && st.uniform(x, set)
}

// of returns the cells of a set.
func (cells cellar) of(set survey.Bits) uint64 {
	in := uint64(0)
	for k := range cells {
		if cells[k].members.And(set) > 0 {
			in |= 1 << k
		}
	}
	return in
}

// vector returns a set of cells as numbers, without those that are certain.
func (p *proof) vector(set uint64) []float64 {
	v := make([]float64, p.cells)
	for k := range v {
		if set&^p.certain&(1<<k) != 0 {
			v[k] = 1
		}
	}
	return v
}

// smallest is below what a coefficient of sums of 0 and 1 can be.
const smallest = 1e-9

// reduce takes out of a vector what the rows account for, and returns the place of
// the first number that is left, or -1.
func (p *proof) reduce(v []float64) int {
	for _, row := range p.rows {
		at := slices.IndexFunc(row, func(c float64) bool { return c != 0 })
		if f := v[at] / row[at]; f != 0 {
			for k := range v {
				if v[k] -= f * row[k]; math.Abs(v[k]) < smallest {
					v[k] = 0
				}
			}
		}
	}
	return slices.IndexFunc(v, func(c float64) bool { return c != 0 })
}

// add adds the sum over a vector to what is known.
func (p *proof) add(v []float64) {
	if p.reduce(v) >= 0 {
		p.rows = append(p.rows, v)
	}
}

// tells reports whether the sum over a set of cells follows from what is known.
func (p *proof) tells(set uint64) bool { return p.reduce(p.vector(set)) < 0 }

// within returns the parts of sets that are in another one, without empty ones and
// each once.
func within(sets []survey.Bits, in survey.Bits) []survey.Bits {
	var parts []survey.Bits
	for _, set := range sets {
		parts = join(parts, []survey.Bits{set.Intersect(in)})
	}
	return parts
}

// join returns the sets of both without empty ones, each once.
func join(a, b []survey.Bits) []survey.Bits {
	all := slices.Clone(a)
	for _, set := range b {
		if set.Count() > 0 && !slices.ContainsFunc(all, func(o survey.Bits) bool { return slices.Equal(o, set) }) {
			all = append(all, set)
		}
	}
	return all
}

// first returns the first member of a set alone.
func first(set survey.Bits) survey.Bits {
	one := make(survey.Bits, len(set))
	found := false
	set.Each(func(r int) {
		if !found {
			one.Set(r)
			found = true
		}
	})
	return one
}
