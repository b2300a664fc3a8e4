package reports

import (
	"reflect"
	"runtime"
	"sync"
)

// jsonLate is an element that is left out of the text at a place.
type jsonLate struct {
	at int
	v  reflect.Value
	of *jsonShape
}

// jsonPiece is such an element as another thread wrote it.
type jsonPiece struct {
	text []byte
	err  error
}

// fromBothEnds writes what was left out: this thread from the front, in its place, and
// others meanwhile from the back, whose pieces follow.
func (j *jsonWriter) fromBothEnds() {
	if len(j.late) == 0 {
		return
	}
	left := &ends{last: len(j.late)}
	pieces := make([]jsonPiece, left.last)
	threads := min(runtime.GOMAXPROCS(0), left.last)
	for range threads - 1 {
		go j.fromBack(left, pieces, j.room/threads)
	}
	// New memory takes as long as much of the work: the others have begun.
	w := jsonWriter{out: make([]byte, 0, max(j.room, len(j.out))), now: true, err: j.err}
	done := 0
	until := func(at int) {
		w.out = append(w.out, j.out[done:at]...)
		done = at
	}
	for i, more := left.front(); more; i, more = left.front() {
		until(j.late[i].at)
		w.value(j.late[i].v, j.late[i].of)
	}
	left.others.Wait()
	for i := left.first; i < len(pieces); i++ {
		until(j.late[i].at)
		w.out = append(w.out, pieces[i].text...)
		if pieces[i].err != nil {
			w.err = pieces[i].err
		}
	}
	until(len(j.out))
	j.out, j.err = w.out, w.err
}

// fromBack writes what is left from the back, with room for so many bytes.
func (j *jsonWriter) fromBack(left *ends, pieces []jsonPiece, room int) {
	w := jsonWriter{now: true}
	var was, own *jsonShape // what a shape consists of is looked up by one thread
	for i, more := left.back(); more; i, more = left.back() {
		if w.out == nil {
			w.out = make([]byte, 0, room)
		}
		late, from := &j.late[i], len(w.out)
		if was != late.of {
			was, own = late.of, shapeOf(late.of.of, late.of.deep)
		}
		w.value(late.v, own)
		pieces[i] = jsonPiece{w.out[from:], w.err}
		left.others.Done()
	}
}

// ends hands out the numbers from first up to last, from both ends until they meet.
// Others are what was taken from the back and is not done: nobody waits for a thread that
// has begun too late to take anything.
type ends struct {
	lock        sync.Mutex
	first, last int
	others      sync.WaitGroup
}

// front returns the first number that is left.
func (e *ends) front() (i int, more bool) {
	e.lock.Lock()
	defer e.lock.Unlock()
	if e.first == e.last {
		return 0, false
	}
	e.first++
	return e.first - 1, true
}

// back returns the last number that is left, which is to be told done.
func (e *ends) back() (i int, more bool) {
	e.lock.Lock()
	defer e.lock.Unlock()
	if e.first == e.last {
		return 0, false
	}
	e.last--
	e.others.Add(1)
	return e.last, true
}
