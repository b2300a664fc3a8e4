package locale

import (
	"strconv"
	"strings"
)

// Own says what the organisation answered: yes or no to what a topic asks.
func (w PositionWords) Own(topic, channel, label string, yes bool) string {
	channel = inSentence(channel)
	choose := func(nlYes, nlNo, enYes, enNo string) string {
		if yes {
			return w.l.pick(nlYes, enYes)
		}
		return w.l.pick(nlNo, enNo)
	}
	switch topic {
	case "channels":
		return choose("U gebruikt "+channel+".", "U gebruikt "+channel+" niet.", "You use "+channel+".", "You do not use "+channel+".")
	case "adoption":
		return choose("U begint zeker of zeer waarschijnlijk met "+channel+".", "U heeft geen vaste plannen voor "+channel+".",
			"You surely or very likely start with "+channel+".", "You have no firm plans for "+channel+".")
	case "satisfaction":
		return choose("U bent tevreden over "+channel+".", "U bent niet tevreden over "+channel+".",
			"You are satisfied with "+channel+".", "You are not satisfied with "+channel+".")
	case "barriers":
		what := w.quoted(label)
		return choose("U noemt "+what+" als belemmering voor "+channel+".", "U noemt "+what+" niet als belemmering voor "+channel+".",
			"You name "+what+" as a barrier to "+channel+".", "You do not name "+what+" as a barrier to "+channel+".")
	case "change":
		return choose("Uw klantcontact nam toe.", "Uw klantcontact nam niet toe.", "Your customer contact rose.", "Your customer contact did not rise.")
	case "ownership":
		return choose("Bij u doet het KCC de webcare.", "Bij u doet het KCC de webcare niet alleen.",
			"Your contact centre does webcare.", "Your contact centre does not do webcare alone.")
	}
	return label + ": " + choose("ja", "nee", "yes", "no") + "."
}

// Chose says which option the organisation chose for a topic, where yes or no would
// say too much: neutral is not dissatisfied.
func (w PositionWords) Chose(topic, channel, option string) string {
	channel, option = inSentence(channel), w.quoted(option)
	switch topic {
	case "satisfaction":
		return w.l.pick("Over "+channel+" antwoordde u "+option+".", "On "+channel+" you answered "+option+".")
	case "ownership":
		return w.l.pick("Op de vraag wie de webcare doet, antwoordde u "+option+".", "Asked who does webcare you answered "+option+".")
	}
	return ""
}

// Tries says that the organisation has a pilot with a channel.
func (w PositionWords) Tries(channel string) string {
	channel = inSentence(channel)
	return w.l.pick("U doet een proef met "+channel+".", "You have a pilot with "+channel+".")
}

// Others says for what part of a group the same holds: "Van de 30 andere gemeenten
// die dit invulden, geldt dat voor 48% (marge 33–64%)."
func (w PositionWords) Others(topic string, yes bool, n int, group, percent, interval string) string {
	margin := ""
	if interval != "" {
		margin = w.l.pick(" (marge ", " (margin ") + interval + ")"
	}
	of := w.answered(n, group)
	if yes {
		return w.l.pick("Van "+of+", geldt dat voor "+percent+margin+".", "Of "+of+", the same holds for "+percent+margin+".")
	}
	nl, en := "is dat bij "+percent+margin+" wel zo.", "it does hold for "+percent+margin+"."
	switch topic {
	case "channels":
		nl, en = "gebruikt "+percent+" dit wel"+margin+".", percent+" do use it"+margin+"."
	case "adoption":
		nl, en = "heeft "+percent+" die wel"+margin+".", percent+" do have them"+margin+"."
	case "satisfaction":
		nl, en = "is "+percent+" tevreden of zeer tevreden"+margin+".", percent+" are satisfied or very satisfied"+margin+"."
	case "barriers":
		nl, en = "noemt "+percent+" dit wel"+margin+".", percent+" do name it"+margin+"."
	case "ownership":
		nl, en = "doet bij "+percent+" het KCC de webcare alleen"+margin+".", "the contact centre alone does it for "+percent+margin+"."
	}
	return w.l.pick("Van "+of+", "+nl, "Of "+of+", "+en)
}

