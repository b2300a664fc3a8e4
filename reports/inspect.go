package reports

import (
	"io"
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/locale"
	"benchmark/survey/quality"
)

// questionState counts what became of the respondents at one question.
type questionState struct {
	Answered, NotAsked, NotShown, Skipped, Blank, Refused, Invalid int
}

// asked is the number of respondents to whom the question was put, as far as
// is known.
func (q *questionState) asked() int { return q.Answered + q.Skipped + q.Refused + q.Invalid + q.Blank }

func stateOf(c *survey.Column) questionState {
	var q questionState
	for _, s := range c.State {
		switch s {
		case survey.Answered:
			q.Answered++
		case survey.NotAsked:
			q.NotAsked++
		case survey.NotShown:
			q.NotShown++
		case survey.Skipped:
			q.Skipped++
		case survey.Blank:
			q.Blank++
		case survey.Refused:
			q.Refused++
		case survey.Invalid:
			q.Invalid++
		}
	}
	return q
}

// byEffect returns the issues of a survey, those that may change a figure
// first, else in the order of the file.
func byEffect(issues []survey.Issue) []survey.Issue {
	sorted := slices.Clone(issues)
	slices.SortStableFunc(sorted, func(a, b survey.Issue) int { return int(b.Severity) - int(a.Severity) })
	return sorted
}

// InspectText returns the renderer of how a file was read, for people at a
// terminal: the file, its rows, its questions, what is wrong with it, and the
// spelling that was counted together.
func InspectText(screen Screen) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		t := &inspection{&textReport{newPage(screen), newView(r, l)}, l.Report().Inspection()}
		t.top()
		t.file()
		t.rows()
		t.questions()
		t.issues()
		t.folds()
		t.response()
		t.bottom()
		_, err := t.WriteTo(w)
		return err
	}
}

// inspection lays out how a file was read.
type inspection struct {
	*textReport
	names locale.Inspection
}

// fact writes one labelled line, unless there is nothing to say.
func (t *inspection) fact(label, value string) {
	if value != "" {
		const width = 20
		t.para("", left(label, width), spaces(width), value)
	}
}

func (t *inspection) file() {
	t.heading(t.names.File)
	src := &t.report.Study.Survey.Source
	t.fact(strings.ToLower(t.names.File), clean(src.File))
	if f := t.report.Reading.File; f != nil {
		t.fact(t.names.Format, string(f.Format))
		t.fact(t.names.Encoding, clean(f.Encoding))
		if f.Delimiter != 0 {
			t.fact(t.names.Delimiter, t.words.Delimiter(f.Delimiter))
		}
		t.fact(t.names.Sheet, clean(f.Sheet))
		t.fact(t.names.Other, t.otherSheets())
		t.fact(t.names.Header, t.numbers(f.HeaderRows))
		t.fact(t.names.Dialect, clean(t.l.Tool(f.Dialect.Name)))
		t.fact(t.names.Hits, strings.Join(cleanAll(f.Dialect.Hits), ", "))
	}
	t.fact(t.names.Digest, src.SHA256)
	if src.Codebook != "" {
		t.fact(t.names.Codebook, clean(src.Codebook))
	} else {
		t.fact(t.names.Codebook, t.words.NotSettled())
	}
	t.decisions()
}

func (t *inspection) otherSheets() string {
	var names []string
	for _, s := range t.report.Reading.File.OtherSheets {
		names = append(names, t.words.Quote(clean(s.Name)))
	}
	return strings.Join(names, ", ")
}

func (t *inspection) numbers(numbers []int) string {
	var texts []string
	for _, n := range numbers {
		texts = append(texts, t.l.Integer(n))
	}
	return t.l.List(texts)
}

func (t *inspection) decisions() {
	f := t.report.Reading.File
	if f == nil || len(f.Decisions) == 0 {
		return
	}
	t.blank()
	t.para(bold, "", "", t.names.Decisions)
	for i := range f.Decisions {
		t.para("", "• ", "  ", clean(t.l.Decision(f.Decisions[i].Code, f.Decisions[i].Args)))
	}
}

// rows accounts for every row that was read.
func (t *inspection) rows() {
	t.heading(t.names.Rows)
	src := &t.report.Study.Survey.Source
	labels, counts := []string{t.names.Read}, []string{t.l.Integer(src.Read)}
	for _, d := range src.Dropped {
		labels = append(labels, t.words.DropReason(string(d.Reason)))
		counts = append(counts, "−"+t.l.Integer(d.Rows))
	}
	labels, counts = append(labels, t.names.Kept), append(counts, t.l.Integer(src.Kept))
	room := t.screen.Width - widest(counts) - betweenColumn
	for i := range labels {
		lines := wrap(labels[i], min(room, widestLabel))
		t.line(left(lines[0], min(widest(labels), room, widestLabel)) + spaces(betweenColumn) + right(counts[i], widest(counts)))
		for _, rest := range lines[1:] {
			t.line(rest)
		}
	}
}

