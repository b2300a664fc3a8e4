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
	Rows survey.RowNumbers
	// Read is the number of rows below the header; Dropped says which of them
	// are no record (blank rows, totals): Read = Rows.Len() + sum of Dropped.
	Read    int
	Dropped []survey.Dropped
	// Codebook is the codebook in the words of this program that a Parquet file brings
	// along, or empty.
	Codebook string
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
	SAV  Format = "sav" // of SPSS: .sav and .zsav
	// Parquet is the columnar form that data frames and databases write.
	Parquet Format = "parquet"
)

// Sheet is a worksheet that was not read.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   int
}

// Dialect is a survey tool's way of writing an export. What it says about
// cells holds for the columns of questions only, and only where the codebook
// does not say otherwise.
type Dialect struct {
	// Name is "limesurvey", "surveymonkey", ... or "generic".
	Name string
	// Hits are the headings that decided it.
	Hits []string
	// NotShown are the cells by which the tool says that a respondent was not
	// shown the question: such a respondent is no part of its base.
	NotShown []string
	// Missing are the cells by which the tool says that the question was shown
	// but has no valid answer. The same cell can mean the opposite in another
	// tool: -99 is unanswered for Qualtrics and not shown for CrowdTech.
	Missing []string
	// Unticked and Ticked are what stands in the column of an option that was
	// not chosen, or was, where that is not the usual 0 and 1 or no and yes.
	// They hold for blocks only, never for a question of one column.
	Unticked, Ticked []string
}

// Column is one column of the file: its headings and its cells. Cells are kept
// as codes into a dictionary, so that equal cells cost four bytes.
type Column struct {
	// Letter is the spreadsheet letter, A for the first, also in a text file.
	Letter string
	// Question is the heading of the question; for a block of columns it stands
	// on each of them. Empty when the file has none: a column without a heading,
	// or a block of which the tool exports the options alone (Typeform).
	Question string
	// Option is the heading within the block: the option or the row of a
	// matrix. Empty for a question of one column, and for the column with the
	// answer itself when other columns of the block only add to it ("Other,
	// please specify").
	Option string
	// Code is the tool's own code of the column ("Q2_1"), where the file has a
	// row of codes besides the wording; else empty.
	Code string
	// Use is what the column is for; the zero value is an answer.
	Use Use
	// Entry is how its answers were given, as far as the tool's own marks tell.
	Entry Entry
	// Block numbers the question that the column belongs to, from 0 in file
	// order: columns of one select-all question share it.
	Block int
	// Dict holds the distinct cells.
	Dict Dictionary
	// Codes are positions in Dict, one per record.
	Codes Codes
}

// Use is what a column is for, as far as the tool's own marks tell. Many files
// have lost those marks: that a column is for answers is a default, no finding.
type Use uint8

// The uses of a column.
const (
	// UseAnswer is a question, or anything that no tool marks.
	UseAnswer Use = iota
	// UseMetadata is what the tool notes about a response: its id, when it was
	// sent in, the language.
	UseMetadata
	// UseDerived is what the tool works out or logs besides the answers:
	// display order, time per page, topics found in a text.
	UseDerived
)

// String returns "answer", "metadata" or "derived".
func (u Use) String() string { return [...]string{"answer", "metadata", "derived"}[min(u, UseDerived)] }

// Value returns the cell of record i.
func (c *Column) Value(i int) Cell { return c.Dict.At(int(c.Codes.At(i))) }

// Cell is the content of one cell, trimmed, with runs of blanks folded.
type Cell struct {
	// Text is the content: as typed for text, with line breaks as "\n"; a decimal point and no thousands
	// marks for a number that the workbook stores as a number, with "%" behind it
	// when it shows as a percentage ("45%" for a stored 0.45); ISO 8601
	// ("2018-10-02T09:14:00") for a date that it stores as a date; "TRUE" or
	// "FALSE" for a boolean.
	Text string
	// Typed is true when a workbook stores the cell as a number, date or
	// boolean, so that its notation is certain.
	Typed bool
}

// Decision is one thing that was decided while reading, with the reason.
type Decision struct {
	// Code is one of the Decision constants; locale has its sentence.
	Code string
	// Args fill the sentence, in the order that the constant documents.
	Args []string
}

