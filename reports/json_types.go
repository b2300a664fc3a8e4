package reports

import "benchmark/analysis"

// The types of the JSON contract. A field that does not apply is left out. Names
// of people's languages occur only in texts that say so: title, text, label,
// unit and the survey's own words; everything else is a fixed word or a number
// at full precision. JSONFields lists every field.

// jsonStudy is the whole of a study.
type jsonStudy struct {
	// Schema names this contract: "benchmark-study/1".
	Schema   string `json:"schema"`
	Title    string `json:"title"`
	Language string `json:"language"` // of the texts that are not the survey's own
	// NotForPublication is true when nothing was hidden.
	NotForPublication bool             `json:"not_for_publication"`
	Synthetic         bool             `json:"synthetic"`
	Notices           []string         `json:"notices,omitempty"`
	Provenance        jsonProvenance   `json:"provenance"`
	Options           jsonOptions      `json:"options"`
	Design            *jsonDesign      `json:"design,omitempty"` // left out when figures are plain
	Reading           *jsonReading     `json:"reading,omitempty"`
	Issues            []jsonIssue      `json:"issues"`
	Tables            []jsonTable      `json:"tables"`
	Comparisons       []jsonComparison `json:"comparisons"`
	// Weighting tells what the weights do; left out where there are none.
	Weighting *analysis.Diagnostics `json:"weighting,omitempty"`
	Folds     []jsonFold            `json:"folds"`
	Findings  []jsonFinding         `json:"findings"`
	Tests     []jsonTest            `json:"tests"`
	// Differences compare the main figure of a table between two groups; they are
	// there whether or not Tests are.
	Differences []jsonComparedGroups `json:"differences"`
	// People is what the volumes take in people by the usual assumptions.
	People []jsonPlanned `json:"people,omitempty"`
	// Changes is what changed since earlier waves, as 'benchmark trend' gives it, and
	// Outlook what is to be expected, as in 'benchmark forecast'; each left out in a report
	// that does not tell it.
	Changes *jsonWaves     `json:"changes,omitempty"`
	Outlook []jsonForeseen `json:"outlook,omitempty"`
}

type jsonProvenance struct {
	File           string   `json:"file"`
	SHA256         string   `json:"sha256,omitempty"`
	Sheet          string   `json:"sheet,omitempty"`
	Codebook       string   `json:"codebook,omitempty"`
	CodebookSHA256 string   `json:"codebook_sha256,omitempty"`
	Frame          string   `json:"frame,omitempty"`
	FrameSHA256    string   `json:"frame_sha256,omitempty"`
	FrameDate      string   `json:"frame_date,omitempty"`
	FrameSources   []string `json:"frame_sources,omitempty"`
	// Beside are further files that changed figures.
	Beside     []jsonInput   `json:"beside,omitempty"`
	Publisher  string        `json:"publisher,omitempty"`
	RowsRead   int           `json:"rows_read"`
	RowsKept   int           `json:"rows_kept"`
	Dropped    []jsonDropped `json:"dropped"`
	FieldStart string        `json:"field_start,omitempty"` // RFC 3339
	FieldEnd   string        `json:"field_end,omitempty"`
	jsonMade
}

type jsonInput struct {
	Role   string `json:"role"` // register or targets
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}

// jsonMade says by which program, and with which options that differ from the usual
// ones; of an inspection and a check neither is told.
type jsonMade struct {
	Program string   `json:"program,omitempty"`
	Given   []string `json:"given,omitempty"`
}

func madeJSON(r Reading) jsonMade { return jsonMade{clean(r.Program), cleanAll(r.Options)} }

type jsonDropped struct {
	Reason string `json:"reason"`
	Rows   int    `json:"rows"`
}

type jsonOptions struct {
	Level      float64  `json:"level"`
	By         []string `json:"by"`
	Questions  []string `json:"questions"`
	Disclosure string   `json:"disclosure"`
	// Publication is the rule that left figures out as too uncertain: all is none.
	Publication string  `json:"publication"`
	Tests       jsonHow `json:"tests"`
}

// jsonHow says how differences were tested.
type jsonHow struct {
	// Test was asked for instead of the usual one.
	Test    string `json:"test,omitempty"`
	Letters bool   `json:"letters"`
	// Against is what groups were compared with: "total" or "complement"; left out
	// for neither.
	Against string `json:"against,omitempty"`
	// Strict and Loose are the error levels of letters and signs.
	Strict float64 `json:"strict"`
	Loose  float64 `json:"loose"`
	// Adjust corrects for the number of tests; Minimum is the least number of
	// answers of a group that is compared.
	Adjust  string `json:"adjust"`
	Minimum int    `json:"minimum_base"`
}

