package export

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// run is a row of adjacent columns that belong to one question.
type run struct {
	question string
	options  []string // one per column, "" for the column of the answer itself
}

// split is one way to take a heading apart.
type split struct{ question, option string }

// minCommon is the length that the shared part of headings must have, when
// only a separator inside a sentence divides it from the options.
const minCommon = 15

// naming is what the columns are grouped from.
type naming struct {
	columns []Column
	heads   []heading
	dialect string
}

// findRun returns the columns from i on that belong to one question: what the
// tool's codes say, else the longest run that any way of writing headings
// gives, or the one column. A run has no column that is not for answers.
func (n *naming) findRun(i int) run {
	best := run{n.heads[i].top, []string{""}}
	if n.heads[i].use != UseAnswer {
		return best
	}
	if r := n.lonelyBox(i); len(r.options) > 0 {
		return r
	}
	if r := n.codeRun(i); len(r.options) > 0 {
		return r
	}
	end := i
	for end < len(n.heads) && n.heads[end].use == UseAnswer {
		end++
	}
	part := &naming{n.columns[:end], n.heads[:end], n.dialect}
	for _, find := range []func(int) run{
		part.bracketRun, part.stemRun, part.slashRun, part.dotRun, part.prefixRun, part.suffixRun,
		part.optionRun, part.repeatedRun, part.unnamedRun, part.numberedRun,
	} {
		if r := find(i); len(r.options) > len(best.options) {
			best = r
		}
	}
	return best
}

// longest returns the longest run from i on of headings that split into the
// same question, of equals the one with the longest question. A heading that
// is the question itself may go first: a single choice before its "other".
// The question must have so many characters, unless it goes first by itself.
func (n *naming) longest(i, shortest int, splits func(string) []split, fits func(*Column) bool) run {
	columns, heads := n.columns, n.heads
	var best run
	try := func(r run) {
		for k := i + len(r.options); k < len(heads); k++ {
			option, ok := optionOf(splits(heads[k].top), r.question)
			if !ok || !fits(&columns[k]) {
				break
			}
			r.options = append(r.options, option)
		}
		if len(r.options) > 1 && (len(r.options) > len(best.options) || len(r.options) == len(best.options) && len(r.question) > len(best.question)) {
			best = r
		}
	}
	if heads[i].top != "" {
		try(run{heads[i].top, []string{""}})
	}
	for _, s := range splits(heads[i].top) {
		if utf8.RuneCountInString(s.question) >= shortest && fits(&columns[i]) {
			try(run{s.question, []string{s.option}})
		}
	}
	return best
}

// optionOf returns the option that goes with the question in one of the splits.
func optionOf(splits []split, question string) (string, bool) {
	for _, s := range splits {
		if s.question == question {
			return s.option, true
		}
	}
	return "", false
}

func anyColumn(*Column) bool { return true }

// bracketRun finds "question [option]" and "Label (choice=option)". Behind the
// option there may be a second bracket, for a remark or for a second scale.
func (n *naming) bracketRun(i int) run {
	return n.longest(i, 1, func(h string) []split {
		from, to := strings.LastIndex(h, " (choice="), len(h)-1
		if from > 0 && h[to] == ')' {
			return []split{{h[:from], h[from+len(" (choice=") : to]}}
		}
		question, option := cutBracket(h)
		if question == "" {
			return nil
		}
		list := []split{{question, option}}
		if before, first := cutBracket(question); before != "" {
			list = append(list, split{before, first + " [" + option + "]"})
		}
		return list
	}, anyColumn)
}

// cutBracket divides "question [option]", brackets within the option matched;
// the question is empty where there is no such end.
func cutBracket(h string) (question, option string) {
	to := len(h) - 1
	if to < 1 || h[to] != ']' {
		return "", ""
	}
	depth, from := 0, to
	for ; from >= 0; from-- {
		switch h[from] {
		case ']':
			depth++
		case '[':
			depth--
		}
		if depth == 0 {
			break
		}
	}
	return strings.TrimSpace(h[:max(from, 0)]), strings.TrimSpace(h[max(from, 0)+1 : to])
}

