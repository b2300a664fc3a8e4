package spss

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestTruncated cuts each fixture at every byte: an error, or the same cases
// and the same answers when only filling behind the last case is gone.
func TestTruncated(t *testing.T) {
	entries, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), "av") {
			continue
		}
		t.Run(entry.Name(), func(t *testing.T) {
			t.Parallel()
			cutEverywhere(t, fixture(t, entry.Name()))
		})
	}
}

// cutEverywhere cuts a file at every byte.
func cutEverywhere(t *testing.T, data []byte) {
	whole := mustRead(t, "f", data)
	unseen := 0
	for n := range data {
		f, err := Read("f", data[:n:n])
		if err == nil {
			unseen++
			if !reflect.DeepEqual(f, whole) {
				t.Errorf("cut at byte %d of %d it is read as something else", n, len(data))
			}
			continue
		}
		if e := new(Error); !errors.As(err, &e) || e.Offset < 0 || e.Offset > n || e.Record == "" {
			t.Fatalf("cut at byte %d: %v", n, err)
		}
	}
	if unseen > 16 {
		t.Errorf("%d of %d cuts went unseen", unseen, len(data))
	}
}

// TestTruncatedUncounted cuts a file that does not give the number of cases. A
// cut between two cases cannot be seen then, but must be doubted.
func TestTruncatedUncounted(t *testing.T) {
	for packing := range 3 {
		data := smallData(small(binary.LittleEndian, packing, -1), packing).b
		for n := range data {
			f, err := Read("f", data[:n])
			if err == nil && f.Cases < 2 && (len(f.Doubts) != 1 || f.Doubts[0].Code != DoubtCases) {
				t.Errorf("packing %d cut at byte %d: %d cases, doubts %v", packing, n, f.Cases, f.Doubts)
			}
		}
	}
}

// damage is a fault, and where it must be found.
type damage struct {
	name, problem, record string
	offset                int
	w                     *writer
}

// patch overwrites bytes of a file.
func patch(w *writer, at int, b ...byte) *writer { copy(w.b[at:], b); return w }

// plain is the dictionary of one number, of 216 bytes.
func plain(packing, cases int) *writer {
	return newFile(binary.LittleEndian, packing, 0, cases).number("X", 0).end()
}

// start begins a file of a number and a string, with 240 bytes.
func start() *writer { return newFile(binary.LittleEndian, 0, 0, 0).number("X", 0).str("S", 8) }

