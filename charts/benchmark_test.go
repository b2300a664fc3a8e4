package charts

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
)

// figure is the value of one organisation: a number without a margin.
func figure(v float64) analysis.Estimate {
	return analysis.Estimate{Status: analysis.Estimated, Value: v, Method: analysis.NoInterval}
}

func verdict(c contrast.Conclusion) analysis.Verdict { return analysis.Verdict{Conclusion: c} }

// comparing is an organisation beside its size class and everyone.
func comparing() Comparing {
	return Comparing{
		Name: "benchmark-duindorp", Own: "Gemeente Duindorp", Peers: "Gemeenten van 50.000–99.999 inwoners", Everyone: "Alle organisaties",
		PeersN: 27, EveryoneN: 117, Source: "Bron: fictieve gegevens.",
		Indicators: []Indicator{
			{Heading: "Kanalen in gebruik", Label: "WhatsApp", Answer: "Ja", Peers: share(14, 27), Everyone: share(56, 117)},
			{Heading: "Kanalen in gebruik", Label: "Live chat", Answer: "Nee", Peers: share(4, 27), Everyone: share(13, 117)},
			{Heading: "Kanalen in gebruik", Label: "Instagram", Answer: "Ja", Peers: hidden(analysis.HiddenSmall), Everyone: share(66, 117)},
			{Heading: "Service en bezetting", Label: "Appjes binnen 1 uur beantwoord", Own: figure(0.71), Peers: share(17, 27), Everyone: share(68, 117), Polarity: MoreIsBetter, Verdict: verdict(contrast.Higher)},
			{Heading: "Service en bezetting", Label: "Webcare bij het KCC (uren)", Own: figure(0.22), Peers: share(9, 27), Everyone: share(36, 117), Verdict: verdict(contrast.Lower)},
			{Heading: "Service en bezetting", Label: "Webcare buiten kantooruren", Own: figure(0.30), Peers: share(8, 27), Everyone: share(28, 117), Polarity: MoreIsBetter, Verdict: verdict(contrast.Undecided)},
			{Heading: "Service en bezetting", Label: "Medewerkers getraind", Own: figure(0.46), Peers: hidden(analysis.HiddenOthers), Everyone: share(80, 117), Polarity: MoreIsBetter},
			{Heading: "Oordeel van inwoners", Label: "Tevreden over WhatsApp", Own: figure(0.81), Peers: share(23, 27), Everyone: share(100, 117), Polarity: MoreIsBetter, Verdict: verdict(contrast.Undecided)},
			{Heading: "Oordeel van inwoners", Label: "Klachten over wachttijd", Own: figure(0.09), Peers: share(5, 27), Everyone: share(22, 117), Polarity: LessIsBetter, Verdict: verdict(contrast.Lower)},
			{Heading: "Oordeel van inwoners", Label: "Tevreden over webcare", Peers: share(6, 9), Everyone: share(80, 117)},
		},
	}
}

