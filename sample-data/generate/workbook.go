package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// The sheets of the workbook.
const (
	answerSheet = "Antwoorden"
	notesSheet  = "Toelichting"
)

// cover is what a workbook tells of itself.
type cover struct {
	title string
	notes []string // on the second sheet
	saved time.Time
}

func cover2018() cover {
	return cover{
		title: "HowAboutYou 2018 (fictieve antwoorden)",
		notes: notes2018[:],
		saved: time.Date(2018, time.October, 29, 9, 0, 0, 0, time.UTC),
	}
}

var notes2018 = [...]string{
	"HowAboutYou 2018: toelichting bij de export",
	"",
	"LET OP: dit zijn fictieve gegevens. Niemand heeft deze antwoorden ooit gegeven.",
	"De organisaties, codes en provincies bestaan niet; overeenkomst met een bestaande organisatie is toeval.",
	"De aantallen zijn zo gekozen dat ze passen bij de gepubliceerde uitkomsten van het HowAboutYou-onderzoek van oktober 2018.",
	"",
	"Veldwerk: 1 tot en met 26 oktober 2018, online vragenlijst.",
	"Rij 1 bevat de vraag, rij 2 het antwoord bij vragen met meerdere antwoorden.",
	"Vragen over tevredenheid en twijfels zijn alleen gesteld aan wie WhatsApp gebruikt of er een proef mee doet.",
	"De vraag waarom men tevreden is, is alleen gesteld aan wie (zeer) tevreden is.",
	"Aantallen per uur zijn alleen gevraagd aan wie het kanaal gebruikt.",
	"Belemmeringen zijn alleen gevraagd aan wie het kanaal niet gebruikt en er geen proef mee doet.",
	"Redenen voor live chat zijn alleen gevraagd aan wie live chat overweegt.",
	"De grootteklasse is alleen gevraagd aan gemeenten.",
}

// writeWorkbook returns the survey as the tool exports it to Excel: the
// question over the first column of its block, the options below it.
func writeWorkbook(about cover, questions []question, records []*record) (data []byte, err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := f.SetSheetName("Sheet1", answerSheet); err != nil {
		return nil, err
	}
	if _, err := f.NewSheet(notesSheet); err != nil {
		return nil, err
	}
	columns := columnsOf(questions)
	for i, row := range headerRows(columns) {
		if err := f.SetSheetRow(answerSheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
			return nil, err
		}
	}
	for i, r := range records {
		row, err := sheetRow(columns, r)
		if err != nil {
			return nil, err
		}
		if err := f.SetSheetRow(answerSheet, fmt.Sprintf("A%d", i+3), &row); err != nil {
			return nil, err
		}
	}
	for i, note := range about.notes {
		if err := f.SetCellStr(notesSheet, fmt.Sprintf("A%d", i+1), note); err != nil {
			return nil, err
		}
	}
	if err := dress(f, about, len(columns), len(records)); err != nil {
		return nil, err
	}
	buffer, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return settle(buffer.Bytes(), about.saved)
}

func headerRows(columns []column) [2][]any {
	var rows [2][]any
	for _, heading := range metadata {
		rows[0], rows[1] = append(rows[0], heading), append(rows[1], nil)
	}
	for _, c := range columns {
		var top any
		if c.first {
			top = c.question.heading
		}
		below := "Antwoord"
		switch {
		case c.option != nil:
			below = c.option.label
		case c.question.kind == open || c.question.kind == name:
			below = "Open antwoord"
		}
		rows[0], rows[1] = append(rows[0], top), append(rows[1], below)
	}
	return rows
}

func sheetRow(columns []column, r *record) ([]any, error) {
	row := []any{r.id}
	for _, t := range r.times() {
		row = append(row, t)
	}
	row = append(row, r.status)
	for _, c := range columns {
		v, err := c.value(r, "")
		if err != nil {
			return nil, err
		}
		row = append(row, v)
	}
	return row, nil
}

// dress gives the sheets their widths and formats, and the file its properties.
func dress(f *excelize.File, about cover, columns, records int) error {
	format := "d-m-yyyy hh:mm"
	dates, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(metadata)+columns, 1)
	if err != nil {
		return err
	}
	lastColumn := strings.TrimRight(last, "1")
	return errors.Join(
		f.SetCellStyle(answerSheet, "B3", fmt.Sprintf("C%d", records+2), dates),
		f.SetCellStyle(answerSheet, "A1", last, bold),
		f.SetColWidth(answerSheet, "A", "D", 16),
		f.SetColWidth(answerSheet, "E", lastColumn, 24),
		f.SetPanes(answerSheet, &excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"}),
		f.SetCellStyle(notesSheet, "A1", "A1", bold),
		f.SetCellStyle(notesSheet, "A3", "A3", bold),
		f.SetColWidth(notesSheet, "A", "A", 110),
		f.SetDocProps(&excelize.DocProperties{
			Title: about.title, Creator: "benchmark", LastModifiedBy: "benchmark", Language: "nl-NL",
			Created: about.saved.Format(time.RFC3339), Modified: about.saved.Format(time.RFC3339),
		}))
}

// settle rewrites the workbook with its parts in a fixed order and with a fixed
// date, which excelize does not promise. The parts are stored, not compressed:
// what a compressor makes of them may change with the release of Go.
func settle(workbook []byte, saved time.Time) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return nil, err
	}
	parts := slices.Clone(in.File)
	slices.SortFunc(parts, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range parts {
		data, err := partOf(part)
		if err != nil {
			return nil, fmt.Errorf("settling %s: %w", part.Name, err)
		}
		header := &zip.FileHeader{Name: part.Name, Method: zip.Store, Modified: saved}
		p, err := w.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := p.Write(data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func partOf(part *zip.File) (data []byte, err error) {
	r, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	data, err = io.ReadAll(r)
	if err != nil || part.Name != "[Content_Types].xml" {
		return data, err
	}
	return sortTypes(data)
}

// contentTypes is the list of the kinds of parts in a workbook.
type contentTypes struct {
	XMLName  xml.Name      `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults []contentType `xml:"Default"`
	Parts    []contentType `xml:"Override"`
}

type contentType struct {
	Extension string `xml:",attr,omitempty"`
	PartName  string `xml:",attr,omitempty"`
	Type      string `xml:"ContentType,attr"`
}

func sortTypes(data []byte) ([]byte, error) {
	var types contentTypes
	if err := xml.Unmarshal(data, &types); err != nil {
		return nil, err
	}
	for _, list := range [][]contentType{types.Defaults, types.Parts} {
		slices.SortFunc(list, func(a, b contentType) int {
			return strings.Compare(a.Extension+a.PartName, b.Extension+b.PartName)
		})
	}
	sorted, err := xml.Marshal(types)
	return append([]byte(xml.Header), sorted...), err
}
