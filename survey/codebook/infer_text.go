package codebook

import (
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
)

// maxCodes is the number of distinct codes up to which whole numbers with a text
// beside them are taken for options.
const maxCodes = 30

// otherText reports whether a column of a block holds the text that goes with
// an option, by the marks of the tool or else by its heading.
func otherText(c *export.Column) bool { return typedBeside(c) || otherHeading(c.Option) }

// typedBeside reports whether the tool marks a column as the text beside an
// option.
func typedBeside(c *export.Column) bool { return c.Entry == export.EntryTyped && c.Option != "" }

// isOption reports whether a column is one of ticks, whatever its heading: an
// option of a block of which the file has the options alone, or cells that only
// say the heading again. "Telephone" may be an answer as well as personal data.
func isOption(c *export.Column, p *profile) bool {
	head := c.Option
	if head == "" {
		head = c.Question
	}
	return c.Question == "" && c.Option != "" || p.distinct() == 1 && p.values[0].key == key(head)
}

// textFor reports whether a column of the block holds the text that goes with
// the option.
func textFor(profiles []profile, label string) bool {
	return slices.ContainsFunc(profiles, func(p profile) bool {
		return typedBeside(p.column) && key(p.column.Option) == key(label)
	})
}

// choiceWithText proposes the choice in the column main, of which the other
// columns hold the texts; nil when the cells are no choice.
func (in *inference) choiceWithText(columns []int, profiles []profile, main int) *draft {
	p := profiles[main]
	d := in.single(columns, p)
	if d.Kind == survey.Number.String() && len(p.values) <= maxCodes && p.share(wholeNumber) == 1 {
		d.Kind, d.Role, d.Unit = "", "", ""
		d.choice(in.cb.Survey.Language, false, false)
	}
	switch d.Kind {
	case survey.Single.String(), survey.Scale.String(), survey.Multiple.String():
	default:
		return nil
	}
	marked := false
	for i := range profiles {
		if i != main {
			marked = d.markOther(profiles[i].column) || marked
		}
	}
	if !marked && !(d.coded() && in.otherByRows(d, profiles, main)) {
		d.addOther(in.cb.Survey.Language)
	}
	return d
}

// otherByRows marks the option of which the code stands beside every text, and
// beside nothing else.
func (in *inference) otherByRows(d *draft, profiles []profile, main int) bool {
	cells := profiles[main].column
	beside, texts := map[uint32]int{}, 0
	for r, code := range cells.Codes.All() {
		if !in.skip[r] && slices.ContainsFunc(profiles, func(p profile) bool { return p.column != cells && p.counts[p.column.Codes.At(r)] > 0 }) {
			beside[code]++
			texts++
		}
	}
	for code, cell := range cells.Dict.All() {
		if n := beside[uint32(code)]; n < 3 || n < texts || 10*n < 9*profiles[main].counts[code] {
			continue
		}
		for i := range d.Options {
			if d.Options[i].Label == cell.Text {
				d.Options[i].Other = true
				return true
			}
		}
	}
	return false
}

// markOther marks the option that a text goes with: the one with its wording or
// with its code. An option that nobody chose is added.
func (d *draft) markOther(text *export.Column) bool {
	if !typedBeside(text) {
		return false
	}
	code := optionCode(text)
	for i := range d.Options {
		if o := &d.Options[i]; key(o.Label) == key(text.Option) || code != "" && o.Label == code {
			o.Other = true
			slices.SortStableFunc(d.Options, func(a, b Option) int { return last(a) - last(b) })
			return true
		}
	}
	if !strings.HasSuffix(text.Option, "TEXT") && !d.coded() {
		d.Options = append(d.Options, Option{Label: text.Option, Other: true})
		return true
	}
	return false
}

// yesOrNo makes the draft a choice of yes and no when its cells are the 1 and 0
// by which Typeform writes these.
func (d *draft) yesOrNo(dialect, language string) bool {
	if dialect != "typeform" || d.profile.filled == 0 || d.profile.share(func(v value) bool { return v.key == "0" || v.key == "1" }) < 1 {
		return false
	}
	yes, no := "Yes", "No"
	if language == "nl" {
		yes, no = "Ja", "Nee"
	}
	d.Kind = survey.Single.String()
	d.Options = []Option{{Code: "1", Label: yes}, {Code: "0", Label: no}}
	return d.because(BasisOptionCodes, "2")
}

// comment reports whether the column holds what respondents typed, by the marks
// of the tool or by a heading beside the rows of a matrix.
func (d *draft) comment() bool {
	c := d.profile.column
	return c.Entry == export.EntryTyped || c.Option != "" && len(d.columns) == 1 &&
		has(wordsOf(c.Option), "opmerking", "opmerkingen", "comment", "comments", "toelichting", "kommentar", "kommentare", "commentaire", "commentaires", "remarks")
}

// sameMenu returns the rows of a matrix that have the same options as the
// column: all of them, but in a matrix of menus ("row - menu") those of its menu.
func sameMenu(rows []profile, c *export.Column) []profile {
	menus := map[string]int{}
	for i := range rows {
		menus[menuOf(rows[i].column)]++
	}
	if menus[""] > 0 || len(menus) < 2 || len(menus) == len(rows) {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), func(p profile) bool { return menuOf(p.column) != menuOf(c) })
}

// menuOf returns the part of an option behind its last " - ", "" for none.
func menuOf(c *export.Column) string {
	if at := strings.LastIndex(c.Option, " - "); at > 0 {
		return key(c.Option[at+3:])
	}
	return ""
}

// coded reports whether the options are numbers.
func (d *draft) coded() bool {
	return !slices.ContainsFunc(d.profile.values, func(v value) bool { return !wholeNumber(v) })
}

// optionCode returns the code of the option that a text goes with: the 6 of
// Q5_6_TEXT; "" when there is none.
func optionCode(c *export.Column) string {
	name := c.Code
	if name == "" {
		name = c.Option
	}
	name, found := strings.CutSuffix(name, "_TEXT")
	if !found {
		return ""
	}
	return name[strings.LastIndex(name, "_")+1:]
}

// wholeNumber reports whether a value is a whole number, a code perhaps.
func wholeNumber(v value) bool {
	digits := strings.TrimPrefix(v.key, "-")
	return digits != "" && len(digits) <= 4 && strings.Trim(digits, "0123456789") == ""
}
