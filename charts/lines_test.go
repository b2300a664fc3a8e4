package charts

import (
	"fmt"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
)

// trendOf is a trend at the moments, with the answers of each line; -1 is a gap
// and -2 a hidden figure.
func trendOf(moments []Moment, n int, counts ...[]int) Trend {
	t := Trend{Name: "trend", About: "Gebruik van kanalen", Subtitle: "Percentage organisaties dat het kanaal gebruikt", Moments: moments, Source: "Bron: fictieve gegevens."}
	for s, c := range counts {
		line := TrendLine{Label: []string{"WhatsApp", "Live chat", "Instagram", "Chatbot", "Telefoon", "Klantcontactcentrum met een lange naam"}[s]}
		for _, x := range c {
			e := share(max(x, 0), n)
			switch x {
			case -1:
				e = analysis.Estimate{}
			case -2:
				e = hidden(analysis.HiddenSmall)
			}
			line.Figures = append(line.Figures, e)
		}
		t.Series = append(t.Series, line)
	}
	return t
}

func years(from, n int) []Moment {
	all := make([]Moment, n)
	for i := range all {
		all[i] = Moment{At: float64(from + i), Label: fmt.Sprint(from + i)}
	}
	return all
}

// forecasted is one line with a forecast at the end.
func forecasted() Trend {
	m := years(2015, 5)
	m[4].Forecast, m[4].Why, m[4].Label = true, "verwachting op basis van voornemens", "eind 2019"
	t := trendOf(m, 100, []int{8, 19, 33, 48, 68})
	t.Series[0].Verdict = verdict(contrast.Higher)
	e := &t.Series[0].Figures[4]
	e.Low, e.High = 0.53, 0.78
	return t
}

// broken is two lines with a break, gaps and unequal distances.
func brokenTrend() Trend {
	m := []Moment{{At: 2012, Label: "2012", N: 84}, {At: 2015, Label: "2015", N: 90}, {At: 2016, Label: "2016", N: 101}, {At: 2018.75, Label: "oktober 2018", N: 117}, {At: 2019, Label: "januari 2019", N: 110}}
	m[3].Break, m[3].Why = true, "andere vraag, ook proeven tellen mee"
	t := trendOf(m, 100, []int{0, 8, 19, 48, 49}, []int{-1, 30, -2, 35, 100})
	t.Series[0].Verdict, t.Series[1].Verdict = verdict(contrast.Undecided), verdict(contrast.Higher)
	return t
}

func timeTrials(t testing.TB) map[string]Chart {
	must, nl := mustChart(t), dutch(t)
	all := map[string]Chart{}
	for _, tag := range []string{"nl", "en"} {
		l := language(t, tag)
		f, b := forecasted(), brokenTrend()
		all["lines, forecast "+tag] = must(f.Chart(l))
		all["lines, break "+tag] = must(b.Chart(l))
		all["lines, projection "+tag] = must(Projection(inventStudy(), l))
	}
	for name, tr := range map[string]Trend{
		"lines, six":        trendOf(years(2013, 6), 100, []int{8, 19, 33, 48, 60, 68}, []int{2, 4, 5, 9, 11, 13}, []int{40, 45, 44, 50, 60, 66}, []int{0, 0, 1, 3, 9, 12}, []int{100, 100, 99, 100, 98, 97}, []int{-1, -1, 60, 62, 65, 67}),
		"lines, one moment": trendOf(years(2018, 1), 117, []int{56}),
		"lines, all equal":  trendOf(years(2013, 6), 100, []int{50, 50, 50, 50, 50, 50}, []int{50, 50, 50, 50, 50, 50}, []int{50, 50, 50, 50, 50, 50}, []int{50, 50, 50, 50, 50, 50}, []int{50, 50, 50, 50, 50, 50}, []int{50, 50, 50, 50, 50, 50}),
		"lines, 0 and 100":  trendOf(years(2013, 3), 100, []int{0, 100, 0}, []int{100, 0, 100}),
		"lines, 24 moments": trendOf(years(1995, 24), 100, []int{1, 3, 2, 5, 8, 9, 9, 12, 14, 18, 20, 22, 25, 23, 27, 30, 31, 35, 40, 41, 44, 47, 48, 50}, []int{90, 88, 80, 70, 75, 66, 60, 61, 50, 40, 44, 33, 31, 25, 27, 22, 20, 19, 17, 11, 9, 5, 3, 2}),
		"lines, hidden":     trendOf(years(2013, 5), 100, []int{10, -2, 30, -1, 40}),
		"lines, ends early": trendOf(years(2013, 5), 100, []int{10, 20, 30, 35, 40}, []int{50, 45, -1, -1, -1}),
	} {
		all[name] = must(tr.Chart(nl))
	}
	m := years(2017, 2)
	s := trendOf(m, 100, []int{33, 48}, []int{9, 11}, []int{38, 55}, []int{0, 10}, []int{100, 97}, []int{37, 50})
	all["slope, six"] = must(s.Slope(nl))
	s = trendOf(m, 100, []int{33, 48}, []int{60, -2})
	all["slope, hidden"] = must(s.Slope(nl))
	n := forecasted()
	n.Number = true
	for i := range n.Series[0].Figures {
		e := &n.Series[0].Figures[i]
		e.Value, e.Low, e.High = e.Value*12345, e.Low*12345, e.High*12345
	}
	all["lines, numbers"] = must(n.Chart(nl))
	crowd := years(2013, 6)
	for i := range crowd {
		crowd[i].Label, crowd[i].Break, crowd[i].Why = fmt.Sprintf("Voorjaar en zomer van het jaar %d", 2013+i), i > 0, longLabel
	}
	c := trendOf(crowd, 100, []int{10, 30, 20, 50, 60, 80})
	all["lines, many breaks"] = must(c.Chart(nl))
	return all
}
