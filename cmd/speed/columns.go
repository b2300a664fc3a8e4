package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// kind is what a column holds; its text is what the peers read.
type kind string

const (
	typeColumn       kind = "type"
	sizeColumn       kind = "size"
	weightColumn     kind = "weight"
	populationColumn kind = "population"
	singleColumn     kind = "single"
	scaleColumn      kind = "scale"
	tickColumn       kind = "tick"
	numberColumn     kind = "number"
	openColumn       kind = "open"
)

// column is one column of a survey file.
type column struct {
	kind kind
	// name is its heading; that of a tick is the question with the option in
	// brackets, as LimeSurvey writes it.
	name string
	// question and option are the parts of the heading.
	question, option string
	// options are the answers of a choice.
	options []string
}

// questionnaire is how many columns of each kind a file has.
type questionnaire struct {
	singles, scales, blocks, numbers, opens int
	// population tells whether a column says how many bodies exist in the stratum.
	population bool
	// groups is the number of answers of a question to break down by; 0: none.
	groups int
}

// blockWidth is the number of options of a select-all question.
const blockWidth = 8

func bodyTypes() []string {
	return []string{"Gemeente", "Waterschap", "Provincie", "Veiligheidsregio", "GGD", "Overig"}
}

func sizeClasses() []string { return []string{"klein", "middelgroot", "groot", "zeer groot"} }

func fivePoints() []string {
	return []string{"zeer oneens", "oneens", "neutraal", "eens", "zeer eens"}
}

func choices() []string {
	return []string{"nu al", "als proef", "binnen een jaar", "misschien later", "geen plannen", "gestopt", "via anderen"}
}

// groupsName is the name of the question to break down by.
const groupsName = "group"

func groupNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("groep %03d", i+1)
	}
	return names
}

// columns returns the columns of the file, the design first.
func (q questionnaire) columns() []column {
	list := []column{
		{kind: typeColumn, name: "type", options: bodyTypes()},
		{kind: sizeColumn, name: "size", options: sizeClasses()},
		{kind: weightColumn, name: "weight"},
	}
	if q.population {
		list = append(list, column{kind: populationColumn, name: "population"})
	}
	if q.groups > 0 {
		list = append(list, column{kind: singleColumn, name: groupsName, options: groupNames(q.groups)})
	}
	for i := range q.singles {
		list = append(list, column{kind: singleColumn, name: fmt.Sprintf("q%d", i+1), options: choices()[:3+i%5]})
	}
	for i := range q.scales {
		list = append(list, column{kind: scaleColumn, name: fmt.Sprintf("s%d", i+1), options: fivePoints()})
	}
	for i := range q.blocks {
		question := fmt.Sprintf("b%d", i+1)
		for o := range blockWidth {
			option := fmt.Sprintf("o%d", o+1)
			list = append(list, column{kind: tickColumn, name: question + " [" + option + "]", question: question, option: option})
		}
	}
	for i := range q.numbers {
		list = append(list, column{kind: numberColumn, name: fmt.Sprintf("n%d", i+1)})
	}
	for i := range q.opens {
		list = append(list, column{kind: openColumn, name: fmt.Sprintf("t%d", i+1)})
	}
	return list
}

// writeColumns writes the name and the kind of each column, for the peers.
func writeColumns(w io.Writer, columns []column) error {
	c := csv.NewWriter(w)
	lines := [][]string{{"name", "kind"}}
	for _, col := range columns {
		lines = append(lines, []string{col.name, string(col.kind)})
	}
	return c.WriteAll(lines)
}

// writeCodebook writes the codebook of a file with these columns.
func writeCodebook(w io.Writer, columns []column) error {
	var y strings.Builder
	y.WriteString("survey: {title: \"Speed (made-up answers)\", language: en, synthetic: true}\n")
	y.WriteString("respondent: {include: all}\nignore: [weight, population]\nquestions:\n")
	for i, c := range columns {
		switch c.kind {
		case typeColumn, sizeColumn:
			role := map[kind]string{typeColumn: "organisation-type", sizeColumn: "size-class"}[c.kind]
			fmt.Fprintf(&y, "  - {id: %s, column: %s, kind: single, role: %s, asked_all: true, options: [%s]}\n", c.name, c.name, role, coded(c.options, false))
		case singleColumn:
			fmt.Fprintf(&y, "  - {id: %s, column: %s, kind: single, asked_all: true, options: [%s]}\n", c.name, c.name, coded(c.options, false))
		case scaleColumn:
			fmt.Fprintf(&y, "  - {id: %s, column: %s, kind: scale, asked_all: true, options: [%s]}\n", c.name, c.name, coded(c.options, true))
		case tickColumn:
			if c.option == "o1" {
				fmt.Fprintf(&y, "  - {id: %s, column: %s, kind: multiple, asked_all: true, options: [%s]}\n", c.question, c.question, coded(block(columns[i:]), false))
			}
		case numberColumn, openColumn:
			fmt.Fprintf(&y, "  - {id: %s, column: %s, kind: %s, asked_all: true}\n", c.name, c.name, c.kind)
		case weightColumn, populationColumn:
		}
	}
	_, err := io.WriteString(w, strings.Replace(y.String(), ", population]", ignored(columns), 1))
	return err
}

// ignored ends the list of columns that are no question.
func ignored(columns []column) string {
	for _, c := range columns {
		if c.kind == populationColumn {
			return ", population]"
		}
	}
	return "]"
}

// block returns the options of the select-all question that begins the columns.
func block(columns []column) []string {
	var options []string
	for _, c := range columns[:blockWidth] {
		options = append(options, c.option)
	}
	return options
}

// coded returns the options as a codebook lists them, with scores for a scale.
func coded(options []string, scored bool) string {
	var list []string
	for i, o := range options {
		score := ""
		if scored {
			score = fmt.Sprintf(", score: %d", i+1)
		}
		list = append(list, fmt.Sprintf("{code: %q, label: %q%s}", o, o, score))
	}
	return strings.Join(list, ", ")
}
