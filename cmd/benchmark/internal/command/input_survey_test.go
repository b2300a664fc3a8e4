package command

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"time"

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
		a := c.readAhead(src)
		got, _, wrong := a.find(src)
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
		f, err := a.read(c.readOptions(src, got))
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

// TestWrongCodebookAtOnce: a file that takes care is not read as a whole where its codebook
// is wrong.
func TestWrongCodebookAtOnce(t *testing.T) {
	folder := t.TempDir()
	src := &source{file: filepath.Join(folder, "a.csv"), codebook: filepath.Join(folder, "b.yaml")}
	for path, data := range map[string][]byte{src.file: wide(bytes.Repeat([]byte("a,b,c\n1,2,3\n"), 1<<18)), src.codebook: []byte("file: [\n")} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	a := (&console{}).readAhead(src)
	if _, _, err := a.find(src); err == nil || a.file != nil || a.err == nil {
		t.Errorf("codebook: %v; file: %v, %v", err, a.file, a.err)
	}
}

// wide is a text in UTF-16, which takes care.
func wide(text []byte) []byte {
	data := []byte{0xff, 0xfe}
	for _, c := range text {
		data = append(data, c, 0)
	}
	return data
}

// TestVain: of a source that is read in vain nothing more is read, and who asks for all of it
// waits until it is known.
func TestVain(t *testing.T) {
	data := bytes.Repeat([]byte("a,b,c\n1,2,3\n"), 1<<19)
	for name, data := range map[string][]byte{"plain": data, "with care": wide(data)} {
		for _, is := range []bool{false, true} {
			vain := &inVain{known: make(chan struct{})}
			counted := &countedSource{ReaderAt: bytes.NewReader(data)}
			src := ending{counted, vain}
			if is && name == "plain" { // which does not wait
				vain.settle(true)
			} else {
				time.AfterFunc(20*time.Millisecond, func() { vain.settle(is) })
			}
			_, err := export.ReadFrom("a.csv", src, int64(len(data)), export.Options{})
			if (err != nil) != is {
				t.Errorf("%s, in vain %v: %v", name, is, err)
			}
			if most := int64(1 << 20); is && counted.read.Load() > most {
				t.Errorf("%s: %d bytes are read in vain", name, counted.read.Load())
			}
		}
	}
}

// countedSource counts the bytes that are read of it.
type countedSource struct {
	io.ReaderAt
	read atomic.Int64
}

func (c *countedSource) ReadAt(b []byte, at int64) (int, error) {
	c.read.Add(int64(len(b)))
	return c.ReaderAt.ReadAt(b, at)
}
