package codebook

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
)

// Dictionary is the questionnaire as a survey tool itself writes it down: a
// REDCap data dictionary, an XLSForm (KoboToolbox, ODK) or a LimeSurvey
// structure. It has wordings, kinds and choices, and knows nothing of roles.
type Dictionary struct {
	variables []variable
	// language is that of its conditions: redcap, limesurvey or xlsform.
	language string
}

// variable is one question of a dictionary.
type variable struct {
	// name is the heading of its column in an export with codes.
	name  string
	label string
	// kind is that of its answers, or 0 when the tool leaves it open.
	kind survey.Kind
	// choices are the options; rows the sub-questions of a matrix.
	choices, rows []choice
	// relevance are the conditions for the question to be shown, all of which
	// hold; in the tool's own language.
	relevance []string
	// scales are the two scales of an array of LimeSurvey that has these.
	scales []scale
	// derived is true for what the tool works out and nobody answers.
	derived bool
}

// choice is a code with its wording.
type choice struct{ code, label string }

// labelOf returns the wording of a code.
func labelOf(choices []choice, code string) (string, bool) {
	at := slices.IndexFunc(choices, func(c choice) bool { return c.code == code })
	if at < 0 {
		at = slices.IndexFunc(choices, func(c choice) bool { return key(c.code) == key(code) })
	}
	if at < 0 {
		return "", false
	}
	return choices[at].label, true
}

// readDictionary reads a survey tool's own codebook, recognised by its content;
// nil when it is none.
func readDictionary(name string, data []byte) (*Dictionary, error) {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return readXLSForm(name, data)
	}
	text := bytes.TrimPrefix(data, []byte("\ufeff"))
	line, _, _ := bytes.Cut(text, []byte("\n"))
	head := key(string(line))
	switch {
	case strings.Contains(head, "variable / field name") && strings.Contains(head, "choices"),
		strings.Contains(head, "field_name") && strings.Contains(head, "field_type"):
		return readREDCap(name, text)
	case strings.Contains(string(line), "\t") && strings.Contains(head, "class") && strings.Contains(head, "type/scale"):
		return readLimeSurvey(name, text)
	}
	return nil, notADictionary(name, string(line))
}

// For returns the codebook to use on a file: itself, unless it was read from the
// dictionary of a survey tool. That is filled in with what the file tells, as
// Infer does, in the words of the dictionary.
func (cb *Codebook) For(f *export.File) *Codebook {
	if cb.Dictionary == nil {
		return cb
	}
	labelled, of := cb.Dictionary.relabel(f)
	filled := Infer(labelled)
	filled.Name, filled.SHA256 = cb.Name, cb.SHA256
	from, to := newDirectory(labelled), newDirectory(f)
	back := func(reference string) string {
		if found, err := from.find(reference); err == nil {
			return to.reference(found)
		}
		return reference
	}
	for i := range filled.Questions {
		q := &filled.Questions[i]
		columns, err := from.find(q.Column)
		q.Column = back(q.Column)
		if err != nil || of[columns[0]] == nil {
			continue
		}
		of[columns[0]].settle(q, len(columns) > 1)
		of[columns[0]].settleDoubts(filled, q.ID)
		if of[columns[0]].derived {
			filled.Ignore = append(filled.Ignore, q.Column)
			continue
		}
		if q.Label = of[columns[0]].label; len(columns) == 1 && labelled.Columns[columns[0]].Option != "" {
			q.Label = heading(&labelled.Columns[columns[0]])
		}
	}
	filled.Questions = slices.DeleteFunc(filled.Questions, func(q Question) bool { return slices.Contains(filled.Ignore, q.Column) })
	cb.Dictionary.route(filled, f, labelled, of)
	for i := range filled.Ignore {
		filled.Ignore[i] = back(filled.Ignore[i])
	}
	filled.Doubts = slices.DeleteFunc(filled.Doubts, func(i survey.Issue) bool { return i.Code == survey.IssueAnswerCodes })
	r := &filled.Respondent
	for _, reference := range []*string{&r.ID, &r.Started, &r.Ended, &r.Status} {
		if *reference != "" {
			*reference = back(*reference)
		}
	}
	return filled
}

