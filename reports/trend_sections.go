package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/trend"
	"benchmark/survey/waves"
)

// drift is what can be compared and what can't, and why.
func (b *trendBuilder) drift() Section {
	g := grid{title: b.heads.Drift, head: []string{b.l.Capital(b.heads.Question)}, words: len(b.t.Waves) - 1}
	for w := 1; w < len(b.t.Waves); w++ {
		g.head = append(g.head, b.heading(w-1, w))
	}
	differs := grid{head: []string{b.heads.Differs, b.heads.Question}, title: b.heads.Differs, words: 1}
	for i := range b.t.Drift.Lines {
		l := &b.t.Drift.Lines[i]
		if b.unasked(l) {
			continue
		}
		line := []string{b.questionOf(l)}
		for w := 1; w < len(b.t.Waves); w++ {
			line = append(line, b.compares(l, w))
			if p := l.Pairs[w]; p != nil {
				b.explain(&differs, line[0], p)
			}
		}
		g.lines = append(g.lines, line)
	}
	s := Section{Title: b.heads.Drift, Name: driftSection, grids: []grid{g}}
	for w := 1; w < len(b.t.Waves); w++ {
		for _, d := range b.t.Drift.Studies[w] {
			s.Intro = append(s.Intro, b.pair(w-1, w)+": "+b.l.Small(b.sentence(&d)))
		}
	}
	s.grids[0].notes = []string{b.words.NotDrawn()}
	if len(differs.lines) > 0 {
		differs.head = []string{b.l.Capital(b.heads.QuestionWaves), b.heads.Differs}
		s.grids = append(s.grids, differs)
	}
	return s
}

// questionOf names a line by the question of the last wave that asked it.
func (b *trendBuilder) questionOf(l *waves.Line) string {
	for w := len(l.Questions) - 1; w >= 0; w-- {
		if l.Questions[w] >= 0 {
			return clean(b.t.Waves[w].Study.Survey.Questions[l.Questions[w]].Title())
		}
	}
	return ""
}

// unasked reports whether a line comes from a register and was put to nobody.
func (b *trendBuilder) unasked(l *waves.Line) bool {
	for w, q := range l.Questions {
		if q >= 0 && b.t.Waves[w].Study.Survey.Questions[q].Register == "" {
			return false
		}
	}
	return true
}

// compares says in a cell how a wave compares with the one before.
func (b *trendBuilder) compares(l *waves.Line, w int) string {
	p := l.Pairs[w]
	switch {
	case p == nil && l.Questions[w] >= 0 && l.Last(w) < 0:
		return b.heads.New
	case p == nil && l.Last(w) >= 0:
		return b.heads.Gone
	case p == nil:
		return b.heads.None
	}
	text := b.heads.Same
	switch p.Verdict {
	case waves.WithBreak:
		text = b.words.Broken("")
	case waves.NotComparable:
		text = b.words.Apart()
	case waves.Comparable:
		return text
	}
	var own []waves.Difference
	for _, d := range p.Differences {
		if d.Verdict == p.Verdict || d.Verdict == waves.WithBreak {
			own = append(own, d)
		}
	}
	if len(own) == 0 {
		own = p.Study
	}
	slices.SortStableFunc(own, func(x, y waves.Difference) int { return int(y.Verdict) - int(x.Verdict) })
	if len(own) == 0 {
		return text
	}
	return text + ": " + b.why(own)
}

// explain adds a sentence for every difference of a pair.
func (b *trendBuilder) explain(g *grid, question string, p *waves.Pair) {
	for i := range p.Differences {
		d := &p.Differences[i]
		if d.Verdict == waves.Comparable {
			continue
		}
		text := b.sentence(b.worded(d, p))
		if d.Code == waves.DiffProposed && len(d.Args) > 0 {
			text += " " + b.words.Settle(clean(d.Args[0]))
		}
		g.lines = append(g.lines, []string{b.words.Between(question, b.pair(p.Earlier.Wave, p.Later.Wave)), text})
	}
}

// worded puts the names of the questions that decide to whom one is put in the place
// of their ids.
func (b *trendBuilder) worded(d *waves.Difference, p *waves.Pair) *waves.Difference {
	if d.Code != waves.DiffRouting || len(d.Args) < 2 {
		return d
	}
	names := func(ids string, wave int) string {
		s := b.t.Waves[wave].Study.Survey
		var all []string
		for id := range strings.SplitSeq(ids, "|") {
			if q := s.Find(id); q >= 0 {
				id = b.report.Quote(clean(s.Questions[q].Title()))
			}
			all = append(all, id)
		}
		return strings.Join(all, "|")
	}
	return &waves.Difference{Code: d.Code, Args: []string{names(d.Args[0], p.Earlier.Wave), names(d.Args[1], p.Later.Wave)}, Verdict: d.Verdict}
}

