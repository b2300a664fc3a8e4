package locale

// The words of a report on the whole study, beside those of every report.

// SideBySide is the heading over all channels.
func (r ReportWords) SideBySide() string {
	return r.l.pick("Alle kanalen naast elkaar", "All channels side by side")
}

// CapacityHeading is the heading over volumes and what holds back.
func (r ReportWords) CapacityHeading() string { return r.l.pick("Capaciteit", "Capacity") }

// OpenAnswers is the heading over words and themes that are about no channel.
func (r ReportWords) OpenAnswers() string { return r.l.pick("In eigen woorden", "In their own words") }

// ChangesHeading is the heading over what changed since the last time.
func (r ReportWords) ChangesHeading() string {
	return r.l.pick("Wat er veranderde sinds de vorige keer", "What changed since the last time")
}

// DifferencesBy is the heading over the groups of a breakdown.
func (r ReportWords) DifferencesBy(breakdown string) string {
	return r.l.pick("Verschillen naar ", "Differences by ") + r.l.Small(breakdown)
}

// BreakdownsHeading is the heading over the tables by group, where those in total
// stand in the sections.
func (r ReportWords) BreakdownsHeading() string {
	return r.l.pick("Bijlage: alle uitsplitsingen", "Appendix: all breakdowns")
}

// MainFigure names a figure that is compared between groups. About is the channel,
// or for ownership the option.
func (r ReportWords) MainFigure(topic, about string) string {
	l := r.l
	switch topic {
	case "adoption":
		return l.pick("Gebruik van ", "Use of ") + inSentence(about)
	case "satisfaction":
		return l.pick("Tevreden", "Satisfied") + r.about(about, " over ", " with ")
	case "change":
		return l.pick("Stijging van het klantcontact", "Rise in customer contact")
	}
	return l.pick("Webcare door ", "Webcare by ") + l.Quote(about)
}

// GroupsCompared says of how many figures groups were compared, and how many
// differ; compared is at least 1.
func (r ReportWords) GroupsCompared(compared, found int) string {
	l := r.l
	figures := l.pick("cijfers", "figures")
	if compared == 1 {
		figures = l.pick("cijfer", "figure")
	}
	n := l.Integer(compared)
	switch {
	case found == 0 && compared == 1:
		return l.pick("Van één "+figures+" zijn de groepen vergeleken. Er is geen verschil aan te tonen. ",
			"The groups were compared on one "+figures+". No difference could be shown. ") + r.notAlike()
	case found == 0:
		return l.pick("Van "+n+" "+figures+" zijn de groepen vergeleken. Bij geen ervan is een verschil aan te tonen. ",
			"The groups were compared on "+n+" "+figures+". No difference could be shown on any of them. ") + r.notAlike()
	case found == compared && compared == 1:
		return l.pick("Van één "+figures+" zijn de groepen vergeleken, en daar is een verschil aangetoond.",
			"The groups were compared on one "+figures+", and a difference was found.")
	case found == compared:
		return l.pick("Van "+n+" "+figures+" zijn de groepen vergeleken. Bij elk ervan is een verschil aangetoond.",
			"The groups were compared on "+n+" "+figures+". A difference was found on each of them.")
	}
	return l.pick("Van "+n+" "+figures+" zijn de groepen vergeleken. Bij "+l.Integer(found)+" ervan is een verschil aangetoond, bij de andere niet. ",
		"The groups were compared on "+n+" "+figures+". A difference was found on "+l.Integer(found)+" of them, and not on the others. ") + r.notAlike()
}

func (r ReportWords) notAlike() string {
	return r.l.pick("Geen verschil aantonen is niet hetzelfde als aantonen dat groepen gelijk zijn.",
		"Showing no difference is not the same as showing that groups are alike.")
}

// VerdictHeads head the table of what differs between groups: the figure, the
// groups with the highest and the lowest share, the difference, whether it was
// found, the test, and from which difference one would mostly be.
func (r ReportWords) VerdictHeads() []string {
	if r.l.dutch {
		return []string{"Cijfer", "Hoogste", "Laagste", "Verschil", "Aangetoond", "Toets", "Valt meestal op vanaf"}
	}
	return []string{"Figure", "Highest", "Lowest", "Difference", "Found", "Test", "Mostly shows from"}
}

