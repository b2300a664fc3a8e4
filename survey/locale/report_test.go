package locale

import (
	"reflect"
	"strings"
	"testing"
)

// both returns the report words in Dutch and in English.
func both(t *testing.T) (nl, en ReportWords) {
	t.Helper()
	d, err := For("nl")
	if err != nil {
		t.Fatal(err)
	}
	e, err := For("en")
	if err != nil {
		t.Fatal(err)
	}
	return d.Report(), e.Report()
}

func TestReportWordsExistInBothLanguages(t *testing.T) {
	nl, en := both(t)
	// Words that are the same in both languages.
	same := map[string]bool{"Net(topic,key)": true, "SHA256(x)": true, "SHA-256": true, "n": true, "id": true}
	check := func(name, dutch, english string) {
		if dutch == "" || english == "" {
			t.Errorf("%s is empty: %q, %q", name, dutch, english)
		}
		if dutch == english && !same[name] && !same[dutch] {
			t.Errorf("%s is the same in both languages: %q", name, dutch)
		}
	}
	for _, pair := range [][2]any{
		{nl.Headings(), en.Headings()}, {nl.Columns(), en.Columns()}, {nl.Inspection(), en.Inspection()},
	} {
		d, e := reflect.ValueOf(pair[0]), reflect.ValueOf(pair[1])
		for i := range d.NumField() {
			check(d.Type().Name()+"."+d.Type().Field(i).Name, d.Field(i).String(), e.Field(i).String())
		}
	}
	for _, topic := range []string{"respondents", "coverage", "bounds", "channels", "adoption", "consideration", "satisfaction", "praise", "concern",
		"reasons", "barriers", "any-barrier", "volume", "change", "ownership", "words", "themes", "question"} {
		check(topic, nl.Topic(topic), en.Topic(topic))
	}
	for _, key := range []string{"projection", "plans", "considers", "top-two", "bottom-two", "rise", "fall", "mean", "trimmed", "median",
		"lower-quartile", "upper-quartile", "respondents", "population", "response", "share", "covered", "inhabitants"} {
		check(key, nl.Net("satisfaction", key)+"/"+nl.Net("question", key), en.Net("satisfaction", key)+"/"+en.Net("question", key))
		if nl.Net("question", key) == key {
			t.Errorf("no Dutch word for %s", key)
		}
	}
	for _, s := range []string{"hidden-small", "hidden-others", "hidden-extreme", "hidden-imprecise", "no-answers", "unknown", "not-estimated"} {
		check(s, nl.Status(s), en.Status(s))
		check(s, nl.HiddenNote(s), en.HiddenNote(s))
	}
	for _, n := range []string{"few-answers", "no-interval", "extreme", "all-equal", "rounded", "pooled", "exact",
		"effective-base", "wide", "relatively-wide", "wide-of-possible", "all-or-none", "few-freedom", "complement"} {
		check(n, nl.Note(n), en.Note(n))
	}
	for _, m := range []string{"wilson", "hypergeometric", "t", "yuen", "order-statistics", "linearised-ratio", "part-of-whole", "worst-case"} {
		check(m, nl.Method(m), en.Method(m))
	}
	for _, b := range []string{"respondents", "routed", "answered", "ticked", "non-users", "everyone"} {
		check(b, nl.BaseOf(b, nil, ""), en.BaseOf(b, nil, ""))
	}
	for _, r := range []string{"blank", "no-person", "test", "no-answer", "duplicate", "filter", "outside", "repeat"} {
		check(r, nl.DropReason(r), en.DropReason(r))
	}
	for _, a := range []string{"not-asked", "not-shown", "skipped", "blank", "refused", "invalid", "out-of-base", "dont-know"} {
		check(a, nl.AccountPart(a, 3), en.AccountPart(a, 3))
	}
}

