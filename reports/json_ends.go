package reports

import (
	"reflect"
	"runtime"
	"sync"
)

// jsonPiece is an element of a list as another thread wrote it.
type jsonPiece struct {
	text []byte
	err  error
}

// fromBothEnds writes a list of structs that are filled in when they are written: this
// thread from the front, in its place, and others meanwhile from the back, whose pieces
// follow in the order of the list.
func (j *jsonWriter) fromBothEnds(v reflect.Value, s *jsonShape) {
	left := ends{last: v.Len()}
	pieces := make([]jsonPiece, left.last)
	threads := min(runtime.GOMAXPROCS(0), left.last)
	rest := max(j.room-len(j.out), 0)
	var others sync.WaitGroup
	for range threads - 1 {
		others.Go(func() {
			w, elem := jsonWriter{out: make([]byte, 0, rest/threads)}, shapeOf(s.elem.of, s.elem.deep)
			for i, more := left.back(); more; i, more = left.back() {
				from := len(w.out)
				w.begin(s.line, i == 0)
				w.value(v.Index(i), elem)
				pieces[i] = jsonPiece{w.out[from:], w.err}
			}
		})
	}
	if rest > cap(j.out)-len(j.out) { // new memory takes as long as much of the work: the others have begun
		j.out = append(make([]byte, 0, j.room), j.out...)
	}
	for i, more := left.front(); more; i, more = left.front() {
		j.begin(s.line, i == 0)
		j.value(v.Index(i), s.elem)
	}
	others.Wait()
	for _, p := range pieces[left.first:] {
		j.out = append(j.out, p.text...)
		if p.err != nil {
			j.err = p.err
		}
	}
}

// ends hands out the numbers from first up to last, from both ends until they meet.
type ends struct {
	lock        sync.Mutex
	first, last int
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

// back returns the last number that is left.
func (e *ends) back() (i int, more bool) {
	e.lock.Lock()
	defer e.lock.Unlock()
	if e.first == e.last {
		return 0, false
	}
	e.last--
	return e.last, true
}
