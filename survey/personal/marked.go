package personal

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"benchmark/survey/pattern"
)

// rule finds identifiers of one kind.
type rule struct {
	kind Kind
	form *pattern.Pattern
	// group is the part of the form that is the identifier.
	group int
	// valid looks at what the form found, or is nil.
	valid func(found string) bool
	// digits is the least number of digits that such an identifier has.
	digits int
	// hints are of which a text has at least one where such an identifier is in it, in
	// small letters; none says nothing.
	hints []string
}

// domain ends an address that is written out in words.
const domain = `(?:nl|com|org|net|eu|be|example|de|uk|info)\b`

// The rules for identifiers that a mark gives away, by the mark; what an earlier
// rule finds is not looked at again.
var (
	atRules = []rule{
		{Email, pattern.New(`[^\s@<>()\[\],;:"'/]+@[^\s@<>()\[\],;:"'/]*[^\s@<>()\[\],;:"'/.!?]`), 0, nil, 0, nil},
		{Handle, pattern.New(`(?:^|[\s(])(@[\pL\d_.]*[\pL\d_])`), 1, nil, 0, nil},
	}
	wordedRules = []rule{
		{Email, pattern.New(`(?i)[\pL\d._+-]+(?: (?:punt|dot) [\pL\d_-]+)*(?: (?:at|apenstaart|apenstaartje|apestaart|apestaartje) | ?[\[(](?:at|apenstaart|apestaart)[\])] ?)[\pL\d_-]+(?:(?: (?:punt|dot) | ?[\[(](?:punt|dot)[\])] ?|\.)[\pL\d_-]+)*(?: (?:punt|dot) | ?[\[(](?:punt|dot)[\])] ?|\.)` + domain), 0, nil, 0, []string{" at ", "(at)", "[at]", "staart"}},
		{Profile, pattern.New(`(?i)(?:https?://)?(?:[a-z]+\.)?(?:linkedin\.com/(?:in|pub)|(?:facebook|instagram|twitter|tiktok|x|snapchat|threads)\.(?:com|net)(?:/add)?|(?:t|wa|m)\.me|mastodon\.[a-z]+)/[^\s,;)]*[^\s,;).]`), 0, nil, 0, []string{"linkedin", "facebook", "instagram", "twitter", "tiktok", "x.com", "snapchat", "threads", ".me/", "mastodon"}},
		{Handle, pattern.New(`(?i)\b(?:skype|insta|instagram|snapchat|snap|telegram|discord|teams)(?:naam|account|id)? ?[:=] ?([^\s,;]*[^\s,;.])`), 1, nil, 0, []string{"skype", "insta", "snap", "telegram", "discord", "teams"}},
	}
	digitRules = []rule{
		{IP, pattern.New(`\b\d{1,3}(?:\.\d{1,3}){3}\b`), 0, octets, 4, []string{"."}},
		{IP, pattern.New(`(?i)\b[0-9a-f]{1,4}(?:::?[0-9a-f]{1,4}){3,7}\b|\b[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?`), 0, notClock, 1, []string{":"}},
		{Number, pattern.New(`(?i)\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b`), 0, nil, 8, []string{"-"}},
		{Coordinates, pattern.New(`-?\b\d{1,2}\.\d{4,}[, ;]+-?\d{1,3}\.\d{4,}\b`), 0, nil, 10, []string{"."}},
		{IBAN, pattern.New(`(?i)\b[a-z]{2}\d{2}(?: ?[a-z]{4} ?\d{4} ?\d{4} ?\d{2}\b|(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,4})?\b)`), 0, account, 8, nil},
		{Birth, pattern.New(`(?i)\b(?:geboren|geb|geboortedatum|geb\.? ?dat(?:um)?|birth|born|dob|date of birth)\b[.:]*(?: (?:op|on|is|in))? ?(\d{1,4}[-/. ](?:\d{1,2}|\pL{3,9})\.?[-/. ]'?\d{2,4}|\pL{3,9} \d{1,2},? \d{4})`), 1, nil, 4, []string{"geb", "bir", "born", "dob"}},
		{Birth, pattern.New(`\b(?:\d{1,2}[-/.]\d{1,2}[-/.](?:19[2-9]\d|200[0-8])|(?:19[2-9]\d|200[0-8])[-/.]\d{1,2}[-/.]\d{1,2})\b`), 0, nil, 6, []string{"19", "200"}},
		{Birth, pattern.New(`(?i)\b\d{1,2} (?:jan|feb|maart|mrt|march|apr|mei|may|ju[nl]|aug|sep|okt|oct|nov|dec)\pL* (?:19[2-9]\d|200[0-8])\b`), 0, nil, 5, []string{" 19", " 200"}},
		{Number, pattern.New(`(?i)\b(?:personeels|klant|zaak|relatie|dossier|cliënt|client|patiënt|lid|student|melding|meldings|account|inwoner|burger|kaart|polis)(?:nummer|nr\.?|id|number| number| no\.?) ?:? ?([\pL\d][\pL\d.-]*\d)`), 1, nil, 3, []string{"n", "id"}},
		{BSN, pattern.New(`(?i)\b(?:bsn|bsn-nummer|burgerservicenummer|sofinummer|sofi|sofi-nummer)\b(?: is)?:? ?(\d[\d .]{6,10}\d)`), 1, nil, 8, []string{"bsn", "sofi", "burger"}},
		{BSN, pattern.New(`\b(?:\d{9}|\d{3} \d{3} \d{3}|\d{4}\.\d{2}\.\d{3})\b`), 0, elevenProof, 9, nil},
		{Plate, pattern.New(`(?i)\bkenteken:? ?([a-z\d]{1,3}-?[a-z\d]{1,3}-?[a-z\d]{1,3})\b`), 1, digitsAmong, 1, []string{"kenteken"}},
		{Plate, pattern.New(`(?i)\b[a-z\d]{1,3}-[a-z\d]{2,3}-[a-z\d]{1,3}\b`), 0, plate, 1, []string{"-"}},
		{Phone, pattern.New(`(?:\+|\b00)[1-9]\d{0,2}(?:[ ./-]*\(0\))?(?:[ ./()-]*\d){6,11}\b`), 0, nil, 8, []string{"+", "00"}},
		{Phone, pattern.New(`\(?\b0\d{1,3}\)?(?:[ ./-]{0,3}\d){6,8}\b`), 0, tenDigits, 10, nil},
		{Phone, pattern.New(`(?i)\b(?:06|nul zes)(?:[ ,-]+(?:\d+|nul|[eé][eé]n|twee|drie|vier|vijf|zes|zeven|acht|negen)\b){1,8}`), 0, eightDigits, 0, []string{"06", "nul zes"}},
		{Phone, pattern.New(`\(\d{3}\) ?\d{3}[ -]\d{4}\b`), 0, nil, 10, []string{"("}},
		{Phone, pattern.New(`(?i)\b(?:tel|telefoon|telefoonnummer|mobiel|mob|nummer|bel|app|whatsapp|phone|call|mobile)\b[.:]* ?(\d(?:[ -]?\d){7,9})\b`), 1, nil, 8, []string{"tel", "mob", "nummer", "bel", "app", "phone", "call"}},
		{Address, pattern.New(street), 1, streetOf, 1, streetHints},
		{Address, pattern.New(`\b\d{1,4}[A-Za-z]? (?:[A-Z][a-z]+ ){1,3}(?:Street|Road|Avenue|Lane|Drive|Square|Close|Way|Court|St|Rd|Ave)\b`), 0, nil, 1, []string{"street", "road", "avenue", "lane", "drive", "square", "close", "way", "court", " st", " rd", " ave"}},
		{Postcode, pattern.New(`\b[1-9]\d{3}[ -]?[A-Za-z]{2}\b`), 0, postcode, 4, nil},
	}
)

