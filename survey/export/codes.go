package export

// Codes are positions in a dictionary, one for each record, in as few bytes as the
// length of the dictionary allows.
type Codes struct {
	one  []uint8
	two  []uint16
	four []uint32
}

// NewCodes returns n codes 0 with room for those of a dictionary of the length.
func NewCodes(n, dictionary int) Codes {
	switch {
	case dictionary <= 1<<8:
		return Codes{one: make([]uint8, n)}
	case dictionary <= 1<<16:
		return Codes{two: make([]uint16, n)}
	}
	return Codes{four: make([]uint32, n)}
}

// Len returns the number of records.
func (c *Codes) Len() int { return len(c.one) + len(c.two) + len(c.four) }

// At returns the code of record i.
func (c *Codes) At(i int) uint32 {
	switch {
	case c.one != nil:
		return uint32(c.one[i])
	case c.two != nil:
		return uint32(c.two[i])
	}
	return c.four[i]
}

// Set sets the code of record i, which is one of the dictionary for which the
// codes were made.
func (c *Codes) Set(i int, code uint32) {
	switch {
	case c.one != nil:
		c.one[i] = uint8(code)
	case c.two != nil:
		c.two[i] = uint16(code)
	default:
		c.four[i] = code
	}
}