type jsonReading struct {
	Format        string         `json:"format"`
	Encoding      string         `json:"encoding,omitempty"`
	Delimiter     string         `json:"delimiter,omitempty"`
	Sheet         string         `json:"sheet,omitempty"`
	OtherSheets   []jsonSheet    `json:"other_sheets,omitempty"`
	HeaderRows    []int          `json:"header_rows"`
	Dialect       string         `json:"dialect"`
	DialectHits   []string       `json:"dialect_hits,omitempty"`
	CodebookFound bool           `json:"codebook_found_beside"`
	Inferred      bool           `json:"codebook_inferred"`
	Decisions     []jsonDecision `json:"decisions"`
}

type jsonSheet struct {
	Name   string `json:"name"`
	Hidden bool   `json:"hidden"`
	Rows   int    `json:"rows"`
}

type jsonDecision struct {
	Code string   `json:"code"`
	Args []string `json:"args"`
}

type jsonIssue struct {
	Severity string   `json:"severity"`
	Code     string   `json:"code"`
	Args     []string `json:"args"`
	Question string   `json:"question,omitempty"`
	File     string   `json:"file,omitempty"`
	Sheet    string   `json:"sheet,omitempty"`
	Row      int      `json:"row,omitempty"`
	Column   string   `json:"column,omitempty"`
	Fix      string   `json:"fix,omitempty"`
}

type jsonTable struct {
	ID       string       `json:"id"`
	Topic    string       `json:"topic"`
	Channel  string       `json:"channel,omitempty"`
	Question string       `json:"question,omitempty"`
	Title    string       `json:"title,omitempty"`
	Text     string       `json:"text,omitempty"`
	Unit     string       `json:"unit,omitempty"`
	Base     jsonBase     `json:"base"`
	Account  *jsonAccount `json:"account,omitempty"` // left out where a total is hidden
	Shared   []jsonShared `json:"shared_weights,omitempty"`
	Groups   []jsonGroup  `json:"groups"`
	Rows     []jsonRow    `json:"rows"`

	// fill fills in the table when it is written; nil: it is.
	fill func(*jsonTable, *jsonDesk)
}

func (t *jsonTable) fillIn(d *jsonDesk) {
	if t.fill != nil {
		t.fill(t, d)
	}
}

// jsonShared names strata that share a weight in the protected figures of a table by a
// breakdown, empty for that of all; an empty name is those of no stratum.
type jsonShared struct {
	Breakdown string   `json:"breakdown"`
	Strata    []string `json:"strata"`
}

type jsonBase struct {
	Kind       string          `json:"kind"`
	Channel    string          `json:"channel,omitempty"`
	Conditions []jsonCondition `json:"conditions,omitempty"`
}

type jsonCondition struct {
	Question string   `json:"question"`
	Options  []string `json:"options"`
}

type jsonAccount struct {
	Respondents int `json:"respondents"`
	Base        int `json:"base"`
	NotAsked    int `json:"not_asked"`
	NotShown    int `json:"not_shown"`
	Skipped     int `json:"skipped"`
	Blank       int `json:"blank"`
	Refused     int `json:"refused"`
	Invalid     int `json:"invalid"`
	OutOfBase   int `json:"out_of_base"`
	DontKnow    int `json:"dont_know"`
}

type jsonGroup struct {
	// Key is "" for the total, else "breakdown:level".
	Key         string `json:"key"`
	Breakdown   string `json:"breakdown,omitempty"`
	Level       string `json:"level,omitempty"`
	Label       string `json:"label,omitempty"`
	Means       string `json:"means,omitempty"`
	Respondents *int   `json:"respondents,omitempty"` // left out when hidden
	Population  int    `json:"population,omitempty"`
	// Letter is the name of the column in the letters of cells.
	Letter string `json:"letter,omitempty"`
	// Levels are the answers that make a group of a nested breakdown, outermost
	// first.
	Levels []jsonLevel `json:"levels,omitempty"`
}

type jsonLevel struct {
	Question string `json:"question"`
	Level    string `json:"level"`
	Label    string `json:"label,omitempty"`
}

type jsonRow struct {
	Key       string   `json:"key"`
	Measure   string   `json:"measure"`
	Label     string   `json:"label,omitempty"`
	Means     string   `json:"means,omitempty"`
	Net       bool     `json:"net,omitempty"`
	Of        []string `json:"of,omitempty"`
	Protected bool     `json:"protected,omitempty"`
	Other     bool     `json:"other,omitempty"`
	DontKnow  bool     `json:"dont_know,omitempty"`
	// Cells stand in the order of the table's groups.
	Cells []jsonCell `json:"cells"`
}

