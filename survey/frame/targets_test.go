package frame

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

func TestReadTargets(t *testing.T) {
	got, err := ReadTargets("t.csv", []byte("question;option;target;note\ntype;town;380;x\n\ntype;ggd;25.5;\n people ;;17181084;\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []survey.Target{
		{Line: 2, Question: "type", Option: "town", Total: 380},
		{Line: 4, Question: "type", Option: "ggd", Total: 25.5},
		{Line: 5, Question: "people", Total: 17181084},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadTargetsErrors(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"empty", "", "the file is empty"},
		{"no column", "question,option\na,b", "line 1: no column target"},
		{"no rows", "question,option,target\n", "nothing to calibrate to"},
		{"no question", "question,option,target\n,b,1", "line 2, column question: is empty"},
		{"comma", "question;option;target\na;b;1,5", `line 2, column target: "1,5" is no number`},
		{"negative", "question,option,target\na,b,-1", `line 2, column target: "-1"`},
		{"exponent", "question,option,target\na,b,1e3", `"1e3"`},
		{"infinite", "question,option,target\na,b,Inf", `"Inf"`},
		{"two points", "question,option,target\na,b,1.2.3", `"1.2.3"`},
		{"missing", "question,option,target\na,b,", `"" is no number`},
		{"twice", "question,option,target\na,b,1\nc,b,1\na,b,2", "line 4, column question: a, b stands in line 2 already"},
		{"short row", "question,option,target\na,b", "line 2: 2 fields instead of 3"},
	} {
		_, err := ReadTargets("t.csv", []byte(c.data))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "t.csv") {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func FuzzReadTargets(f *testing.F) {
	for _, seed := range []string{"", "question,option,target\na,b,1", "question;option;target\na;;1.5\n", "\ufefftarget,question\n.,a", "question,target\n\"a\n\",00.0"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		targets, err := ReadTargets("f", data)
		if (err == nil) != (len(targets) > 0) {
			t.Fatalf("%d targets and %v", len(targets), err)
		}
		for _, x := range targets {
			if x.Question == "" || x.Line < 2 || !(x.Total >= 0) || math.IsInf(x.Total, 0) {
				t.Fatalf("%+v", x)
			}
		}
	})
}

func TestEmbedded(t *testing.T) {
	for _, name := range EmbeddedNames() {
		f, err := Embedded(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range f.Rows {
			if r.Source == "" {
				t.Errorf("%s line %d has no source", name, r.Line)
			}
		}
	}
	if _, err := Embedded("be-2018"); err == nil || !strings.Contains(err.Error(), "nl-2018") {
		t.Errorf("got %v", err)
	}
	sample, err := os.ReadFile(filepath.Join("..", "..", "sample-data", "frame-nl-2018.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if string(sample) != nl2018 {
		t.Error("the embedded frame differs from that of the sample")
	}
}
