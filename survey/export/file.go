// Package export reads what a survey tool exported: bytes become a grid, the
// grid is recognised as a tool's dialect, the header block is found, and what
// remains are columns of text, each with its question and option heading.
//
// It decides what the file says, not what it means: questions, kinds and roles
// are the work of package codebook. Every decision is recorded with its reason
// (see File.Decisions), and nothing is left out without being counted.
package export

import "benchmark/survey"

// File is a survey export as it was read: the columns under its header block.
type File struct {
	// Name is the base name of the file; "-" for standard input.
	Name string
	// SHA256 is the hexadecimal digest of the bytes.
	SHA256 string
	// Size is the number of bytes.
	Size int
	// Format is what the bytes are.
	Format Format
	// Sheet is the worksheet that was read, and OtherSheets those that were not.
	Sheet       string
	OtherSheets []Sheet
	// Encoding is the character set of a text file ("utf-8", "windows-1252",
	// ...), and Delimiter what separates its fields (0 for a workbook).
	Encoding  string
	Delimiter rune
	// Dialect is the survey tool that wrote the file, as far as can be told.
	Dialect Dialect
	// HeaderRows are the row numbers of the header block, from 1.
	HeaderRows []int
	// Columns are all columns that have a heading or a value, in file order.
	Columns []Column
	// Rows holds the row number in the file (from 1) of each record; it is as
	// long as every column's Codes.
	Rows []int
	// Read is the number of rows below the header; Dropped says which of them
	// are no record (blank rows, totals): Read = len(Rows) + sum of Dropped.
	Read    int
	Dropped []survey.Dropped
	// Decisions tell how the file was read, in the order they were taken.
	Decisions []Decision
	// Issues are faults and doubts found while reading.
	Issues []survey.Issue
}

// Format is the file format, told from the bytes and never from the name.
type Format string

// The formats that are read.
const (
	XLSX Format = "xlsx"
	CSV  Format = "csv"
)

// Sheet is a worksheet that was not read.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   int
}

// Dialect is a survey tool's way of writing an export.
type Dialect struct {
	// Name is "limesurvey", "surveymonkey", ... or "generic".
	Name string
	// Hits are the headings that decided it.
	Hits []string
}

// Column is one column of the file: its headings and its cells. Cells are kept
// as codes into a dictionary, so that equal cells cost four bytes.
type Column struct {
	// Letter is the spreadsheet letter, A for the first, also in a text file.
	Letter string
	// Question is the heading of the question; for a block of columns it stands
	// on each of them.
	Question string
	// Option is the heading within the block: the option or the row of a
	// matrix. Empty for a question of one column.
	Option string
	// Block numbers the question that the column belongs to, from 0 in file
	// order: columns of one select-all question share it.
	Block int
	// Dict holds the distinct cells, Dict[0] the empty one.
	Dict []Cell
	// Codes are positions in Dict, one per record.
	Codes []uint32
}

// Value returns the cell of record i.
func (c *Column) Value(i int) Cell { return c.Dict[c.Codes[i]] }

// Cell is the content of one cell, trimmed, with runs of blanks folded.
type Cell struct {
	// Text is the content: as typed for text; a decimal point and no thousands
	// marks for a number that the workbook stores as a number; ISO 8601
	// ("2018-10-02T09:14:00") for a date that it stores as a date; "TRUE" or
	// "FALSE" for a boolean.
	Text string
	// Typed is true when a workbook stores the cell as a number, date or
	// boolean, so that its notation is certain.
	Typed bool
}

// Decision is one thing that was decided while reading, with the reason.
type Decision struct {
	// Code names the decision ("format", "encoding", "delimiter", "sheet",
	// "header", "dialect", "decimal", ...); locale has its sentence.
	Code string
	// Args fill the sentence.
	Args []string
}

// Options steer the reading; the zero value decides everything from the file.
type Options struct {
	// Sheet is the worksheet to read.
	Sheet string
	// HeaderRows are the row numbers of the header block.
	HeaderRows []int
	// Encoding of a text file: utf-8, utf-16, windows-1252, macintosh, ...
	Encoding string
	// Delimiter of a text file.
	Delimiter rune
}
