package waves

import (
	"slices"
	"strconv"

	"benchmark/survey"
)

// comparison is a pair that is being compared.
type comparison struct {
	pair           *Pair
	before, after  *survey.Survey
	earlier, later *survey.Question
}

func (c *comparison) differ(code Code, v Verdict, args ...string) {
	c.pair.Differences = append(c.pair.Differences, Difference{code, args, v})
}

// question compares the questions as such.
func (c *comparison) question() {
	a, b := c.earlier, c.later
	if c.pair.How == ByWording {
		c.differ(DiffProposed, NotComparable, a.ID, b.ID)
	}
	if a.Kind != b.Kind {
		v := NotComparable
		if choice(a.Kind) && choice(b.Kind) {
			v = Comparable // the options tell
		}
		c.differ(DiffKind, v, a.Kind.String(), b.Kind.String())
	}
	if a.Role != "" && b.Role != "" && a.Role != b.Role {
		c.differ(DiffRole, NotComparable, string(a.Role), string(b.Role))
	}
	if a.Channel != "" && b.Channel != "" && wording(a.Channel) != wording(b.Channel) {
		c.differ(DiffChannel, NotComparable, a.Channel, b.Channel)
	}
	if c.asked() && wording(a.Text) != wording(b.Text) {
		c.differ(DiffWording, WithBreak, a.Text, b.Text)
	}
	if wording(a.Unit) != wording(b.Unit) && !inhabitants(a, b) {
		v := NotComparable
		if a.Unit == "" || b.Unit == "" {
			v = WithBreak
		}
		c.differ(DiffUnit, v, a.Unit, b.Unit)
	}
	if x, y := points(a), points(b); x != y && a.Kind == b.Kind {
		c.differ(DiffPoints, NotComparable, strconv.Itoa(x), strconv.Itoa(y))
	}
}

// inhabitants reports whether both are numbers of inhabitants, of which one does not
// tell its unit: they are people, whatever a register or a question calls them.
func inhabitants(a, b *survey.Question) bool {
	return a.Role == survey.Inhabitants && b.Role == survey.Inhabitants && (a.Unit == "" || b.Unit == "")
}

// asked reports whether the question was put to people in both waves, and is not
// a column of a register in one.
func (c *comparison) asked() bool { return c.earlier.Register == "" && c.later.Register == "" }

func choice(k survey.Kind) bool { return k == survey.Single || k == survey.Scale }

// options compares the options. Those that mean "don't know" are a matter of the
// base.
func (c *comparison) options() {
	if c.pair.Options == nil {
		return
	}
	var added, dropped []string
	for i := range c.pair.Options {
		g := &c.pair.Options[i]
		switch {
		case len(g.Earlier) == 0:
			added = appendTitle(added, &c.later.Options[g.Later[0]])
		case len(g.Later) == 0:
			dropped = appendTitle(dropped, &c.earlier.Options[g.Earlier[0]])
		}
	}
	if added != nil && c.asked() {
		c.differ(DiffOptionAdded, WithBreak, added...)
	}
	if dropped != nil && c.asked() {
		c.differ(DiffOptionDropped, WithBreak, dropped...)
	}
	for i := range c.pair.Options {
		if g := &c.pair.Options[i]; len(g.Earlier) > 0 && len(g.Later) > 0 {
			c.group(g)
		}
	}
	if c.asked() && reordered(c.pair.Options) {
		c.differ(DiffOptionOrder, Comparable)
	}
}

func appendTitle(titles []string, o *survey.Option) []string {
	if o.DontKnow {
		return titles
	}
	return append(titles, o.Title())
}

// group compares the options of one group.
func (c *comparison) group(g *OptionGroup) {
	before, after := titles(c.earlier, g.Earlier), titles(c.later, g.Later)
	switch {
	case len(g.Earlier) > 1 && len(g.Later) > 1:
		c.differ(DiffOptionsRegroup, WithBreak, strconv.Itoa(len(before)), strconv.Itoa(len(after)))
		return
	case len(g.Later) > 1:
		c.differ(DiffOptionSplit, WithBreak, append(before, after...)...)
		return
	case len(g.Earlier) > 1:
		c.differ(DiffOptionJoined, WithBreak, append(after, before...)...)
		return
	}
	a, b := &c.earlier.Options[g.Earlier[0]], &c.later.Options[g.Later[0]]
	switch {
	case g.Verdict == NotComparable:
		c.differ(DiffOptionMeaning, NotComparable, b.Title(), a.Means, b.Means)
	case wording(a.Label) != wording(b.Label) && c.asked():
		c.differ(DiffOptionReworded, g.Verdict, a.Label, b.Label)
	}
	if a.Score != b.Score && points(c.earlier) > 0 && points(c.earlier) == points(c.later) {
		c.differ(DiffScore, NotComparable, b.Title(), strconv.Itoa(a.Score), strconv.Itoa(b.Score))
	}
}

func titles(q *survey.Question, options []int) []string {
	all := make([]string, len(options))
	for i, o := range options {
		all[i] = q.Options[o].Title()
	}
	return all
}

// reordered reports whether the options that are in both waves stand in another
// order. The groups are in the order of the later wave.
func reordered(groups []OptionGroup) bool {
	last := -1
	for _, g := range groups {
		if len(g.Earlier) == 0 || len(g.Later) == 0 {
			continue
		}
		if g.Earlier[0] < last {
			return true
		}
		last = g.Earlier[0]
	}
	return false
}

// base compares who counts.
func (c *comparison) base() {
	c.side(DiffDontKnow, WithBreak, hasDontKnow(c.earlier), hasDontKnow(c.later))
	if out := c.outOfBase(); out != nil {
		c.differ(DiffOutOfBase, WithBreak, out...)
	}
	c.side(DiffTickBase, WithBreak, tickBase(c.before, c.earlier), tickBase(c.after, c.later))
	if !slices.EqualFunc(c.earlier.Themes, c.later.Themes, func(a, b survey.Theme) bool {
		return a.Code == b.Code && slices.Equal(a.Patterns, b.Patterns)
	}) {
		c.differ(DiffThemes, WithBreak)
	}
	c.side(DiffRegister, Comparable, c.earlier.Register != "", c.later.Register != "")
}

// side notes that something holds in one wave alone.
func (c *comparison) side(code Code, v Verdict, earlier, later bool) {
	switch {
	case earlier && !later:
		c.differ(code, v, "earlier")
	case later && !earlier:
		c.differ(code, v, "later")
	}
}

func hasDontKnow(q *survey.Question) bool {
	return slices.ContainsFunc(q.Options, func(o survey.Option) bool { return o.DontKnow })
}

// outOfBase returns the options that are in the base of one wave alone.
func (c *comparison) outOfBase() []string {
	var out []string
	for _, g := range c.pair.Options {
		if len(g.Earlier) == 0 || len(g.Later) == 0 {
			continue
		}
		for _, j := range g.Later {
			if b := &c.later.Options[j]; b.OutOfBase != c.earlier.Options[g.Earlier[0]].OutOfBase {
				out = append(out, b.Title())
			}
		}
	}
	return out
}

// tickBase reports whether only those with a tick count in the base.
func tickBase(s *survey.Survey, q *survey.Question) bool {
	return slices.ContainsFunc(s.Issues, func(i survey.Issue) bool {
		return i.Code == survey.IssueTickBase && i.Question == q.ID
	})
}
