// Package position says where one organisation stands: its own answers beside
// the figures of all others, of those of its type, of its size class and of
// peers of its choice.
//
// The reader of such a report knows one answer more than anyone else: its own. A
// group of k organisations that it belongs to leaves it k-1 unknown ones. So
// every figure here is about the others: the own answer is taken out, and what
// is hidden is decided on what is left (see guard.go). It is decided for all
// groups of a report together, the widest first, since a reader can subtract one
// group from another; where a narrow group is hidden a wider one stands in.
//
// An answer is "yes" or "no" (uses WhatsApp, names a barrier) or a number. For
// the first the figure is the share of the others that say yes, for the second
// their median, with the rank of the own number among theirs.
package position

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/survey"
)

// MinimumOthers is the least number of other organisations with an answer on
// which a protected figure is shown.
const MinimumOthers = analysis.MinimumAnswers

// Polarity says which answer is good.
type Polarity = survey.Polarity

// The polarities.
const (
	Neutral = survey.NeitherBetter
	More    = survey.MoreIsBetter
	Less    = survey.LessIsBetter
)

// Verdict says how the own answer relates to the answers of a group, as far as
// the interval of the group's figure allows.
type Verdict string

// The verdicts. An answer of yes or no is with the group when the interval of
// the share lies on its side of one half, and above or below when it lies on the
// other side. A number is with the group when the interval of its rank lies
// within the middle half, above when it lies above one half, below when below;
// beside a median without a rank, by the interval of the median.
const (
	NoVerdict Verdict = ""             // there is no figure, or no own answer
	Above     Verdict = "above"        // more than most of the group
	With      Verdict = "with"         // as most of the group
	Below     Verdict = "below"        // less than most of the group
	Undecided Verdict = "undetermined" // the answers are too few or too divided to tell
)

// State says whether the organisation has an answer of its own.
type State string

// The states.
const (
	Given         State = "given"
	NotAnswered   State = "not-answered"
	NotApplicable State = "not-applicable" // not put to this organisation
)

// Answer is the own answer to an indicator.
type Answer struct {
	State State
	// Yes is the answer of an indicator of yes and no, Number that of an amount.
	Yes    bool
	Number float64
	// Option is the wording of the option that was chosen, where Yes stands for
	// some of several options, and Means its meaning; else empty.
	Option, Means string
	// Score is the place of that option on a scale, 0 off it.
	Score int
}

// Indicator is one thing that organisations are compared on.
type Indicator struct {
	// ID is the same for the same question and option in every survey, and Question
	// the id of its question.
	ID, Question string
	// Topic, Channel and Label (of the option, or of the question) say what it is.
	Topic   analysis.Topic
	Channel string
	Label   string
	// Key is the code of the option, and Means its meaning, where there is one.
	Key, Means string
	// Amount is true for numbers, of the Unit.
	Amount   bool
	Unit     string
	Polarity Polarity
	// Importance is how much it weighs among the gaps, from 1 to
	// survey.MostImportant: as the codebook says of its question, or by the role. Plans
	// weigh one less than use.
	Importance int
	// Protected is true when what single organisations answered must not show.
	Protected bool

	question, option int
	whole            bool
	yes              survey.Bits
	base             survey.Bits
	// published are who of the base are in the groups that a reference shows, and
	// tabled those in the groups that the tables of the study show.
	published, tabled []survey.Bits
	// referred says for every level whether a reference shows its figure.
	referred []analysis.Status
	// swaps are pairs of an answer that counts as yes and one that does not, where a
	// table shows them apart; empty for yes and no.
	swaps []swap
	// national is the figure of all in the tables of the study.
	national analysis.Estimate
	// Of plans: surely are those who say so, asked all who answered the question, and
	// apart the groups of which the tables of the study tell how many surely start and
	// how many very likely do.
	surely, asked survey.Bits
	apart         []survey.Bits
}

// Kind is the kind of a group.
type Kind string

// The kinds, from wide to narrow.
const (
	Everyone Kind = "everyone"
	OwnType  Kind = "type"
	OwnSize  Kind = "size-class"
	Chosen   Kind = "peers"
)

