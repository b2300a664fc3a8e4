package reports

import (
	"cmp"
	"slices"

	"benchmark/analysis"
	"benchmark/charts"
)

// Option changes what Build makes.
type Option func(*builder)

// Whole makes the report on the whole study, ordered as it is read: who answered,
// all channels side by side, a section on each channel with every question about
// it, capacity, webcare, the chatbot, contact, the differences by type, by size
// class and by what was asked for, what changed, and the other questions. The
// findings stand with their sections and the summary tells the headlines; without
// it the sections go by topic, and all findings come first.
func Whole() Option { return func(b *builder) { b.whole = true } }

// With adds sections to a report on the whole study. Each stands behind the
// study's own section on its Topic, or where that would be: CapacityTopic, Changes or
// a topic of the analysis. A section without a Name is named by its topic.
func With(sections ...Section) Option {
	return func(b *builder) { b.more = append(b.more, sections...) }
}

// WithoutCharts leaves the charts out of a report by topic, for what draws none.
func WithoutCharts() Option { return func(b *builder) { b.charts = []charts.Chart{} } }

// ForPrograms leaves out all that a report tells beside the figures and the findings, for
// JSON and CSV.
func ForPrograms() Option { return func(b *builder) { b.forPrograms = true } }

// The topics of sections that gather more than one topic of the analysis.
const (
	// OneChannel is all that was asked about one channel.
	OneChannel analysis.Topic = "channel"
	// CapacityTopic is how busy the channels are, and what holds organisations back from
	// more than one.
	CapacityTopic analysis.Topic = "capacity-of-channels"
	// ByGroup is what differs between the groups of one breakdown.
	ByGroup analysis.Topic = "groups"
	// Changes is what changed since the last time.
	Changes analysis.Topic = "changes"
)

// wholeTopics are the sections of a report on the whole study in their order.
func wholeTopics() []analysis.Topic {
	return []analysis.Topic{
		analysis.Respondents, analysis.Channels, OneChannel, CapacityTopic, analysis.Ownership, analysis.Words, analysis.Change,
		ByGroup, Changes, analysis.Satisfaction, analysis.Praise, analysis.Concern, analysis.Reasons,
		analysis.OtherQuestion, analysis.Ratios,
	}
}

// inOrder puts sections in the order of the whole study; those of one topic stay
// as they are, and unknown topics come last.
func inOrder(sections []Section) {
	rank := func(s *Section) int {
		if i := slices.Index(wholeTopics(), s.Topic); i >= 0 {
			return i
		}
		return len(wholeTopics())
	}
	slices.SortStableFunc(sections, func(x, y Section) int { return cmp.Compare(rank(&x), rank(&y)) })
}

// id names a section within its report.
func (s *Section) id() string { return cmp.Or(s.Name, string(s.Topic)) }
