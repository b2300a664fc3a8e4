package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"benchmark/survey"
)

// constants returns the values of the string constants in a Go file whose names
// begin with the prefix.
func constants(t *testing.T, file, prefix string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	ast.Inspect(parsed, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 && strings.HasPrefix(spec.Names[0].Name, prefix) {
			if literal, ok := spec.Values[0].(*ast.BasicLit); ok {
				value, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Fatal(err)
				}
				values = append(values, value)
			}
		}
		return true
	})
	if len(values) < 5 {
		t.Fatalf("%s has %d constants %s…, want more", file, len(values), prefix)
	}
	return values
}

func TestEveryIssueHasASentence(t *testing.T) {
	for _, tag := range []string{"nl", "nl-BE", "en"} {
		l, err := For(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range constants(t, "../issue.go", "Issue") {
			if l.issueSentence(survey.Code(code), []string{"1", "2", "3", "4", "5"}) == "" {
				t.Errorf("%s: issue %s has no sentence", tag, code)
			}
			// A sentence never fails on missing arguments.
			l.Issue(survey.Issue{Code: survey.Code(code)})
		}
	}
}

func TestEveryDecisionHasASentence(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		l, err := For(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range constants(t, "../export/file.go", "Decision") {
			a := arguments{"1", "2", "3"}
			if l.decisionOnBytes(code, a)+l.decisionOnTable(code, a)+l.decisionOnAnswers(code, a) == "" {
				t.Errorf("%s: decision %s has no sentence", tag, code)
			}
			l.Decision(code, nil)
		}
	}
}

func TestEveryOddityHasASentence(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		l, err := For(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range constants(t, "../export/spss/spss.go", "Doubt") {
			if code != "encoding" && l.oddity(code) == l.oddity("?") { // encoding is an issue of its own
				t.Errorf("%s: oddity %s has no sentence", tag, code)
			}
		}
	}
}

func TestDecisionOnDecimals(t *testing.T) {
	for _, test := range []struct {
		args   []string
		nl, en string
	}{
		{[]string{"comma", "12", "0"}, "Decimalen staan achter een komma (12 verschillende getallen met een komma).", "Decimals stand behind a comma (12 different numbers with a comma)."},
		{[]string{"point", "0", "1"}, "Decimalen staan achter een punt (1 getal met een punt).", "Decimals stand behind a point (1 number with a point)."},
		{[]string{"both", "2", "3"}, "Decimalen staan soms achter een komma en soms achter een punt (2 verschillende getallen met een komma en 3 verschillende getallen met een punt).",
			"Decimals stand behind a comma here and a point there (2 different numbers with a comma and 3 different numbers with a point)."},
	} {
		for tag, want := range map[string]string{"nl": test.nl, "en": test.en} {
			l, err := For(tag)
			if err != nil {
				t.Fatal(err)
			}
			if got := l.Decision("decimal", test.args); got != want {
				t.Errorf("%s: %s, want %s", tag, got, want)
			}
		}
	}
}

func TestIssue(t *testing.T) {
	at := survey.Place{File: "a.xlsx", Sheet: "Data", Row: 11, Column: "A"}
	for _, test := range []struct {
		issue  survey.Issue
		nl, en string
	}{
		{survey.Issue{Where: at, Code: survey.IssueDuplicateID, Args: []string{"1", "2", "11", "41"}},
			"1 respondentnummer komt meer dan één keer voor, samen op 2 rijen, bijvoorbeeld rij 11 en 41; alle rijen tellen mee (a.xlsx, blad Data, cel A11).",
			"1 respondent id occurs more than once, together in 2 rows, for example rows 11 and 41; all these rows count (a.xlsx, sheet Data, cell A11)."},
		{survey.Issue{Code: survey.IssueDuplicateSettled, Args: []string{"1", "keep-last"}},
			"1 rij met een respondentnummer dat al voorkomt telt niet mee: de laatste rij telt.",
			"1 row with a respondent id that occurs already does not count: the last row counts."},
		{survey.Issue{Code: survey.IssueDuplicateSettled, Args: []string{"2", "keep-first", "body"}},
			"2 rijen van een organisatie met nog een antwoord tellen niet mee: de eerste rij telt.",
			"2 rows of an organisation with another answer do not count: the first row counts."},
		{survey.Issue{Code: survey.IssueUnknownOption, Args: []string{"type", "Sekte", "4, 9", "2"}},
			"Vraag type: het antwoord ‘Sekte’ is geen van de opties op 2 rijen, bijvoorbeeld rij 4 en 9; het telt niet mee.",
			"Question type: the answer “Sekte” is none of the options in 2 rows, for example rows 4 and 9; it does not count."},
		{survey.Issue{Code: survey.IssueNotANumber, Args: []string{"volume", "", "4", "1"}},
			"Vraag volume: een antwoord is geen getal op 1 rij, bijvoorbeeld rij 4; het telt niet mee.",
			"Question volume: an answer is no number in 1 row, for example row 4; it does not count."},
		{survey.Issue{Code: survey.IssuePersonalData, Args: []string{"C", "D"}},
			"Kolommen C en D bevatten persoonsgegevens en zijn niet gebruikt.",
			"Columns C and D hold personal data and were not used."},
		{survey.Issue{Code: "new-code", Args: []string{"x", "y"}}, "new-code: x, y.", "new-code: x, y."},
	} {
		for tag, want := range map[string]string{"nl": test.nl, "en": test.en} {
			l, err := For(tag)
			if err != nil {
				t.Fatal(err)
			}
			if got := l.Issue(test.issue); got != want {
				t.Errorf("%s: got  %s\n want %s", tag, got, want)
			}
		}
	}
}

func TestDecision(t *testing.T) {
	l, err := For("nl")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		code string
		args []string
		want string
	}{
		{"format", []string{"xlsx"}, "Het bestand is een Excel-werkmap."},
		{"delimiter", []string{"semicolon", "counted", "56"}, "De velden zijn gescheiden door een puntkomma (dat geeft op elke regel evenveel velden); 56 velden per regel."},
		{"dialect", []string{"surveymonkey", "Respondent ID; Einddatum"}, "Het bestand komt van SurveyMonkey (te zien aan Respondent ID en Einddatum)."},
		{"not-person-rows", []string{"2", "3, 124", "width, total"}, "2 rijen zijn overgeslagen, want daar staat geen respondent: rij 3 en 124 (kolombreedtes en totalen)."},
	} {
		if got := l.Decision(test.code, test.args); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}
