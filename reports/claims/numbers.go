package claims

import (
	"math"
	"strconv"
	"strings"
)

// quantity is a number of a sentence.
type quantity struct {
	kind Kind
	// low and high bound the values for which the words hold, and about says how
	// far beyond they hold roughly; proportions for a share.
	low, high, about float64
	// value is the number as it stands, a proportion for a share; 0 for a phrase.
	value float64
	// upper is the upper end of a range, else 0.
	upper float64
	// base is the second number of "56 of 117"; 0 without.
	base int
	// first and last bound its tokens, noun the position of what is counted, or -1.
	first, last, noun int
}

// reader finds the quantities of one sentence.
type reader struct {
	*lexicon
	so []token
	// labels are where the names of groups stand: their numbers are no figures.
	labels []bool
	// counted tells the length of the name of a kind of organisation at the start
	// of tokens, or 0.
	counted func([]token) int
}

// quantities returns the numbers of a sentence in order.
func (r *reader) quantities() []quantity {
	var all []quantity
	for i := 0; i < len(r.so); {
		q, ok := r.at(i)
		if !ok {
			i++
			continue
		}
		if q.kind != "" {
			all = append(all, q)
		}
		i = max(q.last, i+1)
	}
	return all
}

// at reads the quantity that begins at token i; its kind is empty for a number
// that is no figure.
func (r *reader) at(i int) (quantity, bool) {
	if r.labels[i] {
		return quantity{}, false
	}
	if q, ok := r.phrase(i); ok {
		return q, true
	}
	value, unit, n, ok := r.number(i)
	if !ok {
		return quantity{}, false
	}
	q := quantity{value: value, first: i, last: i + n, noun: -1}
	rest := r.so[q.last:]
	if r.date(i, q.last) || longestAt(r.ignored, rest) > 0 {
		return q, true
	}
	if r.rangeEnd(i) {
		if n := longestAt(r.of, rest); n > 0 {
			if _, _, m, ok := r.number(q.last + n); ok {
				q.last += n + m
			}
		}
		return q, true // an interval, which is no claim on a figure
	}
	if percent(rest) > 0 && endsWith(r.tail, r.so[:i]) > 0 {
		return q, true
	}
	if n := percent(rest); n > 0 {
		return r.percentage(q, unit, n), true
	}
	if endsWith(r.from, r.so[:i]) > 0 && !r.statistic(i, 2) {
		q.last = r.skipRange(q.last)
		return q, true
	}
	if part, ok := r.partOf(q); ok {
		return part, true
	}
	if amount, ok := r.amount(q, unit); ok {
		return amount, true
	}
	return r.counts(q, r.so[i].number), true
}

// rangeEnd reports whether the number at i ends a range of counts or shares: "4 to
// 17 of the 25", "12–88%"; and whether it stands for a rate: "of every 100". A
// range with a unit is read from its first number.
func (r *reader) rangeEnd(i int) bool {
	if i > 0 && (r.so[i-1].low == "elke" || r.so[i-1].low == "every" || r.so[i-1].low == "per") {
		return true
	}
	n := endsWith(r.to, r.so[:i])
	return n > 0 && i > n && r.so[i-n-1].number && (r.so[i-1].low != "and" && r.so[i-1].low != "a")
}

// skipRange returns the end of a range that a number begins.
func (r *reader) skipRange(last int) int {
	if n := longestAt(r.to, r.so[last:]); n > 0 {
		at := last + n
		for at < len(r.so) && r.so[at].mark && isOneOf(r.so[at].text, "+-−") {
			at++
		}
		if _, _, m, ok := r.number(at); ok {
			return at + m
		}
	}
	return last
}

// number reads a number in digits or a word; unit is that of its last digit.
func (r *reader) number(i int) (value, unit float64, n int, ok bool) {
	if i >= len(r.so) {
		return 0, 0, 0, false
	}
	if t := &r.so[i]; !t.number {
		v, ok := r.numbers[t.low]
		return float64(v), 1, 1, ok
	}
	text, decimals := r.so[i].text, 0
	group, point := ".", ","
	if !r.dutch {
		group, point = point, group
	}
	whole, part, hasPart := strings.Cut(text, point)
	if !hasPart {
		whole, part, hasPart = strings.Cut(text, group)
		if hasPart && thousands(whole, part, group) {
			whole, part, hasPart = strings.ReplaceAll(text, group, ""), "", false
		}
	}
	whole = strings.ReplaceAll(whole, group, "")
	if hasPart {
		decimals = len(part)
	}
	value, err := strconv.ParseFloat(whole+"."+part+"0", 64)
	if err != nil || len(text) > 15 {
		return 0, 0, 0, false
	}
	return value, math.Pow10(-decimals), 1, true
}

