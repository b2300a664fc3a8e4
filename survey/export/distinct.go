package export

import (
	"iter"
	"slices"
)

// Dictionary are the distinct cells of a column by code, the empty one first. Many of
// them lie close together, with four bytes for each besides its text and the one to
// three of its length. The zero value has none.
type Dictionary struct {
	cells []Cell
	many  *manyTexts // in place of cells
}

// DictionaryOf returns the dictionary of a list, which is kept.
func DictionaryOf(cells ...Cell) Dictionary { return Dictionary{cells: cells} }

// Len returns the number of cells.
func (d *Dictionary) Len() int {
	if d.many != nil {
		return len(d.many.places)
	}
	return len(d.cells)
}

// At returns the cell with a code.
func (d *Dictionary) At(code int) Cell {
	if d.many != nil {
		return Cell{Text: d.many.at(code)}
	}
	return d.cells[code]
}

// All returns every code and its cell, in order.
func (d *Dictionary) All() iter.Seq2[int, Cell] { return d.from(0) }

// Filled is All without the empty cell.
func (d *Dictionary) Filled() iter.Seq2[int, Cell] { return d.from(1) }

func (d *Dictionary) from(first int) iter.Seq2[int, Cell] {
	return func(yield func(int, Cell) bool) {
		for code := first; code < d.Len(); code++ {
			if !yield(code, d.At(code)) {
				return
			}
		}
	}
}

// Index returns the first code of which the cell passes a test, -1 when there is none.
func (d *Dictionary) Index(test func(Cell) bool) int {
	for code := range d.Len() {
		if test(d.At(code)) {
			return code
		}
	}
	return -1
}

// Cells returns the cells as a new list.
func (d *Dictionary) Cells() []Cell {
	if d.many == nil {
		return slices.Clone(d.cells)
	}
	list := make([]Cell, 0, d.Len())
	for _, cell := range d.All() {
		list = append(list, cell)
	}
	return list
}

// Equal reports whether two have the same cells in the same order, in whatever room.
func (d Dictionary) Equal(other Dictionary) bool {
	if d.Len() != other.Len() {
		return false
	}
	for code, cell := range d.All() {
		if other.At(code) != cell {
			return false
		}
	}
	return true
}

// manyTexts are texts in blocks, each behind its length.
type manyTexts struct {
	blocks []string
	places []uint32 // by code, as wordTable keeps them
}

func (m *manyTexts) at(code int) string {
	place := m.places[code]
	return textIn(m.blocks[place>>placeBits], int(place&(1<<placeBits-1)))
}

// textIn returns the text at a place in a block. Its length is before it, in as many
// bytes of seven bits as that takes, the lowest first; all but the last have the eighth
// bit too.
func textIn(block string, at int) string {
	size := int(block[at])
	if size >= 1<<7 {
		size &= 1<<7 - 1
		for shift := 7; ; shift += 7 {
			at++
			size |= int(block[at]&(1<<7-1)) << shift
			if block[at] < 1<<7 {
				break
			}
		}
	}
	return block[at+1:][:size]
}
