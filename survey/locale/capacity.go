package locale

import "strings"

// CapacityWords holds the words of a plan for the people of a channel.
type CapacityWords struct{ l *Locale }

// Capacity returns the words of a plan for the people of a channel.
func (l *Locale) Capacity() CapacityWords { return CapacityWords{l} }

// CapacityHeadings are the titles of the parts of a plan, and the heads of its
// tables.
type CapacityHeadings struct {
	Title, Findings, Scenarios, Groups, Mixes, Assumptions, Method                                string
	Volume, PerHour, Promise, OnDuty, InTime, Wait, GaveUp, Busy, FTE, Group, Work, Mail, Channel string
	Low, Typical, High, Own, Low3, High3                                                          string
}

// Headings returns the titles and heads.
func (w CapacityWords) Headings() CapacityHeadings {
	if w.l.dutch {
		return CapacityHeadings{
			"Hoeveel mensen een kanaal vraagt", "Kort gezegd", "Per scenario", "Per groep organisaties", "Met ander werk erbij", "Waar dit op rust", "Hoe er is gerekend",
			"drukte", "per uur", "belofte", "mensen", "op tijd", "wachten", "haakt af", "bezig", "fte", "groep", "ander werk", "e-mail", "kanaal",
			"rustig", "gewoon", "druk", "eigen", "laag", "hoog",
		}
	}
	return CapacityHeadings{
		"How many people a channel takes", "In short", "By scenario", "By group of organisations", "With other work as well", "What this rests on", "How it was computed",
		"volume", "per hour", "promise", "people", "in time", "wait", "give up", "busy", "FTE", "group", "other work", "e-mail", "channel",
		"quiet", "usual", "busy", "own", "low", "high",
	}
}

// Lasting says a time in hours in the unit that suits it: 30 s, 5 min or 2 uur.
func (w CapacityWords) Lasting(hours float64) string {
	const minute, hour = 60, 3600
	s := hours * hour
	switch {
	case s > 0 && s < 0.5:
		return "< 1 s"
	case s < 99.5:
		return w.l.Decimal(s, 0) + " s"
	case s < 99.5*minute:
		return w.l.Number(Round(s/minute, oneIfSmall(s/minute))) + " min"
	}
	return w.l.Number(Round(hours, oneIfSmall(hours))) + w.l.pick(" uur", " h")
}

func oneIfSmall(x float64) int {
	if x < 10 {
		return 1
	}
	return 0
}

// Promise says a service level: 80% in 30 s.
func (w CapacityWords) Promise(share, hours float64) string {
	return w.l.Number(Round(100*share, 2)) + "% " + w.l.pick("in ", "in ") + w.Lasting(hours)
}

// Share says a share in whole per cents, but never 0% or 100% for what is not quite
// none or all.
func (w CapacityWords) Share(x float64) string { return w.l.Percent(x, 0) }

// people says a number of people.
func (w CapacityWords) people(n int) string {
	if n == 1 {
		return w.l.pick("1 mens", "1 person")
	}
	return w.l.Integer(n) + w.l.pick(" mensen", " people")
}

// counted is what a unit per hour counts, in the plural.
func (w CapacityWords) counted(unit string) string {
	for _, end := range []string{" per uur", " per hour"} {
		if noun, ok := strings.CutSuffix(w.l.Unit(unit), end); ok && noun != "" {
			return noun
		}
	}
	return w.l.pick("contacten", "contacts")
}

// Need is what a plan says about one volume.
type Need struct {
	Channel, Unit string
	// PerHour is the volume; Least and Most the people on duty.
	PerHour     float64
	Least, Most int
	// Busy is the share of time with a contact, FreeHours and OpenHours are per week.
	Busy, FreeHours, OpenHours float64
	// FTE is what has to be employed, Roster the least number of persons.
	FTE float64
	// WorkFTE is the part of it for the channel itself.
	WorkFTE   float64
	Roster    int
	Shrinkage float64
	// Room is how many contacts per hour the people on duty can take.
	Room float64
}

// volume says how many of what per hour.
func (w CapacityWords) volume(unit string, perHour float64) string {
	n := w.l.Number(perHour)
	if perHour == 1 {
		switch w.counted(unit) {
		case "vragen":
			return "1 vraag per uur"
		case "questions":
			return "1 question per hour"
		case "gesprekken":
			return "1 gesprek per uur"
		case "conversations":
			return "1 conversation per hour"
		case "contacten":
			return "1 contact per uur"
		case "contacts":
			return "1 contact per hour"
		}
	}
	return n + " " + w.counted(unit) + w.l.pick(" per uur", " per hour")
}

