package command

import (
	"math"
	"runtime"
	"runtime/debug"
	"sync"
)

// What the process does with memory, all of it here and in memory_linux.go.
//
// A survey of a few hundred organisations makes some tens of megabytes of passing
// values. To collect these nine times over, and to be given the pages for them four
// kilobytes at a time, took as long as all of the work; so no collection begins before
// that much is in use, and the pages are large ones. What a large file becomes stays in
// use, in few large columns: that is collected early, which saves a quarter of the memory
// for no more time. Its pages are small ones: a virtual machine that gave memory back
// is given a large one in 2 ms, twenty times as slowly as one that it still had, and 512
// small ones always in 0.7 ms. For a file between small and large nothing is done.
//
// Who limits memory (GOMEMLIMIT, a container, addresses) or says when to collect
// (a GOGC other than 100) has the last word.
const (
	usualPercent = 100 // GOGC where nobody sets it

	smallRoom  = 1 << 26 // bytes that what a file becomes may fill before it is collected
	roomFor    = 1 << 23 // bytes of a file of which it does not fill more than that
	largeRoom  = 1 << 28 // bytes that a larger file may take, for which nothing is got ready
	roomInEach = 8       // there must be so many times the room

	// A file of so many bytes may be a workbook, of which the cells alone fill half of the
	// small room and are passed on before the rest is filled; a text is done by then. New
	// memory takes longer than a collection, the more so where other programs had it.
	workbookFrom = 1 << 20
	workbookTo   = 1 << 22

	largeFile    = 1 << 24 // bytes of a file of which what is read stays in use
	largePercent = 25
	minimumHeap  = 1 << 22 // in use before a collection however little lives, at the usual percentage
)

// memory is what the process was given for its survey files.
type memory struct {
	mu    sync.Mutex
	pages bool  // the small room comes in large pages, and may be as many bytes again around it
	rooms bool  // no collection begins before the bytes of until are in use
	until int64 // of a large file as many as were in use before, for which there are pages
	least int   // the percentage when more than that is
	over  bool  // the percentage is not to be set any more
}

// stop ends what is done with memory by itself. Memory stays as it is.
func (m *memory) stop() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.over = true
}

// prepare makes memory ready for a survey file of a size in bytes; 0 when unknown.
func (m *memory) prepare(size int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	small := size < roomFor
	need := int64(smallRoom)
	if !small {
		need = largeRoom
	}
	ample := limited() >= need*roomInEach
	if ample && small && !m.pages {
		m.pages = true
		largePages()
	}
	switch was := debug.SetGCPercent(-1); {
	case was != usualPercent && !m.rooms: // somebody set it
		debug.SetGCPercent(was)
	case size >= largeFile && ample:
		m.rooms, m.until, m.least = true, smallRoom/2, largePercent
		m.collectOver(percentOver(0, m.until, m.least))
	case size >= largeFile:
		m.rooms = false
		debug.SetGCPercent(largePercent)
	case ample && small:
		m.rooms, m.until, m.least = true, smallRoom, usualPercent
		if size >= workbookFrom && size < workbookTo {
			m.until = smallRoom / 2
		}
		m.collectOver(percentOver(0, m.until, m.least))
	default:
		debug.SetGCPercent(was)
	}
}

// collectOver sets the percentage that is added to what lives before a collection, and
// after that one what it is from then on, until something else sets it.
func (m *memory) collectOver(percent int) {
	debug.SetGCPercent(percent)
	mark := new([64]byte) // of a size of its own, so that nothing else keeps it
	runtime.AddCleanup(mark, func(m *memory) {
		m.mu.Lock()
		defer m.mu.Unlock()
		if m.over {
			return
		}
		var now runtime.MemStats
		runtime.ReadMemStats(&now)
		if was := debug.SetGCPercent(-1); was != percent {
			debug.SetGCPercent(was)
			return
		}
		m.collectOver(m.next(live(now.NextGC, percent)))
	}, m)
}

// next returns the percentage for when a number of bytes lives. Of a large file it keeps in
// mind what was in use.
func (m *memory) next(live uint64) (percent int) {
	percent = percentOver(live, m.until, m.least)
	if m.least < usualPercent {
		m.until = max(m.until, int64(live)*int64(100+percent)/100)
	}
	return percent
}

// percentOver returns the percentage by which the next collection begins when a number of
// bytes is in use, or the least percentage more than what lives, whichever is more.
func percentOver(live uint64, until int64, least int) int {
	alone := int(until) / minimumHeap * usualPercent // where little lives
	return min(max(least, int(uint64(until)*100/max(live, 1))-100), alone)
}

// live returns how many bytes the last collection left in use, which with a percentage
// added is where the next one begins. Where that is the least of all, it is too many,
// which percentOver does not mind.
func live(next uint64, percent int) uint64 { return next * 100 / uint64(100+percent) }

// limited returns how many bytes the process may have, as far as that is known.
func limited() int64 {
	limit := memoryOfSystem()
	if set := allowed(); set > 0 {
		limit = min(limit, set)
	}
	return limit
}

// unlimited is the limit where there is none.
const unlimited = math.MaxInt64
