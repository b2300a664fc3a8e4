package locale

import (
	"math"
	"strconv"
	"strings"
)

// Weighting says where the weights of a report come from.
type Weighting struct {
	// By is "column", "frame", "population", "targets", or empty when every answer
	// weighs the same.
	By string
	// Column is the heading of the column with the weights.
	Column string
	// Outside is how many respondents the figures leave out.
	Outside int
}

// WeightedLead says in plain words that figures are weighted, by what, and where
// the unweighted ones are.
func (r ReportWords) WeightedLead(w Weighting) string {
	var s string
	switch w.By {
	case "column":
		s = r.l.pick("De cijfers zijn gewogen met kolom "+r.Quote(w.Column)+" uit het bestand: het zijn schattingen voor iedereen, niet alleen voor wie meedeed.",
			"The figures are weighted by column "+r.Quote(w.Column)+" of the file: they are estimates for everyone, not for those who took part alone.")
	case "targets":
		s = r.l.pick("De cijfers zijn gewogen: de antwoorden zijn samen gelijk gemaakt aan bekende aantallen. Het zijn schattingen voor iedereen, niet alleen voor wie meedeed.",
			"The figures are weighted so that the answers add up to known totals: they are estimates for everyone, not for those who took part alone.")
	case "frame", "population":
		s = r.l.pick("De cijfers zijn gewogen naar hoeveel organisaties er per groep bestaan: het zijn schattingen voor al die organisaties, niet alleen voor wie meedeed.",
			"The figures are weighted by how many organisations exist in each group: they are estimates for all of those, not for those who took part alone.")
	default:
		s = r.l.pick("De cijfers zijn schattingen volgens de opzet van de steekproef; elk antwoord weegt even zwaar.",
			"The figures are estimates by the design of the sample; every answer weighs the same.")
	}
	s += r.l.pick(" De ongewogen cijfers staan erbij: in de kolom ‘ongewogen’ of tussen haakjes.",
		" The unweighted figures stand beside them: in the column “unweighted” or in brackets.")
	return s + r.leftOut(w.Outside)
}

func (r ReportWords) leftOut(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return r.l.pick(" 1 deelnemer telt niet mee in de gewogen cijfers: van die soort is niet bekend hoeveel er bestaan.",
			" 1 respondent is left out of the weighted figures: it is not known how many of that kind exist.")
	}
	return r.l.pick(" "+r.l.Integer(n)+" deelnemers tellen niet mee in de gewogen cijfers: van hun soort is niet bekend hoeveel er bestaan.",
		" "+r.l.Integer(n)+" respondents are left out of the weighted figures: it is not known how many of their kind exist.")
}

// EstimatesLead says what findings of weighted figures are about; n took part.
func (r ReportWords) EstimatesLead(n int, organisations bool) string {
	return r.l.pick("Deze zinnen zijn gewogen schattingen. Ze rusten op de antwoorden van "+r.answered(n, organisations)+".",
		"These sentences are weighted estimates. They rest on the answers of "+r.answered(n, organisations)+".")
}

func (r ReportWords) answered(n int, organisations bool) string {
	switch {
	case organisations:
		return r.Organisations(n)
	case n == 1:
		return "1 respondent"
	}
	return r.l.Integer(n) + r.l.pick(" respondenten", " respondents")
}

// Estimated writes an estimated share: naar schatting 48% (ongewogen 45%, n = 117).
func (r ReportWords) Estimated(share, unweighted float64, base int) string {
	return r.Roughly(r.l.PercentSaid(share)) + " (" + r.l.pick("ongewogen ", "unweighted ") + r.l.PercentSaid(unweighted) +
		", n = " + r.l.Integer(base) + ")"
}

// Roughly marks a figure as an estimate: naar schatting 48%.
func (r ReportWords) Roughly(figure string) string {
	return r.l.pick("naar schatting ", "an estimated ") + figure
}

// EstimatedIfPlansHold continues Uses with an estimated projection.
func (r ReportWords) EstimatedIfPlansHold(figure string) string {
	return r.l.pick("; "+figure+" als alle plannen doorgaan", "; "+figure+" would if every plan goes ahead")
}

