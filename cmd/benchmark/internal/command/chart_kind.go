package command

import (
	"fmt"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/survey"
)

// The kinds of chart that are no form of charts.Kind.
const (
	kindAdoption   = "adoption"
	kindProjection = "projection"
	kindBreakdown  = "breakdown"
	kindQuestion   = "question"
	kindBeside     = "beside"
)

// chartKind is a kind of chart that can be asked for.
type chartKind struct {
	name string
	// form is the kind of a table's chart, 0 for the kinds above.
	form charts.Kind
	// none, one and more say of how many questions it can be.
	none, one, more bool
	// by is true when it can be split by other questions.
	by bool
	// draws says what it shows, for the help and the shell.
	draws string
}

// kindsOfChart are the kinds in the order of the help.
func kindsOfChart() []chartKind {
	return []chartKind{
		{name: kindAdoption, none: true, draws: "how far every channel is: a bar a channel"},
		{name: kindProjection, none: true, draws: "use of every channel now, and if plans go ahead"},
		{name: kindBreakdown, none: true, one: true, by: true, draws: "one answer by type and size class, with margins"},
		{name: kindQuestion, one: true, draws: "the answers to one question, in its usual form"},
		{name: kindBeside, more: true, draws: "questions with the same answers beside each other"},
		{name: charts.Stacked.String(), form: charts.Stacked, one: true, more: true, by: true, draws: "bars of 100%, a bar a group or a question"},
		{name: charts.Diverging.String(), form: charts.Diverging, one: true, more: true, by: true, draws: "bars left and right of the middle of a scale"},
		{name: charts.Ranked.String(), form: charts.Ranked, none: true, one: true, more: true, by: true, draws: "answers in order, with margins; without a question the channels"},
		{name: charts.Heat.String(), form: charts.Heat, none: true, one: true, by: true, draws: "a table of coloured cells by group; without a question the channels"},
		{name: charts.Tenfold.String(), form: charts.Tenfold, none: true, one: true, draws: "so many in ten, where a share is near a whole number"},
		{name: charts.Distribution.String(), form: charts.Distribution, one: true, by: true, draws: "how a number is spread in every group"},
		{name: charts.Cloud.String(), form: charts.Cloud, one: true, draws: "words by size, beside the same words in order"},
	}
}

func chartKinds() []string {
	var names []string
	for _, k := range kindsOfChart() {
		names = append(names, k.name)
	}
	return names
}

// kindsThat lists the names of the kinds that do something.
func kindsThat(do func(k *chartKind) bool) string {
	var names []string
	for _, k := range kindsOfChart() {
		if do(&k) {
			names = append(names, k.name)
		}
	}
	return strings.Join(names, ", ")
}

