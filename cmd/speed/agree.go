package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// agreed is how far the figures of two programs may lie apart, relative to the
// larger one.
const agreed = 1e-9

// agreement is how well a peer agrees with us.
type agreement struct {
	compared int
	largest  float64
	where    string
	// apart lists figures that one of the two has not.
	apart int
	// refused counts tests that the peer could not compute.
	refused int
}

// agree compares our figures with a peer's: counts, weighted shares, means and
// medians of all peers, and standard errors and tests of one that has the design.
func agree(our, their figures, design bool) agreement {
	var a agreement
	for _, at := range their.places() {
		t := their[at]
		o, ok := our[at]
		if !ok && (t.count == 0 || at.kind == "test" && !design) {
			continue // nobody chose it there
		}
		if !ok {
			a.miss(at)
			continue
		}
		if at.kind == "test" {
			if design {
				a.compare(at, "degrees of freedom", o.count, t.count)
				a.compare(at, "degrees of freedom below", o.weighted, t.weighted)
				a.compare(at, "statistic", o.value, t.value)
				a.compare(at, "p", o.se, t.se)
			}
			continue
		}
		a.compare(at, "count", o.count, t.count)
		a.compare(at, "weighted count or median", o.weighted, t.weighted)
		a.compare(at, "share or mean", o.value, t.value)
		if t.hasSE {
			a.compare(at, "standard error", o.se, t.se)
		}
	}
	for _, at := range our.places() {
		o := our[at]
		_, ok := their[at]
		switch {
		case ok, at.kind == "share" && o.count == 0, at.kind == "number" && (at.by == "size" || at.question[0] != 'n'):
		case at.kind == "test":
			a.refused += countIf(design)
		default:
			a.miss(at)
		}
	}
	return a
}

// places returns the places of the figures in an order of their own.
func (f figures) places() []place {
	return slices.SortedFunc(maps.Keys(f), func(a, b place) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.question, b.question), cmp.Compare(a.option, b.option),
			cmp.Compare(a.by, b.by), cmp.Compare(a.level, b.level))
	})
}

func countIf(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (a *agreement) miss(at place) {
	if a.apart++; a.apart == 1 {
		a.largest, a.where = math.Inf(1), fmt.Sprintf("only one of the two has %v", at)
	}
}

// compare keeps the largest deviation.
func (a *agreement) compare(at place, what string, our, their float64) {
	a.compared++
	d := math.Abs(our - their)
	if what != "p" && what != "standard error" || d > 1e-12 { // a rounding error of nothing is no deviation
		d /= max(math.Abs(our), math.Abs(their), 1e-300)
	}
	if our == their {
		d = 0
	}
	if d > a.largest || d != d {
		a.largest = d
		a.where = strings.TrimSpace(fmt.Sprintf("%s of %s %s by %s %s", what, at.question, at.option, at.by, at.level))
	}
}

// ok reports whether the two agree.
func (a *agreement) ok() bool { return a.largest <= agreed && a.compared > 0 }
