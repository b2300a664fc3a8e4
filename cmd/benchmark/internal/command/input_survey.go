package command

import (
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"

	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/stack"
	"benchmark/survey/tidy"
)

// readSurvey reads a survey file: a regular file piece by piece where that can be
// done, so that it need not fit in memory, and what comes from elsewhere as a whole. It
// may be told that it is in vain, so that what it returns is of no use.
func (c *console) readSurvey(path string, o export.Options, vain *atomic.Bool) (*export.File, error) {
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

// readAhead reads a survey file while its codebook is read, as is done without one, since
// few codebooks say how. The thread that is awake takes the file, which takes longer. It
// returns what finds the codebook, and what reads with the options that they turn out to be.
func (c *console) readAhead(src *source) (finder, reader) {
	var book *codebook.Codebook
	var beside bool
	var wrong error
	var finding sync.WaitGroup
	var vain atomic.Bool // the file is read otherwise, or not at all
	first := c.readOptions(src, nil)
	finding.Go(func() {
		stack.Deepen()
		book, beside, wrong = findCodebook(src)
		vain.Store(wrong != nil || !sameReading(c.readOptions(src, book), first))
	})
	file, err := c.readSurvey(src.file, first, &vain)
	finding.Wait()
	found := func(*source) (*codebook.Codebook, bool, error) { return book, beside, wrong }
	return found, func(o export.Options) (*export.File, error) {
		if vain.Load() {
			return c.readSurvey(src.file, o, nil)
		}
		return file, err
	}
}

// sameReading reports whether two ways of reading are the same, whoever is told how far it is.
func sameReading(a, b export.Options) bool {
	a.Progress, b.Progress = nil, nil
	return reflect.DeepEqual(a, b)
}

// readPieces reads a regular file and closes it. What changed meanwhile is refused.
func readPieces(f *os.File, before os.FileInfo, path string, o export.Options, vain *atomic.Bool) (*export.File, error) {
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

// ending is a source that ends where it is read in vain.
type ending struct {
	io.ReaderAt
	vain *atomic.Bool
}

// ReadAt reads from the source.
func (e ending) ReadAt(b []byte, at int64) (int, error) {
	if e.vain.Load() {
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
