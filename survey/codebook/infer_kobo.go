package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/pattern"
)

var (
	// placeHeading is the heading of a part of a place on the map: ODK and
	// KoboToolbox write one column per part.
	placeHeading = pattern.New(`(?i)[-_/.](latitude|longitude|altitude|accuracy|precision)$`)
	// companionHeading is the heading of the text that goes with "other".
	companionHeading = pattern.New(`(?i)_(other|others|anders|andere|autre|autres|overig|specify|toelichting)(_(specify|text|tekst|namelijk))?$`)
)

// companion makes the draft an open question when KoboToolbox or ODK asked for
// the text of an "other" option in it.
func (in *inference) companion(d *draft) bool {
	if in.file.Dialect.Name != "kobo" || !companionHeading.MatchString(d.profile.column.Question) || d.profile.numeric() > 0.5 {
		return false
	}
	d.Kind = survey.Open.String()
	return d.because(BasisTyped)
}

// joinedLabels makes the draft a select-all question when KoboToolbox wrote the
// wordings of several options in one cell with blanks between them: cells are
// made up of other cells. What is made up of nothing else can be an option or
// two, and is doubtful.
func (in *inference) joinedLabels(d *draft) bool {
	if in.file.Dialect.Name != "kobo" || len(d.profile.values) > 200 {
		return false
	}
	names := map[string]int{}
	for i, v := range d.profile.values {
		names[v.key] = i
	}
	var whole, doubtful []string
	composed := 0
	for _, v := range d.profile.values {
		delete(names, v.key)
		_, made := piecesOf(v.cell.Text, " ", names)
		names[v.key] = 0
		switch {
		case made:
			composed += v.count
			continue
		case strings.Contains(v.cell.Text, " ") && partly(v.key, names):
			doubtful = append(doubtful, v.cell.Text)
		}
		whole = append(whole, v.cell.Text)
	}
	if 20*composed < d.profile.filled || len(whole) < 2 || 10*d.profile.repeated < 5*d.profile.filled {
		return false
	}
	d.Kind, d.Separator = survey.Multiple.String(), " "
	d.because(BasisJoined, " ", strconv.Itoa(len(whole)))
	slices.Sort(whole)
	for _, label := range whole {
		d.Options = append(d.Options, Option{Label: label, DontKnow: dontKnow(label), Other: otherHeading(label)})
	}
	if len(doubtful) > 0 {
		slices.Sort(doubtful)
		for i := range doubtful {
			doubtful[i] = shorten(doubtful[i], 60)
		}
		d.doubt(survey.Doubt, survey.IssueJoinedSplit, append([]string{" "}, doubtful...)...)
	}
	slices.SortStableFunc(d.Options, func(a, b Option) int { return last(a) - last(b) })
	return true
}

// partly reports whether another cell is the beginning or the end of this one.
func partly(k string, names map[string]int) bool {
	for at, r := range k {
		if r != ' ' {
			continue
		}
		_, before := names[k[:at]]
		_, after := names[k[at+1:]]
		if before || after {
			return true
		}
	}
	return false
}
