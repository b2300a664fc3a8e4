package locale

import "benchmark/survey"

// issueOfLabels says what the file lacks of the options of a question, and how
// to get it from the tool.
func (l *Locale) issueOfLabels(code survey.Code, a arguments) string {
	switch code {
	case survey.IssueLoneOption:
		return l.pick("Vraag ", "Question ") + a.at(0) + ": " + l.pick("het bestand heeft maar één optie van deze vraag (", "the file has one option of this question only (") +
			l.Quote(a.at(1)) + l.pick("); wie die niet koos, is niet te onderscheiden van wie de vraag niet kreeg, dus het percentage zegt niets",
			"); who did not choose it can't be told from who was not asked, so the percentage says nothing")
	case survey.IssueLabelsExport:
		return l.pick("Zo krijgt u woorden in plaats van codes bij ", "To have words instead of codes in ") + l.List(a.from(1)) + ": " + l.labelsFrom(a.at(0))
	}
	return ""
}

// labelsFrom says how to download the words of the answers from a tool.
func (l *Locale) labelsFrom(tool string) string {
	switch tool {
	case "redcap":
		return l.pick("kies in REDCap bij het exporteren ‘CSV / Microsoft Excel (labels)’, of geef de data dictionary als codeboek",
			"export from REDCap as “CSV / Microsoft Excel (labels)”, or give the data dictionary as codebook")
	case "limesurvey":
		return l.pick("kies in LimeSurvey bij het exporteren ‘Volledige antwoorden’, of geef de structuur van de enquête (.txt) als codeboek",
			"export from LimeSurvey with “Full answers”, or give the survey structure (.txt) as codebook")
	case "kobo":
		return l.pick("kies in KoboToolbox bij het downloaden labels in plaats van XML-waarden, of geef het XLSForm als codeboek",
			"download labels from KoboToolbox rather than XML values, or give the XLSForm as codebook")
	case "qualtrics":
		return l.pick("kies in Qualtrics bij ‘Export Data’ voor ‘Use choice text’", "choose “Use choice text” under “Export Data” in Qualtrics")
	case "surveymonkey":
		return l.pick("kies in SurveyMonkey bij ‘All responses data’ voor ‘Actual answer text’", "choose “Actual answer text” under “All responses data” in SurveyMonkey")
	}
	return tool
}