func TestReportSentences(t *testing.T) {
	nl, en := both(t)
	for _, tc := range []struct{ got, want string }{
		{nl.TookPart(1, true), "1 organisatie deed mee"},
		{nl.TookPart(1117, true), "1.117 organisaties deden mee"},
		{en.TookPart(2, true), "2 organisations took part"},
		{nl.Organisations(1), "1 organisatie"},
		{en.Answers(1), "1 answer"},
		{nl.Rows(1), "1 rij"},
		{nl.WhoTookPart(3, []string{"2 gemeenten", "1 provincie"}), "3 organisaties deden mee: 2 gemeenten en 1 provincie."},
		{nl.WhoTookPart(3, nil), "3 organisaties deden mee."},
		{nl.Uses("WhatsApp", nl.Figure(56./117, 56, 117)) + nl.IfPlansHold("zeven op de tien", 80./117, 80, 117),
			"WhatsApp: 48% (56 van 117) gebruikt het nu; zeven op de tien (80 van 117, 68%) als alle plannen doorgaan"},
		{nl.IfPlansHold("", 47./117, 47, 117), "; 40% (47 van 117) als alle plannen doorgaan"},
		{en.IfPlansHold("seven in ten", 80./117, 80, 117), "; seven in ten (80 of 117, 68%) would if every plan goes ahead"},
		{nl.Intentions("Chat", "12% (14 van 117)", "", ""), "Chat: 12% (14 van 117) begint zeker binnen een jaar."},
		{nl.Intentions("Chat", "", "", ""), ""},
		{nl.Considers("Live chat", 0.75, 78, 104, ""), "Live chat: 75% (78 van de 104 die het niet gebruiken of uitproberen) overweegt het."},
		{nl.Satisfied("WhatsApp", "86% (50 van 58)", ""), "Tevreden over WhatsApp: 86% (50 van 58)."},
		{nl.Satisfied("", "86% (50 van 58)", "3% (2 van 58)"), "Tevreden: 86% (50 van 58); ontevreden: 3% (2 van 58)."},
		{nl.ChangeFinding(37, 14, 117, 37./117, 14./117, ""), "Klantcontact: 37 van 117 organisaties (32%) zien een stijging, 14 (12%) een daling."},
		{nl.ChangeFinding(1, 0, 5, 0.2, 0, ""), "Klantcontact: 1 van 5 organisaties (20%) ziet een stijging, 0 (0%) een daling."},
		{nl.Volume(Volume{Channel: "WhatsApp", Unit: "per uur", Median: "2", Base: 56}), "Drukte via WhatsApp: mediaan 2 per uur (56 organisaties)."},
		{nl.ExactCount(4, 17, 25, "veiligheidsregio's"), "4 tot 17 van de 25 veiligheidsregio's"},
		{en.ExactCount(4, 17, 25, ""), "4 to 17 of the 25 organisations"},
		{nl.ExactCount(12, 12, 12, "provincies"), "12 van de 12 provincies"},
		{nl.Interval(0.95), "95%-interval"},
		{en.Interval(0.995), "99.5% interval"},
		{nl.Quote("Minder afhakers."), "‘Minder afhakers’"},
		{nl.NotShown([]string{"GGD", "provincie"}, "hidden-small"), "Niet getoond: GGD en provincie (te weinig antwoorden)."},
		{nl.RowsRead("a.csv", "", 3, 2, []string{nl.Dropped("test", 1)}), "a.csv: 3 rijen gelezen, 2 gebruikt; weggelaten: 1 als test gemarkeerd."},
		{nl.Condition("WhatsApp", []string{"Ja", "Proef"}), "‘WhatsApp’ ‘Ja’ of ‘Proef’ antwoordde"},
		{en.Condition("WhatsApp", []string{"Yes"}), "“Yes” to “WhatsApp”"},
		{nl.ShortNotices(true, true), "niet voor publicatie; verzonnen antwoorden"},
		{en.ShortNotices(false, false), ""},
		{nl.Frame("f.csv", "2018-01-01", nil), "Aantallen organisaties op 1 januari 2018 uit f.csv."},
		{nl.Fold("snle", "snel", 1), "‘snle’ telt mee bij ‘snel’ (1 antwoord)"},
		{nl.Delimiter(';'), "puntkomma (;)"},
	} {
		if tc.got != tc.want {
			t.Errorf("got  %q\nwant %q", tc.got, tc.want)
		}
	}
}

func TestProjectionIsCalledOne(t *testing.T) {
	nl, en := both(t)
	for _, s := range []string{nl.Net("adoption", "projection"), nl.MethodProjection(), en.Net("adoption", "projection"), en.MethodProjection()} {
		if !strings.Contains(s, "projecti") {
			t.Errorf("%q does not say that it is a projection", s)
		}
	}
}
