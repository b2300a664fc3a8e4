package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
)

// The file name that stands for a standard stream.
const (
	standardInput  = "-"
	standardOutput = "-"
)

// read returns the content of a file with data and its base name.
func (c *console) read(path string) (data []byte, name string, err error) {
	if path == standardInput {
		if data, err = all(c.in, 0, largestInput); err != nil {
			return nil, "", fmt.Errorf("reading standard input: %w", err)
		}
		if len(data) == 0 {
			return nil, "", errors.New("reading standard input: there is nothing in it")
		}
		return data, standardInput, nil
	}
	if name, err = dataName(path); err != nil {
		return nil, "", err
	}
	if data, err = readFile(path); err != nil {
		return nil, "", err
	}
	return data, name, nil
}

// dataName returns the base name of a file with data, which is no lock file.
func dataName(path string) (string, error) {
	name := filepath.Base(path)
	if original, lock := lockOf(name); lock {
		return "", fmt.Errorf("reading %s: this is the lock file of an open workbook; give %s itself", path, original)
	}
	return name, nil
}

// readFile reads a file that the user named, with an error that says what to
// do when that fails.
func readFile(path string) ([]byte, error) {
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	return readOpen(f, path)
}

// openFile opens a file that the user named to read it.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("reading %s: no such file%s%w", path, didYouMean("", neighbours(path)), silent{err})
	case err != nil:
		return nil, fmt.Errorf("reading %s: %w", path, reason(err))
	case info.IsDir():
		return nil, fmt.Errorf("reading %s: it is a folder; give a file in it", path)
	case info.Mode()&(fs.ModeDevice|fs.ModeSocket) != 0:
		return nil, fmt.Errorf("reading %s: it is a device, not a file; give a file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, reason(err))
	}
	return f, nil
}

// sizeOf returns how many bytes a file has; 0 when that is not known.
func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if path == standardInput || err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

// readWithin reads a file that a file in the folder names: it lies in that folder,
// also after following links.
func readWithin(folder, name string) ([]byte, error) {
	if !filepath.IsLocal(name) {
		return nil, fmt.Errorf("%s lies outside the folder of the theme: put it beside the theme", name)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", folder, reason(err))
	}
	defer func() { _ = root.Close() }() // nothing was written
	path := filepath.Join(folder, filepath.FromSlash(name))
	info, err := root.Stat(filepath.FromSlash(name))
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading %s: %w", path, reason(err))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("reading %s: it is no file; give a file", path)
	}
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, reason(err))
	}
	return readOpen(f, path)
}

// file is what is read of an open file.
type file interface {
	io.ReadCloser
	Stat() (fs.FileInfo, error)
}

// readOpen reads an open file to its end and closes it. What changed meanwhile is
// refused: half of it may be new.
func readOpen(f file, path string) ([]byte, error) {
	defer func() { _ = f.Close() }() // nothing was written
	before, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, reason(err))
	}
	if before.Mode().IsRegular() && before.Size() > largestInput {
		return nil, fmt.Errorf("reading %s: %w", path, errTooLarge)
	}
	data, err := all(f, before.Size(), largestInput)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, reason(err))
	}
	if err := unchanged(f, before, int64(len(data)), path); err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, fmt.Errorf("reading %s: the file is empty (0 bytes)", path)
	}
	return data, nil
}

// unchanged refuses a file that is another than before it was read.
func unchanged(f file, before fs.FileInfo, read int64, path string) error {
	after, err := f.Stat()
	switch {
	case err != nil:
		return fmt.Errorf("reading %s: %w", path, reason(err))
	case after.Mode().IsRegular() && (after.Size() != read || !after.ModTime().Equal(before.ModTime())):
		return fmt.Errorf("reading %s: it changed while it was read; try again when what writes it is done", path)
	}
	return nil
}

// largestInput is the size in bytes of the largest file that is read.
const largestInput = 1 << 30

// allowed is how many bytes of memory may be used, by GOMEMLIMIT; 0: no limit.
func allowed() int64 {
	if limit := debug.SetMemoryLimit(-1); limit < math.MaxInt64 {
		return limit
	}
	return 0
}

var errTooLarge = fmt.Errorf("it has more than %d MB, and no survey has; give the file that the survey tool exports", largestInput>>20)

// all reads up to a limit, beyond which it is an error: what has no end would
// take all memory. The size is what is expected, 0 when unknown.
func all(r io.Reader, size, limit int64) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(int(min(size, limit)) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(r, limit+1))
	if err == nil && int64(b.Len()) > limit {
		err = errTooLarge
	}
	return b.Bytes(), err
}

// neighbours returns the files in the same folder of which the name looks like
// that of a file that does not exist.
func neighbours(path string) []string {
	folder, name := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Clean(folder))
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return nearest(name, names)
}

// lockOf tells whether a file name is that of the lock file that Excel or
// LibreOffice keeps beside an open workbook, and of which workbook. Excel
// leaves out the first two letters of a long name.
func lockOf(name string) (workbook string, lock bool) {
	if rest, ok := strings.CutPrefix(name, "~$"); ok {
		return "the workbook (..." + rest + ")", true
	}
	if rest, ok := strings.CutPrefix(name, ".~lock."); ok {
		return strings.TrimSuffix(rest, "#"), true
	}
	return "", false
}

// opened reports whether a lock file beside the file at path says that a
// program has it open, so that what is on the screen there may be newer.
func opened(path string) bool {
	folder, name := filepath.Split(path)
	locks := []string{"~$" + name, ".~lock." + name + "#"}
	if letters := []rune(name); len(letters) > 2 {
		locks = append(locks, "~$"+string(letters[2:]))
	}
	return slices.ContainsFunc(locks, func(lock string) bool {
		_, err := os.Stat(filepath.Join(folder, lock))
		return err == nil
	})
}
