// Package waves sets the waves of a survey beside each other: which questions
// are the same in each and what differs (Across), which bodies answered twice,
// came, left or merged (Match), and what those that stayed changed (Panel.Flow,
// Panel.Switch).
//
// Everything is a plain value and a count of respondents. Nothing here hides a
// small group, computes a percentage or has words: that is for the packages
// above it, which must not print a count of a Flow or a Switch before disclosure
// control has seen it.
package waves

import (
	"benchmark/survey"
	"benchmark/survey/frame"
)

// Verdict says whether figures of two waves can be set beside each other.
type Verdict uint8

// The verdicts, from good to bad. The zero value is none, so that a forgotten
// verdict never looks like a good one.
const (
	// Comparable: as they are.
	Comparable Verdict = iota + 1
	// WithBreak: with a mark between the waves that says what differs.
	WithBreak
	// NotComparable: not at all.
	NotComparable
)

// String returns the word for the verdict used in JSON: "comparable", "break" or
// "none"; empty for anything else.
func (v Verdict) String() string {
	switch v {
	case Comparable:
		return "comparable"
	case WithBreak:
		return "break"
	case NotComparable:
		return "none"
	}
	return ""
}

// Pairing says by what two questions, or two options, of different waves were
// taken for one. The values are part of the JSON contract.
type Pairing string

// The ways, from certain to a guess.
const (
	BySettled Pairing = "settled" // a codebook says same_as
	ByID      Pairing = "id"      // the same id; of options, the same code
	ByRole    Pairing = "role"    // the only question with the role about the channel; of options, the same meaning
	ByText    Pairing = "text"    // the same wording, but for case, accents and punctuation
	ByWording Pairing = "wording" // much the same wording: a proposal that a person has to settle
	ByKind    Pairing = "kind"    // options alone: "other", "don't know" or the same score of a scale with as many points
)

// Code names a kind of difference; locale has a sentence for each in every
// language. The values are part of the JSON contract.
type Code string

// The differences. The comment gives the arguments of each, those of the earlier
// wave before those of the later; the verdict is what it means for the figures.
const (
	DiffMode         Code = "mode"          // mode, mode: WithBreak; "" when it is not told
	DiffTypesAdded   Code = "types-added"   // types of organisation that only the later wave has: WithBreak
	DiffTypesDropped Code = "types-dropped" // types of organisation that only the earlier wave has: WithBreak

	DiffProposed Code = "proposed" // id, id: paired by wording alone: NotComparable
	DiffKind     Code = "kind"     // kind, kind: NotComparable, but for single and scale with the same options
	DiffRole     Code = "role"     // role, role: NotComparable
	DiffChannel  Code = "channel"  // channel, channel: NotComparable
	DiffWording  Code = "wording"  // text, text: WithBreak
	DiffUnit     Code = "unit"     // unit, unit: NotComparable, or WithBreak when one of them is not told
	DiffPoints   Code = "points"   // number of points, number of points: NotComparable

	DiffOptionAdded    Code = "option-added"    // options that only the later wave has: WithBreak
	DiffOptionDropped  Code = "option-dropped"  // options that only the earlier wave has: WithBreak
	DiffOptionReworded Code = "option-reworded" // option, option: WithBreak
	DiffOptionSplit    Code = "option-split"    // option, then those that it became: WithBreak
	DiffOptionJoined   Code = "option-joined"   // option that it became, then those that it was: WithBreak
	DiffOptionsRegroup Code = "option-regroup"  // number of options, number of options of which only the sum is the same: WithBreak
	DiffOptionMeaning  Code = "option-meaning"  // option, meaning, meaning: NotComparable
	DiffOptionOrder    Code = "option-order"    // nothing: Comparable
	DiffScore          Code = "score"           // option, score, score: NotComparable

	DiffRouting        Code = "routing"         // ids of the questions that decide, with | between them, twice; "" for everyone: NotComparable
	DiffRoutingUnknown Code = "routing-unknown" // which wave does not tell it ("earlier", "later", "both"): WithBreak
	DiffDontKnow       Code = "dont-know"       // which wave alone has "don't know" ("earlier", "later"): WithBreak
	DiffOutOfBase      Code = "out-of-base"     // options that are out of the base in one wave alone: WithBreak
	DiffTickBase       Code = "tick-base"       // which wave alone counts only those with a tick ("earlier", "later"): WithBreak
	DiffThemes         Code = "themes"          // nothing: the coding frames differ: WithBreak
	DiffRegister       Code = "register"        // which wave has it from the register ("earlier", "later"): Comparable
)

// Difference is one thing in which two waves, or a question in them, differ.
type Difference struct {
	Code Code
	// Args fill the sentence, in the order that the Code documents.
	Args []string
	// Verdict is what this alone means for the figures.
	Verdict Verdict
}

// Drift is what differs between waves. It is deterministic and holds positions
// in the surveys that it was made of.
type Drift struct {
	// Lines has every question that any wave asks but for the name, code and weight
	// of a body: those of the first wave in its order, then those that came later.
	Lines []Line
	// Studies has one entry per wave: what differs between it and the wave before,
	// whatever the question; the first is empty. Every Pair counts it in.
	Studies [][]Difference
}

// Line is one question through the waves.
type Line struct {
	// Questions has per wave its position in Survey.Questions, or -1.
	Questions []int
	// Pairs has per wave how it compares with the last wave before that asked it;
	// nil in the first wave that does, and where it is not asked.
	Pairs []*Pair
}

// Ref is a question of a wave.
type Ref struct {
	// Wave is the position of the wave, and Question that in its Survey.Questions.
	Wave, Question int
}

// Pair is one question in two waves.
type Pair struct {
	Earlier, Later Ref
	// How they were paired. With ByWording the pair is a proposal: no figures are
	// to be drawn from it until a codebook says same_as.
	How Pairing
	// Differences are those of the question, in the order of the codes.
	Differences []Difference
	// Study are the differences between the two waves as such: way of asking, types
	// of organisation. They make the verdict WithBreak at best.
	Study []Difference
	// Options maps the options, in the order of the later wave with those that were
	// dropped at the end; nil when either question has none.
	Options []OptionGroup
	// Settled is what a codebook says, the strictest of the two: full sets the
	// Differences aside, break makes of them a WithBreak, none refuses all. Empty
	// when neither says anything.
	Settled survey.Comparable
	// Verdict is that of the question and the waves together.
	Verdict Verdict
}

// OptionGroup is the least group of options that says the same in both waves: an
// option and its counterpart, an option and those that it was split into or joined
// from, or an option that one wave alone has.
type OptionGroup struct {
	// Earlier and Later are positions in Question.Options, ascending; one of them is
	// empty for an option that was added or dropped.
	Earlier, Later []int
	// How they were paired; empty for an option without a counterpart.
	How Pairing
	// Verdict is Comparable, WithBreak when the words differ or the group has more
	// than one option on a side, and NotComparable for an option of one wave alone
	// or with another meaning.
	Verdict Verdict
}

// Found says by what the bodies of two answers were found to be one.
type Found = frame.Found