func (b *trendBuilder) sentence(d *waves.Difference) string {
	return b.words.Drift(string(d.Code), cleanAll(d.Args), func(means string) string {
		if _, several := b.l.Body(means); several != "" {
			return several
		}
		return clean(means)
	})
}

// who is who took part in each wave, who stayed, came and left.
func (b *trendBuilder) who() Section {
	h := b.heads
	g := grid{title: h.Who, head: []string{h.Who}}
	labels := []string{h.Both, h.Left, h.Came, h.Absorbed, h.Repeated, h.Unknown}
	counts := make([][]int, len(labels))
	s := Section{Title: h.Who, Name: whoSection}
	for i, p := range b.t.Panels {
		g.head = append(g.head, b.heading(i, i+1))
		for k, n := range []int{
			len(p.Pairs), len(p.Left), len(p.Came), len(p.Absorbed), len(p.Repeated[0]) + len(p.Repeated[1]), len(p.Unknown[0]) + len(p.Unknown[1]),
		} {
			counts[k] = append(counts[k], n)
		}
		for _, text := range b.bodyNotes(p) {
			s.Intro = append(s.Intro, b.pair(i, i+1)+": "+b.l.Small(text))
		}
	}
	for k, label := range labels {
		if k > 2 && !slices.ContainsFunc(counts[k], func(n int) bool { return n > 0 }) {
			continue
		}
		line, figures := []string{b.l.Capital(label)}, []*gridFigure{nil}
		for _, n := range counts[k] {
			line = append(line, b.l.Integer(n))
			figures = append(figures, counted(n))
		}
		g.lines, g.figures = append(g.lines, line), append(g.figures, figures)
	}
	s.grids = []grid{g}
	return s
}

// counted is a count as a number.
func counted(n int) *gridFigure { return &gridFigure{value: float64(n), format: wholeFormat} }

// bodyNotes say what was not one to one, a sentence for each kind.
func (b *trendBuilder) bodyNotes(p *waves.Panel) []string {
	var codes []waves.NoteCode
	count := map[waves.NoteCode]int{}
	for _, n := range p.Notes {
		if count[n.Code]++; count[n.Code] == 1 {
			codes = append(codes, n.Code)
		}
	}
	var texts []string
	for _, code := range codes {
		n := count[code]
		if code == waves.NoteUnknown {
			n = len(p.Unknown[0]) + len(p.Unknown[1])
		}
		texts = append(texts, b.words.Note(string(code), n))
	}
	if len(p.Pairs) == 0 {
		return nil
	}
	return texts
}

// topics are the figures, a section for each topic.
func (b *trendBuilder) topics() []Section {
	var all []Section
	for i := 0; i < len(b.t.Rows); {
		k := i
		for k < len(b.t.Rows) && b.t.Rows[k].Topic == b.t.Rows[i].Topic {
			k++
		}
		all = append(all, b.topic(b.t.Rows[i:k]))
		i = k
	}
	return all
}

// topic is the section of a topic: a table for each question, or one for all where they
// have few rows.
func (b *trendBuilder) topic(rows []trend.Row) Section {
	topic := rows[0].Topic
	s := Section{Title: b.words.Topic(string(topic)), Name: trendSection(topic)}
	byQuestion := topic != analysis.AdoptionTopic && topic != analysis.Satisfaction && topic != analysis.Volume
	for i := 0; i < len(rows); {
		k := i
		for k < len(rows) && (!byQuestion || rows[k].Line == rows[i].Line || topic == analysis.Channels) {
			k++
		}
		title := s.Title
		if byQuestion && topic != analysis.Channels {
			title = clean(rows[i].Title)
		}
		s.grids = append(s.grids, b.table(title, rows[i:k]))
		if twice, ok := b.twice(title, rows[i:k]); ok {
			s.grids = append(s.grids, twice)
		}
		i = k
	}
	last := &s.grids[len(s.grids)-1]
	if slices.ContainsFunc(rows, func(r trend.Row) bool {
		return slices.ContainsFunc(r.Changes, func(c trend.Change) bool { return c.Separate && !c.Difference.Weighted })
	}) {
		last.notes = append(last.notes, b.words.Separate(analysis.MinimumAnswers))
	}
	if slices.ContainsFunc(rows, func(r trend.Row) bool {
		return slices.ContainsFunc(r.Figures, func(e analysis.Estimate) bool { return e.Weighted })
	}) {
		last.notes = append(last.notes, b.words.Weighted())
	}
	s.Charts = b.charts(rows)
	return s
}

// table has the figures of every wave with their changes.
func (b *trendBuilder) table(title string, rows []trend.Row) grid {
	g := grid{title: title, head: b.figureHeads(title)}
	for i := range rows {
		line, figures := b.line(b.row(&rows[i]), &rows[i])
		g.lines, g.figures = append(g.lines, line), append(g.figures, figures)
	}
	g.notes = append(b.breaks(rows), b.repeated()...)
	return g
}

