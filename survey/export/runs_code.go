package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"benchmark/survey/pattern"
)

// partCode is a code of a column within a block: Q2_1, Q4#1_2, Q5_-1, Q2_3_TEXT,
// V2_A1, AB01_03a; 2_Q7_1 in the second round of a loop.
var partCode = pattern.Holding("_", `^((?:\d+_)?[A-Za-z][\w#]*?)_((?:-?\d+[a-z]?|[A-Z]\d+)(?:_TEXT)?|TEXT|other)$`)

// stem divides a code into the part that its block shares and its own part,
// which is empty for a code of one column.
func stem(code string) (shared, own string) {
	if m := partCode.FindStringSubmatch(code); m != nil {
		return m[1], m[2]
	}
	return code, ""
}

// ownText reports whether the own part of a code is that of a text besides an
// option or an answer.
func ownText(own string) bool {
	end := own[max(0, len(own)-1):]
	return strings.HasSuffix(own, "TEXT") || own == "other" || end >= "a" && end <= "z"
}

// codeRun finds the columns whose codes share a stem and whose wordings share
// a question, however short. Only a single choice with a text besides may have
// a column without a part of its own.
func (n *naming) codeRun(i int) run {
	shared, own := stem(n.heads[i].code)
	if shared == "" {
		return run{}
	}
	end := i + 1
	for end < len(n.heads) {
		s, o := stem(n.heads[end].code)
		if s != shared || o == "" || own == "" && !ownText(o) || n.heads[end].use != UseAnswer {
			break
		}
		end++
	}
	if end == i+1 {
		return run{}
	}
	question := n.sharedQuestion(i, end)
	if question == "" {
		return run{}
	}
	r := run{question: question}
	for k := i; k < end; k++ {
		option := strings.TrimSpace(strings.TrimLeft(n.heads[k].top[len(question):], " -–—:[>|"))
		if strings.HasSuffix(n.heads[k].top, "]") {
			option = strings.TrimSuffix(option, "]")
		}
		r.options = append(r.options, option)
	}
	n.cutSelected(i, r.options)
	n.nameTexts(i, r.options)
	if own == "" {
		r.options[0] = ""
	}
	return r
}

// sharedQuestion returns the longest beginning that the wordings of columns
// share and that a mark divides from an option, "" for none.
func (n *naming) sharedQuestion(i, end int) string {
	first := n.heads[i].top
	shared := len(first)
	for k := i + 1; k < end; k++ {
		h := n.heads[k].top
		at := 0
		for at < min(shared, len(h)) && h[at] == first[at] {
			at++
		}
		shared = at
	}
	for at := shared; at > 0; at-- {
		question := first[:at]
		if !utf8.ValidString(question) || strings.TrimSpace(question) != question {
			continue
		}
		divided := 0
		for k := i; k < end; k++ {
			if rest := n.heads[k].top[at:]; rest == "" || marksOption(rest) {
				divided++
			}
		}
		if divided == end-i {
			return question
		}
	}
	return ""
}

// marksOption reports whether what follows a question begins with a mark that
// divides it from an option.
func marksOption(rest string) bool {
	for _, sep := range []string{" - ", " – ", " — ", ": ", " [", " > ", " >> ", " | ", "-"} {
		if strings.HasPrefix(rest, sep) {
			return true
		}
	}
	return false
}

// numberedRun finds codes such as Q2_1, Q2_2 as headings, over columns that
// share a small set of values; columns of text may be among them. The column of
// a single choice may go before its text.
func (n *naming) numberedRun(i int) run {
	var r run
	values := map[string]bool{}
	for k := i; k < len(n.heads); k++ {
		shared, own := stem(n.heads[k].top)
		if k == i && own == "" && shared != "" {
			r = run{shared, []string{""}}
			continue
		}
		if own == "" || k > i && shared != r.question || r.options != nil && r.options[0] == "" && !ownText(own) ||
			n.dialect == "efs" && shared == "v" {
			break
		}
		if !ownText(own) {
			for code, cell := range n.columns[k].Dict.Filled() {
				if code == 20 {
					break
				}
				values[cell.Text] = true
			}
		}
		if len(values) > 12 {
			return run{}
		}
		r.question = shared
		r.options = append(r.options, own)
	}
	for k, own := range r.options {
		if option, text := strings.CutSuffix(own, "_TEXT"); text && slices.Contains(r.options[:k], option) {
			r.options[k] = option
		}
	}
	return r
}

var dottedCode = pattern.Holding(".", `^([A-Za-z]+\d\w*)\.(\w+)\.$`)

// dotRun finds headings of which R made the names of variables, with dots for
// all that is no letter: "stem.option" over ticks, "V1.SQ001." for V1[SQ001],
// and "Which.channels...Chat." for "Which channels? [Chat]".
func (n *naming) dotRun(i int) run {
	if strings.Contains(n.heads[i].top, " ") {
		return run{}
	}
	brackets := n.longest(i, 1, func(h string) []split {
		if m := dottedCode.FindStringSubmatch(h); m != nil {
			return []split{{m[1], m[2]}}
		}
		body := strings.TrimRight(h, ".")
		if at := strings.LastIndex(body, ".."); at > 0 && body != h {
			return []split{{strings.TrimRight(body[:at], "."), body[at+2:]}}
		}
		return nil
	}, anyColumn)
	if len(brackets.options) > 1 {
		return brackets
	}
	return n.pathRun(i, '.')
}
