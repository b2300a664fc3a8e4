package locale

import (
	"fmt"
	"strings"
)

// OfficeWords are the words of slides, documents and workbooks that no other
// form of a report has.
type OfficeWords struct {
	// SlideNumber and Page name the number of a slide and of a page.
	SlideNumber, Page string
	// Contents, Codebook and Account are titles of sheets: the list of sheets, the
	// questions, and how the figures came about.
	Contents, Codebook, Account string
	// Sentences is the title of the sheet of what is said in words alone.
	Sentences string
	// Sheet, Holds and Part head columns of these sheets: the name of a sheet, what
	// is in it, and what a text is about.
	Sheet, Holds, Part string
	// Chart and Table stand before a number; ChartLetter and TableLetter begin the
	// name of a sheet.
	Chart, Table, ChartLetter, TableLetter string
	// Answer, Low, High, Letters and Remark head columns of a table of figures; a
	// remark is what must be known of one of them.
	Answer, Low, High, Letters, Remark string
	// Wave, Question, Text, Kind, Role, Base, Code and Option head columns of the
	// codebook; the base says who was asked and how many answered.
	Wave, Question, Text, Kind, Role, Base, Code, Option string
	// Note is the part of a remark; Sheets and Findings are headings.
	Note, Warning, Finding string
	// SmallSegments says that small segments of bars have no number.
	SmallSegments string
	// Group heads the column of groups of a chart.
	Group string
	// BoxLower and BoxUpper are where the middle half of the answers begins and ends, and
	// BoxMedian is its middle.
	BoxLower, BoxMedian, BoxUpper string
}

// OfficeWords returns the words of slides, documents and workbooks.
func (l *Locale) OfficeWords() OfficeWords {
	if l.dutch {
		return OfficeWords{
			SlideNumber: "Dianummer", Page: "Pagina", Contents: "Inhoud", Codebook: "Codeboek", Account: "Verantwoording", Sentences: "In woorden",
			Sheet: "Blad", Holds: "Wat erop staat", Part: "Onderdeel", Chart: "Grafiek", Table: "Tabel", ChartLetter: "G", TableLetter: "T",
			Answer: "Antwoord", Low: "laagste", High: "hoogste", Letters: "letters", Remark: "noot", Wave: "Meting",
			Question: "Vraag", Text: "Tekst", Kind: "Soort", Role: "Betekenis", Base: "Basis", Code: "Code", Option: "Mogelijk antwoord",
			Note: "Noot", Warning: "Let op", Finding: "In het kort", SmallSegments: "Kleine vlakken hebben geen getal.", Group: "Groep",
			BoxLower: "Begin van de middelste helft", BoxMedian: "Mediaan", BoxUpper: "Einde van de middelste helft",
		}
	}
	return OfficeWords{
		SlideNumber: "Slide number", Page: "Page", Contents: "Contents", Codebook: "Codebook", Account: "Account", Sentences: "In words",
		Sheet: "Sheet", Holds: "What it holds", Part: "Part", Chart: "Chart", Table: "Table", ChartLetter: "C", TableLetter: "T",
		Answer: "Answer", Low: "lowest", High: "highest", Letters: "letters", Remark: "note", Wave: "Wave",
		Question: "Question", Text: "Text", Kind: "Kind", Role: "Meaning", Base: "Base", Code: "Code", Option: "Possible answer",
		Note: "Note", Warning: "Please note", Finding: "In short", SmallSegments: "Small segments have no number.", Group: "Group",
		BoxLower: "Start of the middle half", BoxMedian: "Median", BoxUpper: "End of the middle half",
	}
}

// ChartStarred explains the star of rows on fewer than n answers.
func (l *Locale) ChartStarred(n int) string {
	return fmt.Sprintf(l.pick("* Minder dan %s antwoorden, alleen indicatief.", "* Fewer than %s answers, indicative only."), l.Integer(n))
}

// ChartWithoutBar explains the rows that have words and no bar, where a group has
// fewer answers than the minimum or would give another one away.
func (l *Locale) ChartWithoutBar(minimum int) string {
	return fmt.Sprintf(l.pick("Zonder staaf: minder dan %s antwoorden, of verborgen omdat anders een andere groep is af te leiden.",
		"Without a bar: fewer than %s answers, or hidden because another group could be derived."), l.Integer(minimum))
}

// ChartMargins says what the dark lines of bars are: the interval of a level.
func (l *Locale) ChartMargins(level float64) string {
	r := l.Report()
	return fmt.Sprintf(l.pick("Donkere lijn: %s.", "Dark line: %s."), r.Interval(level))
}

// ChartOwnAnswer is the answer of the organisation that a report is for, after what it
// answers.
func (l *Locale) ChartOwnAnswer(answer string) string { return l.pick("u: ", "you: ") + answer }

// ChartMiddle names the median of a number and its mean, which may be empty.
func (l *Locale) ChartMiddle(median, mean string) string {
	s := l.pick("mediaan ", "median ") + median
	if mean != "" {
		s += l.pick(", gemiddelde ", ", mean ") + mean
	}
	return s
}

// ChartBoxes explains the boxes of a number.
func (l *Locale) ChartBoxes() string {
	return l.pick("Elk vak is de middelste helft van de antwoorden; waar de kleur wisselt, ligt de mediaan.",
		"Each box is the middle half of the answers; where its colour changes is the median.")
}

// ChartAsBars is a text alternative of a chart of dots, of which the first words say
// what it is, for the same chart as bars.
func (l *Locale) ChartAsBars(alt string) string {
	kind, rest, found := strings.Cut(alt, ":")
	if !found {
		return alt
	}
	for _, w := range [][2]string{
		{l.pick("Stippen", "Dots"), l.pick("Staven", "Bars")}, {l.pick("stippen", "dots"), l.pick("staven", "bars")}, {l.pick("punten", "dots"), l.pick("staven", "bars")},
	} {
		kind = strings.Replace(kind, w[0], w[1], 1)
	}
	return kind + ":" + rest
}

// ChartAsBarsNote is a note on the lines of a chart of dots for the same chart as bars,
// which have dark lines and none that is dotted.
func (l *Locale) ChartAsBarsNote(note string) string {
	for _, w := range [][2]string{
		{l.pick("Dunne lijnen: ", "Thin lines: "), l.pick("Donkere lijnen: ", "Dark lines: ")},
		{l.pick("Stippellijn: de belofte van ", "Dotted line: the promise of "), l.pick("De belofte is ", "The promise is ")},
	} {
		if rest, found := strings.CutPrefix(note, w[0]); found {
			return w[1] + rest
		}
	}
	return note
}

// Continued marks page i of n of what takes more than one.
func (l *Locale) Continued(title string, i, n int) string {
	if n < 2 {
		return title
	}
	return fmt.Sprintf("%s (%d/%d)", title, i, n)
}
