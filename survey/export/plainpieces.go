package export

import (
	"bytes"
	"crypto/sha256"
	"hash"
	"io"
	"sync"
)

// pieces cuts what a source holds into pieces of whole records.
type pieces struct {
	lock   sync.Mutex
	src    io.ReaderAt
	at, to int64
	bytes  int64 // from the first at to to
	size   int   // of a piece at most
	seq    int
	digest hash.Hash // of the bytes before and of the pieces that are done
}

// newPieces returns the pieces from a place to the end of a source, of which the
// bytes before that place are given.
func newPieces(src io.ReaderAt, before []byte, to int64, size int) *pieces {
	at := int64(len(before))
	p := &pieces{src: src, at: at, to: to, bytes: to - at, size: size, digest: sha256.New()}
	p.digest.Write(before)
	return p
}

// next reads the next piece into a buffer that has room for it, which it fills only where
// no record ends within the size of a piece. The number of bytes is 0 when none ends in all
// of it or it can't be read.
func (p *pieces) next(buf []byte) (seq, n int, more bool) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.at >= p.to {
		return 0, 0, false
	}
	seq = p.seq
	p.seq++
	for _, size := range []int{p.size, len(buf)} {
		if n = p.records(buf[:size]); n > 0 {
			p.at += int64(n)
			return seq, n, true
		}
	}
	p.at = p.to
	return seq, 0, true
}

// records reads into a buffer and returns up to where what was read is whole records; 0 when
// none is or it can't be read.
func (p *pieces) records(buf []byte) int {
	n := int(min(int64(len(buf)), p.to-p.at))
	if read, _ := p.src.ReadAt(buf[:n], p.at); read < n {
		return 0
	}
	if p.at+int64(n) < p.to {
		n = wholeRecords(buf[:n])
	}
	return n
}

// wholeRecords returns up to where the bytes, which begin with a record, are whole
// records: the last line end outside quotation marks.
func wholeRecords(b []byte) int {
	quotes := bytes.Count(b, []byte{'"'})
	for {
		to := bytes.LastIndexByte(b, '\n') + 1
		if to == 0 {
			return 0
		}
		if quotes -= bytes.Count(b[to:], []byte{'"'}); quotes%2 == 0 {
			return to
		}
		b = b[:to-1]
	}
}

// firstRecords returns the first n of the records that bytes begin with, or all there
// are, and how many: lines that end outside quotation marks.
func firstRecords(b []byte, n int) (first []byte, found int) {
	quotes := 0
	for at := 0; at < len(b); {
		line := b[at:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		at += len(line)
		if quotes += bytes.Count(line, []byte{'"'}); quotes%2 > 0 {
			continue
		}
		if found++; found == n {
			return b[:at], found
		}
	}
	return b, found
}
