// Package tidy lays a survey out for other programs: one row per respondent, one
// column per variable, a column of 0 and 1 per option of a select-all question, codes
// with their wordings, nothing where there is no answer. It writes that as CSV, as an
// SPSS file and as Parquet, with a codebook of the columns.
//
// A row is about one organisation, so that no disclosure control can help. What names
// the organisation is left out, or replaced by a pseudonym; what tells of persons, and
// texts in a respondent's own words, always are left out. That is no anonymity: who
// knows some answers of an organisation finds its row.
package tidy

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"benchmark/survey"
)

// Kind says what the values of a column are.
type Kind string

// The kinds of column.
const (
	Text   Kind = "text"   // a pseudonym, or a name
	Choice Kind = "choice" // one of Labels
	Scale  Kind = "scale"  // one of Labels, which are in order
	Tick   Kind = "tick"   // 1 or 0
	Number Kind = "number"
)

// Table is a survey, one row per respondent.
type Table struct {
	// Title is that of the study, or empty; Notice what a file should say of its use.
	Title, Notice string
	Rows          int
	Columns       []Column
	// Left are the ids of the questions that were left out, in questionnaire order.
	Left []string

	survey *survey.Survey
}

// Column is one variable.
type Column struct {
	// Name is unique in any case: letters, digits and underscores, a letter first, at
	// most 64 bytes.
	Name string
	// Label is the wording of the question and, for a tick, Option that of the option.
	Label, Option string
	// Question is the id of the question, empty for what was not asked.
	Question string
	Kind     Kind
	// Labels are the wordings of the choices; the first has code 1.
	Labels []string
	// Weight is true for the weights.
	Weight bool
	// There says where there is a value, nil: everywhere. Where there is none Numbers has
	// 0 and Texts nothing.
	There []bool
	// Numbers are codes from 1 for a choice or a scale, 1 and 0 for ticks, or numbers;
	// Texts are texts. One of the two is nil.
	Numbers []float64
	Texts   []string
}

// has reports whether row i has a value.
func (c *Column) has(i int) bool { return c.There == nil || c.There[i] }

// Options change what Of makes.
type Options struct {
	// Names keeps the name and the official code of the organisation and what else names
	// it: its number of inhabitants, its shared service and the columns of the register.
	// Rows are then in the order of the file.
	Names bool
	// Key makes a pseudonym from the name and a secret, so that an organisation has the
	// same one in every file made with the key. Without it organisations are numbered.
	Key []byte
	// Themes finds the themes of open answers: one set of respondents per theme. Nil
	// leaves the themes out.
	Themes func(answers []string, themes []survey.Theme) []survey.Bits
}

// Pseudonym is the name of the column with the pseudonym.
const Pseudonym = "organisation"

// Of lays a survey out. Without Names the rows are ordered by what is in them, so that
// their order tells nothing of that of the file. The same survey gives the same table.
func Of(s *survey.Survey, o Options) *Table {
	t := &Table{Title: survey.Plain(s.Title), Rows: s.Respondents, survey: s}
	b := &builder{survey: s, options: o, table: t, taken: map[string]bool{}}
	bodies := b.bodies()
	for i := range s.Questions {
		b.question(i)
	}
	if w := s.Design.Weights; w != nil {
		b.add(Column{Name: "weight", Label: "weight", Kind: Number, Weight: true, Numbers: slices.Clone(w)})
	}
	if !o.Names {
		bodies = t.sort(bodies)
	}
	pseudonyms := b.pseudonyms(bodies)
	name := b.name(Pseudonym, "")
	t.Columns = slices.Insert(t.Columns, 0, Column{Name: name, Label: "pseudonym", Kind: Text, Texts: pseudonyms})
	return t
}

// builder makes a table.
type builder struct {
	survey  *survey.Survey
	options Options
	table   *Table
	taken   map[string]bool // names in small letters
}

// bodies tells the organisations apart: by code, else by name, else every row is one.
func (b *builder) bodies() []string {
	bodies := make([]string, b.survey.Respondents)
	for r := range bodies {
		bodies[r] = fmt.Sprintf("row %d", r)
	}
	for _, role := range []survey.Role{survey.Organisation, survey.BodyCode} {
		at := b.survey.First(role)
		if at < 0 {
			continue
		}
		texts := b.texts(at)
		for r, text := range texts {
			if text != "" {
				bodies[r] = string(role) + " " + strings.ToLower(survey.Plain(text))
			}
		}
	}
	return bodies
}

// texts returns the answers to a question as texts, nothing where there is none.
func (b *builder) texts(at int) []string {
	q, c := &b.survey.Questions[at], &b.survey.Columns[at]
	texts := make([]string, b.survey.Respondents)
	for r := range texts {
		switch {
		case c.State(r) != survey.Answered:
		case c.Worded():
			texts[r] = survey.Plain(c.Text(r))
		case c.Coded():
			texts[r] = survey.Plain(q.Options[c.Code(r)].Label)
		}
	}
	return texts
}

// pseudonyms returns one per row: by the key, else numbers by the first row.
func (b *builder) pseudonyms(bodies []string) []string {
	all := make([]string, len(bodies))
	number := map[string]int{}
	for _, body := range bodies {
		if _, known := number[body]; !known {
			number[body] = len(number) + 1
		}
	}
	digits := len(fmt.Sprint(len(number)))
	for r, body := range bodies {
		if b.options.Key == nil {
			all[r] = fmt.Sprintf("org-%0*d", digits, number[body])
			continue
		}
		mac := hmac.New(sha256.New, b.options.Key)
		mac.Write([]byte(body))
		all[r] = "org-" + hex.EncodeToString(mac.Sum(nil)[:8])
	}
	return all
}

