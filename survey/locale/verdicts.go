package locale

// Members is how the bodies of a group are called in a sentence.
type Members struct {
	// Name is a plural without article: "gemeenten in de klasse ‘Tot 20.000’".
	Name string
	// Exist is how many of them there are, 0 when that is not known.
	Exist int
}

// InClass names the bodies of a size class, or of another group; bodies is their
// plural, empty for organisations.
func (l *Locale) InClass(bodies, label string, size bool) string {
	if bodies == "" {
		bodies = l.pick("organisaties", "organisations")
	}
	group := l.pick(" in de groep ", " in the group ")
	if size {
		group = l.pick(" in de klasse ", " in the class ")
	}
	return bodies + group + l.Quote(label)
}

// LargeBodies names the bodies of the class that counts as large.
func (l *Locale) LargeBodies(bodies, label string) string {
	if bodies == "" {
		bodies = l.pick("organisaties", "organisations")
	}
	return l.pick("grote ", "large ") + bodies + " (" + label + ")"
}

// OfType names the bodies of a type of which no plural is known.
func (l *Locale) OfType(label string) string {
	return l.pick("organisaties van de soort ", "organisations of the type ") + l.Quote(label)
}

// Contrast is a share in two groups, written out.
type Contrast struct {
	// Topic is adoption, satisfaction, change or ownership, and Channel what it is
	// about, or the option for ownership.
	Topic, Channel string
	// More is the group with the higher share and Less the other.
	More, Less             string
	MoreFigure, LessFigure string
	// Evidence names the test and its p value.
	Evidence string
	// Others is the number of other pairs of the same groups that differ.
	Others int
	// Seen is the smallest difference that would have been found, in percentage
	// points; 0 when there is none to tell.
	Seen float64
}

// Differs says that a share was found to be higher in one group than in another.
func (r ReportWords) Differs(c Contrast) string {
	l := r.l
	var s string
	switch c.Topic {
	case "adoption":
		s = upperFirst(c.More) + l.pick(" gebruiken "+inSentence(c.Channel)+" vaker dan ", " use "+inSentence(c.Channel)+" more often than ") + c.Less
	case "satisfaction":
		s = upperFirst(c.More) + l.pick(" zijn vaker tevreden over "+inSentence(c.Channel)+" dan ", " are satisfied with "+inSentence(c.Channel)+" more often than ") + c.Less
	case "change":
		s = upperFirst(c.More) + l.pick(" zien vaker een stijging van het klantcontact dan ", " see a rise in customer contact more often than ") + c.Less
	default:
		s = l.pick("Wie webcare doet: ", "Who does webcare: ") + l.Quote(c.Channel) + l.pick(" vaker bij ", " more often at ") +
			c.More + l.pick(" dan bij ", " than at ") + c.Less
	}
	s += ": " + c.MoreFigure + l.pick(" tegen ", " against ") + c.LessFigure + "; " +
		l.pick("verschil aangetoond met ", "difference found by ") + c.Evidence + "."
	switch {
	case c.Others == 1:
		s += l.pick(" Ook bij 1 ander tweetal.", " So it was for 1 other pair.")
	case c.Others > 1:
		s += l.pick(" Ook bij "+l.Integer(c.Others)+" andere tweetallen.", " So it was for "+l.Integer(c.Others)+" other pairs.")
	}
	return s
}

// NotDistinguishable says that two shares can't be told apart, and from which
// difference they could; never that they are equal.
func (r ReportWords) NotDistinguishable(c Contrast) string {
	l := r.l
	var about string
	switch c.Topic {
	case "adoption":
		about = l.pick("Gebruik van ", "Use of ") + inSentence(c.Channel)
	case "satisfaction":
		about = l.pick("Tevreden over ", "Satisfied with ") + inSentence(c.Channel)
	case "change":
		about = l.pick("Stijging van het klantcontact", "Rise in customer contact")
	default:
		about = l.pick("Wie webcare doet, ", "Who does webcare, ") + l.Quote(c.Channel)
	}
	s := about + l.pick(": tussen ", ": between ") + c.More + l.pick(" met ", " at ") + c.MoreFigure +
		l.pick(" en ", " and ") + c.Less + l.pick(" met ", " at ") + c.LessFigure +
		l.pick(" is geen verschil aan te tonen (", " no difference could be shown (") + c.Evidence + ")"
	if c.Seen > 0 {
		s += "; " + l.SmallestSeen(c.Seen)
	}
	return s + "."
}

