package codebook

import (
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
)

// Infer proposes a codebook from the columns of a file and their headings
// alone: the kind of each question from its cells, its role in this field from
// its wording. Who was asked a question can't be seen, so that is left unknown.
// What it is unsure of is in Doubts. The proposal doesn't depend on the order
// of the records.
func Infer(f *export.File) *Codebook { return infer(f, nil).cb }

// infer is Infer, with what it found on the way. Under a codebook that is kept, texts
// says which columns hold texts by that.
func infer(f *export.File, texts []bool) *inference {
	f = recordsOf(f, nil)
	in := &inference{file: f, dir: newDirectory(f), cb: &Codebook{Inferred: true}, texts: texts}
	in.cb.Survey.Language = languageOf(f)
	in.blankWord()
	in.metadata()
	in.fillers()
	in.numeric = in.numericExport()
	drafts := in.drafts(in.runs(in.dir.blocks(in.known)))
	ratingRuns(drafts)
	wordedRuns(drafts, in.file.Dialect.Name == "msforms")
	for _, d := range drafts {
		d.withoutPersons(in.cb.Survey.Language)
	}
	in.settleCodes(drafts)
	in.assign(drafts)
	in.name(drafts)
	in.answerCodes(drafts)
	for _, d := range drafts {
		in.cb.Doubts = append(in.cb.Doubts, d.issues()...)
	}
	in.codesOnly(drafts)
	in.labelsExport(drafts)
	in.scaleOrders(drafts)
	for _, d := range drafts {
		in.cb.Questions = append(in.cb.Questions, d.Question)
	}
	return in
}

// inference is the work on one file.
type inference struct {
	file *export.File
	dir  *directory
	cb   *Codebook
	// held are the words for a blank cell, and those for no answer, that columns have.
	held []held
	// kinds are what the columns are about by themselves, apart from the others.
	kinds []metadata
	// known marks the columns that need no question.
	known []bool
	// skip marks the test responses, which say nothing about the questions.
	skip  []bool
	tests bool // there are any
	// numeric is true when the file holds the codes of options, not their words.
	numeric bool
	// profiles are those of columns that were asked for, of all records.
	profiles []*profile
	// texts are the columns that hold texts by the codebook that is kept.
	texts []bool
	// tickRuns are columns that were joined to one question by their cells.
	tickRuns [][]int
}

// draft is a question that is being proposed.
type draft struct {
	Question
	// text is the wording of the question.
	text    string
	words   string
	columns []int
	profile profile
	family  family
	channel channel
	place   survey.Place
	doubts  []survey.Issue
	// aside are numbers that seem to be codes for "no answer".
	aside []aside
	// rare are options of joined answers that may be texts of "other".
	rare []string
}

func (in *inference) draft(columns []int, p profile) *draft {
	c := &in.file.Columns[columns[0]]
	text := c.Question
	if len(columns) == 1 && c.Option != "" && !answerHeading(c.Option) {
		text = strings.TrimSpace(c.Question + " – " + c.Option)
	}
	if text == "" {
		text = c.Option
	}
	return &draft{
		Question: Question{Column: in.dir.reference(columns)},
		text:     text, words: wordsOf(text), columns: columns, profile: p,
		place: survey.Place{File: in.file.Name, Sheet: in.file.Sheet, Column: c.Letter},
	}
}

// doubt notes an issue; the id of the question is filled in when it has one.
func (d *draft) doubt(severity survey.Severity, code survey.Code, args ...string) {
	d.doubts = append(d.doubts, survey.Issue{Where: d.place, Severity: severity, Code: code, Args: args})
}

func (d *draft) issues() []survey.Issue {
	for i := range d.doubts {
		d.doubts[i].Question = d.ID
		d.doubts[i].Args = append([]string{d.ID}, d.doubts[i].Args...)
		switch d.doubts[i].Code {
		case survey.IssueExpandedSingle:
			d.doubts[i].Fix = "questions: " + d.ID + ": kind: multiple"
		case survey.IssueSpelling:
			d.doubts[i].Fix = "questions: " + d.ID + ": exact: false"
		case survey.IssueLoneOption:
			d.doubts[i].Fix = "ignore: [" + quoted(d.Column) + "]"
		case survey.IssueJoinedRare, survey.IssueJoinedSplit:
			d.doubts[i].Fix = d.optionLines()
		case survey.IssueBlockBorder:
			d.doubts[i].Fix = "questions: " + d.ID + ": " + d.doubts[i].Fix
		default:
			d.doubts[i].Fix = fixOf(d.doubts[i].Code, d.doubts[i].Args)
		}
	}
	return d.doubts
}

