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

// brief is a question in few words: kind, role, channel, separator.
func brief(q *Question) string {
	return strings.TrimSpace(strings.Join(strings.Fields(strings.Join([]string{q.Kind, q.Role, q.Channel, q.Separator}, " ")), " "))
}

// mixed repeats the cells until there are n rows.
func mixed(n int, cells ...string) []string {
	rows := make([]string, n)
	for i := range rows {
		rows[i] = cells[i%len(cells)]
	}
	return rows
}

func TestInferKindAndRole(t *testing.T) {
	stages := []string{"Ja, dit gebruiken we nu", "We doen een proef", "Nee, maar zeker binnen een jaar", "Nee, maar zeer waarschijnlijk", "Nee, misschien later", "Nee, geen plannen"}
	english := []string{"In daily use", "Trial running", "Definitely within the year", "Very likely", "Maybe later", "No plans at all"}
	for _, test := range []struct {
		heading string
		cells   []string
		want    string
	}{
		{"Naam van uw organisatie", numberedRows(20, "Gemeente %d"), "name organisation"},
		{"What is your organisation called?", numberedRows(20, "Body %d"), "name organisation"},
		{"Organisatiecode", numberedRows(20, "GM%d"), "name organisation-code"},
		{"Type organisatie", []string{"Gemeente", "Waterschap", "Gemeente", "Provincie", "Gemeente"}, "single organisation-type"},
		{"What kind of organisation do you work for?", []string{"Municipality", "Water board", "Municipality", "Other, please specify"}, "single organisation-type"},
		{"Inwonersklasse", []string{"minder dan 20.000", "20.000 - 49.999", "100.000 en meer", "minder dan 20.000"}, "single size-class"},
		{"Number of inhabitants of your municipality", []string{"Under 20,000", "20,000-49,999", "50,000+", "Under 20,000"}, "single size-class"},
		{"Number of inhabitants", []string{"12000", "34500", "120000", "45000"}, "number inhabitants"},
		{"Inwoners van uw gemeente", slices.Concat(numberedRows(101, "%d 000 inwoners"), numberedRows(101, "%d 000 inwoners")), "single"},
		{"In which province are you?", []string{"Utrecht", "Drenthe", "Utrecht"}, "single province"},
		{"Gebruikt uw organisatie WhatsApp?", stages, "single adoption WhatsApp"},
		{"Does your organisation use Telegram?", english, "single adoption Telegram"},
		{"Zet uw organisatie Kletskanaal in?", stages, "single adoption Kletskanaal"},
		{"Hoe tevreden bent u over WhatsApp?", []string{"Zeer tevreden", "Tevreden", "Neutraal", "Ontevreden"}, "scale satisfaction WhatsApp"},
		{"How do you rate your chatbot?", []string{"satisfied", "very satisfied", "dissatisfied", "neither satisfied nor dissatisfied"}, "scale satisfaction Chatbot"},
		{"Heeft u zorgen over de privacy van WhatsApp?", []string{"Ja", "Nee", "Nee"}, "single concern WhatsApp"},
		{"Hoeveel gesprekken voert u per uur via live chat?", []string{"1,5", "2", "0,5", "ca. 20", "3", "4"}, "number volume Live chat"},
		{"How many questions reach you by Signal each hour?", []string{"1.5", "2", "0.5"}, "number volume Signal"},
		{"Hoeveel uur besteedt u aan vragen via WhatsApp?", []string{"1,5", "2", "0,5"}, "number"},
		{"Hoe is het aantal klantcontacten veranderd?", []string{"Sterke daling", "Gelijk gebleven", "Stijging"}, "scale change"},
		{"How has the number of customer contacts changed?", []string{"strong decrease", "about the same", "slight increase"}, "scale change"},
		{"Wie verzorgt de webcare?", []string{"Communicatie", "KCC", "Een mix van beide"}, "single owner"},
		{"Which department answers messages on social media?", []string{"Press office", "Customer service", "Both together"}, "single owner"},
		{"Met welke woorden omschrijft u een chatbot?", numberedRows(12, "snel en onpersoonlijk %d"), "open association Chatbot"},
		{"What opportunities do you see for a chatbot?", numberedRows(12, "answering questions about product %d"), "open opportunity Chatbot"},
		{"Opmerkingen", numberedRows(12, "een lange opmerking met veel woorden %d"), "open"},
		{"Heeft u nog kinderen?", []string{"Ja", "Nee", "Ja"}, "single"},
		{"How tall are you?", []string{"180", "175", "168"}, "number"},
		{"Hoe vaak kijkt u?", []string{"Nooit", "Soms", "Altijd", "Vaak"}, "scale"},
		{"Welk cijfer geeft u, van 0 tot 10?", []string{"7", "8", "3", "10"}, "scale"},
		{"Hoe makkelijk was het?", []string{"1 (heel makkelijk)", "2", "5 (heel moeilijk)"}, "scale"},
		{"Welke hulpmiddelen gebruikt u?", []string{"Pen;Papier", "Pen", "Papier;Bord", "Bord", "Pen;Bord", "Papier"}, "multiple ;"},
		{"Waarom kiest u voor live chat?", []string{"Snel, Goedkoop", "Snel", "Leuk, Snel", "Goedkoop, Leuk", "Leuk", "Goedkoop"}, "multiple reason Live chat ,"},
	} {
		cb := Infer(sheet([]string{test.heading, "Geheel iets anders"}, test.cells...))
		if len(cb.Questions) == 0 {
			t.Errorf("%s: no question", test.heading)
			continue
		}
		if got := brief(&cb.Questions[0]); got != test.want {
			t.Errorf("%s: got %q, want %q", test.heading, got, test.want)
		}
	}
}

