package main

import (
	"fmt"
	"slices"
	"strings"
)

// secondFiles returns the second survey: other types of organisation, another
// language, other channels, scales and routing, one header row and select-all
// answers joined in one cell. The true counts are taken from the answers as
// they are dealt, before any of our readers sees the file.
func secondFiles() ([]file, error) {
	r := newRandom(2021)
	questions := flemishQuestions()
	records, err := answerFlemish(r)
	if err != nil {
		return nil, err
	}
	text, err := writeEnglishCSV(questions, records)
	if err != nil {
		return nil, err
	}
	return []file{
		{"flanders-2021.csv", text},
		{"flanders-2021.codebook.yaml", writeCodebook(flemishCodebook(questions))},
		{"flanders-2021.truth.tsv", truth(questions, records)},
	}, nil
}

func flemishCodebook(questions []question) book {
	return book{
		remark: []string{
			"Codebook of flanders-2021.csv, a made-up survey that shares nothing with the",
			"sample but the field: other wording, order, channels, scales and routing.",
		},
		head: []string{
			"survey:",
			`  title: "Digital contact in Flanders 2021 (made-up answers)"`,
			"  language: en",
			`  publisher: "Made-up publisher"`,
			"  synthetic: true",
			"respondent:",
			`  id: "Ref"`,
			`  started: "Submitted"`,
			`missing: ["-"]`,
			`ignore: ["May we send you the results?"]`,
		},
		questions: questions,
	}
}

// flemishHeadings are the columns around the questions.
const (
	refHeading   = "Ref"
	timeHeading  = "Submitted"
	extraHeading = "May we send you the results?"
)

// writeEnglishCSV returns the survey as UTF-8 with commas and decimal points.
func writeEnglishCSV(questions []question, records []*record) ([]byte, error) {
	columns := columnsOf(questions)
	header := []string{refHeading, timeHeading}
	for _, c := range columns {
		header = append(header, c.question.heading)
	}
	rows := [][]string{append(header, extraHeading)}
	for i, r := range records {
		row := []string{fmt.Sprintf("F%03d", r.id), r.start.Format("2006-01-02 15:04")}
		for _, c := range columns {
			v, err := c.value(r, "")
			if err != nil {
				return nil, err
			}
			row = append(row, strings.Replace(dutchText(v), ",", ".", decimalCommas(c.question)))
		}
		rows = append(rows, append(row, []string{"Yes", "No", ""}[i%3]))
	}
	return encodeCSV(rows, ',', false)
}

// decimalCommas is how many commas of the question's cells mark decimals.
func decimalCommas(q *question) int {
	if q.kind == number {
		return 1
	}
	return 0
}

// joined returns the chosen options of a select-all question in one cell, in
// the order of the form.
func (q *question) joined(a answer) (any, error) {
	var parts []string
	for _, o := range q.options {
		switch {
		case !slices.Contains(a.codes, o.code):
		case o.other:
			parts = append(parts, a.text)
		default:
			parts = append(parts, o.label)
		}
	}
	return strings.Join(parts, q.separator), nil
}
