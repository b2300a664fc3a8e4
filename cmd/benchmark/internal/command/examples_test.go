package command

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	sampledata "benchmark/sample-data"
)

// shellLine is a line of an example, taken apart: the arguments and the files
// that standard input and output are redirected to.
type shellLine struct {
	args       []string
	stdin, out string
}

// parseLine takes apart what a user types, as far as examples go: words,
// quotes, < and >.
func parseLine(line string) (shellLine, error) {
	var words []string
	for _, m := range regexp.MustCompile(`"([^"]*)"|'([^']*)'|(\S+)`).FindAllStringSubmatch(line, -1) {
		words = append(words, m[1]+m[2]+m[3])
	}
	var l shellLine
	for i := 0; i < len(words); i++ {
		switch w := words[i]; {
		case (w == "<" || w == ">") && i+1 == len(words):
			return l, fmt.Errorf("%q: nothing follows %s", line, w)
		case w == "<":
			i++
			l.stdin = words[i]
		case w == ">":
			i++
			l.out = words[i]
		case strings.ContainsAny(w, "|;&$`"):
			return l, fmt.Errorf("%q: an example with %q can't be run here", line, w)
		default:
			l.args = append(l.args, w)
		}
	}
	for _, prefix := range [][]string{{"benchmark"}, {"go", "run", "./cmd/benchmark"}} {
		if len(l.args) >= len(prefix) && strings.Join(l.args[:len(prefix)], " ") == strings.Join(prefix, " ") {
			l.args = l.args[len(prefix):]
			return l, nil
		}
	}
	return l, fmt.Errorf("%q does not run this program", line)
}

