package command

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	sampledata "benchmark/sample-data"
)

// BenchmarkCommand runs whole commands on the sample, without the start of the program.
func BenchmarkCommand(b *testing.B) {
	dir := b.TempDir()
	for _, f := range sampledata.Files() {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	file := filepath.Join(dir, "howaboutyou-2018.xlsx")
	for _, c := range []struct {
		name string
		args []string
	}{
		{"json", []string{"analyze", file, "--format", "json"}},
		{"weighted", []string{"analyze", file, "--format", "json", "--disclosure", "none", "--strata", "type", "--test", "rao-scott-f"}},
		{"text", []string{"analyze", file, "--width", "100"}},
		{"brief", []string{"analyze", file, "--brief", "--width", "100"}},
		{"html", []string{"report", file, "--out", filepath.Join(dir, "x.html")}},
		{"chart", []string{"chart", file, "--out", filepath.Join(dir, "x.png")}},
		{"charts", []string{"chart", file, "--all", "--out", filepath.Join(dir, "charts")}},
		{"compare", []string{"compare", file, "--organisation", "oosterbrink"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var said bytes.Buffer
				if got := Main(context.Background(), c.args, nil, io.Discard, &said, func(string) string { return "" }); got != statusDone && got != statusDoubtful {
					b.Fatalf("status %d: %s", got, &said)
				}
			}
		})
	}
}
