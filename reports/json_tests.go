package reports

import (
	"math"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
)

// jsonTest is a test whether a question, or one row of its table, differs
// between the groups of a breakdown.
type jsonTest struct {
	Table     string `json:"table"`
	Breakdown string `json:"breakdown"`
	// Row is left out for a question as a whole.
	Row     string `json:"row,omitempty"`
	Measure string `json:"measure"`
	// Within is the level of the outer questions that the groups of a nested
	// breakdown share.
	Within string `json:"within,omitempty"`
	// Groups are the levels that were compared, LeftOut those that were not: too
	// few answers, or hidden.
	Groups  []string `json:"groups"`
	LeftOut []string `json:"left_out,omitempty"`
	Ground  string   `json:"ground,omitempty"`
	jsonResult
	// SmallestSeen is the smallest difference that would have been found 8 times in
	// 10, where none was.
	SmallestSeen *float64   `json:"smallest_seen,omitempty"`
	Needed       *jsonNeed  `json:"needed,omitempty"`
	Pairs        []jsonPair `json:"pairs,omitempty"`
	// Contrasts compare each group with all or with the others.
	Contrasts []jsonContrast `json:"contrasts,omitempty"`

	// fill fills in the test when it is written; nil: it is.
	fill func(*jsonTest)
}

func (t *jsonTest) fillIn(*jsonDesk) {
	if t.fill != nil {
		t.fill(t)
	}
}

// jsonContrast is the test of a row in a group against all who answered
// ("total"), or against those not in the group ("complement").
type jsonContrast struct {
	Row       string `json:"row"`
	Measure   string `json:"measure"`
	Level     string `json:"level"`
	Reference string `json:"reference"`
	Ground    string `json:"ground,omitempty"`
	jsonResult
}

// jsonNeed is how many more answers the groups a and b need for a difference of
// two shares to be found 8 times in 10. Not enough: even with those of all bodies
// that exist it is not.
type jsonNeed struct {
	A          string  `json:"a"`
	B          string  `json:"b"`
	Difference float64 `json:"difference"`
	MoreA      int     `json:"more_a"`
	MoreB      int     `json:"more_b"`
	AllA       bool    `json:"all_a"`
	AllB       bool    `json:"all_b"`
	Enough     bool    `json:"enough"`
}

// jsonComparedGroups is the test whether the main figure of a table, a share,
// differs between the groups a and b of a breakdown.
type jsonComparedGroups struct {
	Table     string `json:"table"`
	Row       string `json:"row"`
	Breakdown string `json:"breakdown"`
	A         string `json:"a"`
	B         string `json:"b"`
	Ground    string `json:"ground,omitempty"`
	// Family is the number of tests that adjusted_p corrects for.
	Family int `json:"family"`
	jsonResult
	// Verdict is what can be said of a against b: higher, lower or undecided.
	Verdict      string    `json:"verdict"`
	SmallestSeen *float64  `json:"smallest_seen,omitempty"`
	Needed       *jsonNeed `json:"needed,omitempty"`
}

func differencesJSON(s *analysis.Study) []jsonComparedGroups {
	all := []jsonComparedGroups{}
	for i := range s.Differences {
		d := &s.Differences[i]
		all = append(all, jsonComparedGroups{
			Table: d.Table, Row: d.Row, Breakdown: d.Breakdown, A: d.A, B: d.B, Ground: string(d.Ground), Family: d.Family,
			jsonResult: resultJSON(&d.Result), Verdict: string(d.Verdict.Conclusion),
			SmallestSeen: some(d.Verdict.Seen), Needed: needJSON(d.Verdict.Need),
		})
	}
	return all
}

func needJSON(n analysis.Need) *jsonNeed {
	if !n.Known() {
		return nil
	}
	return &jsonNeed{n.A, n.B, n.Aim, n.MoreA, n.MoreB, n.AllA, n.AllB, n.Enough}
}

// jsonPair is the test of a row in two groups.
type jsonPair struct {
	Row     string `json:"row"`
	Measure string `json:"measure"`
	A       string `json:"a"`
	B       string `json:"b"`
	jsonResult
}

