package analysis

import "benchmark/survey"

// Table is one question, or one indicator made of questions, by the groups of
// its breakdowns. Cells[r][g] is the figure of row r in group g; Groups[0] is
// always the total.
type Table struct {
	// ID is stable between runs and waves: "whatsapp-adoption".
	ID string
	// Topic says what the table is about.
	Topic Topic
	// Channel that it is about, or empty.
	Channel string
	// Question is the id of the question, or empty for an indicator made of
	// several.
	Question string
	// Title is the question's short name and Text its wording; both empty for
	// an indicator made of several questions, which the Topic names.
	Title, Text string
	// Unit of the numbers in a table of statistics.
	Unit string
	// Base says who the figures are about.
	Base Base
	// Account says what became of every respondent, for the total.
	Account Account
	Rows    []Row
	Groups  []Group
	Cells   [][]Estimate
	// Letters[r][g] names the columns of the same breakdown that the figure of row
	// r in group g exceeds (see contrast.Letters); nil when not asked for.
	Letters [][]string
	// Spreads[g] is how the answers to a number lie in group g; nil for other
	// tables and where single answers may not be shown.
	Spreads []Spread
	// Pooled are the weights of the protected figures by those breakdowns of which strata
	// were taken together; none where all have a weight of their own.
	Pooled []Pooled
	// Signs[r][g] says how the figure of row r in group g differs from that of
	// Tests.Against; nil when not asked for.
	Signs [][]Sign
}

// Topic says what a table is about, so that a report can find and order it.
type Topic string

// The topics, in the order of a report.
const (
	Respondents   Topic = "respondents"   // who answered, and how many exist
	Coverage      Topic = "coverage"      // how many of each stratum answered
	Bounds        Topic = "bounds"        // use of every channel if nobody, or everybody, else uses it
	Channels      Topic = "channels"      // use of every channel
	AdoptionTopic Topic = "adoption"      // stages of adoption of one channel
	Consideration Topic = "consideration" // plans of those who do not use it yet
	Satisfaction  Topic = "satisfaction"
	Praise        Topic = "praise"
	Concern       Topic = "concern"
	Reasons       Topic = "reasons"
	Barriers      Topic = "barriers"
	AnyBarrier    Topic = "any-barrier" // named for at least one channel
	Volume        Topic = "volume"
	Change        Topic = "change"
	Ownership     Topic = "ownership"
	Words         Topic = "words"
	Themes        Topic = "themes"
	OtherQuestion Topic = "question" // a closed question or number without a role
	Ratios        Topic = "ratio"    // of two numbers, asked for
)

// Base says who the figures of a table are about.
type Base struct {
	// Kind is what the base consists of.
	Kind BaseKind
	// Conditions are the routing, for BaseRouted.
	Conditions []survey.Condition
	// Channel is the channel of BaseNonUsers.
	Channel string
}

// BaseKind is what a base consists of.
type BaseKind string

// The kinds of base.
const (
	BaseRespondents BaseKind = "respondents" // all who answered the question; it was put to everyone
	BaseRouted      BaseKind = "routed"      // those whom the routing asked and who answered
	BaseAnswered    BaseKind = "answered"    // those who answered; who was asked is unknown
	BaseTicked      BaseKind = "ticked"      // those who ticked at least one option; who was asked is unknown
	BaseNonUsers    BaseKind = "non-users"   // those who neither use nor try the channel
	BaseEveryone    BaseKind = "everyone"    // every respondent, asked or not
)

// Account says what became of every respondent at one question. Its parts add
// up to Respondents.
type Account struct {
	Respondents int
	// Base is the number on which the figures rest.
	Base int
	// NotAsked by routing, NotShown according to the tool.
	NotAsked, NotShown int
	// Skipped: asked and left empty. Blank: empty, and unknown whether asked.
	Skipped, Blank int
	Refused        int
	Invalid        int
	// OutOfBase chose an option that the codebook takes out of the base.
	OutOfBase int
	// DontKnow chose "don't know" and is part of Base.
	DontKnow int
}

// Measure says what the figures of a row are.
type Measure string

// The measures. Shares are proportions in [0, 1].
const (
	Count             Measure = "count"               // organisations
	ShareOfSample     Measure = "share-of-sample"     // of all respondents; a fact, without interval
	ShareOfPopulation Measure = "share-of-population" // response rate; a fact, without interval
	Share             Measure = "share"               // of the base
	ShareOfAnswers    Measure = "share-of-answers"    // of all ticks of a select-all question
	Mean              Measure = "mean"
	TrimmedMean       Measure = "trimmed-mean" // without the lowest and highest tenth
	Median            Measure = "median"
	LowerQuartile     Measure = "lower-quartile"
	UpperQuartile     Measure = "upper-quartile"
	Quantile          Measure = "quantile" // of a share given in the row's Key: "q10"
	Total             Measure = "total"    // of a number, over the population
	Ratio             Measure = "ratio"    // of two totals
)

