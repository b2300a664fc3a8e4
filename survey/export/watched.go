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
	w.tell(min(w.done.Add(int64(n)), w.all), w.all) // some of it is read again
	return n, err
}

// watch has the options told how much of a workbook has been unpacked.
func (p *parts) watch(opt *Options) {
	if opt.Progress == nil {
		return
	}
	var done atomic.Int64
	all := int64(p.unpacked())
	p.told = func(n int) { opt.Progress(done.Add(int64(n)), all) }
}

// counted returns what is read, of which each piece is told.
func (p *parts) counted(r io.Reader) io.Reader {
	if p.told == nil {
		return r
	}
	return &counted{r, p.told}
}

// counted is what tells how much of it is read.
type counted struct {
	io.Reader
	told func(n int)
}

// Read reads on.
func (c *counted) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.told(n)
	return n, err
}
