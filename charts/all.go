package charts

import (
	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// All returns the charts that belong in a report, in its order: the use of
// every channel, adoption, the use of each channel by type and size class, and
// the questions on satisfaction, reasons, barriers, change, webcare and words.
// Satisfaction with more channels on one scale is compared before it is shown by
// group, and questions that were put about more channels with the same options are
// one chart.
// A question of which nothing may be shown has a chart that says so, so that its
// place in a report and its file are not missing; a breakdown of such figures is
// left out. Names are unique.
func All(study *analysis.Study, l *locale.Locale) []Chart {
	var all []Chart
	names := map[string]bool{}
	var of *analysis.Table
	add := func(c Chart, err error) bool {
		// An error here means that there is nothing to show, as documented.
		if err == nil && !names[c.Name] {
			names[c.Name] = true
			c.Topic, c.Table = of.Topic, of.ID
			all = append(all, c)
		}
		return err == nil
	}
	m := newMaker(study, l)
	adoption, satisfaction := false, false
	beside := map[*analysis.Table]bool{}
	for i := range study.Tables {
		t := &study.Tables[i]
		of = t
		switch t.Topic {
		case analysis.AdoptionTopic:
			if !adoption {
				adoption = true
				add(Adoption(study, l))
			}
			add(Breakdown(study, t, survey.Uses, nil, l))
		case analysis.Satisfaction:
			if !satisfaction {
				satisfaction = true
				for _, tables := range m.batteries(t.Topic) {
					add(Battery(study, tables, Stacked, l))
				}
			}
			add(Question(study, t, l))
		case analysis.Praise, analysis.Concern, analysis.Reasons, analysis.Barriers:
			for _, tables := range m.besides(t.Topic) {
				if tables[0] == t && add(Beside(study, tables, l)) {
					for _, t := range tables {
						beside[t] = true
					}
				}
			}
			if !beside[t] {
				add(Question(study, t, l))
			}
		case analysis.Channels, analysis.Change, analysis.Ownership, analysis.Words, analysis.Themes, analysis.OtherQuestion, analysis.Volume:
			add(Question(study, t, l))
			if t.Topic == analysis.Channels {
				add(ChannelsByGroup(study, l))
			}
		}
	}
	return all
}
