package locale

// Kind returns the kind of a question in plain words; the argument is the
// codebook's word.
func (l *Locale) Kind(kind string) string {
	switch kind {
	case "single":
		return l.pick("één antwoord", "one answer")
	case "multiple":
		return l.pick("meer antwoorden", "select all")
	case "scale":
		return l.pick("schaal", "scale")
	case "number":
		return l.pick("getal", "number")
	case "open":
		return l.pick("open tekst", "open text")
	case "name":
		return l.pick("naam of code", "name or code")
	}
	return kind
}

// Basis says in a few words why a question was taken for its kind: the codes
// and arguments are those of codebook.Basis. It is empty for an unknown code.
func (l *Locale) Basis(why string, args []string) string {
	a := arguments(args)
	switch why {
	case "ticks":
		return l.columns(a.at(0)) + l.pick(" met kruisjes", " with ticks")
	case "one-tick":
		return l.columns(a.at(0)) + l.pick(" met kruisjes, bij niemand twee", " with ticks, nobody has two")
	case "joined":
		return l.pick("meer antwoorden in één cel, met ", "several answers in one cell, with ") + l.Quote(visible(l, a.at(0))) + l.pick(" ertussen", " between them")
	case "answers":
		return l.count(a.at(0), l.pick("antwoord dat terugkomt", "answer that recurs"), l.pick("antwoorden die terugkomen", "answers that recur"))
	case "tail":
		return l.count(a.at(0), l.pick("antwoord dat terugkomt", "answer that recurs"), l.pick("antwoorden die terugkomen", "answers that recur")) +
			l.pick("; ", "; ") + l.count(a.at(1), l.pick("eenmalige tekst is ‘anders’", "text that occurs once is “other”"), l.pick("eenmalige teksten zijn ‘anders’", "texts that occur once are “other”"))
	case "stages":
		return l.pick("de antwoorden lopen van gebruik tot geen plannen", "the answers run from use to no plans")
	case "points":
		return a.at(1) + l.pick(" punten ", " points ") + l.scaleOf(a.at(0))
	case "range":
		return l.pick("hele getallen van ", "whole numbers from ") + a.at(0) + l.pick(" tot en met ", " to ") + a.at(1)
	case "places":
		return l.pick("ieder gaf elke plaats één keer, tot plaats ", "each gave every place once, down to place ") + a.at(0)
	case "numbers":
		return a.at(0) + l.pick("% van de cellen is een getal", "% of the cells are numbers")
	case "texts":
		return l.pick("gemiddeld ", "on average ") + l.count(a.at(0), l.pick("teken", "character"), l.pick("tekens", "characters")) +
			l.pick(", ", ", ") + a.at(1) + l.pick(" van de ", " of ") + a.at(2) + l.pick(" verschillend", " differ")
	case "codes":
		return l.pick("korte codes, bijna allemaal verschillend", "short codes, nearly all different")
	case "option-codes":
		return l.count(a.at(0), l.pick("heel getal dat voor een antwoord staat", "whole number that stands for an answer"), l.pick("hele getallen die voor een antwoord staan", "whole numbers that stand for an answer"))
	case "typed":
		return l.pick("zelf getypt, volgens het bestand", "typed by the respondents, as the file says")
	case "wording":
		return l.pick("zegt de vraag zelf", "the wording says so")
	}
	return ""
}

func (l *Locale) columns(number string) string {
	return l.count(number, l.pick("kolom", "column"), l.pick("kolommen", "columns"))
}

// visible names a separator that can't be seen.
func visible(l *Locale, separator string) string {
	switch separator {
	case "\n":
		return l.pick("een nieuwe regel", "a line break")
	case " ":
		return l.pick("een spatie", "a blank")
	}
	return separator
}

// scaleOf says what the points of a scale are about.
func (l *Locale) scaleOf(family string) string {
	switch family {
	case "satisfaction":
		return l.pick("van tevredenheid", "of satisfaction")
	case "agreement":
		return l.pick("van instemming", "of agreement")
	case "change":
		return l.pick("van minder naar meer", "from less to more")
	case "frequency":
		return l.pick("van nooit naar altijd", "from never to always")
	case "quality":
		return l.pick("van slecht naar goed", "from poor to good")
	case "importance":
		return l.pick("van belang", "of importance")
	case "likelihood":
		return l.pick("van waarschijnlijkheid", "of likelihood")
	case "ease":
		return l.pick("van moeilijk naar makkelijk", "from hard to easy")
	}
	return l.pick("op volgorde", "in order")
}

// RoleOf says which part a question plays in the reports; the role is the
// codebook's word. It is empty without a role.
func (l *Locale) RoleOf(role, channel string) string {
	about := func(nl, en string) string { return l.pick(nl+" ", en+" ") + channel }
	switch role {
	case "organisation":
		return l.pick("naam van de organisatie", "name of the organisation")
	case "organisation-code":
		return l.pick("code van de organisatie", "code of the organisation")
	case "organisation-type":
		return l.pick("soort organisatie", "type of organisation")
	case "size-class":
		return l.pick("grootteklasse", "size class")
	case "province":
		return l.pick("provincie", "province")
	case "inhabitants":
		return l.pick("aantal inwoners", "number of inhabitants")
	case "urbanity":
		return l.pick("stedelijkheid", "urbanity")
	case "shared-service":
		return l.pick("gedeelde dienst", "shared service")
	case "registered":
		return l.pick("kenmerk uit het register", "trait from the register")
	case "weight":
		return l.pick("weging", "weight")
	case "presence":
		return l.pick("kanalen in gebruik", "channels in use")
	case "adoption":
		return about("gebruik van", "adoption of")
	case "satisfaction":
		return about("tevredenheid over", "satisfaction with")
	case "praise":
		return about("waarom tevreden over", "why satisfied with")
	case "concern":
		return about("twijfels over", "doubts about")
	case "reason":
		return about("redenen voor", "reasons for")
	case "barrier":
		return about("belemmeringen bij", "barriers to")
	case "volume":
		return about("drukte op", "volume on")
	case "change":
		return l.pick("verandering in contacten", "change in contacts")
	case "owner":
		return l.pick("wie webcare doet", "who does webcare")
	case "association":
		return about("woorden bij", "words about")
	case "opportunity":
		return about("kansen van", "chances of")
	}
	return role
}
