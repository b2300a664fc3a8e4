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

// peopleGrid says what volumes take in people by the usual assumptions, which a
// note names; no lines without volumes.
func peopleGrid(needs []channelNeed, l *locale.Locale) grid {
	w := l.Capacity()
	h := w.Headings()
	a := staffing.Defaults()
	g := grid{title: h.Title, head: []string{h.Channel, h.Group, h.PerHour, h.OnDuty, h.Busy, h.FTE}, words: 1}
	for _, n := range needs {
		plan, err := a.For(n.perHour, a.Promise)
		if err != nil { // more than any desk can take
			continue
		}
		people := l.Integer(plan.Most)
		g.lines = append(g.lines, []string{n.channel, n.group, l.Number(n.perHour), people, w.Share(plan.Busy), l.Decimal(plan.FTE, 1)})
		g.figures = append(g.figures, []*gridFigure{nil, nil, asNumber(n.perHour, looseFormat), counted(plan.Most), asNumber(plan.Busy, percentFormat),
			asNumber(plan.FTE, tenthFormat)})
	}
	g.notes = []string{w.UsualAssumptions(
		w.Lasting(a.Handling), l.Integer(a.Chats), w.Promise(a.Promise.Share, a.Promise.Within), l.Percent(a.Shrinkage, 0), l.Number(a.Week))}
	return g
}

// peopleGrids are what the volumes of a study take: of everyone and of the large
// organisations, the groups of volumeGrid.
func (v *view) peopleGrids(study *analysis.Study) []grid {
	var needs []channelNeed
	for _, groups := range analysis.TypicalVolumes(study) {
		for i := range groups {
			k := &groups[i]
			if k.Table.Channel == "" || !k.Known() || k.Group > 0 && k.Table.Groups[k.Group].Means != survey.Large {
				continue
			}
			group := v.l.Capacity().Everyone()
			if k.Group > 0 {
				group = clean(k.Table.Groups[k.Group].Label)
			}
			needs = append(needs, channelNeed{clean(k.Table.Channel), group, k.Median.Value})
		}
	}
	if g := peopleGrid(needs, v.l); len(g.lines) > 0 {
		return []grid{g}
	}
	return nil
}

// capacitySection says what the own volumes of an organisation take in people,
// beside those of its main group; it is empty where it named none.
func (b *positionBuilder) capacitySection() Section {
	var needs []channelNeed
	for k := range b.p.Rows {
		r := &b.p.Rows[k]
		if !r.Amount || r.Topic != analysis.Volume || r.Own.State != position.Given || !(r.Own.Number > 0) {
			continue
		}
		needs = append(needs, channelNeed{clean(r.Channel), b.words.Headings().Own, r.Own.Number})
		if r.Main < 0 { // every group is too small to compare with
			continue
		}
		if f := &r.Standings[r.Main].Figure; f.Status == analysis.Estimated && f.Value > 0 {
			needs = append(needs, channelNeed{clean(r.Channel), b.head(&b.p.Groups[r.Main]), f.Value})
		}
	}
	s := Section{Title: b.l.Capacity().Headings().Title, Name: "people"}
	if g := peopleGrid(needs, b.l); len(g.lines) > 0 {
		s.Intro, g.notes = g.notes, nil
		s.grids = []grid{g}
	}
	return s
}
