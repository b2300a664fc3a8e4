package locale

import "strings"

// Page are the words of a report as a web page: the fixed texts around the
// figures, and of the controls that its script adds.
type Page struct {
	Skip, Logo, Contents, Summary, More, Sections, Appendix, AppendixLead, Quality, Precise, Provenance string
	Figure, Table, Subject, FiguresOf, AllFigures, Source, NoPicture, FiguresBelow, Margins, Omitted    string
	// The words of the controls.
	Filter, FilterNone, Breakdown, EveryBreakdown, Picture, Drawing, Data, Copy, Copied, Sort string
}

// Page returns the words of a report as a web page.
func (l *Locale) Page() Page {
	if l.dutch {
		return Page{
			Skip: "Naar de inhoud", Logo: "Logo", Contents: "Inhoud", Summary: "In het kort", More: "Meer hierover", Sections: "De uitkomsten",
			Appendix: "Bijlage: alle tabellen", AppendixLead: "Elk cijfer van dit onderzoek dat getoond mag worden, met zijn marge en zijn basis.",
			Quality: "Kwaliteit van de gegevens", Precise: "Voor wie het precies wil weten", Provenance: "Herkomst",
			Figure: "Figuur", Table: "Tabel", Subject: "Onderwerp", FiguresOf: "Cijfers bij figuur", AllFigures: "Alle cijfers en uitsplitsingen", Source: "Bron",
			NoPicture:    "Deze figuur is niet te tekenen. De cijfers staan in de tabel.",
			FiguresBelow: "De cijfers staan in de tabel onder de figuur.", Margins: "De marges staan in de bijlage.",
			Omitted: "Niet elk getal past in de figuur: zie de cijfers eronder.",
			Filter:  "Zoek een tabel", FilterNone: "Geen tabel gevonden.", Breakdown: "Uitsplitsing", EveryBreakdown: "alle", Picture: "Afbeelding (PNG)",
			Drawing: "Tekening (SVG)", Data: "Cijfers (CSV)", Copy: "Kopieer de cijfers", Copied: "Gekopieerd", Sort: "Sorteer op",
		}
	}
	return Page{
		Skip: "Skip to the content", Logo: "Logo", Contents: "Contents", Summary: "In short", More: "More about this", Sections: "The results",
		Appendix: "Appendix: all tables", AppendixLead: "Every figure of this study that may be shown, with its margin and its base.",
		Quality: "Quality of the data", Precise: "For those who want to know exactly", Provenance: "Provenance",
		Figure: "Figure", Table: "Table", Subject: "Subject", FiguresOf: "Data of figure", AllFigures: "All figures and breakdowns", Source: "Source",
		NoPicture:    "This figure can't be drawn. Its data are in the table.",
		FiguresBelow: "The figures are in the table below the picture.", Margins: "The margins are in the appendix.",
		Omitted: "Not every number fits in the picture: see the data below it.",
		Filter:  "Find a table", FilterNone: "No table found.", Breakdown: "Breakdown", EveryBreakdown: "all", Picture: "Picture (PNG)",
		Drawing: "Drawing (SVG)", Data: "Data (CSV)", Copy: "Copy the data", Copied: "Copied", Sort: "Sort by",
	}
}

// By says what a table is broken down by: WhatsApp, naar soort organisatie.
func (l *Locale) By(title, by string) string {
	return title + l.pick(", naar ", ", by ") + inSentence(by)
}

// Facts are the terms of the box on method and of the provenance of a report.
type Facts struct {
	Fieldwork, Respondents, Population, Response, Weighting, Margins, Differences, Hidden, Rounding string
	File, Sheet, Codebook, Frame, Program, Options                                                  string
	NoFieldwork, NoPopulation, MarginsMean, RoundingRule, Inferred, NoOptions, Base, BaseRule       string
	Digest, EmailMore, EmailResponse, EmailMethod                                                   string
}

// InputRole names a file beside a survey that changed figures.
func (r ReportWords) InputRole(role string) string {
	if role == "register" {
		return r.l.pick("Register", "Register")
	}
	return r.l.pick("Totalen voor de weging", "Totals for the weights")
}

