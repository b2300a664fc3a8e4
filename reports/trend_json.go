package reports

import (
	"reflect"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/trend"
	"benchmark/survey/locale"
	"benchmark/survey/waves"
)

// WavesSchema names the contract of the JSON of a trend and its version.
const WavesSchema = "benchmark-trend/1"

type jsonWaves struct {
	Schema            string   `json:"schema"`
	Language          string   `json:"language"`
	NotForPublication bool     `json:"not_for_publication"`
	Notices           []string `json:"notices"`
	Level             float64  `json:"level"`
	Adjust            string   `json:"adjust"`
	jsonMade
	Waves    []jsonWave     `json:"waves"`
	Drift    []jsonLine     `json:"drift"`
	Panels   []jsonPanel    `json:"panels"`
	Rows     []jsonTrendRow `json:"rows"`
	Flows    []jsonFlow     `json:"flows"`
	Followed []jsonFollow   `json:"followed"`
	// Splits are the use of channels by type of organisation or size class.
	Splits   []jsonSplit    `json:"splits"`
	Outlook  []jsonForeseen `json:"outlook"`
	Warnings []string       `json:"warnings"`
	Findings []string       `json:"findings"`
}

type jsonWave struct {
	Moment      string             `json:"moment"`
	At          float64            `json:"at"` // years
	Title       string             `json:"title"`
	Respondents int                `json:"respondents"`
	Synthetic   bool               `json:"synthetic"`
	File        string             `json:"file"`
	SHA256      string             `json:"sha256"`
	Weighted    bool               `json:"weighted"`
	Differs     []jsonDriftedThing `json:"differs"` // from the wave before, whatever the question
	Provenance  jsonProvenance     `json:"provenance"`
}

type jsonLine struct {
	Questions []string         `json:"questions"` // id in each wave, empty where it was not asked
	Pairs     []jsonLinePaired `json:"pairs"`
}

type jsonLinePaired struct {
	From    string             `json:"from"` // moments
	To      string             `json:"to"`
	How     string             `json:"how"`
	Verdict string             `json:"verdict"`
	Settled string             `json:"settled"`
	Differs []jsonDriftedThing `json:"differs"`
}

type jsonDriftedThing struct {
	Code    string   `json:"code"`
	Args    []string `json:"args"`
	Verdict string   `json:"verdict"`
}

type jsonPanel struct {
	From     string          `json:"from"`
	To       string          `json:"to"`
	Both     int             `json:"both"`
	Left     int             `json:"left"`
	Came     int             `json:"came"`
	Absorbed int             `json:"absorbed"`
	Repeated int             `json:"repeated"`
	Unknown  int             `json:"unknown"`
	Notes    []jsonPanelNote `json:"notes"`
}

type jsonPanelNote struct {
	Code  string `json:"code"`
	Cases int    `json:"cases"`
}

type jsonTrendRow struct {
	ID        string           `json:"id"`
	Topic     string           `json:"topic"`
	Channel   string           `json:"channel"`
	Question  string           `json:"question"`
	Key       string           `json:"key"`
	Label     string           `json:"label"`
	Amount    bool             `json:"amount"`
	Unit      string           `json:"unit"`
	Protected bool             `json:"protected"`
	Figures   []jsonStanding   `json:"figures"` // in the order of waves
	Changes   []jsonTrendDelta `json:"changes"` // against the last wave before that asked it
	Overall   *jsonTrendDelta  `json:"overall,omitempty"`
}

type jsonTrendDelta struct {
	From       string             `json:"from"`
	To         string             `json:"to"`
	Verdict    string             `json:"verdict"`
	Differs    []jsonDriftedThing `json:"differs"`
	Difference jsonStanding       `json:"difference"`
	Test       *jsonTrendTest     `json:"test,omitempty"`
	Separate   bool               `json:"separate"` // tested as separate samples
	Conclusion string             `json:"conclusion"`
	Panel      *jsonTrendPart     `json:"panel,omitempty"`
	Once       *jsonTrendPart     `json:"once,omitempty"`
}

type jsonTrendTest struct {
	Name      string  `json:"name"`
	Statistic float64 `json:"statistic"`
	DF        float64 `json:"df"`
	P         float64 `json:"p"`
	Adjusted  float64 `json:"p_adjusted"`
	Family    int     `json:"family"`
	Withheld  string  `json:"withheld"`
}

