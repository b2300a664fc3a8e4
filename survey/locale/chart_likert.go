package locale

import (
	"fmt"
	"math"
	"strings"
)

// ChartDivergingKind opens the text alternative of bars on both sides of a line.
func (l *Locale) ChartDivergingKind() string {
	return l.pick("Staven links en rechts van een lijn", "Bars to the left and right of a line")
}

// ChartSide names the n highest or lowest points of a scale together.
func (l *Locale) ChartSide(high bool, n int) string {
	if high {
		return fmt.Sprintf(l.pick("Hoogste %s", "Highest %s"), l.Integer(n))
	}
	return fmt.Sprintf(l.pick("Laagste %s", "Lowest %s"), l.Integer(n))
}

// ChartPoints names points of a scale by their numbers: 5–7.
func (l *Locale) ChartPoints(from, to int) string {
	if from == to {
		return l.Integer(from)
	}
	return l.Integer(from) + "–" + l.Integer(to)
}

// ChartChanged is the headline of a question on change: how many saw a rise and
// how many a fall.
func (l *Locale) ChartChanged(subject, rise, fall string) string {
	return subjectFirst(subject, fmt.Sprintf(l.pick("%s ziet een stijging, %s een daling", "%s see a rise, %s a fall"), rise, fall))
}

// ChartOwner is the headline of who does webcare: the share of one department in
// all organisations, and among the users of channels.
func (l *Locale) ChartOwner(department, all string, channels, shares []string) string {
	parts := make([]string, len(channels))
	for i := range channels {
		parts[i] = inSentence(channels[i]) + " " + shares[i]
	}
	return fmt.Sprintf(l.pick("Webcare door ‘%s’: %s; bij gebruikers van ", "Webcare by ‘%s’: %s; among users of "), department, all) + strings.Join(parts, ", ")
}

// ChartNotSplit names the answers whose shares are known together only, unless
// they are more than two.
func (l *Locale) ChartNotSplit(answers []string) string {
	if len(answers) > 2 {
		return l.pick("Niet uitgesplitst", "Not split")
	}
	for i := range answers {
		if i > 0 {
			answers[i] = l.Small(answers[i])
		}
	}
	return l.or(answers) + l.pick(" (niet uitgesplitst)", " (not split)")
}

// ChartBattery says what scale questions beside each other are about; the topic
// is the word of the analysis.
func (l *Locale) ChartBattery(topic string) string {
	switch topic {
	case "satisfaction":
		return l.pick("Hoe tevreden is de organisatie per kanaal?", "How satisfied is the organisation with each channel?")
	case "change":
		return l.pick("Wat is er veranderd?", "What has changed?")
	}
	return l.pick("Antwoorden per vraag.", "Answers by question.")
}

// ChartOfAnswered says whose percentage is shown of questions that were not put to
// the same organisations.
func (l *Locale) ChartOfAnswered() string {
	return l.pick("Percentage van wie de vraag beantwoordde", "Percentage of those who answered the question")
}

// ChartNamedBeside is the headline of a question that was put about more channels:
// the share that names one answer for each. The topic is the word of the analysis.
func (l *Locale) ChartNamedBeside(topic, answer string, channels, shares []string) string {
	parts := make([]string, len(channels))
	for i := range channels {
		parts[i] = fmt.Sprintf(l.pick("%s voor %s", "%s for %s"), shares[i], inSentence(channels[i]))
	}
	as := ""
	switch topic {
	case "reasons":
		as = l.pick(" als reden", " as a reason")
	case "barriers":
		as = l.pick(" als drempel", " as a barrier")
	case "praise":
		as = l.pick(" als pluspunt", " as an advantage")
	case "concern":
		as = l.pick(" als twijfel", " as a doubt")
	}
	return fmt.Sprintf("‘%s’%s: ", upperFirst(answer), as) + l.List(parts)
}

// ChartNamedByGroup is the headline of a question by group: the share that gives
// one answer in each.
func (l *Locale) ChartNamedByGroup(subject, answer string, groups, shares []string) string {
	parts := make([]string, len(groups))
	for i := range groups {
		parts[i] = shares[i] + " (" + groups[i] + ")"
	}
	return subjectFirst(subject, fmt.Sprintf("‘%s’: ", answer)+l.List(parts))
}

