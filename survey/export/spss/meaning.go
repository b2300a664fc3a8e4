package spss

import (
	"math"
	"strconv"
	"strings"
)

// missing sets the user-missing values of records 2 and 7/22.
func (b *builder) missing() {
	b.findLongGaps()
	for i := range b.columns {
		b.c.record = "record 2 (variable)"
		if v := &b.file.Variables[i]; v.IsString() {
			gaps := b.textGaps(i)
			for _, raw := range gaps.values {
				v.Missing.Texts = append(v.Missing.Texts, b.dec.text([]byte(raw)))
			}
			if gaps.ranged {
				v.Missing.TextRange = &TextRange{b.dec.text([]byte(gaps.low)), b.dec.text([]byte(gaps.high))}
			}
			b.doubts(b.dec.doubt(v.Name)...)
		} else {
			v.Missing = b.numberGaps(b.columns[i].slot)
		}
	}
}

// numberGaps reads the user-missing values of a number.
func (b *builder) numberGaps(s *slot) Missing {
	var m Missing
	values := s.numbers
	if s.gaps < 0 {
		r := Range{Low: values[0], High: values[1]}
		if r.Low <= math.Float64frombits(oldLowest) {
			r.Low, r.Lowest = -math.MaxFloat64, true
		}
		if r.High >= math.MaxFloat64 {
			r.High, r.Highest = math.MaxFloat64, true
		}
		if !(r.Low <= r.High) {
			b.c.fail(s.offset, "the missing values go from %v down to %v", r.Low, r.High)
		}
		m.Range, values = &r, values[2:]
	}
	for _, x := range values {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			b.c.fail(s.offset, "a missing value is not a number")
		}
	}
	if len(values) > 0 {
		m.Numbers = values
	}
	return m
}

// textGaps are the user-missing values of a string, in the bytes of the file.
type textGaps struct {
	values    []string
	ranged    bool
	low, high string
}

// textGaps collects the user-missing values of column i. Those of a long string
// name its first eight bytes; the rest is blank.
func (b *builder) textGaps(i int) textGaps {
	var g textGaps
	s := b.columns[i].slot
	values := make([]string, 0, len(s.missing))
	for _, raw := range s.missing {
		values = append(values, string(trimEnd(raw[:min(slotSize, b.columns[i].width)])))
	}
	if s.gaps < 0 {
		g.ranged, g.low, g.high, values = true, values[0], values[1], values[2:]
	}
	g.values = values
	if b.columns[i].width <= slotSize {
		return g
	}
	g.values = append(g.values, b.longGaps[i]...)
	return g
}

// findLongGaps finds the strings of record 7/22.
func (b *builder) findLongGaps() {
	b.c.record = "record 7/22 (missing values of long strings)"
	b.longGaps = make([][]string, len(b.columns))
	for _, g := range b.d.longGaps {
		i, ok := b.find(g.name)
		if !ok || b.columns[i].width <= slotSize {
			b.c.fail(g.offset, "the missing values are for %q, which is not a string of more than 8 bytes here", clip(g.name))
			return
		}
		b.longGaps[i] = append(b.longGaps[i], string(trimEnd(g.value)))
	}
	for i := range b.longGaps {
		if n := len(b.longGaps[i]); n > 3 {
			b.c.fail(b.columns[i].slot.offset, "%s has %d missing values, 3 is the most", b.file.Variables[i].Name, n)
		}
	}
}

// has says whether a string is user-missing. A range is one of bytes, with
// blanks at the end of the shorter string.
func (g textGaps) has(raw string) bool {
	for _, s := range g.values {
		if s == raw {
			return true
		}
	}
	return g.ranged && comparePadded(g.low, raw) <= 0 && comparePadded(raw, g.high) <= 0
}

// comparePadded compares strings as if blanks followed the shorter one.
func comparePadded(a, b string) int {
	n := max(len(a), len(b))
	return strings.Compare(a+strings.Repeat(" ", n-len(a)), b+strings.Repeat(" ", n-len(b)))
}

// state says what a number of the file is, given what the file declares to be
// system-missing.
func (m *Missing) state(x, sysmis float64) State {
	if x == sysmis || x == -math.MaxFloat64 || math.IsNaN(x) && math.IsNaN(sysmis) {
		return SystemMissing
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return NotFinite
	}
	for _, gap := range m.Numbers {
		if x == gap {
			return UserMissing
		}
	}
	if m.Range != nil && m.Range.Low <= x && x <= m.Range.High {
		return UserMissing
	}
	return Valid
}

// sets finds the variables of the multiple-response sets. A set keeps the ones
// that are there; programs that leave out variables do not all mend the sets.
func (b *builder) sets() {
	b.c.record = "record 7/7 or 7/19 (multiple-response sets)"
	for _, r := range b.d.sets {
		s := Set{Name: b.dec.label(r.name), Label: b.dec.label(r.label), LabelsFromValues: r.form == 'E', LabelFromVariable: r.source == 11}
		if r.form == 'C' {
			s.Kind = Categorical
		}
		s.Counted = strings.TrimSpace(b.dec.label(r.counted))
		text := false
		for _, name := range r.members {
			i, ok := b.byShort[foldName(name)]
			if !ok {
				i, ok = b.find(name)
			}
			if !ok {
				b.doubts(Doubt{Code: DoubtMember, Name: s.Name, Detail: b.dec.label(name), Count: 1})
				continue
			}
			if len(s.Variables) > 0 && text != b.file.Variables[i].IsString() {
				b.c.fail(r.offset, "the set %s has numbers and strings", s.Name)
			}
			text = b.file.Variables[i].IsString()
			s.Variables = append(s.Variables, i)
		}
		if r.countedIsThere && !text && len(s.Variables) > 0 {
			x, err := strconv.ParseFloat(s.Counted, 64)
			if err != nil || math.IsInf(x, 0) || math.IsNaN(x) {
				b.c.fail(r.offset, "the set %s counts %q, which is not a number", s.Name, s.Counted)
			}
			s.CountedNumber = x
		}
		b.doubts(b.dec.doubt(s.Name)...)
		b.file.Sets = append(b.file.Sets, s)
	}
}
