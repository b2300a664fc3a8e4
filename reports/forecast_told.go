package reports

import "benchmark/analysis/forecast"

// told are the sentences on what is to be expected: the first is for a summary.
func (b *forecastBuilder) told() []Finding {
	var all []Finding
	if text := b.expected(b.o.Forecasts); text != "" {
		all = append(all, Finding{Text: text, Headline: true, Section: plansSection})
	}
	for _, f := range b.o.Forecasts {
		for _, text := range append(b.plansSaid(f), b.judgedPlans(f)...) {
			all = append(all, Finding{Text: text, Section: plansSection})
		}
		all = append(all, Finding{Text: b.growthSaid(f), Section: growthSection})
	}
	return all
}

// gathered are the sections on what is to be expected.
func (b *forecastBuilder) gathered() []Section {
	assumed := b.assumptions(b.o.Forecasts)
	assumed.Name = basisSection
	return []Section{b.plans(b.o.Forecasts), b.growth(b.o.Forecasts), assumed}
}

// expected says in one sentence what plans lead to, for each channel of which they are
// known for the same moment as those of the first.
func (b *forecastBuilder) expected(all []*forecast.Forecast) string {
	var channels []string
	moment := ""
	for _, f := range all {
		if f.Plans == nil {
			continue
		}
		at := b.l.Moment(f.Plans.Moment)
		if moment == "" {
			moment = at
		}
		if at == moment {
			channels = append(channels, b.words.Expects(b.l.Small(b.words.Subject(clean(f.Subject.Subject))), b.figure(&f.Plans.Expected[f.Plans.Main].Figure)))
		}
	}
	if len(channels) == 0 {
		return ""
	}
	return b.words.Expected(moment, channels)
}
