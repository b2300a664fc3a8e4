package locale

import "fmt"

// Share is a share in words: 48% (56 of 117).
func (w ForecastWords) Share(share string, yes, n int) string {
	return fmt.Sprintf(w.l.pick("%s (%s van %s)", "%s (%s of %s)"), share, w.l.Integer(yes), w.l.Integer(n))
}

// Range is a share with its margin: 66% (58–74%).
func (w ForecastWords) Range(share, margin string) string { return share + " (" + margin + ")" }

// Now says what was measured last.
func (w ForecastWords) Now(subject, moment, share string) string {
	return fmt.Sprintf(w.l.pick("%s: %s gebruikt het (%s).", "%s: %s use it (%s)."), subject, share, moment)
}

// Plans says what plans lead to: by the rule that counts, and the lowest and highest of
// all rules.
func (w ForecastWords) Plans(subject, moment, expected, rule, lowest, highest string) string {
	return fmt.Sprintf(w.l.pick(
		"%s: volgens de plannen gebruikt %s het in %s. De regel is: %s. Met andere regels is het %s tot %s.",
		"%s: by the plans %s use it in %s. The rule is: %s. By other rules it is %s to %s."),
		subject, expected, moment, rule, lowest, highest)
}

// Expected says in one sentence what plans lead to; the channels are those of Expects.
func (w ForecastWords) Expected(moment string, channels []string) string {
	return fmt.Sprintf(w.l.pick("Als plannen uitkomen zoals te verwachten is, gebruiken organisaties in %s: %s. Dat is een verwachting, geen meting.",
		"If plans come true as can be expected, organisations in %s use: %s. That is an expectation, not a figure."), moment, w.l.List(channels))
}

// Expects is a channel with what is expected: WhatsApp 57% (47–66%).
func (w ForecastWords) Expects(channel, expected string) string { return channel + " " + expected }

// FromSeries says that figures were published, in a file.
func (w ForecastWords) FromSeries(file string, figures int) string {
	return fmt.Sprintf(w.l.pick("%s gepubliceerde metingen uit %s", "%s published figures from %s"), w.l.Integer(figures), file)
}

// Grows says what a curve leads to.
func (w ForecastWords) Grows(subject, moment, expected, path string, points int) string {
	return fmt.Sprintf(w.l.pick("%s: gaat de groei zo door, dan gebruikt %s het in %s (%s door %s metingen).",
		"%s: if growth goes on like this, %s use it in %s (%s through %s figures)."), subject, expected, moment, path, w.l.Integer(points))
}

// Spread says between what scenarios lie.
func (w ForecastWords) Spread(subject, moment, low, high, why string) string {
	return fmt.Sprintf(w.l.pick(
		"%s: een groeikromme is er niet (%s). De scenario’s lopen voor %s van %s tot %s, met opzet ruim.",
		"%s: there is no growth curve (%s). For %s the scenarios run from %s to %s, wide on purpose."),
		subject, why, moment, low, high)
}

// WithShock says what a change of rules does.
func (w ForecastWords) WithShock(subject, moment, without, with, until string) string {
	return fmt.Sprintf(w.l.pick("%s: verandert een platform zijn regels in %s, dan is het in %s %s in plaats van %s.",
		"%s: if a platform changes its rules in %s, it is %[4]s in %[3]s instead of %[5]s."), subject, moment, until, with, without)
}

// Judged says what became of a forecast that counts.
func (w ForecastWords) Judged(subject, from, foretold, on, seen, off string, inside, alike bool) string {
	verdict := w.l.pick("buiten de marge", "outside the margin")
	if inside {
		verdict = w.l.pick("binnen de marge", "inside the margin")
	}
	text := fmt.Sprintf(w.l.pick("%s: in %s beloofden de plannen %s. In %s was het %s: %s ernaast, %s.",
		"%s: in %s the plans promised %s. In %s it was %s: off by %s, %s."), subject, from, foretold, on, seen, off, verdict)
	if !alike {
		text += w.l.pick(" De uitkomst is bij anderen of anders geteld, dus dat is niet alleen een fout van de voorspelling.",
			" The outcome was counted among others or in another way, so that is not an error of the forecast alone.")
	}
	return text
}

