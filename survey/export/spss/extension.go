package spss

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
)

// extensionNames are the records of type 7 that are read.
var extensionNames = [...]string{3: "machine", 4: "special values", 7: "multiple-response sets", 11: "measurement levels",
	13: "long names", 14: "very long strings", 16: "number of cases", 19: "multiple-response sets", 20: "encoding",
	21: "labels of long strings", 22: "missing values of long strings"}

// pair is a name and what belongs to it, with the offset of the name.
type pair struct {
	offset     int
	key, value []byte
}

// longLabel is a labelled value of a string of more than eight bytes.
type longLabel struct {
	offset             int
	name, value, label []byte
}

// longGap is a user-missing value of a string of more than eight bytes.
type longGap struct {
	offset      int
	name, value []byte
}

// oldLowest is the LOWEST of files before SPSS 21: the second lowest number.
// Later files have -MaxFloat64 there, as for system-missing.
const oldLowest = 0xffeffffffffffffe

// number reads eight bytes as a number.
func (c *cursor) number(b []byte) float64 { return math.Float64frombits(c.order.Uint64(b)) }

// parseExtension reads a record 7 after its type. A record that says nothing
// about the answers is passed over.
func (d *dictionary) parseExtension(c *cursor, start int, seen map[int]bool) {
	c.record = "record 7 (extension)"
	subtype := c.int32("the subtype")
	size := c.int32("the size of a piece")
	at := c.pos
	n := c.int32("the number of pieces")
	if c.err != nil {
		return
	}
	c.record = fmt.Sprintf("record 7/%d", subtype)
	known := subtype >= 0 && subtype < len(extensionNames) && extensionNames[subtype] != ""
	if known {
		c.record += " (" + extensionNames[subtype] + ")"
		if seen[subtype] {
			c.fail(start, "the record is there twice")
		}
		seen[subtype] = true
	}
	if size < 0 || n < 0 || (size > 0 && n > c.left()/size) {
		c.fail(at, "%d pieces of %d bytes cannot fit in the %d bytes that are left", n, size, c.left())
		return
	}
	body := c.part(size*n, c.record)
	if known {
		d.parseKnown(body, subtype, size, n)
	}
	c.err = body.err
}

// parseKnown reads the body of an extension record.
func (d *dictionary) parseKnown(c *cursor, subtype, size, n int) {
	want := map[int][2]int{3: {4, 8}, 4: {8, 3}, 16: {8, 2}}[subtype]
	if want[0] == 0 {
		want = [2]int{1, n}
		if subtype == 11 {
			want[0] = 4
		}
	}
	if size != want[0] || n != want[1] {
		c.fail(c.pos, "%d pieces of %d bytes instead of %d of %d", n, size, want[1], want[0])
		return
	}
	switch subtype {
	case 3:
		c.take(28, "the machine")
		d.codePage = c.int32("the code page")
	case 4:
		d.parseSpecials(c)
	case 7, 19:
		d.parseSets(c)
	case 11:
		for range n {
			d.measures = append(d.measures, c.int32("a measurement level"))
		}
	case 13:
		d.longNames = parsePairs(c, "\t")
	case 14:
		d.longWidths = parsePairs(c, "\x00")
	case 16:
		d.parseCases(c)
	case 20:
		d.encoding = c.take(n, "the encoding")
	case 21:
		d.parseLongLabels(c)
	case 22:
		d.parseLongGaps(c)
	}
}

// parseSpecials reads record 7/4. Some programs fill it in wrongly, and every
// known one has the same HIGHEST and LOWEST, so that only the system-missing
// value counts. One that could be an answer is refused: it would lose answers.
func (d *dictionary) parseSpecials(c *cursor) {
	at := c.pos
	sysmis := c.float("the system-missing value")
	c.take(16, "HIGHEST and LOWEST")
	if math.Abs(sysmis) < 1e300 {
		c.fail(at, "the system-missing value is %v, which could be an answer", sysmis)
		return
	}
	d.sysmis = sysmis
}

// parseCases reads record 7/16, which must agree with the header.
func (d *dictionary) parseCases(c *cursor) {
	c.int64("the record")
	at := c.pos
	n := c.int64("the number of cases")
	switch {
	case n < -1 || n > math.MaxInt32*1024:
		c.fail(at, "the number of cases is %d", n)
	case n >= 0 && d.header.cases >= 0 && n != int64(d.header.cases):
		c.fail(at, "the number of cases is %d here and %d in the header", n, d.header.cases)
	case n >= 0:
		d.header.cases = int(n)
	}
}

// parsePairs reads the rest of the record as KEY=VALUE pairs with separator
// between them; tabs around a pair fall away.
func parsePairs(c *cursor, separator string) []pair {
	var pairs []pair
	at := c.pos
	for item := range bytes.SplitSeq(c.take(c.left(), "the pairs"), []byte(separator)) {
		key, value, ok := bytes.Cut(item, []byte("="))
		key = bytes.Trim(key, "\t\x00")
		switch value = bytes.TrimRight(value, "\t\x00"); {
		case ok && len(key) > 0 && len(value) > 0:
			pairs = append(pairs, pair{offset: at, key: key, value: value})
		case len(bytes.Trim(item, "\t\x00 ")) > 0:
			c.fail(at, "%q is not a name with a value", clip(item))
		}
		at += len(item) + len(separator)
	}
	return pairs
}

// parseLongLabels reads record 7/21.
func (d *dictionary) parseLongLabels(c *cursor) {
	for c.err == nil && c.left() > 0 {
		at := c.pos
		name := c.text("the name")
		c.int32("the width")
		n := c.count(8, "value labels")
		for i := 0; i < n && c.err == nil; i++ {
			d.longLabels = append(d.longLabels, longLabel{at, name, c.text("a value"), c.text("a label")})
		}
	}
}

// parseLongGaps reads record 7/22. The length of the values stands before the
// first one; old versions of PSPP repeat it before each, which is told from the
// length's bytes, as no text has them.
func (d *dictionary) parseLongGaps(c *cursor) {
	for c.err == nil && c.left() > 0 {
		at := c.pos
		name := c.text("the name")
		count := c.take(1, "the number of missing values")
		if c.err == nil && (count[0] < 1 || count[0] > 3) {
			c.fail(c.pos-1, "%d missing values: it must be 1, 2 or 3", count[0])
		}
		mark := c.take(4, "the length of a missing value")
		if c.err != nil {
			return
		}
		length := int(int32(c.order.Uint32(mark)))
		if length < 1 {
			c.fail(c.pos-4, "a missing value of %d bytes", length)
		}
		for i := range int(count[0]) {
			if i > 0 && c.left() >= 4 && bytes.Equal(c.data[c.pos:c.pos+4], mark) {
				c.pos += 4
			}
			d.longGaps = append(d.longGaps, longGap{at, name, c.take(length, "a missing value")})
		}
	}
}

// width reads the value of a pair of record 7/14.
func (p pair) width() (int, bool) {
	n, err := strconv.Atoi(string(bytes.TrimSpace(p.value)))
	return n, err == nil && n >= 1 && n <= 32767
}

// clip shortens bytes of the file for an error message.
func clip(b []byte) []byte { return b[:min(len(b), 40)] }
