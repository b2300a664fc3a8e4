package disclosure

import (
	"math/bits"

	"benchmark/survey"
)

// membership is in which groups of a breakdown each cell is.
type membership struct {
	// cells are those of each group.
	cells [][]int32
	// groups are those of the cells, one list behind the other: that of a cell ends where
	// ends says.
	groups []int32
	ends   []int32
	// sizes are how many cells are in each group, and overlap says that one is in several.
	sizes   []int
	overlap bool
	// inside is room to count, and is left empty.
	inside []int
}

// memberships are those of the breakdowns.
func (j *judge) memberships() []membership {
	if j.in == nil {
		for _, parts := range j.breakdowns {
			j.in = append(j.in, newMembership(len(j.sizes), parts))
		}
	}
	return j.in
}

// newMembership finds the groups of cells.
func newMembership(cells int, parts Breakdown) membership {
	m := membership{sizes: make([]int, len(parts)), inside: make([]int, len(parts))}
	next := make([]int32, cells+1)
	for p, part := range parts {
		var in []int32
		part.Each(func(c int) {
			in = append(in, int32(c))
			next[c+1]++
		})
		m.cells, m.sizes[p] = append(m.cells, in), len(in)
	}
	for c := range cells {
		m.overlap = m.overlap || next[c+1] > 1
		next[c+1] += next[c]
	}
	m.groups = make([]int32, next[cells])
	for p, part := range m.cells {
		for _, c := range part {
			m.groups[next[c]] = int32(p)
			next[c]++
		}
	}
	m.ends = next[:cells]
	return m
}

// of are the groups that a cell is in.
func (m *membership) of(c int) []int32 {
	if c == 0 {
		return m.groups[:m.ends[0]]
	}
	return m.groups[m.ends[c-1]:m.ends[c]]
}

// count counts how many of n cells are in each group. It is false, and may not have counted
// all, where some of a group are among them and others are not.
func (m *membership) count(cells survey.Bits, n int) bool {
	if n > len(m.ends)/8 {
		for p, group := range m.cells {
			for _, c := range group {
				if cells.Has(int(c)) {
					m.inside[p]++
				}
			}
			if m.inside[p] > 0 && m.inside[p] < m.sizes[p] {
				return false
			}
		}
		return true
	}
	for k, word := range cells {
		for ; word != 0; word &= word - 1 {
			for _, p := range m.of(k<<6 + bits.TrailingZeros64(word)) {
				if m.inside[p]++; m.sizes[p] > n {
					return false
				}
			}
		}
	}
	return true
}

// mostly reports whether all respondents in a set of cells, or all but one, gave an answer,
// and any did.
func (j *judge) mostly(set survey.Bits, given []int) bool {
	in, others := 0, 0
	for k, word := range set {
		for ; word != 0; word &= word - 1 {
			c := k<<6 + bits.TrailingZeros64(word)
			in += given[c]
			if others += j.sizes[c] - given[c]; others > 1 {
				return false
			}
		}
	}
	return in > 0
}
