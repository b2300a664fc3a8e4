package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/pattern"
)

// candidate is a sheet with what makes it the one with the answers or not.
type candidate struct {
	*grid
	layout *layout
	known  bool // it has the marks of a survey tool
	asked  bool // its headings read as questions
	err    *Error
}

// score is the number of rows times the share of their cells that is filled.
func (c *candidate) score() float64 { return float64(c.cells) / float64(max(1, c.cols)) }

// readable reports whether the sheet can be read as a survey.
func (c *candidate) readable() bool { return c.err == nil && c.cols > 1 }

// tabled reports whether the sheet has a table of more than a few rows.
func (c *candidate) tabled() bool { return c.table != "" && len(c.rows) > 2 }

// respondents returns the number of rows that hold a respondent.
func (c *candidate) respondents() int {
	kept, _ := persons(c.grid, c.layout)
	return len(kept)
}

// candidates returns the sheets that hold something, each with its header.
func candidates(grids []*grid, opt Options) []*candidate {
	var list []*candidate
	for _, g := range grids {
		if len(g.rows) == 0 {
			continue
		}
		c := &candidate{grid: g}
		if c.layout, c.err = findHeader(g, opt.HeaderRows); c.err == nil {
			c.known = findDialect(g, c.layout).Name != generic
			c.asked = c.questions() > 1
		}
		list = append(list, c)
	}
	return list
}

// questionForm is the end of a heading that puts a question.
var questionForm = pattern.New(`[?:]\s*(\[.*\]|\(.*\)|-.*)?$`)

// asks reports whether a heading puts a question, which no list or pivot has.
func asks(heading string) bool {
	return strings.ContainsAny(heading, "?:") && questionForm.MatchString(heading)
}

// questions counts the headings that end with a question mark or a colon.
func (c *candidate) questions() int { return c.count(c.layout.question, asks) }

// chooseSheet takes the sheet asked for; or, of the visible ones that hold
// something, one that can be read as a survey, with the marks of a survey tool,
// with questions for headings, without a pivot table, with an Excel table, with
// the most rows times the share filled, in that order.
func chooseSheet(all []*candidate, grids []*grid, opt Options) (*candidate, string, *Error) {
	if opt.Sheet != "" {
		return namedSheet(grids, opt)
	}
	list := slices.Clone(all)
	list = slices.DeleteFunc(list, func(c *candidate) bool { return c.hidden })
	if len(list) == 0 {
		return nil, "", fault("no visible sheet of the workbook holds anything: "+sheetNames(grids), "choose a hidden sheet (file: sheet in the codebook), or export again")
	}
	slices.SortStableFunc(list, func(a, b *candidate) int {
		return cmp.Or(
			-boolCompare(a.readable(), b.readable()),
			-boolCompare(a.known, b.known),
			-boolCompare(a.asked, b.asked),
			boolCompare(a.pivot, b.pivot),
			-boolCompare(a.tabled(), b.tabled()),
			cmp.Compare(b.score(), a.score()))
	})
	best := list[0]
	switch {
	case len(list) == 1:
		return best, "only", nil
	case best.known && !list[1].known:
		return best, "fingerprint", nil
	case best.asked && !list[1].asked:
		return best, "questions", nil
	case best.tabled() && !list[1].tabled():
		return best, "table", nil
	}
	return best, "largest", nil
}

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
	var b strings.Builder
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

// others records the sheets that were not read. A visible one with the same
// headings may hold the other half of the respondents: unless the user named
// the sheet that makes every figure doubtful. One with other headings that can
// be a survey as well is worth a warning.
func (f *reader) others(list []*candidate, grids []*grid, chosen *candidate, given bool) {
	for _, g := range grids {
		if g != chosen.grid {
			f.OtherSheets = append(f.OtherSheets, Sheet{Name: g.sheet, Hidden: g.hidden, Rows: len(g.rows)})
		}
	}
	var twins, names []string
	severity := survey.Note
	for _, c := range list {
		switch {
		case c.grid == chosen.grid:
		case !given && c.twin(chosen):
			if twins == nil {
				twins = []string{chosen.sheet, fmt.Sprint(chosen.respondents())}
			}
			twins = append(twins, c.sheet, fmt.Sprint(c.respondents()))
		default:
			names = append(names, c.sheet)
			if !given && c.rival(chosen) {
				severity = survey.Warning
			}
		}
	}
	if len(twins) > 0 {
		f.doubt(survey.Doubt, survey.IssueTwinSheets, survey.Place{}, twins...)
		f.Issues[len(f.Issues)-1].Fix = fmt.Sprintf("file: {sheet: %q}", chosen.sheet)
	}
	if len(names) > 0 {
		f.doubt(severity, survey.IssueOtherSheets, survey.Place{}, strings.Join(names, ", "))
		if severity == survey.Warning {
			f.Issues[len(f.Issues)-1].Fix = fmt.Sprintf("file: {sheet: %q}", chosen.sheet)
		}
	}
}

// twin reports whether a visible sheet has respondents under the headings of
// the chosen one: four in five of the headings of either.
func (c *candidate) twin(chosen *candidate) bool {
	if c.hidden || c.pivot && !chosen.pivot || !c.readable() || c.respondents() == 0 {
		return false
	}
	mine, theirs := c.headings(), chosen.headings()
	shared := 0
	for h := range mine {
		if theirs[h] {
			shared++
		}
	}
	return shared > 1 && 5*shared >= 4*max(len(mine), len(theirs))
}

// headings returns the headings of the sheet, with the years left out.
func (c *candidate) headings() map[string]bool {
	heads := map[string]bool{}
	for col := range c.cols {
		if h := headingAt(c.grid, c.layout, col); !h.empty() {
			heads[yearForm.ReplaceAllString(key(h.top+"|"+h.sub), "")] = true
		}
	}
	return heads
}

// yearForm is a year, by which the headings of two waves may differ.
var yearForm = pattern.New(`20\d\d`)

// rival reports whether a visible sheet can be a survey as much as the chosen
// one: it has the marks of one where the chosen sheet has no more, and is at
// least half as large. A list, a pivot table or a sheet of which the rows are
// seen to be no respondents is none; one that nothing can be made of may be.
func (c *candidate) rival(chosen *candidate) bool {
	switch {
	case c.hidden || c.pivot || c.cols < 3 || c.err != nil && c.layout != nil:
		return false
	case c.err == nil && (chosen.known && !c.known || chosen.asked && !c.asked && !c.known):
		return false
	}
	return c.score()*2 > chosen.score()
}
