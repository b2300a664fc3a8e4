package locale

import (
	"fmt"
	"strings"
	"time"
)

// ChartNotes are the remarks below charts, each a full sentence.
type ChartNotes struct {
	// Rest says which answers "other" adds up, Stage by stage.
	Rest func(answers []string) string
	// Rounded: percentages made to add up to 100.
	Rounded string
	// ZeroNotDrawn: an answer without a segment was not given.
	ZeroNotDrawn string
	// FewDots and FewBars explain rows on fewer than n answers.
	FewDots, FewBars func(n int) string
	// Exact names the groups with exact margins; ExactBut those without, where
	// these are fewer.
	Exact, ExactBut func(groups []string) string
	// Reference explains the dotted line, and Respondents where they are no organisations.
	Reference, Respondents string
	// TooFew and Protected explain the hatched rows.
	TooFew    func(minimum int) string
	Protected string
	// Imprecise explains the rows that were left out as too uncertain.
	Imprecise string
	// Margins says where the margins of stacked bars are.
	Margins string
	// Weighted says that figures are weighted and bases are not; Counted that a
	// weighted survey's chart of words is not.
	Weighted, Counted string
	// Omitted says that small segments have no label.
	Omitted string
}

// ChartNotes returns the remarks below charts.
func (l *Locale) ChartNotes() ChartNotes {
	f := func(nl, en string) func(int) string {
		return func(n int) string { return fmt.Sprintf(l.pick(nl, en), l.Integer(n)) }
	}
	return ChartNotes{
		Rest: func(answers []string) string {
			return l.pick("‘Overig’: ", "‘Other’: ") + l.or(answers) + "."
		},
		Rounded:      l.pick("Percentages zijn zo afgerond dat ze samen 100 zijn.", "Percentages are rounded so that they add up to 100."),
		ZeroNotDrawn: l.pick("Geen vlak: 0%.", "No segment: 0%."),
		FewDots: f("Open stippen: minder dan %s antwoorden, alleen indicatief.",
			"Open dots: fewer than %s answers, indicative only."),
		FewBars: f("Smalle staven: minder dan %s antwoorden, alleen indicatief.",
			"Narrow bars: fewer than %s answers, indicative only."),
		Exact: func(groups []string) string {
			return fmt.Sprintf(l.pick("Interval exact voor het bekende aantal organisaties: %s.",
				"Interval exact for the known number of organisations: %s."), l.List(groups))
		},
		ExactBut: func(groups []string) string {
			return fmt.Sprintf(l.pick("Interval exact voor het bekende aantal organisaties, behalve bij: %s.",
				"Interval exact for the known number of organisations, except for: %s."), l.List(groups))
		},
		Reference:   l.pick("Stippellijn: alle organisaties.", "Dotted line: all organisations."),
		Respondents: l.pick("Stippellijn: alle respondenten.", "Dotted line: all respondents."),
		TooFew: f("Gearceerd: minder dan %s antwoorden, of verborgen omdat anders een andere groep is af te leiden.",
			"Hatched: fewer than %s answers, or hidden because another group could be derived."),
		Imprecise: l.pick("‘Te onzeker’: weggelaten volgens de regel voor publicatie.", "‘Too uncertain’: left out by the rule of publication."),
		Protected: l.pick("Gearceerd: verborgen omdat anders een andere groep is af te leiden.",
			"Hatched: hidden because another group could be derived."),
		Margins: l.pick("De marges staan in het gegevensbestand bij deze grafiek.",
			"The margins are in the data file beside this chart."),
		Weighted: l.pick("Gewogen cijfers; n is ongewogen.", "Weighted figures; n is unweighted."),
		Counted:  l.pick("Ongewogen aantallen.", "Unweighted numbers."),
		Omitted: l.pick("Kleine vlakken hebben geen getal: zie het gegevensbestand.",
			"Small segments have no number: see the data file."),
	}
}

