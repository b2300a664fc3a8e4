package reports

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// oneDecimalFrom is the base from which a table shows percentages with one
// decimal; below it a decimal would say more than the answers do.
const oneDecimalFrom = 50

// view writes the figures of a report as text, the same in every format that
// people read.
type view struct {
	report *Report
	l      *locale.Locale
	words  locale.ReportWords
}

func newView(r *Report, l *locale.Locale) *view { return &view{r, l, l.Report()} }

// surveyed returns the survey that the report is about; an empty one where there is
// none.
func (v *view) surveyed() *survey.Survey {
	if v.report.Study == nil || v.report.Study.Survey == nil {
		return &survey.Survey{}
	}
	return v.report.Study.Survey
}

// level returns the level of the intervals; the usual one where there is no study.
func (v *view) level() float64 {
	if v.report.Study == nil || v.report.Study.Options.Level == 0 {
		return analysis.Defaults().Level
	}
	return v.report.Study.Options.Level
}

// figureText is one figure as text. The marks are numbers of footnotes.
type figureText struct {
	value, interval, base                string
	valueMarks, intervalMarks, baseMarks []int
	// The figure without weights, and the bases that a weighted figure has beside
	// base; empty for a plain one.
	unweighted, weightedBase, effectiveBase string
	// bar is the share that a bar shows, or -1 when there is none.
	bar float64
	// shown is false where there is no figure.
	shown bool
}

// figure writes the figure of a row in a group.
func (v *view) figure(t *analysis.Table, row, group int) figureText {
	e, r := &t.Cells[row][group], &t.Rows[row]
	f := figureText{bar: -1}
	if e.Status != analysis.Estimated {
		f.value = absent(e.Status)
		f.valueMarks = v.marks(statusKey(e.Status))
		if e.Status == analysis.HiddenImprecise {
			for _, n := range e.Notes {
				f.valueMarks = append(f.valueMarks, v.marks(noteKey(n))...)
			}
		}
		return f
	}
	f.shown = true
	f.value = v.value(e, r.Measure)
	if l := letters(t, row, group); l != "" {
		f.value += " " + l
	}
	if a := v.arrows(t, row, group); a != "" {
		f.value += " " + a
	}
	f.interval, f.intervalMarks = v.interval(e, r.Measure)
	f.base = v.l.Integer(e.Base)
	v.weightedText(&f, e, r.Measure)
	if hasNote(e, analysis.NoteFewAnswers) {
		f.baseMarks = v.marks(noteKey(analysis.NoteFewAnswers))
	}
	if r.Measure == analysis.Share || r.Measure == analysis.ShareOfSample {
		f.bar = e.Value
	}
	return f
}

// absent is the short mark of a cell without a figure; a footnote says why.
func absent(s analysis.Status) string {
	switch {
	case s.Hidden():
		return "×"
	case s == analysis.NotEstimated:
		return ""
	}
	return "–"
}

func hasNote(e *analysis.Estimate, n analysis.Note) bool {
	for _, have := range e.Notes {
		if have == n {
			return true
		}
	}
	return false
}

// marks returns the number of the footnote with the key, if there is one.
func (v *view) marks(key string) []int {
	if n := v.report.Mark(key); n > 0 {
		return []int{n}
	}
	return nil
}

// value writes the value of a figure.
func (v *view) value(e *analysis.Estimate, m analysis.Measure) string {
	switch m {
	case analysis.Count:
		return v.l.Integer(int(e.Value))
	case analysis.Share, analysis.ShareOfSample, analysis.ShareOfPopulation, analysis.ShareOfAnswers:
		return v.l.Percent(e.Value, decimalsOf(e))
	case analysis.Mean, analysis.TrimmedMean:
		return v.l.Decimal(e.Value, 1)
	case analysis.Total:
		return v.l.Decimal(e.Value, totalDecimals(e.Value))
	case analysis.Ratio:
		return v.l.Decimal(e.Value, ratioDecimals(e.Value))
	default:
		return v.l.Number(e.Value)
	}
}

