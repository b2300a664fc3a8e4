package charts

import (
	"slices"

	"benchmark/survey"
)

// channelRoles returns a colour for each of at most mostTrends channels that
// stand beside each other: a channel has the same one in every chart of a survey,
// by its place among the channels that the survey asks about. What is no such
// channel, or one too many, takes the first colour that is free.
func (m *maker) channelRoles(channels []string) []Role {
	known := m.channels()
	all := make([]Role, len(channels))
	taken := map[Role]bool{}
	for i, channel := range channels {
		if at := slices.Index(known, channel); at >= 0 && at < mostTrends && !taken[LineFirst+Role(at)] {
			all[i] = LineFirst + Role(at)
			taken[all[i]] = true
		}
	}
	for i := range all {
		for free := LineFirst; all[i] == Plain && free < roles; free++ {
			if !taken[free] {
				all[i], taken[free] = free, true
			}
		}
	}
	return all
}

// channels are the channels that the survey asks about, those of which it asks
// how far they are first. They do not depend on which tables the study has.
func (m *maker) channels() []string {
	var all []string
	for _, adoption := range []bool{true, false} {
		for i := range m.study.Survey.Questions {
			q := &m.study.Survey.Questions[i]
			if (q.Role == survey.Adoption) == adoption && q.Channel != "" && !slices.Contains(all, q.Channel) {
				all = append(all, q.Channel)
			}
		}
	}
	return all
}
