package codebook

import (
	"strings"
	"unicode/utf8"
)

// screen tells quickly of most texts that none of some phrases occurs in them, so
// that only the others are taken apart. It looks at how words begin, and at the
// first letter of the word behind.
type screen struct {
	// pairs has, by the first letter of a phrase, a bit per second one.
	pairs [32]uint32
	heads []head
}

// head is how a phrase begins: up to three letters, whether the word can go on
// behind fewer, and the first letter of the second word, 0 where there is none.
type head struct {
	letters [3]byte
	open    bool
	next    byte
}

// screenOf returns the screen for phrases as has takes them.
func screenOf(phrases ...string) *screen {
	s := &screen{}
	for _, phrase := range phrases {
		first, second, several := strings.Cut(phrase, " ")
		stem, open := strings.CutSuffix(first, "*")
		h := head{open: open}
		copy(h.letters[:], stem)
		if several {
			h.next = second[0]
		}
		s.heads = append(s.heads, h)
		second1 := uint32(1) << (h.letters[1] & 31)
		if open && len(stem) < 2 {
			second1 = ^uint32(0)
		}
		s.pairs[h.letters[0]&31] |= second1
	}
	return s
}

// may reports whether one of the phrases can occur in the words of a text, which are
// at most so many bytes long. It is never false where wordsOf has one in so many.
func (s *screen) may(text string, most int) bool {
	var word [3]byte
	k, length, next := 0, 1, uint32(0)
	for i := range len(text) {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c >= utf8.RuneSelf:
			return true // what it becomes is not known here
		case c == '\'' || c == '`':
			continue
		default:
			if k > 0 && k < 3 && s.begins(word, &next) {
				return true
			}
			word, k = [3]byte{}, 0
			continue
		}
		if k == 0 {
			if next>>(c&31)&1 == 1 {
				return true
			}
			next = 0
			length++ // the blank
		}
		if length++; length > most {
			return false
		}
		if k < 3 {
			word[k] = c
			if k == 2 && s.begins(word, &next) {
				return true
			}
		}
		k++
	}
	return k > 0 && k < 3 && s.begins(word, &next)
}

// begins reports whether a word begins as a phrase of one word does; where it begins
// as a longer one, the first letter of the second word is added to next.
func (s *screen) begins(word [3]byte, next *uint32) bool {
	if s.pairs[word[0]&31]>>(word[1]&31)&1 == 0 {
		return false
	}
	for i := range s.heads {
		h := &s.heads[i]
		fits := h.letters == word
		if h.open && !fits {
			fits = true
			for k, c := range h.letters {
				fits = fits && (c == 0 || c == word[k])
			}
		}
		switch {
		case fits && h.next == 0:
			return true
		case fits:
			*next |= 1 << (h.next & 31)
		}
	}
	return false
}

// fewFields reports whether a text has at most so many words between blanks.
func fewFields(text string, most int) bool {
	n, blank := 0, true
	for i := range len(text) {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			return len(strings.Fields(text)) <= most
		case c == ' ' || c >= '\t' && c <= '\r':
			blank = true
		case blank:
			if blank = false; n == most {
				return false
			}
			n++
		}
	}
	return true
}

// fewLetters reports whether a text has at most so many letters and digits, for
// what is not ASCII counted as if it had none.
func fewLetters(text string, most int) bool {
	n := 0
	for i := range len(text) {
		switch c := text[i] | 0x20; {
		case c >= 'a' && c <= 'z', text[i] >= '0' && text[i] <= '9':
			if n++; n > most {
				return false
			}
		}
	}
	return true
}
