package claims

import "strings"

// feature is something that words of a text point at.
type feature uint8

const (
	use feature = iota
	plans
	considers
	surely
	likely
	later
	pilot
	noPlans
	projected
	satisfied
	dissatisfied
	because
	reason
	barrier
	doubt
	denial
	rise
	fall
	contact
	owner
	communication
	centre
	mixed
	association
	chance
	tookPart
	noticed
	goesOn
	back
	partOf
	everyone
	bodies
	average
	median
	lowerQuartile
	upperQuartile
	middleHalf
	large
	small
	users
	nonUsers
	either
	moreOften
	lessOften
	alike // no difference was found
	equal // there is none
	again
	slight
	difference
	topList
	things
	answers
	elsewhere
	content // those who are satisfied
	whole   // all respondents
	anyChannel
	existing // the organisations that exist, answered or not
	responded
	covers
	inhabitants
	answerTime // of an answer to a resident, which is no response to the survey
	skipped
	falseAlarm
	certainty
	features
)

// Features are kept as bits of a token.
const _ = uint(64 - features)

// fraction is a share in words: low and high bound the shares for which they hold,
// and about says how far beyond that they hold roughly; all in percent.
type fraction struct {
	phrase           string
	low, high, about float64
}

// lexicon is the words of one language.
type lexicon struct {
	// patterns of each feature: words, of which one that ends in * is a beginning.
	patterns [features][]phrase
	// first holds the patterns by their first word, open those that begin with a
	// part of a word.
	first map[string][]entry
	open  []entry
	// fractions, longer phrases first where one begins another.
	fractions []worded
	// numbers are the words for whole numbers.
	numbers map[string]int
	// of joins the two numbers of "seven in ten".
	of []phrase
	// nearly, over and under stand before a number.
	nearly, over, under, about []phrase
	// perHour and nouns that follow a number or never belong to a claim.
	perHour, organisations, ignored, points []phrase
	// assumed is what a percentage is of in the assumptions of a computation.
	assumed []phrase
	// from is what comes before a number that is no figure: "vanaf".
	from []phrase
	// tail is what comes before the part of the answers that a mean leaves out.
	tail []phrase
	to   []phrase
	// parts are the words that part two claims.
	parts         []string
	abbreviations map[string]bool
	// empty words say nothing of an answer.
	empty map[string]bool
	// dutch is true for decimal commas.
	dutch bool
}

type worded struct {
	phrase
	fraction
}

// phrase is a pattern of words.
type phrase []string

func phrases(text string) []phrase {
	var all []phrase
	for p := range strings.SplitSeq(text, "|") {
		if words := strings.Fields(p); len(words) > 0 {
			all = append(all, words)
		}
	}
	return all
}

func set(text string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(text) {
		all[w] = true
	}
	return all
}

// at reports whether the phrase stands at the start of the tokens.
func (p phrase) at(so []token) bool {
	if len(so) < len(p) {
		return false
	}
	for i, word := range p {
		begin, open := strings.CutSuffix(word, "*")
		end, openBefore := strings.CutPrefix(word, "*")
		if so[i].low != word && !(open && strings.HasPrefix(so[i].low, begin)) && !(openBefore && strings.HasSuffix(so[i].low, end)) {
			return false
		}
	}
	return true
}

// longestAt returns the length of the longest of the phrases that stands at the
// start of the tokens; 0 for none.
func longestAt(all []phrase, so []token) int {
	n := 0
	for _, p := range all {
		if len(p) > n && p.at(so) {
			n = len(p)
		}
	}
	return n
}

// endsWith returns the length of the longest of the phrases that the tokens end
// with.
func endsWith(all []phrase, so []token) int {
	n := 0
	for _, p := range all {
		if len(p) > n && len(p) <= len(so) && p.at(so[len(so)-len(p):]) {
			n = len(p)
		}
	}
	return n
}

// entry is a pattern with the feature that it is of.
type entry struct {
	phrase
	feature
}

// lexiconOf returns the words of nl or en.
func lexiconOf(language string) *lexicon {
	l := dutchLexicon()
	if language == "en" {
		l = englishLexicon()
	}
	l.first = map[string][]entry{}
	for f := range l.patterns {
		for _, p := range l.patterns[f] {
			e := entry{p, feature(f)}
			if strings.Contains(p[0], "*") {
				l.open = append(l.open, e)
			} else {
				l.first[p[0]] = append(l.first[p[0]], e)
			}
		}
	}
	return l
}

// read sets what each token points at.
func (l *lexicon) read(so []token) {
	for i := range so {
		if so[i].mark {
			continue
		}
		for _, e := range l.first[so[i].low] {
			if e.at(so[i:]) {
				so[i].points |= 1 << e.feature
			}
		}
		for _, e := range l.open {
			if e.at(so[i:]) {
				so[i].points |= 1 << e.feature
			}
		}
	}
}

func fractionsOf(all []fraction) []worded {
	var words []worded
	for _, f := range all {
		for _, p := range phrases(f.phrase) {
			words = append(words, worded{p, f})
		}
	}
	return words
}
