package reports

import (
	"reflect"

	"benchmark/analysis"
	"benchmark/analysis/diffusion"
	"benchmark/analysis/forecast"
	"benchmark/survey/locale"
)

// OutlookSchema names the contract of the JSON of a forecast and its version.
const OutlookSchema = "benchmark-outlook/1"

type jsonOutlook struct {
	Schema            string           `json:"schema"`
	Language          string           `json:"language"`
	NotForPublication bool             `json:"not_for_publication"`
	Notices           []string         `json:"notices"`
	Level             float64          `json:"level"`
	Subjects          []jsonForeseen   `json:"subjects"`
	Assumptions       []jsonAssumption `json:"assumptions"`
	Findings          []string         `json:"findings"`
	// Surveys are those that the figures come from, or Series the file with
	// published figures.
	Surveys []jsonProvenance `json:"surveys"`
	Series  *jsonSeries      `json:"series,omitempty"`
	jsonMade
}

type jsonSeries struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}

type jsonForeseen struct {
	Subject  string            `json:"subject"`
	Measured []jsonMeasured    `json:"measured"`
	Plans    *jsonPlans        `json:"plans,omitempty"` // of the last figure
	Growth   jsonGrowth        `json:"growth"`
	Judged   []jsonJudged      `json:"judged"`
	Records  []jsonRoadRecords `json:"records"`
}

type jsonMeasured struct {
	Moment     string   `json:"moment"`
	At         float64  `json:"at"` // years
	Count      int      `json:"count"`
	Base       int      `json:"base"`
	Derived    bool     `json:"count_derived"` // worked out from a published share
	Value      float64  `json:"value"`
	Low        *float64 `json:"low,omitempty"`
	High       *float64 `json:"high,omitempty"`
	Method     string   `json:"method"` // of the interval
	Kind       string   `json:"kind"`
	Population string   `json:"population"`
	How        string   `json:"how"` // how they were counted
	Source     string   `json:"source"`
	Break      string   `json:"break"` // why it can't be compared with the one before
	Why        string   `json:"why"`
	Surely     *int     `json:"surely,omitempty"`
	Likely     *int     `json:"likely,omitempty"`
}

type jsonPlans struct {
	Moment   string         `json:"moment"`
	Expected []jsonExpected `json:"expected"`
}

type jsonExpected struct {
	Rule   string   `json:"rule"`
	Main   bool     `json:"main"` // the one that counts
	Surely jsonRate `json:"surely"`
	Likely jsonRate `json:"likely"`
	jsonForetold
}

type jsonRate struct {
	Part float64 `json:"part"`
	Did  int     `json:"did,omitempty"` // of a learned rate
	Of   int     `json:"of,omitempty"`
}