// street is a street by the end of its name, or by its first word, with a number.
const street = `(?:^|[^\pL\d])((?:(?i:laan|plein|straat|weg|kade|singel) van (?:(?i:de|den|der|het) )?[A-Z]\pL+(?: [A-Z]\pL+)?|` +
	`(?:[A-Z][\pL.]*[ -](?:(?i:van|de|der|den|het|ten|ter|'t) )*)*[\pL'-]*(?i:straat|laan|weg|gracht|kade|plein|singel|steeg|dreef|plantsoen|dijk|hof|park|baan|markt|veld|ring|wal|pad|burg|gouwe|haven|str\.)` +
	`|[a-z]+ [\pL]*(?i:kade|straat|laan|gracht|plein))` + ` \d{1,4}(?: ?[a-zA-Z])?(?:-\d{1,3}[a-z]?)?)(?:[^\pL\d]|$)`

// streetHints are the endings and beginnings of streets.
var streetHints = []string{"straat", "laan", "weg", "gracht", "kade", "plein", "singel", "steeg", "dreef", "plantsoen", "dijk", "hof", "park", "baan", "markt",
	"veld", "ring", "wal", "pad", "burg", "gouwe", "haven", "str."}

// marked returns the identifiers that need no list of names, by rule.
func marked(text string) []Span {
	digits, at, worded := signs(text)
	if !at && !worded && digits == 0 {
		return nil
	}
	var spans []Span
	small := strings.ToLower(text)
	if at {
		spans = apply(atRules, text, small, digits, spans)
	}
	if worded {
		spans = apply(wordedRules, text, small, digits, spans)
	}
	if digits > 0 || strings.Contains(small, "nul zes") {
		spans = apply(digitRules, text, small, digits, spans)
	}
	return spans
}

