package command

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"benchmark/analysis/position"
	"benchmark/survey"
	"benchmark/survey/frame"
)

// peerWords are the words for roles in --peers.
func peerWords() []struct {
	word string
	role survey.Role
} {
	return []struct {
		word string
		role survey.Role
	}{
		{"type", survey.BodyType}, {"size", survey.SizeClass}, {"province", survey.Province},
		{"urbanity", survey.Urbanity}, {"shared-service", survey.SharedService},
	}
}

// nearestMark begins a number of nearest organisations.
const nearestMark = "nearest:"

// readPeers reads who the peers are.
func readPeers(in *loaded, flag, spec string) (position.Peers, error) {
	var p position.Peers
	if strings.Contains(spec, ";") {
		return namedPeers(in, flag, spec)
	}
	for part := range strings.SplitSeq(spec, ",") {
		if err := readPeer(in, flag, strings.TrimSpace(part), &p); err != nil {
			return p, err
		}
	}
	return p, nil
}

func readPeer(in *loaded, flag, part string, p *position.Peers) error {
	word, level, having := strings.Cut(part, "=")
	if number, ok := strings.CutPrefix(part, nearestMark); ok {
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 {
			return usagef("%s %s: %q is no whole number above 0", flag, part, number)
		}
		p.Nearest = n
		return nil
	}
	at := slices.IndexFunc(peerWords(), func(w struct {
		word string
		role survey.Role
	}) bool {
		return w.word == strings.ToLower(word) || string(w.role) == strings.ToLower(word)
	})
	if at < 0 {
		var words []string
		for _, w := range peerWords() {
			words = append(words, w.word)
		}
		return usagef("%s %s: unknown kind of peers%s; use %s, %sN, or names with \";\" between them",
			flag, part, didYouMean("", nearest(word, words)), strings.Join(words, ", "), nearestMark)
	}
	role := peerWords()[at].role
	if !having {
		p.Same = append(p.Same, role)
		return nil
	}
	code, err := levelOf(in.survey, flag, part, role, level)
	if err == nil {
		p.Having = append(p.Having, position.Having{Role: role, Level: code})
	}
	return err
}

// levelOf returns the code of an option that is named by code or wording.
func levelOf(s *survey.Survey, flag, part string, role survey.Role, level string) (string, error) {
	var known []string
	for _, q := range s.WithRole(role) {
		for _, o := range s.Questions[q].Options {
			if strings.EqualFold(o.Code, level) || strings.EqualFold(o.Title(), level) {
				return o.Code, nil
			}
			known = append(known, o.Code)
		}
	}
	if len(known) == 0 {
		return "", usagef("%s %s: the survey has no question that tells the %s", flag, part, role)
	}
	return "", usagef("%s %s: there is no such answer%s; there are %s", flag, part, didYouMean("", nearest(level, known)), strings.Join(known, ", "))
}

// namedPeers finds the organisations that are named one by one.
func namedPeers(in *loaded, flag, spec string) (position.Peers, error) {
	var p position.Peers
	for name := range strings.SplitSeq(spec, ";") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		i, err := findOrganisation(in, name)
		if err != nil {
			return p, fmt.Errorf("%s: %w", flag, err)
		}
		p.Named = append(p.Named, i)
	}
	if len(p.Named) == 0 {
		return p, usagef("%s: it names nobody", flag)
	}
	return p, nil
}

// rowMark begins the number of a row of the file.
const rowMark = "row:"

// findOrganisation returns the respondent with a name or code, written as people
// write names; the only respondent when nothing is asked for.
func findOrganisation(in *loaded, name string) (int, error) {
	if name == "" {
		if in.survey.Respondents == 1 {
			return 0, nil
		}
		return 0, usagef("the file has %d respondents: name one with --organisation", in.survey.Respondents)
	}
	if number, ok := strings.CutPrefix(name, rowMark); ok {
		row, err := strconv.Atoi(number)
		if i := in.survey.Rows.Find(row); err == nil && i >= 0 {
			return i, nil
		}
		return 0, usagef("--organisation %s: no respondent stands in that row of the file", name)
	}
	if in.roster.All == nil {
		return 0, errors.New("finding the organisation: the survey does not tell who answered; " +
			"give a question the role organisation in a codebook, or name a row (row:12)")
	}
	found := matching(in, name)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		var names []string
		for i := range in.roster.All {
			if n := in.roster.All[i].Name; n != "" {
				names = append(names, n)
			}
		}
		return 0, usagef("no organisation called %q has answered%s", name, didYouMean("", suggested(name, names)))
	}
	var which []string
	for _, i := range found {
		which = append(which, fmt.Sprintf("%s (%s%d)", organisationName(in, i), rowMark, in.survey.Rows.At(i)))
	}
	return 0, usagef("%q fits %d organisations: %s; name one in full or by its row", name, len(found), strings.Join(which, ", "))
}

// suggested compares names with and without the words for the type of
// organisation.
func suggested(name string, names []string) []string {
	core := frame.ParseName(name, "").Core
	var cores []string
	full := make(map[string]string)
	for _, n := range names {
		c := frame.ParseName(n, "").Core
		cores, full[c] = append(cores, c), n
	}
	var found []string
	for _, c := range nearest(core, cores) {
		found = append(found, full[c])
	}
	for _, n := range nearest(name, names) {
		if len(found) < suggestions && !slices.Contains(found, n) {
			found = append(found, n)
		}
	}
	return found
}

// matching returns the respondents that a name or code fits best: by code or
// name as it stands, then as names are compared, then but for a slip of the pen.
func matching(in *loaded, name string) []int {
	all := in.roster.All
	var found []int
	for i := range all {
		if strings.EqualFold(all[i].Code, name) || strings.EqualFold(all[i].Name, strings.TrimSpace(name)) {
			found = append(found, i)
		}
	}
	if len(found) > 0 {
		return found
	}
	index := frame.NewNameIndex()
	for i := range all {
		index.Add(all[i].Parsed)
	}
	parsed := frame.ParseName(name, "")
	if found = index.Same(parsed); len(found) > 0 {
		return found
	}
	return index.Near(parsed)
}

// organisationName returns what respondent i is called: its name, its code, or
// its row.
func organisationName(in *loaded, i int) string {
	if in.roster.All != nil {
		if n := cmp.Or(in.roster.All[i].Name, in.roster.All[i].Code); n != "" {
			return n
		}
	}
	if in.survey.Rows.Len() == 0 {
		return strconv.Itoa(i + 1)
	}
	return fmt.Sprintf("%s%d", rowMark, in.survey.Rows.At(i))
}
