package reports

import (
	"math"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/staffing"
	"benchmark/survey/locale"
)

// Capacity is how many people channels take, as computed.
type Capacity struct {
	// Assumed is what the plans rest on; HoursText and ProfileText are the opening
	// hours and the profile as they were given.
	Assumed                *staffing.Assumptions
	HoursText, ProfileText string
	// Given are the flags that were given.
	Given []string
	// Notices are what every output of the survey has to say about the whole.
	Notices  []string
	Channels []CapacityChannel
}

// CapacityChannel is what one channel takes.
type CapacityChannel struct {
	// Channel is its name; empty when the volume was given without one.
	Channel, Unit string
	// Focus is the group that is told about, or the volume that was given.
	Focus CapacityGroup
	// Others are further groups, for the overview.
	Others []CapacityGroup
	// NotUsed are the labels of groups of which no volume may be used, and Asked the
	// one of these that was asked for, which Focus stands in for.
	NotUsed []string
	Asked   string
}

// CapacityGroup is a group of organisations with what its volume takes.
type CapacityGroup struct {
	// Volume is nil for a volume that was given.
	Volume  *analysis.TypicalVolume
	Outlook staffing.Outlook
}

// sheet is a capacity plan in words, in the order in which it is read.
type sheet struct {
	title    string
	notices  []string
	channels []sheetChannel
	basis    wordGrid
	method   []string
	heads    locale.CapacityHeadings
}

type sheetChannel struct {
	title    string
	basis    []string
	findings []string
	grids    []wordGrid
}

// wordGrid is a table of words.
type wordGrid struct {
	title string
	head  []string
	lines [][]string
	words int // the first columns that hold words, and are aligned left
}

// planner writes a capacity plan in words.
type planner struct {
	*Capacity
	l     *locale.Locale
	words locale.CapacityWords
	heads locale.CapacityHeadings
}

func (c *Capacity) sheet(l *locale.Locale) *sheet {
	p := &planner{c, l, l.Capacity(), l.Capacity().Headings()}
	s := &sheet{title: p.heads.Title, heads: p.heads, basis: p.assumptions(), method: p.method()}
	s.notices = cleanAll(c.Notices)
	for i := range c.Channels {
		s.channels = append(s.channels, p.channel(&c.Channels[i]))
	}
	return s
}

func (p *planner) channel(c *CapacityChannel) sheetChannel {
	s := sheetChannel{title: clean(c.Channel), basis: p.basis(c), findings: p.findings(c)}
	if s.title == "" {
		s.title = p.words.OwnVolume()
	}
	s.grids = append(s.grids, p.scenarios(c))
	if len(c.Focus.Outlook.Mixes) > 0 {
		s.grids = append(s.grids, p.mixes(c))
	}
	if len(c.Others) > 0 {
		s.grids = append(s.grids, p.groups(c))
	}
	return s
}

// label names a group.
func (p *planner) label(v *analysis.TypicalVolume) string {
	if v.Group == 0 {
		return p.words.Everyone()
	}
	return clean(v.Table.Groups[v.Group].Label)
}

// basis says where the volumes come from.
func (p *planner) basis(c *CapacityChannel) []string {
	v := c.Focus.Volume
	if v == nil {
		return nil
	}
	var texts []string
	if c.Asked != "" {
		texts = append(texts, p.words.Instead(clean(c.Asked)))
	}
	var low, high, from, to string
	if v.Lower.Status == analysis.Estimated && v.Upper.Status == analysis.Estimated && v.Lower.Value < v.Upper.Value {
		low, high = p.l.Number(v.Lower.Value), p.l.Number(v.Upper.Value)
	}
	if v.Median.Method != analysis.NoInterval {
		from, to = p.l.Number(v.Median.Low), p.l.Number(v.Median.High)
	}
	texts = append(texts, p.words.Basis(p.label(v), v.Median.Base, p.l.Number(v.Median.Value), low, high, from, to))
	if slices.Contains(v.Median.Notes, analysis.NoteFewAnswers) {
		texts = append(texts, p.words.Few())
	}
	if len(c.NotUsed) > 0 {
		texts = append(texts, p.words.NotUsed(cleanAll(c.NotUsed)))
	}
	return texts
}

