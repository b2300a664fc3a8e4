package export

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// cellKind is the type of a cell, its attribute t.
type cellKind uint8

const (
	numeric cellKind = iota
	sharedText
	inlineText
	formulaText
	boolean
	isoDate
	errorValue
	unknownKind
)

func kindOf(t []byte) cellKind {
	switch string(t) {
	case "s":
		return sharedText
	case "n":
		return numeric
	case "inlineStr":
		return inlineText
	case "str":
		return formulaText
	case "b":
		return boolean
	case "d":
		return isoDate
	case "e":
		return errorValue
	}
	return unknownKind
}

const (
	maxRemember = 1 << 16 // spellings whose code is remembered
	maxSpelling = 256     // bytes of a text that is remembered as it is spelled
)

// cellValues turns what cells hold into codes of a grid. Most cells of a survey
// repeat what others hold: for those it takes no more than one look in a table.
type cellValues struct {
	g         *grid
	styles    *styles
	strings   []string   // the shared strings, clean
	codes     []uint32   // their codes in the grid, 0 when not yet known
	general   wordTable  // of numbers that no format changes, as they are spelled
	ofGeneral []uint32   // the codes of these in the grid
	ofDigit   [10]uint32 // those of one digit, which many answers are; 0 when not yet known
	crowded   bool       // too many numbers, chosen for it, have the same place
	numbers   map[spelling]uint32
	texts     map[string]uint32 // of texts that need cleaning
}

// spelling is a number as the file has it, and what its style shows.
type spelling struct {
	text   string
	format dateFormat
}

func newCellValues(g *grid, shared []string, st *styles) *cellValues {
	return &cellValues{
		g: g, styles: st, strings: shared, codes: make([]uint32, len(shared)),
		general: newWordTable(), ofGeneral: []uint32{0}, numbers: map[spelling]uint32{}, texts: map[string]uint32{},
	}
}

// text returns the code of a text that is not clean yet.
func (v *cellValues) text(b []byte) uint32 {
	if isClean(b) && !bytes.Contains(b, []byte("_x")) {
		return v.g.internBytes(b, false)
	}
	if code, ok := v.texts[string(b)]; ok {
		return code
	}
	code := v.g.intern(Cell{Text: clean(unescape(string(b)))})
	if len(b) <= maxSpelling {
		if len(v.texts) == maxRemember {
			clear(v.texts)
		}
		v.texts[string(b)] = code
	}
	return code
}

// typed returns the code of a value that is stored as what it is, or in the
// table of shared strings. No error quotes the value: it may be an answer.
func (v *cellValues) typed(c *cellHead, value []byte) (uint32, error) {
	switch c.kind {
	case sharedText:
		return v.shared(value)
	case isoDate:
		return v.canonical(clean(string(value))), nil
	case boolean:
		switch string(value) {
		case "1", "true":
			return v.g.intern(Cell{Text: "TRUE", Typed: true}), nil
		case "0", "false":
			return v.g.intern(Cell{Text: "FALSE", Typed: true}), nil
		}
		return 0, errors.New("the value is no boolean")
	}
	return v.number(value, c)
}

// shared returns the code of a shared string.
func (v *cellValues) shared(value []byte) (uint32, error) {
	i, ok := digits(value)
	if !ok || i >= len(v.strings) {
		if _, err := strconv.Atoi(string(value)); err != nil {
			return 0, errors.New("the place of a shared string is no number")
		}
		return 0, fmt.Errorf("shared string %s of %d does not exist", value, len(v.strings))
	}
	if v.codes[i] == 0 && v.strings[i] != "" {
		v.codes[i] = v.g.keep(Cell{Text: v.strings[i]})
	}
	return v.codes[i], nil
}

// number returns the code of a number in a style.
func (v *cellValues) number(value []byte, c *cellHead) (uint32, error) {
	format, ok := v.styles.format(c.style)
	if !ok {
		return 0, fmt.Errorf("style %d does not exist", c.style)
	}
	if format != (dateFormat{}) || v.crowded {
		return v.formatted(value, format)
	}
	if len(value) == 1 && value[0] >= '0' && value[0] <= '9' {
		return v.digit(value), nil
	}
	key := c.key
	if key == 0 {
		key = keyOf(value)
	}
	if n, ok := v.general.find(key, value); ok {
		return v.ofGeneral[n], nil
	}
	if isCanonical(value) {
		return v.add(key, value, v.g.enter(Cell{Text: string(value), Typed: true})), nil
	}
	code, err := v.newNumber(value, format)
	if err != nil {
		return 0, err
	}
	return v.add(key, value, code), nil
}

// add remembers the code of a number that no format changes, and returns it.
func (v *cellValues) add(key uint64, value []byte, code uint32) uint32 {
	if v.crowded {
		return code
	}
	if _, ok := v.general.add(key, value); ok {
		v.ofGeneral = append(v.ofGeneral, code)
	} else {
		v.crowd()
	}
	return code
}

// crowd has numbers found in the index, as all other cells are.
func (v *cellValues) crowd() {
	v.crowded, v.general, v.ofGeneral = true, wordTable{}, nil
	v.g.enlist()
}

// digit returns the code of a number of one digit.
func (v *cellValues) digit(value []byte) uint32 {
	code := &v.ofDigit[value[0]-'0']
	if *code == 0 {
		*code = v.canonical(string(value))
	}
	return *code
}

// canonical returns the code of a text that is stored as what it is. Of a number as
// canonical spells it, the table of those that no format changes alone knows.
func (v *cellValues) canonical(text string) uint32 {
	if v.crowded || text == "" || !isCanonical([]byte(text)) {
		return v.g.intern(Cell{Text: text, Typed: true})
	}
	value := []byte(text)
	key := keyOf(value)
	if n, ok := v.general.find(key, value); ok {
		return v.ofGeneral[n]
	}
	return v.add(key, value, v.g.enter(Cell{Text: text, Typed: true}))
}

// formatted returns the code of a number in a format.
func (v *cellValues) formatted(value []byte, format dateFormat) (uint32, error) {
	if code, ok := v.numbers[spelling{string(value), format}]; ok {
		return code, nil
	}
	code, err := v.newNumber(value, format)
	if err != nil {
		return 0, err
	}
	if len(v.numbers) == maxRemember {
		clear(v.numbers)
	}
	v.numbers[spelling{string(value), format}] = code
	return code, nil
}

// newNumber returns the code of a number that is spelled as none was yet.
func (v *cellValues) newNumber(value []byte, format dateFormat) (uint32, error) {
	text, err := v.styles.number(string(value), format)
	if err != nil {
		return 0, err
	}
	return v.canonical(text), nil
}
