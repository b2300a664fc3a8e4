package locale

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ChartWords are the fixed words in charts.
type ChartWords struct {
	// Stages of adoption, as they stand in the key.
	Uses, Surely, Likely, Rest string
	// Everyone names the row of all respondents.
	Everyone string
	// Everybody labels that row where the respondents are no organisations.
	Everybody string
	// Share, Interval, Answers and Mentions head the columns beside a plot.
	Share, Interval, Answers, Mentions string
	// TooFew, Protected, Imprecise, NoAnswers and NotMade stand where a figure is
	// missing.
	TooFew, Protected, Imprecise, NoAnswers, NotMade string
	// NotSplit stands for a part of a bar that is hidden in a larger one.
	NotSplit string
	// ByType and BySize complete "naar ..." in titles.
	ByType, BySize string
	// StackedKind, IntervalsKind, RankedKind and RankedBarsKind open the text
	// alternative.
	StackedKind, IntervalsKind, RankedKind, RankedBarsKind string
}

// ChartWords returns the fixed words in charts.
func (l *Locale) ChartWords() ChartWords {
	if l.dutch {
		return ChartWords{
			Uses: "Gebruikt het nu", Surely: "Start zeker binnen een jaar", Likely: "Zeer waarschijnlijk", Rest: "Overig",
			Everyone: "Alle organisaties", Everybody: "Alle respondenten",
			Share: "aandeel", Interval: "interval", Answers: "n", Mentions: "genoemd door",
			TooFew: "te weinig antwoorden", Protected: "verborgen ter bescherming", Imprecise: "te onzeker",
			NoAnswers: "geen antwoorden", NotMade: "niet berekend", NotSplit: "niet uitgesplitst",
			ByType: "type", BySize: "grootteklasse",
			StackedKind: "Gestapelde staven tot 100%", IntervalsKind: "Stippen met interval",
			RankedKind: "Stippen met interval op volgorde", RankedBarsKind: "Staven op volgorde",
		}
	}
	return ChartWords{
		Uses: "Uses it now", Surely: "Surely starts within a year", Likely: "Very likely", Rest: "Other",
		Everyone: "All organisations", Everybody: "All respondents",
		Share: "share", Interval: "interval", Answers: "n", Mentions: "named by",
		TooFew: "too few answers", Protected: "hidden for protection", Imprecise: "too uncertain",
		NoAnswers: "no answers", NotMade: "not computed", NotSplit: "not split",
		ByType: "type", BySize: "size class",
		StackedKind: "Stacked bars to 100%", IntervalsKind: "Dots on intervals",
		RankedKind: "Ranked dots on intervals", RankedBarsKind: "Ranked bars",
	}
}

// Capital returns s with its first letter as a capital, for the start of a
// sentence; Dutch ij becomes IJ.
func (l *Locale) Capital(s string) string { return upperFirst(s) }

