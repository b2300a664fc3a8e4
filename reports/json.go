package reports

import (
	"cmp"
	"io"
	"time"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/locale"
)

// Schema names the contract of the JSON output and its version.
const Schema = "benchmark-study/1"

// JSON writes a study as JSON, at full precision. The fields are those that
// JSONFields lists; a hidden cell has nothing but its status.
func JSON(w io.Writer, r *Report, l *locale.Locale) error {
	if r.Position != nil {
		return writeJSON(w, "the comparison", positionJSON(r, l), 0)
	}
	if r.Versus != nil {
		return writeJSON(w, "the comparison", versusJSON(r, l), 0)
	}
	if r.Waves != nil {
		return writeJSON(w, "the waves", wavesJSON(r, l), 0)
	}
	if r.Outlook != nil {
		return writeJSON(w, "the outlook", outlookJSON(r, l), 0)
	}
	if r.Capacity != nil {
		return writeJSON(w, "the capacity plan", capacityJSON(r.Capacity), 0)
	}
	return writeJSON(w, "the study", studyJSON(r, l), roomOf(r.Study))
}

// roomOf returns about how many bytes the JSON of a study takes, hardly ever less.
func roomOf(s *analysis.Study) int {
	const ofOther, ofCell = 1 << 16, 640
	room := ofOther
	for i := range s.Tables {
		room += len(s.Tables[i].Rows) * len(s.Tables[i].Groups) * ofCell
	}
	return room
}

func studyJSON(r *Report, l *locale.Locale) *jsonStudy {
	s := r.Study.Survey
	j := &jsonStudy{
		Schema: Schema, Title: r.Title, Language: l.Tag, NotForPublication: r.NotForPublication,
		Synthetic: s.Source.Synthetic, Notices: r.Notices, Provenance: provenanceJSON(s, r.Reading),
		Options: optionsJSON(&r.Study.Options),
		Design:  designJSON(r.Study), Reading: readingJSON(r.Reading), Issues: issuesJSON(s.Issues), Tables: tablesJSON(r.Study),
		Comparisons: comparisonsJSON(s, r.Study.Comparisons), Folds: []jsonFold{}, Findings: []jsonFinding{},
		Weighting: r.Study.Weighting,
		Tests:     testsJSON(r.Study), Differences: differencesJSON(r.Study), People: peopleJSON(peopleOf(r.Study, l)),
	}
	for _, f := range r.Study.Folds {
		j.Folds = append(j.Folds, jsonFold(f))
	}
	if w := r.Changes; w != nil {
		if w.Trend != nil {
			j.Changes = wavesJSON(BuildTrend(*w, l), l)
		}
		for _, f := range w.Outlook.Forecasts {
			j.Outlook = append(j.Outlook, foreseenJSON(f))
		}
	}
	for _, f := range r.Findings {
		figures := []jsonFigure{figureJSON(f.Figure)}
		for _, o := range f.Others {
			figures = append(figures, figureJSON(o))
		}
		j.Findings = append(j.Findings, jsonFinding{f.Text, figures})
	}
	return j
}

func figureJSON(f Figure) jsonFigure {
	return jsonFigure{f.Table, f.Row, string(f.Measure), f.Group}
}

// list makes an absent list an empty one, so that it is [] and never null.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func provenanceJSON(s *survey.Survey, reading Reading) jsonProvenance {
	src := &s.Source
	p := jsonProvenance{
		File: src.File, SHA256: src.SHA256, Sheet: src.Sheet, Codebook: src.Codebook, CodebookSHA256: src.CodebookSHA256,
		Frame: src.Frame, FrameSHA256: src.FrameSHA256, FrameDate: s.Design.FrameDate, FrameSources: s.Design.FrameSources, Publisher: src.Publisher,
		RowsRead: src.Read, RowsKept: src.Kept, Dropped: []jsonDropped{},
		FieldStart: moment(src.FieldStart), FieldEnd: moment(src.FieldEnd),
		jsonMade: madeJSON(reading),
	}
	for _, f := range src.Beside {
		p.Beside = append(p.Beside, jsonInput{string(f.Role), f.Name, f.SHA256})
	}
	for _, d := range src.Dropped {
		p.Dropped = append(p.Dropped, jsonDropped{string(d.Reason), d.Rows})
	}
	return p
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

