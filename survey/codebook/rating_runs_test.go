package codebook

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// Numbers side by side with the same ends are ratings, unless their headings ask
// for a number of things; beside a scale with named ends one such question is.
func TestRatingRuns(t *testing.T) {
	rows := []string{"1|2|3|x", "2|3|4|y", "5|5|5|x", "3|1|2|y", "4|4|1|x", "2|2|2|y", "1|5|4|x"}
	ends := slices.Clone(rows)
	ends[0], ends[2] = "1 (very simple)|2|3|x", "5 (very complex)|5|5|x"
	for _, test := range []struct {
		name     string
		headings string
		rows     []string
		want     string
	}{
		{"rows of a matrix", "Snelheid van de balie|Kwaliteit van de balie|Bereik van de balie|Wie", rows, "scale scale scale"},
		{"two only", "Snelheid|Kwaliteit|Aantal fte|Wie", rows, "number number number"},
		{"counts", "Aantal loketten|Hoeveel balies|Aantal kanalen|Wie", rows, "number number number"},
		{"counts in English", "How many desks|Number of phones|How many sites|Who", rows, "number number number"},
		{"units", "Bellen (uur)|Mailen (uur)|Chatten (uur)|Wie", rows, "number number number"},
		{"people", "Medewerkers balie|Medewerkers telefoon|Medewerkers web|Wie", rows, "number number number"},
		{"one heading asks a number", "Snelheid|Aantal fte|Bereik|Wie", rows, "number number number"},
		{"beside named ends", "How dense is the phone?|How dense is the chat?|How dense is the desk?|Who", ends, "scale scale scale"},
		{"beside named ends, another stem", "How dense is the phone?|Chats in a queue|Desks in use|Who", ends, "scale number number"},
		{"beside named ends, a count", "How dense is the phone?|How dense and how many chats?|Number of desks|Who", ends, "scale number number"},
	} {
		f := sheet(strings.Split(test.headings, "|"), test.rows...)
		for i := range f.Columns { // a heading each
			f.Columns[i].Block = i
		}
		cb := Infer(f)
		var kinds []string
		for _, q := range cb.Questions[:3] {
			kinds = append(kinds, q.Kind)
			if q.Kind == survey.Scale.String() && len(q.Options) != 5 {
				t.Errorf("%s: %d points", test.name, len(q.Options))
			}
		}
		if diff := cmp.Diff(test.want, strings.Join(kinds, " ")); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// Questions side by side of which the file has the options alone.
func TestBordersBetweenBlocks(t *testing.T) {
	// Each row marks the columns of its letters.
	marks := func(columns string, rows ...string) []string {
		var out []string
		for _, row := range rows {
			var cells []string
			for _, c := range columns {
				cells = append(cells, map[bool]string{true: "1"}[strings.ContainsRune(row, c)])
			}
			out = append(out, strings.Join(cells, "|")+"|x")
		}
		return out
	}
	many := "Aa|Bb|Cc|Dd|Ee|Ff|Gg|Hh|Ii|Jj|Kk|Ll"
	for _, test := range []struct {
		name     string
		headings string
		rows     []string
		want     string // severity and fix of block-border
	}{
		{"nearly everyone ticks at both ends", "Telefoon|Balie|Chat|Web", marks("abcd", slices.Repeat([]string{"ad", "abd", "acd", "abcd", "ad"}, 6)...), ""},
		{"rare by chance", "Telefoon|Balie|Duur|Traag", marks("abcd", slices.Repeat([]string{"ac", "bd", "ad", "bc"}, 5)...), `doubt column: "=A:B"`},
		{"an option twice", "Telefoon|Balie|Anders|Duur|Traag|Anders", marks("abcdef", slices.Repeat([]string{"a", "bd", "ce", "abf", "d"}, 3)...), `doubt column: "=A:C"`},
		{"other in the middle", "Telefoon|Balie|Anders|Duur|Traag|Nieuw", marks("abcdef", slices.Repeat([]string{"a", "bd", "ce", "abf", "d"}, 3)...), `warning column: "=A:C"`},
		{"other and none at the end", "Telefoon|Balie|Chat|Anders|Geen van deze|Weet niet", marks("abcdef", slices.Repeat([]string{"a", "b", "cd", "abc", "e", "f"}, 3)...), ""},
		{"many options", many, marks("abcdefghijkl", slices.Repeat([]string{"a", "bd", "ce", "fgh", "ijkl", "a"}, 3)...), `warning column: "=A:L"`},
		{"few options", "Telefoon|Balie|Chat|Web", marks("abcd", slices.Repeat([]string{"a", "b", "cd", "abc"}, 5)...), ""},
	} {
		headings := strings.Split(test.headings, "|")
		for i := range headings {
			headings[i] = "|" + headings[i]
		}
		f := sheet(append(headings, "Wie|"), test.rows...)
		f.Dialect.Name = "typeform"
		var got string
		for _, issue := range Infer(f).Doubts {
			if issue.Code == survey.IssueBlockBorder {
				_, fix, _ := strings.Cut(strings.TrimPrefix(issue.Fix, "questions: "), ": ")
				got = map[survey.Severity]string{survey.Doubt: "doubt", survey.Warning: "warning"}[issue.Severity] + " " + fix
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}
