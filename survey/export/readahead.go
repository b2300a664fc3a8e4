package export

import "io"

const (
	aheadPiece  = 128 << 10
	aheadPieces = 4
	aheadFrom   = 1 << 20 // smaller parts are not worth it
)

// readAhead reads from a source in a goroutine of its own, a few pieces ahead
// of the reader, so that unpacking and parsing share the work of two cores.
type readAhead struct {
	filled chan piece
	empty  chan []byte
	quit   chan struct{}
	now    piece
	rest   []byte // of now
}

// piece is what one reading gave, with the error that ended it.
type piece struct {
	data []byte
	err  error
}

func newReadAhead(src io.Reader) *readAhead {
	a := &readAhead{filled: make(chan piece, aheadPieces), empty: make(chan []byte, aheadPieces), quit: make(chan struct{})}
	for range aheadPieces {
		a.empty <- make([]byte, aheadPiece)
	}
	go a.run(src)
	return a
}

// run fills pieces until the source ends or the reader has had enough.
func (a *readAhead) run(src io.Reader) {
	defer close(a.filled)
	for {
		select {
		case <-a.quit:
			return
		case buf := <-a.empty:
			n, err := fillPiece(src, buf)
			a.filled <- piece{buf[:n], err}
			if err != nil {
				return
			}
		}
	}
}

// fillPiece reads until the piece is full or the source has no more. A source
// that cuts off says so itself, which is why io.ReadFull does not serve here: it
// says the same of every last piece.
func fillPiece(src io.Reader, buf []byte) (n int, err error) {
	for n < len(buf) && err == nil {
		var m int
		m, err = src.Read(buf[n:])
		n += m
	}
	return n, err
}

// Read implements io.Reader.
func (a *readAhead) Read(p []byte) (int, error) {
	for len(a.rest) == 0 {
		if a.now.err != nil {
			return 0, a.now.err
		}
		if a.now.data != nil {
			a.empty <- a.now.data[:cap(a.now.data)]
		}
		a.now = <-a.filled
		a.rest = a.now.data
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

// stop ends the goroutine and waits for it; the source is free after that.
func (a *readAhead) stop() {
	close(a.quit)
	for range a.filled { // until it is closed
	}
}