// date reports whether a number is part of a day, a time, a range of pages or a
// name with marks in it, such as 27/11 or 10u.
func (r *reader) date(first, last int) bool {
	glued := func(i int) bool {
		return i >= 0 && i < len(r.so) && isOneOf(r.so[i].text, "/:_=")
	}
	if glued(first-1) && !r.so[first].space || last < len(r.so) && glued(last) && !r.so[last].space && r.so[last].text != ":" {
		return true
	}
	return last < len(r.so) && !r.so[last].space && !r.so[last].mark && !r.so[last].number
}

// percent returns the length of a percent sign or word.
func percent(rest []token) int {
	switch {
	case len(rest) == 0:
		return 0
	case rest[0].text == "%", rest[0].low == "procent", rest[0].low == "percent", rest[0].low == "pct":
		return 1
	case len(rest) > 1 && rest[0].low == "per" && rest[1].low == "cent":
		return 2
	}
	return 0
}

// percentage reads a percentage and what stands before it.
func (r *reader) percentage(q quantity, unit float64, n int) quantity {
	q.kind, q.last = Share, q.last+n
	if r.assumption(q.last) {
		return quantity{first: q.first, last: q.last}
	}
	if rest := r.so[q.last:]; len(rest) > 0 && (rest[0].text == "-" && !rest[0].space || strings.HasPrefix(rest[0].low, "interval") || rest[0].low == "confidence") {
		q.kind = ""
		q.last = r.afterInterval(q.last)
		return q
	}
	half := unit/2 + 1e-9
	q.low, q.high, q.about = q.value-half, q.value+half, 0
	r.modify(&q, 2.5)
	q.value, q.low, q.high, q.about = q.value/100, q.low/100, q.high/100, q.about/100
	return q
}

// afterInterval returns the end of the bounds of an interval.
func (r *reader) afterInterval(last int) int {
	for n := 0; last < len(r.so) && n < 12; n++ {
		t := &r.so[last]
		if t.text == ")" || t.text == ";" {
			break
		}
		last++
	}
	return last
}

// modify widens the bounds of a number by the word before it.
func (r *reader) modify(q *quantity, about float64) {
	before := r.so[:q.first]
	n := 0
	switch {
	case endsWith(r.over, before) > 0:
		n = endsWith(r.over, before)
		q.low, q.high = q.value-1e-9, math.Inf(1)
		if r.narrow(before) {
			q.high, q.about = q.value+2*about, about
		}
	case endsWith(r.under, before) > 0:
		n = endsWith(r.under, before)
		q.low, q.high = math.Inf(-1), q.value+1e-9
	case endsWith(r.nearly, before) > 0:
		n = endsWith(r.nearly, before)
		q.low, q.high, q.about = q.value-about, q.value, about
	case endsWith(r.about, before) > 0:
		n = endsWith(r.about, before)
		q.low, q.high, q.about = q.value-about, q.value+about, about
	}
	q.first -= n
}

// narrow reports whether the word before a number means little more than it.
func (r *reader) narrow(before []token) bool {
	last := before[len(before)-1].low
	return last == "ruim" || last == "over" && len(before) > 1 && before[len(before)-2].low == "just"
}

// phrase reads a share in words without numbers.
func (r *reader) phrase(i int) (quantity, bool) {
	best, n := -1, 0
	for f := range r.fractions {
		if p := r.fractions[f].phrase; len(p) > n && p.at(r.so[i:]) {
			best, n = f, len(p)
		}
	}
	if best < 0 || i > 0 && (r.so[i-1].low == "middelste" || r.so[i-1].low == "middle") || longestAt(r.ignored, r.so[i+n:]) > 0 || i+n < len(r.so) && longestAt(r.ignored, r.so[min(i+n+1, len(r.so)):]) > 0 {
		return quantity{}, false
	}
	f := &r.fractions[best]
	q := quantity{kind: Share, first: i, last: i + n, noun: -1}
	q.low, q.high, q.about = f.low/100, f.high/100, f.about/100
	if f.low > 0 && f.high < 100 && endsWith(r.over, r.so[:i]) > 0 {
		q.first, q.low, q.high, q.about = i-endsWith(r.over, r.so[:i]), (f.low+f.high)/200, 1, 0.005
	}
	if f.low > 0 && f.high < 100 && endsWith(r.nearly, r.so[:i]) > 0 {
		middle := (f.low + f.high) / 200
		q.first, q.low, q.high, q.about = i-endsWith(r.nearly, r.so[:i]), middle-0.04, middle, 0.02
	}
	return q, true
}

