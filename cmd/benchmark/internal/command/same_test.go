package command

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// sameRuns are commands with every form that they write; DIR is a folder that
// holds the sample.
func sameRuns() []string {
	runs := []string{
		"analyze DIR/few.csv --brief", "analyze DIR/few.csv --format csv", "inspect DIR/few.csv --format json",
		"report DIR/few.csv --audit", "report DIR/few.csv --check DIR/few.csv", "compare DIR/few.csv --all --out DIR/letters",
		"chart DIR/few.csv --all --format svg --out DIR/pictures",
	}
	kinds := []struct{ name, line, forms string }{
		{"report", "report DIR/few.csv", "html pptx xlsx docx markdown text email json"},
		{"compare", "compare DIR/few.csv --organisation row:12 --peers nearest:9", "html json"},
		{"trend", "trend 2017=DIR/howaboutyou-2017.csv 2018=DIR/few.csv", "html pptx"},
		{"forecast", "forecast DIR/few.csv", "xlsx markdown"},
		{"capacity", "capacity DIR/few.csv", "docx text"},
	}
	for _, k := range kinds {
		for _, form := range strings.Fields(k.forms) {
			runs = append(runs, k.line+" --format "+form+" --out DIR/"+k.name+"."+form)
		}
	}
	return runs
}

// made runs a command and returns what it printed and wrote, which it takes away.
func made(t *testing.T, dir, line string) map[string]string {
	var stdout, stderr bytes.Buffer
	args := strings.Fields(strings.ReplaceAll(line, "DIR", dir))
	if got := Main(context.Background(), args, strings.NewReader(""), &stdout, &stderr, environment()); got != statusDone && got != statusDoubtful {
		t.Errorf("%s: exit status %d: %s", line, got, stderr.String())
	}
	all := map[string]string{"standard output": stdout.String(), "standard error": stderr.String()}
	i := slices.Index(args, "--out")
	if i < 0 {
		return all
	}
	err := filepath.WalkDir(args[i+1], func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var data []byte
			data, err = os.ReadFile(path)
			all[path] = string(data)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if err := os.RemoveAll(args[i+1]); err != nil {
		t.Error(err)
	}
	return all
}

// TestSameBytes: the same command writes the same bytes, whether it runs alone on
// one processor or beside all the others on seven. Under the race detector it is
// what shows that nothing is shared.
func TestSameBytes(t *testing.T) {
	dir := t.TempDir()
	for _, f := range sampleFiles(40) {
		write(t, filepath.Join(dir, f.Name), string(f.Data))
	}
	runs := sameRuns()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	alone := make([]map[string]string, len(runs))
	for i, line := range runs {
		alone[i] = made(t, dir, line)
	}
	runtime.GOMAXPROCS(7)
	beside := make([]map[string]string, len(runs))
	var work sync.WaitGroup
	for i, line := range runs {
		work.Go(func() { beside[i] = made(t, dir, line) })
	}
	work.Wait()
	for i, line := range runs {
		if len(beside[i]) != len(alone[i]) {
			t.Errorf("%s: %d files, and once more %d", line, len(alone[i]), len(beside[i]))
		}
		for name, want := range alone[i] {
			if beside[i][name] != want {
				t.Errorf("%s: %s has other bytes the second time", line, name)
			}
		}
	}
}
