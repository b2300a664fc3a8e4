package charts

import (
	"slices"
	"strings"

	"benchmark/survey"
)

// visible leaves out of all texts of a chart what is not seen and can deceive, such
// as marks that turn the direction of writing: labels are the survey's own words. The
// chart that is given stays as it is.
func (c Chart) visible() Chart {
	mend(&c.Language, &c.Title, &c.Subtitle, &c.Omitted, &c.Source, &c.Alt, &c.Empty, &c.Sides[0], &c.Sides[1])
	c.Notes = seen(c.Notes)
	c.Series, c.Rows, c.Columns = slices.Clone(c.Series), slices.Clone(c.Rows), slices.Clone(c.Columns)
	c.Ends, c.Ticks, c.Symbols = slices.Clone(c.Ends), slices.Clone(c.Ticks), slices.Clone(c.Symbols)
	for i := range c.Series {
		mend(&c.Series[i].Label)
	}
	for i := range c.Columns {
		mend(&c.Columns[i].Heading)
	}
	for i := range c.Ends {
		mend(&c.Ends[i].Sub)
	}
	for i := range c.Ticks {
		mend(&c.Ticks[i].Label)
	}
	for i := range c.Symbols {
		mend(&c.Symbols[i].Label)
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		mend(&r.Label, &r.Sub, &r.Words, &r.Totals[0], &r.Totals[1], &r.Outcome.Word, &r.Why)
		r.Cells, r.Marks = seen(r.Cells), slices.Clone(r.Marks)
		for m := range r.Marks {
			mend(&r.Marks[m].Words)
		}
	}
	return c
}

// mend makes texts visible.
func mend(texts ...*string) {
	for _, s := range texts {
		*s = survey.Visible(*s)
	}
}

// seen returns the texts of a list made visible.
func seen(texts []string) []string {
	all := slices.Clone(texts)
	for i := range all {
		mend(&all[i])
	}
	return all
}

// Undrawn returns the characters of a chart that the font of the theme lacks, each
// once, in the order of the chart. A PNG or PDF has a box in the place of each; an
// SVG takes them from the fonts of its reader.
func Undrawn(c Chart, t Theme) (string, error) {
	f, err := t.loadFonts()
	if err != nil {
		return "", err
	}
	c = c.visible()
	all := append([]string{c.Title, c.Subtitle, c.Source, c.Empty, c.Sides[0], c.Sides[1]}, c.Notes...)
	for i := range c.Series {
		all = append(all, c.Series[i].Label)
	}
	for i := range c.Rows {
		all = append(append(all, c.Rows[i].Label, c.Rows[i].Sub), c.Rows[i].Cells...)
	}
	var found strings.Builder
	for _, r := range strings.Join(all, "") {
		if f.regular.lacks(r) && !strings.ContainsRune(found.String(), r) {
			found.WriteRune(r)
		}
	}
	return found.String(), nil
}
