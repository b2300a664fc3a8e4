package staffing

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Slot is a part of the week in which a channel is open: an hour, or less where
// opening or closing is not on the hour.
type Slot struct {
	// Day is 0 for Monday to 6 for Sunday.
	Day int
	// From and To are hours since midnight, with From < To.
	From, To float64
}

// Hours is the length of the slot.
func (s Slot) Hours() float64 { return s.To - s.From }

const hoursOfDay = 24

// days are the words for the days, from Monday.
func days() [7][2]string {
	return [7][2]string{{"mon", "ma"}, {"tue", "di"}, {"wed", "wo"}, {"thu", "do"}, {"fri", "vr"}, {"sat", "za"}, {"sun", "zo"}}
}

func dayOf(word string) (int, bool) {
	for i, names := range days() {
		if word == names[0] || word == names[1] {
			return i, true
		}
	}
	return 0, false
}

// ParseHours reads opening hours, such as "mon-fri 9-17" or "ma-do 9-17, vr
// 9-12:30, za 10-13", and returns the slots in the order of the week. Days are mon
// to sun or ma to zo.
func ParseHours(text string) ([]Slot, error) {
	var slots []Slot
	for _, part := range strings.Split(strings.ToLower(text), ",") {
		words := strings.Fields(part)
		if len(words) != 2 {
			return nil, fmt.Errorf("%q is no days and hours: write them as mon-fri 9-17, more of them with a comma between", strings.TrimSpace(part))
		}
		first, last, err := parseDays(words[0])
		if err != nil {
			return nil, err
		}
		from, to, err := parseSpan(words[1])
		if err != nil {
			return nil, err
		}
		for d := first; d <= last; d++ {
			for at := from; at < to; at = math.Floor(at) + 1 {
				slots = append(slots, Slot{Day: d, From: at, To: min(math.Floor(at)+1, to)})
			}
		}
	}
	slices.SortFunc(slots, func(a, b Slot) int {
		if a.Day != b.Day {
			return a.Day - b.Day
		}
		return int(math.Copysign(1, a.From-b.From))
	})
	for i := 1; i < len(slots); i++ {
		if a, b := slots[i-1], slots[i]; a.Day == b.Day && b.From < a.To {
			return nil, fmt.Errorf("the hours of %s overlap", days()[a.Day][0])
		}
	}
	return slots, nil
}

func parseDays(text string) (first, last int, err error) {
	from, to, isRange := strings.Cut(text, "-")
	if !isRange {
		to = from
	}
	first, ok := dayOf(from)
	last, also := dayOf(to)
	if !ok || !also || last < first {
		return 0, 0, fmt.Errorf("%q are no days: write mon, or mon-fri", text)
	}
	return first, last, nil
}

func parseSpan(text string) (from, to float64, err error) {
	begin, end, ok := strings.Cut(text, "-")
	from, err1 := parseClock(begin)
	to, err2 := parseClock(end)
	if !ok || errors.Join(err1, err2) != nil || from >= to {
		return 0, 0, fmt.Errorf("%q are no hours: write 9-17, or 8:30-17", text)
	}
	return from, to, nil
}

// parseClock reads a time of day: 9, 9:30 or 24.
func parseClock(text string) (float64, error) {
	hour, minute, _ := strings.Cut(text, ":")
	h, err := strconv.Atoi(hour)
	m := 0
	if err == nil && minute != "" {
		m, err = strconv.Atoi(minute)
	}
	const minutes = 60
	at := float64(h) + float64(m)/minutes
	if err != nil || h < 0 || m < 0 || m >= minutes || at > hoursOfDay {
		return 0, fmt.Errorf("%q is no time of day", text)
	}
	return at, nil
}

// Profile says how busy hours and days are beside each other. The zero value is as
// busy all the time.
type Profile struct {
	Hour [hoursOfDay]float64 // 0: 1
	Day  [7]float64          // 0: 1
}

// ParseProfile reads a profile such as "9=0.6,10=1.4,mon=1.3": what is not named
// is 1. Empty text is as busy all the time.
func ParseProfile(text string) (Profile, error) {
	var p Profile
	if strings.TrimSpace(text) == "" {
		return p, nil
	}
	for _, part := range strings.Split(strings.ToLower(text), ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		x, err := strconv.ParseFloat(value, 64)
		const most = 100
		if err != nil || !(x > 0 && x <= most) {
			return Profile{}, fmt.Errorf("%q is no part of a profile: write an hour or a day with how busy it is, as in 10=1.4 or mon=1.3", strings.TrimSpace(part))
		}
		if d, ok := dayOf(key); ok {
			p.Day[d] = x
			continue
		}
		h, err := strconv.Atoi(key)
		if err != nil || h < 0 || h >= hoursOfDay {
			return Profile{}, fmt.Errorf("%q is no hour (0 to 23) and no day (mon to sun)", key)
		}
		p.Hour[h] = x
	}
	return p, nil
}

// of is how busy a slot is, before it is set against the others.
func (p *Profile) of(s Slot) float64 {
	x := 1.0
	if h := p.Hour[int(s.From)]; h > 0 {
		x = h
	}
	if d := p.Day[s.Day]; d > 0 {
		x *= d
	}
	return x
}

// volumes spreads a mean volume per hour over the slots, so that the mean over all
// open hours is kept.
func (p *Profile) volumes(slots []Slot, mean float64) []float64 {
	var weight, hours float64
	for _, s := range slots {
		weight += p.of(s) * s.Hours()
		hours += s.Hours()
	}
	v := make([]float64, len(slots))
	for i, s := range slots {
		v[i] = mean * p.of(s) * hours / weight
	}
	return v
}
