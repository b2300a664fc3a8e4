package locale

import "strings"

// ReportWords holds the words of reports: headings, labels and notes. Its
// sentences with figures are in report_findings.go, those on method and
// reading in report_method.go, those of the inspection in report_inspect.go.
type ReportWords struct{ l *Locale }

// Report returns the words of reports.
func (l *Locale) Report() ReportWords { return ReportWords{l} }

// Headings are the titles of the fixed parts of a report.
type Headings struct {
	Findings, Footnotes, Warnings, Reading, Method string
}

// Headings returns the titles of the fixed parts of a report.
func (r ReportWords) Headings() Headings {
	if r.l.dutch {
		return Headings{"In het kort", "Noten", "Let op", "Hoe het bestand is gelezen", "Methode"}
	}
	return Headings{"In short", "Notes", "Please note", "How the file was read", "Method"}
}

// Title returns the title of a report on a study without a title.
func (r ReportWords) Title(file string) string {
	return r.l.pick("Uitkomsten van ", "Results of ") + file
}

// TookPart says how many took part: 1 organisatie deed mee, or 1 respondent when
// it is not known that they are organisations.
func (r ReportWords) TookPart(n int, organisations bool) string {
	switch {
	case !organisations && n == 1:
		return "1 respondent"
	case !organisations:
		return r.l.Integer(n) + r.l.pick(" respondenten", " respondents")
	case n == 1:
		return r.l.pick("1 organisatie deed mee", "1 organisation took part")
	case r.l.dutch:
		return r.l.Integer(n) + " organisaties deden mee"
	}
	return r.l.Integer(n) + " organisations took part"
}

// Organisations counts organisations: 1 organisatie, 2 organisaties.
func (r ReportWords) Organisations(n int) string {
	if n == 1 {
		return r.l.pick("1 organisatie", "1 organisation")
	}
	return r.l.Integer(n) + r.l.pick(" organisaties", " organisations")
}

// Answers counts answers: 1 antwoord, 2 antwoorden.
func (r ReportWords) Answers(n int) string {
	if n == 1 {
		return r.l.pick("1 antwoord", "1 answer")
	}
	return r.l.Integer(n) + r.l.pick(" antwoorden", " answers")
}

// Publisher names who did the study.
func (r ReportWords) Publisher(name string) string {
	return r.l.pick("onderzoek van ", "a study by ") + name
}

// NotForPublication is printed where nothing was hidden.
func (r ReportWords) NotForPublication() string {
	return r.l.pick("Niet voor publicatie: kleine groepen zijn niet verborgen.",
		"Not for publication: small groups are not hidden.")
}

// Synthetic is printed where the answers are made up.
func (r ReportWords) Synthetic() string {
	return r.l.pick("De antwoorden zijn verzonnen; het zijn geen antwoorden van echte organisaties.",
		"The answers are made up; they are not the answers of real organisations.")
}

// ShortNotices are what must be said of the whole, for one field of a machine
// format.
func (r ReportWords) ShortNotices(unprotected, synthetic bool) string {
	var notices []string
	if unprotected {
		notices = append(notices, r.l.pick("niet voor publicatie", "not for publication"))
	}
	if synthetic {
		notices = append(notices, r.l.pick("verzonnen antwoorden", "made-up answers"))
	}
	return strings.Join(notices, "; ")
}

// CodebookBeside announces a codebook that was found beside the file.
func (r ReportWords) CodebookBeside(name string) string {
	return r.l.pick("Gelezen met het codeboek "+name+", dat naast het bestand staat.",
		"Read with the codebook "+name+", found beside the file.")
}

