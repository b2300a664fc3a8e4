package parquet

import (
	"errors"
	"fmt"
	"io"
	"sync/atomic"
)

// What a file may have at most. A column of nothing takes next to no bytes, so that
// rows and columns that are claimed must be in some proportion to the file.
const (
	MaxColumns = 1 << 14
	MaxRows    = 1 << 27
	mostCells  = 1 << 26 // beyond that a file has a byte for so many cells:
	perByte    = 500
)

// File is a Parquet file that is open for reading.
type File struct {
	// Rows is the number of rows, and Names the names of the columns, in order.
	Rows  int
	Names []string
	// Meta is what the writer noted, in order.
	Meta []KeyValue
	// CreatedBy is the program that wrote it, in its own words.
	CreatedBy string
	// Unpacked is the number of bytes that the columns say to unpack to.
	Unpacked uint64

	src      io.ReaderAt
	size     int64
	leaves   []leaf
	groups   []group
	unpacked atomic.Int64 // so far
}

// Open reads what a file says of itself. An error that is no *Error is one of the
// source.
func Open(src io.ReaderAt, size int64) (*File, error) {
	said, err := readFooter(src, size)
	if err != nil {
		return nil, err
	}
	if said.encrypted {
		return nil, unread(writeAgain, "it is encrypted")
	}
	f := &File{Meta: said.meta, CreatedBy: said.createdBy, groups: said.groups, src: src, size: size}
	if err := f.schema(said.elements); err != nil {
		return nil, err
	}
	return f, f.sizes(said.rows)
}

// schema finds the columns.
func (f *File) schema(elements []element) error {
	if len(elements) == 0 || elements[0].children != len(elements)-1 {
		for i := range elements {
			if e := &elements[i]; i > 0 && e.children != 0 {
				return nested(e)
			}
		}
		return damaged("its columns are not as many as it says")
	}
	for i := range elements[1:] {
		e := &elements[i+1]
		if e.children != 0 || e.physical < 0 || e.repetition == 2 {
			return nested(e)
		}
		l := leaf{element: *e, optional: e.repetition == 1}
		l.modern()
		if err := within(e.name, l.check()); err != nil {
			return err
		}
		f.leaves = append(f.leaves, l)
		f.Names = append(f.Names, e.name)
	}
	return nil
}

// nested refuses a column with more than one value in a cell.
func nested(e *element) error {
	what := "structures"
	switch {
	case e.logical == 3 || e.converted == 3 || e.repetition == 2:
		what = "lists"
	case e.logical == 2 || e.converted == 1 || e.converted == 2:
		what = "maps"
	}
	return &Error{Column: e.name, Problem: fmt.Sprintf("it holds %s, and a survey has one value in a cell", what), Advice: asColumns}
}

// within says of which column an error is.
func within(name string, err error) error {
	if own := (*Error)(nil); errors.As(err, &own) && own.Column == "" {
		return &Error{Column: name, Problem: own.Problem, Advice: own.Advice}
	}
	return err
}

// sizes checks that what the file claims can be.
func (f *File) sizes(rows int64) error {
	total, packed := int64(0), int64(0)
	for i := range f.groups {
		g := &f.groups[i]
		if g.rows < 0 || g.rows > MaxRows {
			return damaged("a group of %d rows", g.rows)
		}
		if len(g.chunks) != len(f.leaves) {
			return damaged("a group of rows has %d columns, and the file %d", len(g.chunks), len(f.leaves))
		}
		if total += g.rows; total > MaxRows {
			return unread(writeAgain, "it has more than %d rows", MaxRows)
		}
		for k := range g.chunks {
			if err := within(f.Names[k], f.place(&g.chunks[k], &f.leaves[k], g.rows)); err != nil {
				return err
			}
			packed += g.chunks[k].packed
			f.Unpacked += uint64(g.chunks[k].size)
		}
	}
	switch cells := total * int64(len(f.leaves)); {
	case total != rows:
		return damaged("it says that it has %d rows, and its groups have %d", rows, total)
	case packed > f.size:
		return damaged("its columns are larger than it is")
	case cells > mostCells && cells/perByte > f.size:
		return damaged("%d rows by %d columns can't be in a file of %d bytes", total, len(f.leaves), f.size)
	}
	f.Rows = int(total)
	return nil
}

// place checks where a column of a group of rows is said to be.
func (f *File) place(c *chunk, l *leaf, rows int64) error {
	switch {
	case c.encrypted:
		return unread(writeAgain, "it is encrypted")
	case c.elsewhere:
		return unread(writeAgain, "its values are in another file")
	case c.physical != l.physical:
		return damaged("its values are of another type than it says")
	case c.values != rows:
		return damaged("it has %d values in %d rows", c.values, rows)
	case c.data < 0 || c.dict < 0 || c.packed < 0 || c.size < 0 || c.size > largestUnpacked || c.packed > f.size-c.start() || c.start() > f.size:
		return damaged("its values are said to be outside the file")
	}
	return nil
}

// start returns where the first page is.
func (c *chunk) start() int64 {
	if c.dict > 0 && c.dict < c.data {
		return c.dict
	}
	return c.data
}
