package codebook

import (
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
)

// hintOf tells the role of a question of one column by its wording where that
// decides the kind as well; the cells must not contradict it.
func hintOf(d *draft) survey.Role {
	if d.profile.filled == 0 {
		return survey.NoRole
	}
	for _, of := range []func(*draft) survey.Role{numberHint, nameHint, textHint} {
		if role := of(d); role != survey.NoRole {
			return role
		}
	}
	return survey.NoRole
}

// numberHint tells the roles of numbers.
func numberHint(d *draft) survey.Role {
	p := &d.profile
	switch {
	case p.column.Entry == export.EntryChosen:
	case has(d.words, weightWords()...) && p.numeric() >= 0.9:
		return survey.Weight
	case has(d.words, hourWords()...) && p.numeric() >= 0.6:
		return survey.Volume
	case has(d.words, "inwoner*", "inhabitant*", "population", "resident*", "bevolking*") && p.numeric() >= 0.8 && p.share(big) > 0.5:
		return survey.Inhabitants
	}
	return survey.NoRole
}

// nameHint tells the roles of names and codes, which differ between most
// respondents, and of the province.
func nameHint(d *draft) survey.Role {
	w, p := d.words, &d.profile
	if has(w, provinceWords()...) && !has(w, kindWordsOfBody()...) && len(p.values) <= 60 && p.numeric() < 0.5 {
		return survey.Province
	}
	if p.filled >= 5 && 10*p.size() <= 3*p.filled {
		return survey.NoRole
	}
	body := has(w, organisationWords()...)
	code := has(w, "code", "cbs code", "nis code", "oin", "gemeentecode", "organisatiecode", "nis", "refnis", "kbo*")
	name := has(w, "naam", "namen", "name", "names", "called", "heet")
	works := has(w, "welke", "which", "what") && has(w, "werk*", "work*", "vertegenwoordig*", "represent*", "namens", "behalf", "employed")
	switch {
	case (code && body || codeHeading(d.text)) && p.mean() < 25:
		return survey.BodyCode
	case name && body && !has(w, kindWordsOfBody()...), nameHeading(d.text), body && works && p.name():
		return survey.Organisation
	}
	return survey.NoRole
}

// textHint tells the roles of open questions about a channel.
func textHint(d *draft) survey.Role {
	p := &d.profile
	if len(p.values) <= 8 && p.filled >= 10 || !d.named() || p.rating() || p.numeric() >= 0.5 {
		return survey.NoRole
	}
	switch {
	case has(d.words, associationWords()...):
		return survey.Association
	case has(d.words, opportunityWords()...) && p.open():
		return survey.Opportunity
	}
	return survey.NoRole
}

func big(v value) bool {
	s, ok := shapeOf(v.cell.Text)
	return ok && len(strings.Join(s.parts, "")) >= 4
}

// rating reports whether the cells are points of a known scale.
func (p *profile) rating() bool {
	if len(p.values) > 15 {
		return false
	}
	labels := slices.DeleteFunc(p.labels(), dontKnow)
	_, _, ok := scaleOf(labels)
	return ok
}

// named reports whether the wording names a channel that is known.
func (d *draft) named() bool {
	_, ok := channelIn(d.text, nil)
	return ok
}

func codeHeading(text string) bool {
	switch compact(text) {
	case "code", "gemeentecode", "organisatiecode", "organisationcode", "organizationcode", "cbscode", "niscode", "bodycode", "oin":
		return true
	}
	return false
}

func nameHeading(text string) bool {
	switch compact(text) {
	case "organisatie", "organisatienaam", "naamorganisatie", "organisation", "organization", "organisationname",
		"organizationname", "gemeente", "gemeentenaam", "municipality", "nameoforganisation", "nameoforganization", "instelling":
		return true
	}
	return false
}

// assign gives every question its role and its channel.
func (in *inference) assign(drafts []*draft) {
	var extra []channel
	for _, d := range drafts {
		if d.Role != string(survey.Adoption) {
			continue
		}
		c, ok := channelIn(d.text, nil)
		if !ok {
			if c, ok = newChannel(d.text); ok {
				extra = append(extra, c)
			}
		}
		if d.channel = c; !ok {
			d.Role = ""
		}
	}
	about := in.aboutness(drafts, extra)
	for _, d := range drafts {
		if d.Role == "" {
			d.Role = string(roleOf(d))
		}
		about.settle(d)
	}
	unheadedPresence(in.file, drafts)
	in.once(drafts)
	for _, d := range drafts {
		d.Channel = d.channel.name
		if d.Channel != "" && !aboutChannel(survey.Role(d.Role)) {
			d.Channel = ""
		}
		d.meanings()
	}
}

