package codebook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"benchmark/survey/export"
)

// dateOrder is the order of the parts of a date.
type dateOrder uint8

const (
	yearFirst dateOrder = iota
	dayFirst
	monthFirst
)

// dateNotation is how the dates of one column are written.
type dateNotation struct {
	order dateOrder
	// guessed is true when no cell tells days from months.
	guessed bool
	// serial is true when the cells are day numbers of a spreadsheet.
	serial bool
}

// datesOf reads the notation of dates off the cells of a column; ok is false
// when fewer than nine in ten of the filled cells are dates.
func datesOf(cells *export.Dictionary, language string) (n dateNotation, ok bool) {
	return datesIn(cells.Len(), func(i int) string { return cells.At(i).Text }, language)
}

// datesIn is datesOf for so many texts.
func datesIn(cells int, at func(int) string, language string) (n dateNotation, ok bool) {
	dates, filled, serials, first, second, dashes, halves := 0, 0, 0, 0, 0, 0, 0
	for i := range cells {
		text := at(i)
		if text == "" {
			continue
		}
		filled++
		if left := cells - i; 10*max(dates, serials)+left+1 < 9*(filled-1) {
			return n, false // whatever the others are
		}
		if !withDigit(text) {
			continue
		}
		if p, good := datePartsOf(text); good {
			dates++
			if p.loose {
				first, second = max(first, p.parts[0]), max(second, p.parts[1])
			}
			halves += one(p.half && p.mark == '/')
			if p.mark == '-' || p.mark == '.' {
				dashes++
			}
		} else if v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); err == nil && v > 20000 && v < 80000 {
			serials++
		}
	}
	if filled == 0 || 10*max(dates, serials) < 9*filled {
		return n, false
	}
	switch {
	case serials > dates:
		return dateNotation{serial: true}, true
	case first == 0:
		return dateNotation{order: yearFirst}, true
	case first > 12 && second > 12:
		return n, false
	case first > 12:
		return dateNotation{order: dayFirst}, true
	case second > 12:
		return dateNotation{order: monthFirst}, true
	case halves > 0: // a clock of twelve hours, by which dates are written month first
		return dateNotation{order: monthFirst, guessed: true}, true
	case dashes > 0 || language == "nl":
		return dateNotation{order: dayFirst, guessed: true}, true
	}
	return dateNotation{order: monthFirst, guessed: true}, true
}

// parse reads a cell as a moment, without a time zone.
func (n dateNotation) parse(text string) (time.Time, bool) {
	if n.serial {
		v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
		if err != nil || v <= 0 || v > 200000 {
			return time.Time{}, false
		}
		seconds := time.Duration(v*86400+0.5) * time.Second
		return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Add(seconds), true
	}
	p, ok := datePartsOf(text)
	if !ok {
		return time.Time{}, false
	}
	day, month, year := p.parts[0], p.parts[1], p.parts[2]
	if p.loose && n.order == monthFirst {
		day, month = month, day
	}
	at := time.Date(year, time.Month(month), day, p.hour, p.minute, p.second, 0, time.UTC)
	return at, at.Day() == day && int(at.Month()) == month && p.hour < 24 && p.minute < 60 && p.second < 60
}

// withDigit reports whether there is a digit in a text.
func withDigit(text string) bool {
	for i := range len(text) {
		if digit(text[i]) {
			return true
		}
	}
	return false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// dateParts are the numbers of a date: day, month, year, or the first two as
// they stand when loose.
type dateParts struct {
	parts                [3]int
	loose                bool
	mark                 byte
	half                 bool // with AM or PM
	hour, minute, second int
}

// datePartsOf takes a date with or without a time apart: 2018-10-02T09:14:00,
// 2-10-2018 9:14, 10/2/2018 9:14 AM, 2018/05/15 7:07:45 PM GMT+1, 2 oktober
// 2018, October 2, 2018.
func datePartsOf(text string) (p dateParts, ok bool) {
	if len(text) > 48 || !withDigit(text) {
		return p, false
	}
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == 'T' || r == ',' || unicode.IsSpace(r) })
	if len(fields) == 0 {
		return p, false
	}
	date, rest := fields[0], fields[1:]
	if i := strings.IndexAny(date, "-/."); i > 0 && i < len(date)-1 {
		p.mark = date[i]
		ok = p.numeric(strings.Split(date, string(p.mark)))
	} else if words := strings.Fields(strings.ReplaceAll(text, ",", " ")); len(words) >= 3 {
		// A "T" is a letter here and parts no date from its time.
		ok, rest = p.worded(words), words[3:]
	}
	return p, ok && p.time(rest)
}

