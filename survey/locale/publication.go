package locale

// publicationNote returns the footnote for why a figure was left out as too
// uncertain, or for what asks for a second look; else the note itself.
func (r ReportWords) publicationNote(note string) string {
	switch note {
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

// boundsIntro says what the table of worst-case bounds holds.
func (r ReportWords) boundsIntro() string {
	return r.l.pick("Het aandeel is dat van wie antwoordde. De grenzen gaan over alle organisaties die er zijn: "+
		"de laagste als niemand van de andere het kanaal gebruikt, de hoogste als ze het allemaal gebruiken.",
		"The share is that of those who answered. The bounds are about all organisations that exist: "+
			"the lowest if none of the others use the channel, the highest if all of them do.")
}

// publicationMethod is a sentence on where the bounds were used, or nothing.
func (r ReportWords) publicationMethod(method string) string {
	if method != "worst-case" {
		return ""
	}
	return r.l.pick("Laagste en hoogste gebruik dat mogelijk is: grenzen zonder kans, geen interval.",
		"Lowest and highest use that is possible: bounds without chance, no interval.")
}
