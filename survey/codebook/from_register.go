package codebook

import (
	"fmt"
	"time"
)

// FromRegister says how a register of organisations serves the survey.
type FromRegister struct {
	// On is the day for which the register is asked, as 2018-10-31; the end of the
	// fieldwork when empty.
	On string `yaml:"on,omitempty"`
	// Several says which answers count of a body with more than one: keep-all (the
	// default, with a doubt where bodies merged), keep-first or keep-last.
	Several string `yaml:"several,omitempty"`
	// Bodies are names or codes as respondents wrote them, each with the code in the
	// register.
	Bodies map[string]string `yaml:"bodies,omitempty"`
	// Prefer lists roles or columns of which the register counts, whatever was
	// answered: province, size-class, organisation-type, inhabitants.
	Prefer []string `yaml:"prefer,omitempty,flow"`
	// Columns say how columns of the register become questions.
	Columns []RegisterColumn `yaml:"columns,omitempty"`
}

// RegisterColumn is one column of a register.
type RegisterColumn struct {
	// Column is its heading.
	Column string `yaml:"column"`
	// ID and Label are those of the question that it becomes.
	ID    string `yaml:"id,omitempty"`
	Label string `yaml:"label,omitempty"`
	// Options give words to the values, which are the codes; those that are not
	// named keep their value for a name.
	Options []RegisterValue `yaml:"options,omitempty"`
}

// RegisterValue gives words to a value in a column of a register.
type RegisterValue struct {
	// Code is the value.
	Code  string `yaml:"code"`
	Label string `yaml:"label"`
	Short string `yaml:"short,omitempty"`
	// Plural is how a group of such organisations is called.
	Plural string `yaml:"plural,omitempty"`
}

// Day returns the day of On, zero when it is empty. Read has checked it.
func (f *FromRegister) Day() time.Time {
	day, _ := time.Parse(time.DateOnly, f.On)
	return day
}

// fromRegister checks what the codebook says of the register.
func (c *checker) fromRegister(cb *Codebook) {
	f := &cb.FromRegister
	if f.On != "" {
		if _, err := time.Parse(time.DateOnly, f.On); err != nil {
			c.broken("from_register.on", "%q is no day: write it as 2018-01-31", f.On)
		}
	}
	c.oneOf("from_register.several", f.Several, []string{keepAll, keepFirst, keepLast})
	ids := map[string]bool{}
	for i := range cb.Questions {
		ids[cb.Questions[i].ID] = true
	}
	for i := range f.Columns {
		column := &f.Columns[i]
		path := fmt.Sprintf("from_register.columns.%d", i)
		switch {
		case column.Column == "":
			c.broken(path, "the column has no heading: add column")
		case column.ID != "" && !isID(column.ID):
			c.broken(path+".id", "an id has letters, digits, hyphens and underscores only, not %q", column.ID)
		case len(column.ID) > longestID:
			c.broken(path+".id", "an id has at most %d letters, since files are named after it; this one has %d", longestID, len(column.ID))
		case ids[column.ID]:
			c.broken(path+".id", "the id %q is that of a question already", column.ID)
		}
		if column.ID != "" {
			ids[column.ID] = true
		}
		codes := map[string]bool{}
		for j, o := range column.Options {
			at := fmt.Sprintf("%s.options.%d", path, j)
			switch {
			case o.Code == "" || o.Label == "":
				c.broken(at, "an option needs the value in the register as its code, and a label")
			case codes[key(o.Code)]:
				c.broken(at+".code", "the code %q occurs twice", o.Code)
			}
			codes[key(o.Code)] = true
		}
	}
}
