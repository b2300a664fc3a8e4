package spss

import "fmt"

// Error is a file that cannot be read: what is wrong, in which record, at which
// byte.
type Error struct {
	// File is the name that Read was given.
	File string
	// Record is the record that was being read: "header", "record 2
	// (variable)", "record 7/13 (long names)", "data", ...
	Record string
	// Offset is the position in the file, from 0, of the byte at which the fault
	// was found.
	Offset int
	// Problem is what is wrong, in lower case and without a full stop.
	Problem string
	// Err is the cause, or nil.
	Err error
}

// Error returns "reading FILE: RECORD at byte OFFSET: PROBLEM: CAUSE".
func (e *Error) Error() string {
	s := fmt.Sprintf("reading %s: %s at byte %d: %s", e.File, e.Record, e.Offset, e.Problem)
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
