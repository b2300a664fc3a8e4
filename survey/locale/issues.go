package locale

import (
	"fmt"
	"strconv"
	"strings"

	"benchmark/survey"
)

// Issue returns the sentence on an issue, with its place: what was found, what
// was done with it. An issue with an unknown code gives the code with its
// arguments.
func (l *Locale) Issue(i survey.Issue) string {
	s := l.issueSentence(i.Code, i.Args)
	if s == "" {
		s = strings.TrimSpace(string(i.Code) + ": " + strings.Join(i.Args, ", "))
	}
	if place := l.Place(i.Where); place != "" {
		s += " (" + place + ")"
	}
	return s + "."
}

// IssueFix returns how a codebook settles the issue, or "".
func (l *Locale) IssueFix(i survey.Issue) string {
	if i.Fix == "" {
		return ""
	}
	return l.pick("In het codeboek los je dit op met: ", "A codebook line settles this: ") + i.Fix
}

// Place returns a spot in a file: enquete.xlsx, blad Data, cel AB12.
func (l *Locale) Place(p survey.Place) string {
	var parts []string
	if p.File != "" {
		parts = append(parts, p.File)
	}
	if p.Sheet != "" {
		parts = append(parts, l.pick("blad ", "sheet ")+p.Sheet)
	}
	switch {
	case p.Row > 0 && p.Column != "":
		parts = append(parts, l.pick("cel ", "cell ")+p.Column+strconv.Itoa(p.Row))
	case p.Row > 0:
		parts = append(parts, l.pick("rij ", "row ")+strconv.Itoa(p.Row))
	case p.Column != "":
		parts = append(parts, l.pick("kolom ", "column ")+p.Column)
	}
	return strings.Join(parts, ", ")
}

// arguments are the arguments of a sentence; those that are missing are empty.
type arguments []string

func (a arguments) at(i int) string {
	if i < len(a) {
		return a[i]
	}
	return ""
}

func (a arguments) from(i int) []string {
	if i < len(a) {
		return a[i:]
	}
	return nil
}

// count formats a number of things with their noun.
func (l *Locale) count(number, one, more string) string {
	n, err := strconv.Atoi(number)
	if err != nil {
		return number + " " + more
	}
	if n == 1 {
		return "1 " + one
	}
	return l.Integer(n) + " " + more
}

func (l *Locale) rows(number string) string {
	return l.count(number, l.pick("rij", "row"), l.pick("rijen", "rows"))
}

// plural chooses the form of a word for a number of things.
func plural(number, one, more string) string {
	if number == "1" {
		return one
	}
	return more
}

// examples names rows as examples: " (rij 4, 9 en 12)".
func (l *Locale) examples(rows []string) string {
	if len(rows) == 0 || len(rows) == 1 && rows[0] == "" {
		return ""
	}
	if len(rows) == 1 {
		rows = strings.Split(rows[0], ", ")
	}
	word := l.pick("rij ", "row ")
	if len(rows) > 1 {
		word = l.pick("rij ", "rows ")
	}
	return ", " + l.pick("bijvoorbeeld ", "for example ") + word + l.List(rows)
}

// value names a cell: the text between quotes, or no more than that there is
// one when it can't be told.
func (l *Locale) value(text string) string {
	if text == "" {
		return l.pick("een antwoord", "an answer")
	}
	return l.pick("het antwoord ", "the answer ") + l.Quote(text)
}

// fewOf names the first of many things and counts the others: a, b, c and 9 more.
func (l *Locale) fewOf(names []string) string {
	const few = 4
	if len(names) <= few+1 {
		return l.List(names)
	}
	rest := l.Integer(len(names)-few) + l.pick(" andere vragen", " other questions")
	return l.List(append(append([]string{}, names[:few]...), rest))
}

// Quote puts a text between the quotation marks of the language.
func (l *Locale) Quote(s string) string { return l.pick("‘", "“") + s + l.pick("’", "”") }

