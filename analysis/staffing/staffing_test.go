package staffing

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"benchmark/analysis/queueing"
)

func plan(t *testing.T, a Assumptions, volume float64) Plan {
	t.Helper()
	p, err := a.For(volume, a.Promise)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-9*math.Max(1, math.Abs(want))) {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

// TestExample is the worked example of pyworkforce: 100 calls in half an hour of
// three minutes each, 80% in 20 s, at most 85% load: 14 people on duty and 20 with
// 30% shrinkage.
func TestExample(t *testing.T) {
	a := Defaults()
	a.Handling, a.Chats, a.Promise.Within = 3.0/60, 1, 20.0/3600
	p := plan(t, a, 200)
	if p.Most != 14 || p.Least != 14 || p.Roster != 20 {
		t.Errorf("%+v, want 14 people and a roster of 20", p)
	}
	near(t, "in time", p.Service, 0.888350019179467)
	near(t, "open hours", p.OpenHours, 40)
	near(t, "duty hours", p.DutyHours, 14*40)
	near(t, "busy", p.Busy, 10.0/14)
	near(t, "free hours", p.FreeHours, 4*40)
	near(t, "FTE", p.FTE, 14*40/0.7/36)
	near(t, "FTE of the channel", p.WorkFTE, 10*40/0.7/36)
}

// TestOneIsAlwaysThere: however few contacts, somebody has to be there.
func TestOneIsAlwaysThere(t *testing.T) {
	a := Defaults()
	for _, volume := range []float64{0, 1e-6, 0.5, 2, 4} {
		p := plan(t, a, volume)
		if p.Most != 1 || p.Roster != 2 {
			t.Errorf("%v per hour take %d people and a roster of %d, want 1 and 2", volume, p.Most, p.Roster)
		}
	}
	p := plan(t, a, 2)
	if over := plan(t, a, p.Room*1.001); over.Most != 2 {
		t.Errorf("one person takes %v per hour, but more takes %d", p.Room, over.Most)
	}
	if under := plan(t, a, p.Room*0.999); under.Most != 1 {
		t.Errorf("one person takes %v per hour, but less takes %d", p.Room, under.Most)
	}
	a.Least = 2
	if p := plan(t, a, 2); p.Least != 2 {
		t.Errorf("at least 2 people: %d", p.Least)
	}
}

// TestProperties: the profile keeps the contacts of the week; more contacts and a
// sharper promise never take fewer people.
func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Defaults()
		a.Chats = rapid.IntRange(1, MostChats).Draw(t, "chats")
		a.Profile.Hour[10] = rapid.Float64Range(0.1, 3).Draw(t, "ten")
		a.Profile.Day[0] = rapid.Float64Range(0.1, 3).Draw(t, "monday")
		volume := rapid.Float64Range(0.1, 60).Draw(t, "volume")
		contacts := 0.0
		for i, v := range a.Profile.volumes(a.Open, volume) {
			contacts += v * a.Open[i].Hours()
		}
		if math.Abs(contacts-40*volume) > 1e-9*contacts {
			t.Errorf("%v contacts, want %v", contacts, 40*volume)
		}
		p, err := a.For(volume, a.Promise)
		if err != nil {
			t.Fatal(err)
		}
		more, err := a.For(1.1*volume, a.Promise)
		if err != nil {
			t.Fatal(err)
		}
		slower, err := a.For(volume, a.Other)
		if err != nil {
			t.Fatal(err)
		}
		if more.DutyHours < p.DutyHours || slower.DutyHours > p.DutyHours || p.Service < a.Promise.Share || p.Busiest < volume*(1-1e-12) {
			t.Errorf("%+v, more %+v, slower %+v", p, more, slower)
		}
	})
}

func TestMixes(t *testing.T) {
	a := Defaults()
	p := plan(t, a, 2)
	mixes, err := a.Mixes(&p)
	if err != nil || len(mixes) != 4 {
		t.Fatalf("%v, %v", mixes, err)
	}
	alone, mail, phone, peak := mixes[0], mixes[1], mixes[2], mixes[3]
	if math.Abs(alone.Service.Value-alone.Formula) > 4*alone.Service.SE || alone.Service.SE > 0.005 {
		t.Errorf("simulated %v, formula %v", alone.Service, alone.Formula)
	}
	if mail.Service != alone.Service {
		t.Errorf("e-mail makes people wait: %v, alone %v", mail.Service, alone.Service)
	}
	if !(mail.Mail > 0.6 && mail.Mail < 1-p.Busy) {
		t.Errorf("%v of the time for e-mail, of %v free", mail.Mail, 1-p.Busy)
	}
	if !(phone.Service.Value < 0.7*alone.Service.Value && peak.Service.Value < 0.8*phone.Service.Value) {
		t.Errorf("alone %v, telephone %v, peak %v", alone.Service, phone.Service, peak.Service)
	}
	a.Phone, a.Peak = 0.9, 10
	if mixes, err = a.Mixes(&p); err != nil || mixes[3].Sustainable || mixes[3].Service.Value != 0 {
		t.Errorf("ten times as much telephone as fits: %+v, %v", mixes, err)
	}
	a.Phone = 0
	if mixes, err = a.Mixes(&p); err != nil || len(mixes) != 2 {
		t.Errorf("without telephone: %+v, %v", mixes, err)
	}
	if mixes, err = a.Mixes(&Plan{}); err != nil || mixes != nil {
		t.Errorf("without contacts: %+v, %v", mixes, err)
	}
}

