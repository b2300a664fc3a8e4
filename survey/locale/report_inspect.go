package locale

import (
	"strconv"
	"strings"
)

// Inspection holds the headings and labels of the inspection of a file.
type Inspection struct {
	File, Rows, Questions, Unused, Issues, Folds, Decisions, Tidy string
	// Labels of lines about the file.
	Format, Encoding, Delimiter, Sheet, Header, Dialect, Digest, Codebook, Other string
	// Labels of the account of rows.
	Read, Kept, Unfinished string
	// Words for what became of the respondents at a question, behind a number.
	Answered, NotShown, NotAsked, Skipped, Blank, Refused, Invalid, OtherTexts string
	// Words for the effect of an issue.
	Doubt, Warning, Note string
	// Next is what to do when nobody checked the codebook.
	Next string
}

// Inspection returns the headings and labels of the inspection of a file.
func (r ReportWords) Inspection() Inspection {
	if r.l.dutch {
		return Inspection{
			File: "Bestand", Rows: "Rijen", Questions: "Vragen", Unused: "Kolommen zonder vraag", Issues: "Opmerkingen over de gegevens",
			Folds: "Spelling in open antwoorden", Decisions: "Ook zo gelezen", Tidy: "Er zijn geen opmerkingen over de gegevens.",
			Format: "soort", Encoding: "tekenset", Delimiter: "scheidingsteken", Sheet: "werkblad", Header: "koppen", Dialect: "gemaakt met",
			Digest: "SHA-256", Codebook: "codeboek", Other: "niet gelezen",
			Read: "gelezen", Kept: "deelnemers", Unfinished: "van wie niet klaar",
			Answered: "antwoord", NotShown: "niet getoond", NotAsked: "niet gevraagd", Skipped: "overgeslagen", Blank: "leeg",
			Refused: "geweigerd", Invalid: "ongeldig", OtherTexts: "eigen tekst bij ‘anders’",
			Doubt: "Kan cijfers veranderen", Warning: "Zo gekozen: kijk het na", Note: "Goed om te weten", Next: "Wat nu",
		}
	}
	return Inspection{
		File: "File", Rows: "Rows", Questions: "Questions", Unused: "Columns without a question", Issues: "Remarks on the data",
		Folds: "Spelling in open answers", Decisions: "Also read this way", Tidy: "There are no remarks on the data.",
		Format: "kind", Encoding: "character set", Delimiter: "delimiter", Sheet: "sheet", Header: "headings", Dialect: "made with",
		Digest: "SHA-256", Codebook: "codebook", Other: "not read",
		Read: "read", Kept: "respondents", Unfinished: "of whom not finished",
		Answered: "answered", NotShown: "not shown", NotAsked: "not asked", Skipped: "skipped", Blank: "blank",
		Refused: "refused", Invalid: "invalid", OtherTexts: "a text of “other”",
		Doubt: "May change figures", Warning: "Chosen so: have a look", Note: "Good to know", Next: "What to do next",
	}
}

// WasRead is the title of the inspection of a file.
func (r ReportWords) WasRead(file string) string {
	return r.l.pick("Zo is "+file+" gelezen", "How "+file+" was read")
}

// Questions counts questions: 1 vraag, 2 vragen.
func (r ReportWords) Questions(n int) string {
	return r.l.count(strconv.Itoa(n), r.l.pick("vraag", "question"), r.l.pick("vragen", "questions"))
}

// Verdict says how many issues may change figures, and how many choices of the
// program there are to look at.
func (r ReportWords) Verdict(doubts, choices int) string {
	look := r.l.count(strconv.Itoa(choices), r.l.pick("keuze", "choice"), r.l.pick("keuzes", "choices")) + r.l.pick(" van het programma", " of the program")
	switch {
	case doubts == 1:
		return r.l.pick("Er is 1 ding dat cijfers kan veranderen: zie de opmerkingen.", "There is 1 thing that may change figures: see the remarks.")
	case doubts > 1:
		n := r.l.Integer(doubts)
		return r.l.pick("Er zijn "+n+" dingen die cijfers kunnen veranderen: zie de opmerkingen.", "There are "+n+" things that may change figures: see the remarks.")
	case choices > 0:
		return r.l.pick("Niets staat open; kijk nog wel naar "+look+".", "Nothing is left open; look at "+look+".")
	}
	return r.l.pick("Er is niets gevonden dat cijfers kan veranderen.", "Nothing was found that may change figures.")
}

// HeaderRows names the rows of the header: rij 1 en 2.
func (r ReportWords) HeaderRows(rows []int) string {
	texts := make([]string, len(rows))
	for i, n := range rows {
		texts[i] = strconv.Itoa(n)
	}
	return r.l.numberedRows(strings.Join(texts, ", "))
}

