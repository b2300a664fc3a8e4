package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/pattern"
)

// The disposition codes of Unipark (EFS): who finished, at once or after a
// break, and who began but did not finish. All others never saw a question, were
// screened out or came when the quota was full.
func efsFinished() []string { return []string{"31", "32"} }
func efsBegun() []string    { return []string{"21", "22", "23"} }
func efsOutside() []string {
	return []string{"10", "11", "12", "13", "14", "15", "20", "33", "34", "35", "36", "37", "38", "39", "41", "42"}
}

// toolRows reads which rows count off the columns that a survey tool keeps for
// that, where the state of a response and its being a test stand apart.
func (in *inference) toolRows() {
	switch in.file.Dialect.Name {
	case "efs":
		in.efsRows()
	case "sosci":
		in.sosciRows()
	}
}

// columnNamed returns the position of the column with the heading, or -1.
func (in *inference) columnNamed(name string) int {
	return slices.IndexFunc(in.file.Columns, func(c export.Column) bool { return key(c.Question) == name })
}

// efsRows marks tests by the column tester, and leaves out by dispcode who was
// not part of the survey.
func (in *inference) efsRows() {
	r := &in.cb.Respondent
	if at := in.columnNamed("tester"); at >= 0 && in.mark(at, []string{"1"}) {
		r.TestColumn, r.Tests = in.dir.reference([]int{at}), []string{"1"}
	}
	at := in.columnNamed("dispcode")
	if at < 0 {
		return
	}
	name := in.dir.reference([]int{at})
	r.Status, r.Complete = name, efsFinished()
	var kept []string
	outside := false
	for _, cell := range in.file.Columns[at].Dict.Filled() {
		if slices.Contains(efsOutside(), cell.Text) {
			outside = true
			continue
		}
		kept = append(kept, cell.Text)
	}
	if !outside || len(kept) == 0 {
		return
	}
	for _, code := range slices.Concat(efsBegun(), efsFinished()) {
		kept = appendNew(kept, code)
	}
	slices.Sort(kept)
	in.cb.Filters = append(in.cb.Filters, Filter{Column: name, In: kept})
	in.mark(at, efsOutside())
}

// sosciRows takes who finished from its own column, as MODE tells of tests
// alone.
func (in *inference) sosciRows() {
	r := &in.cb.Respondent
	mode, finished := in.columnNamed("mode"), in.columnNamed("finished")
	if mode < 0 || finished < 0 || r.Status != in.dir.reference([]int{mode}) {
		return
	}
	r.TestColumn, r.Status = r.Status, in.dir.reference([]int{finished})
	if r.Complete = []string{"1"}; len(r.Tests) == 0 {
		r.TestColumn = ""
	}
}

// mark sets the rows apart that have one of the values; it reports whether there
// are any, but not all.
func (in *inference) mark(column int, values []string) bool {
	c := &in.file.Columns[column]
	n := 0
	rows := make([]int, 0, c.Codes.Len())
	for row, code := range c.Codes.All() {
		if slices.Contains(values, c.Dict.At(int(code)).Text) {
			rows = append(rows, row)
			n++
		}
	}
	if n == 0 || n == c.Codes.Len() {
		return n > 0
	}
	for _, row := range rows {
		in.skip[row] = true
	}
	return true
}

// screened tells which rows were left out by the state of the response that a
// survey tool gives.
func (a *application) screened(at int, rows []int) {
	c := &a.file.Columns[at]
	var codes []string
	times := map[string]int{}
	for _, row := range rows {
		text := c.Value(row).Text
		codes = appendNew(codes, text)
		times[text]++
	}
	slices.Sort(codes)
	args := []string{strconv.Itoa(len(rows)), heading(c)}
	for _, code := range codes {
		args = append(args, code+" ("+strconv.Itoa(times[code])+")")
	}
	a.note(a.place(at, rows[0]), survey.Note, survey.IssueScreenedOut, args...)
}

// efsVariable is the heading of a question in Unipark (EFS), which gives every
// option of a select-all question a column with a number of its own.
var efsVariable = pattern.New(`^v_(\d+)$`)

// runs joins columns that Unipark (EFS) numbers one after the other and that
// hold ticks alone, as the options of one question; its headings don't tell
// where a question ends, but who saw it does.
func (in *inference) runs(blocks [][]int) [][]int {
	if in.file.Dialect.Name != "efs" {
		return blocks
	}
	var joined [][]int
	for _, block := range blocks {
		if n := len(joined); n > 0 && len(block) == 1 && in.follows(joined[n-1], block[0]) {
			joined[n-1] = append(joined[n-1], block[0])
			continue
		}
		joined = append(joined, slices.Clone(block))
	}
	for i, block := range joined {
		if len(block) > 1 && in.file.Columns[block[0]].Option == "" {
			in.tickRuns = append(in.tickRuns, joined[i])
		}
	}
	return joined
}

// follows reports whether a column of ticks is put to the same respondents as
// the columns of ticks just before it.
func (in *inference) follows(run []int, column int) bool {
	before := run[len(run)-1]
	return column == before+1 && in.zeroOne(run[0]) && in.zeroOne(column) && in.seenTogether(before, column)
}

// zeroOne reports whether a column of Unipark holds 0 and 1 alone.
func (in *inference) zeroOne(column int) bool {
	p := in.counted(column)
	return efsVariable.MatchString(p.column.Question) && p.filled > 0 && !slices.ContainsFunc(p.values, func(v value) bool {
		return v.key != "0" && v.key != "1"
	})
}

