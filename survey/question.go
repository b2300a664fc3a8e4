package survey

import "strconv"

// Kind is the form of a question's answers.
type Kind uint8

// The kinds of question.
const (
	Single   Kind = iota + 1 // one option of a list without order
	Multiple                 // any number of options ("select all that apply")
	Scale                    // one option of an ordered list
	Number                   // a number with a unit
	Open                     // text in the respondent's own words
	Name                     // a name, code or id that labels the respondent
)

// String returns the codebook's word for the kind: single, multiple, scale,
// number, open or name; "unknown" for anything else.
func (k Kind) String() string {
	switch k {
	case Single:
		return "single"
	case Multiple:
		return "multiple"
	case Scale:
		return "scale"
	case Number:
		return "number"
	case Open:
		return "open"
	case Name:
		return "name"
	}
	return "unknown"
}

// Closed reports whether the answers are options of a list.
func (k Kind) Closed() bool { return k == Single || k == Multiple || k == Scale }

// Role says what a question means in this field. Breakdowns and tables ask for
// roles, never for column names, so every questionnaire that has the roles
// gets them. The value is the codebook's word.
type Role string

// The roles. Those of the respondent come first, then those of the channels.
const (
	NoRole       Role = ""
	Organisation Role = "organisation"      // name of the responding organisation; personal, never printed
	BodyCode     Role = "organisation-code" // official code of the organisation
	BodyType     Role = "organisation-type" // municipality, water board, ...
	SizeClass    Role = "size-class"        // class of the number of inhabitants
	Province     Role = "province"
	Inhabitants  Role = "inhabitants"
	// Urbanity is how urban the area is, in classes; SharedService the organisation
	// that several bodies have their contact with residents done by.
	Urbanity      Role = "urbanity"
	SharedService Role = "shared-service"
	// Registered is another column of a register, to break down by.
	Registered Role = "registered"
	Weight     Role = "weight" // sampling weight, > 0

	Presence     Role = "presence"     // select-all: on which channels is the organisation active
	Adoption     Role = "adoption"     // stage of adoption of one channel (see Stage)
	Satisfaction Role = "satisfaction" // scale, about one channel
	Praise       Role = "praise"       // why satisfied with a channel
	Concern      Role = "concern"      // doubts about a channel in use
	Reason       Role = "reason"       // why one wants to start with a channel
	Barrier      Role = "barrier"      // what keeps one from starting with a channel
	Volume       Role = "volume"       // questions or conversations per hour, about one channel
	Change       Role = "change"       // change in the number of customer contacts, scale
	Owner        Role = "owner"        // which department does webcare
	Association  Role = "association"  // open text: words that come to mind
	Opportunity  Role = "opportunity"  // open text: chances one sees, coded by themes
)

// Question is one question as it was asked.
type Question struct {
	// ID is short, unique in the survey and stable between waves.
	ID string
	// Kind is the form of the answers.
	Kind Kind
	// Text is the wording that the respondent saw.
	Text string
	// Label is a short name for tables and charts; Text when empty.
	Label string
	// Options of a closed question, in questionnaire order; for a Scale from low
	// to high as far as Score says so.
	Options []Option
	// Unit of a Number, such as "per uur"; empty when unknown.
	Unit string
	// AskedIf is the routing: the question was put to those who meet every
	// condition. Empty: to everyone, or unknown when RoutingKnown is false.
	AskedIf []Condition
	// RoutingKnown is true when a codebook settles who was asked. When false, a
	// blank cell can mean "not asked" as well as "not answered".
	RoutingKnown bool
	// Role is what the question means in this field.
	Role Role
	// Channel is the channel that the question is about ("WhatsApp"), or empty.
	Channel string
	// Sensitivity says whether small groups must be hidden.
	Sensitivity Sensitivity
	// Polarity says which answer is the better one, and Importance how much the
	// question weighs where organisations are compared, 1 to MostImportant; empty and
	// 0: by the role (see DefaultPolarity, DefaultImportance).
	Polarity   Polarity
	Importance int
	// Advice is what to tell an organisation by its answer.
	Advice []Advice
	// Themes is the coding frame of an Open question, or empty.
	Themes []Theme
	// Columns names the columns of the file that hold the answers ("K", "L"),
	// for messages.
	Columns []string
	// Register is the column of the register that holds the answers, for what was
	// not asked; empty for a question.
	Register string
	// SameAs is the id that the question has in other waves, where it has another
	// one there; empty when the codebook says none.
	SameAs string
	// Comparable is what the codebook says of setting the answers beside those of
	// other waves; empty when it says nothing.
	Comparable Comparable
}

// Comparable is what a person says of setting the answers to a question beside
// those of other waves.
type Comparable string

// The words for it in a codebook.
const (
	ComparableFully Comparable = "full"  // as they are, whatever differs
	ComparableBreak Comparable = "break" // with a mark between the waves that says what differs
	ComparableNot   Comparable = "none"  // not at all
)

// Title returns Label, or Text when there is no label.
func (q *Question) Title() string {
	if q.Label != "" {
		return q.Label
	}
	return q.Text
}

// Option returns the index of the option with the code, or -1.
func (q *Question) Option(code string) int {
	for i := range q.Options {
		if q.Options[i].Code == code {
			return i
		}
	}
	return -1
}

