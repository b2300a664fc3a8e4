package reports

import (
	"benchmark/analysis"
	"benchmark/analysis/staffing"
)

// CapacitySchema names the contract of the JSON of a capacity plan and its version.
const CapacitySchema = "benchmark-capacity/1"

// CapacityFields lists the path of every field of that JSON, as JSONFields does.
func CapacityFields() []string { return fieldsOf(capacityType()) }

func capacityJSON(c *Capacity) jsonCapacity {
	a := c.Assumed
	j := jsonCapacity{Schema: CapacitySchema, Organisation: c.Organisation, Assumptions: jsonAssumptions{
		Handling: a.Handling, Chats: a.Chats, Speeds: a.Speeds(), Service: a.Promise.Share, Within: a.Promise.Within,
		CompareService: a.Other.Share, CompareWithin: a.Other.Within, MostLoad: a.MostLoad, Shrinkage: a.Shrinkage, Least: a.Least,
		Week: a.Week, Hours: c.HoursText, Profile: c.ProfileText, Phone: a.Phone, Talking: a.Talking, Peak: a.Peak, Switch: a.Switch, Seed: a.Seed,
		Growth: jsonVolumeGrowth{a.Growth.Low, a.Growth.Yearly, a.Growth.High, a.Growth.Years},
	}, Channels: []jsonCapacityChannel{}}
	if c.Study != nil {
		p := provenanceJSON(c.Study.Survey, c.Reading)
		j.Provenance = &p
	} else {
		j.jsonMade = madeJSON(c.Reading)
	}
	if a.Patience > 0 {
		j.Assumptions.Patience = &a.Patience
	}
	for i := range c.Channels {
		k := &c.Channels[i]
		out := jsonCapacityChannel{Channel: k.Channel, Unit: k.Unit, Asked: k.Asked, NotUsed: append([]string{}, k.NotUsed...)}
		for n, g := range append([]CapacityGroup{k.Focus}, k.Others...) {
			group := capacityGroupJSON(&g)
			group.Own = k.Own && n == 0
			out.Groups = append(out.Groups, group)
		}
		if u := k.Uptake; u != nil {
			out.Uptake = &jsonUptake{u.Now, u.Surely, u.Likely, u.N, u.Expected, u.Low, u.High, u.Level}
		}
		j.Channels = append(j.Channels, out)
	}
	return j
}

func capacityGroupJSON(g *CapacityGroup) jsonCapacityGroup {
	out := jsonCapacityGroup{Mixes: []jsonMix{}}
	if v := g.Volume; v != nil {
		group := &v.Table.Groups[v.Group]
		out.Breakdown, out.Level, out.Label, out.Base = group.Breakdown, group.Level, group.Label, v.Median.Base
		if v.Median.Method != analysis.NoInterval {
			out.Low, out.High = &v.Median.Low, &v.Median.High
		}
	}
	for i := range g.Outlook.Cases {
		out.Plans = append(out.Plans, plansJSON(&g.Outlook.Cases[i])...)
	}
	if g.Outlook.Doubled != nil {
		out.Plans = append(out.Plans, plansJSON(g.Outlook.Doubled)...)
	}
	detailJSON(&g.Outlook, &out)
	for i := range g.Outlook.Mixes {
		m := &g.Outlook.Mixes[i]
		mix := jsonMix{Work: string(m.Work), Sustainable: m.Sustainable}
		if m.Sustainable {
			mix.InTime, mix.InTimeSE, mix.Wait, mix.WaitSE = &m.Service.Value, &m.Service.SE, &m.Wait.Value, &m.Wait.SE
		}
		switch m.Work {
		case staffing.MixNone:
			mix.Formula = &m.Formula
		case staffing.MixMail:
			mix.Mail = &m.Mail
		default:
		}
		out.Mixes = append(out.Mixes, mix)
	}
	return out
}

// plansJSON are the plans of a case for both promises.
func plansJSON(k *staffing.Case) []jsonPlan {
	var all []jsonPlan
	for _, plan := range []*staffing.Plan{&k.Plan, &k.Other} {
		all = append(all, jsonPlan{
			Level: string(k.Level), Volume: plan.Volume, Busiest: plan.Busiest, Service: plan.Promise.Share, Within: plan.Promise.Within,
			Least: plan.Least, Most: plan.Most, OpenHours: plan.OpenHours, DutyHours: plan.DutyHours, FTE: plan.FTE, WorkFTE: plan.WorkFTE, Roster: plan.Roster,
			InTime: plan.Service, Wait: plan.Wait, Abandoned: plan.Abandoned, Busy: plan.Busy, FreeHours: plan.FreeHours, Room: plan.Room,
		})
	}
	return all
}

// detailJSON adds what is told of a typical case alone.
func detailJSON(o *staffing.Outlook, out *jsonCapacityGroup) {
	for _, c := range o.Curve {
		x := jsonPeople{People: c.People, Enough: c.Enough, Stable: c.Stable}
		if c.Stable {
			x.InTime, x.Slower, x.Wait, x.Busy = &c.Service, &c.Slower, &c.Wait, &c.Busy
		}
		out.Curve = append(out.Curve, x)
	}
	for _, c := range o.Cover {
		out.Cover = append(out.Cover, jsonCover{c.Day + 1, c.From, c.To, c.Volume, c.People})
	}
	for i := range o.Path {
		s := &o.Path[i]
		out.Growth = append(out.Growth, jsonStep{
			s.Year, s.Volume.Value, s.Volume.Low, s.Volume.High, s.Plan.Most, s.Low.Most, s.High.Most, s.Plan.FTE, s.Low.FTE, s.High.FTE,
		})
	}
	for _, v := range o.Variations {
		x := jsonVariation{Assumption: string(v.Assumed)}
		for _, side := range []struct {
			from *staffing.Changed
			to   **jsonChanged
		}{{v.Low, &x.Low}, {v.High, &x.High}} {
			if side.from != nil {
				*side.to = &jsonChanged{side.from.Value, side.from.Plan.Most, side.from.Plan.FTE}
			}
		}
		out.Sensitivity = append(out.Sensitivity, x)
	}
}
