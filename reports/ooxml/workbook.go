package ooxml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// workbook returns the workbook behind a chart, which Office opens when its
// reader edits the figures.
func (p *Plot) workbook() ([]byte, error) {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // it holds no file on the disk
	if err := f.SetSheetName("Sheet1", sheetName); err != nil {
		return nil, fmt.Errorf("making the workbook of a chart: %w", err)
	}
	for i := range p.Series {
		if err := p.fillSeries(f, i); err != nil {
			return nil, fmt.Errorf("making the workbook of a chart: %w", err)
		}
	}
	for k, name := range p.Categories {
		if err := f.SetCellStr(sheetName, fmt.Sprintf("A%d", k+2), name); err != nil {
			return nil, fmt.Errorf("making the workbook of a chart: %w", err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil, fmt.Errorf("making the workbook of a chart: %w", err)
	}
	return Settle(b.Bytes())
}

// fillSeries writes the values of a series and its margins.
func (p *Plot) fillSeries(f *excelize.File, i int) error {
	s := &p.Series[i]
	value, minus, plus := p.columns(i)
	err := p.fill(f, value, s.Name, s.Values)
	if err == nil && s.Plus != nil {
		err = p.fill(f, minus, s.Name+" −", s.Minus)
	}
	if err == nil && s.Plus != nil {
		err = p.fill(f, plus, s.Name+" +", s.Plus)
	}
	return err
}

// fill writes a column with its header.
func (p *Plot) fill(f *excelize.File, col int, header string, values []float64) error {
	name := column(col)
	if err := f.SetCellStr(sheetName, name+"1", header); err != nil {
		return err
	}
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &p.Format})
	if err != nil {
		return err
	}
	for k, v := range values {
		if math.IsNaN(v) {
			continue
		}
		cell := fmt.Sprintf("%s%d", name, k+2)
		if err := f.SetCellFloat(sheetName, cell, v, -1, 64); err != nil {
			return err
		}
		if err := f.SetCellStyle(sheetName, cell, cell, style); err != nil {
			return err
		}
	}
	return nil
}

// Settle packs a workbook that excelize wrote again, so that the same workbook
// has the same bytes: excelize lists content types in no fixed order.
func Settle(workbook []byte) ([]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return nil, fmt.Errorf("packing a workbook: %w", err)
	}
	files := slices.Clone(r.File)
	slices.SortFunc(files, func(a, b *zip.File) int { return strings.Compare(order(a.Name), order(b.Name)) })
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		data, err := content(f)
		if err != nil {
			return nil, fmt.Errorf("packing a workbook: %s: %w", f.Name, err)
		}
		if f.Name == contentTypes {
			data = sorted(data)
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			return nil, fmt.Errorf("packing a workbook: %s: %w", f.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("packing a workbook: %w", err)
	}
	return b.Bytes(), nil
}

const contentTypes = "[Content_Types].xml"

// order puts the content types and the relationships of the package first.
func order(name string) string {
	switch name {
	case contentTypes:
		return " 0"
	case "_rels/.rels":
		return " 1"
	}
	return name
}

func content(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(r)
	if closed := r.Close(); err == nil {
		err = closed
	}
	return data, err
}

// sorted puts the elements of the content types in order: defaults before
// overrides, each by name.
func sorted(types []byte) []byte {
	element := regexp.MustCompile(`<(?:Default|Override)\s[^>]*?(?:/>|></(?:Default|Override)>)`)
	all := element.FindAllString(string(types), -1)
	place := element.FindStringIndex(string(types))
	if place == nil {
		return types
	}
	slices.Sort(all)
	rest := element.ReplaceAllString(string(types[place[0]:]), "")
	return []byte(string(types[:place[0]]) + strings.Join(all, "") + rest)
}