type jsonTrendPart struct {
	Status string         `json:"status"`
	BaseA  *int           `json:"base_then,omitempty"`
	BaseB  *int           `json:"base_now,omitempty"`
	Before *float64       `json:"then,omitempty"`
	After  *float64       `json:"now,omitempty"`
	Change *float64       `json:"change,omitempty"`
	Low    *float64       `json:"low,omitempty"` // of the change
	High   *float64       `json:"high,omitempty"`
	Test   *jsonTrendTest `json:"test,omitempty"`
}

type jsonFlow struct {
	From    string     `json:"from"`
	To      string     `json:"to"`
	Topic   string     `json:"topic"`
	Channel string     `json:"channel"`
	Title   string     `json:"title"`
	Verdict string     `json:"verdict"`
	Groups  []string   `json:"groups"`
	Base    int        `json:"base"`
	Hidden  bool       `json:"hidden"`
	Moves   []jsonMove `json:"moves"`
}

type jsonMove struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Count int    `json:"count"`
}

type jsonFollow struct {
	From    string    `json:"from"`
	To      string    `json:"to"`
	Channel string    `json:"channel"`
	Told    bool      `json:"told"`
	Surely  *jsonRate `json:"surely,omitempty"`
	Likely  *jsonRate `json:"likely,omitempty"`
	Pooled  bool      `json:"pooled"` // both are all planners together
}

// WavesFields lists the path of every field of the JSON of a trend, as JSONFields does.
func WavesFields() []string { return fieldsOf(reflect.TypeFor[jsonWaves]()) }

func wavesJSON(r *Report, l *locale.Locale) *jsonWaves {
	b := newTrendBuilder(r.Waves, l)
	t := b.t
	j := &jsonWaves{
		Schema: WavesSchema, Language: l.Tag, NotForPublication: r.NotForPublication, Notices: list(r.Notices), Level: t.Options.Level,
		Adjust: string(b.adjust()), Drift: []jsonLine{}, Panels: []jsonPanel{}, Rows: []jsonTrendRow{}, Flows: []jsonFlow{},
		jsonMade: madeJSON(r.Waves.Readings[0]), Followed: []jsonFollow{}, Outlook: []jsonForeseen{}, Warnings: list(r.Warnings), Findings: []string{},
	}
	for w := range t.Waves {
		s := t.Waves[w].Study.Survey
		j.Waves = append(j.Waves, jsonWave{
			t.Waves[w].Moment.String(), t.Waves[w].Moment.At(), clean(s.Title), s.Respondents, s.Source.Synthetic, clean(s.Source.File), s.Source.SHA256,
			s.Design.Sampled, driftedJSON(t.Drift.Studies[w]), provenanceJSON(s, Reading{}),
		})
	}
	for i := range t.Drift.Lines {
		j.Drift = append(j.Drift, b.lineJSON(&t.Drift.Lines[i]))
	}
	for i, p := range t.Panels {
		j.Panels = append(j.Panels, b.panelJSON(i, p))
	}
	for i := range t.Rows {
		j.Rows = append(j.Rows, b.rowJSON(&t.Rows[i]))
	}
	for i := range t.Flows {
		j.Flows = append(j.Flows, b.flowJSON(&t.Flows[i]))
	}
	for _, f := range t.Follows {
		x := jsonFollow{From: b.name(f.From), To: b.name(f.To), Channel: clean(f.Channel), Told: f.Told, Pooled: f.Learned.Together}
		if f.Told {
			s, k := &f.Learned.Surely, &f.Learned.Likely
			x.Surely, x.Likely = &jsonRate{s.Part, s.Did, s.Of}, &jsonRate{k.Part, k.Did, k.Of}
		}
		j.Followed = append(j.Followed, x)
	}
	j.Splits = b.splitsJSON()
	for _, f := range r.Waves.Outlook.Forecasts {
		j.Outlook = append(j.Outlook, foreseenJSON(f))
	}
	for _, f := range r.Findings {
		j.Findings = append(j.Findings, f.Text)
	}
	return j
}

// name is the moment of a wave as it is typed.
func (b *trendBuilder) name(w int) string {
	if w < 0 {
		return ""
	}
	return b.t.Waves[w].Moment.String()
}

func driftedJSON(all []waves.Difference) []jsonDriftedThing {
	out := []jsonDriftedThing{}
	for _, d := range all {
		out = append(out, jsonDriftedThing{string(d.Code), list(cleanAll(d.Args)), d.Verdict.String()})
	}
	return out
}