// Record sums up forecasts of figures that can be compared.
func (w ForecastWords) Record(foreteller string, foretold, inside int, off, unchanged string) string {
	return fmt.Sprintf(w.l.pick("%s: %s voorspeld, %s binnen de marge, gemiddeld %s ernaast; gelijk blijven zat er %s naast.",
		"%s: %s foretold, %s inside the margin, off by %s on average; no change was off by %s."),
		w.l.Capital(foreteller), w.l.Integer(foretold), w.l.Integer(inside), off, unchanged)
}

// NoRecord says that no outcome can be compared.
func (w ForecastWords) NoRecord() string {
	return w.l.pick("Geen van de uitkomsten is met de metingen ervoor te vergelijken: een gemiddelde fout is er daarom niet.",
		"None of the outcomes can be compared with the figures before it, so there is no mean error.")
}

// Points is a difference in percentage points without its sign.
func (w ForecastWords) Points(d float64) string {
	if d < 0 {
		d = -d
	}
	return w.l.Decimal(100*d, 0) + " " + w.l.pick("procentpunt", "percentage points")
}

// PlansIntro explains the section on plans.
func (w ForecastWords) PlansIntro() []string {
	return []string{w.l.pick(
		"Wie het al gebruikt, blijft dat doen. Van wie zeker of zeer waarschijnlijk begint, telt een deel mee. De verwachting is voor een jaar na de meting. "+
			"De marge zegt wat het toeval in wie antwoordde kan schelen. Of plannen zo vaak uitkomen als de regel zegt, zit er niet in: vergelijk daarvoor de regels.",
		"Who uses it goes on doing so. Of those who surely or very likely start a part counts. The expectation is for a year after the figure. "+
			"The margin says what chance in who answered can do. Whether plans come true as often as the rule says is not in it: compare the rules for that.")}
}

// GrowthIntro explains the section on growth.
func (w ForecastWords) GrowthIntro(curve bool) []string {
	if curve {
		return []string{w.l.pick("De kromme is zo gekozen dat de tellingen het waarschijnlijkst zijn. De marge komt van 1.000 krommen door tellingen zoals ze ook hadden kunnen uitvallen. Of de groei zo'n kromme volgt, zit er niet in.",
			"The curve is the one that makes the counts most likely. The margin comes from 1,000 curves through counts as they could have been as well. Whether growth follows such a curve is not in it.")}
	}
	return []string{w.l.pick("Een kromme vraagt twee metingen per getal dat ze vrij laat. Er zijn er minder die te vergelijken zijn, of ze leggen de kromme niet vast. Daarom staan hier scenario’s vanaf de laatste meting: niemand begint meer, groei zoals bij 213 producten gemiddeld, en twee keer zo snel. De marge zegt wat het toeval in de laatste meting kan schelen.",
		"A curve takes two figures for each number that it leaves free. Fewer can be compared, or they do not settle the curve. So these are scenarios from the last figure: nobody starts any more, growth as the mean of 213 products, and twice as fast. The margin says what chance in the last figure can do.")}
}

// ShockIntro explains the section on a change of rules.
func (w ForecastWords) ShockIntro(moment, left, pace string) []string {
	return []string{fmt.Sprintf(w.l.pick("In %s stopt %s van de gebruikers. Daarna beginnen anderen in een tempo dat %s keer zo hoog is. Dat zijn aannames, geen voorspelling.",
		"In %s %s of the users stop. After that others start at a pace that is %s times as high. These are assumptions, no forecast."), moment, left, pace)}
}

// LookingIntro explains the section on what was foretold.
func (w ForecastWords) LookingIntro() []string {
	return []string{w.l.pick("Elke meting is om de beurt weggelegd. Wat de metingen ervoor voorspelden, staat naast wat er gezien is. De marge is die van een meting met evenveel antwoorden. De regels zijn niet aan de uitkomst aangepast, maar wie dit programma maakte kende de gepubliceerde cijfers: één geval bewijst geen regel.",
		"Each figure was laid aside in turn. What the figures before it foretold stands beside what was seen. The margin is that of a figure with as many answers. The rules were not fitted to the outcome, but who made this program knew the published figures: one case proves no rule.")}
}

