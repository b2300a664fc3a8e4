package export

import (
	"regexp"
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

// findRun returns the columns from i on that belong to one question: the
// longest run that any way of writing headings gives, or the one column.
func findRun(columns []Column, heads []heading, i int) run {
	best := run{heads[i].top, []string{""}}
	for _, find := range []func([]Column, []heading, int) run{
		bracketRun, stemRun, slashRun, prefixRun, suffixRun, optionRun, repeatedRun, unnamedRun, numberedRun,
	} {
		if r := find(columns, heads, i); len(r.options) > len(best.options) {
			best = r
		}
	}
	return best
}

// longest returns the longest run from i on of headings that split into the
// same question, of equals the one with the longest question. A heading that
// is the question itself may go first: a single choice before its "other".
// The question must have so many characters, unless it goes first by itself.
func longest(columns []Column, heads []heading, i, shortest int, splits func(string) []split, fits func(*Column) bool) run {
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

// bracketRun finds "question [option]" and "Label (choice=option)".
func bracketRun(columns []Column, heads []heading, i int) run {
	return longest(columns, heads, i, 1, func(h string) []split {
		from, to := strings.LastIndex(h, " (choice="), len(h)-1
		if from > 0 && h[to] == ')' {
			return []split{{h[:from], h[from+len(" (choice=") : to]}}
		}
		if to < 1 || h[to] != ']' {
			return nil
		}
		depth := 0
		for from = to; from >= 0; from-- {
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
		if question := strings.TrimSpace(h[:max(from, 0)]); question != "" {
			return []split{{question, strings.TrimSpace(h[from+1 : to])}}
		}
		return nil
	}, anyColumn)
}

// stemRun finds "stem___code".
func stemRun(columns []Column, heads []heading, i int) run {
	return longest(columns, heads, i, 1, func(h string) []split {
		if at := strings.LastIndex(h, "___"); at > 0 && at+3 < len(h) {
			return []split{{h[:at], h[at+3:]}}
		}
		return nil
	}, anyColumn)
}

// slashRun finds "stem/option" over ticks; the column before them that joins
// the options may go first.
func slashRun(columns []Column, heads []heading, i int) run {
	return longest(columns, heads, i, 1, func(h string) []split {
		if at := strings.LastIndexByte(h, '/'); at > 0 && at+1 < len(h) && h[at-1] != ' ' && h[at+1] != ' ' {
			return []split{{h[:at], h[at+1:]}}
		}
		return nil
	}, ticks)
}

// ticks reports whether a column holds nothing but ticks such as 0 and 1.
func ticks(c *Column) bool {
	for _, cell := range c.Dict[1:] {
		if !tickCell.MatchString(cell.Text) {
			return false
		}
	}
	return len(c.Dict) <= 5
}

// prefixRun finds "question - option" and other separators.
func prefixRun(columns []Column, heads []heading, i int) run {
	return longest(columns, heads, i, minCommon, func(h string) []split {
		var list []split
		for _, sep := range []string{" - ", " – ", " — ", ": ", " | ", " > ", "? "} {
			keep := strings.Index(sep, "?") + 1
			for from := 0; ; {
				at := strings.Index(h[from:], sep)
				if at < 0 {
					break
				}
				at += from
				from = at + len(sep)
				if option := strings.TrimSpace(h[from:]); option != "" {
					list = append(list, split{h[:at+keep], option})
				}
			}
		}
		return list
	}, anyColumn)
}

// suffixRun finds "Option:Question".
func suffixRun(columns []Column, heads []heading, i int) run {
	return longest(columns, heads, i, minCommon, func(h string) []split {
		var list []split
		for at := range len(h) {
			if h[at] != ':' {
				continue
			}
			option, question := strings.TrimRight(h[:at], ": "), strings.TrimSpace(h[at+1:])
			if option != "" && utf8.RuneCountInString(question) >= minCommon {
				list = append(list, split{question, option})
			}
		}
		return list
	}, anyColumn)
}

// optionRun finds columns that are headed by their option alone: the only
// value of the cells is the heading. The question is not in the file.
func optionRun(columns []Column, heads []heading, i int) run {
	var r run
	ticked, end := 0, 0
	for k := i; k < len(heads) && heads[k].top != ""; k++ {
		c := &columns[k]
		switch {
		case len(c.Dict) == 2 && oneLine(c.Dict[1].Text) == heads[k].top:
			ticked++
			end = k - i + 1
		case len(c.Dict) == 1 && ticked > 0:
		default:
			if ticked >= 2 && end == k-i && otherWord(heads[k].top) {
				r.options = append(r.options, heads[k].top)
				end++
			}
			k = len(heads)
			continue
		}
		r.options = append(r.options, heads[k].top)
	}
	if ticked < 2 {
		return run{}
	}
	r.options = r.options[:end]
	return r
}

// repeatedRun finds a heading that is repeated, as it is or with a number
// behind it, over ticks or over cells that hold their option.
func repeatedRun(columns []Column, heads []heading, i int) run {
	r := run{question: heads[i].top}
	for k := i; k < len(heads) && r.question != ""; k++ {
		n := strconv.Itoa(k - i + 1)
		if h := heads[k].top; h != r.question && (k == i || h != r.question+n && h != r.question+"."+strconv.Itoa(k-i)) {
			break
		}
		if !ticks(&columns[k]) && len(columns[k].Dict) > 2 {
			return run{}
		}
		option := only(&columns[k])
		if option == "" {
			option = n
		}
		r.options = append(r.options, option)
	}
	return r
}

// unnamedRun finds columns without a heading, each with one value only, after
// a question: the options of it.
func unnamedRun(columns []Column, heads []heading, i int) run {
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
	if len(c.Dict) != 2 || tickCell.MatchString(c.Dict[1].Text) {
		return ""
	}
	return oneLine(c.Dict[1].Text)
}

var numbered = regexp.MustCompile(`^([A-Za-z]\w*?)_(-?\d+|\d+_TEXT|TEXT|other)$`)

// numberedRun finds codes such as Q2_1, Q2_2 over columns that share a small
// set of values; a text column may end it.
func numberedRun(columns []Column, heads []heading, i int) run {
	var r run
	values := map[string]bool{}
	for k := i; k < len(heads); k++ {
		m := numbered.FindStringSubmatch(heads[k].top)
		if m == nil || k > i && m[1] != r.question {
			break
		}
		text := strings.HasSuffix(m[2], "TEXT") || m[2] == "other"
		if !text {
			for _, cell := range columns[k].Dict[1:min(len(columns[k].Dict), 20)] {
				values[cell.Text] = true
			}
		}
		if len(values) > 12 {
			return run{}
		}
		r.question = m[1]
		r.options = append(r.options, m[2])
	}
	return r
}
