package command

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// percentNow returns the percentage of the collector.
func percentNow() int {
	was := debug.SetGCPercent(usualPercent)
	debug.SetGCPercent(was)
	return was
}

// TestCollector: no collection before a small survey's worth is in use, or half of it of a
// large file; what somebody set stays.
func TestCollector(t *testing.T) {
	before := debug.SetGCPercent(usualPercent)
	limit := debug.SetMemoryLimit(-1)
	t.Cleanup(func() {
		debug.SetGCPercent(before)
		debug.SetMemoryLimit(limit)
	})
	ample := memoryOfSystem() >= roomInEach*smallRoom
	for _, tt := range []struct {
		set   int
		limit int64
		size  int64
		want  int
	}{
		{usualPercent, unlimited, 0, 1600},
		{usualPercent, unlimited, 25 << 10, 1600},
		{usualPercent, unlimited, workbookFrom, 800},
		{usualPercent, unlimited, workbookTo, 1600},
		{usualPercent, unlimited, 8 << 20, usualPercent},
		{usualPercent, unlimited, largeFile, 800},
		{usualPercent, 256 << 20, 0, usualPercent},
		{usualPercent, 256 << 20, largeFile, largePercent},
		{200, unlimited, 0, 200},
		{200, unlimited, largeFile, 200},
		{-1, unlimited, 0, -1},
	} {
		debug.SetMemoryLimit(tt.limit)
		if tt.want > usualPercent && tt.set == usualPercent && !ample { // in a small container
			tt.want = usualPercent
			if tt.size >= largeFile {
				tt.want = largePercent
			}
		}
		debug.SetGCPercent(tt.set)
		m := new(memory)
		m.prepare(tt.size)
		m.mu.Lock()
		if got := percentNow(); got != tt.want {
			t.Errorf("%d bytes, %d%% set, limit %d: %d%%, want %d%%", tt.size, tt.set, tt.limit, got, tt.want)
		}
		m.mu.Unlock()
		m.stop()
	}
}

// TestPercentOver: a collection begins at 64 MB or 32, or at twice what lives, or a quarter more.
func TestPercentOver(t *testing.T) {
	for _, tt := range []struct {
		live  uint64
		until int64
		least int
		want  int
	}{
		{0, smallRoom, 100, 1600}, {1 << 20, smallRoom, 100, 1600}, {1 << 23, smallRoom, 100, 700},
		{1 << 25, smallRoom, 100, 100}, {1 << 30, smallRoom, 100, 100},
		{0, smallRoom / 2, 100, 800}, {1 << 23, smallRoom / 2, 100, 300}, {1 << 24, smallRoom / 2, 100, 100},
		{0, smallRoom / 2, 25, 800}, {1 << 24, smallRoom / 2, 25, 100}, {1 << 25, smallRoom / 2, 25, 25},
	} {
		if got := percentOver(tt.live, tt.until, tt.least); got != tt.want {
			t.Errorf("%d bytes live: %d%%, want %d%%", tt.live, got, tt.want)
		}
	}
}

// TestRoomUsedAgain: when less lives than before, no collection begins until as much is in
// use again.
func TestRoomUsedAgain(t *testing.T) {
	m := &memory{until: smallRoom / 2, least: largePercent}
	for _, tt := range []struct {
		live uint64
		want int
	}{{16 << 20, 100}, {40 << 20, 25}, {20 << 20, 150}, {64 << 20, 25}, {40 << 20, 100}, {64 << 20, 25}, {32 << 20, 150}} {
		if got := m.next(tt.live); got != tt.want {
			t.Errorf("%d bytes live: %d%%, want %d%%", tt.live, got, tt.want)
		}
	}
}

// TestCollectionsGoOn: who comes to use much has memory collected as usual, and of a large
// file early.
func TestCollectionsGoOn(t *testing.T) {
	before := debug.SetGCPercent(usualPercent)
	t.Cleanup(func() { debug.SetGCPercent(before) })
	for _, tt := range []struct {
		sizes []int64
		want  int
	}{{[]int64{0}, usualPercent}, {[]int64{largeFile}, largePercent}, {[]int64{0, largeFile}, largePercent}} {
		debug.SetGCPercent(usualPercent)
		m := &memory{}
		for _, size := range tt.sizes {
			m.prepare(size)
		}
		much := make([]byte, 3*smallRoom)
		percent := func() int { // what it takes to look is in nobody's way
			m.mu.Lock()
			defer m.mu.Unlock()
			return percentNow()
		}
		for patience := time.Now().Add(10 * time.Second); percent() != tt.want; runtime.GC() {
			if time.Now().After(patience) {
				t.Fatalf("files of %d: still %d%% with %d bytes in use", tt.sizes, percent(), len(much))
			}
		}
		runtime.KeepAlive(much)
		m.stop()
	}
}
