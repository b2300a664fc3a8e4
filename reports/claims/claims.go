// Package claims finds what a text says about a survey and judges it by the
// figures of a study.
//
// It finds percentages, shares in words, counts, numbers with a unit, lists and
// comparisons by rules that are written down in its tables of words, for Dutch
// and English; it does not understand a text. What it finds it looks up in the
// study: channel, subject, wording of the answer and group each count for a
// candidate figure, and what the sentences before said fills in what a sentence
// leaves out. Where two figures fit alike and would be judged differently it
// does not choose: the claim is not judged and its candidates are told.
//
// Only figures that the study shows are used. A hidden one makes a claim that is
// not judged, whatever its value.
//
// The time is linear in the length of the text.
package claims

import (
	"benchmark/analysis"
)

// Verdict says how a claim stands to the survey.
type Verdict string

// The verdicts.
const (
	Holds       Verdict = "holds"        // as it is written, to the rounding used
	Roughly     Verdict = "roughly"      // rounded words that are near the figure
	OtherBase   Verdict = "other-base"   // holds of a part of the respondents that the text does not name
	Projection  Verdict = "projection"   // holds only if all plans come true
	OtherFigure Verdict = "other-figure" // holds of another statistic: a median that is called an average
	Stronger    Verdict = "stronger"     // says more than the data carries
	Fails       Verdict = "fails"        // the figure is another one
	NotAsked    Verdict = "not-asked"    // the survey has no figure on it
	Hidden      Verdict = "hidden"       // the figure may not be shown, so it can't be judged
	Unclear     Verdict = "unclear"      // several figures can be meant
)

// Verdicts lists all verdicts in the order of a summary.
func Verdicts() []Verdict {
	return []Verdict{Holds, Roughly, OtherBase, Projection, OtherFigure, Stronger, Fails, NotAsked, Hidden, Unclear}
}

// Sound reports whether a claim can stand as it is written.
func (v Verdict) Sound() bool { return v == Holds || v == Roughly }

// Kind is the form of a claim.
type Kind string

// The kinds of claim.
const (
	Share      Kind = "share"      // a percentage, or a share in words
	Count      Kind = "count"      // a number of organisations, answers or mentions
	Amount     Kind = "amount"     // a number with a unit, or a range of them
	Points     Kind = "points"     // a difference in percentage points
	List       Kind = "list"       // so many reasons, words, chances; a top so many
	Level      Kind = "level"      // a rise or fall without a number
	Comparison Kind = "comparison" // more often, less often, no difference
	Trend      Kind = "trend"      // something goes on changing
	Experience Kind = "experience" // what users of a channel notice
)

// Reason says more about a verdict.
type Reason string

// The reasons; empty when the verdict says it all.
const (
	NoReason     Reason = ""
	AsMedian     Reason = "median"       // it is the median; the mean is another
	AsMean       Reason = "mean"         // it is the mean; the median is another
	AsQuartile   Reason = "quartile"     // it is a quartile
	AsMiddleHalf Reason = "middle-half"  // it is the range of the middle half, not of all
	AsPlans      Reason = "plans"        // it is the sum of the sure and the very likely
	AsUnweighted Reason = "unweighted"   // it is the figure without weights
	NotAllListed Reason = "list-length"  // another number is listed than is said
	NotTheTop    Reason = "list-order"   // other answers were given more often
	NotShown     Reason = "not-shown"    // no difference could be shown
	NotEqual     Reason = "not-equal"    // that no difference was shown does not make them equal
	Opposite     Reason = "opposite"     // the difference is the other way round
	OneWave      Reason = "one-wave"     // one survey shows no change in time
	WrongCount   Reason = "count"        // the share fits, the count or its base does not
	Uncertain    Reason = "no-test"      // the survey has no test of it
	Subject      Reason = "no-subject"   // the text does not say what it is about
	OfEveryone   Reason = "of-everyone"  // it is the share of all respondents, not of those who were asked
	OfMethod     Reason = "method"       // it is a choice of the method, not a figure of the answers
	FewMentions  Reason = "few-mentions" // words mentioned this seldom are not listed
)

// Ref is a figure of a study: a row and a group of a table. Group 0 is the total.
type Ref struct {
	Table      *analysis.Table
	Row, Group int
}

// Estimate returns the figure.
func (r Ref) Estimate() *analysis.Estimate { return &r.Table.Cells[r.Row][r.Group] }

// Claim is one statement of the text, with the judgement.
type Claim struct {
	// Line and Column, from 1, say where its number or key word stands; columns
	// count characters.
	Line, Column int
	// Quote is the words of the claim and Sentence the sentence that it is in, as
	// the text has them, but for marks and blanks.
	Quote, Sentence string
	Kind            Kind
	// Low and High bound what the text says: shares from 0 to 1, else in the unit;
	// both 0 without a number.
	Low, High float64
	Verdict   Verdict
	Reason    Reason
	// Figures are those that it was judged by, the main one first; those that can
	// be meant when it is unclear.
	Figures []Ref
	// Everyone is the share of all respondents, for OtherBase.
	Everyone float64
	// Level is what the study has, for OfMethod.
	Level float64
	// Worded is true for a share in words.
	Worded bool
	// Said is the number of things that a list says to have, and Top that these are
	// those named most.
	Said int
	Top  bool
	// Listed is the number of things listed, for a list.
	Listed int
	// Population is true when the words speak of all organisations, of which the
	// survey knows those that answered.
	Population bool
}

// Result is what was found in a text.
type Result struct {
	// Language of the text: nl or en.
	Language string
	// Claims in the order of the text.
	Claims []Claim
}

// Sound reports whether every claim can stand as it is written. A text without
// claims is sound.
func (r *Result) Sound() bool {
	for i := range r.Claims {
		if !r.Claims[i].Verdict.Sound() {
			return false
		}
	}
	return true
}

// Check finds the claims of a text and judges them by the study. The language
// of the text, nl or en, follows from its words; where these do not tell it is
// that of the survey.
func Check(text string, study *analysis.Study) Result {
	language := languageOf(text, study.Survey.Language)
	c := newChecker(study, lexiconOf(language))
	for _, s := range split(text, c.words) {
		c.sentence(s)
	}
	if c.list != nil {
		c.endList()
	}
	return Result{Language: language, Claims: c.claims}
}
