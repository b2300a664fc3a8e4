package spss

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// The most bytes of a label of a variable and of a value that SPSS keeps.
const (
	longestLabel      = 255
	longestValueLabel = 120
)

// bias is what a byte code is more than the number that it stands for, and the codes
// that stand for something else.
const (
	bias        = 100
	codeRaw     = 253
	codeBlank   = 254
	codeMissing = 255
	largestCode = 251
)

// noDate is the date and time of a file that does not say when it was made.
const noDate = "01 Jan 70 00:00:00"

// MostBytes is the longest string that Write takes.
const MostBytes = segmentWidth

// Write returns a file as the bytes of a system file: in UTF-8, little-endian, the
// data as byte codes. Read gives the same File back, but for its Name, Product, Packing
// and EncodingFrom, formats that are empty, short names, and labels that are longer than
// SPSS keeps. Strings have at most MostBytes; user-missing values, long string labels
// and categorical sets are not written. The same file gives the same bytes.
func Write(f *File) ([]byte, error) {
	w := &output{file: f}
	if err := w.check(); err != nil {
		return nil, fmt.Errorf("writing an SPSS file: %w", err)
	}
	w.header()
	at := 1
	for i := range f.Variables {
		w.variable(i)
		w.first = append(w.first, at)
		at += slotsOf(f.Variables[i].Width)
	}
	for i := range f.Variables {
		w.labels(i)
	}
	w.extensions()
	w.int32(999, 0)
	w.data()
	return w.b, nil
}

// output is a file on its way to bytes.
type output struct {
	file *File
	b    []byte
	// first are the places of the variables in a case, from 1.
	first []int
	// group is where the byte codes of the last eight values stand; codes is how many
	// of them are taken.
	group, codes int
}

// check refuses what can't be written.
func (w *output) check() error {
	seen := map[string]bool{}
	for i := range w.file.Variables {
		v := &w.file.Variables[i]
		key := strings.ToLower(v.Name)
		switch {
		case v.Name == "" || len(v.Name) > 64 || strings.ContainsAny(v.Name, "=\t\x00 "):
			return fmt.Errorf("%q is no name of a variable", v.Name)
		case seen[key]:
			return fmt.Errorf("two variables have the name %s", v.Name)
		case v.Width < 0 || v.Width > segmentWidth:
			return fmt.Errorf("%s is %d bytes wide, more than %d", v.Name, v.Width, segmentWidth)
		case len(v.Numbers) != len(v.States), v.IsString() && len(v.Codes) != w.file.Cases, !v.IsString() && len(v.Numbers) != w.file.Cases:
			return fmt.Errorf("%s has not %d answers", v.Name, w.file.Cases)
		case v.IsString() && len(v.Labels) > 0, len(v.Missing.Numbers)+len(v.Missing.Texts) > 0, v.Missing.Range != nil:
			return fmt.Errorf("%s has labels of texts or user-missing values", v.Name)
		}
		seen[key] = true
		for _, text := range v.Dict {
			if len(text) > v.Width {
				return fmt.Errorf("%s has an answer of %d bytes, more than %d", v.Name, len(text), v.Width)
			}
		}
	}
	for _, s := range w.file.Sets {
		if s.Kind != Dichotomous || s.Counted == "" || !strings.HasPrefix(s.Name, "$") || strings.ContainsAny(s.Name, "= \n") {
			return fmt.Errorf("the set %q is not dichotomous or has no name that begins with $", s.Name)
		}
	}
	if len(w.file.Variables) == 0 {
		return fmt.Errorf("it has no variables")
	}
	return nil
}

func (w *output) int32(xs ...int) {
	for _, x := range xs {
		w.b = binary.LittleEndian.AppendUint32(w.b, uint32(int32(x)))
	}
}

func (w *output) float(xs ...float64) {
	for _, x := range xs {
		w.b = binary.LittleEndian.AppendUint64(w.b, math.Float64bits(x))
	}
}

// text writes s in n bytes: cut where it is longer, with blanks where it is shorter.
func (w *output) text(s string, n int) {
	s = Cut(s, n)
	w.b = append(append(w.b, s...), strings.Repeat(" ", n-len(s))...)
}

// Cut returns the whole characters of s that fit in n bytes.
func Cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// header writes the first record.
func (w *output) header() {
	f := w.file
	slots, weight := 0, 0
	for i := range f.Variables {
		if i == f.Weight {
			weight = slots + 1
		}
		slots += slotsOf(f.Variables[i].Width)
	}
	w.text("$FL2", 4)
	w.text("@(#) SPSS DATA FILE "+f.Product, 60)
	w.int32(2, slots, int(ByteCodes), weight, f.Cases)
	w.float(bias)
	made := f.Created
	if len(made) != len(noDate) {
		made = noDate
	}
	w.text(made[:9], 9)
	w.text(made[10:], 8)
	w.text(f.Label, 64)
	w.b = append(w.b, 0, 0, 0)
}