// dictionaryDamage are faults before the data.
func dictionaryDamage() []damage {
	return []damage{
		{"other file", "does not begin with $FL2", "header", 0, &writer{b: []byte("PK\x03\x04 and more")}},
		{"empty", "are left", "header", 0, &writer{}},
		{"ebcdic", "EBCDIC", "header", 0, &writer{b: []byte{0x5b, 0xc6, 0xd3, 0xf2}}},
		{"encrypted", "encrypted", "header", 0, &writer{b: []byte("\x1c\x00\x00\x00\x00\x00\x00\x00ENCRYPTEDSAV\x15\x00\x00\x00")}},
		{"layout", "layout code", "header", 64, patch(start(), 64, 9)},
		{"packing", "packing 2", "header", 72, patch(start(), 72, 2)},
		{"cases", "number of cases is -2", "header", 80, patch(start(), 80, 0xfe, 0xff, 0xff, 0xff)},
		{"bias", "bias", "header", 84, patch(start(), 84, 1)},
		{"weight", "weight is variable 2", "header", 76, patch(start().end(), 76, 2)},
		{"type", "type 300", "record 2 (variable)", 180, patch(start(), 180, 44, 1)},
		{"gaps", "missing values", "record 2 (variable)", 188, patch(start(), 188, 4)},
		{"label mark", "label mark", "record 2 (variable)", 184, patch(start(), 184, 3)},
		{"record", "type 5", "record", 240, start().int32(5)},
		{"no variables", "no variables", "record 2 (variable)", 184, newFile(binary.LittleEndian, 0, 0, 0).end()},
		{"loose continuation", "must begin", "record 2 (variable)", 240, start().int32(2, -1, 0, 0, 0, 0).text("", 8).end()},
		{"short string", "must be followed", "record 2 (variable)", 240, start().int32(2, 9, 0, 0, 0, 0).text("L", 8).end()},
		{"twice a name", "second variable", "record 2 (variable)", 240, start().number("x", 0).end()},
		{"range upside down", "down to", "record 2 (variable)", 240, start().number("Y", -2, 9, 1).end()},
		{"nan missing", "not a number", "record 2 (variable)", 240, start().number("Y", 1, math.NaN()).end()},
		{"many labels", "1000 value labels", "record 3 (value labels)", 244, start().int32(3, 1000)},
		{"no record 4", "instead of 4", "record 4 (labelled variables)", 264, start().int32(3, 1).text("", 8).raw(0).text("", 7).int32(7)},
		{"labels of nobody", "variable 9", "record 4 (labelled variables)", 240, start().label(make([]byte, 8), "a", 9).end()},
		{"labels of a long string", "longer than 8", "record 4 (labelled variables)", 304, start().str("L", 9).label(make([]byte, 8), "a", 3).end()},
		{"big extension", "cannot fit", "record 7/99", 252, start().int32(7, 99, 1<<30, 1<<30)},
		{"extension size", "instead of", "record 7/3 (machine)", 256, start().int32(7, 3, 4, 7, 0, 0, 0, 0, 0, 0, 0)},
		{"extension twice", "twice", "record 7/20 (encoding)", 261, start().ext(20, "UTF-8").ext(20, "UTF-8")},
		{"special values", "could be an answer", "record 7/4 (special values)", 256, start().int32(7, 4, 8, 3).float(0, 1, 2)},
		{"encoding", `"klingon"`, "encoding", 271, start().ext(20, "klingon").end()},
		{"code page", "code page 932", "encoding", 296, start().machine(932).end()},
		{"long name", "not a name", "record 7/13 (long names)", 260, start().ext(13, "X=x\tfout")},
		{"very long string", "not a string", "record 7/14 (very long strings)", 256, start().ext(14, "Q=00300\x00\t").end()},
		{"segments", "2 segments", "record 7/14 (very long strings)", 208, start().ext(14, "S=00300\x00\t").end()},
		{"set form", "form 'F'", "record 7/7 (multiple-response sets)", 259, start().ext(7, "$a=F 1 2")},
		{"set without end", "no end", "record 7/7 (multiple-response sets)", 256, start().ext(7, "$a")},
		{"set length", "bytes", "record 7/7 (multiple-response sets)", 264, start().ext(7, "$a=C 99 x")},
		{"set of two kinds", "numbers and strings", "record 7/7 or 7/19 (multiple-response sets)", 256, start().ext(7, "$a=C 0  x s").end()},
		{"set counts no number", "not a number", "record 7/7 or 7/19 (multiple-response sets)", 256, start().ext(7, "$a=D2 ja 0  x").end()},
		{"long labels", "not a string", "record 7/21 (labels of long strings)", 256, start().ext(21, start().str32("Q")+"\x09\x00\x00\x00\x01\x00\x00\x00"+start().str32("a")+start().str32("b")).end()},
		{"long missing", "1, 2 or 3", "record 7/22 (missing values of long strings)", 261, start().ext(22, start().str32("Q")+"\x04"+start().str32("a"))},
		{"cases differ", "7 here and 0", "record 7/16 (number of cases)", 264, start().int32(7, 16, 8, 2).int64(1, 7)},
	}
}

