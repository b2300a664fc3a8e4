package export

import (
	"fmt"
	"math"
	"math/bits"
)

// decimalMark records with which mark the numbers of a text file are written, of which
// there are so many different ones, if any have one. Three digits behind the mark prove
// nothing, as those may be thousands.
func (f *reader) decimalMark(commas, points int) {
	mark := "both"
	switch {
	case commas+points == 0:
		return
	case points == 0:
		mark = "comma"
	case commas == 0:
		mark = "point"
	}
	f.decide(DecisionDecimal, mark, fmt.Sprint(commas), fmt.Sprint(points))
}

// markIn returns the decimal mark of a number, or 0 when the text is no number
// or has none.
func markIn(s string) byte {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	mark, at := byte(0), -1
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
		case (c == ',' || c == '.') && mark == 0 && i > 0:
			mark, at = c, i
		default:
			return 0
		}
	}
	if behind := len(s) - at - 1; mark == 0 || behind == 0 || behind == 3 {
		return 0
	}
	return mark
}

// shortNumber is how long most numbers are at most, the mark included.
const shortNumber = 6

// decimals are texts that are numbers with a decimal mark.
type decimals struct {
	// short has, by the length of a text, the place of the mark in it and which that is, a
	// bit for each number that its digits are without the mark.
	short [shortNumber + 1][shortNumber][2][]uint64
	long  []string // others, each as often as it was added
}

// add adds a text if it is such a number.
func (d *decimals) add(text string) {
	mark := markIn(text)
	switch {
	case mark == 0:
		return
	case len(text) > shortNumber || text[0] < '0': // it has a sign
		d.long = append(d.long, text)
		return
	}
	n, at := 0, 0
	for i := range len(text) {
		if text[i] == mark {
			at = i
		} else {
			n = 10*n + int(text[i]-'0')
		}
	}
	set := &d.short[len(text)][at][mark>>1&1]
	if *set == nil {
		*set = make([]uint64, int(math.Pow10(len(text)-1))/64+1)
	}
	(*set)[n>>6] |= 1 << (n & 63)
}

// join adds all texts of others, which are of no use after that.
func (d *decimals) join(others *decimals) {
	for size := range others.short {
		for at := range others.short[size] {
			for mark, set := range others.short[size][at] {
				own := &d.short[size][at][mark]
				if *own == nil {
					*own = set
					continue
				}
				for k, word := range set {
					(*own)[k] |= word
				}
			}
		}
	}
	d.long = append(d.long, others.long...)
}

// count returns how many different texts there are with either mark.
func (d *decimals) count() (commas, points int) {
	var n [2]int
	for size := range d.short {
		for at := range d.short[size] {
			for mark, set := range d.short[size][at] {
				for _, word := range set {
					n[mark] += bits.OnesCount64(word)
				}
			}
		}
	}
	seen := newWordTable()
	for _, text := range d.long {
		raw := []byte(text)
		key := keyOf(raw)
		if _, known := seen.find(key, raw); !known {
			seen.add(key, raw)
			n[markIn(text)>>1&1]++
		}
	}
	return n[0], n[1]
}