// answered names the part of a group that answered: "de 30 andere gemeenten die dit
// invulden".
func (w PositionWords) answered(n int, group string) string {
	if n == 1 {
		return w.l.pick("de ene uit de groep "+group+" die dit invulde", "the one of "+group+" that answered this")
	}
	return w.l.pick("de "+w.l.Integer(n)+" "+group+" die dit invulden", "the "+w.l.Integer(n)+" "+group+" that answered this")
}

// OwnAmount says what number the organisation gave, beside the median and the
// rank among a group; an empty rank is left out.
func (w PositionWords) OwnAmount(number, unit, channel string, n int, group, median, rank, interval string) string {
	by := ""
	if channel != "" {
		by = w.l.pick(" via ", " by ") + inSentence(channel)
	}
	s := w.l.pick("U krijgt"+by+" "+number+" "+unit+". Van "+w.answered(n, group)+", krijgt de helft er "+median+" of minder (de mediaan).",
		"You get "+number+" "+unit+by+". Of "+w.answered(n, group)+", half get "+median+" or fewer (the median).")
	if rank == "" {
		return s
	}
	switch rank {
	case w.l.Percent(0, 0):
		return s + " " + w.l.pick("Niemand van hen krijgt er minder dan u (marge "+interval+").", "None of them get fewer than you (margin "+interval+").")
	case w.l.Percent(1, 0):
		return s + " " + w.l.pick("Allemaal krijgen ze er minder dan u (marge "+interval+").", "All of them get fewer than you (margin "+interval+").")
	}
	return s + " " + w.l.pick("Van hen krijgt "+rank+" er minder dan u (marge "+interval+"; wie evenveel krijgt, telt voor de helft mee).",
		"Of them, "+rank+" get fewer than you (margin "+interval+"; who get as many count for half).")
}

// RankNote says which part of a group has a lower number, or chose a lower place on a
// scale, than the organisation, of which own is the answer.
func (w PositionWords) RankNote(subject, own string, scale bool, n int, group, rank, interval string) string {
	half := w.l.pick(" Wie hetzelfde antwoordde, telt voor de helft mee.", " Who answered the same count for half.")
	switch rank {
	case w.l.Percent(0, 0):
		rank, half = w.l.pick("niemand", "none"), ""
	case w.l.Percent(1, 0):
		rank, half = w.l.pick("iedereen", "all"), ""
	}
	of := w.answered(n, group)
	if scale {
		return w.l.pick(subject+": u antwoordde "+w.quoted(own)+". Van "+of+", koos "+rank+" een lager antwoord (marge "+interval+").",
			subject+": you answered "+w.quoted(own)+". Of "+of+", "+rank+" chose a lower answer (margin "+interval+").") + half
	}
	return w.l.pick(subject+": u heeft er "+own+". Van "+of+", heeft "+rank+" er minder (marge "+interval+").",
		subject+": you have "+own+". Of "+of+", "+rank+" have fewer (margin "+interval+").") + half
}

// Count says on how many of the subjects that it answered the organisation is apart
// from, with, and not to be told from its group.
func (w PositionWords) Count(apart, with, undecided int) string {
	i := w.l.Integer
	all := apart + with + undecided
	if all == 0 {
		return w.l.pick("Bij wat u invulde, mogen we geen cijfers van anderen laten zien.", "On what you answered no figures of others may be shown.")
	}
	var nl, en []string
	if apart > 0 {
		nl, en = append(nl, "op "+i(apart)+" iets anders dan de meeste anderen"), append(en, "differ from most others on "+i(apart))
	}
	if with > 0 {
		same := "op " + i(with) + " hetzelfde"
		if apart == 0 {
			same += " als de meeste anderen"
		}
		nl, en = append(nl, same), append(en, "are like most on "+i(with))
	}
	many := w.l.pick("Van de "+i(all)+" onderwerpen die u invulde", "Of the "+i(all)+" subjects that you answered")
	if all == 1 {
		many = w.l.pick("Van het ene onderwerp dat u invulde", "Of the one subject that you answered")
	}
	rest := ""
	if undecided > 0 {
		rest = w.l.pick("Bij "+i(undecided)+" is dat niet te zeggen: er zijn te weinig antwoorden, of de anderen zijn te verdeeld.",
			"On "+i(undecided)+" it can't be told: there are too few answers, or the others are too divided.")
	}
	if len(nl) == 0 {
		return w.l.pick("U vulde "+w.l.count(strconv.Itoa(all), "onderwerp", "onderwerpen")+" in. ",
			"You answered "+w.l.count(strconv.Itoa(all), "subject", "subjects")+". ") + rest
	}
	said := w.l.pick(many+", doet u "+w.l.List(nl)+".", many+", you "+w.l.List(en)+".")
	return strings.TrimSpace(said + " " + rest)
}