// Meaning returns the index of the first option that means m, or -1.
func (q *Question) Meaning(m string) int {
	if m == "" {
		return -1
	}
	for i := range q.Options {
		if q.Options[i].Means == m {
			return i
		}
	}
	return -1
}

// Option is one answer that can be chosen.
type Option struct {
	// Code is unique in the question and stable between waves.
	Code string
	// Label is the wording that the respondent saw.
	Label string
	// Short is a shorter wording for tables and charts; Label when empty.
	Short string
	// Plural is how a group of such organisations is called in a sentence
	// ("veiligheidsregio's"), for organisation types only.
	Plural string
	// Means is the meaning across questionnaires and languages, where the role
	// has one: a Stage for Adoption, "communication", "contact-centre" or
	// "mixed" for Owner, "municipality" ... for BodyType, "large" for the size
	// class that counts as large. Empty when it has none.
	Means string
	// Score is the place on a Scale, 1 = lowest. 0 is off the scale.
	Score int
	// Other is true for "other, namely"; its text never reaches an output.
	Other bool
	// DontKnow is true for "don't know" and "no opinion".
	DontKnow bool
	// OutOfBase is true when the codebook takes those who chose the option out
	// of the base.
	OutOfBase bool
	// SameAs are the codes of the options that say the same in other waves: one
	// that has another code there, or several that mean this one together. Empty
	// when the codebook says nothing.
	SameAs []string
	// Population is the number of organisations that the option fits, by the
	// register; 0 when not known. OneStratum is true when all of them are in one
	// stratum of the design.
	Population int
	OneStratum bool
}

// Points returns what every option of a scale counts for in a mean, and whether
// it stands on the scale. Where the wordings of all points begin with a whole
// number, each one apart ("0", "1 (never)", or the places of a ranking), those
// numbers are the points, so that a mean can be read beside them; else Score is.
func (q *Question) Points() (points []float64, on []bool) {
	points, on = make([]float64, len(q.Options)), make([]bool, len(q.Options))
	worded := true
	for o := range q.Options {
		points[o], on[o] = float64(q.Options[o].Score), q.Options[o].Score > 0
	}
	numbers := make([]float64, len(q.Options))
	first, step := -1, 0.0
	for o := range q.Options {
		if !on[o] {
			continue
		}
		number, ok := leadingNumber(q.Options[o].Label)
		numbers[o] = number
		switch {
		case !ok:
			worded = false
		case first < 0:
			first = o
		case step == 0 && points[o] != points[first]:
			step = (number - numbers[first]) / (points[o] - points[first])
		}
		if worded && number-numbers[first] != step*(points[o]-points[first]) {
			worded = false
		}
	}
	if worded && (step == 1 || step == -1) {
		return numbers, on
	}
	return points, on
}

// leadingNumber returns the whole number that a wording begins with.
func leadingNumber(s string) (float64, bool) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || end == 0 && s[end] == '-') {
		end++
	}
	n, err := strconv.Atoi(s[:end])
	return float64(n), err == nil && end <= 3
}

// Title returns Short, or Label when there is no short form.
func (o *Option) Title() string {
	if o.Short != "" {
		return o.Short
	}
	return o.Label
}

// The meanings of the options of an Adoption question: stages from in use to
// no plans. "Uses" is in daily use; a pilot is neither use nor plan.
const (
	Uses   = "uses"   // uses the channel now
	Pilot  = "pilot"  // tries it out
	Surely = "surely" // surely starts within a year
	Likely = "likely" // very likely starts within a year
	Later  = "later"  // maybe later
	No     = "no"     // no plans
)

// Stages lists the meanings of an Adoption question from in use to no plans.
func Stages() []string { return []string{Uses, Pilot, Surely, Likely, Later, No} }

// The meanings of the options of an Owner question.
const (
	Communication = "communication"
	ContactCentre = "contact-centre"
	Mixed         = "mixed"
)

// Large is the meaning of the size class that counts as large.
const Large = "large"

// Theme is one code of a coding frame for open answers.
type Theme struct {
	Code  string
	Label string
	// Patterns are words or phrases; an answer has the theme when one of them
	// occurs in it at a word's start, in any case and without regard to accents.
	Patterns []string
}

// Condition is one routing rule: the respondent chose one of the options.
type Condition struct {
	// Question is the id of an earlier closed question.
	Question string
	// Options are codes of that question.
	Options []string
}

// Sensitivity says whether an answer can be seen from outside (Public) or was
// given in confidence (Protected).
type Sensitivity uint8

// The sensitivities. The zero value is the careful one.
const (
	Protected Sensitivity = iota
	Public
)

// String returns the codebook's word: protected or open.
func (s Sensitivity) String() string {
	if s == Public {
		return "open"
	}
	return "protected"
}

// DefaultSensitivity returns the sensitivity of questions with the role:
// whether an organisation is on a channel and who does its webcare can be seen
// by anyone, as can what kind of organisation it is; all else is protected.
// For Adoption questions the stages of intention are protected and "uses" is
// open: see analysis.
func DefaultSensitivity(r Role) Sensitivity {
	switch r {
	case BodyType, SizeClass, Province, Inhabitants, Urbanity, SharedService, Registered, Presence, Adoption, Owner:
		return Public
	}
	return Protected
}