// signs tells which marks a text has, so that most rules need no look at most texts:
// how many digits, an @, and what stands in an address that is written out, a link or
// before the name of an account. It may find such a thing where there is none.
func signs(text string) (digits int, at, worded bool) {
	const dative, tail = ' '<<24 | 'a'<<16 | 't'<<8 | ' ', 'a'<<16 | 'p'<<8 | 'e' // of "apenstaartje"
	var seen sign
	last := uint32(0) // four bytes, in small letters
	for i := range len(text) {
		c := text[i]
		seen |= signOf[c]
		last = last<<8 | uint32(c|0x20)
		worded = worded || last == dative || last&0xffffff == tail
	}
	if seen&digit > 0 {
		for i := range len(text) {
			digits += int(signOf[text[i]] & digit)
		}
	}
	return digits, seen&atSign > 0, worded || seen&link > 0
}

// sign is what a byte may be a sign of.
type sign uint8

const (
	digit sign = 1 << iota
	atSign
	link // or what stands before the name of an account
)

// signOf has the sign that each byte is.
var signOf = func() (of [1 << 8]sign) {
	for c := '0'; c <= '9'; c++ {
		of[c] = digit
	}
	of['@'] = atSign
	for _, c := range ":=[(/" {
		of[c] = link
	}
	return of
}()

// apply adds what the rules find in a text, of which small is the text in small
// letters, to the spans.
func apply(rules []rule, text, small string, digits int, spans []Span) []Span {
	for i := range rules {
		r := &rules[i]
		if digits < r.digits || r.hints != nil && !slices.ContainsFunc(r.hints, func(h string) bool { return strings.Contains(small, h) }) {
			continue
		}
		for _, m := range r.form.FindAllStringSubmatchIndex(text, -1) {
			start, end := m[2*r.group], m[2*r.group+1]
			if start < end && free(spans, start, end) && (r.valid == nil || r.valid(text[start:end])) {
				spans = append(spans, Span{start, end, r.kind})
			}
		}
	}
	return spans
}

