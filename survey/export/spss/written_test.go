package spss

import (
	"encoding/binary"
	"math"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// number writes a number as Go does.
func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

var orders = []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian}

// small writes the dictionary of a number X (97 to 99 and 0 missing) and a
// string S of 12 bytes, of two cases: 5, "appelpeer" and system-missing, "".
func small(order binary.AppendByteOrder, packing, cases int) *writer {
	w := newFile(order, packing, 1, cases).number("X", -3, 97, 99, 0).str("S", 12)
	return w.label(w.number8(5), "vijf", 1).machine(1252).end()
}

// smallData is the data of small, by packing.
func smallData(w *writer, packing int) *writer {
	switch packing {
	case 0:
		return w.float(5).text("appelpeer", 16).float(-math.MaxFloat64).text("", 16)
	case 1:
		return w.raw(codes("\x69\xfd\xfd\xff\xfe\xfe\xfc", []byte("appelpee"), []byte("r       "))...)
	}
	all := codes("\x69\xfd\xfd\xff\xfe\xfe\xfc", []byte("appelpee"), []byte("r       "))
	return w.zlib(all[:11], all[11:12], all[12:])
}

func TestOrdersAndPackings(t *testing.T) {
	for _, order := range orders {
		for packing := range 3 {
			for _, cases := range []int{2, -1} {
				f := mustRead(t, "small", smallData(small(order, packing, cases), packing).b)
				x, s := &f.Variables[0], &f.Variables[1]
				if f.Cases != 2 || f.Weight != 0 || f.BigEndian != (order == binary.BigEndian) || f.Encoding != "windows-1252" ||
					f.EncodingFrom != SourceCodePage || f.Label != "Proef" || f.Created != "01 Jan 24 12:30:45" {
					t.Errorf("%v %d %d: %+v", order, packing, cases, f)
				}
				got := append(cells(x), cells(s)...)
				if d := cmp.Diff([]string{"5", ".", "appelpeer", ""}, got); d != "" {
					t.Errorf("%v %d %d:\n%s", order, packing, cases, d)
				}
				if doubted := len(f.Doubts) > 0; doubted != (cases < 0 && packing == 0) {
					t.Errorf("%v %d %d: doubts %v", order, packing, cases, f.Doubts)
				}
				want := Missing{Numbers: []float64{0}, Range: &Range{Low: 97, High: 99}}
				if d := cmp.Diff(want, x.Missing); d != "" {
					t.Error(d)
				}
				if label, _ := x.NumberLabel(5); label != "vijf" {
					t.Errorf("label %q", label)
				}
			}
		}
	}
}

func TestEncodings(t *testing.T) {
	tests := []struct {
		name, record string
		page         int
		asked        string
		text         string // in the file
		want         string
		encoding     string
		from         Source
		doubt        string
	}{
		{"code page", "", 1252, "", "caf\xe9 \x80", "café €", "windows-1252", SourceCodePage, ""},
		{"dos", "", 850, "", "caf\x82", "café", "ibm850", SourceCodePage, ""},
		{"latin 1", "", 28591, "", "caf\xe9", "café", "iso-8859-1", SourceCodePage, ""},
		{"name wins", "ISO-8859-15", 1252, "", "\xa4", "€", "iso-8859-15", SourceName, ""},
		{"utf-8", "UTF-8", 2, "", "café", "café", "utf-8", SourceName, ""},
		{"asked wins", "UTF-8", 65001, "CP850", "caf\x82", "café", "ibm850", SourceGiven, ""},
		{"assumed windows", "", 2, "", "caf\xe9", "café", "windows-1252", SourceAssumed, DoubtEncoding},
		{"assumed utf-8", "", 3, "", "café", "café", "utf-8", SourceAssumed, DoubtEncoding},
		{"ascii that is not", "US-ASCII", 2, "", "caf\xe9", "café", "windows-1252", SourceAssumed, DoubtEncoding},
		{"ascii", "", 2, "", "cafe", "cafe", "utf-8", SourceAssumed, ""},
		{"broken utf-8", "UTF-8", 0, "", "caf\xc3", "caf\uFFFD", "utf-8", SourceName, DoubtUndecodable},
		{"no such letter", "windows-1252", 0, "", "a\x81", "a\uFFFD", "windows-1252", SourceName, DoubtUndecodable},
	}
	for _, test := range tests {
		w := newFile(binary.LittleEndian, 0, 0, 1).str("S", 8).number("N", 0).machine(test.page)
		if test.record != "" {
			w.ext(20, test.record)
		}
		f, err := ReadAs("f", w.end().text(test.text, 8).float(-math.MaxFloat64).b, test.asked)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		doubt := ""
		if len(f.Doubts) > 0 {
			doubt = f.Doubts[0].Code
		}
		if got := f.Variables[0].Text(0); got != test.want || f.Encoding != test.encoding || f.EncodingFrom != test.from || doubt != test.doubt || len(f.Doubts) > 1 {
			t.Errorf("%s: %q in %s (%s), doubts %v", test.name, got, f.Encoding, f.EncodingFrom, f.Doubts)
		}
		if f.Variables[1].State(0) != SystemMissing {
			t.Errorf("%s: a number was changed by trying an encoding", test.name)
		}
	}
}

