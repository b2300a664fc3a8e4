// Package personal recognises what tells who a person is: names, e-mail
// addresses, telephone numbers, addresses, numbers of the state and the bank,
// machines, places, profiles and dates of birth, as people in the Netherlands and
// their English-speaking colleagues write them.
//
// It knows rules and short lists of its own, not the language: what it finds is
// most of what there is and never all of it (see the measured recall in its tests).
// Nothing may rest on it alone: texts of respondents are not shown at all, words of
// them only where several respondents used them, and after Redact.
//
// The time is linear in the length of the text.
package personal

import (
	"cmp"
	"slices"
	"strings"
)

// Kind is what sort of identifier something is.
type Kind string

// The kinds of identifiers.
const (
	Name        Kind = "name"        // of a person
	Email       Kind = "email"       // also "jan at gemeente punt nl"
	Phone       Kind = "phone"       // telephone and WhatsApp, in any notation
	Address     Kind = "address"     // street and number
	Postcode    Kind = "postcode"    // 1234 AB
	BSN         Kind = "bsn"         // citizen service number
	IBAN        Kind = "iban"        // bank account
	Plate       Kind = "plate"       // licence plate
	IP          Kind = "ip"          // of a machine, version 4 and 6
	Coordinates Kind = "coordinates" // latitude and longitude
	Profile     Kind = "profile"     // address of a page about a person
	Handle      Kind = "handle"      // @name, skype: name
	Birth       Kind = "birth"       // date of birth
	Number      Kind = "number"      // of a client, a case, an employee; a UUID
)

// Span is one identifier in a text.
type Span struct {
	// Start and End are places in bytes; the text at End is no part of it.
	Start, End int
	Kind       Kind
}

// Mark stands in a redacted text where an identifier was. It has no letter in it,
// so that it is never counted as a word.
const Mark = "[…]"

// Find returns the identifiers in a text by place, none of which overlap.
func Find(text string) []Span {
	may := look(text)
	if may == 0 {
		return nil
	}
	var spans []Span
	if may&marking != 0 {
		spans = marked(text)
	}
	if may&naming != 0 {
		spans = append(spans, names(text, spans)...)
	}
	if len(spans) < 2 {
		return spans
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}

// Redact returns the text with a Mark for every identifier, and their kinds by
// place; the text itself when there are none.
func Redact(text string) (string, []Kind) {
	spans := Find(text)
	if len(spans) == 0 {
		return text, nil
	}
	var b strings.Builder
	kinds := make([]Kind, 0, len(spans))
	last := 0
	for _, s := range spans {
		b.WriteString(text[last:s.Start])
		b.WriteString(Mark)
		kinds = append(kinds, s.Kind)
		last = s.End
	}
	b.WriteString(text[last:])
	return b.String(), kinds
}

// Holds reports whether there is an identifier in the text.
func Holds(text string) bool {
	may := look(text)
	return may&marking != 0 && len(marked(text)) > 0 || may&naming != 0 && len(names(text, nil)) > 0
}

// Suspect reports whether a text could tell of a person and is therefore better not
// quoted: it holds an identifier, a first name or a surname anywhere, a number of
// more than four digits, or two words in a row with a capital. It errs on the safe
// side.
func Suspect(text string) bool {
	if Holds(text) || longNumber(text) {
		return true
	}
	before := false
	for _, t := range tokens(text) {
		if t.capital && before || firstNames.has(t.lower) || surnames.has(t.lower) {
			return true
		}
		before = t.capital && !t.stop
	}
	return false
}

// longNumber reports whether there are more than four digits in a row, blanks and
// marks between them left out.
func longNumber(text string) bool {
	n := 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			if n++; n > 4 {
				return true
			}
		case !strings.ContainsRune(" -./()", r):
			n = 0
		}
	}
	return false
}

// Whole returns of which kind an identifier is that makes up a whole cell, or ""
// when it is none or there is more in the cell.
func Whole(text string) Kind {
	text = strings.TrimSpace(text)
	for _, s := range Find(text) {
		if s.Start == 0 && s.End == len(text) {
			return s.Kind
		}
	}
	if wholeName(text) {
		return Name
	}
	return ""
}

// NameShaped reports whether a cell looks as names of persons do, known or not: two
// to five words, each with a capital but for particles as "van der", initials
// among them, and nothing else.
func NameShaped(text string) bool { return capitals(text) >= 2 && nameShaped(text) }

// nameShaped is NameShaped of a cell with capitals.
func nameShaped(text string) bool {
	all := tokens(text)
	if len(all) < 2 || len(all) > 5 {
		return false
	}
	capitals := 0
	for _, t := range all {
		switch {
		case particles.has(t.lower):
		case t.capital && !t.all:
			capitals++
		case t.initial:
			capitals++
		default:
			return false
		}
	}
	return capitals >= 2 && !strings.ContainsAny(text, "0123456789?!:;/()&+")
}

// free reports whether nothing was found between the places.
func free(spans []Span, start, end int) bool {
	return !slices.ContainsFunc(spans, func(s Span) bool { return start < s.End && s.Start < end })
}
