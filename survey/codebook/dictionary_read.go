package codebook

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
)

// table is a sheet with a heading over each column.
type table struct {
	headings []string
	rows     [][]string
}

// column returns the position of the first column of which the heading is one
// of the names, or begins with one that ends in "*"; or -1.
func (t *table) column(names ...string) int {
	for _, name := range names {
		at := slices.IndexFunc(t.headings, func(h string) bool {
			stem, open := strings.CutSuffix(name, "*")
			return key(h) == name || open && strings.HasPrefix(key(h), stem)
		})
		if at >= 0 {
			return at
		}
	}
	return -1
}

// cell returns a cell of a row; "" when the table has no such column.
func cell(row []string, column int) string {
	if column < 0 || column >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[column])
}

// readTable reads delimited text.
func readTable(name string, data []byte, delimiter rune) (*table, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = delimiter, -1, delimiter == '\t'
	records, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading the codebook %s: %w", name, err)
	}
	return &table{records[0], records[1:]}, nil
}

// readREDCap reads a REDCap data dictionary. The wording of a choice can hold
// commas: its code ends at the first one.
func readREDCap(name string, data []byte) (*Dictionary, error) {
	delimiter := ','
	if line, _, _ := bytes.Cut(data, []byte("\n")); bytes.Count(line, []byte(";")) > bytes.Count(line, []byte(",")) {
		delimiter = ';' // saved by a spreadsheet
	}
	t, err := readTable(name, data, delimiter)
	if err != nil {
		return nil, err
	}
	field, kind, label := t.column("variable / field name", "field_name"), t.column("field type", "field_type"), t.column("field label", "field_label")
	choices, check, branching := t.column("choices*", "select_choices*"), t.column("text validation type*", "text_validation_type*"), t.column("branching logic*", "branching_logic")
	d := &Dictionary{language: "redcap"}
	for _, row := range t.rows {
		v := variable{name: cell(row, field), label: plainText(cell(row, label)), relevance: conditions(cell(row, branching))}
		switch word := cell(row, kind); {
		case word == "checkbox":
			v.kind = survey.Multiple
		case word == "radio", word == "dropdown":
			v.kind = survey.Single
		case word == "yesno":
			v.kind, v.choices = survey.Single, []choice{{"1", "Yes"}, {"0", "No"}}
		case word == "truefalse":
			v.kind, v.choices = survey.Single, []choice{{"1", "True"}, {"0", "False"}}
		case word == "notes":
			v.kind = survey.Open
		case word == "slider", word == "calc", strings.HasPrefix(cell(row, check), "number"), cell(row, check) == "integer":
			v.kind = survey.Number
		}
		if v.kind == survey.Single && len(v.choices) == 0 || v.kind == survey.Multiple {
			for part := range strings.SplitSeq(cell(row, choices), "|") {
				if code, wording, ok := strings.Cut(part, ","); ok {
					v.choices = append(v.choices, choice{strings.TrimSpace(code), plainText(wording)})
				}
			}
		}
		d.add(v)
	}
	return d, nil
}

// readLimeSurvey reads the tab-separated structure of a LimeSurvey survey: a
// line per group, question (Q), sub-question (SQ) and answer (A), in order. Of
// several languages the first counts.
func readLimeSurvey(name string, data []byte) (*Dictionary, error) {
	t, err := readTable(name, data, '\t')
	if err != nil {
		return nil, err
	}
	relevant, group := t.column("relevance"), ""
	class, kind, code, text, language := t.column("class"), t.column("type/scale"), t.column("name"), t.column("text"), t.column("language")
	over := []int{t.column("dualscale_headera"), t.column("dualscale_headerb")}
	d := &Dictionary{language: "limesurvey"}
	first := ""
	var at *variable
	for _, row := range t.rows {
		word := cell(row, class)
		if l := cell(row, language); l != "" {
			if first == "" {
				first = l
			}
			if l != first {
				continue
			}
		}
		c := choice{cell(row, code), plainText(cell(row, text))}
		switch {
		case word == "G":
			group, at = cell(row, relevant), nil
		case word == "Q":
			letter := cell(row, kind)
			at = d.add(variable{name: c.code, label: c.label, kind: limeKind(letter), derived: letter == "*" || letter == "X",
				relevance: conditions(group, cell(row, relevant))})
			if letter == "1" && at != nil {
				at.scales = []scale{{heading: cell(row, over[0])}, {heading: cell(row, over[1])}}
			}
		case at == nil:
		case word == "A" && at.dual():
			at.answerOn(cell(row, kind), c)
		case word == "A", word == "SQ" && at.kind == survey.Multiple:
			at.choices = append(at.choices, c)
		case word == "SQ":
			at.rows = append(at.rows, c)
		}
	}
	return d, nil
}