// ChartBesideQuestion is the subtitle of a question that was put about more
// channels; the topic is the word of the analysis.
func (l *Locale) ChartBesideQuestion(topic string) string {
	switch topic {
	case "reasons":
		return l.pick("Waarom wil de organisatie dit kanaal?", "Why does the organisation want this channel?")
	case "barriers":
		return l.pick("Waarom gebruikt de organisatie dit kanaal niet?", "Why does the organisation not use this channel?")
	case "praise":
		return l.pick("Waarom is de organisatie tevreden over dit kanaal?", "Why is the organisation satisfied with this channel?")
	case "concern":
		return l.pick("Welke twijfels heeft de organisatie over dit kanaal?", "What doubts does the organisation have about this channel?")
	}
	return ""
}

// ChartNotOffered stands where an answer could not be chosen.
func (l *Locale) ChartNotOffered() string { return l.pick("niet gevraagd", "not asked") }

// ChartTenfoldKind opens the text alternative of rows of ten figures.
func (l *Locale) ChartTenfoldKind() string {
	return l.pick("Rijen van tien poppetjes", "Rows of ten figures")
}

// ChartTenths is a share as a number of ten: 7 van de 10.
func (l *Locale) ChartTenths(n int) string {
	return fmt.Sprintf(l.pick("%d van de 10", "%d in 10"), n)
}

// Tenths returns the proportion p as a whole number of tenths. It reports false
// when no tenth is near enough to be shown for it, by the limits of Fraction: half
// within 0.5 percentage point, one and two tenths within 1, the others within 2;
// none and all must be exact.
func Tenths(p float64) (int, bool) {
	percent := Round(100*p, 6)
	n := int(Round(percent/10, 0))
	limits := [...]float64{0, 1, 1, 2, 2, 0.5, 2, 2, 2, 2, 0}
	if n < 0 || n >= len(limits) {
		return 0, false
	}
	return n, math.Abs(Round(percent-10*float64(n), 6)) <= limits[n]
}

// ChartTenfoldNow labels the use of a channel now.
func (l *Locale) ChartTenfoldNow(channel string) string {
	return channel + l.pick(", nu", ", now")
}

// ChartTenfoldNext labels the use of a channel with those who (very) likely start
// within a year.
func (l *Locale) ChartTenfoldNext(channel string) string {
	return channel + l.pick(", over een jaar", ", in a year")
}

// ChartTenfoldTitle is the headline of the use of a channel that is expected within
// a year, as a number of ten organisations.
func (l *Locale) ChartTenfoldTitle(channel string, n int, next bool) string {
	if next {
		return fmt.Sprintf(l.pick("%[2]s: %[1]d van de 10 organisaties die meededen gebruiken het nu of starten (vrijwel) zeker binnen een jaar",
			"%[2]s: %[1]d in 10 organisations that took part use it now or (very) likely start within a year"), n, upperFirst(channel))
	}
	return fmt.Sprintf(l.pick("%[2]s: %[1]d van de 10 organisaties die meededen gebruiken het nu",
		"%[2]s: %[1]d in 10 organisations that took part use it now"), n, upperFirst(channel))
}

// ChartTenfoldNote explains the figures of ten.
func (l *Locale) ChartTenfoldNote() string {
	return l.pick("Elk poppetje staat voor een op de tien organisaties; het precieze percentage staat ernaast.",
		"Each figure stands for one in ten organisations; the exact percentage is beside it.")
}

// ChartTenfoldLeftOut names the shares that are too far from a whole number of
// tenths to be drawn.
func (l *Locale) ChartTenfoldLeftOut(shares []string) string {
	return l.pick("Niet getekend, want niet dicht genoeg bij een heel aantal van de tien: ", "Not drawn, as it is not near enough to a whole number of ten: ") +
		strings.Join(shares, "; ") + "."
}

// ChartFewFigures explains pale figures that rest on fewer than n answers.
func (l *Locale) ChartFewFigures(n int) string {
	return fmt.Sprintf(l.pick("Lichte poppetjes: minder dan %s antwoorden, alleen indicatief.",
		"Pale figures: fewer than %s answers, indicative only."), l.Integer(n))
}