// ChartWordsTitle is the headline of a chart of words that came to mind.
func (l *Locale) ChartWordsTitle(word, channel string, n int) string {
	if channel == "" {
		return fmt.Sprintf(l.pick("‘%s’ komt in %s antwoorden voor", "‘%s’ occurs in %s answers"), word, l.Integer(n))
	}
	return fmt.Sprintf(l.pick("%[3]s: %[2]s respondenten noemen het woord ‘%[1]s’", "%[3]s: %[2]s respondents use the word ‘%[1]s’"),
		word, l.Integer(n), upperFirst(channel))
}

// ChartWordsBase says what the bars of a chart of words count.
func (l *Locale) ChartWordsBase(n int) string {
	return fmt.Sprintf(l.pick("Aantal respondenten dat het woord noemt (n = %s)", "Number of respondents who use the word (n = %s)"), l.Integer(n))
}

// ChartMinimum says from how many mentions on a word is shown.
func (l *Locale) ChartMinimum(n int) string {
	return fmt.Sprintf(l.pick("Woorden die minder dan %s keer zijn genoemd, staan er niet bij.",
		"Words that were used fewer than %s times are left out."), l.Integer(n))
}

// ChartStage names a stage of adoption in the note on "other", or returns ""
// for a meaning that it does not know.
func (l *Locale) ChartStage(means string) string {
	switch means {
	case "pilot":
		return l.pick("proef", "a pilot")
	case "later":
		return l.pick("misschien later", "maybe later")
	case "no":
		return l.pick("geen plannen", "no plans")
	}
	return ""
}

// ChartMore labels the row that stands for n answers that were left out.
func (l *Locale) ChartMore(n int) string {
	return fmt.Sprintf(l.pick("overige (%s)", "others (%s)"), l.Integer(n))
}

// ChartSeeData stands where the figures of left-out answers would be.
func (l *Locale) ChartSeeData() string {
	return l.pick("zie het gegevensbestand", "see the data file")
}

// ChartSource says where a chart's figures come from. Publisher and title may
// be empty, from and to zero.
func (l *Locale) ChartSource(publisher, title string, n int, from, to time.Time, synthetic, unprotected bool) string {
	parts := make([]string, 0, 4)
	for _, s := range []string{publisher, title} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if n == 1 {
		parts = append(parts, l.pick("1 respondent", "1 respondent"))
	} else {
		parts = append(parts, l.Integer(n)+" "+l.pick("respondenten", "respondents"))
	}
	if !from.IsZero() && !to.IsZero() {
		parts = append(parts, l.pick("veldwerk ", "fieldwork ")+l.Period(from, to))
	}
	s := l.pick("Bron: ", "Source: ") + strings.Join(parts, ", ") + "."
	if synthetic {
		s += " " + l.pick("Fictieve gegevens.", "Fictitious data.")
	}
	if unprotected {
		s += " " + l.pick("Niet voor publicatie.", "Not for publication.")
	}
	return s
}

// ChartAlt composes the text alternative of a chart: what kind it is, what it
// finds, the figures, and where they stand as a table.
func (l *Locale) ChartAlt(kind, title, subtitle string, rows []string, file string) string {
	s := kind + ": " + title + ". " + strings.TrimRight(subtitle, ".") + ". "
	if len(rows) > 0 {
		s += strings.Join(rows, "; ") + ". "
	}
	return s + l.ChartFiguresIn(file)
}

// ChartFiguresIn says in which file the figures of a chart are.
func (l *Locale) ChartFiguresIn(file string) string {
	return fmt.Sprintf(l.pick("De cijfers staan in %s.", "The figures are in %s."), file)
}

// ChartLonely says of which rows of a chart strata with one answer are part; no
// rows stands for all.
func (l *Locale) ChartLonely(strata, rows []string) string {
	names := ""
	if len(strata) > 0 {
		names = " (" + strings.Join(strata, "; ") + ")"
	}
	s := l.pick("Met een groep van de steekproef met maar één deelnemer"+names, "With a stratum of a single respondent"+names)
	if len(rows) > 0 {
		s += ": " + l.List(rows)
	}
	return s + "."
}