// Difference says a difference in percentage points without its sign.
func (r ReportWords) Difference(points float64) string {
	return r.l.Decimal(points, 0) + r.l.pick(" procentpunt", " percentage points")
}

// SeenFrom says from how many percentage points a difference mostly shows; empty
// where it is not known.
func (r ReportWords) SeenFrom(points float64) string {
	if points <= 0 {
		return ""
	}
	return r.Difference(upwards(points))
}

// Found says in a table whether a difference was found, and for how many other
// pairs of the same groups.
func (r ReportWords) Found(found bool, others int) string {
	switch {
	case !found:
		return r.l.pick("nee", "no")
	case others == 1:
		return r.l.pick("ja, ook bij 1 ander tweetal", "yes, and for 1 other pair")
	case others > 1:
		return r.l.pick("ja, ook bij "+r.l.Integer(others)+" andere tweetallen", "yes, and for "+r.l.Integer(others)+" other pairs")
	}
	return r.l.pick("ja", "yes")
}

// VerdictNote explains the table of what differs between groups.
func (r ReportWords) VerdictNote() string {
	return r.l.pick("Van elk cijfer staan hier de twee groepen die het verst uit elkaar liggen. De p is gecorrigeerd voor alle tweetallen van groepen.",
		"Of each figure these are the two groups that are furthest apart. The p is corrected for all pairs of groups.")
}

// NotTestable says in a table that there are too few answers to compare.
func (r ReportWords) NotTestable(minimum int) string {
	return r.l.pick("niet te toetsen: minder dan twee groepen met "+r.l.Integer(minimum)+" antwoorden",
		"not tested: fewer than two groups with "+r.l.Integer(minimum)+" answers")
}

// ExactCountsOf introduces exact intervals of a figure in groups of known size.
func (r ReportWords) ExactCountsOf(figure string, groups []string) string {
	return figure + r.l.pick(" onder alle organisaties, als de deelnemers een willekeurige greep zijn: ",
		" among all organisations, if the respondents are a random draw: ") + r.l.List(groups) + "."
}

// AtChannel says what is answered most often about a channel: bij WhatsApp ‘Gebrek
// aan capaciteit’ 59% (35 van 59).
func (r ReportWords) AtChannel(channel, option, figure string) string {
	return r.l.pick("bij ", "for ") + inSentence(channel) + " " + r.Quote(option) + " " + figure
}

// TopBarrier says which answer to what holds back is given most often for each
// channel; channels are phrases of AtChannel.
func (r ReportWords) TopBarrier(channels []string) string {
	return r.l.pick("Wat organisaties het vaakst tegenhoudt: ", "What holds organisations back most often: ") + r.l.List(channels) + "."
}

// VolumeHeads head the table of the volumes of channels.
func (r ReportWords) VolumeHeads() []string {
	return []string{
		r.l.pick("Kanaal", "Channel"), r.l.pick("Eenheid", "Unit"), r.Statistic("median"), r.Statistic("lower-quartile"), r.Statistic("upper-quartile"),
		r.Statistic("mean"), r.Columns().Base,
	}
}

// Qualities are the headings of the remarks on the quality of the data.
type Qualities struct {
	// None stands under Doubt where there is none.
	None                 string
	Doubt, Warning, Note string
}

// QualityHeadings returns the headings of the remarks on the quality of the data.
func (r ReportWords) QualityHeadings() Qualities {
	if r.l.dutch {
		return Qualities{
			None:  "Niets gevonden.",
			Doubt: "Dit kan cijfers veranderen en is nog niet beslist", Warning: "Hier is een keuze gemaakt die in de cijfers zit",
			Note: "Goed om te weten",
		}
	}
	return Qualities{
		None:  "Nothing found.",
		Doubt: "This may change figures and is not yet decided", Warning: "Here a choice was made that is in the figures",
		Note: "Good to know",
	}
}

// Letter are the words of a summary for e-mail.
type Letter struct{ Subject, Greeting, Lead, Mind, More string }

