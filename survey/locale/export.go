package locale

// LeftOut tells which questions, at least one, are not among the exported answers.
func (w CommandWords) LeftOut(questions []string) string {
	return w.l.pick("Weggelaten (namen, of eigen woorden): ", "Left out (names, or own words): ") + w.l.List(questions) + "."
}

// NotAnonymous warns of what exported answers tell, of organisations or of others.
func (w CommandWords) NotAnonymous(names, organisations bool) string {
	of, name := w.l.pick("één respondent", "one respondent"), w.l.pick("met naam", "by name")
	if organisations {
		of, name = w.l.pick("één organisatie", "one organisation"), w.l.pick("met haar naam", "with its name")
	}
	if names {
		return w.l.pick(
			"Elke rij gaat over "+of+", "+name+". Niet om te publiceren of door te geven.",
			"Every row is about "+of+", "+name+". Not to be published or passed on.")
	}
	return w.l.pick(
		"Elke rij gaat over "+of+", onder een schuilnaam. Dat is niet anoniem: wie een paar antwoorden kent, vindt de rest. Niet om te publiceren.",
		"Every row is about "+of+", under a pseudonym. That is not anonymous: who knows a few answers finds the rest. Not to be published.")
}
