// Package locale holds every word and every number format that a user sees, in
// Dutch (also as written in Belgium) and English.
//
// Words are typed fields and functions, so that the compiler sees to it that a
// text exists in each language; a test sees to it that none is empty. Dutch is
// written at language level B1. Numbers follow the reader: 34,5% and 1.234 in
// Dutch, 34.5% and 1,234 in English.
package locale

import (
	"fmt"
	"math"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Locale is one language with its notation. Make one with For.
type Locale struct {
	// Tag is "nl", "nl-BE" or "en".
	Tag     string
	dutch   bool
	printer *message.Printer
}

// For returns the locale of a tag: nl, nl-BE or en, in any case and with
// whatever comes after a point ("nl_NL.UTF-8").
func For(tag string) (*Locale, error) {
	name, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), ".")
	switch {
	case name == "nl-be":
		return &Locale{Tag: "nl-BE", dutch: true, printer: message.NewPrinter(language.Dutch)}, nil
	case name == "nl" || strings.HasPrefix(name, "nl-"):
		return &Locale{Tag: "nl", dutch: true, printer: message.NewPrinter(language.Dutch)}, nil
	case name == "en" || strings.HasPrefix(name, "en-"):
		return &Locale{Tag: "en", printer: message.NewPrinter(language.English)}, nil
	}
	return nil, fmt.Errorf("unknown language %q: use nl, nl-BE or en", tag)
}

// Dutch reports whether the words are Dutch.
func (l *Locale) Dutch() bool { return l.dutch }

// pick returns the text in the locale's language.
func (l *Locale) pick(nl, en string) string {
	if l.dutch {
		return nl
	}
	return en
}

// Integer formats a count: 1.234 or 1,234.
func (l *Locale) Integer(n int) string { return l.minus(l.printer.Sprint(number.Decimal(n))) }

// Decimal formats x with exactly the given number of decimals, rounded half
// away from zero.
func (l *Locale) Decimal(x float64, decimals int) string {
	x = Round(x, decimals)
	if x == 0 {
		x = 0 // no negative zero
	}
	return l.minus(l.printer.Sprint(number.Decimal(x,
		number.MinFractionDigits(decimals), number.MaxFractionDigits(decimals))))
}

// Number formats x with at most two decimals and no trailing zeros.
func (l *Locale) Number(x float64) string {
	for d := range 2 {
		if math.Abs(Round(x, d)-Round(x, 2)) < 1e-9 {
			return l.Decimal(x, d)
		}
	}
	return l.Decimal(x, 2)
}

// Percent formats the proportion p, 0 to 1, as a percentage: 34,5% or 34.5%. What is
// not quite nothing or all is never 0% or 100%, but <1% or >99%, in the decimals asked
// for.
func (l *Locale) Percent(p float64, decimals int) string {
	const none, all, slack = 0, 100, 1e-12
	switch least := math.Pow10(-decimals); {
	case p > slack && p < 1 && Round(100*p, decimals) == none:
		return "<" + l.Decimal(least, decimals) + "%"
	case p > slack && p < 1-slack && Round(100*p, decimals) == all:
		return ">" + l.Decimal(all-least, decimals) + "%"
	}
	return l.Decimal(100*p, decimals) + "%"
}

// PercentSaid formats the proportion p, 0 to 1, as a whole percentage in a sentence:
// 34%, "minder dan 1%" or "meer dan 99%".
func (l *Locale) PercentSaid(p float64) string {
	s := l.Percent(p, 0)
	if rest, below := strings.CutPrefix(s, "<"); below {
		return l.pick("minder dan ", "less than ") + rest
	}
	if rest, above := strings.CutPrefix(s, ">"); above {
		return l.pick("meer dan ", "more than ") + rest
	}
	return s
}

// PercentRange formats two proportions as one range: 39–57%.
func (l *Locale) PercentRange(low, high float64, decimals int) string {
	return l.Decimal(100*low, decimals) + "–" + l.Decimal(100*high, decimals) + "%"
}

// NumberRange formats two numbers as one range: 1,5–4.
func (l *Locale) NumberRange(low, high float64) string {
	return l.Number(low) + "–" + l.Number(high)
}

// Points formats a difference d of two proportions in percentage points, with
// its sign: +5 procentpunt.
func (l *Locale) Points(d float64, decimals int) string {
	return l.signed(d, decimals) + " " + l.pick("procentpunt", "percentage points")
}

func (l *Locale) signed(d float64, decimals int) string {
	s := l.Decimal(100*d, decimals)
	if Round(100*d, decimals) > 0 {
		return "+" + s
	}
	return s
}

// PointsRange formats two differences of proportions as one range: −3 tot +18
// procentpunt.
func (l *Locale) PointsRange(low, high float64, decimals int) string {
	return l.signed(low, decimals) + " " + l.pick("tot", "to") + " " + l.Points(high, decimals)
}

// minus replaces the hyphen by a real minus sign.
func (l *Locale) minus(s string) string { return strings.Replace(s, "-", "−", 1) }

// Round rounds half away from zero to the number of decimals, forgiving the
// last bits of a binary fraction, so that 0.345 rounds up to 0.35.
func Round(x float64, decimals int) float64 {
	scale := math.Pow10(decimals)
	return math.Round(x*scale*(1+4e-16)) / scale
}

// List joins items with commas and "and": a, b en c.
func (l *Locale) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + l.pick(" en ", " and ") + items[last]
}

// Date formats a day: 2 oktober 2018 or 2 October 2018.
func (l *Locale) Date(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), l.month(t.Month()), t.Year())
}

// Period formats two days as one period, naming month and year once where they
// are the same: 2–26 oktober 2018.
func (l *Locale) Period(from, to time.Time) string {
	switch {
	case from.Year() == to.Year() && from.Month() == to.Month() && from.Day() == to.Day():
		return l.Date(from)
	case from.Year() == to.Year() && from.Month() == to.Month():
		return fmt.Sprintf("%d–%s", from.Day(), l.Date(to))
	case from.Year() == to.Year():
		return fmt.Sprintf("%d %s – %s", from.Day(), l.month(from.Month()), l.Date(to))
	}
	return l.Date(from) + " – " + l.Date(to)
}

func (l *Locale) month(m time.Month) string {
	if !l.dutch {
		return m.String()
	}
	return [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli",
		"augustus", "september", "oktober", "november", "december"}[m-1]
}