// Letter returns the words of a summary for e-mail of a study; took says who took
// part, and when.
func (r ReportWords) Letter(title, took string) Letter {
	if r.l.dutch {
		return Letter{
			Subject: "Onderwerp: " + title + ": de uitkomsten", Greeting: "Beste collega,",
			Lead: "De uitkomsten van " + title + " zijn er: " + took + ". Dit is het belangrijkste.",
			Mind: "Goed om erbij te zeggen:",
			More: "In het hele rapport staan alle cijfers met hun marge, de verschillen tussen groepen en de methode.",
		}
	}
	return Letter{
		Subject: "Subject: " + title + ": the results", Greeting: "Dear colleague,",
		Lead: "The results of " + title + " are in: " + took + ". These are the main ones.",
		Mind: "Good to say along with them:",
		More: "The whole report has every figure with its margin, the differences between groups and the method.",
	}
}

// OverviewHeads head the table of all channels beside each other.
func (r ReportWords) OverviewHeads() []string {
	if r.l.dutch {
		return []string{
			"Cijfer", "Gebruikt het nu", "Als alle plannen doorgaan", "Overweegt het, van wie het niet heeft", "Tevreden", "Houdt het vaakst tegen",
			"Drukte, mediaan",
		}
	}
	return []string{
		"Figure", "Use it now", "If every plan goes ahead", "Consider it, of those without", "Satisfied", "Holds back most often", "Volume, median",
	}
}

// ResponseIs says how many organisations took part of those that exist.
func (r ReportWords) ResponseIs(answered, exist int, share float64) string {
	return r.l.pick("Respons: ", "Response: ") + r.Figure(share, answered, exist) +
		r.l.pick(" van de organisaties waarvan bekend is hoeveel er zijn.", " of the organisations of which it is known how many exist.")
}

// ResponseBetween says between which groups the response differs most.
func (r ReportWords) ResponseBetween(least, leastFigure, most, mostFigure string) string {
	return r.l.pick("Per groep loopt dat van "+leastFigure+" bij ‘"+least+"’ tot "+mostFigure+" bij ‘"+most+"’.",
		"By group it runs from "+leastFigure+" for “"+least+"” to "+mostFigure+" for “"+most+"”.")
}

// TheQuestions is the heading over the questions of a study that has no others than those without a role.
func (r ReportWords) TheQuestions() string { return r.l.pick("De vragen", "The questions") }

// Middle says the middle and the mean of the numbers that a question asked for; mean
// may be empty.
func (r ReportWords) Middle(question, unit, median, mean string, base int) string {
	s := r.Quote(question) + r.l.pick(": mediaan ", ": median ") + median
	if unit != "" {
		s += " " + r.l.Unit(unit)
	}
	if mean != "" {
		s += r.l.pick(", gemiddeld ", ", mean ") + mean
	}
	return s + " (" + r.Answers(base) + ")."
}

// OfScale says the mean of a scale of bare numbers; mean is a phrase of ScaleMean.
func (r ReportWords) OfScale(question, mean string, base int) string {
	return r.Quote(question) + ": " + mean + " (" + r.Answers(base) + ")."
}

// NothingToTell stands where no figure may be told in a sentence.
func (r ReportWords) NothingToTell() string {
	return r.l.pick("Geen enkele uitkomst kan in een zin worden gezegd. De tabellen staan hieronder.",
		"No result can be told in a sentence. The tables are below.")
}

// OverviewTitle names the table of all channels beside each other.
func (r ReportWords) OverviewTitle() string {
	return r.l.pick("De belangrijkste cijfers per kanaal", "The main figures of each channel")
}

// VolumeTitle names the table of the volumes of channels.
func (r ReportWords) VolumeTitle() string {
	return r.l.pick("Hoe druk de kanalen zijn", "How busy the channels are")
}

// GroupsTitle names the table of the main figures by group.
func (r ReportWords) GroupsTitle(breakdown string) string {
	return r.l.pick("De belangrijkste cijfers naar ", "The main figures by ") + r.l.Small(breakdown)
}

// VerdictTitle names the table of what differs between groups.
func (r ReportWords) VerdictTitle() string {
	return r.l.pick("Wat verschilt, en wat niet te onderscheiden is", "What differs, and what can't be told apart")
}

// GroupsOfRole names the groups that a question with the role makes; empty for a role
// that says nothing of it.
func (r ReportWords) GroupsOfRole(role string) string {
	switch role {
	case "organisation-type":
		return r.l.pick("soort organisatie", "type of organisation")
	case "size-class":
		return r.l.pick("grootteklasse", "size class")
	case "province":
		return r.l.pick("provincie", "province")
	}
	return ""
}
