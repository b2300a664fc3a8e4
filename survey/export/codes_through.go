package export

// Look sets the list to what a table, in which code is the place, has for the codes
// from record at on, one for each place in the list.
func Look[T any](c *Codes, at int, list, table []T) {
	switch {
	case c.half.bytes != nil:
		lookPairs(&c.half, at, list, table)
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

// TakeThrough hands over what a table, in which code is the place, has for the codes,
// in the room of these where each is a byte; there are none then. Nil, with nothing
// changed, where they are wider than a byte.
func (c *Codes) TakeThrough(table []uint8) []uint8 {
	list := c.one
	switch {
	case c.half.bytes != nil:
		list = make([]uint8, c.half.n)
	case c.one == nil:
		return nil
	}
	Look(c, 0, list, table)
	*c = Codes{}
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
