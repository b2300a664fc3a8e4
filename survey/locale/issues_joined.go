package locale

import (
	"fmt"

	"benchmark/survey"
)

// issueOfJoined says what was made of answers that share a cell.
func (l *Locale) issueOfJoined(code survey.Code, a arguments) string {
	question := l.pick("Vraag ", "Question ") + a.at(0) + ": "
	switch code {
	case survey.IssueJoinedFolded:
		once := l.count(a.at(1), l.pick("kort antwoord dat één keer voorkomt", "short answer that occurs once"), l.pick("korte antwoorden die één keer voorkomen", "short answers that occur once"))
		if len(a) < 3 {
			return question + once + plural(a.at(1), l.pick(" is als ‘anders’ geteld", " was counted as “other”"), l.pick(" zijn als ‘anders’ geteld", " were counted as “other”")) +
				l.pick("; daar kan een optie bij zijn", "; an option may be among them")
		}
		text := question + l.pick("deze antwoorden komen zo weinig voor dat ze als ‘anders’ zijn geteld; misschien zijn het opties: ",
			"these answers are so few that they were counted as “other”; they may be options: ") + l.List(a.from(2))
		if a.at(1) != "0" {
			text += l.pick("; en ", "; and ") + once
		}
		return text
	case survey.IssueMaybeJoined:
		pieces := make([]string, 0, len(a))
		for _, p := range a.from(2) {
			pieces = append(pieces, l.Quote(p))
		}
		mark := a.at(1)
		if mark == "\n" {
			mark = l.pick("een nieuwe regel", "a line break")
		} else {
			mark = l.Quote(mark)
		}
		return question + fmt.Sprintf(l.pick("elke cel is als één antwoord gelezen, maar er staan misschien meer antwoorden in, gescheiden door %s. Deze delen komen vaker voor: ",
			"each cell was read as one answer, but may hold several, separated by %s. These parts come back: "), mark) + l.List(pieces)
	}
	return ""
}
