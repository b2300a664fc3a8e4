package codebook

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey/export"
)

// columnOf makes a file of one question from cells with their numbers, as in
// "Ja*3"; beside it stands a column of ids, so that blanks are possible.
func columnOf(dialect, heading string, cells ...string) *export.File {
	var texts []string
	for _, cell := range cells {
		text, times, counted := strings.Cut(cell, "*")
		n, err := strconv.Atoi(times)
		if !counted || err != nil {
			text, n = cell, 1
		}
		for range n {
			texts = append(texts, text)
		}
	}
	f := &export.File{Name: "test.csv", Read: len(texts), HeaderRows: []int{1}, Dialect: export.Dialect{Name: dialect}}
	f.Columns = []export.Column{
		{Letter: "A", Question: "Respondent ID", Dict: export.DictionaryOf(export.Cell{})},
		{Letter: "B", Question: heading, Block: 1, Dict: export.DictionaryOf(export.Cell{})},
	}
	var ids, answers []uint32
	for i, text := range texts {
		f.Rows.Append(i + 2)
		ids = append(ids, code(&f.Columns[0], export.Cell{Text: "r" + strconv.Itoa(i)}))
		answers = append(answers, code(&f.Columns[1], export.Cell{Text: text}))
	}
	f.Columns[0].Codes = export.CodesOf(ids, f.Columns[0].Dict.Len())
	f.Columns[1].Codes = export.CodesOf(answers, f.Columns[1].Dict.Len())
	return f
}

// tally is what a question came to: kind, respondents that answered, and how
// many chose each option in the order of the options; those nobody chose are
// left out.
func tally(t *testing.T, f *export.File) string {
	t.Helper()
	s := inferred(t, f)
	if len(s.Questions) != 1 {
		return strconv.Itoa(len(s.Questions)) + " questions"
	}
	q := &s.Questions[0]
	out := q.Kind.String() + " " + strconv.Itoa(states(s, q.ID)["answered"])
	n := counts(s, q.ID)
	for _, o := range q.Options {
		if n[o.Code] > 0 {
			out += "; " + o.Label + " " + strconv.Itoa(n[o.Code])
		}
	}
	return out
}

// kindCase is a column and what it comes to, by hand.
type kindCase struct {
	heading string
	cells   string // between "|"
	want    string
}

