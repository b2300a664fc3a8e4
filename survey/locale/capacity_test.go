package locale

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestCapacityWordsExistInBothLanguages(t *testing.T) {
	nl, en := mustFor(t, "nl").Capacity(), mustFor(t, "en").Capacity()
	same := []string{"fte/FTE", "e-mail/e-mail"}
	check := func(name, d, e string) {
		if d == "" || e == "" || d == e && !slices.Contains(same, d+"/"+e) {
			t.Errorf("%s: %q, %q", name, d, e)
		}
	}
	d, e := reflect.ValueOf(nl.Headings()), reflect.ValueOf(en.Headings())
	for i := range d.NumField() {
		check(d.Type().Field(i).Name, d.Field(i).String(), e.Field(i).String())
	}
	for _, work := range []string{"none", "mail", "phone", "peak"} {
		check(work, nl.OtherWork(work), en.OtherWork(work))
	}
	check("everyone", nl.Everyone(), en.Everyone())
	check("own", nl.OwnVolume(), en.OwnVolume())
	check("given", nl.Given(), en.Given())
	check("endless", nl.Endless(), en.Endless())
	check("even", nl.Even(), en.Even())
	check("office hours", nl.OfficeHours(), en.OfficeHours())
	check("too much", nl.TooMuch(), en.TooMuch())
	check("few", nl.Few(), en.Few())
	for _, chats := range []bool{false, true} {
		for _, patient := range []bool{false, true} {
			for i, text := range nl.Method("0,1", "0,2", chats, patient) {
				check("method", text, en.Method("0.1", "0.2", chats, patient)[i])
			}
		}
	}
	b := CapacityBasis{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q"}
	one, other := nl.Assumptions(b), en.Assumptions(b)
	if len(one) != reflect.TypeOf(b).NumField() || len(one) != len(other) {
		t.Fatalf("%d and %d assumptions of %d", len(one), len(other), reflect.TypeOf(b).NumField())
	}
	for i, a := range one {
		if a.What == "" || a.Source == "" || other[i].What == "" || a.Value != other[i].Value {
			t.Errorf("assumption %+v, %+v", a, other[i])
		}
	}
	if got := nl.Assumptions(CapacityBasis{Peak: "2×"}); len(got) != 1 || got[0].Flag != "--peak" {
		t.Errorf("only the peak plays a part: %+v", got)
	}
}

func TestCapacitySentences(t *testing.T) {
	nl, en := mustFor(t, "nl").Capacity(), mustFor(t, "en").Capacity()
	need := Need{Unit: "vragen per uur", PerHour: 1, Least: 1, Most: 1, Busy: 0.16, FreeHours: 33.6, OpenHours: 40, FTE: 1.587, WorkFTE: 0.25, Roster: 2, Shrinkage: 0.3, Room: 4.12}
	busy := Need{Unit: "gesprekken per uur", PerHour: 12.5, Least: 2, Most: 3, Busy: 0.62, Room: 20.3}
	for _, tt := range [][2]string{
		{nl.Presence(need), "Voor 1 vraag per uur is toch altijd één mens nodig. Die is 16% van de tijd bezig; 34 van de 40 uur per week blijven over voor ander werk."},
		{en.Presence(need), "For 1 question per hour one person is still needed, all the time. That person is busy 16% of the time; 34 of the 40 hours per week are left for other work."},
		{nl.Presence(busy), "Voor 12,5 gesprekken per uur zijn 2 tot 3 mensen tegelijk nodig. Zij zijn 62% van de tijd met minstens één contact bezig."},
		{nl.Room(need), "Een tweede mens is pas nodig boven ongeveer 4,1 vragen per uur."},
		{en.Room(busy), "3 people can take up to some 20 conversations per hour."},
		{nl.Spread("vragen per uur", 1, 4, 1, 1, 1), "Of het er 1 of 4 per uur zijn, maakt niet uit: het blijft 1 mens."},
		{nl.Spread("vragen per uur", 1, 9, 1, 2, 1), "Is het rustiger (1 vraag per uur), dan vraagt het 1 mens; is het drukker (9 vragen per uur), dan 2 mensen."},
		{nl.Uncertain(1, 15, 1, 3), "De mediaan is niet zeker: tussen 1 en 15 per uur is het 1 tot 3 mensen."},
		{nl.Slower("80% in 30 s", "80% in 5 min", 1, 0, 0, 0, 0), "‘80% in 5 min’ beloven in plaats van ‘80% in 30 s’ scheelt geen mensen: er moet toch iemand zijn."},
		{nl.Slower("80% in 30 s", "80% in 5 min", 3, 0, 0, 0, 0), "‘80% in 5 min’ beloven in plaats van ‘80% in 30 s’ scheelt geen mensen: ook dan zijn er 3 nodig."},
		{nl.Slower("80% in 30 s", "80% in 5 min", 3, 0, 0.4, 0, 0), "‘80% in 5 min’ beloven in plaats van ‘80% in 30 s’ scheelt 0,4 fte, maar op het drukste moment geen mens."},
		{nl.Slower("80% in 30 s", "80% in 5 min", 3, 1, 1.59, 7.0/3600, 126.0/3600), "‘80% in 5 min’ beloven in plaats van ‘80% in 30 s’ scheelt 1 mens tegelijk en 1,6 fte. Wachten duurt dan gemiddeld 2,1 min in plaats van 7 s."},
		{en.Slower("80% in 5 min", "80% in 30 s", 2, -1, -1.59, 0, 0), "To promise “80% in 30 s” instead of “80% in 5 min” costs 1 person at the same time and 1.6 FTE more."},
		{nl.WithMail(0.04), "Voor e-mail of webcare erbij is hier geen tijd: daar blijft 4% van de tijd voor over."},
		{nl.Promise(0.8, 30.0/3600), "80% in 30 s"},
		{nl.Lasting(1.5), "90 min"},
		{nl.Lasting(2.5), "2,5 uur"},
		{en.Lasting(1e-5), "< 1 s"},
		{en.Lasting(0), "0 s"},
		{en.Lasting(0.25), "15 min"},
	} {
		if tt[0] != tt[1] {
			t.Errorf("got  %s\nwant %s", tt[0], tt[1])
		}
	}
	if s := nl.WithPhone(0.5, 0.8, 0.9, 0.85, true); !strings.HasPrefix(s, "Ook als telefoon") {
		t.Error(s)
	}
	if s := nl.WithPhone(0.5, 0.8, 0.9, 0, false); !strings.HasPrefix(s, "Combineer het liever niet") || !strings.HasSuffix(s, "niet te doen.") {
		t.Error(s)
	}
	if s := nl.WithPhone(0.5, 0.8, 0.6, 0.4, true); !strings.Contains(s, "60%") || !strings.Contains(s, "40%") {
		t.Error(s)
	}
}

// TestCapacityGrowthSentences: what stays as it is, what changes, and the range only where
// there is one.
func TestCapacityGrowthSentences(t *testing.T) {
	nl, en := mustFor(t, "nl"), mustFor(t, "en")
	for _, tt := range [][2]string{
		{nl.Capacity().Grows("41%", 3, 1, 2, 1, 4), "Groeit de drukte elk jaar met 41%, dan zijn over 3 jaar 2 mensen tegelijk nodig (van 1 tot 4, als alles tegelijk laag of hoog uitvalt)."},
		{en.Capacity().Grows("41%", 1, 1, 1, 1, 1), "If the volume grows by 41% each year, 1 person at once will still do in 1 year."},
		{en.Capacity().Grows("50%", 2, 2, 4, 4, 4), "If the volume grows by 50% each year, it takes 4 people at once in 2 years."},
		{nl.Capacity().Doubles("vragen per uur", 2, 1, 1, 1.6), "Ook als het twee keer zo druk wordt (2 vragen per uur) blijft het 1 mens."},
		{en.Capacity().Doubles("vragen per uur", 30, 3, 5, 7.94), "If it becomes twice as busy (30 questions per hour), it takes 5 people at once and 7.9 FTE."},
		{nl.Capacity().Most("", 0, 0), "Geen van de aannames hieronder verandert hoeveel mensen er nodig zijn."},
		{nl.Capacity().Most("drukte per uur", 1.6, 3.2), "Het meest maakt uit: drukte per uur. Dat scheelt 1,6 tot 3,2 fte; meet dit dus zelf."},
		{nl.Capacity().Growth("41%", "41%", "41%", 2), "41% per jaar, 2 jaar"},
		{en.Capacity().Growth("0%", "41%", "100%", 3), "41% a year (0%–100%), 3 years"},
		{nl.Capacity().Uptake(56, 117, 0.66, 0.57, 0.74, 1.59), "48% (56 van 117) gebruikt het nu; naar hun plannen is dat over een jaar 66% (marge 57–74%). Bij een gewone drukte vraagt elke organisatie 1,6 fte."},
		{nl.Capacity().Own("Duindorp", "vragen per uur", 1), "Duindorp noemde in de enquête 1 vraag per uur."},
		{nl.Capacity().About("Live chat", "Voor 2 gesprekken"), "Live chat: voor 2 gesprekken"},
		{nl.Capacity().InAnAverageHour("Met ander werk"), "Met ander werk (in een gemiddeld uur)"},
		{nl.Capacity().About("", "Voor 2 gesprekken"), "Voor 2 gesprekken"},
		{nl.StaffingEnoughTitle("", 1, "95%", "30 s", "", false), "Eén mens geeft 95% binnen 30 s antwoord"},
		{nl.StaffingEnoughTitle("WhatsApp", 3, "91%", "30 s", "", false), "WhatsApp: 3 mensen geven 91% binnen 30 s antwoord, met één minder loopt het vast"},
		{en.StaffingEnoughTitle("WhatsApp", 3, "91%", "30 s", "45%", false), "WhatsApp: 3 people give 91% an answer within 30 s, with one fewer it is 45%"},
		{nl.StaffingWhen(0, 10), "op maandag om 10 uur"},
		{en.StaffingWhen(6, 9), "on Sunday at 9:00"},
		{nl.Capacity().Share(0.999), ">99%"},
		{nl.Capacity().Share(1), "100%"},
		{nl.Capacity().Share(0.001), "<1%"},
	} {
		if tt[0] != tt[1] {
			t.Errorf("%q, want %q", tt[0], tt[1])
		}
	}
}
