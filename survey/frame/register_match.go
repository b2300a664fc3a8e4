package frame

import "time"

// Found says by what a body was found in a register.
type Found uint8

// The ways in which a body is found, from none to certain.
const (
	NotFound   Found = iota
	ByLikeness       // by a name that differs in a letter or in the order of its words
	ByName           // by its name, without regard to case, accents, legal form and type
	ByCode           // by its official code
)

// Match is the body of a register that a respondent answers for.
type Match struct {
	// Body is its position in Register.Bodies, or -1.
	Body int
	// Found says by what, NotFound when Body is -1.
	Found Found
	// Merged is true when the code or name is of a body that did not exist on the
	// day, and Body is the one that stood for it then: its heir, or, where it had
	// not begun, the one that it came from. Given is that other body; else it is
	// Body.
	Merged bool
	Given  int
	// Fate says why the body of the code did not become Body, where the register
	// has it: Several, Ended or NotYet; Lasting otherwise.
	Fate Fate
	// Differs is true when the code and the name are those of two bodies; the
	// code decides.
	Differs bool
}

// Match returns the body with the code or else the name, as it is on the day.
// Kind is the type of organisation, which tells the municipality of Utrecht from
// the province of that name; each of the three can be empty. A body that does
// not exist on that day stands for the one that Remap finds; where that finds
// none, Fate tells why. A name that fits several bodies finds none.
func (r *Register) Match(code, name, kind string, at time.Time) Match {
	byName := r.named(ParseName(name, kind), at)
	given := r.Find(code)
	if given < 0 {
		return byName
	}
	m := r.remap(given, at)
	if m.Body < 0 {
		byName.Fate = m.Fate
		return byName
	}
	return Match{
		Body: m.Body, Given: given, Found: ByCode, Merged: m.Body != given,
		Differs: byName.Body >= 0 && byName.Body != m.Body,
	}
}

// named returns the only body that the name fits.
func (r *Register) named(n BodyName, at time.Time) Match {
	found, candidates := ByName, r.names.Same(n)
	if len(candidates) == 0 {
		found, candidates = ByLikeness, r.names.Near(n)
	}
	m := r.only(candidates, at)
	if m.Body >= 0 {
		m.Found = found
	}
	return m
}

// only returns the one body that all candidates are or became, with those that
// exist on the day before those that do not; none when there is not one.
func (r *Register) only(candidates []int, at time.Time) Match {
	for _, merged := range []bool{false, true} {
		m := Match{Body: -1, Given: -1}
		for _, c := range candidates {
			was := r.remap(c, at)
			if was.Body < 0 && len(candidates) == 1 {
				m.Fate = was.Fate
			}
			if was.Body < 0 || (was.Body != c) != merged {
				continue
			}
			if m.Body >= 0 && m.Body != was.Body {
				return Match{Body: -1, Given: -1}
			}
			m.Body, m.Given, m.Merged = was.Body, c, merged
		}
		if m.Body >= 0 || merged {
			return m
		}
	}
	return Match{Body: -1, Given: -1}
}