func checkKinds(t *testing.T, dialect string, cases []kindCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.heading, func(t *testing.T) {
			f := columnOf(dialect, c.heading, strings.Split(c.cells, "|")...)
			if diff := cmp.Diff(c.want, tally(t, f)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Text in people's own words stays text, however few wrote it and however many
// wrote that they have nothing to say.
func TestOpenAgainstSingle(t *testing.T) {
	checkKinds(t, "generic", []kindCase{
		{"Waarom?", "geen idee*4|weet niet*3|nvt*2|Omdat het snel is|Onze inwoners vragen erom|Te weinig mensen", "open 12"},
		{"Why is that?", "no idea*3|n/a*2|none|Because it is quick|Residents ask for it|Too few people|It was in our plan", "open 10"},
		{"Toelichting", "Dit is een vrij tekstveld.", "open 1"},
		{"Please explain your answer", "This is a free text question.", "open 1"},
		{"Heeft u nog opmerkingen?", "nee*6|geen*2|Succes ermee!", "open 9"},
		{"Any other comments?", "no*5|None|Good luck with the study", "open 7"},
		{"Haben Sie noch Anmerkungen?", "nein*3|Viel Erfolg", "open 4"},
		{"Avez-vous des remarques ?", "non*3|Bon courage à tous", "open 4"},
		{"Wat is uw ervaring met de chat?", "Wij zijn er nog niet mee begonnen maar denken erover na.|Het team is enthousiast en de inwoners ook.|Dat weet ik niet goed, de collega's van het KCC wel.", "open 3"},
		{"What did you learn?", "Start small and grow from there, step by step.|That people like short answers better than long ones.", "open 2"},
		// The same wordings over answers from a list.
		{"Waarom niet?", "Te duur*4|Geen tijd*3|Geen kennis*3", "single 10; Te duur 4; Geen kennis 3; Geen tijd 3"},
		{"Why not?", "Too expensive*3|No time*2|Don't know", "single 6; Too expensive 3; No time 2; Don't know 1"},
		{"Heeft u opmerkingen ontvangen?", "Ja*4|Nee*3", "single 7; Ja 4; Nee 3"},
		{"Did residents leave comments?", "Yes*3|No*5", "single 8; Yes 3; No 5"},
		{"Welke leverancier hebt u, en voor wat?", "Obi4wan*3|Coosto*2|vraag het an.ders@voorbeeld.nl", "single 6; Obi4wan 3; Coosto 2; Anders 1"},
		{"Which supplier do you use?", "Obi4wan*3|Coosto*2|a.person@example.org", "single 6; Obi4wan 3; Coosto 2; Other 1"},
		{"Welke leverancier gebruikt u?", "Obi4wan*3|Coosto*2|Weet niet*2|HootSuite", "single 8; Obi4wan 3; Coosto 2; HootSuite 1; Weet niet 2"},
	})
}

// Whole numbers are points of a scale where the wording says so, or the tool
// has no other question with such cells; counts stay numbers.
func TestNumbersAgainstScales(t *testing.T) {
	checkKinds(t, "generic", []kindCase{
		{"Hoe tevreden bent u over de chat?", "4*3|5*2|3*2|1", "scale 8; 1 1; 3 2; 4 3; 5 2"},
		{"How satisfied are you with the chat?", "4*3|5*2|3*2", "scale 7; 3 2; 4 3; 5 2"},
		{"Hoe waarschijnlijk is het dat u ons aanbeveelt?", "7*3|8*2|10|6|3", "scale 8; 3 1; 6 1; 7 3; 8 2; 10 1"},
		{"How likely are you to recommend us?", "9*3|8*2|0", "scale 6; 0 1; 8 2; 9 3"},
		{"In hoeverre voldoet het kanaal?", "2*3|4*2|5", "scale 6; 2 3; 4 2; 5 1"},
		{"Rate the quality of the answers", "2*3|4*2|5|Don't know*2", "scale 8; 2 3; 4 2; 5 1; Don't know 2"},
		{"Inwieweit stimmen Sie zu?", "2*3|4*2|5", "scale 6; 2 3; 4 2; 5 1"},
		{"Dans quelle mesure êtes-vous satisfait ?", "2*3|4*2|5", "scale 6; 2 3; 4 2; 5 1"},
		{"Welk rapportcijfer geeft u de website?", "7,5*3|8*2|6|6,5", "number 7"},
		{"Welk rapportcijfer geeft u de balie?", "7*3|8*2|6", "scale 6; 6 1; 7 3; 8 2"},
		{"Hoeveel tevreden klanten had u vandaag?", "4*3|5*2|3*2|1", "number 8"},
		{"How many chats per week?", "4*3|5*2|3*2|1", "number 8"},
		{"Aantal medewerkers in het team", "4*3|5*2|3*2|ca. 20", "number 7"},
		{"Number of staff", "4*3|5*2|3|2-3|about 10", "number 6"},
		{"Anzahl der Mitarbeiter", "4*3|5*2|3|10", "number 7"},
		{"Welke reden is het belangrijkst?", "1*4|2*6|3*3|4*2", "single 15; 1 4; 2 6; 3 3; 4 2"},
		{"Which is most important?", "1*4|2*6|3*3|4*2", "single 15; 1 4; 2 6; 3 3; 4 2"},
		{"Heeft u wel eens chat gebruikt?", "1*4|2*6", "single 10; 1 4; 2 6"},
		{"Is chat important to you?", "1*4|2*6", "number 10"},
		{"Sinds welk jaar?", "2015*3|2016*2|2018", "number 6"},
	})
	checkKinds(t, "googleforms", []kindCase{
		{"In your projects, how does it affect quality?", "1*4|2*6|3*9|4*8|5*3", "scale 30; 1 4; 2 6; 3 9; 4 8; 5 3"},
		{"Wat vindt u van de chat?", "1*2|2*2|3*3|5", "scale 8; 1 2; 2 2; 3 3; 5 1"},
		{"Aantal kanalen", "1*4|2*6|3*9|4*8|5*3", "number 30"},
	})
}

// Scales are known by their wordings, in four languages, and complete though
// nobody chose some point of them.
func TestScaleWordings(t *testing.T) {
	checkKinds(t, "generic", []kindCase{
		{"In welke mate gebruikt u dit?", "In grote mate*3|Helemaal niet*2|In beperkte mate|In zeer grote mate*2", "scale 8; Helemaal niet 2; In beperkte mate 1; In grote mate 3; In zeer grote mate 2"},
		{"To what extent?", "To a large extent*3|Not at all*2|To a small extent|To some extent*2", "scale 8; Not at all 2; To a small extent 1; To some extent 2; To a large extent 3"},
		{"How important is chat?", "Very important*3|Not at all important*2|Slightly important|Moderately important*2|Extremely important", "scale 9; Not at all important 2; Slightly important 1; Moderately important 2; Very important 3; Extremely important 1"},
		{"Wie wichtig ist der Chat?", "Sehr wichtig*3|Überhaupt nicht wichtig*2|Etwas wichtig", "scale 6; Überhaupt nicht wichtig 2; Etwas wichtig 1; Sehr wichtig 3"},
		{"Êtes-vous d'accord ?", "Tout à fait d'accord*3|Plutôt d'accord*2|Plutôt pas d'accord|Pas du tout d'accord", "scale 7; Pas du tout d'accord 1; Plutôt pas d'accord 1; Plutôt d'accord 2; Tout à fait d'accord 3"},
		{"Stimmen Sie zu?", "Stimme voll und ganz zu*3|Stimme eher zu*2|Stimme eher nicht zu|Weiß nicht", "scale 7; Stimme eher nicht zu 1; Stimme eher zu 2; Stimme voll und ganz zu 3; Weiß nicht 1"},
		{"Hoe goed is de website?", "Uitstekend|Goed*4|Voldoende*2|Matig|Slecht", "scale 9; Slecht 1; Matig 1; Voldoende 2; Goed 4; Uitstekend 1"},
		{"How good is the website?", "Excellent|Good*4|Fair*2|Poor", "scale 8; Poor 1; Fair 2; Good 4; Excellent 1"},
		{"Wie oft?", "Nie|Selten*2|Manchmal*2|Oft|Keine Angabe", "scale 7; Nie 1; Selten 2; Manchmal 2; Oft 1; Keine Angabe 1"},
		{"À quelle fréquence ?", "Jamais|Rarement*2|Parfois*2|Souvent|Sans opinion", "scale 7; Jamais 1; Rarement 2; Parfois 2; Souvent 1; Sans opinion 1"},
	})
}

// Classes of numbers stand in the order of the numbers, also with units.
func TestOrderedClasses(t *testing.T) {
	checkKinds(t, "generic", []kindCase{
		{"Hoe lang gebruikt u al chat?", "1-2 jaar*3|Minder dan 1 jaar*2|Meer dan 5 jaar*2|2-5 jaar", "single 8; Minder dan 1 jaar 2; 1-2 jaar 3; 2-5 jaar 1; Meer dan 5 jaar 2"},
		{"For how long?", "6-12 months*2|1-2 years*3|Less than 6 months|More than 2 years", "single 7; Less than 6 months 1; 6-12 months 2; 1-2 years 3; More than 2 years 1"},
		{"Hoeveel medewerkers heeft het team?", "11-50*3|1-10*2|51+|Geen", "single 7; Geen 1; 1-10 2; 11-50 3; 51+ 1"},
		{"How many colleagues?", "5 - 10*3|< 5*2|More than 10", "single 6; < 5 2; 5 - 10 3; More than 10 1"},
	})
}

// Yes and no in four languages, also with an explanation behind them.
func TestYesAndNo(t *testing.T) {
	checkKinds(t, "generic", []kindCase{
		{"Gebruikt u een chatbot?", "Ja*3|Nee*4|Weet ik niet", "single 8; Ja 3; Nee 4; Weet ik niet 1"},
		{"Haben Sie einen Chatbot?", "Ja*3|Nein*4|Weiß nicht", "single 8; Ja 3; Nein 4; Weiß nicht 1"},
		{"Avez-vous un chatbot ?", "Oui*3|Non*4|Ne sait pas", "single 8; Oui 3; Non 4; Ne sait pas 1"},
		{"Do you have one?", "No*4|Yes", "single 5; Yes 1; No 4"},
		{"Werkt u samen?", "Ja, namelijk met de regio|Ja, namelijk met buurgemeenten|Nee*4|ja", "single 7; Ja 3; Nee 4"},
		{"Do you work together?", "Yes, with the region|No*2|No, but we would like to", "single 4; Yes 1; No 3"},
	})
}
