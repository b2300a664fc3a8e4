// Package pattern holds regular expressions that are compiled when they are first
// used. The program knows well over a hundred, for the exports of every survey tool and
// for personal data; a run needs a few, and compiling them all would take longer
// than the figures of a small survey.
package pattern

import (
	"regexp"
	"strings"
	"sync/atomic"
)

// Pattern is a regular expression. It may be used from several goroutines at once.
type Pattern struct {
	expression string
	// first is the bytes of which one begins every match, and part is in every match;
	// where they are not, the expression is not even compiled.
	first, part string
	ready       atomic.Pointer[regexp.Regexp]
}

// New returns the pattern of an expression in the syntax of package regexp. An
// expression that is no such thing panics when it is used. It is so short that the
// compiler makes the patterns of the program, which then take no time at its start.
func New(expression string) *Pattern { return &Pattern{expression: expression} }

// Holding is New of an expression of which every match holds a part.
func Holding(part, expression string) *Pattern {
	return &Pattern{expression: expression, part: part}
}

// Beginning is New of an expression for texts that begin with one of some bytes.
func Beginning(first, expression string) *Pattern {
	return &Pattern{expression: expression, first: first}
}

// Digits are those that \d stands for.
const Digits = "0123456789"

// may reports whether a text can hold a match at all.
func (p *Pattern) may(s string) bool {
	return strings.Contains(s, p.part) && (p.first == "" || s != "" && strings.IndexByte(p.first, s[0]) >= 0)
}

// compiled returns the expression as it is used.
func (p *Pattern) compiled() *regexp.Regexp {
	if ready := p.ready.Load(); ready != nil {
		return ready
	}
	p.ready.CompareAndSwap(nil, regexp.MustCompile(p.expression))
	return p.ready.Load()
}

// Match reports whether the bytes hold a match.
func (p *Pattern) Match(b []byte) bool { return p.compiled().Match(b) }

// MatchString reports whether the text holds a match.
func (p *Pattern) MatchString(s string) bool { return p.may(s) && p.compiled().MatchString(s) }

// FindString returns the leftmost match, or nothing when there is none.
func (p *Pattern) FindString(s string) string {
	if !p.may(s) {
		return ""
	}
	return p.compiled().FindString(s)
}

// FindStringSubmatch returns the leftmost match and its groups, nil when there is none.
func (p *Pattern) FindStringSubmatch(s string) []string {
	if !p.may(s) {
		return nil
	}
	return p.compiled().FindStringSubmatch(s)
}

// FindAllStringSubmatch returns the first n matches with their groups; all when n is negative.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	if !p.may(s) {
		return nil
	}
	return p.compiled().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex returns where the first n matches and their groups begin
// and end, in bytes; all when n is negative.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !p.may(s) {
		return nil
	}
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString returns the text with every match replaced; $1 in the replacement is the first group.
func (p *Pattern) ReplaceAllString(s, replacement string) string {
	if !p.may(s) {
		return s
	}
	return p.compiled().ReplaceAllString(s, replacement)
}
