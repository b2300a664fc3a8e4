package reports

import (
	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/position"
	"benchmark/charts"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// BuildVersus makes the report that sets two references beside each other; made tells
// by which program and with which options.
func BuildVersus(v *position.Versus, made Reading, l *locale.Locale) *Report {
	b := &versusBuilder{v: v, l: l, words: l.Position(), a: clean(v.A.Title), b: clean(v.B.Title)}
	if b.a == b.b {
		b.a, b.b = b.a+" (1)", b.b+" (2)"
	}
	r := &Report{
		Title:        b.words.VersusTitle(b.a, b.b),
		Subtitle:     []string{b.signed(v.A), b.signed(v.B)},
		Study:        &analysis.Study{Survey: &survey.Survey{}},
		FindingsLead: b.words.VersusLead(),
		MethodNote:   b.words.VersusMethod(),
		Provenance:   append([]Fact{referenceFact(v.A, b.words, l.Report()), referenceFact(v.B, b.words, l.Report())}, madeBy(made, l)...),
		Reading:      made,
		Versus:       v,
	}
	if v.A.Synthetic || v.B.Synthetic {
		r.Notices = []string{l.Report().Synthetic()}
	}
	for i := range v.Pairs {
		p := &v.Pairs[i]
		if i == 0 {
			r.Findings = b.findings(p)
		}
		r.Sections = append(r.Sections, b.section(p))
	}
	return r
}

type versusBuilder struct {
	v     *position.Versus
	l     *locale.Locale
	words locale.PositionWords
	a, b  string
}

func (b *versusBuilder) signed(ref *position.Reference) string {
	return clean(ref.Title) + ": " + b.l.Report().TookPart(ref.Respondents, true) + ", " + b.words.SignedOff(clean(ref.SignedOffBy))
}

func (b *versusBuilder) name(r *position.VersusRow) string {
	return b.words.Row(string(r.Topic), clean(r.Channel), clean(r.Label))
}

func (b *versusBuilder) findings(p *position.Pair) []Finding {
	var found []Finding
	for k := range p.Rows {
		r := &p.Rows[k]
		if r.Verdict.Conclusion == contrast.Undecided {
			continue
		}
		found = append(found, Finding{Text: b.words.VersusFinding(b.words.Topic(string(r.Topic))+", "+b.l.Small(b.name(r)), b.a, b.b,
			b.l.PercentSaid(r.FigureA.Value), b.l.PercentSaid(r.FigureB.Value)), Headline: true})
	}
	if len(found) == 0 {
		return []Finding{{Text: b.words.VersusNothing(), Headline: true}}
	}
	return found
}

// section is one group in both references.
func (b *versusBuilder) section(p *position.Pair) Section {
	title := b.words.GroupHead(string(p.A.Kind), clean(p.A.Plural), clean(p.A.Title), nil)
	s := Section{Title: title}
	for k := 0; k < len(p.Rows); {
		topic := b.words.Topic(string(p.Rows[k].Topic))
		g := grid{head: []string{topic, b.words.Headings().Judgement, b.a, b.b, b.words.VersusDifference()}, words: 1}
		for ; k < len(p.Rows) && b.words.Topic(string(p.Rows[k].Topic)) == topic; k++ {
			r := &p.Rows[k]
			g.lines, g.figures, g.signs = append(g.lines, b.line(r)), append(g.figures, versusFigures(r)), append(g.signs, versusSign(r))
		}
		s.grids = append(s.grids, g)
	}
	if c, ok := b.chart(p, title); ok {
		s.Charts = append(s.Charts, c)
	}
	return s
}

func (b *versusBuilder) line(r *position.VersusRow) []string {
	cell := (&positionBuilder{l: b.l, words: b.words}).cell
	row := &position.Row{Indicator: position.Indicator{Amount: r.Amount}}
	verdict, difference := "–", "–"
	if r.Difference.Status == analysis.Estimated {
		verdict = b.words.VersusVerdict(r.Verdict.Conclusion == contrast.Higher, r.Verdict.Conclusion == contrast.Lower)
		difference = b.l.PointsRange(r.Difference.Low, r.Difference.High, 0)
	}
	return []string{b.name(r), verdict, cell(row, &r.FigureA), cell(row, &r.FigureB), difference}
}

// versusFigures are the cells of a line as numbers.
func versusFigures(r *position.VersusRow) []*gridFigure {
	format := formatOfRow(r.Amount)
	return []*gridFigure{nil, nil, figureOf(&r.FigureA, format), figureOf(&r.FigureB, format), figureOf(&r.Difference, format)}
}

// versusSign is the sign of a verdict on two studies.
func versusSign(r *position.VersusRow) lineSign {
	switch {
	case r.Difference.Status != analysis.Estimated:
		return noSign
	case r.Verdict.Conclusion == contrast.Higher:
		return signAbove
	case r.Verdict.Conclusion == contrast.Lower:
		return signBelow
	}
	return signOpen
}

func (b *versusBuilder) chart(p *position.Pair, title string) (charts.Chart, bool) {
	c := charts.Comparing{
		Name: "versus-" + string(p.A.Kind) + "-" + p.A.Level, Own: b.a, Peers: b.b, Group: true,
		Source: title + ". " + b.a + "; " + b.b + ".", Notes: []string{b.words.ChartBases()},
	}
	for k := range p.Rows {
		r := &p.Rows[k]
		if r.Amount {
			continue
		}
		c.Indicators = append(c.Indicators, charts.Indicator{
			Heading: b.words.Topic(string(r.Topic)), Label: b.name(r), Own: r.FigureA, Peers: r.FigureB,
			Polarity: polarity(r.Polarity), Verdict: r.Verdict,
		})
	}
	chart, err := c.Chart(b.l)
	return chart, err == nil
}

// polarity returns a polarity as charts have it.
func polarity(p position.Polarity) charts.Polarity {
	switch p {
	case position.More:
		return charts.MoreIsBetter
	case position.Less:
		return charts.LessIsBetter
	case position.Neutral:
	}
	return charts.Neutral
}

type jsonVersus struct {
	Schema   string           `json:"schema"`
	Language string           `json:"language"`
	A        jsonVersusSide   `json:"a"`
	B        jsonVersusSide   `json:"b"`
	Groups   []jsonVersusPair `json:"groups"`
	jsonMade
}

type jsonVersusSide struct {
	Title  string `json:"title"`
	SHA256 string `json:"sha256"`
	File   string `json:"file,omitempty"`
}

type jsonVersusPair struct {
	Kind       string          `json:"kind"`
	LevelA     string          `json:"level_a,omitempty"`
	LevelB     string          `json:"level_b,omitempty"`
	Indicators []jsonVersusRow `json:"indicators"`
}

type jsonVersusRow struct {
	ID         string       `json:"id"`
	Topic      string       `json:"topic"`
	Channel    string       `json:"channel,omitempty"`
	Label      string       `json:"label"`
	Amount     bool         `json:"amount"`
	A          jsonStanding `json:"a"`
	B          jsonStanding `json:"b"`
	Difference jsonStanding `json:"difference"`
	Conclusion string       `json:"conclusion"`
}

// VersusSchema names the contract of the JSON of two references and its version.
const VersusSchema = "benchmark-versus/1"

func versusJSON(r *Report, l *locale.Locale) *jsonVersus {
	v := r.Versus
	j := &jsonVersus{
		Schema: VersusSchema, Language: l.Tag,
		A: jsonVersusSide{clean(v.A.Title), v.A.SHA256, clean(v.A.File)}, B: jsonVersusSide{clean(v.B.Title), v.B.SHA256, clean(v.B.File)},
		jsonMade: madeJSON(r.Reading),
	}
	for i := range v.Pairs {
		p := &v.Pairs[i]
		out := jsonVersusPair{Kind: string(p.A.Kind), LevelA: p.A.Level, LevelB: p.B.Level}
		for k := range p.Rows {
			x := &p.Rows[k]
			out.Indicators = append(out.Indicators, jsonVersusRow{
				x.ID, string(x.Topic), x.Channel, x.Label, x.Amount, standingJSON(&x.FigureA), standingJSON(&x.FigureB),
				standingJSON(&x.Difference), conclusion(x.Verdict.Conclusion),
			})
		}
		j.Groups = append(j.Groups, out)
	}
	return j
}

func conclusion(c contrast.Conclusion) string {
	switch c {
	case contrast.Higher:
		return "higher"
	case contrast.Lower:
		return "lower"
	default:
		return "undecided"
	}
}
