package export

import (
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"

	"benchmark/survey"
)

// fill makes the columns and records of the file out of a grid.
func (f *reader) fill(g *grid, l *layout) *Error {
	if g.tooThin() {
		return fault(fmt.Sprintf("%d rows by %d columns with only %d cells filled is not a survey", len(g.rows), g.cols, g.cells),
			"copy the answers to a new workbook and save that")
	}
	f.heading(g, l)
	kept, dropped := persons(g, l)
	f.below(g.last-f.top(), len(g.rows)-l.first)
	if len(dropped.rows) > 0 {
		n := len(dropped.rows)
		f.Dropped = append(f.Dropped, survey.Dropped{Reason: survey.DropNotPerson, Rows: n})
		f.decide(DecisionNotPersonRows, fmt.Sprint(n), g.numbers(dropped.rows[:min(n, 10)]), strings.Join(dropped.kinds, ", "))
	}
	if len(kept) == 0 {
		return fault(fmt.Sprintf("there is a header (row %s) but no respondent below it", joined(f.HeaderRows)), "export again when there are answers")
	}
	for _, i := range kept {
		f.Rows.Append(g.number(i))
	}
	f.columns(g, l, makeColumns(g, kept), modalFields(g))
	f.guessedEncoding()
	return nil
}

// heading records where the header is and what it tells about the survey tool.
func (f *reader) heading(g *grid, l *layout) {
	for _, i := range l.header() {
		f.HeaderRows = append(f.HeaderRows, g.number(i))
	}
	if len(l.titles) > 0 {
		f.decide(DecisionTitleRows, g.numbers(l.titles))
	}
	f.decide(DecisionHeader, joined(f.HeaderRows), l.reason)
	f.Dialect = findDialect(g, l)
	f.decide(DecisionDialect, f.Dialect.Name, strings.Join(f.Dialect.Hits, "; "))
}

// top returns the number of the last row of the header.
func (f *reader) top() int { return f.HeaderRows[len(f.HeaderRows)-1] }

// below records how many rows there are below the header, and in how many of them
// there is nothing.
func (f *reader) below(rows, filled int) {
	f.Read = rows
	if blank := rows - filled; blank > 0 {
		f.Dropped = append(f.Dropped, survey.Dropped{Reason: survey.DropBlank, Rows: blank})
		f.decide(DecisionBlankRows, fmt.Sprint(blank))
	}
}

// columns takes the columns that have a heading or a value, of records with a
// number of fields.
func (f *reader) columns(g *grid, l *layout, all []Column, fields int) {
	blank := max(0, fields-len(all))
	heads := make([]heading, 0, len(all))
	for col := range all {
		h := headingAt(g, l, col)
		if all[col].Dict.Len() == 1 && h.empty() {
			blank++
			continue
		}
		f.Columns = append(f.Columns, all[col])
		heads = append(heads, h)
	}
	if blank > 0 {
		f.decide(DecisionBlankColumns, fmt.Sprint(blank))
	}
	nameToolColumns(f.Columns, heads, f.Dialect.Name, l.option >= 0)
	if f.Dialect.Name == "surveymonkey" {
		markZeroCodes(f.Columns)
	}
	f.strayOptions(l)
	f.repeatedHeadings()
}

// columnsAtOnce returns how many columns each thread makes at a time, of so many rows: 8,
// whose cells lie side by side, so that fewer would take as long each; fewer where the codes
// of all threads would take more than 64 MB.
func columnsAtOnce(rows int) int {
	const most, room = 8, 1 << 24
	return min(most, max(1, room/max(1, rows*runtime.GOMAXPROCS(0))))
}

// makeColumns turns rows of codes of the whole grid into columns with codes of
// their own.
func makeColumns(g *grid, kept []int) []Column {
	all, besides := make([]Column, g.cols), columnsAtOnce(len(kept))
	share((g.cols+besides-1)/besides, func(parts iter.Seq[int]) {
		own, codes := make([]uint32, len(g.dict)), make([]uint32, min(besides, g.cols)*len(kept))
		for part := range parts {
			begin := part * besides
			clear(codes)
			g.gather(codes, kept, begin, begin+besides)
			for col := begin; col < min(begin+besides, g.cols); col++ {
				all[col] = makeColumn(g, col, codes[(col-begin)*len(kept):][:len(kept)], own)
			}
		}
	})
	return all
}

// gather sets the codes of rows in some columns, one column behind the other.
func (g *grid) gather(codes []uint32, kept []int, begin, end int) {
	for at, i := range kept {
		cells := g.rows[i].cells
		from := min(begin, len(cells)) // where no cell is blank
		if from > 0 && int(cells[from-1].col) >= begin {
			from, _ = slices.BinarySearchFunc(cells[:from], int32(begin), func(c gridCell, col int32) int { return int(c.col - col) })
		}
		for _, c := range cells[from:] {
			if int(c.col) >= end {
				break
			}
			codes[(int(c.col)-begin)*len(kept)+at] = c.code
		}
	}
}

