package locale

import "fmt"

// CapacityTables are the titles and heads of the further tables of a plan.
type CapacityTables struct {
	Hours, Growth, Sensitivity                     string
	Year, PeopleRange, FTERange, Day               string
	Assumption, Lower, Higher, Value, Source, Flag string
	// The terms of the box on method.
	Computed, Volumes, Simulated, Defaults string
}

// Tables returns the titles and heads of the further tables.
func (w CapacityWords) Tables() CapacityTables {
	p := w.l.pick
	return CapacityTables{
		Hours:  p("Mensen per dag en uur", "People by day and hour"),
		Growth: p("Als de drukte groeit", "If the volume grows"), Sensitivity: p("Hoe gevoelig het antwoord is", "How sensitive the answer is"),
		Year: p("wanneer", "when"), PeopleRange: p("mensen van–tot", "people from–to"), FTERange: p("fte van–tot", "FTE from–to"),
		Assumption: p("aanname", "assumption"), Lower: p("lager", "lower"), Higher: p("hoger", "higher"), Value: p("waarde", "value"),
		Source: p("waar het vandaan komt", "where it comes from"), Flag: p("te wijzigen met", "changed with"),
		Day:      p("dag", "day"),
		Computed: p("Rekenwijze", "Model"), Volumes: p("Drukte", "Volumes"), Simulated: p("Simulatie", "Simulation"), Defaults: p("Aannames", "Assumptions"),
	}
}

// Lead says what the findings rest on.
func (w CapacityWords) Lead() string {
	return w.l.pick("Bij de aannames onder ‘Waar dit op rust’: elk daarvan is te wijzigen.", "With the assumptions under “What this rests on”, each of which can be changed.")
}

// About puts what a sentence is about before it; nothing for no channel.
func (w CapacityWords) About(channel, text string) string {
	if channel == "" {
		return text
	}
	return channel + ": " + w.l.Small(text)
}

// Assumed names an assumption that is varied.
func (w CapacityWords) Assumed(what string) string {
	p := w.l.pick
	switch what {
	case "volume":
		return p("drukte per uur", "volume per hour")
	case "handling":
		return p("werk per contact", "work per contact")
	case "concurrency":
		return p("contacten tegelijk", "contacts at once")
	case "patience":
		return p("geduld", "patience")
	case "load":
		return p("hoogste belasting", "highest load")
	}
	return p("verlof, ziekte, overleg", "leave, illness, meetings")
}

// Most says which assumption matters most; the texts are those of its two ends in
// FTE. What is empty when none changes anything.
func (w CapacityWords) Most(what string, low, high float64) string {
	if what == "" {
		return w.l.pick("Geen van de aannames hieronder verandert hoeveel mensen er nodig zijn.", "None of the assumptions below changes how many people it takes.")
	}
	return fmt.Sprintf(w.l.pick("Het meest maakt uit: %s. Dat scheelt %s tot %s fte; meet dit dus zelf.", "What matters most: %s. That makes it %s to %s FTE, so measure your own."),
		what, w.l.Decimal(low, 1), w.l.Decimal(high, 1))
}

// Grows says how many people it takes after some years of growth, and with what
// that may be.
func (w CapacityWords) Grows(rate string, years int, now, then, low, high int) string {
	after := w.l.StaffingYear(years)
	s := fmt.Sprintf(w.l.pick("Groeit de drukte elk jaar met %s, dan zijn %s %s tegelijk nodig", "If the volume grows by %s each year, it takes %[3]s at once %[2]s"), rate, after, w.people(then))
	if now == then {
		s = fmt.Sprintf(w.l.pick("Groeit de drukte elk jaar met %s, dan is %s nog steeds %s tegelijk genoeg", "If the volume grows by %s each year, %[3]s at once will still do %[2]s"), rate, after, w.people(then))
	}
	if low != high {
		s += fmt.Sprintf(w.l.pick(" (van %s tot %s, als alles tegelijk laag of hoog uitvalt)", " (from %s to %s, if everything turns out low or high at once)"), w.l.Integer(low), w.l.Integer(high))
	}
	return s + "."
}

