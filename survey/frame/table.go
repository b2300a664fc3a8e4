package frame

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// table reads a CSV file in UTF-8 row by row, its columns by the names in its
// first line.
type table struct {
	reader  *csv.Reader
	columns map[string]int
	width   int
	// header is the first line, and others the places of the columns that no name
	// asked for.
	header []string
	others []int
}

// openTable reads the first line of a file: with or without byte order mark,
// its fields separated by commas or semicolons as that line shows. The needed
// columns must be there, the optional ones can be; the others are told by further.
func openTable(data []byte, needed, optional []string) (*table, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return nil, errors.New("not a text in UTF-8: save it as \"CSV UTF-8\"")
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = delimiter(data)
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("the file is empty: the first line must name the columns %s", listed(needed))
	}
	if err != nil {
		return nil, err
	}
	t := &table{reader: r, width: len(header), header: header}
	t.columns, err = columns(header, needed, optional)
	for i, heading := range header {
		if _, asked := t.columns[key(heading)]; !asked && key(heading) != "" {
			t.others = append(t.others, i)
		}
	}
	return t, err
}

// further returns the headings of the columns that no name asked for. Two of one
// name can't be told apart.
func (t *table) further() ([]string, error) {
	var names []string
	seen := make(map[string]int)
	for _, i := range t.others {
		name := strings.TrimSpace(t.header[i])
		if before, twice := seen[key(name)]; twice {
			return nil, fmt.Errorf("line 1: column %s stands there twice, as column %d and %d", name, before+1, i+1)
		}
		seen[key(name)] = i
		names = append(names, name)
	}
	return names, nil
}

// rest returns the trimmed cells of the columns of further.
func (t *table) rest(fields []string) []string {
	var cells []string
	for _, i := range t.others {
		cells = append(cells, strings.TrimSpace(fields[i]))
	}
	return cells
}

// delimiter returns the semicolon when the first line has more of those than
// commas.
func delimiter(data []byte) rune {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		return ';'
	}
	return ','
}

// listed joins names as in "code, name and type".
func listed(names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// columns returns the position of every column, -1 for those that the header
// lacks.
func columns(header, needed, optional []string) (map[string]int, error) {
	at := make(map[string]int)
	for _, name := range slices.Concat(needed, optional) {
		at[name] = -1
	}
	for i, heading := range header {
		name := key(heading)
		before, known := at[name]
		if !known {
			continue
		}
		if before >= 0 {
			return nil, fmt.Errorf("line 1: column %s stands there twice, as column %d and %d", name, before+1, i+1)
		}
		at[name] = i
	}
	for _, name := range needed {
		if at[name] < 0 {
			return nil, fmt.Errorf("line 1: no column %s: the first line must name the columns %s", name, listed(needed))
		}
	}
	return at, nil
}

// next returns the fields of the next row that is not blank and the line that
// it begins on, or io.EOF.
func (t *table) next() (fields []string, line int, err error) {
	for {
		fields, err := t.reader.Read()
		if err != nil {
			return nil, 0, err
		}
		if slices.IndexFunc(fields, func(s string) bool { return strings.TrimSpace(s) != "" }) < 0 {
			continue
		}
		line, _ := t.reader.FieldPos(0)
		if len(fields) != t.width {
			return nil, 0, fmt.Errorf("line %d: %d fields instead of %d: put quotes around a text with %q in it",
				line, len(fields), t.width, t.reader.Comma)
		}
		return fields, line, nil
	}
}

// text returns the trimmed field of a column, or nothing without the column.
func (t *table) text(fields []string, column string) string {
	if i := t.columns[column]; i >= 0 {
		return strings.TrimSpace(fields[i])
	}
	return ""
}

// fault returns an error about a column of the present row.
func (t *table) fault(column, what string) error {
	line, _ := t.reader.FieldPos(t.columns[column])
	return fmt.Errorf("line %d, column %s: %s", line, column, what)
}
