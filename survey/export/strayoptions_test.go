package export

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// body repeats two records.
func body(a, b string) string { return strings.Repeat(a+"\n"+b+"\n", 10) }

// TestMovedColumnsUnderTwoRows moves columns of a file with two header rows, in
// which a blank means "as the one before".
func TestMovedColumnsUnderTwoRows(t *testing.T) {
	tests := []struct {
		name, data string
		want       []string
	}{
		{"in place", "Nr;Kanalen?;;;Stad\n;Telefoon;Chat;E-mail;\n" + body("1;Ja;Nee;Ja;Ede", "2;Nee;Ja;;Goes"), nil},
		{"behind a question", "Nr;Kanalen?;;Stad;\n;Telefoon;E-mail;;Chat\n" + body("1;Ja;Nee;Ede;Ja", "2;Nee;Ja;Goes;Nee"), []string{"Stad Chat D"}},
		{"before its question", "Nr;;Kanalen?;Stad;\n;Chat;Telefoon;;E-mail\n" + body("7;Ja;Nee;Ede;Ja", "8;Nee;Ja;Goes;Nee"), []string{"Nr Chat A", "Stad E-mail D"}},
		{"behind a matrix", "Nr;Kanalen?;;Tevreden?;;\n;Telefoon;E-mail;Balie;Web;Chat\n" + body("1;Ja;Nee;goed;slecht;Ja", "2;Nee;Ja;slecht;goed;Nee"), []string{"Tevreden? Chat D"}},
		{"matrix with yes among its points", "Nr;Wat?;;Stad\n;Balie;Web;\n" + body("1;Ja;Soms;Ede", "2;Soms;Nee;Goes"), nil},
		{"text of other", "Nr;Stad;;Kanalen?;\n;;Anders;Chat;Post\n" + body("1;Ede;;Ja;Nee", "2;;Loon;Nee;Ja"), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := mustRead(t, "a.csv", []byte(tt.data), Options{})
			var got []string
			for _, i := range f.Issues {
				if i.Code == survey.IssueStrayOptions && i.Severity == survey.Doubt && i.Fix == "file: {header_rows: [1, 2]}" {
					got = append(got, fmt.Sprint(strings.Join(i.Args, " "), " ", i.Where.Column))
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			if f = mustRead(t, "a.csv", []byte(tt.data), Options{HeaderRows: []int{1, 2}}); len(f.Issues) > 0 {
				t.Errorf("header rows given: %v", f.Issues)
			}
		})
	}
}

// TestSoleQuestion tells a question over the whole table from a title.
func TestSoleQuestion(t *testing.T) {
	tests := []struct {
		name, data, rows string
		want             []string
	}{
		{"question over ticks", "Waar bent u?;;\nTelefoon;Chat;E-mail\n" + body("Telefoon;;E-mail", ";Chat;"), "1, 2", []string{"0 Waar bent u?|Telefoon", "0 Waar bent u?|Chat", "0 Waar bent u?|E-mail"}},
		{"beside a number", ";Waar bent u?;;\nNr;Telefoon;Chat;E-mail\n" + body("1;Ja;Nee;Ja", "2;Nee;Ja;Nee"), "1, 2", []string{"0 Nr|", "1 Waar bent u?|Telefoon", "1 Waar bent u?|Chat", "1 Waar bent u?|E-mail"}},
		{"title over questions", "Wat vindt u van ons?;;\nBelt u?;Mailt u?;Chat u?\n" + body("Ja;Nee;Ja", "Nee;Ja;Nee"), "2", []string{"0 Belt u?|", "1 Mailt u?|", "2 Chat u?|"}},
		{"title over other answers", "Wat vindt u van ons?;;\nNr;Stad;Chat\n" + body("1;Ede;Ja", "2;Goes;Nee"), "2", []string{"0 Nr|", "1 Stad|", "2 Chat|"}},
		{"plain title", "Onderzoek 2018;;\nNr;Post;Chat\n" + body("1;Ja;Ja", "2;Nee;Nee"), "2", []string{"0 Nr|", "1 Post|", "2 Chat|"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := mustRead(t, "a.csv", []byte(tt.data), Options{})
			if diff := cmp.Diff(tt.want, headings(f)); diff != "" || args(f, DecisionHeader)[0] != tt.rows {
				t.Errorf("rows %v: %s", args(f, DecisionHeader), diff)
			}
		})
	}
}
