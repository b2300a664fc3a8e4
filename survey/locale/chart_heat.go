package locale

import (
	"fmt"
	"math"
	"strings"
)

// ChartHeatKind opens the text alternative of a table of cells, ChartSpreadKind
// that of a distribution and ChartCloudKind that of words beside a cloud.
func (l *Locale) ChartHeatKind() string {
	return l.pick("Tabel met gekleurde vakken", "Table of coloured cells")
}

// ChartSpreadKind opens the text alternative of a distribution.
func (l *Locale) ChartSpreadKind() string {
	return l.pick("Spreiding van een getal: mediaan (middelste helft)", "Spread of a number: median (middle half)")
}

// ChartCloudKind opens the text alternative of words beside a cloud.
func (l *Locale) ChartCloudKind() string {
	return l.pick("Staven op volgorde, met een woordenwolk", "Ranked bars with a word cloud")
}

// ChartCell is what stands in a cell without a figure, in as few letters as it
// can be said in; a note below the chart has the rest. The status is the word of
// the analysis.
func (l *Locale) ChartCell(status string, minimum int) string {
	switch status {
	case "hidden-small":
		return "n < " + l.Integer(minimum)
	case "hidden-others", "hidden-extreme":
		return l.pick("verborgen", "hidden")
	case "hidden-imprecise":
		return l.pick("onzeker", "uncertain")
	}
	return "–"
}

// ChartHatchedCells explains the words on hatched cells; "" when there are none.
func (l *Locale) ChartHatchedCells(small, others, imprecise bool, minimum int) string {
	var parts []string
	if small {
		parts = append(parts, fmt.Sprintf(l.pick("n < %[1]s: minder dan %[1]s antwoorden", "n < %[1]s: fewer than %[1]s answers"), l.Integer(minimum)))
	}
	if others {
		parts = append(parts, l.pick("verborgen: anders is een andere groep af te leiden", "hidden: another group could be derived"))
	}
	if imprecise {
		parts = append(parts, l.pick("onzeker: de marge is te groot", "uncertain: the margin is too wide"))
	}
	if len(parts) == 0 {
		return ""
	}
	return l.pick("Gearceerd, ", "Hatched, ") + strings.Join(parts, "; ") + "."
}

// ChartDash explains a dash in a cell.
func (l *Locale) ChartDash() string {
	return l.pick("Streepje: geen antwoorden.", "Dash: no answers.")
}

// ChartLowCells explains cells that are lower than the others.
func (l *Locale) ChartLowCells(few int) string {
	return fmt.Sprintf(l.pick("Lage vakken: minder dan %s antwoorden, alleen indicatief.", "Low cells: fewer than %s answers, indicative only."), l.Integer(few))
}

// ChartBreakable returns a label with soft hyphens in the names of channels that
// are long for the head of a column.
func (l *Locale) ChartBreakable(label string) string {
	for _, parts := range [][2]string{
		{"Face", "book"}, {"Insta", "gram"}, {"You", "Tube"}, {"Linked", "In"}, {"Whats", "App"}, {"Snap", "chat"},
		{"Mast", "odon"}, {"Web", "formulier"}, {"Telef", "oon"}, {"Tele", "gram"}, {"Mess", "enger"}, {"Twit", "ter"}, {"An", "ders"},
	} {
		label = strings.ReplaceAll(label, parts[0]+parts[1], parts[0]+"\u00ad"+parts[1])
	}
	return label
}

// ChartCells says that each cell is a percentage of its own group. Base is the
// result of ChartBase.
func (l *Locale) ChartCells(base string) string {
	return base + l.pick(", per groep", ", by group")
}

// ChartBy is a headline that names a subject and its breakdowns: Gebruik van
// WhatsApp naar type en grootteklasse.
func (l *Locale) ChartBy(what string, by []string) string {
	if len(by) == 0 {
		return what
	}
	return what + l.pick(" naar ", " by ") + l.List(by)
}

// ChartChannelsBy names the use of channels by the breakdowns.
func (l *Locale) ChartChannelsBy(by []string) string {
	return l.ChartBy(l.pick("Gebruik van kanalen", "Use of channels"), by)
}

// ChartChannelsFrom is the headline of the use of channels by group, with the
// most and the least used one.
func (l *Locale) ChartChannelsFrom(by []string, first, firstShare, last, lastShare string) string {
	return l.ChartChannelsBy(by) + fmt.Sprintf(l.pick(": van %s (%s) tot %s (%s)", ": from %s (%s) to %s (%s)"),
		inSentence(first), firstShare, inSentence(last), lastShare)
}

