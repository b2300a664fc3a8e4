package staffing

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestPath: half as many again each year for two years is 2.25 times as much; the
// margin of now and that of the growth both count.
func TestPath(t *testing.T) {
	a := Defaults()
	a.Growth = Growth{Low: 1, Yearly: 1.5, High: 2, Years: 2}
	path, err := a.Path(Range{8, 10, 12})
	if err != nil || len(path) != 3 {
		t.Fatalf("%v, %v", path, err)
	}
	if got, want := path[2].Volume, (Range{8, 22.5, 48}); got != want {
		t.Errorf("in two years %v, want %v", got, want)
	}
	if got, want := path[0].Volume, (Range{8, 10, 12}); got != want {
		t.Errorf("now %v, want %v", got, want)
	}
	if s := path[2]; s.Plan.Most != plan(t, a, 22.5).Most || s.Low.Most != plan(t, a, 8).Most || s.High.Most != plan(t, a, 48).Most {
		t.Errorf("%+v", s)
	}
	a.Growth = Growth{Low: 10, Yearly: 10, High: 10, Years: 10}
	if path, err = a.Path(Range{1, 1, 1}); err != nil || len(path) != 6 {
		t.Errorf("ten times as much each year: %d steps, %v; want 6, up to 100,000 per hour", len(path), err)
	}
	a.Growth.Years = 0
	if path, err = a.Path(Range{1, 1, 1}); err != nil || path != nil {
		t.Errorf("without years: %v, %v", path, err)
	}
}

// TestDefaultGrowthDoublesInTwoYears is the source of the default: 80 chats a week at
// the start and 160 after two years (OBI4wan, 2020).
func TestDefaultGrowthDoublesInTwoYears(t *testing.T) {
	g := Defaults().Growth
	near(t, "in two years", 80*g.Yearly*g.Yearly, 160)
	if !(g.Low == 1 && g.High > g.Yearly) {
		t.Errorf("the range %+v", g)
	}
}

func TestGrowthIsChecked(t *testing.T) {
	for _, g := range []Growth{
		{1, 1, 1, -1},
		{1, 1, 1, 11},
		{2, 1, 3, 1},
		{1, 3, 2, 1},
		{0, 1, 2, 1},
		{1, 1, 11, 1},
		{math.NaN(), 1, 1, 1},
	} {
		a := Defaults()
		a.Growth = g
		if a.Check() == nil {
			t.Errorf("%+v: no error", g)
		}
	}
}

// TestCurve: more people never keep less of the promise, the least number that is
// enough is that of the plan, and who can't do the work has no figures.
func TestCurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Defaults()
		a.Chats = rapid.IntRange(1, MostChats).Draw(t, "chats")
		a.Least = rapid.IntRange(1, 3).Draw(t, "least")
		volume := rapid.Float64Range(0.1, 200).Draw(t, "volume")
		curve, err := a.Curve(volume)
		if err != nil {
			t.Fatal(err)
		}
		p, err := a.For(volume, a.Promise)
		if err != nil {
			t.Fatal(err)
		}
		first := 0
		for i, x := range curve {
			if x.Enough && first == 0 {
				first = x.People
			}
			if i > 0 && !x.Stable {
				t.Errorf("two numbers of people can't do the work: %+v", curve)
			}
			if i > 0 && (x.People != curve[i-1].People+1 || x.Service < curve[i-1].Service-1e-12 || x.Slower < curve[i-1].Slower-1e-12) {
				t.Errorf("%+v after %+v", x, curve[i-1])
			}
			if x.Slower < x.Service || !x.Stable && (x.Service != 0 || x.Wait != 0) {
				t.Errorf("%+v", x)
			}
		}
		if first != p.Most || curve[len(curve)-1].People != p.Most+morePeople || curve[0].People < a.Least {
			t.Errorf("%d are enough, the plan has %d: %+v", first, p.Most, curve)
		}
	})
}

// TestCurveIsThatOfErlang has the two service levels of pyworkforce: 13 and 14 people for
// 100 calls of three minutes in half an hour, in 20 s.
func TestCurveIsThatOfErlang(t *testing.T) {
	a := Defaults()
	a.Handling, a.Chats, a.Promise.Within = 3.0/60, 1, 20.0/3600
	curve, err := a.Curve(200)
	if err != nil {
		t.Fatal(err)
	}
	want := map[int]float64{13: 0.795594788417783, 14: 0.888350019179467}
	found := 0
	for _, p := range curve {
		if x, ok := want[p.People]; ok {
			near(t, "in time", p.Service, x)
			found++
		}
		if p.Stable != (p.People > 10) {
			t.Errorf("%d people for 10 people's work: %+v", p.People, p)
		}
	}
	if found != len(want) {
		t.Errorf("%+v", curve)
	}
}

