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

// TestCollector: no collection before a small survey's worth is in use, and from the
// first one on as usual; a large file is collected early; what somebody set stays.
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
		{usualPercent, unlimited, 4 << 20, usualPercent},
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
		if tt.want != 1600 {
			continue
		}
		runtime.GC()
		for patience := time.Now().Add(10 * time.Second); percentNow() != usualPercent; time.Sleep(time.Millisecond) {
			if time.Now().After(patience) {
				t.Fatalf("%d bytes: still %d%% after a collection", tt.size, percentNow())
			}
		}
	}
}
