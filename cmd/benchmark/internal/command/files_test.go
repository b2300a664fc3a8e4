package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree lists the files and folders under dir with the content of the files.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil || d.IsDir() {
			found = append(found, filepath.ToSlash(name)+"/")
			return err
		}
		data, err := os.ReadFile(path)
		found = append(found, filepath.ToSlash(name)+"="+string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(found)
	return found
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestDraft(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.png")
	d, err := newDraft(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.commit([]byte("new")); err != nil {
		t.Fatal(err)
	}
	d.discard()
	if diff := cmp.Diff([]string{"a.png=new"}, tree(t, dir)); diff != "" {
		t.Errorf("after a commit (-want +got):\n%s", diff)
	}

	if d, err = newDraft(path); err != nil {
		t.Fatal(err)
	}
	if n := len(tree(t, dir)); n != 2 {
		t.Errorf("%d files while the draft is open, want the old one and the draft", n)
	}
	d.discard()
	if diff := cmp.Diff([]string{"a.png=new"}, tree(t, dir)); diff != "" {
		t.Errorf("after discarding (-want +got):\n%s", diff)
	}
}

func TestDraftKeepsLinkAndMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("no links and modes of this kind on Windows")
		return
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "real"), "old")
	if err := os.Symlink("real", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	d, err := newDraft(filepath.Join(dir, "link"))
	if err != nil {
		t.Fatal(err)
	}
	defer d.discard()
	if err := d.commit([]byte("new")); err != nil {
		t.Fatal(err)
	}
	if target, err := os.Readlink(filepath.Join(dir, "link")); err != nil || target != "real" {
		t.Errorf("the link is gone: %q, %v", target, err)
	}
	info, err := os.Stat(filepath.Join(dir, "real"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode is %v, %v; want that of the old file, 0600", info.Mode(), err)
	}
}

// A device is written as it is; replacing it by a file would break the system.
func TestDraftDevice(t *testing.T) {
	d, err := newDraft(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer d.discard()
	if d.temp != nil && runtime.GOOS != "windows" {
		t.Errorf("a draft was made beside %s", os.DevNull)
	}
	if err := d.commit([]byte("x")); err != nil {
		t.Error(err)
	}
}

func TestDraftRefuses(t *testing.T) {
	dir := t.TempDir()
	for path, want := range map[string]string{
		dir:                             "it is a folder",
		filepath.Join(dir, "none", "a"): "no such file or folder",
	} {
		if d, err := newDraft(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("newDraft(%s) = %v, %v; want an error with %q", path, d, err, want)
		}
	}
}

func TestFolderNew(t *testing.T) {
	dir := t.TempDir()
	f, err := newFolder(filepath.Join(dir, "a", "b"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"report.md", "tables/t.csv"} {
		if err := f.put(name, []byte(name)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "a", "b")); err == nil {
		t.Error("the folder is there before the commit")
	}
	if err := f.commit(); err != nil {
		t.Fatal(err)
	}
	f.discard()
	want := []string{"a/", "a/b/", "a/b/report.md=report.md", "a/b/tables/", "a/b/tables/t.csv=tables/t.csv"}
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFolderDiscarded(t *testing.T) {
	dir := t.TempDir()
	f, err := newFolder(filepath.Join(dir, "a", "b"))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.put("tables/t.csv", []byte("x")); err != nil {
		t.Fatal(err)
	}
	f.discard()
	if got := tree(t, dir); len(got) != 0 {
		t.Errorf("left behind: %q", got)
	}
}

func TestFolderExisting(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "mine.txt"), "mine")
	write(t, filepath.Join(dir, "report.md"), "old")
	f, err := newFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"report.md"}, f.existing([]string{"report.md", "other.md"})); diff != "" {
		t.Errorf("existing (-want +got):\n%s", diff)
	}
	if err := f.put("report.md", []byte("new")); err != nil {
		t.Fatal(err)
	}
	if err := f.commit(); err != nil {
		t.Fatal(err)
	}
	f.discard()
	if diff := cmp.Diff([]string{"mine.txt=mine", "report.md=new"}, tree(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFolderRefuses(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "file"), "x")
	for path, want := range map[string]string{
		filepath.Join(dir, "file"):              "it is a file",
		filepath.Join(dir, "file", "below"):     "not a directory",
		filepath.Join(dir, "file", "far", "on"): "not a directory",
	} {
		_, err := newFolder(path)
		if err == nil || runtime.GOOS != "windows" && !strings.Contains(err.Error(), want) {
			t.Errorf("newFolder(%s): %v; want an error with %q", path, err, want)
		}
		if err != nil && strings.Contains(err.Error(), ".tmp") {
			t.Errorf("the message tells of a scratch file: %v", err)
		}
	}
	if diff := cmp.Diff([]string{"file=x"}, tree(t, dir)); diff != "" {
		t.Errorf("left behind (-want +got):\n%s", diff)
	}
}

// TestReadOnly: what somebody protected is not replaced, though renaming could.
func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	write(t, path, "mine")
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	f, err := newFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"other.md", "a.md"} {
		if err := f.put(name, []byte("new")); err != nil {
			t.Fatal(err)
		}
	}
	inFolder := f.commit()
	f.discard()
	_, alone := newDraft(path)
	_, entry := newEntry(path)
	for how, err := range map[string]error{"in a folder": inFolder, "a file": alone, "a report of many": entry} {
		if !errors.Is(err, errReadOnly) || !strings.Contains(err.Error(), "a.md") {
			t.Errorf("%s: %v", how, err)
		}
	}
	if diff := cmp.Diff([]string{"a.md=mine"}, tree(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFolderOfLinks: nothing is written through a link in the folder.
func TestFolderOfLinks(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"elsewhere", "out"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "elsewhere"), filepath.Join(dir, "out", "tables")); err != nil {
		t.Logf("no links here: %v", err)
		return
	}
	f, err := newFolder(filepath.Join(dir, "out"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"report.md", "tables/t.csv"} {
		if err := f.put(name, []byte("new")); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.commit(); err == nil || !strings.Contains(err.Error(), "tables in it is a link") {
		t.Errorf("%v", err)
	}
	f.discard()
	for name, want := range map[string]int{"elsewhere": 0, "out": 1} { // the link itself
		if left, err := os.ReadDir(filepath.Join(dir, name)); err != nil || len(left) != want {
			t.Errorf("%s holds %v, %v", name, left, err)
		}
	}
}

func TestHeldOpen(t *testing.T) {
	sharing := &fs.PathError{Op: "open", Path: "a.xlsx", Err: syscall.Errno(32)}
	for _, tt := range []struct {
		system string
		err    error
		want   bool
	}{
		{"windows", sharing, true},
		{"windows", &os.LinkError{Op: "rename", Err: syscall.Errno(33)}, true},
		{"windows", fs.ErrNotExist, false},
		{"linux", sharing, false},
	} {
		if got := heldOpen(tt.system, tt.err); got != tt.want {
			t.Errorf("heldOpen(%s, %v) = %v, want %v", tt.system, tt.err, got, tt.want)
		}
	}
}
