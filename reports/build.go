package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// Build makes the report of a study in the language of l, by topic unless an
// option says otherwise. The study's survey must not be nil; the parts of the
// reading may be, and what they would tell is then left out.
func Build(study *analysis.Study, reading Reading, l *locale.Locale, options ...Option) *Report {
	b := &builder{study: study, survey: study.Survey, l: l, words: l.Report()}
	for _, o := range options {
		o(b)
	}
	changed, more := b.changesMade()
	b.more = append(b.more, more...)
	r := &Report{
		Whole:             b.whole,
		Title:             b.title(),
		Notices:           b.notices(),
		Study:             study,
		Reading:           reading,
		Findings:          append(b.headlines(b.findings()), changed...),
		Changes:           b.waves,
		NotForPublication: study.Options.Disclosure == analysis.Unprotected,
	}
	if !b.forPrograms {
		b.forPeople(r)
	}
	return r
}

// forPeople fills in what a report tells beside the figures and the findings.
func (b *builder) forPeople(r *Report) {
	r.Subtitle = b.subtitle()
	r.FindingsLead = b.findingsLead()
	r.Weighting = b.weighting()
	r.Sections = b.sections()
	r.ReadingNote = b.readingNote(r.Reading)
	r.MethodNote = append(b.methodNote(), b.changesMethod()...)
	r.MethodBox = b.methodBox()
	r.Quality = b.quality()
	r.Provenance = append(b.changesRead(), b.provenance(r.Reading)...)
	if c := r.Reading.Codebook; r.Reading.CodebookBeside && c != nil {
		r.Announcement = b.words.CodebookBeside(clean(c.Name))
	}
	r.Footnotes = b.footnotes(r.Sections)
	if b.whole {
		b.complete(r)
	}
	r.Warnings = b.warnings()
}

// builder holds what the parts of Build share.
type builder struct {
	study  *analysis.Study
	survey *survey.Survey
	l      *locale.Locale
	words  locale.ReportWords
	// whole, more and forPrograms are what the options ask for.
	whole       bool
	more        []Section
	forPrograms bool
	// waves are what changed and what is to be expected; nil where nothing is told of it.
	waves *Waves
	// charts are those of a report by topic, nil until they are drawn.
	charts []charts.Chart
}

func (b *builder) title() string {
	if t := clean(b.survey.Title); t != "" {
		return t
	}
	return b.words.Title(clean(b.survey.Source.File))
}

func (b *builder) subtitle() []string {
	src := &b.survey.Source
	parts := []string{b.words.TookPart(b.survey.Respondents, b.survey.OfOrganisations())}
	if !src.FieldStart.IsZero() && !src.FieldEnd.IsZero() {
		parts = append(parts, b.words.Fieldwork(src.FieldStart, src.FieldEnd))
	}
	if src.Publisher != "" {
		parts = append(parts, b.words.Publisher(clean(src.Publisher)))
	}
	return parts
}

func (b *builder) notices() []string {
	var notices []string
	if b.study.Options.Disclosure == analysis.Unprotected {
		notices = append(notices, b.words.NotForPublication())
	}
	if b.survey.Source.Synthetic {
		notices = append(notices, b.words.Synthetic())
	}
	return notices
}

// topics are the sections in the order of a report.
func topics() []analysis.Topic {
	return []analysis.Topic{
		analysis.Respondents, analysis.Coverage, analysis.Bounds, analysis.Channels, analysis.AdoptionTopic, analysis.Consideration,
		analysis.Satisfaction, analysis.Praise, analysis.Concern, analysis.Reasons, analysis.Barriers,
		analysis.AnyBarrier, analysis.Volume, analysis.Change, analysis.Ownership, analysis.Words,
		analysis.Themes, analysis.OtherQuestion, analysis.Ratios,
	}
}

