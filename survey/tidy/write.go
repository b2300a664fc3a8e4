package tidy

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"

	"benchmark/survey"
	"benchmark/survey/export/spss"
)

// CSV returns the table as CSV in UTF-8: the names of the columns first, wordings in
// place of codes, numbers with a decimal point. A cell that a spreadsheet would take for
// a formula has an apostrophe before it.
func (t *Table) CSV() ([]byte, error) {
	return written(func(w *csv.Writer) {
		line := make([]string, len(t.Columns))
		for k := range t.Columns {
			line[k] = t.Columns[k].Name
		}
		_ = w.Write(line) // the writer keeps its error
		for r := range t.Rows {
			for k := range t.Columns {
				line[k] = t.Columns[k].cell(r)
			}
			_ = w.Write(line)
		}
	})
}

// written returns what f writes.
func written(f func(*csv.Writer)) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	f(w)
	w.Flush()
	return b.Bytes(), w.Error()
}

// cell returns a value as text.
func (c *Column) cell(r int) string {
	switch {
	case !c.has(r):
		return ""
	case c.Kind == Text:
		return survey.Inert(c.Texts[r])
	case c.Labels != nil:
		return survey.Inert(c.Labels[int(c.Numbers[r])-1])
	}
	return strconv.FormatFloat(c.Numbers[r], 'f', -1, 64)
}

// Codebook returns what the columns mean as CSV: a line per column, and one per code of
// a choice or a scale.
func (t *Table) Codebook() ([]byte, error) {
	return written(func(w *csv.Writer) {
		_ = w.Write([]string{"variable", "kind", "question", "label", "option", "code", "code_label"})
		for k := range t.Columns {
			c := &t.Columns[k]
			line := []string{c.Name, string(c.Kind), c.Question, survey.Inert(c.Label), survey.Inert(c.Option), "", ""}
			if c.Labels == nil {
				_ = w.Write(line)
			}
			for i, label := range c.Labels {
				line[5], line[6] = strconv.Itoa(i+1), survey.Inert(label)
				_ = w.Write(line)
			}
		}
	})
}

// SPSS returns the table as an SPSS file: codes with value labels, a multiple-response
// set per select-all question, the weights as weight.
func (t *Table) SPSS() ([]byte, error) {
	f := &spss.File{Label: t.Title, Product: "benchmark", Cases: t.Rows, Weight: -1}
	sets := map[string]int{}
	for k := range t.Columns {
		c := &t.Columns[k]
		if c.Weight {
			f.Weight = k
		}
		f.Variables = append(f.Variables, c.variable(t.Rows))
		if c.Kind != Tick {
			continue
		}
		at, known := sets[c.Question]
		if !known {
			at = len(f.Sets)
			sets[c.Question] = at
			f.Sets = append(f.Sets, spss.Set{Name: fmt.Sprintf("$set%d", at+1), Label: c.Label, Counted: "1"})
		}
		f.Sets[at].Variables = append(f.Sets[at].Variables, k)
	}
	return spss.Write(f)
}

// variable returns a column as SPSS has it.
func (c *Column) variable(rows int) spss.Variable {
	v := spss.Variable{Name: c.Name, Label: c.Label}
	if c.Option != "" {
		v.Label = c.Option + " | " + c.Label // what is cut off is the question
	}
	if c.Kind == Text {
		return c.texts(v)
	}
	v.Format, v.Measure = spss.Format{Name: "F", Width: 8}, spss.Nominal
	switch c.Kind {
	case Scale:
		v.Measure = spss.Ordinal
	case Number:
		v.Format.Decimals, v.Measure = 2, spss.Scale
	case Tick:
		v.Labels = []spss.ValueLabel{{Number: 0, Label: "0"}, {Number: 1, Label: c.Option}}
	}
	for i, label := range c.Labels {
		v.Labels = append(v.Labels, spss.ValueLabel{Number: float64(i + 1), Label: label})
	}
	v.Numbers, v.States = c.Numbers, make([]spss.State, rows)
	for r := range rows {
		if !c.has(r) {
			v.States[r] = spss.SystemMissing
		}
	}
	return v
}

// texts fills in the texts of a column, which are cut at what SPSS holds.
func (c *Column) texts(v spss.Variable) spss.Variable {
	v.Width, v.Measure = 1, spss.Nominal
	v.Dict, v.DictStates = []string{""}, []spss.State{spss.Valid}
	known := map[string]uint32{"": 0}
	for _, text := range c.Texts {
		text = spss.Cut(text, spss.MostBytes)
		code, ok := known[text]
		if !ok {
			code = uint32(len(v.Dict))
			known[text] = code
			v.Dict, v.DictStates = append(v.Dict, text), append(v.DictStates, spss.Valid)
			v.Width = max(v.Width, len(text))
		}
		v.Codes = append(v.Codes, code)
	}
	return v
}
