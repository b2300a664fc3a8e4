package command

import (
	"os"
	"path"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"unsafe"
)

// largePages lets the memory that is used next come in large pages, where the system
// has them on request, as most do. The columns of a million rows then take a hundred
// page faults and not tens of thousands, which are dear in a virtual machine. None of it
// is in use yet: the advice stays with the addresses when they are given back. Without
// it, or where addresses count as memory, all is as it was.
func largePages(size int64) {
	if promised, err := os.ReadFile("/proc/sys/vm/overcommit_memory"); err != nil || strings.TrimSpace(string(promised)) == "2" {
		return
	}
	if size == smallRoom { // most of it is about to be used
		done := make(chan bool)
		go func() { done <- asStack(false) }()
		<-done
		return
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // the room itself is no reason to collect
	room := make([]byte, size)
	_ = syscall.Madvise(room, syscall.MADV_HUGEPAGE)
	runtime.KeepAlive(room)
	debug.FreeOSMemory()
}

const pageSize = 1 << 21 // bytes of a large page

// asStack gives the advice on the small room while it is the stack of a goroutine, since
// a stack is given back when its goroutine ends. What is on the heap takes a collection,
// which is a tenth of the time that a small survey takes. The frame is as large as what
// would be called in it, and untouched. The return value is no more than a use of that.
//
//go:noinline
func asStack(called bool) bool {
	if called {
		return fills()[0] == 0
	}
	var here byte
	from := uintptr(unsafe.Pointer(&here))&^(pageSize-1) - smallRoom
	_, _, err := syscall.Syscall(syscall.SYS_MADVISE, from, 2*smallRoom, syscall.MADV_HUGEPAGE)
	return err == 0
}

// fills returns what makes the frame that it is called in most of the small room: there
// are two of it.
//
//go:noinline
func fills() (room [smallRoom * 3 / 8]byte) { return room }

// memoryOfSystem returns how many bytes the system lets the process have: of what it has
// itself, of addresses, and as a member of its control group, such as a container is, and
// of those around it.
func memoryOfSystem() int64 {
	limit := int64(unlimited)
	var system syscall.Sysinfo_t
	if syscall.Sysinfo(&system) == nil {
		limit = min(limit, int64(uint64(system.Totalram)*uint64(system.Unit))) //nolint:unconvert // smaller on other processors
	}
	var addresses syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_AS, &addresses) == nil {
		limit = int64(min(addresses.Cur, unlimited))
	}
	groups, err := os.ReadFile("/proc/self/cgroup")
	if err != nil {
		return limit
	}
	for line := range strings.Lines(string(groups)) {
		_, rest, _ := strings.Cut(strings.TrimSpace(line), ":")
		of, group, _ := strings.Cut(rest, ":")
		switch of {
		case "":
			limit = min(limit, leastOf("/sys/fs/cgroup", group, "memory.max"))
		case "memory":
			limit = min(limit, leastOf("/sys/fs/cgroup/memory", group, "memory.limit_in_bytes"))
		}
	}
	return limit
}

// leastOf returns the least number in the files of a name in a folder and those
// around it, up to the root. Which are not there, or hold no number, set no limit.
func leastOf(root, folder, name string) int64 {
	least := int64(unlimited)
	for folder = path.Join("/", folder); ; folder = path.Dir(folder) {
		if text, err := os.ReadFile(path.Join(root, folder, name)); err == nil {
			if n, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil {
				least = min(least, n)
			}
		}
		if folder == "/" {
			return least
		}
	}
}
