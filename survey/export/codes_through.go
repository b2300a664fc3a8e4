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
