package locale

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// longestTitle is the number of characters of a headline that fits on every page.
const longestTitle = 120

// ChartVersus are the words of charts that set figures beside each other.
type ChartVersus struct {
	// Group and Everyone name the two groups in short.
	Group, Everyone string
	// Own heads the answers of the organisation, or of the group, itself.
	Own func(group bool) string
	// DifferenceWith heads the differences, and Difference those of two figures.
	DifferenceWith func(other string) string
	Difference     string
	// Word says what a difference means: up or down, good or bad, or none shown.
	Word func(up, down, better, worse bool) string
	// NotAnswered stands where an organisation gave no answer.
	NotAnswered string
	// Points, Signs, NotTested are notes; ThinLines explains the intervals and
	// OpenMarks the open markers.
	Points, Signs, NotTested string
	ThinLines, OpenMarks     func(n string) string
	// BenchmarkKind and DumbbellKind open the text alternative.
	BenchmarkKind, DumbbellKind string
}

// ChartVersus returns the words of charts that set figures beside each other.
func (l *Locale) ChartVersus() ChartVersus {
	with := func(nl, en string) func(string) string {
		return func(s string) string { return fmt.Sprintf(l.pick(nl, en), s) }
	}
	return ChartVersus{
		Group: l.pick("groep", "group"), Everyone: l.pick("alle", "all"),
		Own: func(group bool) string {
			if group {
				return l.pick("deze groep", "this group")
			}
			return l.pick("uw organisatie", "your organisation")
		},
		DifferenceWith: with("verschil met %s", "difference from %s"),
		Difference:     l.pick("verschil", "difference"),
		Word:           l.chartOutcome,
		NotAnswered:    l.pick("niet ingevuld", "not answered"),
		Points:         l.pick("Verschil in procentpunten, van onafgeronde cijfers.", "Difference in percentage points, of unrounded figures."),
		Signs: l.pick("Een driehoek: het verschil is aangetoond. Twee streepjes: het verschil is niet aangetoond, dus het kan toeval zijn.",
			"A triangle: the difference is shown by a test. Two bars: it is not, so it may be chance."),
		NotTested: l.pick("De verschillen zijn niet getoetst: ze kunnen toeval zijn.",
			"The differences were not tested: they may be chance."),
		ThinLines: with("Dunne lijnen: %s%%-betrouwbaarheidsinterval.", "Thin lines: %s%% confidence interval."),
		OpenMarks: with("Open vormen: minder dan %s antwoorden, alleen indicatief.",
			"Open shapes: fewer than %s answers, indicative only."),
		BenchmarkKind: l.pick("Stippen naast elkaar, met het verschil", "Dots beside each other, with the difference"),
		DumbbellKind:  l.pick("Twee stippen per rij, met het verschil", "Two dots a row, with the difference"),
	}
}

func (l *Locale) chartOutcome(up, down, better, worse bool) string {
	switch {
	case better:
		return l.pick("beter", "better")
	case worse:
		return l.pick("slechter", "worse")
	case up:
		return l.pick("hoger", "higher")
	case down:
		return l.pick("lager", "lower")
	}
	return l.pick("niet aangetoond", "not shown")
}

// ChartDifference writes the difference of two shares in whole percentage points
// with its sign: +7, −12, 0.
func (l *Locale) ChartDifference(d float64) string { return l.signed(d, 0) }

// ChartComparedWith is the subtitle of a chart of one organisation beside others.
func (l *Locale) ChartComparedWith(own string, others []string) string {
	return fmt.Sprintf(l.pick("Percentages van %s naast die van %s", "Percentages of %s beside those of %s"), own, l.List(others))
}

// ChartAnswersBeside is the subtitle where the organisation answers in words.
func (l *Locale) ChartAnswersBeside(own string, others []string) string {
	return fmt.Sprintf(l.pick("Antwoorden van %s naast het percentage ja van %s", "Answers of %s beside the percentage of yes of %s"), own, l.List(others))
}

// ChartVersusTitle is the headline of a chart of one organisation beside others:
// the indicators on which a test shows a difference, at most two each way, or
// that none is shown, or only what stands beside what.
func (l *Locale) ChartVersusTitle(own, other string, up, down []string, tested bool) string {
	name := upperFirst(own)
	switch {
	case !tested:
		return fmt.Sprintf(l.pick("%s naast %s", "%s beside %s"), name, other)
	case len(up)+len(down) == 0:
		return fmt.Sprintf(l.pick("%s naast %s: geen verschil aangetoond", "%s beside %s: no difference shown"), name, other)
	}
	most := 2
	short := func(all []string) string {
		if len(all) > most {
			return l.chartSubjects(len(all))
		}
		quoted := make([]string, len(all))
		for i, s := range all {
			quoted[i] = "‘" + s + "’"
		}
		return l.List(quoted)
	}
	for {
		var parts []string
		if len(up) > 0 {
			parts = append(parts, l.pick("hoger bij ", "higher on ")+short(up))
		}
		if len(down) > 0 {
			parts = append(parts, l.pick("lager bij ", "lower on ")+short(down))
		}
		title := fmt.Sprintf(l.pick("%s naast %s: %s", "%s beside %s: %s"), name, other, strings.Join(parts, ", "))
		if most == 0 || utf8.RuneCountInString(title) <= longestTitle {
			return title
		}
		most = 0 // too long: only count them
	}
}

// ChartPairsTitle is the headline of a chart of two figures a row: what they are
// about, and on what a test shows a difference. Waves follow each other in time.
func (l *Locale) ChartPairsTitle(about string, up, down []string, tested, waves bool) string {
	about = upperFirst(about)
	switch {
	case !tested:
		return about
	case len(up)+len(down) == 0:
		return about + l.pick(": geen verschil aangetoond", ": no difference shown")
	}
	more, less := l.pick("hoger bij ", "higher for "), l.pick("lager bij ", "lower for ")
	if waves {
		more, less = l.pick("gestegen bij ", "up for "), l.pick("gedaald bij ", "down for ")
	}
	var parts []string
	if len(up) > 0 {
		parts = append(parts, more+l.chartSome(up))
	}
	if len(down) > 0 {
		parts = append(parts, less+l.chartSome(down))
	}
	return about + ": " + l.List(parts)
}

// chartSome names up to three things, and counts more.
func (l *Locale) chartSome(all []string) string {
	if len(all) > 3 || utf8.RuneCountInString(strings.Join(all, ", ")) > longestTitle/2 {
		return l.chartSubjects(len(all))
	}
	return l.List(all)
}

// ChartSizeClass names a size class on its own: Grootteklasse 20.000–49.999.
func (l *Locale) ChartSizeClass(label string) string {
	return l.pick("Grootteklasse ", "Size class ") + l.Small(label)
}

// chartSubjects counts the rows of a chart.
func (l *Locale) chartSubjects(n int) string {
	if n == 1 {
		return l.pick("1 onderwerp", "1 subject")
	}
	return l.Integer(n) + l.pick(" onderwerpen", " subjects")
}
