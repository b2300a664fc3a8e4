package command

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	sampledata "benchmark/sample-data"
)

// hostileTexts are texts that try to be something else than text.
func hostileTexts() []string {
	return []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `]]><b>`, `&lt;i&gt;`, `=cmd|' /C calc'!A0`, `+1+1`, `@SUM(A1)`, `-2+3`, "\t=1",
		"om\u202egekeerd\u2066x\u2069\u200e\u200f", "nul\u200bbreed\ufeff", "\x1b]0;titel\x07\x1b[31mrood", "c1\u009b31m\u0085", "nul\x00\x01\x08",
		"niet\ufffeeen\uffff", "😀👩\u200d💻漢字", "a | b `c` **d** ~~e~~", "[x](javascript:alert(1))", "# kop", "1. een", "${7*7}{{7*7}}",
		"<a href=\"http://kwaad.example\">klik</a>", "regel\r\nbreuk\u2028", "'--drop",
	}
}

// hostileSurvey is the sample with hostile texts in the places of its own: title,
// publisher, channels, names and short names of answers, units and themes in the codebook,
// and organisations and open answers in the file. harmless gives each place a plain
// word instead; long makes one name and one answer 40,000 characters.
func hostileSurvey(t *testing.T, harmless, long bool) (file, codebook []byte) {
	t.Helper()
	n, texts := 0, hostileTexts()
	next := func() string {
		n++
		if harmless {
			return fmt.Sprintf("woord%d", n)
		}
		return texts[n%len(texts)]
	}
	quoted := func(s string) string { // as YAML writes what it does not take as it is
		var b strings.Builder
		for _, r := range s {
			if r < ' ' || r > '~' || r == '"' || r == '\\' {
				fmt.Fprintf(&b, `\U%08X`, r)
			} else {
				b.WriteRune(r)
			}
		}
		return `"` + b.String() + `"`
	}
	for _, f := range sampledata.Files() {
		switch f.Name {
		case "howaboutyou-2018.csv":
			file = f.Data
		case "howaboutyou-2018.codebook.yaml":
			codebook = f.Data
		}
	}
	put := func(pattern, with string) {
		codebook = regexp.MustCompile(pattern).ReplaceAllFunc(codebook, func(m []byte) []byte {
			return []byte(regexp.MustCompile(pattern).ReplaceAllString(string(m), strings.ReplaceAll(with, "TEXT", strings.ReplaceAll(quoted(next()), "$", "$$"))))
		})
	}
	put(`(?m)^(frame|register): .*$`, "")
	put(`(?m)^  (title|publisher): ".*"$`, "  $1: TEXT")
	put(`(?m)^    label: ".*"$`, "    label: TEXT")
	put(`(?m)^(      - \{code: "[^"]*", label: "[^"]*")(, short: "[^"]*")?`, "$1, short: TEXT")
	put(`(?m)^        label: ".*"$`, "        label: TEXT")
	endless := "lang"
	if long {
		endless = strings.Repeat("lang ", 8000)
	}
	codebook = regexp.MustCompile(`label: "Gebrek aan capaciteit", short: "[^"]*"`).ReplaceAll(codebook, []byte(`label: "Gebrek aan capaciteit", short: `+quoted(endless)))
	channels := map[string]string{}
	codebook = regexp.MustCompile(`(?m)^    channel: ".*"$`).ReplaceAllFunc(codebook, func(m []byte) []byte {
		if channels[string(m)] == "" {
			channels[string(m)] = "    channel: " + quoted(next())
		}
		return []byte(channels[string(m)])
	})
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff"))))
	reader.Comma = ';'
	lines, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for c, head := range lines[0] {
		for r := 1; r < len(lines); r++ {
			// A byte 0 makes a text file binary, which is refused.
			switch {
			case strings.Contains(head, "naam van uw organisatie"):
				lines[r][c] = strings.ReplaceAll(next(), "\x00", "") + " " + strconv.Itoa(r)
			case strings.Contains(head, "Welke ") && r == 20:
				lines[r][c] = endless
			case strings.Contains(head, "Welke ") && lines[r][c] != "" && r%3 == 0:
				lines[r][c] += " " + strings.ReplaceAll(next(), "\x00", "")
			}
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = ';'
	if err := w.WriteAll(lines); err != nil {
		t.Fatal(err)
	}
	out := b.Bytes()
	if !harmless {
		out = bytes.ReplaceAll(out, []byte("nul\x01"), []byte("\xff\xed\xa0\x80\x01")) // no UTF-8, and half a surrogate pair
	}
	return out, codebook
}

// hostileRuns are the commands with every form that they write; DIR is a folder
// of its own for each.
func hostileRuns() map[string][]string {
	runs := map[string][]string{
		"analyze":     {"analyze", "FILE", "--out", "DIR/x"},
		"charts":      {"chart", "FILE", "--all", "--out", "DIR/x"},
		"compare all": {"compare", "FILE", "--all", "--out", "DIR/x"},
		"capacity":    {"capacity", "FILE", "--format", "text"},
	}
	for _, form := range []string{"text", "markdown", "json", "csv"} {
		runs["analyze "+form] = []string{"analyze", "FILE", "--format", form}
	}
	for _, form := range []string{"html", "pptx", "xlsx", "docx", "markdown", "text", "email", "json"} {
		runs["report "+form] = []string{"report", "FILE", "--format", form, "--out", "DIR/report." + form}
		runs["compare "+form] = []string{"compare", "FILE", "--organisation", "row:12", "--format", form, "--out", "DIR/compare." + form}
	}
	for _, form := range []string{"text", "json"} {
		runs["inspect "+form] = []string{"inspect", "FILE", "--format", form}
	}
	runs["codebook"] = []string{"inspect", "FILE", "--no-codebook", "--write-codebook", "DIR/made.yaml"}
	return runs
}

// A hostileRun is what a command left: its exit status and what it wrote.
type hostileRun struct {
	status int
	files  map[string][]byte
}

func runHostile(t *testing.T, name string, args []string, harmless bool) hostileRun {
	t.Helper()
	dir := t.TempDir()
	long := !harmless && (args[0] == "report" || args[0] == "analyze") // a hundred comparisons of it take minutes
	file, codebook := hostileSurvey(t, harmless, long)
	survey := filepath.Join(dir, "\x1b[31m<script>alert(1)<\u2044script> =cmd \u202e.csv")
	if harmless {
		survey = filepath.Join(dir, "gewoon bestand.csv")
	}
	for path, data := range map[string][]byte{survey: file, filepath.Join(dir, "c.yaml"): codebook} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(dir, "out")
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	given := []string{}
	for _, a := range args {
		given = append(given, strings.ReplaceAll(strings.ReplaceAll(a, "FILE", survey), "DIR", out))
	}
	if !slices.Contains(args, "--no-codebook") {
		given = append(given, "--codebook", filepath.Join(dir, "c.yaml"))
	}
	var stdout, stderr bytes.Buffer
	status := Main(context.Background(), append(given, "--lang", "en"), strings.NewReader(""), &stdout, &stderr, func(string) string { return "" })
	run := hostileRun{status, map[string][]byte{"standard error": stderr.Bytes()}}
	run.files["standard output"+map[bool]string{true: ".json", false: ""}[json.Valid(stdout.Bytes())]] = stdout.Bytes()
	if strings.HasSuffix(name, "csv") {
		run.files = map[string][]byte{"standard output.csv": stdout.Bytes(), "standard error": stderr.Bytes()}
	}
	err := filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		run.files[strings.TrimPrefix(path, out)] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// TestHostileTexts: whatever a survey holds comes out as text, in every format of
// every command.
func TestHostileTexts(t *testing.T) {
	for name, args := range hostileRuns() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, twin := runHostile(t, name, args, false), runHostile(t, name, args, true)
			if got.status != statusDone && got.status != statusDoubtful {
				t.Fatalf("exit status %d: %.600s", got.status, got.files["standard error"])
			}
			seen := map[string]bool{}
			for file, data := range twin.files {
				if filepath.Ext(file) == ".html" {
					for what := range structure(t, data) {
						seen[what] = true
					}
				}
			}
			for file, data := range got.files {
				if strings.ContainsFunc(file, deceives) || strings.ContainsAny(file, "<>|=\"") {
					t.Errorf("a file is named %q", file)
				}
				harmless(t, file, data)
				if filepath.Ext(file) != ".html" {
					continue
				}
				for what := range structure(t, data) {
					if !seen[what] {
						t.Errorf("%s has %s, which its harmless twin has not", file, what)
					}
				}
			}
		})
	}
}

