package personal

import (
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"
)

// class says in which lists a word is without which there is no name in a text.
type class uint8

const (
	namely     class = 1 << iota // a title, a first name or a surname
	everyday                     // a first name that is an everyday word: with a capital only
	introducer                   // the end of a phrase that introduces a name
	spelled                      // part of an address that is written out, or of a number
)

// classes has the class of a word at the two places that its letters give; others
// that share both have it too, which is rare and costs time only.
type classes [1 << 14]class

// listed has the words of the lists, by their parts of letters alone. It is made when
// the first text is looked at.
var listed = sync.OnceValue(func() *classes {
	var t classes
	for _, part := range []struct {
		words map[string]bool
		is    class
	}{{titles.words(), namely}, {firstNames.words(), namely}, {surnames.words(), namely}, {doubtful.words(), everyday}} {
		for word := range part.words {
			t.add(word[:letters(word)], part.is)
		}
	}
	for word := range introducing() {
		t.add(word[len(word)-lastLetters(word):], introducer)
	}
	for _, word := range []string{"at", "apenstaart", "apenstaartje", "apestaart", "apestaartje", "nul"} {
		t.add(word, spelled)
	}
	return &t
})

// capitals is the number of bytes of a text that are a capital, or part of a letter
// that is not ASCII.
func capitals(text string) int {
	n := 0
	for i := range len(text) {
		if c := text[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// letters is the number of letters at the beginning of a word in lower case,
// lastLetters that at its end.
func letters(word string) int {
	return len(word) - len(strings.TrimLeft(word, "abcdefghijklmnopqrstuvwxyz"))
}

func lastLetters(word string) int {
	return len(word) - len(strings.TrimRight(word, "abcdefghijklmnopqrstuvwxyz"))
}

func (t *classes) add(word string, is class) {
	var h uint64
	for n := 8; n == 8; word = word[n:] {
		var some uint64
		some, n = lettersIn(eightAt(word, 0))
		h = step(h, some)
	}
	a, b := places(h)
	t[a] |= is
	t[b] |= is
}

// step and places make two places out of the letters of a word, eight at a time.
func step(h, letters uint64) uint64 { return bits.RotateLeft64(h, 5) ^ letters }

func places(h uint64) (a, b uint64) {
	h *= 0x9e3779b97f4a7c15
	return h >> 50, h >> 36 & (1<<14 - 1)
}

// lettersIn returns the letters that eight bytes begin with, in small letters, and how
// many there are.
func lettersIn(eight uint64) (letters uint64, n int) {
	const each = 0x0101010101010101
	small := eight | each*' '
	seven := small & (each * 0x7f)
	other := ^(seven + each*(0x80-'a')) | (seven + each*(0x80-'z'-1)) | small
	n = bits.TrailingZeros64(other&(each*0x80)) / 8
	return small & (1<<(8*n) - 1), n
}

// eightAt returns the eight bytes of a text from a place on, 0 for those behind its end.
func eightAt(text string, at int) (word uint64) {
	if at+8 <= len(text) {
		eight := text[at : at+8]
		return uint64(eight[0]) | uint64(eight[1])<<8 | uint64(eight[2])<<16 | uint64(eight[3])<<24 |
			uint64(eight[4])<<32 | uint64(eight[5])<<40 | uint64(eight[6])<<48 | uint64(eight[7])<<56
	}
	if missing := at + 8 - len(text); missing < 8 && len(text) >= 8 {
		return eightAt(text, at-missing) >> (8 * missing)
	}
	for i := len(text) - 1; i >= at; i-- {
		word = word<<8 | uint64(text[i])
	}
	return word
}

// sight is what there can be in a text.
type sight uint8

const (
	naming  sight = 1 << iota // the name of a person
	marking                   // what marked finds
)

// look tells what there can be in a text. What it does not tell is not there: a name
// takes a word of the lists, initials, or a word with a capital behind one that introduces
// it, and anything else a digit, a mark or a word of an address that is written out.
func look(text string) (may sight) {
	t := listed()
	introduced := false
	for at := 0; at < len(text); at++ {
		eight := eightAt(text, at)
		letters, n := lettersIn(eight)
		if n > 0 {
			start, h := at, step(0, letters)
			for at += n; n == 8; at += n {
				letters, n = lettersIn(eightAt(text, at))
				h = step(h, letters)
			}
			capital := byte(eight) < 'a'
			if capital && (introduced || initial(text, start, at)) {
				may |= naming
			}
			a, b := places(h)
			is := t[a] & t[b]
			if is&namely != 0 || is&everyday != 0 && capital {
				may |= naming
			}
			if is&spelled != 0 {
				may |= marking
			}
			if introduced = is&introducer != 0; at == len(text) {
				break
			}
		}
		if c := text[at]; c >= utf8.RuneSelf {
			may |= naming // letters of which nothing is known here
			if rest := text[at:]; strings.HasPrefix(rest, "ſ") || strings.HasPrefix(rest, "\u212a") {
				may |= marking // an s or a k to an expression that minds no capitals
			}
		} else if signOf[c] != 0 {
			may |= marking
		}
	}
	return may
}

// initial reports whether letters from one place of a text up to another, the first of
// them a capital, are an initial: those have a point behind them.
func initial(text string, start, end int) bool {
	return end < len(text) && text[end] == '.' && (end-start == 1 || text[start:end] == "Th" || text[start:end] == "Chr")
}
