package codebook

// quantityWords are the words of a question that asks for a number: what is
// counted or measured in the answer is no code.
func quantityWords() []string {
	return []string{
		"hoeveel", "aantal*", "how many", "how much", "number of", "numbers of", "count of", "fte*", "uur", "uren", "hour", "hours",
		"minuut", "minuten", "minute", "minutes", "dagen", "days", "weken", "weeks", "maanden", "months", "leeftijd", "age", "ages",
		"jaar", "jaren", "years", "year", "percentage*", "procent", "percent", "budget*", "bedrag*", "euro", "euros", "kosten", "costs", "omzet",
		"hoe lang", "how long", "hoe oud", "how old", "how tall", "how far", "inwonertal", "combien", "anzahl", "wie viele", "wieviele", "alter",
		"totaal", "total", "keren", "times", "postcode*", "jaartal", "bezoekers*", "gesprekken", "volume",
	}
}

// sizeOfPeople are the words of a quantity that is never as small as a code: the
// age of who can answer, the people of a place.
func sizeOfPeople() []string {
	return []string{"leeftijd", "leeftijdsklasse", "leeftijdscategorie", "age", "hoe oud bent", "how old are you", "alter", "inwoner*", "inhabitant*", "population", "resident*", "bevolking*", "inwonertal", "jaartal"}
}

// percentWords are the words of a share, of which 98 and 99 are plain values.
func percentWords() []string {
	return []string{"percentage*", "procent", "percent", "aandeel", "share of", "pct"}
}

// choiceWords are the words of a question with an answer out of a list.
func choiceWords() []string {
	return []string{
		"welk", "welke", "which", "wat is uw", "wat is je", "what is your", "wat voor", "what kind", "what type", "what sort", "type", "soort", "kind of",
		"categorie", "category", "geslacht", "gender", "sex", "functie", "rol", "role", "position", "sector", "branche", "opleiding*", "education",
		"klasse*", "class", "provincie*", "province*", "regio", "region", "wie", "who", "waar", "where", "waarom", "why", "heeft", "hebt", "gebruik*", "zet", "bent", "is er", "zijn er",
		"do you", "does", "did you", "have you", "has your", "are you", "is your", "is there", "can you", "kunt u", "biedt", "doet", "beschikt",
		"welches", "welcher", "haben sie", "nutzen sie", "quel", "quelle", "quels", "quelles", "avez vous", "organisatietype", "afdeling", "department", "ja nee", "yes no", "werkt u in", "do you work",
	}
}

// codedRatingWords are the words of a question of which small whole numbers are
// rather points of a scale than codes of a choice.
func codedRatingWords() []string {
	return append(ratingWords(), "ontevreden*", "dissatisf*", "waarschijnlijk*", "likely", "likelihood", "oordeel*", "waarde*",
		"hoe vaak", "how often", "vertrouw*", "confident", "how do you find", "hoe vindt")
}

// weightHeadings are the headings of a column of weights, by compact form; of
// the plain words the values must look like weights too.
func weightHeadings() (sure, plain []string) {
	return []string{
		"weegfactor", "wegingsfactor", "weging", "wegingen", "weegcoefficient", "wgt", "pspwght", "pspwgt", "pweight", "dweight", "anweight", "pweights",
		"weightfactor", "weightingfactor", "weighting", "finalweight", "finalwgt", "wtfinal", "weightfinal", "surveyweight", "samplingweight", "designweight",
		"postweight", "poststratificationweight", "gewichtung", "gewichtungsfaktor", "ponderation", "wegingtotaal", "gewichttotaal", "weegvar", "wegingsvariabele",
		"weightvar", "weightvariable", "wfactor", "gewichtsfactor", "weights", "sampleweight", "caseweight", "respondentweight", "eindgewicht",
	}, []string{"gewicht", "gewichten", "weight", "poids", "w", "wt", "wf", "wg", "gew", "weeg"}
}
