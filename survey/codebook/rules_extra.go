package codebook

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// respondent checks who counts, and the filters.
func (c *checker) respondent(cb *Codebook) {
	r := &cb.Respondent
	c.oneOf("respondent.include", r.Include, []string{includeAnswered, includeComplete, includeAll})
	if r.Include == includeComplete && r.Ended == "" && (r.Status == "" || len(r.Complete) == 0) {
		c.broken("respondent.include", "complete needs a column that tells who finished: add status with complete, or ended")
	}
	if r.TestColumn != "" && len(r.Tests) == 0 {
		c.broken("respondent.test_column", "test_column needs the values that mark a test: add tests")
	}
	for i, f := range cb.Filters {
		at := fmt.Sprintf("filters.%d", i)
		if f.Column == "" {
			c.broken(at, "the filter has no column: give its heading, or a letter as in =AB")
		}
		if len(f.In) == 0 {
			c.broken(at, "the filter would leave out every row: give in, the cells that stay")
		}
	}
}

// design checks that the columns of the design can be references, and that the
// weights have one source.
func (c *checker) design(cb *Codebook) {
	d := &cb.Design
	c.oneOf("weighting", cb.Weighting, []string{WeightingFrame})
	if cb.Weighting != "" && !d.Empty() {
		c.broken("weighting", "weights come from the columns of design or from the frame: take one of the two out")
	}
	column := func(path, reference string) {
		if letters, ok := strings.CutPrefix(reference, "="); ok {
			if _, _, ok := letterRange(letters); !ok {
				c.broken(path, "%q is no column: after = come letters as in =AB", reference)
			}
		} else if strings.TrimSpace(reference) == "" {
			c.broken(path, "%s names no column: give its heading, or a letter as in =AB", named(path))
		}
	}
	if _, given := c.at["design.weights"]; given {
		column("design.weights", d.Weights)
	}
	if _, given := c.at["design.population"]; given {
		column("design.population", d.Population)
	}
	for i, reference := range d.Strata {
		path := fmt.Sprintf("design.strata.%d", i)
		column(path, reference)
		if slices.Contains(d.Strata[:i], reference) {
			c.broken(path, "the column %q is named twice", reference)
		}
	}
}

// recode checks that a recoded cell becomes an answer.
func (c *checker) recode(path string, q *Question) {
	if len(q.Options) == 0 {
		return
	}
	known := labelIndex(q)
	labels := make([]string, len(q.Options))
	for i, o := range q.Options {
		labels[i] = o.Label
	}
	for _, from := range slices.Sorted(maps.Keys(q.Recode)) {
		to := q.Recode[from]
		if _, ok := known[key(to)]; !ok {
			c.broken(path+".recode."+from, "question %q has no option %q%s", q.ID, to, suggestion(to, labels))
		}
	}
}

// groups checks the groups of options of a question.
func (c *checker) groups(cb *Codebook, i int) {
	q := &cb.Questions[i]
	path := fmt.Sprintf("questions.%d", i)
	if len(q.Groups) == 0 {
		return
	}
	for _, other := range cb.Questions {
		if other.ID == q.ID+groupsSuffix {
			c.broken(path+".groups", "the groups of question %q become the question %q, which exists already", q.ID, other.ID)
		}
	}
	codes := optionCodes(q)
	in := map[string]string{}
	for _, code := range codes { // a group has no code of an option that stays
		in[code] = ""
	}
	taken := map[string]bool{}
	for j, g := range q.Groups {
		at := fmt.Sprintf("%s.groups.%d", path, j)
		switch {
		case g.Code == "" || g.Label == "":
			c.broken(at, "a group needs a code and a label")
		case taken[g.Code] || slices.Contains(codes, g.Code):
			c.broken(at+".code", "the code %q occurs twice in question %q", g.Code, q.ID)
		}
		taken[g.Code] = true
		if len(g.Of) == 0 {
			c.broken(at, "group %q has no options", g.Code)
		}
		for k, code := range g.Of {
			first, known := in[code]
			switch {
			case !known:
				c.broken(fmt.Sprintf("%s.of.%d", at, k), "question %q has no option %q%s", q.ID, code, suggestion(code, codes))
			case first != "":
				c.broken(fmt.Sprintf("%s.of.%d", at, k), "option %q is in group %q already", code, first)
			}
			in[code] = g.Code
		}
	}
}
