package command

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
)

const (
	worthPages = 1 << 20 // a smaller file is not worth it
	pagedHeap  = 1 << 28
)

// largePages lets the memory that is used next come in large pages, where the system
// has them on request, as most do. The columns of a million rows then take a hundred
// page faults and not tens of thousands, which are dear in a virtual machine. None of it
// is in use yet: the advice stays with the addresses when they are given back. Without
// it, where the addresses of a process are limited, addresses count as memory or it has
// much memory already, all is as it was.
func largePages(size int64) {
	var addresses syscall.Rlimit
	if size < worthPages || syscall.Getrlimit(syscall.RLIMIT_AS, &addresses) != nil || addresses.Cur != math.MaxUint64 {
		return
	}
	if promised, err := os.ReadFile("/proc/sys/vm/overcommit_memory"); err != nil || strings.TrimSpace(string(promised)) == "2" {
		return
	}
	var now runtime.MemStats
	if runtime.ReadMemStats(&now); now.HeapSys >= pagedHeap {
		return
	}
	room := make([]byte, pagedHeap)
	_ = syscall.Madvise(room, syscall.MADV_HUGEPAGE)
	runtime.KeepAlive(room)
	debug.FreeOSMemory()
}
