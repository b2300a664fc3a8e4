package codebook

import (
	"slices"
	"strings"
	"unicode/utf8"

	"benchmark/survey/export"
)

// freeText reports whether the cells are text in people's own words. What says
// that there is nothing to say ("geen idee", "nvt") tells nothing about the
// kind, so the other cells decide, and where these are few the heading.
func (d *draft) freeText() bool {
	said := d.said()
	if said.filled == 0 {
		return d.asksRemark() && !d.profile.bareYesNo(true)
	}
	switch {
	case len(said.values) == 1 && isSentence(said.values[0].cell) && (d.asksRemark() || d.asksCause()):
		return true // no list has one option
	case said.mostly(0.5, knownAnswer):
		return false
	case d.asksRemark():
		return said.repeated*10 < said.filled*8 || said.filled < 3
	case said.length > 200, said.filled > 2 && said.mostly(0.6, isSentence) && 10*said.repeated < 5*said.filled:
		return true
	case d.asksCause():
		return said.repeated == 0 || 10*said.repeated < 4*said.filled && said.filled >= 5
	case said.open():
		return true
	}
	return said.filled < 10 && said.repeated == 0 &&
		(said.mostly(0.5, isSentence) || said.filled >= 4 && said.length > 15 && !d.asksWhich())
}

// said is the profile without the cells that say nothing.
func (d *draft) said() profile {
	p := d.profile
	if nothing := func(v value) bool { return saysNothing(v.cell.Text) }; slices.ContainsFunc(p.values, nothing) {
		p.values = slices.DeleteFunc(slices.Clone(p.values), nothing)
	}
	p.filled, p.repeated, p.length, p.unmeasured = 0, 0, 0, false
	for i := range p.values {
		v := &p.values[i]
		p.filled += v.count
		p.length += float64(v.count * utf8.RuneCountInString(v.cell.Text))
		if v.count > 1 {
			p.repeated += v.count
		}
	}
	if p.filled > 0 {
		p.length /= float64(p.filled)
	}
	return p
}

// bareYesNo reports whether every cell is "yes" or "no" without more; with both
// when that is asked.
func (p *profile) bareYesNo(both bool) bool {
	seen := map[byte]bool{}
	for _, v := range p.values {
		answer, more := yesOrNo(v.cell.Text)
		if answer == 0 && !dontKnow(v.cell.Text) || more {
			return false
		}
		seen[answer] = true
	}
	return seen['y'] && (seen['n'] || !both)
}

// knownAnswer reports whether a cell is an option that this field knows: yes or
// no, a type of organisation, a number.
func knownAnswer(c export.Cell) bool {
	text := c.Text
	if answer, more := yesOrNo(text); answer != 0 && !more {
		return true
	}
	if !fewFields(text, 5) {
		return false
	}
	if _, number := shapeOf(text); number {
		return true
	}
	_, body := bodyOf(text)
	return body || fewFields(text, 3) && len(classNumbers(text)) > 0 || otherExactly(text)
}

// isSentence reports whether a cell reads as a sentence rather than an option:
// six words or more, or four that end as a sentence does.
func isSentence(c export.Cell) bool {
	if !fewFields(c.Text, 5) {
		return true
	}
	text := strings.TrimSpace(c.Text)
	words := len(strings.Fields(text))
	return words >= 6 || words >= 4 && strings.ContainsAny(text[len(text)-1:], ".!?") || strings.Contains(text, "@") && words > 1 ||
		strings.Contains(text, "\n") && words > 5
}