// Presence says how many people must be there.
func (w CapacityWords) Presence(n Need) string {
	v := w.volume(n.Unit, n.PerHour)
	hours := w.l.Decimal(n.FreeHours, 0)
	if n.Most == 1 {
		return w.l.pick(
			"Voor "+v+" is toch altijd één mens nodig. Die is "+w.l.Percent(n.Busy, 0)+" van de tijd bezig; "+hours+" van de "+w.l.Decimal(n.OpenHours, 0)+" uur per week blijven over voor ander werk.",
			"For "+v+" one person is still needed, all the time. That person is busy "+w.l.Percent(n.Busy, 0)+" of the time; "+hours+" of the "+w.l.Decimal(n.OpenHours, 0)+" hours per week are left for other work.")
	}
	people := w.people(n.Most)
	if n.Least < n.Most {
		people = w.l.Integer(n.Least) + w.l.pick(" tot ", " to ") + people
	}
	return w.l.pick(
		"Voor "+v+" zijn "+people+" tegelijk nodig. Zij zijn "+w.l.Percent(n.Busy, 0)+" van de tijd met minstens één contact bezig.",
		"For "+v+" it takes "+people+" at the same time. They are busy with one contact or more "+w.l.Percent(n.Busy, 0)+" of the time.")
}

// Employ says how many people that is on the payroll.
func (w CapacityWords) Employ(n Need) string {
	fte, work := w.l.Decimal(n.FTE, 1), w.l.Decimal(n.WorkFTE, 1)
	return w.l.pick(
		"Reken met verlof, ziekte, pauzes en overleg ("+w.l.Percent(n.Shrinkage, 0)+" van de tijd) op "+fte+" fte, en op minstens "+w.people(n.Roster)+" in het rooster. Daarvan gaat "+work+" fte naar het kanaal zelf; in de rest kan werk dat mag wachten.",
		"With leave, illness, breaks and meetings ("+w.l.Percent(n.Shrinkage, 0)+" of the time) that is "+fte+" FTE, and at least "+w.people(n.Roster)+" on the roster. Of that, "+work+" FTE goes to the channel itself; the rest is free for work that can wait.")
}

// Room says when more people are needed.
func (w CapacityWords) Room(n Need) string {
	v := w.volume(n.Unit, Round(n.Room, oneIfSmall(n.Room)))
	if n.Most == 1 {
		return w.l.pick("Een tweede mens is pas nodig boven ongeveer "+v+".", "A second person is needed only above some "+v+".")
	}
	return w.l.pick(
		w.people(n.Most)+" kunnen tot ongeveer "+v+" aan.",
		w.people(n.Most)+" can take up to some "+v+".")
}

// Spread says what a quieter and a busier channel take.
func (w CapacityWords) Spread(unit string, low, high float64, lowPeople, highPeople, fewest int) string {
	if min(lowPeople, fewest) == max(highPeople, fewest) {
		return w.l.pick(
			"Of het er "+w.l.Number(low)+" of "+w.l.Number(high)+" per uur zijn, maakt niet uit: het blijft "+w.people(fewest)+".",
			"Whether it is "+w.l.Number(low)+" or "+w.l.Number(high)+" per hour makes no difference: it takes "+w.people(fewest)+".")
	}
	return w.l.pick(
		"Is het rustiger ("+w.volume(unit, low)+"), dan vraagt het "+w.people(lowPeople)+"; is het drukker ("+w.volume(unit, high)+"), dan "+w.people(highPeople)+".",
		"If it is quieter ("+w.volume(unit, low)+") it takes "+w.people(lowPeople)+"; if it is busier ("+w.volume(unit, high)+"), "+w.people(highPeople)+".")
}

// Uncertain says what the ends of the margin of the median take.
func (w CapacityWords) Uncertain(low, high float64, lowPeople, highPeople int) string {
	people := w.people(highPeople)
	if lowPeople != highPeople {
		people = w.l.Integer(lowPeople) + w.l.pick(" tot ", " to ") + people
	}
	return w.l.pick(
		"De mediaan is niet zeker: tussen "+w.l.Number(low)+" en "+w.l.Number(high)+" per uur is het "+people+".",
		"The median is not certain: between "+w.l.Number(low)+" and "+w.l.Number(high)+" per hour it is "+people+".")
}

// Longer says that a time is longer than one that has a meaning here.
func (w CapacityWords) Longer(hours float64) string { return "> " + w.Lasting(hours) }

