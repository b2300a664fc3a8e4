package export

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"benchmark/survey"
)

// Read reads a survey export, told from its bytes: an .xlsx workbook, a
// delimited text file (also packed by gzip) or a data file of SPSS. The name is only used in messages ("-" for standard input).
//
// A file that cannot be read as a whole is an *Error and nothing else: there
// are no half files. What is doubtful but readable becomes an Issue of the
// File, what was decided a Decision, and what was left out is counted.
func Read(name string, data []byte, opt Options) (*File, error) {
	sum := sha256.Sum256(data)
	f := &reader{opt: opt, File: &File{Name: baseName(name), SHA256: hex.EncodeToString(sum[:]), Size: len(data)}}
	if e := f.read(data); e != nil {
		return nil, located(e, f.Name, "")
	}
	return f.File, nil
}

// reader is a file on its way from bytes to columns.
type reader struct {
	*File
	opt     Options
	guessed bool // the character set was told by its letters only
	unsure  bool // and another one fits about as well
}

func (f *reader) read(data []byte) *Error {
	kind, e := recognise(f.Name, data)
	if e == nil && kind == gzipBytes {
		if data, e = unpack(data); e == nil {
			f.decide(DecisionPacked, "gzip", fmt.Sprint(len(data)))
			kind, e = recognise(f.Name, data)
		}
		if e == nil && kind != textBytes {
			e = fault("this is a gzip-compressed file with another than a text file inside", "unpack it first and give the file inside")
		}
	}
	if e != nil {
		return e
	}
	var g *grid
	var l *layout
	switch kind {
	case spssBytes:
		f.is(SAV)
		return f.spss(data)
	case zipBytes:
		f.is(XLSX)
		g, l, e = f.workbook(data)
	default:
		f.is(CSV)
		g, l, e = f.text(data)
	}
	if e != nil {
		return e
	}
	return f.fill(g, l)
}

// is records the format.
func (f *reader) is(format Format) {
	f.Format = format
	f.decide(DecisionFormat, string(format))
}

// decide records a decision.
func (f *reader) decide(code string, args ...string) {
	f.Decisions = append(f.Decisions, Decision{code, args})
}

// doubt records an issue.
func (f *reader) doubt(severity survey.Severity, code survey.Code, where survey.Place, args ...string) {
	where.File, where.Sheet = f.Name, f.Sheet
	f.Issues = append(f.Issues, survey.Issue{Where: where, Severity: severity, Code: code, Args: args})
}

// text reads a text file and finds its header.
func (f *reader) text(data []byte) (*grid, *layout, *Error) {
	g, e := readText(data, f)
	if e != nil {
		return nil, nil, e
	}
	f.decimalMark(g)
	l, e := findHeader(g, f.opt.HeaderRows)
	if e != nil {
		return nil, nil, e
	}
	if g.cols < 2 {
		return nil, nil, fault("the file has one single column, so it is not a survey", wantWorkbook)
	}
	harmless, e := checkRagged(g, l)
	if e != nil {
		return nil, nil, e
	}
	if harmless >= 0 {
		r := g.rows[harmless]
		f.doubt(survey.Note, survey.IssueRaggedRow, survey.Place{Row: r.number},
			fmt.Sprint(r.number), fmt.Sprint(modalFields(g)), fmt.Sprint(r.fields))
	}
	return g, l, nil
}

// candidate is a sheet with what makes it the one with the answers or not.
type candidate struct {
	*grid
	layout *layout
	known  bool // it has the marks of a survey tool
	err    *Error
}

// score is the number of rows times the share of their cells that is filled.
func (c *candidate) score() float64 { return float64(c.cells) / float64(max(1, c.cols)) }

// workbook reads a workbook and chooses its sheet.
func (f *reader) workbook(data []byte) (*grid, *layout, *Error) {
	grids, date1904, e := readWorkbook(data)
	if e != nil {
		return nil, nil, e
	}
	c, reason, e := chooseSheet(grids, f.opt)
	if e != nil {
		return nil, nil, e
	}
	f.Sheet = c.sheet
	f.decide(DecisionSheet, c.sheet, reason)
	if date1904 {
		f.decide(DecisionDates, "1904")
	}
	if c.err == nil && c.cols < 2 {
		c.err = fault("the sheet has one single column, so it is not a survey", "choose the sheet with the answers (file: sheet in the codebook)")
	}
	if c.err != nil {
		return nil, nil, located(c.err, f.Name, c.sheet)
	}
	f.others(grids, c)
	if c.hiddenRows > 0 {
		f.decide(DecisionHiddenRows, fmt.Sprint(c.hiddenRows))
	}
	f.cellFaults(c.grid)
	return c.grid, c.layout, nil
}

