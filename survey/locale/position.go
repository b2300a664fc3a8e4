package locale

import "strings"

// PositionWords are the words of a report on one organisation beside others. Its
// sentences are in position_said.go, its advice is in position_advice.go.
type PositionWords struct{ l *Locale }

// Position returns the words of a report on one organisation beside others.
func (l *Locale) Position() PositionWords { return PositionWords{l} }

// PositionHeadings are the titles of the parts of such a report.
type PositionHeadings struct {
	Standing, Strengths, Concerns, Moves, Advice string
	// Own heads the own answers and Judgement the verdicts in a table.
	Own, Judgement string
	// Yes and No are answers, NotAnswered and NotApplicable stand where there is
	// none, Hidden where a figure may not be shown, NoFigure where there is none.
	Yes, No, NotAnswered, NotApplicable, Hidden, NoFigure string
}

// Headings returns the titles of the parts of a report on one organisation.
func (w PositionWords) Headings() PositionHeadings {
	if w.l.dutch {
		return PositionHeadings{
			"Waar u staat", "Wat goed gaat", "Wat aandacht vraagt", "Wat anderen al deden", "Advies", "u", "oordeel",
			"ja", "nee", "niet ingevuld", "niet gevraagd", "verborgen", "–",
		}
	}
	return PositionHeadings{
		"Where you stand", "What goes well", "What needs attention", "What others did already", "Advice", "you", "verdict",
		"yes", "no", "not answered", "not asked", "hidden", "–",
	}
}

// Title names the report.
func (w PositionWords) Title(organisation string) string {
	return organisation + w.l.pick(" naast andere organisaties", " beside other organisations")
}

// Lead says what the findings are.
func (w PositionWords) Lead(study string) string {
	return w.l.pick("Uw eigen antwoorden naast die van de anderen in "+study+". Uw antwoord zit niet in hun cijfers.",
		"Your own answers beside those of the others in "+study+". Your answer is not in their figures.")
}

// LeadReference says the same beside a reference, of which it is unknown whether
// the organisation took part.
func (w PositionWords) LeadReference(study string) string {
	return w.l.pick("Uw eigen antwoorden naast de cijfers van "+study+". Deed u daaraan mee, dan telt uw antwoord in die cijfers mee.",
		"Your own answers beside the figures of "+study+". If you took part in it, your answer counts in those figures.")
}

// Group names a group in a sentence: "andere gemeenten". The kinds are those of
// package position; title is the word of the option, and plural that for the type.
func (w PositionWords) Group(kind, plural, title string, peers []string) string {
	switch kind {
	case "type":
		if plural == "" {
			return w.l.pick("andere organisaties van uw soort", "other organisations of your type")
		}
		prefix := w.l.pick("andere ", "other ")
		return prefix + strings.TrimPrefix(plural, prefix) // a type can be the other bodies
	case "size-class":
		if plural == "" {
			plural = w.l.pick("organisaties", "organisations")
		}
		return w.l.pick("andere "+plural+" van uw grootte (", "other "+plural+" of your size (") + title + ")"
	case "peers":
		return w.l.pick("organisaties in uw gekozen groep (", "organisations in the group you chose (") + w.l.List(peers) + ")"
	}
	return w.l.pick("andere organisaties", "other organisations")
}

// OwnOrganisation names the reader in a column of groups.
func (w PositionWords) OwnOrganisation() string {
	return w.l.pick("uw organisatie", "your organisation")
}

// GroupHead heads the column of a group.
func (w PositionWords) GroupHead(kind, plural, title string, peers []string) string {
	switch kind {
	case "type":
		if plural == "" {
			return title
		}
		return w.l.Capital(plural)
	case "size-class":
		return title
	case "peers":
		return w.l.Capital(w.l.List(peers))
	}
	return w.l.pick("Alle", "All")
}

// Peers names a way in which peers were chosen: a role that they have in common.
func (w PositionWords) Peers(role string) string {
	words := map[string][2]string{
		"organisation-type": {"zelfde soort", "same type"},
		"size-class":        {"zelfde grootteklasse", "same size class"},
		"province":          {"zelfde provincie", "same province"},
		"urbanity":          {"even stedelijk", "as urban"},
		"shared-service":    {"zelfde samenwerking", "same shared service"},
	}[role]
	return w.l.pick(words[0], words[1])
}

// Nearest names the organisations that are nearest by inhabitants.
func (w PositionWords) Nearest(n int) string {
	return w.l.Integer(n) + w.l.pick(" met bijna evenveel inwoners", " nearest by inhabitants")
}

