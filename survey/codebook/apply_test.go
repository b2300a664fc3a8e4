package codebook

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// read reads a codebook in a test.
func read(t testing.TB, text string) *Codebook {
	t.Helper()
	cb, err := Read("cb.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

const routed = `
questions:
  - id: uses
    column: "Gebruikt u het?"
    kind: single
    asked_all: true
    options:
      - {code: "yes", label: Ja}
      - {code: "no", label: Nee}
  - id: rating
    column: "Tevreden?"
    kind: scale
    asked_if: {uses: ["yes"]}
    options:
      - {code: low, label: Ontevreden, score: 1}
      - {code: high, label: Tevreden, score: 2}
  - id: why
    column: "Waarom?"
    kind: multiple
    asked_if: {uses: ["yes"], rating: [high]}
    options:
      - {code: fast, label: Snel}
      - {code: cheap, label: Goedkoop}
`

func TestRouting(t *testing.T) {
	f := sheet([]string{"gebruikt u het?", "Tevreden?", "Waarom?|Snel", "Waarom?|Goedkoop"},
		"Ja|Tevreden|x|", // asked all and answered
		"Ja|Tevreden||",  // asked and skipped the last
		"Ja||x|",         // skipped the second, so not asked the third: broken
		"Nee|Tevreden||", // not asked: broken
		"Nee|||",         // not asked
		"|Ontevreden||",  // skipped the first, so not asked: broken
	)
	s := apply(t, read(t, routed), f)
	want := []map[string]int{
		{"answered": 5, "skipped": 1},
		{"answered": 2, "skipped": 1, "not-asked": 3},
		{"answered": 1, "skipped": 1, "not-asked": 4},
	}
	for i, id := range []string{"uses", "rating", "why"} {
		if diff := cmp.Diff(want[i], states(s, id)); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	if diff := cmp.Diff(map[string]int{"fast": 1}, counts(s, "why")); diff != "" {
		t.Error(diff)
	}
	var got [][]string
	for _, i := range issues(s, survey.IssueRoutingBroken) {
		if i.Severity != survey.Warning {
			t.Errorf("severity %s", i.Severity)
		}
		got = append(got, i.Args)
	}
	if diff := cmp.Diff([][]string{{"rating", "2"}, {"why", "1"}}, got); diff != "" {
		t.Error(diff)
	}
	if bits := s.Columns[2].Ticks[0].Count(); bits != 1 {
		t.Errorf("%d ticks left in the column, want 1", bits)
	}
}

func TestWithoutRoutingBlanksStayUnknown(t *testing.T) {
	text := strings.NewReplacer("    asked_all: true\n", "", "    asked_if: {uses: [\"yes\"]}\n", "", "    asked_if: {uses: [\"yes\"], rating: [high]}\n", "").Replace(routed)
	f := sheet([]string{"Gebruikt u het?", "Tevreden?", "Waarom?|Snel", "Waarom?|Goedkoop"}, "Ja|Tevreden|x|", "Nee|||")
	s := apply(t, read(t, text), f)
	if diff := cmp.Diff(map[string]int{"answered": 1, "blank": 1}, states(s, "why")); diff != "" {
		t.Error(diff)
	}
	if s.Questions[1].RoutingKnown {
		t.Error("routing is known without a codebook line")
	}
	ambiguous := issues(s, survey.IssueBlankAmbiguous)
	if len(ambiguous) != 1 || !cmp.Equal(ambiguous[0].Args, []string{"rating", "why"}) {
		t.Errorf("got %+v", ambiguous)
	}
	if base := issues(s, survey.IssueTickBase); len(base) != 1 || base[0].Question != "why" || base[0].Severity != survey.Note {
		t.Errorf("got %+v", base)
	}
}

const kinds = `
missing: ["-"]
respondent: {id: Nr}
questions:
  - id: colour
    column: Kleur
    kind: single
    asked_all: true
    missing: [geen]
    options:
      - {code: red, label: Rood}
      - {code: blue, label: "Donker blauw"}
  - id: amount
    column: "=C"
    kind: number
    minimum: 0
    maximum: 100
  - id: name
    column: Naam
    kind: name
  - id: words
    column: Woorden
    kind: open
    themes:
      - {code: a, label: A, patterns: [x]}
`

func TestCellsThatDoNotFit(t *testing.T) {
	f := sheet([]string{"Nr", "Kleur", "Aantal", "Naam", "Woorden"},
		"1|ROOD|1,5|Jan|snel", "2|donker  blauw|ca. 20|Piet|-", "3|Paars|200||", "4|Paars|-|Klaas|x", "5|geen|12,25||",
		"6|bel me op 0612345678|#7||y", "7|jan@voorbeeld.nl|piet heeft geen idee||")
	s := apply(t, read(t, kinds), f)
	if diff := cmp.Diff(map[string]int{"red": 1, "blue": 1}, counts(s, "colour")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"answered": 2, "invalid": 4, "skipped": 1}, states(s, "colour")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]float64{1.5, 0, 0, 0, 12.25, 7, 0}, s.Columns[1].Numbers()); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, i := range s.Issues {
		switch i.Code {
		case survey.IssueUnknownOption, survey.IssueNotANumber, survey.IssueOutOfRange:
			got = append(got, i.Severity.String()+" "+i.Where.String()+" "+strings.Join(i.Args, "/"))
		}
	}
	want := []string{
		"doubt test.csv, cell B4 colour/Paars/4, 5/2",
		"doubt test.csv, cell B7 colour//7/1",
		"doubt test.csv, cell B8 colour//8/1",
		"doubt test.csv, cell C3 amount/ca. 20/3/1",
		"doubt test.csv, cell C8 amount//8/1",
		"warning test.csv, cell C4 amount/200/4/1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, i := range s.Issues {
		for _, private := range []string{"Jan", "Piet", "0612345678", "jan@", "snel"} {
			if strings.Contains(strings.Join(i.Args, " ")+i.Fix, private) {
				t.Errorf("issue %s tells %q", i.Code, private)
			}
		}
	}
	if q := s.Questions[3]; len(q.Themes) != 1 || q.Themes[0].Patterns[0] != "x" || q.Columns[0] != "E" {
		t.Errorf("got %+v", q)
	}
}

const several = `
questions:
  - id: tools
    column: Hulpmiddelen
    kind: multiple
    separator: ","
    asked_all: true
    options:
      - {code: pen, label: Pen}
      - {code: both, label: "Bord, groot"}
      - {code: paper, label: Papier}
`

func TestJoinedAnswers(t *testing.T) {
	rows := []string{"Pen, Bord, groot", "bord, groot", "Papier,Pen,", "Krijt, Pen", "Krijt", ""}
	s := apply(t, read(t, several), sheet([]string{"Hulpmiddelen", "x"}, append(rows, "|1")...))
	if diff := cmp.Diff(map[string]int{"pen": 3, "both": 2, "paper": 1}, counts(s, "tools")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"answered": 4, "invalid": 1}, states(s, "tools")); diff != "" {
		t.Error(diff)
	}
	if unknown := issues(s, survey.IssueUnknownOption); len(unknown) != 1 || unknown[0].Args[3] != "2" {
		t.Errorf("got %+v", unknown)
	}
	other := several + "      - {code: other, label: Anders, other: true}\n"
	s = apply(t, read(t, other), sheet([]string{"Hulpmiddelen", "x"}, rows...))
	if diff := cmp.Diff(map[string]int{"pen": 3, "both": 2, "paper": 1, "other": 2}, counts(s, "tools")); diff != "" {
		t.Error(diff)
	}
	if len(issues(s, survey.IssueUnknownOption)) != 0 {
		t.Error("the text of other became an issue")
	}
}

