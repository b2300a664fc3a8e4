package reports

import "benchmark/analysis"

// plain reports whether a study has no other questions than those without a role.
func (b *builder) plain() bool {
	for i := range b.study.Tables {
		switch b.study.Tables[i].Topic {
		case analysis.Respondents, analysis.Coverage, analysis.Bounds, analysis.OtherQuestion, analysis.Ratios:
		default:
			return false
		}
	}
	return true
}

// plainFinding tells of one of the first questions of a study that has no others
// than those without a role: its commonest answers, or the middle of its numbers.
func (b *builder) plainFinding(t *analysis.Table) []Finding {
	if !b.whole || !b.plain() || !b.first(t) {
		return nil
	}
	if median, ok := say(t, t.Row(analysis.KeyMedian, analysis.Median), 0); ok {
		figures, mean := []said{median}, ""
		if m, ok := say(t, t.Row(analysis.KeyMean, analysis.Mean), 0); ok {
			figures, mean = append(figures, m), b.roughly(m, b.l.Decimal(m.Value, 1))
		}
		text := b.words.Middle(clean(t.Title), clean(t.Unit), b.roughly(median, b.l.Number(median.Value)), mean, median.Base)
		return []Finding{finding(text, figures...)}
	}
	figures := b.ranked(t, topReasons)
	if len(figures) == 0 {
		return nil
	}
	if low, high := b.scale(t.Question); high > low && numbered(b.rowLabel(t, figures[0].row)) {
		if m, ok := say(t, t.Row(analysis.KeyMean, analysis.Mean), 0); ok {
			mean := b.words.ScaleMean(b.roughly(m, b.l.Decimal(m.Value, 1)), low, high)
			return []Finding{finding(b.words.OfScale(clean(t.Title), mean, m.Base), m)}
		}
	}
	return []Finding{b.chosen(t, figures)}
}

// first reports whether a table is among those of the first questions without a
// role of which something is shown.
func (b *builder) first(t *analysis.Table) bool {
	n := 0
	for i := range b.study.Tables {
		o := &b.study.Tables[i]
		if o == t {
			return n < headlinesOfPlain
		}
		if o.Topic == analysis.OtherQuestion && (len(b.ranked(o, 1)) > 0 || o.Row(analysis.KeyMedian, analysis.Median) >= 0) {
			n++
		}
	}
	return false
}

// onlyTotal reports whether a table of who answered tells no more than how many.
func onlyTotal(t *analysis.Table) bool {
	return t.Topic == analysis.Respondents && len(t.Groups) == 1
}