// repeated says in which waves organisations count more than once.
func (b *trendBuilder) repeated() []string {
	var notes []string
	for w := range b.t.Waves {
		n := 0
		for _, note := range b.t.Panels[min(w, len(b.t.Panels)-1)].Notes {
			ofThis := note.Earlier
			if w == len(b.t.Panels) {
				ofThis = note.Later
			}
			if note.Code == waves.NoteRepeated && len(ofThis) > 0 {
				n++
			}
		}
		if n > 0 {
			notes = append(notes, b.words.Repeated(b.at(w), n))
		}
	}
	return notes
}

// figureHeads are the heads of the columns of such a table.
func (b *trendBuilder) figureHeads(first string) []string {
	head := []string{first}
	for w := range b.t.Waves {
		head = append(head, b.at(w))
	}
	for w := 1; w < len(b.t.Waves); w++ {
		head = append(head, b.heading(w-1, w), b.heads.Test)
	}
	return head
}

// line is a line of such a table.
func (b *trendBuilder) line(label string, r *trend.Row) ([]string, []*gridFigure) {
	line, figures := []string{label}, []*gridFigure{nil}
	format := percentFormat
	if r.Amount {
		format = tenthFormat
	}
	for w := range b.t.Waves {
		line = append(line, b.figure(r, w))
		figures = append(figures, figureOf(&r.Figures[w], format))
	}
	for w := 1; w < len(b.t.Waves); w++ {
		c := &r.Changes[w]
		line = append(line, b.difference(r, c), b.test(c))
		d := figureOf(&c.Difference, format)
		if d != nil {
			d.base = nil
		}
		figures = append(figures, d, nil)
	}
	return line, figures
}

// breaks says under a table which figures can't simply be compared, and why.
func (b *trendBuilder) breaks(rows []trend.Row) []string {
	var notes []string
	for i := range rows {
		r := &rows[i]
		for w := range r.Changes {
			c := &r.Changes[w]
			if c.From < 0 || c.Verdict == waves.Comparable || len(c.Why) == 0 {
				continue
			}
			text := b.breakNote(clean(r.Title), c)
			if !slices.Contains(notes, text) {
				notes = append(notes, text)
			}
		}
	}
	return notes
}

// breakNote says why the figures of a question can't simply be compared.
func (b *trendBuilder) breakNote(question string, c *trend.Change) string {
	word := b.words.Broken("")
	if c.Verdict == waves.NotComparable {
		word = b.words.Apart()
	}
	return b.words.Between(question, b.pair(c.From, c.To)) + ": " + word + ": " + b.why(c.Why) + "."
}

// count counts the notes with a code.
func count(notes []waves.Note, code waves.NoteCode) int {
	n := 0
	for i := range notes {
		if notes[i].Code == code {
			n++
		}
	}
	return n
}

// twice has the changes among those that answered twice, where they may be told.
func (b *trendBuilder) twice(title string, rows []trend.Row) (grid, bool) {
	h := b.heads
	n := gridSpan{column: 6, heads: [2]string{h.OnceThen, h.OnceNow}, format: wholeFormat}
	g := grid{title: title + ": " + b.l.Small(h.Twice), head: []string{h.Twice, h.N, h.Then, h.Now, h.Change, h.Test, h.OnceN, h.Once}}
	for i := range rows {
		r := &rows[i]
		for w := range r.Changes {
			c := &r.Changes[w]
			if c.Panel.Status != analysis.Estimated {
				continue
			}
			p := &c.Panel
			line, once := []string{b.words.Between(b.row(r), b.pair(c.From, c.To)), b.l.Integer(p.N1), b.l.Percent(p.Before, 0), b.l.Percent(p.After, 0),
				b.part(p), b.partTest(p), h.None, h.None}, [2]*float64{}
			figures := []*gridFigure{nil, counted(p.N1), asNumber(p.Before, percentFormat), asNumber(p.After, percentFormat), partFigure(p), nil, nil, nil}
			if o := &c.Once; o.Status == analysis.Estimated {
				line[6], line[7], figures[7] = b.l.Integer(o.N1)+", "+b.l.Integer(o.N2), b.part(o), partFigure(o)
				once = [2]*float64{whole(&o.N1), whole(&o.N2)}
			}
			g.lines, g.figures, n.ends = append(g.lines, line), append(g.figures, figures), append(n.ends, once)
		}
	}
	for i, p := range b.t.Panels {
		if slices.ContainsFunc(p.Notes, func(n waves.Note) bool { return n.Code == waves.NoteMergedSeveral }) {
			g.notes = append(g.notes, b.pair(i, i+1)+": "+b.l.Small(b.words.Note(string(waves.NoteMergedSeveral), count(p.Notes, waves.NoteMergedSeveral))))
		}
	}
	g.spans = []gridSpan{n}
	return g, len(g.lines) > 0
}
