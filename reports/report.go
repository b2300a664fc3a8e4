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
	"benchmark/analysis/position"
	"benchmark/charts"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/locale"
)

// Report is a study in the order in which it is read.
type Report struct {
	Title string
	// Announcement is what must be said before anything else, such as that a
	// codebook was found beside the file; or empty.
	Announcement string
	// Subtitle says how many took part, when, and who did the study.
	Subtitle []string
	// Notices are what every output has to say about the whole: not for
	// publication, made-up answers.
	Notices []string
	// Study holds the figures; tables in Sections point into it.
	Study *analysis.Study
	// Reading tells how the file was read.
	Reading Reading
	// Weighting says that figures are weighted, by what, and where the unweighted
	// ones are; empty when they are plain.
	Weighting string
	// Whole is true for a report on the whole study, of which the summary tells the
	// headlines and the sections have findings of their own.
	Whole bool
	// Tally counts what a finding says in words, for a form that has room to show it
	// large; usually nil.
	Tally []Count
	// FindingsLead says who the findings are about.
	FindingsLead string
	// Findings are the sentences that come first.
	Findings []Finding
	Sections []Section
	// Footnotes are remarks that figures point to, in order of first use; the
	// mark of Footnotes[i] is i+1.
	Footnotes []Footnote
	// Warnings are doubts about the data, gravest first.
	Warnings []string
	// Quality is what was found about the data, the gravest first.
	Quality []Remarks
	// ReadingNote and MethodNote are paragraphs in plain words.
	ReadingNote, MethodNote []string
	// MethodBox is the method in a few terms, for who reads nothing else of it.
	MethodBox []Fact
	// Provenance says from which files, by which program and with which options the
	// report was made.
	Provenance []Fact
	// NotForPublication is true when nothing was hidden.
	NotForPublication bool
	// Position is where one organisation stands, in a report on that alone, and
	// About what such a report needs beside; nil in a report on a study.
	Position *position.Position
	About    *About
	// Versus is two references beside each other, in a report on those; else nil.
	Versus *position.Versus
	// Outlook is what is to be expected, in a report on that; else nil.
	Outlook *Outlook
	// Waves is what changed between waves, in a report on that; else nil.
	Waves *Waves
	// Changes is what changed since earlier waves and what is to be expected, in a report
	// on the whole study that tells it; else nil.
	Changes *Waves
	// Capacity is how many people channels take, in a report on that; else nil.
	Capacity *Capacity
}

// Figure names one cell of a study.
type Figure struct {
	// Table is the table's id, Row and Measure name its row.
	Table, Row string
	Measure    analysis.Measure
	// Group is empty for the total, else "breakdown:level".
	Group string
}

// Fact is a term and what it is here.
type Fact struct{ Term, Text string }

// Count is how many there are of something, with the signs by which it is told in
// the tables.
type Count struct {
	Signs string
	N     int
	Text  string
}

// Finding is one sentence, and the figures that it speaks of.
type Finding struct {
	Text string
	// Headline is true for what a summary tells; the others stand with their
	// section.
	Headline bool
	// Section is the id of the section where the sentence belongs in a report on the
	// whole study; empty for that of its table.
	Section string
	// Figure is the main figure, Others are further ones in the sentence.
	Figure
	Others []Figure
}

// Footnote is a remark that figures or tables point to.
type Footnote struct {
	// Key is what points to it: "status:hidden-small", "note:few-answers",
	// "question:Q7".
	Key  string
	Text string
}

// Mark returns the number of the footnote with the key, or 0 when there is
// none.
func (r *Report) Mark(key string) int {
	for i := range r.Footnotes {
		if r.Footnotes[i].Key == key {
			return i + 1
		}
	}
	return 0
}

// Remarks are sentences on one degree of trouble with the data.
type Remarks struct {
	Heading string
	Lines   []string
}

// Summary returns the findings that stand before the sections: the headlines where
// the sections tell the others, else all.
func (r *Report) Summary() []Finding {
	if !r.Whole && r.Waves == nil && r.Outlook == nil {
		return r.Findings
	}
	var first []Finding
	for _, f := range r.Findings {
		if f.Headline {
			first = append(first, f)
		}
	}
	return first
}

// texts are the sentences of findings.
func texts(findings []Finding) []string {
	all := make([]string, len(findings))
	for i := range findings {
		all[i] = findings[i].Text
	}
	return all
}

// Section is a heading with its tables.
type Section struct {
	Topic analysis.Topic
	// Name is unique among the sections of a report; empty when Topic is.
	Name string
	// Channel is what a section on one channel is about, and By the id of the
	// breakdown of a section on groups; else empty.
	Channel, By string
	Title       string
	// Findings stand first, in a report on the whole study.
	Findings []Finding
	Intro    []string
	Tables   []*analysis.Table
	// Notes[i] are the sentences below Tables[i].
	Notes [][]string
	// grids are tables of text, after the tables of figures.
	grids []grid
	// Charts are the pictures of the section, those that compare first.
	Charts []charts.Chart
}

// sentences reports whether a section has nothing but sentences.
func (s *Section) sentences() bool { return len(s.Tables)+len(s.grids)+len(s.Charts) == 0 }

// Reading is what the reader of the file has to tell.
type Reading struct {
	File     *export.File
	Codebook *codebook.Codebook
	// CodebookBeside is true when the codebook was found beside the file rather
	// than named by the user.
	CodebookBeside bool
	// Given is the file as the user named it, or empty, and Written the codebook that is
	// written of it, if one is.
	Given, Written string
	// Response is how far the survey is by a register; nil when none is asked for.
	Response *Response
	// Program is the name and version of the program, or empty.
	Program string
	// Options are those that differ from the usual ones, as they were given.
	Options []string
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
