package codebook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/export"
)

// oneOf makes rows with one tick each, at a place that goes round.
func oneOf(rows, columns int, cell func(option int) string) []string {
	made := make([]string, rows)
	for r := range made {
		cells := make([]string, columns)
		cells[r%columns] = cell(r % columns)
		made[r] = strings.Join(cells, "|")
	}
	return made
}

func TestExpandedSingle(t *testing.T) {
	headings := []string{"Hoe belt u?|Vast", "Hoe belt u?|Mobiel", "Hoe belt u?|Via internet"}
	wording := func(o int) string { return []string{"Vast", "Mobiel", "Via internet"}[o] }
	code := func(o int) string { return fmt.Sprint(o + 1) }
	for _, test := range []struct {
		name     string
		headings []string
		rows     []string
		want     string
	}{
		{"texts", headings, oneOf(30, 3, wording), "single"},
		{"codes", headings, oneOf(60, 3, code), "single"},
		{"too few", headings, oneOf(29, 3, wording), "multiple"},
		{"one respondent ticked two", headings, append(oneOf(60, 3, wording), "Vast|Mobiel|"), "multiple"},
		{"no for every option", headings, append(slices.Repeat([]string{"Ja|Nee|Nee", "Nee|Ja|Nee"}, 20), "Nee|Nee|Nee"), "multiple"},
		{"the heading allows more", []string{"Hoe belt u? (meerdere antwoorden)|Vast", "Hoe belt u? (meerdere antwoorden)|Mobiel"}, oneOf(40, 2, wording), "multiple"},
	} {
		f := sheet(test.headings, test.rows...)
		cb := Infer(f)
		s := apply(t, cb, f)
		if got := cb.Questions[0].Kind; got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		warned := issues(s, survey.IssueExpandedSingle)
		if test.want == "multiple" && len(warned) > 0 || test.want == "single" && (len(warned) != 1 || warned[0].Severity != survey.Warning || warned[0].Fix == "") {
			t.Errorf("%s: warned %+v", test.name, warned)
		}
	}
	f := sheet(append(headings, "Hoe belt u?|Anders, namelijk"), append(oneOf(30, 3, wording), "|||per brief", "Vast|||en soms mobiel", "|||")...)
	s := apply(t, Infer(f), f)
	if diff := cmp.Diff(map[string]int{"vast": 11, "mobiel": 10, "via-internet": 10, "other": 1}, counts(s, "belt")); diff != "" {
		t.Error(diff)
	}
}

func TestTwoTicksAreNoSingleAnswer(t *testing.T) {
	cb := read(t, strings.NewReplacer("kind: multiple", "kind: single", "Anders, other: true", "Mooi").Replace(ticks))
	s := apply(t, cb, sheet([]string{"Waarom|Snel", "Waarom|Mooi"}, "Ja|", "Ja|Ja", "|Ja", "|"))
	if diff := cmp.Diff(map[string]int{"fast": 1, "other": 1}, counts(s, "why")); diff != "" {
		t.Error(diff)
	}
	many := issues(s, survey.IssueManyTicks)
	if len(many) != 1 || many[0].Severity != survey.Doubt || !cmp.Equal(many[0].Args, []string{"why", "1", "3"}) {
		t.Errorf("got %+v", many)
	}
}

func TestRanking(t *testing.T) {
	headings := []string{"Zet op volgorde|Bellen", "Zet op volgorde|Mailen", "Zet op volgorde|Chatten"}
	f := sheet(headings, slices.Repeat([]string{"1|2|3", "3|1|2", "1|3|2"}, 2)...)
	cb := Infer(f)
	s := apply(t, cb, f)
	if len(s.Questions) != 3 || len(issues(s, survey.IssueRanking)) != 1 {
		t.Fatalf("%d questions, issues %+v", len(s.Questions), s.Issues)
	}
	// The first place is the highest.
	var got []string
	for _, o := range s.Questions[0].Options {
		got = append(got, fmt.Sprint(o.Label, ":", o.Score))
	}
	if diff := cmp.Diff([]string{"3:1", "2:2", "1:3"}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"1": 4, "3": 2}, counts(s, s.Questions[0].ID)); diff != "" {
		t.Error(diff)
	}
	// Ratings that happen to be equal once are a matrix.
	f = sheet(headings, append(slices.Repeat([]string{"1|2|3", "3|1|2"}, 8), "2|2|1")...)
	if found := issues(apply(t, Infer(f), f), survey.IssueRanking); len(found) > 0 {
		t.Errorf("a matrix is a ranking: %+v", found)
	}
}

