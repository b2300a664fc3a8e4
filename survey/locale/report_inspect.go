package locale

// Inspection holds the headings and labels of the inspection of a file.
type Inspection struct {
	File, Rows, Questions, Issues, Folds, Decisions, Tidy string
	// Labels of lines about the file.
	Format, Encoding, Delimiter, Sheet, Header, Dialect, Hits, Digest, Codebook, Other string
	// Labels of the account of rows.
	Read, Kept string
	// Headings of the table of questions.
	Columns, ID, Kind, Role, Options, Answered, Asked, NotAsked, Skipped string
	// Words for the effect of an issue.
	Doubt, Warning, Note string
}

// Inspection returns the headings and labels of the inspection of a file.
func (r ReportWords) Inspection() Inspection {
	if r.l.dutch {
		return Inspection{
			File: "Bestand", Rows: "Rijen", Questions: "Vragen", Issues: "Opmerkingen over de gegevens",
			Folds: "Spelling in open antwoorden", Decisions: "Keuzes bij het lezen", Tidy: "Er zijn geen opmerkingen over de gegevens.",
			Format: "formaat", Encoding: "tekenset", Delimiter: "scheidingsteken", Sheet: "werkblad", Header: "kopregels", Dialect: "gemaakt met",
			Hits: "herkend aan", Digest: "SHA-256", Codebook: "codeboek", Other: "andere werkbladen",
			Read: "gelezen", Kept: "deelnemers",
			Columns: "kolom", ID: "id", Kind: "soort", Role: "rol", Options: "opties", Answered: "antwoord", Asked: "gevraagd",
			NotAsked: "niet gevraagd", Skipped: "overgeslagen",
			Doubt: "Kan cijfers veranderen", Warning: "Opgelost", Note: "Goed om te weten",
		}
	}
	return Inspection{
		File: "File", Rows: "Rows", Questions: "Questions", Issues: "Remarks on the data",
		Folds: "Spelling in open answers", Decisions: "Decisions while reading", Tidy: "There are no remarks on the data.",
		Format: "format", Encoding: "character set", Delimiter: "delimiter", Sheet: "sheet", Header: "header rows", Dialect: "made with",
		Hits: "recognised by", Digest: "SHA-256", Codebook: "codebook", Other: "other sheets",
		Read: "read", Kept: "respondents",
		Columns: "column", ID: "id", Kind: "kind", Role: "role", Options: "options", Answered: "answered", Asked: "asked",
		NotAsked: "not asked", Skipped: "skipped",
		Doubt: "May change figures", Warning: "Settled", Note: "Good to know",
	}
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
