package codebook

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"benchmark/survey/export"
)

// TestPlainNumbers holds that a number that is told apart in one pass is read as by
// its shape, in every notation.
func TestPlainNumbers(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringMatching(`-?[0-9]{0,17}([.,][0-9]{0,5})?([.,][0-9]{0,3})?`).Draw(r, "text")
		n, plain := plainNumberOf(text)
		s, ok := shapeOf(text)
		if plain && (!ok || n.decimal != s.decimalMark() || n.either != s.either) {
			r.Fatalf("%q is %+v, by its shape %+v %v", text, n, s, ok)
		}
		if simple := len(text) <= 15 && strings.Count(text, ".")+strings.Count(text, ",") < 2; ok && simple && !plain {
			r.Fatalf("%q is not told apart", text)
		}
		for _, decimal := range []byte{0, '.', ','} {
			is := notation{decimal: decimal}
			want, fine := is.parseShape(text)
			got, good := is.parse(export.Cell{Text: text})
			if good != fine || math.Float64bits(got) != math.Float64bits(want) {
				r.Fatalf("%q with %q: %v %v, want %v %v", text, decimal, got, good, want, fine)
			}
		}
	})
}

// TestProfileOrder holds that the values of a profile are those of the cells by key,
// the commonest first, whatever the order of the dictionary.
func TestProfileOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		texts := rapid.SliceOf(rapid.StringMatching(`[aAbé ]{1,3}(longer than eight)?[ab]?`)).Draw(r, "cells")
		dict := []export.Cell{{}}
		var codes []uint32
		for _, text := range texts {
			at := slices.IndexFunc(dict, func(cell export.Cell) bool { return cell.Text == text })
			if at < 0 {
				at = len(dict)
				dict = append(dict, export.Cell{Text: text})
			}
			codes = append(codes, uint32(at))
		}
		c := export.Column{Dict: export.DictionaryOf(dict...), Codes: export.CodesOf(codes, len(dict))}
		p := profileOf(&export.File{Columns: []export.Column{c}}, 0, nil)
		var want []value
		for _, text := range texts {
			at := slices.IndexFunc(want, func(v value) bool { return v.key == key(text) })
			if at < 0 {
				at = len(want)
				want = append(want, value{cell: export.Cell{Text: text}, key: key(text)})
			}
			want[at].count++
			want[at].cell.Text = min(want[at].cell.Text, text)
		}
		slices.SortFunc(want, func(a, b value) int { return cmp.Or(b.count-a.count, strings.Compare(a.key, b.key)) })
		if d := gocmp.Diff(want, slices.Concat(p.values), gocmp.AllowUnexported(value{})); d != "" || p.filled != len(texts) {
			r.Fatal(d)
		}
	})
}

// TestAmountsWhatever holds that columns of which too many cells are no numbers are
// told at once what they would be told in the end.
func TestAmountsWhatever(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var p profile
		for _, text := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{
			"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "1,5", "2.5", "1.000", "99", "x", "weet niet", "nvt", "een", "5%", "1e3", "-",
		}), 0, 21, rapid.ID[string]).Draw(r, "texts") {
			n := rapid.IntRange(1, 9).Draw(r, "count")
			p.values, p.filled = append(p.values, value{export.Cell{Text: text}, key(text), n}), p.filled+n
		}
		all, ok := amounts(&p)
		n, _ := p.notation(1, nil)
		good, words := 0, 0
		for _, v := range p.values {
			switch _, number := n.parse(v.cell); {
			case number && !strings.Contains(v.cell.Text, "%"):
				good += v.count
			case !number && dontKnow(v.cell.Text):
				words += v.count
			}
		}
		if want := good > 0 && 10*good >= 9*(p.filled-words); ok != want || ok && len(all) == 0 {
			r.Fatalf("amounts of %v: %v, want %v", p.values, ok, want)
		}
		if number := p.numeric() >= 0.9; p.filled > 0 && number && !p.maybeNumeric(0.9) {
			r.Fatalf("%v are no numbers at once", p.values)
		}
	})
}
