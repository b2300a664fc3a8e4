package export

// Look sets the list to what a table, in which code is the place, has for the codes
// from record at on, one for each place in the list.
func Look[T any](c *Codes, at int, list, table []T) {
	switch {
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

// Take hands over the codes where each is a byte, in place of which there are none
// then; nil where they are wider.
func (c *Codes) Take() []uint8 {
	list := c.one
	if list != nil {
		c.one = nil
	}
	return list
}

// TakeTwo is Take where each code is two bytes.
func (c *Codes) TakeTwo() []uint16 {
	list := c.two
	if list != nil {
		c.two = nil
	}
	return list
}