// limeKind returns the kind that a LimeSurvey type letter stands for.
func limeKind(letter string) survey.Kind {
	switch letter {
	case "L", "!", "O", "F", "H", "Y", "G":
		return survey.Single
	case "M", "P":
		return survey.Multiple
	case "N", "K":
		return survey.Number
	case "S", "T", "U", "Q":
		return survey.Open
	}
	return 0
}

// readXLSForm reads the form of KoboToolbox and ODK: the sheet survey has the
// questions, the sheet choices the lists of options. Nil when the workbook is no
// such form.
func readXLSForm(name string, data []byte) (*Dictionary, error) {
	read := func(sheet string) (*table, error) {
		f, err := export.Read(name, data, export.Options{Sheet: sheet, HeaderRows: []int{1}})
		if err != nil {
			return nil, err
		}
		return tableOf(f), nil
	}
	form, err := read("survey")
	if wrong := new(export.Error); errors.As(err, &wrong) && wrong.Err == nil {
		wrong.Advice = codebookForms // and not what is said of a survey
	}
	if err != nil {
		return nil, fmt.Errorf("reading the codebook %s as an XLSForm: %w", name, err)
	}
	lists := &table{}
	if l, err := read("choices"); err == nil { // a form can be without
		lists = l
	}
	kind, code, label := form.column("type"), form.column("name"), form.column("label", "label*")
	if kind < 0 || code < 0 {
		return nil, fmt.Errorf("reading the codebook %s: its sheet survey has no columns type and name, so it is no XLSForm", name)
	}
	list, option, wording := lists.column("list_name", "list name"), lists.column("name"), lists.column("label", "label*")
	choices := map[string][]choice{}
	for _, row := range lists.rows {
		choices[cell(row, list)] = append(choices[cell(row, list)], choice{cell(row, option), cell(row, wording)})
	}
	d := &Dictionary{language: "xlsform"}
	relevant, groups := form.column("relevant"), []string(nil)
	for _, row := range form.rows {
		word, of, _ := strings.Cut(cell(row, kind), " ")
		of, _, _ = strings.Cut(strings.TrimSpace(of), " ") // "or_other" follows
		v := variable{name: cell(row, code), label: cell(row, label), relevance: conditions(append(slices.Clone(groups), cell(row, relevant))...)}
		switch edge := strings.ReplaceAll(cell(row, kind), " ", "_"); edge {
		case "begin_group", "begin_repeat":
			groups = append(groups, cell(row, relevant))
		case "end_group", "end_repeat":
			groups = groups[:max(0, len(groups)-1)]
		}
		switch word {
		case "calculate", "hidden", "note":
			v.derived = true
		case "select_one":
			v.kind, v.choices = survey.Single, choices[of]
		case "select_multiple":
			v.kind, v.choices = survey.Multiple, choices[of]
		case "integer", "decimal", "range":
			v.kind = survey.Number
		case "text":
			v.kind = survey.Open
		default:
			continue
		}
		d.add(v)
	}
	return d, nil
}

// tableOf returns the columns of a sheet as a table.
func tableOf(f *export.File) *table {
	t := &table{rows: make([][]string, f.Rows.Len())}
	for i := range f.Columns {
		c := &f.Columns[i]
		h := c.Question
		if h == "" {
			h = c.Option
		} else if c.Option != "" {
			h += "::" + c.Option
		}
		t.headings = append(t.headings, h)
		for r := range t.rows {
			t.rows[r] = append(t.rows[r], c.Value(r).Text)
		}
	}
	return t
}

// add adds a variable that has a name.
func (d *Dictionary) add(v variable) *variable {
	if v.name == "" {
		return nil
	}
	if v.label == "" {
		v.label = v.name
	}
	d.variables = append(d.variables, v)
	return &d.variables[len(d.variables)-1]
}

// plainText takes the HTML tags out of a wording.
func plainText(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '<':
			depth++
		case r == '>' && depth > 0:
			depth--
			b.WriteByte(' ')
		case depth == 0:
			b.WriteRune(r)
		}
	}
	if depth > 0 { // a loose "<" is no tag
		return strings.TrimSpace(s)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
