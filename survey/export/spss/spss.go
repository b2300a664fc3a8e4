package spss

// File is a system file as it was read.
type File struct {
	// Name is the name that Read was given.
	Name string
	// Product is the program that wrote the file, Created the date and time as
	// it wrote them ("22 Nov 26 18:52:38"), and Label the file's own title.
	Product, Created, Label string
	// Notes are the lines of the document record.
	Notes []string
	// Encoding is the character set of all texts, in the spelling of the IANA,
	// in lower case ("utf-8", "windows-1252", "ibm850", ...), and EncodingFrom
	// what told it.
	Encoding     string
	EncodingFrom Source
	// Packing is how the data were stored, and BigEndian the byte order.
	Packing   Packing
	BigEndian bool
	// Cases is the number of cases; each variable has as many answers.
	Cases int
	// Weight is the position in Variables of the weight, or -1.
	Weight int
	// Variables are in the order of the file.
	Variables []Variable
	// Sets are the multiple-response sets, in the order of the file.
	Sets []Set
	// Doubts are oddities that did not stop the reading, in the order in which
	// they were met.
	Doubts []Doubt
}

// Source is what told the encoding of a file.
type Source string

// The sources of the encoding, best first.
const (
	// SourceGiven: the caller of ReadAs.
	SourceGiven Source = "given"
	// SourceName: record 7/20, the name of the encoding.
	SourceName Source = "name"
	// SourceCodePage: record 7/3, the number of the code page.
	SourceCodePage Source = "code-page"
	// SourceAssumed: the file does not say; UTF-8 if every text is valid
	// UTF-8, else windows-1252.
	SourceAssumed Source = "assumed"
)

// Packing is how the data of a file are stored.
type Packing int

// The ways of storing data, by their number in the header.
const (
	Plain     Packing = iota // eight bytes a value
	ByteCodes                // small numbers and blanks in one byte
	Zlib                     // byte codes in zlib blocks: .zsav
)

// Variable is one variable and its answers.
type Variable struct {
	// Name is the name as users know it, Short the name of at most eight letters
	// that stands for it inside the file, and Label its wording; Label may be
	// empty.
	Name, Short, Label string
	// Width is the number of bytes of a string, 0 for a number. A string of more
	// than 255 bytes is one variable here, although the file stores several.
	Width int
	// Kind says how to read a value, Format how SPSS shows it.
	Kind   Kind
	Format Format
	// Measure is the measurement level.
	Measure Measure
	// Labels are the labelled values, in the order of the file.
	Labels []ValueLabel
	// Missing are the values that mean that there is no answer.
	Missing Missing

	// Numbers are the answers to a numeric variable and States what they are,
	// one per case; both nil for a string. A number of state SystemMissing or
	// NotFinite is 0.
	Numbers []float64
	States  []State
	// Dict holds the different strings, without the blanks at their end; Dict[0]
	// is the empty one, which SPSS takes for an answer like any other. DictStates
	// says which are user-missing. Codes are positions in Dict, one per case. All
	// three nil for a number. Two strings that differ only in bytes that the
	// encoding does not have may look the same in Dict.
	Dict       []string
	DictStates []State
	Codes      []uint32
}

// IsString says whether the answers are strings.
func (v *Variable) IsString() bool { return v.Width > 0 }

// State says what the answer of case i is.
func (v *Variable) State(i int) State {
	if v.IsString() {
		return v.DictStates[v.Codes[i]]
	}
	return v.States[i]
}

// Text returns the string of case i, and "" for a numeric variable.
func (v *Variable) Text(i int) string {
	if !v.IsString() {
		return ""
	}
	return v.Dict[v.Codes[i]]
}

// NumberLabel returns the label of a number. It looks at each label in turn.
func (v *Variable) NumberLabel(x float64) (label string, ok bool) {
	for _, l := range v.Labels {
		if !v.IsString() && l.Number == x {
			return l.Label, true
		}
	}
	return "", false
}

// TextLabel returns the label of a string without blanks at its end. It looks
// at each label in turn.
func (v *Variable) TextLabel(s string) (label string, ok bool) {
	for _, l := range v.Labels {
		if v.IsString() && l.Text == s {
			return l.Label, true
		}
	}
	return "", false
}

// State is what stands in a cell: an answer, or why there is none.
type State uint8

// The states of a cell.
const (
	// Valid: an answer.
	Valid State = iota
	// SystemMissing: nothing was filled in.
	SystemMissing
	// UserMissing: a value that the variable declares to be no answer; the value
	// is kept.
	UserMissing
	// NotFinite: bytes that are no number, or an infinite one. SPSS writes none;
	// some other programs do after a division by zero.
	NotFinite
)

