// Package survey holds what was asked, of whom, and what they answered.
//
// A Survey is columnar: the answers to one question are one typed column, and
// where there is no answer the column says why. Nothing in it is a map per
// respondent, so a breakdown is one pass over two columns of small integers.
//
// The package imports nothing else of this program. Reading a file into a
// Survey is the work of its sub-packages export (bytes to columns of text) and
// codebook (columns of text to questions and answers); frame adds how many
// organisations exist. After that a Survey is never changed.
package survey

import "time"

// Survey is one wave of one questionnaire: the questions and their answers.
type Survey struct {
	// Title is the name of the study, or empty.
	Title string
	// Language is the language of the questionnaire, "nl" or "en", or empty
	// when it could not be told.
	Language string
	// Respondents is the number of kept respondents: the length of every column.
	Respondents int
	// Questions are in the order of the questionnaire.
	Questions []Question
	// Columns holds the answers; Columns[i] belongs to Questions[i].
	Columns []Column
	// Rows holds the row number in the file (from 1) of each respondent, for
	// messages. Empty when they are not known.
	Rows RowNumbers
	// Durations is how long each respondent took, 0 where it is not known or not
	// above 0. Nil when the file does not tell both start and end.
	Durations []time.Duration
	// Design says how the respondents stand for a population.
	Design Design
	// Source says where the answers come from and what was left out.
	Source Provenance
	// Issues are the faults and doubts found in the data, in file order.
	Issues []Issue
}

// Find returns the index of the question with the given id, or -1.
func (s *Survey) Find(id string) int {
	for i := range s.Questions {
		if s.Questions[i].ID == id {
			return i
		}
	}
	return -1
}

// WithRole returns the indexes of all questions with the role, in
// questionnaire order.
func (s *Survey) WithRole(r Role) []int {
	var found []int
	for i := range s.Questions {
		if s.Questions[i].Role == r {
			found = append(found, i)
		}
	}
	return found
}

// First returns the index of the first question with the role, or -1.
func (s *Survey) First(r Role) int {
	for i := range s.Questions {
		if s.Questions[i].Role == r {
			return i
		}
	}
	return -1
}

// OfOrganisations reports whether the respondents are organisations, as far as the
// questions tell: which one or of what type it is, or on which channels.
func (s *Survey) OfOrganisations() bool {
	for _, role := range []Role{Organisation, BodyCode, BodyType, Inhabitants, Presence, Adoption, Owner} {
		if s.First(role) >= 0 {
			return true
		}
	}
	return false
}

// Provenance is where a survey came from and how many rows were left out, so
// that every output can say so. Read = Kept + the sum of Dropped, always.
type Provenance struct {
	// File is the base name of the survey file, never a path; "-" is standard
	// input.
	File string
	// SHA256 is the hexadecimal digest of the file's bytes.
	SHA256 string
	// Codebook is the base name of the codebook that was applied, or empty when
	// the questionnaire was inferred from the file alone.
	Codebook string
	// CodebookSHA256 is the digest of that codebook, or empty.
	CodebookSHA256 string
	// Frame is the base name of the population frame, or empty.
	Frame string
	// FrameSHA256 is the digest of that frame, or empty: also where the register gave
	// the counts.
	FrameSHA256 string
	// Beside are the further files that changed figures, in the order in which they
	// were read.
	Beside []Input
	// Sheet is the worksheet that was read, or empty for a text file.
	Sheet string
	// Read is the number of rows below the header that were read.
	Read int
	// Kept is the number of rows that became respondents.
	Kept int
	// Dropped says how many rows were left out, and why, in a fixed order.
	Dropped []Dropped
	// FieldStart and FieldEnd bound the fieldwork: the first start and the last
	// end of a kept response. Zero when the file has no such columns.
	FieldStart, FieldEnd time.Time
	// Synthetic is true when the codebook says that the answers are made up.
	Synthetic bool
	// Publisher is who did the study, for source lines; from the codebook.
	Publisher string
	// Mode is how the answers were got; empty when the codebook does not say.
	Mode Mode
}

// Input is a file beside the survey that changed figures.
type Input struct {
	// Role says what it is.
	Role InputRole
	// Name is its base name, never a path, and SHA256 the hexadecimal digest of its
	// bytes.
	Name, SHA256 string
}

// InputRole says what a file beside a survey is.
type InputRole string

// The roles of files.
const (
	RegisterInput InputRole = "register" // the organisations that exist
	TargetsInput  InputRole = "targets"  // the totals that weights are fitted to
)

// Mode is how the answers of a survey were got.
type Mode string

// The modes, as a codebook names them.
const (
	ModeOnline    Mode = "online"
	ModeTelephone Mode = "telephone"
	ModePaper     Mode = "paper"
	ModeInPerson  Mode = "in-person"
	ModeMixed     Mode = "mixed" // more than one of these
	ModeCount     Mode = "count" // looked up by the makers; nobody was asked
)

// Modes lists the modes.
func Modes() []Mode {
	return []Mode{ModeOnline, ModeTelephone, ModePaper, ModeInPerson, ModeMixed, ModeCount}
}

// Dropped is a number of rows that were left out for one reason.
type Dropped struct {
	Reason DropReason
	Rows   int
}

// DropReason says why a row of the file is not a respondent.
type DropReason string

// The reasons for which rows are left out.
const (
	DropBlank     DropReason = "blank"     // the whole row is empty
	DropNotPerson DropReason = "no-person" // a totals, width or measurement row
	DropTest      DropReason = "test"      // the tool or the codebook marks it as a test
	DropNoAnswer  DropReason = "no-answer" // no question was answered
	DropDuplicate DropReason = "duplicate" // same respondent id, or same body; a codebook line says which to keep
	DropFilter    DropReason = "filter"    // excluded by a codebook filter
	DropOutside   DropReason = "outside"   // not begun, screened out or over quota, as the tool says
	DropRepeat    DropReason = "repeat"    // repeats a part of the questionnaire for the same respondent
)