// aboutChannel reports whether a question with the role is about one channel.
func aboutChannel(r survey.Role) bool {
	switch r {
	case survey.Adoption, survey.Satisfaction, survey.Praise, survey.Concern, survey.Reason, survey.Barrier,
		survey.Volume, survey.Association, survey.Opportunity:
		return true
	}
	return false
}

// once takes a role that can occur once away from every question but the first.
func (in *inference) once(drafts []*draft) {
	seen := map[string]bool{}
	for _, d := range drafts {
		if d.Role != "" && aboutRespondent(survey.Role(d.Role)) {
			if seen[d.Role] {
				d.Role = ""
				continue
			}
			seen[d.Role] = true
		}
	}
}

// roleOf tells the role of a question by its wording, kind and options.
func roleOf(d *draft) survey.Role {
	w := d.words
	satisfied := has(w, satisfactionWords()...)
	switch kindOf(d.Kind) {
	case survey.Single:
		switch {
		case d.types():
			return survey.BodyType
		case d.classes():
			return survey.SizeClass
		case d.owners():
			return survey.Owner
		case has(w, concernWords()...) && !has(w, barrierWords()...):
			return survey.Concern
		case has(w, barrierWords()...) || has(w, whyWords()...):
			return selection(d, satisfied)
		case satisfied && d.named() && len(d.Options) > 2:
			d.doubt(survey.Warning, survey.IssueScaleOrderUnknown)
		}
	case survey.Multiple:
		if d.media() {
			return survey.Presence
		}
		return selection(d, satisfied)
	case survey.Scale:
		switch {
		case d.family == changeScale && has(w, contactWords()...):
			return survey.Change
		case d.family == satisfactionScale, satisfied && d.family != frequencyScale && d.family != agreementScale && d.family != placeScale,
			d.family == numberedScale && d.endsIn(satisfactionWords()):
			return survey.Satisfaction
		}
	case survey.Open:
		switch {
		case has(w, associationWords()...):
			return survey.Association
		case has(w, opportunityWords()...):
			return survey.Opportunity
		}
	}
	return survey.NoRole
}

// endsIn reports whether an option's wording has one of the words.
func (d *draft) endsIn(words []string) bool {
	return slices.ContainsFunc(d.Options, func(o Option) bool { return has(wordsOf(o.Label), words...) })
}

// selection tells the role of a question that asks to select reasons.
func selection(d *draft, satisfied bool) survey.Role {
	w := d.words
	why, deny := has(w, whyWords()...), has(w, denyWords()...)
	switch {
	case satisfied && (deny || has(w, "ontevreden*", "dissatisf*", "unhappy")):
		return survey.NoRole
	case satisfied:
		return survey.Praise
	case has(w, barrierWords()...):
		return survey.Barrier
	case has(w, concernWords()...):
		return survey.Concern
	case why && deny:
		return survey.Barrier
	case why, has(w, reasonWords()...):
		return survey.Reason
	}
	return survey.NoRole
}

// types reports whether a single choice asks for the type of organisation: its
// options are types, or its wording asks for one and some are.
func (d *draft) types() bool {
	about := has(d.words, append(organisationWords(), "werk*", "work*", "sector", "type", "soort")...)
	if !about || len(d.Options) > mostClasses {
		return false
	}
	known := map[string]bool{}
	fit := 0
	for _, o := range d.Options {
		if b, ok := bodyOf(o.Label); ok {
			fit++
			if b.means != "other" {
				known[b.means] = true
			}
		}
	}
	asked := has(d.words, kindWordsOfBody()...) && has(d.words, organisationWords()...)
	return asked && (len(known) >= 1 || fit == 0 && len(d.Options) >= 2 && len(d.Options) <= 20) ||
		len(known) >= 2 && 2*fit >= len(d.Options)
}

// mostClasses is how many options a question for the size class or the type of
// organisation has at most: one with more lists the sizes or the names themselves.
const mostClasses = 100

// classes reports whether a single choice asks for the size class.
func (d *draft) classes() bool {
	asked := has(d.words, inhabitantWords()...) || has(d.words, sizeWords()...) && has(d.words, organisationWords()...)
	if !asked || len(d.Options) < 2 || len(d.Options) > mostClasses {
		return false
	}
	numbers := 0
	for _, o := range d.Options {
		if len(classNumbers(o.Label)) > 0 {
			numbers++
		}
	}
	return numbers >= 2 && 3*numbers >= 2*len(d.Options)
}

func (d *draft) owners() bool {
	if !has(d.words, ownerWords()...) {
		return false
	}
	known := map[string]bool{}
	for _, o := range d.Options {
		if m := ownerOf(o.Label); m != "" {
			known[m] = true
		}
	}
	return len(known) >= 2
}
