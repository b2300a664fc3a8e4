package survey

// Polarity says which answer to a question is the better one.
type Polarity string

// The polarities.
const (
	NeitherBetter Polarity = "neutral"        // no answer is better than another
	MoreIsBetter  Polarity = "more-is-better" // yes, an option that is ticked, or a high number
	LessIsBetter  Polarity = "less-is-better" // no, an option that is not ticked, or a low number
)

// Polarities lists the polarities.
func Polarities() []Polarity { return []Polarity{NeitherBetter, MoreIsBetter, LessIsBetter} }

// MostImportant is the highest importance of a question, and the lowest is 1.
const MostImportant = 3

// Advice is what to tell an organisation that gave an answer.
type Advice struct {
	// Of are codes of options of a closed question: the advice is for who chose one
	// of them.
	Of []string
	// Above is for a number: the advice is for who gave more; nil for a closed
	// question.
	Above *float64
	// Dutch and English are its words; one of the two can be empty.
	Dutch, English string
}

// In returns the advice in Dutch or English; in the other language where it has no
// words in the one.
func (a *Advice) In(dutch bool) string {
	first, second := a.English, a.Dutch
	if dutch {
		first, second = second, first
	}
	if first != "" {
		return first
	}
	return second
}

// Compared reports whether organisations are compared on questions with the role.
func Compared(r Role) bool {
	switch r {
	case Presence, Adoption, Satisfaction, Barrier, Volume, Change, Owner:
		return true
	}
	return false
}

// DefaultPolarity returns the polarity of questions with the role: use of a
// channel, satisfaction and webcare by the contact centre are good, a barrier is
// not, and the rest is neither.
func DefaultPolarity(r Role) Polarity {
	switch r {
	case Adoption, Satisfaction, Owner:
		return MoreIsBetter
	case Barrier:
		return LessIsBetter
	}
	return NeitherBetter
}

// DefaultImportance returns how much questions with the role weigh among what sets
// an organisation apart, from 1 to MostImportant: use of a channel and satisfaction
// before barriers and who does webcare, and those before what an organisation
// hardly steers.
func DefaultImportance(r Role) int {
	switch r {
	case Adoption, Satisfaction:
		return MostImportant
	case Barrier, Owner:
		return 2
	}
	return 1
}