// Group is organisations that the own one is set beside, itself not among them.
type Group struct {
	Kind Kind
	// Level is the code of the option that they have in common, and Title, Plural
	// and Means those of that option; empty for Everyone and Chosen.
	Level, Title, Plural, Means string
	// Peers says how they were chosen; nil but for Chosen.
	Peers *Peers
	// Others is how many other organisations of the group took part.
	Others int

	members survey.Bits
	// population is how many others exist, when the group is one stratum; else 0.
	population int
	// given is true when the group stands in another report of the same reader and
	// counts for what that knows, and is not shown.
	given bool
}

// Standing is the figure of a group for an indicator, beside the own answer.
type Standing struct {
	// Figure is the share of yes among the others, or the median of their numbers.
	Figure analysis.Estimate
	// Rank is the part of the others with a lower number, and half of those with
	// the same one, 0 to 1 (the percentile rank). It is of amounts, and of places on a
	// scale in groups of which the tables of the study tell how many chose each.
	Rank    analysis.Estimate
	Verdict Verdict
}

// Row is one indicator with the own answer and the standing in every group.
type Row struct {
	Indicator
	Own Answer
	// National is the figure of all that took part, the own answer among them, as
	// the tables of the study show it: weighted where the study is. Not estimated
	// beside a reference.
	National analysis.Estimate
	// Standings[g] belongs to Position.Groups[g].
	Standings []Standing
	// Main is the narrowest group with a figure on MinimumOthers answers or more, else
	// the widest with a figure, or -1.
	Main int
}

// Position is where an organisation stands.
type Position struct {
	// Respondent is its position in the survey.
	Respondent int
	Level      float64
	Disclosure analysis.Disclosure
	Groups     []Group
	// Small are groups that are left out, since fewer than MinimumOthers others are
	// in them.
	Small []Group
	// Missing are the roles of the answers that the organisation lacks, so that a
	// group of peers could not be found: survey.Inhabitants for the nearest.
	Missing []survey.Role
	Rows    []Row
	// Gaps are the positions in Rows of what sets the organisation apart from its
	// main group, the most important first: by importance times how far apart they
	// are (see Distance), half of that where neither answer is the better one.
	Gaps []int
	// Moves tell what the others do who already use a channel.
	Moves []Move
	// Advice is what the codebook advises by the own answers, in the order of the
	// questionnaire.
	Advice []Advised
	// Since is what changed since earlier waves; nil where none are known.
	Since *Since
	// Expected is what the plans of the others lead to: by channel, of every group of
	// which use and plans are shown, from wide to narrow.
	Expected []Expected
	// Weighted is true when the figures of the study are estimates by its design.
	// Those of the groups here never are.
	Weighted bool
}

// Options steer what an organisation is compared with.
type Options struct {
	// Level of confidence of every interval, in (0, 1).
	Level float64
	// Disclosure is analysis.Publish or analysis.Unprotected.
	Disclosure analysis.Disclosure
	// By are the breakdowns of the tables that the reader gets too, beside those by type
	// and size class (see analysis.Options).
	By []string
	// Peers are groups of peers, each with a figure of its own, in the order in
	// which the reader got or gets to know them: what is hidden of one depends on
	// those before it.
	Peers []Peers
}

// Study compares the organisations of one survey.
type Study struct {
	survey     *survey.Survey
	options    Options
	indicators []Indicator
	// tables are those of the study, which the reader of a report knows too.
	tables *analysis.Study
	past   *past
	// promises are the expectations that were made already.
	promises promises
}

// New prepares to compare the organisations of a survey. It fails when the level
// is outside (0, 1) or nothing that organisations are compared on was asked.
func New(s *survey.Survey, o Options) (*Study, error) {
	if !(o.Level > 0 && o.Level < 1) {
		return nil, fmt.Errorf("comparing: the level %v is not between 0 and 1", o.Level)
	}
	st := &Study{survey: s, options: o, indicators: indicators(s)}
	if len(st.indicators) == 0 {
		return nil, errors.New("comparing: no question is about the use of a channel, plans, satisfaction, barriers, " +
			"volume, change or webcare; give questions their role in a codebook")
	}
	levels := st.levels()
	if err := st.readTables(levels); err != nil {
		return nil, err
	}
	st.refer(levels)
	return st, nil
}

