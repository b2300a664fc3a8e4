package command

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"benchmark/charts"
	"benchmark/reports"
)

// heldBy names the tests of the limits that are not among the hostile files, with the
// file that each is in.
func heldBy() map[string]string {
	return map[string]string{
		"a .sav that claims more than it holds":                       "survey/export/spss/damage_test.go TestDamage",
		"a Parquet file that is cut or changed, at any byte":          "survey/export/parquet_test.go TestDamagedParquet",
		"a Parquet file that claims more than it can hold":            "survey/export/parquet_test.go TestParquetBombs",
		"a Parquet file with lists, maps or other data in a cell":     "survey/export/parquet_test.go TestParquetRefused",
		"a folder, a device, a workbook over 1 GB, input without end": "cmd/benchmark/internal/command/limits_held_test.go TestWithoutEnd",
		"a pipe (<(...))": "cmd/benchmark/internal/command/limits_held_test.go TestPipe",
		"a file that takes more memory than GOMEMLIMIT":            "survey/export/limits_test.go TestMemoryIsTold",
		"a file that changes while it is read":                     "cmd/benchmark/internal/command/limits_held_test.go TestChanging",
		"a formula in a cell (= + - @, tab, return)":               "cmd/benchmark/internal/command/hostile_test.go TestHostileTexts",
		"markup and script in any cell or name":                    "cmd/benchmark/internal/command/hostile_test.go TestHostileTexts",
		"sequences for a terminal, marks that turn writing around": "cmd/benchmark/internal/command/hostile_test.go TestHostileTexts",
		"names such as ../x, CON, 300 letters, or alike":           "cmd/benchmark/internal/command/limits_held_test.go TestHostileNames",
		"a logo or font outside the folder of its theme":           "cmd/benchmark/internal/command/limits_held_test.go TestThemeStaysInItsFolder",
		"a full disk, a limit on the size of files":                "cmd/benchmark/faults_test.go TestFullDisk",
		"a folder where nothing can be written":                    "cmd/benchmark/faults_test.go TestDenied",
		"a file that may not be read":                              "cmd/benchmark/faults_test.go TestDenied",
		"a file in the place of a result that is read-only":        "cmd/benchmark/internal/command/files_test.go TestReadOnly",
		"a link to a folder, in the folder of --out":               "cmd/benchmark/internal/command/files_test.go TestFolderOfLinks",
		"a frame or register that is a folder, pipe or device":     "cmd/benchmark/faults_test.go TestFrameIsAFile",
		"--out is a link to a file":                                "cmd/benchmark/internal/command/files_test.go TestDraftKeepsLinkAndMode",
		"a link in the folder of --all":                            "cmd/benchmark/internal/command/limits_held_test.go TestLinkInTheFolder",
		"an interrupt (Ctrl-C, SIGTERM) at any moment":             "cmd/benchmark/faults_test.go TestInterrupts",
		"what reads the output stops (| head)":                     "cmd/benchmark/faults_test.go TestUnread",
		"two runs that write to one folder":                        "cmd/benchmark/faults_test.go TestTwoRuns",
	}
}

// TestLimitsAreHeld: every line of the table in the help has a test, and every
// hostile file a line.
func TestLimitsAreHeld(t *testing.T) {
	held := heldBy()
	files := hostileTables()
	for given, list := range hostileBooks(t) {
		files[given] = list
	}
	tests, root := map[string]bool{}, moduleRoot(t)
	for _, place := range held {
		file, name, _ := strings.Cut(place, " ")
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		tests[place] = bytes.Contains(data, []byte("\nfunc "+name+"(t *testing.T) {"))
	}
	lines := map[string]bool{}
	for _, l := range slices.Concat(limitsOfFiles(), limitsOfTexts(), limitsOfRuns()) {
		lines[l.given] = true
		if len(l.given) > 60 || len(l.happens) > 48 {
			t.Errorf("%q: too long for the table", l.given)
		}
		if len(files[l.given]) == 0 && !tests[held[l.given]] {
			t.Errorf("%q: held by %q, which is no test", l.given, held[l.given])
		}
		for _, h := range files[l.given] {
			if !strings.Contains(l.status, string(rune('0'+h.status))) {
				t.Errorf("%q: the table says %s, %s wants %d", l.given, l.status, h.name, h.status)
			}
		}
	}
	for given := range files {
		if !lines[given] {
			t.Errorf("%q is not in the table", given)
		}
	}
	for given := range held {
		if !lines[given] {
			t.Errorf("%q is not in the table", given)
		}
	}
}

