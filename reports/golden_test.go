package reports

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares got with a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s\nrun the test with -update when the new text is right", diff.Diff("want "+name, want, "got", got))
	}
}

// table is a Renderer of one table.
func table(topic analysis.Topic) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		return TableCSV(w, r, r.Study.Table(topic, ""), l)
	}
}

func renderers() []struct {
	name, language string
	render         Renderer
} {
	return []struct {
		name, language string
		render         Renderer
	}{
		{"text-nl-40.txt", "nl", Text(Screen{Width: 40})},
		{"text-nl-80.txt", "nl", Text(Screen{Width: 80})},
		{"text-nl-140.txt", "nl", Text(Screen{Width: 140})},
		{"text-en-80.txt", "en", Text(Screen{Width: 80})},
		{"text-en-140.txt", "en", Text(Screen{Width: 140})},
		{"text-nl-80-colour.txt", "nl", Text(Screen{Width: 80, Colour: true})},
		{"brief-nl-80.txt", "nl", Brief(Screen{Width: 80})},
		{"brief-en-120.txt", "en", Brief(Screen{Width: 120})},
		{"report-nl.md", "nl", Markdown},
		{"report-en.md", "en", Markdown},
		{"study-nl.json", "nl", JSON},
		{"study-nl.csv", "nl", CSV},
		{"table-nl.csv", "nl", table(analysis.Satisfaction)},
		{"inspect-nl-80.txt", "nl", InspectText(Screen{Width: 80})},
		{"inspect-en-120.txt", "en", InspectText(Screen{Width: 120})},
		{"inspect-nl.json", "nl", InspectJSON},
	}
}

func TestGolden(t *testing.T) {
	for _, tc := range renderers() {
		t.Run(tc.name, func(t *testing.T) {
			r, l := build(t, tc.language)
			golden(t, tc.name, render(t, tc.render, r, l))
		})
	}
}

func render(t testing.TB, f Renderer, r *Report, l *locale.Locale) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f(&b, r, l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
