package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is a word, a number or a mark of a text.
type token struct {
	// text as it stands; low in lower case, without accents, with plain quotes.
	text, low string
	// start and end are byte offsets in the text.
	start, end   int
	line, column int
	// points are the features that the token, with those after it, points at: bit f
	// for feature f.
	points uint64
	// space is true when a blank or a line end comes before it.
	space bool
	// number is true for digits with their separators.
	number bool
	// mark is true for punctuation.
	mark bool
}

// sentence is a run of tokens that belong together.
type sentence struct {
	text   string
	tokens []token
	// heading and item are true for a heading and for an item of a list.
	heading, item bool
	// paragraph is the number of its paragraph, from 0.
	paragraph int
}

// longest is the number of tokens after which a sentence is ended anyhow, so
// that a text without stops takes no more time than another.
const longest = 300

// split cuts a text into sentences. Tables and code are left out.
func split(text string, words *lexicon) []sentence {
	var all []sentence
	line, offset, paragraph := 0, 0, 0
	var current sentence
	flush := func() {
		for _, t := range current.tokens {
			if !t.mark {
				current.text, current.paragraph = text, paragraph
				all = append(all, current)
				break
			}
		}
		current = sentence{}
	}
	fenced := false
	for raw := range strings.Lines(text) {
		line++
		content := strings.TrimSpace(raw)
		fence := strings.HasPrefix(content, "```") || strings.HasPrefix(content, "~~~")
		if fence {
			fenced = !fenced
		}
		switch begin, heading, item := opening(raw); {
		case content == "", fence, fenced, strings.HasPrefix(content, "|"): // a row of a table is no sentence
			flush()
			paragraph++
		default:
			if heading || item {
				flush()
				current.heading, current.item = heading, item
			}
			for _, t := range tokens(raw, begin, offset, line) {
				full := len(current.tokens) >= longest
				if full || ends(current.tokens, &t, words) {
					flush()
				}
				current.tokens = append(current.tokens, t)
			}
			if heading {
				flush()
			}
		}
		offset += len(raw)
	}
	flush()
	return all
}

// opening returns where the words of a line begin, after the mark of a heading,
// quote or list item.
func opening(line string) (begin int, heading, item bool) {
	rest := strings.TrimLeft(line, " \t>")
	begin = len(line) - len(rest)
	if marks := len(rest) - len(strings.TrimLeft(rest, "#")); marks > 0 && marks <= 6 {
		return begin + marks, true, false
	}
	for _, bullet := range []string{"- ", "* ", "+ ", "• ", "– "} {
		if strings.HasPrefix(rest, bullet) {
			return begin + len(bullet), false, true
		}
	}
	digits := 0
	for digits < len(rest) && digits < 3 && rest[digits] >= '0' && rest[digits] <= '9' {
		digits++
	}
	if digits > 0 && digits+1 < len(rest) && (rest[digits] == '.' || rest[digits] == ')') && (rest[digits+1] == ' ' || rest[digits+1] == '\t') {
		return begin + digits + 1, false, true
	}
	return begin, false, false
}

// ends reports whether a sentence is over before the next token: after a stop
// with a blank, unless the stop belongs to an abbreviation.
func ends(so []token, next *token, words *lexicon) bool {
	if len(so) == 0 || !next.space {
		return false
	}
	last := len(so) - 1
	for last > 0 && so[last].mark && isOneOf(so[last].text, "\"')]’”*_") {
		last--
	}
	switch so[last].text {
	case "!", "?", "…":
		return true
	case ".":
		first, _ := utf8.DecodeRuneInString(next.text)
		short := last > 0 && words.abbreviations[so[last-1].low]
		return !short && (!unicode.IsLower(first) || next.mark)
	}
	return false
}

// tokens cuts a line into tokens from the byte begin; offset is that of the line
// in the text. Web addresses and marks of emphasis are left out.
func tokens(line string, begin, offset, number int) []token {
	var all []token
	column := utf8.RuneCountInString(line[:begin]) + 1
	space := true
	for i := begin; i < len(line); {
		r, size := utf8.DecodeRuneInString(line[i:])
		if unicode.IsSpace(r) {
			space = true
			i += size
			column++
			continue
		}
		n, digits := length(line[i:], r, size)
		t := token{
			text: line[i : i+n], start: offset + i, end: offset + i + n,
			line: number, column: column, space: space, number: digits,
		}
		t.mark = !unicode.IsLetter(r) && !unicode.IsDigit(r)
		t.low = plain(t.text)
		space = space && emphasis(t.text)
		column += utf8.RuneCountInString(t.text)
		i += n
		if !address(t.text) && !emphasis(t.text) {
			all = append(all, t)
		}
	}
	return all
}

// length returns how many bytes the token at the start of s has, and whether it
// is a number.
func length(s string, first rune, size int) (n int, digits bool) {
	switch {
	case isDigit(first):
		for n = size; n < len(s); n++ {
			between := (s[n] == '.' || s[n] == ',') && n+1 < len(s) && isDigit(rune(s[n+1]))
			if !isDigit(rune(s[n])) && !between {
				break
			}
		}
		return n, true
	case unicode.IsLetter(first):
		for n = size; n < len(s); {
			r, w := utf8.DecodeRuneInString(s[n:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !joins(s, n, w, r) {
				break
			}
			n += w
		}
		return n, false
	}
	return size, false
}

// joins reports whether a mark inside a word belongs to it: an apostrophe, a
// hyphen, and what is in a web address.
func joins(s string, at, size int, r rune) bool {
	next, _ := utf8.DecodeRuneInString(s[at+size:])
	if strings.HasPrefix(s, "http") || strings.HasPrefix(s, "www.") {
		return strings.ContainsRune(":/.?=&%#-_~+", r) && next != ' '
	}
	return strings.ContainsRune("'’-\u2011", r) && (unicode.IsLetter(next) || unicode.IsDigit(next))
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isOneOf reports whether a mark is one of the given ones.
func isOneOf(mark, marks string) bool { return mark != "" && strings.Contains(marks, mark) }

// emphasis reports whether a mark only sets words in bold, italics or code.
func emphasis(s string) bool { return s == "*" || s == "_" || s == "`" }

func address(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")
}

// plain returns a word in lower case without accents, with plain apostrophes.
func plain(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	s = strings.ToLower(s)
	if ascii {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == '’' || r == '‘':
			return '\''
		case r == '\u2011':
			return '-'
		}
		return r
	}, norm.NFKD.String(strings.ToValidUTF8(s, "")))
}

// languageOf returns the language that more of the small words of a text are of,
// or else the given one, or Dutch.
func languageOf(text, otherwise string) string {
	dutch, english := 0, 0
	for word := range strings.FieldsSeq(text) {
		switch strings.ToLower(strings.Trim(word, ".,;:()")) {
		case "de", "het", "een", "van", "en", "op", "is", "bij", "met", "die", "voor", "gebruikt":
			dutch++
		case "the", "of", "and", "a", "to", "with", "for", "are", "use", "who", "by", "their":
			english++
		}
	}
	switch {
	case dutch > english:
		return "nl"
	case english > dutch, otherwise == "en":
		return "en"
	}
	return "nl"
}

// thousands reports whether all that follows is groups of three digits.
func thousands(whole, rest, group string) bool {
	for part := range strings.SplitSeq(rest, group) {
		if len(part) != 3 {
			return false
		}
	}
	return len(whole) <= 3 && whole != "0"
}
