package claims

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/frame"
)

// sampleStudy is the study of the sample data with its frame.
func sampleStudy(t testing.TB, o analysis.Options) *analysis.Study {
	t.Helper()
	read := func(name string) []byte {
		b, err := os.ReadFile("../../sample-data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	file, err := export.Read("howaboutyou-2018.csv", read("howaboutyou-2018.csv"), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	book, err := codebook.Read("howaboutyou-2018.codebook.yaml", read("howaboutyou-2018.codebook.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := book.Apply(file)
	if err != nil {
		t.Fatal(err)
	}
	f, err := frame.Read("frame-nl-2018.csv", read("frame-nl-2018.csv"))
	if err != nil {
		t.Fatal(err)
	}
	s.Design, _ = f.Design(s)
	study, err := analysis.Analyze(s, o)
	if err != nil {
		t.Fatal(err)
	}
	return study
}

// figure names a figure for a test: whatsapp-barriers/capacity.
func figure(r Ref) string {
	name := r.Table.ID + "/" + r.Table.Rows[r.Row].Key
	if r.Group > 0 {
		name += "@" + r.Table.Groups[r.Group].Level
	}
	return name
}

// figures names the figures of a claim.
func figures(c *Claim) string {
	names := make([]string, len(c.Figures))
	for i, f := range c.Figures {
		names[i] = figure(f)
	}
	return strings.Join(names, " ")
}

// summary is a claim on one line, for a test.
func summary(c *Claim) string {
	return fmt.Sprintf("%s %s %s [%s]", c.Kind, c.Verdict, c.Reason, figures(c))
}
