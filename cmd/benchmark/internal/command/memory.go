package command

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// What the process does with memory, all of it here and in memory_linux.go.
//
// A survey of a few hundred organisations makes some tens of megabytes of passing
// values. To collect these nine times over, and to be given the pages for them four
// kilobytes at a time, took as long as all of the work; so no collection begins before
// that much is in use, and the pages are large ones. What a large file becomes stays in
// use, in few large columns: that is collected early, which saves a quarter of the memory
// for no more time.
//
// Who limits memory (GOMEMLIMIT, a container, addresses) or says when to collect
// (GOGC) has the last word.
const (
	usualPercent = 100 // GOGC where nobody sets it

	pagesFrom  = 1 << 23 // bytes of a file that fills more than the small room
	smallRoom  = 1 << 26
	largeRoom  = 1 << 28
	roomInEach = 8 // there must be so many times the room

	largeFile    = 1 << 24 // bytes of a file of which what is read stays in use
	largePercent = 25
	minimumHeap  = 1 << 22 // in use before a collection however little lives, at the usual percentage
)

// memory is what the process was given for its survey files.
type memory struct {
	room int64 // bytes of addresses that come in large pages
}

// prepare makes memory ready for a survey file of a size in bytes; 0 when unknown.
func (m *memory) prepare(size int64) {
	room := int64(smallRoom)
	if size >= pagesFrom {
		room = largeRoom
	}
	ample := limited() >= room*roomInEach
	if ample && room > m.room {
		m.room = room
		largePages(room)
	}
	switch {
	case size >= largeFile:
		collectAt(largePercent)
	case ample && size < pagesFrom && collectAt(percentOver(0)):
		atCollection(func() { debug.SetGCPercent(percentOver(liveNow())) })
	}
}

// percentOver returns the percentage by which the next collection begins when the small
// room is in use, or twice what lives, whichever is more.
func percentOver(live uint64) int {
	const alone = smallRoom / minimumHeap * usualPercent // where little lives
	return min(max(usualPercent, int(smallRoom*100/max(live, 1))-100), alone)
}

// atCollection has work done after each collection.
func atCollection(work func()) {
	mark := new([64]byte) // of a size of its own, so that nothing else keeps it
	runtime.AddCleanup(mark, func(int) {
		work()
		atCollection(work)
	}, 0)
}

// liveNow returns how many bytes the last collection left in use.
func liveNow() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// collectAt sets the percentage that is added to what is in use before a collection,
// and reports whether it did: not where somebody set another one.
func collectAt(percent int) bool {
	was := debug.SetGCPercent(percent)
	if was == usualPercent {
		return true
	}
	debug.SetGCPercent(was)
	return false
}

// limited returns how many bytes the process may have, as far as that is known.
func limited() int64 {
	limit := memoryOfGroup()
	if set := allowed(); set > 0 {
		limit = min(limit, set)
	}
	return limit
}

// unlimited is the limit where there is none.
const unlimited = math.MaxInt64
