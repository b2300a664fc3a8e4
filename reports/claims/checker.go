package claims

import (
	"slices"
	"strings"
	"unicode"

	"benchmark/analysis"
	"benchmark/survey"
)

// checker judges the sentences of one text in order.
type checker struct {
	study    *analysis.Study
	words    *lexicon
	channels []channel
	groups   []named
	// large and small are the size classes that those words mean.
	large, small level
	// themes are the beginnings of words of each theme, by its code.
	themes map[string][]string
	// labelled are the words of each row of each table, coded those of its code.
	labelled, coded map[*analysis.Table][][]string
	claims          []Claim
	// context is what the sentences before spoke of.
	context context
	// list is a list of which the items are still being read, or nil.
	list *list
}

// named is a group with the ways to write it.
type named struct {
	level
	ways  []phrase
	kind  bool // a type of organisation
	other bool
}

// context is what later sentences may leave out.
type context struct {
	channels []int
	topic    analysis.Topic
	figure   *Ref
}

func newChecker(study *analysis.Study, words *lexicon) *checker {
	c := &checker{study: study, words: words, channels: channelsOf(study), themes: map[string][]string{}}
	c.labelled, c.coded = map[*analysis.Table][][]string{}, map[*analysis.Table][][]string{}
	for i := range study.Tables {
		t := &study.Tables[i]
		for r := range t.Rows {
			c.labelled[t] = append(c.labelled[t], terms(t.Rows[r].Label, words))
			c.coded[t] = append(c.coded[t], terms(strings.ReplaceAll(t.Rows[r].Key, "-", " "), words))
		}
	}
	for i := range study.Survey.Questions {
		q := &study.Survey.Questions[i]
		switch q.Role {
		case survey.BodyType:
			c.addTypes(q)
		case survey.SizeClass:
			c.addClasses(q)
		}
		for _, theme := range q.Themes {
			for _, p := range theme.Patterns {
				c.themes[theme.Code] = append(c.themes[theme.Code], plain(p))
			}
		}
	}
	return c
}

// addTypes adds the types of organisation by their labels and plurals, in the
// words of the survey and, where the meaning is known, of the text.
func (c *checker) addTypes(q *survey.Question) {
	for o := range q.Options {
		option := &q.Options[o]
		g := named{level: level{q.ID, option.Code}, kind: true, other: option.Means == "other"}
		for _, name := range []string{option.Label, option.Short, option.Plural} {
			if words := phrase(lows(tokens(name, 0, 0, 1))); len(words) > 0 {
				g.ways = append(g.ways, words)
				if last := len(words) - 1; last == 0 && len(words[0]) > 3 {
					g.ways = append(g.ways, phrase{words[0] + "*"})
				}
			}
		}
		g.ways = append(g.ways, typeNames(option.Means)...)
		c.groups = append(c.groups, g)
	}
}

// addClasses adds the size classes by their labels.
func (c *checker) addClasses(q *survey.Question) {
	for o := range q.Options {
		option := &q.Options[o]
		g := named{level: level{q.ID, option.Code}}
		for _, name := range []string{option.Label, option.Short} {
			if words := marked(tokens(name, 0, 0, 1)); len(words) > 0 {
				g.ways = append(g.ways, words)
			}
		}
		c.groups = append(c.groups, g)
		if option.Means == survey.Large {
			c.large = g.level
		} else if c.small.level == "" {
			c.small = g.level
		}
	}
}

// marked returns the words and marks of tokens.
func marked(so []token) phrase {
	words := make(phrase, len(so))
	for i := range so {
		words[i] = so[i].low
	}
	return words
}

// counted returns the length of the name of a type of organisation at the start
// of the tokens.
func (c *checker) counted(so []token) int {
	n := 0
	for i := range c.groups {
		if c.groups[i].kind {
			n = max(n, longestAt(c.groups[i].ways, so))
		}
	}
	return n
}