const ticks = `
questions:
  - id: why
    column: Waarom
    kind: multiple
    asked_all: true
    options:
      - {code: fast, label: Snel}
      - {code: other, label: Anders, other: true}
`

func TestOtherTextIsATick(t *testing.T) {
	f := sheet([]string{"Waarom|Snel", "Waarom|Anders", "Waarom|Anders, namelijk"}, "Ja|Ja|omdat", "Nee|Nee|", "Nee|Nee|zomaar", "Ja|Nee|")
	s := apply(t, read(t, ticks), f)
	if diff := cmp.Diff(map[string]int{"fast": 2, "other": 2}, counts(s, "why")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"answered": 4}, states(s, "why")); diff != "" {
		t.Error(diff) // "Nee" throughout is an answer
	}
	base := strings.Replace(ticks, "kind: multiple", "kind: multiple\n    base: ticked", 1)
	s = apply(t, read(t, base), f)
	if diff := cmp.Diff(map[string]int{"answered": 3, "skipped": 1}, states(s, "why")); diff != "" {
		t.Error(diff)
	}
}

func TestTickColumnOutsideTheCodebook(t *testing.T) {
	f := sheet([]string{"Waarom|Snel", "Waarom|Mooi", "Waarom|Anders"}, "Ja|Ja|", "Ja||", "|Ja|")
	s := apply(t, read(t, ticks), f)
	unknown := issues(s, survey.IssueUnknownOption)
	if len(unknown) != 1 || !cmp.Equal(unknown[0].Args, []string{"why", "Mooi", "2, 4", "2"}) || unknown[0].Severity != survey.Doubt {
		t.Errorf("got %+v", unknown)
	}
}

