package export

import (
	"slices"
	"strings"

	"benchmark/survey/pattern"
)

// A column of LimeSurvey can stand among the options of a question without being
// one: a comment beside each option, or the second of two scales.

// limeComment is what stands behind an option over a comment.
var limeComment = pattern.New(`(?i)^(.*?)(?: ?\[(opmerking|comment|kommentar|commentaire|comentario)\]|(comment))$`)

// limeCell divides the option of an array of rows and columns: "row [column]",
// "row#0" and "row_column".
var limeCell = pattern.New(`^(.+) \[(.+)\]$|^(\w+)#(\w+)$|^([A-Za-z0-9]+)_([A-Za-z0-9]+)$`)

// limeBlocks makes questions of their own of the comments in a block, and of each
// column of an array, and puts their columns beside each other. Their letters stay
// those of the file.
func limeBlocks(columns []Column) {
	var all []Column
	block := 0
	for i := 0; i < len(columns); {
		end := i + 1
		for end < len(columns) && columns[end].Block == columns[i].Block {
			end++
		}
		for _, question := range limeQuestions(columns[i:end]) {
			for _, c := range question {
				c.Block = block
				all = append(all, c)
			}
			block++
		}
		i = end
	}
	copy(columns, all)
}

// limeQuestions divides the columns of a block into questions.
func limeQuestions(block []Column) [][]Column {
	if len(block) < 2 {
		return [][]Column{block}
	}
	var answers, comments []Column
	for i := range block {
		c := block[i]
		if of, word := commentOf(block, i); word != "" {
			c.Question, c.Option = c.Question+" ["+word+"]", of
			comments = append(comments, c)
			continue
		}
		answers = append(answers, c)
	}
	questions := limeArray(answers)
	if len(comments) > 0 {
		questions = append(questions, comments)
	}
	return questions
}

// commentOf returns the option that the i-th column is a comment on, "" for that
// on a choice of one, and the word for it; the word is empty for another column.
func commentOf(block []Column, i int) (option, word string) {
	m := limeComment.FindStringSubmatch(block[i].Option)
	if m == nil {
		switch strings.ToLower(block[i].Option) {
		case "opmerking", "comment", "kommentar", "commentaire":
			m = []string{"", "", block[i].Option, ""}
		default:
			return "", ""
		}
	}
	of := strings.TrimSpace(m[1])
	if !slices.ContainsFunc(block, func(c Column) bool { return c.Option == of }) {
		return "", ""
	}
	return of, m[2] + m[3]
}

// limeArray divides an array of rows and columns into a question per column, if
// every row has each of them.
func limeArray(block []Column) [][]Column {
	var rows, heads []string
	parts := make([][2]string, len(block))
	for i := range block {
		m := limeCell.FindStringSubmatch(block[i].Option)
		if m == nil {
			return [][]Column{block}
		}
		parts[i] = [2]string{m[1] + m[3] + m[5], m[2] + m[4] + m[6]}
		if !slices.Contains(rows, parts[i][0]) {
			rows = append(rows, parts[i][0])
		}
		if !slices.Contains(heads, parts[i][1]) {
			heads = append(heads, parts[i][1])
		}
	}
	if len(rows)*len(heads) != len(block) || len(heads) < 2 || len(rows) < 2 {
		return [][]Column{block}
	}
	questions := make([][]Column, len(heads))
	for i := range block {
		at := slices.Index(heads, parts[i][1])
		c := block[i]
		c.Question, c.Option = c.Question+" ["+parts[i][1]+"]", parts[i][0]
		questions[at] = append(questions[at], c)
	}
	return questions
}

// limeTime reports whether a column holds the time spent on the question with
// the code before "Time".
func limeTime(heads []heading, top string) bool {
	code, ok := strings.CutSuffix(top, "Time")
	return ok && code != "" && slices.ContainsFunc(heads, func(h heading) bool {
		return h.top == code || strings.HasPrefix(h.top, code+"[")
	})
}
