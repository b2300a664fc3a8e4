package locale

import (
	"fmt"
	"strings"
)

// ForecastWords are the words of a report on what is to be expected. Its sentences are
// in forecast_said.go.
type ForecastWords struct{ l *Locale }

// Forecast returns the words of a report on what is to be expected.
func (l *Locale) Forecast() ForecastWords { return ForecastWords{l} }

// ForecastHeadings are the titles and the heads of tables of such a report.
type ForecastHeadings struct {
	Measured, Plans, Growth, Shock, Looking, Assumed string
	// Heads of columns.
	Moment, Use, Base, Margin, Who, Joined, By, Rule, Surely, Likely, Expected, Path, KnownTo, Foretold, Seen, Off, Inside, Same string
	What, Value, Source, Flag                                                                                                    string
	// Cells.
	Yes, No, Begins, None string
}

// Headings returns the titles and heads.
func (w ForecastWords) Headings() ForecastHeadings {
	if w.l.dutch {
		return ForecastHeadings{
			"Wat gemeten is", "Als de plannen doorgaan", "Als het gebruik verder groeit", "Als een platform zijn regels verandert", "Teruggekeken: wat was er voorspeld?", "Uitgangspunten",
			"moment", "gebruikt het", "n", "marge", "wie en hoe", "te vergelijken met de vorige", "voorspeld door", "zo telt een plan", "zeker", "zeer waarschijnlijk", "verwacht", "groei", "bekend tot", "voorspeld", "gezien", "ernaast", "binnen de marge", "ernaast bij gelijk blijven",
			"uitgangspunt", "waarde", "waar het vandaan komt", "optie",
			"ja", "nee", "eerste meting", "–",
		}
	}
	return ForecastHeadings{
		"What was measured", "If plans come true", "If use goes on growing", "If a platform changes its rules", "Looking back: what was foretold?", "Assumptions",
		"moment", "uses it", "n", "margin", "who and how", "comparable with the one before", "foretold by", "how a plan counts", "surely", "very likely", "expected", "growth", "known up to", "foretold", "seen", "off by", "inside the margin", "off by if unchanged",
		"assumption", "value", "where it comes from", "flag",
		"yes", "no", "first figure", "–",
	}
}

// Title names the report on one subject, or on several when the subject is empty.
func (w ForecastWords) Title(subject string) string {
	if subject == "" {
		return w.l.pick("Verwachting van het gebruik van kanalen", "Outlook on the use of channels")
	}
	return w.l.pick("Verwachting: ", "Outlook: ") + subject
}

// Subject names what is used where the series does not.
func (w ForecastWords) Subject(subject string) string {
	if subject == "" {
		return w.l.pick("Gebruik", "Use")
	}
	return subject
}

// Lead says what the findings are.
func (w ForecastWords) Lead() string {
	return w.l.pick("Dit zijn verwachtingen, geen metingen. Elke marge gaat alleen over wat erbij staat.",
		"These are expectations, not measurements. Each margin covers only what is said beside it.")
}

// Kind says how a figure came about.
func (w ForecastWords) Kind(kind string) string {
	switch kind {
	case "census":
		return w.l.pick("allen geteld", "all counted")
	case "estimate":
		return w.l.pick("ruwe schatting", "rough figure")
	}
	return w.l.pick("steekproef", "sample")
}

// Break says why a figure can't be compared with the one before. Why is what a person
// says of it, or empty.
func (w ForecastWords) Break(reason, why string) string {
	if why != "" {
		return why
	}
	switch reason {
	case "population":
		return w.l.pick("andere groep", "other population")
	case "method":
		return w.l.pick("andere methode", "other method")
	}
	return w.l.pick("niet te vergelijken", "not comparable")
}

// Rule names a convention: those of package diffusion, given and learned, the latter
// with the moment of the plans.
func (w ForecastWords) Rule(name, learned string) string {
	switch name {
	case "as-stated":
		return w.l.pick("elk plan gaat door", "every plan comes true")
	case "juster":
		return w.l.pick("de kans die de woorden noemen (Juster)", "the chance that the words name (Juster)")
	case "concept-test":
		return w.l.pick("zoals bij proeven met nieuwe producten", "as in tests of new products")
	case "learned":
		return w.l.pick("zoals de plannen van "+learned+" uitkwamen", "as the plans of "+learned+" came true")
	}
	return w.l.pick("uw eigen percentages", "rates of your own")
}

