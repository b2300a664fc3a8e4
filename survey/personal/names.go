package personal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is one word of a text.
type token struct {
	start, end int
	// lower is the word in lower case and without accents.
	lower string
	// capital says that it begins with one, all that it has no other letters, and
	// initial that it is one letter, or several with points between.
	capital, all, initial bool
	// stop says that a sentence or clause ends behind the word, and first that one
	// begins with it.
	stop, first bool
	// digit says that a number follows.
	digit bool
}

// tokens returns the words of a text. A hyphen joins two of them, as an apostrophe
// does; a point behind one letter belongs to it.
func tokens(text string) []token {
	var all []token
	first := true
	for i := 0; i < len(text); {
		r, width := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !(r == '\'' && i+1 < len(text) && strings.IndexByte("ts", text[i+1]) >= 0 && (i == 0 || text[i-1] == ' ')) {
			if n := len(all); n > 0 {
				switch {
				case r == '.' && all[n-1].initial && all[n-1].end == i, r == '.' && titles.has(all[n-1].lower) && all[n-1].end == i:
				case strings.ContainsRune(".!?;:()\n\r•|[]\"", r):
					all[n-1].stop, first = true, true
				case r == ',' || r == '/' || r == '&' || r == '+':
					all[n-1].stop = true
				case unicode.IsDigit(r) && strings.TrimSpace(text[all[n-1].end:i]) == "":
					all[n-1].digit = true
				}
			}
			i += width
			continue
		}
		end := wordEnd(text, i+width)
		all = append(all, tokenOf(text, i, end, first))
		first = false
		i = end
	}
	return all
}

// wordEnd returns where the word ends that has a letter before the place.
func wordEnd(text string, at int) int {
	for at < len(text) {
		r, width := utf8.DecodeRuneInString(text[at:])
		next, _ := utf8.DecodeRuneInString(text[at+width:])
		joins := (r == '-' || r == '\'' || r == '’') && unicode.IsLetter(next) || unicode.Is(unicode.Mn, r)
		if !unicode.IsLetter(r) && !joins {
			break
		}
		at += width
	}
	return at
}

func tokenOf(text string, start, end int, first bool) token {
	word := text[start:end]
	r, width := utf8.DecodeRuneInString(word)
	t := token{start: start, end: end, lower: plainWord(word), first: first, capital: unicode.IsUpper(r)}
	t.initial = t.capital && (width == len(word) || word == "Th" || word == "Chr") && end < len(text) && text[end] == '.'
	t.all = t.capital && len(word) > 1 && strings.ToUpper(word) == word
	return t
}

// plainWord returns a word in lower case and without accents.
func plainWord(word string) string {
	ascii := true
	for i := range len(word) {
		ascii = ascii && word[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(word)
	}
	decomposed := norm.NFD.String(strings.ToLower(strings.NewReplacer("ı", "i", "İ", "i", "ø", "o", "ł", "l", "’", "'").Replace(word)))
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, decomposed)
}

// names returns the names of persons in a text, outside what was found already.
func names(text string, found []Span) []Span {
	all := tokens(text)
	r := reader{text: text, all: all}
	var spans []Span
	for i := 0; i < len(all); {
		if !free(found, all[i].start, all[i].end) {
			i++
			continue
		}
		from, to := r.at(i)
		if to <= from {
			i++
			continue
		}
		start, end := all[from].start, all[to-1].end
		if all[to-1].initial {
			end++ // its point
		}
		if free(found, start, end) {
			spans = append(spans, Span{start, end, Name})
		}
		i = to
	}
	return spans
}

// reader looks for names among words.
type reader struct {
	text string
	all  []token
}

