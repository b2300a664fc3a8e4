package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// unit is one package of this program, as far as the rules of the house look
// at it.
type unit struct {
	ImportPath string
	Dir        string
	// Imports are those of the program itself, not of its tests.
	Imports []string
	// Deps are all packages that it is built of, those of others too.
	Deps []string
	// GoFiles and IgnoredGoFiles (of other systems) are base names.
	GoFiles, IgnoredGoFiles []string
	// sources holds the text of each file by its base name.
	sources map[string]string
}

// TestArchitecture holds the whole program to the rules of the house: who may
// import whom, what only the command line may do, and how large things may be.
func TestArchitecture(t *testing.T) {
	units := listUnits(t)
	if len(units) < 10 {
		t.Fatalf("go list found only %d packages", len(units))
	}
	for _, broken := range append(brokenImports(units), brokenSources(units)...) {
		t.Error(broken)
	}
}

// TestNoNetwork: what the program is built of can't speak to a server.
func TestNoNetwork(t *testing.T) {
	units := listUnits(t)
	i := slices.IndexFunc(units, func(u unit) bool { return u.ImportPath == "benchmark/cmd/benchmark" })
	if i < 0 || !slices.Contains(units[i].Deps, "os") {
		t.Fatal("go list does not tell what the program is built of")
	}
	for _, path := range []string{"net/http", "crypto/tls", "net/rpc", "net/smtp"} {
		if slices.Contains(units[i].Deps, path) {
			t.Errorf("the program is built with %s", path)
		}
	}
}

// listUnits returns every package of the module with its sources.
func listUnits(t *testing.T) []unit {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,Imports,Deps,GoFiles,IgnoredGoFiles", "./...")
	cmd.Dir = moduleRoot(t)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &stderr)
	}
	var units []unit
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var u unit
		if err := dec.Decode(&u); errors.Is(err, io.EOF) {
			return units
		} else if err != nil {
			t.Fatal(err)
		}
		u.sources = map[string]string{}
		for _, name := range append(u.GoFiles, u.IgnoredGoFiles...) {
			data, err := os.ReadFile(filepath.Join(u.Dir, name))
			if err != nil {
				t.Fatal(err)
			}
			u.sources[name] = string(data)
		}
		units = append(units, u)
	}
}

// moduleRoot returns the folder of go.mod.
func moduleRoot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Dir(strings.TrimSpace(string(out)))
}