func (l *Locale) issueSentence(code survey.Code, args []string) string {
	a := arguments(args)
	for _, of := range []func(survey.Code, arguments) string{l.issueOfRows, l.issueOfAnswers, l.issueOfQuestion, l.issueOfFile, l.issueOfFrame, l.issueOfBodies, l.issueOfManner, l.issueOfBlock, l.issueOfCodebook, l.issueOfTools, l.issueOfCodes, l.issueOfSheets, l.issueOfRecords, l.issueOfLabels, l.issueOfJoined, l.issueOfWeights} {
		if s := of(code, a); s != "" {
			return s
		}
	}
	return ""
}

// issueOfRows says which rows count as respondents.
func (l *Locale) issueOfRows(code survey.Code, a arguments) string {
	switch code {
	case survey.IssueDuplicateID:
		ids := l.count(a.at(0), l.pick("respondentnummer komt", "respondent id occurs"), l.pick("respondentnummers komen", "respondent ids occur"))
		return ids + l.pick(" meer dan één keer voor, samen op ", " more than once, together in ") + l.rows(a.at(1)) +
			l.examples(a.from(2)) + l.pick("; alle rijen tellen mee", "; all these rows count")
	case survey.IssueDuplicateSettled:
		rule := l.pick("de laatste rij telt", "the last row counts")
		if a.at(1) == "keep-first" {
			rule = l.pick("de eerste rij telt", "the first row counts")
		}
		why := l.pick(" met een respondentnummer dat al voorkomt ", " with a respondent id that occurs already ")
		if a.at(2) == "body" {
			why = l.pick(" van een organisatie met nog een antwoord ", " of an organisation with another answer ")
		}
		return l.rows(a.at(0)) + why +
			plural(a.at(0), l.pick("telt", "does"), l.pick("tellen", "do")) + l.pick(" niet mee: ", " not count: ") + rule
	case survey.IssueDuplicateBody, survey.IssueTwoAnswers:
		bodies := l.count(a.at(0), l.pick("organisatie heeft", "organisation has"), l.pick("organisaties hebben", "organisations have"))
		return bodies + l.pick(" meer dan één keer geantwoord", " answered more than once") + l.examples(a.from(1)) +
			l.pick("; alle antwoorden tellen mee", "; all answers count")
	case survey.IssueTestRows:
		return l.rows(a.at(0)) + " " + plural(a.at(0), l.pick("is een test en telt", "is a test and does"), l.pick("zijn tests en tellen", "are tests and do")) +
			l.pick(" niet mee: kolom ", " not count: column ") + l.Quote(a.at(1)) + l.pick(" zegt ", " says ") + l.Quote(a.at(2))
	case survey.IssueEmptyRows:
		return l.rows(a.at(0)) + " " + plural(a.at(0), l.pick("heeft", "has"), l.pick("hebben", "have")) + l.pick(" geen enkel antwoord en ", " no answer at all and ") +
			plural(a.at(0), l.pick("telt", "does"), l.pick("tellen", "do")) + l.pick(" niet mee", " not count")
	case survey.IssuePartialRows:
		return l.count(a.at(0), l.pick("respondent heeft", "respondent"), l.pick("respondenten hebben", "respondents")) +
			l.pick(" de vragenlijst niet afgemaakt; wat is ingevuld, telt mee", " did not finish the questionnaire; what was filled in counts")
	case survey.IssueRaggedRow:
		return fmt.Sprintf(l.pick("Rij %s heeft %s velden in plaats van %s", "Row %s has %s fields instead of %s"), a.at(0), a.at(2), a.at(1))
	}
	return ""
}

