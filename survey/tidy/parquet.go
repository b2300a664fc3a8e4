package tidy

import (
	"fmt"

	"benchmark/survey/export"
	"benchmark/survey/export/parquet"
)

// Parquet returns the table as a Parquet file, not packed: wordings and pseudonyms as
// text with a dictionary, of which the wordings of a choice stand in the order of their
// codes; ticks as small integers; numbers as doubles; null where there is no value. The
// codebook of the columns is in the file as well, under the key "codebook", and the one
// of Book.
func (t *Table) Parquet() ([]byte, error) {
	book, err := t.Codebook()
	if err != nil {
		return nil, err
	}
	file := &parquet.Table{
		Rows: t.Rows, Columns: make([]parquet.Series, len(t.Columns)), CreatedBy: "benchmark",
		Meta: []parquet.KeyValue{{Key: export.VariablesKey, Value: string(book)}},
	}
	if t.survey != nil {
		own, err := t.Book()
		if err != nil {
			return nil, fmt.Errorf("writing Parquet: %w", err)
		}
		file.Meta = append(file.Meta, parquet.KeyValue{Key: export.CodebookKey, Value: string(own)})
	}
	for k := range t.Columns {
		file.Columns[k] = t.Columns[k].series()
	}
	made, err := parquet.Write(file)
	if err != nil {
		return nil, fmt.Errorf("writing Parquet: %w; write CSV", err)
	}
	return made, nil
}

// series says how the values of the column are stored.
func (c *Column) series() parquet.Series {
	s := parquet.Series{Name: c.Name, There: c.There}
	switch c.Kind {
	case Number:
		s.Numbers = append([]float64{}, c.Numbers...)
	case Tick:
		s.Small, s.Codes = []int8{0, 1}, make([]uint32, len(c.Numbers))
		for r, x := range c.Numbers {
			s.Codes[r] = uint32(x)
		}
	case Choice, Scale:
		s.Texts, s.Codes = c.Labels, make([]uint32, len(c.Numbers))
		for r, x := range c.Numbers {
			if c.has(r) {
				s.Codes[r] = uint32(x) - 1
			}
		}
	default:
		s.Texts, s.Codes = distinct(c)
	}
	return s
}

// distinct returns the different texts of a column, in order of appearance, and the
// place of each row's text among them.
func distinct(c *Column) (texts []string, codes []uint32) {
	codes = make([]uint32, len(c.Texts))
	at := map[string]uint32{}
	for r, text := range c.Texts {
		if !c.has(r) {
			continue
		}
		code, known := at[text]
		if !known {
			code = uint32(len(texts))
			texts, at[text] = append(texts, text), code
		}
		codes[r] = code
	}
	return texts, codes
}