// ChartSpreadWords are the words of a distribution: the heads of its columns and
// the signs in its key.
type ChartSpreadWords struct {
	MedianHead, HalfHead                              string
	Half, Median, Mean, Whiskers, Outlier, EachAnswer string
}

// ChartSpreadWords returns the words of a distribution.
func (l *Locale) ChartSpreadWords() ChartSpreadWords {
	if l.dutch {
		return ChartSpreadWords{
			MedianHead: "mediaan", HalfHead: "middelste helft",
			Half: "Middelste helft van de antwoorden", Median: "Mediaan", Mean: "Gemiddelde",
			Whiskers: "Andere antwoorden", Outlier: "Ver van de rest", EachAnswer: "Eén antwoord",
		}
	}
	return ChartSpreadWords{
		MedianHead: "median", HalfHead: "middle half",
		Half: "Middle half of the answers", Median: "Median", Mean: "Mean",
		Whiskers: "Other answers", Outlier: "Far from the rest", EachAnswer: "One answer",
	}
}

// Million is the number from which amounts in charts are written with a word.
const Million = 1e6

// ChartAmount writes a number in a chart: from a million on with a word, 3,4
// miljoen.
func (l *Locale) ChartAmount(x float64) string {
	for _, unit := range []struct {
		from float64
		word string
	}{{1e12, l.pick(" biljoen", " trillion")}, {1e9, l.pick(" miljard", " billion")}, {Million, l.pick(" miljoen", " million")}} {
		// What rounds to a thousand of the unit below is one of this unit.
		if a := math.Abs(x); a >= 0.9995*unit.from {
			decimals := 1
			if a >= 100*unit.from {
				decimals = 0
			}
			s := l.Decimal(x/unit.from, decimals)
			return strings.TrimSuffix(strings.TrimSuffix(s, ",0"), ".0") + unit.word
		}
	}
	return l.Number(x)
}

// ChartAmounts writes two numbers as one range: 1,5–4, or 3,4–12 miljoen.
func (l *Locale) ChartAmounts(low, high float64) string {
	a, b := l.ChartAmount(low), l.ChartAmount(high)
	if i, j := strings.LastIndex(a, " "), strings.LastIndex(b, " "); i > 0 && j > 0 && a[i:] == b[j:] {
		a = a[:i]
	}
	return a + "–" + b
}

// ChartSpreadTitle is the headline of a number: WhatsApp: de helft meldt hooguit
// 2 vragen per uur; gemiddeld is het 3,2. Without a mean it ends before the
// semicolon. By names the breakdown by which a test found the mean to differ, or
// is empty.
func (l *Locale) ChartSpreadTitle(subject, median, unit, mean, by string) string {
	amount := strings.TrimSpace(median + " " + l.Unit(unit))
	s := subjectFirst(subject, fmt.Sprintf(l.pick("de helft meldt hooguit %s", "half report at most %s"), amount))
	if subject == "" {
		s = upperFirst(s)
	}
	switch {
	case mean != "" && by != "":
		s += fmt.Sprintf(l.pick("; gemiddeld is het %s, en dat verschilt naar %s", "; the mean is %s, and differs by %s"), mean, by)
	case mean != "":
		s += fmt.Sprintf(l.pick("; gemiddeld is het %s", "; the mean is %s"), mean)
	case by != "":
		s += fmt.Sprintf(l.pick("; het gemiddelde verschilt naar %s", "; the mean differs by %s"), by)
	}
	return s
}

// ChartSpreadBase says in which unit a distribution is, and of whom.
func (l *Locale) ChartSpreadBase(unit, base string) string {
	base = strings.Replace(strings.Replace(base, "Percentage van ", "", 1), "Percentage of ", "", 1)
	if unit = l.Unit(unit); unit == "" {
		return l.pick("Antwoorden van ", "Answers of ") + base
	}
	return fmt.Sprintf(l.pick("In %s, van %s", "In %s, of %s"), unit, base)
}

