package codebook

import (
	"strings"
	"unicode/utf8"
)

// The words in a heading that tell what sort of answer it asks for, in Dutch,
// English, German and French. See has for the notation.

// remarkWords ask for text and nothing else: an explanation, remarks.
func remarkWords() []string {
	return []string{
		"toelichting*", "opmerking*", "licht toe", "licht uw antwoord toe", "kunt u dat uitleggen", "kunt u dit uitleggen", "leg uit", "uitleg", "kunt u dat toelichten",
		"kunt u dit toelichten", "wilt u toelichten", "kunt u uw antwoord toelichten", "suggestie*", "nog iets kwijt", "nog kwijt", "kwijt wilt", "kwijt wil", "in eigen woorden", "in uw eigen woorden", "vrije tekst",
		"comment", "comments", "remark*", "please explain", "explain", "elaborate", "suggestion*", "anything else", "in your own words", "free text", "explanation*",
		"anmerkung*", "bemerkung*", "kommentar*", "erlautern*", "erlauterung*", "begrunden", "begrundung*", "vorschlage", "eigenen worten",
		"commentaire*", "remarque*", "expliquez", "explication*", "precisez", "suggestions",
	}
}

// causeWords ask why; the answer is text, or a choice from a list.
func causeWords() []string {
	return []string{"waarom", "why", "warum", "weshalb", "wieso", "pourquoi", "waardoor", "reden", "grund", "raison", "beschrijf*", "omschrijf*", "describe", "beschreiben", "decrivez"}
}

// countWords ask for a number of things, or for a measure that has a unit.
func countWords() []string {
	return []string{
		"hoeveel", "aantal", "aantallen", "hoe vaak per", "keer per", "per uur", "per dag", "per week", "per maand", "per jaar", "fte", "fte's", "ftes", "leeftijd", "percentage", "procent", "budget",
		"how many", "how much", "number of", "times per", "times a", "per hour", "per day", "per month", "per year", "an hour", "a day", "a week", "age", "percent", "amount", "count", "headcount",
		"wie viele", "wieviele", "wie viel", "anzahl", "pro stunde", "pro tag", "pro woche", "prozent", "vollzeit*",
		"combien", "nombre", "par heure", "par jour", "par semaine", "etp", "pourcentage", "hoelang", "hoe lang", "how long",
	}
}

// ratingWords ask for a place on a scale.
func ratingWords() []string {
	return []string{
		"schaal", "cijfer*", "rapportcijfer*", "beoordeel*", "beoordeling*", "in hoeverre", "in welke mate", "tevreden*", "tevredenheid", "mee eens", "eens met", "oneens", "belangrijk*",
		"hoe goed", "hoe moeilijk", "hoe makkelijk", "hoe gemakkelijk", "hoe complex", "hoe nuttig", "hoe duidelijk", "hoe waarschijnlijk", "waardeer*", "waardering*", "stelling*", "hoe ervaart", "score",
		"scale", "rate", "rating*", "to what extent", "to which extent", "how far do", "satisf*", "agree", "importan*", "how likely", "how well", "how good", "how difficult", "how easy",
		"how complex", "how useful", "how clear", "how confident", "how happy", "statement*", "grade",
		"skala", "bewerte*", "bewertung*", "quelle note", "une note", "inwieweit", "inwiefern", "wie zufrieden", "zufrieden*", "wichtig*", "stimmen sie", "wie wahrscheinlich", "wie gut", "wie einfach", "wie schwierig",
		"echelle", "notez", "evaluez", "dans quelle mesure", "satisf*", "daccord", "quel point", "probabilite", "importan*",
	}
}

// recommendWords ask the question of the net promoter score, from 0 to 10.
func recommendWords() []string {
	return []string{"aanbeve*", "aanbeveelt", "aanraden", "aanraadt", "recommend*", "empfehlen", "weiterempfehl*", "empfehlung*", "recommande*"}
}

