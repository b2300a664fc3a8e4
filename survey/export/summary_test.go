package export

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Tables of counts hold no respondents, whatever tool or person made them.
func TestSummariesRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"LimeSurvey statistics": {"Summary for G1Q1;;\nWhich org?;;\nAnswer;Count;Percentage\nTown (A1);20;50.00%\nCounty (A2);20;50.00%\n", "Summary for G1Q1"},
		"Dutch":                 {"Samenvatting voor G1Q1;;\nWelke?;;\nAntwoord;Aantal;Percentage\nGemeente (A1);20;50.00%\nProvincie (A2);20;50.00%\n", "Samenvatting voor G1Q1"},
		"ragged":                {"Resultaten\nAantal records in deze query:,40\nTotaal aantal records in vragenlijst:,44\n\nSamenvatting voor G1Q1\nWelke?\nAntwoord,Aantal,Percentage\nGemeente (A1),20,50.00%\n\nSamenvatting voor G1Q2\nHoeveel?\n1-10,20,50.00%\n", "summary of the answers"},
		"headings":              {"Antwort;Anzahl;Prozent\nStadt;20;50%\nLand;20;50%\n", "Antwort, Anzahl, Prozent"},
		"frequencies":           {"Vraag;Antwoord;Aantal;Percentage\nSoort;Gemeente;20;50%\nSoort;Provincie;20;50%\n", "summary of the answers"},
		"SPSS":                  {";Frequency;Percent;Valid Percent;Cumulative Percent\nTown;20;50;50;50\nCounty;20;50;50;100\n", "summary of the answers"},
		"crosstab":              {";Gemeente;Provincie;Waterschap;Totaal\nJa;12;5;4;21\nNee;8;5;6;19\nTotaal;20;10;10;40\n", "table of counts"},
		"crosstab with a name":  {"WhatsApp;Gemeente;Provincie;Totaal\nJa;12;5;17\nNee;8;5;13\nWeet niet;1;;1\nTotaal;21;10;31\n", "table of counts"},
		"percentages":           {"Vraag;Gemeente;Provincie;Totaal\nWhatsApp;45%;20%;30%\nLive chat;35%;10%;25%\nChatbot;5%;10%;6%\nn;20;10;30\n", "table of counts"},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Read("a.csv", []byte(c.text), Options{})
			if err == nil {
				t.Fatalf("read %d respondents", f.Rows.Len())
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q in it", err, c.want)
			}
		})
	}
}

// Files of respondents that have a word, a total or a sum of a table of counts.
func TestSummaryWordsOfRespondents(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		rows int
	}{
		"a total row":    {"Nr;Telefoon;E-mail\n1;10;5\n2;20;5\nTotaal;30;10\n", 2},
		"a total column": {"Nr;Telefoon;E-mail;Totaal\n1;10;5;15\n2;20;5;25\n", 2},
		"shares of 100":  {"Naam;Telefoon;E-mail;Totaal\nA;40%;60%;100%\nB;70%;30%;100%\nTotaal;;;\n", 2},
		"headings":       {"Nr;Aantal;Percentage\n1;12;40%\n2;15;35%\n3;9;20%\n", 3},
		"an answer":      {"Nr;Wat wilt u?;Soort\n1;Samenvatting voor ons;Gemeente\n2;Niets;Gemeente\n3;Niets;Provincie\n", 3},
	} {
		t.Run(name, func(t *testing.T) {
			f := mustRead(t, "a.csv", []byte(c.text), Options{})
			if f.Rows.Len() != c.rows {
				t.Errorf("%d respondents, want %d", f.Rows.Len(), c.rows)
			}
		})
	}
}

// A workbook that was saved as text has its errors as words, and so has SPSS
// its answers that are not there.
func TestErrorTexts(t *testing.T) {
	f := mustRead(t, "a.csv", []byte("Nr;Soort;Uren\n1;Stad;12\n2;#NULL!;#DEEL/0!\n3;Land;#n/b\n4;#NULL!;3\n5;#1 in de stad;4\n"), Options{})
	var got []string
	for i := range f.Rows.Len() {
		got = append(got, f.Columns[1].Value(i).Text+"|"+f.Columns[2].Value(i).Text)
	}
	if diff := cmp.Diff([]string{"Stad|12", "|", "Land|", "|3", "#1 in de stad|4"}, got); diff != "" {
		t.Error(diff)
	}
	var issues []string
	for _, i := range f.Issues {
		issues = append(issues, fmt.Sprint(i.Severity, " ", i.Code, " ", i.Args))
	}
	if diff := cmp.Diff([]string{"doubt error-cell [C3, C4 2]", "warning null-cell [B3, B5 2]"}, issues); diff != "" {
		t.Error(diff)
	}
}

// SoSci Survey writes the label of its code for no answer.
func TestSoSciLabels(t *testing.T) {
	d := withCells(Dialect{Name: "sosci"})
	for _, text := range []string{"-9", "nicht beantwortet", "[nicht beantwortet]"} {
		if !slices.Contains(d.Missing, text) {
			t.Errorf("%q counts as an answer", text)
		}
	}
}
