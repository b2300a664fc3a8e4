package locale

import "fmt"

// SinceHeadings are the titles and heads of what changed for an organisation.
type SinceHeadings struct {
	Title string
	// Heads of columns: the own answer then and now, the others then and now.
	OwnThen, OwnNow, Was, Is, Change, Test, Group string
}

// SinceHeadings returns them; then is when the earlier wave was.
func (w PositionWords) SinceHeadings(then, now string) SinceHeadings {
	if w.l.dutch {
		return SinceHeadings{"Wat er veranderde sinds " + then,
			"u, " + then, "u, " + now, "anderen, " + then, "anderen, " + now, "verandering bij hen", "toets", "vergeleken met"}
	}
	return SinceHeadings{"What changed since " + then,
		"you, " + then, "you, " + now, "others, " + then, "others, " + now, "change of theirs", "test", "compared with"}
}

// TookPart says how the organisation took part in an earlier wave.
func (w PositionWords) TookPart(moment string, took, merged bool) string {
	switch {
	case !took:
		return fmt.Sprintf(w.l.pick("U deed in %s niet mee. Daarom staat van toen alleen het cijfer van iedereen naast dat van nu.",
			"You did not take part in %s. So of then the figure of all stands beside that of now, and no other."), moment)
	case merged:
		return fmt.Sprintf(w.l.pick("In %s antwoordde een voorganger van u, van voor een fusie of herindeling. Die antwoorden staan hier als de uwe.",
			"In %s a predecessor of yours answered, from before a merger. Its answers stand here as yours."), moment)
	}
	return fmt.Sprintf(w.l.pick("U deed ook in %s mee.", "You took part in %s too."), moment)
}

// Began says that the organisation began or stopped using a channel between two waves.
func (w PositionWords) Began(channel, then, now string, began bool) string {
	channel = inSentence(channel)
	if began {
		return fmt.Sprintf(w.l.pick("U begon tussen %s en %s met %s.", "Between %s and %s you began with %s."), then, now, channel)
	}
	return fmt.Sprintf(w.l.pick("U stopte tussen %s en %s met %s.", "Between %s and %s you stopped with %s."), then, now, channel)
}

// SwitchedMany says how many own answers are others than then.
func (w PositionWords) SwitchedMany(then string, changed, both int) string {
	return fmt.Sprintf(w.l.pick("Van de %[3]s vragen die u in %[1]s en nu beantwoordde, is uw antwoord bij %[2]s anders.",
		"Of the %[3]s questions that you answered in %[1]s and now, your answer differs on %[2]s."), then, w.l.Integer(changed), w.l.Integer(both))
}

// GroupWent says what the others of a group were and are on a channel.
func (w PositionWords) GroupWent(group string, was, is string, nWas, nIs int) string {
	return fmt.Sprintf(w.l.pick("Van %s gebruikte %s het toen (%s antwoorden) en nu %s (%s antwoorden).",
		"Of %s %s used it then (%s answers) and %s now (%s answers)."), group, was, w.l.Integer(nWas), is, w.l.Integer(nIs))
}

// Went says whether the others were found to go up or down.
func (w PositionWords) Went(up, down bool, p string) string {
	found := w.l.pick("Dat verschil is niet aangetoond", "No difference was shown")
	switch {
	case up:
		found = w.l.pick("Dat is een aangetoonde stijging", "That is a rise that is shown")
	case down:
		found = w.l.pick("Dat is een aangetoonde daling", "That is a fall that is shown")
	}
	return found + " (p " + p + ")."
}

// Broken says why what others were and are can't simply be compared.
func (w PositionWords) Broken(why string) string {
	return fmt.Sprintf(w.l.pick("Dat is niet zomaar te vergelijken: %s.", "These can't simply be compared: %s."), why)
}

// SinceIntro says what stands beside each other.
func (w PositionWords) SinceIntro() string {
	return w.l.pick("De cijfers zijn die van de anderen, van de keer zelf, zonder uw antwoord; de groep die naast u staat is de kleinste die beide keren getoond kan worden. De anderen van toen en nu gelden als losse steekproeven. Bij een breuk kan een verschil ook komen door wat er in de vraag of in wie er meedeed veranderde.",
		"The figures are of the others, as of each time, without your answer; the group beside you is the smallest that can be shown both times. The others of then and now count as separate samples. At a break a difference can come from what changed in the question or in who took part.")
}

// SinceChart is what the chart of then beside now is about.
func (w PositionWords) SinceChart(then string) string {
	return w.l.pick("U en de anderen sinds ", "You and the others since ") + then
}

// SinceShares says whose percentages such a chart has.
func (w PositionWords) SinceShares(group string) string {
	return fmt.Sprintf(w.l.pick("Percentage ja van %s, toen en nu, naast uw eigen antwoorden", "Percentage of yes of %s, then and now, beside your own answers"), group)
}

// OwnBoth heads the own answers of then and now.
func (w PositionWords) OwnBoth() string { return w.l.pick("u: toen en nu", "you: then and now") }

// SinceOwn explains the own answers in such a chart.
func (w PositionWords) SinceOwn(then, now string) string {
	return fmt.Sprintf(w.l.pick("Uw eigen antwoorden: die van %s → die van %s.", "Your own answers: that of %s → that of %s."), then, now)
}

// SinceBreaks explains the rows with a star, or that all have a break.
func (w PositionWords) SinceBreaks(all bool) string {
	why := w.l.pick("Een verschil kan dan ook komen door wat er in de vraag of in wie er meedeed veranderde. Onder de tabel staat wat.",
		"A difference can then come from what changed in the question or in who took part. The table tells what.")
	if all {
		return w.l.pick("Bij alles hier is er een breuk. ", "There is a break everywhere here. ") + why
	}
	return w.l.pick("*: er is een breuk. ", "*: there is a break. ") + why
}
