package export

import "benchmark/survey"

// Look sets the list to what a table, in which code is the place, has for the codes
// from record at on, one for each place in the list.
func Look[T any](c *Codes, at int, list, table []T) {
	switch {
	case !c.half.Nil():
		survey.LookHalves(&c.half, at, list, table)
	case c.one != nil:
		var short [1 << 8]T // no bounds to check
		copy(short[:], table)
		for i, code := range c.one[at:][:len(list)] {
			list[i] = short[code]
		}
	case c.two != nil:
		for i, code := range c.two[at:][:len(list)] {
			list[i] = table[code]
		}
	default:
		for i, code := range c.four[at:][:len(list)] {
			list[i] = table[code]
		}
	}
}

// AddTo adds the records of which a table, in which code is the place, has the lowest bit
// for their code to one set, and of which it has the next bit to another. False, with
// nothing done, where a code is more than half a byte.
func (c *Codes) AddTo(one, other survey.Bits, table []uint8) bool {
	if c.half.Nil() {
		return false
	}
	var short [1 << 4]uint8
	copy(short[:], table)
	c.half.AddTo(one, other, &short)
	return true
}

// TakeThrough hands over what a table, in which code is the place, has for the codes,
// in the room of these where each is a byte; there are none then. Nil, with nothing
// changed, where they are wider than a byte.
func (c *Codes) TakeThrough(table []uint8) []uint8 {
	list := c.one
	switch {
	case !c.half.Nil():
		list = make([]uint8, c.half.Len())
	case c.one == nil:
		return nil
	}
	Look(c, 0, list, table)
	*c = Codes{}
	return list
}

// TakeHalves hands over what a table has for the codes, in their room, where each is half
// a byte; there are none then. Else it is the zero value, with nothing changed.
func (c *Codes) TakeHalves(table *[1 << 4]uint8) survey.Halves {
	list := c.half
	if !list.Nil() {
		list.Replace(table)
		c.half = survey.Halves{}
	}
	return list
}

// TakeTwo hands over the codes where each is two bytes, in place of which there are none
// then; nil where they are not.
func (c *Codes) TakeTwo() []uint16 {
	list := c.two
	if list != nil {
		c.two = nil
	}
	return list
}