// Of returns where respondent i stands.
func (st *Study) Of(i int) *Position {
	groups, small, missing := st.groups(i)
	p := &Position{
		Respondent: i, Level: st.options.Level, Disclosure: st.options.Disclosure, Small: small, Missing: missing,
		Weighted: st.survey.Design.Sampled, Advice: advised(st.survey, i),
	}
	for _, g := range groups {
		if !g.given {
			p.Groups = append(p.Groups, g)
		}
	}
	statuses := st.decide(i, groups)
	for k := range st.indicators {
		p.Rows = append(p.Rows, st.row(&st.indicators[k], i, groups, statuses[k]))
	}
	p.Gaps = gaps(p.Rows)
	p.Moves = st.moves(p)
	if st.past != nil {
		p.Since = st.since(p)
	}
	p.Expected = st.expected(p)
	return p
}

// row sets the own answer beside the figures of the groups that may be shown.
func (st *Study) row(x *Indicator, i int, groups []Group, statuses []analysis.Status) Row {
	r := Row{Indicator: *x, Own: st.answer(x, i), National: x.national, Main: -1}
	for g := range groups {
		if groups[g].given {
			continue
		}
		s := Standing{Figure: analysis.Estimate{Status: statuses[g]}, Rank: analysis.Estimate{Status: statuses[g]}}
		if statuses[g] == analysis.Estimated {
			s = st.standing(x, &r.Own, &groups[g])
			if st.tells(x, &groups[g], i) {
				s.Rank = st.place(x, &r.Own, &groups[g])
			}
			if s.Figure.Base >= MinimumOthers || r.Main < 0 {
				r.Main = len(r.Standings)
			}
		}
		r.Standings = append(r.Standings, s)
	}
	return r
}

// Distance is how far the own answer lies from a group, 0 to 1: the share of the
// others with the other answer, or how far the rank is from the middle, twice.
// 0 without both an answer and a figure.
func (r *Row) Distance(group int) float64 {
	s := &r.Standings[group]
	switch {
	case r.Own.State != Given || s.Figure.Status != analysis.Estimated:
		return 0
	case r.Amount && s.Rank.Status == analysis.Estimated:
		return math.Abs(2*s.Rank.Value - 1)
	case r.Amount:
		return 0
	case r.Own.Yes:
		return 1 - s.Figure.Value
	}
	return s.Figure.Value
}

// Verdict returns the verdict on the main group.
func (r *Row) Verdict() Verdict {
	if r.Main < 0 {
		return NoVerdict
	}
	return r.Standings[r.Main].Verdict
}

// Good reports whether the own answer is the better one, and Bad whether it is
// the worse one; of a number neither, unless it stands out from its group.
func (r *Row) Good() bool { return r.side(r.Polarity == More) }

// Bad is the opposite of Good; both are false for what is neutral or not
// answered.
func (r *Row) Bad() bool { return r.side(r.Polarity == Less) }

func (r *Row) side(high bool) bool {
	if r.Own.State != Given || r.Polarity == Neutral {
		return false
	}
	if r.Amount {
		return r.Verdict() == Above && high || r.Verdict() == Below && !high
	}
	return r.Own.Yes == high
}

// weight is how much a row counts among those that set the organisation apart:
// importance times distance, half of that where neither answer is the better one.
func (r *Row) weight() float64 {
	w := float64(r.Importance) * r.Distance(r.Main)
	if r.Polarity == Neutral {
		return w / 2
	}
	return w
}

// Heavier orders two rows with a main group by how much they count, the most first.
func Heavier(a, b *Row) int { return cmp.Compare(b.weight(), a.weight()) }

// gaps orders the rows that are above or below their main group.
func gaps(rows []Row) []int {
	var all []int
	for k := range rows {
		if v := rows[k].Verdict(); v == Above || v == Below {
			all = append(all, k)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return Heavier(&rows[a], &rows[b]) })
	return all
}