// sections gathers the tables by topic, or for the whole study.
func (b *builder) sections() []Section {
	if b.whole {
		sections := b.wholeSections()
		inOrder(sections)
		return sections
	}
	var sections []Section
	pictures := b.drawn()
	for _, topic := range topics() {
		s := Section{Topic: topic, Title: b.words.Topic(string(topic))}
		for i := range b.study.Tables {
			if t := &b.study.Tables[i]; t.Topic == topic && b.shows(t) {
				s.Tables = append(s.Tables, t)
				s.Notes = append(s.Notes, b.tableNotes(t))
			}
		}
		if intro := b.words.Intro(string(topic)); intro != "" && b.explains(topic) {
			s.Intro = []string{intro}
		}
		for i := range pictures {
			if pictures[i].Topic == topic {
				s.Charts = append(s.Charts, pictures[i])
			}
		}
		if len(s.Tables) > 0 {
			sections = append(sections, s)
		}
	}
	return sections
}

// shows reports whether a report shows a table: that of the bounds only when they
// were asked for, or figures are estimates or left out as uncertain.
func (b *builder) shows(t *analysis.Table) bool {
	if b.whole && onlyTotal(t) {
		return false // the title says how many answered
	}
	o := &b.study.Options
	return t.Topic != analysis.Bounds || o.Bounds || o.Publication != analysis.PublishAll || b.survey.Design.Sampled
}

// worstCase is the sentence with the response on what all organisations may do,
// whatever those answer who did not, or nothing where a section has that.
func (b *builder) worstCase() []string {
	t := b.study.Table(analysis.Bounds, "")
	if t == nil || b.shows(t) {
		return nil
	}
	var channels []string
	population := 0
	for r := range t.Rows {
		if s, ok := say(t, r, 0); ok {
			population = s.Population
			channels = append(channels, b.words.UsedBy(b.rowLabel(t, r), s.CountLow, s.CountHigh, s.Low, s.High))
		}
	}
	if len(channels) == 0 {
		return nil
	}
	return []string{b.words.WorstCase(population, channels)}
}

// explains reports whether the study has the rows that the introduction to a topic
// explains.
func (b *builder) explains(topic analysis.Topic) bool {
	switch topic {
	case analysis.AdoptionTopic:
		return b.hasRow(analysis.KeyProjection)
	case analysis.Consideration:
		return b.hasRow(analysis.KeyConsiders)
	default:
		return true
	}
}

// tableNotes are the sentences below a table: what exact intervals say in
// counts, and which users differ from everyone.
func (b *builder) tableNotes(t *analysis.Table) []string {
	var notes []string
	if t.Topic == analysis.Coverage && t.Row(analysis.KeyInhabitants, analysis.ShareOfPopulation) >= 0 {
		notes = append(notes, b.words.InhabitantsCovered())
	}
	if t.Topic == analysis.Respondents {
		notes = b.worstCase()
	}
	if b.whole {
		return notes // the sections by group and the findings tell the rest
	}
	if row := exactRow(t); row >= 0 {
		if groups := b.exactCounts(t, row); len(groups) > 0 {
			notes = append(notes, b.words.ExactCounts(b.rowLabel(t, row), groups))
		}
	}
	for i := range b.study.Comparisons {
		if c := &b.study.Comparisons[i]; c.Table == t.ID {
			if f, ok := b.amongUsers(t, c); ok {
				notes = append(notes, f.Text)
			}
		}
	}
	return notes
}

// exactRow is the row of which exact intervals are told in words: use of a
// channel, or webcare by the contact centre.
func exactRow(t *analysis.Table) int {
	if t.Topic == analysis.Channels {
		return -1 // each channel has a table of its own
	}
	for _, means := range []string{survey.Uses, survey.ContactCentre} {
		if r := t.Meaning(means); r >= 0 {
			return r
		}
	}
	return -1
}

func (b *builder) exactCounts(t *analysis.Table, row int) []string {
	var groups []string
	for g := range t.Groups {
		e := &t.Cells[row][g]
		if e.Status == analysis.Estimated && e.Method == analysis.Hypergeometric && t.Groups[g].Role == survey.BodyType {
			groups = append(groups, b.words.ExactCount(e.CountLow, e.CountHigh, e.Population, b.bodies(&t.Groups[g])))
		}
	}
	return groups
}