// seenTogether reports whether the respondents who saw a column are those who
// saw the next.
func (in *inference) seenTogether(a, b int) bool {
	one, next := &in.file.Columns[a], &in.file.Columns[b]
	for r := range in.file.Rows.Len() {
		if in.skip[r] {
			continue
		}
		if isToolAbsence(in.file, one.Value(r).Text) != isToolAbsence(in.file, next.Value(r).Text) {
			return false
		}
	}
	return true
}

// runDoubt tells that columns were joined by their cells alone.
func (in *inference) runDoubt(d *draft) {
	if !slices.ContainsFunc(in.tickRuns, func(run []int) bool { return slices.Equal(run, d.columns) }) {
		return
	}
	first, last := in.file.Columns[d.columns[0]].Question, in.file.Columns[d.columns[len(d.columns)-1]].Question
	d.doubt(survey.Warning, survey.IssueTickRun, first, last, strconv.Itoa(len(d.columns)), in.dir.reference(d.columns))
}

// zeroAbsent takes 0 for "no answer" in a closed question of Unipark (EFS), which
// numbers its options from 1; a scale up to 10 can begin at 0.
func (in *inference) zeroAbsent(d *draft) {
	if in.file.Dialect.Name != "efs" || len(d.columns) > 1 || !efsVariable.MatchString(d.text) {
		return
	}
	numbers, ok := wholes(&d.profile)
	if !ok || len(numbers) < 3 || numbers[0].n != 0 || numbers[1].n != 1 || !coded(numbers) || numbers[len(numbers)-1].n >= 10 {
		return
	}
	d.profile.values = slices.Clone(d.profile.values)
	d.profile.drop("0")
	d.Missing = appendNew(d.Missing, "0")
	d.doubt(survey.Warning, survey.IssueZeroAbsent, strconv.Itoa(numbers[0].count))
}

// weights leaves out the columns that hold weights, and tells that they are not
// used.
func (in *inference) weights(kinds []metadata) {
	sure, plain := weightHeadings()
	variable := ""
	for _, d := range in.file.Decisions {
		if d.Code == export.DecisionWeight && len(d.Args) > 0 {
			variable = d.Args[0]
		}
	}
	var found []string
	for i := range in.file.Columns {
		c := &in.file.Columns[i]
		name := compact(heading(c))
		chosen := variable != "" && (c.Code == variable || c.Question == variable)
		if !chosen && !slices.Contains(sure, name) && !slices.Contains(plain, name) && !slices.Contains(sure, strings.TrimRight(name, "0123456789")) {
			continue
		}
		if p := in.profile(i); chosen || p.weighs(slices.Contains(plain, name)) {
			kinds[i] = metaOther
			found = append(found, c.Letter)
		}
	}
	if len(found) > 0 {
		in.cb.Doubts = append(in.cb.Doubts, survey.Issue{
			Where:    survey.Place{File: in.file.Name, Sheet: in.file.Sheet},
			Severity: survey.Note, Code: survey.IssueUnweighted, Args: found,
		})
	}
}

// weighs reports whether the cells can be weights: numbers above 0, and where
// the heading is a plain word, about 1 on average and not all whole.
func (p *profile) weighs(strict bool) bool {
	n, some := p.notation(0.1, nil)
	if !some {
		return false
	}
	sum, whole, good := 0.0, true, 0
	for v := range p.all() {
		x, ok := n.parse(v.cell)
		if !ok || x < 0 {
			continue
		}
		good += v.count
		sum += x * float64(v.count)
		whole = whole && x == float64(int(x))
	}
	if p.filled == 0 || 10*good < 9*p.filled {
		return false
	}
	mean := sum / float64(good)
	return !strict || mean > 0.5 && mean < 2 && !whole
}

// index reports whether a column numbers the rows: every row has a number of its
// own, and together they are all the numbers from 0 or 1. The first column of a
// file may have gaps where rows were taken out.
func (in *inference) index(i int) bool {
	p := in.profile(i)
	if i > 0 || p.filled < 5 || p.filled != p.distinct() || p.others > 0 && p.numbers == nil || p.filled != in.file.Rows.Len() || has(wordsOf(heading(p.column)), quantityWords()...) {
		return false
	}
	numbers, ok := wholes(&p)
	if !ok || len(numbers) != p.filled || numbers[0].n < 0 {
		return false
	}
	return numbers[len(numbers)-1].n-numbers[0].n+1 == len(numbers)
}

// besideForm is the part of a heading of SoSci Survey for the text that
// respondents type beside an option: 03a beside 03.
var besideForm = pattern.New(`^(\d+)[a-z]$`)

// textBeside returns the option that a column holds the text to, "" when it is
// no such column.
func textBeside(f *export.File, option string) string {
	if f.Dialect.Name != "sosci" {
		return ""
	}
	if m := besideForm.FindStringSubmatch(option); m != nil {
		return m[1]
	}
	return ""
}

// besideOption marks the option as one with a text beside it; false when it is
// not there.
func besideOption(options []Option, label string) bool {
	at := slices.IndexFunc(options, func(o Option) bool { return o.Label == label })
	if at >= 0 {
		options[at].Code, options[at].Other = label, true
	}
	return at >= 0
}
