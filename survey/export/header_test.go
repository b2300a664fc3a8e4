package export

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// table turns lines of "a | b" into a semicolon-separated file.
func table(lines ...string) []byte {
	var b strings.Builder
	for _, l := range lines {
		for i, cell := range strings.Split(l, "|") {
			if i > 0 {
				b.WriteByte(';')
			}
			b.WriteString(`"` + strings.ReplaceAll(strings.TrimSpace(cell), `"`, `""`) + `"`)
		}
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

func TestHeaderBlock(t *testing.T) {
	tests := []struct {
		name   string
		data   []byte
		header []string
		want   []string
		rows   []int
	}{
		{"one row", table("nr | Welk kanaal? | Waarom?", "1 | chat | snel", "2 | brief | traag"),
			[]string{"1", "one-row"}, []string{"0 nr|", "1 Welk kanaal?|", "2 Waarom?|"}, []int{2, 3}},
		{"qualtrics", table(
			"StartDate | ResponseId | Q1 | Q2_1 | Q2_2",
			"Anfangsdatum | Antwort-ID | Wie geht es? | Welche Kanäle nutzen Sie? - Chat | Welche Kanäle nutzen Sie? - Brief",
			`{"ImportId":"startDate"} | {"ImportId":"_recordId"} | {"ImportId":"QID1"} | {"ImportId":"QID2_1"} | {'ImportId': 'QID2_2'}`,
			"2018-10-02 09:14:00 | R_1 | gut | 1 | "),
			[]string{"1, 2, 3", "import-ids"},
			[]string{"0 StartDate|", "1 ResponseId|", "2 Wie geht es?|", "3 Welche Kanäle nutzen Sie?|Chat", "3 Welche Kanäle nutzen Sie?|Brief"}, []int{4}},
		{"older qualtrics", table("V1 | V2 | V3 | Q1", "ResponseID | ResponseSet | StartDate | How are you?", "R_1 | x | 2018-10-02 | 3"),
			[]string{"1, 2", "codes"}, []string{"0 ResponseID|", "1 ResponseSet|", "2 StartDate|", "3 How are you?|"}, []int{3}},
		{"answer words", table(
			"Respondent ID | Welk kanaal? | Welke media? | | | Waarom?",
			" | Antwoord | Twitter | Facebook | Anders, namelijk | Open antwoord",
			"11 | chat | Twitter | | | snel",
			"12 | brief | | Facebook | radio | traag"),
			[]string{"1, 2", "answer-words"},
			[]string{"0 Respondent ID|", "1 Welk kanaal?|", "2 Welke media?|Twitter", "2 Welke media?|Facebook", "2 Welke media?|Anders, namelijk", "3 Waarom?|"}, []int{3, 4}},
		{"question on every column", table(
			"Respondent ID | Which channels? | Which channels? | Why? | Why?",
			"Respondent ID | Chat | Letter | Response | Open-Ended Response",
			"11 | Chat | | x | y", "12 | | Letter | z | z"),
			[]string{"1, 2", "answer-words"},
			[]string{"0 Respondent ID|", "1 Which channels?|Chat", "1 Which channels?|Letter", "2 Why?|", "3 Why?|"}, []int{3, 4}},
		{"analyst codes above", table(
			"id | q1 | q2 | q3 | q3x", "Respondent ID | How? | Which? | | ", " | Response | A | B | Other (please specify)",
			"11 | x | A | | ", "12 | y | | B | iets"),
			[]string{"1, 2, 3", "answer-words"},
			[]string{"0 Respondent ID|", "1 How?|", "2 Which?|A", "2 Which?|B", "2 Which?|Other (please specify)"}, []int{4, 5}},
		{"one question", table("Respondent ID | Which channel?", " | Response", "11 | chat", "12 | letter"),
			[]string{"1, 2", "answer-words"}, []string{"0 Respondent ID|", "1 Which channel?|"}, []int{3, 4}},
		{"title above", table("Onderzoek klantcontact 2018 | | |", " | | |", "nr | Kanaal | Mening | Stad", "1 | chat | goed | Ede", "2 | brief | slecht | Ede"),
			[]string{"3", "one-row"}, []string{"0 nr|", "1 Kanaal|", "2 Mening|", "3 Stad|"}, []int{4, 5}},
		{"widths above", table("F8 | A20 | A120 | F4.2", "nr | Kanaal | Mening | Cijfer", "1 | chat | goed | 8", "2 | brief | slecht | 4"),
			[]string{"2", "one-row"}, []string{"0 nr|", "1 Kanaal|", "2 Mening|", "3 Cijfer|"}, []int{3, 4}},
		{"gaps that the second row fills", table("Welke media? | | | Hoe vaak? | ", "Twitter | Facebook | Sonstiges | Chat | Brief",
			"Ja | Nein | | nie | oft", "Nein | Ja | radio | oft | nie", "Ja | Ja | | nie | oft"),
			[]string{"1, 2", "two-rows"},
			[]string{"0 Welke media?|Twitter", "0 Welke media?|Facebook", "0 Welke media?|Sonstiges", "1 Hoe vaak?|Chat", "1 Hoe vaak?|Brief"}, []int{3, 4, 5}},
		{"gaps that the second row leaves open", table("nr | Welke? | | | | Waarom?", "a | Chat | post | fax | | zo", "b | Chat | | | sms | dus", "c | Chat | | | app | nou"),
			[]string{"1", "one-row"}, []string{"0 nr|", "1 Welke?|Chat", "1 Welke?|post", "1 Welke?|fax", "2 |", "3 Waarom?|"}, []int{2, 3, 4}},
		{"unnamed columns of a data frame", table(" | Which? | Unnamed: 3 | Unnamed: 4 | How?", "0 | A | B | C | Response", "1 | A | | | x", "2 | | B | C | y"),
			[]string{"1, 2", "answer-words"}, []string{"0 |", "1 Which?|A", "1 Which?|B", "1 Which?|C", "2 How?|"}, []int{3, 4}},
		{"codes above wordings", table("Q1 | Q2 | Q3", "Which channel do you use? | How satisfied are you? | What could be better?",
			"chat | very | nothing", "chat | not | everything", "letter | very | speed"),
			[]string{"1, 2", "codes"}, []string{"0 Which channel do you use?|", "1 How satisfied are you?|", "2 What could be better?|"}, []int{3, 4, 5}},
		{"metadata after the last block", table("How? | Which? | | | ", " | A | B | Other | Network ID", "so | A | | | x1", "so | | B | z | x2", "thus | A | B | | x3"),
			[]string{"1, 2", "two-rows"}, []string{"0 How?|", "1 Which?|A", "1 Which?|B", "1 Which?|Other", "2 Network ID|"}, []int{3, 4, 5}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := mustRead(t, "a.csv", tt.data, Options{})
			if diff := cmp.Diff(tt.header, args(f, DecisionHeader)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.want, headings(f)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.rows, f.Rows.List()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCodesAreKept(t *testing.T) {
	f := mustRead(t, "a.csv", table("Q1 | Q2_1", "Wat vindt u ervan? | Welke kanalen? - Chat", `{"ImportId":"QID1"} | {"ImportId":"QID2"}`, "goed | 1"), Options{})
	if f.Columns[0].Code != "Q1" || f.Columns[1].Code != "Q2_1" {
		t.Errorf("codes %q, %q", f.Columns[0].Code, f.Columns[1].Code)
	}
}

func TestHeaderErrors(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		opt  Options
		want []string
	}{
		{"no header, time stamps", table("13-9-2018 13:29:55 | Gemeente | goed", "14-9-2018 13:30:00 | Waterschap | slecht"), Options{},
			[]string{"no header was found", "row 1 and row 2", "file: header_rows"}},
		{"no header, repeated answers", table("Gemeente | ja | goed", "Waterschap | nee | slecht", "Gemeente | ja | slecht", "Gemeente | nee | goed"), Options{},
			[]string{"no header was found"}},
		{"header only", table("nr | Kanaal | Mening"), Options{}, []string{"header (row 1)", "no respondent"}},
		{"header and totals", table("nr | Kanaal | Mening", "Totaal | 12 | 3"), Options{}, []string{"no respondent"}},
		{"summary", []byte("Enquete,,\n,,\nQ1. Kanaal?,,\nAnswer Choices,Response Percent,Responses\nChat,10%,1\nAnswered,10,\nSkipped,0,\n"), Options{},
			[]string{"summary of the answers", "Answer Choices", "individual responses"}},
		{"ragged summary", []byte("Q1\nAnswer Choices,Responses\nChat,10%,1\nBrief,90%,9\nAnswered,10\nSkipped,0\n"), Options{},
			[]string{"summary of the answers"}},
		{"dutch summary", []byte("V1;;\nAntwoordkeuzen;Reacties;\nChat;10%;1\nBeantwoord;10;\nOvergeslagen;0;\n"), Options{}, []string{"summary of the answers"}},
		{"on its side", table("Respondent | 1 | 2", "Welk kanaal? | chat | brief", "Hoe vaak? | vaak | soms", "Hoe tevreden? | zeer | niet", "Waarom? | a | b"), Options{},
			[]string{"run downwards", "Welk kanaal?", "Transpose"}},
		{"a row per answer", table("Respondent | Vraag | Antwoord", "1 | Welk kanaal? | chat", "1 | Hoe vaak? | vaak"), Options{}, []string{"a row per answer", `"Vraag" and "Antwoord"`}},
		{"repeated groups", table("naam | leeftijd | _parent_index", "Jan | 4 | 1", "Piet | 6 | 1"), Options{}, []string{"_parent_index", "no respondents"}},
		{"only separators", []byte(";;\n;;\n;;\n"), Options{}, []string{"no cell with anything"}},
		{"header row asked is empty", table("nr | a", "1 | b"), Options{HeaderRows: []int{5}}, []string{"row 5", "empty"}},
		{"header rows descend", table("nr | a", "1 | b"), Options{HeaderRows: []int{2, 1}}, []string{"2, 1", "ascending"}},
		{"header row zero", table("nr | a", "1 | b"), Options{HeaderRows: []int{0}}, []string{"ascending"}},
		{"nothing below the rows asked", table("nr | a", "1 | b"), Options{HeaderRows: []int{2}}, []string{"no respondent"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { mustFail(t, "a.csv", tt.data, tt.opt, tt.want...) })
	}
}

func TestAskedHeaderRows(t *testing.T) {
	data := table("x | y | z", "Kanaal | Welke? | ", " | A | B", "chat | 1 | 0", "brief | 0 | 1")
	f := mustRead(t, "a.csv", data, Options{HeaderRows: []int{2, 3}})
	if diff := cmp.Diff([]string{"0 Kanaal|", "1 Welke?|A", "1 Welke?|B"}, headings(f)); diff != "" {
		t.Error(diff)
	}
	f = mustRead(t, "a.csv", table("1 | 2018-10-01", "2 | 2018-10-02"), Options{HeaderRows: []int{1}})
	if diff := cmp.Diff([]string{"0 1|", "1 2018-10-01|"}, headings(f)); diff != "" {
		t.Error(diff)
	}
}

func TestRowsThatAreNoPersons(t *testing.T) {
	data := table("Kanaal | Mening | Cijfer", "Nominaal | Ordinaal | Ratio", "chat | goed | 8", "Totaal tevreden | goed | 7",
		"Kanaal | Mening | Cijfer", "brief | slecht | 3", " | | ", "Totaal | 3 | 18", "Gemiddelde: | | 6,0")
	f := mustRead(t, "a.csv", data, Options{})
	if diff := cmp.Diff([]int{3, 4, 6}, f.Rows.List()); diff != "" {
		t.Error(diff)
	}
	want := []survey.Dropped{{Reason: survey.DropBlank, Rows: 1}, {Reason: survey.DropNotPerson, Rows: 4}}
	if diff := cmp.Diff(want, f.Dropped); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"4", "2, 5, 8, 9", "measurement, header, total"}, args(f, DecisionNotPersonRows)); diff != "" {
		t.Error(diff)
	}
}

func TestDialects(t *testing.T) {
	tests := []struct{ want, header, row string }{
		{"limesurvey", "Respons ID | Datum verstuurd | Laatste pagina | Begin taal | V1[SQ001] | V1[SQ002]", "1 | 2018-10-02 | 3 | nl | Ja | Nee"},
		{"googleforms", "Tijdstempel | Welk kanaal?", "13-9-2018 13:29:55 | chat"},
		{"msforms", "ID | Begintijd | Tijd van voltooien | E-mail | Naam | Welk kanaal?", "1 | 2018-10-02 | 2018-10-02 | anoniem | | chat;"},
		{"typeform", "# | Which? | Start Date (UTC) | Submit Date (UTC) | Network ID", "a1b2 | chat | 2018-10-02 | 2018-10-02 | f00"},
		{"kobo", "start | end | q1 | _uuid | _submission_time | _index", "2018-10-02 | 2018-10-02 | x | u | 2018-10-02 | 1"},
		{"redcap", "record_id | ch___1 | ch___2 | form_1_complete", "1 | 0 | 1 | 2"},
		{"sosci", "CASE | SERIAL | QUESTNNR | MODE | AB01_01 | AB01_02", "1 | x | base | interview | 1 | 2"},
		{"alchemer", "Time Started | Date Submitted | Status | How?", "2018-10-02 09:00:00 | 2018-10-02 09:01:00 | Complete | x"},
		{"generic", "Start Date | Kanaal | Mening", "2018-10-02 | chat | goed"},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			f := mustRead(t, "a.csv", table(tt.header, tt.row), Options{})
			if f.Dialect.Name != tt.want || (tt.want != generic) != (len(f.Dialect.Hits) >= 1) {
				t.Errorf("dialect %v", f.Dialect)
			}
		})
	}
}

// Words for yes and no are known in upper and lower case, and only as a whole.
func TestYesAndNo(t *testing.T) {
	for _, c := range []struct {
		text      string
		yes, tick bool
	}{
		{"Ja", true, true}, {"NON", true, true}, {"waar", true, false}, {"x", false, true}, {"0.0", false, true}, {"1", false, true},
		{"CHECKED", false, true}, {"ja ", false, false}, {"ja, soms", false, false}, {"", false, false}, {"00", false, false},
	} {
		if yes, tick := yesOrNo(c.text), tickCell(c.text); yes != c.yes || tick != c.tick {
			t.Errorf("%q: %t and %t, want %t and %t", c.text, yes, tick, c.yes, c.tick)
		}
	}
}