func TestNotShown(t *testing.T) {
	f := sheet([]string{"Waarom|Snel", "Waarom|Anders"}, "N/A|N/A", "Y|", "|Y")
	f.Dialect.NotShown = []string{"N/A"}
	s := apply(t, read(t, ticks), f)
	if diff := cmp.Diff(map[string]int{"answered": 2}, states(s, "why")); diff != "" {
		t.Error(diff) // the first row holds no answer at all
	}
}

const headed = `
respondent: {id: Nr, started: Van, ended: Tot, status: Status, tests: [Test], complete: [Klaar]}
questions:
  - {id: name, column: Organisatie, kind: name, role: organisation}
  - {id: q, column: Vraag, kind: number}
`

func TestRespondents(t *testing.T) {
	f := sheet([]string{"Nr", "Van", "Tot", "Status", "Organisatie", "Vraag"},
		"1|3-10-2018 10:00|3-10-2018 10:05|Klaar|A|1",
		"2|1-10-2018 09:00|1-10-2018 09:05|Test|Test|1",
		"3|2-10-2018 09:00||Bezig||",
		"4|2-10-2018 11:00||Bezig|B|",
		"1|1-10-2018 12:00|13-10-2018 12:05|Klaar|A|3",
		"5|2-10-2018 11:00|2-10-2018 11:04|Klaar|b|4",
	)
	f.Read, f.Dropped = 8, []survey.Dropped{{Reason: survey.DropBlank, Rows: 2}}
	for rule, want := range map[string][]float64{"": {1, 0, 3, 4}, keepAll: {1, 0, 3, 4}, keepFirst: {1, 0, 4}, keepLast: {0, 3, 4}} {
		text := headed
		if rule != "" {
			text = strings.Replace(headed, "{id: Nr", "{duplicates: "+rule+", id: Nr", 1)
		}
		s := apply(t, read(t, text), f)
		if diff := cmp.Diff(want, s.Columns[1].Numbers()); diff != "" {
			t.Errorf("%q: %s", rule, diff)
		}
		dropped := 0
		for _, d := range s.Source.Dropped {
			dropped += d.Rows
		}
		if s.Source.Read != s.Source.Kept+dropped || s.Source.Kept != s.Respondents {
			t.Errorf("%q: read %d, kept %d, dropped %d", rule, s.Source.Read, s.Source.Kept, dropped)
		}
		doubts := len(issues(s, survey.IssueDuplicateID))
		settled := len(issues(s, survey.IssueDuplicateSettled))
		if wantDoubt := rule == "" || rule == keepAll; (doubts == 1) != wantDoubt || (settled == 1) == wantDoubt {
			t.Errorf("%q: %d doubts, %d settled", rule, doubts, settled)
		}
		if partial := issues(s, survey.IssuePartialRows); len(partial) != 1 || partial[0].Args[0] != "1" {
			t.Errorf("%q: partial %+v", rule, partial)
		}
		if rows := issues(s, survey.IssueDuplicateBody); len(rows) != 1 || !strings.HasPrefix(strings.Join(rows[0].Args, " "), "1 5 7") || rows[0].Severity != survey.Warning {
			t.Errorf("%q: bodies %+v", rule, rows)
		}
	}
	s := apply(t, read(t, headed), f)
	if got, want := s.Source.FieldStart, time.Date(2018, 10, 1, 12, 0, 0, 0, time.UTC); !got.Equal(want) {
		t.Errorf("start %v, want %v: that of a kept response", got, want)
	}
	if got, want := s.Source.FieldEnd, time.Date(2018, 10, 13, 12, 5, 0, 0, time.UTC); !got.Equal(want) {
		t.Errorf("end %v, want %v", got, want)
	}
}

