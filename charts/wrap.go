package charts

import (
	"math"
	"strings"
)

// softHyphen marks a place where a word may be broken.
const softHyphen = '\u00ad'

// wrap breaks text at spaces into the fewest lines that are at most width wide,
// and evens the lines out: of all ways to use that many lines it takes the one
// with the narrowest widest line. A word that is wider than the line is broken
// at soft hyphens, after hyphens and slashes, and as a last resort between
// letters. It always returns at least one line.
func wrap(text string, width float64, measure func(string) float64) []string {
	words := pieces(text, width, measure)
	lines := fill(words, width)
	if len(lines) < 2 {
		return lines
	}
	low, high := 0.0, width
	for _, w := range words {
		low = max(low, w.width)
	}
	for high-low > 0.5 {
		if mid := (low + high) / 2; len(fill(words, mid)) == len(lines) {
			high = mid
		} else {
			low = mid
		}
	}
	return fill(words, high)
}

// widest returns the width of the widest line.
func widest(lines []string, measure func(string) float64) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, measure(l))
	}
	return w
}

// piece is a word or part of one with its width; a part that goes on within the
// word has no space before it.
type piece struct {
	text         string
	space, width float64
}

// pieces splits text at spaces, and words that are too wide further.
func pieces(text string, width float64, measure func(string) float64) []piece {
	var all []piece
	space := measure(" ")
	for _, word := range glued(strings.Fields(text)) {
		plain := strings.ReplaceAll(word, string(softHyphen), "")
		if w := measure(plain); w <= width {
			all = append(all, piece{plain, space, w})
			continue
		}
		before := space
		for _, part := range split(word, width, measure) {
			all = append(all, piece{part, before, measure(part)})
			before = 0
		}
	}
	return all
}

// glued joins what stands at both sides of an equals or a less-than sign to it,
// so that "n = 58" stays on one line.
func glued(words []string) []string {
	var all []string
	for i := 0; i < len(words); i++ {
		if sign := words[i]; (sign == "=" || sign == "<") && len(all) > 0 && i+1 < len(words) {
			i++
			all[len(all)-1] += " " + sign + " " + words[i]
			continue
		}
		all = append(all, words[i])
	}
	return all
}

// split breaks one word into parts of at most width.
func split(word string, width float64, measure func(string) float64) []string {
	var parts []string
	rest := []rune(word)
	for len(rest) > 0 {
		cut, hyphen := breakPoint(rest, width, measure)
		part := strings.ReplaceAll(string(rest[:cut]), string(softHyphen), "")
		rest = rest[cut:]
		if hyphen && len(rest) > 0 {
			part += "-"
		}
		parts = append(parts, part)
	}
	return parts
}

// breakPoint returns how many runes of the word go on this line, and whether a
// hyphen must show that it goes on.
func breakPoint(word []rune, width float64, measure func(string) float64) (cut int, hyphen bool) {
	best, bestHyphen, letters := 0, false, 1
	for i := 1; i <= len(word); i++ {
		head := strings.ReplaceAll(string(word[:i]), string(softHyphen), "")
		if measure(head) > width {
			break
		}
		if i == len(word) {
			return i, false
		}
		if measure(head+"-") <= width {
			letters = i
		}
		switch word[i-1] {
		case softHyphen:
			if measure(head+"-") <= width {
				best, bestHyphen = i, true
			}
		case '-', '/', '–':
			best, bestHyphen = i, false
		}
	}
	if best > 0 {
		return best, bestHyphen
	}
	return letters, true
}

// fill puts as many pieces on every line as fit. A part of a broken word begins
// a line.
func fill(words []piece, width float64) []string {
	if len(words) == 0 {
		return []string{""}
	}
	lines, used := []string{words[0].text}, words[0].width
	for _, w := range words[1:] {
		if w.space > 0 && used+w.space+w.width <= width {
			lines[len(lines)-1] += " " + w.text
			used += w.space + w.width
			continue
		}
		lines, used = append(lines, w.text), w.width
	}
	return lines
}

// fit is text broken into lines at a type size.
type fit struct {
	lines []string
	size  float64
	bold  bool
}

// shrink returns the text over the width at the largest size,
// from most down to least in steps of half a point, at which it takes no more
// than the number of lines. It
// reports false when even the smallest does not do.
func (p *frame) shrink(text string, width, most, least float64, lines int, isBold bool) (fit, bool) {
	for size := most; size >= least; size -= 0.5 {
		wrapped := wrap(text, width, p.fonts.measure(size, isBold))
		if len(wrapped) <= lines {
			return fit{wrapped, size, isBold}, true
		}
	}
	return fit{}, false
}

func (f fonts) measure(size float64, isBold bool) func(string) float64 {
	return func(s string) float64 { return f.width(s, size, isBold) }
}

// snap moves a length to the nearest edge of a pixel of the smallest picture,
// half a point, so that edges are sharp at every scale.
func snap(x float64) float64 { return math.Round(2*x) / 2 }