// labels marks the tokens of names of groups that have a digit in them.
func (c *checker) labels(so []token) []bool {
	mask := make([]bool, len(so)+1)
	for i := range so {
		for k := range c.groups {
			if c.groups[k].kind {
				continue
			}
			for j := range longestAt(c.groups[k].ways, so[i:]) {
				mask[i+j] = true
			}
		}
	}
	return mask
}

// sentence judges the claims of a sentence.
func (c *checker) sentence(s sentence) {
	so := s.tokens
	c.words.read(so)
	var all [features]bool
	point(so, &all)
	if c.list != nil && !s.item {
		c.endList()
	}
	r := &reader{lexicon: c.words, so: so, labels: c.labels(so), counted: c.counted}
	parts := c.grouped(so, r.quantities())
	if all[elsewhere] {
		parts = nil
	}
	before := len(c.claims)
	var figures []Ref
	var last *subject
	for i := range parts {
		own, lead := c.words.around(so, parts, i)
		subject := c.part(own, lead, s.item)
		if last != nil && !stops(so[parts[i-1][0].last:parts[i][0].first]) {
			subject.follow(last)
		}
		subject.compare(figures)
		c.claim(&s, parts[i], subject, &figures)
		last = subject
	}
	if !all[elsewhere] {
		c.qualities(&s, &all, len(c.claims) > before)
	}
	c.remember(&s, before, figures)
}

// stops reports whether a semicolon is among the tokens.
func stops(so []token) bool { return !all(so, func(t *token) bool { return t.text != ";" }) }

// remember keeps what later sentences may leave out.
func (c *checker) remember(s *sentence, before int, figures []Ref) {
	named := c.named(s.tokens)
	if c.list != nil {
		c.list.items = append(c.list.items, figures...)
		if s.item && len(figures) == 0 {
			c.bareItem(s)
		}
	}
	if len(named) > 0 {
		c.context.channels = named
	}
	switch {
	case s.heading:
		c.context.topic, c.context.figure = "", nil
	case len(figures) > 0:
		last := figures[len(figures)-1]
		c.context.topic, c.context.figure = last.Table.Topic, &last
	case len(c.claims) == before && !s.item:
		if about := c.topicOf(s); about != "" {
			c.context.topic, c.context.figure = about, nil
		}
	}
}

// topicOf returns the topic that the words of a sentence fit best, or "".
func (c *checker) topicOf(s *sentence) analysis.Topic {
	var has [features]bool
	point(s.tokens, &has)
	best, score := analysis.Topic(""), 0.8
	for i := range c.study.Tables {
		if x := c.topicWords(&c.study.Tables[i], &has); x > score {
			best, score = c.study.Tables[i].Topic, x
		}
	}
	return best
}

// grouped puts numbers together that say one thing: "48% (56 of 117)".
func (c *checker) grouped(so []token, all []quantity) [][]quantity {
	var groups [][]quantity
	for i := range all {
		q := &all[i]
		if n := len(groups); n > 0 {
			last := groups[n-1]
			if c.joined(so[last[len(last)-1].last:q.first], q, last) {
				groups[n-1] = append(last, *q)
				continue
			}
		}
		groups = append(groups, []quantity{*q})
	}
	return groups
}

// joined reports whether what is between two numbers makes them one claim.
func (c *checker) joined(between []token, q *quantity, so []quantity) bool {
	first := &so[0]
	if n := longestAt(c.words.organisations, between); n > 0 {
		between = between[n:]
	}
	if first.kind == List || q.kind == List || q.kind == Points || first.kind == Points || first.kind == Amount && q.kind != Count {
		return false
	}
	opened := len(between) > 0 && between[0].text == "("
	inside := len(between) == 1 && between[0].text == ","
	return len(between) <= 2 && (opened || inside && len(so) > 1) && all(between, func(t *token) bool { return isOneOf(t.text, "(,~±") })
}

func all(so []token, ok func(*token) bool) bool {
	for i := range so {
		if !ok(&so[i]) {
			return false
		}
	}
	return true
}

// longestLead is the number of words before the first number that lead in the
// others of a sentence.
const longestLead = 60

