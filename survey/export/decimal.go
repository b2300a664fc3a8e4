package export

import (
	"fmt"
	"iter"
)

// decimalMark records with which mark the numbers of a text file are written, of
// which the different texts are given, if any have one. Three digits behind the mark prove nothing, as those may be
// thousands.
func (f *reader) decimalMark(distinct iter.Seq[string]) {
	var commas, points int
	for text := range distinct {
		switch markIn(text) {
		case ',':
			commas++
		case '.':
			points++
		}
	}
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
