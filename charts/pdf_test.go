package charts

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strings"
	"testing"
)

// pages returns the drawing instructions of a PDF.
func pages(t *testing.T, data []byte) string {
	t.Helper()
	var all strings.Builder
	for _, m := range regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindAllSubmatch(data, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue // a font that is not packed
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

func TestPDF(t *testing.T) {
	for _, c := range All(inventStudy(), dutch(t)) {
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			if err := PDF(b, c, Usual()); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two runs differ", c.Name)
		}
		head := first.String()
		for _, want := range []string{"%PDF-1.", "/MediaBox [0 0 960.00 540.00]", "/Lang (nl)", "/CreationDate (D:20000101000000"} {
			if !strings.Contains(head, want) {
				t.Errorf("%s: no %q", c.Name, want)
			}
		}
		drawn := pages(t, first.Bytes())
		s, err := layout(&c, new(Usual()))
		if err != nil {
			t.Fatal(err)
		}
		texts, boxes := 0, 0
		for i := range s.shapes {
			switch s.shapes[i].form {
			case textForm:
				texts++
			case boxForm:
				boxes++
			}
		}
		if got := strings.Count(drawn, " Tj "); got != texts {
			t.Errorf("%s: %d texts are drawn of %d", c.Name, got, texts)
		}
		if got := strings.Count(drawn, " re f"); got != boxes {
			t.Errorf("%s: %d boxes are drawn of %d", c.Name, got, boxes)
		}
	}
}