// relabel returns the file with wordings for codes, and the variable of each
// column, or nil.
func (d *Dictionary) relabel(f *export.File) (*export.File, []*variable) {
	byName := map[string]*variable{}
	for i := range d.variables {
		v := &d.variables[i]
		byName[key(v.label)] = v
	}
	for i := range d.variables {
		byName[key(d.variables[i].name)] = &d.variables[i]
	}
	labelled := *f
	labelled.Columns = slices.Clone(f.Columns)
	of := make([]*variable, len(f.Columns))
	for i := range labelled.Columns {
		c := &labelled.Columns[i]
		if v := dualOf(byName, c); v != nil {
			of[i] = v
			v.relabel(c)
			continue
		}
		names := []string{c.Code, c.Question, c.Question[strings.LastIndexByte(c.Question, '/')+1:]}
		for _, name := range names {
			if v := byName[key(name)]; v != nil && name != "" {
				of[i] = v
				v.relabel(c)
				break
			}
		}
	}
	return &labelled, of
}

// relabel puts wordings for codes in a column.
func (v *variable) relabel(c *export.Column) {
	c.Question = cmp.Or(v.label, v.name)
	if label, ok := labelOf(v.rows, c.Option); ok {
		c.Option = label
	} else if label, ok := labelOf(v.choices, c.Option); ok && v.kind == survey.Multiple {
		c.Option = label
	}
	if v.kind == survey.Multiple && c.Option == "" {
		v.relabelJoined(c)
	}
	if v.kind != survey.Single && len(v.rows) == 0 {
		return
	}
	dict := c.Dict.Cells()
	for i := range dict {
		if label, ok := labelOf(v.choices, dict[i].Text); ok {
			dict[i] = export.Cell{Text: label}
		}
	}
	c.Dict = export.DictionaryOf(dict...)
}

// settle gives a question that was inferred the kind and the choices of the
// dictionary; block tells that it stands over a column per option.
func (v *variable) settle(q *Question, block bool) {
	switch {
	case v.kind == survey.Number && len(v.choices) == 0:
		if kindOf(q.Kind).Closed() && q.Role == "" {
			q.Kind, q.Options = survey.Number.String(), nil
		}
		return
	case v.kind == survey.Open && kindOf(q.Kind).Closed() && q.Role == "" && !block:
		q.Kind, q.Options, q.Separator, q.Begins = survey.Open.String(), nil, "", false // few of them, or the same ones
		return
	case len(v.choices) == 0:
		return
	case v.kind == survey.Multiple && !block:
		q.Kind, q.Options = survey.Multiple.String(), nil
		if q.Separator == "" || q.Separator == labelBreak {
			q.Separator = " "
		}
	case v.kind == survey.Single && !kindOf(q.Kind).Closed():
		q.Kind, q.Unit, q.Options = survey.Single.String(), "", nil
	}
	q.Begins = false // all its options are known
	for i := range q.Options {
		o := &q.Options[i]
		if at := v.choice(o); at >= 0 {
			o.Code, o.Label = v.choices[at].code, v.choices[at].label
		}
	}
	if !block {
		v.complete(q)
	}
	if q.Kind != survey.Scale.String() {
		slices.SortStableFunc(q.Options, func(a, b Option) int { return v.place(&a) - v.place(&b) })
	}
}

// complete adds the choices that nobody made.
func (v *variable) complete(q *Question) {
	for _, c := range v.choices {
		if !slices.ContainsFunc(q.Options, func(o Option) bool { return o.Code == c.code || key(o.Label) == key(c.label) }) {
			q.Options = append(q.Options, Option{Code: c.code, Label: c.label, Other: otherHeading(c.label), DontKnow: dontKnow(c.label)})
		}
	}
}

// choice returns which choice an option is, or -1.
func (v *variable) choice(o *Option) int {
	return slices.IndexFunc(v.choices, func(c choice) bool {
		return key(c.label) == key(o.Label) || strings.HasSuffix(o.Label, "___"+c.label)
	})
}

func (v *variable) place(o *Option) int {
	if at := v.choice(o); at >= 0 {
		return at
	}
	return len(v.choices)
}
