package spss

import (
	"encoding/binary"
	"errors"
	"math"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// FuzzRead: any bytes give an *Error or a file whose parts fit together.
func FuzzRead(f *testing.F) {
	names, _ := filepath.Glob("testdata/*av")
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, order := range orders {
		for packing := range 3 {
			f.Add(smallData(small(order, packing, 2), packing).b)
		}
	}
	w := newFile(binary.LittleEndian, 1, 0, -1).number("H", 0).str("T", 9)
	w.ext(7, "$b=D2 55 0  h\n").ext(13, "H=lang\tT=tekst").ext(14, "T=00009\x00\t").ext(19, "$d=E 1 2 34 1 x h\n")
	w.ext(21, w.str32("tekst")+"\x09\x00\x00\x00\x01\x00\x00\x00"+w.str32("appelmoes")+w.str32("moes")).ext(22, w.str32("tekst")+"\x01"+w.str32("appelmoe"))
	f.Add(w.end().raw(codes("\x66\xfe\xfe\xfc")...).b)
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read("f", data)
		if err != nil {
			if e := new(Error); !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(data) || e.Record == "" {
				t.Fatalf("%#v", err)
			}
			return
		}
		check(t, file)
	})
}

// check holds a file against what its documentation promises.
func check(t *testing.T, file *File) {
	if file.Weight < -1 || file.Weight >= len(file.Variables) || len(file.Variables) == 0 {
		t.Fatalf("weight %d of %d variables", file.Weight, len(file.Variables))
	}
	for i := range file.Variables {
		v := &file.Variables[i]
		if v.Name == "" || !utf8.ValidString(v.Name+v.Label) || v.IsString() != (v.Kind == String) {
			t.Fatalf("%+v", v)
		}
		if v.IsString() {
			checkStrings(t, v, file.Cases)
			continue
		}
		if len(v.Numbers) != file.Cases || len(v.States) != file.Cases || v.Codes != nil || v.Dict != nil {
			t.Fatalf("%s: %d numbers for %d cases", v.Name, len(v.Numbers), file.Cases)
		}
		for k, x := range v.Numbers {
			if math.IsNaN(x) || math.IsInf(x, 0) || (x != 0 && v.States[k] != Valid && v.States[k] != UserMissing) {
				t.Fatalf("%s: case %d is %v, state %d", v.Name, k, x, v.States[k])
			}
		}
	}
	for _, s := range file.Sets {
		for _, i := range s.Variables {
			if i < 0 || i >= len(file.Variables) {
				t.Fatalf("set %s has variable %d", s.Name, i)
			}
		}
	}
}

// checkStrings holds the answers to a string against the documentation.
func checkStrings(t *testing.T, v *Variable, cases int) {
	if len(v.Codes) != cases || len(v.Dict) != len(v.DictStates) || len(v.Dict) == 0 || v.Dict[0] != "" || v.Numbers != nil {
		t.Fatalf("%s: %d codes for %d cases, %d strings", v.Name, len(v.Codes), cases, len(v.Dict))
	}
	for _, code := range v.Codes {
		if int(code) >= len(v.Dict) {
			t.Fatalf("%s: code %d of %d", v.Name, code, len(v.Dict))
		}
	}
	for _, s := range v.Dict {
		if !utf8.ValidString(s) {
			t.Fatalf("%s: %q", v.Name, s)
		}
	}
}

// BenchmarkRead reads 20,000 cases of 40 answers and a string of 16 letters.
func BenchmarkRead(b *testing.B) {
	const cases, variables = 20000, 40
	var packed, plain []byte
	var w writer
	w.order = binary.LittleEndian
	for i := range cases {
		group := make([]byte, 0, 48)
		for k := range variables {
			group = append(group, byte(101+(i*7+k*3)%9))
			w.float(float64(1 + (i*7+k*3)%9))
		}
		for g := 0; g < variables; g += 8 {
			packed = append(packed, group[g:g+8]...)
		}
		name := "organisa" + string(rune('a'+i%26)) + "tie    "
		packed = append(packed, codes("\xfd\xfd", []byte(name[:8]), []byte(name[8:])[:7], []byte(" "))...)
		w.text(name, 16)
	}
	plain = w.b
	for packing, name := range []string{"plain", "codes", "zlib"} {
		f := newFile(binary.LittleEndian, packing, 0, cases)
		for k := range variables {
			f.number("V"+number(float64(k)), 0)
		}
		f.str("NAAM", 16).machine(1252).end()
		switch packing {
		case 0:
			f.raw(plain...)
		case 1:
			f.raw(packed...)
		case 2:
			f.zlib(packed)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(f.b)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read("f", f.b); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
