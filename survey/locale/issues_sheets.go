package locale

import "benchmark/survey"

// issueOfSheets says what a workbook holds besides the sheet that was read, which
// options stand under a question that does not look like theirs, and which word
// stands for an empty cell.
func (l *Locale) issueOfSheets(code survey.Code, a arguments) string {
	switch code {
	case survey.IssueStrayOptions:
		var options []string
		for _, o := range a.from(1) {
			options = append(options, l.Quote(o))
		}
		return l.pick("Vraag ", "Question ") + l.Quote(a.at(0)) + ": " + l.pick("de optie ", "the option ") + l.List(options) +
			l.pick(" lijkt bij een andere vraag te horen; misschien is een kolom verplaatst. Zet die terug bij zijn vraag",
				" seems to belong to another question; perhaps a column was moved. Put it back with its question")
	case survey.IssueBlankWord:
		return l.Quote(a.at(0)) + l.pick(" staat in ", " stands in ") + l.count(a.at(1), l.pick("kolom", "column"), l.pick("kolommen", "columns")) +
			l.pick(" waar een cel leeg was, en telt niet als antwoord", " where a cell was empty, and does not count as an answer")
	case survey.IssueTwinSheets:
	default:
		return ""
	}
	var others []string
	for i := 2; i < len(a); i += 2 {
		others = append(others, l.Quote(a.at(i))+" ("+l.rows(a.at(i+1))+")")
	}
	return l.pick("De werkmap heeft meer werkbladen met dezelfde koppen. Gelezen is alleen ", "The workbook has more sheets with the same headings. Only ") +
		l.Quote(a.at(0)) + " (" + l.rows(a.at(1)) + ")" + l.pick(", en niet ", " was read, and not ") + l.List(others) +
		l.pick("; kies een blad, of zet de rijen onder elkaar als ze samen de respondenten zijn", "; choose a sheet, or put the rows below one another if together they are the respondents")
}
