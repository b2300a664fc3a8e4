package locale

// LeftOut tells which questions, at least one, are not among the exported answers.
func (w CommandWords) LeftOut(questions []string) string {
	return w.l.pick("Weggelaten (namen, of eigen woorden): ", "Left out (names, or own words): ") + w.l.List(questions) + "."
}

// NotAnonymous warns of what exported answers tell.
func (w CommandWords) NotAnonymous(names bool) string {
	if names {
		return w.l.pick(
			"Elke rij gaat over één organisatie, met haar naam. Niet om te publiceren of door te geven.",
			"Every row is about one organisation, with its name. Not to be published or passed on.")
	}
	return w.l.pick(
		"Elke rij gaat over één organisatie, onder een schuilnaam. Dat is niet anoniem: wie een paar antwoorden kent, vindt de rest. Niet om te publiceren.",
		"Every row is about one organisation, under a pseudonym. That is not anonymous: who knows a few answers finds the rest. Not to be published.")
}
