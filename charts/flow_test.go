package charts

import (
	"fmt"
	"testing"

	"benchmark/analysis"
)

// shiftOf is a shift between the groups with the numbers of its moves; -1 is
// hidden. Groups have their totals as given.
func shiftOf(labels []string, from, to []int, moves ...[]int) Shift {
	s := Shift{Name: "webcare-shift", About: "Webcare", Subtitle: "Organisaties die in beide jaren meededen", Before: "2018", After: "2019", Source: "Bron: fictieve gegevens."}
	for i, label := range labels {
		s.From = append(s.From, ShiftGroup{Label: label, Status: analysis.Estimated, N: from[i]})
		s.To = append(s.To, ShiftGroup{Label: label, Status: analysis.Estimated, N: to[i]})
		var row []Move
		for _, n := range moves[i] {
			m := Move{analysis.Estimated, n}
			if n < 0 {
				m = Move{Status: analysis.HiddenSmall}
			}
			row = append(row, m)
		}
		s.Moves = append(s.Moves, row)
	}
	return s
}

func owners() Shift {
	return shiftOf([]string{"Communicatie", "Een mix van beide", "KCC"}, []int{52, 29, 36}, []int{36, 32, 49},
		[]int{30, 12, 10}, []int{5, 17, 7}, []int{1, 3, 32})
}

func flowTrials(t testing.TB) map[string]Chart {
	must, nl := mustChart(t), dutch(t)
	all := map[string]Chart{}
	for _, tag := range []string{"nl", "en"} {
		s := owners()
		all["flow "+tag] = must(s.Chart(language(t, tag)))
	}
	for name, s := range map[string]Shift{
		"flow, started":     shiftOf([]string{"Gebruikt WhatsApp", "Gebruikt het niet"}, []int{40, 64}, []int{53, 51}, []int{38, 2}, []int{15, 49}),
		"flow, hidden":      shiftOf([]string{"Communicatie", "Een mix van beide", "KCC"}, []int{52, 29, 36}, []int{36, 32, 49}, []int{30, -1, -1}, []int{-1, 17, -1}, []int{-1, -1, 32}),
		"flow, nobody":      shiftOf([]string{"A", "B"}, []int{10, 1}, []int{10, 1}, []int{10, 0}, []int{0, 1}),
		"flow, all cross":   shiftOf([]string{"A", "B", "C", "D", "E"}, []int{20, 20, 20, 20, 20}, []int{20, 20, 20, 20, 20}, []int{0, 0, 0, 0, 20}, []int{0, 0, 0, 20, 0}, []int{0, 0, 20, 0, 0}, []int{0, 20, 0, 0, 0}, []int{20, 0, 0, 0, 0}),
		"flow, long labels": shiftOf([]string{longLabel, "Klantcontactcentrum ĳ É"}, []int{5000, 3}, []int{4000, 1003}, []int{3999, 1001}, []int{1, 2}),
		"flow, one":         shiftOf([]string{"Alle organisaties"}, []int{117}, []int{117}, []int{117}),
	} {
		all[name] = must(s.Chart(nl))
	}
	h := owners()
	h.From[2].Status, h.Moves[2] = analysis.HiddenSmall, []Move{{Status: analysis.HiddenSmall}, {Status: analysis.HiddenSmall}, {Status: analysis.HiddenSmall}}
	h.Moves[1] = []Move{{Status: analysis.HiddenOthers}, {Status: analysis.HiddenOthers}, {Status: analysis.HiddenOthers}}
	all["flow, group hidden"] = must(h.Chart(nl))
	five := shiftOf(make([]string, 5), []int{25, 25, 25, 25, 25}, []int{25, 25, 25, 25, 25}, []int{5, 5, 5, 5, 5}, []int{5, 5, 5, 5, 5}, []int{5, 5, 5, 5, 5}, []int{5, 5, 5, 5, 5}, []int{5, 5, 5, 5, 5})
	for i := range 5 {
		five.From[i].Label, five.To[i].Label = fmt.Sprint("Afdeling ", i), fmt.Sprint("Afdeling ", i)
	}
	all["flow, five"] = must(five.Chart(nl))
	return all
}
