package locale

import "fmt"

// ChartLines are the words of charts over time.
type ChartLines struct {
	// NotAsked stands under a moment at which something was not measured.
	NotAsked string
	// Expected follows a figure that was not measured. Low and High name the ends of
	// its range.
	Expected  string
	Low, High func(figure string) string
	// Dashed, Broken and Omitted are notes; Upright explains the intervals.
	Dashed, Broken, Omitted string
	Upright                 func(level string) string
	// Now, PlusSurely and PlusLikely are the steps of a sum of plans; SumOfPlans
	// stands over them and NoForecast is the note.
	Now, PlusSurely, PlusLikely, SumOfPlans, NoForecast string
	// LinesKind, SlopeKind and StepsKind open the text alternative.
	LinesKind, SlopeKind, StepsKind string
}

// ChartLines returns the words of charts over time.
func (l *Locale) ChartLines() ChartLines {
	with := func(nl, en string) func(string) string {
		return func(s string) string { return fmt.Sprintf(l.pick(nl, en), s) }
	}
	return ChartLines{
		NotAsked: l.pick("niet gemeten", "not measured"),
		Expected: l.pick("verwacht", "expected"),
		Low:      with("%s ondergrens", "%s lower limit"), High: with("%s bovengrens", "%s upper limit"),
		Dashed: l.pick("Streepjeslijn en open stip: niet gemeten, maar verwacht.", "Dashed line and open dot: expected, not measured."),
		Broken: l.pick("Waar de lijn onderbroken is, zijn de cijfers niet te vergelijken.", "Where the line is broken, figures can not be compared."),
		Omitted: l.pick("Niet elk punt heeft een getal: zie het gegevensbestand.",
			"Not every point has a number: see the data file."),
		Upright:    with("Staande lijnen: %s%%-betrouwbaarheidsinterval.", "Upright lines: %s%% confidence interval."),
		Now:        l.pick("Gebruikt het nu", "Uses it now"),
		PlusSurely: l.pick("Plus wie zeker binnen een jaar start", "Plus those who surely start within a year"),
		PlusLikely: l.pick("Plus wie zeer waarschijnlijk start", "Plus those who very likely start"),
		SumOfPlans: l.pick("optelsom van plannen, geen voorspelling", "sum of plans, not a forecast"),
		NoForecast: l.pick("Dit is geen voorspelling: het gebruik als de plannen doorgaan en niemand stopt. De marges staan in het gegevensbestand.",
			"This is not a forecast: it is the use if plans go ahead and nobody stops. The margins are in the data file."),
		LinesKind: l.pick("Lijnen over de tijd", "Lines over time"),
		SlopeKind: l.pick("Lijnen tussen twee momenten", "Lines between two moments"),
		StepsKind: l.pick("Lijnen in stappen", "Lines in steps"),
	}
}

// ChartBreak says why figures can't be compared: breuk: andere vraag.
func (l *Locale) ChartBreak(why string) string {
	if why == "" {
		return l.pick("breuk", "break")
	}
	return l.pick("breuk: ", "break: ") + why
}

// ChartMoment is a figure and when it was measured.
type ChartMoment struct{ Figure, Label string }

// String returns the figure with its moment: 48% (2018).
func (m ChartMoment) String() string { return m.Figure + " (" + m.Label + ")" }

// ChartTrendTitle is the headline of one line over time. An empty from: there is
// one figure that stands on its own; an empty expected: there is no forecast. Up,
// down or undecided is what a test shows; none of them: no test.
func (l *Locale) ChartTrendTitle(about string, from, to, expected ChartMoment, up, down, undecided bool) string {
	title := upperFirst(about)
	rise := func(word string) string {
		return fmt.Sprintf(l.pick(" %s van %s naar %s", " %s from %s to %s"), word, from, to)
	}
	switch {
	case to == ChartMoment{}:
	case from == ChartMoment{}:
		title += ": " + to.String()
	case up:
		title += rise(l.pick("gestegen", "up"))
	case down:
		title += rise(l.pick("gedaald", "down"))
	case undecided:
		title += fmt.Sprintf(l.pick(": %s en %s, geen verschil aangetoond", ": %s and %s, no difference shown"), from, to)
	default:
		title += fmt.Sprintf(l.pick(": %s en %s", ": %s and %s"), from, to)
	}
	if (expected != ChartMoment{}) {
		title += l.pick("; verwacht: ", "; expected: ") + expected.String()
	}
	return title
}

// ChartPlansTitle is the headline of a sum of plans: the use now and if all plans
// go ahead, of at most three channels.
func (l *Locale) ChartPlansTitle(channels, now, then []string) string {
	title := ""
	for i, channel := range channels[:min(3, len(channels))] {
		if i == 0 {
			title = fmt.Sprintf(l.pick("%s: nu %s, %s als alle plannen doorgaan", "%s: %s now, %s if all plans go ahead"), upperFirst(channel), now[i], then[i])
			continue
		}
		title += fmt.Sprintf(l.pick("; %s: nu %s, dan %s", "; %s: %s now, %s then"), inSentence(channel), now[i], then[i])
	}
	return title
}

// ChartMoreChannels says that n channels are not in the picture.
func (l *Locale) ChartMoreChannels(n int) string {
	if n == 1 {
		return l.pick("1 kanaal met minder gebruik staat er niet bij.", "1 channel with less use is left out.")
	}
	return fmt.Sprintf(l.pick("%s kanalen met minder gebruik staan er niet bij.", "%s channels with less use are left out."), l.Integer(n))
}

// ChartHidden is the note on words such as "te weinig antwoorden" that stand where
// no hatching can; none when nothing is hidden.
func (l *Locale) ChartHidden(some bool, minimum int) []string {
	if !some {
		return nil
	}
	return []string{fmt.Sprintf(l.pick("Te weinig antwoorden of verborgen: minder dan %s antwoorden, of een andere groep zou af te leiden zijn.",
		"Too few answers or hidden: fewer than %s answers, or another group could be derived."), l.Integer(minimum))}
}
