package command

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey/locale"
)

func readme(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(moduleRoot(t), "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// tableUnder returns the rows of the first table under a heading, without its own.
func tableUnder(t *testing.T, heading string) []string {
	t.Helper()
	_, text, found := strings.Cut(readme(t), "\n"+heading+"\n")
	if !found {
		t.Fatalf("README.md has no %q", heading)
	}
	var rows []string
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, "|"):
			rows = append(rows, strings.TrimSpace(line))
		case len(rows) > 0, strings.HasPrefix(line, "## "):
			return rows[min(2, len(rows)):]
		}
	}
	return rows
}

// TestPromises: every test that README.md names beside a promise on personal data and
// on what the program is made of is there.
func TestPromises(t *testing.T) {
	named := regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z]+)`")
	wanted := map[string]bool{}
	rows := tableUnder(t, "### What is promised, and which test shows it")
	for _, row := range rows {
		names := named.FindAllStringSubmatch(row, -1)
		if len(names) == 0 && !strings.Contains(row, ".ci/run") {
			t.Errorf("no test stands in %q", row)
		}
		for _, m := range names {
			wanted[m[1]] = true
		}
	}
	if len(wanted) < 12 {
		t.Errorf("the table names only %d tests", len(wanted))
	}
	err := filepath.WalkDir(moduleRoot(t), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		for _, m := range regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`).FindAllStringSubmatch(string(data), -1) {
			delete(wanted, m[1])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range wanted {
		t.Errorf("README.md promises %s, and there is no such test", name)
	}
}

// TestLicenceTable: README.md lists every module as the program does.
func TestLicenceTable(t *testing.T) {
	var want []string
	for _, d := range dependencies() {
		want = append(want, fmt.Sprintf("| %s | %s | %s |", d.path, d.licence, d.why))
	}
	if diff := cmp.Diff(want, tableUnder(t, "## Licence")); diff != "" {
		t.Errorf("the table under Licence (-program +README):\n%s", diff)
	}
}

// TestNoConnection: no package of the program uses the network, and only the command
// line starts another program: the browser that prints a PDF.
func TestNoConnection(t *testing.T) {
	for _, u := range listUnits(t) {
		for _, path := range u.Imports {
			switch {
			case path == "net", strings.HasPrefix(path, "net/") && path != "net/url", path == "golang.org/x/net/http2", path == "crypto/tls", path == "plugin":
				t.Errorf("%s imports %s", u.ImportPath, path)
			case path == "os/exec" && !atTheRim(u.ImportPath):
				t.Errorf("%s imports %s", u.ImportPath, path)
			}
		}
	}
}

// TestPrivacyPage: the page for who watches over personal data is in the language that
// is asked for, tells the recall that a test holds, and says the same in both.
func TestPrivacyPage(t *testing.T) {
	for lang, first := range map[string]string{"nl": "Wat een privacy officer", "en": "What a privacy officer"} {
		screen, exit := runLine(t, "benchmark help privacy --lang "+lang)
		if exit != statusDone || !strings.HasPrefix(screen, first) || !strings.Contains(screen, "84%") || !strings.Contains(screen, "97%") {
			t.Errorf("exit status %d: %.200s", exit, screen)
		}
	}
	if screen, exit := runLine(t, "benchmark help privacy --lang fr"); exit != statusUsage {
		t.Errorf("exit status %d: %s", exit, screen)
	}
	var words []int
	for _, lang := range []string{"nl", "en"} {
		l, err := locale.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		words = append(words, strings.Count(l.Command().Privacy(), "\n- "), strings.Count(l.Command().Privacy(), "\n\n"))
	}
	if !slices.Equal(words[:2], words[2:]) {
		t.Errorf("lists and paragraphs differ: %v", words)
	}
}
