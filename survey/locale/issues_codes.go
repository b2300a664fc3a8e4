package locale

import (
	"strings"

	"benchmark/survey"
)

// issueOfCodes says what was made of numbers that stand for answers, or for no
// answer.
func (l *Locale) issueOfCodes(code survey.Code, a arguments) string {
	question := l.pick("Vraag ", "Question ") + a.at(0) + ": "
	switch code {
	case survey.IssueCodesUnlabelled:
		return question + l.pick("de antwoorden zijn codes, en het bestand zegt niet wat ze betekenen: ", "the answers are codes, and the file does not say what they mean: ") +
			strings.Join(a.from(1), ", ") + l.pick("; ze zijn geteld als een keuze", "; they were counted as a choice")
	case survey.IssueSetUnlabelled:
		return question + l.pick("in elke cel staan de codes van de gekozen opties, en het bestand zegt niet wat ze betekenen: ",
			"each cell holds the codes of the options chosen, and the file does not say what they mean: ") + strings.Join(a.from(1), ", ")
	case survey.IssueMaybeCodes:
		return question + l.pick("de getallen (", "the numbers (") + strings.Join(a.from(1), ", ") +
			l.pick(") kunnen codes van een keuze zijn; ze zijn gelezen als aantallen, met een gemiddelde", ") can be the codes of a choice; they were read as amounts, with a mean")
	case survey.IssueCodeAside:
		return question + l.codeAside(a)
	case survey.IssueNoAnswer:
		return question + l.pick("deze opties lijken te zeggen dat er geen antwoord is, maar tellen mee als antwoord (keer): ",
			"these options seem to say that there is no answer, but count as answers (times): ") + l.noAnswers(a)
	case survey.IssueZeroAbsent:
		return question + l.pick("0 betekent hier dat er niets is gekozen; dat telt niet als antwoord (", "0 means here that nothing was chosen; that does not count as an answer (") +
			l.count(a.at(1), l.pick("keer", "time"), l.pick("keer", "times")) + ")"
	case survey.IssueTickRun:
		return question + l.count(a.at(3), l.pick("kolom", "column"), l.pick("kolommen", "columns")) + l.pick(" met alleen 0 en 1, van ", " with 0 and 1 alone, from ") +
			a.at(1) + l.pick(" tot en met ", " to ") + a.at(2) + l.pick(", zijn gelezen als de opties van één vraag met meer antwoorden",
			", were read as the options of one select-all question")
	case survey.IssueScreenedOut:
		return l.rows(a.at(0)) + " " + plural(a.at(0), l.pick("is", "is"), l.pick("zijn", "are")) +
			l.pick(" van mensen die niet begonnen, niet tot de doelgroep hoorden of te laat waren (quotum vol); die tellen niet mee: kolom ",
				" of people who did not begin, were screened out or came when the quota was full; they do not count: column ") +
			l.Quote(a.at(1)) + l.pick(", code (rijen): ", ", code (rows): ") + strings.Join(a.from(2), ", ")
	case survey.IssueUnweighted:
		return l.pick("Het bestand heeft gewichten (kolom ", "The file holds weights (column ") + strings.Join(a, ", ") +
			l.pick("); ze zijn niet gebruikt: alle cijfers zijn ongewogen", "); they were not used: all figures are unweighted")
	}
	return ""
}

// scaleOrder says which end of scales of numbers was taken for the high one.
func (l *Locale) scaleOrder(a arguments) string {
	assumed := l.pick("de volgorde van de schaal is aangenomen: ", "the order of the scale is assumed: ")
	if len(a) <= 2 {
		return l.pick("Vraag ", "Question ") + a.at(0) + ": " + assumed + a.at(1)
	}
	var scales []string
	for i := 0; i < len(a); i += 2 {
		scales = append(scales, a.at(i)+" ("+a.at(i+1)+")")
	}
	return l.pick("Vragen ", "Questions ") + l.List(scales) + ": " + l.pick("de volgorde van de schalen is aangenomen", "the order of the scales is assumed")
}

// codeAside says what became of numbers far outside the other answers.
func (l *Locale) codeAside(a arguments) string {
	several := strings.Contains(a.at(2), ",")
	of := func(oneNL, manyNL, oneEN, manyEN string) string {
		if several {
			return l.pick(manyNL, manyEN)
		}
		return l.pick(oneNL, oneEN)
	}
	often := l.count(a.at(3), l.pick("keer", "time"), l.pick("keer", "times"))
	if several {
		often = a.at(3) + l.pick(" keer", " times")
	}
	s := a.at(2) + " (" + often + ")" + of(" ligt ver buiten de andere antwoorden", " liggen ver buiten de andere antwoorden", " lies far outside the other answers", " lie far outside the other answers")
	if a.at(4) != "" {
		s += " (" + a.at(4) + l.pick(" tot ", " to ") + a.at(5) + ")"
	}
	s += of(" en lijkt een code voor ‘geen antwoord’; ", " en lijken codes voor ‘geen antwoord’; ", " and seems to be a code for “no answer”; ", " and seem to be codes for “no answer”; ")
	switch a.at(1) {
	case "left-out":
		return s + of("die telt niet mee als getal", "die tellen niet mee als getal", "it does not count as a number", "they do not count as numbers")
	case "number":
		return s + of("die telt nu wel mee als getal", "die tellen nu wel mee als getal", "it now counts as a number", "they now count as numbers")
	case "base":
		return s + of("die telt niet mee als antwoord", "die tellen niet mee als antwoord", "it does not count as an answer", "they do not count as answers")
	case "scale":
		return s + of("die telt nu mee als een antwoord buiten de schaal", "die tellen nu mee als antwoorden buiten de schaal", "it now counts as an answer off the scale", "they now count as answers off the scale")
	}
	return s + of("die telt nu mee als een gewoon antwoord", "die tellen nu mee als gewone antwoorden", "it now counts as a plain answer", "they now count as plain answers")
}

// noAnswers writes each option with how often it occurs.
func (l *Locale) noAnswers(a arguments) string {
	times := strings.Split(a.at(2), "; ")
	var list []string
	for i, option := range strings.Split(a.at(1), "; ") {
		option = l.Quote(option)
		if i < len(times) {
			option += " (" + times[i] + ")"
		}
		list = append(list, option)
	}
	return strings.Join(list, ", ")
}