// Named names organisations that were named one by one.
func (w PositionWords) Named(n int) string {
	return w.l.Integer(n) + w.l.pick(" die u noemde", " that you named")
}

// Topic heads the indicators of a topic.
func (w PositionWords) Topic(topic string) string {
	words := map[string][2]string{
		"channels":     {"Gebruik van kanalen", "Use of channels"},
		"adoption":     {"Begint zeker of zeer waarschijnlijk binnen een jaar", "Surely or very likely starts within a year"},
		"satisfaction": {"Tevreden of zeer tevreden", "Satisfied or very satisfied"},
		"barriers":     {"Noemt als belemmering", "Names as a barrier"},
		"volume":       {"Contacten per uur (mediaan)", "Contacts per hour (median)"},
		"change":       {"Meer klantcontact dan een jaar eerder", "More customer contact than a year before"},
		"ownership":    {"Het KCC doet de webcare alleen", "The contact centre alone does webcare"},
	}[topic]
	return w.l.pick(words[0], words[1])
}

// Row names an indicator within its topic; the label is as it stands in a sentence.
func (w PositionWords) Row(topic, channel, label string) string {
	switch topic {
	case "channels", "adoption", "satisfaction", "volume":
		if channel != "" {
			return channel
		}
	case "barriers":
		if channel != "" {
			return channel + ": " + label
		}
	case "change":
		return w.l.pick("Stijging", "Rise")
	case "ownership":
		return w.l.pick("Webcare door het KCC", "Webcare by the contact centre")
	}
	return label
}

// Verdict names a verdict of package position on an answer of yes or no, or on a
// number.
func (w PositionWords) Verdict(verdict string, amount bool) string {
	switch {
	case verdict == "above" && amount:
		return w.l.pick("hoger dan de meesten", "higher than most")
	case verdict == "below" && amount:
		return w.l.pick("lager dan de meesten", "lower than most")
	case verdict == "with" && amount:
		return w.l.pick("in het midden", "in the middle")
	case verdict == "above":
		return w.l.pick("u wel, de meesten niet", "you do, most do not")
	case verdict == "below":
		return w.l.pick("u niet, de meesten wel", "you do not, most do")
	case verdict == "with":
		return w.l.pick("zoals de meesten", "like most")
	case verdict == "undetermined":
		return w.l.pick("niet te zeggen", "can't be told")
	}
	return "–"
}

// HiddenNote explains hidden figures.
func (w PositionWords) HiddenNote(minimum int) string {
	n := w.l.Integer(minimum)
	return w.l.pick(
		"Verborgen: minder dan "+n+" anderen gaven antwoord, of u zou met uw eigen antwoord en de andere cijfers kunnen uitrekenen wat een ander antwoordde.",
		"Hidden: fewer than "+n+" others answered, or with your own answer and the other figures you could work out what somebody else answered.")
}

// Widened says for how many indicators a wider group stands in for a narrow one.
func (w PositionWords) Widened(n int, narrow, wide string) string {
	if n == 1 {
		return w.l.pick("Bij 1 onderwerp is het cijfer van "+narrow+" verborgen. Daar vergelijken we u met "+wide+".",
			"For 1 subject the figure of "+narrow+" is hidden. There you are compared with "+wide+".")
	}
	return w.l.pick("Bij "+w.l.Integer(n)+" onderwerpen is het cijfer van "+narrow+" verborgen. Daar vergelijken we u met "+wide+".",
		"For "+w.l.Integer(n)+" subjects the figure of "+narrow+" is hidden. There you are compared with "+wide+".")
}

// TooSmall says that a group has too few organisations to compare with.
func (w PositionWords) TooSmall(group string, n int) string {
	return w.l.pick("Er deden te weinig "+group+" mee om mee te vergelijken ("+w.l.Integer(n)+"). We vergelijken u met een grotere groep.",
		"Too few "+group+" took part to compare with ("+w.l.Integer(n)+"). You are compared with a larger group.")
}

// NoPeers says that a group of peers could not be found without an answer.
func (w PositionWords) NoPeers(role string) string {
	return w.l.pick("Een gekozen groep ontbreekt: van uw organisatie is dit niet bekend: ", "A chosen group is left out: this is not known of your organisation: ") + role + "."
}

// ChartTitle is the headline of the chart of an organisation: on how many subjects
// of yes or no it is apart from most others.
func (w PositionWords) ChartTitle(organisation string, apart, of int) string {
	if apart == 0 {
		return w.l.pick(organisation+" wijkt bij geen van de "+w.l.Integer(of)+" ja-of-nee-vragen aantoonbaar af",
			organisation+" is demonstrably apart on none of "+w.l.Integer(of)+" yes-or-no subjects")
	}
	return w.l.pick("Bij "+w.l.Integer(apart)+" van de "+w.l.Integer(of)+" ja-of-nee-vragen doet "+organisation+" iets anders dan de meeste anderen",
		"On "+w.l.Integer(apart)+" of "+w.l.Integer(of)+" yes-or-no subjects "+organisation+" differs from most others")
}

