package frame

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// Register is a list of the organisations that exist or have existed, in file
// order.
type Register struct {
	// Name is the base name of the file.
	Name string
	// SHA256 is the hexadecimal digest of the file.
	SHA256 string
	// Bodies has at least one; codes are unique in any case.
	Bodies []Body
	// Further are the headings of the other columns, as written and in the order of
	// the file; Body.Further has their cells.
	Further []string

	codes map[string]int
	names *NameIndex
	// heirs are the positions of the successors of each body, and origins of those
	// that it came from: that ended when it began, not those that it took in later.
	heirs, origins [][]int
}

// Body is one organisation of a register.
type Body struct {
	// Line is where it stands in the file, from 1.
	Line int
	// Code is the official code and Name the official name, never empty.
	Code, Name string
	// Type is what kind of organisation it is, never empty, in the words of the
	// frame: the code of an option of the survey's question on types, or what
	// that option means.
	Type string
	// Province as written, or empty.
	Province string
	// Inhabitants of its area, or 0 when not known.
	Inhabitants int
	// From and To are the first and the last day of its existence; zero when not
	// known, and To when it still exists.
	From, To time.Time
	// Successors are the codes of the bodies that it became or became part of: one
	// for a merger or a new code, several for a split, none when it lives on or
	// nothing took it over.
	Successors []string
	// Further are the cells of the columns of Register.Further, trimmed.
	Further []string
}

// Valid reports whether the body exists on the day; on the zero time, whether
// it has not ended.
func (b *Body) Valid(at time.Time) bool {
	if at.IsZero() {
		return b.To.IsZero()
	}
	return !b.From.After(at) && (b.To.IsZero() || at.Before(b.To.AddDate(0, 0, 1)))
}

// ReadRegister reads a register from a CSV file in UTF-8 with the columns
//
//	code,name,type,province,inhabitants,valid_from,valid_to,successor
//
// of which code, name and type must be there; columns of other names are kept as
// they are, and such a name occurs once. Days are written as 2018-01-31 and
// valid_to is the last one. Successor is a code, or several with | or ; between
// them for a body that was split. It is as strict as Read: codes are unique, a
// successor is another body of the file, stands with a valid_to and leads to no
// circle. Name is for messages.
func ReadRegister(name string, data []byte) (*Register, error) {
	r := &Register{Name: name, SHA256: digest(data), codes: make(map[string]int), names: NewNameIndex()}
	if err := r.read(data); err != nil {
		return nil, fmt.Errorf("reading register %s: %w", name, err)
	}
	return r, nil
}

func (r *Register) read(data []byte) error {
	t, err := openTable(data, []string{"code", "name", "type"},
		[]string{"province", "inhabitants", "valid_from", "valid_to", "successor"})
	if err != nil {
		return err
	}
	if r.Further, err = t.further(); err != nil {
		return err
	}
	for {
		fields, line, err := t.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		b, err := r.body(t, fields, line)
		if err != nil {
			return err
		}
		r.codes[key(b.Code)] = len(r.Bodies)
		r.names.Add(ParseName(b.Name, b.Type))
		r.Bodies = append(r.Bodies, b)
	}
	if len(r.Bodies) == 0 {
		return errors.New("no rows under the header: the register has no organisations")
	}
	return r.link()
}

// body checks one row and returns it as a body.
func (r *Register) body(t *table, fields []string, line int) (Body, error) {
	b := Body{
		Line: line, Code: t.text(fields, "code"), Name: t.text(fields, "name"), Type: t.text(fields, "type"),
		Province: t.text(fields, "province"), Successors: codesOf(t.text(fields, "successor")), Further: t.rest(fields),
	}
	for _, needed := range []struct{ column, text string }{{"code", b.Code}, {"name", b.Name}, {"type", b.Type}} {
		if needed.text == "" {
			return b, t.fault(needed.column, "is empty: every organisation has a "+needed.column)
		}
	}
	if before, twice := r.codes[key(b.Code)]; twice {
		return b, t.fault("code", fmt.Sprintf("%s stands in line %d already: codes are unique", b.Code, r.Bodies[before].Line))
	}
	var err error
	if text := t.text(fields, "inhabitants"); text != "" {
		if b.Inhabitants, err = count(text, 0); err != nil {
			return b, t.fault("inhabitants", err.Error())
		}
	}
	for _, day := range []struct {
		column string
		at     *time.Time
	}{{"valid_from", &b.From}, {"valid_to", &b.To}} {
		text := t.text(fields, day.column)
		if text == "" {
			continue
		}
		if *day.at, err = time.Parse(time.DateOnly, text); err != nil {
			return b, t.fault(day.column, fmt.Sprintf("%q is no day: write it as 2018-01-31", text))
		}
	}
	switch {
	case !b.To.IsZero() && b.To.Before(b.From):
		return b, t.fault("valid_to", "lies before valid_from")
	case len(b.Successors) > 0 && b.To.IsZero():
		return b, t.fault("successor", "stands with an organisation that still exists: fill in valid_to")
	}
	return b, nil
}

// codesOf parts the codes of successors.
func codesOf(text string) []string {
	var codes []string
	for _, code := range strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == ';' }) {
		if code = strings.TrimSpace(code); code != "" {
			codes = append(codes, code)
		}
	}
	return codes
}

// link finds the successors of every body. It refuses those that are not in the
// register and chains of them that never end.
func (r *Register) link() error {
	r.heirs, r.origins = make([][]int, len(r.Bodies)), make([][]int, len(r.Bodies))
	for i := range r.Bodies {
		b := &r.Bodies[i]
		for _, code := range b.Successors {
			next, known := r.codes[key(code)]
			if !known {
				return fmt.Errorf("line %d, column successor: %s is no code of the register", b.Line, code)
			}
			if !slices.Contains(r.heirs[i], next) {
				r.heirs[i] = append(r.heirs[i], next)
				if began := r.Bodies[next].From; !b.To.After(began) {
					r.origins[next] = append(r.origins[next], i)
				}
			}
		}
	}
	done, open := make([]bool, len(r.Bodies)), make([]bool, len(r.Bodies))
	for i := range r.Bodies {
		if err := r.follow(i, open, done); err != nil {
			return err
		}
	}
	return nil
}

// follow walks all chains of successors from a body and refuses one that comes
// back to a body of its own.
func (r *Register) follow(i int, open, done []bool) error {
	if done[i] {
		return nil
	}
	open[i] = true
	for _, next := range r.heirs[i] {
		if open[next] {
			return fmt.Errorf("line %d, column successor: %s leads back to %s", r.Bodies[i].Line, r.Bodies[next].Code, r.Bodies[next].Code)
		}
		if err := r.follow(next, open, done); err != nil {
			return err
		}
	}
	open[i], done[i] = false, true
	return nil
}

// Find returns the position of the body with the code, in any case, or -1.
func (r *Register) Find(code string) int {
	if i, known := r.codes[key(strings.TrimSpace(code))]; known {
		return i
	}
	return -1
}