// endless gives zeros without end.
type endless struct{}

func (endless) Read(b []byte) (int, error) { return len(b), nil }

func TestWithoutEnd(t *testing.T) {
	if data, err := all(endless{}, 0, 1<<20); !errors.Is(err, errTooLarge) {
		t.Errorf("got %d bytes, %v", len(data), err)
	}
	if data, err := all(io.LimitReader(endless{}, 1<<20), 1<<40, 1<<20); len(data) != 1<<20 || err != nil {
		t.Errorf("got %d bytes, %v; want all that may be", len(data), err)
	}
	if _, err := readFile(t.TempDir()); err == nil || !strings.Contains(err.Error(), "it is a folder") {
		t.Errorf("a folder: %v", err)
	}
	large := filepath.Join(t.TempDir(), "large.csv")
	write(t, large, "x")
	if err := os.Truncate(large, largestInput+1); err != nil { // takes no room on the disk
		t.Fatal(err)
	}
	if _, err := readFile(large); !errors.Is(err, errTooLarge) {
		t.Errorf("a large file: %v", err)
	}
	if runtime.GOOS != "windows" {
		if _, err := readFile(os.DevNull); err == nil || !strings.Contains(err.Error(), "it is a device") {
			t.Errorf("a device: %v", err)
		}
	}
}

func TestPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		_, _ = w.WriteString("piped") // the reader tells
		_ = w.Close()
	}()
	if data, err := readOpen(r, "pipe"); string(data) != "piped" || err != nil {
		t.Errorf("got %q, %v", data, err)
	}
}

// shifting is a file that something writes to while it is read.
type shifting struct {
	*os.File
	change func()
}

func (s *shifting) Read(b []byte) (int, error) {
	n, err := s.File.Read(b)
	if s.change != nil {
		s.change()
		s.change = nil
	}
	return n, err
}

func TestChanging(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.csv")
	for name, change := range map[string]func(){
		"longer":  func() { write(t, path, "much more than it was") },
		"shorter": func() { write(t, path, "") },
		"touched": func() {
			if err := os.Chtimes(path, time.Unix(1, 0), time.Unix(1, 0)); err != nil {
				t.Error(err)
			}
		},
	} {
		write(t, path, "a;b\n1;2\n")
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := readOpen(&shifting{f, change}, path); err == nil || !strings.Contains(err.Error(), "changed while it was read") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMemoryLimit(t *testing.T) {
	if allowed() != 0 && os.Getenv("GOMEMLIMIT") == "" {
		t.Errorf("without a limit %d bytes are allowed", allowed())
	}
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(3 << 30))
	if allowed() != 3<<30 {
		t.Errorf("%d bytes are allowed", allowed())
	}
}

// TestHostileNames writes reports on organisations with names that are paths,
// devices, endless, alike or nothing.
func TestHostileNames(t *testing.T) {
	dir := t.TempDir()
	path, out := filepath.Join(dir, "s.csv"), filepath.Join(dir, "deep", "out")
	names := []string{"../../kwaad", "CON", "nul", "COM1", strings.Repeat("Lang ", 60), "Ede", "EDE", "ede.", "..", "/etc/passwd", "\u202eedE", "C:\\x"}
	text := smallCSV("Hoe tevreden bent u over WhatsApp?", slices.Repeat([]string{"Tevreden", "Neutraal"}, 6)...)
	for i, n := range names {
		text = strings.Replace(text, "Gemeente "+string(rune('A'+i))+";", n+";", 1)
	}
	write(t, path, text)
	var stdout, stderr bytes.Buffer
	args := []string{"compare", path, "--all", "--format", "markdown", "--out", out, "--lang", "en"}
	if status := Main(context.Background(), args, nil, &stdout, &stderr, func(string) string { return "" }); status != 0 && status != 3 {
		t.Fatalf("status %d: %s", status, &stderr)
	}
	entries, err := os.ReadDir(out)
	if err != nil || len(entries) < 12 {
		t.Fatalf("%d files, %v", len(entries), err)
	}
	fit := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.(md|html|json)$`)
	reserved := regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])\.`)
	for _, e := range entries {
		if n := e.Name(); !fit.MatchString(n) || reserved.MatchString(n) || len(n) > 100 {
			t.Errorf("a file is named %q", n)
		}
	}
	if left := tree(t, dir); len(left) != len(entries)+3 {
		t.Errorf("%d files and folders, want %d: something was written elsewhere", len(left), len(entries)+3)
	}
}

