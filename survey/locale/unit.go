package locale

import "strings"

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