// interval writes the interval of a figure: percentages, numbers, or counts
// where it is exact for a known number of organisations. It is empty for a
// fact, and a dash where there is none.
func (v *view) interval(e *analysis.Estimate, m analysis.Measure) (string, []int) {
	var marks []int
	for _, n := range e.Notes {
		if n != analysis.NoteFewAnswers {
			marks = append(marks, v.marks(noteKeyOf(e, n))...)
		}
	}
	switch {
	case e.Method == analysis.Census:
		return "–", append(marks, v.marks(censusKey)...)
	case e.Method == analysis.NoInterval && len(marks) > 0:
		return "–", marks
	case e.Method == analysis.NoInterval:
		return "", nil
	case e.Method == analysis.Hypergeometric:
		return v.l.Integer(e.CountLow) + "–" + v.l.Integer(e.CountHigh) + "/" + v.l.Integer(e.Population), marks
	}
	switch m {
	case analysis.Share, analysis.ShareOfAnswers:
		return v.span(100*e.Low, 100*e.High, decimalsOf(e)), marks
	case analysis.Mean, analysis.TrimmedMean:
		return v.span(e.Low, e.High, 1), marks
	case analysis.Total:
		return v.span(e.Low, e.High, totalDecimals(e.Value)), marks
	case analysis.Ratio:
		return v.span(e.Low, e.High, ratioDecimals(e.Value)), marks
	default:
		return v.l.NumberRange(e.Low, e.High), marks
	}
}

func (v *view) span(low, high float64, decimals int) string {
	return v.l.Decimal(low, decimals) + "–" + v.l.Decimal(high, decimals)
}

// decimalsOf returns the decimals of a percentage: none where it was rounded.
func decimalsOf(e *analysis.Estimate) int {
	if hasNote(e, analysis.NoteRounded) {
		return 0
	}
	return decimals(e.Base)
}

func decimals(base int) int {
	if base >= oneDecimalFrom {
		return 1
	}
	return 0
}

// count writes what a figure rests on: 56 van 117, or n for a statistic.
func (v *view) count(e *analysis.Estimate, m analysis.Measure) string {
	if e.Status != analysis.Estimated {
		return ""
	}
	switch m {
	case analysis.Share, analysis.ShareOfSample, analysis.ShareOfPopulation, analysis.ShareOfAnswers:
		return v.words.Of(e.Count, e.Base)
	case analysis.Count:
		return ""
	default:
		return v.l.Integer(e.Base)
	}
}

// rows returns the rows of a table that have a line of their own: all but the
// shares of answers, which stand beside the shares of respondents.
func rows(t *analysis.Table) []int {
	var own []int
	for r := range t.Rows {
		if t.Rows[r].Measure != analysis.ShareOfAnswers {
			own = append(own, r)
		}
	}
	return own
}

// sameBase reports whether every figure that a group shows has one base.
func sameBase(t *analysis.Table) bool {
	for g := range t.Groups {
		if !sameBaseIn(t, g) {
			return false
		}
	}
	return true
}

func sameBaseIn(t *analysis.Table, group int) bool {
	var first *analysis.Estimate
	for _, r := range rows(t) {
		e := &t.Cells[r][group]
		if e.Status != analysis.Estimated {
			continue
		}
		if first == nil {
			first = e
		}
		if e.Base != first.Base || !sameSum(e.WeightedBase, first.WeightedBase) {
			return false
		}
	}
	return true
}

// groupBase writes the base of a group of which every figure has the same one.
func (v *view) groupBase(t *analysis.Table, group int) figureText {
	for _, r := range rows(t) {
		if f := v.figure(t, r, group); f.shown {
			return f
		}
	}
	return figureText{}
}

// breakdown names what a table is broken down by.
func (v *view) breakdown(id string) string {
	if id == analysis.UsersBreakdown {
		return v.words.Columns().Users
	}
	if id == analysis.StrataBreakdown {
		return v.words.Strata()
	}
	s := v.surveyed()
	titles := analysis.Nested(s, id)
	for i, part := range titles {
		titles[i] = clean(part)
		if q := s.Find(part); q >= 0 {
			titles[i] = clean(s.Questions[q].Title())
		}
	}
	return strings.Join(titles, " / ")
}

