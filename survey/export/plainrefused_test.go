package export

import (
	"bytes"
	"strings"
	"testing"
)

// repeated is a source that begins with some bytes and goes on with a line again and
// again.
type repeated struct{ first, line string }

func (r repeated) ReadAt(b []byte, at int64) (int, error) {
	n := 0
	if at < int64(len(r.first)) {
		n = copy(b, r.first[at:])
	}
	for n < len(b) {
		n += copy(b[n:], r.line[(at+int64(n)-int64(len(r.first)))%int64(len(r.line)):])
	}
	return n, nil
}

// TestTooLarge: of a file over the size that is read as a whole it is told what it is, and
// of a text what would have to be so for it to be read.
func TestTooLarge(t *testing.T) {
	rows := strings.Repeat("ja;nee;1\n", 1000)
	for first, want := range map[string]string{
		"a;b;c\n" + rows + "ja\n": "a text of that size is read only if nothing in it is doubtful",
		"SQLite format 3\x00":     "this is an SQLite database",
		"$FL2@(#) SPSS DATA FILE": "more than 1024 MB, and no survey has",
	} {
		_, err := ReadFrom("a.csv", repeated{first, "ja;nee;1\n"}, largest+1, Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %v", first, err)
		}
	}
}

// TestTooManyTexts: where there is no room for another text of a column, that is told, with
// the column.
func TestTooManyTexts(t *testing.T) {
	table := &plainTable{columns: []tableColumn{{words: newWordTable()}, {words: newWordTable()}}}
	words := &table.columns[1].words
	text := bytes.Repeat([]byte("a"), 20)
	if _, ok := words.add(keyOf(text), text); !ok || table.tooManyTexts() != nil {
		t.Fatal("there is no room for one text")
	}
	for len(words.blocks) < 1<<placeBits {
		words.blocks = append(words.blocks, words.blocks[0])
	}
	text = bytes.Repeat([]byte("b"), wordBlock)
	if _, ok := words.add(keyOf(text), text); ok {
		t.Fatal("there is room for any number of texts")
	}
	e := table.tooManyTexts()
	if e == nil || !strings.Contains(e.Error(), "column B has about 2048 MB of different texts, or more; leave it out") {
		t.Errorf("a column that is full: %v", e)
	}
}
