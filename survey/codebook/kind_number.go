package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
)

// bareScale makes the draft a scale when its cells are whole numbers without a
// word and the heading asks for a rating, or the tool has no other question
// with such cells. Which end is the high one is told as an assumption.
func (d *draft) bareScale(forms bool) bool {
	low, high, ok := d.wholeNumbers()
	if !ok || high < 3 || high > 10 || d.asksCount() && !has(d.words, "schaal", "scale", "skala", "echelle") {
		return false
	}
	asked := d.asksRating()
	if !asked && !(forms && d.profile.filled >= 5 && len(d.profile.values) >= 3 && (high == 5 || high == 10 || high == 7) && low <= 3) {
		return false
	}
	d.scaleFrom(d.domain(low, high))
	return true
}

// wholeNumbers returns the least and the greatest cell; ok is false when some
// cell is no whole number of one or two figures, or when there is just one value
// and that says nothing.
func (d *draft) wholeNumbers() (low, high int, ok bool) {
	low, high = 99, -1
	for _, v := range d.profile.values {
		if dontKnow(v.cell.Text) {
			continue
		}
		n, err := strconv.Atoi(v.key)
		if err != nil || n < 0 || len(v.key) > 2 {
			return 0, 0, false
		}
		low, high = min(low, n), max(high, n)
	}
	return low, high, high > 0
}

// domain returns the ends of the scale of which some points were chosen.
func (d *draft) domain(low, high int) (first, last int) {
	switch {
	case has(d.words, recommendWords()...) && (high > 5 || low == 0):
		return 0, 10
	case has(d.words, gradeWords()...) && high > 5:
		return min(low, 1), 10
	}
	first = min(low, 1)
	for _, end := range []int{5, 7, 10} {
		if high <= end {
			last = end
			break
		}
	}
	if high == 4 && d.profile.filled >= enough || high == 6 && d.profile.filled >= enough {
		last = high // many answers, and none at the next point
	}
	return first, last
}

// scaleFrom gives the draft the points from first to last.
func (d *draft) scaleFrom(first, last int) {
	d.Kind, d.family, d.Options, d.Unit = survey.Scale.String(), numberedScale, nil, ""
	for n := first; n <= last; n++ {
		d.Options = append(d.Options, Option{Label: strconv.Itoa(n), Score: n - first + 1})
	}
	d.addOffScale()
	d.because(BasisRange, strconv.Itoa(first), strconv.Itoa(last))
	d.doubt(survey.Warning, survey.IssueScaleOrderGuess, strconv.Itoa(first)+" < "+strconv.Itoa(last))
}

// counted makes the draft a number when the heading asks for one and most cells
// are; the others are told when the answers are read. Where the tool says that
// the numbers were chosen from a list, they are codes whatever is asked.
func (d *draft) counted() bool {
	if d.profile.column.Entry == export.EntryChosen || !d.asksCount() || d.profile.filled == 0 || !d.profile.maybeNumeric(0.6) || d.profile.numeric() < 0.6 {
		return false
	}
	classes := d.profile.share(func(v value) bool {
		_, plain := shapeOf(v.cell.Text)
		return !plain && v.count > 1 && len(classNumbers(v.cell.Text)) > 0
	})
	if classes > 0.2 {
		return false
	}
	d.Kind = survey.Number.String()
	return d.becauseOf(BasisNumbers)
}

// ratingRuns makes scales of numbers in three neighbouring questions or more
// that have the same ends, as the rows of a matrix have whose heading was lost.
func ratingRuns(drafts []*draft) {
	for i := 0; i < len(drafts); {
		j, low, high := i, 99, -1
		for j < len(drafts) {
			l, h, ok := drafts[j].ratingLike()
			if !ok || j > i && drafts[j].columns[0] != drafts[j-1].columns[0]+1 {
				break
			}
			low, high = min(low, l), max(high, h)
			j++
		}
		if j-i >= 3 && low <= 1 && slices.Contains([]int{4, 5, 7, 10}, high) {
			for k, d := range drafts[i:j] {
				d.scaleFrom(low, high)
				if k > 0 { // once for the run
					d.doubts = d.doubts[:len(d.doubts)-1]
				}
			}
		}
		i = max(j, i+1)
	}
	likeNeighbours(drafts)
}

// likeNeighbours makes scales of numbers beside a scale with named ends, of the
// same points and under a heading that begins alike: a form gives words to the
// ends of a scale only where somebody chose them.
func likeNeighbours(drafts []*draft) {
	like := func(d, beside *draft) {
		apart := d.columns[0] - beside.columns[0]
		low, high, ok := d.ratingLike()
		first, last, scale := beside.ends()
		if !ok || !scale || apart != 1 && apart != -1 || low < first || high > last || !sameStem(d.words, beside.words) {
			return
		}
		d.scaleFrom(first, last)
		d.doubts = d.doubts[:len(d.doubts)-1] // the named ends tell the order
	}
	for i := 1; i < len(drafts); i++ {
		like(drafts[i], drafts[i-1])
	}
	for i := len(drafts) - 2; i >= 0; i-- {
		like(drafts[i], drafts[i+1])
	}
}

// ends returns the points at the ends of a numbered scale.
func (d *draft) ends() (first, last int, ok bool) {
	if d.Kind != survey.Scale.String() || d.family != numberedScale || len(d.columns) != 1 {
		return 0, 0, false
	}
	first, last = 99, -1
	for _, o := range d.Options {
		if number, _ := pointOf(o.Label); number != "" && !o.DontKnow {
			n, _ := strconv.Atoi(number)
			first, last = min(first, n), max(last, n)
		}
	}
	return first, last, last > first
}

// sameStem reports whether two headings begin with the same two words.
func sameStem(a, b string) bool {
	v, w := strings.Fields(a), strings.Fields(b)
	return len(v) > 2 && len(w) > 2 && slices.Equal(v[:2], w[:2])
}

// asksMeasure reports whether the heading names a unit, or things to count.
func (d *draft) asksMeasure() bool {
	return !d.asksRating() && has(d.words, "uur", "uren", "hours", "hour", "minuten", "minutes", "euro", "eur", "dagen", "days", "weken", "weeks", "maanden", "months", "jaren", "years",
		"medewerkers", "collega's", "collegas", "personen", "mensen", "employees", "colleagues", "staff", "people", "stunden", "tage", "mitarbeiter*", "heures", "jours", "agents")
}

// ratingLike reports whether a number without a role could be a rating.
func (d *draft) ratingLike() (low, high int, ok bool) {
	if d.Kind != survey.Number.String() || d.Role != "" || len(d.columns) != 1 || d.asksCount() || d.asksMeasure() || d.profile.filled < 5 || len(d.profile.values) < 3 {
		return 0, 0, false
	}
	low, high, ok = d.wholeNumbers()
	return low, high, ok && high <= 10 && high >= 4
}
