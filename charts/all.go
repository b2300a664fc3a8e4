package charts

import (
	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// All returns the charts that belong in a report, in its order: the use of
// every channel, adoption, the use of each channel by type and size class, and
// the questions on satisfaction, reasons, barriers, change, webcare and words.
// A question of which nothing may be shown has a chart that says so, so that its
// place in a report and its file are not missing; a breakdown of such figures is
// left out. Names are unique.
func All(study *analysis.Study, l *locale.Locale) []Chart {
	var all []Chart
	names := map[string]bool{}
	add := func(c Chart, err error) {
		// An error here means that there is nothing to show, as documented.
		if err == nil && !names[c.Name] {
			names[c.Name] = true
			all = append(all, c)
		}
	}
	adoption := false
	for i := range study.Tables {
		t := &study.Tables[i]
		switch t.Topic {
		case analysis.AdoptionTopic:
			if !adoption {
				adoption = true
				add(Adoption(study, l))
			}
			add(Breakdown(study, t, survey.Uses, nil, l))
		case analysis.Channels, analysis.Satisfaction, analysis.Praise, analysis.Concern, analysis.Reasons, analysis.Barriers,
			analysis.Change, analysis.Ownership, analysis.Words, analysis.Themes, analysis.OtherQuestion, analysis.Volume:
			add(Question(study, t, l))
			if t.Topic == analysis.Channels {
				add(ChannelsByGroup(study, l))
			}
		}
	}
	return all
}