type jsonForetold struct {
	Value  float64 `json:"value"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
	Method string  `json:"method"`
}

type jsonGrowth struct {
	Points   int            `json:"points"` // figures that can be compared, to the last one
	Need     int            `json:"need"`
	Curves   []jsonCurve    `json:"curves"`
	Ahead    []string       `json:"ahead"`
	Paths    []jsonPath     `json:"paths"`
	Together []jsonForetold `json:"together,omitempty"` // all scenarios
	Shocked  []jsonPath     `json:"shocked,omitempty"`
}

type jsonCurve struct {
	Model      string   `json:"model"`
	Reason     string   `json:"reason"`
	Free       bool     `json:"ceiling_free"`
	Ceiling    *float64 `json:"ceiling,omitempty"`
	Rate       *float64 `json:"rate,omitempty"`
	Middle     *float64 `json:"middle,omitempty"`
	Innovation *float64 `json:"innovation,omitempty"`
	Imitation  *float64 `json:"imitation,omitempty"`
	Start      *float64 `json:"start,omitempty"`
	Deviance   *float64 `json:"deviance,omitempty"`
	DF         *int     `json:"df,omitempty"`
	P          *float64 `json:"p,omitempty"` // of as bad a fit if the curve were true
	Dispersion *float64 `json:"dispersion,omitempty"`
}

type jsonPath struct {
	Name    string         `json:"name"`
	Figures []jsonForetold `json:"figures"`
}

type jsonJudged struct {
	Road       string  `json:"road"`
	Name       string  `json:"name"`
	Main       bool    `json:"main"`
	From       string  `json:"known_to"`
	On         string  `json:"moment"`
	Months     int     `json:"months"`
	Comparable bool    `json:"comparable"`
	Seen       float64 `json:"seen"`
	Error      float64 `json:"error"`
	Inside     bool    `json:"inside"`
	Unchanged  float64 `json:"error_if_unchanged"`
	jsonForetold
}

type jsonRoadRecords struct {
	Road      string  `json:"road"`
	Foretold  int     `json:"foretold"`
	Inside    int     `json:"inside"`
	Absolute  float64 `json:"mean_absolute_error"`
	Bias      float64 `json:"mean_error"`
	Unchanged float64 `json:"mean_absolute_error_if_unchanged"`
}

type jsonAssumption struct {
	What   string `json:"what"`
	Value  string `json:"value"`
	Source string `json:"source"`
	Flag   string `json:"flag"`
}

// OutlookFields lists the path of every field of the JSON of a forecast, as JSONFields
// does.
func OutlookFields() []string { return fieldsOf(reflect.TypeFor[jsonOutlook]()) }

func outlookJSON(r *Report, l *locale.Locale) *jsonOutlook {
	o := r.Outlook
	b := newForecastBuilder(o, l)
	j := &jsonOutlook{
		Schema: OutlookSchema, Language: l.Tag, NotForPublication: r.NotForPublication, Notices: list(r.Notices),
		Subjects: []jsonForeseen{}, Assumptions: []jsonAssumption{}, Findings: []string{}, Surveys: []jsonProvenance{}, jsonMade: madeJSON(o.Reading),
	}
	for _, s := range o.Surveys {
		j.Surveys = append(j.Surveys, provenanceJSON(s, Reading{}))
	}
	if o.Series != "" {
		j.Series = &jsonSeries{clean(o.Series), o.SeriesSHA256}
	}
	for _, f := range o.Forecasts {
		j.Level = f.Options.Level
		j.Subjects = append(j.Subjects, foreseenJSON(f))
	}
	if len(o.Forecasts) > 0 {
		for _, line := range b.assumptions(o.Forecasts).grids[0].lines {
			j.Assumptions = append(j.Assumptions, jsonAssumption{line[0], line[1], line[3], line[2]})
		}
	}
	for _, f := range r.Findings {
		j.Findings = append(j.Findings, f.Text)
	}
	return j
}

func foreseenJSON(f *forecast.Forecast) jsonForeseen {
	j := jsonForeseen{Subject: clean(f.Subject.Subject), Growth: growthJSON(&f.Growth), Judged: []jsonJudged{}, Records: []jsonRoadRecords{}}
	for i := range f.Points {
		j.Measured = append(j.Measured, measuredJSON(f, i))
	}
	if p := f.Plans; p != nil {
		j.Plans = &jsonPlans{Moment: p.Moment.String()}
		for i := range p.Expected {
			e := &p.Expected[i]
			rate := func(r diffusion.Rate) jsonRate { return jsonRate{r.Part, r.Did, r.Of} }
			j.Plans.Expected = append(j.Plans.Expected, jsonExpected{e.Convention.Name, i == p.Main, rate(e.Convention.Sure),
				rate(e.Convention.Likely), foretoldJSON(&e.Figure)})
		}
	}
	for i := range f.Judged {
		x := &f.Judged[i]
		j.Judged = append(j.Judged, jsonJudged{string(x.Road), x.Name, x.Main, f.Points[x.From].Moment.String(), f.Points[x.On].Moment.String(),
			x.Months, x.Comparable, x.Seen, x.Error, x.Inside, x.Unchanged, foretoldJSON(&x.Figure)})
	}
	for _, road := range []forecast.Road{forecast.ByPlans, forecast.ByCurve, forecast.ByScenarios} {
		if r := f.Record(road); r.Foretold > 0 {
			j.Records = append(j.Records, jsonRoadRecords{string(road), r.Foretold, r.Inside, r.Absolute, r.Bias, r.Unchanged})
		}
	}
	return j
}

func measuredJSON(f *forecast.Forecast, i int) jsonMeasured {
	p, e := &f.Points[i], &f.Measured[i]
	j := jsonMeasured{
		Moment: p.Moment.String(), At: p.Moment.At(), Count: p.Yes, Base: p.N, Derived: p.Derived, Value: e.Value, Method: string(e.Method),
		Kind: string(p.Kind), Population: clean(p.Population), How: clean(p.Method), Source: clean(p.Source), Break: string(p.Break), Why: clean(p.Why),
	}
	if e.Method != analysis.NoInterval && e.Method != analysis.Census {
		j.Low, j.High = &e.Low, &e.High
	}
	if p.Planned {
		j.Surely, j.Likely = &p.Surely, &p.Likely
	}
	return j
}

func foretoldJSON(e *analysis.Estimate) jsonForetold {
	return jsonForetold{e.Value, e.Low, e.High, string(e.Method)}
}

func growthJSON(g *forecast.Growth) jsonGrowth {
	j := jsonGrowth{Points: g.Points, Need: g.Need, Curves: []jsonCurve{}, Ahead: []string{}, Paths: pathsJSON(g.Paths), Shocked: pathsJSON(g.Shocked)}
	for _, m := range g.Ahead {
		j.Ahead = append(j.Ahead, m.String())
	}
	for i := range g.Together {
		j.Together = append(j.Together, foretoldJSON(&g.Together[i]))
	}
	for i := range g.Fits {
		j.Curves = append(j.Curves, curveJSON(&g.Fits[i]))
	}
	return j
}

func curveJSON(f *forecast.Fitted) jsonCurve {
	j := jsonCurve{Model: string(f.Setting.Model), Reason: string(f.Fit.Reason), Free: f.Setting.Ceiling == 0}
	if f.Fit.Reason != diffusion.Fitted {
		return j
	}
	c := &f.Fit.Curve
	j.Ceiling, j.Deviance, j.DF, j.P, j.Dispersion = &c.Ceiling, &f.Fit.Deviance, &f.Fit.DF, &f.Fit.P, &f.Fit.Dispersion
	if c.Model == diffusion.Bass {
		j.Innovation, j.Imitation, j.Start = &c.Innovation, &c.Imitation, &c.Start
		return j
	}
	j.Rate, j.Middle = &c.Rate, &c.Middle
	return j
}

func pathsJSON(paths []forecast.Path) []jsonPath {
	var all []jsonPath
	for i := range paths {
		p := jsonPath{Name: paths[i].Name}
		for k := range paths[i].Figures {
			p.Figures = append(p.Figures, foretoldJSON(&paths[i].Figures[k]))
		}
		all = append(all, p)
	}
	return all
}
