package register

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/frame"
)

// classColumn is a column of a register of which the cells are classes.
type classColumn struct {
	said  Column
	role  survey.Role
	value func(*frame.Body) string
	// asked is true when the column becomes a question however many values it has.
	asked bool
}

// columns returns the columns of classes: those with a meaning first, then the
// others in the order of the file.
func (j *joining) columns() []classColumn {
	names := &j.options.Names
	all := []classColumn{{
		said: j.said(ColumnProvince, ColumnProvince, names.Province), role: survey.Province,
		value: func(b *frame.Body) string { return b.Province }, asked: true,
	}}
	for at, heading := range j.Register.Further {
		c := classColumn{role: survey.Registered, value: func(b *frame.Body) string { return b.Further[at] }}
		switch slug := slug(heading); slug {
		case string(survey.Urbanity):
			c.role, c.asked, c.said = survey.Urbanity, true, j.said(heading, slug, names.Urbanity)
		case string(survey.SharedService):
			c.role, c.asked, c.said = survey.SharedService, true, j.said(heading, slug, names.SharedService)
		default:
			c.said = j.said(heading, slug, heading)
			c.asked = slices.ContainsFunc(j.options.Columns, func(s Column) bool { return strings.EqualFold(s.Column, heading) })
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all[1:], func(a, b classColumn) int { return cmp.Compare(rank(a.role), rank(b.role)) })
	return all
}

// rank puts columns with a meaning first.
func rank(role survey.Role) int {
	return slices.Index([]survey.Role{survey.Urbanity, survey.SharedService, survey.Registered}, role)
}

// classes makes a question of a column: of one with a meaning or a person's word
// always, of another when its values come back.
func (j *joining) classes(c classColumn) (survey.Question, bool) {
	q := survey.Question{Kind: survey.Single, Role: c.role, Options: slices.Clone(c.said.Options)}
	seen := make(map[string]bool)
	for i := range q.Options {
		seen[fold(q.Options[i].Code)] = true
	}
	var found []string
	filled := 0
	for _, b := range j.bodies {
		v := c.value(b)
		if v == "" {
			continue
		}
		filled++
		if !seen[fold(v)] {
			seen[fold(v)] = true
			found = append(found, v)
		}
	}
	n := len(q.Options) + len(found)
	if filled == 0 || n > math.MaxUint16 || !c.asked && (n < 2 || n > mostClasses || 2*n > filled) {
		return q, false
	}
	slices.SortFunc(found, compareValues)
	for _, v := range found {
		label := v
		if n, err := strconv.Atoi(v); err == nil && c.role == survey.Urbanity && n >= 1 && n <= len(j.options.Names.Urban) {
			label = j.options.Names.Urban[n-1]
		}
		q.Options = append(q.Options, survey.Option{Code: v, Label: label})
	}
	return q, true
}

// compareValues orders numbers by size and before words, and those by letter.
func compareValues(a, b string) int {
	x, noX := strconv.ParseFloat(a, 64)
	y, noY := strconv.ParseFloat(b, 64)
	switch {
	case noX == nil && noY == nil:
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a, b))
	case noX == nil:
		return -1
	case noY == nil:
		return 1
	}
	return cmp.Or(cmp.Compare(fold(a), fold(b)), cmp.Compare(a, b))
}

// slug returns a heading as an id: shared_service and "Shared service" are
// shared-service.
func slug(heading string) string {
	parts := strings.FieldsFunc(fold(heading), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	return cmp.Or(strings.Join(parts, "-"), "column")
}
