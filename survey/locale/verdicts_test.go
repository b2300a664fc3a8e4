package locale

import (
	"strings"
	"testing"
)

func TestVerdictsInWords(t *testing.T) {
	nl, en := mustFor(t, "nl"), mustFor(t, "en")
	large := Contrast{
		Topic: "adoption", Channel: "Live chat", More: nl.LargeBodies("gemeenten", "100.000 en meer"), Less: nl.InClass("gemeenten", "Tot 20.000", true),
		MoreFigure: "68% (13 van 19)", LessFigure: "36% (5 van 14)", Evidence: nl.Corrected("p = 0,004", 6), Others: 1, Seen: 57.2,
	}
	for _, tc := range []struct{ got, want string }{
		{nl.Report().Differs(large), "Grote gemeenten (100.000 en meer) gebruiken live chat vaker dan gemeenten in de klasse ‘Tot 20.000’: 68% (13 van 19) tegen " +
			"36% (5 van 14); verschil aangetoond met p = 0,004 na correctie voor 6 vergelijkingen. Ook bij 1 ander tweetal."},
		{nl.Report().NotDistinguishable(large), "Gebruik van live chat: tussen grote gemeenten (100.000 en meer) met 68% (13 van 19) en gemeenten in de klasse " +
			"‘Tot 20.000’ met 36% (5 van 14) is geen verschil aan te tonen (p = 0,004 na correctie voor 6 vergelijkingen); een verschil valt hier meestal pas op vanaf 58 procentpunt."},
		{en.Report().NotDistinguishable(Contrast{Topic: "change", More: "provinces", Less: "towns", MoreFigure: "8%", LessFigure: "7%", Evidence: "p = 0.900"}),
			"Rise in customer contact: between provinces at 8% and towns at 7% no difference could be shown (p = 0.900)."},
		{en.Report().Differs(Contrast{Topic: "ownership", Channel: "KCC", More: "provinces", Less: "towns", MoreFigure: "80%", LessFigure: "7%", Evidence: "p = 0.010", Others: 2}),
			"Who does webcare: “KCC” more often at provinces than at towns: 80% against 7%; difference found by p = 0.010. So it was for 2 other pairs."},
		{nl.MoreAnswers(10, Members{"gemeenten", 380}, Members{"veiligheidsregio's", 25}, 91, 17, false, true, true),
			" Een verschil van 10 procentpunt tussen die groepen valt meestal op met ongeveer 91 antwoorden meer van gemeenten en 17 antwoorden meer van " +
				"veiligheidsregio's (dan hebben alle 25 veiligheidsregio's geantwoord)."},
		{nl.MoreAnswers(10, Members{"gemeenten", 0}, Members{"veiligheidsregio's", 25}, 999, 17, false, true, false),
			" Ook als alle 25 veiligheidsregio's antwoorden, valt een verschil van 10 procentpunt met deze toets meestal niet op."},
		{en.MoreAnswers(33.3, Members{"towns", 0}, Members{"regions", 25}, 0, 1, false, false, true),
			" A difference of 33 percentage points between those groups mostly shows with about another 1 answer from regions."},
		{en.MoreAnswers(10, Members{"towns", 0}, Members{"regions", 0}, 9, 9, false, false, false), ""},
		{nl.Report().AmongUsers(Among{Channel: "WhatsApp", Option: "‘KCC’", Figure: "20% (2 van 10)", Whole: "31% (36 van 117)", Difference: "−11 procentpunt",
			Interval: "95%-interval −30 tot +8", Verdict: "undecided", Evidence: "p = 0,300", Seen: 28}),
			"Onder gebruikers van WhatsApp: ‘KCC’ 20% (2 van 10), niet te onderscheiden van alle deelnemers, 31% (36 van 117); verschil: −11 procentpunt (95%-interval −30 tot +8; p = 0,300; een verschil valt hier meestal pas op vanaf 28 procentpunt)."},
		{en.Report().AmongUsers(Among{Channel: "Live chat", Option: "“KCC”", Figure: "20% (2 of 10)", Difference: "−11 percentage points"}),
			"Among users of live chat: “KCC” 20% (2 of 10); difference from all respondents: −11 percentage points."},
		{en.Report().NotCompared("Type", "", 10), "Differences by “Type” can't be tested: no group has enough answers (at least 10)."},
	} {
		if tc.got != tc.want {
			t.Errorf("got  %s\nwant %s", tc.got, tc.want)
		}
	}
	for _, l := range []*Locale{nl, en} {
		for _, topic := range []string{"adoption", "satisfaction", "change", "ownership"} {
			s := l.Report().NotDistinguishable(Contrast{Topic: topic, Seen: 12})
			for _, word := range []string{"gelijk", "zelfde", "evenveel", "equal", "same", "no difference between"} {
				if strings.Contains(s, word) {
					t.Errorf("%s says that two are alike: %s", topic, s)
				}
			}
		}
		if !strings.Contains(l.Report().MethodDifferences(0.05, l.Adjustment("")), "Holm") {
			t.Error("the method does not name its correction")
		}
	}
}
