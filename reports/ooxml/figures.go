package ooxml

import (
	"bytes"
	"fmt"
)

// workbook returns the workbook behind a chart, which Office opens when its
// reader edits the figures.
func (p *Plot) workbook() ([]byte, error) {
	b := Workbook{Font: p.Font}
	b.Sheet(sheetName).Figures(p, 0, 0)
	var packed bytes.Buffer
	if err := b.Write(&packed); err != nil {
		return nil, fmt.Errorf("making the workbook of a chart: %w", err)
	}
	return packed.Bytes(), nil
}

// Figures writes the figures of a plot to the sheet, from its first cell: a row for every
// category, with the head of the names in a style and those of the figures in another.
func (s *Sheet) Figures(p *Plot, head, figureHead int) {
	style := s.book.Style(Style{Format: p.Format})
	s.Text(1, 1, p.Corner, head)
	for k, name := range p.Categories {
		s.Text(1, k+2, name, 0)
	}
	fill := func(col int, values []float64) {
		for k, v := range values {
			s.Number(col+1, k+2, v, style)
		}
	}
	for i, name := range p.Heads() {
		s.Text(i+2, 1, name, figureHead)
	}
	for i := range p.Series {
		value, minus, plus := p.columns(i)
		fill(value, p.Series[i].Values)
		if p.Series[i].Plus != nil {
			fill(minus, p.Series[i].Minus)
			fill(plus, p.Series[i].Plus)
		}
	}
}

// Heads are those of the columns of figures, which follow that of the categories: every
// series, and its margins where it has them.
func (p *Plot) Heads() []string {
	var heads []string
	for i := range p.Series {
		s := &p.Series[i]
		if heads = append(heads, s.Name); s.Plus != nil {
			heads = append(heads, s.Name+" −", s.Name+" +")
		}
	}
	return heads
}

// Columns is the number of columns that the figures of the plot take on a sheet.
func (p *Plot) Columns() int {
	value, _, _ := p.columns(len(p.Series))
	return value
}
