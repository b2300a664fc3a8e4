package waves

import (
	"cmp"
	"slices"
	"strings"

	"benchmark/survey"
)

// candidate is a question that can be that of another wave.
type candidate struct {
	ref Ref
	q   *survey.Question
}

// matcher pairs the questions of a wave with those of earlier ones, each once.
type matcher struct {
	earlier, later []candidate
	// to has per later question its counterpart in earlier, or -1, and how the way;
	// taken marks the earlier ones that have one.
	to    []int
	how   []Pairing
	taken []bool
}

// match pairs in rounds, from the certain to the likely.
func (m *matcher) match() {
	m.to, m.how = slices.Repeat([]int{-1}, len(m.later)), make([]Pairing, len(m.later))
	m.taken = make([]bool, len(m.earlier))
	m.settled()
	m.only(ByID, func(q *survey.Question) string { return q.ID }, agree)
	m.only(ByText, func(q *survey.Question) string { return q.Kind.String() + "\n" + wording(q.Text) }, compatible)
	m.only(ByRole, func(q *survey.Question) string {
		if q.Role == survey.NoRole || q.Role == survey.Registered {
			return ""
		}
		return string(q.Role) + "\n" + wording(q.Channel)
	}, nil)
	m.alike()
}

func (m *matcher) pair(later, earlier int, how Pairing) {
	m.to[later], m.how[later], m.taken[earlier] = earlier, how, true
}

// settled pairs those that a codebook says are the same: those of which two
// codebooks say so before those of which one does.
func (m *matcher) settled() {
	for _, says := range []func(a, b *survey.Question) bool{
		func(a, b *survey.Question) bool { return a.SameAs != "" && a.SameAs == b.SameAs },
		func(a, b *survey.Question) bool { return a.SameAs == b.ID || a.ID == b.SameAs },
	} {
		for j := range m.later {
			for i := range m.earlier {
				if m.to[j] < 0 && !m.taken[i] && says(m.earlier[i].q, m.later[j].q) {
					m.pair(j, i, BySettled)
				}
			}
		}
	}
}

// only pairs questions that are the only free ones with their key in the earlier
// waves and in the later. An empty key, and one that ends in an empty line, is
// none. A pair that fits does not suit is not made; nil suits every pair.
func (m *matcher) only(how Pairing, key func(*survey.Question) string, fits func(a, b *survey.Question) bool) {
	found := make(map[string][2]int) // positions + 1, or -1 for several
	for j, l := range m.later {
		if m.to[j] < 0 {
			note(found, key(l.q), 1, j)
		}
	}
	for i, e := range m.earlier {
		if !m.taken[i] {
			note(found, key(e.q), 0, i)
		}
	}
	for j, l := range m.later {
		k := key(l.q)
		at := found[k]
		if m.to[j] >= 0 || at[0] <= 0 || at[1] <= 0 || k == "" || strings.HasSuffix(k, "\n") && how == ByText {
			continue
		}
		if fits == nil || fits(m.earlier[at[0]-1].q, l.q) {
			m.pair(j, at[0]-1, how)
		}
	}
}

// note adds the position of a key on one side; a second one makes it several.
func note(found map[string][2]int, key string, side, position int) {
	at := found[key]
	if at[side] == 0 {
		at[side] = position + 1
	} else {
		at[side] = -1
	}
	found[key] = at
}

// agree reports whether two questions with one id can be the same: their role and
// channel do not contradict each other, or else their wording is much the same.
func agree(a, b *survey.Question) bool { return compatible(a, b) || likeness(a.Text, b.Text) >= alike }

// compatible reports whether role and channel do not contradict each other.
func compatible(a, b *survey.Question) bool {
	return (a.Role == b.Role || a.Role == survey.NoRole || b.Role == survey.NoRole) &&
		(a.Channel == "" || b.Channel == "" || wording(a.Channel) == wording(b.Channel))
}

// alike is the likeness of two wordings from which they can be one question.
const alike = 0.6

// resemblance is a possible pair.
type resemblance struct {
	earlier, later int
	likeness       float64
}

// alike proposes pairs of free questions of one kind by their wording, the most
// alike first.
func (m *matcher) alike() {
	var all []resemblance
	words := make(map[string][]int)
	for i, e := range m.earlier {
		if !m.taken[i] && e.q.Register == "" {
			for _, w := range distinct(e.q.Text) {
				words[w] = append(words[w], i)
			}
		}
	}
	shared := make([]int, len(m.earlier))
	for j, l := range m.later {
		if m.to[j] >= 0 || l.q.Register != "" {
			continue
		}
		clear(shared)
		said := distinct(l.q.Text)
		for _, w := range said {
			for _, i := range words[w] {
				shared[i]++
			}
		}
		for i, n := range shared {
			if n == 0 || m.earlier[i].q.Kind != l.q.Kind || !compatible(m.earlier[i].q, l.q) {
				continue
			}
			if x := dice(n, len(distinct(m.earlier[i].q.Text)), len(said)); x >= alike {
				all = append(all, resemblance{i, j, x})
			}
		}
	}
	m.propose(all)
}

// propose pairs by falling likeness. Where two questions are equally like a third,
// none of them is paired.
func (m *matcher) propose(all []resemblance) {
	slices.SortStableFunc(all, func(a, b resemblance) int { return cmp.Compare(b.likeness, a.likeness) })
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].likeness == all[0].likeness {
			n++
		}
		level := slices.DeleteFunc(slices.Clone(all[:n]), func(r resemblance) bool { return m.taken[r.earlier] || m.to[r.later] >= 0 })
		all = all[n:]
		before, after := make(map[int]int), make(map[int]int)
		for _, r := range level {
			before[r.earlier]++
			after[r.later]++
		}
		for _, r := range level {
			if before[r.earlier] == 1 && after[r.later] == 1 {
				m.pair(r.later, r.earlier, ByWording)
			}
		}
		all = slices.DeleteFunc(all, func(r resemblance) bool { return before[r.earlier] > 1 || after[r.later] > 1 })
	}
}