// Facts returns the terms of the box on method and of the provenance.
func (r ReportWords) Facts() Facts {
	if r.l.dutch {
		return Facts{
			Fieldwork: "Veldwerk", Respondents: "Wie deden mee", Population: "Hoeveel er zijn", Response: "Respons", Weighting: "Weging",
			Margins: "Marges", Differences: "Verschillen", Hidden: "Niet getoond", Rounding: "Afronding",
			File: "Bestand", Sheet: "Werkblad", Codebook: "Codeboek", Frame: "Aantallen organisaties", Program: "Programma", Options: "Opties",
			NoFieldwork:  "De periode staat niet in het bestand.",
			NoPopulation: "Niet bekend: er is geen bestand met aantallen organisaties gebruikt. Daarom is er geen respons te geven.",
			Base:         "Percentages",
			BaseRule:     "Een percentage gaat over wie de vraag kreeg en antwoordde. Hoeveel dat er zijn, staat erbij.",
			MarginsMean: "Bij een cijfer hoort een interval: zo ver kan toeval het verschuiven als wie meedeed een willekeurige greep is. " +
				"Dat wie niet meedeed anders kan zijn, zit er niet in.",
			RoundingRule: "Zinnen en figuren hebben hele procenten. Tabellen hebben één decimaal vanaf 50 antwoorden.",
			Inferred:     "geen; wat de kolommen betekenen is afgeleid", NoOptions: "de gewone",
			Digest: "SHA-256", EmailMore: "Het hele rapport heeft alle cijfers met hun marge, en de methode.",
			EmailResponse: "Respons", EmailMethod: "Methode",
		}
	}
	return Facts{
		Fieldwork: "Fieldwork", Respondents: "Who took part", Population: "How many exist", Response: "Response", Weighting: "Weighting",
		Margins: "Margins", Differences: "Differences", Hidden: "Not shown", Rounding: "Rounding",
		File: "File", Sheet: "Sheet", Codebook: "Codebook", Frame: "Numbers of organisations", Program: "Program", Options: "Options",
		NoFieldwork:  "The file does not tell the period.",
		NoPopulation: "Not known: no file with numbers of organisations was used. So no response can be given.",
		Base:         "Percentages",
		BaseRule:     "A percentage is about those who were asked and answered. How many these are stands beside it.",
		MarginsMean: "A figure has an interval: so far chance may shift it, if those who took part are a random draw. " +
			"That those who did not may differ is not in it.",
		RoundingRule: "Sentences and pictures have whole percentages. Tables have one decimal from 50 answers.",
		Inferred:     "none; what the columns mean was inferred", NoOptions: "the usual ones",
		Digest: "SHA-256", EmailMore: "The whole report has every figure with its margin, and the method.",
		EmailResponse: "Response", EmailMethod: "Method",
	}
}

// NoWeights says that nothing is weighted.
func (r ReportWords) NoWeights(organisations bool) string {
	if organisations {
		return r.l.pick("Geen: elke organisatie telt even zwaar.", "None: every organisation counts the same.")
	}
	return r.l.pick("Geen: elke deelnemer telt even zwaar.", "None: every respondent counts the same.")
}

// ResponseOf says the response: 109 van 463 (23,5%).
func (r ReportWords) ResponseOf(answered, exist int, share float64) string {
	return r.l.Integer(answered) + r.l.pick(" van de ", " of the ") + r.l.Integer(exist) +
		r.l.pick(" organisaties van wie bekend is hoeveel er zijn (", " organisations of which it is known how many exist (") + r.l.PercentSaid(share) + ")."
}

// MarginsAt says the level of the intervals, and what they mean.
func (r ReportWords) MarginsAt(level float64) string {
	return r.Interval(level) + ". " + r.Facts().MarginsMean
}

// HiddenBelow says what is not shown, in short.
func (r ReportWords) HiddenBelow(minimum int) string {
	n := r.l.Integer(minimum)
	return r.l.pick("Wat in vertrouwen is gezegd, staat er niet bij minder dan "+n+" antwoorden. Soms is nog een groep verborgen, "+
		"omdat die anders het verborgen cijfer verraadt.",
		"What was said in confidence is not shown for fewer than "+n+" answers. Sometimes another group is hidden too, "+
			"because it would give the hidden figure away.")
}

// DifferencesAt says when a difference is called one, in short.
func (r ReportWords) DifferencesAt(alpha float64) string {
	a := r.l.errorLevel(alpha)
	return r.l.pick("Een verschil heet pas een verschil als een toets het laat zien, met "+a+" kans op vals alarm over alle vergelijkingen samen.",
		"A difference is called one only when a test shows it, with a "+a+" chance of a false alarm over all comparisons together.")
}

// AppendixTables names the tables in the appendix with the other figures of a
// question: tabel 4 tot en met 6.
func (l *Locale) AppendixTables(first, last int) string {
	word := l.Page().Table
	if first == last {
		return strings.ToLower(word) + " " + l.Integer(first)
	}
	return l.pick("tabellen ", "tables ") + l.Integer(first) + l.pick(" tot en met ", " to ") + l.Integer(last)
}
