package ooxml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
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
	if err := p.write(f, sheetName); err != nil {
		return nil, fmt.Errorf("making the workbook of a chart: %w", err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil, fmt.Errorf("making the workbook of a chart: %w", err)
	}
	return Settle(b.Bytes())
}

// write writes the figures of the plot to a sheet, from its first cell.
func (p *Plot) write(f *excelize.File, sheet string) error {
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &p.Format})
	if err != nil {
		return err
	}
	if err := f.SetCellStr(sheet, "A1", p.Corner); err != nil {
		return err
	}
	for k, name := range p.Categories {
		if err := f.SetCellStr(sheet, fmt.Sprintf("A%d", k+2), name); err != nil {
			return err
		}
	}
	for i := range p.Series {
		s := &p.Series[i]
		value, minus, plus := p.columns(i)
		if err := fill(f, sheet, value, style, s.Name, s.Values); err != nil {
			return err
		}
		if s.Plus == nil {
			continue
		}
		if err := fill(f, sheet, minus, style, s.Name+" −", s.Minus); err != nil {
			return err
		}
		if err := fill(f, sheet, plus, style, s.Name+" +", s.Plus); err != nil {
			return err
		}
	}
	return nil
}

// Columns is the number of columns that the figures of the plot take on a sheet.
func (p *Plot) Columns() int {
	value, _, _ := p.columns(len(p.Series))
	return value
}

// SetNumber writes a number with every digit that it takes to read it back;
// excelize keeps 15 of a number that it is given as one.
func SetNumber(f *excelize.File, sheet, cell string, x float64) error {
	return f.SetCellDefault(sheet, cell, strconv.FormatFloat(x, 'f', -1, 64))
}

// fill writes a column with its header.
func fill(f *excelize.File, sheet string, col, style int, header string, values []float64) error {
	name := column(col)
	if err := f.SetCellStr(sheet, name+"1", header); err != nil {
		return err
	}
	for k, v := range values {
		if math.IsNaN(v) {
			continue
		}
		cell := fmt.Sprintf("%s%d", name, k+2)
		if err := SetNumber(f, sheet, cell, v); err != nil {
			return err
		}
		if err := f.SetCellStyle(sheet, cell, cell, style); err != nil {
			return err
		}
	}
	return nil
}

// pixels is the number of pixels to the point by which excelize measures.
const pixels = 96.0 / 72

// Into writes the figures of the plot to an empty sheet, from its first cell, and
// puts the chart of them at a cell, as large as width by height in points.
// Excelize writes the frame; its chart part, which has no figures in it and no
// margins, is replaced.
func (p *Plot) Into(f *excelize.File, sheet, cell string, width, height float64) error {
	if err := p.write(f, sheet); err != nil {
		return fmt.Errorf("writing the figures of a chart: %w", err)
	}
	quoted := "'" + strings.ReplaceAll(sheet, "'", "''") + "'"
	err := f.AddChart(sheet, cell, &excelize.Chart{
		Type:      excelize.Bar,
		Series:    []excelize.ChartSeries{{Values: quoted + "!$B$2"}},
		Dimension: excelize.ChartDimension{Width: uint(width * pixels), Height: uint(height * pixels)},
		Format:    excelize.GraphicOptions{AltText: p.Alt},
	})
	if err != nil {
		return fmt.Errorf("adding a chart to the sheet %s: %w", sheet, err)
	}
	n := 1
	for ; ; n++ {
		if _, more := f.Pkg.Load(chartPart(n + 1)); !more {
			break
		}
	}
	f.Pkg.Store(chartPart(n), []byte(declaration+p.xml("", quoted, width, height)))
	return nil
}

func chartPart(n int) string { return fmt.Sprintf("xl/charts/chart%d.xml", n) }

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
