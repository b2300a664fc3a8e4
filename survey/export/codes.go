package export

import (
	"bytes"
	"iter"
	"slices"

	"benchmark/survey"
)

// Codes are positions in a dictionary, one for each record, in as few bytes as the
// length of the dictionary allows. The zero value is no codes.
type Codes struct {
	half survey.Halves
	one  []uint8
	two  []uint16
	four []uint32
}

// NewCodes returns n codes 0 with room for those of a dictionary of a length.
func NewCodes(n, dictionary int) Codes {
	switch {
	case dictionary <= 1<<4:
		return Codes{half: survey.NewHalves(n)}
	case dictionary <= 1<<8:
		return Codes{one: make([]uint8, n)}
	case dictionary <= 1<<16:
		return Codes{two: make([]uint16, n)}
	}
	return Codes{four: make([]uint32, n)}
}

// CodesOf returns the codes of a list, all below the length of their dictionary.
func CodesOf(list []uint32, dictionary int) Codes {
	c := NewCodes(len(list), dictionary)
	c.put(0, list)
	return c
}

// Len returns the number of records.
func (c *Codes) Len() int { return c.half.Len() + len(c.one) + len(c.two) + len(c.four) }

// At returns the code of record i.
func (c *Codes) At(i int) uint32 {
	switch {
	case !c.half.Nil():
		return uint32(c.half.At(i))
	case c.one != nil:
		return uint32(c.one[i])
	case c.two != nil:
		return uint32(c.two[i])
	}
	return c.four[i]
}

// Set sets the code of record i, which is below the length of the dictionary that
// the codes were made for.
func (c *Codes) Set(i int, code uint32) {
	switch {
	case !c.half.Nil():
		c.half.Set(i, uint8(code))
	case c.one != nil:
		c.one[i] = uint8(code)
	case c.two != nil:
		c.two[i] = uint16(code)
	default:
		c.four[i] = code
	}
}

// take sets the first codes to those of others, which are made for a dictionary that
// is no longer.
func (c *Codes) take(others *Codes) {
	switch {
	case !c.half.Nil():
		c.half.Copy(&others.half)
	case c.one != nil && others.one != nil:
		copy(c.one, others.one)
	case c.two != nil && others.two != nil:
		copy(c.two, others.two)
	case c.four != nil && others.four != nil:
		copy(c.four, others.four)
	default:
		for i, code := range others.All() {
			c.Set(i, code)
		}
	}
}

// bits returns how many bits a code takes; 0 where there are none.
func (c *Codes) bits() int {
	switch {
	case !c.half.Nil():
		return 4
	case c.one != nil:
		return 8
	case c.two != nil:
		return 16
	case c.four != nil:
		return 32
	}
	return 0
}

// widen makes room for n codes of a dictionary of a length. Of those that there are
// the first few are kept.
func (c *Codes) widen(n, dictionary, few int) {
	if n <= c.Len() && (c.bits() == 32 || dictionary <= 1<<c.bits()) {
		return
	}
	first, wider := c.upTo(few), NewCodes(max(n, c.Len()), max(dictionary, 1<<c.bits()))
	wider.take(&first)
	*c = wider
}

// upTo returns the first n codes.
func (c *Codes) upTo(n int) Codes {
	switch {
	case !c.half.Nil():
		return Codes{half: c.half.UpTo(n)}
	case c.one != nil:
		return Codes{one: c.one[:n:n]}
	case c.two != nil:
		return Codes{two: c.two[:n:n]}
	case c.four != nil:
		return Codes{four: c.four[:n:n]}
	}
	return Codes{}
}

// put sets the codes from record at on to those of a list.
func (c *Codes) put(at int, list []uint32) {
	switch {
	case !c.half.Nil():
		survey.PutHalves(&c.half, at, list, nil)
	case c.one != nil:
		for i, code := range list {
			c.one[at+i] = uint8(code)
		}
	case c.two != nil:
		for i, code := range list {
			c.two[at+i] = uint16(code)
		}
	default:
		copy(c.four[at:], list)
	}
}

// putThrough sets the codes from record at on to those by which a table, in which
// code is the place, replaces the ones of a list.
func (c *Codes) putThrough(at int, list []uint8, table []uint32) {
	if c.half.Nil() && c.one == nil {
		for i, code := range list {
			c.Set(at+i, table[code])
		}
		return
	}
	var short [1 << 8]uint8 // no bounds to check
	same := true
	for i, code := range table {
		short[i] = uint8(code)
		same = same && int(code) == i
	}
	switch {
	case same && !c.half.Nil():
		c.half.Put(at, list)
	case same:
		copy(c.one[at:], list)
	case !c.half.Nil():
		survey.PutHalves(&c.half, at, list, &short)
	default:
		to := c.one[at:][:len(list)]
		for i, code := range list {
			to[i] = short[code]
		}
	}
}

// All returns every record and its code, in order.
func (c *Codes) All() iter.Seq2[int, uint32] {
	return func(yield func(int, uint32) bool) {
		for i := range c.Len() {
			if !yield(i, c.At(i)) {
				return
			}
		}
	}
}

// Has reports whether a record has the code.
func (c *Codes) Has(code uint32) bool {
	switch {
	case !c.half.Nil():
		return code < 1<<4 && c.half.Has(uint8(code))
	case c.one != nil:
		return code < 1<<8 && bytes.IndexByte(c.one, uint8(code)) >= 0
	case c.two != nil:
		return code < 1<<16 && slices.Contains(c.two, uint16(code))
	}
	return slices.Contains(c.four, code)
}

// Count adds to counts, which has a place for every code, how often each occurs.
func (c *Codes) Count(counts []int) {
	switch {
	case !c.half.Nil():
		each := c.half.Count()
		for code := range counts {
			counts[code] += each[code]
		}
		return
	case c.one != nil:
		each := survey.CountBytes(c.one)
		for code := range counts {
			counts[code] += each[code]
		}
		return
	}
	for _, code := range c.two {
		counts[code]++
	}
	for _, code := range c.four {
		counts[code]++
	}
}

// Only returns the codes of some of the records.
func (c *Codes) Only(records []int) Codes {
	return Codes{half: c.half.Only(records), one: someOf(c.one, records), two: someOf(c.two, records), four: someOf(c.four, records)}
}

func someOf[T any](list []T, records []int) []T {
	if list == nil {
		return nil
	}
	some := make([]T, len(records))
	for at, i := range records {
		some[at] = list[i]
	}
	return some
}

// Through returns the codes by which a table, in which code is the place, replaces
// them, of a dictionary of a length.
func (c *Codes) Through(table []uint32, dictionary int) Codes {
	through := NewCodes(c.Len(), dictionary)
	for i, code := range c.All() {
		through.Set(i, table[code])
	}
	return through
}

// Equal reports whether two lists of codes are the same, in whatever room.
func (c Codes) Equal(other Codes) bool {
	if c.Len() != other.Len() {
		return false
	}
	for i, code := range c.All() {
		if other.At(i) != code {
			return false
		}
	}
	return true
}
