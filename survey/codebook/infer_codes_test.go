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

// told returns the issues of a question as "severity code: fix".
func told(cb *Codebook, id string) []string {
	var lines []string
	for _, i := range cb.Doubts {
		if i.Question == id {
			lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s: %s", i.Severity, i.Code, i.Fix)))
		}
	}
	return lines
}

// labels returns the labels of the options of a question.
func labels(q *Question) []string {
	var found []string
	for _, o := range q.Options {
		found = append(found, o.Label)
	}
	return found
}

func TestCodesAndNumbers(t *testing.T) {
	for _, test := range []struct {
		heading, cells, kind, options, missing string
		issues                                 []string
	}{
		// The wording says that the numbers are codes of a choice.
		{"Welke taal spreekt u?", "1 2 3 1 2 3", "single", "1 2 3", "", []string{"codes-unlabelled"}},
		{"Which channel do you prefer?", "4 2 1 1 2 4", "single", "1 2 4", "", []string{"codes-unlabelled"}},
		{"Wat is uw functie?", "1 2 2 1", "single", "1 2", "", []string{"codes-unlabelled"}},
		{"Do you use a chatbot?", "1 0 0 1", "single", "1 0", "", []string{"codes-unlabelled"}},
		{"v_12", "1 2 3 4 5", "single", "1 2 3 4 5", "", []string{"codes-unlabelled"}},
		{"Q7", "1 2 3", "single", "1 2 3", "", []string{"codes-unlabelled"}},
		{"Welke taal spreekt u nu?", "1,0 2,0 3,0", "single", "1,0 2,0 3,0", "", []string{"codes-unlabelled"}},
		{"Wat is uw leeftijd?", "1 2 3 4 5 6", "single", "1 2 3 4 5 6", "", []string{"codes-unlabelled"}},
		// A code for "no answer" stays beside a choice or a scale, and is told.
		{"Wat is uw geslacht?", "1 2 2 1 9", "single", "1 2 9", "", []string{"codes-unlabelled", "code-aside"}},
		{"Welke vorm kiest u?", "1 2 3 98 99", "single", "1 2 3 98 99", "", []string{"codes-unlabelled", "code-aside"}},
		{"Gebruikt u dit?", "0 1 -1", "single", "1 -1 0", "", []string{"codes-unlabelled", "code-aside"}},
		{"Hoe tevreden bent u hierover?", "1 2 3 4 5 9", "scale", "1 2 3 4 5 9", "", []string{"scale-order-guess", "code-aside"}},
		{"How satisfied are you with it?", "1 2 3 4 5 6 7 99", "scale", "1 2 3 4 5 6 7 99", "", []string{"scale-order-guess", "code-aside"}},
		// Numbers that are counted or measured stay so, without noise.
		{"Hoeveel fte werken er?", "1 2 3 1 2", "number", "", "", nil},
		{"Hoeveel kanalen heeft u?", "1 2 3 4 9", "number", "", "", nil},
		{"Aantal medewerkers", "3 10 12 30 14", "number", "", "", nil},
		{"Number of hours", "1 2 4 8 1 2", "number", "", "", nil},
		{"Wat is uw leeftijd?", "18 33 64 80 45", "number", "", "", nil},
		{"Percentage of calls that is answered", "80 90 95 98 99", "number", "", "", nil},
		{"Percentage digitaal", "10 20 30 40 99", "number", "", "", nil},
		{"How tall are you?", "180 175 168 190", "number", "", "", nil},
		{"Verandering in graden", "-2 -1 0 1 2", "number", "", "", []string{"maybe-codes"}},
		// A code for "no answer" never counts as a number.
		{"Wat is uw leeftijd?", "18 33 64 80 999", "number", "", "999", []string{"code-aside"}},
		{"Hoeveel contacten per dag?", "3 10 25 40 -1", "number", "", "-1", []string{"code-aside"}},
		{"Hoeveel gesprekken voert u?", "2 3 5 8 99", "number", "", "99", []string{"code-aside"}},
		// What nothing decides is told.
		{"Kinderen", "0 1 2 3", "number", "", "", []string{"maybe-codes"}},
	} {
		var rows []string
		for _, cell := range mixed(40, strings.Fields(test.cells)...) {
			rows = append(rows, "Geheel iets anders|"+cell)
		}
		cb := Infer(sheet([]string{"Toelichting", test.heading}, rows...))
		at := slices.IndexFunc(cb.Questions, func(q Question) bool { return q.Column == test.heading })
		if at < 0 {
			t.Errorf("%s: no question", test.heading)
			continue
		}
		q := &cb.Questions[at]
		var codes []string
		for _, i := range cb.Doubts {
			if i.Question == q.ID {
				codes = append(codes, string(i.Code))
			}
		}
		got := []string{q.Kind, strings.Join(labels(q), " "), strings.Join(q.Missing, " "), strings.Join(codes, " ")}
		want := []string{test.kind, test.options, test.missing, strings.Join(test.issues, " ")}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (%s): (-want +got)\n%s", test.heading, test.cells, diff)
		}
	}
}

