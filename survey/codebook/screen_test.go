package codebook

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// textOf draws a text of words, parts of words and marks, of which some are
// phrases that are looked for.
func textOf(r *rapid.T, phrases []string) string {
	var b strings.Builder
	for range rapid.IntRange(0, 12).Draw(r, "pieces") {
		switch rapid.IntRange(0, 4).Draw(r, "piece") {
		case 0:
			b.WriteString(rapid.SampledFrom(phrases).Draw(r, "phrase"))
		case 1:
			b.WriteString(rapid.StringMatching(`[A-Za-z0-9]{0,7}`).Draw(r, "word"))
		case 2:
			b.WriteString(rapid.SampledFrom([]string{" ", "  ", "-", ", ", ".", "'", "`", "’", "\n", "é", "ë", "1", "\u00ad", "\x11"}).Draw(r, "mark"))
		case 3:
			phrase := rapid.SampledFrom(phrases).Draw(r, "part")
			b.WriteString(phrase[:rapid.IntRange(0, len(phrase)).Draw(r, "length")])
		default:
			b.WriteString(strings.ToUpper(rapid.SampledFrom(phrases).Draw(r, "capitals")) + " ")
		}
	}
	return b.String()
}

// TestScreenNeverMisses holds that a text in which a phrase occurs is looked at.
func TestScreenNeverMisses(t *testing.T) {
	for _, phrases := range [][]string{notKnowingWords(), {"wei*", "a*", "b c", "do*", "n", "x y*", "1 keer"}} {
		s := screenOf(phrases...)
		for _, phrase := range phrases {
			if plain := strings.TrimSuffix(phrase, "*"); has(wordsOf(plain), phrase) && !s.may(plain, 60) {
				t.Errorf("%q is missed", phrase)
			}
		}
		rapid.Check(t, func(r *rapid.T) {
			text := textOf(r, phrases)
			if w := wordsOf(text); len(w) <= 60 && has(w, phrases...) && !s.may(text, 60) {
				r.Fatalf("a phrase in %q is missed", text)
			}
		})
	}
}

// TestScreenedAnswers holds that the answers to what a text says are the same as
// when every text is taken apart.
func TestScreenedAnswers(t *testing.T) {
	words := append(notKnowingWords(), "ja", "nee", "yes, but", "no.", "geen", "niks", "nvt", "gemeente", "1.000", "x", "other", "overig", "a.b@c.nl")
	rapid.Check(t, func(r *rapid.T) {
		text := textOf(r, words)
		w := wordsOf(text)
		if got, want := dontKnow(text), saysDontKnow(w); got != want {
			r.Fatalf("don't know in %q: %v", text, got)
		}
		if got, want := fewFields(text, 5), len(strings.Fields(text)) <= 5; got != want {
			r.Fatalf("few words in %q: %v", text, got)
		}
		if got, want := saysNothing(text), saysDontKnow(w) || emptyWords(strings.TrimSpace(w)); got != want {
			r.Fatalf("nothing said in %q: %v", text, got)
		}
		if k, n := keyOf(text); k != key(text) || n != utf8.RuneCountInString(text) {
			r.Fatalf("key of %q: %q, %d", text, k, n)
		}
		answer, more := takenApart(text)
		if gotAnswer, gotMore := yesOrNo(text); gotAnswer != answer || gotMore != more {
			r.Fatalf("yes or no in %q: %c %v", text, gotAnswer, gotMore)
		}
		if got, want := wordsOf(text), slowWords(text); got != want {
			r.Fatalf("words of %q: %q, want %q", text, got, want)
		}
	})
}

// TestScreenedBodies holds that a type of organisation is found as it is when every
// text is taken apart.
func TestScreenedBodies(t *testing.T) {
	var words []string
	all := bodies()
	for _, b := range all {
		for _, word := range b.words {
			words = append(words, strings.TrimSuffix(word, "*"))
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		text, want := textOf(r, words), ""
		w := wordsOf(text)
		for _, b := range all {
			if has(w, b.words...) && want == "" {
				want = b.means
			}
		}
		for _, word := range all[len(all)-1].words {
			if strings.HasPrefix(w, " "+strings.TrimSuffix(word, "*")) {
				want = "other"
			}
		}
		if got, ok := bodyOf(text); got.means != want || ok != (want != "") {
			r.Fatalf("%q is %q, want %q", text, got.means, want)
		}
	})
}

// slowWords is wordsOf without a way of its own for plain texts.
func slowWords(s string) string {
	var b strings.Builder
	b.WriteByte(' ')
	blank := true
	for _, r := range key(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
			blank = false
		case r != '\'' && !blank:
			b.WriteByte(' ')
			blank = true
		}
	}
	if !blank {
		b.WriteByte(' ')
	}
	return b.String()
}
