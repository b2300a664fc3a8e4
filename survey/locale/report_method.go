package locale

import (
	"strings"
	"time"
)

// Fieldwork says when the answers came in.
func (r ReportWords) Fieldwork(from, to time.Time) string { return r.l.Period(from, to) }

// RowsRead says how many rows were read and how many became respondents.
func (r ReportWords) RowsRead(file, sheet string, read, kept int, dropped []string) string {
	s := file
	if sheet != "" {
		s += r.l.pick(", werkblad ", ", sheet ") + r.Quote(sheet)
	}
	s += ": " + r.Rows(read) + r.l.pick(" gelezen, ", " read, ") + r.l.Integer(kept) + r.l.pick(" gebruikt", " used")
	if len(dropped) > 0 {
		s += r.l.pick("; weggelaten: ", "; left out: ") + r.l.List(dropped)
	}
	return s + "."
}

// Rows counts rows: 1 rij, 2 rijen.
func (r ReportWords) Rows(n int) string {
	if n == 1 {
		return r.l.pick("1 rij", "1 row")
	}
	return r.l.Integer(n) + r.l.pick(" rijen", " rows")
}

// Dropped says how many rows were left out for a reason: 1 testrij.
func (r ReportWords) Dropped(reason string, n int) string {
	return r.l.Integer(n) + " " + r.DropReason(reason)
}

// DropReason says why rows were left out, to follow a number.
func (r ReportWords) DropReason(reason string) string {
	switch reason {
	case "blank":
		return r.l.pick("leeg", "empty")
	case "no-person":
		return r.l.pick("met totalen of maten in plaats van een deelnemer", "with totals or measures rather than a respondent")
	case "test":
		return r.l.pick("als test gemarkeerd", "marked as a test")
	case "no-answer":
		return r.l.pick("zonder antwoord", "without any answer")
	case "duplicate":
		return r.l.pick("dubbel", "duplicate")
	case "outside":
		return r.l.pick("niet begonnen, buiten de doelgroep of quotum vol", "not begun, screened out or over quota")
	case "repeat":
		return r.l.pick("met een herhaald deel van de vragenlijst", "with a repeated part of the questionnaire")
	case "filter":
		return r.l.pick("door het codeboek uitgesloten", "excluded by the codebook")
	}
	return reason
}

// CodebookUsed names the codebook that says what the columns mean.
func (r ReportWords) CodebookUsed(name string) string {
	return r.l.pick("Codeboek: "+name+".", "Codebook: "+name+".")
}

// NoCodebook says that the questions were inferred.
func (r ReportWords) NoCodebook() string {
	return r.l.pick("Zonder codeboek: wat de kolommen betekenen is afgeleid uit het bestand. Controleer het met ‘benchmark inspect’.",
		"Without a codebook: what the columns mean was inferred from the file. Check it with ‘benchmark inspect’.")
}

// SHA256 names the digest of the file.
func (r ReportWords) SHA256(digest string) string { return "SHA-256: " + digest + "." }

// Frame says where the numbers of organisations come from.
func (r ReportWords) Frame(name, date string, sources []string) string {
	s := r.l.pick("Aantallen organisaties", "Numbers of organisations")
	if date != "" {
		s += r.l.pick(" op ", " on ") + r.day(date)
	}
	s += r.l.pick(" uit ", " from ") + name
	if len(sources) > 0 {
		s += " (" + strings.Join(sources, "; ") + ")"
	}
	return s + "."
}

func (r ReportWords) day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return r.l.Date(t)
}

// MethodDraw says for whom the margins hold; organisations is false where it is not
// known that the respondents are.
func (r ReportWords) MethodDraw(respondents int, organisations bool) string {
	took, all := r.Organisations(respondents), r.l.pick("alle organisaties", "all organisations")
	if !organisations {
		took, all = r.TookPart(respondents, false), r.l.pick("iedereen", "everyone")
	}
	if r.l.dutch {
		return "De cijfers gaan over wie meedeed: " + took + ". De marges zeggen alleen iets over " + all +
			" als de deelnemers een willekeurige greep daaruit zijn. Dat is niet zeker: wie meedeed, koos daar zelf voor."
	}
	return "The figures are about those who took part: " + took + ". The margins speak of " + all +
		" only if the respondents are a random draw from them. That is not certain: those who took part chose to."
}

