package locale

// publicationNote returns the footnote for why a figure was left out as too
// uncertain, or for what asks for a second look; else the note itself.
func (r ReportWords) publicationNote(note string) string {
	switch note {
	case "small-base":
		return r.l.pick("Te onzeker: minder dan 10 antwoorden.", "Too uncertain: fewer than 10 answers.")
	case "effective-base":
		return r.l.pick("Te onzeker: het cijfer is minder dan 30 antwoorden waard.",
			"Too uncertain: the figure is worth fewer than 30 answers.")
	case "wide":
		return r.l.pick("Te onzeker: het interval is te breed.", "Too uncertain: the interval is too wide.")
	case "relatively-wide":
		return r.l.pick("Te onzeker: het interval is te breed voor zo'n klein aandeel.",
			"Too uncertain: the interval is too wide for so small a share.")
	case "wide-of-possible":
		return r.l.pick("Te onzeker: het interval is meer dan de helft van wat mogelijk is.",
			"Too uncertain: the interval is more than half of what is possible.")
	case "all-or-none":
		return r.l.pick("Niemand of iedereen antwoordde dit: kijk nog eens goed voor u dit publiceert.",
			"Nobody or everybody answered this: look again before you publish it.")
	case "few-freedom":
		return r.l.pick("Minder dan 8 vrijheidsgraden: kijk nog eens goed voor u dit publiceert.",
			"Fewer than 8 degrees of freedom: look again before you publish it.")
	case "complement":
		return r.l.pick("Het interval is breed voor de rest, dus voor 100% min dit aandeel: kijk nog eens goed voor u dit publiceert.",
			"The interval is wide for the rest, so for 100% less this share: look again before you publish it.")
	}
	return note
}

// MethodPublication says by which rule figures were left out as too uncertain.
func (r ReportWords) MethodPublication(rule string) string {
	why := map[string]string{
		"base": r.l.pick("minder dan 10 antwoorden", "fewer than 10 answers"),
		"nchs": r.l.pick("minder dan 30 antwoorden waard, een interval van 30 punten of meer, of breder dan 1,3 keer het aandeel en 5 punten (NCHS)",
			"worth fewer than 30 answers, an interval of 30 points or more, or wider than 1.3 times the share and 5 points (NCHS)"),
		"width": r.l.pick("een interval van meer dan 50 punten, of meer dan de helft van wat mogelijk is bij zoveel organisaties en antwoorden",
			"an interval of more than 50 points, or more than half of what is possible with so many organisations and answers"),
	}[rule]
	return r.l.pick("Aandelen die te onzeker zijn om te publiceren, zijn weggelaten: ", "Shares that are too uncertain to publish are left out: ") + why + "."
}

// boundsIntro says what the table of worst-case bounds holds.
func (r ReportWords) boundsIntro() string {
	return r.l.pick("Het aandeel is dat van wie antwoordde. De grenzen gaan over alle organisaties die er zijn: "+
		"de laagste als niemand van de andere het kanaal gebruikt, de hoogste als ze het allemaal gebruiken.",
		"The share is that of those who answered. The bounds are about all organisations that exist: "+
			"the lowest if none of the others use the channel, the highest if all of them do.")
}

// UsedBy says how many organisations use a channel at the least and at the
// most: minstens 54 en hoogstens 408 WhatsApp (12–88%).
func (r ReportWords) UsedBy(channel string, least, most int, low, high float64) string {
	l := r.l
	return l.pick("minstens ", "at least ") + l.Integer(least) + l.pick(" en hoogstens ", " and at most ") + l.Integer(most) +
		l.pick(" ", " use ") + inSentence(channel) + " (" + l.PercentRange(low, high, 0) + ")"
}

// WorstCase says between which bounds use by all organisations of the kinds that
// are counted must lie, whatever those do that did not answer.
func (r ReportWords) WorstCase(population int, channels []string) string {
	l := r.l
	return l.pick("Van de "+l.Integer(population)+" organisaties die er zijn, gebruiken er ", "Of the "+l.Integer(population)+" organisations that exist, ") +
		l.List(channels) + l.pick(", wat de organisaties ook doen die niet antwoordden.", ", whatever those do that did not answer.")
}

// BoundsHead heads the column of the bounds.
func (r ReportWords) BoundsHead() string { return r.l.pick("laagste–hoogste", "lowest–highest") }

// publicationMethod is a sentence on where the bounds were used, or nothing.
func (r ReportWords) publicationMethod(method string) string {
	if method != "worst-case" {
		return ""
	}
	return r.l.pick("Laagste en hoogste gebruik dat mogelijk is: grenzen zonder kans, geen interval.",
		"Lowest and highest use that is possible: bounds without chance, no interval.")
}
