package locale

// VersusTitle names a report on two studies.
func (w PositionWords) VersusTitle(a, b string) string {
	return a + w.l.pick(" naast ", " beside ") + b
}

// VersusLead says what its findings are.
func (w PositionWords) VersusLead() string {
	return w.l.pick("Wat aantoonbaar verschilt tussen alle organisaties van het ene en van het andere onderzoek.",
		"What demonstrably differs between all organisations of one study and of the other.")
}

// VersusFinding sets two shares beside each other.
func (w PositionWords) VersusFinding(subject, a, b, shareA, shareB string) string {
	return subject + ": " + shareA + w.l.pick(" bij ", " in ") + a + ", " + shareB + w.l.pick(" bij ", " in ") + b + "."
}

// VersusNothing says that nothing demonstrably differs.
func (w PositionWords) VersusNothing() string {
	return w.l.pick("Er is geen aantoonbaar verschil.", "There is no demonstrable difference.")
}

// VersusDifference heads the differences.
func (w PositionWords) VersusDifference() string {
	return w.l.pick("verschil, marge", "difference, margin")
}

// VersusVerdict says whether the first is higher or lower than the second.
func (w PositionWords) VersusVerdict(higher, lower bool) string {
	switch {
	case higher:
		return w.l.pick("hoger", "higher")
	case lower:
		return w.l.pick("lager", "lower")
	}
	return w.l.pick("niet aangetoond", "not shown")
}

// VersusMethod are the paragraphs on method.
func (w PositionWords) VersusMethod() []string {
	return []string{w.l.pick(
		"De marge van een verschil is die van Newcombe. Een verschil heet aangetoond als het ook standhoudt nadat rekening is gehouden met het aantal onderwerpen (Bonferroni). "+
			"Twee onderzoeken kunnen verschillen in wie meedeed en hoe de vragen luidden: dat zit niet in de marge.",
		"The margin of a difference is Newcombe's. A difference is called shown when it also holds up after the number of subjects is made up for (Bonferroni). "+
			"Two studies can differ in who took part and in how questions were put: that is not in the margin.")}
}
