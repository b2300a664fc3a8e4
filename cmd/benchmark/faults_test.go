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

// TestFullDisk writes where there is no room: the old file stays as it was.
func TestFullDisk(t *testing.T) {
	for _, form := range []string{"html", "xlsx", "json"} {
		for _, room := range []int{1, 8} {
			dir, cmd := cramped(t, room, "report", "s.csv", "--out", "x."+form)
			path := filepath.Join(dir, "x."+form)
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
			status, said := run(t, cmd)
			if got := files(t, dir); status != 1 || len(got) != 1 || got["x."+form] != "old" || !strings.HasPrefix(said, "benchmark: writing x.") || strings.Count(said, "\n") != 1 {
				t.Errorf("%s with room for %d kB: status %d, %q, %d files", form, room, status, said, len(got))
			}
		}
	}
	for _, args := range [][]string{{"analyze", "s.csv", "--out", "x"}, {"compare", "s.csv", "--all", "--out", "x"}, {"chart", "s.csv", "--all", "--out", "x"}} {
		dir, cmd := cramped(t, 48, args...)
		status, said := run(t, cmd)
		whole := room(t)
		run(t, program(whole, args...))
		want := files(t, whole)
		for name, text := range files(t, dir) {
			if name != "x/.compare-journal" && want[name] != text {
				t.Errorf("%s: %s is half written", args[0], name)
			}
		}
		if status != 1 || !strings.HasPrefix(said, "benchmark: writing ") || strings.Count(said, "\n") != 1 {
			t.Errorf("%s: status %d, %q", args[0], status, said)
		}
	}
}

// TestFullDevice prints to a device that is full.
func TestFullDevice(t *testing.T) {
	dir := room(t)
	cmd := program(dir, "analyze", "s.csv")
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Logf("no /dev/full here: %v", err) // macOS has none; TestRenderersTellAFailingWriter shows the same
		return
	}
	defer func() { _ = full.Close() }() // nothing could be written
	cmd.Stdout = full
	if status, said := run(t, cmd); status != 1 || !strings.Contains(said, "no space left on device; make room") {
		t.Errorf("a full device: status %d, %q", status, said)
	}
}

// cramped makes a folder with a survey and about so many kB left, and a run in it: a
// small tmpfs where that may be mounted, else no file may be longer.
func cramped(t *testing.T, kb int, args ...string) (dir string, cmd *exec.Cmd) {
	t.Helper()
	dir = room(t)
	small := filepath.Join(t.TempDir(), "small")
	if err := os.Mkdir(small, 0o700); err != nil {
		t.Fatal(err)
	}
	// Two pages hold the folder's survey and old file.
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%dk", kb+8), "tmpfs", small).CombinedOutput(); err != nil {
		t.Logf("no tmpfs (%s), so a limit on files", bytes.TrimSpace(out))
		cmd = program(dir)
		cmd.Args = append([]string{"sh", "-c", fmt.Sprintf(`ulimit -f %d; exec "$0" "$@"`, 2*kb), os.Args[0]}, args...)
		cmd.Path = "/bin/sh"
		return dir, cmd
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", small).CombinedOutput(); err != nil {
			t.Errorf("umount: %s", out)
		}
	})
	data, err := os.ReadFile(filepath.Join(dir, "s.csv"))
	if err == nil {
		err = os.WriteFile(filepath.Join(small, "s.csv"), data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return small, program(small, args...)
}

// TestDenied: a survey that may not be read, and a folder that may not be written
// to. Nothing is denied to root, who therefore runs it as nobody.
func TestDenied(t *testing.T) {
	dir := room(t)
	name := filepath.Join(dir, "program")
	if err := os.Link(os.Args[0], name); err != nil {
		t.Fatal(err)
	}
	for path, mode := range map[string]fs.FileMode{filepath.Dir(dir): 0o755, dir: 0o555, name: 0o555, filepath.Join(dir, "s.csv"): 0o444} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) }) // only so that it can be removed
	as := func(args ...string) (int, string) {
		cmd := program(dir, args...)
		cmd.Path, cmd.Args[0] = name, name
		if os.Geteuid() == 0 {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		return run(t, cmd)
	}
	for _, args := range writing() {
		status, said := as(args...)
		if status != 1 || !strings.HasPrefix(said, "benchmark: writing ") || !strings.Contains(said, "permission denied") || strings.Count(said, "\n") != 1 {
			t.Errorf("%v: status %d, %q", args, status, said)
		}
	}
	if err := os.Chmod(filepath.Join(dir, "s.csv"), 0o000); err != nil {
		t.Fatal(err)
	}
	if status, said := as("analyze", "s.csv"); status != 1 || said != "benchmark: reading s.csv: permission denied\n" {
		t.Errorf("reading: status %d, %q", status, said)
	}
	if left := files(t, dir); len(left) != 1 { // the program
		t.Errorf("left behind: %d files", len(left)-1)
	}
}

// TestFrameIsAFile: a codebook that names what is no file is refused, also where
// reading it would wait for ever.
func TestFrameIsAFile(t *testing.T) {
	dir := room(t)
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, named := range []string{".", "pipe", "/dev/zero"} {
		for _, line := range []string{"frame: ", "register: "} {
			if err := os.WriteFile(filepath.Join(dir, "s.codebook.yaml"), []byte(line+named+"\nquestions: [{id: type, column: Type organisatie, kind: open}]\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			status, said := run(t, program(dir, "analyze", "s.csv"), func(p *os.Process) {
				time.AfterFunc(20*time.Second, func() { _ = p.Kill() }) // it has ended
			})
			if status != 1 || !strings.HasSuffix(said, ": "+named+" is no file; name a file\n") {
				t.Errorf("%s%s: status %d, %q", line, named, status, said)
			}
		}
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
