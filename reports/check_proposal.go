package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/reports/claims"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// proposal is the right wording of a claim; empty where the text is right, or
// where no figure can be put in its place.
func (v *checkView) proposal(c *claims.Claim) string {
	switch c.Verdict {
	case claims.Holds, claims.NotAsked, claims.Hidden, claims.Unclear:
		return ""
	}
	if len(c.Figures) == 0 {
		return ""
	}
	f := c.Figures[0]
	switch {
	case c.Kind == claims.List:
		return v.listProposal(c)
	case c.Kind == claims.Comparison:
		return v.comparisonProposal(c)
	case c.Reason == claims.OfEveryone:
		return v.sentenceOf(f, c.Worded)
	}
	told := []string{}
	for _, of := range c.Figures {
		s := v.sentenceOf(of, c.Worded)
		if s != "" && !slices.Contains(told, s) {
			told = append(told, s)
		}
		if c.Verdict != claims.Fails && c.Verdict != claims.OtherBase || c.Kind != claims.Share {
			break // the main figure tells the others too
		}
	}
	return strings.Join(told, " ")
}

// listProposal lists as many as the text says, the most named first.
func (v *checkView) listProposal(c *claims.Claim) string {
	t := c.Figures[0].Table
	figures := v.ranked(t, c.Said)
	if len(figures) == 0 {
		return ""
	}
	if t.Topic == analysis.Words {
		named := make([]string, len(figures))
		for i, s := range figures {
			named[i] = v.claims.Mentions(v.rowLabel(t, s.row), s.Count)
		}
		return v.claims.WordsFinding(clean(t.Title), named, figures[0].Base)
	}
	return v.claims.Ranking(string(t.Topic), clean(t.Channel), v.options(t, figures))
}

// comparisonProposal tells what can be said of a comparison: the finding on it.
func (v *checkView) comparisonProposal(c *claims.Claim) string {
	f := c.Figures[0]
	row := f.Table.Rows[f.Row].Key
	group := &f.Table.Groups[f.Group]
	for i := range v.study.Comparisons {
		x := &v.study.Comparisons[i]
		if x.Table == f.Table.ID && x.Row == row && x.Group.Level == group.Level && x.Group.Breakdown == group.Breakdown {
			if found, ok := v.amongUsers(f.Table, x); ok {
				return found.Text
			}
		}
	}
	for i := range v.study.Differences {
		d := &v.study.Differences[i]
		if d.Table != f.Table.ID || d.Row != row || d.A != group.Level && d.B != group.Level {
			continue
		}
		if len(c.Figures) > 1 && d.A != c.Figures[1].Table.Groups[c.Figures[1].Group].Level && d.B != c.Figures[1].Table.Groups[c.Figures[1].Group].Level {
			continue
		}
		return v.difference(d, 0).Text
	}
	return ""
}

// sentenceOf puts one figure into a sentence; worded asks for a share in words
// where words are close enough.
func (v *checkView) sentenceOf(f claims.Ref, worded bool) string {
	t := f.Table
	s, ok := say(t, f.Row, f.Group)
	if !ok {
		return ""
	}
	if t.Topic == analysis.Respondents {
		if f.Group == 0 {
			return v.claims.WhoTookPart(int(s.Value), nil)
		}
		return v.claims.Joined(v.kindCount(&t.Groups[f.Group], int(s.Value)))
	}
	if f.Group > 0 && t.Topic != analysis.Volume {
		return v.name(f) + ": " + v.share(s, worded) + "."
	}
	switch t.Topic {
	case analysis.Channels:
		return v.claims.Uses(v.rowLabel(t, f.Row), v.share(s, worded)) + "."
	case analysis.AdoptionTopic, analysis.Consideration:
		return v.adoptionSentence(f, s, worded)
	case analysis.Satisfaction:
		return v.satisfactionSentence(f, s, worded)
	case analysis.Volume:
		return firstText(v.volume(t))
	case analysis.Change:
		return firstText(v.change(t))
	case analysis.Ownership:
		return v.claims.Owners([]string{v.option(f, s, worded)})
	case analysis.Words:
		return v.claims.WordsFinding(clean(t.Title), []string{v.claims.Mentions(v.rowLabel(t, f.Row), s.Count)}, s.Base)
	case analysis.Themes:
		return v.claims.ThemesFinding(clean(t.Title), []string{v.option(f, s, worded)})
	case analysis.OtherQuestion:
		return v.name(f) + ": " + v.share(s, worded) + "."
	}
	if q := v.survey.Find(t.Question); q >= 0 && v.survey.Questions[q].Kind != survey.Multiple {
		if yes, known := locale.YesOrNo(t.Rows[f.Row].Label); known && yes {
			return v.claims.SaidYes(clean(t.Channel), clean(t.Title), v.share(s, worded), "")
		}
		return v.claims.Chosen(clean(t.Channel), clean(t.Title), []string{v.option(f, s, worded)})
	}
	return v.claims.Ranking(string(t.Topic), clean(t.Channel), []string{v.option(f, s, worded)})
}

// adoptionSentence tells a stage of adoption.
func (v *checkView) adoptionSentence(f claims.Ref, s said, worded bool) string {
	t, row := f.Table, &f.Table.Rows[f.Row]
	channel, share := clean(t.Channel), v.share(s, worded)
	switch {
	case row.Key == analysis.KeyProjection:
		return firstText(v.adoption(t))
	case row.Key == analysis.KeyPlans:
		return v.claims.Planning(channel, share)
	case row.Key == analysis.KeyConsiders:
		return firstText(v.consideration(t))
	case row.Means == survey.Uses:
		return v.claims.Uses(channel, share) + "."
	case row.Means == survey.Surely:
		return v.claims.Intentions(channel, share, "", "")
	case row.Means == survey.Likely:
		return v.claims.Intentions(channel, "", share, "")
	case row.Means == survey.Pilot:
		return v.claims.Intentions(channel, "", "", share)
	}
	return v.name(f) + ": " + share + "."
}

// satisfactionSentence tells a net of satisfaction, or one of its answers.
func (v *checkView) satisfactionSentence(f claims.Ref, s said, worded bool) string {
	switch f.Table.Rows[f.Row].Key {
	case analysis.KeyTopTwo:
		return v.claims.Satisfied(clean(f.Table.Channel), v.share(s, worded), "")
	case analysis.KeyBottomTwo:
		return firstText(v.satisfaction(f.Table))
	}
	return v.name(f) + ": " + v.share(s, worded) + "."
}

// share writes a share, in words where that is asked for and they are close
// enough.
func (v *checkView) share(s said, worded bool) string {
	if fraction, ok := v.builder.l.Fraction(s.Value); worded && ok && !s.Weighted {
		return v.claims.Worded(fraction, s.Value, s.Count, s.Base)
	}
	return v.builder.figure(s)
}

// option writes an option with its share.
func (v *checkView) option(f claims.Ref, s said, worded bool) string {
	return v.claims.Quote(v.rowLabel(f.Table, f.Row)) + " " + v.share(s, worded)
}

func firstText(found []Finding) string {
	if len(found) == 0 {
		return ""
	}
	return found[0].Text
}
