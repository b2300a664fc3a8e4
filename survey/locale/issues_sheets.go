package locale

import "benchmark/survey"

// issueOfSheets says what a workbook holds besides the sheet that was read.
func (l *Locale) issueOfSheets(code survey.Code, a arguments) string {
	if code != survey.IssueTwinSheets {
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
