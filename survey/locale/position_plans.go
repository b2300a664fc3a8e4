package locale

import "fmt"

// PlansHeadings are the title and the heads of what the plans of others promise.
type PlansHeadings struct {
	Title, Channel, Group, Now, Surely, Likely, Rate, Later string
}

// PlansHeadings returns them; later is the moment that is expected, empty where it is not
// known.
func (w PositionWords) PlansHeadings(later string) PlansHeadings {
	if later == "" {
		later = w.YearLater()
	}
	if w.l.dutch {
		return PlansHeadings{"Wat de plannen van anderen beloven",
			"kanaal", "vergeleken met", "nu", "zeker", "zeer waarschijnlijk", "kans", "verwacht, " + later}
	}
	return PlansHeadings{"What the plans of others promise",
		"channel", "compared with", "now", "surely", "very likely", "chance", "expected, " + later}
}

// YearLater says when, where a study does not tell when it was.
func (w PositionWords) YearLater() string { return w.l.pick("een jaar later", "a year later") }

// PlansIntro says what is added up.
func (w PositionWords) PlansIntro() string {
	return w.l.pick("Wie een kanaal nu gebruikt, telt mee. Wie zeker of zeer waarschijnlijk binnen een jaar begint, telt mee met de kans dat zo’n plan uitkomt. Uw eigen antwoord zit er niet in.",
		"Those who use a channel now count. Those who surely or very likely start within a year count with the chance that such a plan comes true. Your own answer is not in it.")
}

// Promise says what the plans of a group lead to: planned are those who say that they
// start (PlannedApart, PlannedTogether), expected is the share with its margin, and
// moment when, empty where it is not known.
func (w PositionWords) Promise(channel, group, now, planned, expected, moment string, answers int) string {
	at := w.YearLater()
	if moment != "" {
		at = "in " + moment
	}
	return fmt.Sprintf(w.l.pick("%s: van %s (%s antwoorden) gebruikt %s het nu. %s. Volgens die plannen gebruikt %[7]s het %[6]s.",
		"%s: of %s (%s answers) %s use it now. %s. By those plans %[7]s use it %[6]s."), channel, group, w.l.Integer(answers), now, w.l.Capital(planned), at, expected)
}

// PlannedApart says how many surely start and how many very likely do.
func (w PositionWords) PlannedApart(surely, likely string) string {
	return fmt.Sprintf(w.l.pick("%s begint zeker binnen een jaar en %s zeer waarschijnlijk", "%s surely start within a year and %s very likely do"), surely, likely)
}

// PlannedTogether says how many surely or very likely start.
func (w PositionWords) PlannedTogether(planned string) string {
	return fmt.Sprintf(w.l.pick("%s begint zeker of zeer waarschijnlijk binnen een jaar", "%s surely or very likely start within a year"), planned)
}

// Together marks a share of two kinds of plans in a cell.
func (w PositionWords) Together(share string) string {
	return share + " " + w.l.pick("(samen)", "(together)")
}

// Both sets the rates of two kinds of plans in a cell.
func (w PositionWords) Both(surely, likely string) string {
	return surely + w.l.pick(" en ", " and ") + likely
}

// LearnedNote says that plans count as those of an earlier wave came true.
func (w PositionWords) LearnedNote(moment string) string {
	return fmt.Sprintf(w.l.pick("Een plan telt zoals de plannen van %s uitkwamen. De marge is van het toeval in wie antwoordde.",
		"A plan counts as the plans of %s came true. The margin is that of chance in who answered."), moment)
}

// WordsNote says that plans count with the chance that the words name.
func (w PositionWords) WordsNote(surely, likely string) string {
	return fmt.Sprintf(w.l.pick("‘Zeker’ telt voor %s en ‘zeer waarschijnlijk’ voor %s: de kans die die woorden noemen (Juster). De marge is van het toeval in wie antwoordde. Of plannen zo vaak uitkomen, zit er niet in.",
		"“Surely” counts for %s and “very likely” for %s: the chance that those words name (Juster). The margin is that of chance in who answered. Whether plans come true as often is not in it."), surely, likely)
}

// TogetherNote says how plans count of which it is not shown how many are sure.
func (w PositionWords) TogetherNote() string {
	return w.l.pick("Samen: hoeveel van die plannen zeker zijn, is niet te zien. Een plan telt daar zoals gemiddeld bij iedereen.",
		"Together: it is not shown how many of those plans are sure. There a plan counts as it does on average among all.")
}
