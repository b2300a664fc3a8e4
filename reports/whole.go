package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/survey"
)

// wholeSections are the sections of a report on the whole study: each table stands
// in one of them.
func (b *builder) wholeSections() []Section {
	var sections []Section
	for i := range b.study.Tables {
		t := &b.study.Tables[i]
		if !b.shows(t) {
			continue
		}
		s := b.sectionOf(t)
		at := slices.IndexFunc(sections, func(o Section) bool { return o.id() == s.id() })
		if at < 0 {
			sections, at = append(sections, s), len(sections)
		}
		sections[at].Tables = append(sections[at].Tables, t)
		sections[at].Notes = append(sections[at].Notes, append(b.explained(t), b.tableNotes(t)...))
	}
	if s := b.newCapacity(); b.study.Table(analysis.Volume, "") != nil || b.besideBarriers() != nil {
		if !slices.ContainsFunc(sections, func(o Section) bool { return o.id() == s.id() }) {
			sections = append(sections, s)
		}
	}
	for _, by := range b.breakdowns() {
		sections = append(sections, b.newGroups(by))
	}
	return append(sections, b.more...)
}

// complete gives the sections of a report on the whole study their findings,
// charts and tables of words, which point to the footnotes of the report; sections
// with nothing in them are left out.
func (b *builder) complete(r *Report) {
	v := newView(r, b.l)
	if len(r.Summary()) == 0 {
		r.FindingsLead = b.words.NothingToTell()
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		if s.Topic != analysis.OtherQuestion { // the summary tells what there is
			s.Findings = append(s.Findings, b.foundIn(r.Findings, s)...)
		}
		switch s.Topic {
		case analysis.Channels:
			s.grids = append(s.grids, v.overviewGrid(b)...)
		case CapacityTopic:
			s.grids = append(append(s.grids, v.volumeGrid(b.study)...), v.peopleGrids(b.study)...)
		case ByGroup:
			if s.By != "" {
				b.fillGroups(v, s)
			}
		}
		s.Charts = append(s.Charts, b.pictures(s)...)
	}
	r.Sections = slices.DeleteFunc(r.Sections, func(s Section) bool {
		return len(s.Tables)+len(s.grids)+len(s.Charts)+len(s.Findings)+len(s.Intro) == 0
	})
	inOrder(r.Sections)
}

// foundIn returns the findings of a section: those on its tables that are at home
// nowhere else, and those that are at home in it.
func (b *builder) foundIn(all []Finding, s *Section) []Finding {
	var found []Finding
	for _, f := range all {
		ours := f.Section == s.id()
		if f.Section == "" || !b.has(f.Section) {
			ours = slices.ContainsFunc(s.Tables, func(t *analysis.Table) bool { return t.ID == f.Table })
		}
		if ours {
			found = append(found, f)
		}
	}
	return found
}

// has reports whether a report on the whole study has a section by groups, or on
// capacity, of that name.
func (b *builder) has(name string) bool {
	return name == string(CapacityTopic) || slices.ContainsFunc(b.more, func(s Section) bool { return s.id() == name }) || slices.ContainsFunc(b.breakdowns(), func(by string) bool { return groupsName(by) == name })
}

// sectionOf is the section of a table, still empty.
func (b *builder) sectionOf(t *analysis.Table) Section {
	channel := clean(t.Channel)
	switch t.Topic {
	case analysis.Respondents, analysis.Coverage, analysis.Bounds:
		return b.newSection(analysis.Respondents)
	case analysis.Channels, analysis.Ownership, analysis.Change, analysis.Ratios:
		return b.newSection(t.Topic)
	case analysis.AnyBarrier:
		return b.newCapacity()
	case analysis.Words, analysis.Themes:
		if channel == "" {
			return Section{Topic: analysis.Words, Title: b.words.OpenAnswers()}
		}
	case analysis.Volume, analysis.Barriers:
		if channel == "" {
			return b.newCapacity()
		}
	default:
	}
	if channel == "" {
		return b.newSection(t.Topic)
	}
	s := Section{Topic: OneChannel, Channel: channel, Title: b.l.Capital(channel), Name: string(OneChannel) + "-" + slugged(channel)}
	if !b.talked(t.Channel) {
		s.Topic = analysis.Words // only what comes to mind: a channel that nobody has yet
	}
	return s
}

func (b *builder) newSection(topic analysis.Topic) Section {
	title := b.words.Topic(string(topic))
	if topic == analysis.Channels {
		title = b.words.SideBySide()
	}
	if topic == analysis.OtherQuestion && b.plain() {
		title = b.words.TheQuestions()
	}
	return Section{Topic: topic, Title: title}
}

func (b *builder) newCapacity() Section {
	return Section{Topic: CapacityTopic, Title: b.words.CapacityHeading()}
}

// talked reports whether more was asked about a channel than what comes to mind.
func (b *builder) talked(channel string) bool {
	return slices.ContainsFunc(b.study.Tables, func(t analysis.Table) bool {
		return t.Channel == channel && t.Topic != analysis.Words && t.Topic != analysis.Themes
	})
}

// slugged makes a name fit for the id of a section.
func slugged(name string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f {
			return r
		}
		return '-'
	}, strings.ToLower(name)), "-")
}

