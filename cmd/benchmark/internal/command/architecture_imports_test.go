package command

import (
	"fmt"
	"slices"
	"strings"
)

// room is a part of the program with what it may import. A path that ends in
// "/..." stands for the package and everything below it.
type room struct {
	path string
	// ours are the packages of this program that it may import.
	ours []string
}

// rooms lists every part of the program, the most particular first. Arrows
// point down only.
func rooms() []room {
	return []room{
		{"benchmark/cmd/...", []string{"benchmark/..."}},
		{"benchmark/sample-data/generate/...", []string{"benchmark/sample-data", "benchmark/survey/..."}},
		{"benchmark/sample-data", nil},
		{"benchmark/reports/claims", []string{"benchmark/analysis/...", "benchmark/survey"}},
		{"benchmark/reports/ooxml", nil},
		{"benchmark/reports/...", []string{"benchmark/reports/claims", "benchmark/reports/ooxml", "benchmark/charts/...", "benchmark/analysis/...", "benchmark/survey/..."}},
		{"benchmark/charts/...", []string{"benchmark/charts/...", "benchmark/analysis/...", "benchmark/survey", "benchmark/survey/locale"}},
		{"benchmark/analysis/probability", nil},
		{"benchmark/analysis/exact", nil},
		{"benchmark/analysis/estimate", []string{"benchmark/analysis/probability", "benchmark/analysis/exact"}},
		{"benchmark/analysis/contrast", []string{"benchmark/analysis/probability", "benchmark/analysis/estimate", "benchmark/analysis/exact"}},
		{"benchmark/analysis/diffusion", nil},
		{"benchmark/analysis/weighting", []string{"benchmark/analysis/exact"}},
		{"benchmark/analysis/queueing", nil},
		{"benchmark/analysis/staffing", []string{"benchmark/analysis/queueing"}},
		{"benchmark/analysis/words", []string{"benchmark/survey"}},
		{"benchmark/analysis/disclosure", []string{"benchmark/survey"}},
		{"benchmark/analysis/audit", []string{
			"benchmark/analysis", "benchmark/analysis/disclosure", "benchmark/analysis/words", "benchmark/survey",
		}},
		{"benchmark/analysis/audit/fictitious", []string{"benchmark/survey"}},
		{"benchmark/analysis/audit/panel", []string{
			"benchmark/analysis", "benchmark/analysis/audit", "benchmark/analysis/trend", "benchmark/survey", "benchmark/survey/waves",
		}},
		{"benchmark/analysis/audit/recipient", []string{
			"benchmark/analysis", "benchmark/analysis/audit", "benchmark/analysis/position", "benchmark/survey",
		}},
		{"benchmark/analysis/position", []string{
			"benchmark/analysis/diffusion", "benchmark/analysis/forecast", "benchmark/analysis/trend", "benchmark/survey/waves",
			"benchmark/analysis", "benchmark/analysis/audit", "benchmark/analysis/contrast", "benchmark/analysis/estimate", "benchmark/survey",
		}},
		{"benchmark/analysis/forecast", []string{
			"benchmark/analysis", "benchmark/analysis/diffusion", "benchmark/analysis/estimate", "benchmark/survey", "benchmark/survey/series",
		}},
		{"benchmark/analysis/trend", []string{
			"benchmark/analysis", "benchmark/analysis/audit", "benchmark/analysis/contrast", "benchmark/analysis/disclosure",
			"benchmark/analysis/estimate", "benchmark/analysis/forecast",
			"benchmark/survey", "benchmark/survey/register", "benchmark/survey/series", "benchmark/survey/waves",
		}},
		{"benchmark/analysis", []string{"benchmark/analysis/...", "benchmark/survey", "benchmark/survey/stack"}},
		{"benchmark/survey/codebook", []string{
			"benchmark/survey", "benchmark/survey/export/...", "benchmark/survey/personal", "benchmark/survey/pattern", "benchmark/survey/stack",
		}},
		{"benchmark/survey/waves", []string{"benchmark/survey", "benchmark/survey/frame", "benchmark/survey/register"}},
		{"benchmark/survey/quality", []string{"benchmark/survey", "benchmark/survey/codebook", "benchmark/survey/frame", "benchmark/survey/register"}},
		{"benchmark/survey/register", []string{"benchmark/survey", "benchmark/survey/codebook", "benchmark/survey/frame"}},
		{"benchmark/survey/frame", []string{"benchmark/survey", "benchmark/survey/export/..."}},
		{"benchmark/survey/export/spss", nil},
		{"benchmark/survey/export/parquet", nil},
		{"benchmark/survey/export/...", []string{"benchmark/survey", "benchmark/survey/export/...", "benchmark/survey/personal", "benchmark/survey/pattern"}},
		{"benchmark/survey/personal", []string{"benchmark/survey/pattern"}},
		{"benchmark/survey/pattern", nil},
		{"benchmark/survey/stack", nil},
		{"benchmark/survey/locale", []string{"benchmark/survey"}},
		{"benchmark/survey/tidy", []string{"benchmark/survey", "benchmark/survey/codebook", "benchmark/survey/export", "benchmark/survey/export/..."}},
		{"benchmark/survey/series", []string{"benchmark/survey"}},
		{"benchmark/survey", nil},
	}
}

