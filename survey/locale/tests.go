package locale

import "math"

// TestName returns the short name of a test with its statistic, for "F = 3.2"
// to follow; the argument is the name of package contrast.
func (l *Locale) TestName(name string) string {
	switch name {
	case "rao-scott-f":
		return "Rao-Scott F"
	case "rao-scott-chi2":
		return "Rao-Scott χ²"
	case "wald":
		return "Wald F"
	case "adjusted-wald":
		return l.pick("aangepaste Wald F", "adjusted Wald F")
	case "pearson":
		return "Pearson χ²"
	case "fisher":
		return l.pick("exacte toets van Fisher", "Fisher's exact test")
	case "fisher-sampled":
		return l.pick("toets van Fisher, met getrokken tabellen", "Fisher's test on sampled tables")
	case "design-t":
		return l.pick("t-toets volgens de steekproefopzet, t", "design-based t test, t")
	case "design-means":
		return l.pick("gemiddelden volgens de steekproefopzet, F", "design-based means, F")
	case "design-rank":
		return l.pick("rangtoets volgens de steekproefopzet, t", "design-based rank test, t")
	case "welch":
		return "Welch t"
	case "mann-whitney", "mann-whitney-z":
		return "Mann-Whitney U"
	case "kruskal-wallis":
		return "Kruskal-Wallis H"
	case "part-whole-t":
		return l.pick("toets van deel en geheel, t", "test of part and whole, t")
	case "partly-paired-z":
		return l.pick("toets voor deels gepaarde groepen, z", "test for partly paired groups, z")
	case "partly-paired-t":
		return l.pick("toets voor deels gepaarde groepen, t", "test for partly paired groups, t")
	case "columns-t":
		return l.pick("kolomtoets, t", "column test, t")
	}
	return name
}

// PValue writes a p value: p = 0,013, or p < 0,001.
func (l *Locale) PValue(p float64) string {
	if p < 0.0005 {
		return "p < " + l.Decimal(0.001, 3)
	}
	return "p = " + l.Decimal(p, 3)
}

// MeanTested names what is tested of a scale or number.
func (l *Locale) MeanTested() string { return l.pick("gemiddelde", "mean") }

// TestLine says what came out of a test by a breakdown; what is empty for a
// question as a whole.
func (l *Locale) TestLine(by, what, outcome string) string {
	if what != "" {
		what = " (" + what + ")"
	}
	return l.pick("Verschil naar ", "Difference by ") + l.Quote(by) + what + ": " + outcome
}

// DifferenceFound says that a test found a difference.
func (l *Locale) DifferenceFound(evidence string) string {
	return l.pick("aangetoond (", "found (") + evidence + ")."
}

// DifferenceNotFound says that a test found none, which is not that there is
// none.
func (l *Locale) DifferenceNotFound(evidence string) string {
	return l.pick("niet aan te tonen (", "could not be shown (") + evidence + ")."
}

// SeenBetweenLargest says what difference between the two largest groups would
// probably have been found, in percentage points.
func (l *Locale) SeenBetweenLargest(points float64) string {
	return l.pick(" Tussen de twee grootste groepen valt een verschil meestal pas op vanaf ", " Between the two largest groups a difference mostly shows from ") +
		l.Decimal(upwards(points), 0) + l.pick(" procentpunt.", " percentage points.")
}

// SeenFor says from which difference an answer to a select-all question would
// mostly have shown one, at the best and at the worst of those that did not.
func (l *Locale) SeenFor(least, most float64) string {
	from, to := l.Decimal(upwards(least), 0), l.Decimal(upwards(most), 0)
	if from != to {
		from += l.pick(" tot ", " to ") + to
	}
	return l.pick(" Tussen de twee grootste groepen valt een verschil meestal pas op vanaf ", " Between the two largest groups a difference mostly shows from ") +
		from + l.pick(" procentpunt, naar gelang het antwoord.", " percentage points, depending on the answer.")
}

// SeenOfMeans says what difference of two means would probably have been found.
func (l *Locale) SeenOfMeans(difference float64) string {
	return l.pick(" Een verschil valt meestal pas op vanaf ", " A difference mostly shows from ") + l.Decimal(math.Ceil(10*difference-1e-9)/10, 1) + "."
}

// TestOptions says at which options of a select-all question a difference was
// found, and at how many others not.
func (l *Locale) TestOptions(by string, found []string, undecided int) string {
	s := l.pick("Verschil naar ", "Difference by ") + l.Quote(by) + ": "
	if len(found) == 0 {
		return s + l.pick("bij geen enkel antwoord aan te tonen.", "could not be shown for any answer.")
	}
	s += l.pick("aangetoond bij ", "found for ") + l.List(found) + "."
	switch {
	case undecided == 1:
		s += l.pick(" Bij 1 ander antwoord niet aan te tonen.", " For 1 other answer it could not be shown.")
	case undecided > 1:
		s += l.pick(" Bij "+l.Integer(undecided)+" andere antwoorden niet aan te tonen.",
			" For "+l.Integer(undecided)+" other answers it could not be shown.")
	}
	return s
}

// LeftOut names the groups that were not compared.
func (l *Locale) LeftOut(groups []string) string {
	return l.pick("Niet vergeleken, want te weinig antwoorden: ", "Not compared, for too few answers: ") + l.List(groups) + "."
}

// NotTested says why there is no test; the argument is the reason of package
// contrast.
func (l *Locale) NotTested(reason string) string {
	why := map[string]string{
		"one-answer":        l.pick("iedereen gaf hetzelfde antwoord", "everyone gave the same answer"),
		"empty-group":       l.pick("er zijn geen twee groepen met antwoorden", "there are no two groups with answers"),
		"constant-group":    l.pick("een kleine groep gaf maar één antwoord", "a small group gave one answer only"),
		"no-variance":       l.pick("de antwoorden verschillen niet binnen de groepen", "the answers do not vary within the groups"),
		"small-expected":    l.pick("er zijn te weinig antwoorden", "there are too few answers"),
		"no-freedom":        l.pick("er zijn te weinig antwoorden per stratum", "there are too few answers per stratum"),
		"small-base":        l.pick("er zijn geen twee groepen met genoeg antwoorden", "there are no two groups with enough answers"),
		"singular":          l.pick("de antwoorden laten deze toets niet toe", "the answers do not allow this test"),
		"not-for-situation": l.pick("deze toets past niet bij deze groepen", "this test does not fit these groups"),
	}[reason]
	if why == "" {
		why = reason
	}
	return l.pick("niet getoetst, want ", "not tested: ") + why + "."
}

// Conclusion says how a figure relates to another: the argument is the
// conclusion of package contrast. It never says that two are alike.
func (l *Locale) Conclusion(conclusion string) string {
	switch conclusion {
	case "higher":
		return l.pick("hoger", "above")
	case "lower":
		return l.pick("lager", "below")
	}
	return l.pick("niet te onderscheiden", "not distinguishable")
}

// SmallestSeen says what difference in percentage points would probably have
// been found.
func (l *Locale) SmallestSeen(points float64) string {
	return l.pick("een verschil valt hier meestal pas op vanaf ", "a difference here mostly shows from ") +
		l.Decimal(upwards(points), 0) + l.pick(" procentpunt", " percentage points")
}

// upwards rounds what a difference must at least be to a whole number that is not
// less.
func upwards(points float64) float64 { return math.Ceil(points - 1e-9) }
