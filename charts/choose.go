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
	m := newMaker(study, l)
	kinds := Fitting(study, t, l)
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
	at := slices.IndexFunc(options(), func(o option) bool { return o.kind == kind })
	return options()[at].make(&m, t)
}

func names(kinds []Kind) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = fmt.Sprint(k)
	}
	return strings.Join(words, ", ")
}
