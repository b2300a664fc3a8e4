package codebook

import (
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/pattern"
)

// conditions returns the conditions that say something.
func conditions(all ...string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" || s == "1" || strings.EqualFold(s, "true") })
}

// The simple conditions: an answer to a choice, or a tick.
var (
	formEquals   = pattern.New(`^\$\{([\w.-]+)\}\s*=\s*['"]([^'"]*)['"]$`)
	formSelected = pattern.New(`^selected\(\s*\$\{([\w.-]+)\}\s*,\s*['"]([^'"]*)['"]\s*\)$`)
	redcapEquals = pattern.New(`^\[(\w+)(?:\((-?\w+)\))?\]\s*=\s*['"]?(-?\w+)['"]?$`)
	limeEquals   = pattern.New(`^(\w+)(?:\.NAOK|\.code)?\s*==\s*(?:"([^"]*)"|'([^']*)'|(-?\w+))$`)
)

// answer is one simple condition: a question of the dictionary, the row of a
// matrix or "", and the code of the answer to it.
type answer struct{ name, row, code string }

// route turns the conditions of the dictionary into the routing of the questions.
// A condition that is not a simple one leaves the routing unknown, and a note.
func (d *Dictionary) route(cb *Codebook, f, labelled *export.File, of []*variable) {
	dir := newDirectory(f)
	asked := map[answer]*Question{} // without the code
	owner := make([]*variable, len(cb.Questions))
	for i := range cb.Questions {
		q := &cb.Questions[i]
		found, err := dir.find(q.Column)
		if err != nil || of[found[0]] == nil {
			continue
		}
		owner[i] = of[found[0]]
		row := answer{name: owner[i].name}
		if at := slices.IndexFunc(owner[i].rows, func(c choice) bool { return c.label == labelled.Columns[found[0]].Option }); at >= 0 {
			row.row = owner[i].rows[at].code
		}
		asked[row] = q
	}
	for i, v := range owner {
		if v == nil {
			continue
		}
		q := &cb.Questions[i]
		routing, read := d.routing(v, q, asked)
		switch {
		case !read:
			cb.Doubts = append(cb.Doubts, survey.Issue{
				Where: survey.Place{File: f.Name, Sheet: f.Sheet}, Severity: survey.Note, Code: survey.IssueRoutingUnread,
				Question: q.ID, Args: []string{q.ID, shorten(strings.Join(v.relevance, " and "), 200)},
			})
		case len(routing) > 0:
			q.AskedIf = routing
		case d.language == "redcap" && v.kind == survey.Multiple:
			q.AskedAll = true // so that a 0 is an answer
		}
	}
}

// routing translates the conditions of a question; read is false when one of
// them is not simple or is on what the file does not have.
func (d *Dictionary) routing(v *variable, q *Question, asked map[answer]*Question) (routing map[string][]string, read bool) {
	routing = map[string][]string{}
	for _, relevance := range v.relevance {
		for _, part := range splitWords(relevance, "and", "&&") {
			id, codes := "", []string(nil)
			for _, simple := range splitWords(part, "or", "||") {
				if strings.TrimSpace(simple) == "1" && d.language == "limesurvey" {
					continue
				}
				a, ok := d.simple(simple, asked)
				if !ok {
					return nil, false
				}
				of, code, ok := optionFor(a, asked)
				if !ok || of == q || id != "" && id != of.ID {
					return nil, false
				}
				id, codes = of.ID, appendNew(codes, code)
			}
			if id == "" {
				continue
			}
			if before, twice := routing[id]; twice && !slices.Equal(before, codes) {
				return nil, false // two ticks at once
			}
			routing[id] = codes
		}
	}
	return routing, true
}

// simple reads one condition.
func (d *Dictionary) simple(s string, asked map[answer]*Question) (answer, bool) {
	s = strings.TrimSpace(s)
	for {
		inner := unwrapped(s)
		if inner == s {
			break
		}
		s = inner
	}
	switch d.language {
	case "xlsform":
		for _, form := range []*pattern.Pattern{formEquals, formSelected} {
			if m := form.FindStringSubmatch(s); m != nil {
				return answer{name: m[1], code: m[2]}, true
			}
		}
	case "redcap":
		m := redcapEquals.FindStringSubmatch(s)
		switch {
		case m == nil || m[2] != "" && m[3] != "1":
			return answer{}, false
		case m[2] != "":
			return answer{name: m[1], code: m[2]}, true
		}
		return answer{name: m[1], code: m[3]}, true
	case "limesurvey":
		if m := limeEquals.FindStringSubmatch(s); m != nil {
			return limeAnswer(m[1], m[2]+m[3]+m[4], asked)
		}
	}
	return answer{}, false
}

// limeAnswer divides the name of a column of LimeSurvey: q, or q_SQ001 for an
// option, of which "Y" is a tick, or for the row of a matrix.
func limeAnswer(name, code string, asked map[answer]*Question) (answer, bool) {
	if asked[answer{name: name}] != nil {
		return answer{name: name, code: code}, true
	}
	at := strings.LastIndexByte(name, '_')
	if at < 0 {
		return answer{}, false
	}
	if asked[answer{name: name[:at], row: name[at+1:]}] != nil {
		return answer{name[:at], name[at+1:], code}, true
	}
	return answer{name: name[:at], code: name[at+1:]}, code == "Y"
}

// optionFor returns the question that a condition is on and the code of its
// option there.
func optionFor(a answer, asked map[answer]*Question) (*Question, string, bool) {
	q := asked[answer{name: a.name, row: a.row}]
	if q == nil || !kindOf(q.Kind).Closed() || a.code == "" {
		return nil, "", false
	}
	for _, o := range q.Options {
		if key(o.Code) == key(a.code) || a.code == "-oth-" && o.Other {
			return q, o.Code, true
		}
	}
	return nil, "", false
}

// unwrapped takes off the brackets around a condition, if they belong together.
func unwrapped(s string) string {
	if !strings.HasPrefix(s, "(") || !strings.HasSuffix(s, ")") {
		return s
	}
	depth := 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 && i < len(s)-1 {
			return s
		}
	}
	return strings.TrimSpace(s[1 : len(s)-1])
}

// splitWords divides a condition at a word or a sign, outside brackets and
// quotation marks.
func splitWords(s, word, sign string) []string {
	s = strings.TrimSpace(s)
	for inner := unwrapped(s); inner != s; inner = unwrapped(s) {
		s = inner
	}
	var parts []string
	depth, quote, from := 0, rune(0), 0
	for i, r := range s {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			quote = r
		case r == '(':
			depth++
		case r == ')':
			depth--
		case depth != 0 || i < from:
		case strings.HasPrefix(s[i:], sign):
			parts, from = append(parts, s[from:i]), i+len(sign)
		case r == ' ' && len(s) > i+len(word)+1 && strings.EqualFold(s[i+1:i+1+len(word)], word) && strings.IndexByte(" (", s[i+1+len(word)]) >= 0:
			parts, from = append(parts, s[from:i]), i+1+len(word)
		}
	}
	return append(parts, s[from:])
}