// MethodBase says what a base is, and that nothing is weighted.
func (r ReportWords) MethodBase(organisations bool) string {
	alike := r.l.pick("elke deelnemer telt even zwaar.", "every respondent counts the same.")
	if organisations {
		alike = r.l.pick("elke organisatie telt even zwaar.", "every organisation counts the same.")
	}
	return r.l.pick("Elk percentage heeft een eigen basis: wie de vraag kreeg en antwoordde. ‘Weet niet’ telt als antwoord, "+
		"tenzij het codeboek iets anders zegt. De cijfers zijn niet gewogen: "+alike,
		"Every percentage has a base of its own: those who were asked and answered. “Don't know” counts as an answer, "+
			"unless the codebook says otherwise. The figures are unweighted: "+alike)
}

// MethodIntervals says which intervals were used; methods are phrases of
// Method.
func (r ReportWords) MethodIntervals(level float64, methods []string) string {
	lead := r.l.pick("De marges zijn "+r.l.Percent(level, r.levelDecimals(level))+"-intervallen. ",
		"The margins are "+r.l.Percent(level, r.levelDecimals(level))+" intervals. ")
	return lead + strings.Join(methods, " ")
}

// Method is a sentence on where an interval method was used.
func (r ReportWords) Method(method string) string {
	switch method {
	case "wilson":
		return r.l.pick("Aandelen: Wilson, zonder correctie voor een eindige populatie.",
			"Shares: Wilson, without finite population correction.")
	case "hypergeometric":
		return r.l.pick("Aandelen van iedereen in één groep waarvan bekend is hoeveel organisaties er zijn: exact (hypergeometrisch).",
			"Shares of everyone in one group of which the number of organisations is known: exact (hypergeometric).")
	case "t":
		return r.l.pick("Gemiddelden: standaardfout en Student t.", "Means: standard error and Student's t.")
	case "yuen":
		return r.l.pick("Gemiddelden zonder de laagste en hoogste 10%: Yuen.", "Means without the lowest and highest 10%: Yuen.")
	case "order-statistics":
		return r.l.pick("Mediaan en kwartielen (type 7): exact binomiaal op de geordende antwoorden.",
			"Median and quartiles (type 7): exact binomial on the ordered answers.")
	case "part-of-whole":
		return r.l.pick("Verschillen van een deel met het geheel: met de samenhang van beide.",
			"Differences of a part from the whole: with the dependence of both.")
	case "linearised-ratio":
		return r.l.pick("Aandelen van alle antwoorden: gelineariseerde verhouding, met de organisatie als eenheid.",
			"Shares of all answers: linearised ratio, with the organisation as unit.")
	}
	if s := r.publicationMethod(method); s != "" {
		return s
	}
	return r.methodWeighted(method)
}

// MethodDisclosure says what is hidden.
func (r ReportWords) MethodDisclosure(minimumAnswers, minimumMentions int) string {
	a, m := r.l.Integer(minimumAnswers), r.l.Integer(minimumMentions)
	return r.l.pick("Wat in vertrouwen is gezegd (tevredenheid, redenen, wat tegenhoudt, plannen, drukte, verandering) staat er niet bij minder dan "+a+
		" antwoorden, of als (bijna) allen hetzelfde zeiden of één organisatie een getal bepaalt. Is zo'n antwoord uit andere cijfers terug te rekenen, "+
		"dan zijn ook die verborgen. Het laagste en "+
		"hoogste getal en woorden die minder dan "+m+" keer genoemd zijn, staan er niet.",
		"What was said in confidence (satisfaction, reasons, what holds back, plans, volume, change) is not shown for fewer than "+a+
			" answers, or where all or all but one said the same, or one organisation makes up a number. Where such an answer could be worked out "+
			"from other figures, those are hidden too. The lowest and "+
			"highest number, and words mentioned fewer than "+m+" times, are not shown.")
}