// The decisions, in the order in which they are taken. The comment gives the
// arguments of each sentence; row numbers count from 1 as in a spreadsheet.
const (
	// DecisionPacked: how the file was packed ("gzip"), number of bytes unpacked.
	DecisionPacked = "packed"
	// DecisionFormat: format ("xlsx", "csv", "sav", "parquet").
	DecisionFormat = "format"
	// DecisionSheet: name of the sheet, reason ("given", "only", "fingerprint",
	// "questions", "table", "largest").
	DecisionSheet = "sheet"
	// DecisionDates: "1904", when the workbook counts its days from 1904.
	DecisionDates = "dates"
	// DecisionHiddenRows: number of hidden or filtered rows; they are read all
	// the same.
	DecisionHiddenRows = "hidden-rows"
	// DecisionEncoding: encoding, reason ("given", "byte-order-mark",
	// "nul-pattern", "valid", "letters"; "spss-given", "spss-name",
	// "spss-code-page", "spss-assumed").
	DecisionEncoding = "encoding"
	// DecisionSeparatorLine: delimiter that the "sep=" line names.
	DecisionSeparatorLine = "separator-line"
	// DecisionLineEnds: kind ("cr", "cr-cr-lf"), number of line ends mended.
	DecisionLineEnds = "line-ends"
	// DecisionDelimiter: delimiter ("comma", "semicolon", "tab", "bar", or the
	// character itself), reason ("given", "separator-line", "counted"), fields
	// per line.
	DecisionDelimiter = "delimiter"
	// DecisionQuotes: "literal", when quotation marks in a tab-separated file
	// are part of the text.
	DecisionQuotes = "quotes"
	// DecisionDecimal: decimal mark of the numbers in a text file ("comma",
	// "point", "both"), number of different ones with a comma, with a point.
	DecisionDecimal = "decimal"
	// DecisionUserMissing: number of variables of SPSS with answers that it
	// declares to be none (they are blank here), each with how many and
	// the labels of these ("kanaal: 3 (Weet niet: 2)"), joined by "; ".
	DecisionUserMissing = "user-missing"
	// DecisionLabelledNumbers: number of variables of SPSS with amounts of which a
	// few have a label, each with those ("leeftijd: 89 = 89 or older"), joined by
	// "; ". The label is left off.
	DecisionLabelledNumbers = "labelled-numbers"
	// DecisionWeight: name of the variable by which SPSS weights.
	DecisionWeight = "weight"
	// DecisionOddity: something odd in a file of SPSS that could be read: one of
	// the Doubt codes of package spss, variable or set, how often.
	DecisionOddity = "oddity"
	// DecisionNotNumbers: number of values of a Parquet file that are "no number" (NaN),
	// names of their columns (the first ten) joined by "; ". They are no answers.
	DecisionNotNumbers = "not-numbers"
	// DecisionTitleRows: row numbers above the header that were left out.
	DecisionTitleRows = "title-rows"
	// DecisionHeader: row numbers of the header, reason ("given", "one-row",
	// "two-rows", "merged", "answer-words", "import-ids", "codes").
	DecisionHeader = "header"
	// DecisionDialect: dialect, headings that decided it joined by "; ".
	DecisionDialect = "dialect"
	// DecisionBlankRows: number of wholly empty rows below the header.
	DecisionBlankRows = "blank-rows"
	// DecisionBlankColumns: number of wholly empty columns.
	DecisionBlankColumns = "blank-columns"
	// DecisionNotPersonRows: number of rows, their row numbers (the first ten),
	// kinds joined by ", " ("measurement", "width", "header", "total").
	DecisionNotPersonRows = "not-person-rows"
)

// Options steer the reading; the zero value decides everything from the file.
// Sheet says nothing about a text file, Encoding and Delimiter nothing about a
// workbook.
type Options struct {
	// Sheet is the worksheet to read.
	Sheet string
	// HeaderRows are the row numbers of the header block, ascending: one row of
	// headings, or a row of questions and a row of options; of more rows the
	// last is that of the options and the one above it that of the questions.
	HeaderRows []int
	// Encoding of a text file: utf-8, utf-16, utf-16le, utf-16be, windows-1252,
	// iso-8859-1, iso-8859-15, macintosh or cp850.
	Encoding string
	// Delimiter of a text file.
	Delimiter rune
	// Memory is how many bytes may be used in all; 0 or less: as many as it takes.
	// A file that needs more is an error.
	Memory int64
	// Progress, if not nil, is told how many bytes of all have been read, of a workbook how
	// many of what it unpacks to; 0 of 0 when that can't be told. Several threads may call
	// it, one at a time.
	Progress func(done, all int64)
}
