package waves

import (
	"slices"
	"strings"

	"benchmark/survey"
)

// routing compares to whom the question was put: the same questions decide, and
// of each the same groups of options.
func (c *comparison) routing(d *Drift) {
	if !c.asked() {
		return
	}
	a, b := c.earlier, c.later
	switch {
	case !a.RoutingKnown && !b.RoutingKnown:
		c.differ(DiffRoutingUnknown, WithBreak, "both")
		return
	case !a.RoutingKnown:
		c.differ(DiffRoutingUnknown, WithBreak, "earlier")
		return
	case !b.RoutingKnown:
		c.differ(DiffRoutingUnknown, WithBreak, "later")
		return
	}
	same := len(a.AskedIf) == len(b.AskedIf)
	for _, before := range a.AskedIf {
		same = same && slices.ContainsFunc(b.AskedIf, func(after survey.Condition) bool { return c.sameCondition(d, &before, &after) })
	}
	if !same {
		c.differ(DiffRouting, NotComparable, deciders(a), deciders(b))
	}
}

func deciders(q *survey.Question) string {
	ids := make([]string, len(q.AskedIf))
	for i, condition := range q.AskedIf {
		ids[i] = condition.Question
	}
	return strings.Join(ids, "|")
}

// sameCondition reports whether two conditions are about one question and choose
// the same groups of its options. An option that the later wave dropped must not
// be among those chosen, nor one that it added.
func (c *comparison) sameCondition(d *Drift, before, after *survey.Condition) bool {
	i, j := c.before.Find(before.Question), c.after.Find(after.Question)
	if i < 0 || j < 0 {
		return false
	}
	line := d.Find(Ref{c.pair.Earlier.Wave, i})
	if line < 0 || d.Lines[line].Questions[c.pair.Later.Wave] != j {
		return false
	}
	earlier, later := &c.before.Questions[i], &c.after.Questions[j]
	for _, g := range groupOptions(earlier, later) {
		x, y := chosenOf(earlier, g.Earlier, before.Options), chosenOf(later, g.Later, after.Options)
		switch {
		case len(g.Earlier) == 0 || len(g.Later) == 0:
			if x+y > 0 {
				return false
			}
		case x != 0 && x != len(g.Earlier) || y != 0 && y != len(g.Later) || (x == 0) != (y == 0):
			return false
		}
	}
	return true
}

// chosenOf returns how many of the options at the positions are among the codes.
func chosenOf(q *survey.Question, positions []int, codes []string) int {
	n := 0
	for _, o := range positions {
		if slices.Contains(codes, q.Options[o].Code) {
			n++
		}
	}
	return n
}
