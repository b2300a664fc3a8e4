package codebook

import (
	"strings"
	"unicode/utf8"
)

// blanks are the white space that is none of a text's words.
const blanks = " \t\n\f\r"

// codedLabel parts an option that has its code before it, "1 - Ja", "1=Ja" or "1. Ja".
// Both are empty where a text is no such option. A digit behind the mark makes it something
// else: a decimal, a range or a time.
func codedLabel(text string) (code, wording string) {
	code, mark, rest := afterNumber(text)
	if rest == "" || !strings.ContainsRune("-–=:.)", mark) || '0' <= rest[0] && rest[0] <= '9' {
		return "", ""
	}
	return code, rest
}

// pointOf returns the number of a point of a scale that has one, "1", "1 (never)",
// "5 - very satisfied" or "1: never", and whether it has a name too; else nothing.
func pointOf(text string) (number string, named bool) {
	number, mark, rest := afterNumber(text)
	if number == text {
		return number, false
	}
	if code, _ := codedLabel(text); code != "" || mark == '(' && rest != "" {
		return number, true
	}
	return "", false
}

// afterNumber parts a text of one line that begins with a number of one or two digits: the
// number, the sign behind it and the rest, without the blanks between them.
func afterNumber(text string) (number string, sign rune, rest string) {
	behind := strings.TrimLeft(text, "0123456789")
	number = text[:len(text)-len(behind)]
	if number == "" || len(number) > 2 {
		return "", 0, ""
	}
	behind = strings.TrimLeft(behind, blanks)
	sign, size := utf8.DecodeRuneInString(behind)
	if rest = strings.TrimLeft(behind[size:], blanks); strings.Contains(rest, "\n") {
		return "", 0, ""
	}
	return number, sign, rest
}
