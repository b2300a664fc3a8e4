package command

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"

	"eliasnaur.com/font/roboto/robotoregular"
	"github.com/google/go-cmp/cmp"
)

var updateNotices = flag.Bool("update-notices", false, "write notices.txt anew from the modules")

// linkedModule is a module that is in the program on some system.
type linkedModule struct{ Path, Version, Dir string }

// linkedModules lists the modules in the program on every system it is built for.
var linkedModules = sync.OnceValues(func() ([]linkedModule, error) {
	var all []linkedModule
	for _, system := range []string{"linux", "windows", "darwin"} {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}", "benchmark/cmd/benchmark")
		cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(out)) {
			if f := strings.Fields(line); len(f) == 3 && !slices.Contains(all, linkedModule{f[0], f[1], f[2]}) {
				all = append(all, linkedModule{f[0], f[1], f[2]})
			}
		}
	}
	slices.SortFunc(all, func(a, b linkedModule) int { return strings.Compare(a.Path, b.Path) })
	return all, nil
})

func modulesLinked(t *testing.T) []linkedModule {
	t.Helper()
	all, err := linkedModules()
	if err != nil || len(all) < 20 {
		t.Fatalf("go list: %d modules, %v", len(all), err)
	}
	return all
}

// TestDependencies: what is listed is what go.mod has, and what is in the program is
// what is not marked as of tests only.
func TestDependencies(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join(moduleRoot(t), "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	var required, listed, inProgram, linked []string
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v`).FindAllStringSubmatch(string(mod), -1) {
		required = append(required, m[1])
	}
	slices.Sort(required)
	for _, d := range dependencies() {
		listed = append(listed, d.path)
		if !d.onlyTests {
			inProgram = append(inProgram, d.path)
		}
		if d.licence == "" || d.why == "" {
			t.Errorf("%s has no licence or no reason", d.path)
		}
	}
	if diff := cmp.Diff(required, listed); diff != "" {
		t.Errorf("dependencies() is not go.mod (-go.mod +listed):\n%s", diff)
	}
	for _, m := range modulesLinked(t) {
		linked = append(linked, m.Path)
	}
	if diff := cmp.Diff(linked, inProgram); diff != "" {
		t.Errorf("dependencies() is not what is in the program (-program +listed):\n%s", diff)
	}
}

// licenceMarks are words of which a licence has some and no other of those in use.
func licenceMarks() map[string][]string {
	return map[string][]string{
		"Apache-2.0": {"Apache License", "http://www.apache.org/licenses/LICENSE-2.0"}, "BSD-3-Clause": {"may be used to endorse or promote"},
		"MIT": {"of this software and associated documentation files", "their original MIT license"}, "OFL-1.1": {"SIL OPEN FONT LICENSE"}, "BSL-1.0": {"Boost Software License"},
		"CC-BY-4.0": {"Creative Commons Attribution 4.0"}, "FTL": {"FreeType"}, "MPL-2.0": {"Mozilla Public License"}, "GPL": {"GNU GENERAL PUBLIC LICENSE", "GNU Lesser"},
	}
}

// TestLicences: the licences that are listed are those in the module, and there is no
// other.
func TestLicences(t *testing.T) {
	for _, m := range modulesLinked(t) {
		flat := strings.Join(strings.Fields(noticeOf(t, m)), " ")
		if m.Path == "eliasnaur.com/font" { // its LICENSE names a file for Roboto that is not in the module; the font says so itself
			flat += strings.ReplaceAll(string(robotoregular.TTF), "\x00", "")
		}
		for id, marks := range licenceMarks() {
			listed := slices.Contains(strings.Split(licenceOf(m.Path), " AND "), id)
			if has := slices.ContainsFunc(marks, func(mark string) bool { return strings.Contains(flat, mark) }); has != listed {
				t.Errorf("%s is listed as %s; that its files have one of %q is %v", m.Path, licenceOf(m.Path), marks, has)
			}
		}
	}
}

// noticeOf returns the files of a module that say how it may be used.
func noticeOf(t *testing.T, m linkedModule) string {
	t.Helper()
	var b strings.Builder
	for _, pattern := range []string{"LICENSE*", "COPYING", "NOTICE", "licenses/ftl.txt", "THIRD_PARTY_LICENSES/*"} {
		names, err := filepath.Glob(filepath.Join(m.Dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(strings.ToValidUTF8(string(data), "?")) {
				b.WriteString(strings.TrimRight(line, " \t\r\n\f") + "\n")
			}
			b.WriteString("\n")
		}
	}
	return strings.TrimSpace(b.String()) + "\n"
}

// TestNotices: the texts in the program are those of the modules, one for all modules
// that have the same. -update-notices writes them.
func TestNotices(t *testing.T) {
	var texts []string
	modules := map[string][]string{}
	for _, m := range modulesLinked(t) {
		text := noticeOf(t, m)
		if modules[text] == nil {
			texts = append(texts, text)
		}
		modules[text] = append(modules[text], m.Path)
	}
	goLicence, err := os.ReadFile(filepath.Join(goRoot(t), "LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("%s\nGo (standard library)\n\n%s", strings.Repeat("=", 72), goLicence)
	for _, text := range texts {
		want += fmt.Sprintf("\n%s\n%s\n\n%s", strings.Repeat("=", 72), strings.Join(modules[text], "\n"), text)
	}
	if *updateNotices {
		write(t, "notices.txt", want)
		return
	}
	if notices != want {
		t.Errorf("notices.txt is not what the modules have; go test -run TestNotices -update-notices writes it (-file +modules):\n%.2000s", cmp.Diff(notices, want))
	}
}

func goRoot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// TestBillOfMaterials: what CycloneDX asks for is there, every reference leads to one
// component, and the same program gives the same text.
func TestBillOfMaterials(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.26.8", Settings: []debug.BuildSetting{{Key: "GOOS", Value: "linux"}}}
	for _, m := range modulesLinked(t) {
		info.Deps = append(info.Deps, &debug.Module{Path: m.Path, Version: m.Version, Sum: "h1:SsKoMO1v1OZmzkG2DY+7ZkCL9U+rrWI09niOLfQ5Bo0="})
	}
	text, err := billOfMaterials(info)
	if err != nil {
		t.Fatal(err)
	}
	var b sbom
	if err := json.Unmarshal(text, &b); err != nil {
		t.Fatal(err)
	}
	again, err := billOfMaterials(info)
	if err != nil || string(again) != string(text) {
		t.Errorf("a second run gives another text, or %v", err)
	}
	for what, form := range map[string][2]string{
		"serial number": {b.Serial, `^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`}, "format": {b.Format + b.Spec, `^CycloneDX1\.6$`},
		"own type": {b.Metadata.Component.Type + b.Metadata.Component.Scope, `^application$`},
	} {
		if !regexp.MustCompile(form[1]).MatchString(form[0]) {
			t.Errorf("the %s is %q", what, form[0])
		}
	}
	if len(b.Components) != len(info.Deps)+1 || len(b.Dependencies) != len(b.Components)+1 || len(b.Dependencies[0].DependsOn) != len(b.Components) {
		t.Errorf("%d components and %d dependencies of %d modules", len(b.Components), len(b.Dependencies), len(info.Deps))
	}
	seen := map[string]bool{}
	for i, c := range b.Components {
		if seen[c.Ref] || b.Dependencies[i+1].Ref != c.Ref || !regexp.MustCompile(`^pkg:golang/[a-zA-Z0-9./~_-]+@v?\d[a-zA-Z0-9.+-]*$`).MatchString(c.Purl) || c.Licences[0].Expression == "NOASSERTION" {
			t.Errorf("component %+v", c)
		}
		if c.Name != "std" && (len(c.Hashes) != 1 || c.Hashes[0].Content != "4ac2a830ed6fd4e666ce41b60d8fbb66408bf54fabad6234f6788e2df439068d") {
			t.Errorf("hashes of %s: %+v", c.Name, c.Hashes)
		}
		seen[c.Ref] = true
	}
	for _, m := range modulesLinked(t) {
		if licenceOf(m.Path) == "NOASSERTION" {
			t.Errorf("%s has no licence", m.Path)
		}
	}
}
