package analysis

import (
	"runtime"
	"sync"
	"sync/atomic"

	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
	"benchmark/survey/stack"
)

// manyRespondents is how many there must be for a thread to look at part of what they gave.
const manyRespondents = 1 << 16

// each calls do with every number below n, on as many threads as there are. What
// do fills in for one number must not depend on another, so that the result is
// the same for any number of threads.
func each(n int, do func(i int)) {
	onThreads(n, func(left func() (int, bool)) {
		for i, more := left(); more; i, more = left() {
			do(i)
		}
	})
}

// onThreads lets threads work on the numbers below n, of which left gives the next. The one
// that asks for it works too: where there is little to do, it has done that before
// another has begun.
func onThreads(n int, work func(left func() (i int, more bool))) {
	var all sync.WaitGroup
	var next atomic.Int64
	left := func() (int, bool) {
		i := int(next.Add(1)) - 1
		return i, i < n
	}
	for range min(runtime.GOMAXPROCS(0), n) - 1 {
		all.Go(func() { work(left) })
	}
	work(left)
	all.Wait()
}

// desks are those of the threads that work on a study.
type desks struct {
	lock sync.Mutex
	free []*desk
}

// each is each with a desk for every thread.
func (all *desks) each(n int, do func(d *desk, i int)) {
	onThreads(n, func(left func() (int, bool)) {
		stack.Deepen()
		d := all.take()
		for i, more := left(); more; i, more = left() {
			do(d, i)
		}
		all.put(d)
	})
}

// eachOf is each with a desk for every thread, or in order where one thread makes a table.
func (b *builder) eachOf(n int, do func(d *desk, i int)) {
	if !b.alone {
		b.desks.each(n, do)
		return
	}
	d := b.desks.take()
	for i := range n {
		do(d, i)
	}
	b.desks.put(d)
}

// take returns a desk that nobody uses.
func (all *desks) take() *desk {
	all.lock.Lock()
	defer all.lock.Unlock()
	if last := len(all.free) - 1; last >= 0 {
		d := all.free[last]
		all.free = all.free[:last]
		return d
	}
	return new(desk)
}

// put gives a desk back.
func (all *desks) put(d *desk) {
	all.lock.Lock()
	defer all.lock.Unlock()
	all.free = append(all.free, d)
}

// desk is room for what a figure or a test needs while it is made, so that the next one
// does not ask for memory of its own: the sums per stratum of what is compared with what
// else, and the numbers of a table. Only one of each is laid out at a time.
type desk struct {
	contrast.Desk
	members  []members
	table    []float64
	part     []estimate.Cell
	groups   []estimate.Cell
	byGroup  [][]estimate.Cell
	ofGroups []float64
	summed   []summed
	counts   []int
	weighed  []weighed
}

// tally returns room for a tally, with what was counted last.
func (d *desk) tally(p *profiles) tally {
	t := tally{n: room(&d.counts, len(p.stratum))}
	if p.weights != nil {
		t.w = room(&d.weighed, len(p.stratum))
	}
	return t
}

// room returns n of what is used again, larger where that is needed.
func room[T any](of *[]T, n int) []T {
	if len(*of) < n {
		*of = make([]T, max(n, 2*len(*of)))
	}
	return (*of)[:n]
}
