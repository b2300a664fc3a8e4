package reports

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// writeJSON writes a value of the types of the JSON contract. Room is about how many bytes
// it takes, 0 when unknown.
func writeJSON(w io.Writer, what string, v any, room int) error {
	j := jsonWriter{room: room}
	j.value(reflect.ValueOf(v), shapeOf(reflect.TypeOf(v), 0))
	j.fromBothEnds()
	if j.err != nil {
		return fmt.Errorf("write %s as JSON: %w", what, j.err)
	}
	j.out = append(j.out, '\n')
	if b, ok := w.(*bytes.Buffer); ok && b.Len() == 0 {
		*b = *bytes.NewBuffer(j.out) // where it stays, and needs no copy
		return nil
	}
	if _, err := w.Write(j.out); err != nil {
		return fmt.Errorf("write %s as JSON: %w", what, err)
	}
	return nil
}

// jsonWriter writes JSON on lines, with a blank more before each level, and visible: the
// bytes of package encoding/json in one pass over the value, where that takes one to
// encode, one to escape and one to indent.
type jsonWriter struct {
	out  []byte
	room int // about how many bytes out will have, 0 when unknown
	err  error
	// late are the elements of lists that are filled in when they are written, left out for
	// now. Those within one are written with it, at the desk.
	late []jsonLate
	now  bool
	desk jsonDesk
	// known are some of the last numbers, by their bits.
	known *[1 << knownBits]knownNumber
}

// jsonShape is a type as it is written at a depth. What it consists of is looked up when
// there is something of it to write: most fields of a study are left out.
type jsonShape struct {
	of     reflect.Type
	kind   reflect.Kind
	deep   int
	line   string      // before each part but the first, which has no comma before it
	elem   *jsonShape  // of a pointer or a slice
	fields []jsonField // of a struct
	late   bool        // see lateJSON
	opened bool
}

// lateJSON is a struct that is filled in when it is written, at a desk that the next one
// uses again.
type lateJSON interface{ fillIn(d *jsonDesk) }

// jsonField is a field of a struct, those of embedded ones among them.
type jsonField struct {
	at        int
	within    []int  // the place in the embedded one that is there
	name      string // with the line before it
	omitEmpty bool
	shape     *jsonShape
}

// shapeOf returns how a type is written. The types of the contract have no maps or
// interfaces.
func shapeOf(t reflect.Type, deep int) *jsonShape {
	return &jsonShape{of: t, kind: t.Kind(), deep: deep}
}

// open looks up what the type consists of.
func (s *jsonShape) open() *jsonShape {
	if s.opened {
		return s
	}
	s.opened = true
	switch s.kind {
	case reflect.Pointer:
		s.elem = shapeOf(s.of.Elem(), s.deep)
	case reflect.Slice:
		s.line = lineAt(s.deep + 1)
		s.elem = shapeOf(s.of.Elem(), s.deep+1)
		s.late = reflect.PointerTo(s.elem.of).Implements(reflect.TypeFor[lateJSON]())
	case reflect.Struct:
		s.line = lineAt(s.deep + 1)
		s.fields = s.fieldsWithin(nil, s.of, nil)
		s.late = reflect.PointerTo(s.of).Implements(reflect.TypeFor[lateJSON]())
	}
	return s
}

// lineAt is what stands before a part at a depth.
func lineAt(deep int) string { return ",\n" + strings.Repeat(" ", deep) }

// fieldsWithin adds the fields of a struct that is embedded at a place.
func (s *jsonShape) fieldsWithin(fields []jsonField, t reflect.Type, place []int) []jsonField {
	fields = slices.Grow(fields, t.NumField())
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(slices.Clip(place), i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-" || !f.Anonymous && !f.IsExported():
		case f.Anonymous:
			fields = s.fieldsWithin(fields, f.Type, at)
		default:
			fields = append(fields, jsonField{at[0], at[1:], s.line + `"` + name + `": `, options == "omitempty", shapeOf(f.Type, s.deep+1)})
		}
	}
	return fields
}

// value writes a value.
func (j *jsonWriter) value(v reflect.Value, s *jsonShape) {
	switch s.kind {
	case reflect.Pointer:
		if v.IsNil() {
			j.out = append(j.out, "null"...)
			return
		}
		j.value(v.Elem(), s.open().elem)
	case reflect.Struct:
		j.object(v, s)
	case reflect.Slice:
		j.list(v, s)
	case reflect.String:
		j.text(v.String())
	case reflect.Bool:
		j.out = strconv.AppendBool(j.out, v.Bool())
	case reflect.Float64:
		j.number(v.Float())
	case reflect.Int:
		j.out = strconv.AppendInt(j.out, v.Int(), 10)
	case reflect.Uint64:
		j.out = strconv.AppendUint(j.out, v.Uint(), 10)
	default:
		j.err = fmt.Errorf("no form for a %s", v.Type())
	}
}

