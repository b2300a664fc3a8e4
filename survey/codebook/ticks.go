package codebook

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strconv"

	"benchmark/survey"
	"benchmark/survey/export"
)

// The words of a codebook for the base of a block of tick columns.
const (
	baseMarked = "marked"
	baseTicked = "ticked"
)

// marks are what a block of tick columns says, before it is known who counts.
type marks struct {
	// ticks holds the respondents per option, text those of whom only a text in
	// the column of "other" says so; nil where there are none.
	ticks []survey.Bits
	text  survey.Bits
	// marked are those with any mark in the block, ticked or unticked.
	marked survey.Bits
	// reasons are those of whom a cell says why there is no answer, by the reason.
	reasons [survey.Invalid + 1]survey.Bits
	// bad are those with a cell that is no tick; nil where there are none.
	bad survey.Bits
}

// marksOf reads the block of a question and reports the cells that are no tick.
func (a *application) marksOf(b *binding, q *survey.Question) *marks {
	n := a.rows.len()
	m := &marks{ticks: make([]survey.Bits, len(q.Options)), marked: survey.NewBits(n)}
	unknown := faults{code: survey.IssueUnknownOption}
	for o, columns := range b.options {
		m.ticks[o] = survey.NewBits(n)
		for _, at := range columns {
			a.marksIn(b, at, q.Options[o].Other, m, m.ticks[o], &unknown)
		}
	}
	a.report(&unknown, q, b.columns[0], survey.Doubt, closedValue)
	a.stray(b, q)
	return m
}

// marksIn adds what one column of a block says of an option.
func (a *application) marksIn(b *binding, at int, other bool, m *marks, ticks survey.Bits, unknown *faults) {
	column := &a.file.Columns[at]
	read := a.cellMarks(b, column, other)
	table, rare := entriesOf(read)
	if a.rows.some != nil || !column.Codes.AddTo(m.marked, ticks, table) {
		chunks(&a.rows, column, table, func(at int, entries []uint8) { addMarks(ticks[at>>6:], m.marked[at>>6:], entries) })
	}
	if !rare {
		return
	}
	for r, record := range a.rows.all() {
		d := column.Codes.At(record)
		switch mark := read[d]; {
		case column.Dict.At(int(d)).Text == "":
		case mark.absent:
			a.mark(&m.reasons[mark.reason], r)
		case mark.is == noTick:
			unknown.add(column.Dict.At(int(d)).Text, r)
			a.mark(&m.bad, r)
		case mark.is == ticked && mark.text:
			a.mark(&m.text, r)
		}
	}
}

// mark adds a respondent to a set that is made for the first one.
func (a *application) mark(set *survey.Bits, r int) {
	if *set == nil {
		*set = survey.NewBits(a.rows.len())
	}
	set.Set(r)
}

// The entries of cells of tick columns: bits that say that there is a mark, and that
// it is a tick.
const (
	entryMarked = 1 << iota
	entryTicked
)

// entriesOf returns the entry of every cell; rare is true when some say more than
// that.
func entriesOf(read []cellMark) (table []uint8, rare bool) {
	table = make([]uint8, len(read))
	for d, mark := range read {
		switch {
		case mark.empty:
		case mark.absent, mark.is == noTick:
			rare = true
		case mark.is == ticked:
			table[d] = entryMarked | entryTicked
			rare = rare || mark.text
		default:
			table[d] = entryMarked
		}
	}
	return table, rare
}

// addMarks adds the respondents of the entries to those who ticked and who made a
// mark, from the first on.
func addMarks(ticks, marked survey.Bits, entries []uint8) {
	k := 0
	for ; len(entries) >= 64; k++ {
		var tick, mark uint64
		for i := 0; i < 64; i += 8 {
			eight := binary.LittleEndian.Uint64(entries[i:])
			mark |= lowestBits(eight) << i
			tick |= lowestBits(eight>>1) << i
		}
		ticks[k] |= tick
		marked[k] |= mark
		entries = entries[64:]
	}
	for i, e := range entries {
		marked[k] |= uint64(e&entryMarked) << i
		ticks[k] |= uint64(e>>1) << i
	}
}

// lowestBits returns the lowest bits of the bytes of a word as the bits of a byte.
func lowestBits(word uint64) uint64 {
	return word & 0x0101010101010101 * 0x0102040810204080 >> 56
}

// states sets in a list, for the respondents from one on, a multiple of 64, why those of a set
// have no answer by what the block says: for the reason of a cell, of several the last.
func (m *marks) states(at int, list []uint8, of survey.Bits) {
	of = part(of, at, len(list))
	of.Each(func(r int) { list[r] = uint8(survey.Blank) })
	set := func(who survey.Bits, state survey.Missing) {
		if who != nil {
			of.Intersect(part(who, at, len(list))).Each(func(r int) { list[r] = uint8(state) })
		}
	}
	for reason, who := range m.reasons {
		set(who, survey.Missing(reason))
	}
	set(m.bad, survey.Invalid)
}

// part returns the n respondents of a set from one on, a multiple of 64, as the first ones.
func part(set survey.Bits, at, n int) survey.Bits { return set[at>>6 : (at+n+63)>>6] }

