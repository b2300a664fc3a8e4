package parquet

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"math/big"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// The physical types.
const (
	typeBoolean = iota
	typeInt32
	typeInt64
	typeInt96
	typeFloat
	typeDouble
	typeByteArray
	typeFixed
)

// The logical types, as the union of them numbers them.
const (
	logicalString    = 1
	logicalEnum      = 4
	logicalDecimal   = 5
	logicalDate      = 6
	logicalTime      = 7
	logicalTimestamp = 8
	logicalInteger   = 10
	logicalJSON      = 12
	logicalBSON      = 13
	logicalUUID      = 14
	logicalFloat16   = 15
	logicalGeometry  = 17
	logicalGeography = 18
	// logicalInterval has no number in the union.
	logicalInterval = 100
)

// largestFixed is the most bytes that a value of fixed length may have.
const largestFixed = 1 << 10

// leaf is a column of the schema.
type leaf struct {
	element
	optional bool
}

// Value is one of the distinct values of a column.
type Value struct {
	// Text is a text as it is; a number with a decimal point; a date, time or both in
	// ISO 8601 ("2018-10-02", "09:14:00.5", "2018-10-02T09:14:00"), a moment in UTC; or
	// "TRUE" or "FALSE".
	Text string
	// Typed is true for all but texts.
	Typed bool
	nan   bool
}

// converted translates the older way to say what values mean.
func (e *element) modern() {
	if e.logical != 0 {
		return
	}
	switch c := e.converted; c {
	case 0:
		e.logical = logicalString
	case 4:
		e.logical = logicalEnum
	case 5:
		e.logical = logicalDecimal
	case 6:
		e.logical = logicalDate
	case 7, 8:
		e.logical, e.unit = logicalTime, c-6
	case 9, 10:
		e.logical, e.unit = logicalTimestamp, c-8
	case 11, 12, 13, 14, 15, 16, 17, 18:
		e.logical, e.bits, e.signed = logicalInteger, 8<<((c-11)&3), c >= 15
	case 19:
		e.logical = logicalJSON
	case 20:
		e.logical = logicalBSON
	case 21:
		e.logical = logicalInterval
	}
}

// check refuses what no text or number can be made of.
func (l *leaf) check() error {
	switch l.logical {
	case logicalBSON, logicalInterval, logicalGeometry, logicalGeography:
		return unread(asText, "it holds %s, which is not read here", map[int]string{
			logicalBSON: "BSON", logicalInterval: "intervals", logicalGeometry: "shapes", logicalGeography: "shapes",
		}[l.logical])
	}
	fixed := map[int]int{logicalUUID: 16, logicalFloat16: 2}[l.logical]
	switch {
	case l.physical < typeBoolean || l.physical > typeFixed:
		return damaged("it is of no type that there is")
	case l.physical == typeFixed && (l.length < 1 || l.length > largestFixed):
		return damaged("its values have %d bytes each", l.length)
	case fixed > 0 && (l.physical != typeFixed || l.length != fixed):
		return damaged("its values have another number of bytes than their type")
	case l.logical == logicalDecimal && (l.scale < 0 || l.scale > largestFixed):
		return damaged("its numbers have %d decimals", l.scale)
	}
	return nil
}

// number returns the value of the bits of a number.
func (l *leaf) number(x uint64) Value {
	switch l.physical {
	case typeBoolean:
		return Value{Text: strings.ToUpper(strconv.FormatBool(x != 0)), Typed: true}
	case typeFloat:
		return float(float64(math.Float32frombits(uint32(x))), 32)
	case typeDouble:
		return float(math.Float64frombits(x), 64)
	}
	n := int64(x)
	text, ok := "", false
	switch l.logical {
	case logicalDecimal:
		return Value{Text: decimal(big.NewInt(n), l.scale), Typed: true}
	case logicalDate:
		text, ok = moment(n, 86400, "2006-01-02")
	case logicalTimestamp:
		text, ok = stamped(n, l.perSecond())
	case logicalTime:
		if ok = n >= 0 && n <= 86400*l.perSecond(); ok {
			text = time.Unix(n/l.perSecond(), n%l.perSecond()*(1e9/l.perSecond())).UTC().Format("15:04:05.999999999")
		}
	case logicalInteger:
		if !l.signed && l.physical == typeInt64 {
			return Value{Text: strconv.FormatUint(x, 10), Typed: true}
		}
		if !l.signed {
			n = int64(uint32(x))
		}
	}
	if !ok {
		text = strconv.FormatInt(n, 10)
	}
	return Value{Text: text, Typed: true}
}

