package locale

import "strings"

// ChartDiffers is the headline of a breakdown in which a test found that a share
// is higher in one group than in another: Gemeenten gebruiken WhatsApp vaker dan
// waterschappen: 52% tegen 40%. It says no more than that of these two groups.
func (l *Locale) ChartDiffers(c Contrast) string {
	var s string
	switch c.Topic {
	case "adoption":
		s = upperFirst(c.More) + l.pick(" gebruiken ", " use ") + inSentence(c.Channel) + l.pick(" vaker dan ", " more often than ") + c.Less
	case "satisfaction":
		s = upperFirst(c.More) + l.pick(" zijn vaker tevreden over "+inSentence(c.Channel)+" dan ",
			" are satisfied with "+inSentence(c.Channel)+" more often than ") + c.Less
	case "change":
		s = upperFirst(c.More) + l.pick(" zien vaker een stijging van het klantcontact dan ", " see a rise in customer contact more often than ") + c.Less
	default:
		s = l.pick("Webcare door ", "Webcare by ") + l.Quote(c.Channel) + l.pick(" vaker bij ", " more often at ") + c.More + l.pick(" dan bij ", " than at ") + c.Less
	}
	return s + ": " + c.MoreFigure + l.pick(" tegen ", " against ") + c.LessFigure
}

// ChartNoDifference ends a headline where groups were compared and none was found
// to differ: ; geen verschil aan te tonen naar grootteklasse. It never says that
// groups are alike.
func (l *Locale) ChartNoDifference(by []string) string {
	return l.pick("; geen verschil aan te tonen naar ", "; no difference could be shown by ") + l.List(by)
}

// ChartShare is the headline of a share without groups: Webcare, ‘KCC’: 31% van
// alle organisaties die meededen. With everyone false the percentage is of those
// who were asked.
func (l *Locale) ChartShare(what, percent string, everyone bool) string {
	if !everyone {
		return what + ": " + percent + l.pick(" in totaal", " in all")
	}
	return what + ": " + percent + l.pick(" van alle ", " of all ") + l.ChartRespondents()
}

// ChartDiffersNote says by which test the difference in a headline was found, and
// for how many other pairs of the same groups one was.
func (l *Locale) ChartDiffersNote(evidence string, others int) string {
	s := l.pick("Verschil aangetoond met ", "Difference found by ") + evidence
	switch {
	case others == 1:
		s += l.pick("; ook bij 1 ander tweetal", "; so it was for 1 other pair")
	case others > 1:
		s += l.pick("; ook bij "+l.Integer(others)+" andere tweetallen", "; so it was for "+l.Integer(others)+" other pairs")
	}
	return s + "."
}

// ChartNoDifferenceNote says what was compared where no difference could be shown,
// and from how many percentage points one mostly would have been; seen of 0 leaves
// that out.
func (l *Locale) ChartNoDifferenceNote(minimum int, seen float64) string {
	s := l.pick("Vergeleken zijn groepen met minstens "+l.Integer(minimum)+" antwoorden",
		"Groups with at least "+l.Integer(minimum)+" answers were compared")
	if seen > 0 {
		s += "; " + strings.TrimSuffix(l.SmallestSeen(seen), ".")
	}
	return s + "."
}

// ChartEvidence names a test and its p value, corrected for a number of
// comparisons; with exact true there is no statistic to tell.
func (l *Locale) ChartEvidence(test string, statistic, p float64, exact bool, family int) string {
	s := l.TestName(test)
	if !exact {
		s += " = " + l.Decimal(statistic, 2)
	}
	return l.Corrected(s+", "+l.PValue(p), family)
}

// ChartTopWho is the subtitle of a breakdown of the highest two answers of a
// scale.
func (l *Locale) ChartTopWho(answers []string) string {
	quoted := make([]string, len(answers))
	for i, a := range answers {
		quoted[i] = "‘" + a + "’"
	}
	return l.pick("Percentage met het antwoord ", "Percentage answering ") + l.or(quoted)
}
