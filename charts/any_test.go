package charts

import (
	"fmt"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey/locale"

	"pgregory.net/rapid"
)

// anyEstimate draws a share, or a figure that is missing.
func anyEstimate(t *rapid.T) analysis.Estimate {
	switch rapid.IntRange(0, 9).Draw(t, "status") {
	case 0:
		return hidden(rapid.SampledFrom([]analysis.Status{analysis.HiddenSmall, analysis.HiddenOthers, analysis.NoAnswers, analysis.NotEstimated}).Draw(t, "why"))
	case 1:
		return figure(rapid.Float64Range(0, 1).Draw(t, "value"))
	}
	n := rapid.IntRange(1, 200).Draw(t, "n")
	return share(rapid.IntRange(0, n).Draw(t, "x"), n)
}

func anyVerdict(t *rapid.T) analysis.Verdict {
	return verdict(rapid.SampledFrom([]contrast.Conclusion{contrast.Higher, contrast.Lower, contrast.Undecided, ""}).Draw(t, "verdict"))
}

// anyChart draws a chart of a kind; one without anything to show is drawn anew.
func anyChart(t *rapid.T, kind Kind, text *rapid.Generator[string]) Chart {
	l, err := locale.For(rapid.SampledFrom([]string{"nl", "en"}).Draw(t, "language"))
	if err != nil {
		t.Fatal(err)
	}
	var c Chart
	switch kind {
	case Benchmark:
		c, err = anyComparing(t, text).Chart(l)
	case Dumbbell:
		p := Pairing{Name: "p", Title: text.Draw(t, "title"), Subtitle: "Percentages", Before: text.Draw(t, "before"), After: text.Draw(t, "after"), Waves: rapid.Bool().Draw(t, "waves")}
		for range rapid.IntRange(1, 16).Draw(t, "rows") {
			p.Pairs = append(p.Pairs, Pair{Label: text.Draw(t, "label"), Before: anyEstimate(t), After: anyEstimate(t), Verdict: anyVerdict(t)})
		}
		c, err = p.Chart(l)
	case Flow:
		c, err = anyShift(t, text).Chart(l)
	case Slope:
		tr := anyTrend(t, text, 2)
		c, err = tr.Slope(l)
	default:
		tr := anyTrend(t, text, rapid.IntRange(1, 10).Draw(t, "moments"))
		c, err = tr.Chart(l)
	}
	if err != nil {
		t.SkipNow()
	}
	return c
}

func anyComparing(t *rapid.T, text *rapid.Generator[string]) *Comparing {
	c := &Comparing{Name: "c", Own: text.Draw(t, "own"), Peers: text.Draw(t, "peers"), Everyone: text.Draw(t, "everyone"), PeersN: 12, EveryoneN: 1234}
	for i := range rapid.IntRange(1, 16).Draw(t, "rows") {
		in := Indicator{Label: text.Draw(t, "label"), Own: anyEstimate(t), Peers: anyEstimate(t), Everyone: anyEstimate(t), Polarity: Polarity(rapid.IntRange(0, 2).Draw(t, "polarity")), Verdict: anyVerdict(t)}
		if rapid.IntRange(0, 3).Draw(t, "answers") == 0 {
			in.Own, in.Answer = analysis.Estimate{}, "Ja"
		}
		if rapid.Bool().Draw(t, "headed") {
			in.Heading = fmt.Sprint("Groep ", i/4)
		}
		c.Indicators = append(c.Indicators, in)
	}
	return c
}

func anyTrend(t *rapid.T, text *rapid.Generator[string], n int) Trend {
	tr := Trend{Name: "t", About: text.Draw(t, "about"), Subtitle: "Percentages"}
	at := 2010.0
	for i := range n {
		at += rapid.Float64Range(0.2, 4).Draw(t, "later")
		m := Moment{At: at, Label: fmt.Sprintf("%.1f", at), N: rapid.IntRange(0, 200).Draw(t, "n"), Break: rapid.IntRange(0, 5).Draw(t, "break") == 0}
		if m.Break {
			m.Why = text.Draw(t, "why")
		}
		if i == n-1 {
			m.Forecast = rapid.Bool().Draw(t, "forecast")
		}
		tr.Moments = append(tr.Moments, m)
	}
	for range rapid.IntRange(1, mostTrends).Draw(t, "lines") {
		line := TrendLine{Label: text.Draw(t, "line"), Verdict: anyVerdict(t)}
		for range n {
			line.Figures = append(line.Figures, anyEstimate(t))
		}
		tr.Series = append(tr.Series, line)
	}
	return tr
}

func anyShift(t *rapid.T, text *rapid.Generator[string]) *Shift {
	n := rapid.IntRange(1, mostGroups).Draw(t, "groups")
	s := &Shift{Name: "s", About: text.Draw(t, "about"), Subtitle: "Organisaties", Before: "2018", After: "2019"}
	for i := range n {
		label := fmt.Sprint(text.Draw(t, "label"), " ", i)
		s.From = append(s.From, ShiftGroup{Label: label, Status: analysis.Estimated})
		s.To = append(s.To, ShiftGroup{Label: label, Status: analysis.Estimated})
	}
	for i := range n {
		var row []Move
		for k := range n {
			m := Move{analysis.Estimated, rapid.SampledFrom([]int{0, 1, 2, 5, 20, 100}).Draw(t, "count")}
			s.From[i].N += m.Count
			s.To[k].N += m.Count
			row = append(row, m)
		}
		s.Moves = append(s.Moves, row)
	}
	if n > 2 && rapid.Bool().Draw(t, "hidden") {
		for _, i := range []int{0, 1} {
			for _, k := range []int{0, 1} {
				s.Moves[i][k] = Move{Status: analysis.HiddenSmall}
			}
		}
	}
	return s
}
