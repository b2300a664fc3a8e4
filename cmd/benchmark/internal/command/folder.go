package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// folder is a set of files on their way to one place on the disk. They are
// written into a scratch folder and put in place together when all are whole:
// by one renaming where the folder is new, else one by one.
type folder struct {
	path    string
	scratch string
	// isNew is true when there was no folder at path.
	isNew bool
	// parents are the folders above path that had to be made, outermost first.
	parents []string
	// files are the names of what was put, in that order.
	files []string
	done  bool
}

// newFolder prepares to write files into the folder, and so finds out
// whether that is possible. End it with discard, also after commit.
func newFolder(at string) (*folder, error) {
	f := &folder{path: filepath.Clean(at)}
	if err := f.prepare(); err != nil {
		f.discard()
		return nil, fmt.Errorf("writing to %s: %w; name another folder with --out", at, reason(err))
	}
	return f, nil
}

func (f *folder) prepare() error {
	info, err := os.Stat(f.path)
	switch {
	case err == nil && !info.IsDir():
		return errors.New("it is a file; give the name of a folder")
	case err == nil:
		return f.makeScratch(f.path)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	f.isNew = true
	parent := filepath.Dir(f.path)
	if err := f.makeParents(parent); err != nil {
		return err
	}
	return f.makeScratch(parent)
}

func (f *folder) makeParents(folder string) error {
	if _, err := os.Stat(folder); err == nil {
		return nil
	}
	if above := filepath.Dir(folder); above != folder {
		if err := f.makeParents(above); err != nil {
			return err
		}
	}
	if err := os.Mkdir(folder, 0o777); err != nil {
		return err
	}
	f.parents = append(f.parents, folder)
	return nil
}

func (f *folder) makeScratch(in string) error {
	for i := 0; ; i++ {
		name := filepath.Join(in, scratchName(filepath.Base(f.path), i))
		err := os.Mkdir(name, 0o777)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err == nil {
			f.scratch = name
		}
		return err
	}
}

// put writes a file under a name relative to the folder, with slashes.
func (f *folder) put(name string, data []byte) error {
	at := filepath.Join(f.scratch, filepath.FromSlash(name))
	err := os.MkdirAll(filepath.Dir(at), 0o777)
	if err == nil {
		err = os.WriteFile(at, data, 0o666)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", f.place(name), reason(err))
	}
	f.files = append(f.files, name)
	return nil
}

// place returns where the file with the name ends up.
func (f *folder) place(name string) string { return filepath.Join(f.path, filepath.FromSlash(name)) }

// existing returns those of the names that are there already.
func (f *folder) existing(names []string) []string {
	var there []string
	for _, n := range names {
		if _, err := os.Lstat(f.place(n)); err == nil {
			there = append(there, n)
		}
	}
	return there
}

// commit puts every file in its place.
func (f *folder) commit() error {
	if f.isNew {
		err := os.Rename(f.scratch, f.path)
		if err == nil {
			f.done = true
			return nil
		}
		// Another run may have made the folder meanwhile.
		if info, there := os.Stat(f.path); there != nil || !info.IsDir() {
			return fmt.Errorf("writing to %s: %w", f.path, reason(err))
		}
	}
	if err := f.within(); err != nil {
		return err
	}
	for _, name := range f.files {
		at := f.place(name)
		err := os.MkdirAll(filepath.Dir(at), 0o777)
		if err == nil {
			err = os.Rename(filepath.Join(f.scratch, filepath.FromSlash(name)), at)
		}
		if err != nil {
			return fmt.Errorf("writing %s: %w", at, reason(err))
		}
	}
	f.done = true
	return nil
}

// within refuses to write through a link in the folder, which may lead anywhere,
// and over a file that is read-only.
func (f *folder) within() error {
	for _, name := range f.files {
		if info, err := os.Lstat(f.place(name)); err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o200 == 0 {
			return fmt.Errorf("writing %s: %w", f.place(name), errReadOnly)
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if info, err := os.Lstat(f.place(dir)); err == nil && info.Mode()&fs.ModeSymlink != 0 {
				return fmt.Errorf("writing to %s: %s in it is a link; take it away, or name another folder with --out", f.path, dir)
			}
		}
	}
	return nil
}

// discard removes the scratch folder and, when nothing was put in place, the
// folders that were made for it.
func (f *folder) discard() {
	if f.scratch != "" {
		_ = os.RemoveAll(f.scratch) // gone already when it became the folder itself
	}
	if f.done {
		return
	}
	for i := len(f.parents) - 1; i >= 0; i-- {
		_ = os.Remove(f.parents[i]) // stays when something else was put there meanwhile
	}
}
