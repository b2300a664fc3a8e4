package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// draft is a file that is written beside its place and put there by renaming
// once it is whole. It is made before the work starts, so that a place where
// nothing can be written is known at once.
type draft struct {
	path string
	// temp is the file beside path; nil when path is a device or a pipe, which
	// can't be replaced and is written as it is.
	temp *os.File
	mode fs.FileMode
}

// newDraft makes a draft for the file at path. End it with discard, also after
// commit.
func newDraft(path string) (*draft, error) {
	d := &draft{path: path}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("writing %s: it is a folder; give the name of a file", path)
	case err == nil && !info.Mode().IsRegular():
		return d, nil
	case err == nil && info.Mode().Perm()&0o200 == 0:
		return nil, fmt.Errorf("writing %s: %w", path, errReadOnly)
	case err == nil:
		d.mode = info.Mode().Perm()
		if d.path, err = filepath.EvalSymlinks(path); err != nil {
			return nil, fmt.Errorf("writing %s: %w", path, reason(err))
		}
	}
	folder, name := filepath.Split(d.path)
	if d.temp, err = createBeside(folder, name); err != nil {
		return nil, fmt.Errorf("writing %s: %w", path, reason(err))
	}
	return d, nil
}

// newEntry makes a draft for a file in a folder of files that the program names:
// a link in its place is replaced and not followed, as it may lead anywhere.
func newEntry(path string) (*draft, error) {
	d := &draft{path: path}
	if info, err := os.Lstat(path); err == nil {
		switch {
		case info.Mode().IsRegular() && info.Mode().Perm()&0o200 == 0:
			return nil, fmt.Errorf("writing %s: %w", path, errReadOnly)
		case info.Mode().IsRegular():
			d.mode = info.Mode().Perm()
		case info.Mode()&fs.ModeSymlink == 0:
			return nil, fmt.Errorf("writing %s: there is something else than a file; take it away", path)
		}
	}
	folder, name := filepath.Split(path)
	var err error
	if d.temp, err = createBeside(folder, name); err != nil {
		return nil, fmt.Errorf("writing %s: %w", path, reason(err))
	}
	return d, nil
}

// errReadOnly says that somebody protects the file; renaming would not mind.
var errReadOnly = errors.New("the file is read-only; write to another, or let it be written to")

// createBeside makes a file in the folder under a name that is not in use.
func createBeside(folder, name string) (*os.File, error) {
	for i := 0; ; i++ {
		f, err := os.OpenFile(filepath.Join(folder, scratchName(name, i)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// scratchName names what is being made beside its place, hidden on systems
// where a leading point hides.
func scratchName(name string, try int) string {
	return fmt.Sprintf(".%s.%d-%d.tmp", name, os.Getpid(), try)
}

// commit writes the data and puts the file in its place.
func (d *draft) commit(data []byte) error {
	if err := d.write(data); err != nil {
		return fmt.Errorf("writing %s: %w", d.path, reason(err))
	}
	return nil
}

func (d *draft) write(data []byte) error {
	if d.temp == nil {
		return os.WriteFile(d.path, data, 0o666)
	}
	if _, err := d.temp.Write(data); err != nil {
		return err
	}
	if d.mode != 0 {
		if err := d.temp.Chmod(d.mode); err != nil && runtime.GOOS != "windows" {
			return err
		}
	}
	if err := d.temp.Close(); err != nil {
		return err
	}
	return os.Rename(d.temp.Name(), d.path)
}

// discard removes what is left of the draft; nothing after a commit.
func (d *draft) discard() {
	if d.temp != nil {
		_ = d.temp.Close()           // closed already after a commit
		_ = os.Remove(d.temp.Name()) // gone already after a commit
	}
}

// reason takes the names of system calls and scratch files out of an error
// about a file, and tells what to do about a file that another program holds.
func reason(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	switch {
	case heldOpen(runtime.GOOS, err):
		return fmt.Errorf("%w; close it in Excel (or whatever holds it open) and try again", err)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("no such file or folder%w", silent{err})
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%w; make room, or write to another place", err)
	}
	return err
}

// silent wraps an error for errors.Is without adding to the text.
type silent struct{ error }

// Error returns nothing.
func (silent) Error() string { return "" }

// Unwrap returns the wrapped error.
func (s silent) Unwrap() error { return s.error }

// The errors with which Windows says that another program holds a file.
const (
	windowsSharingViolation = syscall.Errno(32)
	windowsLockViolation    = syscall.Errno(33)
)

// The errors with which Windows says that nobody reads a pipe any more.
const (
	windowsBrokenPipe = syscall.Errno(109)
	windowsNoData     = syscall.Errno(232)
)

// unread reports whether the error says that what read the output has gone, as
// head does when it has seen enough.
func unread(system string, err error) bool {
	var number syscall.Errno
	return errors.Is(err, syscall.EPIPE) ||
		system == "windows" && errors.As(err, &number) && (number == windowsBrokenPipe || number == windowsNoData)
}

// heldOpen reports whether the error says that another program holds the file.
func heldOpen(system string, err error) bool {
	var number syscall.Errno
	return system == "windows" && errors.As(err, &number) &&
		(number == windowsSharingViolation || number == windowsLockViolation)
}
