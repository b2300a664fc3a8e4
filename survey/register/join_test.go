package register

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/frame"
)

// joining2018 has two mergers at the start of 2018, a split, and columns of
// which one is named for a person, one for the field and one repeats nothing.
const joining2018 = `code,name,type,province,inhabitants,valid_from,valid_to,successor,urbanity,shared_service,Regio,Phone
GM1,Gemeente Alfa,municipality,west,1000,,2017-12-31,GM9,5,,Noord,101
GM2,Gemeente Beta,municipality,west,2000,,2017-12-31,GM9,5,,Noord,102
GM3,Gemeente Gamma,municipality,oost,30000,,,,4,Samen,Zuid,103
GM4,Gemeente Delta,municipality,oost,120000,,,,10,Samen,Zuid,104
GM5,Gemeente Epsilon,municipality,west,15000,,,,2,,Noord,105
GM6,Gemeente Zeta,municipality,,,,2016-12-31,GM3|GM4,,,,106
GM9,Gemeente Alfabeta,municipality,west,25000,2018-01-01,,,3,,Noord,107
WS1,Waterschap Oost,water-board,oost,,,,,,,Zuid,108
PV1,Provincie Oost,province,oost,300000,,,,,,,109
`

func words() Names {
	return Names{
		Code: "Code", Type: "Type", Province: "Province", Inhabitants: "Inhabitants", SizeClass: "Size", Urbanity: "Urbanity", SharedService: "Service",
		Urban: []string{"Very strongly", "Strongly", "Moderately", "Hardly", "Not"},
		Body:  func(means string) (string, string) { return strings.ToUpper(means), means + "s" },
		Size: func(from, until int) string {
			switch {
			case from == 0:
				return fmt.Sprintf("under %d", until)
			case until == 0:
				return fmt.Sprintf("%d or more", from)
			}
			return fmt.Sprintf("%d to %d", from, until)
		},
	}
}

func joinedTo(t testing.TB, d *draft, o JoinOptions, bodies map[string]string) (*Roster, []survey.Issue) {
	t.Helper()
	r, err := frame.ReadRegister("r.csv", []byte(joining2018))
	if err != nil {
		t.Fatal(err)
	}
	o.Names = words()
	roster := Identify(&d.Survey, Options{Register: r, At: time.Date(2018, 10, 26, 0, 0, 0, 0, time.UTC), Bodies: bodies})
	issues, err := roster.Join(o)
	if err != nil {
		t.Fatal(err)
	}
	return roster, issues
}

// shown writes a question as id, register column, options with their population,
// and the answers.
func shown(s *survey.Survey, id string) string {
	q := s.Find(id)
	if q < 0 {
		return "no question"
	}
	var options, answers []string
	for _, o := range s.Questions[q].Options {
		options = append(options, fmt.Sprintf("%s=%s:%d", o.Code, o.Label, o.Population))
	}
	c := &s.Columns[q]
	for i := range c.Len() {
		switch {
		case c.State(i) != survey.Answered:
			answers = append(answers, "-")
		case c.Coded():
			answers = append(answers, s.Questions[q].Options[c.Code(i)].Code)
		case c.Numeric():
			answers = append(answers, fmt.Sprint(c.Number(i)))
		default:
			answers = append(answers, c.Text(i))
		}
	}
	return s.Questions[q].Register + " [" + strings.Join(options, " ") + "] " + strings.Join(answers, " ")
}

// told writes issues as "severity code: args".
func told(issues []survey.Issue) []string {
	var texts []string
	for _, i := range issues {
		texts = append(texts, fmt.Sprintf("%s %s: %s", i.Severity, i.Code, strings.Join(i.Args, ", ")))
	}
	return texts
}