// A later answer can stand above an earlier one.
func TestLastGoesByTime(t *testing.T) {
	text := strings.Replace(headed, "{id: Nr", "{duplicates: keep-last, id: Nr", 1)
	f := sheet([]string{"Nr", "Van", "Tot", "Status", "Organisatie", "Vraag"},
		"1|3-10-2018 10:00|3-10-2018 10:05|Klaar|A|1", "1|1-10-2018 12:00|1-10-2018 12:05|Klaar|A|3")
	if got := apply(t, read(t, text), f).Columns[1].Numbers(); !cmp.Equal(got, []float64{1}) {
		t.Errorf("kept %v", got)
	}
}

func TestApplyRefuses(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       string
	}{
		{"another survey", strings.NewReplacer("Kleur", "Kleuren", "=C", "=Z", "column: Naam", "column: Persoon").Replace(kinds), `cb.yaml:5: question "colour": the file has no column with the heading "Kleuren"; the nearest is "Kleur"`},
		{"overlap", strings.Replace(kinds, "=C", "=B", 1), `cb.yaml:13: question "amount": column B belongs to question "colour" already`},
		{"respondent", strings.Replace(kinds, "id: Nr", "id: Nummer", 1), `respondent id: the file has no column with the heading "Nummer"`},
		{"twice", strings.Replace(kinds, "column: Woorden", "column: Dubbel", 1), "more than one question (columns E, F)"},
	} {
		f := sheet([]string{"Nr", "Kleur", "Aantal", "Naam", "Dubbel", "Woorden"}, "1|Rood|1|a|b|c")
		if test.name == "twice" {
			f = sheet([]string{"Nr", "Kleur", "Aantal", "Naam", "Dubbel", "Dubbel"}, "1|Rood|1|a|b|c")
			f.Columns[5].Block++
		}
		_, err := read(t, test.text).Apply(f)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v\nwant %s", test.name, err, test.want)
		}
	}
}

func TestApplyRefusesWhenNothingIsLeft(t *testing.T) {
	tests := sheet([]string{"Nr", "Van", "Tot", "Status", "Organisatie", "Vraag"}, "1|||Test|A|1", "2|||Test|B|1")
	if _, err := read(t, headed).Apply(tests); err == nil || !strings.Contains(err.Error(), "2 of 2 rows are tests by column D") {
		t.Errorf("got %v", err)
	}
	empty := sheet([]string{"Nr", "Van", "Tot", "Status", "Organisatie", "Vraag"}, "1|||Klaar||", "2|||Klaar||")
	if _, err := read(t, headed).Apply(empty); err == nil || !strings.Contains(err.Error(), "no respondent is left of 2 rows") {
		t.Errorf("got %v", err)
	}
}

func TestPropertiesOfQuestions(t *testing.T) {
	cb := read(t, `
survey: {title: T, language: en, publisher: P, synthetic: true}
questions:
  - id: adoption
    column: Use
    kind: single
    role: adoption
    channel: Signal
    label: Short
    options:
      - {code: a, label: "We use it", short: Uses, means: uses, out_of_base: true}
      - {code: b, label: Other, other: true}
  - {id: volume, column: Number, kind: number, role: volume, sensitivity: open, unit: per hour}
`)
	s := apply(t, cb, sheet([]string{"Use", "Number"}, "we use it|1", "something|2"))
	want := []survey.Question{
		{ID: "adoption", Kind: survey.Single, Text: "Use", Label: "Short", Role: survey.Adoption, Channel: "Signal", Sensitivity: survey.Public, Columns: []string{"A"},
			Options: []survey.Option{{Code: "a", Label: "We use it", Short: "Uses", Means: survey.Uses, OutOfBase: true}, {Code: "b", Label: "Other", Other: true}}},
		{ID: "volume", Kind: survey.Number, Text: "Number", Unit: "per hour", Role: survey.Volume, Sensitivity: survey.Public, Columns: []string{"B"}},
	}
	if diff := cmp.Diff(want, s.Questions); diff != "" {
		t.Error(diff)
	}
	if s.Title != "T" || s.Language != "en" || !s.Source.Synthetic || s.Source.Publisher != "P" || s.Source.Codebook != "cb.yaml" {
		t.Errorf("got %+v", s.Source)
	}
	if diff := cmp.Diff(map[string]int{"a": 1, "b": 1}, counts(s, "adoption")); diff != "" {
		t.Error(diff)
	}
	if len(issues(s, survey.IssueOptionUnused)) != 0 {
		t.Error("an option that was chosen is called unused")
	}
}