// ChartStand explains the triangles of that chart.
func (w PositionWords) ChartStand() string {
	return w.l.pick("Een driehoek: het antwoord is anders dan dat van de meesten. Naar boven is u wel, naar beneden is u niet.",
		"A triangle: the answer is not that of most. Up is you do, down is you do not.")
}

// ChartBases says where the bases of the figures in that chart are.
func (w PositionWords) ChartBases() string {
	return w.l.pick("Hoeveel antwoorden er achter elk cijfer zitten, staat in de tabellen.",
		"How many answers are behind each figure is in the tables.")
}

// Tally names the verdicts that are counted: apart from most, like most, not to be
// told.
func (w PositionWords) Tally() [3]string {
	if w.l.dutch {
		return [3]string{"anders dan de meesten", "zoals de meesten", "niet te zeggen"}
	}
	return [3]string{"unlike most", "like most", "can't be told"}
}

// Legend explains the cells of the tables.
func (w PositionWords) Legend(level string) string {
	return w.l.pick(
		"Per groep: het deel van de anderen dat ja zegt. Tussen haken staan de marge van "+level+"% en het aantal antwoorden. "+
			"Het oordeel gaat over de kleinste groep met een cijfer.",
		"For each group: the part of the others that says yes. In brackets are the "+level+"% margin and the number of answers. "+
			"The verdict is on the smallest group with a figure.")
}

// SurveysWords says that words in quotation marks are those of the survey, which is
// in another language.
func (w PositionWords) SurveysWords() string {
	return w.l.pick("Woorden tussen aanhalingstekens komen zo uit de vragenlijst.", "Words in quotation marks are the survey's own, in its language.")
}

// National heads the weighted figures of all in the study, and NationalNote says
// what they are and why those of the groups are not weighted.
func (w PositionWords) National() string { return w.l.pick("Gewogen, alle", "Weighted, all") }

// NationalNote explains the weighted figures beside the plain ones.
func (w PositionWords) NationalNote() string {
	return w.l.pick(
		"Het onderzoek weegt zijn cijfers. Onder "+w.quoted(w.National())+" staat het gewogen cijfer van alle deelnemers, zoals het onderzoek het publiceert; uw antwoord zit daarin. "+
			"De cijfers van de groepen zijn niet gewogen: elke deelnemer telt één keer. U vergelijkt zich met organisaties die meededen, niet met een schatting voor alle. "+
			"En met gewichten zou uit het cijfer van een kleine groep te rekenen zijn wat een ander antwoordde.",
		"The study weights its figures. Under "+w.quoted(w.National())+" is the weighted figure of all that took part, as the study publishes it; your answer is in it. "+
			"The figures of the groups are not weighted: each counts once. You are set beside organisations that took part, not beside an estimate for all. "+
			"And with weights the figure of a small group could tell what somebody else answered.")
}

// SignedOff says who let the figures of a reference go.
func (w PositionWords) SignedOff(name string) string {
	return w.l.pick("cijfers vrijgegeven door ", "figures signed off by ") + name
}

// Reference is the term for a file with the figures of a study.
func (w PositionWords) Reference() string {
	return w.l.pick("Referentiebestand", "Reference file")
}

// Quoted puts words of the survey between quotation marks.
func (w PositionWords) Quoted(words string) string { return w.quoted(words) }

// quoted puts an option's wording between quotation marks.
func (w PositionWords) quoted(label string) string {
	return w.l.pick("‘", "“") + strings.TrimSpace(label) + w.l.pick("’", "”")
}

// IndexTitle heads the index of reports on organisations.
func (w PositionWords) IndexTitle() string {
	return w.l.pick("Rapporten per organisatie", "Reports per organisation")
}

// IndexList heads the list of reports.
func (w PositionWords) IndexList(n int) string {
	return w.l.pick("Voor "+w.l.Integer(n)+" organisaties", "For "+w.l.Integer(n)+" organisations")
}

// IndexNote says what the index is for.
func (w PositionWords) IndexNote(n int) string {
	return w.l.pick(w.l.Integer(n)+" rapporten. Elk rapport is alleen voor de organisatie zelf: stuur niemand het rapport van een ander, en deze lijst ook niet.",
		w.l.Integer(n)+" reports. Each is for the organisation itself alone: send nobody the report of another one, nor this list.")
}