// Topic returns the heading of a section.
func (r ReportWords) Topic(topic string) string {
	switch topic {
	case "respondents":
		return r.l.pick("Wie deden mee", "Who took part")
	case "coverage":
		return r.l.pick("Respons en dekking per groep", "Response and coverage per stratum")
	case "bounds":
		return r.l.pick("Laagste en hoogste gebruik dat mogelijk is", "Lowest and highest use that is possible")
	case "channels":
		return r.l.pick("Gebruik van kanalen", "Use of channels")
	case "adoption":
		return r.l.pick("Gebruik en plannen", "Use and plans")
	case "consideration":
		return r.l.pick("Plannen van wie het nog niet gebruikt", "Plans of those who do not use it yet")
	case "satisfaction":
		return r.l.pick("Tevredenheid", "Satisfaction")
	case "praise":
		return r.l.pick("Waarom men tevreden is", "Why they are satisfied")
	case "concern":
		return r.l.pick("Twijfels", "Doubts")
	case "reasons":
		return r.l.pick("Redenen om te beginnen", "Reasons to start")
	case "barriers":
		return r.l.pick("Wat organisaties tegenhoudt", "What holds organisations back")
	case "any-barrier":
		return r.l.pick("Wat tegenhoudt bij minstens één kanaal", "What holds back at least one channel")
	case "volume":
		return r.l.pick("Drukte", "Volume")
	case "change":
		return r.l.pick("Verandering in het klantcontact", "Change in customer contact")
	case "ownership":
		return r.l.pick("Wie webcare doet", "Who does webcare")
	case "words":
		return r.l.pick("Woorden die men noemt", "Words that come to mind")
	case "themes":
		return r.l.pick("Thema's in de open antwoorden", "Themes in the open answers")
	}
	if topic == "ratio" {
		return r.l.pick("Verhoudingen", "Ratios")
	}
	return r.l.pick("Andere vragen", "Other questions")
}

// Intro explains the figures of a section; empty where they explain themselves.
func (r ReportWords) Intro(topic string) string {
	switch topic {
	case "adoption":
		return r.l.pick("‘Als alle plannen doorgaan’ telt wie het nu gebruikt en wie zeker of heel waarschijnlijk begint.",
			"“If every plan goes ahead” counts those who use it now and those who surely or very likely start.")
	case "consideration":
		return r.l.pick("‘Overweegt het’ telt ook mee wie misschien later begint.",
			"“Considers it” also counts those who may start later.")
	case "coverage":
		return r.coverageIntro()
	case "bounds":
		return r.boundsIntro()
	case "any-barrier":
		return r.l.pick("Wie over geen enkel kanaal deze vraag kreeg, telt mee als wie niets noemt.",
			"Those who were asked about no channel count as naming nothing.")
	case "words":
		return r.l.pick("Een woord telt één keer per antwoord. Vormen van hetzelfde woord tellen samen.",
			"A word counts once per answer. Forms of one word are counted together.")
	}
	return ""
}

// Net returns the label of a row that no option names: a net of a topic, or a
// statistic.
func (r ReportWords) Net(topic, key string) string {
	switch key {
	case "projection":
		return r.l.pick("Als alle plannen doorgaan (projectie)", "If every plan goes ahead (projection)")
	case "plans":
		return r.l.pick("Begint zeker of heel waarschijnlijk", "Surely or very likely starts")
	case "considers":
		return r.l.pick("Overweegt het", "Considers it")
	case "top-two":
		return r.topTwo(topic)
	case "bottom-two":
		return r.bottomTwo(topic)
	case "rise":
		return r.l.pick("Stijging", "Rise")
	case "fall":
		return r.l.pick("Daling", "Fall")
	}
	return r.Statistic(key)
}

func (r ReportWords) topTwo(topic string) string {
	if topic == "satisfaction" {
		return r.l.pick("Tevreden of zeer tevreden", "Satisfied or very satisfied")
	}
	return r.l.pick("Twee hoogste antwoorden", "Two highest answers")
}

func (r ReportWords) bottomTwo(topic string) string {
	if topic == "satisfaction" {
		return r.l.pick("Ontevreden of zeer ontevreden", "Dissatisfied or very dissatisfied")
	}
	return r.l.pick("Twee laagste antwoorden", "Two lowest answers")
}

// Statistic returns the label of a statistic by its key; the key itself when
// it is unknown.
func (r ReportWords) Statistic(key string) string {
	switch key {
	case "mean":
		return r.l.pick("Gemiddelde", "Mean")
	case "trimmed":
		return r.l.pick("Gemiddelde zonder uitschieters", "Trimmed mean")
	case "median":
		return r.l.pick("Mediaan", "Median")
	case "lower-quartile":
		return r.l.pick("Eerste kwartiel", "Lower quartile")
	case "upper-quartile":
		return r.l.pick("Derde kwartiel", "Upper quartile")
	case "respondents":
		return r.l.pick("Deelnemers", "Respondents")
	case "population":
		return r.l.pick("Er zijn er", "Exist")
	case "response":
		return r.l.pick("Respons", "Response")
	case "share":
		return r.l.pick("Aandeel", "Share")
	case "covered":
		return r.l.pick("Dekking", "Coverage")
	case "inhabitants":
		return r.l.pick("Dekking inwoners", "Inhabitants covered")
	case "ratio":
		return r.l.pick("Verhouding", "Ratio")
	}
	return key
}

