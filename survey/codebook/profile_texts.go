package codebook

import (
	"cmp"
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
)

// manyTexts is the number of different cells above which those of a question that the
// codebook calls open are not put in order.
const manyTexts = 1 << 12

// textsOf says of which columns the codebook itself tells that they alone hold the
// texts or the names of a question, so that nothing is to be proposed for them.
func (a *application) textsOf() []bool {
	texts := make([]bool, len(a.file.Columns))
	for i := range a.bindings {
		if b := &a.bindings[i]; len(b.columns) == 1 && (b.kind == survey.Open || b.kind == survey.Name) {
			texts[b.columns[0]] = true
		}
	}
	return texts
}

// text reports whether a column holds many texts by the codebook.
func (in *inference) text(column int) bool {
	return in.texts != nil && in.texts[column] && len(in.file.Columns[column].Dict) > manyTexts
}

// given returns the draft of a column that holds texts by the codebook: what it is
// about by its wording matters to the questions beside it, and nothing else does.
func (in *inference) given(column int, p profile) *draft {
	d := in.draft([]int{column}, p)
	d.Kind = survey.Open.String()
	if hint := hintOf(d); hint != survey.NoRole {
		d.Role, d.Kind = string(hint), kindsOf(hint)[0].String()
	}
	return d
}

// textsProfile is profileOf for a column with many texts: only as many values as
// identified looks at are in their place, the others stand behind them in any order.
func textsProfile(f *export.File, index int) profile {
	c := &f.Columns[index]
	p := profile{column: c, index: index, counts: make([]int, len(c.Dict))}
	c.Codes.Count(p.counts)
	total := p.fill(f)
	p.join()
	first := 0 // those that occur several times go first
	for i := range p.values {
		if n := p.values[i].count; n > 1 {
			p.repeated += n
			p.values[i], p.values[first] = p.values[first], p.values[i]
			first++
		}
	}
	byCount := func(a, b value) int { return cmp.Or(b.count-a.count, strings.Compare(a.key, b.key)) }
	slices.SortFunc(p.values[:first], byCount)
	if first < looked {
		least(p.values[first:], looked-first)
	}
	if p.filled > 0 {
		p.length = float64(total) / float64(p.filled)
	}
	return p
}

// join makes one value of those with the same key. They stay in the order in which
// the first of each stands.
func (p *profile) join() {
	type slot struct{ tag, place uint32 } // place is counted from 1
	table := make([]slot, 1<<bits.Len(uint(len(p.values)+len(p.values)/2)))
	seed, kept := maphash.MakeSeed(), 0
	for i := range p.values {
		v := p.values[i]
		h := maphash.String(seed, v.key)
		at, tag := h&uint64(len(table)-1), uint32(h>>32)
		for table[at].place != 0 && !(table[at].tag == tag && p.values[table[at].place-1].key == v.key) {
			at = (at + 1) & uint64(len(table)-1)
		}
		if table[at].place == 0 {
			p.values[kept] = v
			kept++
			table[at] = slot{tag, uint32(kept)}
			continue
		}
		same := &p.values[table[at].place-1]
		if same.count += v.count; v.cell.Text < same.cell.Text {
			same.cell = v.cell
		}
	}
	p.values = p.values[:kept]
}

// least puts the n values with the least keys first, in order.
func least(values []value, n int) {
	low := make([]int, 0, n+1)
	for i := range values {
		if len(low) == n && values[i].key >= values[low[n-1]].key {
			continue
		}
		at, _ := slices.BinarySearchFunc(low, i, func(a, b int) int { return strings.Compare(values[a].key, values[b].key) })
		if low = slices.Insert(low, at, i); len(low) > n {
			low = low[:n]
		}
	}
	first := make([]value, len(low))
	for k, i := range low {
		first[k] = values[i]
	}
	slices.Sort(low)
	end := len(values) // the others move up, behind them
	for i, k := len(values)-1, len(low)-1; i >= 0; i-- {
		if k >= 0 && low[k] == i {
			k--
			continue
		}
		end--
		values[end] = values[i]
	}
	copy(values, first)
}
