package reports

import (
	"cmp"
	"io"
	"path"
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/locale"
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
	n := c.Reasons()
	q.Answered, q.NotAsked, q.NotShown = n[survey.Answered], n[survey.NotAsked], n[survey.NotShown]
	q.Skipped, q.Blank, q.Refused, q.Invalid = n[survey.Skipped], n[survey.Blank], n[survey.Refused], n[survey.Invalid]
	return q
}

// InspectText returns the renderer of how a file was read, for people at a
// terminal: the file, its rows, its questions, what is wrong with it, and the
// spelling that was counted together.
func InspectText(screen Screen) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		t := &inspection{&textReport{newPage(screen), newView(r, l)}, l.Report().Inspection()}
		t.lead()
		t.file()
		t.rows()
		t.response()
		t.questions()
		t.unused()
		t.folds()
		t.issues()
		t.next()
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

// lead writes what there is of persons, the title, who took part, and whether anything may change figures.
func (t *inspection) lead() {
	r := t.report
	p := personalIn(r.Study.Survey)
	if notice := t.words.Personal(p.Columns, p.Asked, p.Answers, p.Bodies); notice != "" {
		t.para(bold, "! ", "  ", notice)
		t.blank()
	}
	if r.Announcement != "" {
		t.para(dim, "", "", r.Announcement)
		t.blank()
	}
	s := r.Study.Survey
	t.para(bold, "", "", t.words.WasRead(clean(s.Source.File)))
	t.para("", "", "", strings.Join(append(slices.Clone(r.Subtitle), t.words.Questions(len(s.Questions))), ", "))
	for _, notice := range r.Notices {
		t.para(bold, "! ", "  ", notice)
	}
	doubts, choices := 0, 0
	for i := range s.Issues {
		switch s.Issues[i].Severity {
		case survey.Doubt:
			doubts++
		case survey.Warning:
			choices++
		}
	}
	if doubts > 0 {
		t.para(bold, "! ", "  ", t.words.Verdict(doubts, choices))
		return
	}
	t.para("", "", "", t.words.Verdict(doubts, choices))
}

func (t *inspection) file() {
	t.heading(t.names.File)
	src := &t.report.Study.Survey.Source
	if f := t.report.Reading.File; f != nil {
		tool := clean(t.l.Tool(f.Dialect.Name))
		if len(f.Dialect.Hits) > 0 {
			tool += " (" + strings.Join(cleanAll(f.Dialect.Hits), ", ") + ")"
		}
		if (f.Format == export.SAV || f.Format == export.Parquet) && len(f.Dialect.Hits) == 0 {
			tool = "" // the kind of file says it
		}
		t.fact(t.names.Dialect, tool)
		t.fact(t.names.Format, t.words.Format(string(f.Format)))
		t.fact(t.names.Sheet, t.reasoned(export.DecisionSheet, clean(f.Sheet)))
		t.fact(t.names.Other, t.otherSheets())
		t.fact(t.names.Encoding, t.reasoned(export.DecisionEncoding, clean(f.Encoding)))
		if f.Delimiter != 0 {
			t.fact(t.names.Delimiter, t.reasoned(export.DecisionDelimiter, t.words.Delimiter(f.Delimiter)))
		}
		if len(f.HeaderRows) > 0 {
			t.fact(t.names.Header, t.reasoned(export.DecisionHeader, t.words.HeaderRows(f.HeaderRows)))
		}
	}
	if src.Codebook != "" {
		t.fact(t.names.Codebook, clean(src.Codebook))
	} else {
		t.fact(t.names.Codebook, t.words.NotSettled())
	}
	t.fact(t.names.Digest, shortDigest(src.SHA256))
	t.decisions()
}

// shortDigest is the beginning of a digest: enough to tell files apart.
func shortDigest(digest string) string {
	const enough = 12
	if len(digest) > enough {
		return digest[:enough] + "…"
	}
	return digest
}

// reasoned adds to a fact why it was decided so.
func (t *inspection) reasoned(code, fact string) string {
	for _, d := range t.report.Reading.File.Decisions {
		if d.Code != code || fact == "" {
			continue
		}
		if reason := clean(t.l.DecisionReason(d.Code, d.Args)); reason != "" {
			return fact + " (" + reason + ")"
		}
	}
	return fact
}

func (t *inspection) otherSheets() string {
	var names []string
	for _, s := range t.report.Reading.File.OtherSheets {
		names = append(names, t.words.Quote(clean(s.Name)))
	}
	return strings.Join(names, ", ")
}

// decisions writes the decisions that the facts about the file do not tell.
func (t *inspection) decisions() {
	f := t.report.Reading.File
	if f == nil {
		return
	}
	first := true
	for i := range f.Decisions {
		switch f.Decisions[i].Code {
		case export.DecisionFormat, export.DecisionSheet, export.DecisionEncoding, export.DecisionDelimiter, export.DecisionHeader, export.DecisionDialect:
			continue
		}
		if first {
			t.blank()
			t.para(bold, "", "", t.names.Decisions)
			first = false
		}
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
	unfinished, how := t.unfinished()
	if unfinished > 0 {
		labels, counts = append(labels, t.names.Unfinished), append(counts, t.l.Integer(unfinished))
	}
	room := t.screen.Width - widest(counts) - betweenColumn
	for i := range labels {
		lines := wrap(labels[i], min(room, widestLabel))
		t.line(left(lines[0], min(widest(labels), room, widestLabel)) + spaces(betweenColumn) + right(counts[i], widest(counts)))
		for _, rest := range lines[1:] {
			t.line(rest)
		}
	}
	if how != "" {
		t.para(dim, "", "", how)
	}
}

// unfinished is the number of respondents who did not finish, and how it is
// known; nothing when it is not.
func (t *inspection) unfinished() (int, string) {
	n := partial(t.report.Study.Survey)
	letter, values := finished(t.report)
	if letter == "" {
		return n, ""
	}
	return n, t.words.FinishedWhen(clean(letter), cleanAll(values))
}

// partial is the number of respondents who did not finish, as far as known.
func partial(s *survey.Survey) int {
	for i := range s.Issues {
		if s.Issues[i].Code == survey.IssuePartialRows {
			return touched(s, &s.Issues[i])
		}
	}
	return 0
}

// finished says by which column and values it is known who finished.
func finished(r *Report) (letter string, values []string) {
	if r.Reading.File == nil || r.Reading.Codebook == nil {
		return "", nil
	}
	return r.Reading.Codebook.Finished(r.Reading.File)
}

// next says what to do when nobody checked what was inferred.
func (t *inspection) next() {
	reading := &t.report.Reading
	file := clean(cmp.Or(reading.Given, t.report.Study.Survey.Source.File))
	if reading.Codebook == nil || !reading.Codebook.Inferred {
		return
	}
	named := strings.TrimSuffix(file, path.Ext(file))
	if file == "-" { // standard input
		named = "survey"
	}
	book := clean(cmp.Or(reading.Written, named+".codebook.yaml"))
	t.heading(t.names.Next)
	for i, step := range t.words.NextSteps(quoted(file), quoted(book), reading.Written != "") {
		t.para("", t.l.Integer(i+1)+". ", "   ", step)
	}
}

// quoted puts a file name that a command line would part between quotation marks.
func quoted(file string) string {
	if strings.ContainsAny(file, " ()&;'") {
		return `"` + file + `"`
	}
	return file
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