// exact reports whether a group has an exact interval in a table.
func exact(t *analysis.Table, group int) bool {
	for r := range t.Cells {
		if e := &t.Cells[r][group]; e.Status == analysis.Estimated && e.Method == analysis.Hypergeometric {
			return true
		}
	}
	return false
}

// base says who the figures of a table are about and what became of the other
// respondents.
func (v *view) base(t *analysis.Table) string {
	if groupwise(t) || t.Topic == analysis.Bounds {
		return ""
	}
	s := v.words.BaseOf(string(t.Base.Kind), v.conditions(t.Base.Conditions), clean(t.Base.Channel))
	if !accountShown(t) {
		return s
	}
	n := "n = " + v.l.Integer(t.Account.Base)
	if parts := v.account(&t.Account); len(parts) > 0 {
		n += " (" + strings.Join(parts, ", ") + ")"
	}
	if s == "" {
		return n
	}
	return n + ": " + s
}

// accountShown reports whether the account of a table may be shown: it tells
// how many answered, so not where a figure in total is hidden.
func accountShown(t *analysis.Table) bool {
	for r := range t.Cells {
		if s := t.Cells[r][0].Status; s.Hidden() && s != analysis.HiddenImprecise {
			return false
		}
	}
	return true
}

func (v *view) account(a *analysis.Account) []string {
	var parts []string
	for _, p := range []struct {
		word string
		n    int
	}{
		{"not-asked", a.NotAsked}, {"not-shown", a.NotShown}, {"skipped", a.Skipped}, {"blank", a.Blank},
		{"refused", a.Refused}, {"invalid", a.Invalid}, {"out-of-base", a.OutOfBase}, {"dont-know", a.DontKnow},
	} {
		if p.n > 0 {
			parts = append(parts, v.words.AccountPart(p.word, p.n))
		}
	}
	return parts
}

// conditions writes routing rules in the words of the questionnaire.
func (v *view) conditions(conditions []survey.Condition) []string {
	s := v.surveyed()
	phrases := make([]string, len(conditions))
	for i, c := range conditions {
		q := s.Find(c.Question)
		if q < 0 {
			phrases[i] = v.words.Condition(clean(c.Question), cleanAll(c.Options))
			continue
		}
		var options []string
		for _, code := range c.Options {
			if o := s.Questions[q].Option(code); o >= 0 {
				options = append(options, clean(s.Questions[q].Options[o].Title()))
			}
		}
		phrases[i] = v.words.Condition(clean(s.Questions[q].Title()), options)
	}
	return phrases
}

// tableMarks are the footnotes on the data of a table's question.
func (v *view) tableMarks(t *analysis.Table) []int {
	if t.Question == "" {
		return nil
	}
	var marks []int
	prefix := questionKey(t.Question, "")
	for i := range v.report.Footnotes {
		if strings.HasPrefix(v.report.Footnotes[i].Key, prefix) {
			marks = append(marks, i+1)
		}
	}
	return marks
}

var raised = [10]rune{'⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'}

// superscript writes numbers of footnotes as raised digits.
func superscript(marks []int) string {
	var b strings.Builder
	for i, n := range marks {
		if i > 0 {
			b.WriteByte(',')
		}
		for _, d := range strconv.Itoa(n) {
			b.WriteRune(raised[d-'0'])
		}
	}
	return b.String()
}

// raisedIn are the numbers of footnotes that end the parts of a cell.
func raisedIn(cell string) []int {
	var marks []int
	n := 0
	for _, r := range cell + " " {
		if d := slices.Index(raised[:], r); d >= 0 {
			n = 10*n + d
		} else if n > 0 {
			marks, n = append(marks, n), 0
		}
	}
	return marks
}

// withoutMarks is a cell without the numbers of footnotes at its end.
func withoutMarks(cell string) string {
	return strings.TrimRightFunc(cell, func(r rune) bool { return r == ',' || slices.Contains(raised[:], r) })
}
