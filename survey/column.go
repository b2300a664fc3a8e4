package survey

import (
	"bytes"
	"slices"
)

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

// NoAnswer, NoAnswerWide and NoAnswerHalf are the entries of Narrow, of Wide and of Half
// from which on there is no answer: the reason is that much above
// them.
const (
	NoAnswer     uint8  = 1<<8 - reasons
	NoAnswerWide uint16 = 1<<16 - reasons
	NoAnswerHalf uint8  = 1<<4 - reasons
	reasons             = 1 << 3 // room for the reasons, Answered among them
)

// Column holds the answers to one question, one entry per respondent: the position
// of an option for Single and Scale, ticks for Multiple, numbers for Number and
// texts for Open and Name. The zero value has no respondents.
type Column struct {
	// Ticks has one bit set per option, for Multiple; nil for other kinds.
	Ticks []Bits

	n int
	// half, narrow and wide hold positions of options and reasons, in as little room as the
	// number of options allows.
	half   Halves
	narrow []uint8
	wide   []uint16
	// states has Answered or the reason why not where codes don't tell; none where
	// everyone answered.
	states  Halves
	numbers numbers
	texts   Texts
}

// Texts are the texts of a column, trimmed. At is asked for those who answered
// only, and by several threads at a time.
type Texts interface {
	// At returns the text of respondent i.
	At(i int) string
}

// list is texts of which each is kept by itself.
type list []string

func (l list) At(i int) string { return l[i] }

// NewColumn returns a column of n blank answers for the question.
func NewColumn(q *Question, n int) Column {
	c := Column{n: n}
	switch q.Kind {
	case Single, Scale:
		if len(q.Options) <= int(NoAnswer) {
			c.narrow = make([]uint8, n)
			fill(c.narrow, NoAnswer+uint8(Blank))
		} else {
			c.wide = make([]uint16, n)
			fill(c.wide, NoAnswerWide+uint16(Blank))
		}
		return c
	case Multiple:
		c.Ticks = make([]Bits, len(q.Options))
		for i := range c.Ticks {
			c.Ticks[i] = NewBits(n)
		}
	case Number:
		c.numbers.all = make([]float64, n)
	case Open, Name:
		c.texts = make(list, n)
	}
	c.states = NewHalves(n)
	return c
}

func fill[T any](entries []T, value T) {
	for i := range entries {
		entries[i] = value
	}
}

// Len returns the number of respondents.
func (c *Column) Len() int { return c.n }

// Coded reports whether an answer is one option of a list: Single and Scale.
func (c *Column) Coded() bool { return !c.half.Nil() || c.narrow != nil || c.wide != nil }

// Numeric reports whether an answer is a number.
func (c *Column) Numeric() bool { return c.numbers.all != nil || c.numbers.places != nil }

// Worded reports whether an answer is a text: Open and Name.
func (c *Column) Worded() bool { return c.texts != nil }

// State returns Answered, or the reason why respondent i has no answer.
func (c *Column) State(i int) Missing {
	switch {
	case !c.half.Nil():
		if e := c.half.At(i); e >= NoAnswerHalf {
			return Missing(e - NoAnswerHalf)
		}
	case c.narrow != nil:
		if e := c.narrow[i]; e >= NoAnswer {
			return Missing(e - NoAnswer)
		}
	case c.wide != nil:
		if e := c.wide[i]; e >= NoAnswerWide {
			return Missing(e - NoAnswerWide)
		}
	case !c.states.Nil():
		return Missing(c.states.At(i))
	}
	return Answered
}

// Code returns the position in Question.Options of the answer of respondent i to a
// question of one choice, -1 where there is none.
func (c *Column) Code(i int) int {
	switch {
	case !c.half.Nil():
		if e := c.half.At(i); e < NoAnswerHalf {
			return int(e)
		}
	case c.narrow != nil:
		if e := c.narrow[i]; e < NoAnswer {
			return int(e)
		}
	case c.wide != nil:
		if e := c.wide[i]; e < NoAnswerWide {
			return int(e)
		}
	}
	return -1
}

// Narrow returns, of a question of one choice with at most NoAnswer options, the
// position of the option of each respondent, or NoAnswer plus the reason why there
// is none. Nil for others, and where Half has them. Who changes an entry changes the answer.
func (c *Column) Narrow() []uint8 { return c.narrow }

// Half is Narrow for a question of one choice with at most NoAnswerHalf options, from
// NoAnswerHalf on, as ChosenHalves was given it; else the zero value.
func (c *Column) Half() Halves { return c.half }

// Wide is Narrow for a question of one choice with more options, from NoAnswerWide on.
func (c *Column) Wide() []uint16 { return c.wide }

// Text returns the text of respondent i, empty where there is no answer.
func (c *Column) Text(i int) string {
	if c.State(i) != Answered {
		return ""
	}
	return c.texts.At(i)
}

// Texts returns the texts of all respondents as a new list, empty where there is no
// answer; nil where answers are no texts.
func (c *Column) Texts() []string {
	if c.texts == nil {
		return nil
	}
	all := make([]string, c.n)
	for i := range all {
		all[i] = c.Text(i)
	}
	return all
}

