package command

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"

	"benchmark/survey/export"
)

// TestReadAhead: a file that is read while its codebook is becomes what it is when it is
// read behind that, whatever the codebook says of how, or that it is wrong.
func TestReadAhead(t *testing.T) {
	c, folder := &console{}, t.TempDir()
	path := filepath.Join(folder, "a.csv")
	answers := "soort;vraag,of twee;getal\n" + strings.Repeat("Gemeente;ja,nee;12\nProvincie;nee,ja;3\n", 20_000)
	if err := os.WriteFile(path, []byte(answers), 0o600); err != nil {
		t.Fatal(err)
	}
	questions := "questions: [{id: soort, column: soort, kind: open}]\n"
	for book, sound := range map[string]bool{
		questions: true, questions + "file: {delimiter: \",\"}\n": true, questions + "file: {header_rows: [2]}\n": true, "file: [\n": false,
	} {
		src := &source{file: path, codebook: filepath.Join(folder, "b.yaml")}
		if err := os.WriteFile(src.codebook, []byte(book), 0o600); err != nil {
			t.Fatal(err)
		}
		find, read := c.readAhead(src)
		got, _, wrong := find(src)
		want, _, wrongAlone := findCodebook(src)
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(wrong, wrongAlone) {
			t.Fatalf("%q: codebook %v, %v; want %v, %v", book, got, wrong, want, wrongAlone)
		}
		if (wrong == nil) != sound {
			t.Fatalf("%q: %v", book, wrong)
		}
		if wrong != nil {
			continue
		}
		f, err := read(c.readOptions(src, got))
		if err != nil {
			t.Fatal(err)
		}
		behind, err := c.readSurvey(path, c.readOptions(src, want), nil)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(f, behind) {
			t.Errorf("%q: %d columns of %d rows, want %d of %d", book, len(f.Columns), f.Rows.Len(), len(behind.Columns), behind.Rows.Len())
		}
	}
}

// TestVain: nothing more is read of a source that is read in vain.
func TestVain(t *testing.T) {
	var vain atomic.Bool
	data := bytes.Repeat([]byte("a,b,c\n1,2,3\n"), 1<<16)
	src := ending{bytes.NewReader(data), &vain}
	if f, err := export.ReadFrom("a.csv", src, int64(len(data)), export.Options{}); err != nil || len(f.Columns) != 3 {
		t.Fatalf("%v, %v", f, err)
	}
	vain.Store(true)
	if n, err := src.ReadAt(make([]byte, 8), 0); n != 0 || err == nil {
		t.Errorf("%d bytes, %v", n, err)
	}
	if f, err := export.ReadFrom("a.csv", src, int64(len(data)), export.Options{}); err == nil {
		t.Errorf("read %d rows", f.Rows.Len())
	}
}
