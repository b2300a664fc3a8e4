package codebook

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/export"
)

func cellsOf(texts ...string) ([]export.Cell, []int) {
	cells, counts := make([]export.Cell, len(texts)), make([]int, len(texts))
	for i, text := range texts {
		cells[i], counts[i] = export.Cell{Text: text}, 1
	}
	return cells, counts
}

func TestNumbers(t *testing.T) {
	for _, test := range []struct {
		name  string
		texts []string
		want  []any // float64, or nil when it is no number
	}{
		{"decimal comma", []string{"1,5", "12", "0,25", "10.000,5"}, []any{1.5, 12.0, 0.25, 10000.5}},
		{"decimal point", []string{"1.5", "12", "10,000.5"}, []any{1.5, 12.0, 10000.5}},
		{"thousands", []string{"10.000", "5000", "1.250.000"}, []any{10000.0, 5000.0, 1250000.0}},
		{"three digits with decimals elsewhere", []string{"1.125", "2.5"}, []any{1.125, 2.5}},
		{"blanks and signs", []string{"€ 12", "15%", "-3", "−4", "12 500"}, []any{12.0, 15.0, -3.0, -4.0, 12500.0}},
		{"no numbers", []string{"ca. 20", "2-3", "0,5 fte", "twee", "1e5", "1.", ".", "1,2,3", "", "Inf", "0x10"}, []any{nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil}},
		{"both notations", []string{"1,5", "2,5", "3.5"}, []any{1.5, 2.5, nil}},
	} {
		cells, counts := cellsOf(test.texts...)
		n := notationOf(slices.All(cells), counts)
		for i, c := range cells {
			var got any
			if v, ok := n.parse(c); ok {
				got = v
			}
			if got != test.want[i] {
				t.Errorf("%s: %q is %v, want %v", test.name, c.Text, got, test.want[i])
			}
		}
	}
}

func TestTypedNumbersKeepTheirPoint(t *testing.T) {
	cells := []export.Cell{{Text: "1.125", Typed: true}, {Text: "2,5"}}
	n := notationOf(slices.All(cells), []int{1, 1})
	if v, ok := n.parse(cells[0]); !ok || v != 1.125 {
		t.Errorf("got %v %v", v, ok)
	}
	if v, ok := n.parse(cells[1]); !ok || v != 2.5 {
		t.Errorf("got %v %v", v, ok)
	}
}

func TestNotationIssues(t *testing.T) {
	cb := read(t, "questions:\n  - {id: a, column: A, kind: number}\n  - {id: b, column: B, kind: number}\n")
	s := apply(t, cb, sheet([]string{"A", "B"}, "1,5|10.000", "2.5|500", "3,5|"))
	if mixed := issues(s, survey.IssueMixedNotation); len(mixed) != 1 || !cmp.Equal(mixed[0].Args, []string{"a", "1,5", "2.5"}) || mixed[0].Severity != survey.Doubt {
		t.Errorf("got %+v", mixed)
	}
	if mark := issues(s, survey.IssueThousandsMark); len(mark) != 1 || !cmp.Equal(mark[0].Args, []string{"b", "10.000"}) || mark[0].Severity != survey.Warning {
		t.Errorf("got %+v", mark)
	}
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"1,5", "10.000", "1 000,5", "-3", "€ 2", "1.2.3", "''", "9999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		cells, counts := cellsOf(s)
		if v, ok := notationOf(slices.All(cells), counts).parse(cells[0]); ok && v-v != 0 {
			t.Fatalf("%q is %v", s, v)
		}
	})
}

func TestDates(t *testing.T) {
	at := func(y int, m time.Month, d, h, minute, s int) time.Time {
		return time.Date(y, m, d, h, minute, s, 0, time.UTC)
	}
	for _, test := range []struct {
		language string
		texts    []string
		want     time.Time // of the first
		guessed  bool
	}{
		{"nl", []string{"2018-10-02T09:14:00", "2018-10-03 10:00"}, at(2018, 10, 2, 9, 14, 0), false},
		{"nl", []string{"2-10-2018 9:14", "26-10-2018 9:14"}, at(2018, 10, 2, 9, 14, 0), false},
		{"nl", []string{"2/10/2018", "10/26/2018"}, at(2018, 2, 10, 0, 0, 0), false},
		{"nl", []string{"2-10-2018", "3-10-2018"}, at(2018, 10, 2, 0, 0, 0), true},
		{"en", []string{"2/10/2018", "3/10/2018"}, at(2018, 2, 10, 0, 0, 0), true},
		{"en", []string{"06/08/2020 10:36:30 PM", "06/28/2020 10:36:30 AM"}, at(2020, 6, 8, 22, 36, 30), false},
		{"en", []string{"2018/05/15 7:07:45 PM GMT+1"}, at(2018, 5, 15, 19, 7, 45), false},
		{"nl", []string{"2 oktober 2018 09:14", "3 mrt. 2018"}, at(2018, 10, 2, 9, 14, 0), false},
		{"en", []string{"October 2, 2018", "2 May 2018 10:00"}, at(2018, 10, 2, 0, 0, 0), false},
		{"en", []string{"43375.3847222222"}, at(2018, 10, 2, 9, 14, 0), false}, // day 43375 is 2 October 2018 in Excel
	} {
		cells, _ := cellsOf(test.texts...)
		n, ok := datesOf(dictOf(cells), test.language)
		got, good := n.parse(test.texts[0])
		if !ok || !good || !got.Equal(test.want) || n.guessed != test.guessed {
			t.Errorf("%v: got %v (%v, %v), guessed %v", test.texts, got, ok, good, n.guessed)
		}
	}
	for _, texts := range [][]string{{"Ja", "Nee"}, {"13-14-2018"}, {"26/2/2018", "2/26/2018"}, {""}} {
		cells, _ := cellsOf(texts...)
		if n, ok := datesOf(dictOf(cells), "nl"); ok {
			if _, good := n.parse(texts[0]); good {
				t.Errorf("%v read as dates", texts)
			}
		}
	}
}

func FuzzDate(f *testing.F) {
	f.Add("2-10-2018 9:14")
	f.Add("0 0T0")
	f.Add("October 2, 2018")
	f.Add("2018/05/15 7:07:45 PM GMT+1")
	f.Fuzz(func(t *testing.T, s string) {
		cells, _ := cellsOf(s)
		if n, ok := datesOf(dictOf(cells), "nl"); ok {
			if at, good := n.parse(s); good && (at.Year() < 1899 || at.Year() > 2500) {
				t.Fatalf("%q is in the year %d", s, at.Year())
			}
		}
	})
}
