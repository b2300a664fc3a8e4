package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/pattern"
)

// quizForm is how Google Forms writes the score of a quiz: "4 / 10".
var quizForm = pattern.New(`^\d+(\.\d+)? / \d+$`)

// quizScore reports whether the cells are scores of a quiz.
func (p *profile) quizScore() bool {
	return p.filled > 0 && p.share(func(v value) bool { return quizForm.MatchString(v.cell.Text) }) == 1
}

// halfScale recognises a two-sided scale of which few chose two points on one
// side, where the heading asks for a rating too. Strong words only: "good" and
// "neutral" can be anything.
func halfScale(labels []string, asked bool) ([]point, family, bool) {
	if !asked || len(labels) != 2 {
		return nil, "", false
	}
	for _, p := range scalePoles() {
		if points, ok := levels(labels, p.level); ok && p.family != changeScale {
			return score(p.mirror(points)), p.family, true
		}
	}
	return nil, "", false
}

// wordedRuns makes scales of questions next to a scale whose answers are points
// of it, too few to be known by themselves: the statements of a matrix that each
// have a heading of their own. All get the points that occur in the run. Of two
// scales each keeps its own points, unless the tool makes columns of statements.
func wordedRuns(drafts []*draft, statements bool) {
	for i := 0; i < len(drafts); i++ {
		d := drafts[i]
		if d.Kind != survey.Scale.String() || d.Role != "" || d.family == "" || d.family == numberedScale || d.family == placeScale {
			continue
		}
		first, last := i, i
		labels := d.wordings()
		for first > 0 && drafts[first-1].beside(drafts[first], labels, d.family, statements) {
			first--
			labels = union(labels, drafts[first].wordings())
		}
		for last+1 < len(drafts) && drafts[last+1].beside(drafts[last], labels, d.family, statements) {
			last++
			labels = union(labels, drafts[last].wordings())
		}
		if last == first {
			continue
		}
		points, fam, ok := scaleOf(labels)
		if !ok || fam != d.family {
			continue
		}
		for _, row := range drafts[first : last+1] {
			row.Kind, row.family, row.Options = survey.Scale.String(), fam, nil
			for _, pt := range points {
				row.Options = append(row.Options, Option{Label: pt.label, Score: pt.score})
			}
			row.addOffScale()
			row.because(BasisPoints, string(fam), strconv.Itoa(len(points)))
		}
		i = last
	}
}

// wordings are the answers that stand on the scale.
func (d *draft) wordings() []string { return slices.DeleteFunc(d.profile.labels(), dontKnow) }

// beside reports whether the draft is a question of one column next to another
// and its answers are, with the labels, points of one scale of the family.
func (d *draft) beside(next *draft, labels []string, fam family, statements bool) bool {
	apart := d.columns[0] - next.columns[0]
	if len(d.columns) != 1 || d.Role != "" || apart != 1 && apart != -1 {
		return false
	}
	rows := statements && d.family == fam && !strings.Contains(d.text, "?") && !strings.Contains(next.text, "?")
	if d.Kind != survey.Single.String() && !rows {
		return false
	}
	own := d.wordings()
	if len(own) == 0 || len(own) > 7 {
		return false
	}
	_, same, ok := scaleOf(union(labels, own))
	return ok && same == fam
}

// union returns the labels with those of more that are not among them.
func union(labels, more []string) []string {
	all := slices.Clone(labels)
	for _, label := range more {
		if !slices.ContainsFunc(all, func(known string) bool { return key(known) == key(label) }) {
			all = append(all, label)
		}
	}
	return all
}