// object writes a struct.
func (j *jsonWriter) object(v reflect.Value, s *jsonShape) {
	if s.open().late && v.CanAddr() {
		v.Addr().Interface().(lateJSON).fillIn(&j.desk)
	}
	j.out = append(j.out, '{')
	none := true
	for i := range s.fields {
		f := &s.fields[i]
		of := v.Field(f.at)
		for _, at := range f.within {
			of = of.Field(at)
		}
		if f.omitEmpty && isEmpty(of, f.shape.kind) {
			continue
		}
		j.begin(f.name, none)
		none = false
		j.value(of, f.shape)
	}
	j.end(s, none, '}')
}

// list writes a slice; nil is null.
func (j *jsonWriter) list(v reflect.Value, s *jsonShape) {
	if v.IsNil() {
		j.out = append(j.out, "null"...)
		return
	}
	j.out = append(j.out, '[')
	n, late := v.Len(), s.open().late && !j.now
	for i := range n {
		j.begin(s.line, i == 0)
		if late {
			j.late = append(j.late, jsonLate{len(j.out), v.Index(i), s.elem})
		} else {
			j.value(v.Index(i), s.elem)
		}
	}
	j.end(s, n == 0, ']')
}

// isEmpty reports whether a value is left out where it may be.
func isEmpty(v reflect.Value, kind reflect.Kind) bool {
	switch kind {
	case reflect.Pointer:
		return v.IsNil()
	case reflect.String, reflect.Slice:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

// begin begins a part of an object or a list on a line of its own.
func (j *jsonWriter) begin(line string, first bool) {
	if first {
		line = line[len(","):]
	}
	j.out = append(j.out, line...)
}

// end ends an object or a list with a sign.
func (j *jsonWriter) end(s *jsonShape, none bool, sign byte) {
	if !none {
		j.begin(s.line[:len(s.line)-len(" ")], true)
	}
	j.out = append(j.out, sign)
}

// number writes a number with as many digits as it takes to be told from all others:
// as ECMAScript does.
func (j *jsonWriter) number(x float64) {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		j.err = fmt.Errorf("no form for the number %v", x)
		return
	}
	size := math.Abs(x)
	if whole := int64(x); size >= 1 && size < 1<<53 && float64(whole) == x {
		j.out = strconv.AppendInt(j.out, whole, 10) // the same, sooner
		return
	}
	if size >= 1e-6 && size < 1e21 {
		j.usual(x)
		return
	}
	if size == 0 {
		j.out = strconv.AppendFloat(j.out, x, 'f', -1, 64)
		return
	}
	j.out = strconv.AppendFloat(j.out, x, 'e', -1, 64)
	if n := len(j.out); j.out[n-4] == 'e' && j.out[n-3] == '-' && j.out[n-2] == '0' { // e-09 is e-9
		j.out[n-2] = j.out[n-1]
		j.out = j.out[:n-1]
	}
}

// usual writes a number that needs no power of ten. Every third of a study was written not
// long before: the levels, and what lies below all shares of a group. (Of 0, which is in an
// empty place, it is not asked.)
func (j *jsonWriter) usual(x float64) {
	if j.known == nil {
		j.known = new([1 << knownBits]knownNumber)
	}
	bits := math.Float64bits(x)
	at := &j.known[bits*0x9e3779b97f4a7c15>>(64-knownBits)]
	if at.bits == bits {
		j.out = append(j.out, at.text[:at.size]...)
		return
	}
	from := len(j.out)
	j.out = strconv.AppendFloat(j.out, x, 'f', -1, 64)
	if size := len(j.out) - from; size <= len(at.text) {
		at.bits, at.size = bits, uint8(size)
		copy(at.text[:], j.out[from:])
	}
}

// knownBits is the logarithm of how many numbers are known at most.
const knownBits = 10

// knownNumber is a number as it was written.
type knownNumber struct {
	bits uint64
	size uint8
	text [23]byte
}

// text writes a text. What a terminal would obey, or shows as nothing, is written as an
// escape: control and format characters, and code points that are no characters.
func (j *jsonWriter) text(s string) {
	j.out = append(j.out, '"')
	from := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < 0x7f && c >= ' ' && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r >= utf8.RuneSelf && !invisible(r) && r != '\u2028' && r != '\u2029' && (r != utf8.RuneError || size > 1) {
			i += size
			continue
		}
		j.out = append(j.out, s[from:i]...)
		j.escape(r)
		i += size
		from = i
	}
	j.out = append(append(j.out, s[from:]...), '"')
}

// escape writes a character as an escape.
func (j *jsonWriter) escape(r rune) {
	const short = `\"` + "\b\f\n\r\t"
	switch i := strings.IndexRune(short, r); {
	case i >= 0:
		j.out = append(j.out, '\\', `\"bfnrt`[i])
	case r > 0xffff:
		high, low := utf16.EncodeRune(r)
		j.out = fmt.Appendf(j.out, `\u%04x\u%04x`, high, low)
	default:
		j.out = fmt.Appendf(j.out, `\u%04x`, r)
	}
}

// invisible reports whether a character shows as nothing, or steers what shows it.
func invisible(r rune) bool {
	return r >= 0x7f && (unicode.In(r, unicode.Cc, unicode.Cf) || r&0xfffe == 0xfffe)
}