func mustChart(t testing.TB) func(Chart, error) Chart {
	return func(c Chart, err error) Chart {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
}

// pairing is two waves of six channels.
func pairing() Pairing {
	return Pairing{
		Name: "kanalen-2017-2018", Title: "Gebruik van kanalen", Subtitle: "Percentage van alle respondenten (2017: n = 104; 2018: n = 117)",
		Before: "2017", After: "2018", Waves: true, Source: "Bron: fictieve gegevens.",
		Pairs: []Pair{
			{Label: "Facebook", Before: share(100, 104), After: share(113, 117), Verdict: verdict(contrast.Undecided)},
			{Label: "Instagram", Before: share(40, 104), After: share(64, 117), Verdict: verdict(contrast.Higher)},
			{Label: "WhatsApp", Before: share(34, 104), After: share(56, 117), Verdict: verdict(contrast.Higher)},
			{Label: "Live chat", Before: share(9, 104), After: share(13, 117), Verdict: verdict(contrast.Undecided)},
			{Label: "Telefoon", Before: share(104, 104), After: share(117, 117), Verdict: verdict(contrast.Undecided)},
			{Label: "Fax", Before: share(30, 104), After: share(0, 117), Verdict: verdict(contrast.Lower)},
			{Label: "Chatbot", Before: hidden(analysis.HiddenSmall), After: share(8, 117)},
		},
	}
}

// linesTrials are charts at the edges of what can be drawn, of the kinds that
// compare and that run over time.
func linesTrials(t testing.TB) map[string]Chart {
	must := mustChart(t)
	all := map[string]Chart{}
	for _, tag := range []string{"nl", "en"} {
		l := language(t, tag)
		c, p := comparing(), pairing()
		all["benchmark "+tag] = must(c.Chart(l))
		all["dumbbell "+tag] = must(p.Chart(l))
	}
	nl := dutch(t)
	extreme := func(rows int, label string) Comparing {
		c := comparing()
		c.Indicators = nil
		for i := range rows {
			x := i % 5
			c.Indicators = append(c.Indicators, Indicator{
				Heading: []string{"Eerste groep", "Tweede groep"}[2*i/rows], Label: fmt.Sprintf(label, i), Own: figure(float64(x) / 4), Peers: share(4-x, 4), Everyone: share(x, 4),
				Polarity: Polarity(i % 3), Verdict: verdict([]contrast.Conclusion{contrast.Higher, contrast.Lower, contrast.Undecided, ""}[i%4]),
			})
		}
		return c
	}
	for name, c := range map[string]Comparing{
		"benchmark, 1 row": extreme(1, "Rij %d"), "benchmark, 20 rows": extreme(20, "Gemeente ÉÏĳ %d"),
		"benchmark, long labels": extreme(5, longLabel+" %d"),
	} {
		all[name] = must(c.Chart(nl))
	}
	answers := extreme(8, "Vraag %d")
	for i := range answers.Indicators {
		in := &answers.Indicators[i]
		in.Own, in.Answer, in.Stand = analysis.Estimate{}, []string{"ja", "nee", ""}[i%3], Outcome{}
		if i%4 == 1 {
			in.Stand = Outcome{Direction: Up, Word: "u wel, de meesten niet"}
		}
	}
	all["benchmark, answers alone"] = must(answers.Chart(nl))
	equal := extreme(4, "Rij %d")
	for i := range equal.Indicators {
		in := &equal.Indicators[i]
		v := float64(i) / 3
		in.Own, in.Peers, in.Everyone = figure(v), share(i, 3), share(i, 3)
	}
	all["benchmark, all equal"] = must(equal.Chart(nl))
	gone := extreme(6, "Rij %d")
	for i := range gone.Indicators {
		in := &gone.Indicators[i]
		in.Peers = hidden(analysis.HiddenOthers)
		if i%2 == 0 {
			in.Everyone = hidden(analysis.HiddenSmall)
		}
		if i == 4 {
			in.Own = analysis.Estimate{}
		}
	}
	all["benchmark, hidden peers"] = must(gone.Chart(nl))
	return all
}

// TestAnswersAloneHaveNoDifference: where every own answer is a word there is no
// column of differences and no key to a mark that is nowhere, but what is said of
// the answer stands beside it.
func TestAnswersAloneHaveNoDifference(t *testing.T) {
	c := comparing()
	c.Indicators = c.Indicators[:2]
	c.Indicators[0].Stand = Outcome{Direction: Up, Word: "u wel, de meesten niet"}
	chart := mustChart(t)(c.Chart(language(t, "nl")))
	if len(chart.Columns) != 1 || !chart.Columns[0].Strong {
		t.Errorf("columns are %+v", chart.Columns)
	}
	var b bytes.Buffer
	if err := SVG(&b, chart, Usual()); err != nil {
		t.Fatal(err)
	}
	drawing := b.String()
	_, shown, _ := strings.Cut(drawing, "</desc>")
	for text, want := range map[string]int{">u wel, de meesten niet<": 1, ">uw organisatie<": 1, "verschil met": 0, ">Gemeente Duindorp<": 0, ">Ja<": 1} {
		if got := strings.Count(shown, text); got != want {
			t.Errorf("%q is drawn %d times, want %d", text, got, want)
		}
	}
	if !strings.Contains(chart.Alt, "u wel, de meesten niet") {
		t.Errorf("the text alternative leaves out what is said of an answer: %s", chart.Alt)
	}
}
