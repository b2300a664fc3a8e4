package codebook

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"benchmark/survey/export"
)

// profileNow is profile of a column that was not asked for yet.
func (in *inference) profileNow(column int) profile {
	if in.text(column) {
		return textsProfile(in.file, column)
	}
	if p, ok := numbersProfile(in.file, column); ok {
		return p
	}
	return profileOf(in.file, column, nil)
}

// numbersProfile is profileOf for a column with many different plain numbers and nothing
// else, in one notation: as of many texts only the commonest are kept. It takes a part of
// the time and the room. False for any other column.
func numbersProfile(f *export.File, index int) (p profile, ok bool) {
	c := &f.Columns[index]
	if c.Dict.Len() <= manyTexts || c.Entry == export.EntryChosen {
		return p, false
	}
	p = profile{column: c, index: index, counts: make([]int, c.Dict.Len())}
	c.Codes.Count(p.counts)
	absent := absentIn(f)
	var b ballot
	var first commonest
	amounts := noAmounts()
	total, typed := 0, 0
	for d, cell := range c.Dict.All() {
		n, text := p.counts[d], cell.Text
		plain, number := plainNumberOf(text)
		if n == 0 || absent.has(text) {
			p.counts[d] = 0
			continue
		}
		if !number || cell.Typed && strings.Contains(text, ",") {
			return p, false
		}
		if cell.Typed {
			typed++
		} else {
			b.hear(text, plain.decimal, plain.either, n)
			amounts.add(plain.value(false))
		}
		p.filled += n
		total += n * len(text)
		if n > 1 {
			p.repeated += n
		}
		p.others++
		first.add(d, cell, n)
	}
	n := b.notation()
	if p.others <= manyTexts || n.mixed || typed > 0 && typed < p.others {
		return p, false
	}
	p.keep(&first)
	p.length = float64(total) / float64(p.filled)
	p.numbers, p.amounts = &n, amounts
	if typed > 0 || b.grouped != "" { // another mark may part thousands
		p.amounts = noAmounts()
		for v := range p.all() {
			x, _ := n.parse(v.cell)
			p.amounts.add(x)
		}
	}
	return p, true
}

// amountRange is the lowest and the highest of numbers that can be an amount.
type amountRange struct{ low, high float64 }

func noAmounts() amountRange { return amountRange{math.Inf(1), math.Inf(-1)} }

func (r *amountRange) add(x float64) {
	if math.Abs(x) <= largestAmount {
		r.low, r.high = min(r.low, x), max(r.high, x)
	}
}

// ordered returns the profile with all values in their order, where there are many numbers.
func (p *profile) ordered() profile {
	all := *p
	if p.numbers == nil {
		return all
	}
	all.values = slices.AppendSeq(make([]value, 0, p.distinct()), p.all())
	all.others, all.kept, all.numbers = 0, nil, nil
	slices.SortFunc(all.values, compareValues)
	return all
}

// compareValues puts the commonest first, equals by key and by how they are written.
func compareValues(a, b value) int {
	return cmp.Or(b.count-a.count, strings.Compare(a.key, b.key), strings.Compare(a.cell.Text, b.cell.Text))
}

// noCodesOutside reports whether of many numbers neither the highest nor a negative lowest
// one is a code for "no answer", so that there are none to set aside.
func (p *profile) noCodesOutside() bool {
	if p.numbers == nil {
		return false
	}
	code := func(x float64) bool { return x == math.Trunc(x) && absentCode(int(x)) }
	return !code(p.amounts.high) && (p.amounts.low >= 0 || !code(p.amounts.low))
}

// size is the number of different values, of many texts of those that are kept.
func (p *profile) size() int {
	if p.numbers != nil {
		return p.distinct()
	}
	return len(p.values)
}
