package charts

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"slices"
)

// tableBits is the size of the table of colours: far more than a chart has.
const tableBits = 15

// census counts the colours of a picture in a table with open addressing, and keeps
// what it needs for the next picture.
type census struct {
	colours [1 << tableBits]uint32
	pixels  [1 << tableBits]uint32
	index   [1 << tableBits]uint8
	used    []uint32 // slots
	// lines are how many runs the lines of the picture have in runs; 0 for a line that
	// repeats the one above.
	lines []int
	runs  []run
	// inked is what every line has between pixels of the ground, the colour of the first
	// pixel of the picture: from one to before another, nothing where they are equal.
	inked [][2]int
	// opaque says that every colour of the last picture is known and none can be seen
	// through.
	opaque bool
	// indexed is the last picture.
	indexed *image.Paletted
}

// run is a number of pixels of one colour, in the low bits, and the slot of that.
type run uint32

const (
	lengthBits = 32 - tableBits
	longestRun = 1<<lengthBits - 1
)

// add counts n pixels of the colour and returns its slot; it reports false when the
// table is full.
func (t *census) add(c, n uint32) (slot uint32, ok bool) {
	h := c * 2654435769 >> (32 - tableBits)
	for t.pixels[h] != 0 && t.colours[h] != c {
		h = (h + 1) & (1<<tableBits - 1)
	}
	if t.pixels[h] == 0 {
		if len(t.used) == 1<<(tableBits-1) {
			return h, false
		}
		t.used = append(t.used, h)
		t.colours[h] = c
	}
	t.pixels[h] += n
	return h, true
}

// forget makes the census ready for another picture.
func (t *census) forget() {
	for _, h := range t.used {
		t.pixels[h] = 0
	}
	t.used, t.lines, t.runs, t.inked = t.used[:0], t.lines[:0], t.runs[:0], t.inked[:0]
}

// quantise returns the picture with the 256 colours that occur most, every
// other one replaced by the nearest of them: with flat colours and smooth edges
// the eye sees no difference. It is good until the next one. A picture with too many
// colours to count, which no chart has, is returned as it is.
func (t *census) quantise(img *image.RGBA) image.Image {
	if !t.count(img) {
		return img
	}
	palette := t.palette()
	if t.indexed == nil || t.indexed.Rect != img.Rect {
		t.indexed = image.NewPaletted(img.Rect, palette)
	}
	out := t.indexed
	out.Palette = palette
	width, runs := img.Rect.Dx(), t.runs
	for y, n := range t.lines {
		line := out.Pix[y*out.Stride : y*out.Stride+width]
		if n == 0 {
			copy(line, out.Pix[(y-1)*out.Stride:])
			continue
		}
		for _, r := range runs[:n] {
			n := r & longestRun
			fillRun(line[:n], t.index[r>>lengthBits])
			line = line[n:]
		}
		runs = runs[n:]
	}
	return out
}

// count finds the runs of the picture; it reports false when there are too many colours.
func (t *census) count(img *image.RGBA) bool {
	t.forget()
	t.opaque = false
	width, height := img.Rect.Dx(), img.Rect.Dy()
	var above []byte
	for y := range height {
		line := img.Pix[y*img.Stride : y*img.Stride+4*width]
		// A line that repeats the one before adds no colour.
		if y > 0 && bytes.Equal(line, above) {
			t.lines, t.inked = append(t.lines, 0), append(t.inked, t.inked[y-1])
			continue
		}
		before := len(t.runs)
		if !t.countLine(line) {
			return false
		}
		t.lines = append(t.lines, len(t.runs)-before)
		t.inked = append(t.inked, t.between(t.runs[before:], width))
		above = line
	}
	t.opaque = !slices.ContainsFunc(t.used, func(h uint32) bool { return t.colours[h]>>24 != 0xff })
	return true
}

// countLine adds the runs of one line.
func (t *census) countLine(line []byte) bool {
	for len(line) >= 4 {
		c := binary.LittleEndian.Uint32(line)
		n := 4
		if twice := uint64(c)<<32 | uint64(c); len(line) >= 12 && binary.LittleEndian.Uint64(line[4:]) == twice {
			for n += 8; n+8 <= len(line) && binary.LittleEndian.Uint64(line[n:]) == twice; n += 8 {
			}
		}
		for ; n+4 <= len(line) && binary.LittleEndian.Uint32(line[n:]) == c; n += 4 {
		}
		slot, ok := t.add(c, uint32(n/4))
		if !ok {
			return false
		}
		line = line[n:]
		for n /= 4; n > 0; n -= longestRun {
			t.runs = append(t.runs, run(slot<<lengthBits|uint32(min(n, longestRun))))
		}
	}
	return true
}

// between returns what a line has between pixels of the ground.
func (t *census) between(line []run, width int) [2]int {
	from, to := 0, width
	for ; len(line) > 0 && line[0]>>lengthBits == t.runs[0]>>lengthBits; line = line[1:] {
		from += int(line[0] & longestRun)
	}
	for last := len(line) - 1; last >= 0 && line[last]>>lengthBits == t.runs[0]>>lengthBits; last-- {
		to -= int(line[last] & longestRun)
	}
	return [2]int{from, to}
}

func fillRun(pixels []uint8, i uint8) {
	if i == 0 {
		clear(pixels)
		return
	}
	for p := range pixels {
		pixels[p] = i
	}
}

// palette picks the colours that occur most and gives every colour its index.
func (t *census) palette() color.Palette {
	slices.SortFunc(t.used, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(t.pixels[b], t.pixels[a]), cmp.Compare(t.colours[a], t.colours[b]))
	})
	kept := t.used[:min(256, len(t.used))]
	palette, colours := make(color.Palette, len(kept)), make([]uint32, len(kept))
	for i, h := range kept {
		palette[i], colours[i] = unpack(t.colours[h]), t.colours[h]
		t.index[h] = uint8(i)
	}
	by := byRed(colours)
	for _, h := range t.used[len(kept):] {
		t.index[h] = uint8(by.nearest(t.colours[h]))
	}
	return palette
}

func unpack(c uint32) color.RGBA {
	return color.RGBA{R: uint8(c), G: uint8(c >> 8), B: uint8(c >> 16), A: uint8(c >> 24)}
}
