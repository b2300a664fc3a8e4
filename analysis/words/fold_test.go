package words

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// times returns the answer n times.
func times(n int, answer string) []string { return slices.Repeat([]string{answer}, n) }

func TestFold(t *testing.T) {
	for _, c := range []struct {
		name    string
		answers []string
		want    []Fold
	}{
		{"a letter missing", append(times(5, "onpersoonlijk"), "Onpesoonlijk"), []Fold{{"onpesoonlijk", "onpersoonlijk", 1}}},
		{"a letter too many", append(times(5, "antwoord"), "antwooord"), []Fold{{"antwooord", "antwoord", 1}}},
		{"a wrong letter", append(times(10, "modern"), times(2, "midern")...), []Fold{{"midern", "modern", 2}}},
		{"two changed about", append(times(5, "robot"), "rboot"), []Fold{{"rboot", "robot", 1}}},
		{"near an inflection", append(times(5, "antwoord"), "antwoorden", "anwoorden"), []Fold{{"anwoorden", "antwoord", 1}}},
		{"two letters", append(times(9, "antwoord"), "anwooord"), nil},
		{"not in enough answers", append(times(4, "antwoord"), "antwooord"), nil},
		{"not so much more frequent", append(times(9, "antwoord"), "antwooord", "antwooord"), nil},
		{"too short", append(times(9, "snel"), "sbel"), nil},
		{"never across a prefix", append(times(9, "persoonlijk"), "opersoonlijk", "npersoonlijk"), nil},
		{"but within it", append(append(times(9, "persoonlijk"), times(9, "onpersoonlijk")...), "opersoonlijk"), []Fold{{"opersoonlijk", "onpersoonlijk", 1}}},
		{"in- is a prefix as well", append(append(times(9, "formeel"), times(9, "informeel")...), "nformeel"), nil},
		{"of two words", append(append(times(5, "kasten"), times(5, "kosten")...), "kesten"), nil},
		{"of a variant", slices.Concat(times(25, "drempel"), times(5, "dremple"), times(1, "drempke")), []Fold{{"dremple", "drempel", 5}}},
	} {
		got := Count(c.answers, "nl", Options{})
		if d := cmp.Diff(c.want, got.Folds); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		for _, f := range got.Folds {
			for _, w := range got.Words {
				if w.Form == f.Word {
					t.Errorf("%s: %s is still there", c.name, f.Word)
				}
			}
		}
	}
}

// TestFoldOnce: an answer with a word and a variant of it counts once.
func TestFoldOnce(t *testing.T) {
	answers := append(times(5, "antwoord"), "antwooord", "antwoord, antwooord")
	got := Count(answers, "nl", Options{})
	// The variant is in 2 answers and the word in 6: less than 5 times as many.
	if len(got.Folds) != 0 {
		t.Errorf("%+v", got.Folds)
	}
	answers = append(times(9, "antwoord"), "antwoord, antwooord", "antwooord")
	got = Count(answers, "nl", Options{})
	if len(got.Words) != 1 || len(got.Words[0].Answers) != 11 {
		t.Errorf("%+v", got.Words)
	}
}

// distance is the optimal string alignment distance by its definition: a
// Damerau-Levenshtein distance with one edit per place.
func distance(a, b []rune) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		for j := range rows[i] {
			switch {
			case i == 0:
				rows[i][j] = j
			case j == 0:
				rows[i][j] = i
			default:
				same := 1
				if a[i-1] == b[j-1] {
					same = 0
				}
				rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+same)
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
				}
			}
		}
	}
	return rows[len(a)][len(b)]
}

func TestOneOff(t *testing.T) {
	letters := rapid.SliceOfN(rapid.SampledFrom([]rune("abé")), 0, 6)
	rapid.Check(t, func(t *rapid.T) {
		a, b := letters.Draw(t, "a"), letters.Draw(t, "b")
		want := distance(a, b) == 1 && len(a) > 0 && len(b) > 0 && a[0] == b[0]
		if got := oneOff(a, b); got != want {
			t.Fatalf("%s and %s: %v", string(a), string(b), got)
		}
	})
}
