// Package frame reads how many organisations exist, of which type and size, and
// sets the respondents of a survey against them.
//
// A frame is a CSV file with one row per group:
//
//	type,size,population,uncertainty,date,source
//	municipality,under-20k,112,3,2018-01-01,"register, own count"
//	water-board,,21,0,2018-01-01,association of water boards
//
// Type and size are the code of an option of the survey's question on the type
// of organisation and on its size class, or what that option means in every
// survey. Size stays empty for a type that is not split; a type is either split
// over sizes or not. Population is a whole number above 0; uncertainty, by how
// many it may be off, is a whole number and 0 when empty. Date is the day for
// which the counts hold, the same in every row. Only type and population must be
// there; columns of other names are passed over.
package frame

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/cases"
)

// largest is the greatest population that is taken for a count of
// organisations.
const largest = 1_000_000_000

// Frame is a population: the groups that are known, in file order.
type Frame struct {
	// Name is the base name of the file.
	Name string
	// SHA256 is the hexadecimal digest of the file; empty for a frame that was made.
	SHA256 string
	// Rows are the groups; there is at least one.
	Rows []Row
	// Date is the day for which the counts hold ("2018-01-01"), or empty.
	Date string
}

// Row is one group of organisations.
type Row struct {
	// Line is where it stands in the file, from 1.
	Line int
	// Type and Size as written; Size is empty when the type is not split.
	Type, Size string
	// Population is the number of organisations that exist, > 0, and Uncertainty
	// by how many it may be off, >= 0.
	Population, Uncertainty int
	// Source is where the count comes from, or empty.
	Source string
}

// group returns the row's type and size as one name.
func (r *Row) group() string {
	if r.Size == "" {
		return r.Type
	}
	return r.Type + ", " + r.Size
}

// Read reads a frame from a CSV file in UTF-8, with or without byte order mark,
// its fields separated by commas or semicolons as its first line shows. It is
// strict: the first cell that does not fit is an error that says where it is
// and what should be there. Name is for messages.
func Read(name string, data []byte) (*Frame, error) {
	f := &Frame{Name: name, SHA256: digest(data)}
	if err := f.read(data); err != nil {
		return nil, fmt.Errorf("reading population frame %s: %w", name, err)
	}
	return f, nil
}

// digest is the hexadecimal digest of a file.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func (f *Frame) read(data []byte) error {
	t, err := openTable(data, []string{"type", "population"}, []string{"size", "uncertainty", "date", "source"})
	if err != nil {
		return err
	}
	p := parser{table: t, seen: make(map[[2]string]int), split: make(map[string]bool)}
	for {
		fields, line, err := t.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		row, err := p.row(fields, line)
		if err != nil {
			return err
		}
		f.Rows = append(f.Rows, row)
	}
	f.Date = p.date
	switch {
	case len(f.Rows) == 0:
		return errors.New("no rows under the header: nothing is known about the population")
	case len(f.Rows) > math.MaxInt16:
		return fmt.Errorf("%d rows: at most %d groups can be told apart", len(f.Rows), math.MaxInt16)
	}
	return nil
}

// parser turns records into rows.
type parser struct {
	*table
	seen  map[[2]string]int // line of each type and size
	split map[string]bool   // whether each type is split over sizes
	date  string
	dated int // line of the date
}

// row checks one record and returns it as a row.
func (p *parser) row(fields []string, line int) (Row, error) {
	r := Row{Line: line, Type: p.text(fields, "type"), Size: p.text(fields, "size"), Source: p.text(fields, "source")}
	var err error
	if r.Type == "" {
		return r, p.fault("type", "is empty: write the code of an organisation type")
	}
	if r.Population, err = count(p.text(fields, "population"), 1); err != nil {
		return r, p.fault("population", err.Error())
	}
	if text := p.text(fields, "uncertainty"); text != "" {
		if r.Uncertainty, err = count(text, 0); err != nil {
			return r, p.fault("uncertainty", err.Error())
		}
	}
	if r.Uncertainty > r.Population {
		return r, p.fault("uncertainty", fmt.Sprintf("%d is more than the population of %d", r.Uncertainty, r.Population))
	}
	if err := p.checkDate(p.text(fields, "date"), line); err != nil {
		return r, err
	}
	return r, p.checkGroup(&r)
}

// checkDate refuses what is no day, and a second day.
func (p *parser) checkDate(text string, line int) error {
	if text == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		return p.fault("date", fmt.Sprintf("%q is no day: write it as 2018-01-31", text))
	}
	if p.date != "" && p.date != text {
		return p.fault("date", fmt.Sprintf("%s, but line %d has %s: the counts must hold for one day", text, p.dated, p.date))
	}
	p.date, p.dated = text, line
	return nil
}

// checkGroup refuses a group that is there already, and a type that is split
// over sizes in one row and not in another.
func (p *parser) checkGroup(r *Row) error {
	name := [2]string{key(r.Type), key(r.Size)}
	if line, twice := p.seen[name]; twice {
		return p.fault("type", fmt.Sprintf("%s stands in line %d already", r.group(), line))
	}
	p.seen[name] = r.Line
	split, known := p.split[key(r.Type)]
	if known && split != (r.Size != "") {
		return p.fault("type", r.Type+" has rows with a size and a row without: either split it in every row or have one row")
	}
	p.split[key(r.Type)] = r.Size != ""
	return nil
}

// count reads a whole number from least to largest, written in digits only.
func count(text string, least int) (int, error) {
	n, err := strconv.Atoi(text)
	digits := !strings.ContainsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if err != nil || !digits || n < least || n > largest {
		return 0, fmt.Errorf("%q is no whole number from %d to %d: write digits only", text, least, largest)
	}
	return n, nil
}

// key returns the form in which names are compared: without regard to case and
// to blanks around them.
func key(name string) string { return cases.Fold().String(strings.TrimSpace(name)) }