// figures returns the digits of a text.
func figures(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func tenDigits(s string) bool { return len(figures(s)) == 10 }
func eightDigits(s string) bool {
	return len(figures(s)) > 7 || strings.Count(strings.ReplaceAll(s, ",", " "), " ") > 7
}
func digitsAmong(s string) bool { return figures(s) != "" }

// octets reports whether every part of an address is a number of at most 255.
func octets(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		if n, err := strconv.Atoi(part); err != nil || n > 255 || len(part) > 1 && part[0] == '0' {
			return false
		}
	}
	return true
}

// notClock tells an address of version 6 from times of day as 09:00:00:00.
func notClock(s string) bool {
	return strings.Contains(s, "::") || strings.Count(s, ":") > 3 || strings.ContainsAny(strings.ToLower(s), "abcdef")
}

// elevenProof reports whether a number passes the test of the citizen service
// number: nine times the first digit, eight times the second ..., less the last,
// is a multiple of eleven (Besluit burgerservicenummer, bijlage).
func elevenProof(s string) bool {
	digits := figures(s)
	sum := 0
	for i, d := range digits {
		weight := len(digits) - i
		if weight == 1 {
			weight = -1
		}
		sum += weight * int(d-'0')
	}
	return len(digits) == 9 && strings.Trim(digits, "0") != "" && sum%11 == 0
}

// account reports whether a bank account is Dutch by its form, or any other that
// passes the check of ISO 13616: its digits, letters as 10 to 35 and the first four
// characters last, leave 1 when divided by 97.
func account(s string) bool {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	if strings.HasPrefix(s, "NL") {
		return len(s) == 18
	}
	if len(s) < 15 || len(s) > 34 {
		return false
	}
	rest := 0
	for _, r := range s[4:] + s[:4] {
		if r >= 'A' {
			rest = (rest*100 + int(r-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(r-'0')) % 97
		}
	}
	return rest == 1
}

// plate reports whether three parts are a Dutch licence plate: letters and digits in
// two or three groups of one kind each, six characters in all, and no date or span
// of time.
func plate(s string) bool {
	letters, digits := 0, 0
	for part := range strings.SplitSeq(strings.ToLower(s), "-") {
		numbers := len(figures(part))
		switch {
		case numbers == len(part):
			digits++
		case numbers == 0:
			letters++
			if plateWords.has(part) {
				return false
			}
		default:
			return false
		}
	}
	return len(s) == 8 && letters > 0 && digits > 0
}

// postcode tells a postcode from a number with a word of two letters behind it: in
// capitals it is none where it is a unit, else where it is any short word.
func postcode(s string) bool {
	letters := s[len(s)-2:]
	lower := strings.ToLower(letters)
	if lower == "sa" || lower == "sd" || lower == "ss" { // never given out
		return false
	}
	if letters == strings.ToUpper(letters) {
		return !unitWords.has(lower)
	}
	return letters == lower && !unitWords.has(lower) && !shortWords.has(lower)
}

// streetOf tells a street from a word that ends alike: weak endings need a capital
// before them, and some words are none.
func streetOf(s string) bool {
	at := strings.IndexAny(s, "0123456789")
	word := strings.TrimSpace(s[:at])
	last := word[strings.LastIndexByte(word, ' ')+1:]
	first, _ := utf8.DecodeRuneInString(word)
	capital := first >= 'A' && first <= 'Z'
	lower := strings.ToLower(last)
	if noStreets.has(lower) || !capital && !strongEnding(lower) {
		return false
	}
	return len(last) > 5 || capital && !bareStreets.has(strings.ToLower(word))
}

func strongEnding(word string) bool {
	for _, end := range []string{"straat", "laan", "gracht", "kade", "plein", "singel", "steeg", "dreef", "plantsoen"} {
		if strings.HasSuffix(word, end) && len(word) > len(end) {
			return true
		}
	}
	return false
}