// Slower says what another promise saves of the people needed, on duty and in FTE;
// less than zero is what it costs.
func (w CapacityWords) Slower(promise, other string, needed, people int, fte float64, wait, otherWait float64) string {
	switch {
	case people == 0 && Round(fte, 1) == 0 && needed > 1:
		return w.l.pick(
			"‘"+other+"’ beloven in plaats van ‘"+promise+"’ scheelt geen mensen: ook dan zijn er "+w.l.Integer(needed)+" nodig.",
			"To promise “"+other+"” instead of “"+promise+"” saves nobody: that takes "+w.l.Integer(needed)+" people too.")
	case people == 0 && Round(fte, 1) == 0:
		return w.l.pick(
			"‘"+other+"’ beloven in plaats van ‘"+promise+"’ scheelt geen mensen: er moet toch iemand zijn.",
			"To promise “"+other+"” instead of “"+promise+"” saves nobody: somebody has to be there anyway.")
	case people == 0 && fte > 0:
		return w.l.pick(
			"‘"+other+"’ beloven in plaats van ‘"+promise+"’ scheelt "+w.l.Decimal(fte, 1)+" fte, maar op het drukste moment geen mens.",
			"To promise “"+other+"” instead of “"+promise+"” saves "+w.l.Decimal(fte, 1)+" FTE, but nobody at the busiest moment.")
	case fte > 0:
		return w.l.pick(
			"‘"+other+"’ beloven in plaats van ‘"+promise+"’ scheelt "+w.people(people)+" tegelijk en "+w.l.Decimal(fte, 1)+" fte. Wachten duurt dan gemiddeld "+w.Lasting(otherWait)+" in plaats van "+w.Lasting(wait)+".",
			"To promise “"+other+"” instead of “"+promise+"” saves "+w.people(people)+" at the same time and "+w.l.Decimal(fte, 1)+" FTE. The mean wait is then "+w.Lasting(otherWait)+" instead of "+w.Lasting(wait)+".")
	}
	return w.l.pick(
		"‘"+other+"’ beloven in plaats van ‘"+promise+"’ kost "+w.people(-people)+" tegelijk en "+w.l.Decimal(-fte, 1)+" fte meer.",
		"To promise “"+other+"” instead of “"+promise+"” costs "+w.people(-people)+" at the same time and "+w.l.Decimal(-fte, 1)+" FTE more.")
}

// WithMail says what e-mail and webcare beside the channel do.
func (w CapacityWords) WithMail(share float64) string {
	if Round(share, 2) < 0.1 {
		return w.l.pick(
			"Voor e-mail of webcare erbij is hier geen tijd: daar blijft "+w.l.Percent(share, 0)+" van de tijd voor over.",
			"There is no time for e-mail or webcare as well: "+w.l.Percent(share, 0)+" of the time is left for it.")
	}
	return w.l.pick(
		"Combineren met e-mail of webcare kan goed: dat kan wachten, dus niemand in de chat wacht langer, en "+w.l.Percent(share, 0)+" van de tijd blijft ervoor over.",
		"It combines well with e-mail or webcare: that can wait, so nobody in the chat waits longer, and "+w.l.Percent(share, 0)+" of the time is left for it.")
}

// WithPhone says what telephone or counter beside the channel do when they fill a
// part of the free time: the share that is promised an answer in time, and those who
// get it on average and at the peak. A peak that can't be kept up is not sustainable.
func (w CapacityWords) WithPhone(part, promised, average, peak float64, sustainable bool) string {
	usual := w.l.Percent(average, 0)
	end := w.l.pick("in een piek die aanhoudt "+w.l.Percent(peak, 0), "and "+w.l.Percent(peak, 0)+" at a peak that lasts")
	if !sustainable {
		end = w.l.pick("en in de piek is het werk niet te doen", "and at the peak the work can't be done")
	}
	time := w.l.Percent(part, 0)
	if sustainable && peak >= promised {
		return w.l.pick(
			"Ook als telefoon of balie "+time+" van de vrije tijd vult, krijgen genoeg mensen op tijd antwoord: "+usual+", "+end+".",
			"Even when telephone or counter fills "+time+" of the free time, enough people get an answer in time: "+usual+", "+end+".")
	}
	return w.l.pick(
		"Combineer het liever niet met telefoon of balie: die kunnen niet wachten. Vullen zij "+time+" van de vrije tijd, dan krijgt nog "+usual+" in de chat op tijd antwoord, "+end+".",
		"Better not combine it with telephone or counter: they can't wait. If they fill "+time+" of the free time, "+usual+" in the chat get an answer in time, "+end+".")
}

// OtherWork names what else people do.
func (w CapacityWords) OtherWork(work string) string {
	switch work {
	case "mail":
		return w.l.pick("e-mail of webcare", "e-mail or webcare")
	case "phone":
		return w.l.pick("telefoon of balie", "telephone or counter")
	case "peak":
		return w.l.pick("telefoon of balie, piek", "telephone or counter, peak")
	}
	return w.l.pick("niets anders", "nothing else")
}

// TooMuch says that there is more work than can be done.
func (w CapacityWords) TooMuch() string { return w.l.pick("te veel werk", "too much") }