// runLine runs a line in the current folder and returns what a terminal would
// show and the exit status.
func runLine(t *testing.T, line string) (screen string, exit int) {
	t.Helper()
	l, err := parseLine(line)
	if err != nil {
		t.Fatal(err)
	}
	var stdin io.Reader = strings.NewReader("")
	if l.stdin != "" {
		data, err := os.ReadFile(l.stdin)
		if err != nil {
			t.Fatal(err)
		}
		stdin = bytes.NewReader(data)
	}
	var shown, file bytes.Buffer
	var stdout io.Writer = &shown
	if l.out != "" {
		stdout = &file
	}
	exit = Main(t.Context(), l.args, stdin, stdout, &shown, environment("LANG", "en_GB.UTF-8"))
	if l.out != "" {
		if err := os.WriteFile(l.out, file.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return shown.String(), exit
}

// TestHelpExamples runs every example of every help text, in the order of the
// help, after the sample was written to the folder that the examples name.
func TestHelpExamples(t *testing.T) {
	t.Chdir(t.TempDir())
	if screen, exit := runLine(t, "benchmark sample trial"); exit != statusDone {
		t.Fatalf("exit status %d\n%s", exit, screen)
	}
	doubtful := regexp.MustCompile(`--no-codebook|--check`)
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		for line := range strings.Lines(cmd.Example) {
			line = strings.TrimSpace(line)
			if line == "benchmark sample trial" {
				continue // done above
			}
			screen, exit := runLine(t, line)
			if exit != statusDone && (exit != statusDoubtful || !doubtful.MatchString(line)) {
				t.Errorf("%s: exit status %d\n%s", line, exit, screen)
			}
		}
		for _, sub := range cmd.Commands() {
			if sub.Name() != "completion" && sub.Name() != "help" {
				if sub.Runnable() && sub.Example == "" {
					t.Errorf("%s has no example", sub.CommandPath())
				}
				walk(sub)
			}
		}
	}
	walk(newRootCommand(&console{in: strings.NewReader(""), out: io.Discard, err: io.Discard, getenv: environment()}, ""))
}

// TestHelpEndsWithExitStatus holds every help text to its last section.
func TestHelpEndsWithExitStatus(t *testing.T) {
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		text := help(cmd)
		i := strings.LastIndex(text, "\nEXIT STATUS\n")
		if i < 0 || strings.Contains(text[i+1:], "\n\n") {
			t.Errorf("the help of %q does not end with EXIT STATUS:\n%s", cmd.CommandPath(), text)
		}
		for line := range strings.Lines(text) {
			if len([]rune(strings.TrimRight(line, "\n"))) > 120 {
				t.Errorf("the help of %q has a line of more than 120 columns: %q", cmd.CommandPath(), line)
			}
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(newRootCommand(&console{in: strings.NewReader(""), out: io.Discard, err: io.Discard, getenv: environment()}, ""))
}

// example is a command line in a document with the output that stands below it.
type example struct {
	line   int
	typed  string
	output string
}

// consoleExamples returns the examples in the ```console blocks of a Markdown
// text that run this program; others, such as go test, are left alone.
func consoleExamples(markdown string) []example {
	var found []example
	inside, current := false, -1
	n := 0
	for line := range strings.Lines(markdown) {
		n++
		text := strings.TrimRight(line, "\r\n")
		switch {
		case !inside:
			inside, current = text == "```console", -1
		case text == "```":
			inside = false
		case strings.HasPrefix(text, "$ benchmark") || strings.HasPrefix(text, "$ go run ./cmd/benchmark"):
			found = append(found, example{line: n, typed: strings.TrimPrefix(text, "$ ")})
			current = len(found) - 1
		case strings.HasPrefix(text, "$ "):
			current = -1
		case current >= 0:
			found[current].output += text + "\n"
		}
	}
	return found
}

// matches compares real output with that of a document, in which a line "..."
// stands for any number of lines. Blanks at line ends do not count.
func matches(want, got string) bool {
	var pattern strings.Builder
	pattern.WriteString(`\A`)
	for line := range strings.Lines(strings.TrimRight(want, "\n") + "\n") {
		if text := strings.TrimRight(line, " \n"); strings.TrimSpace(text) == "..." {
			pattern.WriteString(`(?:[^\n]*\n)*?`)
		} else {
			pattern.WriteString(regexp.QuoteMeta(text) + ` *\n`)
		}
	}
	return regexp.MustCompile(pattern.String() + `\z`).MatchString(strings.TrimRight(got, "\n") + "\n")
}

// TestReadmeExamples runs the examples of README.md in a folder that holds the
// sample data, and compares what they print with what it says.
func TestReadmeExamples(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(moduleRoot(t), "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	examples := consoleExamples(string(readme))
	if len(examples) < 3 {
		t.Fatalf("README.md has only %d examples", len(examples))
	}
	t.Chdir(t.TempDir())
	if err := os.Mkdir("sample-data", 0o700); err != nil {
		t.Fatal(err)
	}
	for _, f := range sampledata.Files() {
		write(t, filepath.Join("sample-data", f.Name), string(f.Data))
	}
	for _, e := range examples {
		screen, exit := runLine(t, e.typed)
		if exit != statusDone && exit != statusDoubtful {
			t.Errorf("README.md:%d: %s: exit status %d", e.line, e.typed, exit)
		}
		if e.output != "" && !matches(e.output, screen) {
			t.Errorf("README.md:%d: %s prints something else (-README +now):\n%s", e.line, e.typed, cmp.Diff(e.output, screen))
		}
	}
}

// TestExampleTools shows that the tools above find what they must.
func TestExampleTools(t *testing.T) {
	found := consoleExamples("a\n```console\n$ benchmark x\none\n...\n$ go test ./...\nok\n```\n$ benchmark no\n```console\n$ go run ./cmd/benchmark y\n```\n")
	want := []example{{line: 3, typed: "benchmark x", output: "one\n...\n"}, {line: 11, typed: "go run ./cmd/benchmark y"}}
	if diff := cmp.Diff(want, found, cmp.AllowUnexported(example{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, tt := range []struct {
		want, got string
		same      bool
	}{
		{"a\nb\n", "a \nb\n", true},
		{"a\n...\nd\n", "a\nb\nc\nd\n", true},
		{"a\n...\n", "a\n", true},
		{"a\n", "a\nb\n", false},
		{"...\nb\n", "a\nc\n", false},
		{"a.c\n", "abc\n", false},
	} {
		if got := matches(tt.want, tt.got); got != tt.same {
			t.Errorf("matches(%q, %q) = %v", tt.want, tt.got, got)
		}
	}
	l, err := parseLine(`go run ./cmd/benchmark analyze - --question "a b" < in.csv > out.txt`)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(shellLine{args: []string{"analyze", "-", "--question", "a b"}, stdin: "in.csv", out: "out.txt"}, l, cmp.AllowUnexported(shellLine{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, bad := range []string{"ls", "benchmark a | head", "benchmark a >"} {
		if _, err := parseLine(bad); err == nil {
			t.Errorf("parseLine(%q) takes it", bad)
		}
	}
}
