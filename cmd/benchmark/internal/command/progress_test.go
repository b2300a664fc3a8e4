package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"benchmark/survey/export"
	"benchmark/survey/locale"
)

// TestProgressLine: what fits in the width of the terminal, the most important last to
// go; never a column more.
func TestProgressLine(t *testing.T) {
	l, err := locale.For("nl")
	if err != nil {
		t.Fatal(err)
	}
	began := time.Unix(1000, 0)
	p := &progress{words: l, doing: "enquête.csv lezen", ready: 25e6, all: 100e6, bytes: true, began: began}
	for width, want := range map[int]string{
		79: "enquête.csv lezen  █████░░░░░░░░░░░░░░░  25%  13 MB/s  nog 7 s",
		56: "enquête.csv lezen  █████░░░░░░░░░░░░░░░  25%  nog 7 s",
		39: "enquête.csv lezen  25%  nog 7 s",
		24: "enquête.csv lezen  25%",
		12: "enquêt…  25%",
	} {
		if got := p.line(began.Add(2*time.Second), width); got != want {
			t.Errorf("%d columns: %q, want %q", width, got, want)
		}
	}
	if got, want := p.line(began.Add(time.Millisecond), 79), "enquête.csv lezen  █████░░░░░░░░░░░░░░░  25%"; got != want {
		t.Errorf("at the start: %q, want %q", got, want)
	}
	p.ready = 1e6
	if got := p.line(began.Add(2*time.Second), 79); !strings.HasSuffix(got, "1%  1 MB/s  nog 3 min") {
		t.Errorf("minutes: %q", got)
	}
	p.ready, p.all, p.bytes = 30, 120, false
	if got := p.line(began.Add(time.Minute), 79); !strings.HasSuffix(got, "25%  nog 3 min") || strings.Contains(got, "/s") {
		t.Errorf("pieces: %q", got)
	}
	p.ready = 120
	if got := p.line(began.Add(time.Minute), 79); got != "enquête.csv lezen ..." {
		t.Errorf("all done: %q", got)
	}
}

// TestReadingTells: a file that is read piece by piece tells how far it is, up to the
// end; the same answers come of it.
func TestReadingTells(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("soort,vraag,getal\n")
	for range 40000 {
		b.WriteString("Gemeente,ja,12\nProvincie,nee,3\n")
	}
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	c := &console{working: &progress{}}
	o := c.readOptions(&source{}, nil)
	f, err := c.readSurvey(path, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	want, err := c.readSurvey(path, export.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if f.Rows.Len() != want.Rows.Len() || f.SHA256 != want.SHA256 {
		t.Error("what is told changes what is read")
	}
	if p := c.working; p.all != int64(b.Len()) || p.ready < p.all || !p.bytes {
		t.Errorf("%d of %d bytes, want %d", p.ready, p.all, b.Len())
	}
}

// TestUnpackingTells: of a workbook it tells how much of it is unpacked.
func TestUnpackingTells(t *testing.T) {
	c := &console{working: &progress{}}
	if _, err := c.readSurvey(filepath.Join(sampleFolder, "howaboutyou-2018.xlsx"), c.readOptions(&source{}, nil), nil); err != nil {
		t.Fatal(err)
	}
	if p := c.working; p.ready < p.all*9/10 || p.ready > p.all || p.all < 100_000 {
		t.Errorf("%d of %d bytes", p.ready, p.all)
	}
}
