package spss

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// TestWriteReadsBack holds that what was written is read back as it was, whatever the
// numbers, texts and labels.
func TestWriteReadsBack(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("aZ é€0'=\"")), 0, 40, -1)
	rapid.Check(t, func(t *rapid.T) {
		cases := rapid.IntRange(0, 20).Draw(t, "cases")
		f := &File{Label: "Proef", Created: "22 Nov 26 18:52:38", Encoding: "utf-8", Cases: cases, Weight: -1}
		for i := range rapid.IntRange(1, 12).Draw(t, "variables") {
			v := Variable{Name: "Een_lange_naam_" + string(rune('a'+i)), Short: short(i), Label: strings.TrimSpace(letters.Draw(t, "label"))}
			if rapid.Bool().Draw(t, "string") {
				v.Width, v.Kind, v.Measure = rapid.SampledFrom([]int{1, 7, 8, 9, 60, 255}).Draw(t, "width"), String, Nominal
				v.Format = Format{"A", v.Width, 0}
				v.Dict, v.DictStates = []string{""}, []State{Valid}
				for range cases {
					text := strings.TrimRight(Cut(letters.Draw(t, "text"), v.Width), " ")
					code := -1
					for k, known := range v.Dict {
						if known == text {
							code = k
						}
					}
					if code < 0 {
						code = len(v.Dict)
						v.Dict, v.DictStates = append(v.Dict, text), append(v.DictStates, Valid)
					}
					v.Codes = append(v.Codes, uint32(code))
				}
			} else {
				v.Format, v.Measure = Format{"F", 8, 2}, Scale
				for k := range rapid.IntRange(0, 5).Draw(t, "labels") {
					v.Labels = append(v.Labels, ValueLabel{Number: float64(k + 1), Label: "w" + strings.TrimRight(letters.Draw(t, "wording"), " ")})
				}
				for range cases {
					x := rapid.OneOf(rapid.Float64Range(-200, 300), rapid.Map(rapid.IntRange(-120, 170), func(n int) float64 { return float64(n) })).Draw(t, "number")
					state := rapid.SampledFrom([]State{Valid, Valid, SystemMissing}).Draw(t, "state")
					if state != Valid {
						x = 0
					}
					v.Numbers, v.States = append(v.Numbers, x), append(v.States, state)
				}
				if f.Weight < 0 && rapid.Bool().Draw(t, "weight") {
					f.Weight = i
				}
			}
			f.Variables = append(f.Variables, v)
		}
		data, err := Write(f)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read("x.sav", data)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(f, got, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(File{}, "Name", "Product", "Packing", "EncodingFrom")); diff != "" {
			t.Error(diff)
		}
		if again, _ := Write(f); !bytes.Equal(data, again) {
			t.Error("the same file gives other bytes")
		}
	})
}

// twoTicks is a small file with a set.
func twoTicks() *File {
	tick := func(name string) Variable {
		return Variable{Name: name, Numbers: []float64{1, 0}, States: []State{Valid, SystemMissing}}
	}
	return &File{
		Cases: 2, Weight: -1, Variables: []Variable{tick("a"), tick("b")},
		Sets: []Set{{Name: "$both", Label: "Beide é", Counted: "1", Variables: []int{0, 1}}},
	}
}

func TestWriteSets(t *testing.T) {
	data, err := Write(twoTicks())
	if err != nil {
		t.Fatal(err)
	}
	f := mustRead(t, "x.sav", data)
	want := []Set{{Name: "$both", Label: "Beide é", Counted: "1", CountedNumber: 1, Variables: []int{0, 1}}}
	if diff := cmp.Diff(want, f.Sets); diff != "" || len(f.Doubts) > 0 {
		t.Error(diff, f.Doubts)
	}
	if f.Created != noDate {
		t.Errorf("made %q", f.Created)
	}
}

func TestWriteRefuses(t *testing.T) {
	for name, spoil := range map[string]func(*File){
		`"a b" is no name`:    func(f *File) { f.Variables[0].Name = "a b" },
		"two variables have":  func(f *File) { f.Variables[1].Name = "A" },
		"has not 2 answers":   func(f *File) { f.Variables[0].Numbers = f.Variables[0].Numbers[:1] },
		"bytes wide":          func(f *File) { f.Variables[0].Width = 300 },
		"not dichotomous":     func(f *File) { f.Sets[0].Kind = Categorical },
		"it has no variables": func(f *File) { f.Variables, f.Sets = nil, nil },
		"user-missing":        func(f *File) { f.Variables[0].Missing.Numbers = []float64{math.Pi} },
	} {
		f := twoTicks()
		spoil(f)
		if _, err := Write(f); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCutKeepsWholeCharacters(t *testing.T) {
	if got := Cut("aé€", 5); got != "aé" {
		t.Errorf("%q", got)
	}
}