func TestRankingByPlace(t *testing.T) {
	f := sheet([]string{"Wat telt?|Rank 1", "Wat telt?|Rank 2"}, slices.Repeat([]string{"Prijs|Snelheid", "Snelheid|Prijs", "Prijs|"}, 4)...)
	cb := Infer(f)
	if len(cb.Questions) != 2 || cb.Questions[0].Kind != "single" || len(cb.Doubts) != 1 || cb.Doubts[0].Code != survey.IssueRanking {
		t.Errorf("got %+v, %+v", cb.Questions, cb.Doubts)
	}
	if diff := cmp.Diff(map[string]int{"prijs": 8, "snelheid": 4}, counts(apply(t, cb, f), cb.Questions[0].ID)); diff != "" {
		t.Error(diff)
	}
}

func TestJoinedAndSplit(t *testing.T) {
	headings := []string{"tools", "tools|pen", "tools|paper", "tools|board"}
	rows := []string{"pen paper|1|1|0", "pen|1|0|0", "board|0|0|1", "|||", "paper board|0|1|1"}
	for wrong, row := range map[string]string{"0": "pen|1|0|0", "1": "pen|1|1|0"} {
		f := sheet(append(headings, "x"), append(rows, row+"|1")...)
		cb := Infer(f)
		s := apply(t, cb, f)
		if len(s.Questions) != 2 || s.Questions[0].Kind != survey.Multiple {
			t.Fatalf("got %+v", s.Questions)
		}
		if got := counts(s, "tools"); got["pen"] != 3 || got["board"] != 2 {
			t.Errorf("got %v", got)
		}
		found := issues(s, survey.IssueJoinedAndSplit)
		if len(found) != 1 || !cmp.Equal(found[0].Args, []string{"tools", "A", wrong}) || (found[0].Severity == survey.Warning) != (wrong == "1") {
			t.Errorf("got %+v", found)
		}
		if !slices.Contains(cb.Ignore, "=A") {
			t.Errorf("ignored %v", cb.Ignore)
		}
	}
}

func TestUntickedMarksAreAnswers(t *testing.T) {
	f := sheet([]string{"field|1", "field|2", "x"}, "1|0|a", "0|0|b", "||c", "0|1|d")
	f.Dialect.Name = "redcap"
	cb := Infer(f)
	s := apply(t, cb, f)
	if diff := cmp.Diff(map[string]int{"answered": 3, "blank": 1}, states(s, "field")); diff != "" {
		t.Error(diff)
	}
	if got := s.Questions[0].Options[0]; got.Code != "1" || got.Label != "field___1" {
		t.Errorf("got %+v", got)
	}
	if none := issues(s, survey.IssueTickHidden); len(none) != 1 || none[0].Args[1] != "1" || none[0].Fix != "questions: field: base: ticked" {
		t.Errorf("got %+v", none)
	}
	cb.Questions[0].Base = baseTicked
	if diff := cmp.Diff(map[string]int{"answered": 2, "blank": 2}, states(apply(t, cb, f), "field")); diff != "" {
		t.Error(diff)
	}
}

func TestToolAbsences(t *testing.T) {
	// The same cell means the opposite in another tool.
	for _, test := range []struct {
		dialect    export.Dialect
		cell, want string
	}{
		{export.Dialect{NotShown: []string{"-99"}}, "-99", "not-shown"},
		{export.Dialect{Missing: []string{"-99"}}, "-99", "skipped"},
		{export.Dialect{}, "-99", "answered"},
	} {
		f := sheet([]string{"Aantal", "x"}, "12|a", test.cell+"|b", "14|c")
		f.Dialect = test.dialect
		cb := read(t, "questions:\n  - {id: n, column: Aantal, kind: open}\n  - {id: x, column: x, kind: open}")
		if got := states(apply(t, cb, f), "n"); got[test.want] == 0 {
			t.Errorf("%+v %s: %v, want %s", test.dialect, test.cell, got, test.want)
		}
	}
}

