package codebook

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"benchmark/survey"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const good = `
questions:
  - id: type
    column: "Type"
    kind: single
    options:
      - {code: a, label: A}
      - {code: b, label: B}
`

func TestReadNamesEveryFault(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string // begin of each fault, behind the file name
	}{
		{"empty file", "", []string{"cb.yaml: the file is empty"}},
		{"no YAML", "questions: [", []string{"cb.yaml:2:1: did not find"}},
		{"two documents", good + "---\na: 1\n", []string{"cb.yaml:"}},
		{"duplicate key", "frame: a\nframe: b\n", []string{`cb.yaml:2:1: mapping key "frame" already defined`}},
		{"unknown keys", "survey:\n  titel: x\nquestion: []\n", []string{
			`cb.yaml:2:3: survey has no key "titel"; do you mean "title"?`, `cb.yaml:3:1: the codebook has no key "question"; do you mean "questions"?`}},
		{"wrong forms", "survey: x\nmissing: {a: b}\nquestions:\n  - id: [a]\n    asked_all: maybe\n    minimum: laag\n    options:\n      - score: hoog\n", []string{
			"cb.yaml:1:9: survey must be keys with values", "cb.yaml:2:10: missing must be a list", "cb.yaml:4:9: id must be one value",
			`cb.yaml:5:16: asked_all must be true or false, not "maybe"`, `cb.yaml:6:14: minimum must be a number with a decimal point, not "laag"`,
			`cb.yaml:8:16: score must be a whole number, not "hoog"`}},
		{"aliases", "survey: &s {title: x}\nframe: f\n", []string{"cb.yaml:1:9: anchors and aliases"}},
		{"no value", "frame:\n", []string{"cb.yaml:1:7: frame has no value"}},
		{"no questions", "frame: a\n", []string{"cb.yaml:1:1: there are no questions"}},
		{"words", "survey: {language: de}\nrespondent: {id: x, duplicates: keep-lst}\n" + good + "    role: adopton\n    sensitivity: secret\n", []string{
			`cb.yaml:1:20: language has no word "de"; use one of nl, en`, `cb.yaml:2:33: duplicates has no word "keep-lst"; do you mean "keep-last"?`,
			`cb.yaml:11:11: role has no word "adopton"; do you mean "adoption"?`, `cb.yaml:12:18: sensitivity has no word "secret"; use one of protected, open`}},
		{"judgement", good + "    polarity: up\n    importance: 4\n    advice:\n      - {of: [c], nl: x}\n      - {above: 3}\n", []string{
			`cb.yaml:9:15: polarity has no word "up"; use one of`, `cb.yaml:9:15: organisations are not compared on a question without a role: take polarity out`,
			`cb.yaml:10:17: importance is 1, 2 or 3 (the most), not 4`, `cb.yaml:10:17: organisations are not compared on a question without a role: take importance out`,
			`cb.yaml:12:15: question "type" has no option "c"; use one of a, b`, `cb.yaml:13:9: the advice has no words: give nl, en or both`,
			`cb.yaml:13:9: the advice needs of: the codes of the options that it is for`}},
		{"duplicates without an id", "respondent: {duplicates: keep-first}\n" + good, []string{"cb.yaml:1:26: keep-first needs the column"}},
		{"tests without a status", "respondent: {tests: [Test]}\n" + good, []string{"cb.yaml:1:13: tests and complete are values of the status column"}},
		{"header rows", "file: {header_rows: [2, 1], delimiter: ab}\n" + good, []string{"cb.yaml:1:21: header rows count from 1", "cb.yaml:1:40: the delimiter is one character"}},
		{"bare question", "questions:\n  - label: x\n", []string{"cb.yaml:2:5: the question has no id", `cb.yaml:2:5: question "" has no column`, `cb.yaml:2:5: question "" has no kind`}},
		{"ids", good + "  - {id: type, column: b, kind: open}\n  - {id: a b, column: \"=1\", kind: opn}\n", []string{
			`cb.yaml:9:10: the id "type" is that of question 1 already`, `cb.yaml:10:10: an id has letters`, `cb.yaml:10:23: "=1" is no column`,
			`cb.yaml:10:35: kind has no word "opn"; do you mean "open"?`}},
		{"options", "questions:\n  - id: q\n    column: Q\n    kind: single\n    options:\n      - {code: a, label: A}\n      - {code: a, label: a}\n      - {score: 1}\n", []string{
			`cb.yaml:7:16: the option code "a" occurs twice`, `cb.yaml:7:26: the label "a" occurs twice`, "cb.yaml:8:9: the option has no code",
			`cb.yaml:8:9: option "" has no label`, "cb.yaml:8:17: score belongs to the options of a scale"}},
		{"no options", "questions:\n  - {id: q, column: Q, kind: multiple}\n", []string{`cb.yaml:2:5: question "q" of kind multiple has no options`}},
		{"scale", "questions:\n  - {id: q, column: Q, kind: scale, options: [{code: a, label: A, score: 1}, {code: b, label: B, score: 1}, {code: c, label: C, score: -2}]}\n", []string{
			"cb.yaml:2:105: the score 1 occurs twice", "cb.yaml:2:136: a score counts from 1"}},
		{"scale without scores", strings.Replace(good, "single", "scale", 1), []string{"cb.yaml:7:7: a scale needs a score"}},
		{"foreign keys", "questions:\n  - id: q\n    column: Q\n    kind: open\n    unit: u\n    minimum: 1\n    separator: ;\n", []string{
			"cb.yaml:5:11: unit does not belong to a question of kind open", "cb.yaml:6:14: minimum does not", "cb.yaml:7:16: separator does not"}},
		{"limits", "questions:\n  - {id: q, column: Q, kind: number, minimum: 3, maximum: 2}\n", []string{"cb.yaml:2:47: the minimum 3 is above the maximum 2"}},
		{"role and kind", good + "    role: volume\n", []string{"cb.yaml:9:11: role volume belongs to a question of kind number, not single"}},
		{"role twice", good + "    role: organisation-type\n  - {id: t2, column: T, kind: single, role: organisation-type, options: [{code: a, label: A}]}\n", []string{
			`cb.yaml:10:45: question "type" has role organisation-type already`}},
		{"means", "questions:\n  - id: q\n    column: Q\n    kind: single\n    role: adoption\n    options:\n      - {code: a, label: A, means: use}\n      - {code: b, label: B, means: no}\n      - {code: c, label: C, means: no}\n", []string{
			`cb.yaml:7:36: means has no word "use"; do you mean "uses"?`, `cb.yaml:9:36: two options of question "q" mean no`}},
		{"means without a role", strings.Replace(good, "label: A", "label: A, means: uses", 1), []string{"cb.yaml:7:36: the options of a question without a role have no meanings"}},
		{"routing", good + "  - {id: q, column: Q, kind: open, asked_all: true, asked_if: {typ: [a]}}\n  - {id: r, column: R, kind: open, asked_if: {type: [c], q: [x], s: [y]}}\n  - {id: s, column: S, kind: open, asked_if: {type: []}}\n", []string{
			`cb.yaml:9:47: question "q" has asked_if too`, `cb.yaml:9:69: asked_if names "typ", which is no earlier question; do you mean "type"?`,
			`cb.yaml:10:54: question "type" has no option "c"; use one of a, b`, `cb.yaml:10:61: asked_if names "q", which has no options`,
			`cb.yaml:10:69: asked_if names "s", which is no earlier question`, `cb.yaml:11:53: asked_if names no option of "type"`}},
		{"unknown kind", "questions:\n  - {id: a, column: A, kind: singel, options: [{code: ja, label: ja}]}\n  - {id: b, column: B, kind: open, asked_if: {a: [ja]}}\n", []string{`cb.yaml:2:30: kind has no word "singel"; do you mean "single"?`}},
		{"long id", good + "  - {id: " + strings.Repeat("q", 101) + ", column: Q, kind: single, options: [{code: a, label: A}]}\n  - {id: z, column: Z, kind: open, asked_if: {" + strings.Repeat("q", 101) + ": [a]}}\n", []string{"cb.yaml:9:10: an id has at most 100 letters, since files are named after it; this one has 101"}},
		{"other waves", "survey: {mode: telefoon}\n" + strings.NewReplacer("label: A", "label: A, same_as: [x, y]", "label: B", "label: B, same_as: [y, \"\"]").Replace(good) +
			"    same_as: type\n    comparable: ful\n  - {id: q, column: Q, kind: open, same_as: z z}\n  - {id: r, column: R, kind: open, same_as: z z}\n", []string{
			`cb.yaml:1:16: mode has no word "telefoon"; `, `cb.yaml:9:39: option "a" is the same as "y" already`, "cb.yaml:9:42: a code of an option in another wave is empty",
			`cb.yaml:10:14: question "type" has that id in every wave`, `cb.yaml:11:17: comparable has no word "ful"; do you mean "full"?`,
			"cb.yaml:12:45: an id has letters", `cb.yaml:13:45: question "q" is the same as "z z" already`, "cb.yaml:13:45: an id has letters"}},
		{"themes", "questions:\n  - id: q\n    column: Q\n    kind: open\n    themes:\n      - {code: a, label: A, patterns: [x]}\n      - {code: a, patterns: [\" \"]}\n      - {label: C}\n", []string{
			`cb.yaml:7:9: theme "a" has no label`, `cb.yaml:7:16: the theme code "a" occurs twice`, `cb.yaml:7:30: theme "a" has an empty pattern`,
			"cb.yaml:8:9: the theme has no code", `cb.yaml:8:9: theme "" has no patterns`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read("cb.yaml", []byte(test.text))
			var faults *Faults
			if !errors.As(err, &faults) {
				t.Fatalf("error is %v, want faults", err)
			}
			lines := strings.Split(strings.TrimPrefix(faults.Error(), "reading the codebook: "), "\n  ")
			if len(lines) > 1 {
				lines = lines[1:]
			}
			if len(lines) != len(test.want) {
				t.Fatalf("got %d faults, want %d:\n%s", len(lines), len(test.want), strings.Join(lines, "\n"))
			}
			for i, want := range test.want {
				if !strings.HasPrefix(lines[i], want) {
					t.Errorf("fault %d is\n %s\nwant\n %s", i+1, lines[i], want)
				}
			}
		})
	}
}