func TestInferSelections(t *testing.T) {
	for _, test := range []struct{ heading, want string }{
		{"Op welke kanalen bent u actief?", "multiple presence"},
		{"Which social media channels do you use?", "multiple presence"},
	} {
		f := sheet([]string{test.heading + "|Twitter", test.heading + "|Facebook", test.heading + "|Anders, namelijk"}, "Twitter||", "|Facebook|Hyves", "Twitter|Facebook|")
		if got := brief(&Infer(f).Questions[0]); got != test.want {
			t.Errorf("%s: got %q, want %q", test.heading, got, test.want)
		}
	}
	for _, test := range []struct{ heading, want string }{
		{"Waarom bent u tevreden over WhatsApp?", "multiple praise WhatsApp"},
		{"Why are you satisfied with live chat?", "multiple praise Live chat"},
		{"Waarom bent u niet tevreden over WhatsApp?", "multiple"},
		{"Waarom gebruikt u WhatsApp nog niet?", "multiple barrier WhatsApp"},
		{"Wat zijn belemmeringen om WhatsApp in te zetten?", "multiple barrier WhatsApp"},
		{"What keeps you from using live chat?", "multiple barrier Live chat"},
		{"Welke twijfels heeft u bij WhatsApp?", "multiple concern WhatsApp"},
		{"Redenen om te starten met live chat", "multiple reason Live chat"},
		{"Why would you start with WhatsApp?", "multiple reason WhatsApp"},
		{"Waarom belt u?", "multiple"},
	} {
		f := sheet([]string{test.heading + "|Snel", test.heading + "|Goedkoop"}, "Ja|Nee", "Ja|", "|Ja")
		if got := brief(&Infer(f).Questions[0]); got != test.want {
			t.Errorf("%s: got %q, want %q", test.heading, got, test.want)
		}
	}
}