// gradeWords ask for a school mark, in the Netherlands from 1 to 10.
func gradeWords() []string { return []string{"cijfer*", "rapportcijfer*", "grade"} }

// asksRemark reports whether the heading asks for text. A question whether
// there were remarks is another thing; its answers tell.
func (d *draft) asksRemark() bool { return has(d.words, remarkWords()...) }

// asksCause reports whether the heading asks why.
func (d *draft) asksCause() bool { return has(d.words, causeWords()...) }

// asksCount reports whether the heading asks for a number of things.
func (d *draft) asksCount() bool { return has(d.words, countWords()...) }

// asksRating reports whether the heading asks for a place on a scale. A whole
// number under "which is the most important?" is the code of an option.
func (d *draft) asksRating() bool {
	if has(d.words, "welk", "welke", "which", "wie", "soort", "what kind", "welche", "welcher", "welches", "quel", "quelle", "quels", "quelles") &&
		!has(d.words, "schaal", "scale", "skala", "echelle", "cijfer", "rapportcijfer", "grade", "rating", "score", "mate", "which extent", "mesure", "note", "point", "wie zufrieden", "wie wichtig", "wie wahrscheinlich", "wie gut", "wie einfach", "wie schwierig") {
		return false
	}
	return has(d.words, ratingWords()...) || has(d.words, recommendWords()...)
}

// saysNothing reports whether a text only says that there is nothing to say.
func saysNothing(text string) bool {
	if !fewLetters(text, longestNothing) {
		return dontKnow(text)
	}
	words := wordsOf(text)
	return saysDontKnow(words) || emptyWords(strings.TrimSpace(words))
}

// longestNothing is the number of letters and digits above which a text is none of
// the emptyWords.
const longestNothing = 24

// emptyWords reports whether words are a wording of "nothing".
func emptyWords(words string) bool {
	switch words {
	case "", "geen", "nee", "neen", "niks", "niets", "nvt", "idem", "zie boven", "zie hierboven", "geen opmerkingen", "geen opmerking", "geen toelichting", "geen antwoord",
		"none", "no", "nope", "nothing", "see above", "no comment", "no comments", "no remarks", "na", "same",
		"nein", "keine", "nichts", "keine anmerkungen", "siehe oben", "entfallt",
		"non", "rien", "aucun", "aucune", "aucune remarque", "neant", "so", "ras", "x":
		return true
	}
	return false
}

// yesOrNo tells whether a text is just "yes" or "no", or begins so and goes on
// with an explanation; the answer is 'y', 'n' or 0.
func yesOrNo(text string) (answer byte, more bool) {
	for i := range len(text) {
		switch c := text[i] | 0x20; {
		case text[i] >= utf8.RuneSelf, c == 'j', c == 'y', c == 'o', c == 'n':
			return takenApart(text)
		case c >= 'a' && c <= 'z', text[i] >= '0' && text[i] <= '9':
			return 0, false // no such word begins so
		}
	}
	return 0, false
}

// takenApart is yesOrNo of a text that may be one of these.
func takenApart(text string) (answer byte, more bool) {
	w := strings.Fields(wordsOf(text))
	if len(w) == 0 {
		return 0, false
	}
	switch w[0] {
	case "ja", "yes", "jawel", "jazeker", "oui":
		answer = 'y'
	case "nee", "neen", "no", "nein", "non":
		answer = 'n'
	default:
		return 0, false
	}
	if len(w) == 1 {
		return answer, false
	}
	head := strings.TrimLeft(key(text), "\"'( ")
	if len(head) <= len(w[0]) || !strings.ContainsRune(",.:;-(/", rune(strings.TrimLeft(head[len(w[0]):], " ")[0])) && !has(" "+w[1]+" ", "namelijk", "nl", "want", "maar", "omdat", "but", "because", "namely", "weil", "aber", "und", "mais", "car", "parce") {
		return 0, false // "no plans", "yes men"
	}
	return answer, true
}
