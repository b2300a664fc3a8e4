package survey

import (
	"bytes"
	"slices"
)

// Leave notes why respondent i has no answer, and takes the answer out.
func (c *Column) Leave(i int, reason Missing) {
	switch {
	case !c.half.Nil():
		c.half.Set(i, NoAnswerHalf+uint8(reason))
		return
	case c.narrow != nil:
		c.narrow[i] = NoAnswer + uint8(reason)
		return
	case c.wide != nil:
		c.wide[i] = NoAnswerWide + uint16(reason)
		return
	case c.Numeric():
		c.numbers.own()[i] = 0
	}
	for _, ticks := range c.Ticks {
		ticks.Clear(i)
	}
	c.needStates()
	c.states.Set(i, uint8(reason))
}

// needStates makes room for states, Answered until they are set.
func (c *Column) needStates() {
	if c.states.Nil() {
		c.states = NewHalves(c.n)
		fill(c.states.bytes, uint8(Answered|Answered<<4))
	}
}

// answered notes that respondent i answered.
func (c *Column) answered(i int) {
	if !c.states.Nil() {
		c.states.Set(i, uint8(Answered))
	}
}

// Choose sets the answer of respondent i to the option at a position.
func (c *Column) Choose(i, option int) {
	switch {
	case !c.half.Nil():
		c.half.Set(i, uint8(option))
	case c.narrow != nil:
		c.narrow[i] = uint8(option)
	default:
		c.wide[i] = uint16(option)
	}
}

// Tick adds options to the answer of respondent i; without options it notes that
// there is an answer.
func (c *Column) Tick(i int, options ...int) {
	for _, o := range options {
		c.Ticks[o].Set(i)
	}
	c.answered(i)
}

// Chosen returns the column of a question of kind Single or Scale by its entries, as
// Narrow has them. The list is kept.
func Chosen(entries []uint8) Column { return Column{n: len(entries), narrow: entries} }

// ChosenHalves is Chosen for at most NoAnswerHalf options, in half of the room: an entry is
// the position of an option, or NoAnswerHalf plus the reason why there is none.
func ChosenHalves(entries Halves) Column { return Column{n: entries.Len(), half: entries} }

// Written returns the column of a question of kind Open or Name that n respondents
// answered. The texts are kept, and none is asked for of who is left without an answer.
func Written(n int, texts Texts) Column { return Column{n: n, texts: texts} }

// Replace gives all who have no answer for one reason another reason.
func (c *Column) Replace(reason, by Missing) {
	switch {
	case !c.Lacks(reason):
	case !c.half.Nil():
		c.half.replace(NoAnswerHalf+uint8(reason), NoAnswerHalf+uint8(by))
	case c.narrow != nil:
		old := NoAnswer + uint8(reason)
		rest := c.narrow
		for i := bytes.IndexByte(rest, old); i >= 0; i = bytes.IndexByte(rest, old) {
			rest[i] = NoAnswer + uint8(by)
			rest = rest[i+1:]
		}
	case c.wide != nil:
		replace(c.wide, NoAnswerWide+uint16(reason), NoAnswerWide+uint16(by))
	default:
		c.states.replace(uint8(reason), uint8(by))
	}
}

func replace[T comparable](entries []T, old, by T) {
	for i, e := range entries {
		if e == old {
			entries[i] = by
		}
	}
}

// Hush lets go of the texts of a column, which are empty from then on. Who answered stays.
func (c *Column) Hush() {
	if c.Worded() {
		c.texts = hushed{}
	}
}

// hushed are texts that nobody asks for any more.
type hushed struct{}

func (hushed) At(int) string { return "" }

// SetText sets the answer of respondent i to a trimmed text.
func (c *Column) SetText(i int, text string) {
	l, ok := c.texts.(list)
	if !ok {
		l = c.Texts()
		c.texts = l
	}
	l[i] = text
	c.answered(i)
}

// SetStates sets for all respondents whether they answered, else why not, in a
// column that isn't Coded.
func (c *Column) SetStates(states []Missing) {
	c.states = Halves{}
	if slices.ContainsFunc(states, func(m Missing) bool { return m != Answered }) {
		c.states = NewHalves(len(states))
		PutHalves(&c.states, 0, states, nil)
	}
}

// PutStates is SetStates for as many respondents as the list has, from one on; the others
// stay as they are.
func (c *Column) PutStates(at int, states []uint8) {
	if c.states.Nil() && !slices.ContainsFunc(states, func(m uint8) bool { return Missing(m) != Answered }) {
		return
	}
	c.needStates()
	c.states.Put(at, states)
}

// Select returns the answers of the respondents at the positions, in that order.
func (c *Column) Select(at []int) Column {
	s := Column{
		n: len(at), half: c.half.Only(at), narrow: pick(c.narrow, at), wide: pick(c.wide, at),
		states: c.states.Only(at), numbers: c.numbers.pick(at),
	}
	switch texts := c.texts.(type) {
	case nil:
	case list:
		s.texts = list(pick(texts, at))
	default:
		s.texts = selected{texts, slices.Clone(at)}
	}
	if c.Ticks != nil {
		s.Ticks = make([]Bits, len(c.Ticks))
	}
	for o, ticks := range c.Ticks {
		s.Ticks[o] = NewBits(len(at))
		for to, from := range at {
			if ticks.Has(from) {
				s.Ticks[o].Set(to)
			}
		}
	}
	return s
}

// selected are some texts of others.
type selected struct {
	of Texts
	at []int
}

func (s selected) At(i int) string { return s.of.At(s.at[i]) }

// Clone returns a copy that can be changed by itself.
func (c *Column) Clone() Column {
	d := *c
	d.half.bytes, d.states.bytes = slices.Clone(c.half.bytes), slices.Clone(c.states.bytes)
	d.narrow, d.wide, d.numbers = slices.Clone(c.narrow), slices.Clone(c.wide), c.numbers.clone()
	if l, ok := c.texts.(list); ok {
		d.texts = slices.Clone(l)
	}
	d.Ticks = slices.Clone(c.Ticks)
	for o := range d.Ticks {
		d.Ticks[o] = slices.Clone(d.Ticks[o])
	}
	return d
}

// Equal reports whether two columns hold the same answers and the same reasons, in
// whatever room.
func (c Column) Equal(other Column) bool {
	if c.n != other.n || c.Coded() != other.Coded() || c.Worded() != other.Worded() || c.Numeric() != other.Numeric() {
		return false
	}
	for i := range c.n {
		if c.State(i) != other.State(i) || c.Code(i) != other.Code(i) || c.Worded() && c.Text(i) != other.Text(i) || c.Numeric() && c.Number(i) != other.Number(i) {
			return false
		}
	}
	return slices.EqualFunc(c.Ticks, other.Ticks, slices.Equal)
}