// at returns the words of the name that begins at word i or, where that introduces a
// name, behind it; from is to where there is none.
func (r *reader) at(i int) (from, to int) {
	t := &r.all[i]
	switch {
	case titles.has(t.lower) && !t.stop && i+1 < len(r.all) && !(t.all && t.lower == "ms"):
		return r.titled(i)
	case r.introduces(i):
		if to := r.introduced(i + 1); to > i+1 {
			return i + 1, to
		}
	}
	switch {
	case t.initial:
		if to := r.surname(r.initials(i), true); to > r.initials(i) {
			return i, to
		}
		return i, i
	case r.isFirst(t):
		return i, r.full(i)
	case t.capital && i+1 < len(r.all) && r.turned(i) > i:
		return i, r.turned(i)
	}
	return i, r.bare(i)
}

// isFirst reports whether a word is a first name, or two with a hyphen.
func (r *reader) isFirst(t *token) bool {
	if firstNames.has(t.lower) || doubtful.has(t.lower) && t.capital {
		return true
	}
	head, tail, found := strings.Cut(t.lower, "-")
	return found && firstNames.has(head) && (firstNames.has(tail) || t.capital)
}

// full returns where the name ends that begins with a first name at word i; i when
// it is none: an everyday word, or a small letter without a surname behind it.
func (r *reader) full(i int) int {
	t := &r.all[i]
	next := i + 1
	for next < len(r.all) && !r.all[next-1].stop && r.isFirst(&r.all[next]) && r.all[next].capital {
		next++
	}
	if !r.all[next-1].stop {
		if with := r.initials(next); with > next {
			next = with
		}
		if end := r.surname(next, t.capital); end > next && (t.capital && !doubtful.has(t.lower) || r.known(next, end) || t.capital && r.all[end-1].capital && !t.first) {
			return end
		}
	}
	switch {
	case !t.capital && len(t.lower) > 3 && !doubtful.has(t.lower) && next == i+1 && !t.digit:
		return next
	case !t.capital, doubtful.has(t.lower) && next == i+1 && (t.first || common.has(t.lower)), t.digit, t.all:
		return i
	}
	return next
}

// initials returns the first word from i that is none.
func (r *reader) initials(i int) int {
	for i < len(r.all) && r.all[i].initial {
		i++
	}
	return i
}

// surname returns where the surname ends that begins at word i with its particles; i
// when there is none. With capitals, any word with a capital is one; else a word of
// the list.
func (r *reader) surname(i int, capitals bool) int {
	last := i
	for last < len(r.all) && particles.has(r.all[last].lower) && !r.all[last].stop {
		last++
	}
	if last == len(r.all) || last > i+3 {
		return i
	}
	t := &r.all[last]
	switch {
	case r.isSurname(t), capitals && t.capital && !t.all && !common.has(t.lower) && !stops.has(t.lower) && len(t.lower) > 1:
		return r.joined(last + 1)
	}
	return i
}

// joined returns where a double surname ends of which word i is the second part, as
// in Hendriks-de Wit and Hendriks - de Wit; i when it is none.
func (r *reader) joined(i int) int {
	if i == len(r.all) || r.all[i-1].stop {
		return i
	}
	word := r.all[i-1].lower
	_, tail, _ := strings.Cut(word, "-")
	if particles.has(tail) || strings.Contains(r.text[r.all[i-1].end:r.all[i].start], "-") {
		return r.surname(i, true)
	}
	return i
}

// isSurname reports whether a word is a surname of the list, or one with a hyphen.
func (r *reader) isSurname(t *token) bool {
	head, _, found := strings.Cut(t.lower, "-")
	return surnames.has(t.lower) || found && surnames.has(head)
}

// known reports whether the surname in the words is one of the list.
func (r *reader) known(from, to int) bool {
	for i := from; i < to; i++ {
		if r.isSurname(&r.all[i]) {
			return true
		}
	}
	return false
}

// titled returns the name behind a title at word i: with a capital, of the list, or
// any word behind a title that is nothing without a name.
func (r *reader) titled(i int) (from, to int) {
	t := &r.all[i]
	from = i + 1
	for from < len(r.all) && (titles.has(r.all[from].lower) && !r.all[from].capital || titles.has(r.all[from].lower) && bound.has(r.all[from].lower)) && !r.all[from].stop {
		from++
	}
	if from == len(r.all) {
		return i, i
	}
	next := r.initials(from)
	for next < len(r.all) && r.isFirst(&r.all[next]) && !doubtful.has(r.all[next].lower) && !r.all[next].stop {
		next++
	}
	if next < len(r.all) {
		if end := r.surname(next, true); end > next {
			return from, end
		}
		if w := &r.all[next]; bound.has(t.lower) && !stops.has(w.lower) && len(w.lower) > 2 && next == from {
			return from, from + 1
		}
	}
	if next > from {
		return from, next
	}
	return i, i
}

