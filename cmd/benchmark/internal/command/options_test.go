package command

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"benchmark/analysis"
)

// parse runs a command with the arguments; the command's run function is the
// test's own.
func parse(cmd *cobra.Command, line string) error {
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	cmd.SetArgs(strings.Fields(line))
	return cmd.Execute()
}

func TestNewAnalyzeCommand(t *testing.T) {
	var got *analyzeOptions
	run := func(_ context.Context, _ *console, o *analyzeOptions) error { got = o; return nil }
	usual := statistics{
		interval: "default", lonely: "adjust", freedom: "domain", quantileRule: "math", adjust: "holm", minimum: 10, publication: "all",
	}
	preset := analyzeOptions{format: "text", confidence: 0.95, disclosure: "publish", source: source{file: "a.xlsx"}, statistics: usual}
	for line, change := range map[string]func(*analyzeOptions){
		"a.xlsx":                                func(*analyzeOptions) {},
		"--lang en a.xlsx --format json":        func(o *analyzeOptions) { o.lang, o.format = "en", "json" },
		"a.xlsx --by x --by y,z --question q":   func(o *analyzeOptions) { o.by, o.questions = []string{"x", "y", "z"}, []string{"q"} },
		"a.xlsx --confidence 90%":               func(o *analyzeOptions) { o.confidence = 0.9 },
		"a.xlsx --disclosure none --out d":      func(o *analyzeOptions) { o.disclosure, o.out = "none", "d" },
		"a.xlsx --codebook c --frame f":         func(o *analyzeOptions) { o.codebook, o.frame = "c", "f" },
		"a.xlsx --brief --register r":           func(o *analyzeOptions) { o.brief, o.register = true, "r" },
		"a.xlsx --no-codebook --sheet s":        func(o *analyzeOptions) { o.noCodebook, o.sheet = true, "s" },
		"a.xlsx --width 80 --format=markdown":   func(o *analyzeOptions) { o.width, o.format = 80, "markdown" },
		"--question q --confidence 0,99 a.xlsx": func(o *analyzeOptions) { o.questions, o.confidence = []string{"q"}, 0.99 },
	} {
		want := preset
		change(&want)
		got = nil
		if err := parse(newAnalyzeCommand(&console{}, run), line); err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		if diff := cmp.Diff(&want, got, cmp.AllowUnexported(analyzeOptions{}, source{}, statistics{}, design{}, look{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
	}
	want := analysis.Options{
		Level: 0.9, By: []string{"x"}, Questions: []string{"q"}, Disclosure: analysis.Unprotected,
		Weighted: analysis.Weighted{Interval: "default", Freedom: "domain", Rule: "math"},
		Tests:    analysis.Tests{Unshown: true, Adjust: "holm", Minimum: 10},
	}
	if err := parse(newAnalyzeCommand(&console{}, run), "a --by x --question q --confidence 90 --disclosure none"); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got.analysis()); diff != "" {
		t.Errorf("options of the analysis (-want +got):\n%s", diff)
	}
}

func TestNewChartCommand(t *testing.T) {
	var got *chartOptions
	run := func(_ context.Context, _ *console, o *chartOptions) error { got = o; return nil }
	for _, tt := range []struct {
		line, kind, format string
		err                string // part of the message
	}{
		{line: "a", kind: kindAdoption, format: "png"},
		{line: "a --question q", kind: kindQuestion, format: "png"},
		{line: "a --question q --by x", kind: kindBreakdown, format: "png"},
		{line: "a --answer uses", kind: kindBreakdown, format: "png"},
		{line: "a --kind breakdown --question q", kind: kindBreakdown, format: "png"},
		{line: "a --out c.SVG", kind: kindAdoption, format: "svg"},
		{line: "a --out c.svg --format svg", kind: kindAdoption, format: "svg"},
		{line: "a --out c --format svg", kind: kindAdoption, format: "svg"},
		{line: "a --out - --scale 4", kind: kindAdoption, format: "png"},
		{line: "a --out c.png --format svg", err: "--format svg and --out c.png contradict each other"},
		{line: "a --scale 0", err: "--scale: 0 is outside 1 to 4"},
		{line: "a --scale 5", err: "--scale: 5 is outside 1 to 4"},
		{line: "a --out c.pdf", kind: kindAdoption, format: "pdf"},
		{line: "a --out c.gif", err: "a chart is written as png, svg or pdf"},
		{line: "a --all --out d", format: ""},
		{line: "a --all --format pdf", format: "pdf"},
		{line: "a --all --scale 2", format: ""},
		{line: "a --all --kind adoption", err: "--all draws every chart"},
		{line: "a --all --out -", err: "--all writes a folder"},
		{line: "a --embed-font", err: "--embed-font goes with an SVG"},
		{line: "a --size poster", err: `"poster" is not one of slide, wide, narrow, square`},
		{line: "a --scale 2 --format svg", err: "--scale goes with a PNG"},
		{line: "a --kind question", err: "--kind question needs --question"},
		{line: "a --kind adoption --question q", err: "takes no --question"},
		{line: "a --kind question --question q --by x", err: "--by goes with --kind breakdown, stacked, diverging, ranked, heat, distribution"},
		{line: "a --kind question --question q --answer x", err: "--answer goes with --kind breakdown"},
		{line: "a --question q --question q", kind: kindQuestion, format: "png"},
		{line: "a --question q --question r", kind: kindBeside, format: "png"},
		{line: "a --question q,r --kind diverging", kind: "diverging", format: "png"},
		{line: "a --question q,r --kind heat", err: "--kind heat takes one --question; several go with --kind beside, stacked, diverging, ranked"},
		{line: "a --question q --kind beside", err: "--kind beside needs two or more times --question"},
		{line: "a --question q,r --kind stacked --by x", err: "--by goes with one --question"},
		{line: "a --kind cloud", err: "--kind cloud needs --question"},
		{line: "a --kind heat", kind: "heat", format: "png"},
		{line: "a --kind projection --question q", err: "takes no --question"},
		{line: "a --kind ranked --question q --by x", kind: "ranked", format: "png"},
		{line: "a --kind ranked --by x", err: "--kind ranked takes --by once, with one --question"},
		{line: "a --no-codebook --codebook c", err: "exclude each other"},
		{line: "a --kind pie", err: `"pie" is not one of adoption, projection, breakdown, question, beside, stacked, diverging, ranked, heat, tenfold, distribution, cloud`},
	} {
		got = nil
		err := parse(newChartCommand(&console{}, run), tt.line)
		switch {
		case tt.err != "":
			if err == nil || !strings.Contains(err.Error(), tt.err) || got != nil {
				t.Errorf("%s: %v; want an error with %q and no run", tt.line, err, tt.err)
			}
		case err != nil:
			t.Errorf("%s: %v", tt.line, err)
		case got.kind != tt.kind || got.format != tt.format:
			t.Errorf("%s: kind %s, format %s; want %s, %s", tt.line, got.kind, got.format, tt.kind, tt.format)
		}
	}
}

func TestNewInspectCommand(t *testing.T) {
	var got *inspectOptions
	run := func(_ context.Context, _ *console, o *inspectOptions) error { got = o; return nil }
	if err := parse(newInspectCommand(&console{}, run), "a --write-codebook b --force --format json --lang nl"); err != nil {
		t.Fatal(err)
	}
	want := &inspectOptions{source: source{file: "a", lang: "nl"}, format: "json", writeCodebook: "b", force: true}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(inspectOptions{}, source{}, design{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var usage *usageError
	if err := parse(newInspectCommand(&console{}, run), "a --force"); !errors.As(err, &usage) {
		t.Errorf("--force alone: %v, want a usage error", err)
	}
}

func TestNewExportCommand(t *testing.T) {
	var got *exportOptions
	run := func(_ context.Context, _ *console, o *exportOptions) error { got = o; return nil }
	if err := parse(newExportCommand(&console{}, run), "a --out b.SAV --names --key k"); err != nil {
		t.Fatal(err)
	}
	want := &exportOptions{source: source{file: "a"}, format: "sav", out: "b.SAV", names: true, key: "k"}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(exportOptions{}, source{}, design{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNewSampleCommand(t *testing.T) {
	var got *sampleOptions
	run := func(_ *console, o *sampleOptions) error { got = o; return nil }
	if err := parse(newSampleCommand(&console{}, run), "d --force --lang en"); err != nil {
		t.Fatal(err)
	}
	want := &sampleOptions{dir: "d", force: true, lang: "en"}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(sampleOptions{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNewReportCommand(t *testing.T) {
	var got *reportOptions
	run := func(_ context.Context, _ *console, o *reportOptions) error { got = o; return nil }
	for line, part := range map[string]string{
		"a.xlsx --check t.md":                         "",
		"a.xlsx --check - --format json":              "",
		"- --check t.md --lang en":                    "",
		"a.xlsx --check t --theme t.yaml":             "do not go with it",
		"- --check -":                                 "can't both be read from standard input",
		"a.xlsx --check t --width 3":                  "--width: 3 is too narrow",
		"a.xlsx --check t --format html":              "--check goes with --format text or json",
		"a.xlsx --check t --codebook c --no-codebook": "exclude each other",
	} {
		got = nil
		err := parse(newReportCommand(&console{}, run), line)
		switch {
		case part == "" && (err != nil || got == nil || got.check == ""):
			t.Errorf("%s: %v", line, err)
		case part != "" && (err == nil || !strings.Contains(err.Error(), part)):
			t.Errorf("%s: %v, want an error with %q", line, err, part)
		}
	}
	if err := parse(newReportCommand(&console{}, run), "a --check t --confidence 90 --disclosure none"); err != nil {
		t.Fatal(err)
	}
	if o := got.analysis(); o.Level != 0.9 || o.Disclosure != analysis.Unprotected {
		t.Errorf("options of the analysis: %+v", o)
	}
}
