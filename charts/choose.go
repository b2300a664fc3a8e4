package charts

import (
	"fmt"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// option is a kind of chart that a table can have.
type option struct {
	kind Kind
	// fits reports whether a table can be drawn so.
	fits func(m *maker, t *analysis.Table) bool
	make func(m *maker, t *analysis.Table) (Chart, error)
}

// options are the kinds of chart of a table, in the order in which they are
// chosen: the first that fits is the usual one.
func options() []option {
	return []option{
		{Stacked, (*maker).stackable, func(m *maker, t *analysis.Table) (Chart, error) {
			return m.stackedQuestion(t, m.stackParts(t))
		}},
		{Diverging, (*maker).divergent, (*maker).divergingQuestion},
		{Ranked, func(_ *maker, t *analysis.Table) bool { return len(shareRows(t)) > 0 }, func(m *maker, t *analysis.Table) (Chart, error) {
			if t.Topic == analysis.Words {
				return m.wordsChart(t, shareRows(t))
			}
			return m.rankedQuestion(t, shareRows(t))
		}},
		{Tenfold, (*maker).tenfoldable, func(m *maker, t *analysis.Table) (Chart, error) {
			return m.tenths(t.ID+" in ten", []*analysis.Table{t})
		}},
		{Cloud, func(_ *maker, t *analysis.Table) bool {
			return t.Topic == analysis.Words && len(shareRows(t)) > 0
		}, (*maker).cloudChart},
		{Distribution, (*maker).spreadable, (*maker).numberChart},
		{Heat, (*maker).heatable, (*maker).heatTable},
	}
}

// stackable reports whether the answers to a question exclude each other and are
// few enough to tell their colours apart.
func (m *maker) stackable(t *analysis.Table) bool {
	return t.Topic != analysis.Words && m.stackParts(t) != nil
}

// stackParts returns the series of a stacked chart of a table, or nil.
func (m *maker) stackParts(t *analysis.Table) []part {
	if t.Topic == analysis.AdoptionTopic {
		return m.stages(t)
	}
	return m.parts(t, shareRows(t))
}

// Fitting returns the kinds of chart that a table can have, the usual one first;
// nil for a table of which there is no chart.
func Fitting(study *analysis.Study, t *analysis.Table, l *locale.Locale) []Kind {
	m := newMaker(study, l)
	var kinds []Kind
	for _, o := range options() {
		if o.fits(&m, t) {
			kinds = append(kinds, o.kind)
		}
	}
	return kinds
}

// Of returns the chart of a table: in the kind asked for, or in the usual one
// when kind is 0. Of a table that may not be shown, or that nobody answered, it
// is a chart that says so. It returns an error, with the reason, when the table
// has no such chart.
func Of(study *analysis.Study, t *analysis.Table, kind Kind, l *locale.Locale) (Chart, error) {
	return Split(study, t, kind, nil, l)
}

// Split is Of with the groups of these breakdowns in the place of those by type
// and size class; of the kinds that have groups, nil is the usual ones. It returns
// an error when the table has no such breakdown, or the kind shows no groups.
func Split(study *analysis.Study, t *analysis.Table, kind Kind, by []string, l *locale.Locale) (Chart, error) {
	m := newMaker(study, l)
	m.split = by
	kinds := Fitting(study, t, l)
	for _, id := range by {
		if all := t.Breakdowns(); !slices.Contains(all, id) {
			return Chart{}, fault(t.ID, "table %s has no breakdown %q: it has %s", t.ID, id, strings.Join(all, ", "))
		}
	}
	switch {
	case len(kinds) == 0 && t.Topic == analysis.Words:
		return m.without(t, Ranked), nil
	case len(kinds) == 0:
		return Chart{}, fault(t.ID, "table %s holds no figures that a chart can show", t.ID)
	case kind == 0:
		kind = kinds[0]
	case !slices.Contains(kinds, kind):
		return Chart{}, fault(t.ID, "table %s can't be drawn as %s: choose from %s", t.ID, kind, names(kinds))
	}
	if grouped := []Kind{Stacked, Diverging, Heat, Distribution}; len(by) > 0 && !slices.Contains(grouped, kind) {
		return Chart{}, fault(t.ID, "a chart of kind %s shows no groups: choose from %s", kind, names(grouped))
	}
	at := slices.IndexFunc(options(), func(o option) bool { return o.kind == kind })
	c, err := options()[at].make(&m, t)
	for i, id := range by {
		c.rename(c.Name + [...]string{" by ", " and "}[min(i, 1)] + strings.ReplaceAll(id, analysis.NestingMark, " and "))
	}
	return c, err
}

// rename gives the chart another base file name, also where its text alternative
// names the file of figures.
func (c *Chart) rename(name string) {
	c.FiguresIn(slug(name) + ".csv")
	c.Name = slug(name)
}

func names(kinds []Kind) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = fmt.Sprint(k)
	}
	return strings.Join(words, ", ")
}