// deceives reports whether a character is not seen and changes what is.
func deceives(r rune) bool {
	return unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Cf, r) && r != '\u00ad' && r != '\u200d' || r&0xfffe == 0xfffe
}

// harmless looks at one file by its kind.
func harmless(t *testing.T, file string, data []byte) {
	t.Helper()
	switch filepath.Ext(file) {
	case ".png":
		return
	case ".pptx", ".xlsx", ".docx":
		harmlessOffice(t, file, data)
		return
	}
	if !utf8.Valid(data) {
		t.Errorf("%s is no UTF-8", file)
	}
	if i := bytes.IndexFunc(data, deceives); i >= 0 {
		t.Errorf("%s has %q near %q", file, []rune(string(data[i:]))[0], data[max(0, i-60):min(len(data), i+40)])
	}
	switch filepath.Ext(file) {
	case ".csv":
		harmlessCSV(t, file, data)
	case ".svg":
		harmlessXML(t, file, data, "svg", "title", "desc", "text", "rect", "circle", "path", "image")
	case ".md":
		harmlessMarkdown(t, file, string(data))
	case ".json":
		if !json.Valid(data) {
			t.Errorf("%s is no JSON", file)
		}
	}
}

func harmlessCSV(t *testing.T, file string, data []byte) {
	t.Helper()
	lines, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Errorf("%s: %v", file, err)
	}
	for _, line := range lines {
		for _, cell := range line {
			if _, err := strconv.ParseFloat(cell, 64); err != nil && cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("%s: the cell %q is a formula", file, cell)
			}
		}
	}
}

