package locale

import (
	"strings"
	"time"
)

// mergedBody says whose body was another one on the day, by the register.
func (l *Locale) mergedBody(a arguments) string {
	s := l.respondents(a.at(0), "antwoordde", "antwoordden", "answered")
	if a.at(1) != "" {
		s += l.pick(" voor een organisatie die er op "+l.day(a.at(1))+" niet was", " for an organisation that did not exist on "+l.day(a.at(1)))
	} else {
		s += l.pick(" voor een organisatie die er niet meer is", " for an organisation that no longer exists")
	}
	s += l.pick("; soort, grootteklasse en provincie zijn die van de organisatie die het register ervoor geeft",
		"; type, size class and province are those of the one that the register gives for it")
	var pairs []string
	for i := 2; i+2 < len(a); i += 3 {
		pair := a[i] + " → " + a[i+1]
		if a[i+2] != "1" {
			pair += " (" + a[i+2] + ")"
		}
		pairs = append(pairs, pair)
	}
	if len(pairs) > 0 {
		s += ": " + strings.Join(pairs, "; ")
	}
	return s
}

// day writes a day such as 2018-10-26; what is none stays as it is.
func (l *Locale) day(text string) string {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return text
	}
	return l.Date(at)
}

// notRemapped says why no one body stands for that of a respondent.
func (l *Locale) notRemapped(a arguments) string {
	s := l.respondents(a.at(1), "antwoordde", "antwoordden", "answered")
	switch a.at(0) {
	case "several":
		s += l.pick(" voor een organisatie die over meer organisaties is verdeeld of uit meer organisaties is ontstaan; het register kiest er geen",
			" for an organisation that was split over several, or made of several; the register does not choose one")
	case "ended":
		s += l.pick(" voor een organisatie die er niet meer was en geen opvolger heeft", " for an organisation that had ended without a successor")
	default:
		s += l.pick(" voor een organisatie die er nog niet was", " for an organisation that had not begun yet")
	}
	return s + l.examples(a.from(2))
}

// registerAgainst says that answers differ from the register, and which counts.
func (l *Locale) registerAgainst(a arguments) string {
	s := l.pick("Vraag ", "Question ") + a.at(0) + ": " + l.respondents(a.at(2), "gaf", "gaven", "gave") +
		l.pick(" een ander antwoord dan in het register staat", " another answer than the register has") + l.examples(a.from(3))
	if a.at(1) == "register" {
		return s + l.pick("; het register telt", "; the register counts")
	}
	return s + l.pick("; het antwoord telt", "; the answer counts")
}

// RegisterNames are the names of what a register tells of an organisation.
type RegisterNames struct {
	Code, Type, Province, Inhabitants, SizeClass, Urbanity, SharedService string
	// Urban are the names of the classes 1 to 5 of urbanity, from very strongly
	// urban to not urban.
	Urban []string
}

// RegisterNames returns the names of what a register tells of an organisation.
func (l *Locale) RegisterNames() RegisterNames {
	if l.dutch {
		return RegisterNames{
			"Code", "Soort organisatie", "Provincie", "Inwoners", "Grootteklasse", "Stedelijkheid", "Gedeelde dienst",
			[]string{"Zeer sterk stedelijk", "Sterk stedelijk", "Matig stedelijk", "Weinig stedelijk", "Niet stedelijk"},
		}
	}
	return RegisterNames{
		"Code", "Type of organisation", "Province", "Inhabitants", "Size class", "Urbanity", "Shared service",
		[]string{"Very strongly urban", "Strongly urban", "Moderately urban", "Hardly urban", "Not urban"},
	}
}

// Body names one organisation of a type by its meaning in every survey, and
// several of them; nothing when the meaning has no word.
func (l *Locale) Body(means string) (one, several string) {
	switch means {
	case "municipality":
		one = l.pick("Gemeente", "Municipality")
	case "safety-region":
		one = l.pick("Veiligheidsregio", "Safety region")
	case "water-board":
		one = l.pick("Waterschap", "Water board")
	case "province":
		one = l.pick("Provincie", "Province")
	case "health-service":
		one = l.pick("GGD", "Public health service")
	case "other":
		one = l.pick("Andere overheid", "Other public body")
	}
	return one, l.Bodies(means, "", "-")
}

// SizeClass names a class of the number of inhabitants: from and until are its
// limits, 0 for none. A body of until inhabitants is in the next one.
func (l *Locale) SizeClass(from, until int) string {
	switch {
	case from == 0:
		return l.pick("Minder dan ", "Fewer than ") + l.Integer(until) + l.pick(" inwoners", " inhabitants")
	case until == 0:
		return l.Integer(from) + l.pick(" inwoners of meer", " inhabitants or more")
	}
	return l.Integer(from) + l.pick(" tot ", " to ") + l.Integer(until) + l.pick(" inwoners", " inhabitants")
}

// coverageIntro says what response and coverage are.
func (r ReportWords) coverageIntro() string {
	return r.l.pick("Respons is hoeveel deelnemers er zijn van elke 100 organisaties. Bij dekking telt een organisatie één keer, ook als ze vaker antwoordde.",
		"Response is how many respondents there are of every 100 organisations. In coverage an organisation counts once, also if it answered more often.")
}

// InhabitantsCovered says what the coverage of inhabitants is.
func (r ReportWords) InhabitantsCovered() string {
	return r.l.pick("Dekking inwoners: welk deel van de inwoners woont in het gebied van een organisatie die meedeed.",
		"Inhabitants covered: which part of the inhabitants lives in the area of an organisation that took part.")
}

// Strata is the heading over the strata of a design.
func (r ReportWords) Strata() string { return r.l.pick("Groepen van de steekproef", "Strata") }

// FromRegister says that a question was not asked but is a column of the register.
func (r ReportWords) FromRegister(column string) string {
	return r.l.pick("uit het register, kolom ", "from the register, column ") + column
}
