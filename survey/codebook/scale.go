package codebook

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// point is one point of a recognised scale.
type point struct {
	label string
	level float64
	score int
}

// scaleOf recognises an ordered scale in the wordings of its points, whatever
// their order. The points come back from low to high with their scores. On a
// two-sided scale a point that nobody chose still counts for the scores when
// its opposite was chosen, and gets a wording where that can be made.
func scaleOf(labels []string) ([]point, family, bool) {
	if len(labels) < 2 || len(labels) > 11 {
		return nil, "", false
	}
	if points, ok := gradedBy(labels); ok {
		return score(points), extentScale, true
	}
	for _, p := range scalePoles() {
		if points, ok := levels(labels, p.level); ok && p.twoSided(points) {
			return score(p.mirror(points)), p.family, true
		}
	}
	for _, table := range [][]struct {
		level float64
		words []string
	}{ranks(), periods()} {
		points, ok := levels(labels, func(s string) (float64, bool) { return ranked(table, s) })
		if ok && len(points) >= 3 {
			return score(points), frequencyScale, true
		}
	}
	points, ok := levels(labels, func(s string) (float64, bool) { return ranked(grades(), s) })
	if ok && len(points) >= 3 {
		return score(points), qualityScale, true
	}
	return nil, "", false
}

// levels places every label; ok is false when one has no place or two have the
// same.
func levels(labels []string, level func(string) (float64, bool)) ([]point, bool) {
	points := make([]point, 0, len(labels))
	for _, label := range labels {
		at, ok := level(label)
		if !ok || slices.ContainsFunc(points, func(p point) bool { return p.level == at }) {
			return nil, false
		}
		points = append(points, point{label: label, level: at})
	}
	slices.SortFunc(points, func(a, b point) int { return cmp.Compare(a.level, b.level) })
	return points, true
}

// twoSided reports whether the points suffice to be sure of a two-sided scale:
// three of them, or one at either side.
func (p *poles) twoSided(points []point) bool {
	return len(points) >= 3 || p.family != changeScale && points[0].level < 0 && points[len(points)-1].level > 0
}

// mirror adds the opposite of every point of which it is missing.
func (p *poles) mirror(points []point) []point {
	full := slices.Clone(points)
	for _, pt := range points {
		if pt.level == 0 || slices.ContainsFunc(points, func(q point) bool { return q.level == -pt.level }) {
			continue
		}
		full = append(full, point{label: p.opposite(pt.label, pt.level > 0), level: -pt.level})
	}
	slices.SortFunc(full, func(a, b point) int { return cmp.Compare(a.level, b.level) })
	return full
}

// opposite returns the wording with its pole turned round, or "".
func (p *poles) opposite(label string, high bool) string {
	from, to := p.low, p.high
	if high {
		from, to = p.high, p.low
	}
	lower := strings.ToLower(label)
	if len(lower) != len(label) {
		return ""
	}
	for i := range min(len(from), len(to)) {
		word := strings.TrimSuffix(from[i], "*")
		at := strings.Index(lower, word)
		if at < 0 || word != from[i] || to[i] != strings.TrimSuffix(to[i], "*") || !wordAt(lower, at, at+len(word)) {
			continue
		}
		turned := to[i]
		if label[at] != lower[at] {
			r, size := utf8.DecodeRuneInString(turned)
			turned = strings.ToUpper(string(r)) + turned[size:]
		}
		return label[:at] + turned + label[at+len(word):]
	}
	return ""
}

// wordAt reports whether the bytes from start to end are a word of their own.
func wordAt(s string, start, end int) bool {
	letter := func(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }
	return (start == 0 || !letter(s[start-1])) && (end == len(s) || !letter(s[end]))
}

// score numbers the points from 1 and drops those without a wording.
func score(points []point) []point {
	for i := range points {
		points[i].score = i + 1
	}
	return slices.DeleteFunc(points, func(p point) bool { return p.label == "" })
}