// introduces reports whether the words up to i introduce a name.
func (r *reader) introduces(i int) bool {
	if i+1 >= len(r.all) || r.all[i].stop && slices.Contains([]string{"i'm", "am", "ben"}, r.all[i].lower) {
		return false
	}
	for _, phrase := range introducing()[r.all[i].lower] {
		at := i + 1 - len(phrase)
		same := at >= 0
		for n := 0; same && n < len(phrase); n++ {
			same = r.all[at+n].lower == phrase[n]
		}
		if same {
			return true
		}
	}
	return false
}

// introduced returns where the name ends that is introduced before word i; i when
// what follows is no name.
func (r *reader) introduced(i int) int {
	t := &r.all[i]
	switch {
	case r.isFirst(t), firstNames.has(t.lower):
		if end := r.full(i); end > i {
			return end
		}
		if firstNames.has(t.lower) && !doubtful.has(t.lower) {
			return i + 1
		}
	case t.initial:
		return r.surname(r.initials(i), true)
	case t.capital && !t.all && !common.has(t.lower) && !stops.has(t.lower) && !loose.has(r.all[i-1].lower):
		if end := r.surname(i+1, true); end > i+1 && !t.stop {
			return end
		}
		return i + 1
	}
	return i
}

// turned returns where a name ends that has its initials last, as in "Jansen, P.".
func (r *reader) turned(i int) int {
	end := r.surname(i, true)
	if end == i || end == len(r.all) || !r.all[end].initial || strings.TrimSpace(r.text[r.all[end-1].end:r.all[end].start]) != "," {
		return i
	}
	return r.initials(end)
}

// bare returns where a surname without a first name ends that begins at word i: a
// particle and a name of the list with a capital, a name of the list that is no
// everyday word, or any of the list with a word with a capital before it. I when
// there is none.
func (r *reader) bare(i int) int {
	t := &r.all[i]
	if particles.has(t.lower) && len(t.lower) > 1 {
		end := r.surname(i, false)
		if end <= i+1 {
			return i
		}
		last := &r.all[end-1]
		if last.capital && !common.has(last.lower) && t.lower != "den" {
			return end
		}
		return i
	}
	if head, _, _ := strings.Cut(t.lower, "-"); !t.all && surnames.has(head) && !plain.has(head) && (t.capital || len(head) > 4) {
		return r.joined(i + 1)
	}
	if t.capital && !t.first && !t.all && !t.stop && !common.has(t.lower) && !stops.has(t.lower) && i+1 < len(r.all) {
		if next := &r.all[i+1]; next.capital && surnames.has(next.lower) && !plain.has(next.lower) {
			return i + 2
		}
	}
	return i
}

// wholeName reports whether a cell is one name and nothing else, with its title.
func wholeName(text string) bool {
	if strings.Contains(text, " ") && look(text)&naming == 0 {
		return false
	}
	return readName(text)
}

// readName is wholeName of a cell that may be a name.
func readName(text string) bool {
	all := tokens(text)
	if len(all) == 0 || len(all) > 7 {
		return false
	}
	spans := names(text, nil)
	if len(spans) == 0 {
		return len(all) == 1 && (firstNames.has(all[0].lower) || doubtful.has(all[0].lower)) && strings.TrimSpace(text) == text[all[0].start:all[0].end]
	}
	for _, t := range all {
		if free(spans, t.start, t.end) && !titles.has(t.lower) && !firstNames.has(t.lower) && t.lower != "de" {
			return false
		}
	}
	return !strings.ContainsAny(text, "0123456789?!@/")
}
