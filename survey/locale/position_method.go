package locale

// Method are the paragraphs of the method box of a report on one organisation. The
// minimum is that of the others who answered; reference and weighted say what the
// figures are.
func (w PositionWords) Method(level string, minimum int, reference, weighted bool) []string {
	n := w.l.Integer(minimum)
	plain := w.l.pick(" De cijfers zijn niet gewogen: elke deelnemer telt één keer.", " Figures are not weighted: each that took part counts once.")
	if weighted {
		plain = w.l.pick(" De cijfers van de groepen zijn niet gewogen.", " The figures of the groups are not weighted.")
	}
	if reference {
		plain = ""
	}
	all := []string{
		w.l.pick(
			"Een oordeel staat er alleen als de marge van "+level+"% van het cijfer van de groep helemaal boven of onder de helft ligt. "+
				"Bij getallen gaat het om de marge van uw plaats in de rij. Anders is het niet te zeggen. We kijken naar veel onderwerpen, dus soms is een oordeel toeval.",
			"A verdict is given only where the "+level+"% margin of the group's share lies wholly above or below one half; "+
				"for numbers, where the margin of your rank does. Otherwise it can't be told. Many subjects are looked at, so now and then a verdict is chance.") + plain,
		w.l.pick(
			"De marges zijn die van Wilson, of exact als bekend is hoeveel organisaties een groep heeft. De volgorde is: belang maal hoe ver u van de groep af staat. "+
				"Het belang staat in het codeboek van het onderzoek. Zegt dat niets, dan is het 3 voor gebruik en tevredenheid, 2 voor plannen, belemmeringen en webcare en 1 voor de rest. "+
				"Waar geen antwoord beter is dan het andere, telt het half.",
			"Margins are Wilson's, or exact where it is known how many organisations a group has. The order is: importance times how far you are from the group. "+
				"The codebook of the study tells the importance; where it does not, it is 3 for use and satisfaction, 2 for plans, barriers and webcare and 1 for the rest. "+
				"Where neither answer is the better one, it counts for half."),
	}
	if reference {
		return append(all, w.l.pick(
			"De cijfers komen uit een referentiebestand: totalen van groepen, zonder antwoorden van afzonderlijke organisaties. "+
				"Wat een antwoord van één organisatie kon verraden, is eruit gelaten, ook voor een lezer die zelf meedeed.",
			"The figures come from a reference file: totals of groups, without answers of single organisations. "+
				"What could tell one organisation's answer was left out of it, also to a reader that took part."))
	}
	return append(all, w.l.pick(
		"Bij vertrouwelijke antwoorden staat er alleen een cijfer als minstens "+n+" anderen antwoord gaven. Ook mag niemand met zijn eigen antwoord en alle cijfers van dit rapport samen "+
			"kunnen uitrekenen wat een ander antwoordde. U kent ook de gepubliceerde cijfers van alle organisaties, van elke soort en van elke grootteklasse. "+
			"Dit rapport voegt daar niets aan toe waarmee u meer over een ander te weten komt.",
		"On answers given in confidence a figure is shown only when at least "+n+" others answered, and nobody can work out from all figures of this report together, "+
			"knowing the own answer, what one of the others answered. You also know the published figures of all organisations, of each type and of each size class: "+
			"this report adds nothing to them with which you learn more about another one."))
}