// MethodProjection says what the projection is.
func (r ReportWords) MethodProjection() string {
	return r.l.pick("‘Als alle plannen doorgaan’ is een projectie: wie het kanaal nu gebruikt plus wie zeker of heel waarschijnlijk begint. "+
		"Het is geen telling; plannen gaan niet altijd door.",
		"“If every plan goes ahead” is a projection: those who use the channel now plus those who surely or very likely start. "+
			"It is not a count; plans do not always go ahead.")
}

// MethodPartWhole says how a part was set against the whole.
func (r ReportWords) MethodPartWhole() string {
	return r.l.pick("Gebruikers van een kanaal horen ook bij alle deelnemers. Het interval van het verschil houdt daar rekening mee.",
		"Users of a channel are among all respondents too. The interval of the difference takes that into account.")
}

// BaseOf says who the figures of a table are about. The kind is the base's
// word; conditions are phrases of Condition; channel is that of non-users.
func (r ReportWords) BaseOf(kind string, conditions []string, channel string) string {
	switch kind {
	case "respondents":
		return r.l.pick("wie antwoordde; aan iedereen gevraagd", "those who answered; put to everyone")
	case "routed":
		if len(conditions) == 0 {
			return r.l.pick("wie antwoordde; aan een deel gevraagd", "those who answered; put to some")
		}
		return r.l.pick("alleen gevraagd aan wie bij ", "put only to those who answered ") + r.l.List(conditions)
	case "answered":
		return r.l.pick("wie antwoordde; aan wie het is gevraagd, is niet bekend", "those who answered; who was asked is not known")
	case "ticked":
		return r.l.pick("wie minstens één antwoord koos; aan wie het is gevraagd, is niet bekend",
			"those who ticked at least one answer; who was asked is not known")
	case "non-users":
		if channel == "" {
			return r.l.pick("wie het kanaal niet gebruikt of uitprobeert", "those who neither use nor try the channel")
		}
		return r.l.pick("wie "+inSentence(channel)+" niet gebruikt of uitprobeert", "those who neither use nor try "+inSentence(channel))
	case "everyone":
		return r.l.pick("alle deelnemers, ook aan wie het niet is gevraagd", "all respondents, also those who were not asked")
	}
	return ""
}

// Condition is one routing rule, in the words of the questionnaire.
func (r ReportWords) Condition(question string, options []string) string {
	quoted := make([]string, len(options))
	for i, o := range options {
		quoted[i] = r.Quote(o)
	}
	if r.l.dutch {
		return r.Quote(question) + " " + r.either(quoted) + " antwoordde"
	}
	return r.either(quoted) + " to " + r.Quote(question)
}

// either joins items with "or".
func (r ReportWords) either(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + r.l.pick(" of ", " or ") + items[last]
}

// AccountPart says what became of some respondents at a question: 59 niet
// gevraagd. The word is that of the JSON contract.
func (r ReportWords) AccountPart(word string, n int) string {
	s := r.l.Integer(n) + " "
	switch word {
	case "not-asked":
		return s + r.l.pick("niet gevraagd", "not asked")
	case "not-shown":
		return s + r.l.pick("niet getoond in de vragenlijst", "not shown in the questionnaire")
	case "skipped":
		return s + r.l.pick("overgeslagen", "skipped")
	case "blank":
		return s + r.l.pick("niet gevraagd of niet beantwoord", "not asked or not answered")
	case "refused":
		return s + r.l.pick("geweigerd", "refused")
	case "invalid":
		return s + r.l.pick("onbruikbaar", "unusable")
	case "out-of-base":
		return s + r.l.pick("buiten de basis", "out of the base")
	case "dont-know":
		return s + r.l.pick("‘weet niet’ (telt mee)", "“don't know” (counts)")
	}
	return s + word
}
