package spss

import (
	"bytes"
	"strconv"
	"strings"
)

// variables makes a Variable of each column: name, label, width and format.
func (b *builder) variables() {
	b.c.record = "record 2 (variable)"
	b.byShort = map[string]int{}
	for i := range b.columns {
		s, width := b.columns[i].slot, b.columns[i].width
		v := Variable{Short: b.dec.label(s.name), Label: b.dec.label(s.label), Width: width}
		v.Name = v.Short
		if v.Name == "" {
			b.c.fail(s.offset, "a variable without a name")
		}
		format, kind, ok := formatOf(s.print, width > 0)
		if width > segmentWidth {
			format.Width = width // the record speaks of the first segment
		}
		v.Format, v.Kind = format, kind
		b.doubts(b.dec.doubt(v.Name)...)
		if !ok {
			b.doubts(Doubt{Code: DoubtFormat, Name: v.Name, Detail: strconv.Itoa(int(s.print >> 16 & 0xff)), Count: 1})
		}
		key := foldName(s.name)
		if _, taken := b.byShort[key]; taken {
			b.c.fail(s.offset, "a second variable with the name %s", v.Name)
		}
		b.byShort[key] = i
		b.file.Variables = append(b.file.Variables, v)
	}
}

// longNames gives variables their long names.
func (b *builder) longNames() {
	taken, segments := map[string]bool{}, b.segments()
	for _, p := range b.d.longNames {
		name := b.dec.label(p.value)
		i, ok := b.byShort[foldName(p.key)]
		if !ok && segments[foldName(p.key)] {
			continue
		}
		if !ok || name == "" || taken[strings.ToLower(name)] {
			b.doubts(Doubt{Code: DoubtName, Name: b.dec.label(p.key), Detail: name, Count: 1})
			continue
		}
		taken[strings.ToLower(name)] = true
		b.file.Variables[i].Name = name
	}
}

// segments returns the names of the further segments of very long strings, which
// are no variables of their own.
func (b *builder) segments() map[string]bool {
	names := map[string]bool{}
	for i := range b.d.slots {
		if b.owner[i] < 0 && b.d.slots[i].width >= 0 {
			names[foldName(b.d.slots[i].name)] = true
		}
	}
	return names
}

// uniqueNames refuses a file in which two variables have one name.
func (b *builder) uniqueNames() {
	b.c.record = "record 7/13 (long names)"
	b.byLong = map[string]int{}
	for i := range b.file.Variables {
		key := strings.ToLower(b.file.Variables[i].Name)
		if _, taken := b.byLong[key]; taken {
			b.c.fail(b.columns[i].slot.offset, "a second variable with the name %s", b.file.Variables[i].Name)
		}
		b.byLong[key] = i
	}
}

// find returns the column with a long or else a short name.
func (b *builder) find(name []byte) (int, bool) {
	name = bytes.TrimSpace(name)
	if i, ok := b.byLong[strings.ToLower(b.dec.text(name))]; ok {
		return i, true
	}
	i, ok := b.byShort[foldName(name)]
	return i, ok
}

// measures sets the measurement levels of record 7/11, which counts each
// segment of a very long string.
func (b *builder) measures() {
	n := len(b.d.measures)
	step := 0
	for _, per := range []int{3, 2} {
		if n == per*b.parts {
			step = per
			break
		}
	}
	if step == 0 {
		if n > 0 {
			b.doubts(Doubt{Code: DoubtMeasures, Detail: strconv.Itoa(n), Count: 1})
		}
		return
	}
	part, next := -1, 0
	for i := 0; i < len(b.d.slots); i += slotsOf(b.d.slots[i].width) {
		part++
		if next < len(b.columns) && b.columns[next].first == i {
			if m := Measure(b.d.measures[part*step]); m >= MeasureUnknown && m <= Scale {
				b.file.Variables[next].Measure = m
			}
			next++
		}
	}
}

// weight finds the weight.
func (b *builder) weight() {
	w := b.d.header.weight
	if w == 0 {
		return
	}
	b.c.record = "header"
	if w > len(b.owner) || b.owner[w-1] < 0 || b.columns[b.owner[w-1]].width > 0 {
		b.c.fail(76, "the weight is variable %d, which is not a number", w)
		return
	}
	b.file.Weight = b.owner[w-1]
}

// formatNames are the print formats by their number.
var formatNames = [...]string{1: "A", 2: "AHEX", 3: "COMMA", 4: "DOLLAR", 5: "F", 6: "IB", 7: "PIBHEX", 8: "P", 9: "PIB",
	10: "PK", 11: "RB", 12: "RBHEX", 15: "Z", 16: "N", 17: "E", 20: "DATE", 21: "TIME", 22: "DATETIME", 23: "ADATE",
	24: "JDATE", 25: "DTIME", 26: "WKDAY", 27: "MONTH", 28: "MOYR", 29: "QYR", 30: "WKYR", 31: "PCT", 32: "DOT",
	33: "CCA", 34: "CCB", 35: "CCC", 36: "CCD", 37: "CCE", 38: "EDATE", 39: "SDATE", 40: "MTIME", 41: "YMDHMS"}

// formatOf unpacks a print format. ok is false when there is no such format for
// a string or for a number; the kind is then the plain one.
func formatOf(packed uint32, isString bool) (f Format, kind Kind, ok bool) {
	f = Format{Width: int(packed >> 8 & 0xff), Decimals: int(packed & 0xff)}
	if n := int(packed >> 16); n < len(formatNames) {
		f.Name = formatNames[n]
	}
	if isString {
		return f, String, f.Name == "A" || f.Name == "AHEX"
	}
	switch f.Name {
	case "DATE", "ADATE", "EDATE", "SDATE", "JDATE", "MOYR", "QYR", "WKYR":
		return f, Date, true
	case "DATETIME", "YMDHMS":
		return f, DateTime, true
	case "TIME", "DTIME", "MTIME":
		return f, Time, true
	}
	return f, Number, f.Name != "" && f.Name != "A" && f.Name != "AHEX"
}
