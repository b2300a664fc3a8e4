package locale

import "benchmark/survey"

// issueOfTools says what a survey tool leaves open about its rows and columns.
func (l *Locale) issueOfTools(code survey.Code, a arguments) string {
	question := l.pick("Vraag ", "Question ") + a.at(0) + ": "
	switch code {
	case survey.IssueSpam:
		quoted := make([]string, 0, len(a))
		for _, word := range a.from(1) {
			quoted = append(quoted, l.Quote(word))
		}
		return l.rows(a.at(0)) + " " + plural(a.at(0), l.pick("is", "is"), l.pick("zijn", "are")) +
			l.pick(" volgens de enquêtetool misschien spam (", " spam perhaps, by the survey tool (") + l.List(quoted) +
			l.pick("), maar ", "), but ") + plural(a.at(0), l.pick("telt", "counts"), l.pick("tellen", "count")) + l.pick(" wel mee", " all the same")
	case survey.IssuePresenceAssumed:
		return question + l.pick("het bestand heeft alleen de opties, niet de vraag; omdat het kanalen zijn, is ze gelezen als de vraag welke kanalen er zijn",
			"the file has the options alone, not the question; as they are channels, it was read as asking which channels there are")
	case survey.IssueChannelAssumed:
		return question + l.pick("er staat geen kanaal in de vraag; ze is gelezen als een vraag over ", "the question names no channel; it was read as one about ") + a.at(1) +
			l.pick(", omdat ze achter de vragen over dat kanaal staat", ", as it stands behind the questions about that channel")
	case survey.IssueBlockBorder:
		return question + l.pick("in kolom ", "columns ") + a.at(1) + l.pick(" tot en met ", " to ") + a.at(2) +
			l.pick(" staan alleen opties in de kop; misschien zijn het twee vragen, en dan klopt de basis niet",
				" are headed by options alone; they may be two questions, and then the base is wrong")
	case survey.IssueOptionCodes:
		return l.pick("Het bestand heeft alleen de nummers van de opties, niet de woorden, bij ", "The file has the numbers of the options only, not the words, for ") + l.List(a) +
			l.pick("; download het bestand met de antwoorden als tekst, of zet de opties in het codeboek", "; download the answers as text, or put the options in the codebook")
	}
	return ""
}
