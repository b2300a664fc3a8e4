// Package parquet reads and writes Parquet files of flat tables: rows by columns
// without lists, maps or structures in a cell.
//
// Reading is by column. A column comes as its distinct values and, for each row, a
// position among them: what the file keeps as positions in a dictionary is read as
// such, and no text is made per cell. Nothing that a file says of its own size is
// believed before it is checked: a damaged or hostile file is an *Error, takes no more
// memory than one of its size may, and ends.
//
// The format is that of github.com/apache/parquet-format, version 2.11. Pages of both
// kinds and all their encodings but the one of levels that was given up in 2013 are
// read, packed by Snappy, Gzip, Zstandard, Brotli or LZ4.
package parquet

import "fmt"

// Magic is how a Parquet file begins and ends; with EncryptedMagic its footer is
// encrypted.
const (
	Magic          = "PAR1"
	EncryptedMagic = "PARE"
)

// Error is a file that cannot be read.
type Error struct {
	// Column is the name of the column that it is about, or empty.
	Column string
	// Problem is what is wrong, in lower case and without a full stop.
	Problem string
	// Advice is what to do about a file that is sound and holds what is not read here,
	// such as a list in a cell. It is empty for one that is damaged.
	Advice string
}

// Error returns the problem and its column.
func (e *Error) Error() string {
	if e.Column == "" {
		return e.Problem
	}
	return fmt.Sprintf("column %q: %s", e.Column, e.Problem)
}

// damaged says that the bytes contradict themselves.
func damaged(format string, args ...any) error { return &Error{Problem: fmt.Sprintf(format, args...)} }

// What to do about files that are not read here.
const (
	writeAgain = "write it again in another way, or export it as CSV"
	asText     = "leave it out, or write it as text"
	asColumns  = "make columns of it, one for each value, and write it again"
)

// unread says that the file holds what is not read here.
func unread(advice, format string, args ...any) error {
	return &Error{Problem: fmt.Sprintf(format, args...), Advice: advice}
}
