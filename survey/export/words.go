package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"benchmark/survey/pattern"
)

// The words by which survey tools mark rows and columns, in English, Dutch,
// German and French. A heading is compared by key, a cell in lower case.

// answerWord reports whether a cell of an option row says "this column holds
// the answer itself".
func answerWord(s string) bool {
	switch strings.ToLower(s) {
	case "response", "open-ended response", "antwoord", "open antwoord", "open reactie", "reactie",
		"antwort", "offene antwort", "offene frage", "antwort mit offenem ende",
		"réponse", "réponse ouverte", "réponse libre", "réponse à composition non limitée":
		return true
	}
	return false
}

// openWord reports whether an answer word says that the answer was typed.
func openWord(s string) bool {
	if !answerWord(s) {
		return false
	}
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "open") || strings.HasPrefix(s, "offen") || strings.HasSuffix(s, "ende") ||
		strings.HasSuffix(s, "ouverte") || strings.HasSuffix(s, "libre") || strings.HasSuffix(s, "limitée")
}

// otherWord reports whether an option is "other", with or without a text.
func otherWord(s string) bool {
	s, _, _ = strings.Cut(strings.ToLower(s), "(")
	s, _, _ = strings.Cut(s, ",")
	s, _, _ = strings.Cut(s, ":")
	switch strings.TrimSpace(s) {
	case "other", "others", "anders", "andere", "ander", "overig", "overige", "sonstiges", "sonstige", "autre", "autres",
		"other - write in", "other please specify", "anders namelijk":
		return true
	}
	return false
}

// measurementWord reports whether a cell is a level of measurement.
func measurementWord(s string) bool {
	switch strings.ToLower(s) {
	case "nominaal", "ordinaal", "interval", "ratio", "schaal", "nominal", "ordinal", "scale", "metrisch":
		return true
	}
	return false
}

// totalWord reports whether a cell is the label of a row of totals.
func totalWord(s string) bool {
	s = strings.ToLower(strings.TrimRight(s, " :."))
	switch s {
	case "totaal", "eindtotaal", "subtotaal", "gemiddelde", "som", "aantal", "mediaan",
		"total", "grand total", "subtotal", "average", "mean", "sum", "count", "median",
		"summe", "gesamt", "mittelwert", "durchschnitt", "anzahl", "somme", "moyenne":
		return true
	}
	return totalCount(s)
}

// totalCount reports whether a cell is a word for a total and a number: "N = 117".
func totalCount(s string) bool {
	word := strings.TrimRight(s, pattern.Digits)
	if word == s {
		return false
	}
	word = strings.TrimRight(word, space)
	if n := len(word); n > 0 && strings.IndexByte("=:", word[n-1]) >= 0 {
		word = word[:n-1]
	}
	switch strings.TrimRight(word, space) {
	case "n", "totaal", "total", "aantal", "som", "sum", "count":
		return true
	}
	return false
}

var (
	widthCell    = pattern.Beginning("AF", `^[AF]\d+(\.\d+)?$`)
	dateCell     = pattern.Beginning(pattern.Digits, `^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(,? ?[ T]\d{1,2}[:.]\d{2}.*)?$`)
	emailCell    = pattern.Holding("@", `^[^@\s]+@[^@\s]+\.[a-zA-Z]{2,}$`)
	addressCell  = pattern.Beginning(pattern.Digits, `^\d{1,3}(\.\d{1,3}){3}$`)
	legacyCode   = pattern.Beginning("V", `^V\d+$`)
	pandasBlank  = pattern.Holding("Unnamed: ", `^Unnamed: \d+(_level_\d+)?$`)
	summaryCells = pattern.New(`(?i)^(answer choices|answer options|antwoordkeuzen|antwoordopties|antwoordmogelijkheden|antwortmöglichkeiten|choix de réponses)$`)
	answeredCell = pattern.New(`(?i)^(answered|answered question|beantwoord|beantwortet|répondues)$`)
	skippedCell  = pattern.New(`(?i)^(skipped|skipped question|overgeslagen|übersprungen|ignorées)$`)
)

// latin are the letters of a code.
const latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// space is the white space between words.
const space = " \t\n\f\r"

// codeCell reports whether a cell is a code such as Q2, Q2_1 or V3.a: letters, a number
// and what hangs on it.
func codeCell(s string) bool {
	number := strings.TrimLeft(s, latin)
	if n := len(s) - len(number); n == 0 || n > 8 || number == "" || strings.IndexByte(pattern.Digits, number[0]) < 0 {
		return false
	}
	for {
		rest := strings.TrimLeft(number, latin+pattern.Digits)
		if rest == "" || rest == number { // all of it, or nothing behind a mark
			return rest != number
		}
		number = behind(rest, "._#-")
	}
}

// numberCell reports whether a cell is a number as people write one, with a sign, a
// currency or as a percentage.
func numberCell(s string) bool {
	s = behind(behind(behind(s, "-+"), "€$£"), space)
	rest := strings.TrimLeft(s, pattern.Digits+".,")
	return s != "" && strings.IndexByte(pattern.Digits, s[0]) >= 0 && behind(behind(rest, space), "%") == ""
}

// behind returns what is behind the first sign of a text, if that is one of some; else
// all of it.
func behind(s, signs string) string {
	if sign, n := utf8.DecodeRuneInString(s); n > 0 && strings.ContainsRune(signs, sign) {
		return s[n:]
	}
	return s
}

// valueLike reports whether a cell is something that no heading is: a date, a
// number, an e-mail address, yes or no.
func valueLike(c Cell) bool {
	return c.Typed || numberCell(c.Text) || stamp(c.Text) || yesOrNo(c.Text)
}

// yesOrNo reports whether a cell is a word for yes or no.
func yesOrNo(s string) bool {
	return oneOf(s, "yes", "no", "ja", "nee", "nein", "oui", "non", "true", "false", "waar", "onwaar")
}

// tickCell reports whether a cell can stand in the column of an option: a word or a
// number for yes or no.
func tickCell(s string) bool {
	return oneOf(s, "0", "1", "0.0", "1.0", "yes", "no", "y", "n", "ja", "nee", "nein", "oui", "non", "true", "false", "checked", "unchecked", "x")
}

// oneOf reports whether a cell is one of some words, in upper or lower case.
func oneOf(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(s, w) })
}

// stamp reports whether a cell is a date, an e-mail or network address: one
// such cell is enough to tell that a row holds answers.
func stamp(s string) bool {
	return len(s) >= 6 && len(s) < 80 && (dateCell.MatchString(s) || emailCell.MatchString(s) || addressCell.MatchString(s))
}

// summaryWords returns the words that betray a summary of the answers, or "".
func summaryWords(first []string) string {
	var choices, answered, skipped string
	for _, w := range first {
		switch {
		case choices == "" && summaryCells.MatchString(w):
			choices = w
		case answered == "" && answeredCell.MatchString(w):
			answered = w
		case skipped == "" && skippedCell.MatchString(w):
			skipped = w
		}
	}
	switch {
	case answered != "" && skipped != "":
		return strings.Trim(strings.Join([]string{choices, answered, skipped}, ", "), ", ")
	case choices != "" && (answered != "" || skipped != ""):
		return choices + ", " + answered + skipped
	}
	return ""
}

func summaryFault(words string) *Error {
	return fault("this is a summary of the answers (with "+words+"), not the answers themselves",
		"download the individual responses: in SurveyMonkey \"All responses data\", elsewhere one row per respondent")
}
