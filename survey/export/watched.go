package export

import (
	"io"
	"sync/atomic"
)

// watched is a source that tells how much of it has been read.
type watched struct {
	io.ReaderAt
	done atomic.Int64
	all  int64
	tell func(done, all int64)
}

// watched returns the source, which tells as the options say.
func (f *reader) watched(src io.ReaderAt, size int64) io.ReaderAt {
	if f.opt.Progress == nil {
		return src
	}
	return &watched{ReaderAt: src, all: size, tell: f.opt.Progress}
}

// ReadAt reads from the source.
func (w *watched) ReadAt(b []byte, at int64) (int, error) {
	n, err := w.ReaderAt.ReadAt(b, at)
	w.tell(w.done.Add(int64(n)), w.all)
	return n, err
}
