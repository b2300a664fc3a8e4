package locale

// Everyone names all organisations that answered.
func (w CapacityWords) Everyone() string {
	return w.l.pick("alle organisaties", "all organisations")
}

// OwnVolume names a volume that the user gave.
func (w CapacityWords) OwnVolume() string { return w.l.pick("Eigen aantal", "Own volume") }

// Basis says which volumes of the survey are used. Low and high are the quartiles,
// from and to the margin of the median; empty where there is none.
func (w CapacityWords) Basis(group string, base int, median, low, high, from, to string) string {
	s := w.l.pick("Volgens de enquête: ", "By the survey: ") + group + " (n = " + w.l.Integer(base) + "), " +
		w.l.pick("mediaan ", "median ") + median + w.l.pick(" per uur", " per hour")
	if from != "" {
		s += w.l.pick(" (marge ", " (margin ") + from + "–" + to + ")"
	}
	if low != "" {
		s += w.l.pick(", de middelste helft van "+low+" tot "+high, ", the middle half from "+low+" to "+high)
	}
	return s + w.l.pick(", gemiddeld over de openingstijd.", ", the mean over the opening hours.")
}

// Few warns that a group has few answers.
func (w CapacityWords) Few() string {
	return w.l.pick("Dit zijn minder dan 10 antwoorden: lees het als een aanwijzing.", "These are fewer than 10 answers: an indication only.")
}

// NotUsed says which groups have no volume that may be used.
func (w CapacityWords) NotUsed(groups []string) string {
	return w.l.pick(
		"Niet gebruikt, want verborgen of zonder antwoorden: ", "Not used, being hidden or without answers: ") + w.l.List(groups) + "."
}

// Instead says that all organisations stand in for a group.
func (w CapacityWords) Instead(group string) string {
	return w.l.pick(
		"Van ‘"+group+"’ mogen de aantallen niet gebruikt worden (te weinig antwoorden, of een andere groep zou bekend worden). Hieronder staan alle organisaties samen: kijk of uw drukte daarop lijkt, of geef die zelf met --volume.",
		"The volumes of “"+group+"” may not be used (too few answers, or another group would become known). Below are all organisations together: see whether yours is as busy, or give your own with --volume.")
}

// Assumption is one thing that a plan rests on: what it is, its value, where it
// comes from and the flag that changes it.
type Assumption struct{ What, Value, Source, Flag string }

// CapacityBasis are the values that a plan rests on, ready to be printed.
type CapacityBasis struct {
	Handling, Chats, Speeds, Promise, Other, Patience, MostLoad, Shrinkage, Least, Week, Hours, Profile, Phone, Talking, Peak, Switch, Growth string
}

// Assumptions lists what a plan rests on. A value that is empty does not play a part.
func (w CapacityWords) Assumptions(b CapacityBasis) []Assumption {
	guess := w.l.pick("aanname: meet dit zelf", "assumption: measure your own")
	custom := w.l.pick("gebruikelijk in contactcentra", "custom of contact centres")
	p := w.l.pick
	all := []Assumption{
		{p("werk per contact", "work per contact"), b.Handling, guess, "--handling"},
		{p("contacten tegelijk per mens", "contacts at once per person"), b.Chats, p("aanname; 3 à 4 is de grens (Koole)", "assumption; 3 to 4 is the limit (Koole)"), "--concurrency"},
		{p("tempo bij 1 tot 5 tegelijk", "pace with 1 to 5 at once"), b.Speeds, p("gepubliceerde praktijktabel", "published table of practice"), ""},
		{p("belofte", "promise"), b.Promise, custom, "--service"},
		{p("vergeleken met", "compared with"), b.Other, p("ter vergelijking", "for comparison"), "--compare"},
		{p("geduld", "patience"), b.Patience, p("voorzichtig: niemand haakt af (Erlang C)", "careful: nobody gives up (Erlang C)"), "--patience"},
		{p("hoogste belasting", "highest load"), b.MostLoad, custom, "--load"},
		{p("verlof, ziekte, pauze, overleg", "leave, illness, breaks"), b.Shrinkage, custom, "--shrinkage"},
		{p("minstens aanwezig", "least on duty"), b.Least, p("een open kanaal vraagt een mens", "an open channel takes a person"), "--minimum"},
		{p("voltijds werkweek", "full-time week"), b.Week, "Cao Gemeenten", "--week"},
		{p("open", "open"), b.Hours, p("kantoortijd, zoals de enquête vraagt", "office hours, as the survey asks"), "--hours"},
		{p("verloop van de drukte", "busy hours"), b.Profile, p("geen bron: elk uur even druk", "no source: every hour alike"), "--profile"},
		{p("groei van de drukte", "growth of the volume"), b.Growth, p("OBI4wan 2020: chats verdubbelen in twee jaar", "OBI4wan 2020: chats double in two years"), "--growth"},
		{p("telefoon of balie erbij", "telephone or counter beside it"), b.Phone, guess, "--phone"},
		{p("werk per telefoontje", "work per call"), b.Talking, guess, "--talking"},
		{p("piek van de telefoon", "peak of the telephone"), b.Peak, guess, "--peak"},
		{p("omschakelen van e-mail", "switching from e-mail"), b.Switch, guess, "--switch"},
	}
	kept := all[:0]
	for _, a := range all {
		if a.Value != "" {
			kept = append(kept, a)
		}
	}
	return kept
}