// stemRun finds "stem___code"; a further underscore is the sign of a negative
// code.
func (n *naming) stemRun(i int) run {
	return n.longest(i, 1, func(h string) []split {
		at := strings.Index(h, "___")
		if at < 1 || at+3 >= len(h) {
			return nil
		}
		option := h[at+3:]
		if strings.HasPrefix(option, "_") {
			option = "-" + option[1:]
		}
		return []split{{h[:at], option}}
	}, anyColumn)
}

// slashRun finds "stem/option" over ticks; the column before them that joins
// the options may go first.
func (n *naming) slashRun(i int) run { return n.pathRun(i, '/') }

// pathRun finds a stem and an option with a mark between them, over ticks.
func (n *naming) pathRun(i int, mark byte) run {
	return n.longest(i, 1, func(h string) []split {
		var list []split
		for at := 1; at+1 < len(h); at++ {
			if h[at] == mark && h[at-1] != ' ' && h[at+1] != ' ' {
				list = append(list, split{h[:at], h[at+1:]})
			}
		}
		return list
	}, ticks)
}

// ticks reports whether a column holds nothing but ticks such as 0 and 1.
func ticks(c *Column) bool {
	for _, cell := range c.Dict.Filled() {
		if !tickCell(cell.Text) && cell.Text != "n/a" { // Ona: not shown
			return false
		}
	}
	return c.Dict.Len() <= 5
}

// prefixRun finds "question - option" and other separators.
func (n *naming) prefixRun(i int) run {
	shortest := minCommon
	if n.dialect == "surveymonkey" {
		shortest = 3
	}
	return n.longest(i, shortest, func(h string) []split {
		var list []split
		for _, sep := range []string{" - ", " – ", " — ", ": ", " | ", " >> ", " > ", "? "} {
			keep := strings.Index(sep, "?") + 1
			for from := 0; ; {
				at := strings.Index(h[from:], sep)
				if at < 0 {
					break
				}
				at += from
				from = at + len(sep)
				if option := strings.TrimSpace(h[from:]); option != "" && !strings.HasPrefix(option, ">") {
					list = append(list, split{h[:at+keep], option})
				}
			}
		}
		return list
	}, anyColumn)
}

// suffixRun finds "Option:Question", as Alchemer writes it.
func (n *naming) suffixRun(i int) run {
	shortest := minCommon
	if n.dialect == "alchemer" {
		shortest = 3
	}
	return n.longest(i, shortest, func(h string) []split {
		var list []split
		for at := range len(h) {
			if h[at] != ':' {
				continue
			}
			option, question := strings.TrimRight(h[:at], ": "), strings.TrimSpace(h[at+1:])
			if option != "" && utf8.RuneCountInString(question) >= shortest {
				list = append(list, split{question, option})
			}
		}
		return list
	}, anyColumn)
}

// repeatedRun finds a heading that is repeated, as it is or with a number
// behind it, over ticks or over cells that hold their option.
func (n *naming) repeatedRun(i int) run {
	columns, heads := n.columns, n.heads
	r := run{question: heads[i].top}
	for k := i; k < len(heads) && r.question != ""; k++ {
		number := strconv.Itoa(k - i + 1)
		if h := heads[k].top; h != r.question && h != r.question+number {
			break
		}
		if !ticks(&columns[k]) && columns[k].Dict.Len() > 2 {
			return run{}
		}
		option := only(&columns[k])
		if option == "" {
			option = number
		}
		r.options = append(r.options, option)
	}
	return r
}

// unnamedRun finds columns without a heading, each with one value only, after
// a question: the options of it.
func (n *naming) unnamedRun(i int) run {
	columns, heads := n.columns, n.heads
	r := run{heads[i].top, []string{only(&columns[i])}}
	if r.question == "" {
		return run{}
	}
	for k := i + 1; k < len(heads) && heads[k].top == "" && only(&columns[k]) != ""; k++ {
		r.options = append(r.options, only(&columns[k]))
	}
	return r
}

// only returns the text that is the only one in a column, unless it is a tick.
func only(c *Column) string {
	if c.Dict.Len() != 2 || tickCell(c.Dict.At(1).Text) {
		return ""
	}
	return oneLine(c.Dict.At(1).Text)
}
