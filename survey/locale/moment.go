package locale

import (
	"fmt"
	"time"

	"benchmark/survey"
)

// Moment names a moment in a sentence: 2018, het vierde kwartaal van 2018, oktober
// 2018 or 15 oktober 2018.
func (l *Locale) Moment(m survey.Moment) string {
	switch m.Span {
	case survey.Quarter:
		nl := [...]string{"eerste", "tweede", "derde", "vierde"}
		en := [...]string{"first", "second", "third", "fourth"}
		return fmt.Sprintf(l.pick("het %s kwartaal van %d", "the %s quarter of %d"), l.pick(nl[m.Quarter-1], en[m.Quarter-1]), m.Year)
	case survey.Month:
		return fmt.Sprintf("%s %d", l.month(time.Month(m.Month)), m.Year)
	case survey.Day:
		return l.Date(time.Date(m.Year, time.Month(m.Month), m.Day, 0, 0, 0, 0, time.UTC))
	}
	return m.String()
}

// MomentShort names a moment in a table or a chart: 2018, 2018 Q4, okt 2018 or 15 okt
// 2018.
func (l *Locale) MomentShort(m survey.Moment) string {
	month := func() string {
		nl := [...]string{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}
		return l.pick(nl[m.Month-1], time.Month(m.Month).String()[:3])
	}
	switch m.Span {
	case survey.Quarter:
		return fmt.Sprintf("%d %s%d", m.Year, l.pick("K", "Q"), m.Quarter)
	case survey.Month:
		return fmt.Sprintf("%s %d", month(), m.Year)
	case survey.Day:
		return fmt.Sprintf("%d %s %d", m.Day, month(), m.Year)
	}
	return m.String()
}
