package weighting

import (
	"slices"

	"benchmark/analysis/exact"
)

// cells are the units of a sample, those with the same categories and values
// taken together, in an order that does not depend on that of the units. A unit
// of a cell has its start weight times the factor of the cell.
type cells struct {
	of     []int       // cell of each unit
	weight []float64   // sum of the start weights of each cell
	cats   [][]int     // columns that are 1 in each cell: one per margin
	values [][]float64 // values of each cell: one per variable
	// The columns are the categories of all margins, one after the other, and
	// then the variables. first is the first column of each margin.
	first   []int
	columns int
}

// newCells groups the units by the margins and variables, that were checked.
func newCells(weights []float64, margins []Margin, variables []Variable) *cells {
	n := len(weights)
	c := &cells{of: make([]int, n), cats: [][]int{nil}, values: [][]float64{nil}}
	for _, m := range margins {
		parents, codes := c.split(m.Of, len(m.Labels))
		c.inherit(parents)
		for g, code := range codes {
			c.cats[g] = append(slices.Clip(c.cats[g]), c.columns+code)
		}
		c.first = append(c.first, c.columns)
		c.columns += len(m.Labels)
	}
	for _, v := range variables {
		levels := slices.Clone(v.Values)
		slices.Sort(levels)
		levels = slices.Compact(levels)
		of := make([]int, n)
		for i, x := range v.Values {
			of[i], _ = slices.BinarySearch(levels, x)
		}
		parents, codes := c.split(of, len(levels))
		c.inherit(parents)
		for g, code := range codes {
			c.values[g] = append(slices.Clip(c.values[g]), levels[code])
		}
		c.columns++
	}
	c.weight = totals(c.of, weights, len(c.cats))
	return c
}

// split divides the cells by a property of the units with codes from 0 to
// levels-1. It gives the new cells the order of cell and code, and returns the
// old cell and the code of each.
func (c *cells) split(code []int, levels int) (parents, codes []int) {
	for i, x := range code {
		c.of[i] = c.of[i]*levels + x
	}
	var keys []int
	if room := len(c.cats) * levels; room <= 4*len(code)+1024 {
		keys = renumber(c.of, room)
	} else {
		keys = slices.Clone(c.of)
		slices.Sort(keys)
		keys = slices.Compact(keys)
		for i, key := range c.of {
			c.of[i], _ = slices.BinarySearch(keys, key)
		}
	}
	for _, key := range keys {
		parents = append(parents, key/levels)
		codes = append(codes, key%levels)
	}
	return parents, codes
}

// renumber replaces keys, all in [0, room), by their rank among those that
// occur, and returns these in order.
func renumber(of []int, room int) (keys []int) {
	rank := make([]int, room)
	for _, key := range of {
		rank[key] = 1
	}
	for key, there := range rank {
		if there == 1 {
			rank[key] = len(keys)
			keys = append(keys, key)
		}
	}
	for i, key := range of {
		of[i] = rank[key]
	}
	return keys
}

// inherit gives each new cell the categories and values of its parent.
func (c *cells) inherit(parents []int) {
	cats, values := make([][]int, len(parents)), make([][]float64, len(parents))
	for g, p := range parents {
		cats[g], values[g] = c.cats[p], c.values[p]
	}
	c.cats, c.values = cats, values
}

// columnTotals returns the sum over cells of size times each column.
func (c *cells) columnTotals(size []float64) []float64 {
	sums := make([]exact.Sum, c.columns)
	numeric := c.columns - c.variables()
	for g, s := range size {
		for _, j := range c.cats[g] {
			sums[j].Add(s)
		}
		for k, x := range c.values[g] {
			sums[numeric+k].Add(s * x)
		}
	}
	out := make([]float64, c.columns)
	for j := range sums {
		out[j] = sums[j].Value()
	}
	return out
}

// variables returns how many columns are variables.
func (c *cells) variables() int {
	if len(c.values) == 0 {
		return 0
	}
	return len(c.values[0])
}

// linear returns x'beta of cell g.
func (c *cells) linear(g int, beta []float64) float64 {
	u := 0.0
	for _, j := range c.cats[g] {
		u += beta[j]
	}
	numeric := c.columns - len(c.values[g])
	for k, x := range c.values[g] {
		u += float64(x * beta[numeric+k])
	}
	return u
}
