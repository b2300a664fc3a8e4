// Package reports turns a study into a Report, and a Report into text,
// Markdown, JSON and CSV.
//
// Build makes every choice: which sections there are, which sentences can be
// said, which notes belong to which figure. A renderer only lays out what is
// in the Report; it computes no percentage and decides nothing.
package reports

import (
	"io"

	"benchmark/analysis"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/locale"
)

// Report is a study in the order in which it is read.
type Report struct {
	Title string
	// Study holds the figures; tables in Sections point into it.
	Study *analysis.Study
	// Reading tells how the file was read.
	Reading Reading
	// Findings are the sentences that come first.
	Findings []Finding
	Sections []Section
	// Footnotes are remarks that figures point to, in order of first use.
	Footnotes []string
	// Warnings are doubts about the data, gravest first.
	Warnings []string
	// ReadingNote and MethodNote are paragraphs in plain words.
	ReadingNote, MethodNote []string
	// NotForPublication is true when nothing was hidden.
	NotForPublication bool
}

// Finding is one sentence, and the figure that it speaks of.
type Finding struct {
	Text string
	// Table, Row, Measure and Group name the main figure.
	Table, Row string
	Measure    analysis.Measure
	Group      string
}

// Section is a heading with its tables.
type Section struct {
	Topic  analysis.Topic
	Title  string
	Intro  []string
	Tables []*analysis.Table
}

// Reading is what the reader of the file has to tell.
type Reading struct {
	File     *export.File
	Codebook *codebook.Codebook
	// CodebookBeside is true when the codebook was found beside the file rather
	// than named by the user.
	CodebookBeside bool
}

// Renderer writes a report in one format and language.
type Renderer func(w io.Writer, r *Report, l *locale.Locale) error

// Screen is what a text is laid out for.
type Screen struct {
	// Width in columns, at least 40.
	Width int
	// Colour allows colour and bold.
	Colour bool
}
