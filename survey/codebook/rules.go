package codebook

import (
	"fmt"
	"slices"
	"strings"

	"benchmark/survey"
)

// The words of a codebook that stand for a rule about duplicates.
const (
	keepAll   = "keep-all"
	keepFirst = "keep-first"
	keepLast  = "keep-last"
)

// rules checks what the form of a codebook alone does not tell.
func (c *checker) rules(cb *Codebook) {
	c.oneOf("survey.language", cb.Survey.Language, []string{"nl", "en"})
	c.oneOf("survey.mode", cb.Survey.Mode, modeWords())
	c.oneOf("respondent.duplicates", cb.Respondent.Duplicates, []string{keepAll, keepFirst, keepLast})
	if d := cb.Respondent.Duplicates; d != "" && d != keepAll && cb.Respondent.ID == "" {
		c.broken("respondent.duplicates", "%s needs the column with the respondent's id: add id", d)
	}
	if r := &cb.Respondent; r.Status == "" && (len(r.Complete) > 0 || len(r.Tests) > 0 && r.TestColumn == "") {
		c.broken("respondent", "tests and complete are values of the status column: add status")
	}
	for i, row := range cb.File.HeaderRows {
		if row < 1 || (i > 0 && row <= cb.File.HeaderRows[i-1]) {
			c.broken("file.header_rows", "header rows count from 1 and go upwards")
			break
		}
	}
	if d := cb.File.Delimiter; d != "" && d != "tab" && len([]rune(d)) != 1 {
		c.broken("file.delimiter", `the delimiter is one character, or "tab"`)
	}
	if len(cb.Questions) == 0 {
		c.broken("", "there are no questions; write a codebook with: benchmark inspect FILE --write-codebook")
	}
	seen := map[string]int{}
	once := map[survey.Role]string{}
	for i := range cb.Questions {
		c.question(cb, i, seen, once)
	}
	for i := range cb.Questions {
		c.groups(cb, i)
	}
	c.respondent(cb)
	c.design(cb)
	c.fromRegister(cb)
	c.waves(cb)
}

// broken notes a fault at the value with the path, or at what holds it.
func (c *checker) broken(path, format string, args ...any) {
	at, ok := c.at[path]
	for !ok && path != "" {
		cut := max(0, strings.LastIndexByte(path, '.'))
		path = path[:cut]
		at, ok = c.at[path]
	}
	at.Message = fmt.Sprintf(format, args...)
	c.faults = append(c.faults, at)
}

// oneOf checks a word that may be empty.
func (c *checker) oneOf(path, word string, known []string) bool {
	if word == "" || slices.Contains(known, word) {
		return true
	}
	c.broken(path, "%s has no word %q%s", named(path), word, suggestion(word, known))
	return false
}

// longestID is how many letters an id has at most: names of files hold two of them.
const longestID = 100

func (c *checker) question(cb *Codebook, i int, seen map[string]int, once map[survey.Role]string) {
	q := &cb.Questions[i]
	path := fmt.Sprintf("questions.%d", i)
	switch {
	case q.ID == "":
		c.broken(path, "the question has no id")
	case !isID(q.ID):
		c.broken(path+".id", "an id has letters, digits, hyphens and underscores only, not %q", q.ID)
	case len(q.ID) > longestID:
		c.broken(path+".id", "an id has at most %d letters, since files are named after it; this one has %d", longestID, len(q.ID))
	}
	if first, twice := seen[q.ID]; twice && q.ID != "" {
		c.broken(path+".id", "the id %q is that of question %d already", q.ID, first+1)
	} else {
		seen[q.ID] = i
	}
	if strings.TrimSpace(q.Column) == "" {
		c.broken(path, "question %q has no column: give its heading, or a letter as in =AB", q.ID)
	} else if letters, ok := strings.CutPrefix(q.Column, "="); ok {
		if _, _, ok := letterRange(letters); !ok {
			c.broken(path+".column", "%q is no column: after = come letters as in =AB or =K:Q", q.Column)
		}
	}
	c.oneOf(path+".sensitivity", q.Sensitivity, []string{survey.Protected.String(), survey.Public.String()})
	if q.Kind == "" {
		c.broken(path, "question %q has no kind: use one of %s", q.ID, strings.Join(kindWords(), ", "))
	} else if c.oneOf(path+".kind", q.Kind, kindWords()) {
		c.belongings(path, q)
		c.options(path, q)
	}
	if c.oneOf(path+".role", q.Role, roleWords()) {
		c.role(path, q, once)
	}
	c.routing(cb, path, i, seen)
	c.themes(path, q)
	c.judgement(path, q)
}

func isID(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_'
	})
}

