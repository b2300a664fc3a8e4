package analysis

import (
	"bytes"
	"slices"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// crossedView is what an attacker sees of the answers to the question of a breakdown: sets
// of those who answered it, in line.
type crossedView struct {
	*line
	guard   guard
	options []survey.Bits
	// told are of whom it is told how many gave each answer, and hidden of whom it must not be.
	told, hidden []stretch
	// compared are how many of the first of the told were compared with each other.
	compared int
	// kinds are those whom nothing that can be told tells apart; nil where they are too many.
	kinds *kinds
}

// kinds are kinds of those in a line.
type kinds struct {
	// of is the kind of each place, and sizes how many there are of each.
	of    []uint16
	sizes []int
	// given are how many of each gave each answer.
	given [][]int
}

// newCrossed shows what the own table of a question tells of its answers.
func (b *builder) newCrossed(study *Study, by *breakdown, question int, tables []*crossing) *crossedView {
	g := b.guard(question)
	base := g.base.set()
	v := &crossedView{line: newLine(base, b.strata), guard: g}
	v.told = []stretch{v.of(base)}
	for _, o := range g.options {
		wide, set := v.wide(), v.of(o.set())
		copy(wide[set.from:], set.words)
		v.options = append(v.options, wide)
	}
	var open []stretch
	for i := range study.Tables {
		t := &study.Tables[i]
		if t.Question != by.questions[0] || len(t.Rows) == 0 {
			continue
		}
		for k := range t.Groups {
			in := b.membersOf(&t.Groups[k]).Intersect(base)
			set := v.of(in)
			open = append(open, set)
			if e := &t.Cells[0][k]; e.Status == Estimated {
				v.told = append(v.told, b.weighApart(v.line, in, question, t.Groups[k].Breakdown)...)
			} else if e.Status.Hidden() && v.sensitive(&set) {
				v.hidden = append(v.hidden, set)
			}
		}
	}
	for _, t := range tables {
		open = append(open, v.of(t.base))
	}
	v.findKinds(append(open, v.apart()...))
	return v
}

// weighApart are those of some respondents who are in line, and those of them that weigh the
// same in the figures of a question by a breakdown.
func (b *builder) weighApart(l *line, in survey.Bits, question int, breakdown string) []stretch {
	sets := []stretch{l.of(in)}
	if b.collapse == nil {
		return sets
	}
	type class struct {
		stratum int16
		weight  float64
	}
	classes, at := []class(nil), map[class]int{}
	p := b.pooled(question, breakdown).sampler
	// Most of a stratum and weight stay together: who comes next is in the class of the last.
	last := make([]int, b.strata.number)
	classOf := func(r int) int {
		of, k := class{p.strata[r], p.weights[r]}, &last[b.strata.of[r]]
		if *k == 0 || classes[*k-1] != of {
			if *k = at[of]; *k == 0 {
				classes = append(classes, of)
				*k = len(classes)
				at[of] = *k
			}
		}
		return *k
	}
	var found []gathering
	in.Each(func(r int) {
		k := classOf(r)
		if k > len(found) {
			found = append(found, nobody)
		}
		if place := l.at(r); place != outside {
			found[k-1].take(place)
		}
	})
	for _, g := range found {
		sets = append(sets, g.room())
	}
	in.Each(func(r int) {
		if place := l.at(r); place != outside {
			sets[classOf(r)].add(place)
		}
	})
	return sets
}

// findKinds finds the kinds whom some sets tell apart, in an order that these decide.
func (v *crossedView) findKinds(sets []stretch) {
	all := &v.told[0]
	if all.n == 0 {
		return
	}
	k := &kinds{of: make([]uint16, 64*len(v.base)), sizes: []int{all.n}}
	for i := range sets {
		if k.split(&sets[i]); len(k.sizes) > mostCrossed {
			return
		}
	}
	marks := make([][]byte, len(k.sizes))
	all.each(func(at int) {
		if marks[k.of[at]] != nil {
			return
		}
		mark := make([]byte, len(sets))
		for i := range sets {
			mark[i] = byte(sets[i].word(at>>6) >> (at & 63) & 1)
		}
		marks[k.of[at]] = mark
	})
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return bytes.Compare(marks[x], marks[y]) })
	place, sizes := make([]uint16, len(order)), make([]int, len(order))
	for i, kind := range order {
		place[kind], sizes[i] = uint16(i), k.sizes[kind]
	}
	all.each(func(at int) { k.of[at] = place[k.of[at]] })
	k.sizes = sizes
	for _, o := range v.options {
		given := make([]int, len(sizes))
		o.Each(func(at int) { given[k.of[at]]++ })
		k.given = append(k.given, given)
	}
	v.kinds = k
}