// questions writes what each question was taken for and how many answered.
func (t *inspection) questions() {
	s := t.report.Study.Survey
	t.heading(t.names.Questions)
	columns := []column{
		{head: t.names.Columns, left: true}, {head: t.names.ID, left: true}, {head: t.names.Kind, left: true},
		{head: t.names.Role, left: true}, {head: t.names.Options}, {head: t.names.Asked}, {head: t.names.Answered},
		{head: t.names.Skipped}, {head: t.names.NotAsked},
	}
	labels := make([]string, len(s.Questions))
	skipped := quality.ItemNonResponse(s)
	for i := range s.Questions {
		labels[i] = clean(s.Questions[i].Title())
		for c, cell := range t.question(i, skipped[i]) {
			columns[c].cells = append(columns[c].cells, cell)
		}
	}
	room := t.screen.Width
	for i := range columns {
		room -= columns[i].width() + betweenColumn
	}
	if room >= 24 {
		t.list(labels, make([]float64, len(labels)), make([]string, len(labels)), columns)
		return
	}
	t.questionList(labels, columns)
}

// question is what stands behind a question: columns, id, kind, role with
// channel, number of options, asked, answered,
// share of those asked who skipped it where that is known, not asked.
func (t *inspection) question(i int, n quality.NonResponse) []string {
	s := t.report.Study.Survey
	q := &s.Questions[i]
	var state questionState
	if i < len(s.Columns) {
		state = stateOf(&s.Columns[i])
	}
	role := string(q.Role)
	if q.Channel != "" {
		role = strings.TrimSpace(role + " " + clean(q.Channel))
	}
	options := ""
	if len(q.Options) > 0 {
		options = t.l.Integer(len(q.Options))
	}
	skipped := ""
	if n.Certain && n.Skipped > 0 {
		skipped = t.l.Percent(n.Share(), 0)
	}
	return []string{columnSpan(q.Columns), clean(q.ID), q.Kind.String(), role, options,
		t.l.Integer(state.asked()), t.l.Integer(state.Answered), skipped, t.l.Integer(state.NotAsked + state.NotShown)}
}

// columnSpan names the columns of a question: J, or J–L.
func columnSpan(columns []string) string {
	switch len(columns) {
	case 0:
		return ""
	case 1:
		return clean(columns[0])
	}
	return clean(columns[0]) + "–" + clean(columns[len(columns)-1])
}

// questionList writes the questions one below the other, for a narrow screen.
func (t *inspection) questionList(labels []string, columns []column) {
	for i, label := range labels {
		t.para("", left(columns[0].cells[i], 4)+" ", spaces(5), label)
		var facts []string
		for _, c := range columns[1:] {
			if c.cells[i] != "" {
				facts = append(facts, c.head+" "+c.cells[i])
			}
		}
		t.para(dim, spaces(5), spaces(5), strings.Join(facts, ", "))
	}
}

// issues writes what is wrong with the data, by its effect.
func (t *inspection) issues() {
	t.heading(t.names.Issues)
	issues := byEffect(t.report.Study.Survey.Issues)
	if len(issues) == 0 {
		t.para("", "", "", t.names.Tidy)
	}
	var last survey.Severity
	for i := range issues {
		s := &issues[i]
		if s.Severity != last {
			if i > 0 {
				t.blank()
			}
			t.para(bold, "", "", t.effect(s.Severity))
			last = s.Severity
		}
		t.para("", "• ", "  ", clean(t.l.Issue(*s)))
		if fix := clean(t.l.IssueFix(*s)); fix != "" {
			t.para(dim, "  ", "    ", fix)
		}
	}
}

func (t *inspection) effect(s survey.Severity) string {
	switch s {
	case survey.Doubt:
		return t.names.Doubt
	case survey.Warning:
		return t.names.Warning
	default:
		return t.names.Note
	}
}

// folds writes the spelling that was counted together.
func (t *inspection) folds() {
	if len(t.report.Study.Folds) == 0 {
		return
	}
	t.heading(t.names.Folds)
	for _, f := range t.report.Study.Folds {
		t.para("", "• ", "  ", t.words.Fold(clean(f.Word), clean(f.Into), f.Mentions))
	}
}
