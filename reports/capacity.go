package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/staffing"
	"benchmark/survey"
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
	// Study is the survey that volumes come from, and Reading tells how it was read;
	// nil and empty for a volume that was given.
	Study    *analysis.Study
	Reading  Reading
	Channels []CapacityChannel
	// Organisation is the one that the plan is for, or empty.
	Organisation string
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
	// Own is true when Focus is what the organisation itself named.
	Own bool
	// Uptake is how many use the channel and plan to; nil where that is not known.
	Uptake *analysis.Uptake
}

// CapacityGroup is a group of organisations with what its volume takes.
type CapacityGroup struct {
	// Volume is nil for a volume that was given.
	Volume  *analysis.TypicalVolume
	Outlook staffing.Outlook
}

// planner writes a capacity plan in words.
type planner struct {
	*Capacity
	l      *locale.Locale
	words  locale.CapacityWords
	heads  locale.CapacityHeadings
	tables locale.CapacityTables
}

func newPlanner(c *Capacity, l *locale.Locale) *planner {
	return &planner{c, l, l.Capacity(), l.Capacity().Headings(), l.Capacity().Tables()}
}

// BuildCapacity makes the report of how many people channels take: the findings, a
// section for each channel with its tables and charts, and what it all rests on.
func BuildCapacity(c *Capacity, l *locale.Locale) *Report {
	p := newPlanner(c, l)
	r := &Report{
		Title: p.heads.Title, Study: c.Study, Reading: c.Reading, Capacity: c,
		FindingsLead: p.words.Lead(), MethodNote: p.method(), MethodBox: p.box(),
	}
	if c.Organisation != "" {
		r.Title += ": " + clean(c.Organisation)
	}
	p.survey(r)
	for i := range c.Channels {
		k := &c.Channels[i]
		for n, text := range p.findings(k) {
			if len(c.Channels) > 1 {
				text = p.words.About(clean(k.Channel), text)
			}
			r.Findings = append(r.Findings, Finding{Text: text, Headline: n < max(2, headlines/len(c.Channels))})
		}
		r.Sections = append(r.Sections, p.section(k))
	}
	r.Sections = append(r.Sections, p.basisSection())
	return r
}

// headlines is how many findings a summary tells, of all channels together.
const headlines = 7

// survey adds what the report tells of the survey, or that there is none.
func (p *planner) survey(r *Report) {
	if p.Study == nil {
		r.Study = &analysis.Study{Survey: &survey.Survey{Language: p.l.Tag}}
		r.Subtitle = []string{p.words.OwnVolume()}
		r.Provenance = madeBy(p.Reading, p.l)
		return
	}
	b := &builder{study: p.Study, survey: p.Study.Survey, l: p.l, words: p.l.Report()}
	r.Subtitle, r.Notices, r.Provenance = append([]string{b.title()}, b.subtitle()...), b.notices(), b.provenance(p.Reading)
	r.NotForPublication = p.Study.Options.Disclosure == analysis.Unprotected
	if p.Reading.CodebookBeside && p.Reading.Codebook != nil {
		r.Announcement = p.l.Report().CodebookBeside(clean(p.Reading.Codebook.Name))
	}
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
	if c.Own {
		return []string{p.words.Own(clean(p.Organisation), clean(c.Unit), c.Focus.Outlook.Typical().Plan.Volume)}
	}
	if v == nil {
		return nil
	}
	var texts []string
	if p.Organisation != "" {
		texts = append(texts, p.words.NoOwn(clean(p.Organisation), p.label(v)))
	}
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

// need is what the plan for the typical volume says.
func (p *planner) need(c *CapacityChannel) locale.Need {
	plan := &c.Focus.Outlook.Typical().Plan
	return locale.Need{
		Channel: clean(c.Channel), Unit: clean(c.Unit), PerHour: plan.Volume, Least: plan.Least, Most: plan.Most,
		Busy: plan.Busy, FreeHours: plan.FreeHours, OpenHours: plan.OpenHours, FTE: plan.FTE, WorkFTE: plan.WorkFTE, Roster: plan.Roster,
		Shrinkage: p.Assumed.Shrinkage, Room: plan.Room,
	}
}

// findings are the sentences that a manager reads first.
func (p *planner) findings(c *CapacityChannel) []string {
	o, need := &c.Focus.Outlook, p.need(c)
	plan, other := &o.Typical().Plan, &o.Typical().Other
	texts := []string{p.words.Presence(need), p.words.Employ(need)}
	if plan.Promise != other.Promise {
		texts = append(texts, p.words.Slower(p.promise(plan.Promise), p.promise(other.Promise),
			plan.Most, plan.Most-other.Most, plan.FTE-other.FTE, plan.Wait, other.Wait))
	}
	texts = append(texts, p.together(o)...)
	if n := len(o.Path); n > 1 {
		last := &o.Path[n-1]
		texts = append(texts, p.words.Grows(p.l.Percent(p.Assumed.Growth.Yearly-1, 0), last.Year, plan.Most, last.Plan.Most, last.Low.Most, last.High.Most))
	}
	return texts
}

// remarks are the sentences that stand with the tables of a channel.
func (p *planner) remarks(c *CapacityChannel) []string {
	o, need := &c.Focus.Outlook, p.need(c)
	plan := &o.Typical().Plan
	var texts []string
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
	if d := o.Doubled; d != nil {
		texts = append(texts, p.words.Doubles(need.Unit, d.Plan.Volume, plan.Most, d.Plan.Most, d.Plan.FTE))
	}
	if u := c.Uptake; u != nil {
		texts = append(texts, p.words.Uptake(u.Now, u.N, u.Expected, u.Low, u.High, plan.FTE))
	}
	return texts
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

func (p *planner) share(x float64) string { return p.words.Share(x) }