// explained are the sentences that explain the rows of a table in a section of
// more topics.
func (b *builder) explained(t *analysis.Table) []string {
	if intro := b.words.Intro(string(t.Topic)); intro != "" && b.explains(t.Topic) {
		return []string{intro}
	}
	return nil
}

// tableTitle names a table within the section.
func (s *Section) tableTitle(t *analysis.Table, words wordsOfTopics) string {
	if !s.gathers() {
		return tableTitle(t, words)
	}
	switch t.Topic {
	case analysis.OtherQuestion, analysis.Ratios, analysis.Words, analysis.Themes:
		return clean(t.Title)
	default:
	}
	alike := 0
	for _, o := range s.Tables {
		if o.Topic == t.Topic {
			alike++
		}
	}
	if title := clean(t.Title); alike > 1 && title != "" {
		return title
	}
	return words.Topic(string(t.Topic))
}

// gathers reports whether a section holds tables of more topics about one subject.
func (s *Section) gathers() bool {
	return s.Channel != "" || s.Topic == CapacityTopic
}

// wordsOfTopics names topics.
type wordsOfTopics interface{ Topic(topic string) string }

// topBarrier says which answer is given most often, of more channels, to what
// holds organisations back: the same of every channel, and of each more often than
// any other.
func (b *builder) topBarrier() (Finding, bool) {
	tables := b.besideBarriers()
	var figures []said
	var channels []string
	for _, t := range tables {
		top := b.ranked(t, 2)
		if len(top) == 0 || len(top) > 1 && top[0].Value == top[1].Value || len(figures) > 0 && top[0].Row != figures[0].Row {
			return Finding{}, false
		}
		figures = append(figures, top[0])
		channels = append(channels, b.words.AtChannel(clean(t.Channel), b.rowLabel(t, top[0].row), b.figure(top[0])))
	}
	if len(figures) < 2 {
		return Finding{}, false
	}
	f := finding(b.words.TopBarrier(channels), figures...)
	f.Section = string(CapacityTopic)
	return f, true
}

// besideBarriers are the tables of what holds organisations back from each
// channel, where that was asked of more than one and more answers could be given.
func (b *builder) besideBarriers() []*analysis.Table {
	var tables []*analysis.Table
	for i := range b.study.Tables {
		t := &b.study.Tables[i]
		if t.Topic != analysis.Barriers || t.Channel == "" {
			continue
		}
		if q := b.survey.Find(t.Question); q >= 0 && b.survey.Questions[q].Kind == survey.Multiple {
			tables = append(tables, t)
		}
	}
	if len(tables) < 2 {
		return nil
	}
	return tables
}

// mostBroken is the number of channels of which the use is drawn by group.
const mostBroken = 3

// pictures are the charts of a section: those that compare first.
func (b *builder) pictures(s *Section) []charts.Chart {
	p := &pictures{}
	switch s.Topic {
	case analysis.Channels:
		for _, t := range s.Tables {
			p.add(t, b.question(t))
		}
		if t := b.study.Table(analysis.AdoptionTopic, ""); t != nil {
			p.add(t, func() (charts.Chart, error) { return charts.Adoption(b.study, b.l) })
			p.add(t, func() (charts.Chart, error) { return charts.Projection(b.study, b.l) })
		}
		p.all = append(p.all, b.comparing(analysis.Satisfaction)...)
		return p.all
	case CapacityTopic:
		p.all = append(p.all, b.comparing(analysis.Barriers)...)
	case ByGroup:
		if len(s.grids) > 0 {
			b.groupPictures(p, s.By)
		}
	default:
	}
	for _, t := range s.Tables {
		switch t.Topic {
		case analysis.Respondents, analysis.Coverage, analysis.Bounds, analysis.Consideration, analysis.AnyBarrier, analysis.Ratios:
		default:
			p.add(t, b.question(t))
		}
	}
	return p.all
}

// pictures gathers charts, each of a table.
type pictures struct{ all []charts.Chart }

// add adds a chart unless there is nothing to show.
func (p *pictures) add(t *analysis.Table, draw func() (charts.Chart, error)) {
	c, err := draw()
	if err != nil {
		return // there is nothing to show, as documented
	}
	c.Topic, c.Table = t.Topic, t.ID
	p.all = append(p.all, c)
}

func (b *builder) question(t *analysis.Table) func() (charts.Chart, error) {
	return func() (charts.Chart, error) { return charts.Question(b.study, t, b.l) }
}

// comparing are the charts that set the channels beside each other on one topic.
func (b *builder) comparing(topic analysis.Topic) []charts.Chart {
	channels := 0
	for i := range b.study.Tables {
		if t := &b.study.Tables[i]; t.Topic == topic && t.Channel != "" {
			channels++
		}
	}
	if channels < 2 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(b.drawn()), func(c charts.Chart) bool {
		return c.Topic != topic || !strings.Contains(c.Name, "-by-channel")
	})
}

// drawn are the charts of a report by topic, drawn once.
func (b *builder) drawn() []charts.Chart {
	if b.charts == nil {
		b.charts = charts.All(b.study, b.l)
	}
	return b.charts
}
