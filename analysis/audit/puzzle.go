package audit

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// patient is how often as long as disclosure control an attack on what it left looks for
// a world in which an answer is another one, so that it does not find what is in doubt.
const patient = 20

// solve makes the puzzle of a secret, and adds what it exposes to the report: of figures
// beside the tables what those alone do not expose.
func (a *attack) solve(s *secret) {
	if len(a.own) > 0 && !s.besides() {
		return
	}
	if s.reader != nil {
		s.base = s.base.Without(s.reader)
	}
	atoms := s.atoms()
	p := a.puzzle(s, atoms, true)
	found := p.Exposed(0)
	if len(found) > 0 && s.besides() {
		tables := a.puzzle(s, atoms, false).Exposed(0)
		found = slices.DeleteFunc(found, func(e disclosure.Exposure) bool { return slices.Contains(tables, e) })
		p.Counts = doubtful(p.Counts, tables)
	}
	for _, e := range found {
		of := s.exposed(atoms, e)
		of.Reader = a.reader
		a.report.Exposed = append(a.report.Exposed, of)
	}
	if a.soon {
		return
	}
	a.report.Counts += len(p.Counts)
	a.report.narrow(p.Narrowest())
}

// doubtful are the counts that are not found out.
func doubtful(counts []disclosure.Known, found []disclosure.Exposure) []disclosure.Known {
	var left []disclosure.Known
	for c := range counts {
		if !slices.ContainsFunc(found, func(e disclosure.Exposure) bool { return e.Count == c }) {
			left = append(left, counts[c])
		}
	}
	return left
}

// puzzle is that of a secret whose respondents are some atoms, with the clues beside the
// tables or without.
func (a *attack) puzzle(s *secret, atoms []survey.Bits, beside bool) *disclosure.Puzzle {
	p := &disclosure.Puzzle{Secrets: s.secrets, Outsider: s.reader != nil}
	if a.study.Options.Disclosure != analysis.Unprotected && (!a.soon || !beside) {
		p.Patience = patient // what is in doubt by the tables is no excuse
	}
	for _, atom := range atoms {
		var given []int
		for _, gave := range s.answers {
			given = append(given, gave.And(atom))
		}
		p.Given = append(p.Given, given)
	}
	whole := func(c clue) disclosure.Known {
		in := survey.NewBits(len(atoms))
		for i, atom := range atoms {
			if atom.And(c.in) > 0 {
				in.Set(i)
			}
		}
		return disclosure.Known{In: in, Of: c.of}
	}
	for _, c := range s.clues {
		known := whole(c)
		if (beside || !c.beside) && !slices.ContainsFunc(p.Known, func(k disclosure.Known) bool { return k.Of == known.Of && slices.Equal(k.In, known.In) }) {
			p.Known = append(p.Known, known)
		}
	}
	for i := range s.hidden {
		p.Counts = append(p.Counts, whole(s.hidden[i].clue))
	}
	return p
}

// exposed tells what was found out.
func (s *secret) exposed(atoms []survey.Bits, e disclosure.Exposure) Exposed {
	found := Exposed{Table: s.table, Insider: e.Insider >= 0, Questions: s.questions, Options: s.rows}
	if e.Count >= 0 {
		h := &s.hidden[e.Count]
		found.Table, found.Row, found.Group = h.table, h.row, h.level
		return found
	}
	found.Row, found.Organisations = s.rows[e.Secret], atoms[e.Atom].Count()
	if e.Insider == e.Atom {
		found.Organisations--
	}
	return found
}