// Given says that a value was given on the command line.
func (w CapacityWords) Given() string { return w.l.pick("zo opgegeven", "as given") }

// Endless says that nobody gives up.
func (w CapacityWords) Endless() string { return w.l.pick("eindeloos", "endless") }

// OfficeHours are the opening hours that are assumed.
func (w CapacityWords) OfficeHours() string { return w.l.pick("ma-vr 9-17", "mon-fri 9-17") }

// Even says that every hour is as busy.
func (w CapacityWords) Even() string { return w.l.pick("gelijk", "even") }

// OfTime says a share of free time.
func (w CapacityWords) OfTime(share string) string {
	return w.l.pick(share+" van de vrije tijd", share+" of the free time")
}

// Times says a factor.
func (w CapacityWords) Times(x string) string { return x + "×" }

// Change names the flag that changes something.
func (w CapacityWords) Change(flag string) string {
	return w.l.pick("te wijzigen met "+flag, "change it with "+flag)
}

// Method says how it was computed. Gap is the largest difference between formula
// and simulation and error its standard error, in percentage points; both empty
// without a simulation. Chats is true with more contacts at once.
func (w CapacityWords) Method(gap, margin string, chats, patient bool) []string {
	p := w.l.pick
	model := p("Erlang C: contacten komen los van elkaar binnen, en wie wacht, blijft wachten.", "Erlang C: contacts arrive independently, and who waits keeps waiting.")
	if !patient {
		model = p("Erlang A: contacten komen los van elkaar binnen, en wie wacht, haakt na een tijdje af. Wie afhaakt telt als niet op tijd.", "Erlang A: contacts arrive independently, and who waits gives up after a while. Who gives up counts as not in time.")
	}
	if chats {
		model += p(" Met meer chats tegelijk: een geboorte-en-sterfteproces met de tempo's hierboven; met één chat is dat hetzelfde.", " With more chats at once: a birth-and-death chain with the paces above; with one chat it is the same.")
	}
	texts := []string{model}
	if gap != "" {
		texts = append(texts, p(
			"‘Met ander werk erbij’ is gesimuleerd (60.000 contacten, vaste startwaarde). Zonder ander werk scheelt de simulatie "+gap+" procentpunt met de formule (standaardfout "+margin+").",
			"“With other work as well” is simulated (60,000 contacts, fixed seed). Without other work the simulation differs by "+gap+" percentage points from the formula (standard error "+margin+")."))
	}
	return append(texts, p(
		"Het verschil tussen rustige en drukke dagen zit er niet in, en ook niet of mensen nog aan het kanaal moeten wennen. Reken daarom ook het drukke scenario door.",
		"Differences between quiet and busy days are not in it, nor whether people still have to get used to the channel. So look at the busy scenario too."))
}