func (p *dateParts) numeric(parts []string) bool {
	if len(parts) != 3 {
		return false
	}
	var n [3]int
	for i, s := range parts {
		v, err := strconv.Atoi(s)
		if err != nil || v < 0 || len(s) > 4 {
			return false
		}
		n[i] = v
	}
	if len(parts[0]) == 4 {
		p.parts = [3]int{n[2], n[1], n[0]}
		return n[0] >= 1900 && n[0] < 2200 && n[1] >= 1 && n[1] <= 12 && n[2] >= 1 && n[2] <= 31
	}
	if len(parts[2]) == 2 {
		n[2] += 2000
	}
	p.parts, p.loose = n, true
	return n[0] >= 1 && n[1] >= 1 && n[0] <= 31 && n[1] <= 31 && n[2] >= 1990 && n[2] < 2200
}

func (p *dateParts) worded(words []string) bool {
	day, month := words[0], words[1]
	if monthNamed(day) > 0 {
		day, month = month, day
	}
	d, err := strconv.Atoi(strings.TrimSuffix(day, "."))
	y, err2 := strconv.Atoi(words[2])
	if err := cmp.Or(err, err2); err != nil {
		return false
	}
	p.parts = [3]int{d, monthNamed(month), y}
	return d >= 1 && d <= 31 && p.parts[1] > 0 && y >= 1990 && y < 2200
}

// time reads what follows a date: a time of day, AM or PM, a zone.
func (p *dateParts) time(rest []string) bool {
	if len(rest) == 0 {
		return true
	}
	clock, _, _ := strings.Cut(strings.TrimSuffix(rest[0], "Z"), "+")
	if !strings.Contains(clock, ":") { // Italian and Finnish: 19.07.45
		clock = strings.ReplaceAll(clock, ".", ":")
	}
	clock, _, _ = strings.Cut(clock, ".")
	var n [3]int
	parts := strings.Split(clock, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return false
	}
	for i, s := range parts {
		v, err := strconv.Atoi(s)
		if err != nil || v < 0 {
			return false
		}
		n[i] = v
	}
	if len(rest) > 1 {
		half := strings.ToUpper(strings.ReplaceAll(rest[1], ".", ""))
		p.half = half == "AM" || half == "PM"
		switch {
		case half == "PM" && n[0] < 12:
			n[0] += 12
		case half == "AM" && n[0] == 12:
			n[0] = 0
		}
	}
	p.hour, p.minute, p.second = n[0], n[1], n[2]
	return true
}

// monthNamed returns the month of a Dutch or English name or its abbreviation,
// or 0.
func monthNamed(s string) int {
	s = strings.TrimSuffix(key(s), ".")
	if len(s) < 3 {
		return 0
	}
	names := [][]string{
		{"januari", "january"}, {"februari", "february"}, {"maart", "march", "mrt"}, {"april"}, {"mei", "may"},
		{"juni", "june"}, {"juli", "july"}, {"augustus", "august"}, {"september"}, {"oktober", "october"},
		{"november"}, {"december"},
	}
	for i, month := range names {
		if slices.ContainsFunc(month, func(name string) bool { return strings.HasPrefix(name, s) || s == "sept" && i == 8 }) {
			return i + 1
		}
	}
	return 0
}