// short is the name that stands for a variable inside the file.
func short(i int) string { return fmt.Sprintf("V%d", i+1) }

// variable writes the records 2 of a variable.
func (w *output) variable(i int) {
	v := &w.file.Variables[i]
	label := Cut(v.Label, longestLabel)
	w.int32(2, v.Width, min(1, len(label)), 0)
	format := w.format(v)
	w.int32(format, format)
	w.text(short(i), 8)
	if label != "" {
		w.int32(len(label))
		w.text(label, (len(label)+3)/4*4)
	}
	for range slotsOf(v.Width) - 1 {
		w.int32(2, -1, 0, 0, 0, 0)
		w.text("", 8)
	}
}

// format packs the print format of a variable; a usual one where it has none.
func (w *output) format(v *Variable) int {
	f := v.Format
	if f.Name == "" {
		f = Format{"F", 8, 2}
		if v.IsString() {
			f = Format{Name: "A", Width: v.Width}
		}
	}
	return max(0, slices.Index(formatNames[:], f.Name))<<16 | f.Width<<8 | f.Decimals
}

// labels writes the labelled values of a variable.
func (w *output) labels(i int) {
	v := &w.file.Variables[i]
	if len(v.Labels) == 0 {
		return
	}
	w.int32(3, len(v.Labels))
	for _, l := range v.Labels {
		w.float(l.Number)
		label := Cut(l.Label, longestValueLabel)
		w.b = append(w.b, byte(len(label)))
		w.text(label, (len(label)+8)/8*8-1)
	}
	w.int32(4, 1, w.first[i])
}

// extensions writes the records 7.
func (w *output) extensions() {
	f := w.file
	w.int32(7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 65001)
	w.int32(7, 4, 8, 3)
	w.float(-math.MaxFloat64, math.MaxFloat64, math.Float64frombits(oldLowest))
	var sets, names strings.Builder
	for _, s := range f.Sets {
		fmt.Fprintf(&sets, "%s=D%d %s %d %s", s.Name, len(s.Counted), s.Counted, len(s.Label), s.Label)
		for _, i := range s.Variables {
			sets.WriteString(" " + short(i))
		}
		sets.WriteByte('\n')
	}
	if sets.Len() > 0 {
		w.extension(7, sets.String())
	}
	w.int32(7, 11, 4, 3*len(f.Variables))
	for i := range f.Variables {
		v := &f.Variables[i]
		align := 1 // numbers stand at the right
		if v.IsString() {
			align = 0
		}
		w.int32(int(v.Measure), 8, align)
		if i > 0 {
			names.WriteByte('\t')
		}
		names.WriteString(short(i) + "=" + v.Name)
	}
	w.extension(13, names.String())
	w.int32(7, 16, 8, 2)
	w.b = binary.LittleEndian.AppendUint64(w.b, 1)
	w.b = binary.LittleEndian.AppendUint64(w.b, uint64(f.Cases))
	w.extension(20, "UTF-8")
}

// extension writes a record 7 of text.
func (w *output) extension(subtype int, body string) {
	w.int32(7, subtype, 1, len(body))
	w.b = append(w.b, body...)
}

// data writes the cases: eight byte codes at a time, and behind them the values that
// have no code.
func (w *output) data() {
	w.codes = 8
	var behind []byte
	for i := range w.file.Cases {
		for k := range w.file.Variables {
			v := &w.file.Variables[k]
			if v.IsString() {
				text := v.Text(i)
				for at := 0; at < slotsOf(v.Width)*slotSize; at += slotSize {
					behind = w.piece(text[min(at, len(text)):min(at+slotSize, len(text))], behind)
				}
				continue
			}
			behind = w.number(v, i, behind)
		}
	}
	w.b = append(w.b, behind...)
}

// code writes one byte code, after what stood behind the eight before it, and returns
// what stands behind these.
func (w *output) code(code byte, behind []byte) []byte {
	if w.codes == 8 {
		w.b = append(w.b, behind...)
		behind = behind[:0]
		w.group, w.codes = len(w.b), 0
		w.b = append(w.b, make([]byte, 8)...)
	}
	w.b[w.group+w.codes] = code
	w.codes++
	return behind
}

// piece writes eight bytes of a string.
func (w *output) piece(s string, behind []byte) []byte {
	if strings.Trim(s, " ") == "" {
		return w.code(codeBlank, behind)
	}
	behind = append(w.code(codeRaw, behind), s...)
	return append(behind, strings.Repeat(" ", slotSize-len(s))...)
}

// number writes a number.
func (w *output) number(v *Variable, i int, behind []byte) []byte {
	x := v.Numbers[i]
	if v.States[i] != Valid {
		return w.code(codeMissing, behind)
	}
	if x == math.Trunc(x) && x+bias >= 1 && x+bias <= largestCode && !(x == 0 && math.Signbit(x)) {
		return w.code(byte(x+bias), behind)
	}
	return binary.LittleEndian.AppendUint64(w.code(codeRaw, behind), math.Float64bits(x))
}
