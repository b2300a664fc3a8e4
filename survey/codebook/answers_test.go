package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A heading that could be a person's is a question when its cells are answers;
// dates and times are no options.
func TestCellsDecideOverHeadings(t *testing.T) {
	checkKinds(t, "generic", []kindCase{
		{"Telefoon", "Ja*6|Nee*4", "single 10; Ja 6; Nee 4"},
		{"E-mail", "Ja*6|Nee*4|Weet niet", "single 11; Ja 6; Nee 4; Weet niet 1"},
		{"Phone", "Never*2|Sometimes*3|Often*5|Always", "scale 11; Never 2; Sometimes 3; Often 5; Always 1"},
		{"Telefoon", "12*3|40*2|7|25|30", "number 8"},
		{"Naam", "Ja*6|Nee*4", "single 10; Ja 6; Nee 4"},
		{"Openingstijd op maandag", "09:00*4|08:30*6", "single 10; 08:30 6; 09:00 4"},
		{"Hoeveel vragen per uur?", "20240*2|20300|31000", "number 4"},
	})
}

// Personal data and dates are no questions.
func TestNoQuestions(t *testing.T) {
	for _, c := range [][2]string{
		{"Telefoon", "0612345678|0687654321|0201234567"},
		{"Telefoon", "12345*3|54321"},
		{"Naam", "Jan|Piet|Jan|Klaas"},
		{"Postcode", "1234*2|5678"},
		{"User ID", "1|2|3|1"},
		{"Datum", "12-3-2024*4|13-3-2024*3|14-3-2024*2|15-3-2024"},
		{"Date", "3/12/2024*4|3/13/2024*3"},
		{"Sinds wanneer gebruikt u WhatsApp?", "2019-01-01*3|2020-03-01*2"},
		{"Tijdstip", "09:00*4|10:30*3|11:45"},
		{"Afspraak", "1-2-2024|2-2-2024|5-3-2024|7-3-2024|8-4-2024|9-5-2024"},
	} {
		f := columnOf("generic", c[0], strings.Split(c[1], "|")...)
		if cb := Infer(f); len(cb.Questions) > 0 {
			t.Errorf("%s: %s of %s", c[0], cb.Questions[0].Kind, c[1])
		}
	}
}

// A few short answers in people's own words are text; a few options are not.
func TestFewShortTexts(t *testing.T) {
	checkKinds(t, "generic", []kindCase{
		{"Wat wilt u nog kwijt?", "Goed dat dit er is|Meer tijd graag|Succes met alles|Tot volgend jaar|Dank voor de vragen|Te veel vragen hoor|Leuk onderzoek dit|Stuur het rapport", "open 8"},
		{"Wat gaat er goed?", "Snelle antwoorden|De korte lijnen|Samenwerken met KCC|Veel minder bellers", "open 4"},
		{"Welke afdeling?", "Publiekszaken en KCC|Communicatie en web|Dienstverlening breed|Informatievoorziening",
			"single 4; Communicatie en web 1; Dienstverlening breed 1; Informatievoorziening 1; Publiekszaken en KCC 1"},
	})
}

// A clock of twelve hours goes with dates that begin with the month.
func TestMonthFirstByHalfDays(t *testing.T) {
	for cells, want := range map[string]dateOrder{
		"3/4/2024 9:15 AM|5/6/2024 2:30 PM":   monthFirst,
		"13/4/2024 9:15 AM|5/6/2024 2:30 PM":  dayFirst,
		"3-4-2024 9:15 AM|5-6-2024 2:30 PM":   dayFirst,
		"3/4/2024 9:15|5/6/2024 14:30":        dayFirst,
		"2024-03-04 9:15 AM|2024-05-06 02:30": yearFirst,
	} {
		texts, _ := cellsOf(strings.Split(cells, "|")...)
		n, ok := datesOf(dictOf(texts), "nl")
		if diff := cmp.Diff(want, n.order); !ok || diff != "" {
			t.Errorf("%s: %v %s", cells, ok, diff)
		}
	}
}
