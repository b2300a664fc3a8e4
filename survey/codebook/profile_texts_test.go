package codebook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"benchmark/survey"
	"benchmark/survey/export"
)

// TestTextsProfile holds that the profile of many texts is that of any column of which
// the texts differ in more than capitals, but for the order of those that stay in the
// dictionary.
func TestTextsProfile(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		dict := []export.Cell{{}}
		var codes []uint32
		width := rapid.SampledFrom([]int{20, 2000, 100000}).Draw(r, "width")
		draw := rapid.IntRange(0, width)
		for range rapid.OneOf(rapid.IntRange(0, 20), rapid.IntRange(300, 700)).Draw(r, "texts") {
			n := draw.Draw(r, "text")
			text := export.Cell{Text: []string{"Text ", "text ", "TEXT  ", "Zin ", "antwoord ", "u\u0308ber ", "\u00c9cole de ", "a\u030angstro\u0308m "}[n%8] + fmt.Sprint(n)}
			if slices.Contains(dict, text) {
				continue
			}
			dict = append(dict, text)
			for range 1 + n%7/6 {
				codes = append(codes, uint32(len(dict)-1))
			}
		}
		c := export.Column{Dict: export.DictionaryOf(dict...), Codes: export.CodesOf(codes, len(dict))}
		f := &export.File{Columns: []export.Column{c}}
		want, got := profileOf(f, 0, nil), textsProfile(f, 0)
		n := min(looked, len(want.values))
		open := cmp.Options{cmp.AllowUnexported(value{}), cmpopts.EquateEmpty()}
		if d := cmp.Diff(want.values[:n], got.values, open); d != "" {
			r.Fatal(d)
		}
		all := slices.Collect(got.all())
		for _, values := range [][]value{all, want.values} {
			slices.SortFunc(values[n:], func(a, b value) int { return strings.Compare(a.key, b.key) })
		}
		if d := cmp.Diff(want.values, all, open); d != "" || len(all) != got.distinct() || want.filled != got.filled || want.length != got.mean() || want.repeated != got.repeated {
			r.Fatal(d, len(all), got.distinct(), want.filled, got.filled, want.length, got.mean())
		}
		test := func(v value) bool { return len(v.key)%2 == 0 }
		cell := func(c export.Cell) bool { return len(key(c.Text))%2 == 0 }
		if want.share(test) != got.share(test) || want.mostly(0.5, cell) != got.mostly(0.5, cell) || want.mostly(0.5, cell) != (want.share(test) > 0.5) || want.every(test) != got.every(test) {
			r.Fatal(want.share(test), got.share(test))
		}
	})
}

// TestManyTexts holds that what is doubtful beside many texts is told under a
// codebook that is kept as it is beside few, and personal data among them as well.
func TestManyTexts(t *testing.T) {
	const book = `
questions:
  - {id: a, column: A, kind: number}
  - {id: why, column: Waarom?, kind: open}
  - {id: mail, column: Bericht, kind: open}
`
	told := func(rows int) []string {
		cells := make([]string, rows)
		for i := range cells {
			cells[i] = fmt.Sprintf("%d|tekst nummer %d van iemand|%c%d@voorbeeld.nl", 1+i%3, i, 'a'+i%26, i)
		}
		var codes []string
		for _, issue := range apply(t, read(t, book), sheet([]string{"A", "Waarom?", "Bericht"}, cells...)).Issues {
			codes = append(codes, strings.TrimSpace(issue.Severity.String()+" "+string(issue.Code)+" "+issue.Question))
		}
		return codes
	}
	few, many := told(200), told(manyTexts+200)
	if d := cmp.Diff(few, many); d != "" {
		t.Error(d)
	}
	for _, code := range []survey.Code{survey.IssueMaybeCodes, survey.IssuePersonalAsked} {
		if !slices.ContainsFunc(many, func(s string) bool { return strings.Contains(s, string(code)) }) {
			t.Errorf("%s is not told: %v", code, many)
		}
	}
}
