package codebook

import (
	"fmt"
	"slices"

	"benchmark/survey"
)

// options checks the options of a closed question.
func (c *checker) options(path string, q *Question) {
	codes, labels, scores := map[string]bool{}, map[string]bool{}, map[int]bool{}
	scored := 0
	for i, o := range q.Options {
		at := fmt.Sprintf("%s.options.%d", path, i)
		switch {
		case o.Code == "":
			c.broken(at, "the option has no code")
		case codes[o.Code]:
			c.broken(at+".code", "the option code %q occurs twice in question %q", o.Code, q.ID)
		}
		codes[o.Code] = true
		switch {
		case o.Label == "":
			c.broken(at, "option %q has no label: give the wording as it stands in the file", o.Code)
		case labels[key(o.Label)]:
			c.broken(at+".label", "the label %q occurs twice in question %q", o.Label, q.ID)
		}
		labels[key(o.Label)] = true
		switch {
		case o.Score == 0:
			continue
		case o.Score < 0:
			c.broken(at+".score", "a score counts from 1 = lowest; leave it out for an option off the scale")
		case kindOf(q.Kind) != survey.Scale:
			c.broken(at+".score", "score belongs to the options of a scale, and question %q is of kind %s", q.ID, q.Kind)
		case scores[o.Score]:
			c.broken(at+".score", "the score %d occurs twice in question %q", o.Score, q.ID)
		}
		scores[o.Score] = true
		scored++
	}
	if kindOf(q.Kind) == survey.Scale && len(q.Options) > 0 && scored < 2 {
		c.broken(path+".options", "a scale needs a score on at least two options, 1 = lowest")
	}
}

// role checks that the kind of a question suits its role, and the meanings of
// its options.
func (c *checker) role(path string, q *Question, once map[survey.Role]string) {
	role := survey.Role(q.Role)
	fits := kindsOf(role)
	if kind := kindOf(q.Kind); kind != 0 && len(fits) > 0 && !slices.Contains(fits, kind) {
		c.broken(path+".role", "role %s belongs to a question of kind %s, not %s", q.Role, fits[0], q.Kind)
	}
	if aboutRespondent(role) {
		if other, twice := once[role]; twice {
			c.broken(path+".role", "question %q has role %s already", other, q.Role)
		}
		once[role] = q.ID
	}
	known := meaningsOf(role)
	seen := map[string]bool{}
	for i, o := range q.Options {
		at := fmt.Sprintf("%s.options.%d.means", path, i)
		switch {
		case o.Means == "":
			continue
		case role == survey.BodyType:
			if !isID(o.Means) {
				c.broken(at, "a meaning has letters, digits, hyphens and underscores only, not %q", o.Means)
			}
		case len(known) == 0:
			c.broken(at, "the options of a question %s have no meanings: take means out", withRole(role))
		case c.oneOf(at, o.Means, known) && seen[o.Means] && role != survey.SizeClass:
			c.broken(at, "two options of question %q mean %s", q.ID, o.Means)
		}
		seen[o.Means] = true
	}
}

func withRole(r survey.Role) string {
	if r == survey.NoRole {
		return "without a role"
	}
	return "with role " + string(r)
}

// kinds are the codebook's words for the kinds of question.
func kindWords() []string {
	var words []string
	for k := survey.Single; k <= survey.Name; k++ {
		words = append(words, k.String())
	}
	return words
}

// kindOf returns the kind that a codebook's word stands for, or 0.
func kindOf(word string) survey.Kind {
	for k := survey.Single; k <= survey.Name; k++ {
		if k.String() == word {
			return k
		}
	}
	return 0
}

func roles() []survey.Role {
	return []survey.Role{
		survey.Organisation, survey.BodyCode, survey.BodyType, survey.SizeClass, survey.Province,
		survey.Inhabitants, survey.Urbanity, survey.SharedService, survey.Weight, survey.Presence, survey.Adoption, survey.Satisfaction,
		survey.Praise, survey.Concern, survey.Reason, survey.Barrier, survey.Volume, survey.Change,
		survey.Owner, survey.Association, survey.Opportunity,
	}
}

func roleWords() []string {
	all := roles()
	words := make([]string, len(all))
	for i, r := range all {
		words[i] = string(r)
	}
	return words
}

// aboutRespondent reports whether a role can occur once only.
func aboutRespondent(r survey.Role) bool {
	at := slices.Index(roles(), r)
	return at >= 0 && at <= slices.Index(roles(), survey.Weight)
}

// kindsOf returns the kinds that a question with the role can have, the usual
// one first.
func kindsOf(r survey.Role) []survey.Kind {
	switch r {
	case survey.Organisation, survey.BodyCode:
		return []survey.Kind{survey.Name}
	case survey.BodyType, survey.SizeClass, survey.Adoption, survey.Owner:
		return []survey.Kind{survey.Single}
	case survey.Province, survey.Urbanity, survey.SharedService:
		return []survey.Kind{survey.Single, survey.Name}
	case survey.Inhabitants, survey.Weight, survey.Volume:
		return []survey.Kind{survey.Number}
	case survey.Presence:
		return []survey.Kind{survey.Multiple}
	case survey.Praise, survey.Concern, survey.Reason, survey.Barrier:
		return []survey.Kind{survey.Multiple, survey.Single}
	case survey.Satisfaction, survey.Change:
		return []survey.Kind{survey.Scale}
	case survey.Association, survey.Opportunity:
		return []survey.Kind{survey.Open}
	}
	return nil
}

// meaningsOf returns the meanings that the options of a question with the role
// can have; for organisation types any word will do.
func meaningsOf(r survey.Role) []string {
	switch r {
	case survey.Adoption:
		return survey.Stages()
	case survey.Owner:
		return []string{survey.Communication, survey.ContactCentre, survey.Mixed}
	case survey.SizeClass:
		return []string{survey.Large}
	}
	return nil
}