// issueOfAnswers says which answers don't fit their question.
func (l *Locale) issueOfAnswers(code survey.Code, a arguments) string {
	question := l.pick("Vraag ", "Question ") + a.at(0) + ": "
	on := " " + l.pick("op ", "in ") + l.rows(a.at(3)) + l.examples(arguments{a.at(2)})
	switch code {
	case survey.IssueUnknownOption:
		return question + l.value(a.at(1)) + l.pick(" is geen van de opties", " is none of the options") + on + l.pick("; het telt niet mee", "; it does not count")
	case survey.IssueBegunOption:
		return question + l.value(a.at(1)) + l.pick(" is geteld als de optie waarmee het begint", " was counted as the option that it begins with") + on + l.pick("; zo vaak hetzelfde kan een optie op zichzelf zijn", "; the same so often may be an option of its own")
	case survey.IssueNotANumber:
		return question + l.value(a.at(1)) + l.pick(" is geen getal", " is no number") + on + l.pick("; het telt niet mee", "; it does not count")
	case survey.IssueOutOfRange:
		return question + l.value(a.at(1)) + l.pick(" valt buiten de grenzen van het codeboek", " is outside the limits of the codebook") + on + l.pick("; het telt niet mee", "; it does not count")
	case survey.IssueMixedNotation:
		return question + fmt.Sprintf(l.pick("getallen staan er op twee manieren, zoals %s en %s; die op de minst gebruikte manier tellen niet mee",
			"numbers are written in two ways, as in %s and %s; those in the rarer way do not count"), a.at(1), a.at(2))
	case survey.IssueThousandsMark:
		return question + fmt.Sprintf(l.pick("%s is gelezen met een scheidingsteken voor duizendtallen", "%s was read with a thousands separator"), a.at(1))
	case survey.IssueRoutingBroken:
		return question + l.count(a.at(1), l.pick("respondent gaf", "respondent gave"), l.pick("respondenten gaven", "respondents gave")) +
			l.pick(" antwoord zonder dat de vraag gesteld was; dat antwoord telt niet mee", " an answer though the question was not put to them; it does not count")
	case survey.IssueExcelDate:
		return question + fmt.Sprintf(l.pick("Excel heeft misschien een datum gemaakt van een klasse: %s", "Excel may have made a date of a class: %s"), a.at(1))
	}
	return ""
}

// issueOfQuestion says what is uncertain about a question.
func (l *Locale) issueOfQuestion(code survey.Code, a arguments) string {
	question := l.pick("Vraag ", "Question ") + a.at(0) + ": "
	switch code {
	case survey.IssueBlankAmbiguous:
		return l.pick("Zonder codeboek is niet bekend wie een vraag kreeg. Een lege cel kan ‘niet gevraagd’ of ‘niet beantwoord’ zijn bij ",
			"Without a codebook it is not known who was asked. A blank cell can mean “not asked” or “not answered” in ") + l.fewOf(a)
	case survey.IssueTickBase:
		return question + l.pick("de basis is wie ten minste één optie koos", "the base is those who ticked at least one option")
	case survey.IssueOptionUnused:
		return question + l.pick("niemand koos ", "nobody chose ") + l.Quote(a.at(1))
	case survey.IssueJoinedSplit:
		pieces := make([]string, 0, len(a))
		for _, p := range a.from(2) {
			pieces = append(pieces, l.Quote(p))
		}
		return question + fmt.Sprintf(l.pick("antwoorden staan samen in één cel, gescheiden door ‘%s’. Onzeker is of dit eigen opties zijn: ",
			"several answers share one cell, separated by “%s”. It is uncertain whether these are options of their own: "), a.at(1)) + l.List(pieces)
	case survey.IssueScaleOrderGuess:
		return l.scaleOrder(a)
	case survey.IssueScaleOrderUnknown:
		return question + l.pick("de volgorde van de schaal is niet bekend", "the order of the scale is not known")
	case survey.IssueRedacted:
		return question + l.count(a.at(1), l.pick("antwoord bevat", "answer holds"), l.pick("antwoorden bevatten", "answers hold")) +
			l.pick(" iets over een persoon (naam, adres of nummer); dat is weggehaald", " something about a person (a name, address or number); it was taken out") + l.examples(a.from(2))
	case survey.IssuePersonAsBody:
		return question + l.count(a.at(1), l.pick("antwoord noemt", "answer names"), l.pick("antwoorden noemen", "answers name")) +
			l.pick(" een persoon in plaats van een organisatie; die naam is weggelaten", " a person instead of an organisation; that name was left out") + l.examples(a.from(2))
	case survey.IssueTextReview:
		return question + l.pick("de antwoorden blijven verborgen, omdat er persoonsgegevens in kunnen staan", "the answers stay hidden, as they may hold personal data")
	}
	return ""
}

