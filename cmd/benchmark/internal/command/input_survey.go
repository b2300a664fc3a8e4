package command

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"

	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/stack"
	"benchmark/survey/tidy"
)

// readSurvey reads a survey file: a regular file piece by piece where that can be
// done, so that it need not fit in memory, and what comes from elsewhere as a whole.
func (c *console) readSurvey(path string, o export.Options) (*export.File, error) {
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
		return readPieces(f, before, path, o)
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
	finding.Go(func() {
		stack.Deepen()
		book, beside, wrong = findCodebook(src)
	})
	first := c.readOptions(src, nil)
	file, err := c.readSurvey(src.file, first)
	finding.Wait()
	found := func(*source) (*codebook.Codebook, bool, error) { return book, beside, wrong }
	return found, func(o export.Options) (*export.File, error) {
		// Who is told how far it is makes no difference, and can't be compared.
		with, without := o, first
		with.Progress, without.Progress = nil, nil
		if !reflect.DeepEqual(with, without) {
			return c.readSurvey(src.file, o)
		}
		return file, err
	}
}

// readPieces reads a regular file and closes it. What changed meanwhile is refused.
func readPieces(f *os.File, before os.FileInfo, path string, o export.Options) (*export.File, error) {
	defer func() { _ = f.Close() }() // nothing was written
	read, err := export.ReadFrom(path, f, before.Size(), o)
	if err := unchanged(f, before, before.Size(), path); err != nil {
		return nil, err
	}
	return read, err
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