// TestJoinFillsIn: of a survey that asks no more than the name the register tells
// the rest, of the day of the fieldwork. Types that nobody is of do not count.
func TestJoinFillsIn(t *testing.T) {
	d := newDraft(6)
	d.texts("name", survey.Organisation, "Gemeente Alfa", "gamma", "Gemeente Delta", "Waterschap Oost", "Gemeente Zeta", "Gemeente Nergens")
	_, issues := joinedTo(t, d, JoinOptions{}, nil)
	if len(issues) != 0 {
		t.Errorf("%v", told(issues))
	}
	for id, want := range map[string]string{
		"organisation-type": "type [municipality=MUNICIPALITY:4 water-board=WATER-BOARD:1] municipality municipality municipality water-board - -",
		"size-class":        "inhabitants [under-20k=under 20000:1 20k-50k=20000 to 50000:2 over-100k=100000 or more:1] 20k-50k 20k-50k over-100k - - -",
		"province":          "province [oost=oost:3 west=west:2] west oost oost oost - -",
		"inhabitants":       "inhabitants [] 25000 30000 120000 - - -",
		"urbanity":          "urbanity [2=Strongly:1 3=Moderately:1 4=Hardly:1 10=10:1] 3 4 10 - - -",
		"shared-service":    "shared_service [Samen=Samen:2] - Samen Samen - - -",
		"regio":             "Regio [Noord=Noord:2 Zuid=Zuid:3] Noord Zuid Zuid Zuid - -",
		"organisation-code": "code [] GM9 GM3 GM4 WS1 - -",
		"phone":             "no question",
	} {
		if diff := cmp.Diff(want, shown(&d.Survey, id)); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	for _, q := range d.Questions[1:] {
		if q.Sensitivity != survey.Public {
			if q.Kind != survey.Name {
				t.Errorf("%s is protected, though the register is public", q.ID)
			}
		}
	}
}

// TestJoinKeepsAnswers: what the survey asked stays as it was answered and the
// difference is told, but of a re-mapped body the register counts; with prefer it
// counts for all.
func TestJoinKeepsAnswers(t *testing.T) {
	asked := func() *draft {
		d := newDraft(4)
		d.texts("name", survey.Organisation, "Gemeente Beta", "Gemeente Gamma", "Gemeente Delta", "Gemeente Epsilon")
		d.choices(survey.Question{ID: "type", Role: survey.BodyType}, []string{"municipality"}, 0, 0, 0, 0)
		d.choices(survey.Question{ID: "size", Role: survey.SizeClass}, []string{"Minder dan 20.000", "20.000 en meer"}, 0, 1, 0, -1)
		d.choices(survey.Question{ID: "where", Role: survey.Province}, []string{"Oost", "Noord"}, 1, 0, 1, -1)
		d.numbers(survey.Question{ID: "people", Role: survey.Inhabitants}, 2000, 31000, 120000, 15000)
		return d
	}
	d := asked()
	_, issues := joinedTo(t, d, JoinOptions{}, nil)
	want := []string{
		"warning register-against: size, answer, 1, 4",
		"note register-option: where, west",
		"warning register-against: where, answer, 1, 4",
	}
	if diff := cmp.Diff(want, told(issues)); diff != "" {
		t.Error(diff)
	}
	for id, want := range map[string]string{
		"size":   " [o0=Minder dan 20.000:0 o1=20.000 en meer:0] o1 o1 o0 -",
		"where":  " [o0=Oost:2 o1=Noord:0] o1 o0 o1 -",
		"people": " [] 25000 31000 120000 15000",
	} {
		if diff := cmp.Diff(want, shown(&d.Survey, id)); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	d = asked()
	_, issues = joinedTo(t, d, JoinOptions{Prefer: []string{"Province", "size_class", "inhabitants"}}, nil)
	if told(issues)[0] != "warning register-against: size, register, 1, 4" {
		t.Errorf("%v", told(issues))
	}
	for id, want := range map[string]string{
		"size":   " [o0=Minder dan 20.000:0 o1=20.000 en meer:0] o1 o1 o1 o0",
		"where":  " [o0=Oost:2 o1=Noord:0] o1 o0 o0 -",
		"people": " [] 25000 30000 120000 15000",
	} {
		if diff := cmp.Diff(want, shown(&d.Survey, id)); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
}

// TestJoinAsSaid: a person names columns and values, and what a name in the file
// means.
func TestJoinAsSaid(t *testing.T) {
	d := newDraft(2)
	d.texts("name", survey.Organisation, "Gem. Alfa-Beta i.o.", "Gemeente Delta")
	d.choices(survey.Question{ID: "urbanity"}, []string{"ja"}, 0, 0)
	said := []Column{
		{Column: "URBANITY", Label: "How urban", Options: []survey.Option{{Code: "10", Label: "Ten"}, {Code: "3", Label: "Three"}}},
		{Column: "phone", ID: "call"},
	}
	joinedTo(t, d, JoinOptions{Columns: said}, map[string]string{" gem. alfa-beta I.O.": "GM1"})
	for id, want := range map[string]string{
		"urbanity-register": "urbanity [10=Ten:1 3=Three:1 2=Strongly:1 4=Hardly:1] 3 10",
		"call":              "Phone [103=103:1 104=104:1 105=105:1 107=107:1] 107 104",
	} {
		if diff := cmp.Diff(want, shown(&d.Survey, id)); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	r, err := frame.ReadRegister("r.csv", []byte(joining2018))
	if err != nil {
		t.Fatal(err)
	}
	roster := Identify(&d.Survey, Options{Register: r})
	for _, wrong := range []JoinOptions{{Columns: []Column{{Column: "fax"}}}, {Prefer: []string{"fax"}}} {
		if _, err := roster.Join(wrong); err == nil || !strings.Contains(err.Error(), `"fax", which it does not`) {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
}

// TestPlace: options whose bodies are all in one stratum, bodies that answered
// twice, and inhabitants, counted by hand.
func TestPlace(t *testing.T) {
	d := newDraft(5)
	d.texts("name", survey.Organisation, "Gemeente Alfa", "Gemeente Beta", "Gemeente Delta", "Waterschap Oost", "Gemeente Nergens")
	d.choices(survey.Question{ID: "type", Role: survey.BodyType}, []string{"municipality", "water-board"}, 0, 0, 0, 1, 0)
	roster, _ := joinedTo(t, d, JoinOptions{}, nil)
	design, _ := roster.Population().Design(&d.Survey)
	d.Design = design
	roster.Place()
	want := []survey.Stratum{
		{Type: "municipality", Size: "under-20k", Population: 1, Inhabitants: 15000},
		{Type: "municipality", Size: "20k-50k", Population: 2, Respondents: 2, Repeats: 1, Inhabitants: 55000, InhabitantsCovered: 25000},
		{Type: "municipality", Size: "over-100k", Population: 1, Respondents: 1, Inhabitants: 120000, InhabitantsCovered: 120000},
		{Type: "water-board", Population: 1, Respondents: 1},
	}
	if diff := cmp.Diff(want, d.Design.Strata); diff != "" {
		t.Error(diff)
	}
	var one []string
	for _, q := range d.Questions {
		for _, o := range q.Options {
			if o.OneStratum {
				one = append(one, q.ID+"/"+o.Code)
			}
		}
	}
	want2 := []string{"type/water-board", "size-class/under-20k", "size-class/20k-50k", "size-class/over-100k", "urbanity/2", "urbanity/3", "urbanity/4", "urbanity/10"}
	if diff := cmp.Diff(want2, one); diff != "" {
		t.Error(diff)
	}
}

func TestSettle(t *testing.T) {
	for rule, want := range map[string]string{
		"": "1 2 3 4 5", KeepAll: "1 2 3 4 5", KeepFirst: "1 2 3 5", KeepLast: "2 3 4 5",
	} {
		d := newDraft(5)
		d.texts("name", survey.Organisation, "Gemeente Alfa", "Gemeente Nergens", "Gemeente Nergens", "Gemeente Beta", "Gemeente Delta")
		d.numbers(survey.Question{ID: "n"}, 1, 2, 3, 4, 5)
		roster, _ := joinedTo(t, d, JoinOptions{}, nil)
		roster.Settle(rule)
		got := strings.Trim(fmt.Sprint(d.Columns[1].Numbers()), "[]")
		if got != want || len(roster.All) != d.Respondents || roster.Several != (rule != "") {
			t.Errorf("%s: kept %s of %d in %+v", rule, got, len(roster.All), d.Source)
		}
	}
}

func TestSettleTellsWhatItLeftOut(t *testing.T) {
	for _, c := range []struct {
		name, rule string
		names      []string
		want       string
	}{
		{"nothing said", "", []string{"Gemeente Delta", "Gemeente Delta"}, "duplicate-body []"},
		{"all kept", KeepAll, []string{"Gemeente Delta", "Gemeente Delta"}, "duplicate-body []"},
		{"nothing to settle", KeepLast, []string{"Gemeente Delta", "Gemeente Nergens"}, "duplicate-body []"},
		{"settled", KeepLast, []string{"Gemeente Delta", "gemeente delta"}, "duplicate-settled [1 keep-last body]"},
		{"one is not in the register", KeepFirst, []string{"Gemeente Delta", "Gemeente Delta", "Gemeente Nergens", "Gemeente Nergens"},
			"duplicate-body [], duplicate-settled [1 keep-first body]"},
	} {
		d := newDraft(len(c.names))
		d.texts("name", survey.Organisation, c.names...)
		roster, _ := joinedTo(t, d, JoinOptions{}, nil)
		d.Issues = []survey.Issue{{Code: survey.IssueDuplicateBody}}
		roster.Settle(c.rule)
		var got []string
		for _, i := range roster.Survey.Issues {
			got = append(got, fmt.Sprint(i.Code, " ", i.Args))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
