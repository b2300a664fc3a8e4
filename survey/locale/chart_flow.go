package locale

import "fmt"

// ChartFlow are the words of charts of who went from one group to another.
type ChartFlow struct {
	// Wide explains the bands, Partly follows the number of a group of which moves
	// are hidden, and Kind opens the text alternative.
	Wide, Partly, Kind string
	// Omitted says that numbers of bands are left out.
	Omitted string
}

// ChartFlow returns the words of charts of who went from one group to another.
func (l *Locale) ChartFlow() ChartFlow {
	return ChartFlow{
		Wide: l.pick("Hoe breder een band, hoe meer organisaties. Bleek: zelfde antwoord als eerst.",
			"The wider a band, the more organisations. Pale: same answer as before."),
		Partly: l.pick("deels verborgen", "partly hidden"),
		Omitted: l.pick("Niet elke band heeft een getal: zie het gegevensbestand.",
			"Not every band has a number: see the data file."),
		Kind: l.pick("Stroomdiagram", "Flow diagram"),
	}
}

// ChartShiftTitle is the headline of a flow: its largest move, of n
// organisations; 0: nobody moved.
func (l *Locale) ChartShiftTitle(about, from, to string, n int) string {
	about = upperFirst(about)
	switch n {
	case 0:
		return about + l.pick(": geen organisatie veranderde van antwoord", ": no organisation changed its answer")
	case 1:
		return fmt.Sprintf(l.pick("%s: 1 organisatie ging van ‘%s’ naar ‘%s’", "%s: 1 organisation went from ‘%s’ to ‘%s’"), about, from, to)
	}
	return fmt.Sprintf(l.pick("%s: %s organisaties gingen van ‘%s’ naar ‘%s’", "%s: %s organisations went from ‘%s’ to ‘%s’"), about, l.Integer(n), from, to)
}

// ChartMove names a move between two departments: van Webcare naar KCC.
func (l *Locale) ChartMove(from, to string) string {
	return fmt.Sprintf(l.pick("van %s naar %s", "from %s to %s"), from, to)
}