// belongings checks the keys that one kind of question has and others lack.
func (c *checker) belongings(path string, q *Question) {
	kind := kindOf(q.Kind)
	foreign := func(name string, present bool, fits ...survey.Kind) {
		if present && !slices.Contains(fits, kind) {
			c.broken(path+"."+name, "%s does not belong to a question of kind %s", name, q.Kind)
		}
	}
	foreign("options", len(q.Options) > 0, survey.Single, survey.Multiple, survey.Scale)
	foreign("separator", q.Separator != "", survey.Multiple)
	foreign("unit", q.Unit != "", survey.Number)
	foreign("minimum", q.Minimum != nil, survey.Number)
	foreign("maximum", q.Maximum != nil, survey.Number)
	foreign("themes", len(q.Themes) > 0, survey.Open)
	foreign("base", q.Base != "", survey.Multiple)
	foreign("reverse", q.Reverse, survey.Scale)
	foreign("begins", q.Begins, survey.Single)
	foreign("exact", q.Exact, survey.Single, survey.Multiple, survey.Scale)
	foreign("groups", len(q.Groups) > 0, survey.Single, survey.Multiple, survey.Scale)
	foreign("recode", len(q.Recode) > 0, survey.Single, survey.Scale, survey.Number)
	c.oneOf(path+".base", q.Base, []string{baseMarked, baseTicked})
	if q.Base != "" && q.Separator != "" {
		c.broken(path+".base", "base belongs to a block of columns, and question %q has its answers in one cell", q.ID)
	}
	c.recode(path, q)
	if q.Minimum != nil && q.Maximum != nil && *q.Minimum > *q.Maximum {
		c.broken(path+".minimum", "the minimum %v is above the maximum %v", *q.Minimum, *q.Maximum)
	}
	if kind.Closed() && len(q.Options) == 0 {
		c.broken(path, "question %q of kind %s has no options", q.ID, q.Kind)
	}
}

func (c *checker) routing(cb *Codebook, path string, i int, seen map[string]int) {
	q := &cb.Questions[i]
	if q.AskedAll && len(q.AskedIf) > 0 {
		c.broken(path+".asked_all", "question %q has asked_if too: it cannot be put to everyone", q.ID)
	}
	for _, id := range conditionIDs(cb, q) {
		at := path + ".asked_if." + id
		k, known := seen[id]
		switch {
		case !known || k >= i:
			c.broken(at, "asked_if names %q, which is no earlier question%s", id, suggestion(id, earlierIDs(cb, i)))
			continue
		case kindOf(cb.Questions[k].Kind) == 0: // that is told of its kind
			continue
		case !kindOf(cb.Questions[k].Kind).Closed():
			c.broken(at, "asked_if names %q, which has no options", id)
			continue
		case len(q.AskedIf[id]) == 0:
			c.broken(at, "asked_if names no option of %q", id)
		}
		codes := optionCodes(&cb.Questions[k])
		for j, code := range q.AskedIf[id] {
			if !slices.Contains(codes, code) {
				c.broken(fmt.Sprintf("%s.%d", at, j), "question %q has no option %q%s", id, code, suggestion(code, codes))
			}
		}
	}
}

func (c *checker) themes(path string, q *Question) {
	codes := map[string]bool{}
	for i, t := range q.Themes {
		at := fmt.Sprintf("%s.themes.%d", path, i)
		switch {
		case t.Code == "":
			c.broken(at, "the theme has no code")
		case codes[t.Code]:
			c.broken(at+".code", "the theme code %q occurs twice", t.Code)
		}
		codes[t.Code] = true
		if t.Label == "" {
			c.broken(at, "theme %q has no label", t.Code)
		}
		if len(t.Patterns) == 0 {
			c.broken(at, "theme %q has no patterns: give the words or phrases that it covers", t.Code)
		}
		for j, p := range t.Patterns {
			if strings.TrimSpace(p) == "" {
				c.broken(fmt.Sprintf("%s.patterns.%d", at, j), "theme %q has an empty pattern, which would fit every answer", t.Code)
			}
		}
	}
}

// conditionIDs returns the question ids of asked_if: the known ones in
// questionnaire order, then the others by name.
func conditionIDs(cb *Codebook, q *Question) []string {
	ids := make([]string, 0, len(q.AskedIf))
	place := map[string]int{}
	for id := range q.AskedIf {
		ids = append(ids, id)
		place[id] = slices.IndexFunc(cb.Questions, func(o Question) bool { return o.ID == id })
	}
	slices.SortFunc(ids, func(a, b string) int {
		if place[a] != place[b] {
			return place[a] - place[b]
		}
		return strings.Compare(a, b)
	})
	return ids
}

func earlierIDs(cb *Codebook, i int) []string {
	var ids []string
	for _, q := range cb.Questions[:i] {
		if kindOf(q.Kind).Closed() {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

func optionCodes(q *Question) []string {
	codes := make([]string, len(q.Options))
	for i, o := range q.Options {
		codes[i] = o.Code
	}
	return codes
}