func TestCover(t *testing.T) {
	a := Defaults()
	a.Profile.Hour[10], a.Profile.Day[0] = 3, 2
	cover, err := a.Cover(15, a.Promise)
	if err != nil || len(cover) != len(a.Open) {
		t.Fatalf("%v, %v", cover, err)
	}
	p, hours := plan(t, a, 15), 0.0
	for i, c := range cover {
		hours += float64(c.People) * c.Hours()
		if c.Slot != a.Open[i] || c.People < p.Least || c.People > p.Most {
			t.Errorf("%+v", c)
		}
		if busiest := c.Day == 0 && c.From == 10; busiest && (c.People != p.Most || c.Volume != p.Busiest) {
			t.Errorf("the busiest hour: %+v", c)
		}
	}
	near(t, "hours on duty", hours, p.DutyHours)
}

// TestVary: each assumption alone changes what it must, and a value that there is not
// is left out.
func TestVary(t *testing.T) {
	a := Defaults()
	all, err := a.Vary(12)
	if err != nil || len(all) != 6 {
		t.Fatalf("%v, %v", all, err)
	}
	now := plan(t, a, 12)
	for _, v := range all {
		if v.Low == nil || v.High == nil {
			t.Fatalf("%s: %+v", v.Assumed, v)
		}
		low, high := v.Low.Plan.FTE, v.High.Plan.FTE
		switch v.Assumed {
		case AssumedVolume, AssumedHandling:
			if !(low < now.FTE && now.FTE < high) {
				t.Errorf("%s: %v, %v, %v FTE", v.Assumed, low, now.FTE, high)
			}
		case AssumedShrinkage:
			near(t, "least FTE", low, now.DutyHours/(1-0.2)/a.Week)
			near(t, "most FTE", high, now.DutyHours/(1-0.4)/a.Week)
		default:
			if low < high-1e-9 && v.Assumed != AssumedPatience {
				t.Errorf("%s: %v and %v FTE", v.Assumed, low, high)
			}
		}
	}
	near(t, "half the volume", all[0].Low.Plan.Volume, 6)
	near(t, "twice the work", all[1].High.Value, 2*a.Handling)
	a.Chats, a.MostLoad, a.Shrinkage = 1, 1, 0.95
	if all, err = a.Vary(12); err != nil || all[2].Low != nil || all[2].High == nil || all[5].High != nil || all[5].Low == nil {
		t.Errorf("at the edges: %+v, %v", all, err)
	}
}

// TestExtremes: no contact, one, ten thousand an hour, and more than can be done have
// figures that can be told, never NaN.
func TestExtremes(t *testing.T) {
	for _, patience := range []float64{0, 3.0 / 60} {
		for _, chats := range []int{1, 2, MostChats} {
			for _, volume := range []float64{0, 1e-9, 1, 10_000} {
				a := Defaults()
				a.Patience, a.Chats = patience, chats
				o, err := a.Outlook([]Volume{{Typical, volume}})
				if err == nil {
					err = a.Detail(&o, volume < 10_000, false)
				}
				if err != nil {
					t.Fatalf("%v per hour, %d chats: %v", volume, chats, err)
				}
				p := o.Typical().Plan
				for _, x := range []float64{p.Service, p.Wait, p.Busy, p.FTE, p.WorkFTE, p.FreeHours, p.Room, p.Abandoned} {
					if math.IsNaN(x) || math.IsInf(x, 0) || x < 0 {
						t.Errorf("%v per hour, %d chats: %+v", volume, chats, p)
					}
				}
				for _, c := range o.Curve {
					if math.IsNaN(c.Service) || math.IsNaN(c.Wait) || math.IsInf(c.Wait, 0) {
						t.Errorf("%v per hour: %+v", volume, c)
					}
				}
				if volume == 0 && (p.Most != 1 || p.Service != 1 || o.Mixes != nil) {
					t.Errorf("without contacts: %+v", p)
				}
				if volume == 10_000 && p.Most < int(10_000*a.Handling/3.5) {
					t.Errorf("ten thousand an hour take %d people", p.Most)
				}
			}
		}
	}
	a := Defaults()
	a.Chats = 1
	q := a.queue(60)
	q.Agents = 1
	if s, err := q.Solve(); err != nil || s.Stable {
		t.Errorf("ten people's work for one: %+v, %v", s, err)
	}
}

func TestRange(t *testing.T) {
	a := Defaults()
	o, err := a.Outlook([]Volume{{Low, 1}, {Typical, 2}, {High, 4}, {MarginLow, 1.5}, {MarginHigh, 3}})
	if err != nil {
		t.Fatal(err)
	}
	if r := o.Range(false); r != (Range{1.5, 2, 3}) {
		t.Errorf("the margin is %v", r)
	}
	if r := o.Range(true); r != (Range{1, 2, 4}) {
		t.Errorf("the range as given is %v", r)
	}
	if o, err = a.Outlook([]Volume{{Typical, 2}}); err != nil || o.Range(true) != (Range{2, 2, 2}) {
		t.Errorf("one volume: %v, %v", o.Range(true), err)
	}
}