// makeColumn makes a column of codes of the whole grid. The table of its own codes by
// those is given, and left, with nothing in it.
func makeColumn(g *grid, col int, list, own []uint32) Column {
	dictionary := []uint32{0} // codes of the grid
	for at, code := range list {
		if code == 0 {
			continue
		}
		if own[code] == 0 {
			own[code] = uint32(len(dictionary))
			dictionary = append(dictionary, code)
		}
		list[at] = own[code]
	}
	cells := make([]Cell, len(dictionary))
	for at, code := range dictionary {
		cells[at] = g.dict[code]
		own[code] = 0
	}
	return Column{Letter: letter(col), Dict: DictionaryOf(cells...), Codes: CodesOf(list, len(dictionary))}
}

// left is what stands below the header but is no respondent.
type left struct {
	rows  []int
	kinds []string
}

func (d *left) add(i int, kind string) {
	d.rows = append(d.rows, i)
	if !slices.Contains(d.kinds, kind) {
		d.kinds = append(d.kinds, kind)
	}
}

// persons divides the rows below the header into respondents and others.
func persons(g *grid, l *layout) (kept []int, others left) {
	end := len(g.rows)
	for end > l.first && totals(g, end-1) {
		end--
	}
	for i := l.first; i < len(g.rows); i++ {
		switch {
		case i >= end:
			others.add(i, "total")
		case rowOf(g, i, measurementWord):
			others.add(i, "measurement")
		case rowOf(g, i, widthCell.MatchString) && i < l.first+3:
			others.add(i, "width")
		case sameRow(g, i, l.question) || l.option >= 0 && sameRow(g, i, l.option):
			others.add(i, "header")
		default:
			kept = append(kept, i)
		}
	}
	return kept, others
}

// rowOf reports whether a row has three cells or more and all pass.
func rowOf(g *grid, i int, pass func(string) bool) bool {
	n := len(g.rows[i].cells)
	return n >= 3 && pass(g.dict[g.rows[i].cells[0].code].Text) && g.count(i, pass) == n
}

// sameRow reports whether a row repeats a header row of three cells or more.
func sameRow(g *grid, i, header int) bool {
	a, b := g.rows[i].cells, g.rows[header].cells
	return len(a) >= 3 && slices.Equal(a, b)
}

// totals reports whether a row begins with a word for a total and holds only
// numbers besides.
func totals(g *grid, i int) bool {
	cells := g.rows[i].cells
	if !totalWord(g.dict[cells[0].code].Text) {
		return false
	}
	for _, c := range cells[1:] {
		if cell := g.dict[c.code]; !cell.Typed && !numberCell(cell.Text) && !totalWord(cell.Text) {
			return false
		}
	}
	return true
}

// repeatedHeadings notes questions that have the same heading, since a codebook
// can tell them apart by their letters only.
func (f *reader) repeatedHeadings() {
	letters := map[[2]string][]string{}
	var order [][2]string
	for i := range f.Columns {
		c := &f.Columns[i]
		name := [2]string{c.Question, c.Option}
		if c.Question == "" || c.Option != "" && i > 0 && f.Columns[i-1].Block == c.Block && f.Columns[i-1].Option == c.Option {
			continue
		}
		if len(letters[name]) == 1 {
			order = append(order, name)
		}
		letters[name] = append(letters[name], c.Letter)
	}
	for _, name := range order {
		text := name[0]
		if name[1] != "" {
			text += " [" + name[1] + "]"
		}
		f.doubt(survey.Note, survey.IssueDuplicateHeading, survey.Place{Column: letters[name][0]}, text, strings.Join(letters[name], ", "))
	}
}

// guessedEncoding reports a character set that was told by its letters only,
// with a sample that is no one's answer if the headings have one.
func (f *reader) guessedEncoding() {
	if !f.guessed {
		return
	}
	severity := survey.Note
	if f.unsure {
		severity = survey.Warning
	}
	f.doubt(severity, survey.IssueEncodingGuess, survey.Place{}, f.Encoding, f.accented())
}

// accented returns a word with a letter outside ASCII: from a heading, else
// from a text that at least three respondents have, else "".
func (f *reader) accented() string {
	for i := range f.Columns {
		for _, text := range []string{f.Columns[i].Question, f.Columns[i].Option} {
			if w := accentedWord(text); w != "" {
				return w
			}
		}
	}
	for i := range f.Columns {
		c := &f.Columns[i]
		counts := make([]int, c.Dict.Len())
		c.Codes.Count(counts)
		for code, cell := range c.Dict.All() {
			if counts[code] >= 3 {
				if w := accentedWord(cell.Text); w != "" {
					return w
				}
			}
		}
	}
	return ""
}

func accentedWord(s string) string {
	for word := range strings.FieldsSeq(s) {
		for _, r := range word {
			if r > '~' {
				return snippet(word)
			}
		}
	}
	return ""
}
