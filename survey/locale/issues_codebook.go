package locale

import "benchmark/survey"

// issueOfBlock says how the columns of one question were read together.
func (l *Locale) issueOfBlock(code survey.Code, a arguments) string {
	question := l.pick("Vraag ", "Question ") + a.at(0) + ": "
	switch code {
	case survey.IssueExpandedSingle:
		return question + l.pick("er is een kolom per optie, maar niemand koos er twee; de vraag is gelezen als een keuze van één",
			"there is a column per option, but nobody chose two; the question was read as a choice of one")
	case survey.IssueManyTicks:
		return question + l.count(a.at(1), l.pick("respondent koos", "respondent chose"), l.pick("respondenten kozen", "respondents chose")) +
			l.pick(" meer dan één optie waar er één mag", " more than one option where one is allowed") + l.examples(a.from(2)) +
			l.pick("; dat antwoord telt niet mee", "; that answer does not count")
	case survey.IssueTickNone:
		return question + l.count(a.at(1), l.pick("respondent heeft", "respondent has"), l.pick("respondenten hebben", "respondents have")) +
			l.pick(" geen enkele optie gekozen en ", " chosen no option and still ") + plural(a.at(1), l.pick("telt", "counts"), l.pick("tellen", "count")) +
			l.pick(" wel mee in de basis, want ‘niet gekozen’ staat er uitgeschreven", " in the base, as “not chosen” is written out")
	case survey.IssueRanking:
		if a.at(2) == "items" {
			return question + l.pick("dit is een rangorde; elke plaats is een eigen vraag, met de antwoorden die daar staan",
				"this is a ranking; each place is a question of its own, with the answers that stand there")
		}
		return question + l.pick("dit is een rangorde; elk onderdeel is een eigen vraag, met zijn plaats als antwoord (1 is de hoogste). Het gaat om ",
			"this is a ranking; each item is a question of its own, with its place as the answer (1 is the highest). It concerns ") +
			l.count(a.at(1), l.pick("onderdeel", "item"), l.pick("onderdelen", "items"))
	case survey.IssueJoinedAndSplit:
		s := question + l.pick("de antwoorden staan er twee keer: samen in kolom ", "the answers are there twice: together in column ") + a.at(1) +
			l.pick(" en per optie in een eigen kolom; de kolommen per optie tellen", " and per option in a column of its own; the columns per option count")
		if a.at(2) == "0" {
			return s + l.pick(". Ze zijn overal gelijk", ". They are equal throughout")
		}
		return s + l.pick(". Ze verschillen bij ", ". They differ for ") + l.count(a.at(2), l.pick("respondent", "respondent"), l.pick("respondenten", "respondents"))
	case survey.IssueJoinedRare:
		return question + l.pick("deze opties zijn weinig gekozen en staan steeds achteraan; misschien zijn ze zelf getypt bij ‘anders’: ",
			"few chose these options and they always stand last; they may have been typed as “other”: ") + l.List(a.from(1))
	case survey.IssueTooManyOptions:
		return question + l.count(a.at(1), l.pick("respondent heeft", "respondent has"), l.pick("respondenten hebben", "respondents have")) +
			l.pick(" meer opties dan de vraag toestaat: ", " more options than the question allows: ") + a.at(2) +
			l.pick(". Misschien staat het scheidingsteken in een optie", ". Perhaps an option holds the separator")
	case survey.IssueYesWithText:
		return question + l.pick("bij ", "") + l.count(a.at(1), l.pick("antwoord staat", "answer has"), l.pick("antwoorden staat", "answers have")) +
			l.pick(" een uitleg achter ja of nee; alleen ja of nee is geteld", " an explanation behind yes or no; only yes or no was counted")
	case survey.IssueSpelling:
		return question + l.pick("deze antwoorden lijken op een optie, maar zijn zelf getypt en tellen als ‘anders’: ",
			"these answers look like an option, but were typed and count as “other”: ") + a.at(1)
	}
	return ""
}

// issueOfCodebook says what a codebook does to the answers, and where it and the
// file differ.
func (l *Locale) issueOfCodebook(code survey.Code, a arguments) string {
	question := l.pick("Vraag ", "Question ") + a.at(0) + ": "
	switch code {
	case survey.IssueRecoded:
		return question + l.Quote(a.at(1)) + l.pick(" is gelezen als ", " was read as ") + l.Quote(a.at(2)) +
			l.pick(", zoals het codeboek zegt, op ", ", as the codebook says, in ") + l.rows(a.at(3))
	case survey.IssueFiltered:
		return l.rows(a.at(0)) + " " + plural(a.at(0), l.pick("telt", "does"), l.pick("tellen", "do")) +
			l.pick(" niet mee door een filter van het codeboek: kolom ", " not count by a filter of the codebook: column ") + l.Quote(a.at(1)) +
			l.pick(" moet een van deze zijn: ", " must be one of: ") + a.at(2)
	case survey.IssueIncompleteRows:
		return l.rows(a.at(0)) + " " + plural(a.at(0), l.pick("is niet afgemaakt en telt", "was not finished and does"), l.pick("zijn niet afgemaakt en tellen", "were not finished and do")) +
			l.pick(" niet mee, zoals het codeboek zegt", " not count, as the codebook says")
	case survey.IssueCovers:
		return l.count(a.at(0), l.pick("respondent antwoordt", "respondent answers"), l.pick("respondenten antwoorden", "respondents answer")) +
			l.pick(" voor meer dan één organisatie, samen voor ", " for more than one organisation, together for ") + a.at(1) +
			l.pick("; elke respondent telt één keer", "; each respondent counts once")
	case survey.IssueQuestionAbsent:
		return question + l.pick("het bestand heeft geen kolom ", "the file has no column ") + l.Quote(a.at(1)) + l.near(a.at(2)) +
			l.pick("; de vraag is weggelaten", "; the question was left out")
	case survey.IssueOptionAbsent:
		return question + l.pick("het bestand heeft geen kolom voor de optie ", "the file has no column for the option ") + l.Quote(a.at(1)) + l.near(a.at(2))
	case survey.IssueNewQuestion:
		quoted := make([]string, len(a))
		for i, heading := range a {
			quoted[i] = l.Quote(heading)
		}
		return l.pick("Het codeboek kent deze kolommen niet; ze zijn niet gebruikt: ", "The codebook does not know these columns; they were not used: ") + l.List(quoted)
	}
	return ""
}

// near tells the wording that comes nearest, if any.
func (l *Locale) near(wording string) string {
	if wording == "" {
		return ""
	}
	return l.pick(" (het meest lijkt ", " (the nearest is ") + l.Quote(wording) + ")"
}
