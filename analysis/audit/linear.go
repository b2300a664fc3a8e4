package audit

import (
	"math"
	"slices"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// linear attacks a number by all that is told of all groups together: what the ranks say
// of those who are in the same groups, and by linear programming what the sums say.
func (n *numberAttack) linear() {
	s := secret{base: n.base, open: n.classes}
	for _, t := range n.told {
		s.clues = append(s.clues, clue{in: t.in})
	}
	for g := range n.table.Groups {
		if members, ok := n.members(&n.table.Groups[g]); ok {
			s.open = append(s.open, members.Intersect(n.base))
		}
	}
	atoms := s.atoms()
	if len(n.told) == 0 || slices.ContainsFunc(n.numbersOf(n.survey.Find(n.table.Question), n.base), func(x float64) bool { return x < 0 }) {
		return
	}
	n.attackers(atoms, -1)
	for _, j := range n.insiders(atoms) {
		n.attackers(atoms, j)
	}
}

// insiders are the respondents who know most by their own number: the largest of each
// atom, and of those the largest.
func (n *numberAttack) insiders(atoms []survey.Bits) []int {
	var all []int
	for _, atom := range atoms {
		first := n.top(atom)
		rest := slices.Clone(atom)
		rest.Clear(first)
		all = append(all, first)
		if rest.Count() > 0 {
			all = append(all, n.top(rest))
		}
	}
	slices.SortStableFunc(all, func(x, y int) int {
		switch {
		case n.y[x] > n.y[y]:
			return -1
		case n.y[x] < n.y[y]:
			return 1
		}
		return x - y
	})
	return all[:min(len(all), 25)]
}

// attackers lets an outsider (-1), or a respondent who knows its own number, attack.
func (n *numberAttack) attackers(atoms []survey.Bits, by int) {
	left := make([]survey.Bits, len(atoms))
	for k := range atoms {
		if left[k] = slices.Clone(atoms[k]); by >= 0 {
			left[k].Clear(by)
		}
	}
	low, high := n.bounds(left, by)
	p, scale, ok := n.program(left, by, low)
	for k, atom := range left {
		count := atom.Count()
		if count == 0 {
			continue
		}
		top := n.top(atom)
		if near(n.y[top], low[k], high[k]) && n.alike(atom, low[k], high[k]) {
			n.expose("ranks", "", top, count, by >= 0)
			continue
		}
		others := -n.y[top]
		atom.Each(func(r int) { others += n.y[r] - low[k] })
		if !ok || others >= closest*n.y[top] && n.y[top] > 0 {
			continue // one of those can have it
		}
		goal := max((1+closest)*n.y[top]*(1-1e-6)-low[k], 1e-6*scale)
		if _, reaches := p.Reaches(k, goal/scale); !reaches {
			n.expose("linear", "", top, count, by >= 0)
		}
	}
}

// near reports whether a range tells a number to within 10 %.
func near(x, low, high float64) bool { return low >= (1-closest)*x && high <= (1+closest)*x }

// alike reports whether a range tells all numbers of a set to within 10 %.
func (n *numberAttack) alike(in survey.Bits, low, high float64) bool {
	all := true
	in.Each(func(r int) { all = all && near(n.y[r], low, high) })
	return all
}

// program is the linear program of what is left of the sums of the atoms above the least
// that they can be, in units of scale.
func (n *numberAttack) program(atoms []survey.Bits, by int, low []float64) (*disclosure.Program, float64, bool) {
	scale := 0.0
	n.base.Each(func(r int) { scale = max(scale, n.y[r]) })
	if scale == 0 {
		return nil, 0, false
	}
	b := programBuilder{atoms: atoms, by: by, y: n.y, low: low, scale: scale}
	for _, t := range n.told {
		if !t.sum {
			continue
		}
		sum := 0.0
		t.in.Each(func(r int) { sum += n.y[r] })
		b.add(t.in, nil, weightedSum{value: sum})
		for _, w := range t.weighted {
			b.add(t.in, n.weights, w)
		}
	}
	p, ok := b.program()
	return p, scale, ok
}

// programBuilder makes a linear program of the sums over atoms.
type programBuilder struct {
	atoms  []survey.Bits
	by     int
	y, low []float64
	scale  float64
	rows   [][]float64
	sums   []weightedSum
}

// add adds a sum of numbers times weights (nil: 1).
func (b *programBuilder) add(in survey.Bits, weights []float64, sum weightedSum) {
	weight := func(r int) float64 {
		if weights == nil {
			return 1
		}
		return weights[r]
	}
	row := make([]float64, len(b.atoms))
	for k, atom := range b.atoms {
		if atom.And(in) > 0 {
			atom.Each(func(r int) { row[k] = weight(r) })
			sum.value -= row[k] * b.low[k] * float64(atom.Count())
		}
	}
	if b.by >= 0 && in.Has(b.by) {
		sum.value -= weight(b.by) * b.y[b.by]
	}
	if sum.value /= b.scale; math.Abs(sum.value) < exactly {
		sum.value = 0
	}
	sum.slack /= b.scale
	b.rows, b.sums = append(b.rows, row), append(b.sums, sum)
}

// program returns the linear program: a sum with slack is its upper end less a number that
// is at most twice the slack.
func (b *programBuilder) program() (*disclosure.Program, bool) {
	wide := len(b.atoms)
	for _, s := range b.sums {
		if s.slack > exactly*1000 {
			wide += 2
		}
	}
	var rows [][]float64
	var sums []float64
	next := len(b.atoms)
	for i, s := range b.sums {
		row := append(slices.Clone(b.rows[i]), make([]float64, wide-len(b.atoms))...)
		if s.slack > exactly*1000 {
			least := make([]float64, wide)
			row[next], least[next], least[next+1] = 1, 1, 1
			rows, sums = append(rows, least), append(sums, 2*s.slack)
			s.value += s.slack
			next += 2
		}
		rows, sums = append(rows, row), append(sums, s.value)
	}
	return disclosure.NewProgram(rows, sums)
}

// bounds are the least and the most that each of some atoms can have, by the ranks.
func (n *numberAttack) bounds(atoms []survey.Bits, by int) (low, high []float64) {
	sizes := make([]int, len(atoms))
	for k := range atoms {
		sizes[k] = atoms[k].Count()
	}
	var all []disclosure.Ranked
	for _, t := range n.told {
		r := disclosure.Ranked{In: survey.NewBits(len(atoms)), Count: t.in.Count(), Own: math.NaN(), Ranks: t.ranks}
		for k := range atoms {
			if atoms[k].And(t.in) > 0 {
				r.In.Set(k)
			}
		}
		if by >= 0 && t.in.Has(by) {
			r.Own = n.y[by]
		}
		all = append(all, r)
	}
	return disclosure.Bounds(sizes, all)
}
