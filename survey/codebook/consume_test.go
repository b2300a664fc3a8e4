package codebook

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// TestConsume holds that a survey is the same where it takes the room of the file's
// columns, which then hold nothing but what is asked for behind it.
func TestConsume(t *testing.T) {
	for _, filter := range []string{"", "filters: [{column: niet gevraagd, in: [q]}]\n"} {
		t.Run(filter, func(t *testing.T) { consumed(t, filter, nil) })
		t.Run(filter+"unread", func(t *testing.T) {
			consumed(t, filter, func(q *survey.Question) bool { return q.ID != "zelf" })
		})
	}
}

func consumed(t *testing.T, filter string, unread func(*survey.Question) bool) {
	const text = "id,Soort organisatie,App,Waarom,Blok [a],Blok [b],Aantal,Toelichting,niet gevraagd,Zelf,Blok [anders]\n" +
		"1,Gemeente,ja,\"x; y\",1,0,3,eerste,q,tekst,\n2,Gemeente,nee,x,0,1,4,,q,,iets anders\n3,Provincie,misschien,,1,1,,bel jan@voorbeeld.nl,q,zin,\n" +
		"4,,ja,y,,,5,derde,r,,\n5,Provincie,weet niet,y,0,1,5,derde,r,zin,\n"
	const book = `
respondent: {id: id}
questions:
  - {id: soort, column: Soort organisatie, kind: single, asked_all: true, options: [{code: g, label: Gemeente}, {code: p, label: Provincie}]}
  - {id: app, column: App, kind: single, asked_all: true, options: [{code: j, label: ja}, {code: n, label: nee}, {code: d, label: weet niet, dont_know: true}]}
  - {id: waarom, column: Waarom, kind: multiple, separator: ";", options: [{code: x, label: x}, {code: y, label: y}]}
  - {id: blok, column: Blok, kind: multiple, options: [{code: a, label: a}, {code: b, label: b}]}
  - {id: aantal, column: Aantal, kind: number, asked_if: {app: [j, n]}}
  - {id: toelichting, column: Toelichting, kind: open}
  - {id: zelf, column: Zelf, kind: open}
`
	f, whole := fileOf(t, "x.csv", text), fileOf(t, "x.csv", text)
	want := apply(t, read(t, filter+book), whole)
	got, err := read(t, filter+book).Consume(f, unread)
	if err != nil {
		t.Fatal(err)
	}
	for i := range want.Questions {
		if q := &want.Questions[i]; q.Kind == survey.Open && unread != nil && unread(q) {
			want.Columns[i].Hush()
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for i, held := range []bool{true, false, false, false, false, false, false, false, false, false, false} {
		if n := f.Columns[i].Codes.Len(); (n > 0) != held {
			t.Errorf("column %s has %d cells", f.Columns[i].Letter, n)
		}
	}
	if n := got.Columns[0].Reasons()[survey.Skipped]; n != 1 && filter == "" {
		t.Errorf("%d of soort skipped", n)
	}
}

// TestConsumeUnreadWeights holds that the cells of an open question that are weights too
// outlive its texts.
func TestConsumeUnreadWeights(t *testing.T) {
	const text = "App,Gewicht\nja,0.5\nnee,1.5\nja,1\n"
	const book = `
design: {weights: Gewicht}
questions:
  - {id: app, column: App, kind: single, options: [{code: j, label: ja}, {code: n, label: nee}]}
  - {id: gewicht, column: Gewicht, kind: open}
`
	want := apply(t, read(t, book), fileOf(t, "x.csv", text))
	got, err := read(t, book).Consume(fileOf(t, "x.csv", text), func(*survey.Question) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	want.Columns[1].Hush()
	if d := cmp.Diff(want, got); d != "" || !slices.Equal(got.Design.Weights, []float64{0.5, 1.5, 1}) {
		t.Error(d, got.Design.Weights)
	}
}
