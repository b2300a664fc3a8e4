package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// form numbers what the generator writes: a change of it makes new files.
const form = 1

// size is one of the files that everyone reads.
type size struct {
	name string
	rows int
	questionnaire
	// workbook tells whether there is an .xlsx beside the .csv.
	workbook bool
}

// sizes are the files: small, as a survey is; medium; and large.
func sizes() []size {
	wide := questionnaire{singles: 16, scales: 10, blocks: 3, numbers: 4, opens: 2, population: true}
	return []size{
		{"S", 117, wide, true},
		{"M", 20_000, wide, true},
		{"L", 1_000_000, questionnaire{singles: 12, scales: 5, blocks: 2, numbers: 3, opens: 1}, false},
	}
}

// in returns the path of a file of this size.
func (s *size) in(dir, extension string) string { return filepath.Join(dir, s.name+extension) }

// make writes the files of this size to a folder, unless they are there already
// with the same seed and the same number of rows.
func (s *size) make(dir string, seed uint64) error {
	stamp := fmt.Sprintf("form %d, seed %d, %d rows\n", form, seed, s.rows)
	made, err := os.ReadFile(s.in(dir, ".made"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if string(made) == stamp {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	columns := s.columns()
	if err := writeFile(s.in(dir, ".columns.csv"), func(w *bufio.Writer) error { return writeColumns(w, columns) }); err != nil {
		return err
	}
	if err := writeFile(s.in(dir, ".codebook.yaml"), func(w *bufio.Writer) error { return writeCodebook(w, columns) }); err != nil {
		return err
	}
	if err := writeFile(s.in(dir, ".csv"), func(w *bufio.Writer) error {
		c := csv.NewWriter(w)
		err := s.each(seed, columns, c.Write)
		c.Flush()
		return errors.Join(err, c.Error())
	}); err != nil {
		return err
	}
	if s.workbook {
		if err := writeFile(s.in(dir, ".xlsx"), func(w *bufio.Writer) error {
			b, err := newWorkbook(w)
			if err != nil {
				return err
			}
			return errors.Join(s.each(seed, columns, b.add), b.close())
		}); err != nil {
			return err
		}
	}
	return os.WriteFile(s.in(dir, ".made"), []byte(stamp), 0o644)
}

// each gives the heading and every row to add, which must not keep them.
func (s *size) each(seed uint64, columns []column, add func([]string) error) error {
	var cells []string
	for _, c := range columns {
		cells = append(cells, c.name)
	}
	if err := add(cells); err != nil {
		return err
	}
	d := newDrawing(seed, s.rows, columns)
	for r := range s.rows {
		cells = d.record(r, cells)
		if err := add(cells); err != nil {
			return err
		}
	}
	return nil
}

// writeFile makes a file with what write writes.
func writeFile(path string, write func(*bufio.Writer) error) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriterSize(f, 1<<16)
	return errors.Join(write(w), w.Flush())
}
