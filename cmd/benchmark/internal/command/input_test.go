package command

import (
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "survey.xlsx"), "content")
	write(t, filepath.Join(dir, "empty.csv"), "")
	none := &console{in: strings.NewReader("")}
	for _, tt := range []struct {
		path, want string
	}{
		{filepath.Join(dir, "survy.xlsx"), "no such file: did you mean survey.xlsx?"},
		{filepath.Join(dir, "nothing-like-it"), "no such file"},
		{filepath.Join(dir, "empty.csv"), "the file is empty (0 bytes)"},
		{dir, "it is a folder; give a file in it"},
		{filepath.Join(dir, "~$survey.xlsx"), "lock file of an open workbook; give the workbook (...survey.xlsx) itself"},
		{filepath.Join(dir, ".~lock.survey.xlsx#"), "give survey.xlsx itself"},
		{"-", "there is nothing in it"},
	} {
		_, _, err := none.read(tt.path)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("read(%s): %v; want an error with %q", tt.path, err, tt.want)
		}
	}

	data, name, err := none.read(filepath.Join(dir, "survey.xlsx"))
	if string(data) != "content" || name != "survey.xlsx" || err != nil {
		t.Errorf("got %q, %q, %v", data, name, err)
	}
	data, name, err = (&console{in: strings.NewReader("piped")}).read("-")
	if string(data) != "piped" || name != "-" || err != nil {
		t.Errorf("got %q, %q, %v", data, name, err)
	}
	broken := errors.New("broken pipe")
	if _, _, err = (&console{in: iotest.ErrReader(broken)}).read("-"); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

func TestOpened(t *testing.T) {
	dir := t.TempDir()
	for lock, workbook := range map[string]string{
		"~$a.xlsx":          "a.xlsx",
		"~$rvey-2018.xlsx":  "survey-2018.xlsx",
		".~lock.calc.xlsx#": "calc.xlsx",
	} {
		if opened(filepath.Join(dir, workbook)) {
			t.Errorf("%s counts as open without its lock file", workbook)
		}
		write(t, filepath.Join(dir, lock), "")
		if !opened(filepath.Join(dir, workbook)) {
			t.Errorf("%s does not count as open beside %s", workbook, lock)
		}
	}
}

func TestFinishTellsAFullDisk(t *testing.T) {
	full := errors.New("no space left on device")
	c := &console{out: failingWriter{full}, err: io.Discard}
	if err := c.print([]byte("x")); !errors.Is(err, full) {
		t.Errorf("got %v, want %v", err, full)
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }
