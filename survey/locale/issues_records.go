package locale

import "benchmark/survey"

// issueOfRecords says how the rows and marks of tools that keep records and
// codes (REDCap, LimeSurvey, KoboToolbox) were read.
func (l *Locale) issueOfRecords(code survey.Code, a arguments) string {
	switch code {
	case survey.IssueTickHidden:
		return l.pick("Vraag ", "Question ") + a.at(0) + ": " +
			l.count(a.at(1), l.pick("respondent heeft", "respondent has"), l.pick("respondenten hebben", "respondents have")) +
			l.pick(" geen enkele optie gekozen. Dat kan ook betekenen dat de vraag niet te zien was: REDCap schrijft dan dezelfde 0. Nu ",
				" chosen no option. It may also mean that the question was hidden: REDCap writes the same 0 then. Now ") +
			plural(a.at(1), l.pick("telt die", "that one counts"), l.pick("tellen die", "these count")) +
			l.pick(" mee in de basis. Met de data dictionary als codeboek weet het programma wie de vraag kreeg",
				" in the base. With the data dictionary as codebook the program knows who was asked")
	case survey.IssueRepeatRows:
		return l.rows(a.at(0)) + " " + plural(a.at(0), l.pick("herhaalt", "repeats"), l.pick("herhalen", "repeat")) +
			l.pick(" een deel van de vragenlijst voor dezelfde persoon en ", " a part of the questionnaire for the same person and ") +
			plural(a.at(0), l.pick("telt", "does"), l.pick("tellen", "do")) + l.pick(" niet mee: kolom ", " not count: column ") +
			l.Quote(a.at(1)) + l.pick(" noemt ", " says ") + l.quotedList(a.from(2))
	case survey.IssueEventRows:
		return l.count(a.at(0), l.pick("respondent heeft", "respondent has"), l.pick("respondenten hebben", "respondents have")) +
			l.pick(" een rij per meetmoment, samen ", " a row per event, together ") + l.rows(a.at(1)) +
			l.pick("; al die rijen tellen mee. Kies één moment uit kolom ", "; all these rows count. Choose one event from column ") +
			l.Quote(a.at(2)) + ": " + l.quotedList(a.from(3))
	case survey.IssueRoutingUnread:
		return l.pick("Vraag ", "Question ") + a.at(0) + l.pick(": wie de vraag kreeg, staat in het codeboek als ", ": who was asked, the codebook says as ") +
			l.Quote(a.at(1)) + l.pick(". Die voorwaarde is niet overgenomen", ". That condition was not taken over")
	case survey.IssueAnswerCodes:
		tool := map[string]string{"redcap": "REDCap", "limesurvey": "LimeSurvey", "kobo": "KoboToolbox"}[a.at(0)]
		how := map[string]string{
			"redcap": l.pick("Kies bij het exporteren ‘CSV / Microsoft Excel (labels)’, of geef de data dictionary als codeboek",
				"Export as “CSV / Microsoft Excel (labels)”, or give the data dictionary as codebook"),
			"limesurvey": l.pick("Kies bij het exporteren ‘Volledige antwoorden’, of geef de structuur van de enquête (.txt) als codeboek",
				"Export with “Full answers”, or give the survey structure (.txt) as codebook"),
			"kobo": l.pick("Kies bij het downloaden labels in plaats van XML-waarden, of geef het XLSForm als codeboek",
				"Download labels rather than XML values, or give the XLSForm as codebook"),
		}[a.at(0)]
		return l.pick("De antwoorden lijken codes zonder tekst bij ", "The answers look like codes without wording in ") + l.List(a.from(1)) +
			l.pick("; een gemiddelde van codes zegt niets. ", "; a mean of codes says nothing. ") + how + l.pick(" (gemaakt met ", " (made with ") + tool + ")"
	}
	return ""
}

// quotedList lists texts, each between quotation marks.
func (l *Locale) quotedList(texts []string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = l.Quote(text)
	}
	return l.List(quoted)
}
