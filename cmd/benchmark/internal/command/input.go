package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The file name that stands for a standard stream.
const (
	standardInput  = "-"
	standardOutput = "-"
)

// read returns the content of a survey file and its base name.
func (c *console) read(path string) (data []byte, name string, err error) {
	if path == standardInput {
		if data, err = io.ReadAll(c.in); err != nil {
			return nil, "", fmt.Errorf("reading standard input: %w", err)
		}
		if len(data) == 0 {
			return nil, "", errors.New("reading standard input: there is nothing in it")
		}
		return data, standardInput, nil
	}
	name = filepath.Base(path)
	if original, lock := lockOf(name); lock {
		return nil, "", fmt.Errorf("reading %s: this is the lock file of an open workbook; give %s itself", path, original)
	}
	if data, err = readFile(path); err != nil {
		return nil, "", err
	}
	return data, name, nil
}

// readFile reads a file that the user named, with an error that says what to
// do when that fails.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("reading %s: no such file%s%w", path, didYouMean("", neighbours(path)), silent{err})
	case err != nil:
		return nil, fmt.Errorf("reading %s: %w", path, reason(err))
	case info.IsDir():
		return nil, fmt.Errorf("reading %s: it is a folder; give a file in it", path)
	}
	data, err := os.ReadFile(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading %s: %w", path, reason(err))
	case len(data) == 0:
		return nil, fmt.Errorf("reading %s: the file is empty (0 bytes)", path)
	}
	return data, nil
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
