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
	// Merged is true when the code or name is of a body that had ended, and Body
	// is what became of it.
	Merged bool
	// Differs is true when the code and the name are those of two bodies; the
	// code decides.
	Differs bool
}

// Match returns the body with the code or else the name, as it is on the day.
// Kind is the type of organisation, which tells the municipality of Utrecht from
// the province of that name; each of the three can be empty. A body that had
// ended by then stands for its successor; one that had ended without a successor
// or had not begun is not found. A name that fits several bodies finds none.
func (r *Register) Match(code, name, kind string, at time.Time) Match {
	byName, found, merged := r.named(ParseName(name, kind), at)
	if i := r.Find(code); i >= 0 && key(code) != "" {
		if now := r.heir(i, at); now >= 0 {
			return Match{Body: now, Found: ByCode, Merged: now != i, Differs: byName >= 0 && byName != now}
		}
	}
	return Match{Body: byName, Found: found, Merged: merged}
}

// named returns the only body that the name fits.
func (r *Register) named(n BodyName, at time.Time) (body int, found Found, merged bool) {
	found, candidates := ByName, r.names.Same(n)
	if len(candidates) == 0 {
		found, candidates = ByLikeness, r.names.Near(n)
	}
	if body, merged = r.only(candidates, at); body < 0 {
		found = NotFound
	}
	return body, found, merged
}

// only returns the one body that all candidates are or became, with those that
// exist on the day before those that have ended; -1 when there is not one.
func (r *Register) only(candidates []int, at time.Time) (body int, merged bool) {
	for _, merged := range []bool{false, true} {
		body := -1
		for _, c := range candidates {
			now := r.heir(c, at)
			if now < 0 || (now != c) != merged {
				continue
			}
			if body >= 0 && body != now {
				return -1, false
			}
			body = now
		}
		if body >= 0 {
			return body, merged
		}
	}
	return -1, false
}

// heir returns the body itself when it exists on the day, or else the first of
// its successors that does, or -1.
func (r *Register) heir(i int, at time.Time) int {
	for !r.Bodies[i].Valid(at) {
		if r.Bodies[i].Successor == "" {
			return -1
		}
		i = r.codes[key(r.Bodies[i].Successor)]
	}
	return i
}