// answerHeading reports whether an option heading only says "the answer".
func answerHeading(option string) bool {
	switch compact(option) {
	case "response", "openendedresponse", "antwoord", "respons", "antwort", "reponse", "answer", "openantwoord", "value", "waarde":
		return true
	}
	return false
}

// metadata finds the columns about the response itself, and the test rows.
func (in *inference) metadata() {
	f := in.file
	in.known = make([]bool, len(f.Columns))
	in.skip = make([]bool, f.Rows.Len())
	kinds := make([]metadata, len(f.Columns))
	r := &in.cb.Respondent
	for i := range f.Columns {
		kinds[i] = in.metadataOf(i)
	}
	in.kinds = slices.Clone(kinds)
	in.record(kinds)
	in.weights(kinds)
	in.oneID(kinds)
	for i, kind := range kinds {
		name := in.dir.reference([]int{i})
		switch {
		case kind == metaID && r.ID == "":
			r.ID = name
		case kind == metaStarted && r.Started == "":
			r.Started = name
		case kind == metaEnded && r.Ended == "":
			r.Ended = name
		case kind == metaStatus && r.Status == "":
			r.Status = name
			in.status(i)
			in.screened(i)
		case kind != noMetadata:
			in.cb.Ignore = append(in.cb.Ignore, name)
		}
		in.known[i] = kind != noMetadata
	}
	in.toolState()
	in.personal(kinds)
	in.toolRows()
	in.tests = slices.Contains(in.skip, true)
}

// metadataOf tells what a column says about the response, by its heading and
// then by its cells.
func (in *inference) metadataOf(i int) metadata {
	c := &in.file.Columns[i]
	p := in.profile(i)
	head := c.Question
	if c.Option != "" && !answerHeading(c.Option) && c.Question != "" {
		head = heading(c)
	} else if c.Question == "" {
		head = c.Option
	}
	switch {
	case p.filled == 0 && c.Option == "":
		return metaOther
	case p.person, in.file.Dialect.Name == "kobo" && placeHeading.MatchString(head):
		return metaPersonal
	case in.file.Dialect.Name == "googleforms" && p.quizScore():
		return metaOther
	case derivedHeading(head), c.Use == export.UseDerived:
		return metaOther
	case head == "" && p.numeric() == 1 && p.distinct() == p.filled: // a row number
		return metaOther
	case head == "#":
		return metaID
	case isOption(c, &p):
		return noMetadata
	}
	if is, known := in.namedAs(&p, head); known {
		return is
	}
	switch {
	case in.index(i):
		return metaID
	case c.Use == export.UseMetadata:
		return toolMetadata(in.file.Dialect.Name, compact(head))
	case c.Option == "" && in.dates(&p, head):
		return metaDates
	}
	return noMetadata
}

// namedAs tells what a column is by its heading, unless the cells are something
// else; known is false when the heading tells nothing.
func (in *inference) namedAs(p *profile, head string) (is metadata, known bool) {
	name := compact(head)
	for _, h := range metadataHeadings() {
		if !slices.Contains(h.names, name) {
			continue
		}
		if (h.is == metaStarted || h.is == metaEnded) && p.filled > 0 {
			if _, dates := datesOf(&p.column.Dict, in.cb.Survey.Language); !dates {
				return noMetadata, true
			}
		}
		if h.is == metaPersonal && in.answersOnly(p, head) {
			return noMetadata, true
		}
		return h.is, true
	}
	if p.asksPerson(head) && !in.answersOnly(p, head) {
		return metaPersonal, true
	}
	return noMetadata, false
}

// toolMetadata tells what a column that the tool marks as its own holds, of those
// whose name others use for questions too: the place of the machine or the rest.
func toolMetadata(dialect, name string) metadata {
	if dialect == "alchemer" && slices.Contains([]string{"country", "city", "stateregion", "postal"}, name) {
		return metaPersonal
	}
	return metaOther
}

