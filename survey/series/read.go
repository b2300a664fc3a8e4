package series

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"benchmark/survey"
)

// most is the largest base that is believed, and mostFaults how many errors are told.
const (
	most       = 100_000_000
	mostFaults = 10
)

// needed are the columns of every file.
func needed() []string { return []string{"moment", "base", "kind", "population", "method"} }

func optional() []string {
	return []string{"count", "share", "surely", "likely", "break", "why", "source", "subject"}
}

// Read reads series from a CSV file; the package documentation tells its form. It
// returns them in the order of their first rows, at least one. The error names every
// row that is wrong, with its line, up to ten of them.
func Read(name string, data []byte) ([]Series, error) {
	all, err := read(data)
	if err != nil {
		return nil, fmt.Errorf("reading the series %s: %w", name, err)
	}
	return all, nil
}

func read(data []byte) ([]Series, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return nil, errors.New("not a text in UTF-8: save it as \"CSV UTF-8\"")
	}
	f := &file{reader: csv.NewReader(bytes.NewReader(data))}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	f.decimal = bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(","))
	if f.decimal {
		f.reader.Comma = ';'
	}
	f.reader.FieldsPerRecord = -1
	if err := f.header(); err != nil {
		return nil, err
	}
	var all []Series
	var faults []error
	for len(faults) < mostFaults {
		line, err := f.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			all, err = f.add(all)
		}
		var parse *csv.ParseError
		switch {
		case errors.As(err, &parse): // which row begins where is lost
			return nil, errors.Join(append(faults, err)...)
		case err != nil:
			faults = append(faults, fmt.Errorf("line %d, %w", line, err))
		}
	}
	switch {
	case len(faults) > 0:
		return nil, errors.Join(faults...)
	case len(all) == 0:
		return nil, errors.New("there is no row under the first line")
	}
	return all, nil
}

// file is a CSV file that is read row by row.
type file struct {
	reader *csv.Reader
	names  []string
	fields []string
	// decimal allows a comma in a number.
	decimal bool
}

// header reads the names of the columns.
func (f *file) header() error {
	fields, err := f.reader.Read()
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("the file is empty: the first line must name the columns %s and count or share", strings.Join(needed(), ", "))
	}
	if err != nil {
		return err
	}
	known := slices.Concat(needed(), optional())
	for i, heading := range fields {
		name := strings.ToLower(strings.TrimSpace(heading))
		switch {
		case !slices.Contains(known, name):
			return fmt.Errorf("line 1, column %d: %q is not one of %s", i+1, heading, strings.Join(known, ", "))
		case slices.Contains(f.names, name):
			return fmt.Errorf("line 1, column %d: %s is there twice", i+1, name)
		}
		f.names = append(f.names, name)
	}
	for _, name := range needed() {
		if !slices.Contains(f.names, name) {
			return fmt.Errorf("line 1: no column %s: it must name the columns %s and count or share", name, strings.Join(needed(), ", "))
		}
	}
	switch {
	case !slices.Contains(f.names, "count") && !slices.Contains(f.names, "share"):
		return errors.New("line 1: no column count and no column share: one of them must be there")
	case slices.Contains(f.names, "surely") != slices.Contains(f.names, "likely"):
		return errors.New("line 1: the columns surely and likely go together")
	}
	return nil
}

// next reads the next row that is not blank and returns its line, or io.EOF.
func (f *file) next() (line int, err error) {
	for {
		if f.fields, err = f.reader.Read(); err != nil {
			return 0, err
		}
		if slices.ContainsFunc(f.fields, func(s string) bool { return strings.TrimSpace(s) != "" }) {
			break
		}
	}
	line, _ = f.reader.FieldPos(0)
	if len(f.fields) != len(f.names) {
		return line, fmt.Errorf("there are %d fields instead of %d: put quotes around a text with %q in it", len(f.fields), len(f.names), f.reader.Comma)
	}
	return line, nil
}

// text returns the trimmed field of a column, nothing without the column.
func (f *file) text(column string) string {
	if i := slices.Index(f.names, column); i >= 0 {
		return strings.Join(strings.Fields(f.fields[i]), " ")
	}
	return ""
}

// number returns the whole number of a column from 0 to a maximum.
func (f *file) number(column string, maximum int) (int, error) {
	text := f.text(column)
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > maximum || strings.Trim(text, "0123456789") != "" {
		return 0, fmt.Errorf("column %s: %q is no whole number from 0 to %d", column, text, maximum)
	}
	return n, nil
}

