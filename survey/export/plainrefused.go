package export

import (
	"fmt"
	"io"
)

// tooManyTexts refuses a table with a column of more different texts than are kept of
// one; nil for any other.
func (t *plainTable) tooManyTexts() *Error {
	if t == nil {
		return nil
	}
	for col := range t.columns {
		if t.columns[col].words.full() {
			return fault(fmt.Sprintf("column %s has about %d MB of different texts, or more", letter(col), leastFull>>20), "leave it out")
		}
	}
	return nil
}

// full reports whether there was no room for a text. There are about leastFull bytes
// of them then.
func (t *wordTable) full() bool { return len(t.blocks) > 1<<placeBits }

// leastFull is how many bytes the longer texts of a full table have, or more: a block is
// left half empty where the next text has no room in it.
const leastFull = 1 << (2*placeBits - 1)

// tooLarge tells what a file is that is larger than is read as a whole, and why it is not
// read.
func (f *reader) tooLarge(src io.ReaderAt, size int64) error {
	head := make([]byte, min(size, 1<<12))
	if _, err := src.ReadAt(head, 0); err != nil {
		return fmt.Errorf("reading %s: %w", f.Name, err)
	}
	kind, e := recognise(f.Name, head)
	switch {
	case e != nil:
	case kind == textBytes:
		e = fault(fmt.Sprintf("it has more than %d MB, and a text of that size is read only if nothing in it is doubtful: "+
			"UTF-8 or one byte for each character, every record with a field for each heading, quotation marks in pairs around fields, "+
			"and no totals, errors of a spreadsheet or second heading", largest>>20),
			"mend that, or give fewer rows or columns")
	default:
		return fmt.Errorf("reading %s: %w", f.Name, bearable(size))
	}
	return located(e, f.Name, "")
}
