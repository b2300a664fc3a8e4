package locale

import "strings"

// UnitOf returns the unit as it stands behind the number x: "1 vraag per uur".
func (l *Locale) UnitOf(x float64, unit string) string {
	unit = l.Unit(unit)
	if x != 1 {
		return unit
	}
	many, rest, found := strings.Cut(unit, " ")
	for _, word := range [][2]string{
		{"vragen", "vraag"}, {"gesprekken", "gesprek"}, {"berichten", "bericht"}, {"contacten", "contact"},
		{"questions", "question"}, {"conversations", "conversation"}, {"messages", "message"}, {"contacts", "contact"}, {"chats", "chat"},
	} {
		if found && strings.EqualFold(many, word[0]) {
			return word[1] + " " + rest
		}
	}
	return unit
}

// Unit returns the unit of a number in the language of the report, as far as it
// is a rate per hour; the rest is in the words of the survey.
func (l *Locale) Unit(unit string) string {
	for _, hour := range []string{"per uur", "per hour"} {
		before, ok := strings.CutSuffix(unit, hour)
		if !ok || before != "" && !strings.HasSuffix(before, " ") {
			continue
		}
		counted := strings.TrimSpace(before)
		for _, word := range [][2]string{
			{"vragen", "questions"}, {"gesprekken", "conversations"}, {"berichten", "messages"}, {"contacten", "contacts"}, {"chats", "chats"},
		} {
			if strings.EqualFold(counted, word[0]) || strings.EqualFold(counted, word[1]) {
				return l.pick(word[0], word[1]) + " " + l.pick("per uur", "per hour")
			}
		}
		if counted == "" {
			return l.pick("per uur", "per hour")
		}
	}
	return unit
}
