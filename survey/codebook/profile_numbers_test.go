package codebook

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"benchmark/survey"
	"benchmark/survey/export"
)

// TestNumbersProfile holds that the profile of many numbers is that of any column, but for
// the order of those that stay in the dictionary, and that the same is proposed by it.
func TestNumbersProfile(t *testing.T) {
	headings := []string{"Waarde", "Aantal inwoners", "Hoeveel vragen per uur?", "Gemeentecode", "Naam organisatie"}
	at, light := 0, 0
	for _, base := range []int{0, 1, 20000, -30} {
		for _, divisor := range []int{1, 100} {
			for _, besides := range []string{"", "9999999", "99999 999", "-9", "-99 -88", "1e3", "1e13", "2000000000000", "1.234", "9.999", "0.5011 0,5012", "x", "nvt"} {
				at++
				c := manyNumbers(base, divisor, at, strings.Fields(besides))
				c.Question = headings[at%len(headings)]
				if sameByNumbers(t, c) {
					light++
				}
			}
		}
	}
	if light < at/2 {
		t.Errorf("%d of %d columns have many numbers", light, at)
	}
}

// sameByNumbers compares both profiles of a column; false where it has not many numbers.
func sameByNumbers(t *testing.T, c export.Column) bool {
	t.Helper()
	f := &export.File{Columns: []export.Column{c}}
	f.Rows.Follow(2, c.Codes.Len())
	got, ok := numbersProfile(f, 0)
	if !ok {
		return false
	}
	name := fmt.Sprintf("%s: %s to %s", c.Question, c.Dict.At(1).Text, c.Dict.At(c.Dict.Len()-1).Text)
	want, all := profileOf(f, 0, nil), got.ordered()
	if !slices.Equal(want.values[:looked], got.values) || !slices.Equal(want.values, all.values) || got.distinct() != len(want.values) || got.size() != len(want.values) {
		t.Errorf("%s: other values", name)
	}
	if want.filled != got.filled || want.length != got.length || want.repeated != got.repeated || !slices.Equal(want.counts, got.counts) {
		t.Errorf("%s: %d %v %d, want %d %v %d", name, got.filled, got.length, got.repeated, want.filled, want.length, want.repeated)
	}
	n, some := want.notation(0.1, nil)
	if got.numeric() != want.numeric() || !some || n != *got.numbers || got.name() != want.name() || got.open() != want.open() || got.weighs(true) != want.weighs(true) {
		t.Errorf("%s: %v %v, want %v %v", name, got.numeric(), *got.numbers, want.numeric(), n)
	}
	amounts := noAmounts()
	for _, v := range want.values {
		x, _ := n.parse(v.cell)
		amounts.add(x)
	}
	if got.amounts != amounts {
		t.Errorf("%s: %v, want %v", name, got.amounts, amounts)
	}
	proposed := func(p *profile) (dates, index bool, q Question, doubts []survey.Issue) {
		in := &inference{file: f, dir: newDirectory(f), cb: &Codebook{}, skip: make([]bool, f.Rows.Len()), profiles: []*profile{p}}
		d := in.single([]int{0}, *p)
		in.settleCodes([]*draft{d})
		return in.dates(p, c.Question), in.index(0), d.Question, d.doubts
	}
	dates, index, q, doubts := proposed(&want)
	gotDates, gotIndex, gotQ, gotDoubts := proposed(&got)
	if dates != gotDates || index != gotIndex || !reflect.DeepEqual(q, gotQ) || !reflect.DeepEqual(doubts, gotDoubts) {
		t.Errorf("%s: %v %v %v %v, want %v %v %v %v", name, gotDates, gotIndex, gotQ, gotDoubts, dates, index, q, doubts)
	}
	return true
}

// manyNumbers returns a column of numbers one step apart, some as often as others, and
// what stands beside them. At tells their notation, and whether a workbook has them as numbers.
func manyNumbers(base, divisor, at int, besides []string) export.Column {
	decimals, mark := len(strconv.Itoa(divisor))-1, []string{".", ","}[at%2]
	texts := make([]string, 0, manyTexts+10)
	for i := range manyTexts + 5 {
		texts = append(texts, strings.Replace(fmt.Sprintf("%.*f", decimals, float64(base+i)/float64(divisor)), ".", mark, 1))
	}
	dict, codes := []export.Cell{{}}, []uint32(nil)
	for _, text := range besides {
		if !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	for i, text := range texts {
		dict = append(dict, export.Cell{Text: text, Typed: at%4 == 0})
		for range 1 + i*i%(1+at%5) {
			codes = append(codes, uint32(len(dict)-1))
		}
	}
	return export.Column{Letter: "A", Dict: export.DictionaryOf(dict...), Codes: export.CodesOf(codes, len(dict))}
}