// BreakNote explains figures that begin anew.
func (w ForecastWords) BreakNote() string {
	return w.l.pick("Metingen van een andere groep of met een andere methode zijn niet te vergelijken. Ze worden nooit met elkaar verbonden.",
		"Figures of another population or another method can't be compared. They are never joined.")
}

// Weighted says that figures of a weighted survey count as fewer answers.
func (w ForecastWords) Weighted() string {
	return w.l.pick("Gewogen aandelen tellen als zoveel gelijk gewogen antwoorden als ze waard zijn.",
		"Weighted shares count as so many equally weighted answers as they are worth.")
}

// Derived says that a count was worked out from a published share.
func (w ForecastWords) Derived() string {
	return w.l.pick("Aantallen die niet gepubliceerd zijn, zijn uit het percentage berekend.", "Counts that were not published were worked out from the percentage.")
}

// Method says how everything was computed.
func (w ForecastWords) Method() []string {
	if w.l.dutch {
		return []string{
			"Plannen: het aandeel gebruikers plus, per antwoord, het aandeel keer de kans dat zo'n plan uitkomt. De marge komt van 20.000 trekkingen van wat de aandelen kunnen zijn (Dirichletverdeling), en van een geleerde kans uit de verdeling daarvan.",
			"Groei: de logistische kromme en die van Bass (1969), met maximale aannemelijkheid op aantallen met hun basis, en hoogstens één vrij getal per twee metingen. De marge komt van 1.000 herhalingen (parametrische bootstrap). Scenario's hebben geen kromme nodig en gaan vanaf de laatste meting verder.",
			"Het toeval heeft een vast begin: dezelfde gegevens geven dezelfde cijfers.",
		}
	}
	return []string{
		"Plans: the share of users and, for each answer, its share times the chance that such a plan comes true. The margin comes from 20,000 draws of what the shares may be (Dirichlet distribution), and of a learned chance from its own.",
		"Growth: the logistic curve and Bass's (1969), by maximum likelihood on counts with their bases, with at most one free number per two figures. The margin comes from 1,000 repeats (parametric bootstrap). Scenarios need no curve and go on from the last figure.",
		"Chance has a fixed beginning: the same data give the same figures.",
	}
}

// ChartExpected is the headline of a chart of scenarios: between what use lies.
func (w ForecastWords) ChartExpected(subject, moment, low, high string) string {
	return fmt.Sprintf(w.l.pick("%s: tussen %s en %s in %s, naar scenario’s", "%s: between %s and %s in %s, by scenarios"), subject, low, high, moment)
}

// ChartPlans is the headline of a chart of what plans lead to.
func (w ForecastWords) ChartPlans(subject, moment, low, high string) string {
	return fmt.Sprintf(w.l.pick("%s: naar de plannen %s tot %s in %s", "%s: by the plans %s to %s in %s"), subject, low, high, moment)
}

// ChartJudged is the headline of a chart of a forecast beside its outcome.
func (w ForecastWords) ChartJudged(subject, moment, seen string) string {
	return fmt.Sprintf(w.l.pick("%s: wat voorspeld was, en de %s van %s", "%s: what was foretold, and the %s of %s"), subject, seen, moment)
}

// ChartShare says whose share a chart shows.
func (w ForecastWords) ChartShare() string {
	return w.l.pick("Aandeel van de organisaties dat het gebruikt.", "Share of organisations that use it.")
}

// ChartWhy says what a forecast in a chart rests on.
func (w ForecastWords) ChartWhy(curve bool) string {
	if curve {
		return w.l.pick("verwacht: groeikromme", "expected: growth curve")
	}
	return w.l.pick("verwacht: scenario’s", "expected: scenarios")
}

// ChartSource names where the figures of a chart come from.
func (w ForecastWords) ChartSource(sources string) string {
	return w.l.pick("Bron: ", "Source: ") + sources + "."
}

// ChartSpread explains the band of scenarios in a chart.
func (w ForecastWords) ChartSpread() string {
	return w.l.pick("Het vlak loopt van het laagste tot het hoogste scenario.", "The band runs from the lowest to the highest scenario.")
}

// ChartRules says what the rows of a chart of plans are.
func (w ForecastWords) ChartRules() string {
	return w.l.pick("Elke rij is een aanname over hoe vaak een plan uitkomt.", "Each row is an assumption on how often a plan comes true.")
}