// EstimatedConsiders is Considers of estimated figures.
func (r ReportWords) EstimatedConsiders(channel, figure, plans string) string {
	s := channel + ": " + r.l.pick("van wie het niet gebruikt of uitprobeert, overweegt "+figure+" het",
		"of those that neither use nor try it, "+figure+" consider it")
	if plans != "" {
		s += r.l.pick("; "+plans+" begint zeker of heel waarschijnlijk", "; "+plans+" surely or very likely start")
	}
	return s + "."
}

// EstimatedChange is ChangeFinding of estimated figures.
func (r ReportWords) EstimatedChange(rise, fall, mean string) string {
	s := r.l.pick("Klantcontact: "+rise+" ziet een stijging, "+fall+" een daling",
		"Customer contact: "+rise+" see a rise, "+fall+" a fall")
	if mean != "" {
		s += "; " + mean
	}
	return s + "."
}

// WeightedColumns are the headings and labels that weighted tables add.
type WeightedColumns struct {
	Unweighted, UnweightedBase, WeightedBase, EffectiveBase string
}

// WeightedColumns returns the headings and labels that weighted tables add.
func (r ReportWords) WeightedColumns() WeightedColumns {
	if r.l.dutch {
		return WeightedColumns{"ongewogen", "n ongewogen", "n gewogen", "n effectief"}
	}
	return WeightedColumns{"unweighted", "unweighted n", "weighted n", "effective n"}
}

// BaseMarks are what stands before a weighted and an effective base in a small
// cell.
func (r ReportWords) BaseMarks() (weighted, effective string) {
	return r.l.pick("gew=", "wtd="), "eff="
}

// Bases says on how many answers figures rest: n = 117 ongewogen, 380 gewogen,
// effectief 89,4. Effective may be empty.
func (r ReportWords) Bases(base, weighted, effective string) string {
	s := "n = " + base + r.l.pick(" ongewogen, ", " unweighted, ") + weighted + r.l.pick(" gewogen", " weighted")
	if effective != "" {
		s += r.l.pick(", effectief ", ", effective ") + effective
	}
	return s + "."
}

// QuantileLabel names the quantile at a percentage: 10%-punt or 10th percentile.
func (r ReportWords) QuantileLabel(percent float64) string {
	number := r.l.Decimal(percent, max(0, len(strconv.FormatFloat(percent, 'f', -1, 64))-len(strconv.FormatFloat(math.Trunc(percent), 'f', -1, 64))-1))
	if r.l.dutch {
		return number + "%-punt"
	}
	return number + ordinal(percent) + " percentile"
}

// ordinal is the ending of an English ordinal number.
func ordinal(x float64) string {
	n := int(x)
	switch {
	case float64(n) != x || n%100 >= 11 && n%100 <= 13:
		return "th"
	case n%10 == 1:
		return "st"
	case n%10 == 2:
		return "nd"
	case n%10 == 3:
		return "rd"
	}
	return "th"
}

// TotalOf labels a total with its unit, which may be empty.
func (r ReportWords) TotalOf(unit string) string {
	s := r.l.pick("Som", "Total")
	if unit != "" {
		s += " (" + r.l.Unit(unit) + ")"
	}
	return s
}

// Lonely is the footnote of figures with a stratum in which one respondent
// answered; policy is what that stratum adds to the margin, and names are those
// of the strata with one respondent.
func (r ReportWords) Lonely(policy string, names []string) string {
	s := r.l.pick("In deze uitkomst telt een groep van de steekproef mee met maar één deelnemer", "A stratum with a single respondent is part of this figure")
	if len(names) > 0 {
		s += " (" + strings.Join(names, "; ") + ")"
	}
	switch policy {
	case "adjust":
		return s + r.l.pick(". Voor de marge is de afstand tot de schatting voor iedereen gebruikt.",
			". The margin takes its distance from the estimate for all as its spread.")
	case "certainty":
		return s + r.l.pick(". De marge doet alsof die groep volledig meedeed, en kan te klein zijn.",
			". The margin takes that stratum as complete, and may be too small.")
	case "remove":
		return s + r.l.pick(". De marge laat die groep weg, en kan te klein zijn.",
			". The margin leaves that stratum out, and may be too small.")
	case "average":
		return s + r.l.pick(". Voor de marge krijgt die groep de gemiddelde spreiding van de andere.",
			". The margin gives that stratum the average spread of the others.")
	}
	return s + "."
}

