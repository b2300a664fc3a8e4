package locale

import "fmt"

// Stayed says how many took part twice.
func (w TrendWords) Stayed(from, to string, both, left, came int) string {
	return fmt.Sprintf(w.l.pick("%s organisaties deden in %s en in %s mee; %s alleen in %s en %s alleen in %s.",
		"%s organisations took part in %s and in %s; %s in %s alone and %s in %s alone."),
		w.l.Integer(both), from, to, w.l.Integer(left), from, w.l.Integer(came), to)
}

// NoPanel says that it can't be seen who took part twice.
func (w TrendWords) NoPanel(from, to string) string {
	return fmt.Sprintf(w.l.pick("Tussen %s en %s is niet te zien wie twee keer meedeed: de metingen gelden als losse steekproeven.",
		"Between %s and %s it can't be seen who took part twice: the waves count as separate samples."), from, to)
}

// Changed says what a figure was and is, and what a test says of it. Margin is that of
// the difference, in percentage points; what is empty is left out.
func (w TrendWords) Changed(name, before, from, after, to, difference, evidence string, up, down bool) string {
	verdict := w.l.pick("Dat verschil is niet aangetoond", "That difference is not shown")
	switch {
	case up:
		verdict = w.l.pick("Dat is een aangetoonde stijging", "That is a rise that is shown")
	case down:
		verdict = w.l.pick("Dat is een aangetoonde daling", "That is a fall that is shown")
	}
	return w.figures(name, before, from, after, to) + fmt.Sprintf(" %s (%s; %s).", verdict, difference, evidence)
}

// ChangedBroken says what a figure was and is where there is a break between them.
func (w TrendWords) ChangedBroken(name, before, from, after, to, why string) string {
	return w.figures(name, before, from, after, to) + fmt.Sprintf(w.l.pick(" Dat is niet zomaar te vergelijken: %s.", " These can't simply be compared: %s."), why)
}

func (w TrendWords) figures(name, before, from, after, to string) string {
	return fmt.Sprintf(w.l.pick("%s: %s in %s, %s in %s.", "%s: %s in %s, %s in %s."), name, before, from, after, to)
}

// Twice says what those that answered twice did: of n, the share then and now, and
// whether a test found them to differ.
func (w TrendWords) Twice(n int, before, after, evidence string, differ bool) string {
	found := w.l.pick("dat verschil is niet aangetoond", "no difference could be shown")
	if differ {
		found = w.l.pick("dat verschil is aangetoond", "that difference was shown")
	}
	return fmt.Sprintf(w.l.pick(" Van de %s die beide keren antwoordden: eerst %s, later %s; %s (%s).", " Of the %s that answered both times: first %s, later %s; %s (%s)."),
		w.l.Integer(n), before, after, found, evidence)
}

// Evidence is a p value with what it was corrected for.
func (w TrendWords) Evidence(p string, family int) string {
	if family <= 1 {
		return "p " + p
	}
	return fmt.Sprintf(w.l.pick("p %s na correctie voor %s toetsen", "p %s after correction for %s tests"), p, w.l.Integer(family))
}

// Plain is a p value that was not corrected.
func (w TrendWords) Plain(p string) string { return "p " + p }

// Points writes a difference with its margin in percentage points.
func (w TrendWords) Points(d, low, high float64, interval bool) string {
	if !interval {
		return w.l.Points(d, 0)
	}
	return w.l.Points(d, 0) + ", " + w.l.PointsRange(low, high, 0)
}

// Count says how many changes were tested and shown.
func (w TrendWords) Count(from, to string, tested, shown int) string {
	if shown == 0 {
		return fmt.Sprintf(w.l.pick("Van %s naar %s is bij geen van de %s getoetste cijfers een verandering aangetoond.", "From %s to %s a change is shown in none of the %s figures that were tested."), from, to, w.l.Integer(tested))
	}
	return fmt.Sprintf(w.l.pick("Van %s naar %s is bij %s van de %s getoetste cijfers een verandering aangetoond.", "From %s to %s a change is shown in %s of the %s figures that were tested."), from, to, w.l.Integer(shown), w.l.Integer(tested))
}

