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
	var figures []audit.Figure
	for k := range st.indicators {
		x := &st.indicators[k]
		for l, status := range x.referred {
			figures = append(figures, st.figure(x, x.base.Intersect(levels[l].members), status)...)
		}
	}
	hid := false
	for _, e := range audit.Beside(st.tables, audit.Everyone, figures, true).Exposed {
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
	return hid
}
