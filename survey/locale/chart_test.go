package locale

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestChartWordsExistInEachLanguage(t *testing.T) {
	nl, en := reflect.ValueOf(mustFor(t, "nl").ChartWords()), reflect.ValueOf(mustFor(t, "en").ChartWords())
	same := map[string]bool{"Interval": true, "Answers": true, "ByType": true}
	for i := range nl.NumField() {
		name := nl.Type().Field(i).Name
		if d, e := nl.Field(i).String(), en.Field(i).String(); d == "" || e == "" || d == e != same[name] {
			t.Errorf("%s is %q in Dutch and %q in English", name, d, e)
		}
	}
}

func TestChartSentences(t *testing.T) {
	nl, en := mustFor(t, "nl"), mustFor(t, "en")
	day := func(m time.Month, d int) time.Time { return time.Date(2018, m, d, 0, 0, 0, 0, time.UTC) }
	tests := []struct{ got, want string }{
		{nl.ChartUses("WhatsApp", 0.48), "Bijna de helft van de organisaties die meededen gebruikt WhatsApp"},
		{nl.ChartUses("Live chat", 0.4), "Vier op de tien organisaties die meededen gebruiken live chat"},
		{nl.ChartUses("live chat", 0.11), "Een op de tien organisaties die meededen gebruikt live chat"},
		{nl.ChartEstimated(nl.ChartUses("WhatsApp", 0.48)), "Bijna de helft van de organisaties gebruikt WhatsApp (schatting)"},
		{en.ChartEstimated(en.ChartUses("WhatsApp", 0.7)), "Seven in ten organisations use WhatsApp (estimate)"},
		{nl.ChartWeighted(nl.ChartBase("respondents", "", 117)), "Gewogen percentage van alle respondenten (n = 117)"},
		{nl.ChartUses("live chat", 0.12), "Live chat: 12% gebruikt het nu"},
		{en.ChartUses("WhatsApp", 0.7), "Seven in ten organisations that took part use WhatsApp"},
		{nl.ChartUses("ijsbericht", 0.12), "IJsbericht: 12% gebruikt het nu"},
		{nl.Small("Zeer tevreden"), "zeer tevreden"}, {nl.Small("Één keer"), "één keer"}, {nl.Small("KCC"), "KCC"}, {nl.Small("7 (hoog)"), "7 (hoog)"}, {nl.Small(""), ""},
		{nl.ChartUseOf("Live chat"), "Gebruik van live chat"},
		{nl.ChartUseOf("Facebook"), "Gebruik van Facebook"},
		{nl.ChartBase("respondents", "", 117), "Percentage van alle respondenten (n = 117)"},
		{nl.ChartBase("routed", "", 0), "Percentage van de respondenten aan wie dit is gevraagd"},
		{en.ChartBase("non-users", "Live chat", 1104), "Percentage of respondents without live chat (n = 1,104)"},
		{nl.ChartNamed("barriers", "WhatsApp", "59%", "geen tijd"), "59% noemt ‘geen tijd’ als drempel voor WhatsApp"},
		{nl.ChartNamed("question", "kanaal", "59%", "post"), "Kanaal: 59% noemt ‘post’"},
		{nl.ChartInterval(0.95), "met 95%-betrouwbaarheidsinterval"},
		{nl.ChartInterval(0.995), "met 99,5%-betrouwbaarheidsinterval"},
		{nl.ChartNotes().Rest([]string{"proef", "later", "nee"}), "‘Overig’: proef, later of nee."},
		{nl.ChartSource("Bureau", "Studie", 117, day(10, 1), day(11, 2), true, true),
			"Bron: Bureau, Studie, 117 respondenten, veldwerk 1 oktober – 2 november 2018. Fictieve gegevens. Niet voor publicatie."},
		{en.ChartSource("", "", 1, time.Time{}, time.Time{}, false, false), "Source: 1 respondent."},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestChartNeverSpeaksForAllThatExist(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		l := mustFor(t, tag)
		for p := 0.0; p <= 1; p += 0.01 {
			title := l.ChartUses("WhatsApp", p)
			if words, _, ok := l.FractionOf(p, ""); ok && !strings.Contains(title, l.ChartRespondents()) {
				t.Errorf("%q says %q of whom?", title, words)
			}
		}
	}
}
