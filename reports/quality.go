package reports

import (
	"slices"

	"benchmark/survey"
)

// quality is what was found about the data, by its effect on the figures, the
// gravest first: each with the number of respondents that it touches.
func (b *builder) quality() []Remarks {
	names := b.words.QualityHeadings()
	all := []Remarks{{Heading: names.Doubt}, {Heading: names.Warning}, {Heading: names.Note}}
	for _, s := range byEffect(b.survey) {
		at := 2
		switch s.Severity {
		case survey.Doubt:
			at = 0
		case survey.Warning:
			at = 1
		default:
		}
		s = b.byTitle(s)
		text := clean(b.l.Issue(withoutFile(b.survey, s)))
		if s.Severity == survey.Doubt {
			text = clean(text + " " + b.l.IssueFix(s))
		}
		all[at].Lines = append(all[at].Lines, text)
	}
	var found []Remarks
	for _, r := range all {
		if len(r.Lines) > 0 {
			found = append(found, r)
		}
	}
	if len(all[0].Lines) == 0 {
		found = append([]Remarks{{Heading: names.Doubt, Lines: []string{names.None}}}, found...)
	}
	return found
}

// byTitle names the question of an issue by its title, which readers of a report
// know, rather than by its id.
func (b *builder) byTitle(s survey.Issue) survey.Issue {
	q := b.survey.Find(s.Question)
	if q < 0 {
		return s
	}
	args := slices.Clone(s.Args)
	for i := range args {
		if args[i] == s.Question {
			args[i] = b.words.Quote(clean(b.survey.Questions[q].Title()))
		}
	}
	s.Args = args
	return s
}

// remarkTexts are remarks as lines: each heading, and what stands under it.
func remarkTexts(all []Remarks) []string {
	var lines []string
	for _, r := range all {
		for _, s := range r.Lines {
			lines = append(lines, r.Heading+": "+s)
		}
	}
	return lines
}

// factTexts are facts as lines.
func factTexts(facts []Fact) []string {
	lines := make([]string, len(facts))
	for i, f := range facts {
		lines[i] = f.Term + ": " + f.Text
	}
	return lines
}
