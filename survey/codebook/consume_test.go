package codebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// TestConsume holds that a survey is the same where it takes the room of the file's
// columns, which then hold nothing but what is asked for behind it.
func TestConsume(t *testing.T) {
	for _, filter := range []string{"", "filters: [{column: niet gevraagd, in: [q]}]\n"} {
		t.Run(filter, func(t *testing.T) { consumed(t, filter) })
	}
}

func consumed(t *testing.T, filter string) {
	const text = "id,Soort organisatie,App,Waarom,Blok [a],Blok [b],Aantal,Toelichting,niet gevraagd\n" +
		"1,Gemeente,ja,\"x; y\",1,0,3,eerste,q\n2,Gemeente,nee,x,0,1,4,,q\n3,Provincie,misschien,,1,1,,bel jan@voorbeeld.nl,q\n" +
		"4,,ja,y,,,5,derde,r\n5,Provincie,weet niet,y,0,1,5,derde,r\n"
	const book = `
respondent: {id: id}
questions:
  - {id: soort, column: Soort organisatie, kind: single, asked_all: true, options: [{code: g, label: Gemeente}, {code: p, label: Provincie}]}
  - {id: app, column: App, kind: single, asked_all: true, options: [{code: j, label: ja}, {code: n, label: nee}, {code: d, label: weet niet, dont_know: true}]}
  - {id: waarom, column: Waarom, kind: multiple, separator: ";", options: [{code: x, label: x}, {code: y, label: y}]}
  - {id: blok, column: Blok, kind: multiple, options: [{code: a, label: a}, {code: b, label: b}]}
  - {id: aantal, column: Aantal, kind: number, asked_if: {app: [j, n]}}
  - {id: toelichting, column: Toelichting, kind: open}
`
	f, whole := fileOf(t, "x.csv", text), fileOf(t, "x.csv", text)
	want := apply(t, read(t, filter+book), whole)
	got, err := read(t, filter+book).Consume(f)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for i, held := range []bool{true, false, false, false, false, false, false, false, false} {
		if n := f.Columns[i].Codes.Len(); (n > 0) != held {
			t.Errorf("column %s has %d cells", f.Columns[i].Letter, n)
		}
	}
	if n := got.Columns[0].Reasons()[survey.Skipped]; n != 1 && filter == "" {
		t.Errorf("%d of soort skipped", n)
	}
}
