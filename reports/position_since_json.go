package reports

import (
	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/position"
	"benchmark/survey/locale"
)

// jsonSince is what changed for an organisation since earlier waves.
type jsonSince struct {
	Waves    []jsonSinceWave `json:"waves"` // the earlier ones, in the order of time
	Rows     []jsonSinceRow  `json:"rows"`
	Expected []jsonPromised  `json:"expected"` // of the narrowest group of each channel
	Warnings []string        `json:"warnings"`
}

type jsonSinceWave struct {
	Moment   string `json:"moment"`
	Title    string `json:"title"`
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
	TookPart bool   `json:"took_part"`
	Merged   bool   `json:"merged"`
	// Provenance tells from what the wave was read.
	Provenance jsonProvenance `json:"provenance"`
}

type jsonSinceRow struct {
	ID      string             `json:"id"` // of the indicator
	From    string             `json:"from"`
	Verdict string             `json:"verdict"`
	Differs []jsonDriftedThing `json:"differs"`
	Then    *jsonOwn           `json:"own_then,omitempty"`
	Group   int                `json:"group"` // position in groups, -1: none is shown both times
	Was     *jsonStanding      `json:"then,omitempty"`
	Is      *jsonStanding      `json:"now,omitempty"`
	Change  *jsonStanding      `json:"change,omitempty"`
	Test    *jsonTrendTest     `json:"test,omitempty"`
}

func sinceJSON(p *position.Position, l *locale.Locale) *jsonSince {
	s := p.Since
	if s == nil {
		return nil
	}
	b := newTrendBuilder(&Waves{Trend: s.Trend}, l)
	j := &jsonSince{Waves: []jsonSinceWave{}, Rows: []jsonSinceRow{}, Expected: []jsonPromised{}, Warnings: list(b.warnings())}
	for w, before := range s.Before {
		earlier := s.Trend.Waves[w].Study.Survey
		j.Waves = append(j.Waves, jsonSinceWave{
			b.name(w), clean(earlier.Title), clean(earlier.Source.File), earlier.Source.SHA256, before.Respondent >= 0, before.Merged, provenanceJSON(earlier, Reading{}),
		})
	}
	for i := range s.Rows {
		j.Rows = append(j.Rows, b.sinceRowJSON(p, &s.Rows[i]))
	}
	for i := range p.Expected {
		if e := &p.Expected[i]; e.Narrowest {
			j.Expected = append(j.Expected, promisedJSON(e))
		}
	}
	return j
}

func (b *trendBuilder) sinceRowJSON(p *position.Position, r *position.SinceRow) jsonSinceRow {
	row := &p.Rows[r.Row]
	j := jsonSinceRow{ID: row.ID, From: b.name(r.Wave), Verdict: r.Verdict.String(), Differs: driftedJSON(r.Why), Group: r.Group}
	if r.Then.State != "" {
		own := ownJSON(&r.Then, row.Amount)
		j.Then = &own
	}
	if r.Group >= 0 {
		was, is := standingJSON(&r.Was), standingJSON(&r.Is)
		j.Was, j.Is = &was, &is
	}
	if r.Change.Status == analysis.Estimated {
		d := standingJSON(&r.Change)
		j.Change = &d
		if r.Result.Name != contrast.NoTest {
			j.Test = trendTestJSON(&r.Result, r.Family)
		}
	}
	return j
}

// ownJSON is an own answer.
func ownJSON(a *position.Answer, amount bool) jsonOwn {
	j := jsonOwn{State: string(a.State), Option: a.Option}
	switch {
	case a.State != position.Given:
	case amount:
		j.Number = &a.Number
	default:
		j.Yes = &a.Yes
	}
	return j
}
