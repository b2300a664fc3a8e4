package reports

import (
	"reflect"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/survey/locale"
)

// PositionSchema names the contract of the JSON of a comparison and its version.
const PositionSchema = "benchmark-position/1"

type jsonPosition struct {
	Schema            string          `json:"schema"`
	Organisation      string          `json:"organisation"`
	Language          string          `json:"language"`
	Study             string          `json:"study"`
	NotForPublication bool            `json:"not_for_publication"`
	Synthetic         bool            `json:"synthetic"`
	Reference         string          `json:"reference_sha256,omitempty"` // digest of the reference file
	Level             float64         `json:"level"`
	MinimumOthers     int             `json:"minimum_others"`
	Weighted          bool            `json:"study_weighted"` // the study's figures are; those of groups never are
	Groups            []jsonCompared  `json:"groups"`
	Indicators        []jsonIndicator `json:"indicators"`
	Gaps              []string        `json:"gaps"` // ids of indicators, the most important first
	Findings          []string        `json:"findings"`
	Sections          []jsonSaid      `json:"sections"`
	People            []jsonPlanned   `json:"people,omitempty"`
	Provenance        jsonProvenance  `json:"provenance"`
	// Since is what changed since earlier waves; left out where none are known.
	Since *jsonSince `json:"since,omitempty"`
	// Expected is what the plans of the others lead to, by channel and group.
	Expected []jsonPlansOf `json:"expected"`
}

type jsonCompared struct {
	Kind   string `json:"kind"`
	Level  string `json:"level,omitempty"`
	Title  string `json:"title"`
	Others int    `json:"others"` // organisations in it, without the own one
}

type jsonIndicator struct {
	ID         string  `json:"id"`
	Topic      string  `json:"topic"`
	Channel    string  `json:"channel,omitempty"`
	Label      string  `json:"label"`
	Unit       string  `json:"unit,omitempty"`
	Amount     bool    `json:"amount"`
	Polarity   string  `json:"polarity"`
	Importance int     `json:"importance"`
	Protected  bool    `json:"protected"`
	Own        jsonOwn `json:"own"`
	// Main is the position in groups of the one that the verdict is on; -1: none.
	Main    int            `json:"main_group"`
	Verdict string         `json:"verdict,omitempty"`
	Figures []jsonStanding `json:"figures"`
	// National is the figure of all in the tables of the study, the own answer among
	// them: weighted where the study is. Absent beside a reference.
	National *jsonNational `json:"national,omitempty"`
}

type jsonOwn struct {
	State  string   `json:"state"`
	Yes    *bool    `json:"yes,omitempty"`
	Number *float64 `json:"number,omitempty"`
	Option string   `json:"option,omitempty"`
}

type jsonStanding struct {
	Status   string   `json:"status"`
	Value    *float64 `json:"value,omitempty"`
	Low      *float64 `json:"low,omitempty"`
	High     *float64 `json:"high,omitempty"`
	Method   string   `json:"method,omitempty"`
	Base     *int     `json:"base,omitempty"`
	Rank     *float64 `json:"rank,omitempty"` // percentile rank of the own number or place on a scale
	RankLow  *float64 `json:"rank_low,omitempty"`
	RankHigh *float64 `json:"rank_high,omitempty"`
	Verdict  string   `json:"verdict,omitempty"`
}

// jsonNational is a figure of all in the tables of the study.
type jsonNational struct {
	Status string   `json:"status"`
	Value  *float64 `json:"value,omitempty"`
	Low    *float64 `json:"low,omitempty"`
	High   *float64 `json:"high,omitempty"`
	Method string   `json:"method,omitempty"`
	Base   *int     `json:"base,omitempty"`
}

// jsonSaid is a section in sentences.
type jsonSaid struct {
	Title string   `json:"title"`
	Texts []string `json:"texts"`
}

// PositionFields lists the path of every field of the JSON of a comparison, as
// JSONFields does.
func PositionFields() []string { return fieldsOf(reflect.TypeFor[jsonPosition]()) }

// VersusFields lists those of the JSON of two references.
func VersusFields() []string { return fieldsOf(reflect.TypeFor[jsonVersus]()) }

// ReferenceFields lists those of a reference file.
func ReferenceFields() []string { return fieldsOf(reflect.TypeFor[position.Reference]()) }

func positionJSON(r *Report, l *locale.Locale) *jsonPosition {
	p := r.Position
	b := &positionBuilder{p: p, about: r.About, l: l, words: l.Position(), report: l.Report()}
	j := &jsonPosition{
		Schema: PositionSchema, Organisation: clean(r.About.Name), Language: l.Tag, Study: clean(r.About.Study),
		NotForPublication: r.NotForPublication, Synthetic: r.About.Survey.Source.Synthetic, Level: p.Level,
		MinimumOthers: position.MinimumOthers, Weighted: p.Weighted, Gaps: []string{}, Findings: []string{}, Indicators: []jsonIndicator{},
		Provenance: provenanceJSON(r.About.Survey, r.Reading), Since: sinceJSON(p, l), Expected: expectedJSON(p),
	}
	j.People = peopleJSON(b.people())
	if ref := r.About.Reference; ref != nil {
		j.Reference, j.Synthetic = ref.SHA256, j.Synthetic || ref.Synthetic
	}
	for i := range p.Groups {
		g := &p.Groups[i]
		j.Groups = append(j.Groups, jsonCompared{string(g.Kind), g.Level, b.head(g), g.Others})
	}
	for k := range p.Rows {
		j.Indicators = append(j.Indicators, indicatorJSON(&p.Rows[k]))
	}
	for _, k := range p.Gaps {
		j.Gaps = append(j.Gaps, p.Rows[k].ID)
	}
	for _, f := range r.Findings {
		j.Findings = append(j.Findings, f.Text)
	}
	for i := range r.Sections {
		j.Sections = append(j.Sections, jsonSaid{r.Sections[i].Title, list(r.Sections[i].Intro)})
	}
	return j
}

func indicatorJSON(r *position.Row) jsonIndicator {
	j := jsonIndicator{
		ID: r.ID, Topic: string(r.Topic), Channel: r.Channel, Label: r.Label, Unit: r.Unit, Amount: r.Amount,
		Polarity: string(r.Polarity), Importance: r.Importance, Protected: r.Protected,
		Own: ownJSON(&r.Own, r.Amount), Main: r.Main, Verdict: string(r.Verdict()),
	}
	if r.National.Status != analysis.NotEstimated {
		f := standingJSON(&r.National)
		j.National = &jsonNational{f.Status, f.Value, f.Low, f.High, f.Method, f.Base}
	}
	for i := range r.Standings {
		s := &r.Standings[i]
		f := standingJSON(&s.Figure)
		f.Verdict = string(s.Verdict)
		if s.Rank.Status == analysis.Estimated {
			f.Rank, f.RankLow, f.RankHigh = &s.Rank.Value, &s.Rank.Low, &s.Rank.High
		}
		j.Figures = append(j.Figures, f)
	}
	return j
}

func standingJSON(e *analysis.Estimate) jsonStanding {
	f := jsonStanding{Status: e.Status.String()}
	if e.Status == analysis.Estimated {
		f.Value, f.Base, f.Method = &e.Value, &e.Base, string(e.Method)
		if e.Method != analysis.NoInterval {
			f.Low, f.High = &e.Low, &e.High
		}
	}
	return f
}
