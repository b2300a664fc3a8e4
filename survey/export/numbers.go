package export

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// styles says which cell styles show a number as a date or a time.
type styles struct {
	formats []dateFormat // by style
	from    time.Time    // day 0 of the workbook's calendar
}

// dateFormat is what a number format shows; none of them is a plain number.
type dateFormat struct{ date, clock, elapsed, percent bool }

func newStyles(formats []dateFormat, date1904 bool) *styles {
	s := &styles{formats: formats, from: time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)}
	if date1904 {
		s.from = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return s
}

// format returns what a style shows; false when there is no such style.
func (s *styles) format(style int) (dateFormat, bool) {
	if style < 0 || style >= len(s.formats) {
		return dateFormat{}, style == 0
	}
	return s.formats[style], true
}

// number returns the canonical text of a number in a format: a plain number
// with a decimal point, ISO 8601 where the format shows a date or a time, or a
// percentage as it is seen: 0.45 is "45%".
func (s *styles) number(value string, format dateFormat) (string, error) {
	x, err := parseNumber(value)
	if err != nil {
		return "", err
	}
	if text, ok := s.when(x, format); ok {
		return text, nil
	}
	if format.percent {
		return canonical(100*x) + "%", nil
	}
	return canonical(x), nil
}

// parseNumber reads a number as XML Schema writes it: no infinities, no
// hexadecimal, no underscores.
func parseNumber(s string) (float64, error) {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || strings.Trim(s, "+-.0123456789eE") != "" || strings.ContainsAny(s, "xX_") {
		return 0, errors.New("the value is no number")
	}
	return x, nil
}

// canonical writes a number with the 15 digits that Excel keeps, in decimal
// notation as far as that is readable.
func canonical(x float64) string {
	if short, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64); err == nil {
		x = short
	}
	if x == 0 {
		return "0"
	}
	if a := math.Abs(x); a < 1e-9 || a >= 1e21 {
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// isCanonical reports whether a number is surely spelled as canonical does: no more
// than 15 digits, and none too many.
func isCanonical(value []byte) bool {
	if string(value) == "0" {
		return true
	}
	if value[0] == '-' {
		value = value[1:]
	}
	n, point := len(value), -1
	if n == 0 || n > 15 || value[0] == '0' && (n == 1 || value[1] != '.') {
		return false
	}
	for i, c := range value {
		if c == '.' && point < 0 && i > 0 {
			point = i
		} else if c < '0' || c > '9' {
			return false
		}
	}
	return point < 0 || value[n-1] > '0' && n < 10
}

// when writes a serial number as the format shows it; false when it is no date.
func (s *styles) when(x float64, f dateFormat) (string, bool) {
	const lastDay = 2958466 // 10000-01-01
	if !f.date && !f.clock && !f.elapsed || x < 0 || x >= lastDay {
		return "", false
	}
	day, seconds := math.Floor(x), math.Round((x-math.Floor(x))*86400)
	if seconds >= 86400 {
		day, seconds = day+1, 0
	}
	if f.elapsed {
		total := int(day)*86400 + int(seconds)
		return fmt.Sprintf("%02d:%02d:%02d", total/3600, total/60%60, total%60), true
	}
	if s.from.Year() == 1899 && day >= 1 && day < 60 {
		day++ // this calendar has a 29 February 1900, which was no day
	}
	at := s.from.AddDate(0, 0, int(day)).Add(time.Duration(seconds) * time.Second)
	switch {
	case !f.date && x < 1:
		if at.Second() == 0 {
			return at.Format("15:04"), true
		}
		return at.Format("15:04:05"), true
	case !f.clock && seconds == 0:
		return at.Format("2006-01-02"), true
	}
	return at.Format("2006-01-02T15:04:05"), true
}

// builtin tells what a number format without a code of its own shows
// (ISO/IEC 29500-1, 18.8.30; 27 to 36 and 50 to 58 in East Asian versions).
func builtin(id int) dateFormat {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 58:
		return dateFormat{date: true}
	case id == 22:
		return dateFormat{date: true, clock: true}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 45, id == 47:
		return dateFormat{clock: true}
	case id == 9, id == 10:
		return dateFormat{percent: true}
	case id == 46:
		return dateFormat{elapsed: true}
	}
	return dateFormat{}
}

// parseFormat tells what the code of a number format shows. An m is a month,
// unless there are hours or seconds and neither days nor years.
func parseFormat(code string) dateFormat {
	if strings.EqualFold(code, "general") {
		return dateFormat{}
	}
	var year, month, clock, elapsed, percent bool
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case ';':
			i = len(code)
		case '"':
			i = skipTo(code, i+1, '"')
		case '[':
			end := skipTo(code, i+1, ']')
			elapsed = elapsed || elapsedMark(code[i+1:end])
			i = end
		case '\\', '_', '*':
			i++
		case 'y', 'Y', 'd', 'D':
			year = true
		case 'm', 'M':
			month = true
		case 'h', 'H', 's', 'S':
			clock = true
		case '%':
			percent = true
		}
	}
	if percent {
		return dateFormat{percent: true}
	}
	return dateFormat{date: year || month && !clock && !elapsed, clock: clock, elapsed: elapsed && !year}
}

// elapsedMark reports whether what stands between square brackets is a run of
// h, m or s: hours, minutes or seconds that count on past the day.
func elapsedMark(inside string) bool {
	switch inside = strings.ToLower(inside); {
	case inside == "":
		return false
	case inside[0] != 'h' && inside[0] != 'm' && inside[0] != 's':
		return false
	}
	return strings.Trim(inside, inside[:1]) == ""
}

// skipTo returns the position of the byte at or after i, or the length.
func skipTo(s string, i int, b byte) int {
	if at := strings.IndexByte(s[i:], b); at >= 0 {
		return i + at
	}
	return len(s)
}
