package locale

import "benchmark/survey"

// issueOfWeights says for whom weighted figures do not speak.
func (l *Locale) issueOfWeights(code survey.Code, a arguments) string {
	switch code {
	case survey.IssueNoPopulation:
		who := ""
		if types := a.from(1); len(types) > 0 {
			who = ": " + l.List(types)
		}
		return l.count(a.at(0), l.pick("respondent telt", "respondent does"), l.pick("respondenten tellen", "respondents do")) +
			l.pick(" niet mee in gewogen cijfers en totalen, want het is niet bekend hoeveel van zulke organisaties er zijn",
				" not count in weighted figures and totals, as it is not known how many such organisations exist") + who
	case survey.IssueEmptyStratum:
		return l.pick("Gewogen cijfers zeggen niets over ", "Weighted figures say nothing about ") +
			l.count(a.at(0), l.pick("organisatie", "organisation"), l.pick("organisaties", "organisations")) +
			l.pick(" uit groepen waarvan niemand antwoordde: ", " of groups of which nobody answered: ") + l.List(a.from(1))
	case survey.IssueFrameYear:
		return l.pick("De aantallen organisaties zijn van ", "The numbers of organisations are those of ") + l.day(a.at(0)) +
			l.pick(", het veldwerk eindigde op ", ", the fieldwork ended on ") + l.day(a.at(1)) +
			l.pick("; wat daartussen is samengegaan, telt nog apart of al samen", "; what merged in between counts as it did that day")
	case survey.IssueFrameUnused:
		return l.pick("De aantallen organisaties in ", "The numbers of organisations in ") + a.at(0) +
			l.pick(" zijn niet gebruikt: gewichten, strata of populatie komen uit het bestand zelf", " were not used: weights, strata or population come from the survey file")
	}
	return ""
}