// findings are the sentences that a manager reads first.
func (p *planner) findings(c *CapacityChannel) []string {
	o := &c.Focus.Outlook
	typical := o.Typical()
	plan, other := &typical.Plan, &typical.Other
	need := locale.Need{
		Channel: clean(c.Channel), Unit: clean(c.Unit), PerHour: plan.Volume, Least: plan.Least, Most: plan.Most,
		Busy: plan.Busy, FreeHours: plan.FreeHours, OpenHours: plan.OpenHours, FTE: plan.FTE, WorkFTE: plan.WorkFTE, Roster: plan.Roster,
		Shrinkage: p.Assumed.Shrinkage, Room: plan.Room,
	}
	texts := []string{p.words.Presence(need), p.words.Employ(need)}
	if plan.Least == plan.Most {
		texts = append(texts, p.words.Room(need))
	}
	low, high := o.Case(staffing.Low), o.Case(staffing.High)
	if low != nil && high != nil {
		texts = append(texts, p.words.Spread(need.Unit, low.Plan.Volume, high.Plan.Volume, low.Plan.Most, high.Plan.Most, plan.Most))
	}
	if from, to := o.Case(staffing.MarginLow), o.Case(staffing.MarginHigh); from != nil && to != nil {
		texts = append(texts, p.words.Uncertain(from.Plan.Volume, to.Plan.Volume, from.Plan.Most, to.Plan.Most))
	}
	if plan.Promise != other.Promise {
		texts = append(texts, p.words.Slower(p.promise(plan.Promise), p.promise(other.Promise),
			plan.Most, plan.Most-other.Most, plan.FTE-other.FTE, plan.Wait, other.Wait))
	}
	return append(texts, p.together(o)...)
}

// together says what other work beside the channel does.
func (p *planner) together(o *staffing.Outlook) []string {
	var texts []string
	average := 0.0
	for i := range o.Mixes {
		switch m := &o.Mixes[i]; m.Work {
		case staffing.MixMail:
			texts = append(texts, p.words.WithMail(m.Mail))
		case staffing.MixPhone:
			average = m.Service.Value
		case staffing.MixPeak:
			texts = append(texts, p.words.WithPhone(p.Assumed.Phone, p.Assumed.Promise.Share, average, m.Service.Value, m.Sustainable))
		default:
		}
	}
	return texts
}

func (p *planner) promise(q staffing.Promise) string { return p.words.Promise(q.Share, q.Within) }

func (p *planner) level(c *CapacityChannel, level staffing.Level) string {
	own := c.Focus.Volume == nil
	switch {
	case level == staffing.Low && own:
		return p.heads.Low3
	case level == staffing.High && own:
		return p.heads.High3
	case own:
		return p.heads.Own
	case level == staffing.Low:
		return p.heads.Low
	case level == staffing.High:
		return p.heads.High
	}
	return p.heads.Typical
}

// onDuty says how many people are on duty: "1" or "2–4".
func (p *planner) onDuty(plan *staffing.Plan) string {
	if plan.Least == plan.Most {
		return p.l.Integer(plan.Most)
	}
	return p.l.NumberRange(float64(plan.Least), float64(plan.Most))
}

// share says a share in whole per cents, but never 0% or 100% for what is not
// quite none or all.
func (p *planner) share(x float64) string {
	const edge = 0.005
	switch {
	case x > 0 && x < edge:
		return "<1%"
	case x < 1 && x >= 1-edge:
		return ">99%"
	}
	return p.l.Percent(x, 0)
}