func TestReadTakesEmptyRoutingForEveryone(t *testing.T) {
	cb, err := Read("dir/cb.yaml", []byte(good+"    asked_if: {}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if q := cb.Questions[0]; !q.AskedAll || q.AskedIf != nil || q.Line != 3 || cb.Name != "cb.yaml" || len(cb.SHA256) != 64 {
		t.Errorf("got %+v of %s", q, cb.Name)
	}
}

// unwritten are the fields that a codebook file does not hold.
func unwritten() cmp.Option {
	return cmp.Options{
		cmpopts.IgnoreFields(Codebook{}, "Name", "SHA256", "Inferred", "Doubts"),
		cmpopts.IgnoreFields(Question{}, "Line", "Basis"),
	}
}

func TestWriteGolden(t *testing.T) {
	low, high := 0.0, 250.5
	cb := &Codebook{
		Survey:     Study{Title: "Contact: 2021", Language: "nl", Publisher: "Bureau", Synthetic: true},
		File:       File{Sheet: "Data", HeaderRows: []int{1, 2}, Delimiter: ";"},
		Respondent: Respondent{ID: "Nr.", Started: "=B", Tests: []string{"Test", "Proef, intern"}, Status: "Status", Duplicates: keepLast},
		Frame:      "frame.csv",
		Missing:    []string{"-"},
		Ignore:     []string{"Opmerking", "=AB"},
		Questions: []Question{
			{ID: "whatsapp", Column: "Gebruikt u WhatsApp?", Kind: "single", Role: "adoption", Channel: "WhatsApp", AskedAll: true, Options: []Option{
				{Code: "uses", Label: "Ja, nu al", Short: "Nu", Means: survey.Uses}, {Code: "no", Label: "Nee", Means: survey.No}}},
			{ID: "volume", Column: "Vragen per uur", Kind: "number", Role: "volume", Unit: "per uur", Minimum: &low, Maximum: &high, AskedIf: map[string][]string{"whatsapp": {"uses"}},
				Polarity: "less-is-better", Importance: 2, Advice: []Advice{{Above: &high, Dutch: "Zet er iemand bij.", English: "Add a person."}}},
			{ID: "kansen", Column: "Kansen", Kind: "open", Role: "opportunity", Sensitivity: "open", Missing: []string{"geen"}, Themes: []Theme{{Code: "a", Label: "Afspraak: maken", Patterns: []string{"afspra", "a b"}}}},
		},
	}
	for name, comments := range map[string]bool{"codebook.yaml": true, "codebook-bare.yaml": false} {
		var out bytes.Buffer
		if err := Write(&out, cb, comments); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), out.String()); diff != "" {
			t.Errorf("%s differs (-want +got); run go test -update to accept:\n%s", name, diff)
		}
		back, err := Read("c.yaml", out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(cb, back, unwritten()); diff != "" {
			t.Error(diff)
		}
	}
}

