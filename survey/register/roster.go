// Package register sets the respondents of a survey against a register of the
// organisations that exist: which body each of them is on the day of the
// fieldwork, what the register knows of it, and how many of all bodies answered.
package register

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"benchmark/survey"
	"benchmark/survey/frame"
)

// Options say what a survey is held against.
type Options struct {
	// Register lists the organisations that exist; nil when there is none.
	Register *frame.Register
	// At is the day for which the register is asked. Zero: the end of the
	// fieldwork, or else the day of the register's last change.
	At time.Time
	// Bodies are names or codes as respondents wrote them, each with the code of
	// the body that is meant; case and blanks around them make no difference.
	Bodies map[string]string
}

// Respondent is what a survey says of who answered.
type Respondent struct {
	// Code and Name as answered, trimmed; empty when not told.
	Code, Name string
	// Kind is the type of organisation as answered: its meaning in every survey or
	// else its code; empty when not known.
	Kind string
	// Parsed is Name as names are compared.
	Parsed frame.BodyName
	// Match is what the register has; Body is -1 when it has nothing.
	Match frame.Match
}

// Known reports whether the survey tells anything of who answered.
func (r *Respondent) Known() bool { return r.Code != "" || r.Name != "" }

// Roster is the respondents of a survey as bodies of a register.
type Roster struct {
	Survey *survey.Survey
	// Register is nil when there is none, and then nobody is matched.
	Register *frame.Register
	// At is the day for which the register is asked; zero for today.
	At time.Time
	// All has one entry per respondent; nil when the survey asks neither the name
	// nor the code of the organisation.
	All []Respondent
	// Coded is true when the survey asks for the code of the organisation.
	Coded bool
	// Several is true when a person has said which answers of a body count that has
	// more than one.
	Several bool

	// bodies are those that exist on the day and are of a type that takes part, and
	// placed the questions of which the register knows the bodies of each option.
	bodies []*frame.Body
	placed []placed
}

// placed is a question whose options the bodies of a register fit.
type placed struct {
	question int
	option   func(*frame.Body) int
}

// The words for which answers of a body count that has more than one.
const (
	KeepAll   = "keep-all"
	KeepFirst = "keep-first"
	KeepLast  = "keep-last"
)

// Settle leaves out answers of bodies that have more than one: all but the first
// or the last in the file, as the rule says; none when the rule is KeepAll or
// empty. Those of whom the body is not known stay.
func (r *Roster) Settle(rule string) {
	r.Several = rule != ""
	if rule == "" || rule == KeepAll || r.All == nil || r.Register == nil {
		return
	}
	chosen := make(map[int]int)
	for i := range r.All {
		body := r.All[i].Match.Body
		if _, known := chosen[body]; !known || rule == KeepLast {
			chosen[body] = i
		}
	}
	kept := make([]int, 0, len(r.All))
	var all []Respondent
	for i := range r.All {
		if body := r.All[i].Match.Body; body < 0 || chosen[body] == i {
			kept, all = append(kept, i), append(all, r.All[i])
		}
	}
	left := len(r.All) - len(kept)
	r.Survey.Keep(kept, survey.DropDuplicate)
	r.All = all
	if left > 0 {
		r.tellSettled(left, rule)
	}
}

// tellSettled says how many answers were left out, in place of the remark that
// bodies answered more than once where that is settled now.
func (r *Roster) tellSettled(left int, rule string) {
	s := r.Survey
	if !r.repeated() {
		s.Issues = slices.DeleteFunc(s.Issues, func(i survey.Issue) bool { return i.Code == survey.IssueDuplicateBody })
	}
	s.Issues = append(s.Issues, survey.Issue{
		Where: survey.Place{File: s.Source.File, Sheet: s.Source.Sheet}, Severity: survey.Warning,
		Code: survey.IssueDuplicateSettled, Args: []string{strconv.Itoa(left), rule, "body"},
	})
}

// repeated reports whether two respondents gave the same code, or the same name
// where the survey asks no codes.
func (r *Roster) repeated() bool {
	seen := make(map[string]bool, len(r.All))
	for i := range r.All {
		given := r.All[i].Name
		if r.Coded {
			given = r.All[i].Code
		}
		if given = fold(given); given != "" && seen[given] {
			return true
		}
		seen[given] = true
	}
	return false
}

// Identify finds the body of every respondent. It does not change s.
func Identify(s *survey.Survey, o Options) *Roster {
	r := &Roster{Survey: s, Register: o.Register, At: o.At}
	if r.At.IsZero() {
		r.At = s.Source.FieldEnd.Truncate(24 * time.Hour)
	}
	code, name := s.First(survey.BodyCode), s.First(survey.Organisation)
	r.Coded = code >= 0
	if code < 0 && name < 0 {
		return r
	}
	meant := make(map[string]string, len(o.Bodies))
	for written, body := range o.Bodies {
		meant[fold(written)] = body
	}
	kind := s.First(survey.BodyType)
	r.All = make([]Respondent, s.Respondents)
	for i := range r.All {
		a := &r.All[i]
		a.Code, a.Name, a.Kind = strings.TrimSpace(text(s, code, i)), strings.TrimSpace(text(s, name, i)), kindOf(s, kind, i)
		a.Parsed = frame.ParseName(a.Name, a.Kind)
		a.Match.Body, a.Match.Given = -1, -1
		if o.Register == nil || !a.Known() {
			continue
		}
		if body, settled := meaning(meant, a); settled {
			a.Match = o.Register.Match(body, "", "", r.At)
			continue
		}
		a.Match = o.Register.Match(a.Code, a.Name, a.Kind, r.At)
	}
	return r
}

// meaning returns the code that a person gave for what a respondent wrote.
func meaning(meant map[string]string, a *Respondent) (string, bool) {
	for _, written := range []string{a.Code, a.Name} {
		if body, known := meant[fold(written)]; known && written != "" {
			return body, true
		}
	}
	return "", false
}

// fold returns the form in which names and codes are compared.
func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// text returns the answer of a respondent to a question of names, or nothing
// when the question is -1 or holds no texts.
func text(s *survey.Survey, question, r int) string {
	if question < 0 || !s.Columns[question].Worded() || s.Columns[question].State(r) != survey.Answered {
		return ""
	}
	return s.Columns[question].Text(r)
}

// chosen returns the option that a respondent chose, or -1 when there is none or
// the question is -1 or has no single answers.
func chosen(s *survey.Survey, question, r int) int {
	if question < 0 || !s.Columns[question].Coded() || s.Columns[question].State(r) != survey.Answered {
		return -1
	}
	return s.Columns[question].Code(r)
}

// kindOf returns the type of organisation of a respondent, as its meaning in
// every survey or else as its code; empty when not known.
func kindOf(s *survey.Survey, question, r int) string {
	at := chosen(s, question, r)
	if at < 0 {
		return ""
	}
	switch o := &s.Questions[question].Options[at]; {
	case o.Other:
		return ""
	case o.Means != "":
		return o.Means
	default:
		return o.Code
	}
}

// body returns the body of respondent i, or nil.
func (r *Roster) body(i int) *frame.Body {
	if r.All == nil || r.All[i].Match.Body < 0 {
		return nil
	}
	return &r.Register.Bodies[r.All[i].Match.Body]
}