// jsonResult is the outcome of a test. One that was not done has no more than
// why, in Withheld.
type jsonResult struct {
	Test        string          `json:"test,omitempty"`
	Statistic   *float64        `json:"statistic,omitempty"`
	Uncorrected *float64        `json:"uncorrected,omitempty"`
	DF1         *float64        `json:"df1,omitempty"`
	DF2         *float64        `json:"df2,omitempty"`
	P           *float64        `json:"p,omitempty"`
	AdjustedP   *float64        `json:"adjusted_p,omitempty"`
	Draws       int             `json:"draws,omitempty"`
	PError      *float64        `json:"p_error,omitempty"`
	Effect      *jsonEffect     `json:"effect,omitempty"`
	Difference  *jsonDifference `json:"difference,omitempty"`
	Withheld    string          `json:"withheld,omitempty"`
}

type jsonEffect struct {
	Measure string  `json:"measure"`
	Value   float64 `json:"value"`
}

type jsonDifference struct {
	Value float64  `json:"value"`
	Low   *float64 `json:"low,omitempty"`
	High  *float64 `json:"high,omitempty"`
}

// testsJSON returns the tests of a study, each to be filled in when it is written.
func testsJSON(study *analysis.Study) []jsonTest {
	all := make([]jsonTest, len(study.Tests))
	for i := range all {
		all[i].fill = func(j *jsonTest) { *j = testJSON(&study.Tests[i]) }
	}
	return all
}

func testJSON(t *analysis.Test) jsonTest {
	j := jsonTest{
		Table: t.Table, Breakdown: t.Breakdown, Row: t.Row, Measure: string(t.Measure), Within: t.Within, Groups: list(t.Groups),
		LeftOut: t.LeftOut, Ground: string(t.Ground), jsonResult: resultJSON(&t.Result), SmallestSeen: some(t.Seen),
		Needed: needJSON(t.Need),
	}
	for k := range t.Pairs {
		p := &t.Pairs[k]
		j.Pairs = append(j.Pairs, jsonPair{p.Row, string(p.Measure), p.A, p.B, resultJSON(&p.Result)})
	}
	for k := range t.Contrasts {
		c := &t.Contrasts[k]
		j.Contrasts = append(j.Contrasts, jsonContrast{c.Row, string(c.Measure), c.Level, string(c.Reference), string(c.Ground), resultJSON(&c.Result)})
	}
	return j
}

func resultJSON(r *contrast.Result) jsonResult {
	if r.Withheld != contrast.Done {
		return jsonResult{Test: string(r.Name), Withheld: string(r.Withheld)}
	}
	j := jsonResult{
		Test: string(r.Name), Uncorrected: some(r.Uncorrected), DF1: some(r.DF1), DF2: some(r.DF2), P: &r.P, AdjustedP: &r.Adjusted,
		Draws: r.Draws, PError: some(r.Error),
	}
	if r.Name != contrast.FisherExact && r.Name != contrast.FisherSampled {
		j.Statistic = &r.Statistic
	}
	if r.Effect.Measure != contrast.NoMeasure {
		j.Effect = &jsonEffect{string(r.Effect.Measure), r.Effect.Value}
	}
	if d := &r.Difference; *d != (contrast.Difference{}) {
		j.Difference = &jsonDifference{Value: d.Value}
		if d.Interval {
			j.Difference.Low, j.Difference.High = &d.Low, &d.High
		}
	}
	return j
}

// howJSON says how differences were tested.
func howJSON(o *analysis.Options) jsonHow {
	levels := levelsOf(o)
	j := jsonHow{
		Test: string(o.Tests.Test), Letters: o.Tests.Letters, Against: string(o.Tests.Against), Strict: levels.Strict, Loose: levels.Loose,
		Adjust: string(o.Tests.Adjust), Minimum: o.Tests.Minimum,
	}
	if j.Adjust == "" {
		j.Adjust = string(contrast.Holm)
	}
	if j.Minimum == 0 {
		j.Minimum = analysis.FewAnswers
	}
	return j
}

// some returns a number, or nil where there is none: 0, or endless degrees of
// freedom.
func some(x float64) *float64 {
	if x == 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return nil
	}
	return &x
}
