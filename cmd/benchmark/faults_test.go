//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// asProgram makes the test binary be the program.
const asProgram = "BENCHMARK_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// program is a run of the program in a folder.
func program(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), asProgram+"=1", "LANG=en_GB.UTF-8", "BENCHMARK_BROWSER=none")
	return cmd
}

// run runs the program and returns its exit status (-1: killed) and its messages;
// then is called once it has started.
func run(t *testing.T, cmd *exec.Cmd, then ...func(*os.Process)) (status int, said string) {
	t.Helper()
	var b bytes.Buffer
	cmd.Stderr = &b
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for _, started := range then {
		started(cmd.Process)
	}
	err := cmd.Wait()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), b.String()
}

// room makes a folder with a survey of twelve organisations.
func room(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var b strings.Builder
	b.WriteString("Wat is de naam van uw organisatie?;Type organisatie;Gebruikt u WhatsApp?;Hoe tevreden bent u over WhatsApp?\n")
	for i := range 12 {
		fmt.Fprintf(&b, "Gemeente %c;%s;%s;%s\n", 'A'+i, []string{"Gemeente", "Waterschap"}[i%2], []string{"Ja", "Nee", "Ja"}[i%3], []string{"Tevreden", "Neutraal"}[i%2])
	}
	if err := os.WriteFile(filepath.Join(dir, "s.csv"), []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// files reads all files of a folder but the survey.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		name := strings.TrimPrefix(path, dir+"/")
		switch {
		case err != nil || path == dir || name == "s.csv":
			return err
		case d.IsDir():
			if strings.HasPrefix(d.Name(), ".") {
				found[name+"/"] = "a scratch folder"
			}
			return nil
		}
		data, err := os.ReadFile(path)
		found[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// writing are runs that write, into x.
func writing() [][]string {
	return [][]string{
		{"report", "s.csv", "--out", "x.html"},
		{"compare", "s.csv", "--all", "--format", "markdown", "--out", "x"},
		{"chart", "s.csv", "--all", "--format", "svg", "--out", "x"},
		{"analyze", "s.csv", "--out", "x"},
	}
}

// TestInterrupts stops runs at random moments: what is there then is whole, and
// nothing else is.
func TestInterrupts(t *testing.T) {
	for _, args := range writing() {
		t.Run(args[0], func(t *testing.T) {
			t.Parallel()
			whole := room(t)
			began := time.Now()
			if status, said := run(t, program(whole, args...)); status != 0 && status != 3 {
				t.Fatalf("status %d: %s", status, said)
			}
			takes, want := time.Since(began), files(t, whole)
			random := rand.New(rand.NewPCG(7, uint64(len(args))))
			for try := range 3 {
				dir := room(t)
				cmd := program(dir, args...)
				after := time.Duration(random.Int64N(int64(takes)))
				signal := []os.Signal{syscall.SIGINT, syscall.SIGTERM}[try%2]
				status, said := run(t, cmd, func(p *os.Process) {
					time.AfterFunc(after, func() { _ = p.Signal(signal) }) // it may have ended
				})
				got := files(t, dir)
				for name, text := range got {
					if name == "x/.compare-journal" || want[name] == text {
						continue
					}
					t.Errorf("%v after %v: %s is not as a whole run leaves it (%d bytes)", signal, after, name, len(text))
				}
				switch {
				case status == -1, status == 0, status == 3: // before the program listens; done
				case status == 130 && strings.HasPrefix(said, "benchmark: interrupted"):
				default:
					t.Errorf("%v after %v: status %d, %q", signal, after, status, said)
				}
			}
		})
	}
}

// TestFullDisk limits the size of a file to 4 kB: the old file stays as it was.
func TestFullDisk(t *testing.T) {
	for _, form := range []string{"html", "xlsx", "json"} {
		dir := room(t)
		path := filepath.Join(dir, "x."+form)
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := program(dir)
		cmd.Args = []string{"sh", "-c", `ulimit -f 8; exec "$0" "$@"`, os.Args[0], "report", "s.csv", "--out", "x." + form}
		cmd.Path = "/bin/sh"
		status, said := run(t, cmd)
		if got := files(t, dir); status != 1 || len(got) != 1 || got["x."+form] != "old" || !strings.Contains(said, "writing "+path) && !strings.Contains(said, "writing x.") || strings.Count(said, "\n") != 1 {
			t.Errorf("%s: status %d, %q, %d files", form, status, said, len(got))
		}
	}
	dir := room(t)
	cmd := program(dir, "analyze", "s.csv")
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Logf("no /dev/full here: %v", err)
		return
	}
	defer func() { _ = full.Close() }() // nothing could be written
	cmd.Stdout = full
	if status, said := run(t, cmd); status != 1 || !strings.Contains(said, "no space left on device; make room") {
		t.Errorf("a full device: status %d, %q", status, said)
	}
}

// TestUnread closes the other end of the output.
func TestUnread(t *testing.T) {
	dir := room(t)
	if err := os.Mkdir(filepath.Join(dir, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"analyze", "s.csv", "--out", "x"}, {"analyze", "s.csv", "--format", "json"}} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		cmd := program(dir, args...)
		cmd.Stdout = w
		status, said := run(t, cmd)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if status != 141 || strings.Contains(said, "pipe") {
			t.Errorf("%v: status %d, %q", args, status, said)
		}
	}
	for name := range files(t, dir) {
		if strings.Contains(name, ".tmp") {
			t.Errorf("left behind: %s", name)
		}
	}
}

// TestTwoRuns writes to one folder by two runs at a time.
func TestTwoRuns(t *testing.T) {
	for _, args := range [][]string{writing()[1], writing()[3]} {
		alone, dir := room(t), room(t)
		run(t, program(alone, args...))
		var both sync.WaitGroup
		for range 2 {
			both.Go(func() {
				if status, said := run(t, program(dir, args...)); status != 0 && status != 3 {
					t.Errorf("%s: status %d, %s", args[0], status, said)
				}
			})
		}
		both.Wait()
		want, got := files(t, alone), files(t, dir)
		for name, text := range got {
			if want[name] != text {
				t.Errorf("%s: %s is not as one run leaves it", args[0], name)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d files, want %d", args[0], len(got), len(want))
		}
	}
}
