package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// advice follows from the own answers.
func (b *positionBuilder) advice() []string {
	var capacity, staff, starts, texts []string
	add := func(to *[]string, channel string) {
		if channel = clean(channel); channel != "" && !slices.Contains(*to, channel) {
			*to = append(*to, channel)
		}
	}
	for k := range b.p.Rows {
		r := &b.p.Rows[k]
		if r.Own.State != position.Given {
			continue
		}
		switch r.Topic {
		case analysis.Barriers:
			if !r.Own.Yes {
				continue
			}
			switch locale.BarrierKind(r.Key, r.Label) {
			case locale.BarrierCapacity:
				add(&capacity, r.Channel)
			case locale.BarrierStaff:
				add(&staff, r.Channel)
			}
		case analysis.AdoptionTopic:
			if r.Own.Yes {
				add(&starts, r.Channel)
			}
		case analysis.Volume:
			if r.Verdict() == position.Above {
				texts = append(texts, b.words.AdviceVolume(clean(r.Channel)))
			}
		case analysis.Satisfaction:
			if !r.Own.Yes {
				texts = append(texts, b.words.AdviceSatisfaction(clean(r.Channel)))
			}
		case analysis.Ownership:
			if !r.Own.Yes && r.Means == survey.ContactCentre {
				texts = append(texts, b.words.AdviceOwner(clean(r.Own.Option)))
			}
		default:
		}
	}
	var first []string
	for _, part := range []struct {
		channels []string
		say      func(string) string
	}{{capacity, b.words.AdviceCapacity}, {staff, b.words.AdviceStaff}, {starts, b.words.AdviceStart}} {
		if len(part.channels) > 0 {
			first = append(first, part.say(b.words.Channels(part.channels)))
		}
	}
	texts = append(first, texts...)
	if len(texts) == 0 {
		return []string{b.words.AdviceNone()}
	}
	return append(texts, b.words.AdviceSource())
}

// moves tell of every channel that the organisation does not use what those do
// that use it.
func (b *positionBuilder) moves() []string {
	var texts []string
	for i := range b.p.Moves {
		m := &b.p.Moves[i]
		channel := clean(m.Channel)
		text := b.words.MoveUsers(m.Users, b.group(&b.p.Groups[m.Group]), channel)
		add := func(s string) { text += " " + s }
		if m.Owner.Status == analysis.Estimated {
			add(b.words.MoveOwner(b.l.Percent(m.Owner.Value, 0), m.Owner.Base))
		}
		if m.Also.Status == analysis.Estimated {
			add(b.words.MoveAlso(b.l.Percent(m.Also.Value, 0), clean(m.AlsoChannel)))
		}
		if m.Satisfied.Status == analysis.Estimated {
			add(b.words.MoveSatisfied(b.l.Percent(m.Satisfied.Value, 0), channel, m.Satisfied.Base))
		}
		if len(m.Praised) > 0 {
			var reasons []string
			for _, p := range m.Praised {
				reasons = append(reasons, b.l.Small(clean(p.Label))+" ("+b.l.Percent(p.Share.Value, 0)+")")
			}
			add(b.words.MovePraised(reasons))
		}
		if m.Volume.Status == analysis.Estimated {
			add(b.words.MoveVolume(b.l.Number(m.Volume.Value), clean(m.VolumeUnit), m.Volume.Base))
		}
		texts = append(texts, text)
	}
	return texts
}