// TestArchitectureRules shows that each rule finds what breaks it.
func TestArchitectureRules(t *testing.T) {
	const doc = "// Package p is documented.\npackage p\n\n"
	for _, tt := range []struct {
		name    string
		path    string
		imports []string
		source  string
		want    string // part of the only complaint; none when empty
	}{
		{name: "nothing wrong", path: "benchmark/analysis", imports: []string{"benchmark/survey", "fmt"}, source: doc},
		{name: "arrow up", path: "benchmark/survey", imports: []string{"benchmark/survey/export"}, source: doc, want: "may not import benchmark/survey/export"},
		{name: "figures know no language", path: "benchmark/analysis", imports: []string{"benchmark/survey/locale"}, source: doc, want: "may not import benchmark/survey/locale"},
		{name: "charts know no report", path: "benchmark/charts", imports: []string{"benchmark/reports"}, source: doc, want: "may not import benchmark/reports"},
		{name: "unknown room", path: "benchmark/utils", source: doc, want: "has no place in the house"},
		{name: "cobra outside the command line", path: "benchmark/reports", imports: []string{"github.com/spf13/cobra"}, source: doc, want: "may not import github.com/spf13/cobra"},
		{name: "plot outside charts", path: "benchmark/reports", imports: []string{"gonum.org/v1/plot/vg"}, source: doc, want: "may not import gonum.org/v1/plot/vg"},
		{name: "distributions outside analysis", path: "benchmark/charts", imports: []string{"gonum.org/v1/gonum/stat/distuv"}, source: doc, want: "may not import gonum.org/v1/gonum/stat/distuv"},
		{name: "workbooks outside the reader", path: "benchmark/analysis", imports: []string{"github.com/xuri/excelize/v2"}, source: doc, want: "may not import github.com/xuri/excelize/v2"},
		{name: "unknown module", path: "benchmark/survey", imports: []string{"example.org/new"}, source: doc, want: "example.org/new, a module without a rule"},
		{name: "test module in the program", path: "benchmark/survey", imports: []string{"pgregory.net/rapid"}, source: doc, want: "pgregory.net/rapid, a module without a rule"},
		{name: "init", path: "benchmark/survey", source: doc + "func init() {}\n", want: "init function"},
		{name: "clock", path: "benchmark/survey", source: doc + "import \"time\"\n\nvar t = time.Now()\n", want: "time.Now"},
		{name: "clock under another name", path: "benchmark/survey", source: doc + "import clock \"time\"\n\nvar t = clock.Now()\n", want: "time.Now"},
		{name: "environment", path: "benchmark/survey", source: doc + "import \"os\"\n\nvar e = os.Getenv(\"A\")\n", want: "os.Getenv"},
		{name: "exit", path: "benchmark/survey", source: doc + "import \"os\"\n\nfunc f() { os.Exit(1) }\n", want: "os.Exit"},
		{name: "print", path: "benchmark/survey", source: doc + "import \"fmt\"\n\nfunc f() { fmt.Println() }\n", want: "fmt.Println"},
		{name: "print in the generator", path: "benchmark/sample-data/generate", source: doc + "import \"fmt\"\n\nfunc f() { fmt.Println() }\n"},
		{name: "clock on the command line", path: "benchmark/cmd/benchmark/internal/command", source: doc + "import \"time\"\n\nvar t = time.Now()\n"},
		{name: "no package comment", path: "benchmark/survey", source: "package p\n", want: "package comment"},
		{name: "function without comment", path: "benchmark/survey", source: doc + "func F() {}\n", want: "F has no comment"},
		{name: "method without comment", path: "benchmark/survey", source: doc + "// T is.\ntype T int\n\nfunc (t *T) M() {}\n", want: "T.M has no comment"},
		{name: "method of a hidden type", path: "benchmark/survey", source: doc + "type t int\n\nfunc (t) M() {}\n"},
		{name: "type without comment", path: "benchmark/survey", source: doc + "type T int\n", want: "T has no comment"},
		{name: "constants under one comment", path: "benchmark/survey", source: doc + "// The two.\nconst (\n\tA = 1\n\tB = 2\n)\n"},
		{name: "constant without comment", path: "benchmark/survey", source: doc + "const A = 1\n", want: "A has no comment"},
		{name: "state", path: "benchmark/survey", source: doc + "var n int\n\nfunc f() { n++ }\n", want: "changes the package's n"},
		{name: "state in a map", path: "benchmark/survey", source: doc + "var m = map[string]int{}\n\nfunc f() { m[\"a\"] = 1 }\n", want: "changes the package's m"},
		{name: "local of the same name", path: "benchmark/survey", source: doc + "var n = 1\n\nfunc f() { n := 2; n++; _ = n }\n"},
		{name: "long file", path: "benchmark/survey", source: doc + strings.Repeat("// long\n", maxFileLines), want: "lines long"},
		{name: "long function", path: "benchmark/survey", source: doc + "func f() {\n" + strings.Repeat("\tf()\n", maxFuncLines) + "}\n", want: "f has 62 lines"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			u := []unit{{ImportPath: tt.path, Imports: tt.imports, sources: map[string]string{"p.go": tt.source}}}
			got := append(brokenImports(u), brokenSources(u)...)
			switch {
			case tt.want == "" && len(got) > 0:
				t.Errorf("complaints about what is right: %q", got)
			case tt.want != "" && (len(got) != 1 || !strings.Contains(got[0], tt.want)):
				t.Errorf("got %q, want one complaint with %q", got, tt.want)
			}
		})
	}
}
