package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"
)

// byTheBook is JSON as encoding/json writes it, indented, and with what is invisible as
// escapes.
func byTheBook(t *testing.T, v any) string {
	t.Helper()
	var plain, lines bytes.Buffer
	e := json.NewEncoder(&plain)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	if err := json.Indent(&lines, plain.Bytes(), "", " "); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range lines.String() {
		switch {
		case !invisible(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// atRandom sets a value, and all that is in it, at random.
func atRandom(r *rand.Rand, v reflect.Value) {
	numbers := []float64{0, -117, 1 << 53, 1<<53 - 1, math.Copysign(0, -1), 1, 0.1, -2.5, 1e-6, 9.9e-7, 1e-9, -1e-10, 1.5e-100, 1e20, 1e21, 123456789.125, math.MaxFloat64, math.SmallestNonzeroFloat64}
	texts := []string{"", "a", `"\/`, "<&>", "é\u2028\u2029\u009b\u202e\U000e0001\ufffd\ufffe", "\x00\x1f\x7f\b\f\n\r\t", "\xff\xc3", "Nu al"}
	switch v.Kind() {
	case reflect.Pointer:
		if r.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			atRandom(r, v.Elem())
		}
	case reflect.Slice:
		if n := r.IntN(4); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n-1, n))
			for i := range n - 1 {
				atRandom(r, v.Index(i))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Field(i)
			if !f.CanSet() { // of an embedded type without a capital
				f = reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem()
			}
			atRandom(r, f)
		}
	case reflect.String:
		v.SetString(texts[r.IntN(len(texts))])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Float64:
		v.SetFloat(numbers[r.IntN(len(numbers))])
	case reflect.Int:
		v.SetInt(int64(r.IntN(5) - 2))
	case reflect.Uint64:
		v.SetUint(r.Uint64N(3) * math.MaxUint64 / 2)
	}
}

// TestJSONByTheBook writes values of every type of the contract as encoding/json does.
func TestJSONByTheBook(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, v := range []any{&jsonStudy{}, &jsonInspection{}, &jsonCheck{}, &jsonCapacity{}, &jsonOutlook{}, &jsonWaves{}, &jsonPosition{}, &jsonVersus{}} {
		for range 20 {
			atRandom(r, reflect.ValueOf(v).Elem())
			var b bytes.Buffer
			if err := writeJSON(&b, "it", v, 100); err != nil {
				t.Fatal(err)
			}
			if got, want := b.String(), byTheBook(t, v); got != want {
				for i := range min(len(got), len(want)) {
					if got[i] != want[i] {
						t.Fatalf("%T: got\n%q, want\n%q", v, got[max(0, i-40):min(i+40, len(got))], want[max(0, i-40):min(i+40, len(want))])
					}
				}
				t.Fatalf("%T: %d bytes, want %d", v, len(got), len(want))
			}
		}
	}
}

// TestJSONDeep nests deeper than there are blanks at hand.
func TestJSONDeep(t *testing.T) {
	type leaf struct {
		A []string `json:"a"`
	}
	v := reflect.ValueOf([]leaf{{A: []string{"x"}}, {}})
	for range 40 {
		list := reflect.MakeSlice(reflect.SliceOf(v.Type()), 0, 1)
		v = reflect.Append(list, v)
	}
	var b bytes.Buffer
	if err := writeJSON(&b, "it", v.Interface(), 0); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), byTheBook(t, v.Interface()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestJSONWithoutAForm: what JSON can't say is an error, and nothing is written.
func TestJSONWithoutAForm(t *testing.T) {
	nan := math.NaN()
	for _, v := range []any{&jsonCell{Value: &nan}, []float64{math.Inf(-1)}, map[string]int{}} {
		var b bytes.Buffer
		if err := writeJSON(&b, "it", v, 0); err == nil || !strings.HasPrefix(err.Error(), "write it as JSON: no form for ") || b.Len() > 0 {
			t.Errorf("%v: %d bytes, error %v", v, b.Len(), err)
		}
	}
}

// TestJSONNumbers: numbers that come again, with as many others between, are written as at
// first.
func TestJSONNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	several := []float64{0, math.Copysign(0, -1), 0.95, -0.95, 1e-6, math.Nextafter(1e-6, 0), -1.2345678901234567e-6, 1e20 / 3, -12345678901234567890.5, 7, 1 << 60}
	for range 4 << knownBits {
		several = append(several, r.Float64(), r.NormFloat64()*math.Pow(10, 30*r.Float64()-8))
	}
	numbers := make([]float64, 10*len(several))
	for i := range numbers {
		numbers[i] = several[r.IntN(1+r.IntN(len(several)))] // the first ones more often
	}
	var b bytes.Buffer
	if err := writeJSON(&b, "it", numbers, 0); err != nil {
		t.Fatal(err)
	}
	if b.String() != byTheBook(t, numbers) {
		t.Error("not as by the book")
	}
}
