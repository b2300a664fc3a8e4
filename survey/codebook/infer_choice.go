package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/personal"
)

// tail is the number of rare values from which they are taken for the texts of
// an "other" option.
const tail = 3

// choice makes the draft a single choice of its values. In a list with a tail
// of texts that occur once, these are the answers of an "other" option, if that
// may be. Written says that respondents type the text of "other" in the same
// cell, so that one who writes "government" need not have chosen "Government".
func (d *draft) choice(language string, tailed, written bool) {
	d.Kind = survey.Single.String()
	p := &d.profile
	rare := 0
	for _, v := range p.values {
		if d.isTail(v) {
			rare++
		}
	}
	cut := tailed && p.filled >= 30 && rare >= tail && 10*p.repeated >= 7*p.filled ||
		len(p.values) > 60
	hidden := false
	for _, v := range p.values {
		if personal.Holds(v.cell.Text) { // a person's, and no option
			hidden = true
			continue
		}
		if cut && d.isTail(v) {
			continue
		}
		d.Options = append(d.Options, Option{
			Label: v.cell.Text, DontKnow: dontKnow(v.cell.Text), Other: otherHeading(v.cell.Text),
		})
	}
	d.Options = truths(d.Options, language)
	d.becauseOf(BasisAnswers)
	if cut || hidden {
		d.becauseOf(BasisTail)
		d.addOther(language)
	}
	if cut && written {
		d.spellings()
	}
	slices.SortStableFunc(d.Options, func(a, b Option) int { return last(a) - last(b) })
	d.excelDates()
}

// last sorts "other" behind the options, and "don't know" behind that.
func last(o Option) int {
	switch {
	case o.DontKnow:
		return 2
	case o.Other:
		return 1
	}
	return 0
}

func (d *draft) isTail(v value) bool {
	if v.count > 1 || dontKnow(v.cell.Text) || otherHeading(v.cell.Text) {
		return false
	}
	b, known := bodyOf(v.cell.Text)
	return (!known || b.means == "other") && len(classNumbers(v.cell.Text)) == 0
}

// addOther adds an option for texts that are no other option, unless there is
// one.
func (d *draft) addOther(language string) {
	if slices.ContainsFunc(d.Options, func(o Option) bool { return o.Other }) {
		return
	}
	label := "Other"
	if language == "nl" {
		label = "Anders"
	}
	d.Options = append(d.Options, Option{Label: label, Other: true})
	slices.SortStableFunc(d.Options, func(a, b Option) int { return last(a) - last(b) })
}

func digits(s string) bool {
	return s != "" && len(s) <= 4 && strings.Trim(s, "0123456789") == ""
}

// joined makes the draft a select-all question when its cells hold several
// options each. Mark is what the tool puts between them, if that is known.
func (d *draft) joined(language, mark string) bool {
	sure := has(d.words, severalWords()...)
	var separator string
	var found pieces
	if d.profile.column.Entry == export.EntryChosen {
		separator, found = joinedTight(&d.profile, sure)
	} else {
		separator, found = joinedBy(&d.profile, manner{sure, mark})
	}
	if separator == "" {
		if d.profile.column.Entry != export.EntryChosen {
			d.maybeJoined(mark)
		}
		return false
	}
	d.Kind, d.Separator = survey.Multiple.String(), separator
	d.because(BasisJoined, separator, strconv.Itoa(len(found.options)))
	for _, option := range found.options {
		d.Options = append(d.Options, Option{Label: option, DontKnow: dontKnow(option), Other: otherHeading(option)})
	}
	if found.rest > 0 {
		d.addOther(language)
	}
	d.joinedDoubts(separator, found)
	slices.SortStableFunc(d.Options, func(a, b Option) int { return last(a) - last(b) })
	return true
}

// joinedDoubts tells what is uncertain about the options found in joined cells.
func (d *draft) joinedDoubts(separator string, found pieces) {
	if len(found.doubtful) > 0 {
		quoted := make([]string, len(found.doubtful))
		for i, piece := range found.doubtful {
			quoted[i] = shorten(piece, 60)
		}
		d.doubt(survey.Doubt, survey.IssueJoinedSplit, append([]string{separator}, quoted...)...)
	}
	if len(found.rare) > 0 {
		d.rare = found.rare
		d.doubt(survey.Warning, survey.IssueJoinedRare, found.rare...)
	}
	if len(found.folded) > 0 || found.once > 0 {
		severity := survey.Note
		if len(found.folded) > 0 {
			severity = survey.Warning
		}
		d.doubt(severity, survey.IssueJoinedFolded, append([]string{strconv.Itoa(found.once)}, found.folded...)...)
	}
}