// NothingAlike says that no figures of two waves can simply be compared, and why.
func (w TrendWords) NothingAlike(from, to, why string) string {
	return fmt.Sprintf(w.l.pick("De cijfers van %s en %s zijn niet zomaar te vergelijken (%s): een verschil bewijst geen verandering.",
		"The figures of %s and %s can't simply be compared (%s): a difference proves no change."), from, to, why)
}

// Flow says who started and who stopped.
func (w TrendWords) Flow(channel, from, to string, base, started, stopped int) string {
	return fmt.Sprintf(w.l.pick("%s: van de %s die in %s en %s antwoordden, begonnen er %s en stopten er %s.", "%s: of the %s that answered in %s and %s, %s started and %s stopped."),
		channel, w.l.Integer(base), from, to, w.l.Integer(started), w.l.Integer(stopped))
}

// Moved says what the largest move between answers was.
func (w TrendWords) Moved(about, from, to string, base, moved, most int, was, is string) string {
	return fmt.Sprintf(w.l.pick("%s: van de %s die in %s en %s antwoordden, gaven er %s een ander antwoord; het meest van %s naar %s (%s).",
		"%s: of the %s that answered in %s and %s, %s gave another answer; most often from %s to %s (%s)."),
		about, w.l.Integer(base), from, to, w.l.Integer(moved), w.l.Report().Quote(was), w.l.Report().Quote(is), w.l.Integer(most))
}

// Followed says what planners did.
func (w TrendWords) Followed(channel, from, to string, did, of int) string {
	return fmt.Sprintf(w.l.pick("%s: van de %s die in %s zeker of zeer waarschijnlijk zouden beginnen en in %s weer antwoordden, gebruiken er %s het dan.",
		"%s: of the %s that in %s would surely or very likely start and answered again in %s, %s use it then."), channel, w.l.Integer(of), from, to, w.l.Integer(did))
}

// NotFollowed says that it is not told what planners did.
func (w TrendWords) NotFollowed(channel, from, to string) string {
	return fmt.Sprintf(w.l.pick("%s: wat de plannen van %s in %s opleverden staat er niet, omdat het over te weinig organisaties gaat.", "%s: what the plans of %s led to in %s is not told, since it is about too few organisations."), channel, from, to)
}

// FlowOpen and FlowHidden explain what is told of those that answered twice.
func (w TrendWords) FlowOpen() string {
	return w.l.pick("Of een organisatie een kanaal gebruikt en wie webcare doet, kan iedereen zien. Daarom staan hier ook kleine aantallen.",
		"Whether an organisation uses a channel, and who does webcare, can be seen by anyone. That is why small numbers are told as well.")
}

// FlowHidden says that a flow is hidden.
func (w TrendWords) FlowHidden(minimum int) string {
	return fmt.Sprintf(w.l.pick("Verborgen: minder dan %s organisaties in een vak, en dan zou te zien zijn wat één organisatie antwoordde.", "Hidden: fewer than %s organisations in a cell, so that it could be seen what one of them answered."), w.l.Integer(minimum))
}

// Separate says for which figures the waves count as separate samples.
func (w TrendWords) Separate(minimum int) string {
	return fmt.Sprintf(w.l.pick("Van antwoorden die niet iedereen kan zien staat er alleen bij wie twee keer antwoordde als elk vak minstens %s organisaties heeft. Anders zijn de twee keren getoetst als losse steekproeven; dat is voorzichtiger.",
		"Of answers that not everyone can see, those that answered twice are told only where every cell has at least %s organisations. Else the two waves were tested as separate samples, which is more cautious."), w.l.Integer(minimum))
}

// SplitBy heads figures by type of organisation, by size class, or by
// another question of which the title is given.
func (w TrendWords) SplitBy(role, title string) string {
	switch role {
	case "organisation-type":
		return w.l.pick("Naar soort organisatie", "By type of organisation")
	case "size-class":
		return w.l.pick("Naar grootteklasse", "By size class")
	}
	return w.l.pick("Naar: ", "By: ") + title
}