// Small returns s with its first letter small, for inside a sentence, unless it
// begins with an abbreviation: Zeer tevreden becomes zeer tevreden, KCC stays.
func (l *Locale) Small(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	word, _, _ := strings.Cut(s[size:], " ")
	if size == len(s) || strings.ContainsFunc(word, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// ChartUsers labels the users of a channel as a group.
func (l *Locale) ChartUsers(channel string) string {
	return l.pick("Gebruikers van ", "Users of ") + inSentence(channel)
}

// ChartHeading heads the rows of a breakdown by type, or by size class.
func (l *Locale) ChartHeading(bySize bool) string {
	if bySize {
		return l.pick("Grootteklasse", "Size class")
	}
	return l.pick("Type organisatie", "Type of organisation")
}

// ChartN writes a base: n = 117.
func (l *Locale) ChartN(n int) string { return "n = " + l.Integer(n) }

// ChartBase says in half a sentence whose percentage a chart shows. The kind is
// the word for a base in the analysis: respondents, routed, answered, ticked,
// non-users or everyone; n of 0 leaves the number out.
func (l *Locale) ChartBase(kind, channel string, n int) string {
	var s string
	switch kind {
	case "routed":
		s = l.pick("Percentage van de respondenten aan wie dit is gevraagd", "Percentage of respondents who were asked")
	case "answered":
		s = l.pick("Percentage van de respondenten die antwoord gaven", "Percentage of respondents who answered")
	case "ticked":
		s = l.pick("Percentage van de respondenten die iets aankruisten", "Percentage of respondents who ticked an answer")
	case "non-users":
		s = fmt.Sprintf(l.pick("Percentage van de respondenten zonder %s", "Percentage of respondents without %s"), inSentence(channel))
	default:
		s = l.pick("Percentage van alle respondenten", "Percentage of all respondents")
	}
	if n > 0 {
		s += " (" + l.ChartN(n) + ")"
	}
	return s
}

// ChartAlso adds the use of a further channel to a headline.
func (l *Locale) ChartAlso(channel, share string) string {
	return "; " + inSentence(channel) + ": " + share
}

// ChartMultipleSaid reports whether the wording of a question says already that
// more than one answer is possible.
func (l *Locale) ChartMultipleSaid(text string) bool {
	text = strings.ToLower(text)
	for _, said := range []string{"antwoorden mogelijk", "meer antwoorden", "meerdere", "possible", "all that apply", "more than one"} {
		if strings.Contains(text, said) {
			return true
		}
	}
	return false
}

// ChartMultiple says that more than one answer was possible.
func (l *Locale) ChartMultiple() string {
	return l.pick("meer antwoorden mogelijk", "more than one answer possible")
}

// ChartInterval names the interval of a confidence level: met
// 95%-betrouwbaarheidsinterval.
func (l *Locale) ChartInterval(level float64) string {
	p := l.Number(100 * level)
	return l.pick("met "+p+"%-betrouwbaarheidsinterval", "with "+p+"% confidence interval")
}

// ChartUse is the question of an adoption chart in half a sentence.
func (l *Locale) ChartUse() string {
	return l.pick("Gebruikt de organisatie dit kanaal, of is zij dat van plan?",
		"Does the organisation use this channel, or does it plan to?")
}

// ChartRespondents is what the organisations of a chart are called: those who
// took part, never all that exist.
func (l *Locale) ChartRespondents() string {
	return l.pick("organisaties die meededen", "organisations that took part")
}

// ChartEstimated is the headline of a chart of weighted figures: these are about
// all organisations that exist and no longer about those who took part, and they
// are estimates.
func (l *Locale) ChartEstimated(title string) string {
	all := l.pick("organisaties", "organisations")
	return strings.ReplaceAll(title, l.ChartRespondents(), all) + l.pick(" (schatting)", " (estimate)")
}

// ChartWeighted is the subtitle of a chart of weighted figures.
func (l *Locale) ChartWeighted(subtitle string) string {
	return strings.ReplaceAll(subtitle, "Percentage ", l.pick("Gewogen percentage ", "Weighted percentage "))
}

// ChartUses is a headline about the use of a channel: in words where they fit
// ("Bijna de helft van de organisaties die meededen gebruikt WhatsApp"), else
// with the percentage.
func (l *Locale) ChartUses(channel string, p float64) string {
	if words, singular, ok := l.FractionOf(p, l.ChartRespondents()); ok {
		return upperFirst(words + " " + l.verb(singular) + " " + inSentence(channel))
	}
	return fmt.Sprintf(l.pick("%s: %s gebruikt het nu", "%s: %s use it now"), upperFirst(channel), l.PercentSaid(p))
}

func (l *Locale) verb(singular bool) string {
	if singular {
		return l.pick("gebruikt", "uses")
	}
	return l.pick("gebruiken", "use")
}

// inSentence writes a channel as it stands inside a sentence: a common noun with
// a small letter, a name as it is.
func inSentence(channel string) string {
	first, _, _ := strings.Cut(strings.ToLower(channel), " ")
	switch first {
	case "live", "livechat", "chat", "chatbot", "chatbots", "e-mail", "email", "telefoon", "telephone", "phone",
		"balie", "counter", "webcare", "website", "webformulier":
		return strings.ToLower(channel[:1]) + channel[1:]
	}
	return channel
}

// ChartBreakdown is the neutral headline of a breakdown, which claims no
// difference: Gebruik van WhatsApp naar type: 48% van alle organisaties die
// meededen. With everyone false the percentage is of those who were asked.
func (l *Locale) ChartBreakdown(what string, by []string, percent string, everyone bool) string {
	whole := l.pick("van alle ", "of all ") + l.ChartRespondents()
	if !everyone {
		whole = l.pick("in totaal", "in all")
	}
	return fmt.Sprintf(l.pick("%s naar %s: %s %s", "%s by %s: %s %s"), what, l.List(by), percent, whole)
}

// ChartUseOf names the use of a channel: Gebruik van WhatsApp.
func (l *Locale) ChartUseOf(channel string) string {
	return l.pick("Gebruik van ", "Use of ") + inSentence(channel)
}

// ChartAnswer names one answer as the thing that a breakdown shows: Webcare,
// ‘KCC’.
func (l *Locale) ChartAnswer(subject, answer string) string {
	if subject == "" {
		return "‘" + answer + "’"
	}
	return upperFirst(subject) + ", ‘" + answer + "’"
}

// ChartNet names a sum of answers by the key that the analysis gives it, or
// returns "" for a key that it does not know.
func (l *Locale) ChartNet(key string) string {
	switch key {
	case "net:projection":
		return l.pick("gebruikt het nu of start (vrijwel) zeker binnen een jaar", "uses it now or (very) likely starts within a year")
	case "net:plans":
		return l.pick("start (vrijwel) zeker binnen een jaar", "(very) likely starts within a year")
	case "net:considers":
		return l.pick("overweegt het", "considers it")
	case "net:top-two":
		return l.pick("twee hoogste antwoorden", "two highest answers")
	case "net:bottom-two":
		return l.pick("twee laagste antwoorden", "two lowest answers")
	case "net:rise":
		return l.pick("ziet een stijging", "see a rise")
	case "net:fall":
		return l.pick("ziet een daling", "see a fall")
	}
	return ""
}

// ChartShareWho is the subtitle of a breakdown: percentage of whom, that gave
// which answer.
func (l *Locale) ChartShareWho(answer string) string {
	return fmt.Sprintf(l.pick("Percentage met het antwoord ‘%s’", "Percentage answering ‘%s’"), answer)
}

// ChartUsesWho is the subtitle of a breakdown of use.
func (l *Locale) ChartUsesWho(channel string) string {
	return fmt.Sprintf(l.pick("Percentage organisaties dat %s nu gebruikt", "Percentage of organisations that use %s now"), inSentence(channel))
}

// ChartChose is the headline of a question with one answer each: shares in the
// order given, the subject first.
func (l *Locale) ChartChose(subject string, shares, answers []string) string {
	parts := make([]string, len(shares))
	for i := range shares {
		parts[i] = shares[i] + " ‘" + answers[i] + "’"
	}
	if len(parts) > 0 {
		parts[0] = fmt.Sprintf(l.pick("%s antwoordt ‘%s’", "%s answer ‘%s’"), shares[0], answers[0])
	}
	return subjectFirst(subject, strings.Join(parts, ", "))
}

// ChartAnswered is the headline of a question that is short enough to quote:
// 97% antwoordt ‘nee’ op de vraag ‘Heeft u twijfels?’.
func (l *Locale) ChartAnswered(question string, shares, answers []string) string {
	parts := make([]string, len(shares))
	for i := range shares {
		parts[i] = shares[i] + " ‘" + answers[i] + "’"
	}
	if len(parts) > 0 {
		parts[0] = fmt.Sprintf(l.pick("%s antwoordt ‘%s’", "%s answer ‘%s’"), shares[0], answers[0])
	}
	return l.List(parts) + l.pick(" op de vraag ‘", " to the question ‘") + question + "’"
}

// ChartTop is the headline of a scale: the share of its highest two answers.
func (l *Locale) ChartTop(subject, share string, answers []string) string {
	quoted := make([]string, len(answers))
	for i, a := range answers {
		quoted[i] = "‘" + a + "’"
	}
	return subjectFirst(subject, fmt.Sprintf(l.pick("%s antwoordt %s", "%s answer %s"),
		share, l.or(quoted)))
}

// or joins items as alternatives: a, b of c.
func (l *Locale) or(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + l.pick(" of ", " or ") + items[last]
}

// ChartNamed is the headline of a question with more than one answer: 59%
// noemt ‘te weinig capaciteit’ als drempel voor WhatsApp. The topic is the word
// of the analysis; one that it does not know gives the subject first.
func (l *Locale) ChartNamed(topic, subject, share, answer string) string {
	as := ""
	switch topic {
	case "reasons":
		as = l.pick(" als reden voor %s", " as a reason for %s")
	case "barriers":
		as = l.pick(" als drempel voor %s", " as a barrier to %s")
	case "praise":
		as = l.pick(" als pluspunt van %s", " as an advantage of %s")
	case "concern":
		as = l.pick(" als twijfel over %s", " as a doubt about %s")
	}
	named := fmt.Sprintf(l.pick("%s noemt ‘%s’", "%s name ‘%s’"), share, answer)
	if as == "" || subject == "" {
		return subjectFirst(subject, named)
	}
	return named + fmt.Sprintf(as, inSentence(subject))
}

// ChartChannels is the headline of the use of all channels: the figures of the
// first few.
func (l *Locale) ChartChannels(channels, shares []string) string {
	parts := make([]string, len(channels))
	for i := range channels {
		parts[i] = channels[i] + " " + shares[i]
	}
	return l.pick("Gebruik van kanalen: ", "Use of channels: ") + l.List(parts)
}

// ChartChannelsQuestion is the subtitle of the use of all channels.
func (l *Locale) ChartChannelsQuestion() string {
	return l.pick("Op welke kanalen is de organisatie actief?", "On which channels is the organisation active?")
}

func subjectFirst(subject, rest string) string {
	if subject == "" {
		return rest
	}
	return upperFirst(subject) + ": " + rest
}

func upperFirst(s string) string {
	for i, r := range s {
		if i == 0 {
			// Dutch ij at the start of a sentence is written IJ.
			if strings.HasPrefix(s, "ij") {
				return "IJ" + s[2:]
			}
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