// Format names a file format in words.
func (r ReportWords) Format(format string) string {
	switch format {
	case "xlsx":
		return r.l.pick("Excel-werkmap", "Excel workbook")
	case "csv":
		return r.l.pick("tekst met kolommen (CSV)", "text with columns (CSV)")
	case "sav":
		return r.l.pick("gegevensbestand van SPSS", "data file of SPSS")
	case "parquet":
		return r.l.pick("Parquet-bestand", "Parquet file")
	}
	return format
}

// Options counts options, with what they are: 3 opties: rood | blauw | geel.
func (r ReportWords) Options(n int) string {
	return r.l.count(strconv.Itoa(n), r.l.pick("optie", "option"), r.l.pick("opties", "options"))
}

// MatrixRows counts the rows of a matrix.
func (r ReportWords) MatrixRows(n int) string {
	return r.l.Integer(n) + r.l.pick(" deelvragen", " rows")
}

// UsedAs says which part a question plays in the reports.
func (r ReportWords) UsedAs(role string) string { return r.l.pick("telt als ", "taken as ") + role }

// FinishedWhen says how it is known who finished.
func (r ReportWords) FinishedWhen(column string, values []string) string {
	if len(values) == 0 {
		return r.l.pick("Klaar is wie iets heeft in kolom "+column+".", "Finished are those with a value in column "+column+".")
	}
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = r.Quote(v)
	}
	return r.l.pick("Klaar is wie in kolom "+column+" "+r.l.List(quoted)+" heeft.", "Finished are those with "+r.l.List(quoted)+" in column "+column+".")
}

// UnusedWhy says why columns are no part of a question.
func (r ReportWords) UnusedWhy(why string) string {
	switch why {
	case "id":
		return r.l.pick("nummer van de respons", "id of the response")
	case "time":
		return r.l.pick("tijdstip", "moment")
	case "dates":
		return r.l.pick("datums of tijden: worden niet geteld", "dates or times: not counted")
	case "status":
		return r.l.pick("klaar, of een test", "finished, or a test")
	case "personal":
		return r.l.pick("persoonsgegevens: worden niet gebruikt", "personal data: not used")
	case "empty":
		return r.l.pick("leeg: niemand vulde iets in", "empty: nobody filled it in")
	case "derived":
		return r.l.pick("door het programma berekend of bijgehouden", "worked out or logged by the tool")
	case "metadata":
		return r.l.pick("gegevens over de respons", "about the response")
	case "joined":
		return r.l.pick("dezelfde antwoorden staan ook in aparte kolommen", "the same answers stand in columns of their own")
	case "ignored":
		return r.l.pick("het codeboek laat ze weg", "left out by the codebook")
	case "unknown":
		return r.l.pick("staan niet in het codeboek", "not in the codebook")
	}
	return why
}

// NextSteps says what to do when nobody checked the codebook, which is written already
// or not yet. The files are named as on the command line.
func (r ReportWords) NextSteps(file, codebook string, written bool) []string {
	steps := []string{
		r.l.pick("Schrijf het codeboek op: ", "Write the codebook: ") + "benchmark inspect " + file + " --write-codebook " + codebook,
		r.l.pick("Loop de vragen na en verbeter in dat bestand wat niet klopt.", "Go through the questions, and mend in that file what is wrong."),
		r.l.pick("Reken ermee: ", "Use it: ") + "benchmark analyze " + file + " --codebook " + codebook,
	}
	if written {
		steps = steps[1:]
		steps[0] = r.l.pick("Loop de vragen na en verbeter wat niet klopt in "+codebook+".", "Go through the questions, and mend what is wrong in "+codebook+".")
	}
	return steps
}

// Delimiter names a delimiter in words.
func (r ReportWords) Delimiter(d rune) string {
	switch d {
	case ';':
		return r.l.pick("puntkomma (;)", "semicolon (;)")
	case ',':
		return r.l.pick("komma (,)", "comma (,)")
	case '\t':
		return "tab"
	case '|':
		return r.l.pick("staande streep (|)", "vertical bar (|)")
	}
	return string(d)
}

// NotSettled says that no one has confirmed the codebook.
func (r ReportWords) NotSettled() string {
	return r.l.pick("afgeleid uit het bestand, door niemand gecontroleerd", "inferred from the file, checked by nobody")
}

// Fold says which spelling was counted with which word.
func (r ReportWords) Fold(word, into string, mentions int) string {
	return r.Quote(word) + r.l.pick(" telt mee bij ", " counted with ") + r.Quote(into) + " (" + r.Answers(mentions) + ")"
}

// FixAt introduces the codebook line that settles an issue with a question.
func (r ReportWords) FixAt(question string) string {
	return r.l.pick("In het codeboek, bij vraag "+question+":", "In the codebook, with question "+question+":")
}

// FixOption introduces the line of an option, which goes among the others.
func (r ReportWords) FixOption(question string) string {
	return r.l.pick("In het codeboek, bij de opties van vraag "+question+":", "In the codebook, with the options of question "+question+":")
}

// FixAnywhere introduces a codebook line that settles an issue with the file.
func (r ReportWords) FixAnywhere() string { return r.l.pick("In het codeboek:", "In the codebook:") }