// SplitIntro explains figures by group.
func (w TrendWords) SplitIntro() string {
	return w.l.pick("De groepen zijn klein: kijk naar de marges. Wie tot welke groep hoort, is dat van de meting zelf. De toetsen op gebruik zijn samen gecorrigeerd, die op plannen ook, en die op belemmeringen. Plannen en belemmeringen staan er alleen als minstens twee groepen twee keer een cijfer hebben dat getoond kan worden.",
		"The groups are small: look at the margins. Who is in which group is as it was in each wave. The tests of use are corrected together, and so are those of plans and those of barriers. Plans and barriers are here only where at least two groups have a figure twice that can be shown.")
}

// Weighted says how weighted figures are compared.
func (w TrendWords) Weighted() string {
	return w.l.pick("Gewogen cijfers zijn vergeleken als die van losse steekproeven, met de marges van hun ontwerp. Wie twee keer antwoordde, telt daarbij niet apart: voor gewogen cijfers van een deels gelijke groep is hier geen toets. Dat maakt een verandering eerder te onzeker dan te zeker.",
		"Weighted figures were compared as those of separate samples, with the margins of their designs. Those that answered twice are not taken apart: there is no test here for weighted figures of a partly equal group. That makes a change rather too uncertain than too certain.")
}

// NotDrawn says that figures with a break between them are not joined.
func (w TrendWords) NotDrawn() string {
	return w.l.pick("Breuk: de cijfers staan naast elkaar, maar een verschil kan ook komen door wat er veranderde in de vraag, in wie er meedeed of in hoe er gevraagd is. Een toets bewijst dan geen verandering.",
		"Break: the figures stand side by side, but a difference can come from what changed in the question, in who took part or in how they were asked. A test then proves no change.")
}

// Method says how changes were tested.
func (w TrendWords) Method(level string, adjust string) []string {
	if w.l.dutch {
		return []string{
			"De cijfers per keer zijn die van ‘benchmark analyze’, met hun eigen basis en marge. Tussen haakjes staan de marge van " + level + "% en het aantal antwoorden.",
			"Een verandering is getoetst onder iedereen die antwoordde, waarbij wie twee keer antwoordde ook zo telt (Derrick e.a. 2015); onder wie twee keer antwoordde met de exacte toets van McNemar; en onder wie één keer antwoordde met Pearson of Fisher. De marge van het verschil is die van Newcombe, met de samenhang van de twee keren (Zou en Donner 2008). Gemiddelden: de toets van Derrick e.a. 2017.",
			"De p-waarden zijn gecorrigeerd voor alle cijfers die tussen dezelfde twee keren getoetst zijn, zonder die met een breuk (" + adjust + ").",
		}
	}
	return []string{
		"The figures of each wave are those of ‘benchmark analyze’, with their own base and margin. In brackets stand the " + level + "% margin and the number of answers.",
		"A change was tested among all who answered, with those that answered twice taken as such (Derrick et al. 2015); among those that answered twice by McNemar's exact test; and among those that answered once by Pearson or Fisher. The margin of a difference is Newcombe's, with the correlation of the two waves (Zou and Donner 2008). Means: the test of Derrick et al. 2017.",
		"The p values were corrected for all figures that were tested between the same two waves, without those with a break (" + adjust + ").",
	}
}

// Dumbbell is the title and the subtitle of a chart of two waves.
func (w TrendWords) Dumbbell(about string, share bool) string {
	if share {
		return w.l.pick("Aandeel dat het antwoord gaf. ", "Share that gave the answer. ") + about
	}
	return about
}

// Chart says whose share a chart shows.
func (w TrendWords) Chart(question string) string {
	return question + " " + w.l.pick("Aandeel van wie antwoordde.", "Share of those who answered.")
}

// FlowSubtitle says who a chart of a flow counts.
func (w TrendWords) FlowSubtitle(base int) string {
	return fmt.Sprintf(w.l.pick("%s organisaties die beide keren antwoordden.", "%s organisations that answered both times."), w.l.Integer(base))
}

// Source names the studies.
func (w TrendWords) Source(titles []string) string {
	return w.l.pick("Bron: ", "Source: ") + w.l.List(titles) + "."
}
