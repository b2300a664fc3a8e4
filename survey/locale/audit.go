package locale

// AuditWords are the words of an attack on what a study publishes.
type AuditWords struct{ l *Locale }

// Audit returns the words of an attack on what a study publishes.
func (l *Locale) Audit() AuditWords { return AuditWords{l} }

// Heading stands over what an attack found.
func (w AuditWords) Heading() string {
	return w.l.pick("Wat een lezer uit deze cijfers kan afleiden", "What a reader can deduce from these figures")
}

// HeadingReports stands over what an attack on the reports to so many organisations found.
func (w AuditWords) HeadingReports(n int) string {
	if n == 1 {
		return w.l.pick("Wat een organisatie kan afleiden uit haar eigen rapport en de tabellen van het onderzoek",
			"What an organisation can deduce from its own report and the tables of the study")
	}
	return w.l.pick("Wat "+w.l.Integer(n)+" organisaties elk kunnen afleiden uit hun eigen rapport en de tabellen van het onderzoek",
		"What each of "+w.l.Integer(n)+" organisations can deduce from its own report and the tables of the study")
}

// HeadingWaves stands over what an attack on so many waves found.
func (w AuditWords) HeadingWaves(n int) string {
	return w.l.pick("Wat een lezer uit "+w.l.Integer(n)+" metingen samen kan afleiden", "What a reader can deduce from "+w.l.Integer(n)+" waves together")
}

// Private says that the findings are not to be published: why a figure is hidden
// tells about it.
func (w AuditWords) Private() string {
	return w.l.pick("Alleen voor wie het onderzoek doet: waarom een cijfer verborgen is, verraadt er al iets van. Zet dit dus niet in een publicatie.",
		"Only for those who do the survey: why a figure is hidden tells something of it. So do not publish this.")
}

// Hidden says how many figures are hidden of those that rest on answers in confidence.
func (w AuditWords) Hidden(hidden, figures int, share float64) string {
	return w.l.pick("Verborgen: ", "Hidden: ") + w.l.Integer(hidden) + w.l.pick(" van de ", " of the ") + w.l.Integer(figures) +
		w.l.pick(" cijfers over wat vertrouwelijk is geantwoord (", " figures on what was said in confidence (") + w.l.PercentSaid(share) + ")."
}

// Reason says why so many figures are hidden. The reason is the word of the audit.
func (w AuditWords) Reason(reason string, minimum int) string {
	switch reason {
	case "few":
		return w.l.pick("minder dan "+w.l.Integer(minimum)+" antwoorden", "fewer than "+w.l.Integer(minimum)+" answers")
	case "same":
		return w.l.pick("allen gaven hetzelfde antwoord, of allen op één na", "all gave the same answer, or all but one")
	case "dominant":
		return w.l.pick("één of twee organisaties bepalen het cijfer", "one or two organisations make up the figure")
	case "others":
		return w.l.pick("samen met andere cijfers zou het een antwoord verraden", "together with other figures it would tell an answer")
	}
	return w.l.pick("het zou het laagste of hoogste getal tonen", "it would show the lowest or highest number")
}

// Narrowest says how well the best known of the hidden counts is known.
func (w AuditWords) Narrowest(counts, values int) string {
	switch {
	case counts == 0:
		return w.l.pick("Er zijn geen verborgen aantallen die bescherming nodig hebben.", "There are no hidden counts that need protection.")
	case values == 0:
		return w.l.pick("Van de verborgen aantallen die bescherming nodig hebben is er geen groter dan 0.",
			"Of the hidden counts that need protection none is above 0.")
	case values == 1:
		return w.l.pick("Minstens één verborgen aantal is precies uit te rekenen.", "At least one hidden count can be worked out exactly.")
	}
	return w.l.pick("Van de "+w.l.Integer(counts)+" verborgen aantallen blijven er bij elk aantal boven 0 minstens "+w.l.Integer(values)+" mogelijk.",
		"Of the "+w.l.Integer(counts)+" hidden counts, each above 0 can still have at least "+w.l.Integer(values)+" values.")
}

// Beyond says what is told of an attack on figures that come on top of others.
func (w AuditWords) Beyond() string {
	return w.l.pick("Geteld is wat deze rapporten verraden bovenop de tabellen van het onderzoek. Die tabellen zelf: 'benchmark report --audit'.",
		"Counted is what these reports give away on top of the tables of the study. For those tables themselves: 'benchmark report --audit'.")
}

// Exposed says how much the attack exposed.
func (w AuditWords) Exposed(n int, protected bool) string {
	if !protected {
		return w.l.pick("Er is niets verborgen. Dan kan een lezer ", "Nothing is hidden. Then a reader can deduce ") + w.l.Integer(n) +
			w.l.pick(" antwoorden of aantallen afleiden.", " answers or counts.")
	}
	if n == 0 {
		return w.l.pick("De aanval leidt niets af: 0 antwoorden en aantallen liggen bloot, ook niet voor een deelnemer die zijn eigen antwoord kent.",
			"The attack deduces nothing: 0 answers and counts are exposed, not even to a respondent who knows its own answer.")
	}
	return w.l.pick("De aanval leidt mogelijk ", "The attack may deduce ") + w.l.Integer(n) + w.l.pick(" antwoorden of aantallen af.", " answers or counts.")
}

// Answer says that the answers of so many organisations are exposed.
func (w AuditWords) Answer(table, row string, organisations int, to string) string {
	noun := w.l.pick(" organisaties", " organisations")
	if organisations == 1 {
		noun = w.l.pick(" organisatie", " organisation")
	}
	return table + ", " + row + w.l.pick(": van ", ": of ") + w.l.Integer(organisations) + noun + w.l.pick(" ligt het antwoord bloot", " the answer is exposed") + to
}

// Count says that a hidden count is exposed.
func (w AuditWords) Count(table, row, group, to string) string {
	return table + ", " + row + w.l.pick(": het aantal in de groep ", ": the count in the group ") + group +
		w.l.pick(" ligt bloot", " is exposed") + to
}

// To says who can deduce it: one reader with a name, a respondent, or everyone.
func (w AuditWords) To(reader string, insider bool) string {
	switch {
	case reader != "":
		return w.l.pick(" voor ", " to ") + reader + "."
	case insider:
		return w.l.pick(" voor een deelnemer.", " to a respondent.")
	}
	return w.l.pick(" voor iedereen.", " to everyone.")
}

// More says how many more are exposed than are listed.
func (w AuditWords) More(n int) string {
	return w.l.pick("en nog ", "and ") + w.l.Integer(n) + w.l.pick(".", " more.")
}

// Weighted says what the attack does not look at in weighted figures.
func (w AuditWords) Weighted() string {
	return w.l.pick("De aanvaller kent de gewichten die organisaties delen, niet die bijna elke organisatie voor zichzelf heeft. Cijfers met zulke gewichten zijn afgerond waar een groep verborgen is.",
		"The attacker knows weights that organisations share, not those that most have for themselves. Figures by the latter are rounded where a group is hidden.")
}

// Unseen lists the tables that the attack can't read.
func (w AuditWords) Unseen(tables []string) string {
	return w.l.pick("Niet bekeken: ", "Not looked at: ") + w.l.List(tables) + "."
}
