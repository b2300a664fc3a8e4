package export

import (
	"fmt"
	"slices"
	"strings"
)

// checkShape refuses tables that have a header and rows, but not a row per
// respondent.
func checkShape(g *grid, l *layout) *Error {
	if e := questionnaire(g, l); e != nil && l.reason != "given" {
		return e
	}
	if e := longFormat(g, l); e != nil {
		return e
	}
	if e := rowPerAnswer(g, l); e != nil && l.reason != "given" {
		return e
	}
	if e := crosstab(g, l); e != nil && l.reason != "given" {
		return e
	}
	return transposed(g, l)
}

// questionnaire recognises a file that describes the questions and holds no
// answers, by the columns that such files of a tool have.
func questionnaire(g *grid, l *layout) *Error {
	for _, kind := range []struct{ name, columns string }{
		{"data dictionary of REDCap", "variable/fieldname fieldtype fieldlabel"},
		{"list of questions of an XLSForm", "type name label relevant"},
		{"list of questions of an XLSForm", "type name label required"},
		{"list of choices of an XLSForm", "listname name label"},
		{"structure of a LimeSurvey survey", "class type/scale name relevance text"},
	} {
		wanted := strings.Fields(kind.columns)
		found := g.count(l.question, func(s string) bool {
			k := key(s)
			labelled, _, translated := strings.Cut(k, "::")
			return slices.Contains(wanted, k) || translated && slices.Contains(wanted, labelled)
		})
		if found >= len(wanted) {
			return fault("this is the "+kind.name+", not the answers", "give the file with the answers, one row per respondent; what describes the questions belongs in a codebook")
		}
	}
	return nil
}

// longFormat recognises a row per answer, by a column with the question and
// one with the answer, and a row per repeated group, by the number of the row
// on another sheet that it belongs to.
func longFormat(g *grid, l *layout) *Error {
	question, answer := "", ""
	for _, c := range g.rows[l.question].cells {
		text := oneLine(g.dict[c.code].Text)
		switch key(text) {
		case "parentindex", "parentkey", "parenttablename":
			return fault(fmt.Sprintf("the rows repeat a part of the questionnaire (column %q); they are no respondents", text),
				"choose the sheet or the file with the respondents themselves"+parentTable(g, l))
		case "question", "questionid", "questiontext", "vraag", "vraagid", "vraagtekst", "frage":
			question = text
		case "answer", "answertext", "answervalue", "antwoord", "antwoordtekst", "antwort":
			answer = text
		}
	}
	if question != "" && answer != "" && len(g.rows[l.question].cells) <= 10 {
		return fault(fmt.Sprintf("there is a row per answer (columns %q and %q), not a row per respondent", question, answer),
			"export again with a row per respondent and a column per question")
	}
	return nil
}

// transposed recognises questions that run down the first column, with a
// column per respondent.
func transposed(g *grid, l *layout) *Error {
	asked, total, first := 0, 0, ""
	for i := range min(len(g.rows), depthBelow) {
		c := g.rows[i].cells[0]
		if c.col != 0 {
			continue
		}
		total++
		if text := oneLine(g.dict[c.code].Text); strings.HasSuffix(text, "?") {
			if asked++; first == "" {
				first = text
			}
		}
	}
	above := g.count(l.question, func(s string) bool { return strings.HasSuffix(s, "?") })
	if asked < 4 || asked*10 < total*6 || above > 1 {
		return nil
	}
	return fault(fmt.Sprintf("the questions run downwards (the first is %q), so the table seems to be on its side", snippet(first)),
		"turn it, so that each respondent is a row: in Excel, Paste Special, Transpose")
}

// sideways recognises a table without a header that has far more columns than
// rows, with in front of each row another text and behind it answers that come
// back in the same row.
func sideways(g *grid) *Error {
	if len(g.rows) < 3 || g.cols < 2*len(g.rows) {
		return nil
	}
	fronts := map[string]bool{}
	again := 0
	for _, row := range g.rows {
		front := g.dict[row.cells[0].code]
		if row.cells[0].col != 0 || valueLike(front) || fronts[front.Text] {
			return nil
		}
		fronts[front.Text] = true
		answers := map[uint32]bool{}
		for _, c := range row.cells[1:] {
			answers[c.code] = true
		}
		again += min(1, max(0, len(row.cells)-1-2*len(answers)+1))
	}
	if again*2 < len(g.rows) {
		return nil
	}
	return fault("the table seems to be on its side: a row per question and a column per respondent",
		"turn it, so that each respondent is a row: in Excel, Paste Special, Transpose")
}

// parentTable names the sheet that the rows of a repeated group belong to, where
// one column says so.
func parentTable(g *grid, l *layout) string {
	for _, c := range g.rows[l.question].cells {
		if key(oneLine(g.dict[c.code].Text)) != "parenttablename" || l.first >= len(g.rows) {
			continue
		}
		if name := g.text(l.first, int(c.col)); name != "" {
			return fmt.Sprintf(", which is %q", snippet(name))
		}
	}
	return ""
}
