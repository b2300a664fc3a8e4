package locale

import (
	"fmt"
	"strings"
)

// Decision returns the sentence on a decision that was taken while reading a
// file, with its reason; the codes and their arguments are those of package
// export. An unknown code gives the code with its arguments.
func (l *Locale) Decision(code string, args []string) string {
	a := arguments(args)
	s := l.decisionOnBytes(code, a)
	if s == "" {
		s = l.decisionOnTable(code, a)
	}
	if s == "" {
		s = l.decisionOnAnswers(code, a)
	}
	if s == "" {
		s = strings.TrimSpace(code + ": " + strings.Join(args, ", "))
	}
	return s + "."
}

// because adds a reason in brackets, unless there is none.
func because(reason string) string {
	if reason == "" {
		return ""
	}
	return " (" + reason + ")"
}

// decisionOnBytes says how the bytes became a table.
func (l *Locale) decisionOnBytes(code string, a arguments) string {
	switch code {
	case "packed":
		return l.pick("Het bestand is ingepakt met ", "The file is packed with ") + a.at(0) + l.pick(" en eerst uitgepakt", " and was unpacked first")
	case "format":
		name := map[string]string{
			"xlsx": l.pick("een Excel-werkmap", "an Excel workbook"),
			"csv":  l.pick("een tekstbestand met kolommen (CSV)", "a text file with columns (CSV)"),
			"sav":  l.pick("een gegevensbestand van SPSS", "a data file of SPSS"),

			"parquet": l.pick("een Parquet-bestand", "a Parquet file"),
		}[a.at(0)]
		if name == "" {
			name = a.at(0)
		}
		return l.pick("Het bestand is ", "The file is ") + name
	case "sheet":
		return l.pick("Gelezen is werkblad ", "The sheet that was read is ") + l.Quote(a.at(0)) + because(l.sheetReason(a.at(1)))
	case "dates":
		return l.pick("De werkmap telt de dagen vanaf ", "The workbook counts its days from ") + a.at(0)
	case "hidden-rows":
		return l.count(a.at(0), l.pick("verborgen rij is", "hidden row was"), l.pick("verborgen rijen zijn", "hidden rows were")) +
			l.pick(" gewoon meegelezen", " read all the same")
	case "encoding":
		return l.pick("De tekenset is ", "The character set is ") + a.at(0) + because(l.encodingReason(a.at(1)))
	case "separator-line":
		return l.pick("De eerste regel noemt het scheidingsteken: ", "The first line names the separator: ") + l.delimiter(a.at(0))
	case "line-ends":
		return l.count(a.at(1), l.pick("regeleinde is", "line end was"), l.pick("regeleinden zijn", "line ends were")) + l.pick(" hersteld", " mended")
	case "delimiter":
		s := l.pick("De velden zijn gescheiden door ", "The fields are separated by ") + l.delimiter(a.at(0)) + because(l.delimiterReason(a.at(1)))
		if a.at(2) != "" {
			s += l.pick("; ", "; ") + l.count(a.at(2), l.pick("veld", "field"), l.pick("velden", "fields")) + l.pick(" per regel", " per line")
		}
		return s
	case "quotes":
		return l.pick("Aanhalingstekens horen in dit bestand bij de tekst", "Quotation marks are part of the text in this file")
	}
	return ""
}

// decisionOnTable says how the table became columns and records.
func (l *Locale) decisionOnTable(code string, a arguments) string {
	switch code {
	case "title-rows":
		return l.pick("Boven de koppen is overgeslagen: ", "Left out above the headings: ") + l.numberedRows(a.at(0))
	case "header":
		return l.pick("De koppen staan in ", "The headings are in ") + l.numberedRows(a.at(0)) + because(l.headerReason(a.at(1)))
	case "dialect":
		if a.at(0) == "generic" {
			return l.pick("Het bestand heeft niet de kenmerken van een bekend enquêteprogramma", "The file does not have the marks of a known survey tool")
		}
		return l.pick("Het bestand komt van ", "The file comes from ") + l.Tool(a.at(0)) + because(marks(l, a.at(1)))
	case "blank-rows":
		return l.count(a.at(0), l.pick("lege rij is", "empty row was"), l.pick("lege rijen zijn", "empty rows were")) + l.pick(" overgeslagen", " left out")
	case "blank-columns":
		return l.count(a.at(0), l.pick("lege kolom is", "empty column was"), l.pick("lege kolommen zijn", "empty columns were")) + l.pick(" overgeslagen", " left out")
	case "not-person-rows":
		var kinds []string
		for kind := range strings.SplitSeq(a.at(2), ", ") {
			if word := l.rowKind(kind); word != "" {
				kinds = append(kinds, word)
			}
		}
		return l.rows(a.at(0)) + plural(a.at(0), l.pick(" is", " was"), l.pick(" zijn", " were")) + l.pick(" overgeslagen, want daar staat geen respondent: ", " left out, as there is no respondent in it: ") +
			l.numberedRows(a.at(1)) + because(l.List(kinds))
	}
	return ""
}

// numbers joins row numbers that stand with commas between them: 1 en 2.
func (l *Locale) numbers(rows string) string { return l.List(strings.Split(rows, ", ")) }