// dataDamage are faults in the data.
func dataDamage() []damage {
	bomb := plain(2, 1).zlib(make([]byte, 60<<20))
	return []damage{
		{"more data", "follow the last case", "data", 248, start().end().float(1)},
		{"too many cases", "cannot fit", "data", 216, plain(0, 1<<30)},
		{"codes run out", "cannot fit", "data", 216, plain(1, 9).raw(codes("\x65")...)},
		{"end mark too early", "after 1 of 2", "data", 224, plain(1, 2).raw(codes("\x65\xfc")...)},
		{"value missing", "value must follow", "data", 224, plain(1, 1).raw(codes("\xfd")...)},
		{"value cut off", "group of eight", "data", 224, plain(1, 1).raw(codes("\xfd", []byte("abc"))...)},
		{"blank number", "does not go with", "data", 224, plain(1, 1).raw(codes("\xfe")...)},
		{"codes left over", "more data", "data", 224, plain(1, 1).raw(codes("\x65\x66")...)},
		{"behind the end", "follow the end", "data", 232, plain(1, 1).raw(codes("\x65\xfc", []byte("8 bytes!"))...)},
		{"long missing of nobody", "not a string", "record 7/22 (missing values of long strings)", 256, start().ext(22, start().str32("Q")+"\x01"+start().str32("a")).end()},
		{"many long missing", "4 missing values", "record 7/22 (missing values of long strings)", 240, fourGaps(start())},
		{"set blank", "instead of a blank", "record 7/7 (multiple-response sets)", 260, start().ext(7, "$a=CC0  x")},
		{"huge case count", "number of cases is", "record 7/16 (number of cases)", 264, start().int32(7, 16, 8, 2).int64(1, 1<<60)},
		{"zlib place", "stands at byte 0", "data (zlib header)", 216, plain(2, 1).int64(0, 240, 24)},
		{"zlib trailer", "trailer stands", "data (zlib header)", 224, plain(2, 1).int64(216, 240, 24)},
		{"zlib ratio", "cannot unpack", "data (zlib trailer)", 280, plain(2, 1).int64(216, 240, 48).int64(-100, 0).int32(8, 1).int64(216, 240).int32(8, 0)},
		{"zlib bomb", "too much", "data (zlib trailer)", len(bomb.b) - 8, bomb},
		{"zlib block", "damaged", "data (zlib block)", 240, patch(plain(2, 1).zlib(codes("\x65")), 240, 0xff, 0xff)},
		{"byte in a block", "does not unpack", "data (zlib block)", 240, looseByte()},
	}
}

// looseByte is a .zsav whose block has a byte behind the end of its zlib stream.
func looseByte() *writer {
	w := plain(2, 1).zlib(codes("\x65"))
	trailer := len(w.b) - 48
	w.b = append(w.b[:trailer:trailer], append([]byte{0}, w.b[trailer:]...)...)
	w.b[224]++        // the trailer stands a byte further
	w.b[len(w.b)-4]++ // the block is a byte longer
	return w
}

// TestDamage checks that each fault is named with its record and its byte.
func TestDamage(t *testing.T) {
	for _, test := range append(dictionaryDamage(), dataDamage()...) {
		_, err := Read("enquete.sav", test.w.b)
		e := new(Error)
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if e.Record != test.record || e.Offset != test.offset || !strings.Contains(e.Problem, test.problem) || e.File != "enquete.sav" {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// fourGaps gives one string two records' worth of user-missing values.
func fourGaps(w *writer) *writer {
	two := w.str32("L") + "\x02" + w.str32("een     ") + "twee    "
	return w.str("L", 9).ext(22, two+two).end()
}

// TestErrorText checks the sentence and the cause of an error.
func TestErrorText(t *testing.T) {
	w := newFile(binary.LittleEndian, 2, 0, 1).number("X", 0).end().zlib(codes("\x65"))
	w.b[240] ^= 0xff
	_, err := Read("enquete.zsav", w.b)
	if want := "reading enquete.zsav: data (zlib block) at byte 240: the zlib block is damaged: zlib: invalid header"; err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
	if !errors.Is(err, zlib.ErrHeader) {
		t.Errorf("cause %v", errors.Unwrap(err))
	}
}

// TestZlibChecksum changes each byte of the packed data: the checksum tells.
func TestZlibChecksum(t *testing.T) {
	data := fixture(t, "haven-zlib.zsav")
	whole := mustRead(t, "f", data)
	from := bytes.LastIndex(data, []byte{0xe7, 3, 0, 0, 0, 0, 0, 0}) + 8
	for at := from; at < len(data); at++ {
		bad := bytes.Clone(data)
		bad[at] ^= 0x10
		if f, err := Read("f", bad); err == nil && !reflect.DeepEqual(f, whole) {
			t.Errorf("byte %d changed: other answers are read", at)
		}
	}
}

// TestWorkIsBounded reads files that ask for work out of proportion: thousands
// of labels for thousands of variables, over and over.
func TestWorkIsBounded(t *testing.T) {
	w := newFile(binary.LittleEndian, 0, 0, 0)
	var targets []int
	for i := range 2000 {
		w.number("V"+number(float64(i)), 0)
		targets = append(targets, i+1)
	}
	for range 2 {
		w.int32(3, 4000)
		for k := range 4000 {
			w.float(float64(k)).raw(0).text("", 7)
		}
		w.int32(4, len(targets)).int32(targets...)
	}
	_, err := Read("f", w.end().b)
	if err == nil || !strings.Contains(err.Error(), "too many records") {
		t.Errorf("%v", err)
	}
}