func TestInferTickBlocks(t *testing.T) {
	for name, cells := range map[string][2]string{
		"heading": {"Snel", ""}, "ja": {"Ja", "Nee"}, "y": {"Y", "N"}, "one": {"1", "0"}, "typed": {"#1", "#0"},
		"true": {"TRUE", "FALSE"}, "checked": {"Checked", "Unchecked"}, "x": {"x", ""},
	} {
		second := cells[0]
		if name == "heading" {
			second = "Goedkoop"
		}
		f := sheet([]string{"Waarom?|Snel", "Waarom?|Goedkoop", "Waarom?|Anders, namelijk"},
			cells[0]+"|"+cells[1]+"|", cells[0]+"|"+second+"|", cells[1]+"|"+cells[1]+"|omdat", cells[1]+"|"+cells[1]+"|")
		cb := Infer(f)
		s := apply(t, cb, f)
		want := map[string]int{"snel": 2, "goedkoop": 1, "other": 1}
		if diff := cmp.Diff(want, counts(s, cb.Questions[0].ID)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestInferSoSciTicks(t *testing.T) {
	f := sheet([]string{"Kanal|A", "Kanal|B"}, "1|2", "2|2", "1|1")
	f.Dialect.Unticked, f.Dialect.Ticked = []string{"1"}, []string{"2"}
	cb := Infer(f)
	if diff := cmp.Diff(map[string]int{"a": 1, "b": 2}, counts(apply(t, cb, f), "kanal")); diff != "" {
		t.Error(diff)
	}
}

func TestInferMatrix(t *testing.T) {
	f := sheet([]string{"Hoe vaak?|Bellen", "Hoe vaak?|Mailen", "Hoe vaak?|Anders, namelijk"},
		"Nooit|Vaak|", "Soms|Vaak|fax", "Nooit|Nooit|")
	cb := Infer(f)
	var got []string
	for _, q := range cb.Questions {
		got = append(got, q.Column+": "+brief(&q)+fmt.Sprint(len(q.Options)))
	}
	want := []string{"Hoe vaak? [Bellen]: scale3", "Hoe vaak? [Mailen]: scale3", "Hoe vaak? [Anders, namelijk]: single1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	s := apply(t, cb, f)
	if got := s.Questions[0].Text; got != "Hoe vaak? [Bellen]" {
		t.Errorf("text %q", got)
	}
	numbers := sheet([]string{"Geef een oordeel|A", "Geef een oordeel|B"}, "1|5", "3|4", "2|2")
	if cb := Infer(numbers); cb.Questions[1].Kind != "scale" || len(cb.Questions[1].Options) != 5 || len(cb.Doubts) != 1 {
		t.Errorf("got %+v", cb.Questions)
	}
}

func TestInferSingleWithOther(t *testing.T) {
	f := sheet([]string{"Waar werkt u?", "Waar werkt u?|Anders, namelijk"}, "Kantoor|", "Thuis|", "|in de trein", "Kantoor|")
	cb := Infer(f)
	s := apply(t, cb, f)
	if diff := cmp.Diff(map[string]int{"kantoor": 2, "thuis": 1, "other": 1}, counts(s, "waar-werkt")); diff != "" {
		t.Error(diff)
	}
	rows := slices.Concat(repeat(30, "A"), repeat(20, "B"), []string{"eigen tekst", "iets anders dus", "zomaar wat"})
	f = sheet([]string{"Wat kiest u?", "x"}, rows...)
	s = apply(t, Infer(f), f)
	if diff := cmp.Diff(map[string]int{"a": 30, "b": 20, "other": 3}, counts(s, "kiest")); diff != "" {
		t.Error(diff)
	}
	for _, o := range s.Questions[0].Options {
		if strings.Contains(o.Label, "eigen") {
			t.Error("a respondent's own words became an option")
		}
	}
}

func TestInferMetadata(t *testing.T) {
	for _, test := range []struct {
		headings []string
		cells    string
		want     Respondent
	}{
		{[]string{"Respondent ID", "Startdatum", "Einddatum", "Status", "IP-adres", "Vraag"}, "n%d|1-10-2018 9:00|1-10-2018 9:10|Voltooid|10.0.0.%[1]d|Ja",
			Respondent{ID: "Respondent ID", Started: "Startdatum", Ended: "Einddatum", Status: "Status", Complete: []string{"Voltooid"}}},
		{[]string{"ResponseId", "StartDate", "EndDate", "Status", "RecipientEmail", "Question"}, "R%d|2018-10-01 09:00:00|2018-10-01 09:10:00|Survey Preview|a%[1]d@b.nl|Yes",
			Respondent{ID: "ResponseId", Started: "StartDate", Ended: "EndDate", Status: "Status", Tests: []string{"Survey Preview"}}},
		{[]string{"Respons ID", "Startdatum", "Datum verstuurd", "Laatste pagina", "Naam", "Vraag"}, "%d|2018-10-01 09:00:00|2018-10-01 09:10:00|4|Jan %[1]d|Ja",
			Respondent{ID: "Respons ID", Started: "Startdatum", Ended: "Datum verstuurd"}},
		{[]string{"ID", "Begintijd", "Tijd van voltooien", "Taal", "E-mail", "Vraag"}, "%d|2018-10-01 09:00:00|2018-10-01 09:10:00|nl|p%[1]d@b.nl|Ja",
			Respondent{ID: "ID", Started: "Begintijd", Ended: "Tijd van voltooien"}},
		{[]string{"Antwort ID", "Startzeit", "Fertigstellungszeit", "Seed", "Nachname", "Frage"}, "%d|2018-10-01 09:00:00|2018-10-01 09:10:00|77|Meier %[1]d|Ja",
			Respondent{ID: "Antwort ID", Started: "Startzeit", Ended: "Fertigstellungszeit"}},
		{[]string{"Identifiant", "Heure de début", "Heure de fin", "Langue", "Courriel", "Question"}, "%d|2018-10-01 09:00:00|2018-10-01 09:10:00|fr|q%[1]d@b.fr|Oui",
			Respondent{ID: "Identifiant", Started: "Heure de début", Ended: "Heure de fin"}},
	} {
		f := sheet(test.headings, numberedRows(6, test.cells)...)
		cb := Infer(f)
		if diff := cmp.Diff(test.want, cb.Respondent); diff != "" {
			t.Errorf("%v: %s", test.headings, diff)
		}
		if len(cb.Questions) != 1 {
			t.Errorf("%v: %d questions, want 1", test.headings, len(cb.Questions))
		}
		if len(cb.Doubts) != 1 || cb.Doubts[0].Code != survey.IssuePersonalData || !slices.Equal(cb.Doubts[0].Args, []string{"E"}) {
			t.Errorf("%v: personal data: %+v", test.headings, cb.Doubts)
		}
	}
}

func TestInferFindsEmailInAnyColumn(t *testing.T) {
	cb := Infer(sheet([]string{"Waar sturen we de uitslag heen?", "b"}, numberedRows(5, "p%d@voorbeeld.nl|x")...))
	if len(cb.Doubts) != 1 || !slices.Contains(cb.Ignore, "Waar sturen we de uitslag heen?") {
		t.Errorf("got %+v, ignored %v", cb.Doubts, cb.Ignore)
	}
}

func TestInferOptions(t *testing.T) {
	f := sheet([]string{"Type organisatie", "Inwonersklasse", "Gebruikt u WhatsApp?"},
		"Gemeente|100.000 en meer|Nee, geen plannen", "Veiligheidsregio||Misschien later", "GGD|20.000 tot 100.000|Ja, al in gebruik",
		"Gemeente|Tot 20.000|Weet niet", "Anders|20.000 tot 100.000|Zeker binnen een jaar")
	cb := Infer(f)
	want := [][]Option{
		{{Code: "municipality", Label: "Gemeente", Means: "municipality", Plural: "gemeenten"},
			{Code: "health-service", Label: "GGD", Means: "health-service", Plural: "GGD'en"},
			{Code: "safety-region", Label: "Veiligheidsregio", Means: "safety-region", Plural: "veiligheidsregio's"},
			{Code: "other", Label: "Anders", Means: "other", Other: true}},
		{{Code: "under-20000", Label: "Tot 20.000"}, {Code: "20000-100000", Label: "20.000 tot 100.000"}, {Code: "from-100000", Label: "100.000 en meer", Means: "large"}},
		{{Code: "uses", Label: "Ja, al in gebruik", Means: "uses"}, {Code: "surely", Label: "Zeker binnen een jaar", Means: "surely"},
			{Code: "later", Label: "Misschien later", Means: "later"}, {Code: "no", Label: "Nee, geen plannen", Means: "no"}, {Code: "dont-know", Label: "Weet niet", DontKnow: true}},
	}
	for i := range want {
		if diff := cmp.Diff(want[i], cb.Questions[i].Options); diff != "" {
			t.Errorf("%s: %s", cb.Questions[i].ID, diff)
		}
	}
}

func TestStages(t *testing.T) {
	for label, want := range map[string]string{
		"Ja, dit gebruiken we nu": "uses", "In gebruik": "uses", "We use it already": "uses", "Yes": "uses",
		"Pilot": "pilot", "We proberen het uit in een proef": "pilot", "Running a trial": "pilot",
		"Nee, maar zeker binnen een jaar": "surely", "Certainly within a year": "surely", "Komend jaar starten we": "surely",
		"Zeer waarschijnlijk binnen een jaar": "likely", "Very probably": "likely",
		"Nee, misschien later": "later", "Perhaps later": "later",
		"Nee, we hebben geen plannen": "no", "No plans": "no", "We gebruiken het niet": "no", "Zeker niet": "no", "Very unlikely": "no",
		"Rood": "",
	} {
		if got := stageOf(label); got != want {
			t.Errorf("stageOf(%q) = %q, want %q", label, got, want)
		}
	}
}

func TestScales(t *testing.T) {
	for _, test := range []struct {
		labels []string
		family family
		want   string
	}{
		{[]string{"Zeer tevreden", "Tevreden", "Neutraal", "Ontevreden", "Zeer ontevreden"}, satisfactionScale, "Zeer ontevreden 1, Ontevreden 2, Neutraal 3, Tevreden 4, Zeer tevreden 5"},
		{[]string{"very dissatisfied", "satisfied"}, satisfactionScale, "very dissatisfied 1, dissatisfied 2, satisfied 3, very satisfied 4"},
		{[]string{"Tevreden", "Neutraal", "Zeer tevreden"}, satisfactionScale, "Zeer ontevreden 1, Ontevreden 2, Neutraal 3, Tevreden 4, Zeer tevreden 5"},
		{[]string{"Helemaal mee oneens", "Mee oneens", "Niet eens, niet oneens", "Mee eens", "Helemaal mee eens"}, agreementScale, "Helemaal mee oneens 1, Mee oneens 2, Niet eens, niet oneens 3, Mee eens 4, Helemaal mee eens 5"},
		{[]string{"strongly agree", "agree", "somewhat agree", "neither agree nor disagree", "somewhat disagree", "disagree", "strongly disagree"}, agreementScale,
			"strongly disagree 1, disagree 2, somewhat disagree 3, neither agree nor disagree 4, somewhat agree 5, agree 6, strongly agree 7"},
		{[]string{"stimme voll zu", "stimme eher zu", "stimme eher nicht zu", "stimme gar nicht zu"}, agreementScale, "stimme gar nicht zu 1, stimme eher nicht zu 2, stimme eher zu 3, stimme voll zu 4"},
		{[]string{"Sterke daling", "Daling", "Gelijk gebleven", "Stijging", "Sterke stijging"}, changeScale, "Sterke daling 1, Daling 2, Gelijk gebleven 3, Stijging 4, Sterke stijging 5"},
		{[]string{"fallen sharply", "stayed the same", "risen"}, changeScale, "fallen sharply 1, fallen 2, stayed the same 3, risen 4, risen sharply 5"},
		{[]string{"always", "never", "sometimes"}, frequencyScale, "never 1, sometimes 2, always 3"},
		{[]string{"gar nicht", "eher häufig", "sehr häufig", "eher selten"}, frequencyScale, "gar nicht 1, eher selten 2, eher häufig 3, sehr häufig 4"},
		{[]string{"Dagelijks", "Maandelijks", "Wekelijks"}, frequencyScale, "Maandelijks 1, Wekelijks 2, Dagelijks 3"},
		{[]string{"très satisfait", "satisfait", "insatisfait"}, satisfactionScale, "insatisfait 2, satisfait 3, très satisfait 4"},
		{[]string{"Rood", "Groen", "Blauw"}, "", ""},
		{[]string{"Less than one year", "One year or more"}, "", ""},
	} {
		points, fam, _ := scaleOf(test.labels)
		var got []string
		for _, p := range points {
			got = append(got, fmt.Sprintf("%s %d", p.label, p.score))
		}
		if fam != test.family || strings.Join(got, ", ") != test.want {
			t.Errorf("%v: %s %s\nwant %s %s", test.labels, fam, strings.Join(got, ", "), test.family, test.want)
		}
	}
}

func TestJoined(t *testing.T) {
	for _, test := range []struct {
		name  string
		cells []string
		want  string
	}{
		{"option with a comma in brackets", mixed(24, "Rood (fel, donker), Blauw", "Blauw", "Rood (fel, donker)", "Blauw, Geel", "Geel"), ", Blauw|Rood (fel, donker)|Geel"},
		{"option with a comma", mixed(24, "Bellen, ook mobiel, Mailen", "Mailen", "Bellen, ook mobiel", "Mailen, Schrijven", "Schrijven, Bellen, ook mobiel"), ", Mailen|Bellen, ook mobiel|Schrijven"},
		{"trailing separator", mixed(24, "A;B;", "A;", "B;C;", "C;"), "; A|B|C"},
		{"bar", mixed(24, "A|B", "A", "B|C", "C"), "| A|B|C"},
		{"single choice with commas", mixed(24, "Ja, op kantoor", "Nee, nooit", "Soms, thuis"), ""},
		{"no option comes back", numberedRows(24, "woord%d, en nog iets %[1]d"), ""},
	} {
		rows := make([]string, len(test.cells))
		f := sheet([]string{"Kies", "x"}, rows...)
		list := make([]uint32, len(rows))
		for i, cell := range test.cells {
			list[i] = code(&f.Columns[0], export.Cell{Text: cell})
		}
		f.Columns[0].Codes = export.CodesOf(list, f.Columns[0].Dict.Len())
		p := profileOf(f, 0, nil)
		separator, found := joinedBy(&p, manner{})
		got := ""
		if separator != "" {
			got = separator + " " + strings.Join(found.options, "|")
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestJoinedDoubtsFragments(t *testing.T) {
	cells := mixed(40, "Bellen, mailen en zo", "Bellen, mailen en zo, Fax", "Bellen", "Fax", "Fax, mailen en zo")
	cb := Infer(sheet([]string{"Hoe bereikt u ons, zoal?", "x"}, cells...))
	if len(cb.Doubts) != 1 || cb.Doubts[0].Severity != survey.Doubt || cb.Doubts[0].Args[2] != "mailen en zo" {
		t.Errorf("got %+v", cb.Doubts)
	}
}

func TestInferDoubtsExcelDates(t *testing.T) {
	cb := Infer(sheet([]string{"Hoe groot is de afdeling?", "x"}, mixed(12, "5-jan", "10-jun", "Meer dan 20")...))
	if len(cb.Doubts) != 1 || cb.Doubts[0].Code != survey.IssueExcelDate {
		t.Errorf("got %+v", cb.Doubts)
	}
}

func TestInferProposesFillers(t *testing.T) {
	f := sheet([]string{"Kleur", "Aantal"}, "Rood|3", "-|-", "Blauw|4", "Rood|5")
	cb := Infer(f)
	s := apply(t, cb, f)
	if diff := cmp.Diff(map[string]int{"rood": 2, "blauw": 1}, counts(s, "kleur")); diff != "" || cb.Missing[0] != "-" {
		t.Error(diff, cb.Missing)
	}
}

func TestInferRepeatedHeadingsByLetter(t *testing.T) {
	f := sheet([]string{"Waarom?", "Kleur", "Waarom?"}, "snel|Rood|duur", "goed|Blauw|duur")
	cb := Infer(f)
	if got := []string{cb.Questions[0].Column, cb.Questions[2].Column}; !slices.Equal(got, []string{"=A", "=C"}) {
		t.Errorf("columns %v", got)
	}
	apply(t, cb, f)
}