// codebooks generates codebooks that keep the rules.
func codebooks() *rapid.Generator[*Codebook] {
	text := rapid.StringMatching(`[A-Za-zé:,'"#&*\-\[\]{}%@!|>?=~ 0-9\t\n]{0,12}[a-z]`)
	return rapid.Custom(func(t *rapid.T) *Codebook {
		cb := &Codebook{Inferred: true}
		cb.Survey.Title = text.Draw(t, "title")
		cb.Survey.Language = rapid.SampledFrom([]string{"", "nl", "en"}).Draw(t, "language")
		cb.Missing = rapid.SliceOfN(text, 1, 3).Draw(t, "missing")
		n := rapid.IntRange(1, 5).Draw(t, "questions")
		for i := range n {
			q := Question{ID: slug("q", 9) + string(rune('a'+i)), Column: text.Draw(t, "column"), Kind: rapid.SampledFrom(kindWords()).Draw(t, "kind"), Label: text.Draw(t, "label")}
			if strings.HasPrefix(q.Column, "=") {
				q.Column = "=AB"
			}
			if kindOf(q.Kind).Closed() {
				for k := range rapid.IntRange(2, 4).Draw(t, "options") {
					o := Option{Code: string(rune('a' + k)), Label: string(rune('a'+k)) + text.Draw(t, "option"), Other: rapid.Bool().Draw(t, "other"), OutOfBase: rapid.Bool().Draw(t, "out")}
					if q.Kind == "scale" {
						o.Score = k + 1
					}
					q.Options = append(q.Options, o)
				}
			}
			if i > 0 && kindOf(cb.Questions[i-1].Kind).Closed() && rapid.Bool().Draw(t, "routed") {
				q.AskedIf = map[string][]string{cb.Questions[i-1].ID: {"a", "b"}}
			} else {
				q.AskedAll = rapid.Bool().Draw(t, "all")
			}
			cb.Questions = append(cb.Questions, q)
		}
		return cb
	})
}

func TestWrittenCodebooksReadTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cb := codebooks().Draw(t, "codebook")
		var first, second bytes.Buffer
		if err := Write(&first, cb, true); err != nil {
			t.Fatal(err)
		}
		if err := Write(&second, cb, true); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatal("two writings differ")
		}
		back, err := Read("c.yaml", first.Bytes())
		if err != nil {
			t.Fatalf("%v\n%s", err, first.String())
		}
		if diff := cmp.Diff(cb, back, unwritten()); diff != "" {
			t.Fatalf("%s\n%s", diff, first.String())
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("questions:\n  - {id: a, column: b, kind: scale, asked_if: {x: [y]}}\n"))
	f.Add([]byte("survey: &a [*a]\n"))
	f.Add([]byte("questions: {}\n? [a]\n: b\n"))
	if data, err := os.ReadFile("testdata/codebook.yaml"); err == nil {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		cb, err := Read("c.yaml", data)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := Write(&out, cb, false); err != nil {
			t.Fatal(err)
		}
		back, err := Read("c.yaml", out.Bytes())
		if err != nil {
			t.Fatalf("what was written does not read: %v\n%s", err, out.String())
		}
		if diff := cmp.Diff(cb, back, unwritten(), cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Editors on Windows write a byte order mark and CR LF.
func TestReadFromWindows(t *testing.T) {
	cb, err := Read("c.yaml", []byte("\ufeff"+strings.ReplaceAll(good, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	if len(cb.Questions) != 1 || cb.Questions[0].Options[1].Label != "B" {
		t.Errorf("got %+v", cb.Questions)
	}
}
