package reports

import (
	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// adoption says how many use a channel, what the projection is, and who plans
// to start.
func (b *builder) adoption(t *analysis.Table) []Finding {
	channel := clean(t.Channel)
	var found []Finding
	if uses, ok := meaning(t, survey.Uses); ok {
		text := b.words.Uses(channel, b.figure(uses))
		figures := []said{uses}
		if p, ok := total(t, analysis.KeyProjection); ok {
			fraction, _ := b.l.Fraction(p.Value)
			if p.Weighted {
				text += b.words.EstimatedIfPlansHold(b.figure(p))
			} else {
				text += b.words.IfPlansHold(fraction, p.Value, p.Count, p.Base)
			}
			figures = append(figures, p)
		}
		found = append(found, finding(joinSentences(text), figures...))
	}
	var figures []said
	var phrases [3]string
	for i, means := range []string{survey.Surely, survey.Likely, survey.Pilot} {
		if s, ok := meaning(t, means); ok && (s.Count > 0 || means != survey.Pilot) {
			phrases[i] = b.figure(s)
			figures = append(figures, s)
		}
	}
	if len(figures) > 0 {
		found = append(found, finding(b.words.Intentions(channel, phrases[0], phrases[1], phrases[2]), figures...))
	}
	return found
}

// consideration says how many of those without a channel consider it.
func (b *builder) consideration(t *analysis.Table) []Finding {
	considers, ok := total(t, analysis.KeyConsiders)
	if !ok {
		return nil
	}
	figures := []said{considers}
	plans := ""
	if p, ok := total(t, analysis.KeyPlans); ok {
		plans = b.figure(p)
		figures = append(figures, p)
	}
	if considers.Weighted {
		return []Finding{finding(b.words.EstimatedConsiders(clean(t.Channel), b.figure(considers), plans), figures...)}
	}
	text := b.words.Considers(clean(t.Channel), considers.Value, considers.Count, considers.Base, plans)
	return []Finding{finding(text, figures...)}
}

// satisfaction says how many are satisfied with a channel.
func (b *builder) satisfaction(t *analysis.Table) []Finding {
	top, ok := total(t, analysis.KeyTopTwo)
	if !ok {
		return nil
	}
	figures := []said{top}
	bottom := ""
	if s, ok := total(t, analysis.KeyBottomTwo); ok {
		bottom = b.figure(s)
		figures = append(figures, s)
	}
	return []Finding{finding(b.words.Satisfied(clean(t.Channel), b.figure(top), bottom), figures...)}
}

// volume says how busy a channel is, also among large organisations.
func (b *builder) volume(t *analysis.Table) []Finding {
	median, ok := say(t, t.Row(analysis.KeyMedian, analysis.Median), 0)
	if !ok {
		return nil
	}
	figures := []said{median}
	v := locale.Volume{Channel: clean(t.Channel), Unit: clean(t.Unit), Median: b.roughly(median, b.l.Number(median.Value)), Base: median.Base}
	if mean, ok := say(t, t.Row(analysis.KeyMean, analysis.Mean), 0); ok {
		v.Mean = b.roughly(mean, b.l.Decimal(mean.Value, 1))
		figures = append(figures, mean)
	}
	return []Finding{finding(b.words.Volume(b.largeVolume(t, &v, &figures)), figures...)}
}

// largeVolume adds the large organisations, where the frame of the survey
// knows which those are.
func (b *builder) largeVolume(t *analysis.Table, v *locale.Volume, figures *[]said) locale.Volume {
	for g := range t.Groups {
		if t.Groups[g].Means != survey.Large {
			continue
		}
		median, ok := say(t, t.Row(analysis.KeyMedian, analysis.Median), g)
		if !ok {
			break
		}
		v.Large, v.LargeMedian, v.LargeBase = clean(t.Groups[g].Label), b.roughly(median, b.l.Number(median.Value)), median.Base
		*figures = append(*figures, median)
		low, okLow := say(t, t.Row(analysis.KeyLower, analysis.LowerQuartile), g)
		high, okHigh := say(t, t.Row(analysis.KeyUpper, analysis.UpperQuartile), g)
		if okLow && okHigh {
			v.LargeLower, v.LargeUpper = b.l.Number(low.Value), b.l.Number(high.Value)
			*figures = append(*figures, low, high)
		}
		break
	}
	return *v
}

// change says how many see more and how many see less customer contact.
func (b *builder) change(t *analysis.Table) []Finding {
	rise, okRise := total(t, analysis.KeyRise)
	fall, okFall := total(t, analysis.KeyFall)
	if !okRise || !okFall {
		return nil
	}
	figures := []said{rise, fall}
	mean := ""
	if m, ok := say(t, t.Row(analysis.KeyMean, analysis.Mean), 0); ok {
		if low, high := b.scale(t.Question); high > low {
			mean = b.words.ScaleMean(b.roughly(m, b.l.Decimal(m.Value, 1)), low, high)
			figures = append(figures, m)
		}
	}
	if rise.Weighted {
		return []Finding{finding(b.words.EstimatedChange(b.figure(rise), b.figure(fall), mean), figures...)}
	}
	text := b.words.ChangeFinding(rise.Count, fall.Count, rise.Base, rise.Value, fall.Value, mean)
	return []Finding{finding(text, figures...)}
}

// scale returns the lowest and highest point of a question, or zeros.
func (b *builder) scale(question string) (low, high int) {
	q := b.survey.Find(question)
	if q < 0 {
		return 0, 0
	}
	points, on := b.survey.Questions[q].Points()
	first := true
	for o, point := range points {
		if p := int(point); on[o] {
			if first {
				low, high, first = p, p, false
			}
			low, high = min(low, p), max(high, p)
		}
	}
	return low, high
}

// ownership says who does webcare, and what the contact centre does among the
// users of each channel.
func (b *builder) ownership(t *analysis.Table) []Finding {
	figures := b.ranked(t, 0)
	if len(figures) == 0 {
		return nil
	}
	found := []Finding{finding(b.words.Owners(b.options(t, figures)), figures...)}
	for i := range b.study.Comparisons {
		if c := &b.study.Comparisons[i]; c.Table == t.ID {
			if f, ok := b.amongUsers(t, c); ok {
				found = append(found, f)
			}
		}
	}
	return found
}

// amongUsers says what the contact centre does among the users of a channel,
// and the difference from all respondents with its interval and what the test of
// it carries.
func (b *builder) amongUsers(t *analysis.Table, c *analysis.Comparison) (Finding, bool) {
	row := t.Row(c.Row, analysis.Share)
	if row < 0 || t.Rows[row].Means != survey.ContactCentre {
		return Finding{}, false
	}
	group := t.Group(c.Group.Breakdown, c.Group.Level)
	part, ok := say(t, row, group)
	if !ok || c.Part.Status != analysis.Estimated || c.Whole.Status != analysis.Estimated || c.Difference.Status != analysis.Estimated {
		return Finding{}, false
	}
	difference, interval := b.roughly(said{Estimate: &c.Difference}, b.l.Points(c.Difference.Value, 0)), ""
	if c.Difference.Method != analysis.NoInterval {
		interval = b.words.IntervalOf(c.Difference.Level, b.l.PointsRange(c.Difference.Low, c.Difference.High, 0))
	}
	whole, _ := say(t, row, 0)
	among := locale.Among{
		Channel: clean(c.Group.Label), Option: b.words.Quote(b.rowLabel(t, row)), Figure: b.figure(part), Whole: b.figure(whole),
		Difference: difference, Interval: interval,
	}
	if c.Result.Withheld == contrast.Done && c.Result.Name != contrast.NoTest {
		v := c.Verdict()
		among.Verdict, among.Seen = string(v.Conclusion), 100*v.Seen
		among.Evidence = b.l.Corrected(evidence(b.l, &c.Result), c.Family)
	}
	text := b.words.AmongUsers(among)
	return finding(text, part, whole), true
}
