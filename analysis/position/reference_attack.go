package position

import (
	"benchmark/analysis"
	"benchmark/analysis/audit"
)

// refer decides for every indicator and level whether a reference shows its figure, to
// readers who each know their own answers. By what an attacker finds out beyond the
// tables the smallest levels are hidden.
func (st *Study) refer(levels []Group) {
	for k := range st.indicators {
		st.indicators[k].referred = st.publish(&st.indicators[k], levels)
	}
	if st.options.Disclosure == analysis.Unprotected {
		return
	}
	for st.referLess(levels) {
	}
	for k := range st.indicators {
		x := &st.indicators[k]
		for l, status := range x.referred {
			if status == analysis.Estimated && x.Protected {
				x.published = append(x.published, x.base.Intersect(levels[l].members))
			}
		}
	}
}

// referLess hides the smallest levels by which an attacker finds out something, and
// reports whether there were any.
func (st *Study) referLess(levels []Group) bool {
	found, hid := st.referAttacked(levels, true)
	if found && !hid {
		_, hid = st.referAttacked(levels, false) // no figure tells the first; some may tell others
	}
	return hid
}

// referAttacked does so by an attack that ends with the first find, if soon is set, or with
// all, and reports whether there were any.
func (st *Study) referAttacked(levels []Group, soon bool) (found, hid bool) {
	var figures []audit.Figure
	for k := range st.indicators {
		x := &st.indicators[k]
		for l, status := range x.referred {
			figures = append(figures, st.figure(x, x.base.Intersect(levels[l].members), status)...)
		}
	}
	for _, e := range audit.Beside(st.tables, audit.Everyone, figures, soon).Exposed {
		found = true
		smallest := -1
		st.hide(&e, func(k int) bool {
			for l, status := range st.indicators[k].referred {
				if status == analysis.Estimated && (smallest < 0 || levels[l].Others < smallest) {
					smallest = levels[l].Others
				}
			}
			return false
		})
		hid = st.hide(&e, func(k int) bool {
			some := false
			for l := range levels {
				some = levels[l].Others == smallest && conceal(&st.indicators[k].referred[l]) || some
			}
			return some
		}) || hid
	}
	return found, hid
}
