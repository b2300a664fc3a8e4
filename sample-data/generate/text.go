package main

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// writeDutchCSV returns the survey as the tool's CSV after Excel with Dutch
// settings saved it again: Windows-1252, semicolons, CRLF and decimal commas.
func writeDutchCSV(questions []question, records []*record) ([]byte, error) {
	columns := columnsOf(questions)
	header := append([]string(nil), metadata[:]...)
	for _, c := range columns {
		heading := c.question.heading
		if c.option != nil {
			heading += " [" + c.option.label + "]"
		}
		header = append(header, heading)
	}
	rows := [][]string{header}
	for _, r := range records {
		row := []string{itoa(r.id)}
		for _, t := range r.times() {
			row = append(row, t.Format("2-1-2006 15:04"))
		}
		row = append(row, r.status)
		for _, c := range columns {
			v, err := c.value(r, "Ja")
			if err != nil {
				return nil, err
			}
			row = append(row, dutchText(v))
		}
		rows = append(rows, row)
	}
	text, err := encodeCSV(rows, ';', true)
	if err != nil {
		return nil, err
	}
	return charmap.Windows1252.NewEncoder().Bytes(text)
}

// dutchText returns a cell as Dutch Excel shows it.
func dutchText(v any) string {
	switch v := v.(type) {
	case float64:
		return strings.Replace(decimal(v), ".", ",", 1)
	case string:
		return v
	}
	return ""
}

// decimal returns x with a decimal point and no more digits than it has.
func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func encodeCSV(rows [][]string, separator rune, windows bool) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = separator, windows
	if err := w.WriteAll(rows); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
