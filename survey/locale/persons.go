package locale

import "strconv"

// Personal says before all else that a file holds personal data: the letters of the
// columns that were not used and of those that were asked for, the number of open
// answers from which something was taken, and of organisations that are a person's
// name. Empty when there is none.
func (r ReportWords) Personal(columns, asked []string, answers, bodies int) string {
	l := r.l
	var parts []string
	column := func(letters []string) string {
		return plural(strconv.Itoa(len(letters)), l.pick("kolom ", "column "), l.pick("kolommen ", "columns ")) + l.List(letters)
	}
	if len(columns) > 0 {
		parts = append(parts, column(columns)+plural(strconv.Itoa(len(columns)), l.pick(" wordt", " is"), l.pick(" worden", " are"))+l.pick(" niet gebruikt", " not used"))
	}
	if len(asked) > 0 {
		parts = append(parts, column(asked)+plural(strconv.Itoa(len(asked)), l.pick(" wordt", " is"), l.pick(" worden", " are"))+
			l.pick(" gebruikt omdat erom gevraagd is", " used as it was asked for"))
	}
	if answers > 0 {
		parts = append(parts, l.pick("uit ", "from ")+l.count(strconv.Itoa(answers), l.pick("open antwoord", "open answer"), l.pick("open antwoorden", "open answers"))+
			l.pick(" is iets weggehaald", " something was taken out"))
	}
	if bodies > 0 {
		parts = append(parts, l.count(strconv.Itoa(bodies), l.pick("deelnemer vulde", "respondent gave"), l.pick("deelnemers vulden", "respondents gave"))+
			l.pick(" een persoon in als organisatie", " a person as the organisation"))
	}
	if len(parts) == 0 {
		return ""
	}
	text := l.pick("Dit bestand bevat persoonsgegevens: ", "This file holds personal data: ")
	for i, part := range parts {
		if i > 0 {
			text += "; "
		}
		text += part
	}
	if len(asked) > 0 {
		return text + l.pick(". Geef het bestand niet door, en wat erom vraagt ook niet (zie ‘benchmark help privacy’).",
			". Do not pass the file on, nor what asks for it (see “benchmark help privacy”).")
	}
	return text + l.pick(". Wat herkend is, komt in geen enkele uitvoer; geef het bestand zelf niet door (zie ‘benchmark help privacy’).",
		". What was recognised comes in no output; do not pass the file itself on (see “benchmark help privacy”).")
}