// Is reports whether respondent i answered with the option at position o:
// chose it, or ticked it among others. False where there is no answer.
func (c *Column) Is(i, o int) bool {
	switch {
	case o < 0:
		return false
	case c.Ticks != nil:
		return o < len(c.Ticks) && c.Ticks[o].Has(i) && c.State(i) == Answered
	}
	return c.Code(i) == o
}

// Base returns the respondents who answered, as a new set.
func (c *Column) Base() Bits {
	base := NewBits(c.n)
	switch {
	case !c.half.Nil():
		c.half.within(base, 0, NoAnswerHalf)
	case c.narrow != nil:
		within(base, c.narrow, 0, NoAnswer)
	case c.wide != nil:
		within(base, c.wide, 0, NoAnswerWide)
	case c.states.Nil():
		return base.Complement(c.n)
	default:
		c.states.within(base, uint8(Answered), uint8(Answered)+1)
	}
	return base
}

// Chose returns the respondents who answered with the option at position o, as a
// new set: who chose it, or ticked it among others.
func (c *Column) Chose(o int) Bits {
	chose := NewBits(c.n)
	switch {
	case o < 0:
	case c.Ticks != nil:
		if o < len(c.Ticks) {
			return c.Base().Intersect(c.Ticks[o])
		}
	case !c.half.Nil() && o < int(NoAnswerHalf):
		c.half.within(chose, uint8(o), uint8(o)+1)
	case c.narrow != nil && o < int(NoAnswer):
		within(chose, c.narrow, uint8(o), uint8(o)+1)
	case c.wide != nil && o < int(NoAnswerWide):
		within(chose, c.wide, uint16(o), uint16(o)+1)
	}
	return chose
}

// Lacking returns the respondents who have no answer for the reason, as a new set.
func (c *Column) Lacking(reason Missing) Bits {
	lack := NewBits(c.n)
	switch {
	case !c.half.Nil():
		c.half.within(lack, NoAnswerHalf+uint8(reason), NoAnswerHalf+uint8(reason)+1)
	case c.narrow != nil:
		within(lack, c.narrow, NoAnswer+uint8(reason), NoAnswer+uint8(reason)+1)
	case c.wide != nil:
		within(lack, c.wide, NoAnswerWide+uint16(reason), NoAnswerWide+uint16(reason)+1)
	case !c.states.Nil():
		c.states.within(lack, uint8(reason), uint8(reason)+1)
	}
	return lack
}

// within adds the respondents with an entry from one on and below another.
func within[T ~uint8 | ~uint16](set Bits, entries []T, from, below T) {
	width := below - from
	for k := range set {
		part := entries[k<<6 : min(k<<6+64, len(entries))]
		word := uint64(0)
		for i, e := range part {
			in := uint64(0)
			if e-from < width {
				in = 1
			}
			word |= in << i
		}
		set[k] = word
	}
}

// Lacks reports whether a respondent has no answer for the reason.
func (c *Column) Lacks(reason Missing) bool {
	switch {
	case !c.half.Nil():
		return c.half.Has(NoAnswerHalf + uint8(reason))
	case c.narrow != nil:
		return bytes.IndexByte(c.narrow, NoAnswer+uint8(reason)) >= 0
	case c.wide != nil:
		return slices.Contains(c.wide, NoAnswerWide+uint16(reason))
	}
	return c.states.Has(uint8(reason))
}

// Reasons counts the respondents by Answered and by the reasons why not.
func (c *Column) Reasons() [Invalid + 1]int {
	var n [Invalid + 1]int
	switch {
	case !c.half.Nil():
		counts := c.half.countTops(NoAnswerHalf+uint8(Blank), NoAnswerHalf+uint8(Skipped))
		copy(n[:], counts[NoAnswerHalf:])
	case c.narrow != nil:
		counts := CountBytes(c.narrow)
		copy(n[:], counts[NoAnswer:])
	case c.wide != nil:
		for _, e := range c.wide {
			if e >= NoAnswerWide {
				n[e-NoAnswerWide]++
			}
		}
	default:
		counts := c.states.Count()
		copy(n[:], counts[:])
	}
	n[Answered] = c.n
	for reason, count := range n {
		if Missing(reason) != Answered {
			n[Answered] -= count
		}
	}
	return n
}

// CountBytes returns how often each byte occurs in a list.
func CountBytes(list []uint8) (n [1 << 8]int) {
	if len(list) < manyBytes {
		for _, e := range list {
			n[e]++
		}
		return n
	}
	return countMany(list)
}

// manyBytes is how long a list must be for several counts of each byte: they take room
// on a stack, which few bytes need not have.
const manyBytes = 1 << 12

// countMany is CountBytes with several counts of each, so that none waits for the one
// before; no bounds to check.
func countMany(list []uint8) (n [1 << 8]int) {
	var few [4][1 << 8]int
	for ; len(list) >= 4; list = list[4:] {
		few[0][list[0]]++
		few[1][list[1]]++
		few[2][list[2]]++
		few[3][list[3]]++
	}
	for _, e := range list {
		few[0][e]++
	}
	for e := range n {
		n[e] = few[0][e] + few[1][e] + few[2][e] + few[3][e]
	}
	return n
}
