package analysis

import (
	"fmt"
	"maps"
	"slices"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// mostChannels is the largest number of channels of which what is named for at least
// one is compared with what is named for each.
const mostChannels = 5

// hideEither hides the groups of the table of what is named for at least one channel,
// and where that is not enough the total, if together with the tables of the channels it
// tells who named what.
func (b *builder) hideEither(t *Table) {
	if b.options.Disclosure == Unprotected {
		return
	}
	for _, from := range []int{1, 0} {
		exposed := false
		for r := range t.Rows {
			exposed = exposed || b.eitherTells(t, r)
		}
		if !exposed {
			return
		}
		for r := range t.Cells {
			for g := from; g < len(t.Groups); g++ {
				if t.Cells[r][g].Status == Estimated {
					t.Cells[r][g] = Estimate{Status: HiddenOthers}
				}
			}
		}
	}
}

// either is a barrier that is named for some channels as an attacker sees it.
type either struct {
	disclosure.Puzzle
	atoms []survey.Bits
}

// eitherTells reports whether a row of the table exposes someone.
func (b *builder) eitherTells(t *Table, r int) bool {
	key := t.Rows[r].Key
	asked := b.askedBarrier(key)
	if len(asked) > mostChannels {
		return true
	}
	e := b.eitherAtoms(asked, key)
	splits := b.profiles.only(func(d *breakdown) bool { return len(d.groups) > 0 })
	patterns := 1 << len(asked)
	all := uint64(1)<<patterns - 2
	e.Secrets = append(e.Secrets, all)
	for i, a := range asked {
		of := uint64(0)
		for p := range patterns {
			if p>>i&1 == 1 {
				of |= 1 << p
			}
		}
		e.Secrets = append(e.Secrets, of)
		// Who was not asked named nothing.
		e.Known = append(e.Known, disclosure.Known{In: e.of(everyone(b.survey.Respondents).Without(a.base.set())), Of: of})
		blk := block{base: a.base, guards: append(b.guardsOf(a.question), a.guard())}
		verdicts := b.verdicts(&blk, splits, len(t.Groups))
		e.tell(splits, a.base.set(), of, b.classes(a.index, splits), func(g int) bool { return verdicts[g] == disclosure.Shown })
	}
	e.tell(splits, everyone(b.survey.Respondents), all, b.classes(severalQuestions, splits), func(g int) bool { return t.Cells[r][g].Status == Estimated })
	return len(e.Exposed(1)) > 0
}

// askedBarrier are the select-all questions of which a barrier is an option.
func (b *builder) askedBarrier(key string) []*answers {
	var asked []*answers
	for _, i := range b.survey.WithRole(survey.Barrier) {
		if a := b.read(i); a.question.Kind == survey.Multiple && a.question.Option(key) >= 0 {
			asked = append(asked, a)
		}
	}
	return asked
}

// classes are, for each group, the strata that weighted figures of a question tell apart in
// it, once that is known.
func (b *builder) classes(question int, splits *profiles) [][]survey.Bits {
	if b.collapse == nil || !b.collapse.settled {
		return nil
	}
	of := func(breakdown string) []survey.Bits {
		all := make([]survey.Bits, b.strata.number)
		for k := range all {
			all[k] = survey.NewBits(b.survey.Respondents)
		}
		pools := b.collapse.of[question].of(breakdown, b.strata.number)
		for r, k := range b.strata.of {
			if b.strata.weights[k] > 0 {
				all[pools[k]].Set(r)
			}
		}
		return all
	}
	classes := [][]survey.Bits{of(TotalBreakdown)}
	for d := range splits.by {
		own := of(splits.by[d].id)
		for range splits.by[d].members {
			classes = append(classes, own)
		}
	}
	return classes
}

// tell adds what is shown of a base by the groups and the classes in them, and what must stay
// in doubt.
func (e *either) tell(splits *profiles, base survey.Bits, of uint64, classes [][]survey.Bits, shown func(g int) bool) {
	groups := []survey.Bits{base}
	for d := range splits.by {
		for _, members := range splits.by[d].members {
			groups = append(groups, base.Intersect(members))
		}
	}
	for g, in := range groups {
		known := disclosure.Known{In: e.of(in), Of: of}
		n, gave := in.Count(), 0
		known.In.Each(func(a int) {
			for o, x := range e.Given[a] {
				if of>>o&1 == 1 {
					gave += x
				}
			}
		})
		switch {
		case n == 0:
		case shown(g):
			e.Known = append(e.Known, known)
			if classes == nil {
				continue
			}
			for _, class := range classes[g] {
				if part := in.Intersect(class); part.Count() > 0 {
					e.Known = append(e.Known, disclosure.Known{In: e.of(part), Of: of})
				}
			}
		case n < MinimumAnswers || gave >= n-1:
			e.Counts = append(e.Counts, known)
		}
	}
}

// of returns the atoms in a set of respondents.
func (e *either) of(set survey.Bits) survey.Bits {
	in := survey.NewBits(len(e.atoms))
	for k, atom := range e.atoms {
		if atom.And(set) > 0 {
			in.Set(k)
		}
	}
	return in
}

// eitherAtoms tells the respondents apart by the groups they are in and the channels
// they were asked about, in an order that these alone decide, and counts for which
// channels each kind of them named a barrier.
func (b *builder) eitherAtoms(asked []*answers, key string) *either {
	e, named := &either{}, make([]survey.Bits, len(asked))
	for i, a := range asked {
		named[i] = a.options[a.question.Option(key)].set()
	}
	at := map[string]int{}
	marks := b.openMarks(asked)
	for r, mark := range marks {
		k, known := at[mark]
		if !known {
			k = len(e.atoms)
			at[mark] = k
			e.atoms = append(e.atoms, survey.NewBits(b.survey.Respondents))
			e.Given = append(e.Given, make([]int, 1<<len(asked)))
		}
		e.atoms[k].Set(r)
		pattern := 0
		for i := range named {
			if named[i].Has(r) {
				pattern |= 1 << i
			}
		}
		e.Given[k][pattern]++
	}
	return e.sorted(at)
}

// sorted puts the atoms in the order of their marks.
func (e *either) sorted(at map[string]int) *either {
	found := &either{}
	for _, mark := range slices.Sorted(maps.Keys(at)) {
		found.atoms, found.Given = append(found.atoms, e.atoms[at[mark]]), append(found.Given, e.Given[at[mark]])
	}
	return found
}

// openMarks tells of each respondent in which groups it is, and whether it was asked
// each of the questions.
func (b *builder) openMarks(asked []*answers) []string {
	ofProfile := make([]string, len(b.profiles.stratum))
	for k := range ofProfile {
		mark := []byte{}
		for d := range b.profiles.groups {
			for _, in := range b.profiles.groups[d] {
				mark = fmt.Append(mark, in.Has(k))
			}
		}
		ofProfile[k] = string(mark)
	}
	marks := make([]string, b.survey.Respondents)
	for r := range marks {
		mark := []byte(ofProfile[b.profiles.of[r]])
		if b.strata != nil {
			mark = fmt.Append(mark, b.strata.of[r])
		}
		for _, a := range asked {
			mark = fmt.Append(mark, a.base.set().Has(r))
		}
		marks[r] = string(mark)
	}
	return marks
}