func readingJSON(r Reading) *jsonReading {
	f := r.File
	if f == nil {
		return nil
	}
	j := &jsonReading{
		Format: string(f.Format), Encoding: f.Encoding, Sheet: f.Sheet, HeaderRows: f.HeaderRows,
		Dialect: f.Dialect.Name, DialectHits: f.Dialect.Hits, CodebookFound: r.CodebookBeside,
		Inferred: r.Codebook != nil && r.Codebook.Inferred, Decisions: decisionsJSON(f.Decisions),
	}
	if j.HeaderRows == nil {
		j.HeaderRows = []int{}
	}
	if f.Delimiter != 0 {
		j.Delimiter = string(f.Delimiter)
	}
	for _, s := range f.OtherSheets {
		j.OtherSheets = append(j.OtherSheets, jsonSheet(s))
	}
	return j
}

func decisionsJSON(decisions []export.Decision) []jsonDecision {
	all := []jsonDecision{}
	for _, d := range decisions {
		all = append(all, jsonDecision{d.Code, list(d.Args)})
	}
	return all
}

func issuesJSON(issues []survey.Issue) []jsonIssue {
	all := []jsonIssue{}
	for i := range issues {
		s := &issues[i]
		all = append(all, jsonIssue{
			Severity: s.Severity.String(), Code: string(s.Code), Args: list(s.Args), Question: s.Question,
			File: s.Where.File, Sheet: s.Where.Sheet, Row: s.Where.Row, Column: s.Where.Column, Fix: s.Fix,
		})
	}
	return all
}

// tablesJSON returns the tables of a study, each to be filled in when it is written.
func tablesJSON(study *analysis.Study) []jsonTable {
	all := make([]jsonTable, len(study.Tables))
	for i := range all {
		all[i].fill = func(j *jsonTable, d *jsonDesk) { d.table(j, study.Survey, &study.Tables[i]) }
	}
	return all
}

// jsonDesk is room for the parts of a table, used again by the next.
type jsonDesk struct {
	groups []jsonGroup
	rows   []jsonRow
	cells  []jsonCell
}

// table fills in a table, until the desk is used for another.
func (d *jsonDesk) table(j *jsonTable, s *survey.Survey, t *analysis.Table) {
	*j = jsonTable{
		ID: t.ID, Topic: string(t.Topic), Channel: t.Channel, Question: t.Question, Title: t.Title, Text: t.Text, Unit: t.Unit,
		Base: jsonBase{Kind: string(t.Base.Kind), Channel: t.Base.Channel},
	}
	for _, c := range t.Base.Conditions {
		j.Base.Conditions = append(j.Base.Conditions, jsonCondition(c))
	}
	j.Shared = sharedJSON(s, t)
	if accountShown(t) {
		account := jsonAccount(t.Account)
		j.Account = &account
	}
	d.groups, d.rows, d.cells = emptied(d.groups, len(t.Groups)), emptied(d.rows, len(t.Rows)), emptied(d.cells, len(t.Rows)*len(t.Groups))
	for g := range t.Groups {
		group := groupJSON(&t.Groups[g])
		if t.Letters != nil && t.Groups[g].Breakdown != analysis.UsersBreakdown {
			group.Letter = t.Letter(g)
		}
		d.groups = append(d.groups, group)
	}
	for r := range t.Rows {
		row, from := rowJSON(&t.Rows[r]), len(d.cells)
		for g := range t.Groups {
			cell := cellJSON(s, &t.Cells[r][g], t.Rows[r].Measure)
			cell.Letters, cell.Sign = letters(t, r, g), string(sign(t, r, g))
			d.cells = append(d.cells, cell)
		}
		row.Cells = d.cells[from:]
		d.rows = append(d.rows, row)
	}
	j.Groups, j.Rows = d.groups, d.rows
}

// emptied returns an empty list with room for n, in the room of one that is not needed any more.
func emptied[T any](was []T, n int) []T {
	if cap(was) < n || was == nil {
		return make([]T, 0, n)
	}
	return was[:0]
}

