package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
)

const (
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spreadsheet   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	office        = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
	contentTypes  = "http://schemas.openxmlformats.org/package/2006/content-types"
	partTypes     = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// workbook writes a sheet as spreadsheets save it: numbers as numbers, and texts
// in a table that the cells share.
type workbook struct {
	zip    *zip.Writer
	sheet  io.Writer
	row    int
	shared map[string]int
	texts  bytes.Buffer
	line   bytes.Buffer
}

// newWorkbook begins a workbook with one sheet.
func newWorkbook(w io.Writer) (*workbook, error) {
	b := &workbook{zip: zip.NewWriter(w), shared: map[string]int{}}
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + contentTypes + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + partTypes + `sheet.main+xml"/>` +
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + partTypes + `worksheet+xml"/>` +
			`<Override PartName="/xl/sharedStrings.xml" ContentType="` + partTypes + `sharedStrings+xml"/></Types>`},
		{"_rels/.rels", relation("rId1", "officeDocument", "xl/workbook.xml")},
		{"xl/workbook.xml", `<workbook xmlns="` + spreadsheet + `" xmlns:r="` + office + `"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", relation("rId1", "worksheet", "worksheets/sheet1.xml", "rId2", "sharedStrings", "sharedStrings.xml")},
	} {
		if err := b.part(part[0], part[1]); err != nil {
			return nil, err
		}
	}
	var err error
	if b.sheet, err = b.zip.Create("xl/worksheets/sheet1.xml"); err != nil {
		return nil, err
	}
	_, err = io.WriteString(b.sheet, xmlHead+`<worksheet xmlns="`+spreadsheet+`"><sheetData>`)
	return b, err
}

// relation returns a list of relations: id, kind and target of each.
func relation(list ...string) string {
	text := `<Relationships xmlns="` + relationships + `">`
	for i := 0; i < len(list); i += 3 {
		text += fmt.Sprintf(`<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, list[i], office, list[i+1], list[i+2])
	}
	return text + `</Relationships>`
}

func (b *workbook) part(name, text string) error {
	w, err := b.zip.Create(name)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xmlHead+text)
	return err
}

// add writes a row; an empty cell is left out.
func (b *workbook) add(cells []string) error {
	b.row++
	b.line.Reset()
	fmt.Fprintf(&b.line, `<row r="%d">`, b.row)
	for i, text := range cells {
		if text == "" {
			continue
		}
		if _, err := strconv.ParseFloat(text, 64); err == nil {
			fmt.Fprintf(&b.line, `<c r="%s%d"><v>%s</v></c>`, letters(i), b.row, text)
			continue
		}
		at, ok := b.shared[text]
		if !ok {
			at = len(b.shared)
			b.shared[text] = at
			b.texts.WriteString("<si><t>")
			if err := xml.EscapeText(&b.texts, []byte(text)); err != nil {
				return err
			}
			b.texts.WriteString("</t></si>")
		}
		fmt.Fprintf(&b.line, `<c r="%s%d" t="s"><v>%d</v></c>`, letters(i), b.row, at)
	}
	b.line.WriteString("</row>")
	_, err := b.sheet.Write(b.line.Bytes())
	return err
}

// close ends the workbook.
func (b *workbook) close() error {
	if _, err := io.WriteString(b.sheet, "</sheetData></worksheet>"); err != nil {
		return err
	}
	if err := b.part("xl/sharedStrings.xml", `<sst xmlns="`+spreadsheet+`">`+b.texts.String()+`</sst>`); err != nil {
		return err
	}
	return b.zip.Close()
}

// letters names a column, A for 0.
func letters(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letters(i/26-1) + letters(i%26)
}
