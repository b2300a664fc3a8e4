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
	for i := range len(word) {
		h = step(h, word[i])
	}
	a, b := places(h)
	t[a] |= is
	t[b] |= is
}

// step and places make two places out of the letters of a word.
func step(h uint64, c byte) uint64 { return bits.RotateLeft64(h, 5) ^ uint64(c) }

func places(h uint64) (a, b uint64) {
	h *= 0x9e3779b97f4a7c15
	return h >> 50, h >> 36 & (1<<14 - 1)
}

// mayName reports whether there can be the name of a person in a text. It is never
// false where names finds one: that takes a word of the lists, initials, or a word
// with a capital behind one that introduces it.
func mayName(text string) bool {
	t := listed()
	introduced := false
	for i := 0; i < len(text); {
		c := text[i]
		if c >= utf8.RuneSelf {
			return true // letters of which nothing is known here
		}
		if c|0x20 < 'a' || c|0x20 > 'z' {
			i++
			continue
		}
		start, capital := i, c < 'a'
		var h uint64
		for i < len(text) && text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z' {
			h = step(h, text[i]|0x20)
			i++
		}
		if capital && introduced || capital && i < len(text) && text[i] == '.' && (i-start == 1 || text[start:i] == "Th" || text[start:i] == "Chr") {
			return true
		}
		a, b := places(h)
		is := t[a] & t[b]
		if is&namely != 0 || is&everyday != 0 && capital {
			return true
		}
		introduced = is&introducer != 0
	}
	return false
}