// Row is one line of a table: an option, a net of options or a statistic.
type Row struct {
	// Key is unique in the table together with Measure: the option's code, or
	// the name of a net ("projection", "top-two") or statistic.
	Key     string
	Measure Measure
	// Label is the option's wording; empty for nets and statistics, which the
	// Key names.
	Label string
	// Means is the option's meaning across questionnaires, or empty.
	Means string
	// Net is true for a sum of other rows.
	Net bool
	// Of lists the keys that a net adds up.
	Of []string
	// Protected rows are hidden in small groups.
	Protected bool
	// Other and DontKnow mark options that stand last.
	Other, DontKnow bool
}

// The keys of nets and statistics. Those of nets begin with "net:", so that no
// option has one.
const (
	KeyProjection  = "net:projection" // uses + surely + likely: a projection, not a count
	KeyPlans       = "net:plans"      // surely + likely
	KeyConsiders   = "net:considers"  // surely + likely + later
	KeyTopTwo      = "net:top-two"    // two highest points of the scale
	KeyBottomTwo   = "net:bottom-two" // two lowest points
	KeyRise        = "net:rise"       // everything above the middle of a scale of change
	KeyFall        = "net:fall"       // everything below it
	KeyMean        = "mean"           // mean score or number
	KeyTrimmed     = "trimmed"        // trimmed mean
	KeyMedian      = "median"
	KeyLower       = "lower-quartile"
	KeyUpper       = "upper-quartile"
	KeyTotal       = "total"
	KeyRatio       = "ratio"
	KeyRespondents = "respondents"
	KeyPopulation  = "population"
	KeyResponse    = "response"
	KeyShare       = "share"
	KeyCovered     = "covered"     // organisations that answered, each once, of those that exist
	KeyInhabitants = "inhabitants" // inhabitants of those, of the inhabitants of all
)

// Group is a column of a table: everyone, or one level of a breakdown.
type Group struct {
	// Breakdown is the id of the question that splits, TotalBreakdown for the
	// total, UsersBreakdown for the users of a channel, StrataBreakdown for the
	// strata of the design, or the ids of nested questions with NestingMark between
	// them.
	Breakdown string
	// Role of the splitting question; none for a nested breakdown.
	Role survey.Role
	// Level is the option's code, or the channel for UsersBreakdown; of a nested
	// breakdown the codes with NestingMark between them.
	Level string
	// Parts are the answers that make the group; nil for the total and for users.
	Parts []GroupPart
	// Label and Plural are the option's wordings, Means its meaning.
	Label, Plural, Means string
	// Respondents in the group; 0 when Hidden.
	Respondents int
	// Population is the number of organisations that exist in the group, when
	// the frame knows it; 0 otherwise.
	Population int
	// Stratum is true when the group is exactly one stratum of the design, or a part
	// of one, Population being that of the part.
	Stratum bool
	// Hidden is true when not even the group's size may be shown.
	Hidden bool
}

// The breakdowns that no question makes.
const (
	TotalBreakdown  = ""
	UsersBreakdown  = "users"
	StrataBreakdown = "strata"
)

// Row returns the position of the row with the key and measure, or -1.
func (t *Table) Row(key string, m Measure) int {
	for i := range t.Rows {
		if t.Rows[i].Key == key && t.Rows[i].Measure == m {
			return i
		}
	}
	return -1
}

// Meaning returns the position of the first share row with the meaning, or -1.
func (t *Table) Meaning(means string) int {
	for i := range t.Rows {
		if t.Rows[i].Means == means && t.Rows[i].Measure == Share && !t.Rows[i].Net {
			return i
		}
	}
	return -1
}

// Group returns the position of the group with the breakdown and level, or -1.
func (t *Table) Group(breakdown, level string) int {
	for i := range t.Groups {
		if t.Groups[i].Breakdown == breakdown && t.Groups[i].Level == level {
			return i
		}
	}
	return -1
}

// Total returns the figure of row r in total.
func (t *Table) Total(r int) *Estimate { return &t.Cells[r][0] }

// perCell returns the zero value for every cell of a table.
func perCell[T any](t *Table) [][]T {
	all := make([][]T, len(t.Rows))
	for r := range all {
		all[r] = make([]T, len(t.Groups))
	}
	return all
}

// Breakdowns returns the ids of the breakdowns in the order of the groups,
// without the total.
func (t *Table) Breakdowns() []string {
	var ids []string
	for _, g := range t.Groups {
		if g.Breakdown == TotalBreakdown {
			continue
		}
		if len(ids) == 0 || ids[len(ids)-1] != g.Breakdown {
			ids = append(ids, g.Breakdown)
		}
	}
	return ids
}