// Kind is how a value is to be read.
type Kind int

// The kinds of variable.
const (
	// Number: a number, also one shown as a sum of money, a percentage, a weekday
	// (1 is Sunday) or a month (1 is January).
	Number Kind = iota
	// String: a text.
	String
	// Date: seconds since 14 October 1582, of which only the day counts.
	Date
	// DateTime: seconds since 14 October 1582.
	DateTime
	// Time: a length of time or a time of day, in seconds.
	Time
)

// Measure is the measurement level of a variable.
type Measure int

// The measurement levels, by their number in the file.
const (
	MeasureUnknown Measure = iota // the file does not say
	Nominal
	Ordinal
	Scale
)

// Format is how SPSS prints a variable.
type Format struct {
	// Name is the name in SPSS syntax ("F", "DATE", "A"), or "" for a number
	// that has no name.
	Name string
	// Width is the number of characters and Decimals that of the decimals.
	Width, Decimals int
}

// ValueLabel is the wording of one value.
type ValueLabel struct {
	// Number is the value of a numeric variable, Text that of a string, without
	// blanks at its end.
	Number float64
	Text   string
	// Label is the wording.
	Label string
}

// Missing are the user-missing values of a variable; the zero value is none.
type Missing struct {
	// Numbers are up to three values of a numeric variable, at most one beside a
	// range.
	Numbers []float64
	// Range is a range of numbers, or nil.
	Range *Range
	// Texts are the values of a string, without blanks at their end.
	Texts []string
	// TextRange is a range of strings, or nil. SPSS makes none, but R's haven
	// does.
	TextRange *TextRange
}

// TextRange is a range of user-missing strings, its ends included, in the order
// of the bytes of the file.
type TextRange struct{ Low, High string }

// Range is a range of user-missing numbers, its ends included.
type Range struct {
	// Low and High are its ends; they are ±MaxFloat64 where the file says LOWEST
	// or HIGHEST.
	Low, High float64
	// Lowest and Highest tell that the range has no lower or upper end.
	Lowest, Highest bool
}

// Set is a multiple-response set: variables that together hold the answers to
// one question.
type Set struct {
	// Name begins with "$". Label may be empty.
	Name, Label string
	// Kind says how the variables hold the answers.
	Kind SetKind
	// Counted is the value that means yes in a dichotomous set, as text; empty for
	// a categorical set. CountedNumber is the same as a number, for numeric
	// variables.
	Counted       string
	CountedNumber float64
	// LabelsFromValues tells that the wording of each category is the label of
	// the counted value, not that of the variable; LabelFromVariable that the
	// wording of the set is the label of its first variable.
	LabelsFromValues  bool
	LabelFromVariable bool
	// Variables are positions in File.Variables.
	Variables []int
}

// SetKind is how a multiple-response set holds its answers.
type SetKind int

// The kinds of set.
const (
	// Dichotomous: a variable per option, which holds the counted value if the
	// option was chosen.
	Dichotomous SetKind = iota
	// Categorical: a variable per answer, which holds the code of an option.
	Categorical
)

// Doubt is something odd in a file that did not stop the reading.
type Doubt struct {
	// Code is one of the Doubt constants.
	Code string
	// Name is the variable or set concerned; empty for the file.
	Name string
	// Detail is a value that the constant describes; may be empty.
	Detail string
	// Count is how many times it was met.
	Count int
}

// The doubts; the comment says what Detail is.
const (
	// DoubtEncoding: the file does not name its encoding and has letters beyond
	// ASCII. Detail: the encoding that was assumed.
	DoubtEncoding = "encoding"
	// DoubtUndecodable: texts with bytes that the encoding does not have; they
	// show as U+FFFD. Detail: the first such text.
	DoubtUndecodable = "undecodable"
	// DoubtCases: neither a number of cases nor a mark at the end tells that the
	// data are complete.
	DoubtCases = "cases"
	// DoubtMeasures: measurement levels that do not fit the number of variables
	// and were left out. Detail: how many there are.
	DoubtMeasures = "measures"
	// DoubtFormat: a print format that does not exist or not for this kind of
	// variable; the plain one is used. Detail: its number.
	DoubtFormat = "format"
	// DoubtLabel: a second label for the same value; the first is used. Detail:
	// the label that was left out.
	DoubtLabel = "label"
	// DoubtName: a long name for a variable that is not there, or one that
	// another variable has. Detail: the name that was left out.
	DoubtName = "name"
	// DoubtMember: a set names a variable that is not there. Detail: its name.
	DoubtMember = "member"
)