func (b *trendBuilder) lineJSON(l *waves.Line) jsonLine {
	j := jsonLine{Pairs: []jsonLinePaired{}}
	for w, q := range l.Questions {
		id := ""
		if q >= 0 {
			id = b.t.Waves[w].Study.Survey.Questions[q].ID
		}
		j.Questions = append(j.Questions, id)
		if p := l.Pairs[w]; p != nil {
			j.Pairs = append(j.Pairs, jsonLinePaired{b.name(p.Earlier.Wave), b.name(w), string(p.How), p.Verdict.String(), string(p.Settled), driftedJSON(p.Differences)})
		}
	}
	return j
}

func (b *trendBuilder) panelJSON(i int, p *waves.Panel) jsonPanel {
	j := jsonPanel{b.name(i), b.name(i + 1), len(p.Pairs), len(p.Left), len(p.Came), len(p.Absorbed),
		len(p.Repeated[0]) + len(p.Repeated[1]), len(p.Unknown[0]) + len(p.Unknown[1]), []jsonPanelNote{}}
	for _, n := range p.Notes {
		if last := len(j.Notes) - 1; last >= 0 && j.Notes[last].Code == string(n.Code) {
			j.Notes[last].Cases++
		} else {
			j.Notes = append(j.Notes, jsonPanelNote{string(n.Code), 1})
		}
	}
	return j
}

func (b *trendBuilder) rowJSON(r *trend.Row) jsonTrendRow {
	q := ""
	for w, at := range b.t.Drift.Lines[r.Line].Questions {
		if at >= 0 {
			q = b.t.Waves[w].Study.Survey.Questions[at].ID
		}
	}
	j := jsonTrendRow{ID: r.ID, Topic: string(r.Topic), Channel: clean(r.Channel), Question: q, Key: r.Key, Label: b.row(r), Amount: r.Amount,
		Unit: clean(r.Unit), Protected: r.Protected, Changes: []jsonTrendDelta{}}
	for w := range r.Figures {
		j.Figures = append(j.Figures, standingJSON(&r.Figures[w]))
		if c := &r.Changes[w]; c.From >= 0 {
			j.Changes = append(j.Changes, b.deltaJSON(c))
		}
	}
	if r.Overall.From >= 0 {
		d := b.deltaJSON(&r.Overall)
		j.Overall = &d
	}
	return j
}

func (b *trendBuilder) deltaJSON(c *trend.Change) jsonTrendDelta {
	j := jsonTrendDelta{From: b.name(c.From), To: b.name(c.To), Verdict: c.Verdict.String(), Differs: driftedJSON(c.Why),
		Difference: standingJSON(&c.Difference), Separate: c.Separate, Panel: partJSON(&c.Panel), Once: partJSON(&c.Once)}
	if c.Result.Name != contrast.NoTest {
		j.Test = trendTestJSON(&c.Result, c.Family)
	}
	if v := c.Conclusion(b.t.Options.Level); v.Conclusion != "" {
		j.Conclusion = conclusion(v.Conclusion)
	}
	return j
}

func trendTestJSON(r *contrast.Result, family int) *jsonTrendTest {
	return &jsonTrendTest{string(r.Name), r.Statistic, r.DF1, r.P, r.Adjusted, family, string(r.Withheld)}
}

func partJSON(p *trend.Part) *jsonTrendPart {
	switch p.Status {
	case analysis.NotEstimated:
		return nil
	case analysis.Estimated:
	default:
		return &jsonTrendPart{Status: p.Status.String()}
	}
	j := &jsonTrendPart{Status: p.Status.String(), BaseA: &p.N1, BaseB: &p.N2, Before: &p.Before, After: &p.After, Test: trendTestJSON(&p.Result, 1)}
	if d := &p.Result.Difference; d.Interval {
		j.Change, j.Low, j.High = &d.Value, &d.Low, &d.High
	}
	return j
}

func (b *trendBuilder) flowJSON(f *trend.Flow) jsonFlow {
	labels := cleanAll(f.Labels)
	if f.Use {
		labels = []string{"uses", "does-not-use"}
	}
	j := jsonFlow{From: b.name(f.From), To: b.name(f.To), Topic: string(f.Topic), Channel: clean(f.Channel), Title: clean(f.Title),
		Verdict: f.Verdict.String(), Groups: labels, Base: f.Base, Hidden: f.Hidden, Moves: []jsonMove{}}
	for i := range f.Cells {
		for k, n := range f.Cells[i] {
			j.Moves = append(j.Moves, jsonMove{labels[i], labels[k], n})
		}
	}
	return j
}
