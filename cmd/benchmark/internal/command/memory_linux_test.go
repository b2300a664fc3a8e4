package command

import (
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// TestLeastOf: the memory of a group is also what those around it have.
func TestLeastOf(t *testing.T) {
	root := t.TempDir()
	inner := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(inner, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"own": "3000\n", "around": "2000\n", "most": "max\n", "odd": "x"} {
		folder := inner
		if name == "around" {
			folder = root
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]int64{"own": 3000, "around": 2000, "most": unlimited, "odd": unlimited, "absent": unlimited} {
		for _, group := range []string{"/a/b", "/a/b/c/d"} { // the latter is not there
			if got := leastOf(root, group, name); got != want {
				t.Errorf("%s of %s: %d, want %d", name, group, got, want)
			}
		}
	}
	if got := leastOf(root, "/../../..", "own"); got != unlimited {
		t.Errorf("above the root: %d", got)
	}
}

// TestRoom: the advice is on the addresses of the room, and nothing is collected for it.
// A system that has no large pages knows the advice to leave the room out of a dump.
func TestRoom(t *testing.T) {
	const leaveOut = 16               // MADV_DONTDUMP of madvise(2)
	percent := debug.SetGCPercent(-1) // none of the test's own
	t.Cleanup(func() { debug.SetGCPercent(percent) })
	runtime.GC() // one that has begun is none of ours
	advice := map[string]func(){"dd": func() { advise(leaveOut) }, "hg": largePages}
	if why := withoutLargePages(); why != "" {
		t.Logf("the advice on large pages is lost: %s", why)
		largePages() // and that does no harm
		delete(advice, "hg")
	}
	for flag, give := range advice {
		collections, before := collected(), advised(t, flag)
		give()
		if n := collected() - collections; n != 0 {
			t.Errorf("%s: %d collections", flag, n)
		}
		if got := advised(t, flag); got < 0 {
			t.Log("this system does not tell which advice was given")
		} else if got < smallRoom*3/4 || got > before+2*smallRoom {
			t.Errorf("%d bytes have the flag %s, and %d had it before a room of %d bytes", got, flag, before, smallRoom)
		}
	}
}

// withoutLargePages says why this system has none, or none on request, if that is so.
func withoutLargePages() string {
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage"); err != nil {
		return err.Error()
	}
	if promised, err := os.ReadFile("/proc/sys/vm/overcommit_memory"); err != nil || strings.TrimSpace(string(promised)) == "2" {
		return "addresses count as memory"
	}
	return ""
}

// TestUnclaimed: addresses that the program has claimed already are none that it may have.
func TestUnclaimed(t *testing.T) {
	claimed := unlimited - unclaimed(unlimited-1)
	if claimed < 1<<24 || claimed > 1<<40 {
		t.Errorf("%d bytes of addresses are claimed", claimed)
	}
	if got := unclaimed(1 << 24); got != 0 {
		t.Errorf("%d bytes of 16 MB are left", got)
	}
	if got := unclaimed(unlimited + 1); got != unlimited {
		t.Errorf("no limit is a limit of %d", got)
	}
	var system syscall.Sysinfo_t
	if err := syscall.Sysinfo(&system); err != nil {
		t.Fatal(err)
	}
	if got := memoryOfSystem(); uint64(got) > uint64(system.Totalram)*uint64(system.Unit) { //nolint:unconvert // smaller on other processors
		t.Errorf("%d bytes of memory, and the system has %d", got, system.Totalram)
	}
}

// collected returns how many collections there were.
func collected() uint32 {
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return now.NumGC
}

// advised returns how many bytes of addresses of this process have a flag of
// /proc/PID/smaps; -1 where the system tells of none.
func advised(t *testing.T, flag string) (bytes int64) {
	t.Helper()
	maps, err := os.ReadFile("/proc/self/smaps")
	if err != nil || !strings.Contains(string(maps), "VmFlags:") {
		return -1
	}
	kilobytes := int64(0)
	for line := range strings.Lines(string(maps)) {
		switch fields := strings.Fields(line); {
		case fields[0] == "Size:":
			if kilobytes, err = strconv.ParseInt(fields[1], 10, 64); err != nil {
				t.Fatal(err)
			}
		case fields[0] == "VmFlags:" && slices.Contains(fields, flag):
			bytes += kilobytes << 10
		}
	}
	return bytes
}
