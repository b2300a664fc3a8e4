package charts

import (
	"fmt"
	"math"
	"strconv"

	"benchmark/analysis"
	"benchmark/survey"
)

// divergingOf returns a chart of rows with the same shares, on a scale of as many
// points; a share more is for don't know.
func divergingOf(rows, points int, label string, shares ...float64) Chart {
	c := Chart{Kind: Diverging, Name: "diverging", Language: "nl", Title: "Titel", Subtitle: "Ondertitel", Source: "Bron.",
		Omitted: "Kleine vlakken zonder getal.", Sides: [2]string{"Ontevreden", "Tevreden"}, Columns: []Column{{Heading: "n"}}}
	var parts []part
	for i := range points {
		parts = append(parts, part{Series: Series{strconv.Itoa(i), fmt.Sprintf("Punt %d", points-i), partRole(survey.Scale, i, points)}})
	}
	if len(shares) > points {
		parts = append(parts, part{Series: Series{"?", "Weet niet", Unknown}})
	}
	parts = divergingParts(parts)
	c.Series = series(parts)
	groups := sides(parts)
	for i := range rows {
		r := Row{Label: fmt.Sprintf(label, i), Status: analysis.Estimated, N: 12, Emphasis: i == 0, Tentative: i%4 == 3, Cells: []string{"1.234"}}
		whole := nestedPercentages(shares, groups, largest(shares, groups, 2))
		for s := range shares {
			r.Marks = append(r.Marks, Mark{Value: shares[s], Label: strconv.Itoa(whole[s]) + "%"})
		}
		for side := range 2 {
			sum := 0
			for _, s := range groups[side] {
				sum += whole[s]
			}
			r.Totals[side] = strconv.Itoa(sum) + "%"
		}
		c.Rows = append(c.Rows, r)
	}
	return c
}

// lanesOf returns a chart of several series: dots on intervals, or bars.
func lanesOf(rows int, label string, interval bool, names ...string) Chart {
	c := Chart{Kind: Ranked, Name: "lanes", Language: "nl", Title: "Titel", Subtitle: "Ondertitel", Source: "Bron."}
	if interval {
		c.Columns = []Column{{Heading: "aandeel", Strong: true}, {Heading: "interval"}}
	}
	roles := [...]Role{First, Second, Fourth, Fifth}
	for s, name := range names {
		c.Series = append(c.Series, Series{strconv.Itoa(s), name, roles[s]})
	}
	for i := range rows {
		r := Row{Label: fmt.Sprintf(label, i), Status: analysis.Estimated}
		for s := range names {
			v := math.Abs(math.Sin(float64(3*i + s + 1)))
			m := Mark{Value: v, Label: strconv.Itoa(int(100*v)) + "%", Tentative: s == 1 && interval}
			if interval {
				m.Interval, m.Low, m.High, m.Range = true, v*0.8, v+(1-v)*0.2, "100–100%"
			}
			r.Marks = append(r.Marks, m)
		}
		c.Rows = append(c.Rows, r)
	}
	return c
}

// tenfoldOf returns rows of ten figures.
func tenfoldOf(label string, values ...float64) Chart {
	c := Chart{Kind: Tenfold, Name: "tenfold", Language: "nl", Title: "Titel", Subtitle: "Ondertitel", Source: "Bron.",
		Columns: []Column{{Strong: true}, {Heading: "aandeel"}, {Heading: "n"}}}
	for i, v := range values {
		whole := strconv.Itoa(int(math.Round(100*v))) + "%"
		c.Rows = append(c.Rows, Row{Label: fmt.Sprintf(label, i), Status: analysis.Estimated, N: 12, Tentative: i%4 == 3,
			Marks: []Mark{{Value: v, Label: whole}}, Cells: []string{"7 van de 10", whole, "1.234"}})
	}
	return c
}

// absent takes a mark out of a row.
func absent(c Chart, row, series int, status analysis.Status, words string) Chart {
	c.Rows[row].Marks[series] = Mark{Status: status, Words: words}
	return c
}

