package survey

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Span is how long a Moment lasts.
type Span uint8

// The spans.
const (
	Year Span = iota + 1
	Quarter
	Month
	Day
)

// Moment is when something was measured: a year, a quarter, a month or a day. The
// zero Moment is not known.
type Moment struct {
	Span Span
	Year int
	// Quarter is 1 to 4, Month 1 to 12 and Day 1 to 31, where the span has them.
	Quarter, Month, Day int
}

// The years that a moment can be in.
const (
	firstYear = 1900
	lastYear  = 2199
)

// ParseMoment reads a moment as it is typed: 2018, 2018Q4 or 2018-Q4, 2018-10,
// 2018-10-15. Blanks around it and the case of the Q make no difference. Years are
// 1900 to 2199.
func ParseMoment(text string) (Moment, error) {
	s := strings.ToUpper(strings.TrimSpace(text))
	wrong := fmt.Errorf("%q is no moment: write a year, a quarter, a month or a day, as in 2018, 2018Q4, 2018-10 or 2018-10-15", text)
	if year, quarter, ok := strings.Cut(s, "Q"); ok {
		y, okYear := digits(strings.TrimSuffix(year, "-"), 4)
		q, okQuarter := digits(quarter, 1)
		if !okYear || !okQuarter || q < 1 || q > 4 {
			return Moment{}, wrong
		}
		return checked(Moment{Span: Quarter, Year: y, Quarter: q}, wrong)
	}
	parts := strings.Split(s, "-")
	if len(parts) > 3 {
		return Moment{}, wrong
	}
	numbers := make([]int, 3)
	for i, part := range parts {
		length := 2
		if i == 0 {
			length = 4
		}
		n, ok := digits(part, length)
		if !ok {
			return Moment{}, wrong
		}
		numbers[i] = n
	}
	return checked(Moment{Span: []Span{Year, Month, Day}[len(parts)-1], Year: numbers[0], Month: numbers[1], Day: numbers[2]}, wrong)
}

// checked returns the moment if there is such a day.
func checked(m Moment, wrong error) (Moment, error) {
	first := m.first()
	same := m.Span == Year || m.Span == Quarter || int(first.Month()) == m.Month && (m.Span == Month || first.Day() == m.Day)
	if m.Year < firstYear || m.Year > lastYear || !same {
		return Moment{}, wrong
	}
	return m, nil
}

// digits returns the number that a text of so many digits writes.
func digits(s string, length int) (int, bool) {
	if len(s) != length || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// MomentOf returns the month of a time; the zero Moment for the zero time.
func MomentOf(t time.Time) Moment {
	if t.IsZero() {
		return Moment{}
	}
	return Moment{Span: Month, Year: t.Year(), Month: int(t.Month())}
}

// Known reports whether there is a moment.
func (m Moment) Known() bool { return m.Span != 0 }

// first returns the first day of the moment.
func (m Moment) first() time.Time {
	month, day := 1, 1
	switch m.Span {
	case Quarter:
		month = 3*m.Quarter - 2
	case Month:
		month = m.Month
	case Day:
		month, day = m.Month, m.Day
	case Year:
	}
	return time.Date(m.Year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// At returns the middle of the moment in years with their fraction: 2018.5 for the
// year 2018, and less than 2018.8 for its tenth month.
func (m Moment) At() float64 {
	from := m.first()
	until := from
	switch m.Span {
	case Year:
		until = from.AddDate(1, 0, 0)
	case Quarter:
		until = from.AddDate(0, 3, 0)
	case Month:
		until = from.AddDate(0, 1, 0)
	case Day:
		until = from.AddDate(0, 0, 1)
	}
	year := time.Date(m.Year, 1, 1, 0, 0, 0, 0, time.UTC)
	days := from.Sub(year).Hours()/24 + until.Sub(from).Hours()/48
	return float64(m.Year) + days/(year.AddDate(1, 0, 0).Sub(year).Hours()/24)
}

// Later returns the moment so many years later, of the same span.
func (m Moment) Later(years int) Moment {
	m.Year += years
	if m.Span == Day && m.Month == 2 && m.Day == 29 && m.first().Day() != 29 {
		m.Day = 28
	}
	return m
}

// String returns the moment as ParseMoment reads it: 2018, 2018Q4, 2018-10 or
// 2018-10-15; nothing for the zero Moment.
func (m Moment) String() string {
	switch m.Span {
	case Year:
		return strconv.Itoa(m.Year)
	case Quarter:
		return fmt.Sprintf("%dQ%d", m.Year, m.Quarter)
	case Month:
		return fmt.Sprintf("%d-%02d", m.Year, m.Month)
	case Day:
		return fmt.Sprintf("%d-%02d-%02d", m.Year, m.Month, m.Day)
	}
	return ""
}
