package locale

import (
	"reflect"
	"testing"
)

// Every word of the charts that compare, run over time and flow exists in both
// languages and is not left untranslated.
func TestFigureWordsExistInEachLanguage(t *testing.T) {
	nl, en := mustFor(t, "nl"), mustFor(t, "en")
	for _, pair := range [][2]any{{nl.ChartVersus(), en.ChartVersus()}, {nl.ChartLines(), en.ChartLines()}, {nl.ChartFlow(), en.ChartFlow()}} {
		d, e := reflect.ValueOf(pair[0]), reflect.ValueOf(pair[1])
		for i := range d.NumField() {
			if d.Field(i).Kind() != reflect.String {
				continue
			}
			if a, b := d.Field(i).String(), e.Field(i).String(); a == "" || b == "" || a == b {
				t.Errorf("%s of %s is %q in Dutch and %q in English", d.Type().Field(i).Name, d.Type().Name(), a, b)
			}
		}
	}
}

func TestFigureSentences(t *testing.T) {
	nl, en := mustFor(t, "nl"), mustFor(t, "en")
	now, then := ChartMoment{"8%", "2015"}, ChartMoment{"48%", "2018"}
	tests := []struct{ got, want string }{
		{nl.ChartDifference(-0.123), "−12"}, {en.ChartDifference(0.07), "+7"}, {nl.ChartDifference(-0.001), "0"},
		{nl.ChartTrendTitle("live chat", now, then, ChartMoment{}, false, false, false), "Live chat: 8% (2015) en 48% (2018)"},
		{en.ChartTrendTitle("live chat", now, then, ChartMoment{}, true, false, false), "Live chat up from 8% (2015) to 48% (2018)"},
		{nl.ChartVersusTitle("Duindorp", "alle organisaties", []string{"A", "B"}, []string{"C"}, true), "Duindorp naast alle organisaties: hoger bij ‘A’ en ‘B’, lager bij ‘C’"},
		{nl.ChartPairsTitle("kanalen", []string{"A", "B", "C", "D"}, nil, true, false), "Kanalen: hoger bij 4 onderwerpen"},
		{nl.ChartBreak(""), "breuk"}, {en.ChartBreak("other question"), "break: other question"},
		{nl.ChartShiftTitle("webcare", "A", "B", 1), "Webcare: 1 organisatie ging van ‘A’ naar ‘B’"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