// TestStringMissing checks short and long strings, with values and ranges, in
// both ways of writing record 7/22.
func TestStringMissing(t *testing.T) {
	for _, repeated := range []bool{false, true} {
		w := newFile(binary.BigEndian, 0, 0, 4).str("KORT", 3, "x", "yy").str("LANG", 10)
		w.int32(2, 2, 0, -2, formatA8, formatA8).text("RIJ", 8).text("k", 8).text("n", 8)
		body := w.str32("naam van de organisatie") + "\x02" + w.str32("geen    ")
		if repeated {
			body += w.str32("weet nie")
		} else {
			body += "weet nie"
		}
		w.ext(13, "LANG=Naam van de organisatie\tKORT=kort").ext(20, "UTF-8").ext(22, body).end()
		for _, row := range [][3]string{{"x", "geen", "k"}, {"yy", "weet niet", "mm"}, {"xx", "weet nie", "j"}, {"", "", "nn"}} {
			w.text(row[0], 8).text(row[1], 16).text(row[2], 8)
		}
		f := mustRead(t, "strings", w.b)
		want := [][]string{{"[x]", "[yy]", "xx", ""}, {"[geen]", "weet niet", "[weet nie]", ""}, {"[k]", "[mm]", "j", "nn"}}
		for i := range f.Variables {
			if d := cmp.Diff(want[i], cells(&f.Variables[i])); d != "" {
				t.Errorf("repeated %v: %s:\n%s", repeated, f.Variables[i].Name, d)
			}
		}
		if d := cmp.Diff(Missing{TextRange: &TextRange{"k", "n"}}, f.Variables[2].Missing); d != "" {
			t.Error(d)
		}
	}
}

// TestSets checks multiple-response sets as SPSS writes them: short names in
// lower case, blanks behind the counted value, labels with blanks and line ends.
func TestSets(t *testing.T) {
	w := newFile(binary.LittleEndian, 0, 0, 0).number("H1", 0).number("H2", 0).str("T1", 3).str("T2", 3).machine(1252)
	w.ext(7, "$a=C 10 my mcgroup h1 h2\n$b=D8 55       0  h1 h2\n$c=D3 Yes 11 twee\nregels t1 t2\n$gone=C 0  h1 h9\n")
	w.ext(19, "$d=E 1 2 34 5 caf\xe9s h1 h2\n$e=E 11 3 ja  0  t1 t2\n").ext(13, "H1=eerste").end()
	f := mustRead(t, "sets", w.b)
	want := []Set{
		{Name: "$a", Label: "my mcgroup", Kind: Categorical, Variables: []int{0, 1}},
		{Name: "$b", Counted: "55", CountedNumber: 55, Variables: []int{0, 1}},
		{Name: "$c", Label: "twee\nregels", Counted: "Yes", Variables: []int{2, 3}},
		{Name: "$gone", Kind: Categorical, Variables: []int{0}},
		{Name: "$d", Label: "cafés", Counted: "34", CountedNumber: 34, LabelsFromValues: true, Variables: []int{0, 1}},
		{Name: "$e", Counted: "ja", LabelsFromValues: true, LabelFromVariable: true, Variables: []int{2, 3}},
	}
	if d := cmp.Diff(want, f.Sets); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]Doubt{{Code: DoubtMember, Name: "$gone", Detail: "h9", Count: 1}}, f.Doubts); d != "" {
		t.Error(d)
	}
}

