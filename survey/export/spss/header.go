package spss

import (
	"bytes"
	"encoding/binary"
	"math"
)

// header is the first record, its texts still in the encoding of the file.
type header struct {
	product, date, time, label []byte
	packing                    Packing
	weight                     int // dictionary index + 1, or 0
	cases                      int // -1: not known
	bias                       float64
}

// parseHeader reads the header and sets the byte order of c.
func parseHeader(c *cursor) header {
	var h header
	magic := c.take(4, "the header")
	if c.err != nil {
		return h
	}
	if problem := refuseMagic(c.data); problem != "" {
		c.fail(0, "%s", problem)
		return h
	}
	h.product = c.take(60, "the product name")
	c.order = byteOrder(c.take(4, "the layout code"))
	if c.err == nil && c.order == nil {
		c.fail(64, "the layout code is neither 2 nor 3 in any byte order")
	}
	if c.err != nil {
		return h
	}
	c.int32("the case size") // many programs write nonsense here
	packing := c.int32("the packing")
	h.weight = c.int32("the weight")
	h.cases = c.int32("the number of cases")
	h.bias = c.float("the bias")
	h.date, h.time = c.take(9, "the date"), c.take(8, "the time")
	h.label = c.take(64, "the file label")
	c.take(3, "the header")
	h.check(c, packing, magic[3] == '3')
	return h
}

// check refuses a header whose numbers cannot be.
func (h *header) check(c *cursor, packing int, zlib bool) {
	h.packing = Packing(packing)
	switch {
	case packing < 0 || packing > 2, zlib != (h.packing == Zlib):
		c.fail(72, "packing %d does not go with this kind of file", packing)
	case h.weight < 0:
		c.fail(76, "the weight is variable %d", h.weight)
	case h.cases < -1:
		c.fail(80, "the number of cases is %d", h.cases)
	case math.IsNaN(h.bias) || math.Abs(h.bias) > 1e6 || h.bias != math.Trunc(h.bias):
		c.fail(84, "the bias is not a plausible number: numbers are not in IEEE 754 form, or the header is damaged")
	}
}

// refuseMagic says why a file cannot be a system file that is read here.
func refuseMagic(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("$FL2")), bytes.HasPrefix(data, []byte("$FL3")):
		return ""
	case bytes.HasPrefix(data, []byte{0x5b, 0xc6, 0xd3, 0xf2}):
		return "the file comes from a machine with EBCDIC letters; save it again with SPSS or PSPP"
	case len(data) >= 20 && bytes.HasPrefix(data[8:], []byte("ENCRYPTED")):
		return "the file is encrypted with a password; save it again without one"
	}
	return "not an SPSS system file: it does not begin with $FL2 or $FL3"
}

// byteOrder tells the byte order from the layout code, or returns nil.
func byteOrder(layout []byte) binary.ByteOrder {
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		if len(layout) == 4 {
			if code := order.Uint32(layout); code == 2 || code == 3 {
				return order
			}
		}
	}
	return nil
}
