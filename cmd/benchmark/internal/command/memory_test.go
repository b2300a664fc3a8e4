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

// TestCollector: no collection before a small survey's worth is in use; a large file is
// collected early; what somebody set stays.
func TestCollector(t *testing.T) {
	before := debug.SetGCPercent(usualPercent)
	limit := debug.SetMemoryLimit(-1)
	t.Cleanup(func() {
		debug.SetGCPercent(before)
		debug.SetMemoryLimit(limit)
	})
	if memoryOfGroup() < roomInEach*smallRoom {
		t.Fatal("this test takes a container with more memory")
	}
	for _, tt := range []struct {
		set   int
		limit int64
		size  int64
		want  int
	}{
		{usualPercent, unlimited, 0, 1600},
		{usualPercent, unlimited, 25 << 10, 1600},
		{usualPercent, unlimited, 8 << 20, usualPercent},
		{usualPercent, unlimited, largeFile, largePercent},
		{usualPercent, 256 << 20, 0, usualPercent},
		{usualPercent, 256 << 20, largeFile, largePercent},
		{200, unlimited, 0, 200},
		{200, unlimited, largeFile, 200},
		{-1, unlimited, 0, -1},
	} {
		debug.SetMemoryLimit(tt.limit)
		debug.SetGCPercent(tt.set)
		new(memory).prepare(tt.size)
		if got := percentNow(); got != tt.want {
			t.Errorf("%d bytes, %d%% set, limit %d: %d%%, want %d%%", tt.size, tt.set, tt.limit, got, tt.want)
		}
	}
}

// TestPercentOver: a collection begins at 64 MB, or at twice what lives.
func TestPercentOver(t *testing.T) {
	for _, tt := range []struct {
		live uint64
		want int
	}{{0, 1600}, {1 << 20, 1600}, {1 << 23, 700}, {1 << 25, 100}, {1 << 30, 100}} {
		if got := percentOver(tt.live); got != tt.want {
			t.Errorf("%d bytes live: %d%%, want %d%%", tt.live, got, tt.want)
		}
	}
}

// TestAtCollection: what lives is looked at after each collection.
func TestAtCollection(t *testing.T) {
	seen := make(chan uint64, 100)
	atCollection(func() { seen <- liveNow() })
	for range 2 {
		runtime.GC()
		select {
		case live := <-seen:
			if live == 0 || live > 1<<30 {
				t.Errorf("%d bytes live", live)
			}
		case <-time.After(10 * time.Second):
			t.Fatal("nothing was done after a collection")
		}
	}
}
