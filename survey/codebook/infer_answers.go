package codebook

import (
	"slices"

	"benchmark/survey/export"
	"benchmark/survey/pattern"
)

// clockForm is a time of day: "9:30", "09:30:00", "9:30 AM".
var clockForm = pattern.Holding(":", `^\d{1,2}:\d{2}(:\d{2})?( ?[AaPp]\.?[Mm]\.?)?$`)

// answersOnly reports whether the cells under a heading such as "Telephone" or
// "Name" are answers to a question about it and no personal data: words for yes
// and no, stages of adoption, points of a scale or, under the name of a channel,
// numbers too small for a telephone number.
func (in *inference) answersOnly(p *profile, head string) bool {
	if p.filled == 0 {
		return false
	}
	words := p.numeric() < 0.5
	if words && (p.ticks(in.file) || p.rating() || p.bareYesNo(false)) {
		return true
	}
	if words && p.distinct() <= 12 {
		known := p.share(func(v value) bool {
			number, _ := pointOf(v.cell.Text)
			return number != "" || stageOf(v.cell.Text) != "" || dontKnow(v.cell.Text)
		})
		if known > 0.8 {
			return true
		}
	}
	_, channel := channelIn(head, nil)
	return channel && p.share(func(v value) bool { return len(v.key) <= 3 && digits(v.key) || dontKnow(v.cell.Text) }) == 1
}

// dates reports whether a column holds dates or times of day, which are never a
// choice between options: the heading asks for one, or they differ between most
// respondents.
func (in *inference) dates(p *profile, head string) bool {
	if p.filled == 0 || p.column.Entry == export.EntryChosen || p.numbers != nil {
		return false
	}
	clock := p.clock()
	if !clock {
		n, ok := datesIn(len(p.values), func(i int) string { return p.values[i].cell.Text }, in.cb.Survey.Language)
		if p.others > 0 {
			n, ok = datesOf(&p.column.Dict, in.cb.Survey.Language)
		}
		if !ok || n.serial || !p.every(func(v value) bool { return !digits(v.key) && !wholeNumber(v) }) { // a number can be a day of a spreadsheet only under such a heading
			return false
		}
	}
	asked := has(wordsOf(head), "datum*", "date", "dates", "dag", "day", "wanneer", "when", "sinds", "since", "wann", "quand", "tijd", "tijdstip", "time", "uhrzeit", "heure")
	return asked || p.filled >= 5 && 2*p.distinct() > p.filled
}

// clock reports whether nine in ten cells or more are times of day.
func (p *profile) clock() bool {
	return !p.mostly(0.1, func(c export.Cell) bool { return !clockForm.MatchString(c.Text) })
}

// asksWhich reports whether the heading asks to choose from something.
func (d *draft) asksWhich() bool {
	return slices.ContainsFunc([]string{"welk", "welke", "which", "soort", "type", "kind", "welche*", "quel*"}, func(w string) bool { return has(d.words, w) })
}
