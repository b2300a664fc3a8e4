package charts

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"slices"
)

// tableBits is the size of the table of colours: far more than a chart has.
const tableBits = 15

// census counts the colours of a picture in a table with open addressing.
type census struct {
	colours [1 << tableBits]uint32
	pixels  [1 << tableBits]uint32
	index   [1 << tableBits]uint8
	used    int
}

// slot returns the place of the colour in the table, or of the free place where
// it belongs.
func (t *census) slot(c uint32) uint32 {
	h := c * 2654435769 >> (32 - tableBits)
	for t.pixels[h] != 0 && t.colours[h] != c {
		h = (h + 1) & (1<<tableBits - 1)
	}
	return h
}

// add counts n pixels of the colour; it reports false when the table is full.
func (t *census) add(c, n uint32) bool {
	h := t.slot(c)
	if t.pixels[h] == 0 {
		if t.used++; t.used > 1<<(tableBits-1) {
			return false
		}
		t.colours[h] = c
	}
	t.pixels[h] += n
	return true
}

// quantise returns the picture with the 256 colours that occur most, every
// other one replaced by the nearest of them: with flat colours and smooth edges
// the eye sees no difference. A picture with too many colours to count, which
// no chart has, is returned as it is.
func quantise(img *image.RGBA) image.Image {
	t := new(census)
	width, height := img.Rect.Dx(), img.Rect.Dy()
	line := func(y int) []byte { return img.Pix[y*img.Stride : y*img.Stride+4*width] }
	for y := range height {
		// A line that repeats the one before adds no colour.
		if y > 0 && bytes.Equal(line(y), line(y-1)) {
			continue
		}
		if !runs(line(y), func(c uint32, _, n int) bool { return t.add(c, uint32(n)) }) {
			return img
		}
	}
	out := image.NewPaletted(img.Bounds(), t.palette())
	for y := range height {
		row := out.Pix[y*out.Stride : y*out.Stride+width]
		if y > 0 && bytes.Equal(line(y), line(y-1)) {
			copy(row, out.Pix[(y-1)*out.Stride:])
			continue
		}
		runs(line(y), func(c uint32, from, n int) bool {
			if i := t.index[t.slot(c)]; i != 0 {
				fillRun(row[from:from+n], i)
			}
			return true
		})
	}
	return out
}

// runs calls do for every run of one colour on a line, with its first pixel and
// length, until do returns false.
func runs(line []byte, do func(c uint32, from, n int) bool) bool {
	for x := 0; x < len(line); {
		c := binary.LittleEndian.Uint32(line[x:])
		from := x
		twice := uint64(c)<<32 | uint64(c)
		for x += 4; x+8 <= len(line) && binary.LittleEndian.Uint64(line[x:]) == twice; x += 8 {
		}
		for ; x < len(line) && binary.LittleEndian.Uint32(line[x:]) == c; x += 4 {
		}
		if !do(c, from/4, (x-from)/4) {
			return false
		}
	}
	return true
}

func fillRun(pixels []uint8, i uint8) {
	for p := range pixels {
		pixels[p] = i
	}
}

// palette picks the colours that occur most and gives every colour its index.
func (t *census) palette() color.Palette {
	slots := make([]int, 0, t.used)
	for h := range t.pixels {
		if t.pixels[h] > 0 {
			slots = append(slots, h)
		}
	}
	slices.SortFunc(slots, func(a, b int) int {
		return cmp.Or(cmp.Compare(t.pixels[b], t.pixels[a]), cmp.Compare(t.colours[a], t.colours[b]))
	})
	kept := slots[:min(256, len(slots))]
	palette := make(color.Palette, len(kept))
	for i, h := range kept {
		palette[i] = unpack(t.colours[h])
		t.index[h] = uint8(i)
	}
	for _, h := range slots[len(kept):] {
		t.index[h] = t.nearest(kept, t.colours[h])
	}
	return palette
}

// nearest returns the position of the kept colour that is nearest in RGB.
func (t *census) nearest(kept []int, c uint32) uint8 {
	best, least := 0, math.MaxInt
	for i, h := range kept {
		k := t.colours[h]
		d := 0
		for shift := 0; shift < 24; shift += 8 {
			x := int(c>>shift&0xff) - int(k>>shift&0xff)
			d += x * x
		}
		if d < least {
			best, least = i, d
		}
	}
	return uint8(best)
}

func unpack(c uint32) color.RGBA {
	return color.RGBA{R: uint8(c), G: uint8(c >> 8), B: uint8(c >> 16), A: uint8(c >> 24)}
}
