package reports

import (
	"slices"

	"benchmark/analysis/diffusion"
	"benchmark/analysis/position"
)

// expected is the section on what the plans of others lead to: a line for each channel
// and group, and a sentence on the narrowest group of each channel.
func (b *positionBuilder) expected() Section {
	if len(b.p.Expected) == 0 {
		return Section{}
	}
	h := b.words.PlansHeadings(b.later())
	g := grid{title: h.Title, head: []string{b.l.Capital(h.Channel), h.Group, h.Now, h.Surely, h.Likely, h.Rate, h.Later}, words: 1}
	s := Section{Title: h.Title, Name: plansSection, Intro: []string{b.words.PlansIntro()}}
	for i := range b.p.Expected {
		e := &b.p.Expected[i]
		line, figures := b.expectedLine(e)
		g.lines, g.figures = append(g.lines, line), append(g.figures, figures)
		if e.Narrowest {
			s.Intro = append(s.Intro, b.promised(e))
		}
	}
	g.notes = b.plansNotes()
	s.grids = []grid{g}
	return s
}

// later is the moment that is expected in a head, or nothing.
func (b *positionBuilder) later() string {
	if m := b.p.Expected[0].Moment; m.Known() {
		return b.l.MomentShort(m)
	}
	return ""
}

// expectedLine is what the plans of one group lead to, in a table.
func (b *positionBuilder) expectedLine(e *position.Expected) ([]string, []*gridFigure) {
	share := e.Share
	percent := func(x float64) string { return b.l.Percent(x, 0) }
	surely, likely := percent(share(e.Surely)), percent(share(e.Likely))
	rate := b.words.Both(percent(e.Rates.Sure.Part), percent(e.Rates.Likely.Part))
	figures := []*gridFigure{nil, nil, figureOf(&e.Now, percentFormat), asNumber(share(e.Surely), percentFormat), asNumber(share(e.Likely), percentFormat), nil, figureOf(&e.Figure, percentFormat)}
	if e.Rates.Sure == e.Rates.Likely {
		rate, figures[5] = percent(e.Rates.Sure.Part), asNumber(e.Rates.Sure.Part, percentFormat)
	}
	if !e.Apart {
		surely, likely, figures[4] = b.words.Together(surely), b.words.Headings().NoFigure, nil
	}
	figures[6].base = nil
	return []string{b.l.Capital(clean(e.Channel)), b.head(&b.p.Groups[e.Group]), percent(e.Now.Value) + " (" + b.l.Integer(e.Now.Base) + ")",
		surely, likely, rate, b.expectedShare(e)}, figures
}

// expectedShare is an expected share with its margin.
func (b *positionBuilder) expectedShare(e *position.Expected) string {
	return b.l.Percent(e.Figure.Value, 0) + " (" + b.l.PercentRange(e.Figure.Low, e.Figure.High, 0) + ")"
}

// promised says what the plans of a group lead to.
func (b *positionBuilder) promised(e *position.Expected) string {
	share := func(n int) string { return b.l.Percent(e.Share(n), 0) }
	planned := b.words.PlannedTogether(share(e.Planners()))
	if e.Apart {
		planned = b.words.PlannedApart(share(e.Surely), share(e.Likely))
	}
	moment := ""
	if e.Moment.Known() {
		moment = b.l.Moment(e.Moment)
	}
	return b.words.Promise(b.l.Capital(clean(e.Channel)), b.group(&b.p.Groups[e.Group]), b.l.Percent(e.Now.Value, 0), planned, b.expectedShare(e), moment, e.Now.Base)
}

// plansNotes say how plans count: once where that is the same for every channel.
func (b *positionBuilder) plansNotes() []string {
	c := diffusion.JusterScale()
	var notes, named []string
	together := false
	for i := range b.p.Expected {
		e := &b.p.Expected[i]
		text := b.words.WordsNote(b.l.Percent(c.Sure.Part, 0), b.l.Percent(c.Likely.Part, 0))
		if e.Learned != nil {
			text = b.words.LearnedNote(b.l.Moment(e.Learned.From))
		}
		if !slices.Contains(notes, text) {
			notes = append(notes, text)
		}
		if text = b.l.Capital(clean(e.Channel)) + ": " + b.l.Small(text); !slices.Contains(named, text) {
			named = append(named, text)
		}
		together = together || !e.Apart
	}
	if len(notes) > 1 {
		notes = named
	}
	if together {
		notes = append(notes, b.words.TogetherNote())
	}
	return notes
}

// jsonPromised is what the plans of the others for a channel lead to.
type jsonPromised struct {
	Channel string       `json:"channel"`
	Moment  string       `json:"moment"` // empty where the study does not tell when it was
	Group   int          `json:"group"`
	Now     jsonStanding `json:"now"`
	Rate    jsonRate     `json:"rate"`                   // of all plans together
	Learned string       `json:"learned_from,omitempty"` // a moment
	Figure  jsonForetold `json:"expected"`
}

// jsonPlansOf is the same of one of the groups, with how many plan.
type jsonPlansOf struct {
	jsonPromised
	Narrowest bool `json:"narrowest"`
	// Planners are those who surely or very likely start, of the base of now; how many of
	// each is absent where only their sum is known.
	Planners      int      `json:"planners"`
	Surely        *int     `json:"surely,omitempty"`
	Likely        *int     `json:"likely,omitempty"`
	PlannersShare float64  `json:"planners_share"`
	SurelyShare   *float64 `json:"surely_share,omitempty"`
	LikelyShare   *float64 `json:"likely_share,omitempty"`
	RateSurely    jsonRate `json:"rate_surely"`
	RateLikely    jsonRate `json:"rate_likely"`
}

func promisedJSON(e *position.Expected) jsonPromised {
	rate := e.Rate()
	j := jsonPromised{Channel: clean(e.Channel), Group: e.Group, Now: standingJSON(&e.Now), Rate: rateOf(rate), Figure: foretoldJSON(&e.Figure)}
	if e.Moment.Known() {
		j.Moment = e.Moment.String()
	}
	if e.Learned != nil {
		j.Learned = e.Learned.From.String()
	}
	return j
}

func rateOf(r diffusion.Rate) jsonRate { return jsonRate{r.Part, r.Did, r.Of} }

func expectedJSON(p *position.Position) []jsonPlansOf {
	all := []jsonPlansOf{}
	for i := range p.Expected {
		e := &p.Expected[i]
		j := jsonPlansOf{jsonPromised: promisedJSON(e), Narrowest: e.Narrowest, Planners: e.Planners(), RateSurely: rateOf(e.Rates.Sure), RateLikely: rateOf(e.Rates.Likely)}
		j.PlannersShare = e.Share(e.Planners())
		if e.Apart {
			surely, likely := e.Share(e.Surely), e.Share(e.Likely)
			j.Surely, j.Likely, j.SurelyShare, j.LikelyShare = &e.Surely, &e.Likely, &surely, &likely
		}
		all = append(all, j)
	}
	return all
}
