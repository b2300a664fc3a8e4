package command

import (
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"sync/atomic"

	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/stack"
	"benchmark/survey/tidy"
)

// readSurvey reads a survey file: a regular file piece by piece where that can be
// done, so that it need not fit in memory, and what comes from elsewhere as a whole. It
// may be told that it is in vain, so that what it returns is of no use; nil: it is not.
func (c *console) readSurvey(path string, o export.Options, vain *inVain) (*export.File, error) {
	if path == standardInput {
		data, name, err := c.read(path)
		if err != nil {
			return nil, err
		}
		return export.Read(name, data, o)
	}
	name, err := dataName(path)
	if err != nil {
		return nil, err
	}
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	before, err := f.Stat()
	if err == nil && before.Mode().IsRegular() && before.Size() > 0 {
		return readPieces(f, before, path, o, vain)
	}
	data, err := readOpen(f, path)
	if err != nil {
		return nil, err
	}
	return export.Read(name, data, o)
}

// finder finds the codebook of a source and tells whether it lies beside the file, as
// findCodebook does; reader reads a survey file.
type (
	finder func(*source) (book *codebook.Codebook, beside bool, err error)
	reader func(export.Options) (*export.File, error)
)

// ahead is a survey file that was read while its codebook was, as is done without one,
// since few codebooks say how.
type ahead struct {
	console *console
	source  *source
	book    *codebook.Codebook
	beside  bool
	wrong   error // of the codebook
	file    *export.File
	err     error // of the file
	vain    inVain
}

// readAhead reads a survey file and its codebook. The thread that is awake takes the file,
// which takes longer.
func (c *console) readAhead(src *source) *ahead {
	a := &ahead{console: c, source: src, vain: inVain{known: make(chan struct{})}}
	first := c.readOptions(src, nil)
	go func() {
		stack.Deepen()
		a.book, a.beside, a.wrong = findCodebook(src)
		a.vain.settle(a.wrong != nil || !sameReading(c.readOptions(src, a.book), first))
	}()
	a.file, a.err = c.readSurvey(src.file, first, &a.vain)
	<-a.vain.known
	return a
}

// find is a finder of the codebook.
func (a *ahead) find(*source) (book *codebook.Codebook, beside bool, err error) {
	return a.book, a.beside, a.wrong
}

// read is a reader with the options of readOptions by the codebook.
func (a *ahead) read(o export.Options) (*export.File, error) {
	if a.vain.is.Load() {
		return a.console.readSurvey(a.source.file, o, nil)
	}
	return a.file, a.err
}

// sameReading reports whether two ways of reading are the same, whoever is told how far it is.
func sameReading(a, b export.Options) bool {
	a.Progress, b.Progress = nil, nil
	return reflect.DeepEqual(a, b)
}

// readPieces reads a regular file and closes it. What changed meanwhile is refused.
func readPieces(f *os.File, before os.FileInfo, path string, o export.Options, vain *inVain) (*export.File, error) {
	defer func() { _ = f.Close() }() // nothing was written
	var src io.ReaderAt = f
	if vain != nil {
		src = ending{f, vain}
	}
	read, err := export.ReadFrom(path, src, before.Size(), o)
	if err := unchanged(f, before, before.Size(), path); err != nil {
		return nil, err
	}
	return read, err
}

// inVain is whether a source is read in vain, once that is known.
type inVain struct {
	is    atomic.Bool
	known chan struct{}
}

// settle says whether it is, once.
func (v *inVain) settle(is bool) {
	v.is.Store(is)
	close(v.known)
}

// ending is a source that ends where it is read in vain. Who asks for much at once is to
// wait until that is known.
type ending struct {
	io.ReaderAt
	vain *inVain
}

// muchAtOnce is how many bytes are more than a piece: a source that is read as a whole.
const muchAtOnce = 1<<20 + 1

// ReadAt reads from the source.
func (e ending) ReadAt(b []byte, at int64) (int, error) {
	if len(b) >= muchAtOnce {
		<-e.vain.known
	}
	if e.vain.is.Load() {
		return 0, io.EOF
	}
	return e.ReaderAt.ReadAt(b, at)
}

// ownCodebook reads the codebook that a file brings along; nil when it brings none. No
// file beside it is read for its sake.
func ownCodebook(f *export.File) (*codebook.Codebook, error) {
	if f.Codebook == "" {
		return nil, nil
	}
	book, err := codebook.Read(f.Name, []byte(f.Codebook))
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading the codebook in %s: %w; pass it over with --no-codebook", f.Name, err)
	case book.Dictionary != nil || book.Frame != "" || book.Register != "":
		return nil, fmt.Errorf("reading the codebook in %s: it is none that this program wrote; pass it over with --no-codebook", f.Name)
	}
	if strings.HasPrefix(f.Codebook, tidy.Proposed) {
		book.Inferred, book.Name, book.SHA256 = true, "", ""
	}
	return book, nil
}