// add adds the present row to its series.
func (f *file) add(all []Series) ([]Series, error) {
	p, err := f.point()
	if err != nil {
		return all, err
	}
	subject := f.text("subject")
	at := slices.IndexFunc(all, func(s Series) bool { return strings.EqualFold(s.Subject, subject) })
	if at < 0 {
		all = append(all, Series{Subject: subject})
		at = len(all) - 1
	}
	s := &all[at]
	if n := len(s.Points); n == 0 {
		p.Break, p.Why = Comparable, ""
	} else {
		before := &s.Points[n-1]
		if p.Moment.At() <= before.Moment.At() {
			return all, fmt.Errorf("column moment: %s does not come after %s of the row before: put the rows in the order of time, one for each moment", p.Moment, before.Moment)
		}
		if p.Break, err = f.broken(before, &p); err != nil {
			return all, err
		}
	}
	s.Points = append(s.Points, p)
	return all, nil
}

// broken returns why the row can't be compared with the one before.
func (f *file) broken(before, p *Point) (Reason, error) {
	differs := Comparable
	switch {
	case !strings.EqualFold(before.Population, p.Population):
		differs = OtherPopulation
	case !strings.EqualFold(before.Method, p.Method):
		differs = OtherMethod
	}
	switch said := strings.ToLower(f.text("break")); said {
	case "":
		return differs, nil
	case "yes":
		if differs == Comparable {
			differs = Stated
		}
		return differs, nil
	case "no":
		return Comparable, nil
	default:
		return Comparable, fmt.Errorf("column break: %q is not yes, no or empty", said)
	}
}

// point reads the figure of the present row.
func (f *file) point() (p Point, err error) {
	if p.Moment, err = survey.ParseMoment(f.text("moment")); err != nil {
		return p, fmt.Errorf("column moment: %w", err)
	}
	if p.N, err = f.number("base", most); err != nil {
		return p, err
	}
	if p.N == 0 {
		return p, errors.New("column base: 0 were counted, so there is no share")
	}
	p.Kind, p.Population, p.Method = Kind(strings.ToLower(f.text("kind"))), f.text("population"), f.text("method")
	p.Source, p.Why = f.text("source"), f.text("why")
	switch {
	case !slices.Contains(Kinds(), p.Kind):
		return p, fmt.Errorf("column kind: %q is not sample, census or estimate", p.Kind)
	case p.Population == "":
		return p, errors.New("column population: say who were counted")
	case p.Method == "":
		return p, errors.New("column method: say how they were counted")
	}
	if err := f.counted(&p); err != nil {
		return p, err
	}
	return p, f.plans(&p)
}

// counted fills in how many use it, from the count, the share or both.
func (f *file) counted(p *Point) (err error) {
	count, share := f.text("count"), f.text("share")
	if count != "" {
		if p.Yes, err = f.number("count", p.N); err != nil {
			return err
		}
	}
	if share == "" {
		if count == "" {
			return errors.New("column count: neither a count nor a share is given")
		}
		return nil
	}
	part, step, err := f.part(share)
	if err != nil {
		return err
	}
	if count != "" {
		if math.Abs(part-p.Share()) > step/2+1e-12 {
			return fmt.Errorf("column share: %s is not what %d of %d rounds to", share, p.Yes, p.N)
		}
		return nil
	}
	p.Yes, p.Derived = int(math.Round(part*float64(p.N))), true
	return nil
}

// part reads a share: 0.48 or 48%, and returns the size of one in its last digit.
func (f *file) part(text string) (part, step float64, err error) {
	number, percent := strings.CutSuffix(text, "%")
	number = strings.TrimSpace(number)
	if f.decimal {
		number = strings.Replace(number, ",", ".", 1)
	}
	whole, decimals, _ := strings.Cut(number, ".")
	part, err = strconv.ParseFloat(number, 64)
	if percent {
		part /= 100
	}
	if err != nil || whole == "" || strings.Trim(whole+decimals, "0123456789") != "" || len(decimals) > 15 || !(part >= 0 && part <= 1) {
		return 0, 0, fmt.Errorf("column share: %q is no share: write 0.48 or 48%%", text)
	}
	step = math.Pow10(-len(decimals))
	if percent {
		step /= 100
	}
	return part, step, nil
}

// plans fills in the plans, which are given both or not at all.
func (f *file) plans(p *Point) (err error) {
	surely, likely := f.text("surely"), f.text("likely")
	switch {
	case surely == "" && likely == "":
		return nil
	case surely == "":
		return errors.New("column surely: it is empty, and likely is not: give both or neither")
	case likely == "":
		return errors.New("column likely: it is empty, and surely is not: give both or neither")
	}
	if p.Surely, err = f.number("surely", p.N-p.Yes); err != nil {
		return err
	}
	if p.Likely, err = f.number("likely", p.N-p.Yes-p.Surely); err != nil {
		return err
	}
	p.Planned = true
	return nil
}