// numberedRows names rows by their numbers: rows 1, 2 and 3.
func (l *Locale) numberedRows(rows string) string {
	word := l.pick("rij ", "row ")
	if strings.Contains(rows, ", ") {
		word = l.pick("rij ", "rows ")
	}
	return word + l.numbers(rows)
}

// DecisionReason returns why a sheet, character set, delimiter or header was
// chosen, to stand behind it; empty for any other decision.
func (l *Locale) DecisionReason(code string, args []string) string {
	a := arguments(args)
	switch code {
	case "sheet":
		return l.sheetReason(a.at(1))
	case "encoding":
		return l.encodingReason(a.at(1))
	case "delimiter":
		return l.delimiterReason(a.at(1))
	case "header":
		return l.headerReason(a.at(1))
	}
	return ""
}

func marks(l *Locale, hits string) string {
	if hits == "" {
		return ""
	}
	return l.pick("te zien aan ", "told by ") + l.List(strings.Split(hits, "; "))
}

func (l *Locale) sheetReason(reason string) string {
	switch reason {
	case "given":
		return l.pick("zo opgegeven", "as you asked")
	case "only":
		return l.pick("het enige met gegevens", "the only one with data")
	case "fingerprint":
		return l.pick("het heeft de kolommen van een enquêteprogramma", "it has the columns of a survey tool")
	case "questions":
		return l.pick("de koppen zijn vragen", "its headings are questions")
	case "table":
		return l.pick("er staat een Excel-tabel op", "it holds an Excel table")
	case "largest":
		return l.pick("het heeft de meeste gegevens", "it has the most data")
	}
	return reason
}

func (l *Locale) encodingReason(reason string) string {
	switch reason {
	case "given":
		return l.pick("zo opgegeven", "as you asked")
	case "byte-order-mark":
		return l.pick("dat staat aan het begin van het bestand", "the file begins by saying so")
	case "nul-pattern":
		return l.pick("te zien aan de nullen tussen de letters", "told by the zeros between the letters")
	case "valid":
		return l.pick("alle tekens zijn geldig", "all characters are valid")
	case "letters":
		return l.pick("daarmee worden het gewone woorden", "it gives ordinary words")
	case "spss-given":
		return l.pick("zo opgegeven", "as you asked")
	case "spss-name", "spss-code-page":
		return l.pick("dat staat in het bestand", "the file says so")
	case "spss-assumed":
		return l.pick("het bestand zegt het niet, dus dat is aangenomen", "the file does not say, so this is assumed")
	}
	return reason
}

func (l *Locale) delimiterReason(reason string) string {
	switch reason {
	case "given":
		return l.pick("zo opgegeven", "as you asked")
	case "separator-line":
		return l.pick("de eerste regel zegt het", "the first line says so")
	case "counted":
		return l.pick("dat geeft op elke regel evenveel velden", "it gives every line the same number of fields")
	}
	return reason
}

func (l *Locale) headerReason(reason string) string {
	switch reason {
	case "given":
		return l.pick("zo opgegeven", "as you asked")
	case "one-row":
		return l.pick("daaronder beginnen de antwoorden", "the answers begin below it")
	case "two-rows":
		return l.pick("de vraag met daaronder de opties", "the question with its options below")
	case "merged":
		return l.pick("samengevoegde cellen met daaronder de opties", "merged cells with the options below")
	case "answer-words":
		return l.pick("de tweede rij heeft de woorden van een enquêteprogramma", "the second row has the words of a survey tool")
	case "import-ids":
		return l.pick("er is een rij met importcodes", "there is a row of import ids")
	case "codes":
		return l.pick("er is een rij met codes bij de vragen", "there is a row of codes with the questions")
	}
	return reason
}

func (l *Locale) rowKind(kind string) string {
	switch kind {
	case "measurement":
		return l.pick("meetniveaus", "levels of measurement")
	case "width":
		return l.pick("kolombreedtes", "column widths")
	case "header":
		return l.pick("herhaalde koppen", "repeated headings")
	case "total":
		return l.pick("totalen", "totals")
	}
	return kind
}

func (l *Locale) delimiter(name string) string {
	switch name {
	case "comma":
		return l.pick("een komma", "a comma")
	case "semicolon":
		return l.pick("een puntkomma", "a semicolon")
	case "tab":
		return l.pick("een tab", "a tab")
	case "bar":
		return l.pick("een verticale streep", "a vertical bar")
	}
	return fmt.Sprintf("%q", name)
}

// Tool returns how a survey tool writes its own name, by the name of its
// dialect.
func (l *Locale) Tool(dialect string) string {
	switch dialect {
	case "surveymonkey":
		return "SurveyMonkey"
	case "limesurvey":
		return "LimeSurvey"
	case "qualtrics":
		return "Qualtrics"
	case "googleforms":
		return "Google Forms"
	case "msforms":
		return "Microsoft Forms"
	case "typeform":
		return "Typeform"
	case "alchemer":
		return "Alchemer"
	case "kobo":
		return "KoboToolbox"
	case "redcap":
		return "REDCap"
	case "sosci":
		return "SoSci Survey"
	case "efs":
		return "Unipark (EFS)"
	case "crowdtech":
		return "CrowdTech"
	case "nextcloud":
		return "Nextcloud Forms"
	case "generic":
		return l.pick("een onbekend programma", "an unknown tool")
	}
	return dialect
}