// once returns each id once, in the order of the first.
func once(ids []string) []string {
	var all []string
	for _, id := range ids {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// chosen returns the kind that was asked for.
func (o *chartOptions) chosen() chartKind {
	all := kindsOfChart()
	return all[slices.IndexFunc(all, func(k chartKind) bool { return k.name == o.kind })]
}

// checkKind finds the kind of chart and refuses what does not go with it.
func (o *chartOptions) checkKind() error {
	if o.all {
		if o.kind != "" || len(o.questions) > 0 || o.answer != "" || o.title != "" || o.subtitle != "" {
			return usagef("--all draws every chart, so --kind, --question, --answer, --title and --subtitle do not go with it")
		}
		return nil
	}
	if o.kind == "" {
		o.kind = o.likelyKind()
	}
	if err := o.checkQuestionsOfKind(); err != nil {
		return err
	}
	return o.checkBy()
}

// checkQuestionsOfKind refuses a number of questions that the kind can't take.
func (o *chartOptions) checkQuestionsOfKind() error {
	k, n := o.chosen(), len(o.questions)
	switch {
	case n == 0 && !k.none:
		return usagef("--kind %s needs --question", k.name)
	case n > 0 && !k.one && !k.more:
		return usagef("--kind %s is about all channels, so it takes no --question", k.name)
	case n == 1 && !k.one:
		return usagef("--kind %s needs two or more times --question", k.name)
	case n > 1 && !k.more:
		return usagef("--kind %s takes one --question; several go with --kind %s", k.name, kindsThat(func(k *chartKind) bool { return k.more }))
	}
	return nil
}

// checkBy refuses an answer or a breakdown that does not go with the kind.
func (o *chartOptions) checkBy() error {
	k, n := o.chosen(), len(o.questions)
	switch {
	case o.answer != "" && k.name != kindBreakdown:
		return usagef("--answer goes with --kind %s", kindBreakdown)
	case len(o.by) > 0 && !k.by:
		return usagef("--by goes with --kind %s", kindsThat(func(k *chartKind) bool { return k.by }))
	case len(o.by) > 0 && n > 1:
		return usagef("--by goes with one --question")
	case len(o.by) > 0 && k.form == charts.Ranked && (n == 0 || len(o.by) > 1):
		return usagef("--kind %s takes --by once, with one --question", k.name)
	}
	return nil
}

func (o *chartOptions) likelyKind() string {
	switch {
	case len(o.questions) > 1:
		return kindBeside
	case o.answer != "" || len(o.by) > 0:
		return kindBreakdown
	case len(o.questions) == 1:
		return kindQuestion
	}
	return kindAdoption
}

// pick makes the chart that the options ask for.
func (o *chartOptions) pick(s *study) (charts.Chart, error) {
	k := o.chosen()
	switch {
	case k.name == kindAdoption:
		return charts.Adoption(s.figures, s.locale)
	case k.name == kindProjection:
		return charts.Projection(s.figures, s.locale)
	case k.form == charts.Tenfold && len(o.questions) == 0:
		return charts.Tenths(s.figures, s.locale)
	case len(o.questions) > 1:
		return charts.Together(s.figures, o.tables(s.figures), k.form, s.locale)
	}
	tables := o.tables(s.figures)
	if len(tables) == 0 {
		return charts.Chart{}, fmt.Errorf("drawing a chart of kind %s: there is no table to draw it from", k.name)
	}
	switch {
	case k.name == kindBreakdown:
		answer, err := o.row(tables[0])
		if err != nil {
			return charts.Chart{}, err
		}
		return charts.Breakdown(s.figures, tables[0], answer, o.by, s.locale)
	case k.name == kindQuestion:
		return charts.Question(s.figures, tables[0], s.locale)
	case k.form == charts.Ranked && len(o.by) > 0:
		return charts.ByGroup(s.figures, tables[0], o.by[0], s.locale)
	}
	return o.form(s, tables, k.form)
}

// form makes the chart of the first table that can have the form.
func (o *chartOptions) form(s *study, tables []*analysis.Table, form charts.Kind) (charts.Chart, error) {
	var fitting []string
	for _, t := range tables {
		kinds := charts.Fitting(s.figures, t, s.locale)
		if len(kinds) == 0 || slices.Contains(kinds, form) {
			// Of a table of which nothing may be shown it is a chart that says so.
			return charts.Split(s.figures, t, form, o.by, s.locale)
		}
		for _, k := range kinds {
			if !slices.Contains(fitting, k.String()) {
				fitting = append(fitting, k.String())
			}
		}
	}
	of := "the channels"
	if len(o.questions) > 0 {
		of = fmt.Sprintf("question %q", o.questions[0])
	}
	return charts.Chart{}, usagef("--kind: %s can't be drawn as %s: choose from %s", of, form, strings.Join(fitting, ", "))
}

// tables returns the tables that a chart is about: those of one question, or the
// first of each of several; without a question that of the first channel's
// adoption for a breakdown, and of all channels for other kinds.
func (o *chartOptions) tables(figures *analysis.Study) []*analysis.Table {
	var found []*analysis.Table
	of := func(fits func(t *analysis.Table) bool, most int) {
		for i := range figures.Tables {
			if t := &figures.Tables[i]; most > 0 && fits(t) {
				found, most = append(found, t), most-1
			}
		}
	}
	switch len(o.questions) {
	case 0:
		topic := analysis.Channels
		if o.kind == kindBreakdown {
			topic = analysis.AdoptionTopic
		}
		of(func(t *analysis.Table) bool { return t.Topic == topic }, 1)
	case 1:
		// The study has no other tables; that of all channels names no question.
		of(func(*analysis.Table) bool { return true }, len(figures.Tables))
	default:
		for _, id := range o.questions {
			of(func(t *analysis.Table) bool { return t.Question == id }, 1)
		}
	}
	return found
}

// row returns the row that a breakdown shows: the answer asked for, else use,
// the top two of a scale or the first share, whichever the table has.
func (o *chartOptions) row(t *analysis.Table) (string, error) {
	if o.answer == "" {
		for _, usual := range []string{survey.Uses, analysis.KeyTopTwo} {
			if hasShare(t, usual) {
				return usual, nil
			}
		}
	}
	var known []string
	for _, r := range t.Rows {
		if r.Measure == analysis.Share {
			known = append(known, r.Key)
		}
	}
	switch {
	case o.answer == "" && len(known) > 0:
		return known[0], nil
	case o.answer == "":
		return "", fmt.Errorf("drawing a breakdown: question %q has no shares of answers", t.Question)
	case hasShare(t, o.answer):
		return o.answer, nil
	}
	return "", usagef("--answer: question %q has no answer %q%s", t.Question, o.answer, didYouMean("", nearest(o.answer, known)))
}

func hasShare(t *analysis.Table, answer string) bool {
	return t.Meaning(answer) >= 0 || t.Row(answer, analysis.Share) >= 0
}
