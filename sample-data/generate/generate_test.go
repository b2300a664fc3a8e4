package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// Where the committed files are.
const (
	sampleFolder = ".."
	secondFolder = "../../cmd/benchmark/internal/command/testdata/second"
)

func TestGeneratorReproducesCommittedFiles(t *testing.T) {
	for _, c := range []struct {
		folder string
		make   func() ([]file, error)
	}{{sampleFolder, sampleFiles}, {secondFolder, secondFiles}} {
		first, err := c.make()
		if err != nil {
			t.Fatal(err)
		}
		again, err := c.make()
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range first {
			if !bytes.Equal(f.data, again[i].data) {
				t.Errorf("%s: two runs differ", f.name)
			}
			committed, err := os.ReadFile(filepath.Join(c.folder, f.name))
			if err != nil {
				t.Error(err)
			} else if !bytes.Equal(f.data, committed) {
				t.Errorf("%s differs from the generator's: run go generate ./sample-data", f.name)
			}
		}
	}
}

func TestRandomIsSplitMix64(t *testing.T) {
	// The first outputs for seed 1234567 of the reference implementation
	// (Vigna, splitmix64.c), as listed on rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64.
	want := []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821}
	r := newRandom(1234567)
	for i, w := range want {
		if got := r.next(); got != w {
			t.Errorf("output %d is %d, want %d", i, got, w)
		}
	}
}

func TestDealRefusesWrongNumber(t *testing.T) {
	records := []*record{{answers: map[string]answer{}}}
	if err := deal("q", records, []string{"a", "b"}); err == nil {
		t.Error("two answers for one respondent gave no error")
	}
	if _, err := draw(newRandom(1), records, 2); err == nil {
		t.Error("drawing two of one gave no error")
	}
}
