package export

import "strings"

// heading is what the header says of one column.
type heading struct {
	top  string // the question, or all there is
	sub  string // the option, from a second row
	code string // the tool's own code
	id   string // Qualtrics' import id
	open bool   // marked as an answer in people's own words
	// chosen is true when it is marked as the one answer to a question, by a word
	// that the tool does not use for people's own words.
	chosen bool
	use    Use
}

func (h heading) empty() bool { return h.top == "" && h.sub == "" && h.code == "" }

// headingAt reads the heading of a column. Qualtrics translates the wording of
// its own columns but not their codes, so those go by their codes.
func headingAt(g *grid, l *layout, col int) heading {
	h := heading{top: plain(g.text(l.question, col)), sub: plain(g.text(l.option, col)), code: g.text(l.code, col)}
	if pandasBlank.MatchString(h.top) {
		h.top = ""
	}
	h.chosen = answerWord(h.sub) && !openWord(h.sub)
	if m := importID.FindStringSubmatch(g.text(l.ids, col)); m != nil {
		h.id = m[1]
	}
	if l.ids >= 0 && h.code != "" && !strings.Contains(g.text(l.ids, col), "QID") {
		h.top = h.code
	}
	if h.top == "" && numberCell(h.sub) && col == 0 {
		h.sub = "" // the row number of a second header row that became data
	}
	if h.top == "" && h.sub == "" {
		h.top = h.code
	}
	return h
}

// nameToolColumns sets Question, Option, Code, Use and Block of every column, in
// the way of the tool that made the file.
func nameToolColumns(columns []Column, heads []heading, dialect string, twoRows bool) {
	undouble(heads, dialect)
	switch dialect {
	case "limesurvey":
		splitCodes(heads)
	case "qualtrics":
		for i := range heads {
			heads[i].top = answerOf(heads[i].top)
		}
	}
	if !twoRows {
		cutAnswerWords(heads)
	}
	markUses(dialect, heads)
	for i := range columns {
		columns[i].Code, columns[i].Use = heads[i].code, heads[i].use
	}
	markEntries(columns, heads, dialect)
	if twoRows {
		nameByRows(columns, heads)
		return
	}
	gather(columns, heads)
	n := &naming{columns, heads, dialect}
	block := 0
	for i := 0; i < len(columns); block++ {
		run := n.findRun(i)
		for k, option := range run.options {
			c := &columns[i+k]
			c.Question, c.Option, c.Block = run.question, option, block
		}
		i += len(run.options)
	}
	nameWriteIns(columns, dialect == "alchemer")
	if dialect == "limesurvey" {
		limeBlocks(columns)
	}
}

// nameByRows takes the question from the first header row, which stands over
// the first column of its block (merged over the others or not) or over each,
// and the option from the second.
func nameByRows(columns []Column, heads []heading) {
	block, question := -1, ""
	for i := range columns {
		c, h := &columns[i], heads[i]
		switch {
		case h.top != "":
			if !sameBlock(heads, i) {
				block++
			}
			question = h.top
		case h.sub == "":
			question = ""
			block++
		case question == "" || metadata(h.sub):
			question = ""
			block++
			c.Question, c.Block = h.sub, block
			continue
		}
		c.Question, c.Block = question, block
		if !answerWord(h.sub) && h.sub != question {
			c.Option = h.sub
		}
	}
}

// sameBlock reports whether a column that repeats the question of the one
// before it belongs to the same block: both have an option of their own.
func sameBlock(heads []heading, i int) bool {
	own := func(h heading) bool { return h.sub != "" && !answerWord(h.sub) && h.sub != h.top }
	return i > 0 && heads[i].top == heads[i-1].top && own(heads[i]) && own(heads[i-1])
}