// InAnAverageHour adds to a title that it is about an hour of average volume.
func (w CapacityWords) InAnAverageHour(title string) string {
	return title + w.l.pick(" (in een gemiddeld uur)", " (in an average hour)")
}

// Doubles says what twice the volume takes.
func (w CapacityWords) Doubles(unit string, perHour float64, now, people int, fte float64) string {
	v := w.volume(unit, perHour)
	if now == people {
		return w.l.pick("Ook als het twee keer zo druk wordt ("+v+") blijft het "+w.people(people)+".", "If it becomes twice as busy ("+v+") it still takes "+w.people(people)+".")
	}
	return w.l.pick("Wordt het twee keer zo druk ("+v+"), dan vraagt het "+w.people(people)+" tegelijk en "+w.l.Decimal(fte, 1)+" fte.",
		"If it becomes twice as busy ("+v+"), it takes "+w.people(people)+" at once and "+w.l.Decimal(fte, 1)+" FTE.")
}

// Uptake says how many organisations use a channel, how many are expected to by their
// plans, and what each of them takes.
func (w CapacityWords) Uptake(now, n int, expected, low, high, fte float64) string {
	share := fmt.Sprintf(w.l.pick("%s (%s van %s)", "%s (%s of %s)"), w.l.Percent(float64(now)/float64(n), 0), w.l.Integer(now), w.l.Integer(n))
	return fmt.Sprintf(w.l.pick(
		"%s gebruikt het nu; naar hun plannen is dat over een jaar %s (marge %s). Bij een gewone drukte vraagt elke organisatie %s fte.",
		"%s use it now; by their plans that is %s in a year (margin %s). With a usual volume each organisation takes %s FTE."),
		share, w.l.Percent(expected, 0), w.l.PercentRange(low, high, 0), w.l.Decimal(fte, 1))
}

// Own says which volume an organisation named itself, and where that stands.
func (w CapacityWords) Own(organisation, unit string, perHour float64) string {
	return fmt.Sprintf(w.l.pick("%s noemde in de enquête %s.", "In the survey %s named %s."), organisation, w.volume(unit, perHour))
}

// NoOwn says that an organisation named no volume, so that a group stands in for it.
func (w CapacityWords) NoOwn(organisation, group string) string {
	return fmt.Sprintf(w.l.pick(
		"%s noemde geen aantal: hieronder staat wat gewoon is voor %s. Geef een eigen aantal met --volume.",
		"%s named no number: below is what is usual for %s. Give your own with --volume."), organisation, group)
}

// Growth says a path of growth for the list of assumptions: 0%, 41% of 100% per jaar.
func (w CapacityWords) Growth(low, usual, high string, years int) string {
	s := usual + w.l.pick(" per jaar", " a year")
	if low != high {
		s += " (" + low + "–" + high + ")"
	}
	return s + fmt.Sprintf(w.l.pick(", %d jaar", ", %d years"), years)
}

// UsualAssumptions names the assumptions of a plan that stands in another report.
func (w CapacityWords) UsualAssumptions(handling, chats, promise, shrinkage, week string) string {
	return fmt.Sprintf(w.l.pick(
		"Doorgerekend met gewone aannames: %s werk per contact, %s contacten tegelijk, %s antwoord, open op kantoortijd, %s verlof, ziekte en overleg, en een werkweek van %s uur. De opdracht ‘benchmark capacity’ rekent met eigen aannames.",
		"Computed with usual assumptions: %s of work per contact, %s contacts at once, an answer for %s, open in office hours, %s leave, illness and meetings, and a week of %s hours. The command “benchmark capacity” computes with your own."),
		handling, chats, promise, shrinkage, week)
}