// others records the sheets that were not read.
func (f *reader) others(grids []*grid, chosen *candidate) {
	var names []string
	severity := survey.Note
	for _, g := range grids {
		if g == chosen.grid {
			continue
		}
		f.OtherSheets = append(f.OtherSheets, Sheet{Name: g.sheet, Hidden: g.hidden, Rows: len(g.rows)})
		if len(g.rows) > 0 {
			names = append(names, g.sheet)
		}
		rival := candidate{grid: g}
		if !g.hidden && g.cols >= 3 && rival.score()*2 > chosen.score() {
			severity = survey.Warning
		}
	}
	if len(names) > 0 {
		f.doubt(severity, survey.IssueOtherSheets, survey.Place{}, strings.Join(names, ", "))
	}
}

// cellFaults records cells that hold an error or a formula without a value.
func (f *reader) cellFaults(g *grid) {
	for _, m := range []struct {
		code  survey.Code
		marks marks
	}{{survey.IssueErrorCell, g.errorCells}, {survey.IssueFormulaNoValue, g.noValue}} {
		if m.marks.count > 0 {
			f.doubt(survey.Doubt, m.code, survey.Place{}, strings.Join(m.marks.first, ", "), fmt.Sprint(m.marks.count))
		}
	}
}

// chooseSheet takes the sheet asked for; or, of the visible ones that hold
// something, one that can be read as a survey, with the marks of a survey tool,
// with an Excel table, with the most rows times the share filled, in that order.
func chooseSheet(grids []*grid, opt Options) (*candidate, string, *Error) {
	if opt.Sheet != "" {
		return namedSheet(grids, opt)
	}
	var list []*candidate
	for _, g := range grids {
		if g.hidden || len(g.rows) == 0 {
			continue
		}
		c := &candidate{grid: g}
		if c.layout, c.err = findHeader(g, opt.HeaderRows); c.err == nil {
			c.known = findDialect(g, c.layout).Name != generic
		}
		list = append(list, c)
	}
	if len(list) == 0 {
		return nil, "", fault("no visible sheet of the workbook holds anything: "+sheetNames(grids), "choose a hidden sheet (file: sheet in the codebook), or export again")
	}
	slices.SortStableFunc(list, func(a, b *candidate) int {
		return cmp.Or(
			-boolCompare(a.err == nil && a.cols > 1, b.err == nil && b.cols > 1),
			-boolCompare(a.known, b.known),
			-boolCompare(a.tabled(), b.tabled()),
			cmp.Compare(b.score(), a.score()))
	})
	best := list[0]
	switch {
	case len(list) == 1:
		return best, "only", nil
	case best.known && !list[1].known:
		return best, "fingerprint", nil
	case best.tabled() && !list[1].tabled():
		return best, "table", nil
	}
	return best, "largest", nil
}

// tabled reports whether the sheet has a table of more than a few rows.
func (c *candidate) tabled() bool { return c.table != "" && len(c.rows) > 2 }

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// namedSheet takes the sheet asked for, also when it is hidden.
func namedSheet(grids []*grid, opt Options) (*candidate, string, *Error) {
	for _, g := range grids {
		if strings.EqualFold(g.sheet, opt.Sheet) {
			c := &candidate{grid: g}
			c.layout, c.err = findHeader(g, opt.HeaderRows)
			return c, "given", nil
		}
	}
	return nil, "", fault(fmt.Sprintf("there is no sheet %q; the workbook has %s", opt.Sheet, sheetNames(grids)), "name one of those, with --sheet or as file: sheet in the codebook")
}

// sheetNames lists the sheets.
func sheetNames(grids []*grid) string {
	var b bytes.Buffer
	for i, g := range grids {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", g.sheet)
		if g.hidden {
			b.WriteString(" (hidden)")
		}
	}
	return b.String()
}