// One number far outside can be true where it counts something: it counts, and
// is told.
func TestLoneNumberOutsideCounts(t *testing.T) {
	cells := append(mixed(30, "2", "3", "5", "8"), "99")
	cb := Infer(sheet([]string{"Hoeveel gesprekken voert u?", "Iets"}, cells...))
	q := &cb.Questions[0]
	if len(q.Missing) > 0 {
		t.Errorf("left out: %v", q.Missing)
	}
	want := []string{`doubt code-aside: questions: ` + q.ID + `: missing: ["99"]`}
	if diff := cmp.Diff(want, told(cb, q.ID)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestLabelledCodes(t *testing.T) {
	f := sheet([]string{"Mag u meedoen?", "Wat is uw functie?", "Hoe tevreden bent u?"},
		mixed(40, "1. Ja|1=Adviseur|1 - zeer ontevreden", "2. Nee|2=Manager|3", "1|9=Weet niet|5 - zeer tevreden", "2|2=Manager|4")...)
	cb := Infer(f)
	got := []string{}
	for i := range cb.Questions {
		got = append(got, cb.Questions[i].Kind+": "+strings.Join(labels(&cb.Questions[i]), " | "))
	}
	want := []string{
		"single: 1. Ja | 2. Nee", "single: 1=Adviseur | 2=Manager | 9=Weet niet",
		"scale: 1 - zeer ontevreden | 2 | 3 | 4 | 5 - zeer tevreden",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	s := apply(t, cb, f)
	if got := counts(s, cb.Questions[0].ID); got["1-ja"] != 20 || got["2-nee"] != 20 {
		t.Errorf("counts %v", got)
	}
}

func TestCodeSets(t *testing.T) {
	for _, test := range []struct{ name, cells, kind string }{
		{"semicolon", "1;3;6; 2; 1;2; 6; 98; 3;99;", "multiple"},
		{"comma", "1,2,3 2 1,3 3 2,3", "multiple"},
		{"decimals", "1,5 2,3 2,5 3 4,5", "number"},
		{"numbers", "1 2 3 2 3", "number"},
	} {
		cb := Infer(sheet([]string{"Aantallen", "Iets"}, mixed(40, strings.Fields(test.cells)...)...))
		if got := cb.Questions[0].Kind; got != test.kind {
			t.Errorf("%s: %s, want %s", test.name, got, test.kind)
		}
	}
	f := sheet([]string{"Kanalen", "Iets"}, mixed(40, "1;3;6;", "2;", "1;2;", "3;99;")...)
	cb := Infer(f)
	s := apply(t, cb, f)
	want := map[string]int{"1": 20, "2": 20, "3": 20, "6": 10, "99": 10}
	if diff := cmp.Diff(want, counts(s, cb.Questions[0].ID)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A code for "no answer" within a block of ticks leaves a block of ticks.
func TestTicksWithCodes(t *testing.T) {
	f := sheet([]string{"Welke kanalen?|Telefoon", "Welke kanalen?|Chat", "Iets"}, mixed(40, "1|0", "0|1", "1|1", "9|9")...)
	cb := Infer(f)
	q := &cb.Questions[0]
	if q.Kind != "multiple" || !slices.Equal(q.Missing, []string{"9"}) {
		t.Fatalf("%s, missing %v", q.Kind, q.Missing)
	}
	s := apply(t, cb, f)
	if got := counts(s, q.ID); got["telefoon"] != 20 || got["chat"] != 20 || states(s, q.ID)["answered"] != 30 {
		t.Errorf("counts %v, states %v", got, states(s, q.ID))
	}
	if len(issues(s, survey.IssueCodeAside)) != 1 {
		t.Error("not told")
	}
}

func TestWeightsAndNumbersOfRowsAreNoQuestions(t *testing.T) {
	for _, heading := range []string{"Weegfactor", "gewicht", "weight", "pspwght", "wgt"} {
		cb := Infer(sheet([]string{"Kleur", heading}, mixed(20, "rood|1,25", "blauw|0,75", "rood|1,1")...))
		if len(cb.Questions) != 1 || len(cb.Doubts) != 1 || cb.Doubts[0].Code != survey.IssueUnweighted || cb.Doubts[0].Severity != survey.Note {
			t.Errorf("%s: %d questions, %v", heading, len(cb.Questions), cb.Doubts)
		}
	}
	if cb := Infer(sheet([]string{"Kleur", "Gewicht"}, mixed(20, "rood|80", "blauw|75", "rood|61")...)); len(cb.Questions) != 2 {
		t.Error("a weight in kilograms is a question")
	}
	for _, heading := range []string{"respnr", "resp_nr", "volgnr", "case_id", "record", "Unieke code", "X"} {
		cb := Infer(sheet([]string{heading, "Kleur"}, func() (rows []string) {
			for i := range 20 {
				rows = append(rows, fmt.Sprintf("%d|%s", i+1, []string{"rood", "blauw"}[i%2]))
			}
			return rows
		}()...))
		if len(cb.Questions) != 1 || cb.Respondent.ID != heading {
			t.Errorf("%s: %d questions, id %q", heading, len(cb.Questions), cb.Respondent.ID)
		}
	}
}

// unipark is an export of Unipark (EFS) as the manual says that it is written:
// 0 not ticked, -77 page not seen, -66 not reached, -99 seen and left empty.
const unipark = `lfdn;external_lfdn;tester;dispcode;lastpage;quality;duration;c_0001;v_1;v_2;v_3;v_4;v_5;v_6;browser;date_of_last_access;rts101
1;0;1;31;9;-77;99;0;1;1;1;1;3;9;Firefox;2018-10-02 09:20:00;4
2;0;0;31;9;-77;120;0;1;1;0;0;3;12;Firefox;2018-10-02 09:21:00;4
3;0;0;31;9;-77;130;0;2;1;1;0;0;15;Firefox;2018-10-02 09:22:00;4
4;0;0;32;9;-77;140;0;2;0;1;0;5;-99;Chrome;2018-10-02 09:23:00;4
5;0;0;22;4;-77;30;0;1;0;0;0;-77;-77;Chrome;2018-10-02 09:24:00;4
6;0;0;20;1;-77;0;0;-77;-77;-77;-77;-77;-77;Chrome;2018-10-02 09:25:00;4
7;0;0;37;2;-77;10;0;3;-77;-77;-77;-77;-77;Edge;2018-10-02 09:26:00;4
8;0;0;41;2;-77;11;0;3;-77;-77;-77;-77;-77;Edge;2018-10-02 09:27:00;4
9;0;0;31;9;-77;150;0;2;-66;-66;-66;4;33;Edge;2018-10-02 09:28:00;4
10;0;0;31;9;-77;160;0;1;1;0;0;2;28;Edge;2018-10-02 09:29:00;4
11;0;0;31;9;-77;161;0;1;1;0;0;1;28;Edge;2018-10-02 09:30:00;4
12;0;0;31;9;-77;162;0;2;1;0;0;1;28;Edge;2018-10-02 09:31:00;4
`

func TestUnipark(t *testing.T) {
	f, err := export.Read("unipark.csv", []byte(unipark), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	cb := Infer(f)
	s := apply(t, cb, f)
	want := []survey.Dropped{{Reason: survey.DropTest, Rows: 1}, {Reason: survey.DropOutside, Rows: 3}}
	if diff := cmp.Diff(want, s.Source.Dropped); diff != "" || s.Respondents != 8 {
		t.Errorf("%d respondents, dropped (-want +got)\n%s", s.Respondents, diff)
	}
	var questions []string
	for _, q := range s.Questions {
		questions = append(questions, q.ID+" "+q.Kind.String())
	}
	if diff := cmp.Diff([]string{"v-1 single", "v-2 multiple", "v-5 single", "v-6 number"}, questions); diff != "" {
		t.Fatalf("(-want +got)\n%s", diff)
	}
	for id, want := range map[string]map[string]int{
		"v-1": {"1": 4, "2": 4}, "v-2": {"v-2": 5, "v-3": 2, "v-4": 0}, "v-5": {"1": 2, "2": 1, "3": 1, "4": 1, "5": 1},
	} {
		got := counts(s, id)
		for code, n := range want {
			if got[code] != n {
				t.Errorf("%s: %v, want %v", id, got, want)
				break
			}
		}
	}
	for id, want := range map[string]int{"v-1": 8, "v-2": 7, "v-5": 6, "v-6": 6} {
		if got := states(s, id)["answered"]; got != want {
			t.Errorf("%s: answered %d, want %d", id, got, want)
		}
	}
	for _, code := range []survey.Code{survey.IssueTestRows, survey.IssueScreenedOut, survey.IssuePartialRows, survey.IssueTickRun, survey.IssueZeroAbsent} {
		if len(issues(s, code)) != 1 {
			t.Errorf("%s: told %d times", code, len(issues(s, code)))
		}
	}
}

// sosci is an export of SoSci Survey: 1 not chosen, 2 chosen, -9 not answered;
// KA01 counts the options chosen and KA01_02a is the text beside the second.
const sosci = `CASE	SERIAL	QUESTNNR	MODE	STARTED	KA01	KA01_01	KA01_02	KA01_02a	KA02	LASTDATA	FINISHED	TIME_SUM	MAXPAGE
1		base	interview	2018-10-02 09:14:00	1	2	1		1	2018-10-02 09:15:00	1	42	4
2		base	interview	2018-10-02 09:24:00	2	2	2	fax	2	2018-10-02 09:25:00	1	45	4
3		base	interview	2018-10-02 09:34:00	1	1	2	brief	-9	2018-10-02 09:35:00	0	45	2
4		base	pretest	2018-10-02 09:44:00	2	2	2	x	3	2018-10-02 09:45:00	1	45	4
`

func TestSoSci(t *testing.T) {
	for name, data := range map[string]string{
		"codes": sosci, "text": strings.NewReplacer("\t2\t1\t\t", "\t02\t01\t\t", "\t2\t2\tfax", "\t02\t02\tfax", "\t1\t2\tbrief", "\t01\t02\tbrief").Replace(sosci),
	} {
		f, err := export.Read("sosci.csv", []byte(data), export.Options{})
		if err != nil {
			t.Fatal(err)
		}
		s := apply(t, Infer(f), f)
		if s.Respondents != 3 || len(issues(s, survey.IssueTestRows)) != 1 || len(issues(s, survey.IssuePartialRows)) != 1 {
			t.Errorf("%s: %d respondents, issues %v", name, s.Respondents, s.Issues)
		}
		if diff := cmp.Diff(map[string]int{"01": 2, "02": 2}, counts(s, "ka01")); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
		if diff := cmp.Diff(map[string]int{"1": 1, "2": 1}, counts(s, "ka02")); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}
