package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// advice follows from the own answers, and each names the one that it follows from:
// first what the codebook advises, then the lessons of the study of 2018.
func (b *positionBuilder) advice() []string {
	var texts []string
	for i := range b.p.Advice {
		texts = append(texts, b.codebookAdvice(&b.p.Advice[i]))
	}
	codebook := len(texts) > 0
	lessons := append(b.channelAdvice(), b.answerAdvice()...)
	if texts = append(texts, lessons...); len(texts) == 0 {
		return []string{b.words.AdviceNone()}
	}
	return append(texts, b.words.AdviceSource(len(lessons) > 0, codebook))
}

// codebookAdvice is an advice of the codebook with the answer that it is for.
func (b *positionBuilder) codebookAdvice(a *position.Advised) string {
	answers := make([]string, 0, len(a.Wordings))
	for _, w := range a.Wordings {
		answers = append(answers, clean(w))
	}
	if a.Amount {
		answers = []string{strings.TrimSpace(b.l.Number(a.Number) + " " + b.l.UnitOf(a.Number, clean(a.Unit)))}
	}
	return b.words.AdviceOf(clean(a.Title), answers, clean(a.Advice.In(b.l.Dutch())))
}

// barriers are the channels for which one kind of barrier was named, and its wording.
type barriers struct {
	label    string
	channels []string
}

func (x *barriers) add(r *position.Row) {
	if x.label == "" {
		x.label = clean(r.Label)
	}
	x.channels = withChannel(x.channels, r.Channel)
}

// withChannel adds a channel that people chat by, once.
func withChannel(all []string, channel string) []string {
	if channel = clean(channel); locale.ChatChannel(channel) && !slices.Contains(all, channel) {
		return append(all, channel)
	}
	return all
}

// channelAdvice is about channels that people chat by: what holds the organisation
// back, what it starts with, what it uses. Which work goes with chat is said once.
func (b *positionBuilder) channelAdvice() []string {
	var capacity, staff barriers
	var starts, uses []string
	for k := range b.p.Rows {
		r := &b.p.Rows[k]
		if r.Own.State != position.Given || !r.Own.Yes || b.p.Advises(r) {
			continue
		}
		switch r.Topic {
		case analysis.Barriers:
			switch locale.BarrierKind(r.Key, r.Label) {
			case locale.BarrierCapacity:
				capacity.add(r)
			case locale.BarrierStaff:
				staff.add(r)
			}
		case analysis.AdoptionTopic:
			starts = withChannel(starts, r.Channel)
		case analysis.Channels:
			uses = withChannel(uses, r.Channel)
		default:
		}
	}
	var texts []string
	add := func(channels []string, say func(channels string) string) {
		if len(channels) > 0 {
			texts = append(texts, say(b.words.Channels(channels)))
		}
	}
	combine := " " + b.words.AdviceCombine()
	once := func() string {
		text := combine
		combine = ""
		return text
	}
	add(capacity.channels, func(c string) string {
		return b.words.AdviceBarrier(capacity.label, c) + once() + " " + b.words.AdviceCapacity()
	})
	add(staff.channels, func(c string) string { return b.words.AdviceBarrier(staff.label, c) + " " + b.words.AdviceStaff() })
	add(starts, func(c string) string { return b.words.AdviceStart(c) + once() })
	if combine != "" {
		add(uses, func(c string) string { return b.words.AdviceUses(c) + once() })
	}
	return texts
}

// answerAdvice is about single answers: a high volume, no satisfaction, who does
// webcare.
func (b *positionBuilder) answerAdvice() []string {
	var texts []string
	for k := range b.p.Rows {
		r := &b.p.Rows[k]
		if r.Own.State != position.Given || b.p.Advises(r) {
			continue
		}
		switch {
		case r.Topic == analysis.Volume && r.Verdict() == position.Above && locale.ChatChannel(r.Channel):
			texts = append(texts, b.words.AdviceVolume(clean(r.Channel), b.l.Number(r.Own.Number), b.unit(r.Own.Number, r.Unit)))
		case r.Topic == analysis.Satisfaction && !r.Own.Yes && locale.ChatChannel(r.Channel):
			texts = append(texts, b.ownSaid(r)+" "+b.words.AdviceSatisfaction())
		case r.Topic == analysis.Ownership && (r.Own.Means == survey.Communication || r.Own.Means == survey.Mixed):
			texts = append(texts, b.ownSaid(r)+" "+b.words.AdviceOwner(r.Own.Means == survey.Mixed))
		}
	}
	return texts
}

// moves tell of every channel that the organisation does not use what those do
// that use it.
func (b *positionBuilder) moves() []string {
	if len(b.p.Moves) == 0 {
		return nil
	}
	texts := []string{b.words.MovesLead()}
	for i := range b.p.Moves {
		m := &b.p.Moves[i]
		channel := clean(m.Channel)
		text := b.words.MoveUsers(m.Users, b.group(&b.p.Groups[m.Group]), channel)
		add := func(s string) { text += " " + s }
		if m.Owner.Status == analysis.Estimated {
			part, _ := b.part(&m.Owner)
			add(b.words.MoveOwner(part))
		}
		if m.Also.Status == analysis.Estimated {
			part, percentage := b.part(&m.Also)
			add(b.words.MoveAlso(part, clean(m.AlsoChannel), m.Also.Count == 1 && !percentage, percentage))
		}
		if m.Volume.Status == analysis.Estimated {
			add(b.words.MoveVolume(b.l.Number(m.Volume.Value), b.unit(m.Volume.Value, m.VolumeUnit), m.Volume.Base))
		}
		if m.Satisfied.Status == analysis.Estimated {
			add(b.words.MoveSatisfied(b.l.PercentSaid(m.Satisfied.Value), channel, m.Satisfied.Base))
		}
		if len(m.Praised) > 0 {
			var reasons []string
			for _, p := range m.Praised {
				label := b.l.Small(clean(p.Label))
				if b.foreign() {
					label = b.words.Quoted(clean(p.Label))
				}
				reasons = append(reasons, label+" ("+b.l.PercentSaid(p.Share.Value)+")")
			}
			add(b.words.MovePraised(reasons, m.Praised[0].Share.Base))
		}
		texts = append(texts, text)
	}
	return texts
}

// part says for what part of those it is about a figure holds, and whether as a
// percentage.
func (b *positionBuilder) part(e *analysis.Estimate) (part string, percentage bool) {
	return b.words.Part(e.Count, e.Base, b.l.PercentSaid(e.Value))
}
