package locale

import (
	"fmt"
	"strings"
)

// ChartStaffing are the words of charts about the people of a channel.
type ChartStaffing struct {
	// Wait heads the column of mean waits, Difference that of differences in FTE.
	Wait, Difference string
	// TooFew stands where there are too few people for the work, Closed in an hour
	// that a channel is not open.
	TooFew, Closed string
	// PathBand explains the area of a path of growth.
	PathBand string
	// EnoughKind, CostKind, HoursKind open the text alternatives.
	EnoughKind, CostKind, HoursKind string
	// Twice names the scenario of twice the volume.
	Twice string
}

// ChartStaffing returns the words of charts about the people of a channel.
func (l *Locale) ChartStaffing() ChartStaffing {
	return ChartStaffing{
		Wait: l.pick("wachten", "wait"), Difference: l.pick("verschil", "difference"),
		TooFew:     l.pick("te weinig mensen voor dit werk", "too few people for this work"),
		Closed:     l.pick("dicht", "closed"),
		PathBand:   l.pick("Het vlak loopt van alles tegelijk laag tot alles tegelijk hoog: drukte en groei.", "The area runs from everything low to everything high at once: volume and growth."),
		EnoughKind: l.pick("Twee punten per aantal mensen", "Two dots for each number of people"),
		CostKind:   l.pick("Twee punten per scenario", "Two dots for each scenario"),
		HoursKind:  l.pick("Tabel met gekleurde vakken", "Table of coloured cells"),
		Twice:      l.pick("twee keer zo druk", "twice as busy"),
	}
}

// StaffingPeople labels a number of people, enough when it keeps the promise and
// nobody can be missed.
func (l *Locale) StaffingPeople(n int, enough bool) string {
	s := l.Capacity().people(n)
	if enough {
		s += l.pick(": genoeg", ": enough")
	}
	return s
}

// StaffingWithin labels the share that is answered within a time.
func (l *Locale) StaffingWithin(hours float64) string {
	return l.pick("antwoord binnen ", "answered within ") + l.Capacity().Lasting(hours)
}

// StaffingEnoughTitle is the headline on how many people are enough: n give share an
// answer in time; with one fewer it is less, or, where that would keep the promise
// still, people are too busy, or there are too few for the work.
func (l *Locale) StaffingEnoughTitle(channel string, n int, share, within, less string, kept bool) string {
	lead := ""
	if channel != "" {
		lead = upperFirst(channel) + ": "
	}
	people := l.Capacity().people(n)
	verb := l.pick("geven", "give")
	if n == 1 {
		people, verb = l.pick("één mens", "one person"), l.pick("geeft", "gives")
	}
	s := lead + fmt.Sprintf(l.pick("%s %s %s binnen %s antwoord", "%s %s %s an answer within %s"), people, verb, share, within)
	if lead == "" {
		s = strings.Replace(upperFirst(s), "Één", "Eén", 1)
	}
	switch {
	case n == 1:
		return s
	case kept:
		return s + l.pick(", met één minder zijn zij te druk", ", one fewer are too busy")
	case less == "":
		return s + l.pick(", met één minder loopt het vast", ", one fewer can not keep up")
	}
	return s + fmt.Sprintf(l.pick(", met één minder is het %s", ", with one fewer it is %s"), less)
}

// StaffingEnoughSubtitle says what is shown; busiest is true when the volume is that
// of the busiest hour.
func (l *Locale) StaffingEnoughSubtitle(unit string, perHour float64, busiest bool) string {
	s := l.pick("Percentage dat op tijd antwoord krijgt, naar het aantal mensen tegelijk, bij ", "Percentage answered in time, by the number of people at once, for ") + l.Capacity().volume(unit, Round(perHour, oneIfSmall(perHour)))
	if busiest {
		s += l.pick(" (het drukste uur)", " (the busiest hour)")
	}
	return s
}

// StaffingPromise explains the dotted line at what is promised.
func (l *Locale) StaffingPromise(share string) string {
	return fmt.Sprintf(l.pick("Stippellijn: de belofte van %s.", "Dotted line: the promise of %s."), share)
}