// TestOddNumbers checks numbers that are no answers, and both forms of LOWEST.
func TestOddNumbers(t *testing.T) {
	for _, lowest := range []float64{-math.MaxFloat64, math.Float64frombits(oldLowest)} {
		w := newFile(binary.LittleEndian, 0, 0, 6).number("X", -2, lowest, 0)
		w.int32(7, 4, 8, 3).float(-math.MaxFloat64, math.MaxFloat64, lowest).end()
		w.float(-math.MaxFloat64, math.NaN(), math.Inf(1), math.Inf(-1), -7, 7)
		f := mustRead(t, "odd", w.b)
		if d := cmp.Diff([]string{".", "!", "!", "!", "[-7]", "7"}, cells(&f.Variables[0])); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff([]float64{0, 0, 0, 0, -7, 7}, f.Variables[0].Numbers); d != "" {
			t.Error(d)
		}
		if r := f.Variables[0].Missing.Range; !r.Lowest || r.Low != -math.MaxFloat64 || r.Highest {
			t.Errorf("range %+v", r)
		}
	}
}

// TestRangeEnds: both ends of a range belong to it.
func TestRangeEnds(t *testing.T) {
	w := newFile(binary.LittleEndian, 0, 0, 5).number("X", -3, 97, 99, 0).machine(2).end().float(96.5, 97, 99, 99.5, 0)
	f := mustRead(t, "range", w.b)
	if d := cmp.Diff([]string{"96.5", "[97]", "[99]", "99.5", "[0]"}, cells(&f.Variables[0])); d != "" {
		t.Error(d)
	}
}

// TestDeclaredSysmis checks files that declare another system-missing value; old
// versions of ReadStat have NaN there, and the limits in the wrong places.
func TestDeclaredSysmis(t *testing.T) {
	for _, sysmis := range []float64{math.NaN(), math.Inf(-1), -1e301} {
		w := newFile(binary.LittleEndian, 0, 0, 3).number("X", 0)
		w.int32(7, 4, 8, 3).float(sysmis, -math.MaxFloat64, math.MaxFloat64).end().float(sysmis, -math.MaxFloat64, 3)
		f := mustRead(t, "declared", w.b)
		if d := cmp.Diff([]string{".", ".", "3"}, cells(&f.Variables[0])); d != "" {
			t.Errorf("%v:\n%s", sysmis, d)
		}
	}
}

// TestDoubts checks what is read in spite of being odd.
func TestDoubts(t *testing.T) {
	w := newFile(binary.LittleEndian, 0, 0, 0)
	w.int32(2, 0, 0, 0, 77<<16, 0).text("X", 8).number("Y", 0)
	w.label(w.number8(1), "een", 1, 2).label(w.number8(1), "uno", 2).label(w.number8(2), "twee", 2).label(w.number8(-math.MaxFloat64), "leeg", 1)
	w.machine(1252).int32(7, 11, 4, 5, 1, 1, 1, 1, 1).ext(13, "X=zelfde\tY=ZELFDE\tZ=weg").ext(99, "onbekend").end()
	f := mustRead(t, "doubts", w.b)
	want := []Doubt{
		{DoubtFormat, "X", "77", 1}, {DoubtName, "Y", "ZELFDE", 1}, {DoubtName, "Z", "weg", 1}, {DoubtMeasures, "", "5", 1},
		{DoubtLabel, "Y", "uno", 1}, {DoubtLabel, "zelfde", "leeg", 1},
	}
	if d := cmp.Diff(want, f.Doubts); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]ValueLabel{{Number: 1, Label: "een"}, {Number: 2, Label: "twee"}}, f.Variables[1].Labels); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]ValueLabel{{Number: 1, Label: "een"}}, f.Variables[0].Labels); d != "" {
		t.Error(d)
	}
}

// TestCasesOf64Bits checks record 7/16 and measurement levels without width.
func TestCasesOf64Bits(t *testing.T) {
	w := newFile(binary.BigEndian, 1, 0, -1).number("X", 0).number("Y", 0).int32(7, 11, 4, 4, 2, 0, 3, 1)
	w.int32(7, 16, 8, 2).int64(1, 2).end().raw(codes("\x65\x66\x67\x68")...)
	f := mustRead(t, "cases", w.b)
	if f.Cases != 2 || len(f.Doubts) != 0 || f.Variables[0].Measure != Ordinal || f.Variables[1].Measure != Scale {
		t.Errorf("%+v", f)
	}
	if d := cmp.Diff([]float64{1, 3}, f.Variables[0].Numbers); d != "" {
		t.Error(d)
	}
}
