package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/pattern"
)

// endForm is an end of a scale with its meaning, as headings give it: "1 = very
// dissatisfied", "(5: heel goed)".
var endForm = pattern.New(`(?:^|[^\d])(\d{1,2})\s*(?:=|:|\(|is|means|betekent)\s*\(?\s*([^\s\d\p{P}][^,;()]*)`)

// rangeForm is the range of a scale in a heading: "1-5", "0 tot 10", "1 to 7".
var rangeForm = pattern.New(`(?:^|\D)([01])\s*(?:-|–|tot en met|t/m|tot|to|through|bis|à|=.{1,60}?)\s*(5|7|10)(?:\D|$)`)

// endsOf returns the ends of the range of a scale in a heading, behind all of it; nil
// when there is none. Few headings have a low end with what may be a high one behind it.
func endsOf(heading string) []string {
	low := strings.IndexAny(heading, "01")
	if low < 0 || !strings.ContainsAny(heading[low+1:], "057") {
		return nil
	}
	return rangeForm.FindStringSubmatch(heading)
}

// fromZeroForm is a range from 0 up in a heading, of which the low end can't be
// the best.
var fromZeroForm = pattern.New(`(?:^|\D)0\s*(?:-|–|tot en met|t/m|tot|to|through|bis|à)\s*(?:5|7|10)(?:\D|$)`)

// givesOrder reports whether the heading says that the highest number is the
// highest point: it names both ends so, or counts from 0, or asks for a mark or
// for a recommendation, that are given with 10 for the best.
func (d *draft) givesOrder() bool {
	rising, named := d.namedEnds()
	if named {
		return rising
	}
	return fromZeroForm.MatchString(key(d.text)) || has(d.words, gradeWords()...) || has(d.words, recommendWords()...)
}

// namedEnds reports whether the heading says what both ends of the scale mean,
// and whether the higher number is the higher point, or at least not the lower
// one as far as the words are known.
func (d *draft) namedEnds() (rising, named bool) {
	found := endForm.FindAllStringSubmatch(key(d.text), -1)
	if len(found) < 2 {
		return false, false
	}
	low, high := found[0], found[len(found)-1]
	first, _ := strconv.Atoi(low[1])
	last, _ := strconv.Atoi(high[1])
	if first > last {
		low, high = high, low
	}
	if first == last {
		return false, false
	}
	points, _, ok := scaleOf([]string{strings.TrimSpace(low[2]), strings.TrimSpace(high[2])})
	return !ok || points[0].label == strings.TrimSpace(low[2]), true
}

// scaleOrders tells, in one issue for the whole file, of which scales of numbers
// it was assumed that the highest number is the highest point.
func (in *inference) scaleOrders(drafts []*draft) {
	first := slices.IndexFunc(in.cb.Doubts, ofScaleOrder)
	if first < 0 {
		return
	}
	all := in.cb.Doubts[first]
	all.Args = nil
	for _, d := range drafts {
		at := slices.IndexFunc(d.doubts, ofScaleOrder)
		if at < 0 || d.givesOrder() {
			continue
		}
		if _, named := d.namedEnds(); named {
			d.turn(&d.doubts[at])
		}
		if len(all.Args) == 0 {
			all.Where, all.Question = d.place, d.ID
			all.Fix = "questions: " + d.ID + ": reverse: " + strconv.FormatBool(!d.Reverse)
		} else {
			all.Where.Column, all.Question = "", ""
		}
		all.Args = append(all.Args, d.doubts[at].Args...)
	}
	var kept []survey.Issue
	for i, issue := range in.cb.Doubts {
		switch {
		case i == first && len(all.Args) > 0:
			kept = append(kept, all)
		case !ofScaleOrder(issue):
			kept = append(kept, issue)
		}
	}
	in.cb.Doubts = kept
}

// ofScaleOrder reports whether an issue is about the order of a scale.
func ofScaleOrder(i survey.Issue) bool { return i.Code == survey.IssueScaleOrderGuess }

// turn gives the lowest number of a scale the highest score, as its heading says
// that it is the high end.
func (d *draft) turn(issue *survey.Issue) {
	low, high, _ := strings.Cut(issue.Args[1], " < ")
	d.Reverse = true
	issue.Args[1] = high + " < " + low
}
