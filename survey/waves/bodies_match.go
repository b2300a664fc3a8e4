package waves

import (
	"slices"

	"benchmark/survey/frame"
)

// byRegister follows the bodies of the earlier wave to the day of the later one.
func (m *bodies) byRegister() {
	before, after := &m.sides[0], &m.sides[1]
	if before.roster.Register == nil || after.roster.Register == nil {
		return
	}
	at := make(map[int]int) // later body by its position in the register
	for b := range after.bodies {
		if after.known(b) {
			at[after.of(b).Match.Body] = b
		}
	}
	became := make([][]int, len(after.bodies))
	lasted := make([]bool, len(before.bodies))
	for b := range before.bodies {
		if !before.known(b) {
			continue
		}
		r := after.roster.Register.Remap(before.code(before.bodies[b]), after.roster.At)
		if r.Given < 0 {
			continue // by code or name, as far as that goes
		}
		before.settled[b] = true
		if r.Body < 0 {
			m.panel.Notes = append(m.panel.Notes, Note{Code: NoteSplit, Earlier: []int{before.bodies[b]}})
			continue
		}
		lasted[b] = r.Fate == frame.Lasting
		if later, answered := at[r.Body]; answered {
			became[later] = append(became[later], b)
		}
	}
	for later, from := range became {
		if len(from) > 0 {
			m.heir(later, from, lasted)
		}
	}
	m.strangers(before, after)
}

// strangers settles the later bodies that the earlier register knows too: who of
// them is not paired did not answer before.
func (m *bodies) strangers(before, after *side) {
	for b := range after.bodies {
		if after.known(b) && before.roster.Register.Find(after.code(after.bodies[b])) >= 0 {
			after.settled[b] = true
		}
	}
}

// heir pairs a body of the later wave with the one of the earlier that stands for
// it.
func (m *bodies) heir(later int, from []int, lasted []bool) {
	before, after := &m.sides[0], &m.sides[1]
	answers := make([]int, len(from))
	for i, b := range from {
		answers[i] = before.bodies[b]
	}
	n := Note{Code: NoteMerged, Earlier: answers, Later: []int{after.bodies[later]}, Body: after.code(after.bodies[later])}
	if len(from) == 1 {
		found := min(before.of(from[0]).Match.Found, after.of(later).Match.Found)
		m.pair(from[0], later, found, !lasted[from[0]])
		if !lasted[from[0]] {
			m.panel.Notes = append(m.panel.Notes, n)
		}
		m.likeness(from[0], later, found)
		return
	}
	slices.Sort(n.Earlier)
	n.Code = NoteMergedSeveral
	m.panel.Notes = append(m.panel.Notes, n)
	chosen := m.standsFor(from, lasted)
	for _, b := range from {
		if b != chosen {
			m.panel.Absorbed = append(m.panel.Absorbed, before.bodies[b])
		}
	}
	if chosen >= 0 {
		m.pair(chosen, later, min(before.of(chosen).Match.Found, after.of(later).Match.Found), true)
	}
}

// standsFor returns the body whose answer counts of several that became one, or
// -1 for none.
func (m *bodies) standsFor(from []int, lasted []bool) int {
	if m.o.Merged == MergedOut {
		return -1
	}
	before := &m.sides[0]
	largest := from[0]
	for _, b := range from {
		if lasted[b] {
			return b
		}
		if m.inhabitants(before, b) > m.inhabitants(before, largest) {
			largest = b
		}
	}
	return largest
}

func (m *bodies) inhabitants(s *side, body int) int {
	return s.roster.Register.Bodies[s.of(body).Match.Body].Inhabitants
}

func (m *bodies) likeness(earlier, later int, found Found) {
	if found == frame.ByLikeness {
		m.panel.Notes = append(m.panel.Notes, Note{
			Code: NoteLikeness, Earlier: []int{m.sides[0].bodies[earlier]}, Later: []int{m.sides[1].bodies[later]},
		})
	}
}

// byCode pairs the bodies that no register tells apart by the code that they gave.
func (m *bodies) byCode() {
	before, after := &m.sides[0], &m.sides[1]
	at := make(map[string]int)
	for b := range after.bodies {
		if code := m.given(after, b); code != "" && !after.settled[b] {
			at[code] = b
		}
	}
	for b := range before.bodies {
		if code := m.given(before, b); code != "" && !before.settled[b] {
			if later, there := at[code]; there && !after.settled[later] {
				m.pair(b, later, frame.ByCode, false)
			}
		}
	}
}

// given returns the code of a body: that of the register, or else as answered.
func (m *bodies) given(s *side, body int) string {
	if s.known(body) {
		return frame.Plain(s.code(s.bodies[body]))
	}
	return frame.Plain(s.of(body).Code)
}

// mostSlips is the number of open bodies in the two waves up to which slips of the
// pen are looked for: more than all governments of a country, and what takes
// seconds at worst.
const mostSlips = 20_000

// byName pairs the rest by name: first by the same name, then by a slip of the
// pen. A pair is made when neither name fits another body.
func (m *bodies) byName() {
	m.named(frame.ByName, func(w int) fitting {
		index := newSameNames()
		for _, b := range m.open(w) {
			index.add(m.sides[w].of(b).Parsed, b)
		}
		return index.fitting
	})
	if len(m.open(0))+len(m.open(1)) > mostSlips {
		return
	}
	m.named(frame.ByLikeness, func(w int) fitting {
		index, open := frame.NewNameIndex(), m.open(w)
		for _, b := range open {
			index.Add(m.sides[w].of(b).Parsed)
		}
		return func(n frame.BodyName) []int {
			near := index.Near(n)
			for i := range near {
				near[i] = open[near[i]]
			}
			return near
		}
	})
}

// fitting returns the bodies of a wave that can bear a name.
type fitting func(frame.BodyName) []int

// open returns the bodies of a wave that are not settled.
func (m *bodies) open(w int) []int {
	var open []int
	for b, settled := range m.sides[w].settled {
		if !settled {
			open = append(open, b)
		}
	}
	return open
}

// named pairs the open bodies by one way of comparing names.
func (m *bodies) named(found Found, index func(w int) fitting) {
	before, after := index(0), index(1)
	for _, b := range m.open(0) {
		candidates := after(m.sides[0].of(b).Parsed)
		switch {
		case len(candidates) == 0:
		case len(candidates) == 1 && len(before(m.sides[1].of(candidates[0]).Parsed)) == 1:
			m.pair(b, candidates[0], found, false)
			m.likeness(b, candidates[0], found)
		case found == frame.ByName:
			m.ambiguous(b, candidates)
		}
	}
}

// ambiguous notes a name that fits several and settles nothing but the body that
// bears it.
func (m *bodies) ambiguous(earlier int, candidates []int) {
	n := Note{Code: NoteAmbiguous, Earlier: []int{m.sides[0].bodies[earlier]}}
	for _, c := range candidates {
		n.Later = append(n.Later, m.sides[1].bodies[c])
	}
	slices.Sort(n.Later)
	m.panel.Notes = append(m.panel.Notes, n)
	m.sides[0].settled[earlier] = true
}
