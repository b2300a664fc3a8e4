package codebook

import (
	"iter"
	"slices"
	"unicode/utf8"

	"benchmark/survey"
	"benchmark/survey/export"
)

// manyTexts is the number of different cells above which, of a question that the
// codebook calls open, only the commonest are put in order.
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
	return in.texts != nil && in.texts[column] && in.file.Columns[column].Dict.Len() > manyTexts
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
// identified looks at are kept, the others stay in the dictionary. Texts of one key are
// values of their own.
func textsProfile(f *export.File, index int) profile {
	c := &f.Columns[index]
	p := profile{column: c, index: index, counts: make([]int, c.Dict.Len()), unmeasured: true}
	c.Codes.Count(p.counts)
	absent := absentIn(f)
	var first commonest
	for d, cell := range c.Dict.All() {
		n, text := p.counts[d], cell.Text
		if n == 0 || absent.has(text) {
			p.counts[d] = 0
			continue
		}
		p.filled += n
		if n > 1 {
			p.repeated += n
		}
		p.others++
		first.add(d, cell, n)
	}
	p.keep(&first)
	return p
}

// commonest are the values that are first of all that were added, at most looked.
type commonest struct {
	values []value
	codes  []int    // of the values, in the dictionary
	order  []uint16 // of the values, which stay where they are
}

// add makes a text with a code one of the values where it is among the commonest so far.
func (m *commonest) add(d int, cell export.Cell, n int) {
	full := len(m.order) == looked
	if full {
		last := &m.values[m.order[looked-1]]
		if n < last.count || n == last.count && behind(cell.Text, last.key) {
			return
		}
	}
	v := value{cell: cell, count: n}
	v.key, _ = keyOf(cell.Text)
	at, _ := slices.BinarySearchFunc(m.order, v, func(place uint16, v value) int { return compareValues(m.values[place], v) })
	switch {
	case at == looked:
	case full:
		place := m.order[looked-1]
		m.values[place], m.codes[place] = v, d
		m.order = slices.Insert(m.order[:looked-1], at, place)
	default:
		m.order = slices.Insert(m.order, at, uint16(len(m.order)))
		m.values, m.codes = append(m.values, v), append(m.codes, d)
	}
}

// keep takes the values in their order, and leaves the others in the dictionary.
func (p *profile) keep(m *commonest) {
	for _, place := range m.order {
		p.values = append(p.values, m.values[place])
	}
	p.kept = m.codes
	slices.Sort(p.kept)
	p.others -= len(p.values)
}

// behind reports whether the key of a text surely comes behind another: it begins with the
// small letter that the text begins with, which an accent behind it does not change.
func behind(text, key string) bool {
	return key != "" && text != "" && text[0]|0x20 >= 'a' && text[0]|0x20 <= 'z' && text[0]|0x20 > key[0]
}

// characters is the number of characters of a text. Of most texts that is their length.
func characters(text string) int {
	rest := text
	for ; len(rest) >= 8; rest = rest[8:] {
		eight := uint64(rest[0]) | uint64(rest[1])<<8 | uint64(rest[2])<<16 | uint64(rest[3])<<24 |
			uint64(rest[4])<<32 | uint64(rest[5])<<40 | uint64(rest[6])<<48 | uint64(rest[7])<<56
		if eight&0x8080808080808080 != 0 {
			return utf8.RuneCountInString(text)
		}
	}
	return len(text) - len(rest) + utf8.RuneCountInString(rest)
}

// mean returns the mean number of characters of an answer. It is asked for of few columns
// with many texts.
func (p *profile) mean() float64 {
	if !p.unmeasured || p.filled == 0 {
		return p.length
	}
	total := 0
	for cell, n := range p.cells() {
		total += n * characters(cell.Text)
	}
	return float64(total) / float64(p.filled)
}

// distinct returns how many different values there are.
func (p *profile) distinct() int { return len(p.values) + p.others }

// all returns the values, and those that stayed in the dictionary behind them.
func (p *profile) all() iter.Seq[value] {
	return func(yield func(value) bool) {
		at := 0
		for cell, n := range p.cells() {
			v := value{cell: cell, key: cell.Text, count: n}
			if at < len(p.values) {
				v.key = p.values[at].key
				at++
			} else if p.numbers == nil {
				v.key, _ = keyOf(cell.Text)
			}
			if !yield(v) {
				return
			}
		}
	}
}

// cells returns the cells of all values, in their order, and how often each occurs.
func (p *profile) cells() iter.Seq2[export.Cell, int] {
	return func(yield func(export.Cell, int) bool) {
		for i := range p.values {
			if !yield(p.values[i].cell, p.values[i].count) {
				return
			}
		}
		if p.others == 0 {
			return
		}
		kept := p.kept
		for d, n := range p.counts {
			if len(kept) > 0 && kept[0] == d {
				kept = kept[1:]
				continue
			}
			if n > 0 && !yield(p.column.Dict.At(d), n) {
				return
			}
		}
	}
}

// every reports whether all values pass the test.
func (p *profile) every(test func(value) bool) bool {
	for v := range p.all() {
		if !test(v) {
			return false
		}
	}
	return true
}
