package quality

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"benchmark/survey"
	"benchmark/survey/frame"
	"benchmark/survey/register"
)

// bodies reports what is wrong with who answered.
func (c *checker) bodies(r *register.Roster) {
	if r.All == nil {
		return
	}
	c.similar(r)
	if r.Register != nil {
		c.registered(r)
	}
}

// similar reports respondents with nearly the same name. Those with the same
// code, or without codes the very same name, are a duplicate of another kind;
// bodies of different codes, types or bodies of the register are not the same.
func (c *checker) similar(roster *register.Roster) {
	all := roster.All
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
		if r.Parsed.Core == "" {
			continue
		}
		wording := strings.ToLower(strings.Join(strings.Fields(r.Name), " "))
		if plain[wording+"\x00"+r.Kind] && !roster.Coded {
			continue // told as a duplicate already
		}
		plain[wording+"\x00"+r.Kind] = true
		var others []int
		if !seen[r.Parsed] {
			others = index.Near(r.Parsed)
		}
		others = append(others, firstFew(index.Same(r.Parsed))...)
		for _, o := range others {
			if c.alike(r, &all[owners[o]]) {
				groups.join(owners[o], i)
			}
		}
		seen[r.Parsed] = true
		index.Add(r.Parsed)
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
func (c *checker) alike(a, b *register.Respondent) bool {
	if a.Code != "" && b.Code != "" {
		return false // equal codes are told elsewhere, others are other bodies
	}
	if a.Match.Body >= 0 && b.Match.Body >= 0 {
		return false // the register settles it
	}
	return a.Kind == "" || b.Kind == "" || a.Kind == b.Kind
}

// registered reports what the register knows better.
func (c *checker) registered(r *register.Roster) {
	var missing, differ, types []int
	gone := make([][]int, len(fates()))
	byBody := make(map[int][]int)
	var order []int
	for i := range r.All {
		a := &r.All[i]
		switch {
		case !a.Known():
			continue
		case a.Match.Body < 0 && slices.Contains(fates(), a.Match.Fate):
			why := slices.Index(fates(), a.Match.Fate)
			gone[why] = append(gone[why], i)
			continue
		case a.Match.Body < 0:
			missing = append(missing, i)
			continue
		}
		if a.Match.Differs {
			differ = append(differ, i)
		}
		if !a.Match.Merged && otherType(a.Kind, r.Register.Bodies[a.Match.Body].Type) {
			types = append(types, i)
		}
		if byBody[a.Match.Body] == nil {
			order = append(order, a.Match.Body)
		}
		byBody[a.Match.Body] = append(byBody[a.Match.Body], i)
	}
	question := c.s.First(survey.Organisation)
	if question < 0 {
		question = c.s.First(survey.BodyCode)
	}
	c.respondents(question, missing, survey.IssueNotInRegister)
	c.merged(question, r)
	for why, found := range gone {
		c.respondents(question, found, survey.IssueNotRemapped, fateWords()[why])
	}
	c.respondents(question, differ, survey.IssueCodeAndName)
	c.respondents(c.s.First(survey.BodyType), types, survey.IssueRegisterType)
	c.answeredTwice(question, r, byBody, order)
}

// respondents warns of respondents with something in common, where there are any.
func (c *checker) respondents(question int, found []int, code survey.Code, args ...string) {
	if len(found) > 0 {
		c.note(question, found, survey.Warning, code, append(args, c.counted(found)...)...)
	}
}

// fates are the reasons for which no body stands for the one that a respondent
// named, and fateWords the words for them in an issue.
func fates() []frame.Fate { return []frame.Fate{frame.Several, frame.Ended, frame.NotYet} }
func fateWords() []string { return []string{"several", "ended", "not-yet"} }

// merged reports the respondents of bodies that did not exist on the day, with
// the names that the register has for those and for what stands for them. It is
// a Doubt where the name only looks like that of such a body.
func (c *checker) merged(question int, r *register.Roster) {
	var sure, doubtful []int
	for i := range r.All {
		switch m := &r.All[i].Match; {
		case m.Body < 0 || !m.Merged:
		case m.Found == frame.ByLikeness:
			doubtful = append(doubtful, i)
		default:
			sure = append(sure, i)
		}
	}
	if len(sure) > 0 {
		c.note(question, sure, survey.Note, survey.IssueMergedBody, c.pairs(r, sure)...)
	}
	if len(doubtful) > 0 {
		m := &r.All[doubtful[0]].Match
		fix := fmt.Sprintf("from_register: bodies: {%q: %q}", "name in row "+c.rows(doubtful)[0], r.Register.Bodies[m.Given].Code)
		c.note(question, doubtful, survey.Doubt, survey.IssueMergedBody, c.pairs(r, doubtful)...).Fix = fix
	}
}

// pairs returns how many respondents were re-mapped, the day, and the first few
// pairs of old and new name in the register, each with its number.
func (c *checker) pairs(r *register.Roster, found []int) []string {
	count := make(map[[2]int]int)
	var order [][2]int
	for _, i := range found {
		pair := [2]int{r.All[i].Match.Given, r.All[i].Match.Body}
		if count[pair]++; count[pair] == 1 {
			order = append(order, pair)
		}
	}
	day := ""
	if !r.At.IsZero() {
		day = r.At.Format(time.DateOnly)
	}
	args := []string{strconv.Itoa(len(found)), day}
	for _, pair := range order[:min(len(order), examples)] {
		args = append(args, r.Register.Bodies[pair[0]].Name, r.Register.Bodies[pair[1]].Name, strconv.Itoa(count[pair]))
	}
	return args
}

// otherType reports whether a respondent's type is another than the register's,
// both being known words.
func otherType(answered, registered string) bool {
	a, b := frame.ParseName("", answered).Kind, frame.ParseName("", registered).Kind
	return a != "" && b != "" && a != b
}

// answeredTwice reports the bodies of the register with more than one answer
// that have different codes or wordings: those with the same are told elsewhere.
// Where bodies became one, each with an answer of its own, it is a Doubt which of
// them counts, unless the codebook settles it.
func (c *checker) answeredTwice(question int, r *register.Roster, byBody map[int][]int, order []int) {
	var groups [][]int
	severity := survey.Warning
	for _, body := range order {
		group := byBody[body]
		differ := false
		for _, i := range group[1:] {
			a, b := &r.All[group[0]], &r.All[i]
			if a.Match.Given != b.Match.Given {
				severity = survey.Doubt
			}
			differ = differ || r.Coded && (a.Code == "" || !strings.EqualFold(a.Code, b.Code)) || !r.Coded && !strings.EqualFold(a.Name, b.Name)
		}
		if differ {
			groups = append(groups, group)
		}
	}
	if groups = sorted(groups); len(groups) == 0 {
		return
	}
	if r.Several {
		severity = survey.Note
	}
	issue := c.note(question, groups[0], severity, survey.IssueSameBody,
		append([]string{strconv.Itoa(len(groups))}, c.groups(groups)...)...)
	if severity == survey.Doubt {
		issue.Fix = "from_register: several: keep-last # or keep-all"
	}
}