// split tells those of each kind who are in a set apart from the others.
func (k *kinds) split(set *stretch) {
	in := make([]int, len(k.sizes))
	set.each(func(at int) { in[k.of[at]]++ })
	to := make([]uint16, len(in))
	for kind, n := range in {
		to[kind] = uint16(kind)
		if n > 0 && n < k.sizes[kind] {
			to[kind] = uint16(len(k.sizes))
			k.sizes[kind] -= n
			k.sizes = append(k.sizes, n)
		}
	}
	if len(k.sizes) > len(in) {
		set.each(func(at int) { k.of[at] = to[k.of[at]] })
	}
}

// sensitive reports whether how many in a set gave each answer must stay in doubt.
func (v *crossedView) sensitive(in *stretch) bool {
	return in.n < MinimumAnswers || slices.ContainsFunc(v.options, func(o survey.Bits) bool { return in.among(o) >= in.n-1 })
}

// untold are the sets of which nothing told how many gave each answer so far.
func (v *crossedView) untold(sets []stretch) []stretch {
	var more []stretch
	for i := range sets {
		set := &sets[i]
		same := func(known stretch) bool { return known.equal(set) }
		if set.n > 0 && !slices.ContainsFunc(v.told, same) && !slices.ContainsFunc(more, same) {
			more = append(more, *set)
		}
	}
	return more
}

// tell adds sets to the told, of which nothing is given away.
func (v *crossedView) tell(more []stretch) {
	if len(more) > 0 {
		v.told = append(v.told, more...)
		v.compared = len(v.told)
	}
}

// tells reports whether more sets give an answer away.
func (v *crossedView) tells(more []stretch) bool {
	if len(more) == 0 {
		return false
	}
	told := slices.Concat(v.told, more)
	if v.kinds == nil {
		return v.restTells(told)
	}
	for _, answers := range v.together() {
		if len(v.puzzle(answers, told).Exposed(1)) > 0 {
			return true
		}
	}
	return false
}

// together are the answers of which one was given, all at once, or those of which several
// could be one by one.
func (v *crossedView) together() [][]int {
	all := make([]int, len(v.options))
	one := make([][]int, len(v.options))
	for o := range all {
		all[o], one[o] = o, []int{o}
	}
	if !v.guard.several && len(all) < disclosure.MostAnswers {
		return [][]int{all}
	}
	return one
}

// puzzle is that of some answers.
func (v *crossedView) puzzle(answers []int, told []stretch) *disclosure.Puzzle {
	p := &disclosure.Puzzle{}
	rest := 0
	for k, left := range v.kinds.sizes {
		var given []int
		for _, o := range answers {
			n := v.kinds.given[o][k]
			given, left = append(given, n), left-n
		}
		p.Given, rest = append(p.Given, append(given, left)), rest+left
	}
	for o := range answers {
		p.Secrets = append(p.Secrets, 1<<o)
	}
	if rest > 0 && !v.guard.several {
		p.Secrets = append(p.Secrets, 1<<len(answers))
	}
	know := func(sets []stretch) (all []disclosure.Known) {
		for i := range sets {
			in := survey.NewBits(len(v.kinds.sizes))
			sets[i].each(func(at int) { in.Set(int(v.kinds.of[at])) })
			for o := range answers {
				all = append(all, disclosure.Known{In: in, Of: 1 << o})
			}
		}
		return all
	}
	p.Known, p.Counts = know(told), know(v.hidden)
	return p
}

// restTells reports whether what one set leaves of another is few, or alike. Of those that
// were compared nothing does.
func (v *crossedView) restTells(told []stretch) bool {
	for i := v.compared; i < len(told); i++ {
		for k := range i {
			if v.pairTells(&told[i], &told[k]) {
				return true
			}
		}
	}
	return false
}

// pairTells reports it of two sets. Where they share nobody nothing is left of either but
// itself.
func (v *crossedView) pairTells(a, c *stretch) bool {
	both := a.and(c)
	if both == 0 {
		return false
	}
	tells := func(n int, whole, other *stretch, beside bool) bool {
		return n > 0 && (n <= fewRest || slices.ContainsFunc(v.options, func(o survey.Bits) bool { return whole.mostlyIn(o, other, beside) }))
	}
	return tells(a.n-both, a, c, true) || tells(c.n-both, c, a, true) || both < min(a.n, c.n) && tells(both, a, c, false)
}