// partOf reads "seven in ten" and "56 of 117".
//
//nolint:gocyclo // the ways to write a part of a whole, one after the other
func (r *reader) partOf(q quantity) (quantity, bool) {
	enclosed := q.first > 0 && r.so[q.first-1].text == "(" && r.so[q.first].number
	n := longestAt(r.of, r.so[q.last:])
	if enclosed && n == 0 && q.last < len(r.so) && (r.so[q.last].low == "of" || r.so[q.last].low == "van") {
		n = 1 // a count with its base, in either language
	}
	if n == 0 {
		return q, false
	}
	whole, _, m, ok := r.number(q.last + n)
	if !ok || whole != math.Trunc(whole) || q.value > whole && !enclosed || whole < 2 || whole > 1e9 || r.labels[q.last+n] {
		return q, false
	}
	at := q.last + n
	q.last = at + m
	if percent(r.so[q.last:]) > 0 {
		return q, false
	}
	counted := r.so[q.first].number && r.so[at].number && (r.so[at-1].low != "op" && r.so[at-n].low != "in" && r.so[at-n].low != "out" && r.so[at-n].low != "op")
	if counted || whole > 10 {
		q.kind, q.base = Count, int(whole)
		q.low, q.high = q.value, q.value
		return q, true
	}
	share := 100 * q.value / whole
	q.kind = Share
	within := 2.0
	if share < 28 || whole == 3 {
		within = 1.05
	}
	q.value = share
	q.low, q.high, q.about = share-within, share+within, within+1
	r.modify(&q, 4)
	q.value, q.low, q.high, q.about = q.value/100, q.low/100, q.high/100, q.about/100
	return q, true
}

// amount reads a number or a range with a unit, or with the name of a statistic
// before it.
func (r *reader) amount(q quantity, unit float64) (quantity, bool) {
	half := unit/2 + 1e-9
	if at := r.skipRange(q.last); at > q.last {
		upper, _, m, _ := r.number(at - 1)
		named := r.statistic(q.first, 3)
		n := longestAt(r.perHour, r.so[at:])
		points := longestAt(r.points, r.so[at:])
		if m > 0 && points > 0 {
			q.last = at + points
			return q, true
		}
		if m > 0 && (n > 0 || named) {
			q.kind, q.upper, q.last = Amount, upper, at+n
			q.low, q.high = q.value, upper
			return q, true
		}
	}
	if n := longestAt(r.points, r.so[q.last:]); n > 0 {
		q.kind, q.last = Points, q.last+n
		q.low, q.high = (q.value-half)/100, (q.value+half)/100
		q.value /= 100
		return q, true
	}
	n := longestAt(r.perHour, r.so[q.last:])
	if n == 0 && (!r.statistic(q.first, 1) || r.article(q.first)) {
		return q, false
	}
	q.kind, q.last = Amount, q.last+n
	q.low, q.high = q.value-half, q.value+half
	r.modify(&q, unit)
	return q, true
}

// statistic reports whether the name of a statistic ends within reach of a token.
func (r *reader) statistic(i, reach int) bool {
	for back := range reach {
		for _, f := range []feature{average, median, lowerQuartile, upperQuartile, middleHalf} {
			if i-back > 0 && endsWith(r.patterns[f], r.so[:i-back]) > 0 {
				return true
			}
		}
	}
	return false
}

// article reports whether a number word may as well be an article.
func (r *reader) article(i int) bool { return r.so[i].low == "een" || r.so[i].low == "one" }

// counts reads a whole number of things.
func (r *reader) counts(q quantity, digits bool) quantity {
	if q.value != math.Trunc(q.value) || q.value > 1e9 {
		return q
	}
	q.low, q.high = q.value, q.value
	if r.article(q.first) {
		return q
	}
	if endsWith(r.patterns[topList], r.so[:q.first]) > 0 {
		q.kind, q.first = List, q.first-1
		return q
	}
	rest := r.so[q.last:]
	enclosed := digits && q.first > 0 && r.so[q.first-1].text == "(" && len(rest) > 0
	if enclosed && rest[0].text == ")" {
		q.kind = Count
		return q
	}
	for skip := range min(3, len(rest)) {
		if rest[skip].mark || rest[skip].number {
			break
		}
		if r.counted(rest[skip:]) > 0 || longestAt(r.organisations, rest[skip:]) > 0 || longestAt(r.patterns[answers], rest[skip:]) > 0 {
			q.kind, q.noun = Count, q.last+skip
			n := max(r.counted(rest[skip:]), longestAt(r.organisations, rest[skip:]), 1)
			q.last += skip + n
			return q
		}
		if longestAt(r.patterns[things], rest[skip:]) > 0 && skip < 2 {
			q.kind, q.noun, q.last = List, q.last+skip, q.last+skip+1
			return q
		}
	}
	if digits && len(rest) > 2 && rest[0].text == "(" && rest[1].number && percent(rest[2:]) > 0 {
		q.kind = Count
	}
	return q
}
