package parquet

// few is how many small whole numbers are at hand.
const few = 1 << 10

// distinct numbers the distinct values of a column from 1.
type distinct struct {
	leaf    *leaf
	values  []Value
	small   []uint32 // codes of the whole numbers below few
	numbers map[uint64]uint32
	texts   map[string]uint32
}

func newDistinct(l *leaf) *distinct {
	return &distinct{leaf: l, small: make([]uint32, few), numbers: map[uint64]uint32{}, texts: map[string]uint32{}}
}

// width returns how many bytes each value takes, of a text at least.
func (d *distinct) width() int {
	switch d.leaf.physical {
	case typeInt32, typeFloat, typeByteArray:
		return 4
	case typeInt96:
		return 12
	case typeFixed:
		return d.leaf.length
	}
	return 8
}

// number returns the code of the bits of a number.
func (d *distinct) number(x uint64) uint32 {
	if x < few {
		if d.small[x] == 0 {
			d.small[x] = d.add(d.leaf.number(x))
		}
		return d.small[x]
	}
	code, ok := d.numbers[x]
	if !ok {
		code = d.add(d.leaf.number(x))
		d.numbers[x] = code
	}
	return code
}

// text returns the code of bytes.
func (d *distinct) text(b []byte) (uint32, error) {
	if code, ok := d.texts[string(b)]; ok {
		return code, nil
	}
	if d.leaf.physical == typeFixed && len(b) != d.leaf.length {
		return 0, damaged("a value of %d bytes among those of %d", len(b), d.leaf.length)
	}
	v, err := d.leaf.bytes(b)
	if err != nil {
		return 0, err
	}
	code := d.add(v)
	if v.Text == string(b) {
		d.texts[v.Text] = code // a text is kept once
	} else {
		d.texts[string(b)] = code
	}
	return code, nil
}

func (d *distinct) add(v Value) uint32 {
	d.values = append(d.values, v)
	return uint32(len(d.values))
}

// column makes the column of the codes, of which values that do not occur, and what is
// no number, are left out.
func (d *distinct) column(codes []uint32) *Column {
	counts := make([]int, len(d.values)+1)
	for _, code := range codes {
		counts[code]++
	}
	c := &Column{Codes: codes}
	to := make([]uint32, len(counts))
	for i, v := range d.values {
		switch {
		case counts[i+1] == 0:
		case v.nan:
			c.NaN += counts[i+1]
		default:
			c.Values = append(c.Values, v)
			to[i+1] = uint32(len(c.Values))
		}
	}
	if len(c.Values) == len(d.values) {
		return c
	}
	for i, code := range codes {
		codes[i] = to[code]
	}
	return c
}
