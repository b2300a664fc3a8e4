package export

import (
	"fmt"
	"path/filepath"
	"strings"

	"benchmark/survey"
)

// Error is a file that cannot be read: what is wrong with it, where, and what
// the user can do about it.
type Error struct {
	// Problem is what is wrong, in lower case and without a full stop.
	Problem string
	// Place is where it is wrong; Place.File is always set.
	Place survey.Place
	// Advice is what to do, in lower case and without a full stop; may be empty.
	Advice string
	// Err is the cause, or nil.
	Err error
}

// Error returns "reading PLACE: PROBLEM: CAUSE; ADVICE".
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "reading %s: %s", e.Place, e.Problem)
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	if e.Advice != "" {
		b.WriteString("; " + e.Advice)
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// fault makes an Error without a place; located fills in the file.
func fault(problem, advice string) *Error { return &Error{Problem: problem, Advice: advice} }

// at sets the row of the place and returns the error.
func (e *Error) at(row int) *Error { e.Place.Row = row; return e }

// cause sets the cause and returns the error.
func (e *Error) cause(err error) *Error { e.Err = err; return e }

// located adds the file and the sheet to an error of this package.
func located(e *Error, file, sheet string) *Error {
	e.Place.File = file
	if e.Place.Sheet == "" {
		e.Place.Sheet = sheet
	}
	return e
}

// baseName returns the last element of a path in the notation of any system.
func baseName(name string) string {
	if i := strings.LastIndexByte(name, '\\'); i >= 0 && !strings.Contains(name, "/") {
		name = name[i+1:]
	}
	return filepath.Base(name)
}
