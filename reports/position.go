package reports

import (
	"cmp"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// About is what a report on one organisation needs beside its position.
type About struct {
	// Name of the organisation, and Study of what it is compared with.
	Name, Study string
	// Survey holds the own answers.
	Survey *survey.Survey
	// Reading tells how the file was read.
	Reading Reading
	// Reference is the reference file that it is compared with, or nil.
	Reference *position.Reference
}

// BuildPosition makes the report on where one organisation stands, for that
// organisation to read.
func BuildPosition(p *position.Position, about About, l *locale.Locale) *Report {
	b := &positionBuilder{p: p, about: &about, l: l, words: l.Position(), report: l.Report()}
	r := &Report{
		Title:             b.words.Title(clean(about.Name)),
		Subtitle:          b.subtitle(),
		Notices:           b.notices(),
		Study:             &analysis.Study{Survey: about.Survey, Options: analysis.Options{Level: p.Level}},
		Reading:           about.Reading,
		FindingsLead:      b.words.Lead(clean(about.Study)),
		MethodNote:        b.words.Method(l.Number(100*p.Level), position.MinimumOthers, about.Reference != nil, p.Weighted),
		Provenance:        b.provenance(),
		Tally:             b.tally(),
		NotForPublication: p.Disclosure == analysis.Unprotected,
		Position:          p,
		About:             &about,
	}
	if about.Reference != nil {
		r.FindingsLead = b.words.LeadReference(clean(about.Study))
	}
	for _, text := range append(b.findings(), b.sinceFindings()...) {
		r.Findings = append(r.Findings, Finding{Text: text, Headline: true})
	}
	h := b.words.Headings()
	r.Sections = append(append(r.Sections, b.standing()), b.sinceSections()...)
	for _, s := range []Section{
		{Title: h.Strengths, Intro: b.judged((*position.Row).Good)},
		{Title: h.Concerns, Intro: b.judged((*position.Row).Bad)},
		{Title: h.Moves, Intro: b.moves()},
		b.capacitySection(),
		{Title: h.Advice, Intro: b.advice()},
	} {
		if len(s.Intro) > 0 {
			r.Sections = append(r.Sections, s)
		}
	}
	return r
}

// positionBuilder holds what the parts of BuildPosition share.
type positionBuilder struct {
	p      *position.Position
	about  *About
	l      *locale.Locale
	words  locale.PositionWords
	report locale.ReportWords
}

// provenance says from what the report was made: the survey, and the reference where
// there is one.
func (b *positionBuilder) provenance() []Fact {
	facts := provenance(b.about.Survey, b.about.Reading, b.l)
	if since := b.p.Since; since != nil {
		facts = append(readBefore(since.Trend, b.l), facts...)
	}
	if ref := b.about.Reference; ref != nil {
		facts = append([]Fact{referenceFact(ref, b.words, b.report)}, facts...)
	}
	return facts
}

// referenceFact tells which reference figures come from.
func referenceFact(ref *position.Reference, words locale.PositionWords, report locale.ReportWords) Fact {
	name := clean(ref.Title)
	if ref.File != "" {
		name = clean(ref.File) + ": " + name
	}
	return Fact{words.Reference(), name + " (" + report.Facts().Digest + " " + ref.SHA256 + ")"}
}

func (b *positionBuilder) subtitle() []string {
	if ref := b.about.Reference; ref != nil {
		parts := []string{clean(ref.Title), b.report.TookPart(ref.Respondents, true)}
		if ref.Publisher != "" {
			parts = append(parts, b.report.Publisher(clean(ref.Publisher)))
		}
		return append(parts, b.words.SignedOff(clean(ref.SignedOffBy)))
	}
	s := b.about.Survey
	parts := []string{b.report.TookPart(s.Respondents, true)}
	if !s.Source.FieldStart.IsZero() && !s.Source.FieldEnd.IsZero() {
		parts = append(parts, b.report.Fieldwork(s.Source.FieldStart, s.Source.FieldEnd))
	}
	if s.Source.Publisher != "" {
		parts = append(parts, b.report.Publisher(clean(s.Source.Publisher)))
	}
	return parts
}

func (b *positionBuilder) notices() []string {
	var notices []string
	if b.p.Disclosure == analysis.Unprotected {
		notices = append(notices, b.report.NotForPublication())
	}
	if b.about.Survey.Source.Synthetic || b.about.Reference != nil && b.about.Reference.Synthetic {
		notices = append(notices, b.report.Synthetic())
	}
	return notices
}

// mostFindings is how many gaps are told first.
const mostFindings = 4

// findings say on how many subjects the organisation is apart from the others,
// and then the most important ones.
func (b *positionBuilder) findings() []string {
	given, asked, count := 0, 0, map[position.Verdict]int{}
	for k := range b.p.Rows {
		r := &b.p.Rows[k]
		if r.Own.State != position.NotApplicable {
			asked++
		}
		if r.Own.State == position.Given {
			given++
			count[r.Verdict()]++
		}
	}
	if given == 0 {
		return []string{b.words.NothingAnswered()}
	}
	apart := count[position.Above] + count[position.Below]
	texts := []string{b.words.Count(apart, count[position.With], count[position.Undecided])}
	if 2*given < asked {
		texts = append(texts, b.words.FewAnswered(given, asked))
	}
	for _, k := range b.p.Gaps[:min(mostFindings, len(b.p.Gaps))] {
		texts = append(texts, b.said(&b.p.Rows[k]))
	}
	return texts
}

// foreign reports whether the survey is in another language than the report.
func (b *positionBuilder) foreign() bool {
	language := b.about.Survey.Language
	return language != "" && !strings.HasPrefix(b.l.Tag, language)
}

// surveys returns words of the survey: between quotation marks where they are in
// another language than the report.
func (b *positionBuilder) surveys(words string) string {
	if words = clean(words); words != "" && b.foreign() {
		return b.words.Quoted(words)
	}
	return words
}

// unit returns the unit of a number, in the language of the report where it is
// known.
func (b *positionBuilder) unit(number float64, unit string) string {
	known := b.l.UnitOf(number, clean(unit))
	if known == clean(unit) && b.l.Unit(unit) == unit {
		return b.surveys(known)
	}
	return known
}

// said is an own answer beside the figure of its main group in sentences.
func (b *positionBuilder) said(r *position.Row) string {
	s := &r.Standings[r.Main]
	group := b.group(&b.p.Groups[r.Main])
	if r.Amount {
		rank, interval := "", ""
		if s.Rank.Status == analysis.Estimated {
			rank, interval = b.rank(&s.Rank)
		}
		return b.words.OwnAmount(b.l.Number(r.Own.Number), b.unit(r.Own.Number, r.Unit), clean(r.Channel), s.Figure.Base, group,
			b.l.Number(s.Figure.Value), rank, interval)
	}
	interval := ""
	if s.Figure.Method != analysis.NoInterval {
		interval = b.l.PercentRange(s.Figure.Low, s.Figure.High, 0)
	}
	return b.ownSaid(r) + " " + b.words.Others(string(r.Topic), r.Own.Yes, s.Figure.Base, group, b.l.PercentSaid(s.Figure.Value), interval)
}

// ownSaid says what the organisation answered; where no means one of several
// options, which one.
func (b *positionBuilder) ownSaid(r *position.Row) string {
	channel := clean(r.Channel)
	if r.Topic == analysis.Channels && r.Own.Means == survey.Pilot {
		return b.words.Tries(channel)
	}
	if !r.Own.Yes && r.Own.Option != "" {
		if said := b.words.Chose(string(r.Topic), channel, clean(r.Own.Option)); said != "" {
			return said
		}
	}
	return b.words.Own(string(r.Topic), channel, clean(r.Label), r.Own.Yes)
}

// rank writes a percentile rank and its margin.
func (b *positionBuilder) rank(e *analysis.Estimate) (rank, interval string) {
	return b.l.PercentSaid(e.Value), b.l.PercentRange(e.Low, e.High, 0)
}

// group names a group in a sentence.
func (b *positionBuilder) group(g *position.Group) string {
	return b.words.Group(string(g.Kind), b.plural(g), b.surveys(g.Title), b.peers(g))
}

func (b *positionBuilder) head(g *position.Group) string {
	return b.words.GroupHead(string(g.Kind), b.plural(g), clean(g.Title), b.peers(g))
}

func (b *positionBuilder) plural(g *position.Group) string {
	if g.Kind == position.OwnSize {
		for _, all := range [][]position.Group{b.p.Groups, b.p.Small} {
			for i := range all {
				if all[i].Kind == position.OwnType {
					return b.plural(&all[i])
				}
			}
		}
	}
	if g.Kind != position.OwnType {
		return ""
	}
	known := clean(b.l.Bodies(g.Means, g.Plural, b.about.Survey.Language))
	if known == clean(g.Plural) {
		return b.surveys(known)
	}
	return known
}

// peers says how the peers of a group were chosen.
func (b *positionBuilder) peers(g *position.Group) []string {
	if g.Peers == nil {
		return nil
	}
	var how []string
	for _, role := range g.Peers.Same {
		how = append(how, b.words.Peers(string(role)))
	}
	for _, h := range g.Peers.Having {
		title := h.Level
		for _, q := range b.about.Survey.WithRole(h.Role) {
			if o := b.about.Survey.Questions[q].Option(h.Level); o >= 0 {
				title = b.about.Survey.Questions[q].Options[o].Title()
			}
		}
		if h.Role != survey.Province && h.Role != survey.SharedService { // those are names
			title = b.surveys(title)
		}
		how = append(how, clean(title))
	}
	if g.Peers.Nearest > 0 {
		how = append(how, b.words.Nearest(g.Peers.Nearest))
	}
	if len(g.Peers.Named) > 0 {
		how = append(how, b.words.Named(len(g.Peers.Named)))
	}
	return how
}

// judged are the rows on one side, good or bad, the most important first: those
// on which the organisation is apart from its group, and satisfaction and barriers
// also where it is with it. None where nothing is certain.
func (b *positionBuilder) judged(on func(*position.Row) bool) []string {
	var rows []*position.Row
	for k := range b.p.Rows {
		r := &b.p.Rows[k]
		v := r.Verdict()
		shared := r.Topic == analysis.Satisfaction || r.Topic == analysis.Barriers && r.Bad()
		if on(r) && (v == position.Above || v == position.Below || v == position.With && shared) {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(x, y *position.Row) int {
		apart := func(r *position.Row) int {
			if r.Verdict() == position.With {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(apart(y), apart(x)), position.Heavier(x, y))
	})
	var texts []string
	for _, r := range rows {
		text := b.said(r)
		if r.Verdict() == position.With {
			text += " " + b.words.Shared()
		}
		texts = append(texts, text)
	}
	return texts
}
