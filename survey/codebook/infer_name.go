package codebook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
)

// meanings gives the options of a question their codes and, where the role has
// them, their meanings, plurals and order.
func (d *draft) meanings() {
	switch survey.Role(d.Role) {
	case survey.Adoption:
		d.mean(stageOf)
		slices.SortStableFunc(d.Options, func(a, b Option) int {
			return cmp.Or(last(a)-last(b), stagePlace(a.Means)-stagePlace(b.Means))
		})
	case survey.Owner:
		d.mean(ownerOf)
	case survey.SizeClass:
		d.orderClasses()
	case survey.BodyType:
		d.bodies()
	case survey.Province:
		slices.SortStableFunc(d.Options, func(a, b Option) int {
			return cmp.Or(last(a)-last(b), strings.Compare(key(a.Label), key(b.Label)))
		})
	case survey.Volume:
		d.Unit = unitOf(d.text)
	case survey.NoRole:
		d.orderNumbered()
	}
	d.yesFirst()
	d.codes()
}

// mean fills in the meanings; the first option with a meaning keeps it, as a
// meaning occurs once.
func (d *draft) mean(of func(string) string) {
	seen := map[string]bool{}
	for i := range d.Options {
		o := &d.Options[i]
		if m := of(o.Label); !o.DontKnow && !seen[m] {
			o.Means = m
			seen[m] = true
		}
	}
}

func stagePlace(means string) int {
	if at := slices.Index(survey.Stages(), means); at >= 0 {
		return at
	}
	return len(survey.Stages())
}

// bodies fills in the types of organisation.
func (d *draft) bodies() {
	seen := map[string]bool{}
	for i := range d.Options {
		o := &d.Options[i]
		b, ok := bodyOf(o.Label)
		if !ok || o.DontKnow || seen[b.means] {
			continue
		}
		seen[b.means] = true
		o.Means, o.Plural = b.means, b.plural(o.Label)
		// "Other government body" is a type; only "other, namely" has a text.
		o.Other = o.Other && b.means == "other"
	}
	slices.SortStableFunc(d.Options, func(a, b Option) int { return lastType(a) - lastType(b) })
}

func lastType(o Option) int {
	if o.Means == "other" {
		return 1
	}
	return last(o)
}

// yesFirst puts "yes" before "no" in a choice of the two.
func (d *draft) yesFirst() {
	if d.Kind == survey.Single.String() && d.Role != string(survey.Adoption) {
		slices.SortStableFunc(d.Options, func(a, b Option) int {
			return cmp.Or(last(a)-last(b), denial(a.Label)-denial(b.Label))
		})
	}
}

func denial(label string) int { return one(slices.Contains(noWords(), key(label))) }

// orderNumbered sorts the options of a choice without a role by their numbers
// when all have some: age classes, years.
func (d *draft) orderNumbered() {
	if d.Kind != survey.Single.String() {
		return
	}
	var labels []string
	for _, o := range d.Options {
		if last(o) == 0 {
			labels = append(labels, o.Label)
		}
	}
	places, ok := placesOf(labels)
	if !ok {
		return
	}
	of := make(map[string]float64, len(labels))
	for i, label := range slices.Backward(labels) {
		of[label] = places[i]
	}
	slices.SortStableFunc(d.Options, func(a, b Option) int {
		if last(a) != last(b) || last(a) > 0 {
			return last(a) - last(b)
		}
		return cmp.Compare(of[a.Label], of[b.Label])
	})
}

// unitOf returns the unit that a question about volume names, such as "vragen
// per uur".
func unitOf(text string) string {
	w := wordsOf(text)
	for _, words := range hourWords() {
		at := find(w, words)
		if at < 0 {
			continue
		}
		hour := "per hour"
		if strings.Contains(words, "uur") {
			hour = "per uur"
		}
		before := strings.Fields(w[:at])
		for _, word := range slices.Backward(before) {
			if len(word) > 4 && has(" "+word+" ", "vragen", "gesprekken", "berichten", "chats", "question*", "conversation*", "message*", "contacten", "contacts", "enquir*") {
				return word + " " + hour
			}
		}
		return hour
	}
	return ""
}

// codes gives every option a code that is unique in the question.
func (d *draft) codes() {
	used := map[string]bool{}
	for i := range d.Options {
		o := &d.Options[i]
		code := o.Means
		switch {
		case o.Code != "":
			code = o.Code
		case o.Other:
			code = "other"
		case o.DontKnow && has(wordsOf(o.Label), "weet*", "know*", "wei*"):
			code = "dont-know"
		case d.Role == string(survey.SizeClass):
			code = classCode(o.Label)
		case code == "":
			code = slug(o.Label, 40)
		}
		o.Code = unique(code, "option", used)
	}
}

// classCode returns the code of a size class from its numbers.
func classCode(label string) string {
	n := classNumbers(label)
	switch {
	case len(n) == 0:
		return slug(label, 40)
	case len(n) > 1:
		return strconv.Itoa(n[0]) + "-" + strconv.Itoa(n[1])
	case below(label):
		return "under-" + strconv.Itoa(n[0])
	}
	return "from-" + strconv.Itoa(n[0])
}

// unique returns the code, or the code with a number behind it when it is in
// use; empty codes become the word.
func unique(code, word string, used map[string]bool) string {
	if code == "" {
		code = word
	}
	free := code
	for n := 2; used[free]; n++ {
		free = code + "-" + strconv.Itoa(n)
	}
	used[free] = true
	return free
}

// name gives every question its id: by role and channel where it has a role,
// else from its wording.
func (in *inference) name(drafts []*draft) {
	used := map[string]bool{}
	for _, d := range drafts {
		if id := idOf(d); d.Role != "" {
			d.ID = unique(id, "question", used)
		}
	}
	for _, d := range drafts {
		if d.Role == "" {
			d.ID = unique(slug(shortWording(d.text), 32), "question", used)
		}
	}
}

// idOf returns the id of a question with a role.
func idOf(d *draft) string {
	suffix := map[survey.Role]string{
		survey.Satisfaction: "-satisfaction", survey.Praise: "-praise", survey.Concern: "-concerns",
		survey.Reason: "-reasons", survey.Barrier: "-barriers", survey.Volume: "-volume",
		survey.Association: "-words", survey.Opportunity: "-opportunities",
	}
	role := survey.Role(d.Role)
	switch role {
	case survey.Change:
		return "contact-change"
	case survey.Owner:
		return "webcare-owner"
	}
	if aboutChannel(role) {
		return cmp.Or(d.channel.id, "channel") + suffix[role]
	}
	return d.Role
}

// shortWording leaves the small words out of a question.
func shortWording(text string) string {
	var kept []string
	for w := range strings.FieldsSeq(wordsOf(text)) {
		if !slices.Contains(smallWords(), w) {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return text
	}
	return strings.Join(kept, " ")
}

func smallWords() []string {
	return []string{"de", "het", "een", "van", "uw", "u", "wat", "welke", "hoe", "voor", "met", "en", "bij", "is", "in", "op", "of", "te",
		"om", "aan", "er", "dat", "die", "je", "the", "a", "an", "your", "you", "what", "which", "how", "for", "with", "and", "do",
		"does", "are", "to", "on", "at", "if", "any", "please", "select", "all", "that", "apply", "meerdere", "antwoorden", "mogelijk"}
}