// perSecond returns how many units of its times go in a second.
func (l *leaf) perSecond() int64 {
	switch l.unit {
	case 1:
		return 1e3
	case 2:
		return 1e6
	}
	return 1e9
}

// float returns a number in the fewest digits that tell it from its neighbours.
func float(x float64, bits int) Value {
	switch {
	case math.IsNaN(x):
		return Value{nan: true}
	case math.IsInf(x, 0):
		return Value{Text: strconv.FormatFloat(x, 'g', -1, 64)}
	case x == 0:
		return Value{Text: "0", Typed: true}
	}
	format := byte('f')
	if a := math.Abs(x); a < 1e-9 || a >= 1e21 {
		format = 'g'
	}
	return Value{Text: strconv.FormatFloat(x, format, -1, bits), Typed: true}
}

// moment writes n spans of seconds since 1970; ok is false outside the years 1 to 9999.
func moment(n, span int64, layout string) (text string, ok bool) {
	const first, last = -62135596800, 253402300800
	if n < first/span || n >= last/span {
		return "", false
	}
	return time.Unix(n*span, 0).UTC().Format(layout), true
}

// stamped writes a moment in parts of a second since 1970.
func stamped(n, per int64) (text string, ok bool) {
	seconds, rest := n/per, n%per
	if rest < 0 {
		seconds, rest = seconds-1, rest+per
	}
	if _, ok = moment(seconds, 1, ""); !ok {
		return "", false
	}
	return time.Unix(seconds, rest*(1e9/per)).UTC().Format("2006-01-02T15:04:05.999"), true
}

// decimal writes a whole number with a decimal point in it.
func decimal(n *big.Int, scale int) string {
	text := new(big.Int).Abs(n).String()
	if scale > 0 {
		if len(text) <= scale {
			text = strings.Repeat("0", scale+1-len(text)) + text
		}
		at := len(text) - scale
		text = strings.TrimRight(text[:at]+"."+text[at:], "0")
		text = strings.TrimSuffix(text, ".")
	}
	if n.Sign() < 0 {
		return "-" + text
	}
	return text
}

// julianDay is the day 1 January 1970 in the count of days of INT96.
const julianDay = 2440588

// bytes returns the value of bytes.
func (l *leaf) bytes(b []byte) (Value, error) {
	switch {
	case l.physical == typeInt96:
		days := int64(binary.LittleEndian.Uint32(b[8:])) - julianDay
		nanos := int64(binary.LittleEndian.Uint64(b))
		if nanos >= 0 && nanos < 86400e9 {
			if _, ok := moment(days, 86400, ""); ok {
				return Value{Text: time.Unix(days*86400, nanos).UTC().Format("2006-01-02T15:04:05.999"), Typed: true}, nil
			}
		}
		return Value{}, damaged("a moment that does not exist")
	case l.logical == logicalDecimal:
		if len(b) > largestFixed {
			return Value{}, damaged("a number of %d bytes", len(b))
		}
		n := new(big.Int).SetBytes(b)
		if len(b) > 0 && b[0] >= 0x80 {
			n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
		}
		return Value{Text: decimal(n, l.scale), Typed: true}, nil
	case l.logical == logicalFloat16:
		return float(half(binary.LittleEndian.Uint16(b)), 32), nil
	case l.logical == logicalUUID:
		h := hex.EncodeToString(b)
		return Value{Text: strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-")}, nil
	case !utf8.Valid(b):
		return Value{}, unread(asText, "it holds bytes that are no text (UTF-8)")
	}
	return Value{Text: string(b)}, nil
}

// half returns a floating number of 16 bits.
func half(x uint16) float64 {
	sign, exponent, fraction := 1.0, int(x>>10&31), float64(x&1023)
	if x>>15 == 1 {
		sign = -1
	}
	switch exponent {
	case 0:
		return sign * math.Ldexp(fraction, -24)
	case 31:
		if fraction == 0 {
			return math.Inf(int(sign))
		}
		return math.NaN()
	}
	return sign * math.Ldexp(1024+fraction, exponent-25)
}