// Columns are the headings of the columns of a table.
type Columns struct {
	Total, Share, Value, Count, Base, OfAnswers, Mentions, Group, Users string
}

// Columns returns the headings of the columns of a table.
func (r ReportWords) Columns() Columns {
	if r.l.dutch {
		return Columns{"Totaal", "aandeel", "waarde", "aantal", "n", "van alle antwoorden", "keer genoemd", "Groep", "Gebruikers van"}
	}
	return Columns{"Total", "share", "value", "count", "n", "of all answers", "mentions", "Group", "Users of"}
}

// Interval names the interval of a level, as the heading of a column.
func (r ReportWords) Interval(level float64) string {
	return r.l.Percent(level, r.levelDecimals(level)) + r.l.pick("-interval", " interval")
}

func (r ReportWords) levelDecimals(level float64) int {
	if d := 100 * level; Round(d, 0) != Round(d, 2) {
		return 1
	}
	return 0
}

// Of says a count and what it is part of: 56 van 117.
func (r ReportWords) Of(count, base int) string {
	return r.l.Integer(count) + r.l.pick(" van ", " of ") + r.l.Integer(base)
}

// Status says why there is no figure; empty when there is one.
func (r ReportWords) Status(status string) string {
	switch status {
	case "hidden-small":
		return r.l.pick("te weinig antwoorden", "too few answers")
	case "hidden-others":
		return r.l.pick("verborgen, want dit kan verraden wat een organisatie antwoordde", "hidden because it may tell what an organisation answered")
	case "hidden-extreme":
		return r.l.pick("verborgen, want dit kan het laagste of hoogste antwoord tonen",
			"hidden because it may show the lowest or highest answer")
	case "hidden-imprecise":
		return r.l.pick("te onzeker om te publiceren", "too uncertain to publish")
	case "no-answers":
		return r.l.pick("niemand antwoordde", "nobody answered")
	case "unknown":
		return r.l.pick("niet bekend", "not known")
	case "not-estimated":
		return r.l.pick("niet berekend", "not computed")
	}
	return ""
}

// NotShown lists groups that have no figure in a table, with the reason.
func (r ReportWords) NotShown(groups []string, status string) string {
	return r.l.pick("Niet getoond: ", "Not shown: ") + r.l.List(groups) + " (" + r.Status(status) + ")."
}

// Note returns the footnote for a remark on a figure.
func (r ReportWords) Note(note string) string {
	switch note {
	case "few-answers":
		return r.l.pick("Minder dan 10 antwoorden: alleen een aanwijzing.", "Fewer than 10 answers: an indication only.")
	case "no-interval":
		return r.l.pick("Te weinig antwoorden voor een interval.", "Too few answers for an interval.")
	case "extreme":
		return r.l.pick("Geen interval: het zou het laagste of hoogste antwoord tonen.",
			"No interval: it would show the lowest or highest answer.")
	case "all-equal":
		return r.l.pick("Alle antwoorden zijn gelijk.", "All answers are the same.")
	case "rounded":
		return r.l.pick("Afgerond: met meer cijfers zou het antwoord van een verborgen groep uit te rekenen zijn.",
			"Rounded: with more digits the answers of a hidden group could be computed.")
	case "pooled":
		return r.l.pick("Gewogen met één gewicht voor soorten organisaties samen: met een eigen gewicht zou het antwoord van een verborgen groep uit te rekenen zijn.",
			"Weighted with one weight for kinds of organisations together: with a weight of their own the answers of a hidden group could be computed.")
	case "no-freedom":
		return r.l.pick("Geen interval: er zijn niet meer antwoorden dan groepen in de steekproef.",
			"No interval: there are no more answers than strata.")
	case "census":
		return r.l.pick("Geen marge: alle organisaties van de groep antwoordden.", "No margin: all organisations of the group answered.")
	case "exact":
		return r.l.pick("Exact interval, in aantallen: 4–17/25 betekent 4 tot 17 van de 25 organisaties die er in die groep zijn.",
			"Exact interval, in counts: 4–17/25 means 4 to 17 of the 25 organisations that exist in the group.")
	}
	return r.publicationNote(note)
}

// HiddenNote is the footnote for a cell without a figure.
func (r ReportWords) HiddenNote(status string) string {
	s := r.Status(status)
	return r.l.pick("Geen cijfer: ", "No figure: ") + s + "."
}