// around returns the words that belong to the claim at position i of the groups
// of numbers, and those that lead in the sentence.
func (l *lexicon) around(so []token, parts [][]quantity, i int) (own, lead []token) {
	first, last := parts[i][0].first, parts[i][len(parts[i])-1].last
	from, to := 0, len(so)
	if i > 0 {
		before := parts[i-1][len(parts[i-1])-1].last
		from = before + l.cut(so[before:first], true)
		lead = so[:min(from, opens(parts))]
		if colon := lastColon(lead); colon > 0 {
			lead = lead[:colon]
		}
	} else if colon := lastColon(so[:first]); colon > 0 {
		from, lead = colon, so[:colon]
	}
	lead = lead[max(0, len(lead)-longestLead):]
	if i+1 < len(parts) {
		to = last + l.cut(so[last:parts[i+1][0].first], false)
	}
	return so[from:to], lead
}

// opens returns where the first number stands that is not that of a list.
func opens(parts [][]quantity) int {
	for _, p := range parts {
		if p[0].kind != List {
			return p[0].first
		}
	}
	return parts[0][0].first
}

// lastColon returns the position after the last colon; 0 without one.
func lastColon(so []token) int {
	for i := len(so) - 1; i >= 0; i-- {
		if so[i].text == ":" {
			return i + 1
		}
	}
	return 0
}

// cut returns where the words between two claims are parted: at the last of the
// strongest marks. Without one they belong to both; later says for which is asked.
func (l *lexicon) cut(so []token, later bool) int {
	for i := range so {
		for _, f := range []feature{moreOften, lessOften} {
			if longestAt(l.patterns[f], so[i:]) > 0 {
				return i
			}
		}
	}
	for _, marks := range [][]string{{";"}, {":"}, {","}, l.parts} {
		for i := len(so) - 1; i >= 0; i-- {
			if slices.Contains(marks, so[i].low) {
				return i
			}
		}
	}
	if later {
		return 0
	}
	return len(so)
}

// quoteWords is the number of words of a quote on either side of its number.
const quoteWords = 9

// begin starts a claim at the tokens [first, last) of a sentence.
func (c *checker) begin(s *sentence, kind Kind, first, last int) Claim {
	at := &s.tokens[first]
	from, to := max(0, first-quoteWords), min(len(s.tokens), last+quoteWords)
	return Claim{
		Line: at.line, Column: at.column, Kind: kind,
		Quote:    quoted(s.text[s.tokens[from].start:s.tokens[to-1].end], from > 0, to < len(s.tokens)),
		Sentence: quoted(s.text[s.tokens[0].start:s.tokens[len(s.tokens)-1].end], false, false),
	}
}

// quoted makes words of a text safe to print, on one line.
func quoted(text string, before, after bool) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == unicode.ReplacementChar, unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	text = strings.Join(strings.Fields(text), " ")
	const most = 400
	if short := []rune(text); len(short) > most {
		text, after = string(short[:most]), true
	}
	if before {
		text = "… " + text
	}
	if after {
		text += " …"
	}
	return text
}

// typeNames are the ways to write a type of organisation of which the meaning is
// known.
func typeNames(means string) []phrase {
	switch means {
	case "municipality":
		return phrases("gemeenten|gemeentes|gemeente|municipalities|municipality")
	case "safety-region":
		return phrases("veiligheidsregio's|veiligheidsregios|veiligheidsregio|safety regions|safety region")
	case "water-board":
		return phrases("waterschappen|waterschap|water boards|water authorities|water board")
	case "province":
		return phrases("provincies|provincie|provinces|province")
	case "health-service":
		return phrases("ggd's|ggd'en|ggds|ggd|public health services|health services|gezondheidsdiensten")
	case "other":
		return phrases("andere overheden|andere overheidsorganisaties|overige overheden|overige organisaties|andere organisaties|andere overheids*|other public bodies|other organisations|other bodies|other government organisations")
	}
	return nil
}