// ticks decodes a select-all question over a block of columns. Answered are
// those who have a mark in the block; where unticked is blank, or the codebook
// says so, those who ticked at least one option. The text of "other" counts as
// a tick.
func (a *application) ticks(b *binding, q *survey.Question, c *survey.Column) {
	m := a.marksOf(b, q)
	c.Ticks = m.ticks
	some, n := survey.NewBits(a.rows.len()), a.rows.len()
	for _, bits := range c.Ticks {
		some.Add(bits)
	}
	base, none := some, 0
	if b.question.Base != baseTicked {
		base = m.marked
		m.bad.Each(base.Clear)
		base.Add(some)
		none = base.Count() - some.Count()
	}
	if base.Count() == n {
		c.SetStates(nil)
	} else {
		rest, answered := base.Complement(n), bytes.Repeat([]byte{uint8(survey.Answered)}, min(chunk, n))
		room := make([]uint8, len(answered))
		for at := 0; at < n; at += chunk {
			states := room[:copy(room[:min(chunk, n-at)], answered)]
			m.states(at, states, rest)
			c.PutStates(at, states)
		}
	}
	if none > 0 && !(a.file.Dialect.Name == "redcap" && q.RoutingKnown) {
		code := survey.IssueTickNone
		if a.file.Dialect.Name == "redcap" {
			code = survey.IssueTickHidden
		}
		issue := a.note(a.place(b.columns[0], -1), survey.Warning, code, q.ID, strconv.Itoa(none))
		issue.Question, issue.Fix = q.ID, "questions: "+q.ID+": base: "+baseTicked
	}
}

// expanded decodes a choice of one out of a block of columns, one per option.
// Who ticked two has no answer that can be told; a text beside a tick adds to
// it.
func (a *application) expanded(b *binding, q *survey.Question, c *survey.Column) {
	m := a.marksOf(b, q)
	states := make([]uint8, a.rows.len())
	m.states(0, states, survey.NewBits(len(states)).Complement(len(states)))
	for r, reason := range states {
		c.Leave(r, survey.Missing(reason))
	}
	var many []int
	for r := range c.Len() {
		found, other := 0, -1
		for o, bits := range m.ticks {
			switch {
			case !bits.Has(r):
			case q.Options[o].Other && m.text != nil && m.text.Has(r):
				other = o
			default:
				found++
				c.Choose(r, o)
			}
		}
		if found == 0 && other >= 0 {
			c.Choose(r, other)
		}
		if found > 1 {
			c.Leave(r, survey.Invalid)
			many = append(many, r)
		}
	}
	if len(many) > 0 {
		issue := a.note(a.place(b.columns[0], a.rows.at(many[0])), survey.Doubt, survey.IssueManyTicks,
			append([]string{q.ID, strconv.Itoa(len(many))}, a.rowNumbers(many)...)...)
		issue.Question, issue.Fix = q.ID, "questions: "+q.ID+": kind: multiple"
	}
}

// cellMark is what one cell of a tick column says.
type cellMark struct {
	is tick
	// text is true for a tick that is a text of the respondent.
	text bool
	// absent is true for a cell that says why there is no answer, empty for one that
	// says nothing at all.
	absent, empty bool
	reason        survey.Missing
}

// cellMarks returns what every cell of a tick column says. In the column of "other"
// any text is a tick; a column with one and the same text throughout ticks with that.
func (a *application) cellMarks(b *binding, column *export.Column, other bool) []cellMark {
	read := make([]cellMark, column.Dict.Len())
	texts := 0
	for d, cell := range column.Dict.All() {
		m := &read[d]
		m.empty = cell.Text == ""
		if m.reason, m.absent = a.absent(b, cell.Text); m.absent {
			continue
		}
		if m.is = tickOf(a.file, column, cell.Text); m.is != unticked {
			texts++
		}
	}
	for d := range read {
		if m := &read[d]; !m.absent && m.is == noTick && (other || texts == 1) {
			m.is, m.text = ticked, other
		}
	}
	return read
}

// stray reports the columns of a block that are no option of the codebook but
// hold ticks.
func (a *application) stray(b *binding, q *survey.Question) {
	for _, at := range b.stray {
		unknown := faults{code: survey.IssueUnknownOption}
		column := &a.file.Columns[at]
		if a.toldAbsent(q.ID, column.Option) {
			continue
		}
		read := a.cellMarks(b, column, true)
		for r, record := range a.rows.all() {
			if m := read[column.Codes.At(record)]; m.is == ticked && !m.absent {
				unknown.add(column.Option, r)
			}
		}
		a.report(&unknown, q, at, survey.Doubt, closedValue)
	}
}

// unmarked reports whether a block writes nothing for an option that was not
// ticked, so that its base is those who ticked something.
func (a *application) unmarked(b *binding) bool {
	return b.question.Base == baseTicked || !slices.ContainsFunc(b.columns, func(at int) bool {
		column := &a.file.Columns[at]
		return column.Dict.Index(func(cell export.Cell) bool {
			return a.says(b, cell.Text) && tickOf(a.file, column, cell.Text) == unticked
		}) >= 0
	})
}
