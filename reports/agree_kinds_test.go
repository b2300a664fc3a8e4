package reports

import (
	"os"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/forecast"
	"benchmark/analysis/position"
	"benchmark/analysis/staffing"
	"benchmark/analysis/trend"
	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/locale"
	"benchmark/survey/register"
)

// sampleWave is a wave of the sample data: a file and the codebook beside it.
func sampleWave(t testing.TB, file, book string) *survey.Survey {
	t.Helper()
	read := func(name string) []byte {
		b, err := os.ReadFile("../sample-data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	f, err := export.Read(file, read(file), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := codebook.Read(book, read(book))
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.Apply(f)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// everyKind are the reports of every kind on the sample: the whole study, one
// organisation, two references, waves, what is to be expected, and people.
func everyKind(t testing.TB, l *locale.Locale) map[string]*Report {
	t.Helper()
	fatal := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	s := sampleSurvey(t)
	earlier := sampleWave(t, "howaboutyou-2017.csv", "howaboutyou-2017.codebook.yaml")
	reading := Reading{Program: "benchmark test"}
	study, err := analysis.Analyze(s, analysis.Defaults())
	fatal(err)
	before, err := analysis.Analyze(earlier, analysis.Defaults())
	fatal(err)
	st, err := position.New(s, position.Options{Level: 0.95, Disclosure: analysis.Publish, Peers: []position.Peers{{Nearest: 15}}})
	fatal(err)
	old, err := position.New(earlier, position.Options{Level: 0.95, Disclosure: analysis.Publish})
	fatal(err)
	versus, err := position.Against(old.Reference("J. de Vries"), st.Reference("J. de Vries"))
	fatal(err)
	year := func(y int) survey.Moment { return survey.Moment{Span: survey.Year, Year: y} }
	waves, err := trend.Make([]trend.Wave{
		{Moment: year(2017), Study: before, Roster: register.Identify(earlier, register.Options{})},
		{Moment: year(2018), Study: study, Roster: register.Identify(s, register.Options{})},
	}, trend.Options{Level: 0.95})
	fatal(err)
	var made []*forecast.Forecast
	for _, subject := range forecast.Studied([]forecast.Wave{{Moment: year(2017), Study: before}, {Moment: year(2018), Study: study}}) {
		made = append(made, forecast.Make(subject, forecast.Options{Level: 0.95}))
	}
	outlook := Outlook{Forecasts: made, Surveys: []*survey.Survey{earlier, s}, Moments: []survey.Moment{year(2017), year(2018)}, Reading: reading}
	return map[string]*Report{
		"report":   Build(study, reading, l, Whole()),
		"compare":  BuildPosition(st.Of(1), About{Name: "Gemeente Oosterbrink", Study: "Studie", Survey: s, Reading: reading}, l),
		"versus":   BuildVersus(versus, reading, l),
		"trend":    BuildTrend(Waves{Trend: waves, Readings: []Reading{reading, {}}, Outlook: outlook}, l),
		"forecast": BuildForecast(outlook, l),
		"capacity": BuildCapacity(planOf(t, study, reading, volumesOf), l),
	}
}

// volumesOf are the volumes at the quartiles and the median of a group.
func volumesOf(v *analysis.TypicalVolume) [3]float64 {
	return [3]float64{v.Lower.Value, v.Median.Value, v.Upper.Value}
}

// planOf is what the volumes of a study take in people, with every detail: for each
// group at the low, the typical and the high volume that are made of it.
func planOf(t testing.TB, study *analysis.Study, reading Reading, volumes func(*analysis.TypicalVolume) [3]float64) *Capacity {
	t.Helper()
	a := staffing.Defaults()
	c := &Capacity{Assumed: &a, HoursText: "mon-fri 9-17", Study: study, Reading: reading}
	for _, groups := range analysis.TypicalVolumes(study) {
		channel := CapacityChannel{Channel: groups[0].Table.Channel, Unit: groups[0].Table.Unit}
		for i := range groups {
			v := &groups[i]
			if !v.Known() {
				channel.NotUsed = append(channel.NotUsed, v.Table.Groups[v.Group].Label)
				continue
			}
			hourly := volumes(v)
			o, err := a.Outlook([]staffing.Volume{
				{Level: staffing.Low, PerHour: hourly[0]}, {Level: staffing.Typical, PerHour: hourly[1]}, {Level: staffing.High, PerHour: hourly[2]},
			})
			if i == 0 && err == nil {
				err = a.Detail(&o, true, false)
			}
			if err != nil {
				t.Fatal(err)
			}
			if g := (CapacityGroup{v, o}); i == 0 {
				channel.Focus = g
			} else {
				channel.Others = append(channel.Others, g)
			}
		}
		c.Channels = append(c.Channels, channel)
	}
	return c
}
