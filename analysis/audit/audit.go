// Package audit attacks what a study publishes.
//
// The attacker reads the tables of a study as any reader can, after disclosure
// control, and knows besides what is open of every organisation: which took part, its
// type, size class and every other group of a breakdown that is not protected, which
// questions it answered, and which channels it uses. It may be one of the respondents,
// and then knows its own answers. From the counts of what is shown it looks, for every
// protected answer that all of an organisation's likes gave and for every count that
// is hidden, for another world in which the same is published but the answer or the
// count is another one (see disclosure.Puzzle). Where it finds none the answer or
// count is exposed. Of numbers it takes off what it knows and estimates the largest, and
// how large each can be at most by linear programming over what the sums leave, weighted
// sums among them, and by counting where quantiles lie. One that is known to within 10 % is
// exposed. It knows the weights that organisations share, as these follow from how many bodies
// exist: of a weighted figure it takes off how many of each weight gave the answer, and it
// looks at the bases of tables that are broken down by answers in confidence.
//
// Over 1,000 random surveys of 15 to 190 bodies with two numbers each, every fourth of them
// weighted, nothing is exposed with 75 % of 808,412 figures hidden; by the minimum of 5 answers
// alone 197,722 with 39 % hidden (go test ./analysis/audit -run Thousand -surveys 1000 -v).
//
// The package makes up on its own who is in a group and who gave an answer, and uses
// of the analysis only what was published: it would not find what both overlook if
// they shared that. What it does not look at is counted in Report.Unseen.
package audit

import (
	"benchmark/analysis"
	"benchmark/survey"
)

// Reason is why a figure is hidden.
type Reason string

// The reasons, which a publication does not tell apart: that all of a group gave
// one answer is what must not be told.
const (
	Few      Reason = "few"      // fewer answers than analysis.MinimumAnswers
	Same     Reason = "same"     // all gave one answer, or all but one
	Dominant Reason = "dominant" // one or two organisations make up the number
	Others   Reason = "others"   // with what else is shown it would give an answer away
	Extreme  Reason = "extreme"  // it would tell the smallest or largest number
)

// Reasons are all reasons, in the order of a report.
func Reasons() []Reason { return []Reason{Few, Same, Dominant, Others, Extreme} }

// Report is what the attack found.
type Report struct {
	// Figures is how many figures of protected answers there are, in groups with
	// answers, and Hidden how many of them are not shown.
	Figures, Hidden int
	// Reasons are how many are hidden for each of Reasons().
	Reasons []int
	// Counts is how many hidden counts were attacked, and Narrowest how many values
	// the one that is known best can have: 1 is known exactly, which is exposed unless
	// it is 0 as no one gave the answer. Narrowest is 0 without hidden counts.
	Counts, Narrowest int
	// Exposed is what the attacker can deduce, in the order of the study.
	Exposed []Exposed
	// Unseen are the ids of tables with protected figures that the attacker can't read.
	Unseen []string
}

// Exposed is an answer or a number that what is published tells.
type Exposed struct {
	// Table is the id of a table that tells, and Row the key of the answer.
	Table, Row string
	// Group is the level of the hidden group of which the count is known, empty where
	// it is the answers of Organisations respondents that are.
	Group         string
	Organisations int
	// Insider says that only a respondent who knows its own answer can deduce it.
	Insider bool
	// Reader is the only respondent who can deduce it, by figures beside the tables of
	// the study; else Everyone.
	Reader int
	// Questions are the positions of the questions whose figures tell, and Options the
	// codes of the options, or words, that are at stake.
	Questions []int
	Options   []string
}

// Run attacks a study. A study without disclosure control is attacked as well, and
// shows what would be exposed.
func Run(study *analysis.Study) *Report {
	a := newAttack(study)
	for i := range study.Tables {
		a.tally(&study.Tables[i])
	}
	for i := range study.Tables {
		t := &study.Tables[i]
		if protected(t) {
			a.table(t)
		}
	}
	return a.report
}

// attack is an attack in progress.
type attack struct {
	study  *analysis.Study
	survey *survey.Survey
	report *Report
	// done are the questions that were attacked, with all tables that tell of them.
	done map[string]bool
	// reader is the respondent who attacks, or Everyone: then each does in turn. It has
	// the figures own beside the tables.
	reader int
	own    []Figure
	// weights are those of the respondents, and classes those of one weight each; nil
	// where figures are plain.
	weights []float64
	classes []survey.Bits
	// soon says to stop at the first find.
	soon bool
}

func newAttack(study *analysis.Study) *attack {
	a := &attack{study: study, survey: study.Survey, report: &Report{Reasons: make([]int, len(Reasons()))}, done: map[string]bool{}, reader: Everyone}
	a.weighAll()
	return a
}

// protected reports whether a table has protected figures.
func protected(t *analysis.Table) bool {
	for r := range t.Rows {
		if t.Rows[r].Protected {
			return true
		}
	}
	return false
}

// table attacks the question of a table with all tables that tell of it.
func (a *attack) table(t *analysis.Table) {
	q := a.survey.Find(t.Question)
	switch {
	case t.Topic == analysis.AnyBarrier:
		a.either(t)
	case q < 0:
		a.report.Unseen = append(a.report.Unseen, t.ID)
	case t.Topic == analysis.Words || t.Topic == analysis.Themes:
		a.texts(t)
	case a.survey.Questions[q].Kind == survey.Number:
		a.numbers(t)
	case !a.survey.Questions[q].Kind.Closed():
		a.report.Unseen = append(a.report.Unseen, t.ID)
	case !a.done[t.Question]:
		a.done[t.Question] = true
		a.closed(q)
	}
}

// tally counts the figures of a table and why they are hidden.
func (a *attack) tally(t *analysis.Table) {
	for r := range t.Rows {
		if !t.Rows[r].Protected {
			continue
		}
		for g := range t.Groups {
			status := t.Cells[r][g].Status
			if status != analysis.Estimated && !status.Hidden() || status == analysis.HiddenImprecise {
				continue
			}
			reason := Reason("")
			if status.Hidden() {
				reason = a.reason(t, g, status)
			}
			a.report.Count(status.Hidden(), reason)
		}
	}
}

// count counts a hidden figure.
func (r *Report) count(reason Reason) {
	for k, of := range Reasons() {
		if of == reason {
			r.Reasons[k]++
		}
	}
}

// narrow notes how many values a hidden count can have; 0: there is none.
func (r *Report) narrow(values int) {
	if values > 0 && (r.Narrowest == 0 || values < r.Narrowest) {
		r.Narrowest = values
	}
}

// reason tells why a figure of a group is hidden.
func (a *attack) reason(t *analysis.Table, g int, status analysis.Status) Reason {
	if status == analysis.HiddenExtreme {
		return Extreme
	}
	base, ok := a.base(t)
	members, found := a.members(&t.Groups[g])
	if !ok || !found || status == analysis.HiddenSmall {
		if status == analysis.HiddenSmall {
			return Few
		}
		return Others
	}
	in := base.Intersect(members)
	if in.Count() < analysis.MinimumAnswers {
		return Few
	}
	if q := a.survey.Find(t.Question); q >= 0 && a.survey.Questions[q].Kind == survey.Number {
		if dominated(a.numbersOf(q, in)) {
			return Dominant
		}
		return Others
	}
	for r := range t.Rows {
		gave, ok := a.gave(t, r)
		if !ok {
			continue
		}
		if n := gave.And(in); t.Rows[r].Measure == analysis.Share && !t.Rows[r].Net && n > 0 && n >= in.Count()-1 {
			return Same
		}
	}
	return Others
}
