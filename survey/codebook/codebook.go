// Package codebook says what the columns of an export mean: which questions
// they hold, of what kind, with which options, put to whom.
//
// A codebook is a YAML file, read strictly. Where there is none, Infer proposes
// one from the columns and their headings; from there both take the same road:
// Apply decodes the columns into a survey.Survey, and every cell that does not
// fit becomes an Issue with its place.
package codebook

import "benchmark/survey"

// Codebook is the content of a codebook file.
type Codebook struct {
	Survey     Study      `yaml:"survey,omitempty"`
	File       File       `yaml:"file,omitempty"`
	Respondent Respondent `yaml:"respondent,omitempty"`
	// Frame is the file with population counts, beside the codebook.
	Frame string `yaml:"frame,omitempty"`
	// Register is the file with the bodies that exist, beside the codebook.
	Register string `yaml:"register,omitempty"`
	// FromRegister says how the register serves the survey.
	FromRegister FromRegister `yaml:"from_register,omitempty"`
	// Design names the columns with weights, strata and population.
	Design Design `yaml:"design,omitempty"`
	// Weighting is "frame" for weights of population / respondents by the
	// population frame, or empty for figures as they stand.
	Weighting string `yaml:"weighting,omitempty"`
	// Missing are cell texts that mean "no answer" in every column ("-", "NA").
	Missing []string `yaml:"missing,omitempty"`
	// NotShown are cell texts that mean "the question was not shown" in every
	// column ("-77"). What the survey tool writes for it is known without.
	NotShown []string `yaml:"not_shown,omitempty"`
	// Skipped are cell texts that mean "shown and left empty" in every column
	// ("-99").
	Skipped []string `yaml:"skipped,omitempty"`
	// Strict makes an error of every answer that fits no option of its question,
	// instead of an Issue.
	Strict bool `yaml:"strict,omitempty"`
	// Filters leave out the rows that fail one of them.
	Filters []Filter `yaml:"filters,omitempty"`
	// Ignore are headings or columns ("=AB") that are no questions.
	Ignore    []string   `yaml:"ignore,omitempty"`
	Questions []Question `yaml:"questions,omitempty"`

	// Name and SHA256 identify the file that it was read from; empty when
	// inferred.
	Name   string `yaml:"-"`
	SHA256 string `yaml:"-"`
	// Inferred is true when no person has confirmed it.
	Inferred bool `yaml:"-"`
	// Doubts are what inference was unsure of; Apply passes them on.
	Doubts []survey.Issue `yaml:"-"`

	// Dictionary is the survey tool's own codebook that it was read from, or nil; see
	// For.
	Dictionary *Dictionary `yaml:"-"`
}

// Study says what the survey is.
type Study struct {
	Title    string `yaml:"title,omitempty"`
	Language string `yaml:"language,omitempty"` // nl or en
	// Publisher is named as the source under charts.
	Publisher string `yaml:"publisher,omitempty"`
	// Synthetic is true for made-up answers; every output then says so.
	Synthetic bool `yaml:"synthetic,omitempty"`
	// Mode is how the answers were got: online, telephone, paper, in-person, mixed
	// or count. A trend is broken where it changes.
	Mode string `yaml:"mode,omitempty"`
}

// File overrules how the file is read.
type File struct {
	Sheet      string `yaml:"sheet,omitempty"`
	HeaderRows []int  `yaml:"header_rows,omitempty,flow"`
	Encoding   string `yaml:"encoding,omitempty"`
	Delimiter  string `yaml:"delimiter,omitempty"`
}

// Respondent says which columns tell about the response itself, and which rows
// count. Columns are named by heading, or by letter as in "=AB".
type Respondent struct {
	ID      string `yaml:"id,omitempty"`
	Started string `yaml:"started,omitempty"`
	Ended   string `yaml:"ended,omitempty"`
	Status  string `yaml:"status,omitempty"`
	// Tests are values of the status column, or of TestColumn, that mark a test
	// response.
	Tests []string `yaml:"tests,omitempty,flow"`
	// TestColumn is the column that Tests are values of; the status column when
	// empty.
	TestColumn string `yaml:"test_column,omitempty"`
	// Complete are values of the status column of a finished response.
	Complete []string `yaml:"complete,omitempty,flow"`
	// Duplicates says what to do with rows that share an id: keep-all (the
	// default, with a warning), keep-first or keep-last.
	Duplicates string `yaml:"duplicates,omitempty"`
	// Include says who counts: answered (the default: with at least one answer),
	// complete (who finished, by Complete or else by a filled Ended) or all.
	Include string `yaml:"include,omitempty"`
	// Covers is a column that says for which bodies one response answers, as for
	// a shared service: a number, or names with ; or line breaks between them. The
	// response counts once all the same; the bodies are told in an Issue.
	Covers string `yaml:"covers,omitempty"`
}

// Filter keeps the rows of which the cell of a column is one of In.
type Filter struct {
	// Column is a heading, or a letter as in "=AB".
	Column string   `yaml:"column"`
	In     []string `yaml:"in,flow"`
}

