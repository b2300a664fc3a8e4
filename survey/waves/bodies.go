package waves

import (
	"cmp"
	"slices"

	"benchmark/survey/frame"
	"benchmark/survey/register"
)

// Match finds the bodies that answered in both waves. The rosters are those of the
// two surveys, the first of the earlier wave; they are not changed.
//
// A body is followed from the day of the earlier fieldwork to that of the later in
// the register of the later wave, through mergers and new codes. Of a body that
// became part of another the answer stands for the whole; where several that
// answered became one, the one that lived on under its own code stands for it, or
// else o.Merged says which. Those that the registers do not know are matched by
// code, or else by name: the same but for case, accents, legal form and order of
// words, or one that differs by a slip of the pen when nothing else does (up to
// 20,000 bodies that are left by then). A name that fits several bodies matches
// none.
func Match(earlier, later *register.Roster, o Options) *Panel {
	m := &bodies{panel: &Panel{Earlier: earlier, Later: later}, o: o}
	m.sides = [2]side{newSide(earlier), newSide(later)}
	for w := range m.sides {
		m.oncePerWave(w)
	}
	m.byRegister()
	m.byCode()
	m.byName()
	m.finish()
	return m.panel
}

// side is one wave of a match.
type side struct {
	roster *register.Roster
	// bodies has the respondent that counts for every body of the wave, and partner
	// the one of the other wave, or -1. Those that are settled are not matched further.
	bodies  []int
	partner []int
	settled []bool
}

func newSide(r *register.Roster) side { return side{roster: r} }

func (s *side) of(body int) *register.Respondent { return &s.roster.All[s.bodies[body]] }

// known reports whether the register knows the body.
func (s *side) known(body int) bool { return s.roster.Register != nil && s.of(body).Match.Body >= 0 }

// bodies matches two waves.
type bodies struct {
	panel *Panel
	o     Options
	sides [2]side
}

// oncePerWave sets apart who did not say who it is, and all answers but one of a
// body that has several.
func (m *bodies) oncePerWave(w int) {
	s := &m.sides[w]
	at := newSameBody()
	var groups [][]int
	for i := range s.roster.Survey.Respondents {
		if s.roster.All == nil || !s.roster.All[i].Known() {
			m.panel.Unknown[w] = append(m.panel.Unknown[w], i)
			continue
		}
		g := at.group(&s.roster.All[i], s.roster.Register != nil)
		if g == len(groups) {
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], i)
	}
	for _, g := range groups {
		counts := g[len(g)-1]
		if m.o.Duplicates == register.KeepFirst {
			counts = g[0]
		}
		s.bodies = append(s.bodies, counts)
		if len(g) == 1 {
			continue
		}
		m.panel.Repeated[w] = append(m.panel.Repeated[w], slices.DeleteFunc(slices.Clone(g), func(i int) bool { return i == counts })...)
		n := Note{Code: NoteRepeated, Body: s.code(counts)}
		if n.Earlier = g; w == 1 {
			n.Earlier, n.Later = nil, g
		}
		m.panel.Notes = append(m.panel.Notes, n)
	}
	slices.Sort(m.panel.Repeated[w])
	s.partner, s.settled = slices.Repeat([]int{-1}, len(s.bodies)), make([]bool, len(s.bodies))
	if len(m.panel.Unknown[w]) > 0 {
		n := Note{Code: NoteUnknown, Earlier: m.panel.Unknown[0]}
		if w == 1 {
			n.Earlier, n.Later = nil, m.panel.Unknown[1]
		}
		m.panel.Notes = append(m.panel.Notes, n)
	}
}

// code returns the code of a respondent's body by the register, or empty.
func (s *side) code(respondent int) string {
	if s.roster.Register == nil || s.roster.All[respondent].Match.Body < 0 {
		return ""
	}
	return s.roster.Register.Bodies[s.roster.All[respondent].Match.Body].Code
}

// sameBody tells the answers of one body in a wave.
type sameBody struct {
	n        int
	register map[int]int
	codes    map[string]int
	names    *sameNames
}

func newSameBody() *sameBody {
	return &sameBody{register: make(map[int]int), codes: make(map[string]int), names: newSameNames()}
}

// group returns the number of the respondent's body, the next one for a new body.
func (b *sameBody) group(r *register.Respondent, registered bool) int {
	code := frame.Plain(r.Code)
	switch {
	case registered && r.Match.Body >= 0:
		return remember(b, b.register, r.Match.Body)
	case code != "":
		return remember(b, b.codes, code)
	}
	if same := b.names.fitting(r.Parsed); len(same) == 1 {
		return same[0]
	}
	b.names.add(r.Parsed, b.n)
	b.n++
	return b.n - 1
}

// sameNames finds the bodies of which the name is the same but for what
// frame.ParseName leaves out.
type sameNames struct{ bodies map[string][]namedBody }

type namedBody struct {
	kind string
	body int
}

func newSameNames() *sameNames { return &sameNames{make(map[string][]namedBody)} }

func (x *sameNames) add(n frame.BodyName, body int) {
	if n.Core != "" {
		x.bodies[n.Core] = append(x.bodies[n.Core], namedBody{n.Kind, body})
	}
}

// fitting returns the bodies with the name of which the type does not differ.
func (x *sameNames) fitting(n frame.BodyName) []int {
	var found []int
	for _, b := range x.bodies[n.Core] {
		if n.Kind == "" || b.kind == "" || n.Kind == b.kind {
			found = append(found, b.body)
		}
	}
	return found
}

func remember[K comparable](b *sameBody, groups map[K]int, key K) int {
	at, there := groups[key]
	if !there {
		at = b.n
		groups[key] = at
		b.n++
	}
	return at
}

func (m *bodies) pair(earlier, later int, found Found, merged bool) {
	m.sides[0].partner[earlier], m.sides[1].partner[later] = later, earlier
	m.settle(earlier, later)
	m.panel.Pairs = append(m.panel.Pairs, BodyPair{m.sides[0].bodies[earlier], m.sides[1].bodies[later], found, merged})
}

func (m *bodies) settle(earlier, later int) {
	m.sides[0].settled[earlier], m.sides[1].settled[later] = true, true
}

// finish lists who left and who came, in the order of the files.
func (m *bodies) finish() {
	p := m.panel
	slices.SortFunc(p.Pairs, func(a, b BodyPair) int { return cmp.Compare(a.Earlier, b.Earlier) })
	slices.Sort(p.Absorbed)
	for b, at := range m.sides[0].bodies {
		if _, absorbed := slices.BinarySearch(p.Absorbed, at); m.sides[0].partner[b] < 0 && !absorbed {
			p.Left = append(p.Left, at)
		}
	}
	for b, at := range m.sides[1].bodies {
		if m.sides[1].partner[b] < 0 {
			p.Came = append(p.Came, at)
		}
	}
	slices.Sort(p.Left)
	slices.Sort(p.Came)
	slices.SortStableFunc(p.Notes, func(a, b Note) int { return cmp.Compare(noteOrder(a.Code), noteOrder(b.Code)) })
}

func noteOrder(c NoteCode) int {
	return slices.Index([]NoteCode{NoteRepeated, NoteMerged, NoteMergedSeveral, NoteSplit, NoteLikeness, NoteAmbiguous, NoteUnknown}, c)
}