// jsonCell is one figure. A cell of which the status is not "estimated" has
// nothing but its status.
type jsonCell struct {
	Status string   `json:"status"`
	Value  *float64 `json:"value,omitempty"`
	Low    *float64 `json:"low,omitempty"`
	High   *float64 `json:"high,omitempty"`
	Level  *float64 `json:"level,omitempty"`
	Method string   `json:"method,omitempty"`
	SE     *float64 `json:"se,omitempty"`
	DF     *float64 `json:"df,omitempty"`
	Count  *int     `json:"count,omitempty"`
	Base   *int     `json:"base,omitempty"`
	// Population, CountLow and CountHigh belong to the hypergeometric method.
	Population *int     `json:"population,omitempty"`
	CountLow   *int     `json:"count_low,omitempty"`
	CountHigh  *int     `json:"count_high,omitempty"`
	Notes      []string `json:"notes,omitempty"`
	// LonelyStrata are the strata with one answer that are part of the figure, with
	// the note "lonely" only: their codes as in the table of coverage.
	LonelyStrata []string `json:"lonely_strata,omitempty"`
	// Weighted is true for an estimate by the design; the fields below belong to
	// it alone. Count and base are unweighted always.
	Weighted bool `json:"weighted,omitempty"`
	// Unweighted is the same figure among the respondents as they are.
	Unweighted   *float64 `json:"unweighted,omitempty"`
	WeightedBase *float64 `json:"weighted_base,omitempty"` // sum of the weights of base
	// EffectiveBase is how many equally weighted answers would know as much.
	EffectiveBase *float64 `json:"effective_base,omitempty"`
	// The variance over that of a simple random sample, drawn without replacement
	// and with; left out where it is undefined.
	DesignEffect            *float64 `json:"design_effect,omitempty"`
	DesignEffectReplacement *float64 `json:"design_effect_replacement,omitempty"`
	// Letters name the columns of the breakdown that the figure exceeds.
	Letters string `json:"letters,omitempty"`
	// Sign says how the figure differs from that of options.tests.against: "higher"
	// or "lower", and "higher-strict" or "lower-strict" at the strict level.
	Sign string `json:"sign,omitempty"`
}

// jsonDesign says by which design weighted figures are estimated.
type jsonDesign struct {
	// WeightedBy is "column", "frame", "population", "targets", or "" when every
	// weight is 1.
	WeightedBy   string `json:"weighted_by"`
	WeightColumn string `json:"weight_column,omitempty"`
	// Calibrated is true when the weights were fitted to known totals, and the
	// margins take that into account.
	Calibrated bool          `json:"calibrated"`
	Strata     []jsonStratum `json:"strata"`
	// Outside is how many respondents belong to no stratum, so that weighted
	// figures leave them out.
	Outside       int      `json:"outside"`
	WeightSum     *float64 `json:"weight_sum,omitempty"`
	EffectiveBase *float64 `json:"effective_base,omitempty"`
	// Lonely is what a stratum with one respondent adds to a variance: "adjust",
	// "certainty", "remove", "average" or "fail".
	Lonely string `json:"lonely"`
	// DegreesOfFreedom is "domain", "design" or "normal".
	DegreesOfFreedom string `json:"degrees_of_freedom"`
	// Interval is the method that was asked for, "default" without; each cell has
	// the one that was used.
	Interval     string `json:"interval"`
	QuantileRule string `json:"quantile_rule"`
	FrameDate    string `json:"frame_date,omitempty"`
}

type jsonStratum struct {
	Type string `json:"type,omitempty"`
	Size string `json:"size,omitempty"`
	Name string `json:"name,omitempty"`
	// Population is left out where it is not known.
	Population  int `json:"population,omitempty"`
	Uncertainty int `json:"uncertainty,omitempty"`
	Respondents int `json:"respondents"`
}

type jsonComparison struct {
	Table      string   `json:"table"`
	Row        string   `json:"row"`
	Group      string   `json:"group"`
	Part       jsonCell `json:"part"`
	Whole      jsonCell `json:"whole"`
	Difference jsonCell `json:"difference"`
	// Verdict is higher, lower or undecided, by Result and the interval of
	// Difference; Result is the test of the part against the rest.
	Verdict      string     `json:"verdict"`
	Ground       string     `json:"ground,omitempty"`
	Family       int        `json:"family"`
	Result       jsonResult `json:"result"`
	SmallestSeen *float64   `json:"smallest_seen,omitempty"`
}

type jsonFold struct {
	Question string `json:"question"`
	Word     string `json:"word"`
	Into     string `json:"into"`
	Mentions int    `json:"mentions"`
}

type jsonFinding struct {
	Text    string       `json:"text"`
	Figures []jsonFigure `json:"figures"`
}

type jsonFigure struct {
	Table   string `json:"table"`
	Row     string `json:"row"`
	Measure string `json:"measure"`
	Group   string `json:"group"`
}
