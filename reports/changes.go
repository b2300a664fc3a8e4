package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/trend"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// WithChanges adds to a report on the whole study what changed since earlier waves of
// it and what is to be expected. The last wave is the study itself; without a Trend there
// is none but that, and the sections are those of the Outlook alone.
func WithChanges(w *Waves) Option { return func(b *builder) { b.waves = w } }

// The sections on changes in a report on the whole study; flowsSection and plansSection
// are others.
const (
	changesSection = "changes"
	othersSection  = "changes-of-others"
	driftSection   = "drift"
	growthSection  = "growth"
	basisSection   = "assumptions"
)

// changesMade are the sentences and sections on what changed and what is to be expected.
func (b *builder) changesMade() ([]Finding, []Section) {
	if b.waves == nil {
		return nil, nil
	}
	var found []Finding
	var sections []Section
	if b.waves.Trend != nil {
		t := newTrendBuilder(b.waves, b.l)
		found, sections = t.told(), t.gathered()
	}
	if len(b.waves.Outlook.Forecasts) > 0 {
		f := newForecastBuilder(&b.waves.Outlook, b.l)
		found, sections = append(found, f.told()...), append(sections, f.gathered()...)
	}
	for i := range sections {
		sections[i].Topic = Changes
	}
	return found, sections
}

// told are the sentences for a report on the whole study: one of them is for its
// summary.
func (b *trendBuilder) told() []Finding {
	all := b.findings()
	last := b.counted(len(b.t.Waves) - 1)
	for i := range all {
		f := &all[i]
		f.Headline = f.Text == last
		switch f.Section {
		case whoSection, trendSection(analysis.AdoptionTopic), trendSection(analysis.Channels):
			f.Section = changesSection
		case flowsSection:
		default:
			f.Section = othersSection
		}
	}
	return all
}

// gathered are the sections for a report on the whole study: who took part with the
// use of channels, the other figures, who started and stopped, and what can be compared.
func (b *trendBuilder) gathered() []Section {
	who := b.who()
	first := Section{Title: b.words.ChangedSince(b.moment(0)), Name: changesSection, Intro: append([]string{b.words.Lead()}, b.warnings()...), grids: who.grids}
	rest := Section{Title: b.heads.Others, Name: othersSection}
	for _, s := range b.topics() {
		into := &rest
		if s.Name == trendSection(analysis.AdoptionTopic) || s.Name == trendSection(analysis.Channels) {
			into = &first
		}
		into.grids = append(into.grids, s.grids...)
		into.Charts = append(into.Charts, s.Charts...)
	}
	all := append([]Section{first}, b.splits(false)...)
	if len(rest.grids) > 0 {
		all = append(all, rest)
	}
	if s := b.flows(); len(s.grids) > 0 {
		all = append(all, s)
	}
	drift := b.drift()
	drift.Intro = nil // the first section says it
	return append(all, drift)
}

// changesMethod says how changes and expectations came about.
func (b *builder) changesMethod() []string {
	var note []string
	if b.waves == nil {
		return nil
	}
	if b.waves.Trend != nil {
		t := newTrendBuilder(b.waves, b.l)
		note = append(note, t.method()...)
	}
	if len(b.waves.Outlook.Forecasts) > 0 {
		note = append(note, b.l.Forecast().Method()...)
	}
	return note
}

// changesRead says from what the earlier waves were read.
func (b *builder) changesRead() []Fact {
	if b.waves == nil || b.waves.Trend == nil {
		return nil
	}
	return readBefore(b.waves.Trend, b.l)
}

// readBefore says from what the waves before the last one were read.
func readBefore(t *trend.Trend, l *locale.Locale) []Fact {
	var earlier []*survey.Survey
	for i := range t.Waves[:len(t.Waves)-1] {
		earlier = append(earlier, t.Waves[i].Study.Survey)
	}
	return surveysNamed(earlier, func(i int) string { return l.MomentShort(t.Waves[i].Moment) }, l)
}

// placed puts the sentences that no summary tells with their sections, which exist.
func placed(sections []Section, found []Finding) {
	for i := range sections {
		s := &sections[i]
		for _, f := range found {
			if !f.Headline && f.Section == s.id() && !slices.Contains(s.Intro, f.Text) {
				s.Intro = append(s.Intro, f.Text)
			}
		}
	}
}