func likertTrials() map[string]Chart {
	fives := []float64{0.31, 0.55, 0.1, 0.02, 0.02}
	all := map[string]Chart{
		"diverging, 1 row":            divergingOf(1, 5, "Rij %d", 0.02, 0.02, 0.55, 0.31, 0.1),
		"diverging, 12 rows":          divergingOf(12, 5, "Waterschap Noorderdiep %d", 0.2, 0.1, 0.3, 0.1, 0.3),
		"diverging, 2 points":         divergingOf(3, 2, "Rij %d", 0.4, 0.6),
		"diverging, 3 points":         divergingOf(3, 3, "Rij %d", 0.4, 0.5, 0.1),
		"diverging, 4 points":         divergingOf(3, 4, "Rij %d", 0.1, 0.2, 0.3, 0.4),
		"diverging, 6 points":         divergingOf(3, 6, "Rij %d", 0.1, 0.2, 0.2, 0.2, 0.2, 0.1),
		"diverging, 7 and unknown":    divergingOf(4, 7, "Rij %d", 0.1, 0.2, 0.2, 0.2, 0.1, 0.1, 0.05, 0.05),
		"diverging, all on the left":  divergingOf(3, 5, "Rij %d", 0, 1, 0, 0, 0),
		"diverging, all on the right": divergingOf(3, 5, "Rij %d", 0, 0, 0, 1, 0),
		"diverging, all in between":   divergingOf(3, 5, "Rij %d", 0, 0, 0, 0, 1),
		"diverging, long labels":      divergingOf(4, 5, longLabel+" %d", fives...),
		"diverging, accents":          divergingOf(4, 5, "Veiligheidsregio’s ÉÏ ĳ gy %d", fives...),
		"diverging, all hidden":       hide(divergingOf(3, 5, "Rij %d", fives...), analysis.HiddenSmall, "te weinig antwoorden", 0, 1, 2),
		"diverging, some hidden":      hide(divergingOf(4, 5, "Rij %d", fives...), analysis.NoAnswers, "geen antwoorden", 1, 3),
		"lanes, 1 row":                lanesOf(1, "Rij %d", true, "WhatsApp", "Live chat"),
		"lanes, 8 rows":               lanesOf(8, "Te weinig vraag van inwoners %d", true, "WhatsApp (n = 59)", "Live chat (n = 104)"),
		"lanes, 4 series":             lanesOf(4, "Rij %d", true, "WhatsApp", "Live chat", "Chatbot", "Telefoon"),
		"lanes, bars":                 lanesOf(6, "Rij %d", false, "WhatsApp", "Live chat"),
		"lanes, bars, 4 series":       lanesOf(3, "Rij %d", false, "WhatsApp", "Live chat", "Chatbot", "Telefoon"),
		"lanes, long names":           lanesOf(4, longLabel+" %d", true, longLabel, "Live chat"),
		"lanes, bars with long names": lanesOf(4, "Rij %d", false, longLabel, "Live chat"),
		"lanes, hidden":               absent(lanesOf(4, "Rij %d", true, "WhatsApp", "Live chat"), 0, 1, analysis.HiddenSmall, "te weinig antwoorden"),
		"lanes, not offered":          absent(lanesOf(4, "Rij %d", false, "WhatsApp", "Live chat"), 0, 0, 0, "niet gevraagd"),
		"lanes, a hidden row":         hide(lanesOf(4, "Rij %d", true, "WhatsApp", "Live chat"), analysis.HiddenOthers, "verborgen ter bescherming", 2),
		"tenfold, 1 row":              tenfoldOf("Rij %d", 0.7),
		"tenfold, none and all":       tenfoldOf("Rij %d", 0, 1, 0.41, 0.09, 0.5),
		"tenfold, 8 rows":             tenfoldOf("Waterschap %d", 0.7, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 0.9),
		"tenfold, long labels":        tenfoldOf(longLabel+" %d", 0.7, 0.4),
		"tenfold, hidden":             hide(tenfoldOf("Rij %d", 0.7, 0.4), analysis.HiddenSmall, "te weinig antwoorden", 0),
		"stacked, 7 points":           stackedOf(4, "Rij %d", 0.1, 0.2, 0.2, 0.2, 0.1, 0.1, 0.1),
	}
	long := stackedOf(3, "Rij %d", 0.5, 0.5)
	long.Series[0].Label = longLabel + " " + longLabel
	all["stacked, a long label in the key"] = long
	unsplit := stackedOf(3, "Rij %d", 0.4, 0.6)
	unsplit.Series = append(unsplit.Series, Series{unsplitKey, "Niet uitgesplitst", Unknown})
	for i := range unsplit.Rows {
		unsplit.Rows[i].Marks = append(unsplit.Rows[i].Marks, Mark{Words: "niet uitgesplitst"})
	}
	unsplit.Rows[1].Marks = []Mark{{Value: 0.4, Label: "40%"}, {Status: analysis.HiddenOthers, Words: "niet uitgesplitst"}, {Value: 0.6, Label: "60%"}}
	all["stacked, not split"] = unsplit
	return all
}
