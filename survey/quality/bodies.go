package quality

import (
	"strconv"
	"strings"
	"time"

	"benchmark/survey"
	"benchmark/survey/frame"
)

// respondent is what a survey says of who answered.
type respondent struct {
	code, name, kind string
	parsed           frame.BodyName
	// match is what the register has; Body -1 without a register.
	match frame.Match
}

// known reports whether the survey tells anything of who answered.
func (r *respondent) known() bool { return r.code != "" || r.name != "" }

// respondents returns who answered, matched with the register.
func (c *checker) respondents(o Options) []respondent {
	code, name := c.s.First(survey.BodyCode), c.s.First(survey.Organisation)
	if code < 0 && name < 0 {
		return nil
	}
	kind := c.s.First(survey.BodyType)
	at := day(c.s, o)
	all := make([]respondent, c.s.Respondents)
	for i := range all {
		r := &all[i]
		r.code, r.name, r.kind = strings.TrimSpace(c.text(code, i)), c.text(name, i), c.kind(kind, i)
		r.parsed = frame.ParseName(r.name, r.kind)
		r.match.Body = -1
		if o.Register != nil && r.known() {
			r.match = o.Register.Match(r.code, r.name, r.kind, at)
		}
	}
	return all
}

// day returns the day for which the register is asked.
func day(s *survey.Survey, o Options) time.Time {
	if !o.At.IsZero() {
		return o.At
	}
	return s.Source.FieldEnd.Truncate(24 * time.Hour)
}

// bodies reports what is wrong with who answered.
func (c *checker) bodies(o Options) {
	all := c.respondents(o)
	if all == nil {
		return
	}
	c.similar(all)
	if o.Register != nil {
		c.registered(all, o.Register)
	}
}

// similar reports respondents with nearly the same name. Those with the same
// code, or without codes the very same name, are a duplicate of another kind;
// bodies of different codes, types or bodies of the register are not the same.
func (c *checker) similar(all []respondent) {
	question := c.s.First(survey.Organisation)
	if question < 0 {
		return
	}
	// One entry per wording: the first respondent with it stands for the others.
	index, owners, seen := frame.NewNameIndex(), []int{}, map[frame.BodyName]bool{}
	groups := newGroups(len(all))
	plain := map[string]bool{}
	for i := range all {
		r := &all[i]
		if r.parsed.Core == "" {
			continue
		}
		wording := strings.ToLower(strings.Join(strings.Fields(r.name), " "))
		if plain[wording+"\x00"+r.kind] && c.s.First(survey.BodyCode) < 0 {
			continue // told as a duplicate already
		}
		plain[wording+"\x00"+r.kind] = true
		var others []int
		if !seen[r.parsed] {
			others = index.Near(r.parsed)
		}
		others = append(others, firstFew(index.Same(r.parsed))...)
		for _, o := range others {
			if c.alike(r, &all[owners[o]]) {
				groups.join(owners[o], i)
			}
		}
		seen[r.parsed] = true
		index.Add(r.parsed)
		owners = append(owners, i)
	}
	if found := sorted(groups.sets()); len(found) > 0 {
		c.note(question, found[0], survey.Warning, survey.IssueSimilarBody,
			append([]string{strconv.Itoa(len(found))}, c.groups(found)...)...)
	}
}

// firstFew bounds how many namesakes a name is held against.
func firstFew(found []int) []int { return found[:min(len(found), 8)] }

// alike reports whether two respondents of nearly the same name can be one
// organisation.
func (c *checker) alike(a, b *respondent) bool {
	if a.code != "" && b.code != "" {
		return false // equal codes are told elsewhere, others are other bodies
	}
	if a.match.Body >= 0 && b.match.Body >= 0 {
		return false // the register settles it
	}
	return a.kind == "" || b.kind == "" || a.kind == b.kind
}

// registered reports what the register knows better.
func (c *checker) registered(all []respondent, register *frame.Register) {
	var missing, merged, differ, types []int
	byBody := make(map[int][]int)
	var order []int
	for i := range all {
		r := &all[i]
		switch {
		case !r.known():
			continue
		case r.match.Body < 0:
			missing = append(missing, i)
			continue
		case r.match.Merged:
			merged = append(merged, i)
		}
		if r.match.Differs {
			differ = append(differ, i)
		}
		if otherType(r.kind, register.Bodies[r.match.Body].Type) {
			types = append(types, i)
		}
		if byBody[r.match.Body] == nil {
			order = append(order, r.match.Body)
		}
		byBody[r.match.Body] = append(byBody[r.match.Body], i)
	}
	question := c.s.First(survey.Organisation)
	if question < 0 {
		question = c.s.First(survey.BodyCode)
	}
	for _, f := range []struct {
		code     survey.Code
		severity survey.Severity
		question int
		found    []int
	}{
		{survey.IssueNotInRegister, survey.Warning, question, missing},
		{survey.IssueMergedBody, survey.Note, question, merged},
		{survey.IssueCodeAndName, survey.Warning, question, differ},
		{survey.IssueRegisterType, survey.Warning, c.s.First(survey.BodyType), types},
	} {
		if len(f.found) > 0 {
			c.note(f.question, f.found, f.severity, f.code, c.counted(f.found)...)
		}
	}
	c.answeredTwice(question, all, byBody, order)
}

// otherType reports whether a respondent's type is another than the register's,
// both being known words.
func otherType(answered, registered string) bool {
	a, b := frame.ParseName("", answered).Kind, frame.ParseName("", registered).Kind
	return a != "" && b != "" && a != b
}

// answeredTwice reports the bodies of the register with more than one answer
// that have different codes or wordings: those with the same are told elsewhere.
func (c *checker) answeredTwice(question int, all []respondent, byBody map[int][]int, order []int) {
	coded := c.s.First(survey.BodyCode) >= 0
	var groups [][]int
	for _, body := range order {
		group := byBody[body]
		differ := false
		for _, i := range group[1:] {
			a, b := &all[group[0]], &all[i]
			differ = differ || coded && (a.code == "" || !strings.EqualFold(a.code, b.code)) || !coded && !strings.EqualFold(a.name, b.name)
		}
		if differ {
			groups = append(groups, group)
		}
	}
	if groups = sorted(groups); len(groups) > 0 {
		c.note(question, groups[0], survey.Warning, survey.IssueSameBody,
			append([]string{strconv.Itoa(len(groups))}, c.groups(groups)...)...)
	}
}
