package ooxml

import (
	"bytes"
	"fmt"
	"math"
)

// workbook returns the workbook behind a chart, which Office opens when its
// reader edits the figures.
func (p *Plot) workbook() ([]byte, error) {
	b := Workbook{Font: p.Font}
	p.write(b.Sheet(sheetName), 0)
	var packed bytes.Buffer
	if err := b.Write(&packed); err != nil {
		return nil, fmt.Errorf("making the workbook of a chart: %w", err)
	}
	return packed.Bytes(), nil
}

// write writes the figures of the plot to a sheet, from its first cell, with heads in
// a style.
func (p *Plot) write(s *Sheet, head int) {
	style := s.book.Style(Style{Format: p.Format})
	fill := func(col int, name string, values []float64) {
		s.Text(col+1, 1, name, head)
		for k, v := range values {
			if !math.IsNaN(v) {
				s.Number(col+1, k+2, v, style)
			}
		}
	}
	s.Text(1, 1, p.Corner, head)
	for k, name := range p.Categories {
		s.Text(1, k+2, name, 0)
	}
	for i := range p.Series {
		series := &p.Series[i]
		value, minus, plus := p.columns(i)
		fill(value, series.Name, series.Values)
		if series.Plus != nil {
			fill(minus, series.Name+" −", series.Minus)
			fill(plus, series.Name+" +", series.Plus)
		}
	}
}

// Columns is the number of columns that the figures of the plot take on a sheet.
func (p *Plot) Columns() int {
	value, _, _ := p.columns(len(p.Series))
	return value
}
