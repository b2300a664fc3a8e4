package spss

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// epoch is 14 October 1582, from which SPSS counts its seconds, in seconds since
// 1970: the day before the Gregorian calendar began.
const epoch = -12219379200

// endOfDates is the first second of the year 10000, which ISO 8601 does not
// write in four digits.
const endOfDates = 253402300800 - epoch

// firstDate is the first second of 15 October 1582; SPSS has no earlier date.
const firstDate = 86400

// ISO writes a date, a date with time, or a time in ISO 8601: "2018-10-02",
// "2018-10-02T09:14:00", "09:14:00". Fractions of a second are kept to the
// millisecond ("09:14:00.25"); a date leaves out the time of day. A time is a
// length of time as well: it may pass 24 hours ("25:01:01") and be negative.
// ok is false for another kind, for a number that is not finite, and for a date
// before 15 October 1582 or after the year 9999.
func ISO(kind Kind, seconds float64) (text string, ok bool) {
	if math.IsNaN(seconds) || math.Abs(seconds) > endOfDates {
		return "", false
	}
	milli := int64(math.Round(seconds * 1000))
	switch kind {
	case Time:
		return clock(milli), true
	case Date, DateTime:
		if milli < firstDate*1000 || milli >= endOfDates*1000 {
			return "", false
		}
		t := time.UnixMilli(milli + epoch*1000).UTC()
		if kind == Date {
			return t.Format("2006-01-02"), true
		}
		return t.Format("2006-01-02T15:04:05.999"), true
	}
	return "", false
}

// ISO returns the answer of case i in ISO 8601, see the function ISO. ok is
// false as well for a case without a number (SystemMissing, NotFinite).
func (v *Variable) ISO(i int) (text string, ok bool) {
	if v.IsString() || v.States[i] == SystemMissing || v.States[i] == NotFinite {
		return "", false
	}
	return ISO(v.Kind, v.Numbers[i])
}

// clock writes a length of time as hours, minutes and seconds.
func clock(milli int64) string {
	var b strings.Builder
	if milli < 0 {
		b.WriteByte('-')
		milli = -milli
	}
	two := func(n int64) {
		if n < 10 {
			b.WriteByte('0')
		}
		b.WriteString(strconv.FormatInt(n, 10))
	}
	two(milli / 3600000)
	b.WriteByte(':')
	two(milli / 60000 % 60)
	b.WriteByte(':')
	two(milli / 1000 % 60)
	if rest := milli % 1000; rest > 0 {
		b.WriteString(strings.TrimRight("."+strconv.FormatInt(1000+rest, 10)[1:], "0"))
	}
	return b.String()
}