// rowLabel is the wording of a row: the option's, or the name of a net or
// statistic.
func (b *builder) rowLabel(t *analysis.Table, row int) string { return rowLabel(t, row, b.words) }

// netPrefix begins the keys of nets, so that they never meet an option's code.
const netPrefix = "net:"

func rowLabel(t *analysis.Table, row int, words locale.ReportWords) string {
	switch r := &t.Rows[row]; {
	case r.Label != "":
		return clean(r.Label)
	case r.Measure == analysis.Total:
		return words.TotalOf(clean(t.Unit))
	case r.Measure == analysis.Quantile:
		if percent, err := strconv.ParseFloat(strings.TrimPrefix(r.Key, "q"), 64); err == nil {
			return words.QuantileLabel(percent)
		}
	}
	return words.Net(string(t.Topic), strings.TrimPrefix(t.Rows[row].Key, netPrefix))
}

// tableTitle names a table within its section.
func tableTitle(t *analysis.Table, words wordsOfTopics) string {
	switch {
	case t.Topic == analysis.OtherQuestion, t.Topic == analysis.Ratios, t.Topic == analysis.Words, t.Topic == analysis.Themes:
		return clean(t.Title)
	case t.Channel != "":
		return clean(t.Channel)
	}
	return words.Topic(string(t.Topic))
}

// footnotes lists what the figures in the sections point to, in order of first
// use.
func (b *builder) footnotes(sections []Section) []Footnote {
	var notes []Footnote
	add := func(key, text string) {
		same := func(f Footnote) bool { return f.Key == key }
		if text != "" && !slices.ContainsFunc(notes, same) {
			notes = append(notes, Footnote{key, text})
		}
	}
	for _, t := range b.inSections(sections) {
		for _, text := range b.questionIssues(t.Question) {
			add(questionKey(t.Question, text), text)
		}
		for r := range t.Cells {
			for g := range t.Cells[r] {
				b.cellNotes(&t.Cells[r][g], add)
			}
		}
	}
	return notes
}

// inSections returns the tables that are shown: of a report by topic in the order
// of the study, of one on the whole study in that of its sections.
func (b *builder) inSections(sections []Section) []*analysis.Table {
	var tables []*analysis.Table
	if b.whole {
		for i := range sections {
			tables = append(tables, sections[i].Tables...)
		}
		return tables
	}
	for i := range b.study.Tables {
		if t := &b.study.Tables[i]; b.shows(t) {
			tables = append(tables, t)
		}
	}
	return tables
}

func (b *builder) cellNotes(e *analysis.Estimate, add func(key, text string)) {
	if e.Status != analysis.Estimated && e.Status != analysis.NotEstimated {
		add(statusKey(e.Status), b.words.HiddenNote(e.Status.String()))
	}
	if e.Status == analysis.HiddenImprecise {
		for _, n := range e.Notes {
			add(noteKey(n), b.words.Note(string(n)))
		}
	}
	if e.Status != analysis.Estimated {
		return
	}
	if e.Method == analysis.Hypergeometric {
		add(exactKey, b.words.Note("exact"))
	}
	if e.Method == analysis.Census {
		add(censusKey, b.words.Note("census"))
	}
	for _, n := range e.Notes {
		text := b.words.Note(string(n))
		if n == analysis.NoteLonely {
			text = b.lonely(e.Lonely)
		}
		add(noteKeyOf(e, n), text)
	}
}

// The keys of the footnotes on exact intervals, and on groups without a margin.
const (
	exactKey  = "note:exact"
	censusKey = "note:census"
)

func statusKey(s analysis.Status) string { return "status:" + s.String() }
func noteKey(n analysis.Note) string     { return "note:" + string(n) }

// noteKeyOf is the key of a note on a figure; the strata with one answer are a
// part of it, so that the footnote names those of the figure.
func noteKeyOf(e *analysis.Estimate, n analysis.Note) string {
	if n != analysis.NoteLonely {
		return noteKey(n)
	}
	return noteKey(n) + ":" + fmt.Sprint(e.Lonely)
}

func questionKey(question, text string) string { return "question:" + question + ":" + text }
