package locale

// ClaimWords holds the words with which a text about a survey is judged.
type ClaimWords struct {
	l *Locale
	ReportWords
}

// Claims returns the words of the judgement of a text.
func (l *Locale) Claims() ClaimWords { return ClaimWords{l, l.Report()} }

// Heading stands over the claims of a text.
func (w ClaimWords) Heading(text string) string {
	return w.l.pick("Wat "+text+" over dit onderzoek zegt", "What "+text+" says about this survey")
}

// None says that a text has no claims.
func (w ClaimWords) None() string {
	return w.l.pick("Er staat niets in over dit onderzoek dat na te gaan is.", "It says nothing about this survey that can be checked.")
}

// Place says where a claim stands.
func (w ClaimWords) Place(line, column int) string {
	return w.l.pick("regel ", "line ") + w.l.Integer(line) + w.l.pick(", teken ", ", column ") + w.l.Integer(column)
}

// Verdict says a verdict in a few words; reason tells one from the other where
// the verdict has two forms.
func (w ClaimWords) Verdict(verdict, reason string) string {
	switch verdict {
	case "holds":
		return w.l.pick("klopt", "holds")
	case "roughly":
		return w.l.pick("klopt ongeveer", "holds roughly")
	case "other-base":
		if reason == "of-everyone" {
			return w.l.pick("klopt, maar dan van alle deelnemers", "holds, but of all respondents")
		}
		return w.l.pick("klopt, maar van een deel van de deelnemers", "holds, but of a part of the respondents")
	case "projection":
		return w.l.pick("klopt alleen als alle plannen doorgaan", "holds only if every plan goes ahead")
	case "other-figure":
		return w.l.pick("klopt, maar het is een ander cijfer", "holds, but it is another figure")
	case "stronger":
		return w.l.pick("zegt meer dan de cijfers laten zien", "says more than the figures show")
	case "fails":
		return w.l.pick("klopt niet", "does not hold")
	case "not-asked":
		return w.l.pick("staat niet in dit onderzoek", "not in this survey")
	case "hidden":
		return w.l.pick("niet te beoordelen: het cijfer is verborgen", "can't be judged: the figure is hidden")
	}
	return w.l.pick("niet te beoordelen: er kunnen meer cijfers bedoeld zijn", "can't be judged: several figures can be meant")
}

// Reason explains a verdict; empty where it needs no more.
func (w ClaimWords) Reason(reason string) string {
	switch reason {
	case "median":
		return w.l.pick("Het is de mediaan, niet het gemiddelde.", "It is the median, not the mean.")
	case "mean":
		return w.l.pick("Het is het gemiddelde, niet de mediaan.", "It is the mean, not the median.")
	case "quartile":
		return w.l.pick("Het is een kwartiel: een kwart zit daarbuiten.", "It is a quartile: one in four lies beyond it.")
	case "middle-half":
		return w.l.pick("Het is de middelste helft: een kwart zit eronder en een kwart erboven.",
			"It is the middle half: a quarter lies below it and a quarter above.")
	case "plans":
		return w.l.pick("Het is de som van wie zeker en wie heel waarschijnlijk begint.", "It is the sum of those who surely and who very likely start.")
	case "unweighted":
		return w.l.pick("Het is het cijfer zonder weging.", "It is the figure without weights.")
	case "list-order":
		return w.l.pick("Er is een antwoord dat vaker gegeven is en er niet bij staat.", "An answer that was given more often is not in it.")
	case "not-shown":
		return w.l.pick("Het verschil is niet aangetoond.", "The difference was not shown.")
	case "not-equal":
		return w.l.pick("Er is geen verschil aangetoond; dat betekent niet dat ze gelijk zijn.", "No difference was shown; that does not make them equal.")
	case "opposite":
		return w.l.pick("Het is andersom.", "It is the other way round.")
	case "one-wave":
		return w.l.pick("Eén onderzoek laat geen verandering in de tijd zien.", "One survey shows no change over time.")
	case "count":
		return w.l.pick("Het aandeel klopt, het aantal of de basis niet.", "The share holds, the count or its base does not.")
	case "few-mentions":
		return w.l.pick("Woorden die zo weinig genoemd zijn, staan niet in het onderzoek.", "Words mentioned this seldom are not listed.")
	case "no-test":
		return w.l.pick("Dit verschil is niet getoetst.", "This difference was not tested.")
	case "no-subject":
		return w.l.pick("De tekst zegt niet waar het over gaat.", "The text does not say what it is about.")
	}
	return ""
}

// ListLength says that another number of things is listed than is said.
func (w ClaimWords) ListLength(said, listed int) string {
	return w.l.pick("Er staan er "+w.l.Integer(listed)+", niet "+w.l.Integer(said)+".",
		"There are "+w.l.Integer(listed)+", not "+w.l.Integer(said)+".")
}

// BaseIs says who a share is of, and what it would be of all respondents.
func (w ClaimWords) BaseIs(base, n int, of string, everyone float64) string {
	s := w.l.pick("Het gaat over "+w.l.Integer(base)+" van de "+w.l.Integer(n)+" deelnemers", "It is about "+w.l.Integer(base)+" of the "+w.l.Integer(n)+" respondents")
	if of != "" {
		s += ": " + of
	}
	return s + w.l.pick(". Van alle deelnemers is het ", ". Of all respondents it is ") + w.l.PercentSaid(everyone) + "."
}

