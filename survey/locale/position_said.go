package locale

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

// Others says for what part of a group the same holds: "Van 30 andere gemeenten
// geldt dat voor 48% (marge 33–64%)."
func (w PositionWords) Others(yes bool, n int, group, percent, interval string) string {
	margin := ""
	if interval != "" {
		margin = w.l.pick(" (marge ", " (margin ") + interval + ")"
	}
	of := w.l.Integer(n) + " " + group
	if yes {
		return w.l.pick("Van "+of+" geldt dat voor "+percent+margin+".", "Of "+of+", "+percent+" say the same"+margin+".")
	}
	return w.l.pick("Van "+of+" is dat bij "+percent+margin+" wel zo.", "Of "+of+", "+percent+" do"+margin+".")
}

// OwnAmount says what number the organisation gave, beside the median and the
// rank among a group; an empty rank is left out.
func (w PositionWords) OwnAmount(number, unit, channel string, n int, group, median, rank, interval string) string {
	s := w.l.pick("U heeft "+number+" "+unit, "You have "+number+" "+unit)
	if channel != "" {
		s += w.l.pick(" via ", " by ") + inSentence(channel)
	}
	s += w.l.pick("; de mediaan van "+w.l.Integer(n)+" "+group+" is "+median+".",
		"; the median of "+w.l.Integer(n)+" "+group+" is "+median+".")
	if rank == "" {
		return s
	}
	return s + w.l.pick(" Van hen heeft "+rank+" minder (marge "+interval+").", " Of them, "+rank+" have fewer (margin "+interval+").")
}

// Count says on how many subjects the organisation is apart from, with, and not to
// be told from its group.
func (w PositionWords) Count(apart, with, undecided int) string {
	i := w.l.Integer
	return w.l.pick(
		"Op "+i(apart)+" van de "+i(apart+with+undecided)+" onderwerpen doet u iets anders dan de meeste anderen, op "+i(with)+
			" hetzelfde. Bij "+i(undecided)+" is dat niet te zeggen: de antwoorden zijn te verdeeld of te weinig.",
		"On "+i(apart)+" of "+i(apart+with+undecided)+" subjects you differ from most others, on "+i(with)+
			" you are like most. On "+i(undecided)+" it can't be told: answers are too divided or too few.")
}

// NothingAnswered says that the organisation answered nothing that is compared.
func (w PositionWords) NothingAnswered() string {
	return w.l.pick("U vulde niets in waarop we kunnen vergelijken. Dit rapport laat alleen zien wat anderen antwoordden.",
		"You answered nothing that can be compared. This report shows what others answered alone.")
}

// FewAnswered says that the organisation left much open.
func (w PositionWords) FewAnswered(given, asked int) string {
	return w.l.pick("U vulde "+w.l.Integer(given)+" van de "+w.l.Integer(asked)+" onderwerpen in; over de rest kunnen we niets zeggen.",
		"You answered "+w.l.Integer(given)+" of "+w.l.Integer(asked)+" subjects; nothing can be said of the rest.")
}

// NoGaps says that nothing stands out.
func (w PositionWords) NoGaps() string {
	return w.l.pick("U wijkt nergens aantoonbaar af van de anderen.", "Nowhere do you demonstrably differ from the others.")
}

// None stands where there are no strengths or concerns.
func (w PositionWords) None() string {
	return w.l.pick("Daarover is uit deze antwoorden niets zeker te zeggen.", "Nothing certain can be said of that from these answers.")
}

// Shared marks a concern that most others have too.
func (w PositionWords) Shared() string {
	return w.l.pick("Dat delen de meeste anderen met u.", "Most others share that with you.")
}

// MoveUsers says how many of a group use a channel that the reader does not.
func (w PositionWords) MoveUsers(n int, group, channel string) string {
	channel = inSentence(channel)
	return w.l.pick(w.l.Integer(n)+" "+group+" gebruiken "+channel+" al.", w.l.Integer(n)+" "+group+" use "+channel+" already.")
}

// MoveOwner says in what part the contact centre does webcare.
func (w PositionWords) MoveOwner(percent string, n int) string {
	return w.l.pick("Bij "+percent+" van hen ("+w.l.Integer(n)+" antwoorden) doet het KCC de webcare alleen.",
		"For "+percent+" of them ("+w.l.Integer(n)+" answers) the contact centre alone does webcare.")
}

// MoveAlso says what part uses another channel too.
func (w PositionWords) MoveAlso(percent, channel string) string {
	channel = inSentence(channel)
	return w.l.pick(percent+" van hen gebruikt ook "+channel+".", percent+" of them use "+channel+" too.")
}

// MoveSatisfied says what part is satisfied.
func (w PositionWords) MoveSatisfied(percent, channel string, n int) string {
	channel = inSentence(channel)
	return w.l.pick("Van wie "+channel+" gebruikt of uitprobeert, is "+percent+" tevreden ("+w.l.Integer(n)+" antwoorden).",
		"Of those that use or try "+channel+", "+percent+" are satisfied ("+w.l.Integer(n)+" answers).")
}

// MovePraised says why the satisfied of all organisations are.
func (w PositionWords) MovePraised(reasons []string) string {
	return w.l.pick("De tevreden organisaties noemen vooral: ", "Satisfied organisations name above all: ") + w.l.List(reasons) + "."
}

// MoveVolume says how many contacts there are.
func (w PositionWords) MoveVolume(median, unit string, n int) string {
	return w.l.pick("De mediaan is "+median+" "+unit+" ("+w.l.Integer(n)+" antwoorden).",
		"The median is "+median+" "+unit+" ("+w.l.Integer(n)+" answers).")
}
