package export

import "strings"

// Qualtrics puts "Selected Choice" behind the question, or before each option,
// of a question that has a text besides, and "Text" behind that text: in the
// language of the user. The codes tell which columns those are.

// answerOf takes the words "selected choice" off the end of a question.
func answerOf(question string) string {
	if at := strings.LastIndex(question, " - "); at >= 0 && selectedWord(question[at+3:]) {
		return question[:at]
	}
	return question
}

// selectedWord reports whether a text is "selected choice", in the languages in
// which it was seen.
func selectedWord(s string) bool {
	switch strings.ToLower(s) {
	case "selected choice", "geselecteerde keuze", "gekozen antwoord", "ausgewählte option", "ausgewählte auswahl",
		"ausgewählte auswahlmöglichkeit", "choix sélectionné", "opción seleccionada", "scelta selezionata":
		return true
	}
	return false
}

// textWord reports whether a text is the word "text".
func textWord(s string) bool {
	switch strings.ToLower(s) {
	case "text", "tekst", "texte", "texto", "testo":
		return true
	}
	return false
}

// cutSelected takes "selected choice" off the options of the run that begins at
// column i: a known word, or in an unknown language what stands before every
// option and before no text.
func (n *naming) cutSelected(i int, options []string) {
	before, ticks, texts := "", 0, 0
	for k, option := range options {
		part, _, _ := strings.Cut(option, " - ")
		if n.typed(i + k) {
			texts++
			continue
		}
		if ticks++; ticks > 1 && part != before || part == option {
			return
		}
		before = part
	}
	for k, option := range options {
		if part, _, _ := strings.Cut(option, " - "); n.typed(i+k) && part == before {
			return
		}
	}
	if !selectedWord(before) && (ticks < 2 || texts == 0) {
		return
	}
	for k := range options {
		if !n.typed(i + k) {
			options[k] = strings.TrimPrefix(options[k], before+" - ")
		}
	}
}

// nameTexts names the texts in a run after the option that they go with: by its
// code, else by the wording without the word "text".
func (n *naming) nameTexts(i int, options []string) {
	for k := range options {
		_, own := stem(n.heads[i+k].code)
		if !ownText(own) {
			continue
		}
		if at := strings.LastIndex(options[k], " - "); at >= 0 && (textWord(options[k][at+3:]) || n.heads[i+k].id != "") {
			options[k] = options[k][:at]
		}
		for tick := range options[:k] {
			if _, code := stem(n.heads[i+tick].code); code != "" && code+"_TEXT" == own {
				options[k] = options[tick]
			}
		}
	}
}

// typed reports whether the codes mark a column as a text of the respondents.
func (n *naming) typed(k int) bool {
	_, own := stem(n.heads[k].code)
	return ownText(own)
}