// naming reports whether the answers to a question name the organisation or come close.
func naming(q *survey.Question) bool {
	switch q.Role {
	case survey.Organisation, survey.BodyCode, survey.Inhabitants, survey.SharedService, survey.Registered:
		return true
	}
	return false
}

// question adds the columns of a question, or notes that it is left out.
func (b *builder) question(at int) {
	q, c := &b.survey.Questions[at], &b.survey.Columns[at]
	left := len(b.table.Columns)
	switch {
	case q.Role == survey.Weight: // it is in the design
		return
	case naming(q) && !b.options.Names:
	case q.Kind == survey.Name && naming(q):
		b.add(Column{Name: b.name(q.ID, ""), Label: q.Text, Question: q.ID, Kind: Text, There: b.there(c), Texts: b.texts(at)})
	case q.Kind == survey.Single || q.Kind == survey.Scale:
		b.choice(q, c)
	case q.Kind == survey.Multiple:
		for o := range q.Options {
			b.tick(q, q.Options[o].Code, q.Options[o].Label, c, c.Ticks[o])
		}
	case q.Kind == survey.Number:
		b.add(Column{Name: b.name(q.ID, ""), Label: q.Text, Question: q.ID, Kind: Number, There: b.there(c), Numbers: slices.Clone(c.Numbers())})
	case q.Kind == survey.Open && b.options.Themes != nil && len(q.Themes) > 0:
		for k, set := range b.options.Themes(c.Texts(), q.Themes) {
			b.tick(q, q.Themes[k].Code, q.Themes[k].Label, c, set)
		}
	}
	if left == len(b.table.Columns) {
		b.table.Left = append(b.table.Left, q.ID)
	}
}

func (b *builder) there(c *survey.Column) []bool {
	there := make([]bool, c.Len())
	for r := range there {
		there[r] = c.State(r) == survey.Answered
	}
	return there
}

// choice adds the column of a question with one answer.
func (b *builder) choice(q *survey.Question, c *survey.Column) {
	kind := Choice
	if q.Kind == survey.Scale {
		kind = Scale
	}
	column := Column{Name: b.name(q.ID, ""), Label: q.Text, Question: q.ID, Kind: kind, There: b.there(c), Numbers: make([]float64, c.Len())}
	for o := range q.Options {
		column.Labels = append(column.Labels, survey.Plain(cmp.Or(q.Options[o].Label, q.Options[o].Code)))
	}
	for r := range c.Len() {
		if column.There[r] {
			column.Numbers[r] = float64(c.Code(r)) + 1
		}
	}
	b.add(column)
}

// tick adds the column of an option or a theme.
func (b *builder) tick(q *survey.Question, code, label string, c *survey.Column, set survey.Bits) {
	column := Column{
		Name: b.name(q.ID, code), Label: q.Text, Option: survey.Plain(cmp.Or(label, code)), Question: q.ID,
		Kind: Tick, There: b.there(c), Numbers: make([]float64, c.Len()),
	}
	set.Each(func(r int) {
		if column.There[r] {
			column.Numbers[r] = 1
		}
	})
	b.add(column)
}

func (b *builder) add(c Column) {
	c.Label = survey.Plain(c.Label)
	b.table.Columns = append(b.table.Columns, c)
}

// longestName is the number of bytes of a name in SPSS.
const longestName = 64

// name makes a name from the id of a question and the code of an option.
func (b *builder) name(id, option string) string {
	name := plainName(id)
	if option != "" {
		name += "_" + plainName(option)
	}
	if first := name[0]; first < 'A' || first > 'z' || first == '_' || reserved(name) {
		name = "v_" + name
	}
	name = name[:min(len(name), longestName)]
	unique := name
	for n := 2; b.taken[strings.ToLower(unique)]; n++ {
		end := fmt.Sprintf("_%d", n)
		unique = name[:min(len(name), longestName-len(end))] + end
	}
	b.taken[strings.ToLower(unique)] = true
	return unique
}

// plainName keeps letters and digits, with one underscore in place of all else.
func plainName(s string) string {
	fields := strings.FieldsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
	})
	return cmp.Or(strings.Join(fields, "_"), "x")
}

// reserved reports whether SPSS keeps the word for itself.
func reserved(name string) bool {
	return slices.Contains([]string{"ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"}, strings.ToUpper(name))
}

// sort orders the rows by what is in them, and returns the bodies in that order.
func (t *Table) sort(bodies []string) []string {
	order := make([]int, t.Rows)
	for r := range order {
		order[r] = r
	}
	slices.SortFunc(order, func(i, j int) int {
		for k := range t.Columns {
			c := &t.Columns[k]
			if has := c.has(i); has != c.has(j) {
				if has {
					return -1
				}
				return 1
			}
			if by := cmp.Compare(c.Numbers[i], c.Numbers[j]); by != 0 {
				return by
			}
		}
		return cmp.Compare(bodies[i], bodies[j])
	})
	for k := range t.Columns {
		c := &t.Columns[k]
		c.Numbers = reordered(c.Numbers, order)
		if c.There != nil {
			c.There = reordered(c.There, order)
		}
	}
	return reordered(bodies, order)
}

// reordered returns the values in the order of the positions.
func reordered[T any](values []T, order []int) []T {
	out := make([]T, len(order))
	for to, from := range order {
		out[to] = values[from]
	}
	return out
}