// ChartNoWhiskers says why a distribution shows no single answers.
func (l *Locale) ChartNoWhiskers(weighted bool) string {
	if weighted {
		return l.pick("De kleinste en grootste antwoorden zijn niet getekend: de cijfers zijn gewogen.",
			"The smallest and largest answers are not drawn: the figures are weighted.")
	}
	return l.pick("De kleinste en grootste antwoorden zijn niet getekend: die zijn van één organisatie.",
		"The smallest and largest answers are not drawn: they are those of one organisation.")
}

// ChartFarFrom explains the answers that lie far from the rest.
func (l *Locale) ChartFarFrom() string {
	return l.pick("Ver van de rest: meer dan 1,5 keer de breedte van het vak buiten het vak.",
		"Far from the rest: more than 1.5 times the width of the box outside it.")
}

// ChartOpenBoxes explains boxes on few answers.
func (l *Locale) ChartOpenBoxes(few int) string {
	return fmt.Sprintf(l.pick("Open vakken: minder dan %s antwoorden, alleen indicatief.", "Open boxes: fewer than %s answers, indicative only."), l.Integer(few))
}

// ChartNotDrawnBy names breakdowns that have too few groups with figures to be
// drawn.
func (l *Locale) ChartNotDrawnBy(by []string) string {
	return fmt.Sprintf(l.pick("Niet getekend naar %s: te weinig groepen hebben cijfers.", "Not drawn by %s: too few groups have figures."), l.List(by))
}

// ChartCloudNote says what the size of a word in a cloud means, and ChartCloudLeft
// that the smallest words are not in it.
func (l *Locale) ChartCloudNote() string {
	return l.pick("Woordenwolk: de oppervlakte van de letters volgt het aantal.", "Word cloud: the area of the letters follows the number.")
}

// ChartCloudLeft says that the smallest words are not in the cloud.
func (l *Locale) ChartCloudLeft() string {
	return l.pick("Woorden die in de wolk te klein zouden zijn, staan alleen bij de staven.", "Words that would be too small in the cloud stand at the bars alone.")
}

// ChartEmptyKind opens the text alternative of a picture without figures.
func (l *Locale) ChartEmptyKind() string {
	return l.pick("Grafiek zonder cijfers", "Chart without figures")
}

// ChartEmptyTitle is the headline of a picture without figures. The status is
// the word of the analysis.
func (l *Locale) ChartEmptyTitle(subject, status string) string {
	var s string
	switch status {
	case "no-answers":
		s = l.pick("niemand gaf antwoord", "nobody answered")
	case "no-words":
		s = l.pick("geen woord is vaak genoemd", "no word was used often")
	case "hidden-imprecise":
		s = l.pick("te onzeker om te laten zien", "too uncertain to show")
	case "hidden-others", "hidden-extreme":
		s = l.pick("verborgen ter bescherming", "hidden for protection")
	default:
		s = l.pick("te weinig antwoorden om te laten zien", "too few answers to show")
	}
	if subject == "" {
		return upperFirst(s)
	}
	return upperFirst(subject) + ": " + s
}

// ChartEmpty says in the place of a plot why it is not there. Minimum is the
// least number of answers that is shown.
func (l *Locale) ChartEmpty(status string, minimum int) string {
	switch status {
	case "no-words":
		return l.pick("Geen enkel woord is vaak genoeg genoemd om het te laten zien.", "No word was used often enough to show it.")
	case "no-answers":
		return l.pick("Deze vraag is aan niemand gesteld, of niemand gaf antwoord. Er is dus geen cijfer: ook geen 0%.",
			"This question was put to nobody, or nobody answered. So there is no figure: not 0% either.")
	case "hidden-imprecise":
		return l.pick("De marges zijn zo groot dat de cijfers niets zeggen. Daarom staan ze hier niet.",
			"The margins are so wide that the figures say nothing. That is why they are not here.")
	case "hidden-others", "hidden-extreme":
		return l.pick("Uit deze cijfers is af te leiden wat één organisatie antwoordde. Daarom staan ze hier niet.",
			"These figures would tell what one organisation answered. That is why they are not here.")
	}
	return fmt.Sprintf(l.pick("Minder dan %s organisaties gaven antwoord. Hun cijfers staan hier niet, want dan is te zien wat één organisatie antwoordde.",
		"Fewer than %s organisations answered. Their figures are not here, because they would tell what one organisation answered."), l.Integer(minimum))
}

// ChartEmptyBase follows the question under the headline of a picture without
// figures.
func (l *Locale) ChartEmptyBase() string {
	return l.pick("Er zijn geen cijfers om te laten zien.", "There are no figures to show.")
}