// StaffingCostTitle is the headline on what a slower answer saves at most: in FTE,
// empty for nothing.
func (l *Locale) StaffingCostTitle(channel, fast, slow, saves string) string {
	lead := ""
	if channel != "" {
		lead = upperFirst(channel) + ": "
	}
	if saves == "" {
		return lead + fmt.Sprintf(l.pick("antwoord binnen %s in plaats van %s scheelt geen fte", "answers within %s instead of %s save no FTE"), slow, fast)
	}
	return lead + fmt.Sprintf(l.pick("antwoord binnen %s in plaats van %s scheelt tot %s fte", "answers within %s instead of %s save up to %s FTE"), slow, fast, saves)
}

// StaffingCostSubtitle says what is shown of the cost of a promise.
func (l *Locale) StaffingCostSubtitle() string {
	return l.pick("Fte in dienst per scenario, met verlof, ziekte, pauzes en overleg", "FTE employed by scenario, with leave, illness, breaks and meetings")
}

// StaffingScenario labels a scenario with its volume.
func (l *Locale) StaffingScenario(name string, perHour float64) string {
	return upperFirst(name) + " (" + l.Number(perHour) + l.pick(" per uur)", " per hour)")
}

// StaffingHoursTitle is the headline on when most people are needed, of which one day
// and hour is an example.
func (l *Locale) StaffingHoursTitle(channel string, most int, when string) string {
	lead := ""
	if channel != "" {
		lead = upperFirst(channel) + ": "
	}
	return lead + fmt.Sprintf(l.pick("de meeste mensen (%s) zijn nodig %s", "most people (%s) are needed %s"), l.Integer(most), when)
}

// StaffingHoursSubtitle says what is shown by day and hour.
func (l *Locale) StaffingHoursSubtitle(unit string, perHour float64) string {
	return l.pick("Mensen tegelijk per dag en uur, bij gemiddeld ", "People at once by day and hour, with a mean of ") + l.Capacity().volume(unit, Round(perHour, oneIfSmall(perHour)))
}

// StaffingWhen says an hour of a day: op maandag om 10 uur. Day is 0 for Monday.
func (l *Locale) StaffingWhen(day, hour int) string {
	return fmt.Sprintf(l.pick("op %s om %d uur", "on %s at %d"), l.StaffingDay(day), hour) + l.pick("", ":00")
}

// StaffingDay names a day, 0 for Monday.
func (l *Locale) StaffingDay(day int) string {
	nl := [...]string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}
	en := [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	return l.pick(nl[day], en[day])
}

// StaffingPathLabel names the line of a path of growth.
func (l *Locale) StaffingPathLabel(channel string) string {
	s := l.pick("Mensen tegelijk", "People at once")
	if channel != "" {
		s += l.pick(" voor ", " for ") + channel
	}
	return s
}

// StaffingPathSubtitle says how fast the volume grows: the usual growth and its range,
// as percentages a year.
func (l *Locale) StaffingPathSubtitle(low, usual, high string) string {
	s := fmt.Sprintf(l.pick("Als de drukte elk jaar %s groeit", "If the volume grows by %s each year"), usual)
	if low != high {
		s += fmt.Sprintf(l.pick(" (van %s tot %s)", " (from %s to %s)"), low, high)
	}
	return s
}

// StaffingYear names a year of a path, 0 for now.
func (l *Locale) StaffingYear(year int) string {
	switch year {
	case 0:
		return l.pick("nu", "now")
	case 1:
		return l.pick("over 1 jaar", "in 1 year")
	}
	return fmt.Sprintf(l.pick("over %d jaar", "in %d years"), year)
}

// StaffingSource says that a volume was given, for the foot of a chart.
func (l *Locale) StaffingSource() string {
	return l.pick("Bron: eigen opgave en de genoemde aannames, doorgerekend", "Source: own volume and the assumptions named, computed")
}

// StaffingComputed adds to the source of a survey that the figures are computed.
func (l *Locale) StaffingComputed(source string) string {
	return source + l.pick(" Doorgerekend met de genoemde aannames.", " Computed with the assumptions named.")
}