// issueOfFile says what was seen while reading the file.
func (l *Locale) issueOfFile(code survey.Code, a arguments) string {
	switch code {
	case survey.IssueErrorCell:
		return l.count(a.at(1), l.pick("cel bevat", "cell holds"), l.pick("cellen bevatten", "cells hold")) +
			l.pick(" een foutmelding van Excel in plaats van een antwoord: ", " an error of Excel instead of an answer: ") + a.at(0)
	case survey.IssueNullCell:
		return l.count(a.at(1), l.pick("cel bevat", "cell holds"), l.pick("cellen bevatten", "cells hold")) +
			l.pick(" #NULL!, waarmee SPSS zegt dat er geen antwoord is; die zijn leeg gelaten: ", " #NULL!, by which SPSS says that there is no answer; these were left blank: ") + a.at(0)
	case survey.IssueFormulaNoValue:
		return l.count(a.at(1), l.pick("cel bevat", "cell holds"), l.pick("cellen bevatten", "cells hold")) +
			l.pick(" een formule zonder opgeslagen uitkomst: ", " a formula without a stored result: ") + a.at(0) +
			l.pick("; open het bestand in Excel en sla het op", "; open the file in Excel and save it")
	case survey.IssueOtherSheets:
		return l.pick("Andere werkbladen zijn niet gelezen: ", "Other sheets were not read: ") + l.List(a)
	case survey.IssueEncodingGuess:
		return l.pick("De tekenset is afgeleid: ", "The character set was worked out: ") + a.at(0) +
			fmt.Sprintf(l.pick(" (controleer: %s)", " (check: %s)"), l.Quote(a.at(1)))
	case survey.IssuePersonalData:
		return plural(strconv.Itoa(len(a)), l.pick("Kolom ", "Column "), l.pick("Kolommen ", "Columns ")) + l.List(a) +
			plural(strconv.Itoa(len(a)), l.pick(" bevat", " holds"), l.pick(" bevatten", " hold")) + l.pick(" persoonsgegevens en ", " personal data and ") +
			plural(strconv.Itoa(len(a)), l.pick("is", "was"), l.pick("zijn", "were")) + l.pick(" niet gebruikt", " not used")
	case survey.IssuePersonalAsked:
		return plural(strconv.Itoa(len(a)), l.pick("Kolom ", "Column "), l.pick("Kolommen ", "Columns ")) + l.List(a) +
			plural(strconv.Itoa(len(a)), l.pick(" lijkt", " seems"), l.pick(" lijken", " seem")) +
			l.pick(" persoonsgegevens te bevatten en is gebruikt, omdat erom gevraagd is", " to hold personal data and was used, as it was asked for")
	case survey.IssueDateOrder:
		order := l.pick("dag-maand-jaar", "day-month-year")
		if strings.HasPrefix(a.at(1), "month") {
			order = l.pick("maand-dag-jaar", "month-day-year")
		}
		return l.pick("De datums in kolom ", "The dates in column ") + l.Quote(a.at(0)) + l.pick(" zijn gelezen als ", " were read as ") + order
	case survey.IssueDuplicateHeading:
		return l.pick("De kop ", "The heading ") + l.Quote(a.at(0)) + l.pick(" staat boven meer dan één kolom: ", " stands over more than one column: ") + a.at(1)
	}
	return ""
}

// issueOfFrame says where the survey and the population counts differ.
func (l *Locale) issueOfFrame(code survey.Code, a arguments) string {
	switch code {
	case survey.IssueFrameUnmatched:
		if a.at(1) == "survey" {
			return l.pick("De populatie heeft een groep die de enquête niet heeft: ", "The population has a group that the survey lacks: ") + a.at(0)
		}
		return l.pick("Van deze groep is de populatie niet bekend: ", "The population of this group is not known: ") + a.at(0)
	case survey.IssueMoreThanFrame:
		return fmt.Sprintf(l.pick("%s: er zijn %s respondenten, maar er bestaan er maar %s", "%s: there are %s respondents, but only %s exist"), a.at(0), a.at(1), a.at(2))
	}
	return ""
}
