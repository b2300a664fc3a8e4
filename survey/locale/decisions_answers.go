package locale

import "strings"

// decisionOnAnswers says how the answers were written down in the file.
func (l *Locale) decisionOnAnswers(code string, a arguments) string {
	switch code {
	case "decimal":
		return l.decimalMark(a)
	case "user-missing":
		return l.pick("Antwoorden die SPSS niet meetelt, zijn leeg gelaten (variabele: aantal): ", "Answers that SPSS declares missing were left blank (variable: number): ") +
			l.List(strings.Split(a.at(1), "; "))
	case "labelled-numbers":
		return l.pick("Deze getallen hebben in SPSS een label en zijn als getal gelezen: ", "These numbers have a label in SPSS and were read as numbers: ") +
			l.List(strings.Split(a.at(1), "; "))
	case "weight":
		return l.pick("In SPSS wordt dit bestand gewogen met ", "In SPSS this file is weighted by ") + a.at(0) +
			l.pick("; hier alleen als het codeboek dat zegt", "; here only if the codebook says so")
	case "not-numbers":
		return l.count(a.at(0), l.pick("waarde is geen getal (NaN) en telt", "value is no number (NaN) and counts"), l.pick("waarden zijn geen getal (NaN) en tellen", "values are no number (NaN) and count")) +
			l.pick(" als leeg, in ", " as blank, in ") + l.List(strings.Split(a.at(1), "; "))
	case "oddity":
		return l.oddity(a.at(0)) + because(a.at(1))
	}
	return ""
}

// decimalMark says how numbers in a text file write their decimals.
func (l *Locale) decimalMark(a arguments) string {
	with := func(number, mark string) string {
		return l.count(number, l.pick("getal", "number"), l.pick("verschillende getallen", "different numbers")) + mark
	}
	comma, point := l.pick(" met een komma", " with a comma"), l.pick(" met een punt", " with a point")
	switch a.at(0) {
	case "comma":
		return l.pick("Decimalen staan achter een komma", "Decimals stand behind a comma") + because(with(a.at(1), comma))
	case "point":
		return l.pick("Decimalen staan achter een punt", "Decimals stand behind a point") + because(with(a.at(2), point))
	}
	return l.pick("Decimalen staan soms achter een komma en soms achter een punt", "Decimals stand behind a comma here and a point there") +
		because(with(a.at(1), comma)+l.pick(" en ", " and ")+with(a.at(2), point))
}

// oddity says what is odd in a file of SPSS, by its code.
func (l *Locale) oddity(code string) string {
	switch code {
	case "undecodable":
		return l.pick("Sommige letters horen niet bij de tekenset en zijn nu �", "Some letters are not in the character set and show as �")
	case "cases":
		return l.pick("Het bestand zegt niet hoeveel rijen het heeft; kijk of alle respondenten erin staan", "The file does not say how many rows it has; check that all respondents are in it")
	case "measures":
		return l.pick("De meetniveaus in het bestand passen niet bij de variabelen en tellen niet mee", "The measurement levels in the file do not fit its variables and were left out")
	case "format":
		return l.pick("Een variabele heeft een weergave die niet bestaat", "A variable has a print format that does not exist")
	case "label":
		return l.pick("Een waarde heeft twee labels; het eerste telt", "A value has two labels; the first one counts")
	case "name":
		return l.pick("Een lange naam hoort bij geen variabele, of bij twee", "A long name belongs to no variable, or to two")
	case "member":
		return l.pick("Een set noemt een variabele die er niet is", "A set names a variable that is not there")
	}
	return l.pick("Er is iets vreemds in het bestand: ", "Something is odd in the file: ") + code
}