// Respondents type the text of "other" in the same cell.
func TestSpellingsStayApart(t *testing.T) {
	rows := slices.Concat(repeat(20, "Gemeente|x"), repeat(12, "Rijk|x"), []string{"gemeente|x", "Eigen bureau|x", "Stichting X|x", "Niks|x"})
	f := sheet([]string{"Waar?", "y"}, rows...)
	if got := counts(apply(t, Infer(f), f), "waar"); got["gemeente"] != 21 {
		t.Errorf("generic: %v", got)
	}
	f.Dialect.Name = "googleforms"
	s := apply(t, Infer(f), f)
	if diff := cmp.Diff(map[string]int{"gemeente": 20, "rijk": 12, "other": 4}, counts(s, "waar")); diff != "" {
		t.Error(diff)
	}
	if found := issues(s, survey.IssueSpelling); len(found) != 1 || found[0].Args[1] != "gemeente" {
		t.Errorf("got %+v", found)
	}
}

// TestAddMarks compares what is told of many cells at a time with what is told one by one.
func TestAddMarks(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 65, 200, chunk} {
		entries := make([]uint8, n)
		for i := range entries {
			entries[i] = []uint8{0, entryMarked, entryMarked | entryTicked}[i*i%7%3]
		}
		ticks, marked := survey.NewBits(n), survey.NewBits(n)
		wantTicks, wantMarked := survey.NewBits(n), survey.NewBits(n)
		for i, e := range entries {
			if i == 5 { // there already
				ticks.Set(i)
				wantTicks.Set(i)
			}
			if e&entryTicked > 0 {
				wantTicks.Set(i)
			}
			if e&entryMarked > 0 {
				wantMarked.Set(i)
			}
		}
		if addMarks(ticks, marked, entries); !slices.Equal(ticks, wantTicks) || !slices.Equal(marked, wantMarked) {
			t.Errorf("of %d cells %x are ticks and %x marks, want %x and %x", n, ticks, marked, wantTicks, wantMarked)
		}
	}
}

// TestExclusive holds that two ticks, or none where unticked is written out, are seen
// wherever they are, but in records to skip.
func TestExclusive(t *testing.T) {
	const n = 2*chunk + 77
	for _, at := range []int{-1, 0, 63, chunk - 1, chunk, n - 78, n - 1} {
		for _, what := range []string{"two", "none", "blank"} {
			f := &export.File{}
			f.Rows.Follow(2, n)
			codes := [3][]uint32{make([]uint32, n), make([]uint32, n), make([]uint32, n)}
			for r := range n {
				for c := range codes {
					codes[c][r] = 1 + uint32(one(r%3 == c))
					if r == at {
						codes[c][r] = map[string]uint32{"two": 2, "none": 1, "blank": 0}[what]
					}
				}
			}
			for c := range codes {
				dict := export.DictionaryOf(export.Cell{}, export.Cell{Text: "0"}, export.Cell{Text: "1"})
				f.Columns = append(f.Columns, export.Column{Letter: string(rune('A' + c)), Dict: dict, Codes: export.CodesOf(codes[c], 3)})
			}
			in := &inference{file: f, skip: make([]bool, n)}
			profiles := []profile{profileOf(f, 0, nil), profileOf(f, 1, nil), profileOf(f, 2, nil)}
			want := at < 0 || what == "blank"
			if got := in.exclusive(profiles); got != want {
				t.Errorf("%s at %d: %t, want %t", what, at, got, want)
			}
			if in.skip[max(at, 0)] = true; !in.exclusive(profiles) {
				t.Errorf("%s at %d counts though it is to be skipped", what, at)
			}
			if in.exclusive(profiles[:1]) {
				t.Error("one column is no choice")
			}
		}
	}
}