// MethodEstimates says for whom weighted figures hold, how they were weighted,
// and how strata enter the margins.
func (r ReportWords) MethodEstimates(w Weighting, strata int) string {
	s := r.WeightedLead(w) + " " +
		r.l.pick("De schattingen kloppen alleen als wie meedeed binnen elke groep een willekeurige greep is.",
			"The estimates hold only if those who took part are a random draw within each stratum.")
	if strata > 1 {
		s += r.l.pick(" De marges houden rekening met "+r.l.Integer(strata)+" groepen (strata) en, waar bekend, met hoeveel organisaties er bestaan.",
			" The margins take "+r.l.Integer(strata)+" strata into account and, where known, how many organisations exist.")
	}
	return s
}

// MethodWeightedBase is MethodBase for weighted figures.
func (r ReportWords) MethodWeightedBase() string {
	return r.l.pick("Elk percentage heeft een eigen basis: wie de vraag kreeg en antwoordde. ‘Weet niet’ telt als antwoord, tenzij het codeboek iets "+
		"anders zegt. Het gewogen n is de som van de gewichten. Het effectieve n is hoeveel even zware antwoorden net zo veel zeggen (Kish).",
		"Every percentage has a base of its own: those who were asked and answered. “Don't know” counts as an answer, unless the codebook says "+
			"otherwise. The weighted n is the sum of the weights. The effective n is how many equally weighted answers would know as much (Kish).")
}

// methodWeighted is a sentence on an interval method of weighted figures.
func (r ReportWords) methodWeighted(method string) string {
	switch method {
	case "korn-graubard":
		return r.l.pick("Gewogen aandelen: Korn en Graubard, met het effectieve aantal antwoorden, hooguit het echte aantal.",
			"Weighted shares: Korn and Graubard, with the effective number of answers, at most the actual number.")
	case "beta":
		return r.l.pick("Gewogen aandelen: Korn en Graubard (beta), zonder grens aan het effectieve aantal antwoorden.",
			"Weighted shares: Korn and Graubard (beta), the effective number of answers not capped.")
	case "mean":
		return r.l.pick("Gewogen aandelen: standaardfout en Student t (Wald).", "Weighted shares: standard error and Student's t (Wald).")
	case "logit":
		return r.l.pick("Gewogen aandelen: op de logitschaal, als een logistische regressie.", "Weighted shares: on the logit scale, as a logistic regression.")
	case "xlogit":
		return r.l.pick("Gewogen aandelen: Wald op de logitschaal.", "Weighted shares: Wald on the logit scale.")
	case "likelihood":
		return r.l.pick("Gewogen aandelen: geschaalde binomiale likelihood (Rao en Scott).", "Weighted shares: scaled binomial likelihood (Rao and Scott).")
	case "asin":
		return r.l.pick("Gewogen aandelen: op de boogsinusschaal.", "Weighted shares: on the arcsine scale.")
	case "weighted-wilson":
		return r.l.pick("Gewogen aandelen: Wilson, met het effectieve aantal antwoorden.", "Weighted shares: Wilson, with the effective number of answers.")
	case "woodruff":
		return r.l.pick("Gewogen mediaan en andere kwantielen: Woodruff, via het interval van het aandeel tot die waarde.",
			"Weighted median and other quantiles: Woodruff, through the interval of the share up to that value.")
	case "taylor":
		return r.l.pick("Gewogen gemiddelden, totalen en verhoudingen: Taylor-linearisatie en Student t.",
			"Weighted means, totals and ratios: Taylor linearisation and Student's t.")
	case "census":
		return r.l.pick("Groepen waarin alle organisaties antwoordden: geen marge.", "Groups in which all organisations answered: no margin.")
	}
	return ""
}
