// Package trend sets the figures of waves of a survey beside each other: what changed,
// whether that is shown, and among whom.
//
// Figures are those of the study of each wave, as analyze publishes them. A change is
// tested among all who answered, with those that answered twice taken as such, among
// those alone, and among those that answered once (contrast.Waves), and corrected for
// the number of figures that are tested between the same two waves. Where package waves
// says that figures can't be compared nothing is tested; where they can with a break,
// the change is computed, and is no finding.
//
// # What single bodies answered
//
// What the study of a wave hides stays hidden. Beyond it a reader of two waves knows
// what those that answered twice said, if it is told. Of protected answers it is told
// only where at least MinimumAnswers organisations are in each of the four cells (yes
// or no, then and now), and in what subtracting them from the figures of a wave leaves;
// else the two waves are tested as separate samples, from the published figures alone.
// Of answers that anyone can see everything is told.
package trend

import (
	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey"
	"benchmark/survey/register"
	"benchmark/survey/waves"
)

// Wave is a wave with its figures.
type Wave struct {
	Moment survey.Moment
	Study  *analysis.Study
	// Roster has the respondents as bodies.
	Roster *register.Roster
}

// Options steer a trend.
type Options struct {
	// Level of the intervals, in (0, 1); differences are shown at what it leaves.
	Level float64
	// Disclosure is that of the studies.
	Disclosure analysis.Disclosure
	// Adjust corrects for the number of tests; empty: contrast.Holm.
	Adjust contrast.Method
	// By are the roles of the questions by which use, plans and barriers are split:
	// survey.BodyType, survey.SizeClass.
	By []survey.Role
}

// Trend is waves beside each other.
type Trend struct {
	Options Options
	// Waves are in the order of time, at least two.
	Waves []Wave
	// Drift is what differs between the questionnaires.
	Drift *waves.Drift
	// Panels[i] are the bodies of waves i and i+1.
	Panels []*waves.Panel
	// Rows are what is followed, in the order of a report.
	Rows []Row
	// Flows are who went where, between one wave and the next.
	Flows []Flow
	// Follows are what planners did.
	Follows []Follow
	// Told are those of whom it is told what they said in confidence, beside the tables of
	// the studies.
	Told []Told
	// Splits are use, plans and barriers by group.
	Splits []Split
	panels map[[2]int]*waves.Panel
	// spoken is what is told of those that answered twice, in the order of the rows.
	spoken []*spoken
}

// Told is a set of respondents of a wave of whom it is told how many gave an answer.
type Told struct {
	// Wave and Question are positions.
	Wave, Question int
	// In is the set, and Yes who of the wave gave the answer.
	In, Yes survey.Bits
}

// Row is one figure through the waves.
type Row struct {
	// ID is stable: the table of the last wave that asked it and the key of the row.
	ID string
	// Topic, Channel and Question are those of that table, Title its name, Text the
	// wording of the question.
	Topic                analysis.Topic
	Channel, Title, Text string
	// Key is the row's key, Label and Means those of its option.
	Key, Label, Means string
	// Amount says that the figure is a mean of numbers, in Unit, and not a share.
	Amount bool
	Unit   string
	// Protected rows are not told of single bodies.
	Protected bool
	// Line is the position in Drift.Lines.
	Line int
	// Figures has one for each wave; NotEstimated where it was not asked.
	Figures []analysis.Estimate
	// Changes has one for each wave: against the last wave before that asked it.
	Changes []Change
	// Overall is the change from the first figure that the last one can be compared
	// with to the last one.
	Overall Change

	questions []int   // per wave, or -1
	options   [][]int // per wave, the options that say yes
	numbers   bool
}

// Change is the change of a figure between two waves.
type Change struct {
	// From and To are waves; From is -1 where there is nothing to compare with.
	From, To int
	// Verdict says whether the figures can be compared, and Why what differs.
	Verdict waves.Verdict
	Why     []waves.Difference
	// Difference is the later figure less the earlier, with its interval; not
	// estimated where they can't be compared or one of them is not shown.
	Difference analysis.Estimate
	// Result is its test, corrected for Family figures of the same two waves that can be
	// compared, or that have a break between them.
	Result contrast.Result
	Family int
	// Separate says that the waves were tested as separate samples, since what those
	// that answered twice said may not be told.
	Separate bool
	// Panel is the change among those that answered twice, its test corrected in the same
	// way; Once that between those that answered once, its test as it is.
	Panel, Once Part
}

// Part is the change among a part of those who answered.
type Part struct {
	// Status is Estimated, HiddenOthers where it may not be told, or NotEstimated.
	Status analysis.Status
	// Before and After are the shares, N1 and N2 the numbers they are of.
	Before, After float64
	N1, N2        int
	Result        contrast.Result
}

// PartlyPaired is the method of the interval of a change with a panel, see
// contrast.Waves; without one it is that of Newcombe.
const PartlyPaired analysis.Method = "partly-paired"

// Independent is the method of the interval of a change by the designs of both waves,
// which are taken as independent samples.
const Independent analysis.Method = "design-independent"

// Conclusion says what a change carries: the zero Verdict where nothing was tested or the
// figures have a break between them.
func (c *Change) Conclusion(level float64) analysis.Verdict {
	switch {
	case c.From < 0 || c.Verdict != waves.Comparable || c.Difference.Status != analysis.Estimated || c.Result.Name == contrast.NoTest:
		return analysis.Verdict{}
	case !c.Result.Different(1 - level):
		return analysis.Verdict{Conclusion: contrast.Undecided}
	case c.Difference.Value > 0:
		return analysis.Verdict{Conclusion: contrast.Higher}
	}
	return analysis.Verdict{Conclusion: contrast.Lower}
}