func groupJSON(g *analysis.Group) jsonGroup {
	j := jsonGroup{Key: groupKey(g), Breakdown: g.Breakdown, Level: g.Level, Label: g.Label, Means: g.Means, Population: g.Population}
	if !g.Hidden {
		j.Respondents = &g.Respondents
	}
	if len(g.Parts) > 1 {
		for _, p := range g.Parts {
			j.Levels = append(j.Levels, jsonLevel{p.Question, p.Level, p.Label})
		}
	}
	return j
}

func rowJSON(r *analysis.Row) jsonRow {
	return jsonRow{
		Key: r.Key, Measure: string(r.Measure), Label: r.Label, Means: r.Means, Net: r.Net, Of: r.Of,
		Protected: r.Protected, Other: r.Other, DontKnow: r.DontKnow,
	}
}

// cellJSON writes a figure; one that is not shown has nothing but its status,
// and what is too uncertain the reasons.
func cellJSON(s *survey.Survey, e *analysis.Estimate, m analysis.Measure) jsonCell {
	j := jsonCell{Status: e.Status.String()}
	if e.Status == analysis.Estimated || e.Status == analysis.HiddenImprecise {
		for _, n := range e.Notes {
			j.Notes = append(j.Notes, string(n))
		}
		j.LonelyStrata = lonelyStrata(s, e)
	}
	if e.Status != analysis.Estimated {
		return j
	}
	j.Value, j.Base = &e.Value, &e.Base
	if counts(m) {
		j.Count = &e.Count
	}
	if e.Weighted {
		weightedJSON(&j, e)
	}
	if e.Method == analysis.NoInterval {
		return j
	}
	j.Method, j.Low, j.High, j.Level = string(e.Method), &e.Low, &e.High, &e.Level
	if e.SE != 0 {
		j.SE = &e.SE
	}
	if e.DF != 0 {
		j.DF = &e.DF
	}
	if e.Method == analysis.Hypergeometric || e.Method == analysis.WorstCase {
		j.Population, j.CountLow, j.CountHigh = &e.Population, &e.CountLow, &e.CountHigh
	}
	return j
}

// lonelyStrata returns the codes of the strata with one answer in a figure.
func lonelyStrata(s *survey.Survey, e *analysis.Estimate) []string {
	var codes []string
	for _, h := range e.Lonely {
		if h < len(s.Design.Strata) {
			code, _ := s.StratumName(h)
			codes = append(codes, code)
		}
	}
	return codes
}

// counts reports whether a measure counts respondents or ticks.
func counts(m analysis.Measure) bool {
	switch m {
	case analysis.Share, analysis.ShareOfAnswers, analysis.ShareOfSample, analysis.ShareOfPopulation, analysis.Count:
		return true
	default:
		return false
	}
}

func optionsJSON(o *analysis.Options) jsonOptions {
	return jsonOptions{
		Level: o.Level, By: list(o.By), Questions: list(o.Questions), Disclosure: string(o.Disclosure),
		Publication: cmp.Or(string(o.Publication), "all"), Tests: howJSON(o),
	}
}

func comparisonsJSON(s *survey.Survey, comparisons []analysis.Comparison) []jsonComparison {
	all := []jsonComparison{}
	for i := range comparisons {
		c := &comparisons[i]
		j := jsonComparison{
			Table: c.Table, Row: c.Row, Group: groupKey(&c.Group), Part: cellJSON(s, &c.Part, analysis.Share),
			Whole: cellJSON(s, &c.Whole, analysis.Share), Difference: differenceJSON(s, c),
			Verdict: string(contrast.Undecided), Family: c.Family,
		}
		if j.Difference.Status == analysis.Estimated.String() && (c.Result.Name != contrast.NoTest || c.Result.Withheld != contrast.Done) {
			v := c.Verdict()
			j.Verdict, j.Ground, j.Result, j.SmallestSeen = string(v.Conclusion), string(c.Ground), resultJSON(&c.Result), some(v.Seen)
		}
		all = append(all, j)
	}
	return all
}

// differenceJSON writes the difference of a comparison, unless one of its two
// shares is not shown.
func differenceJSON(s *survey.Survey, c *analysis.Comparison) jsonCell {
	for _, e := range []*analysis.Estimate{&c.Part, &c.Whole} {
		if e.Status != analysis.Estimated {
			return jsonCell{Status: e.Status.String()}
		}
	}
	return cellJSON(s, &c.Difference, analysis.Share)
}