// TestThemeStaysInItsFolder: a theme names no file elsewhere, and its errors tell
// nothing of what is in one.
func TestThemeStaysInItsFolder(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "theme")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "secret.png"), "geheim")
	write(t, filepath.Join(folder, "text.png"), "geheim")
	if err := os.Symlink(filepath.Join(dir, "secret.png"), filepath.Join(folder, "link.png")); err != nil {
		t.Logf("no links here: %v", err)
	}
	for _, logo := range []string{"../secret.png", "x/../../secret.png", filepath.Join(dir, "secret.png"), "link.png", "/dev/zero", "http://127.0.0.1:1/x.png", ".", "text.png", "\\\\host\\x.png"} {
		theme := filepath.Join(folder, "t.yaml")
		write(t, theme, "logo: {file: '"+logo+"'}\n")
		_, err := (&console{err: io.Discard}).drawing(&look{theme: theme})
		if err == nil || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%s: %v", logo, err)
		}
		if inside := logo == "text.png"; err != nil && inside != strings.Contains(err.Error(), "give a PNG file") {
			t.Errorf("%s was read: %v", logo, err)
		}
	}
}

// TestLinkInTheFolder: what a link in a folder of reports leads to stays as it is.
func TestLinkInTheFolder(t *testing.T) {
	dir := t.TempDir()
	precious, link := filepath.Join(dir, "precious"), filepath.Join(dir, "report.html")
	write(t, precious, "mine")
	if err := os.Symlink(precious, link); err != nil {
		t.Logf("no links here: %v", err)
		return
	}
	if err := writeWhole(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); !slices.Equal(got, []string{"precious=mine", "report.html=new"}) {
		t.Errorf("%q", got)
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := writeWhole(filepath.Join(dir, "folder"), nil); err == nil || !strings.Contains(err.Error(), "something else than a file") {
		t.Errorf("a folder in the place of a report: %v", err)
	}
}

// stopping fails after so many bytes.
type stopping struct{ left int }

var errStopped = errors.New("stopped")

func (s *stopping) Write(b []byte) (int, error) {
	if len(b) > s.left {
		n := s.left
		s.left = 0
		return n, errStopped
	}
	s.left -= len(b)
	return len(b), nil
}

// TestRenderersTellAFailingWriter stops the writer of every form at many places.
func TestRenderersTellAFailingWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.csv")
	write(t, path, smallCSV("Opmerking"))
	c := &console{err: io.Discard, getenv: func(string) string { return "" }}
	s, err := c.compute(context.Background(), &source{file: path, lang: "en"}, (&analyzeOptions{confidence: 0.95}).analysis(), &progress{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.report(context.Background(), reports.Whole())
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range reportForms() {
		render := form.render(c, &output{}, charts.Usual().Theme)
		var b bytes.Buffer
		if err := render(&b, r, s.locale); err != nil {
			t.Fatal(err)
		}
		for _, at := range []int{0, 1, b.Len() / 3, b.Len() - 1} {
			if err := render(&stopping{at}, r, s.locale); !errors.Is(err, errStopped) {
				t.Errorf("%s stopped at byte %d of %d: %v", form.name, at, b.Len(), err)
			}
		}
		if err := render(&stopping{b.Len()}, r, s.locale); err != nil {
			t.Errorf("%s with just enough room: %v", form.name, err)
		}
	}
}
