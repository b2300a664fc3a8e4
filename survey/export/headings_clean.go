package export

import (
	"html"
	"strings"

	"benchmark/survey/pattern"
)

var (
	inlineTag   = pattern.New(`(?i)</?(strong|em|b|i|u|span|font|a|sup|sub|small|label)(\s[^<>]*)?/?>`)
	blockTag    = pattern.New(`(?i)</?(p|br|div|ul|ol|li|h[1-6]|img|table|tbody|tr|td|th|hr|center)(\s[^<>]*)?/?>`)
	entityRef   = pattern.Holding("&", `&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);`)
	pipedText   = pattern.New(`\{INSERTANS:[^{}]*\}|\$\{[a-z]+://[^{}]*\}|\{(if|TOKEN|ATTRIBUTE_)[^{}]*\}|\{[A-Za-z]\w*\.(shown|NAOK|code|value)\}`)
	pandasAgain = pattern.Holding(".", `^(.*\D)\.(\d+)$`)
	tableAgain  = pattern.New(`^(.*\D)(\d+)$`)
)

// plain takes the mark-up of web pages out of a heading, and what stands for
// an earlier answer, which becomes an ellipsis.
func plain(s string) string {
	if strings.ContainsAny(s, "<{") {
		s = pipedText.ReplaceAllString(s, "…")
		s = blockTag.ReplaceAllString(inlineTag.ReplaceAllString(s, ""), " ")
	}
	if entityRef.MatchString(s) {
		s = html.UnescapeString(s)
	}
	return oneLine(clean(s))
}

// splitCodes divides headings such as "Q1[SQ001]. Question [option]" into the
// code and the wording: a layout that LimeSurvey offers.
func splitCodes(heads []heading) {
	for i := range heads {
		m := limeWording.FindStringSubmatch(heads[i].top)
		if m != nil && heads[i].code == "" && heads[i].sub == "" && codeWithWording(heads, m[1]) {
			heads[i].code, heads[i].top = m[1], m[2]
		}
	}
}

// codeWithWording reports whether a word before a full stop is a code: it has a
// figure or a bracket, or most headings begin in that way.
func codeWithWording(heads []heading, word string) bool {
	if strings.ContainsAny(word, "0123456789[") {
		return true
	}
	n := 0
	for i := range heads {
		if heads[i].code != "" || limeWording.MatchString(heads[i].top) {
			n++
		}
	}
	return 10*n >= 8*len(heads)
}

// undouble takes off the numbers by which programs tell equal headings apart:
// ".1" behind the second (data frames), or 2 (Excel tables, so Microsoft Forms
// and Typeform).
func undouble(heads []heading, dialect string) {
	tables := dialect == "msforms" || dialect == "typeform"
	seen := map[string]bool{}
	for i := range heads {
		h := &heads[i]
		m := pandasAgain.FindStringSubmatch(h.top)
		if m == nil && tables {
			m = tableAgain.FindStringSubmatch(h.top)
		}
		if m != nil && seen[m[1]] {
			h.top = m[1]
		}
		seen[h.top] = true
	}
}