// harmlessXML reads XML strictly; elements, where named, are all that it may have.
func harmlessXML(t *testing.T, file string, data []byte, elements ...string) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("%s: %v", file, err)
			return
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if len(elements) > 0 && !slices.Contains(elements, start.Name.Local) {
			t.Errorf("%s has the element %s", file, start.Name.Local)
		}
		for _, a := range start.Attr {
			if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") && len(elements) > 0 {
				t.Errorf("%s has the attribute %s", file, a.Name.Local)
			}
			if a.Name.Local == "TargetMode" && a.Value == "External" {
				t.Errorf("%s refers to something outside", file)
			}
		}
	}
}

func harmlessOffice(t *testing.T, file string, data []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		switch name := file + "/" + f.Name; filepath.Ext(f.Name) {
		case ".xlsx":
			harmlessOffice(t, name, content)
		case ".xml", ".rels":
			harmlessXML(t, name, content)
			if i := bytes.IndexFunc(bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n")), deceives); i >= 0 {
				t.Errorf("%s has %q", name, content[i:min(len(content), i+20)])
			}
			if strings.Contains(f.Name, "worksheets/") && (bytes.Contains(content, []byte("<f>")) || bytes.Contains(content, []byte("<f "))) {
				t.Errorf("%s has a formula", name)
			}
		}
	}
}

// harmlessMarkdown finds marks of Markdown and HTML that have no backslash: the
// report has none but headings, lists, quotations, tables and bold notices.
func harmlessMarkdown(t *testing.T, file, text string) {
	t.Helper()
	bare := regexp.MustCompile("(^|[^\\\\])(`|<[a-zA-Z/!]|\\]\\(|~~)")
	for line := range strings.Lines(text) {
		link := regexp.MustCompile(`\[[^\]\\]*(\\.[^\]\\]*)*\]\([a-z0-9.-]+\.[a-z]+\)`) // to a report beside it
		if found := bare.FindString(link.ReplaceAllString(line, "")); found != "" {
			t.Errorf("%s: %q in %.200q", file, found, line)
		}
	}
}

// structure lists the elements of a page with their attributes, and all addresses
// in it, by a parser that reads as browsers do.
func structure(t *testing.T, page []byte) map[string]bool {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	drawing := regexp.MustCompile(`^(path|rect|circle|text)( (d|x|y|r|cx|cy|width|height|fill|stroke|stroke-width|stroke-dasharray|font-size|font-weight|text-anchor|textlength|textLength|lengthadjust|lengthAdjust))*$`)
	address := regexp.MustCompile(`^(#|data:image/png;base64,|[a-z0-9-]+\.html$)`)
	for n := range root.Descendants() {
		if n.Type == html.CommentNode {
			found["a comment"] = true
		}
		if n.Type != html.ElementNode {
			continue
		}
		parent := ""
		if n.Parent != nil {
			parent = n.Parent.Data
		}
		var names []string
		for _, a := range n.Attr {
			names = append(names, a.Key)
			if slices.Contains([]string{"href", "src", "action", "xlink:href"}, a.Key) && !address.MatchString(a.Val) {
				found["the address "+a.Val] = true
			}
		}
		slices.Sort(names)
		if parent == "svg" && drawing.MatchString(n.Data+" "+strings.Join(names, " ")) {
			continue // a line or a hatch of a picture, which follows the length of its labels
		}
		found["<"+n.Data+" "+strings.Join(names, " ")+"> in "+parent] = true
	}
	return found
}