// NotCompared says that groups could not be compared for too few answers: at
// most one of them, which may be empty, has as many as it takes.
func (r ReportWords) NotCompared(by, enough string, minimum int) string {
	l := r.l
	least := l.pick("minstens ", "at least ") + l.Integer(minimum)
	if enough == "" {
		return l.pick("Verschillen naar ", "Differences by ") + l.Quote(by) +
			l.pick(" zijn niet te toetsen: geen groep heeft genoeg antwoorden ("+least+").", " can't be tested: no group has enough answers ("+least+").")
	}
	return l.pick("Verschillen naar ", "Differences by ") + l.Quote(by) +
		l.pick(" zijn niet te toetsen: alleen "+enough+" hebben genoeg antwoorden ("+least+").", " can't be tested: only "+enough+" have enough answers ("+least+").")
}

// MoreAnswers says how many more answers two groups need for a difference in
// percentage points to be found, and where those are all that there are; or that
// all bodies would not be enough. It is empty when there is nothing to tell.
func (l *Locale) MoreAnswers(points float64, a, b Members, moreA, moreB int, allA, allB, enough bool) string {
	difference := l.Decimal(points, 0) + l.pick(" procentpunt", " percentage points")
	all := func(m Members) string { return l.pick("alle ", "all ") + l.Integer(m.Exist) + " " + m.Name }
	var every []string
	if allA {
		every = append(every, all(a))
	}
	if allB {
		every = append(every, all(b))
	}
	if !enough {
		if len(every) == 0 {
			return ""
		}
		return l.pick(" Ook als "+l.List(every)+" antwoorden, valt een verschil van "+difference+" met deze toets meestal niet op.",
			" Even if "+l.List(every)+" answer, this test would mostly not show a difference of "+difference+".")
	}
	r := l.Report()
	var asked []string
	for _, m := range []struct {
		n  int
		of Members
	}{{moreA, a}, {moreB, b}} {
		if m.n > 0 {
			asked = append(asked, l.pick(r.Answers(m.n)+" meer van ", "another "+r.Answers(m.n)+" from ")+m.of.Name)
		}
	}
	s := l.pick(" Een verschil van "+difference+" tussen die groepen valt meestal op met ongeveer "+l.List(asked),
		" A difference of "+difference+" between those groups mostly shows with about "+l.List(asked))
	if len(every) > 0 {
		s += l.pick(" (dan hebben "+l.List(every)+" geantwoord)", " (then "+l.List(every)+" have answered)")
	}
	return s + "."
}

// MethodDifferences says when a difference counts as found.
func (r ReportWords) MethodDifferences(alpha float64, adjustment string) string {
	l := r.l
	correction := l.pick(", gecorrigeerd voor het aantal vergelijkingen ("+adjustment+"),", ", corrected for the number of comparisons ("+adjustment+"),")
	if adjustment == "" {
		correction = l.pick(", niet gecorrigeerd voor het aantal vergelijkingen,", ", not corrected for the number of comparisons,")
	}
	return l.pick("Een verschil heet aangetoond als de toets"+correction+" een p van minder dan "+l.Number(alpha)+" geeft. "+
		"Niet aan te tonen betekent niet dat er geen verschil is.",
		"A difference counts as found if the test"+correction+" gives a p below "+l.Number(alpha)+". "+
			"That none could be shown does not mean that there is none.")
}

// Adjustment names a correction for the number of tests; empty for none.
func (l *Locale) Adjustment(method string) string {
	switch method {
	case "none":
		return ""
	case "", "holm":
		return "Holm"
	case "benjamini-hochberg":
		return "Benjamini-Hochberg"
	case "benjamini-yekutieli":
		return "Benjamini-Yekutieli"
	}
	return upperFirst(method)
}

// Corrected adds to the evidence of a test for how many comparisons it was
// corrected.
func (l *Locale) Corrected(evidence string, family int) string {
	if family < 2 {
		return evidence
	}
	return evidence + l.pick(" na correctie voor "+l.Integer(family)+" vergelijkingen", " after correction for "+l.Integer(family)+" comparisons")
}
