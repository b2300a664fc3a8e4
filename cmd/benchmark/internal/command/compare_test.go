package command

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"benchmark/reports"
	sampledata "benchmark/sample-data"
	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/locale"
)

// TestCompareAllInterrupted stops a run half-way: what is in the folder is whole,
// and the same command goes on with the rest and ends with the same bytes as a run
// that was left alone.
func TestCompareAllInterrupted(t *testing.T) {
	dir := t.TempDir()
	for _, f := range sampledata.Files() {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	load := func(ctx context.Context, out string) (*bytes.Buffer, error) {
		var stderr bytes.Buffer
		c := &console{in: strings.NewReader(""), out: &bytes.Buffer{}, err: &stderr, getenv: func(string) string { return "" }}
		o := &compareOptions{source: source{file: filepath.Join(dir, "howaboutyou-2018.csv"), lang: "en"},
			all: true, output: output{format: formatMarkdown, out: out}, confidence: 0.95, disclosure: "publish"}
		return &stderr, runCompare(ctx, c, o)
	}
	whole, cut := filepath.Join(dir, "whole"), filepath.Join(dir, "cut")
	if _, err := load(context.Background(), whole); err != nil {
		t.Fatal(err)
	}
	want := contents(t, whole)

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		for ctx.Err() == nil {
			if found, _ := filepath.Glob(filepath.Join(cut, "*.md")); len(found) >= 5 {
				cancel()
			}
		}
	}()
	_, err := load(ctx, cut)
	var partly *interruptedError
	if !errors.As(err, &partly) || status(err) != statusInterrupted {
		t.Fatalf("got %v, want an interrupted run", err)
	}
	for name, data := range contents(t, cut) {
		if name != journalName && data != want[name] {
			t.Errorf("%s is not whole", name)
		}
	}
	// The last line of the journal was not written to its end.
	journal := filepath.Join(cut, journalName)
	data, err := os.ReadFile(journal)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(journal, data[:len(data)-30], 0o600); err != nil {
		t.Fatal(err)
	}
	told, err := load(context.Background(), cut)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(told.String(), "were there already") {
		t.Errorf("the second run kept nothing: %s", told)
	}
	got := contents(t, cut)
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s differs from that of a run that was left alone", name)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
}

// Reports that are there are written again when the logo of the theme is another one,
// though the theme itself is the same.
func TestCompareInputsKnowTheLogo(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("house.yaml", "logo: {file: logo.png}\n")
	inputs := func() string {
		o := &compareOptions{output: output{look: look{theme: filepath.Join(dir, "house.yaml")}}}
		in := &loaded{survey: &survey.Survey{}, locale: &locale.Locale{}, reading: reports.Reading{Codebook: &codebook.Codebook{}}}
		return o.inputs(&comparison{in: in, reading: in.reading})
	}
	seen := map[string]bool{}
	for _, logo := range []string{"one", "two"} {
		write("logo.png", logo)
		first, second := inputs(), inputs()
		if seen[first] || first != second {
			t.Errorf("with logo %s the inputs are as before, or not the same twice", logo)
		}
		seen[first] = true
	}
	write("house.yaml", "accent: \"#12436d\"\nlogo: {file: logo.png}\n")
	if seen[inputs()] {
		t.Error("with another theme the inputs are as before")
	}
}

// contents returns the files of a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(data)
	}
	return all
}

func TestSafeName(t *testing.T) {
	for name, want := range map[string]string{
		"Gemeente Súdwest-Fryslân": "gemeente-sudwest-fryslan", "../../etc/passwd": "etc-passwd", "a/b\\c:d": "a-b-c-d",
		"???": "organisation", "": "organisation", "'s-Hertogenbosch": "s-hertogenbosch", strings.Repeat("x", 300): strings.Repeat("x", longestFileName),
	} {
		if got := safeName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

// TestPeersKeepTheirOrder holds that what readers know is decided on in the order
// in which they got to know it.
func TestPeersKeepTheirOrder(t *testing.T) {
	for _, tt := range []struct{ earlier, peers, want string }{
		{"", "a", "a"}, {"a", "b", "a b"}, {"a b", "a", "a"}, {"a b", "c b", "a b c"}, {"a b", "", ""},
	} {
		o := &compareOptions{earlier: strings.Fields(tt.earlier), peers: strings.Fields(tt.peers)}
		if got := strings.Join(o.order(), " "); got != tt.want {
			t.Errorf("earlier %q, peers %q: got %q, want %q", tt.earlier, tt.peers, got, tt.want)
		}
	}
}