// derivedHeading reports whether a heading is one that tools and programs add:
// timings, display order, unnamed index columns.
func derivedHeading(head string) bool {
	k := key(head)
	for _, end := range []string{"_do", " - topics", "_first click", "_last click", "_page submit", "_click count", "_complete"} {
		if strings.HasSuffix(k, end) {
			return true
		}
	}
	for _, start := range []string{"unnamed: ", "vraag tijd", "groep tijd", "question time", "group time", "points - ", "feedback - ", "punten - ", "punkte - ", "commentaires - ", "time00", "x_"} {
		if strings.HasPrefix(k, start) {
			return true
		}
	}
	return strings.HasPrefix(head, "_")
}

// oneID keeps one id: the first column of that kind with cells that tell
// responses apart. Other such columns are no questions either.
func (in *inference) oneID(kinds []metadata) {
	found := false
	for i, kind := range kinds {
		if kind != metaID {
			continue
		}
		p := in.profile(i)
		if found || 2*p.distinct() < p.filled || p.filled == 0 {
			kinds[i] = metaOther
			continue
		}
		found = true
	}
}

// status reads the words for test and finished off the status column.
func (in *inference) status(i int) {
	c := &in.file.Columns[i]
	r := &in.cb.Respondent
	numbered, form := in.file.Dialect.Name == "qualtrics", formComplete(c)
	test := make([]bool, c.Dict.Len())
	for d, cell := range c.Dict.All() {
		k := key(cell.Text)
		switch {
		case slices.Contains(testWords(), k), numbered && slices.Contains([]string{"1", "2", "9", "17"}, k):
			r.Tests = appendNew(r.Tests, cell.Text)
			test[d] = true
		case slices.Contains(completeWords(), k), form && statusFilled(cell.Text):
			r.Complete = appendNew(r.Complete, cell.Text)
		}
	}
	slices.Sort(r.Tests)
	slices.Sort(r.Complete)
	tests := 0
	for row, code := range c.Codes.All() {
		in.skip[row] = test[code]
		tests += one(test[code])
	}
	if tests == len(in.skip) { // then nothing is known but from the tests
		clear(in.skip)
	}
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// fillers proposes the fillers that occur as words for "no answer".
func (in *inference) fillers() {
	for _, word := range fillers() {
		for i, has := range in.held {
			if has[word] && !in.known[i] {
				in.cb.Missing = appendNew(in.cb.Missing, word)
			}
		}
	}
}

// personal lists the columns that are left out because they hold personal data.
func (in *inference) personal(kinds []metadata) {
	var letters []string
	for i, kind := range kinds {
		if kind == metaPersonal && profileFilled(in.file, i) {
			letters = append(letters, in.file.Columns[i].Letter)
		}
	}
	if len(letters) > 0 {
		in.cb.Doubts = append(in.cb.Doubts, survey.Issue{
			Where:    survey.Place{File: in.file.Name, Sheet: in.file.Sheet},
			Severity: survey.Note, Code: survey.IssuePersonalData, Args: letters,
		})
	}
}

func profileFilled(f *export.File, i int) bool {
	for _, code := range f.Columns[i].Codes.All() {
		if code != 0 {
			return true
		}
	}
	return false
}

// languageOf guesses the language of the questionnaire from the small words in
// its headings; "" when they do not tell.
func languageOf(f *export.File) string {
	count := map[string]int{}
	dutch := []string{"de", "het", "een", "van", "uw", "wat", "welke", "hoe", "voor", "met", "en", "bij", "waarom", "wie", "hoeveel", "heeft", "u", "naar", "om"}
	english := []string{"the", "a", "of", "your", "what", "which", "how", "for", "with", "and", "why", "who", "does", "do", "is", "to", "are", "you", "many"}
	foreign := []string{"der", "die", "das", "und", "wie", "sie", "ihre", "ist", "werden", "welche", "fur", "mit", "le", "la", "les", "des", "vous", "votre", "est", "et", "pour", "quelle", "quel"}
	for i := range f.Columns {
		text := wordsOf(f.Columns[i].Question)
		if i > 0 && f.Columns[i].Question == f.Columns[i-1].Question {
			continue
		}
		for w := range strings.FieldsSeq(text) {
			count["other"] += one(slices.Contains(foreign, w))
			count["nl"] += one(slices.Contains(dutch, w))
			count["en"] += one(slices.Contains(english, w))
		}
	}
	if count["other"] > max(count["nl"], count["en"]) {
		return ""
	}
	switch {
	case count["nl"] > 2*count["en"] && count["nl"] > 1:
		return "nl"
	case count["en"] > 2*count["nl"] && count["en"] > 1:
		return "en"
	}
	return ""
}

// one is 1 for true and 0 for false.
func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