// RuleSource says where a convention comes from. Did and of count the planners of who
// the rates are learned, all of them together.
func (w ForecastWords) RuleSource(name, to string, did, of int) string {
	switch name {
	case "as-stated":
		return w.l.pick("de bovengrens: niemand bedenkt zich en niemand stopt", "the upper bound: nobody thinks again and nobody stops")
	case "juster":
		return w.l.pick("op de schaal van Juster (1966) heet ‘zeker’ 99 op 100 en ‘zeer waarschijnlijk’ 8 op 10; zo lezen wij de woorden. Of plannen zo vaak uitkomen, weten we niet",
			"on Juster's scale (1966) “certain” is 99 in 100 and “very probable” 8 in 10, and so we read the words. Whether plans come true as often is not known")
	case "concept-test":
		return w.l.pick("gebruikelijke waarden uit leerboeken over productontwikkeling (Ulrich en Eppinger), voor consumenten die iets kopen; voor organisaties zijn ze niet getoetst",
			"usual values of textbooks on product development (Ulrich and Eppinger), for consumers who buy; they were not tested on organisations")
	case "learned":
		return fmt.Sprintf(w.l.pick("van %s met plannen die opnieuw antwoordden, gebruikt %s het in %s", "of %s with plans that answered again, %s use it in %s"),
			w.l.Integer(of), w.l.Integer(did), to)
	}
	return w.l.pick("door u opgegeven", "given by you")
}

// Path names a curve or a scenario.
func (w ForecastWords) Path(name string) string {
	switch name {
	case "logistic":
		return w.l.pick("logistische kromme", "logistic curve")
	case "bass":
		return w.l.pick("kromme van Bass", "Bass curve")
	case "still":
		return w.l.pick("niemand begint meer", "nobody starts any more")
	case "usual":
		return w.l.pick("gewone groei", "usual growth")
	case "fast":
		return w.l.pick("snelle groei", "fast growth")
	}
	return w.l.pick("alle scenario’s samen", "all scenarios together")
}

// NoCurve says why there is no curve; the reasons are those of package diffusion.
func (w ForecastWords) NoCurve(reason string, points, need int) string {
	switch reason {
	case "too-few":
		return fmt.Sprintf(w.l.pick("te weinig vergelijkbare metingen: %s, en nodig zijn er %s", "too few figures that can be compared: %s, where it takes %s"),
			w.l.Integer(points), w.l.Integer(need))
	case "not-rising":
		return w.l.pick("de metingen laten geen groei zien", "the figures show no growth")
	case "at-ceiling":
		return w.l.pick("de metingen liggen op nul of boven het plafond", "the figures are at nought or over the ceiling")
	}
	return w.l.pick("de metingen leggen geen kromme vast", "the figures do not settle a curve")
}

// Assumption is a line of the table of assumptions.
func (w ForecastWords) Assumption(key string) string {
	words := map[string][2]string{
		"surely":     {"wie zeker begint, telt voor", "who surely starts counts for"},
		"likely":     {"wie zeer waarschijnlijk begint, telt voor", "who very likely starts counts for"},
		"others":     {"wie later of niet begint, telt voor", "who starts later or never counts for"},
		"users":      {"wie het gebruikt, telt voor", "who uses it counts for"},
		"ceiling":    {"hoogste gebruik dat kan", "highest use there can be"},
		"start":      {"begin van de groei (Bass)", "beginning of growth (Bass)"},
		"innovation": {"begint uit zichzelf, per jaar", "starts by itself, a year"},
		"imitation":  {"begint door anderen, per jaar", "starts because others do, a year"},
		"shock":      {"moment van de nieuwe regels", "moment of the new rules"},
		"left":       {"stopt dan", "stops then"},
		"pace":       {"tempo waarin anderen beginnen, daarna", "pace at which others start, after that"},
		"level":      {"zekerheid van de marges", "level of the margins"},
	}[key]
	return w.l.pick(words[0], words[1])
}

// AssumptionSource says where an assumption comes from.
func (w ForecastWords) AssumptionSource(key string, given bool) string {
	if given {
		return w.l.pick("door u opgegeven", "given by you")
	}
	words := map[string][2]string{
		"others":     {"afspraak: niemand begint onverwacht", "a convention: nobody starts unexpectedly"},
		"users":      {"afspraak: niemand stopt", "a convention: nobody stops"},
		"ceiling":    {"keuze: iedereen kan het gaan gebruiken", "our choice: everyone can come to use it"},
		"start":      {"keuze: een jaar voor de eerste meting", "our choice: a year before the first figure"},
		"innovation": {"gemiddelde van 213 gepubliceerde krommen (Sultan, Farley en Lehmann 1990); ‘snel’ is het dubbele, onze keuze", "mean of 213 published curves (Sultan, Farley and Lehmann 1990); “fast” is twice that, our choice"},
		"imitation":  {"idem", "the same"},
		"level":      {"gebruikelijk", "usual"},
	}[key]
	return w.l.pick(words[0], words[1])
}

// Shocked joins a label of a path with the word that a shock is in it.
func (w ForecastWords) Shocked(path string) string {
	return path + w.l.pick(", met de nieuwe regels", ", with the new rules")
}

// Foreteller names what a figure was foretold by: a road with a convention or model.
func (w ForecastWords) Foreteller(road, name string) string {
	switch road {
	case "plans":
		return w.l.pick("plannen: ", "plans: ") + w.Rule(name, w.l.pick("toen", "then"))
	case "curve":
		return w.Path(name)
	}
	return w.l.pick("scenario’s", "scenarios")
}

// WhoHow says in a cell who were counted and how.
func (w ForecastWords) WhoHow(population, method, kind string) string {
	var parts []string
	for _, p := range []string{population, method} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(append(parts, w.Kind(kind)), "; ")
}