// NothingAnswered says that the organisation answered nothing that is compared.
func (w PositionWords) NothingAnswered() string {
	return w.l.pick("U vulde niets in waarop we u kunnen vergelijken. Dit rapport laat alleen zien wat anderen antwoordden.",
		"You answered nothing on which you can be compared. This report only shows what others answered.")
}

// FewAnswered says that the organisation left much open.
func (w PositionWords) FewAnswered(given, asked int) string {
	return w.l.pick("U vulde "+w.l.Integer(given)+" van de "+w.l.Integer(asked)+" onderwerpen in. Over de rest kan dit rapport niets van u zeggen.",
		"You answered "+w.l.Integer(given)+" of "+w.l.Integer(asked)+" subjects. Of the rest this report can say nothing about you.")
}

// Shared marks a concern that most others have too.
func (w PositionWords) Shared() string {
	return w.l.pick("Dat delen de meeste anderen met u.", "Most others share that with you.")
}

// MovesLead says whom the sentences of the section are about.
func (w PositionWords) MovesLead() string {
	return w.l.pick("Dit antwoordden anderen die een kanaal gebruiken dat u niet gebruikt.", "This is what others answered that use a channel that you do not use.")
}

// MoveUsers says how many of a group use a channel that the reader does not.
func (w PositionWords) MoveUsers(n int, group, channel string) string {
	channel = inSentence(channel)
	return w.l.pick(w.l.Integer(n)+" "+group+" gebruiken "+channel+" al.", w.l.Integer(n)+" "+group+" use "+channel+" already.")
}

// Part says for what part of those it was just about something holds: a percentage
// with its base (then percentage is true), or of fewer than ten so many of them.
func (w PositionWords) Part(count, n int, percent string) (part string, percentage bool) {
	if n < fewToCount {
		return w.l.Integer(count) + w.l.pick(" van de ", " of the ") + w.l.Integer(n), false
	}
	return percent + w.l.pick(" van hen (", " of them (") + w.answers(n) + ")", true
}

// fewToCount is the number of answers under which a percentage says less than a
// count.
const fewToCount = 10

// MoveOwner says in what part the contact centre does webcare.
func (w PositionWords) MoveOwner(part string) string {
	return w.l.pick("Bij "+part+" doet het KCC de webcare alleen.", "For "+part+" the contact centre alone does webcare.")
}

// MoveAlso says what part uses another channel too; one is true for one single
// organisation.
func (w PositionWords) MoveAlso(part, channel string, one, percentage bool) string {
	channel = inSentence(channel)
	nl, en := " gebruiken ook ", " also use "
	if one || percentage {
		nl = " gebruikt ook "
	}
	if one {
		en = " also uses "
	}
	return part + w.l.pick(nl, en) + channel + "."
}

// MoveSatisfied says what part of a group is satisfied, those with a pilot among
// them.
func (w PositionWords) MoveSatisfied(percent, channel string, n int) string {
	channel = inSentence(channel)
	return w.l.pick("Van wie "+channel+" gebruikt of een proef doet, is "+percent+" tevreden of zeer tevreden ("+w.answers(n)+").",
		"Of those that use "+channel+" or have a pilot, "+percent+" are satisfied or very satisfied ("+w.answers(n)+").")
}

// MovePraised says why the satisfied of all organisations are.
func (w PositionWords) MovePraised(reasons []string, n int) string {
	of := w.answered(n, w.l.pick("tevreden organisaties", "satisfied organisations"))
	return w.l.pick("Van alle soorten samen noemen "+of+", vooral: ", "Of all types together, "+of+" name above all: ") + w.l.List(reasons) + "."
}

// MoveVolume says how many contacts there are.
func (w PositionWords) MoveVolume(median, unit string, n int) string {
	return w.l.pick("De helft van hen krijgt "+median+" "+unit+" of minder (de mediaan; "+w.answers(n)+").",
		"Half of them get "+median+" "+unit+" or fewer (the median; "+w.answers(n)+").")
}

// answers counts answers.
func (w PositionWords) answers(n int) string {
	return w.l.count(strconv.Itoa(n), w.l.pick("antwoord", "answer"), w.l.pick("antwoorden", "answers"))
}
