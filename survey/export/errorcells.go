package export

import (
	"fmt"
	"strings"

	"benchmark/survey"
)

// systemMissing is what SPSS writes for an answer that is not there when it
// saves a file as text or as a workbook.
const systemMissing = "#NULL!"

// errorLiteral reports whether a text is what a spreadsheet shows for a formula
// that failed, in English, Dutch, German or French.
func errorLiteral(s string) bool {
	if len(s) < 3 || s[0] != '#' {
		return false
	}
	switch strings.ToUpper(s) {
	case systemMissing, "#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#SPILL!", "#CALC!",
		"#N/B", "#DEEL/0!", "#VERW!", "#WAARDE!", "#NAAM?", "#GETAL!", "#LEEG!", "#OVERLOOP!",
		"#NV", "#BEZUG!", "#WERT!", "#ZAHL!", "#ÜBERLAUF!", "#REFERENZ!",
		"#VALEUR!", "#NOM?", "#NOMBRE!", "#NUL!", "#PROPAGATION!":
		return true
	}
	return false
}

// blankErrors empties the cells below the header that hold the text of an
// error, as a workbook has when it was saved as text.
func (g *grid) blankErrors(l *layout) {
	bad := map[uint32]bool{}
	for code, c := range g.dict {
		if errorLiteral(c.Text) {
			bad[uint32(code)] = true
		}
	}
	if len(bad) == 0 {
		return
	}
	for _, row := range g.rows[l.first:] {
		for i, c := range row.cells {
			if bad[c.code] {
				g.errorAt(row.number, int(c.col), g.dict[c.code].Text)
				row.cells[i].code = 0
			}
		}
	}
}

// errorAt remembers a cell with an error.
func (g *grid) errorAt(row, col int, text string) {
	if strings.EqualFold(text, systemMissing) {
		g.nullCells.add(address(row, col))
		return
	}
	g.errorCells.add(address(row, col))
}

// cellFaults records cells that hold an error or a formula without a value.
func (f *reader) cellFaults(g *grid) {
	for _, m := range []struct {
		severity survey.Severity
		code     survey.Code
		marks    marks
	}{
		{survey.Doubt, survey.IssueErrorCell, g.errorCells}, {survey.Warning, survey.IssueNullCell, g.nullCells},
		{survey.Doubt, survey.IssueFormulaNoValue, g.noValue},
	} {
		if m.marks.count > 0 {
			f.doubt(m.severity, m.code, survey.Place{}, strings.Join(m.marks.first, ", "), fmt.Sprint(m.marks.count))
		}
	}
}