// module is a module of others with the parts of this program that may import
// it.
type module struct {
	path string
	in   []string
}

func modules() []module {
	return []module{
		{"github.com/spf13/cobra/...", []string{"benchmark/cmd/..."}},
		{"github.com/spf13/pflag/...", []string{"benchmark/cmd/..."}},
		{"golang.org/x/term", []string{"benchmark/cmd/..."}},
		{"golang.org/x/sys/...", []string{"benchmark/cmd/..."}},
		{"gonum.org/v1/plot/...", []string{"benchmark/charts/..."}},
		{"codeberg.org/go-pdf/fpdf", []string{"benchmark/charts/..."}},
		{"git.sr.ht/~sbinet/gg", []string{"benchmark/charts/..."}},
		{"golang.org/x/image/...", []string{"benchmark/charts/..."}},
		{"eliasnaur.com/font/...", []string{"benchmark/charts/..."}},
		{"github.com/dsnet/compress/...", []string{"benchmark/survey/export/parquet"}},
		{"github.com/klauspost/compress/...", []string{"benchmark/survey/export", "benchmark/survey/export/parquet"}},
		{"gonum.org/v1/gonum/...", []string{"benchmark/analysis/..."}},
		{"github.com/blevesearch/snowballstem/...", []string{"benchmark/analysis/words"}},
		{"github.com/clipperhouse/uax29/v2/...", []string{"benchmark/analysis/words", "benchmark/reports/..."}},
		{"github.com/adrg/strutil/...", []string{"benchmark/cmd/...", "benchmark/analysis/words", "benchmark/survey/codebook", "benchmark/survey/frame"}},
		{"github.com/xuri/excelize/v2/...", []string{"benchmark/sample-data/generate"}},
		{"go.yaml.in/yaml/v4/...", []string{"benchmark/survey/codebook", "benchmark/charts"}},
		{"github.com/jedib0t/go-pretty/v6/...", []string{"benchmark/reports/..."}},
		{"golang.org/x/text/...", []string{"benchmark/survey/...", "benchmark/analysis/words", "benchmark/reports/...", "benchmark/charts/...", "benchmark/sample-data/generate"}},
	}
}

// brokenImports returns a complaint for every import that the rules forbid.
func brokenImports(units []unit) []string {
	var broken []string
	for _, u := range units {
		i := slices.IndexFunc(rooms(), func(r room) bool { return within(u.ImportPath, r.path) })
		if i < 0 {
			broken = append(broken, u.ImportPath+" has no place in the house")
			continue
		}
		for _, path := range u.Imports {
			if text := forbidden(u.ImportPath, rooms()[i].ours, path); text != "" {
				broken = append(broken, text)
			}
		}
	}
	return broken
}

// forbidden returns a complaint when the package may not import the path.
func forbidden(from string, ours []string, path string) string {
	first, _, _ := strings.Cut(path, "/")
	switch {
	case first == "benchmark":
		if withinAny(path, ours) {
			return ""
		}
	case !strings.Contains(first, "."): // the standard library
		return ""
	default:
		i := slices.IndexFunc(modules(), func(m module) bool { return within(path, m.path) })
		if i < 0 {
			return fmt.Sprintf("%s imports %s, a module without a rule", from, path)
		}
		if withinAny(from, modules()[i].in) {
			return ""
		}
	}
	return fmt.Sprintf("%s may not import %s", from, path)
}

// within reports whether the path is the pattern's, or below it when the
// pattern ends in "/...".
func within(path, pattern string) bool {
	root, below := strings.CutSuffix(pattern, "/...")
	return path == root || below && strings.HasPrefix(path, root+"/")
}

func withinAny(path string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return within(path, p) })
}
