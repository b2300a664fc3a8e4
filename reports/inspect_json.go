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
	// Issues stand in the order of their effect, the gravest first.
	Issues []jsonIssue `json:"issues"`
	Folds  []jsonFold  `json:"folds"`
	// Response is left out without a register.
	Response *jsonResponse `json:"response,omitempty"`
}

type jsonQuestion struct {
	ID           string   `json:"id"`
	Kind         string   `json:"kind"`
	Role         string   `json:"role,omitempty"`
	Channel      string   `json:"channel,omitempty"`
	Text         string   `json:"text"`
	Label        string   `json:"label,omitempty"`
	Columns      []string `json:"columns"`
	Options      int      `json:"options"`
	RoutingKnown bool     `json:"routing_known"`
	Sensitivity  string   `json:"sensitivity"`
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

// InspectJSON writes how a file was read as JSON, with the fields that
// InspectionFields lists.
func InspectJSON(w io.Writer, r *Report, _ *locale.Locale) error {
	s := r.Study.Survey
	j := &jsonInspection{
		Schema: InspectionSchema, Title: r.Title, NotForPublication: r.NotForPublication, Synthetic: s.Source.Synthetic,
		Notices: r.Notices, Provenance: provenanceJSON(s), Reading: readingJSON(r.Reading),
		Questions: []jsonQuestion{}, Issues: issuesJSON(byEffect(s.Issues)), Folds: []jsonFold{}, Response: responseJSON(r.Reading.Response),
	}
	for i := range s.Questions {
		q := &s.Questions[i]
		var state questionState
		if i < len(s.Columns) {
			state = stateOf(&s.Columns[i])
		}
		j.Questions = append(j.Questions, jsonQuestion{
			ID: q.ID, Kind: q.Kind.String(), Role: string(q.Role), Channel: q.Channel, Text: q.Text, Label: q.Label,
			Columns: list(q.Columns), Options: len(q.Options), RoutingKnown: q.RoutingKnown, Sensitivity: q.Sensitivity.String(),
			Asked: state.asked(), Answered: state.Answered, NotAsked: state.NotAsked, NotShown: state.NotShown,
			Skipped: state.Skipped, Blank: state.Blank, Refused: state.Refused, Invalid: state.Invalid,
		})
	}
	for _, f := range r.Study.Folds {
		j.Folds = append(j.Folds, jsonFold(f))
	}
	return writeJSON(w, "the inspection", j)
}
