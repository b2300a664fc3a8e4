package command

import (
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"unsafe"
)

// largePages lets the memory that is used next come in large pages, where the system
// has them on request, as most do. A small survey then takes a few page faults and not
// thousands, which are dear in a virtual machine. None of it is in use yet: the advice
// stays with the addresses when they are given back. Without it, or where addresses count
// as memory, all is as it was.
func largePages() {
	if promised, err := os.ReadFile("/proc/sys/vm/overcommit_memory"); err != nil || strings.TrimSpace(string(promised)) == "2" {
		return
	}
	advise(syscall.MADV_HUGEPAGE)
}

// advise gives advice on the room.
func advise(advice uintptr) {
	var advising sync.WaitGroup
	advising.Go(func() { asStack(advice, nil) })
	advising.Wait()
}

const pageSize = 1 << 21 // bytes of a large page

// asStack gives the advice on the room while it is the stack of a goroutine, since a
// stack is given back when its goroutine ends. What is on the heap takes a collection,
// which is a tenth of the time that a small survey takes. The frame has room for what
// never returns, which is most of the room, and nobody touches it. Where in the stack its
// variables are is not known: the advice is on as many addresses before them as behind,
// and holds for those of them that there are.
//
//go:noinline
func asStack(advice uintptr, never func() [smallRoom * 3 / 4]byte) {
	if never != nil {
		_ = never()
	}
	var here byte
	from := uintptr(unsafe.Pointer(&here))&^(pageSize-1) - smallRoom
	_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, from, 2*smallRoom, advice) // without it all is as it was
}

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
		limit = min(limit, unclaimed(addresses.Cur))
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

// unclaimed returns how many of a number of addresses are free: a program has claimed
// many more than it uses by the time it begins.
func unclaimed(addresses uint64) int64 {
	if addresses >= unlimited {
		return unlimited
	}
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	first, _, _ := strings.Cut(string(statm), " ")
	pages, err := strconv.ParseUint(first, 10, 64)
	if err != nil {
		return 0
	}
	return int64(addresses - min(addresses, pages*uint64(os.Getpagesize())))
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
