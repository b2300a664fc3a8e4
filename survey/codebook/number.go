package codebook

import (
	"strconv"
	"strings"
	"unicode"

	"benchmark/survey/export"
)

// notation is how the numbers of one column are written.
type notation struct {
	// decimal is ',' or '.', or 0 when no cell shows it.
	decimal byte
	// mixed is true when cells contradict each other; those in the rarer
	// notation are then no numbers.
	mixed bool
	// grouped is a cell of which a mark was taken for a thousands mark though
	// it could be a decimal mark, or "".
	grouped string
	// examples are cells in the chosen and in the other notation, when mixed.
	examples [2]string
}

// shape is what a text that may be a number looks like.
type shape struct {
	sign   string
	parts  []string // digits between the marks
	marks  []byte
	likely byte // mark that must be decimal, or 0
	group  byte // mark that must part thousands, or 0
	either byte // mark that can be both, or 0
}

// shapeOf takes a text apart; ok is false when it is no number in any notation.
func shapeOf(text string) (s shape, ok bool) {
	if len(text) > 40 || strings.IndexFunc(text, unicode.IsLetter) >= 0 {
		return s, false
	}
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(text, "€"), "%"))
	text = strings.Map(numberRune, text)
	if rest, minus := strings.CutPrefix(text, "-"); minus {
		s.sign, text = "-", rest
	}
	start := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
		case c == '.' || c == ',' || c == ' ' || c == '\'':
			s.parts = append(s.parts, text[start:i])
			s.marks = append(s.marks, c)
			start = i + 1
		default:
			return s, false
		}
	}
	s.parts = append(s.parts, text[start:])
	return s, s.settle()
}

// numberRune makes every blank a plain one and every minus a hyphen.
func numberRune(r rune) rune {
	switch r {
	case '\u00a0', '\u202f':
		return ' '
	case '−':
		return '-'
	}
	return r
}

// settle decides what the marks can be; false when they make no sense.
func (s *shape) settle() bool {
	last := len(s.marks) - 1
	if last < 0 {
		return s.parts[0] != "" && len(s.parts[0]) <= 15
	}
	if s.parts[last+1] == "" {
		return false
	}
	if last == 0 {
		mark := s.marks[0]
		three := len(s.parts[1]) == 3 && len(s.parts[0]) >= 1 && len(s.parts[0]) <= 3 && s.parts[0][0] != '0'
		switch {
		case mark == ' ' || mark == '\'':
			s.group = mark
			return three
		case three:
			s.either = mark
		default:
			s.likely = mark
		}
		return true
	}
	whole := last
	if s.marks[last] == s.marks[0] {
		whole = last + 1
	} else {
		s.likely = s.marks[last]
	}
	s.group = s.marks[0]
	return s.grouping(whole)
}

// grouping reports whether the first marks all part thousands.
func (s *shape) grouping(marks int) bool {
	if len(s.parts[0]) < 1 || len(s.parts[0]) > 3 {
		return false
	}
	for i := range marks {
		if s.marks[i] != s.marks[0] || len(s.parts[i+1]) != 3 {
			return false
		}
	}
	return true
}

// decimalMark is the decimal mark that the shape proves, or 0.
func (s *shape) decimalMark() byte {
	switch {
	case s.likely != 0 && s.likely != ' ' && s.likely != '\'':
		return s.likely
	case s.group == '.':
		return ','
	case s.group == ',':
		return '.'
	}
	return 0
}

// parse reads a cell as a number; ok is false when it is none in the column's
// notation. Nothing is guessed: "ca. 20", "2-3" and "0,5 fte" are no numbers.
func (n notation) parse(c export.Cell) (value float64, ok bool) {
	if c.Typed {
		v, err := strconv.ParseFloat(strings.TrimSuffix(c.Text, "%"), 64)
		return v, err == nil && v-v == 0
	}
	if p, ok := plainNumberOf(c.Text); ok {
		if p.decimal != 0 && p.decimal != n.decimal {
			return 0, false
		}
		return p.value(p.either != 0 && p.either != n.decimal), true
	}
	return n.parseShape(c.Text)
}

// parseShape is parse of a text, whatever its marks.
func (n notation) parseShape(text string) (value float64, ok bool) {
	s, ok := shapeOf(text)
	if !ok {
		return 0, false
	}
	if mark := s.decimalMark(); mark != 0 && mark != n.decimal {
		return 0, false
	}
	decimal := s.likely
	if s.either != 0 && s.either == n.decimal {
		decimal = s.either
	}
	whole, fraction := s.parts, ""
	if decimal != 0 {
		whole, fraction = s.parts[:len(s.parts)-1], s.parts[len(s.parts)-1]
	}
	v, err := strconv.ParseFloat(s.sign+"0"+strings.Join(whole, "")+"."+fraction+"0", 64)
	return v, err == nil
}
