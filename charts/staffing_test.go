package charts

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"benchmark/analysis/staffing"
	"benchmark/survey/locale"
)

// staffed is the charts of a channel at a volume, with a quieter and a busier
// one.
func staffed(t testing.TB, name string, volume float64, change func(*staffing.Assumptions), l *locale.Locale) Staffing {
	t.Helper()
	a := staffing.Defaults()
	if change != nil {
		change(&a)
	}
	o, err := a.Outlook([]staffing.Volume{{Level: staffing.Low, PerHour: volume / 2}, {Level: staffing.Typical, PerHour: volume}, {Level: staffing.High, PerHour: 1.5 * volume}})
	if err == nil {
		err = a.Detail(&o, false, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	scenario := func(level staffing.Level) string { return string(level) }
	return Staffing{Name: name, Channel: "WhatsApp", Unit: "vragen per uur", Assumed: &a, Outlook: &o, Given: true, Scenario: scenario, Source: l.StaffingSource()}
}

func busyMornings(a *staffing.Assumptions) {
	a.Profile.Hour[9], a.Profile.Hour[10], a.Profile.Hour[16], a.Profile.Day[0] = 1.5, 2, 0.3, 1.4
}

// staffingTrials are the charts of a small, a large and a very large channel.
func staffingTrials(t testing.TB) map[string]Chart {
	all := map[string]Chart{}
	for _, tag := range []string{"nl", "en"} {
		l := language(t, tag)
		for _, s := range []Staffing{
			staffed(t, "small", 1, nil, l),
			staffed(t, "large", 15, busyMornings, l),
			staffed(t, "huge", 4000, busyMornings, l),
			staffed(t, "weekend", 40, func(a *staffing.Assumptions) {
				busyMornings(a)
				var err error
				if a.Open, err = staffing.ParseHours("mon-fri 7-22, sat 10-13:30, sun 12-14"); err != nil {
					t.Fatal(err)
				}
			}, l),
		} {
			for _, c := range s.Charts(l) {
				all[fmt.Sprintf("staffing %s %s", c.Name, tag)] = c
			}
		}
	}
	return all
}

// TestStaffingSaysWhatItShows: the promise, and that one person is enough or how
// much is missing with one fewer, are in the texts.
func TestStaffingSaysWhatItShows(t *testing.T) {
	all := staffingTrials(t)
	for name, want := range map[string][]string{
		"staffing small-enough nl":   {"WhatsApp: één mens geeft 99% binnen 30 s antwoord", "Stippellijn: de belofte van 80%.", "1 mens: genoeg"},
		"staffing large-enough en":   {"an answer within 30 s, with one fewer it is", "(the busiest hour)"},
		"staffing small-cost nl":     {"WhatsApp: antwoord binnen 5 min in plaats van 30 s scheelt geen fte"},
		"staffing large-hours nl":    {"de meeste mensen", "op maandag om 10 uur"},
		"staffing large-hours en":    {"on Monday at 10:00"},
		"staffing small-growth nl":   {"Mensen tegelijk voor WhatsApp: 1 (nu)", "elk jaar 41% groeit (van 0% tot 100%)", "Het vlak loopt"},
		"staffing weekend-hours nl":  {"dicht"},
		"staffing huge-enough nl":    {"met één minder zijn zij te druk", "9.428 vragen per uur"},
		"staffing weekend-enough nl": {"te weinig mensen voor dit werk"},
	} {
		c, ok := all[name]
		if !ok {
			t.Errorf("%s is missing", name)
			continue
		}
		text := strings.Join(append(ownTexts(&c), c.Alt, c.Source), " ")
		for _, r := range c.Rows {
			text += " " + r.Label
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s lacks %q: %s", name, w, text)
			}
		}
	}
	growth := all["staffing small-growth nl"]
	for _, tick := range growth.ticks() {
		if tick.Value != math.Trunc(tick.Value) {
			t.Errorf("the axis of people names %s", tick.Label)
		}
	}
	if _, ok := all["staffing small-hours nl"]; ok {
		t.Error("a week in which every hour is alike has a chart of its hours")
	}
}

// TestStaffingTextsAreComplete holds the charts to the rules of headlines, notation and
// texts of a chart for a presentation.
func TestStaffingTextsAreComplete(t *testing.T) {
	for name, c := range staffingTrials(t) {
		if strings.HasSuffix(c.Title, ".") || c.Subtitle == "" || !strings.Contains(c.Alt, c.Title) || !strings.Contains(c.Alt, c.Name+".csv") {
			t.Errorf("%s: %q, %q, %q", name, c.Title, c.Subtitle, c.Alt)
		}
		if len(c.Data.Records) < len(c.Rows) {
			t.Errorf("%s has %d rows and %d records", name, len(c.Rows), len(c.Data.Records))
		}
		for _, r := range c.Data.Records {
			if len(r) != len(c.Data.Header) || strings.Contains(strings.Join(r, " "), "NaN") {
				t.Errorf("%s: %q under %q", name, r, c.Data.Header)
			}
		}
		for _, text := range ownTexts(&c) {
			if strings.Contains(text, "NaN") || strings.Contains(text, " %") {
				t.Errorf("%s: %q", name, text)
			}
		}
	}
}

// TestReferenceIsDrawnAtItsValue: the promise stands where its share is on the
// axis.
func TestReferenceIsDrawnAtItsValue(t *testing.T) {
	c := staffingTrials(t)["staffing large-enough nl"]
	d := Usual()
	with, err := layout(&c, &d)
	if err != nil {
		t.Fatal(err)
	}
	c.Reference = nil
	without, err := layout(&c, &d)
	if err != nil {
		t.Fatal(err)
	}
	drawn := map[string]int{}
	for i := range without.shapes {
		drawn[fmt.Sprint(without.shapes[i])]++
	}
	found := false
	at := math.NaN()
	for i := range with.shapes {
		f := &with.shapes[i]
		if key := fmt.Sprint(*f); drawn[key] > 0 {
			drawn[key]--
			continue
		}
		a := with.areas(f)[0]
		at, found = (a.x1+a.x2)/2, true
	}
	if !found {
		t.Fatal("the promise is not drawn")
	}
	zero, ok := axisAt(with, true)
	if !ok {
		t.Fatal("no axis")
	}
	// The marker of the people that are enough has a known share.
	for i := range c.Rows {
		if !c.Rows[i].Emphasis {
			continue
		}
		data, k := dataOf(with), 0
		for j := range c.Rows[:i] {
			if c.Rows[j].drawn() {
				k += 2
			}
		}
		x, _ := centre(with, data[k+1]) // markers are drawn from the last to the first
		if want := zero + 0.8*(x-zero)/c.Rows[i].Marks[0].Value; math.Abs(at-want) > 1.3 {
			t.Errorf("the promise is at %g and not at %g", at, want)
		}
	}
}
