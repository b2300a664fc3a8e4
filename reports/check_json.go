package reports

import (
	"io"
	"reflect"

	"benchmark/reports/claims"
	"benchmark/survey/locale"
)

// CheckSchema names the contract of the JSON of the check of a text.
const CheckSchema = "benchmark-check/1"

// jsonCheck is the judgement of a text, as JSON.
type jsonCheck struct {
	Schema            string         `json:"schema"`
	Title             string         `json:"title"`
	Language          string         `json:"language"`
	NotForPublication bool           `json:"not_for_publication"`
	Synthetic         bool           `json:"synthetic"`
	Notices           []string       `json:"notices,omitempty"`
	Provenance        jsonProvenance `json:"provenance"`
	Text              string         `json:"text"`
	TextLanguage      string         `json:"text_language"`
	// Sound is true when every claim can stand as it is written.
	Sound    bool          `json:"sound"`
	Verdicts []jsonVerdict `json:"verdicts"`
	Claims   []jsonClaim   `json:"claims"`
}

type jsonVerdict struct {
	Verdict string `json:"verdict"`
	Claims  int    `json:"claims"`
}

type jsonClaim struct {
	// Line and Column count from 1; columns are characters.
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Kind     string `json:"kind"`
	Quote    string `json:"quote"`
	Sentence string `json:"sentence"`
	// Low and High bound what the text says; left out where it has no number.
	Low     *float64          `json:"low,omitempty"`
	High    *float64          `json:"high,omitempty"`
	Verdict string            `json:"verdict"`
	Reason  string            `json:"reason,omitempty"`
	Figures []jsonClaimFigure `json:"figures"`
	// Everyone is the share of all respondents, with other-base.
	Everyone *float64 `json:"share_of_everyone,omitempty"`
	// Said and Listed are the lengths of a list: said, and found.
	Said   *int `json:"said,omitempty"`
	Listed *int `json:"listed,omitempty"`
	// Population is true when the text speaks of all organisations.
	Population  bool   `json:"speaks_of_population"`
	Explanation string `json:"explanation,omitempty"`
	Proposal    string `json:"proposal,omitempty"`
}

type jsonClaimFigure struct {
	jsonFigure
	jsonCell
}

// CheckFields lists the path of every field of the JSON of a check, in the same
// way as JSONFields.
func CheckFields() []string { return fieldsOf(reflect.TypeFor[jsonCheck]()) }

// CheckJSON returns the renderer that writes the judgement of a text as JSON. A
// hidden figure has nothing but its status.
func CheckJSON(checked Checked) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		v := newCheckView(r, l)
		j := &jsonCheck{
			Schema: CheckSchema, Title: r.Title, Language: l.Tag, NotForPublication: r.NotForPublication,
			Synthetic: v.survey.Source.Synthetic, Notices: r.Notices, Provenance: provenanceJSON(v.survey, Reading{}),
			Text: clean(checked.Name), TextLanguage: checked.Language, Sound: checked.Sound(),
			Verdicts: []jsonVerdict{}, Claims: []jsonClaim{},
		}
		for _, t := range tallies(&checked.Result) {
			j.Verdicts = append(j.Verdicts, jsonVerdict{string(t.verdict), t.n})
		}
		for i := range checked.Claims {
			j.Claims = append(j.Claims, v.claimJSON(&checked.Claims[i]))
		}
		return writeJSON(w, "the check", j, 0)
	}
}

func (v *checkView) claimJSON(c *claims.Claim) jsonClaim {
	j := jsonClaim{
		Line: c.Line, Column: c.Column, Kind: string(c.Kind), Quote: clean(c.Quote), Sentence: clean(c.Sentence),
		Verdict: string(c.Verdict), Reason: string(c.Reason), Figures: []jsonClaimFigure{},
		Population: c.Population, Explanation: v.explain(c), Proposal: v.proposal(c),
	}
	if c.Low != 0 || c.High != 0 {
		j.Low, j.High = &c.Low, &c.High
	}
	if c.Verdict == claims.OtherBase {
		j.Everyone = &c.Everyone
	}
	if c.Kind == claims.List {
		j.Said, j.Listed = &c.Said, &c.Listed
	}
	for _, f := range c.Figures {
		row := &f.Table.Rows[f.Row]
		at := Figure{Table: f.Table.ID, Row: row.Key, Measure: row.Measure, Group: groupKey(&f.Table.Groups[f.Group])}
		j.Figures = append(j.Figures, jsonClaimFigure{figureJSON(at), cellJSON(v.survey, f.Estimate(), row.Measure)})
	}
	return j
}
