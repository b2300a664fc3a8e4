// Package analysis turns a survey into tables of figures, each with its base,
// interval and method.
//
// Analyze finds the questions by their roles and computes, for each, a Table by
// organisation type, by size class and by any other closed question. What
// exposes one organisation is hidden last (see package disclosure), so that no
// later step has anything to leak. The package knows no file, no language and
// no layout.
package analysis

import "benchmark/survey"

// Options steer an analysis. Defaults returns the usual ones.
type Options struct {
	// Level of confidence of every interval, in (0, 1).
	Level float64
	// By are the ids of further closed questions to break tables down by.
	By []string
	// Questions limits the tables to those of these question ids; empty: all.
	Questions []string
	// Disclosure is Publish or Unprotected.
	Disclosure Disclosure
}

// Disclosure says whether small groups are hidden.
type Disclosure string

// The disclosure rules.
const (
	// Publish hides protected figures on few answers.
	Publish Disclosure = "publish"
	// Unprotected hides nothing; the result is not for publication.
	Unprotected Disclosure = "none"
)

// MinimumAnswers is the smallest number of answers on which a protected figure
// is shown.
const MinimumAnswers = 5

// MinimumMentions is the smallest number of mentions of a word that is shown.
const MinimumMentions = 3

// FewAnswers is the base under which a figure is marked as indicative.
const FewAnswers = 10

// Defaults returns the options for a 95 % level with disclosure control.
func Defaults() Options { return Options{Level: 0.95, Disclosure: Publish} }

// Study is everything that was computed from one survey.
type Study struct {
	Survey  *survey.Survey
	Options Options
	// Tables are in the order of a report.
	Tables []Table
	// Comparisons set a part of the respondents against all.
	Comparisons []Comparison
	// Folds are the spelling variants that were counted together.
	Folds []Fold
}

// Table returns the first table with the topic and channel, or nil. An empty
// channel matches any.
func (s *Study) Table(topic Topic, channel string) *Table {
	for i := range s.Tables {
		t := &s.Tables[i]
		if t.Topic == topic && (channel == "" || t.Channel == channel) {
			return t
		}
	}
	return nil
}

// Comparison is the difference between the share in a part of the respondents
// and the share among all of them. The part is inside the whole, so the two are
// not independent; the interval takes that into account.
type Comparison struct {
	// Table, Row and Group say which figures: Row of the table with that ID, in
	// the group against the total.
	Table string
	Row   string
	Group Group
	// Part and Whole are the two shares.
	Part, Whole Estimate
	// Difference is Part minus Whole with its interval.
	Difference Estimate
}

// Fold is a spelling variant that was counted with a far more frequent word.
type Fold struct {
	// Question is the id of the open question.
	Question string
	// Word was counted as Into.
	Word, Into string
	// Mentions of Word.
	Mentions int
}
