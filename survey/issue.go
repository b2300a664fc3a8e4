package survey

import "fmt"

// Severity says what an Issue does to the numbers.
type Severity uint8

// The severities, from harmless to grave.
const (
	Note    Severity = iota + 1 // worth knowing, changes no number
	Warning                     // settled by a default rule or a codebook line; the number stands
	Doubt                       // may change a number and nothing settles it: exit status 3
)

// String returns the word for the severity used in JSON.
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	case Doubt:
		return "doubt"
	}
	return "unknown"
}

// Code names a kind of issue; locale has a sentence for each in every
// language. The values are part of the JSON contract.
type Code string

// The kinds of issue. The comment gives the arguments of each sentence.
const (
	IssueDuplicateID       Code = "duplicate-id"        // number of ids, rows, example rows
	IssueDuplicateSettled  Code = "duplicate-settled"   // number of rows dropped, rule; then "body" for answers of one organisation under different ids
	IssueDuplicateBody     Code = "duplicate-body"      // number of bodies that answered more than once under different ids, example rows
	IssueUnknownOption     Code = "unknown-option"      // question, value or "" when it can be personal, first rows, number of rows
	IssueNotANumber        Code = "not-a-number"        // question, value or "" when it can be personal, first rows, number of rows
	IssueOutOfRange        Code = "out-of-range"        // question, value or "" when it can be personal, first rows, number of rows
	IssueMixedNotation     Code = "mixed-notation"      // question, values in both notations
	IssueThousandsMark     Code = "thousands-mark"      // question, example value
	IssueTestRows          Code = "test-rows"           // rows dropped, column, value
	IssueEmptyRows         Code = "empty-rows"          // rows dropped without any answer
	IssuePartialRows       Code = "partial-rows"        // kept respondents who did not finish
	IssueBlankAmbiguous    Code = "blank-ambiguous"     // questions of which a blank can be "not asked" or "not answered"
	IssueTickBase          Code = "tick-base"           // question: base is those who ticked at least one
	IssueRoutingBroken     Code = "routing-broken"      // question, respondents who answered though not asked
	IssueOptionUnused      Code = "option-unused"       // question, option in the codebook, never chosen
	IssueJoinedSplit       Code = "joined-split"        // question, separator, the pieces that stay doubtful
	IssueExcelDate         Code = "excel-date"          // question, value that Excel may have turned into a date
	IssueErrorCell         Code = "error-cell"          // cells, count
	IssueNullCell          Code = "null-cell"           // cells, count
	IssueFormulaNoValue    Code = "formula-no-value"    // cells, count
	IssueOtherSheets       Code = "other-sheets"        // names of sheets not read
	IssueEncodingGuess     Code = "encoding-guess"      // encoding, sample text
	IssuePersonalData      Code = "personal-data"       // columns left out because they hold personal data
	IssuePersonalAsked     Code = "personal-asked"      // columns with personal data that a question uses since it asks for them
	IssueRedacted          Code = "redacted"            // open question, number of answers from which personal data was taken, first rows
	IssuePersonAsBody      Code = "person-as-body"      // question on the organisation, number of answers that name a person, first rows
	IssueScaleOrderGuess   Code = "scale-order-guess"   // question, order assumed; then each further question and its order
	IssueScaleOrderUnknown Code = "scale-order-unknown" // question
	IssueDateOrder         Code = "date-order"          // column, order assumed
	IssueFrameUnmatched    Code = "frame-unmatched"     // type or class, and which of "frame" and "survey" lacks it
	IssueMoreThanFrame     Code = "more-than-frame"     // group, respondents, population
	IssueDuplicateHeading  Code = "duplicate-heading"   // heading, columns
	IssueRaggedRow         Code = "ragged-row"          // row, expected, found
	IssueTextReview        Code = "text-review"         // question: hidden because it may hold personal data
	IssueTwoAnswers        Code = "two-answers"         // one body, more than one kept answer

	IssueSimilarBody     Code = "similar-body"      // number of groups of respondents with nearly the same name, the rows of each group joined by " + "
	IssueNotInRegister   Code = "not-in-register"   // number of respondents whose name and code are not in the register, example rows
	IssueMergedBody      Code = "merged-body"       // number of respondents of a body for which another stood on the day, the day or "", then name, name on the day and number of each pair, by the register
	IssueNotRemapped     Code = "not-remapped"      // why no one body stands for theirs ("several", "ended", "not-yet"), number of respondents, example rows
	IssueRegisterAgainst Code = "register-against"  // question, whose value counts ("answer", "register"), number of respondents whose answer differs from the register's, example rows
	IssueRegisterOption  Code = "register-option"   // question, values of the register that are none of its options
	IssueCodeAndName     Code = "code-and-name"     // number of respondents whose code and name are two bodies of the register, example rows
	IssueRegisterType    Code = "register-type"     // number of respondents who gave another type than the register has, example rows
	IssueSameBody        Code = "same-body"         // number of bodies of the register that answered more than once, the rows of each body joined by " + "
	IssueImpossible      Code = "impossible"        // question, limit ("negative", "above-100"), number of respondents, example rows
	IssueSizeAgainst     Code = "size-against"      // size class question, inhabitants question, number of respondents, example rows
	IssueInconsistent    Code = "inconsistent"      // question, question on use that says otherwise, number of respondents, example rows
	IssueStraightLine    Code = "straight-line"     // first question, last question, number of items, number of respondents, example rows
	IssueSpeeder         Code = "speeder"           // number of respondents, median in seconds, example rows
	IssueNonResponse     Code = "non-response"      // question, number who skipped it, number of those asked
	IssueExcelDateOption Code = "excel-date-option" // question, value, the two readings

	IssueExpandedSingle  Code = "expanded-single"  // question: nobody ticked two of its options
	IssueManyTicks       Code = "many-ticks"       // question of one answer, number of respondents who ticked more, example rows
	IssueTickNone        Code = "tick-none"        // question, number of respondents without a tick in the base
	IssueTickHidden      Code = "tick-hidden"      // question, number of respondents without a tick in the base, of whom the tool does not tell whether they saw it
	IssueRepeatRows      Code = "repeat-rows"      // rows dropped, column, the parts that are repeated
	IssueEventRows       Code = "event-rows"       // respondents with more rows than one, rows, column, the events
	IssueRoutingUnread   Code = "routing-unread"   // question, condition of the survey tool that is not translated
	IssueAnswerCodes     Code = "answer-codes"     // tool, questions of which the answers are codes without wording
	IssueRanking         Code = "ranking"          // first question, number of questions, what each holds ("places" of an item, "items" at a place)
	IssueJoinedAndSplit  Code = "joined-and-split" // question, column with the joined answers, number of respondents of whom the two differ
	IssueSpelling        Code = "spelling"         // question, spellings counted as "other"
	IssueBegunOption     Code = "begun-option"     // question, text that begins with an option and that several gave, or "", rows, number of answers
	IssueYesWithText     Code = "yes-with-text"    // question, number of answers with an explanation behind yes or no
	IssueJoinedRare      Code = "joined-rare"      // question, options that may be texts of "other"
	IssueJoinedFolded    Code = "joined-folded"    // question, number of short pieces of joined answers that one respondent has and that count as "other", pieces of a few respondents that do too, each with how often
	IssueMaybeJoined     Code = "maybe-joined"     // question, separator, pieces of cells that were read as one answer, though they come back in others
	IssueTooManyOptions  Code = "too-many-options" // question, number of respondents, number that may be chosen
	IssueRecoded         Code = "recoded"          // question, value, what it is read as, number of rows
	IssueFiltered        Code = "filtered"         // rows dropped, column, values that are kept
	IssueIncompleteRows  Code = "incomplete-rows"  // rows dropped because they are not finished
	IssueCovers          Code = "covers"           // respondents who answer for more than one body, bodies they cover
	IssueQuestionAbsent  Code = "question-absent"  // question of the codebook, its heading, nearest heading or ""
	IssueOptionAbsent    Code = "option-absent"    // question, option of the codebook, nearest option or ""
	IssueNewQuestion     Code = "new-question"     // headings of columns that the codebook does not know
	IssueSpam            Code = "spam"             // rows kept though the tool suspects spam, its words for that
	IssueChannelAssumed  Code = "channel-assumed"  // question that names no channel, the channel it was taken to be about
	IssuePresenceAssumed Code = "presence-assumed" // question of options alone that was taken for the list of channels in use
	IssueBlockBorder     Code = "block-border"     // question over columns headed by options alone, which may be two, first column, last column
	IssueOptionCodes     Code = "option-codes"     // questions of which the file has the codes of the options only

	IssueCodesUnlabelled Code = "codes-unlabelled" // question, codes of a choice without labels
	IssueSetUnlabelled   Code = "set-unlabelled"   // question of several answers, codes without labels
	IssueMaybeCodes      Code = "maybe-codes"      // question read as a number, values that can be codes
	IssueCodeAside       Code = "code-aside"       // question, how it counts ("option", "scale", "set", "number", "left-out", "base"), codes far outside the other answers, how often each, lowest and highest other answer
	IssueZeroAbsent      Code = "zero-absent"      // question, number of respondents with the 0 that stands for no answer
	IssueTickRun         Code = "tick-run"         // question, first heading, last heading, number of columns
	IssueScreenedOut     Code = "screened-out"     // rows dropped, column, codes with the number of rows of each
	IssueUnweighted      Code = "unweighted"       // headings of columns with weights that were not used

	IssueNoPopulation Code = "no-population" // respondents without weight since no population of theirs is known, their types
	IssueEmptyStratum Code = "empty-stratum" // organisations of which none of the stratum answered, names of the strata
	IssueFrameYear    Code = "frame-year"    // day of the population counts, last day of the fieldwork
	IssueFrameUnused  Code = "frame-unused"  // file with population counts that was not used beside the design of the file

	IssueLoneOption   Code = "lone-option"   // question, the one option of which the file has a column
	IssueLabelsExport Code = "labels-export" // tool, questions of which the file has the codes only

	IssueBlankWord    Code = "blank-word"    // word that stands for an empty cell, number of columns that hold it
	IssueTwinSheets   Code = "twin-sheets"   // sheet that was read, its respondents; then each sheet with the same headings and its respondents
	IssueNoAnswer     Code = "no-answer"     // question, options that say that there is no answer, how often each
	IssueStrayOptions Code = "stray-options" // question, the options that stand with it but seem to belong to another question
)

// Issue is one thing that is wrong or doubtful in the data, as a value; the
// words for it are locale's business.
type Issue struct {
	Where    Place
	Severity Severity
	Code     Code
	// Args fill the sentence, in the order that the Code documents. Never
	// personal data.
	Args []string
	// Question is the id of the question whose figures it concerns, or empty.
	Question string
	// Fix is the codebook line that settles it, or empty.
	Fix string
}

// Place is a spot in a survey file. Zero values mean "not applicable".
type Place struct {
	File  string
	Sheet string
	// Row counts from 1 as in a spreadsheet.
	Row int
	// Column is a spreadsheet letter such as "AB".
	Column string
}

// String returns the place in the notation "file, sheet S, cell AB12".
func (p Place) String() string {
	s := p.File
	if p.Sheet != "" {
		s = join(s, "sheet "+p.Sheet)
	}
	switch {
	case p.Row > 0 && p.Column != "":
		s = join(s, fmt.Sprintf("cell %s%d", p.Column, p.Row))
	case p.Row > 0:
		s = join(s, fmt.Sprintf("row %d", p.Row))
	case p.Column != "":
		s = join(s, "column "+p.Column)
	}
	return s
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}