func (p *planner) scenarios(c *CapacityChannel) wordGrid {
	h := p.heads
	g := wordGrid{title: h.Scenarios, head: []string{h.Volume, h.PerHour, h.Promise, h.OnDuty, h.InTime, h.Wait, h.Busy, h.FTE}, words: 1}
	patient := p.Assumed.Patience == 0
	if !patient {
		g.head = slices.Insert(g.head, 6, h.GaveUp)
	}
	for i := range c.Focus.Outlook.Cases {
		k := &c.Focus.Outlook.Cases[i]
		if k.Level == staffing.MarginLow || k.Level == staffing.MarginHigh {
			continue
		}
		plans := []*staffing.Plan{&k.Plan, &k.Other}
		if k.Plan.Promise == k.Other.Promise {
			plans = plans[:1]
		}
		for _, plan := range plans {
			line := []string{p.level(c, k.Level), p.l.Number(plan.Volume), p.promise(plan.Promise), p.onDuty(plan),
				p.share(plan.Service), p.words.Lasting(plan.Wait), p.share(plan.Busy), p.l.Decimal(plan.FTE, 1)}
			if !patient {
				line = slices.Insert(line, 6, p.share(plan.Abandoned))
			}
			g.lines = append(g.lines, line)
		}
	}
	return g
}

func (p *planner) mixes(c *CapacityChannel) wordGrid {
	h := p.heads
	g := wordGrid{title: h.Mixes, head: []string{h.Work, h.InTime, h.Wait, h.Mail}, words: 1}
	for i := range c.Focus.Outlook.Mixes {
		m := &c.Focus.Outlook.Mixes[i]
		line := []string{p.words.OtherWork(string(m.Work)), p.words.TooMuch(), "–", "–"}
		if m.Sustainable {
			line[1], line[2] = p.share(m.Service.Value), p.waiting(m.Wait.Value)
		}
		if m.Work == staffing.MixMail {
			line[3] = p.share(m.Mail)
		}
		g.lines = append(g.lines, line)
	}
	return g
}

func (p *planner) groups(c *CapacityChannel) wordGrid {
	h := p.heads
	g := wordGrid{title: h.Groups, head: []string{h.Group, "n", h.PerHour, h.OnDuty, h.InTime, h.Busy, h.FTE}, words: 1}
	for _, o := range append([]CapacityGroup{c.Focus}, c.Others...) {
		plan := &o.Outlook.Typical().Plan
		g.lines = append(g.lines, []string{p.label(o.Volume), p.l.Integer(o.Volume.Median.Base), p.l.Number(plan.Volume),
			p.onDuty(plan), p.share(plan.Service), p.share(plan.Busy), p.l.Decimal(plan.FTE, 1)})
	}
	return g
}

// longest is the longest mean wait, in hours, that is told: work that is hardly
// possible has waits without a meaning.
const longest = 1

func (p *planner) waiting(hours float64) string {
	if hours > longest {
		return p.words.Longer(longest)
	}
	return p.words.Lasting(hours)
}

// assumptions lists what everything rests on.
func (p *planner) assumptions() wordGrid {
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
	if p.simulated() {
		b.Switch = w.Lasting(a.Switch)
		if a.Phone > 0 {
			b.Phone, b.Talking, b.Peak = w.OfTime(p.l.Percent(a.Phone, 0)), w.Lasting(a.Talking), w.Times(p.l.Number(a.Peak))
		}
	}
	g := wordGrid{title: p.heads.Assumptions, words: 3}
	for _, x := range w.Assumptions(b) {
		source := x.Source
		if slices.Contains(p.Given, strings.TrimPrefix(x.Flag, "--")) {
			source = w.Given()
		}
		g.lines = append(g.lines, []string{x.What, x.Value, source, x.Flag})
	}
	return g
}

// hoursOfTwoDays is a time that is said in hours.
const hoursOfTwoDays = 48

func (p *planner) simulated() bool {
	return slices.ContainsFunc(p.Channels, func(c CapacityChannel) bool { return len(c.Focus.Outlook.Mixes) > 0 })
}

// method says how it was computed, with the largest difference between formula and
// simulation.
func (p *planner) method() []string {
	gap, margin := -1.0, 0.0
	for i := range p.Channels {
		for _, m := range p.Channels[i].Focus.Outlook.Mixes {
			if d := math.Abs(m.Service.Value - m.Formula); m.Work == staffing.MixNone && d > gap {
				gap, margin = d, m.Service.SE
			}
		}
	}
	if gap < 0 {
		return p.words.Method("", "", p.Assumed.Chats > 1, p.Assumed.Patience == 0)
	}
	return p.words.Method(p.l.Decimal(100*gap, 2), p.l.Decimal(100*margin, 2), p.Assumed.Chats > 1, p.Assumed.Patience == 0)
}
