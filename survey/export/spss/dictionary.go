package spss

import "math"

// dictionary is what the records before the data say, in the bytes of the file.
type dictionary struct {
	header header
	slots  []slot // one per variable record, hence per eight bytes of a case
	labels []labelRecord
	notes  [][]byte
	sysmis float64 // may be NaN

	codePage   int // record 7/3; 0 when it says nothing
	encoding   []byte
	measures   []int // as they are stored, with or without width and alignment
	longNames  []pair
	longWidths []pair
	longLabels []longLabel
	longGaps   []longGap
	sets       []rawSet
}

// slot is one variable record.
type slot struct {
	offset  int // of the record
	width   int // 0 for a number, -1 for eight more bytes of a string
	name    []byte
	label   []byte
	print   uint32
	gaps    int // how the user-missing values are to be read: -3..3
	missing [][]byte
	numbers []float64 // the same eight bytes as numbers
}

// labelRecord is a record 3 with the record 4 that follows it.
type labelRecord struct {
	offset  int
	values  []rawLabel
	targets []int // dictionary indices from 1
}

// rawLabel is a labelled value of eight bytes.
type rawLabel struct {
	value  []byte
	number float64
	label  []byte
}

// parseDictionary reads all records up to the data.
func parseDictionary(c *cursor) *dictionary {
	d := &dictionary{sysmis: -math.MaxFloat64}
	c.record = "header"
	d.header = parseHeader(c)
	seen := map[int]bool{}
	for c.err == nil {
		start := c.pos
		c.record = "record"
		kind := c.int32("a record")
		switch kind {
		case 2:
			c.record = "record 2 (variable)"
			d.slots = append(d.slots, parseSlot(c, start))
		case 3:
			d.labels = append(d.labels, parseLabels(c, start))
		case 6:
			c.record = "record 6 (notes)"
			for range c.count(80, "lines of notes") {
				d.notes = append(d.notes, c.take(80, "a line of notes"))
			}
		case 7:
			d.parseExtension(c, start, seen)
		case 999:
			c.record = "record 999 (end of dictionary)"
			c.int32("the record")
			return d
		default:
			c.fail(start, "there is no record of type %d here: the file is damaged", kind)
		}
	}
	return d
}

// parseSlot reads a variable record after its type.
func parseSlot(c *cursor, start int) slot {
	s := slot{offset: start}
	s.width = c.int32("the type")
	labelled := c.int32("the label mark")
	s.gaps = c.int32("the number of missing values")
	printed := c.take(4, "the print format")
	c.take(4, "the write format")
	s.name = c.take(8, "the name")
	if c.err != nil {
		return s
	}
	s.print = c.order.Uint32(printed)
	if s.width < -1 || s.width > 255 {
		c.fail(start+4, "type %d is neither a number nor a string of at most 255 bytes", s.width)
	}
	if labelled != 0 && labelled != 1 {
		c.fail(start+8, "the label mark is %d instead of 0 or 1", labelled)
	}
	if s.gaps < -3 || s.gaps > 3 || s.gaps == -1 {
		c.fail(start+12, "%d missing values: it must be 0 to 3, -2 or -3", s.gaps)
	}
	if labelled == 1 {
		s.label = c.text("the label")
		c.take(padding(len(s.label), 4), "the label")
	}
	for range max(s.gaps, -s.gaps) {
		b := c.take(8, "a missing value")
		if b == nil {
			break
		}
		s.missing = append(s.missing, b)
		s.numbers = append(s.numbers, c.number(b))
	}
	return s
}

// parseLabels reads a record 3 after its type, and the record 4 behind it.
func parseLabels(c *cursor, start int) labelRecord {
	r := labelRecord{offset: start}
	c.record = "record 3 (value labels)"
	n := c.count(16, "value labels")
	for i := 0; i < n && c.err == nil; i++ {
		value := c.take(8, "a value")
		length := c.take(1, "the length of a label")
		if c.err != nil {
			break
		}
		label := c.take(int(length[0]), "a label")
		c.take(padding(1+len(label), 8), "a label")
		r.values = append(r.values, rawLabel{value: value, number: c.number(value), label: label})
	}
	if c.err != nil {
		return r
	}
	c.record = "record 4 (labelled variables)"
	at := c.pos
	if kind := c.int32("the record"); c.err == nil && kind != 4 {
		c.fail(at, "the value labels are followed by a record of type %d instead of 4", kind)
	}
	n = c.count(4, "labelled variables")
	for range n {
		r.targets = append(r.targets, c.int32("a variable"))
	}
	return r
}

// padding is the number of bytes that bring n to a multiple of unit.
func padding(n, unit int) int { return (unit - n%unit) % unit }
