package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

const included = `
not_shown: ["-77"]
skipped: ["-99"]
filters:
  - {column: Akkoord, in: [ja]}
respondent: {id: Nr, ended: Tot, test_column: Soort, tests: [proef], covers: Namens}
questions:
  - id: type
    column: Type
    kind: single
    role: organisation-type
    recode: {"10-jan": "1-10"}
    options:
      - {code: m, label: Ministerie}
      - {code: u, label: Uitvoeringsorganisatie}
      - {code: g, label: Gemeente}
      - {code: s, label: "1-10"}
    groups:
      - {code: rijk, label: Rijk, of: [m, u]}
  - id: mark
    column: Oordeel
    kind: scale
    reverse: true
    not_shown: [nvt]
    options:
      - {code: a, label: slecht, score: 1}
      - {code: b, label: goed, score: 2}
      - {code: c, label: best, score: 3}
`

func includedFile(t *testing.T) (headings, rows []string) {
	t.Helper()
	return []string{"Nr", "Tot", "Soort", "Akkoord", "Namens", "Type", "Oordeel"}, []string{
		"1|2018-01-01|echt|Ja|A; B; C|Ministerie|goed",
		"2|2018-01-01|echt|ja|2|Uitvoeringsorganisatie|nvt",
		"3|2018-01-01|proef|ja||Gemeente|goed",
		"4|2018-01-01|echt|nee||Gemeente|goed",
		"5||echt|ja||Gemeente|-99",
		"6|2018-01-01|echt|ja|1|10-jan|-77",
		"7||echt|ja|||",
		"8|2018-01-01|echt|ja|||-77",
	}
}

func TestIncluded(t *testing.T) {
	headings, rows := includedFile(t)
	f := sheet(headings, rows...)
	for include, want := range map[string]struct {
		kept    int
		dropped []survey.Dropped
	}{
		"answered": {4, []survey.Dropped{{Reason: survey.DropTest, Rows: 1}, {Reason: survey.DropNoAnswer, Rows: 2}, {Reason: survey.DropFilter, Rows: 1}}},
		"complete": {3, []survey.Dropped{{Reason: survey.DropTest, Rows: 1}, {Reason: survey.DropNoAnswer, Rows: 1}, {Reason: survey.DropFilter, Rows: 3}}},
		"all":      {6, []survey.Dropped{{Reason: survey.DropTest, Rows: 1}, {Reason: survey.DropFilter, Rows: 1}}},
	} {
		s := apply(t, read(t, strings.Replace(included, "{id: Nr", "{include: "+include+", id: Nr", 1)), f)
		if s.Respondents != want.kept {
			t.Errorf("%s: kept %d, want %d", include, s.Respondents, want.kept)
		}
		if diff := cmp.Diff(want.dropped, s.Source.Dropped); diff != "" {
			t.Errorf("%s: %s", include, diff)
		}
	}
	s := apply(t, read(t, included), f)
	if got := issues(s, survey.IssueFiltered); len(got) != 1 || !cmp.Equal(got[0].Args, []string{"1", "Akkoord", "ja"}) {
		t.Errorf("filtered: %+v", got)
	}
	if got := issues(s, survey.IssueCovers); len(got) != 1 || !cmp.Equal(got[0].Args, []string{"2", "5"}) || got[0].Severity != survey.Note {
		t.Errorf("covers: %+v", got)
	}
	if got := issues(s, survey.IssueRecoded); len(got) != 1 || !cmp.Equal(got[0].Args, []string{"type", "10-jan", "1-10", "1"}) {
		t.Errorf("recoded: %+v", got)
	}
	if diff := cmp.Diff(map[string]int{"m": 1, "u": 1, "g": 1, "s": 1}, counts(s, "type")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"answered": 1, "not-shown": 2, "skipped": 1}, states(s, "mark")); diff != "" {
		t.Error(diff)
	}
	if o := s.Questions[1].Options; o[0].Score != 3 || o[1].Score != 2 || o[2].Score != 1 {
		t.Errorf("reversed: %+v", o)
	}
}

func TestGroups(t *testing.T) {
	headings, rows := includedFile(t)
	s := apply(t, read(t, included), sheet(headings, rows...))
	at := s.Find("type-groups")
	if at != 2 {
		t.Fatalf("the groups are question %d", at)
	}
	if diff := cmp.Diff(map[string]int{"rijk": 2, "g": 1, "s": 1}, counts(s, "type-groups")); diff != "" {
		t.Error(diff)
	}
	q := s.Questions[at]
	if q.Kind != survey.Single || q.Role != survey.NoRole || q.Label != "Type: Rijk" || len(q.Options) != 3 {
		t.Errorf("got %+v", q)
	}
}

func TestStrict(t *testing.T) {
	headings, rows := includedFile(t)
	if _, err := read(t, "strict: true"+included).Apply(sheet(headings, rows...)); err != nil {
		t.Error(err)
	}
	rows[0] = strings.Replace(rows[0], "Ministerie", "Hofhouding", 1)
	_, err := read(t, "strict: true"+included).Apply(sheet(headings, rows...))
	if err == nil || !strings.Contains(err.Error(), `question "type", test.csv, cell F2: Hofhouding`) {
		t.Errorf("got %v", err)
	}
}

func TestFaultsOfInclusion(t *testing.T) {
	for change, want := range map[[2]string]string{
		{"{id: Nr", "{include: some, id: Nr"}:                            `include has no word "some"; use one of answered, complete, all`,
		{"{id: Nr, ended: Tot", "{include: complete, id: Nr"}:            "complete needs a column that tells who finished",
		{", tests: [proef]", ""}:                                         "test_column needs the values that mark a test",
		{"in: [ja]", "in: []"}:                                           "the filter would leave out every row",
		{"column: Akkoord, ", ""}:                                        "the filter has no column",
		{`"10-jan": "1-10"`, `"10-jan": "1-11"`}:                         `question "type" has no option "1-11"; do you mean "1-10"?`,
		{"of: [m, u]", "of: [m, v]"}:                                     `question "type" has no option "v"`,
		{"of: [m, u]", "of: []"}:                                         `group "rijk" has no options`,
		{"code: rijk", "code: g"}:                                        `the code "g" occurs twice in question "type"`,
		{"    reverse: true\n", "    reverse: true\n    base: ticked\n"}: "base does not belong to a question of kind scale",
		{"id: mark", "id: type-groups"}:                                  `the groups of question "type" become the question "type-groups", which exists already`,
		{`recode: {"10-jan": "1-10"}`, "recode: [a]"}:                    "recode must be cell texts with what they are read as",
	} {
		_, err := Read("cb.yaml", []byte(strings.Replace(included, change[0], change[1], 1)))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v\nwant %s", change[1], err, want)
		}
	}
}

func TestWritesWhatItReads(t *testing.T) {
	cb := read(t, "strict: true"+included)
	var out strings.Builder
	if err := Write(&out, cb, true); err != nil {
		t.Fatal(err)
	}
	again := read(t, out.String())
	again.SHA256 = cb.SHA256
	for i := range again.Questions {
		again.Questions[i].Line = cb.Questions[i].Line
	}
	if diff := cmp.Diff(cb, again); diff != "" {
		t.Errorf("%s\n%s", diff, out.String())
	}
}
