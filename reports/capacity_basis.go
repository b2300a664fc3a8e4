package reports

import (
	"math"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/staffing"
	"benchmark/survey/locale"
)

// longest is the longest mean wait, in hours, that is told: work that is hardly
// possible has waits without a meaning.
const longest = 1

func (p *planner) waiting(hours float64) string {
	if hours > longest {
		return p.words.Longer(longest)
	}
	return p.words.Lasting(hours)
}

func (p *planner) unprotected() bool {
	return p.Study != nil && p.Study.Options.Disclosure == analysis.Unprotected
}

// basisSection lists what everything rests on.
func (p *planner) basisSection() Section {
	t := p.tables
	g := grid{title: p.heads.Assumptions, head: []string{t.Assumption, t.Value, t.Source, t.Flag}, words: 3}
	for _, x := range p.assumed() {
		g.lines = append(g.lines, []string{x.What, x.Value, x.Source, x.Flag})
	}
	return Section{Title: p.heads.Assumptions, Name: "capacity-basis", grids: []grid{g}}
}

// assumed are the assumptions in words, those that were given as such.
func (p *planner) assumed() []locale.Assumption {
	a, w := p.Assumed, p.words
	speeds := make([]string, 0, staffing.MostChats)
	for _, x := range staffing.Speeds() {
		speeds = append(speeds, p.l.Number(x))
	}
	b := locale.CapacityBasis{
		Handling: w.Lasting(a.Handling), Chats: p.l.Integer(a.Chats), Promise: p.promise(a.Promise), Other: p.promise(a.Other),
		Patience: w.Endless(), MostLoad: p.l.Percent(a.MostLoad, 0), Shrinkage: p.l.Percent(a.Shrinkage, 0), Least: p.l.Integer(a.Least),
		Week: p.l.Number(a.Week) + strings.TrimPrefix(w.Lasting(hoursOfTwoDays), p.l.Integer(hoursOfTwoDays)), Hours: clean(p.HoursText), Profile: clean(p.ProfileText),
	}
	if a.Patience > 0 {
		b.Patience = w.Lasting(a.Patience)
	}
	if a.Chats > 1 {
		b.Speeds = strings.Join(speeds, "; ")
	}
	if !slices.Contains(p.Given, "hours") {
		b.Hours = w.OfficeHours()
	}
	if b.Profile == "" {
		b.Profile = w.Even()
	}
	if g := &a.Growth; g.Years > 0 {
		rise := func(x float64) string { return p.l.Percent(x-1, 0) }
		b.Growth = w.Growth(rise(g.Low), rise(g.Yearly), rise(g.High), g.Years)
	}
	if p.simulated() {
		b.Switch = w.Lasting(a.Switch)
		if a.Phone > 0 {
			b.Phone, b.Talking, b.Peak = w.OfTime(p.l.Percent(a.Phone, 0)), w.Lasting(a.Talking), w.Times(p.l.Number(a.Peak))
		}
	}
	all := w.Assumptions(b)
	for i := range all {
		if slices.Contains(p.Given, strings.TrimPrefix(all[i].Flag, "--")) {
			all[i].Source = w.Given()
		}
	}
	return all
}

// hoursOfTwoDays is a time that is said in hours.
const hoursOfTwoDays = 48

func (p *planner) simulated() bool {
	return slices.ContainsFunc(p.Channels, func(c CapacityChannel) bool { return len(c.Focus.Outlook.Mixes) > 0 })
}

// gap is the largest difference between formula and simulation, and its standard
// error, in percentage points; empty without a simulation.
func (p *planner) gap() (gap, margin string) {
	largest, se := -1.0, 0.0
	for i := range p.Channels {
		for _, m := range p.Channels[i].Focus.Outlook.Mixes {
			if d := math.Abs(m.Service.Value - m.Formula); m.Work == staffing.MixNone && d > largest {
				largest, se = d, m.Service.SE
			}
		}
	}
	if largest < 0 {
		return "", ""
	}
	return p.l.Decimal(100*largest, 2), p.l.Decimal(100*se, 2)
}

// method says how it was computed.
func (p *planner) method() []string {
	gap, margin := p.gap()
	return p.words.Method(gap, margin, p.Assumed.Chats > 1, p.Assumed.Patience == 0)
}

// box is the method in a few terms.
func (p *planner) box() []Fact {
	t, method := p.tables, p.method()
	box := []Fact{{t.Computed, method[0]}}
	for i := range p.Channels {
		if texts := p.basis(&p.Channels[i]); len(texts) > 0 {
			name := t.Volumes
			if len(p.Channels) > 1 {
				name += ", " + clean(p.Channels[i].Channel)
			}
			box = append(box, Fact{name, strings.Join(texts, " ")})
		}
	}
	if len(method) > 2 {
		box = append(box, Fact{t.Simulated, method[1]})
	}
	var all []string
	for _, a := range p.assumed() {
		all = append(all, a.What+" "+a.Value)
	}
	return append(box, Fact{t.Defaults, strings.Join(all, "; ") + "."})
}