func TestOutlook(t *testing.T) {
	a := Defaults()
	o, err := a.Outlook([]Volume{{Low, 1}, {Typical, 12.5}, {High, 25}})
	if err != nil {
		t.Fatal(err)
	}
	if o.Typical().Plan.Volume != 12.5 || o.Case(High).Plan.Volume != 25 || o.Case(MarginLow) != nil || o.Mixes != nil {
		t.Errorf("%+v", o)
	}
	if k := o.Typical(); k.Plan.Most != 3 || k.Other.Most != 2 {
		t.Errorf("12.5 per hour: %d people in 30 s, %d in 5 min; want 3 and 2", k.Plan.Most, k.Other.Most)
	}
}

func TestCheck(t *testing.T) {
	for name, change := range map[string]func(*Assumptions){
		"handling":  func(a *Assumptions) { a.Handling = 0 },
		"chats":     func(a *Assumptions) { a.Chats = 6 },
		"no chats":  func(a *Assumptions) { a.Chats = 0 },
		"promise":   func(a *Assumptions) { a.Promise.Share = 1 },
		"other":     func(a *Assumptions) { a.Other.Within = -1 },
		"patience":  func(a *Assumptions) { a.Patience = -1 },
		"load":      func(a *Assumptions) { a.MostLoad = 0 },
		"shrinkage": func(a *Assumptions) { a.Shrinkage = 1 },
		"least":     func(a *Assumptions) { a.Least = 0 },
		"week":      func(a *Assumptions) { a.Week = 0 },
		"phone":     func(a *Assumptions) { a.Phone = math.NaN() },
		"talking":   func(a *Assumptions) { a.Talking = 0 },
		"peak":      func(a *Assumptions) { a.Peak = 0.5 },
		"switch":    func(a *Assumptions) { a.Switch = -1 },
		"closed":    func(a *Assumptions) { a.Open = nil },
	} {
		a := Defaults()
		change(&a)
		if _, err := a.For(1, a.Promise); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	a := Defaults()
	if _, err := a.For(math.Inf(1), a.Promise); err == nil {
		t.Error("endless contacts: no error")
	}
	speeds := Speeds()
	q := queueing.Queue{Arrivals: 1, Handling: 1, Agents: 1, Speed: speeds[:]}
	if err := q.Check(); err != nil {
		t.Error(err)
	}
}

func TestParseHours(t *testing.T) {
	for text, want := range map[string]float64{
		"mon-fri 9-17":                     40,
		"ma-do 9-17, vr 9-12:30, za 10-13": 38.5,
		"sun 0-24":                         24,
		"MON 8:15-8:45":                    0.5,
		"thu 9-12, thu 13-17":              7,
	} {
		slots, err := ParseHours(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		}
		sum := 0.0
		for i, s := range slots {
			sum += s.Hours()
			if !(s.Hours() > 0 && s.Hours() <= 1) || i > 0 && (s.Day < slots[i-1].Day || s.Day == slots[i-1].Day && s.From < slots[i-1].To) {
				t.Errorf("%s: slot %+v", text, s)
			}
		}
		near(t, text, sum, want)
	}
	for text, message := range map[string]string{
		"":                        "no days and hours",
		"9-17":                    "no days and hours",
		"mon-fri":                 "no days and hours",
		"fri-mon 9-17":            "are no days",
		"day 9-17":                "are no days",
		"mon 17-9":                "are no hours",
		"mon 9-25":                "are no hours",
		"mon 9:75-10":             "are no hours",
		"mon 9":                   "are no hours",
		"mon 9-12, mon-tue 11-13": "overlap",
	} {
		if _, err := ParseHours(text); err == nil || !strings.Contains(err.Error(), message) {
			t.Errorf("%q: %v, want an error with %q", text, err, message)
		}
	}
}

func TestParseProfile(t *testing.T) {
	p, err := ParseProfile("9=0.5, 10=1.5,ma=2")
	if err != nil || p.Hour[9] != 0.5 || p.Hour[10] != 1.5 || p.Day[0] != 2 || p.of(Slot{Day: 0, From: 10, To: 11}) != 3 || p.of(Slot{Day: 1, From: 12, To: 13}) != 1 {
		t.Errorf("%+v, %v", p, err)
	}
	for _, text := range []string{"9", "9=", "9=0", "9=-1", "24=1", "x=1", "9=NaN", "9=1e9"} {
		if _, err := ParseProfile(text); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
}

func FuzzParseHours(f *testing.F) {
	f.Add("mon-fri 9-17, sat 10-13:30")
	f.Fuzz(func(t *testing.T, text string) {
		slots, err := ParseHours(text)
		if err == nil && len(slots) == 0 {
			t.Errorf("%q is never open, and no error", text)
		}
	})
}
