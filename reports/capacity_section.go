package reports

import (
	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/analysis/staffing"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// channelNeed is a volume of a channel to plan people for.
type channelNeed struct {
	// channel is its name, and group whose volume it is.
	channel, group string
	perHour        float64
}

// planned is what the volume takes in people by the usual assumptions; false where it
// is more than any desk can take.
func (n *channelNeed) planned() (staffing.Plan, bool) {
	a := staffing.Defaults()
	plan, err := a.For(n.perHour, a.Promise)
	return plan, err == nil
}

// jsonPlanned is a line of the table of people.
type jsonPlanned struct {
	Channel string  `json:"channel"`
	Group   string  `json:"group"`
	PerHour float64 `json:"per_hour"`
	OnDuty  int     `json:"on_duty"`
	Busy    float64 `json:"busy"` // part of the time
	FTE     float64 `json:"fte"`
}

// peopleJSON are the lines of the table of people.
func peopleJSON(needs []channelNeed) []jsonPlanned {
	var all []jsonPlanned
	for i := range needs {
		if plan, ok := needs[i].planned(); ok {
			all = append(all, jsonPlanned{needs[i].channel, needs[i].group, needs[i].perHour, plan.Most, plan.Busy, plan.FTE})
		}
	}
	return all
}

// peopleGrid says what volumes take in people by the usual assumptions, which a
// note names; no lines without volumes.
func peopleGrid(needs []channelNeed, l *locale.Locale) grid {
	w := l.Capacity()
	h := w.Headings()
	g := grid{title: h.Title, head: []string{h.Channel, h.Group, h.PerHour, h.OnDuty, h.Busy, h.FTE}, words: 1}
	for i := range needs {
		n := &needs[i]
		plan, ok := n.planned()
		if !ok {
			continue
		}
		people := l.Integer(plan.Most)
		g.lines = append(g.lines, []string{n.channel, n.group, l.Number(n.perHour), people, w.Share(plan.Busy), l.Decimal(plan.FTE, 1)})
		g.figures = append(g.figures, []*gridFigure{nil, nil, asNumber(n.perHour, looseFormat), counted(plan.Most), asNumber(plan.Busy, percentFormat),
			asNumber(plan.FTE, tenthFormat)})
	}
	a := staffing.Defaults()
	g.notes = []string{w.UsualAssumptions(
		w.Lasting(a.Handling), l.Integer(a.Chats), w.Promise(a.Promise.Share, a.Promise.Within), l.Percent(a.Shrinkage, 0), l.Number(a.Week))}
	return g
}

// peopleGrids are what the volumes of a study take: of everyone and of the large
// organisations, the groups of volumeGrid.
func (v *view) peopleGrids(study *analysis.Study) []grid {
	if g := peopleGrid(peopleOf(study, v.l), v.l); len(g.lines) > 0 {
		return []grid{g}
	}
	return nil
}

// peopleOf are the volumes of a study to plan people for.
func peopleOf(study *analysis.Study, l *locale.Locale) []channelNeed {
	var needs []channelNeed
	for _, groups := range analysis.TypicalVolumes(study) {
		for i := range groups {
			k := &groups[i]
			if k.Table.Channel == "" || !k.Known() || k.Group > 0 && k.Table.Groups[k.Group].Means != survey.Large {
				continue
			}
			group := l.Capacity().Everyone()
			if k.Group > 0 {
				group = clean(k.Table.Groups[k.Group].Label)
			}
			needs = append(needs, channelNeed{clean(k.Table.Channel), group, k.Median.Value})
		}
	}
	return needs
}

// capacitySection says what the own volumes of an organisation take in people,
// beside those of its main group; it is empty where it named none.
func (b *positionBuilder) capacitySection() Section {
	s := Section{Title: b.l.Capacity().Headings().Title, Name: "people"}
	if g := peopleGrid(b.people(), b.l); len(g.lines) > 0 {
		s.Intro, g.notes = g.notes, nil
		s.grids = []grid{g}
	}
	return s
}

// people are the own volumes, and those of the main group, to plan people for.
func (b *positionBuilder) people() []channelNeed {
	var needs []channelNeed
	for k := range b.p.Rows {
		r := &b.p.Rows[k]
		if !r.Amount || r.Topic != analysis.Volume || r.Own.State != position.Given || !(r.Own.Number > 0) {
			continue
		}
		needs = append(needs, channelNeed{clean(r.Channel), b.words.OwnOrganisation(), r.Own.Number})
		if r.Main < 0 { // every group is too small to compare with
			continue
		}
		if f := &r.Standings[r.Main].Figure; f.Status == analysis.Estimated && f.Value > 0 {
			needs = append(needs, channelNeed{clean(r.Channel), b.head(&b.p.Groups[r.Main]), f.Value})
		}
	}
	return needs
}
