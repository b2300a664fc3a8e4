package waves

import (
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

// nearest is the question whose wording is most like that of another: several
// when more than one is equally like it.
type nearest struct {
	at       int
	likeness float64
	several  bool
}

func (n *nearest) see(at int, likeness float64) {
	switch {
	case likeness > n.likeness:
		*n = nearest{at, likeness, false}
	case likeness == n.likeness:
		n.several = true
	}
}

// alike proposes pairs of free questions of one kind by their wording: those of
// which each is more like the other than any.
func (m *matcher) alike() {
	words := make(map[string][]int)
	length := make([]int, len(m.earlier))
	for i, e := range m.earlier {
		if m.taken[i] || e.q.Register != "" {
			continue
		}
		said := distinct(e.q.Text)
		length[i] = len(said)
		for _, w := range said {
			words[w] = append(words[w], i)
		}
	}
	before, after := make([]nearest, len(m.earlier)), make([]nearest, len(m.later))
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
			if x := dice(n, length[i], len(said)); x >= alike && m.earlier[i].q.Kind == l.q.Kind && compatible(m.earlier[i].q, l.q) {
				before[i].see(j, x)
				after[j].see(i, x)
			}
		}
	}
	for j, n := range after {
		if n.likeness > 0 && !n.several && before[n.at].at == j && !before[n.at].several {
			m.pair(j, n.at, ByWording)
		}
	}
}
