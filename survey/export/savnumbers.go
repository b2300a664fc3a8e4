package export

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"benchmark/survey/export/spss"
)

// measured reports whether the values are amounts of which a few have a label,
// such as an age with 89 for "89 or older", and no scale of which the ends are
// named: some value without a label is no point from 0 to 10.
func (s *savValues) measured() bool {
	return slices.ContainsFunc(s.values, func(v savValue) bool {
		return v.typed && v.label == "" && (v.number < 0 || v.number > 10 || v.number != math.Trunc(v.number))
	})
}

// amount reports whether a label only says more of an amount that its value is:
// it names that value, or stands with zero. "Don't know" for 99 does not.
func (v *savValue) amount() bool {
	return v.typed && (v.number == 0 || slices.Contains(strings.FieldsFunc(v.label, func(r rune) bool { return r < '0' || r > '9' }), v.text))
}

// amounts lists the labelled values that are read as the numbers that they are:
// "89 = 89 or older".
func (s *savValues) amounts() []string {
	if !s.measured() {
		return nil
	}
	var list []string
	for _, v := range s.values {
		if v.label != "" && v.amount() {
			list = append(list, v.text+" = "+plainArgument(v.label))
		}
	}
	slices.Sort(list)
	return list
}

// gapsOf describes the answers to a variable that it declares to be none:
// "kanaal: 3 (Weet niet: 2, Geen antwoord: 1)", or "". A value without a label is
// told only where it is a number.
func gapsOf(v *spss.Variable, cases int) string {
	type gap struct {
		name  string
		count int
	}
	var gaps []gap
	total := 0
	for i := range cases {
		if v.State(i) != spss.UserMissing {
			continue
		}
		total++
		name := ""
		if v.IsString() {
			name, _ = v.TextLabel(v.Text(i))
		} else if label, ok := v.NumberLabel(v.Numbers[i]); ok {
			name = label
		} else {
			name = canonical(v.Numbers[i])
		}
		name = plainArgument(clean(name))
		at := slices.IndexFunc(gaps, func(g gap) bool { return g.name == name })
		if at < 0 {
			gaps, at = append(gaps, gap{name: name}), len(gaps)
		}
		gaps[at].count++
	}
	if total == 0 {
		return ""
	}
	slices.SortFunc(gaps, func(a, b gap) int { return cmp.Or(b.count-a.count, strings.Compare(a.name, b.name)) })
	var named []string
	for _, g := range gaps[:min(len(gaps), 5)] {
		if g.name != "" {
			named = append(named, fmt.Sprintf("%s: %d", g.name, g.count))
		}
	}
	told := fmt.Sprintf("%s: %d", v.Name, total)
	if len(named) > 0 {
		told += " (" + strings.Join(named, ", ") + ")"
	}
	return told
}

// plainArgument keeps a label apart from the others in a list.
func plainArgument(label string) string { return strings.ReplaceAll(oneLine(label), "; ", ", ") }