// Question is one question of the codebook.
type Question struct {
	ID string `yaml:"id"`
	// Column is the heading of the question, or a letter as in "=AB". For a
	// select-all question it is the heading over the block, or the letters of its
	// first and last column as in "=K:Q"; for a row of a matrix the heading with
	// the row behind it, as in "How often? [By telephone]".
	Column string `yaml:"column"`
	// Kind is single, multiple, scale, number, open or name. A choice of one out
	// of a block of columns, one per option, is of kind single too.
	Kind string `yaml:"kind"`
	Role string `yaml:"role,omitempty"`
	// Channel that the question is about.
	Channel string `yaml:"channel,omitempty"`
	// SameAs is the id that the question has in other waves, where it has another
	// one there.
	SameAs string `yaml:"same_as,omitempty"`
	// Comparable says how the answers can be set beside those of other waves: full,
	// break or none. It is worked out when empty.
	Comparable string `yaml:"comparable,omitempty"`
	// Label is a short name for tables and charts.
	Label string `yaml:"label,omitempty"`
	Unit  string `yaml:"unit,omitempty"`
	// Sensitivity is open or protected; the role decides when empty.
	Sensitivity string `yaml:"sensitivity,omitempty"`
	// Polarity says which answer is the better one where organisations are
	// compared: more-is-better, less-is-better or neutral; the role decides when
	// empty.
	Polarity string `yaml:"polarity,omitempty"`
	// Importance is how much it weighs there, 1 to 3; the role decides when 0.
	Importance int `yaml:"importance,omitempty"`
	// AskedIf is the routing: question id to option codes; all must hold. An
	// empty map (asked_if: {}) says: put to everyone.
	AskedIf map[string][]string `yaml:"asked_if,omitempty,flow"`
	// AskedAll is true when the question was put to everyone.
	AskedAll bool `yaml:"asked_all,omitempty"`
	// Separator splits the options of a select-all question in one cell.
	Separator string `yaml:"separator,omitempty"`
	// Base of a select-all question over a block of columns: marked counts
	// everyone with a mark in the block, also one that says "not ticked"; ticked
	// those with at least one tick. Marked when empty.
	Base string `yaml:"base,omitempty"`
	// Missing, NotShown and Skipped hold in this question, beside those of the
	// whole file.
	Missing  []string `yaml:"missing,omitempty,flow"`
	NotShown []string `yaml:"not_shown,omitempty,flow"`
	Skipped  []string `yaml:"skipped,omitempty,flow"`
	// Recode reads a cell text as another: what Excel made of a class, to the
	// label or code of the option ("10-Jan": "1-10").
	Recode map[string]string `yaml:"recode,omitempty,flow"`
	// Exact makes a cell fit an option only in the very same spelling; else
	// capitals, accents and blanks do not matter.
	Exact bool `yaml:"exact,omitempty"`
	// Begins makes a cell fit an option when it begins with it: "Yes, by chat"
	// fits "Yes". What follows is not used.
	Begins bool `yaml:"begins,omitempty"`
	// Reverse turns the scores of a scale round.
	Reverse bool `yaml:"reverse,omitempty"`
	// Minimum and Maximum bound a number; answers outside become issues.
	Minimum *float64 `yaml:"minimum,omitempty"`
	Maximum *float64 `yaml:"maximum,omitempty"`
	Options []Option `yaml:"options,omitempty"`
	// Groups put options of a choice together; they become a question of their
	// own, with the id of this one and "-groups" behind it.
	Groups []Group `yaml:"groups,omitempty"`
	Themes []Theme `yaml:"themes,omitempty"`
	// Personal is keep where texts are to be read as they are; else names, addresses
	// and numbers of persons are taken out of an open answer before anything is counted,
	// and of an organisation the name of a person is no name.
	Personal string `yaml:"personal,omitempty"`
	// Advice is what a report on one organisation tells it by its own answer.
	Advice []Advice `yaml:"advice,omitempty"`

	// Line is where the question begins in the codebook file, from 1; 0 when it
	// was inferred.
	Line int `yaml:"-"`
	// Basis is why the question was taken for its kind, when it was inferred.
	Basis Basis `yaml:"-"`
}

// Option is one option of a closed question.
type Option struct {
	Code string `yaml:"code"`
	// Label is the wording in the file: the cell of a single choice, the option
	// heading of a select-all question.
	Label string `yaml:"label"`
	Short string `yaml:"short,omitempty"`
	// Plural is how a group of such organisations is called.
	Plural string `yaml:"plural,omitempty"`
	Means  string `yaml:"means,omitempty"`
	// Score is the place on a scale, 1 = lowest; 0 is off the scale.
	Score int `yaml:"score,omitempty"`
	// Other marks "other, namely": any text in its column or cell counts as it.
	Other bool `yaml:"other,omitempty"`
	// SameAs are the codes of the options that say the same in other waves: one with
	// another code there, or several that mean this one together.
	SameAs    []string `yaml:"same_as,omitempty,flow"`
	DontKnow  bool     `yaml:"dont_know,omitempty"`
	OutOfBase bool     `yaml:"out_of_base,omitempty"`
}

// Group is a number of options taken as one: "Rijk" for ministries and agencies.
type Group struct {
	Code  string `yaml:"code"`
	Label string `yaml:"label"`
	// Of are codes of options; an option is in one group at most.
	Of []string `yaml:"of,flow"`
}

// Advice is for the organisations that gave an answer.
type Advice struct {
	// Of are codes of options: the advice is for who chose one of them.
	Of []string `yaml:"of,omitempty,flow"`
	// Above is for a number: the advice is for who gave more.
	Above *float64 `yaml:"above,omitempty"`
	// Dutch and English are its words; one of the two will do.
	Dutch   string `yaml:"nl,omitempty"`
	English string `yaml:"en,omitempty"`
}

// Theme is one code of a coding frame for open answers.
type Theme struct {
	Code     string   `yaml:"code"`
	Label    string   `yaml:"label"`
	Patterns []string `yaml:"patterns"`
}
