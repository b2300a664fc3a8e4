package reports

import (
	"io"

	"benchmark/survey/locale"
)

// InspectionSchema names the contract of the JSON of an inspection.
const InspectionSchema = "benchmark-inspection/1"

// jsonInspection is how a file was read, as JSON.
type jsonInspection struct {
	Schema            string         `json:"schema"`
	Title             string         `json:"title"`
	NotForPublication bool           `json:"not_for_publication"`
	Synthetic         bool           `json:"synthetic"`
	Notices           []string       `json:"notices,omitempty"`
	Provenance        jsonProvenance `json:"provenance"`
	Reading           *jsonReading   `json:"reading,omitempty"`
	Questions         []jsonQuestion `json:"questions"`
	// Unused are the columns that are no part of a question, in file order.
	Unused []jsonUnused `json:"columns_without_question"`
	// NotFinished is the number of respondents who did not finish, as Finished
	// says how that is known; that is left out when it is not.
	NotFinished int           `json:"respondents_not_finished"`
	Finished    *jsonFinished `json:"finished,omitempty"`
	// Issues stand in the order of their effect, the gravest first.
	Issues []jsonIssue `json:"issues"`
	Folds  []jsonFold  `json:"folds"`
	// Response is left out without a register.
	Response *jsonResponse `json:"response,omitempty"`
	// Personal is what the file holds of persons, as far as it was seen.
	Personal personalData `json:"personal"`
}

type jsonQuestion struct {
	ID      string   `json:"id"`
	Kind    string   `json:"kind"`
	Role    string   `json:"role,omitempty"`
	Channel string   `json:"channel,omitempty"`
	Text    string   `json:"text"`
	Label   string   `json:"label,omitempty"`
	Columns []string `json:"columns"`
	// RegisterColumn is the column of the register that has the answers, of what was
	// not asked.
	RegisterColumn string `json:"register_column,omitempty"`
	// Why is the code of the reason for the kind, with its arguments; left out
	// where a person settled it in a codebook.
	Why     string   `json:"why,omitempty"`
	WhyArgs []string `json:"why_args,omitempty"`
	Options int      `json:"options"`
	// OptionList are the options, in the order of the codebook.
	OptionList []jsonOption `json:"option_list"`
	// OtherTexts is the number of respondents whose answer counts as "other".
	OtherTexts   int    `json:"other_texts"`
	RoutingKnown bool   `json:"routing_known"`
	Sensitivity  string `json:"sensitivity"`
	// The states add up to the respondents; Asked is all but not asked and not
	// shown.
	Asked    int `json:"asked"`
	Answered int `json:"answered"`
	NotAsked int `json:"not_asked"`
	NotShown int `json:"not_shown"`
	Skipped  int `json:"skipped"`
	Blank    int `json:"blank"`
	Refused  int `json:"refused"`
	Invalid  int `json:"invalid"`
}

type jsonOption struct {
	Code     string `json:"code"`
	Label    string `json:"label"`
	Means    string `json:"means,omitempty"`
	Score    int    `json:"score,omitempty"` // place on a scale, 1 = lowest
	Other    bool   `json:"other,omitempty"`
	DontKnow bool   `json:"dont_know,omitempty"`
}

type jsonUnused struct {
	Column  string `json:"column"`
	Heading string `json:"heading"`
	Why     string `json:"why"`
}

// jsonFinished says that a response is finished when its column has one of the
// values, or any value when there are none.
type jsonFinished struct {
	Column string   `json:"column"`
	Values []string `json:"values"`
}

// InspectJSON writes how a file was read as JSON, with the fields that
// InspectionFields lists.
func InspectJSON(w io.Writer, r *Report, _ *locale.Locale) error {
	s := r.Study.Survey
	j := &jsonInspection{
		Schema: InspectionSchema, Title: r.Title, NotForPublication: r.NotForPublication, Synthetic: s.Source.Synthetic,
		Notices: r.Notices, Provenance: provenanceJSON(s, Reading{}), Reading: readingJSON(r.Reading),
		Questions: []jsonQuestion{}, Unused: []jsonUnused{}, NotFinished: partial(s), Issues: issuesJSON(byEffect(s)), Folds: []jsonFold{}, Response: responseJSON(r.Reading.Response),
		Personal: personalIn(s),
	}
	if letter, values := finished(r); letter != "" {
		j.Finished = &jsonFinished{letter, list(values)}
	}
	for _, c := range unusedColumns(r) {
		j.Unused = append(j.Unused, jsonUnused{c.Letter, c.Heading, c.Why})
	}
	for i := range s.Questions {
		j.Questions = append(j.Questions, questionJSON(r, i))
	}
	for _, f := range r.Study.Folds {
		j.Folds = append(j.Folds, jsonFold(f))
	}
	return writeJSON(w, "the inspection", j, 0)
}

// questionJSON writes what a question was taken for, and what became of the
// respondents there.
func questionJSON(r *Report, i int) jsonQuestion {
	s := r.Study.Survey
	q := &s.Questions[i]
	basis := basisOf(r.Reading.Codebook, q.ID)
	j := jsonQuestion{
		ID: q.ID, Kind: q.Kind.String(), Why: basis.Why, WhyArgs: basis.Args, Role: string(q.Role), Channel: q.Channel, Text: q.Text, Label: q.Label, RegisterColumn: q.Register,
		Columns: list(q.Columns), Options: len(q.Options), OptionList: []jsonOption{}, RoutingKnown: q.RoutingKnown, Sensitivity: q.Sensitivity.String(),
	}
	for _, o := range q.Options {
		j.OptionList = append(j.OptionList, jsonOption{o.Code, o.Label, o.Means, o.Score, o.Other, o.DontKnow})
	}
	if i < len(s.Columns) {
		state := stateOf(&s.Columns[i])
		j.Asked, j.Answered, j.NotAsked, j.NotShown = state.asked(), state.Answered, state.NotAsked, state.NotShown
		j.Skipped, j.Blank, j.Refused, j.Invalid = state.Skipped, state.Blank, state.Refused, state.Invalid
		j.OtherTexts = otherTexts(s, i)
	}
	return j
}
