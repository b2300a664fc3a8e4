package survey

import "math/bits"

// Missing is the reason why a respondent has no answer to a question.
type Missing uint8

// The reasons. The zero value is "not asked or not answered", so that a
// forgotten entry never looks like an answer.
const (
	Blank    Missing = iota // an empty cell of which the routing is unknown
	Answered                // there is an answer
	NotAsked                // the routing says that it was not put to this respondent
	NotShown                // the survey tool says that it was not shown
	Skipped                 // asked and left empty
	Refused                 // the respondent declined to answer
	Invalid                 // there was something that fits no option or is no number; an Issue tells what
)

// String returns the word for the reason used in JSON.
func (m Missing) String() string {
	switch m {
	case Blank:
		return "blank"
	case Answered:
		return "answered"
	case NotAsked:
		return "not-asked"
	case NotShown:
		return "not-shown"
	case Skipped:
		return "skipped"
	case Refused:
		return "refused"
	case Invalid:
		return "invalid"
	}
	return "unknown"
}

// Column holds the answers to one question, one entry per respondent. Exactly
// one of Codes, Ticks, Numbers and Texts is used, as the question's kind says.
type Column struct {
	// State has Answered where there is an answer, else the reason why not.
	State []Missing
	// Codes are positions in Question.Options, for Single and Scale.
	Codes []uint16
	// Ticks has one bit set per option, for Multiple.
	Ticks []Bits
	// Numbers are finite, for Number.
	Numbers []float64
	// Texts are trimmed, for Open and Name.
	Texts []string
}

// NewColumn returns a column of n blank answers for the question.
func NewColumn(q *Question, n int) Column {
	c := Column{State: make([]Missing, n)}
	switch q.Kind {
	case Single, Scale:
		c.Codes = make([]uint16, n)
	case Multiple:
		c.Ticks = make([]Bits, len(q.Options))
		for i := range c.Ticks {
			c.Ticks[i] = NewBits(n)
		}
	case Number:
		c.Numbers = make([]float64, n)
	case Open, Name:
		c.Texts = make([]string, n)
	}
	return c
}

// Is reports whether respondent i answered with the option at position o:
// chose it, or ticked it among others. False where there is no answer.
func (c *Column) Is(i, o int) bool {
	if o < 0 || c.State[i] != Answered {
		return false
	}
	if c.Ticks != nil {
		return o < len(c.Ticks) && c.Ticks[o].Has(i)
	}
	return c.Codes != nil && int(c.Codes[i]) == o
}

// Bits is a set of respondents, one bit each.
type Bits []uint64

// NewBits returns an empty set with room for n respondents.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

// Set adds respondent i.
func (b Bits) Set(i int) { b[i>>6] |= 1 << (i & 63) }

// Clear removes respondent i.
func (b Bits) Clear(i int) { b[i>>6] &^= 1 << (i & 63) }

// Has reports whether respondent i is in the set.
func (b Bits) Has(i int) bool { return b[i>>6]&(1<<(i&63)) != 0 }

// Count returns how many respondents are in the set.
func (b Bits) Count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// And returns how many respondents are in both sets, which are of one length.
func (b Bits) And(other Bits) int {
	n := 0
	for i, w := range b {
		n += bits.OnesCount64(w & other[i])
	}
	return n
}

// Intersect returns the respondents that are in both sets, as a new set.
func (b Bits) Intersect(other Bits) Bits {
	both := make(Bits, len(b))
	for i, w := range b {
		both[i] = w & other[i]
	}
	return both
}

// Union returns the respondents that are in either set, as a new set.
func (b Bits) Union(other Bits) Bits {
	either := make(Bits, len(b))
	for i, w := range b {
		either[i] = w | other[i]
	}
	return either
}

// Without returns the respondents of b that are not in the other set, as a new
// set.
func (b Bits) Without(other Bits) Bits {
	rest := make(Bits, len(b))
	for i, w := range b {
		rest[i] = w &^ other[i]
	}
	return rest
}

// Each calls f with every respondent in the set, in order.
func (b Bits) Each(f func(i int)) {
	for k, w := range b {
		for w != 0 {
			f(k<<6 + bits.TrailingZeros64(w))
			w &= w - 1
		}
	}
}