// EveryoneIs says that a share is of all respondents, though a part was asked.
func (w ClaimWords) EveryoneIs(base int, of string) string {
	s := w.l.pick("De vraag is beantwoord door "+w.l.Integer(base), "The question was answered by "+w.l.Integer(base))
	if of != "" {
		s += ": " + of
	}
	return s + "."
}

// Sum says that a projection adds plans up.
func (w ClaimWords) Sum() string {
	return w.l.pick("Het telt plannen mee; het is geen telling van gebruik.", "It counts plans; it is no count of use.")
}

// OfMethod says that a percentage is a choice of the method, and which one the study
// made where the text has another.
func (w ClaimWords) OfMethod(level float64, holds bool) string {
	s := w.l.pick("Dit is een keuze van de methode, geen cijfer uit de antwoorden.", "It is a choice of the method, not a figure of the answers.")
	if holds {
		return s
	}
	return s + w.l.pick(" Dit onderzoek rekent met ", " This survey uses ") + w.l.Percent(level, 0) + "."
}

// Nothing says that a text asks what the survey does not know.
func (w ClaimWords) Nothing() string {
	return w.l.pick("Geen vraag van dit onderzoek gaat hierover.", "No question of this survey is about it.")
}

// FigureOf introduces the figure of a claim.
func (w ClaimWords) FigureOf() string { return w.l.pick("cijfer: ", "figure: ") }

// Candidate introduces a figure that can be meant.
func (w ClaimWords) Candidate() string { return w.l.pick("bedoeld? ", "meant? ") }

// Better introduces the right wording.
func (w ClaimWords) Better() string { return w.l.pick("beter: ", "better: ") }

// In names a figure of a group.
func (w ClaimWords) In(group string) string { return w.l.pick("bij ", "among ") + group }

// UsersOf names the users of a channel.
func (w ClaimWords) UsersOf(channel string) string {
	return w.l.pick("gebruikers van ", "users of ") + inSentence(channel)
}

// Worded says a share in words, with its count, base and percentage.
func (w ClaimWords) Worded(fraction string, share float64, count, base int) string {
	return fraction + " (" + w.Of(count, base) + ", " + w.l.PercentSaid(share) + ")"
}

// Planning says how many will surely or very likely start with a channel.
func (w ClaimWords) Planning(channel, figure string) string {
	return channel + ": " + figure + w.l.pick(" begint zeker of heel waarschijnlijk.", " surely or very likely start.")
}

// Joined says how many organisations of one kind took part.
func (w ClaimWords) Joined(kind string) string {
	return w.l.pick("Er deden "+kind+" mee.", kind+" took part.")
}

// Population says at which lines a text speaks of all organisations, of which the
// survey knows those that answered.
func (w ClaimWords) Population(lines []string, n int) string {
	where := w.l.pick("Regel ", "Line ")
	if len(lines) > 1 {
		where = w.l.pick("Regels ", "Lines ")
	}
	return where + w.l.List(lines) + w.l.pick(
		": de tekst spreekt van alle overheden. De cijfers gaan over de "+w.l.Integer(n)+" die meededen: schrijf dat erbij.",
		": the text speaks of all public bodies. The figures are about the "+w.l.Integer(n)+" that took part: say so.")
}

// Summary counts the claims by verdict.
func (w ClaimWords) Summary(n int, parts []string) string {
	claims := w.l.pick(" beweringen: ", " claims: ")
	if n == 1 {
		claims = w.l.pick(" bewering: ", " claim: ")
	}
	return w.l.Integer(n) + claims + w.l.List(parts) + "."
}

// Tally counts the claims of one verdict.
func (w ClaimWords) Tally(verdict string, n int) string {
	count, one := w.l.Integer(n), n == 1
	pick := func(nlOne, nl, enOne, en string) string {
		if one {
			return count + " " + w.l.pick(nlOne, enOne)
		}
		return count + " " + w.l.pick(nl, en)
	}
	switch verdict {
	case "holds":
		return pick("klopt", "kloppen", "holds", "hold")
	case "roughly":
		return pick("klopt ongeveer", "kloppen ongeveer", "holds roughly", "hold roughly")
	case "other-base":
		return pick("klopt op een andere basis", "kloppen op een andere basis", "holds on another base", "hold on another base")
	case "projection":
		return pick("klopt alleen als alle plannen doorgaan", "kloppen alleen als alle plannen doorgaan", "holds only as a projection", "hold only as a projection")
	case "other-figure":
		return pick("is een ander cijfer", "zijn een ander cijfer", "is another figure", "are other figures")
	case "stronger":
		return pick("zegt te veel", "zeggen te veel", "says too much", "say too much")
	case "fails":
		return pick("klopt niet", "kloppen niet", "does not hold", "do not hold")
	case "not-asked":
		return pick("staat niet in het onderzoek", "staan niet in het onderzoek", "is not in the survey", "are not in the survey")
	case "hidden":
		return pick("gaat over een verborgen cijfer", "gaan over een verborgen cijfer", "is on a hidden figure", "are on hidden figures")
	}
	return pick("is onduidelijk", "zijn onduidelijk", "is unclear", "are unclear")
}
