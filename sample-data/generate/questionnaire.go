package main

// question is one question of a survey, as the form shows it and as the
// codebook describes it.
type question struct {
	id, heading, kind    string
	role, channel, label string
	unit                 string
	options              []option
	asked                []condition // empty: put to everyone
	themes               []theme
	sameAs               string // id in other waves
	separator            string // splits the options of a select-all question in one cell
	missing              []string
}

// option is one answer of a closed question.
type option struct {
	code, label, short, plural, means string
	score                             int
	other, dontKnow, outOfBase        bool
	sameAs                            []string // codes in other waves
}

// condition routes a question: put to those who chose one of the codes.
type condition struct {
	question string
	codes    []string
}

// theme is one code of the coding frame of an open question.
type theme struct {
	code, label string
	patterns    []string
}

// The kinds of question, in the codebook's words.
const (
	single   = "single"
	multiple = "multiple"
	scale    = "scale"
	number   = "number"
	open     = "open"
	name     = "name"
)

// The channels that the sample asks about.
const (
	whatsApp = "WhatsApp"
	liveChat = "Live chat"
)

// questionnaire returns the questions of the sample in the order of the form.
func questionnaire() []question {
	qs := background()
	qs = append(qs, whatsAppQuestions()...)
	qs = append(qs, liveChatQuestions()...)
	return append(qs, contactQuestions()...)
}

func background() []question {
	return []question{
		{id: "organisation", heading: "Wat is de naam van uw organisatie?", kind: name, role: "organisation", label: "Organisatie"},
		{id: "organisation-code", heading: "Wat is de code van uw organisatie?", kind: name, role: "organisation-code", label: "Code"},
		{id: "organisation-type", heading: "Bij wat voor organisatie werkt u?", kind: single, role: "organisation-type", label: "Soort organisatie", options: []option{
			{code: "municipality", label: "Gemeente", plural: "gemeenten", means: "municipality"},
			{code: "safety-region", label: "Veiligheidsregio", plural: "veiligheidsregio's", means: "safety-region"},
			{code: "water-board", label: "Waterschap", plural: "waterschappen", means: "water-board"},
			{code: "province", label: "Provincie", plural: "provincies", means: "province"},
			{code: "health-service", label: "GGD", plural: "GGD'en", means: "health-service"},
			{code: "other", label: "Andere overheidsorganisatie", short: "Andere overheid", plural: "andere overheden", means: "other"},
		}},
		{id: "province", heading: "In welke provincie ligt uw organisatie?", kind: single, role: "province", label: "Provincie", options: provinceOptions()},
		{id: "inhabitants", heading: "Hoeveel inwoners heeft uw werkgebied?", kind: number, role: "inhabitants", label: "Inwoners", unit: "inwoners"},
		{id: "size-class", heading: "In welke grootteklasse valt uw gemeente?", kind: single, role: "size-class", label: "Grootteklasse",
			asked: []condition{{"organisation-type", []string{"municipality"}}}, options: []option{
				{code: "under-20k", label: "Minder dan 20.000 inwoners", short: "Tot 20.000"},
				{code: "20k-50k", label: "20.000 tot 50.000 inwoners", short: "20.000–49.999"},
				{code: "50k-100k", label: "50.000 tot 100.000 inwoners", short: "50.000–99.999"},
				{code: "over-100k", label: "100.000 inwoners of meer", short: "100.000 en meer", means: "large"},
			}},
		{id: "presence", heading: "Op welke sociale media is uw organisatie actief? (meerdere antwoorden mogelijk)", kind: multiple, role: "presence", label: "Sociale media", options: []option{
			{code: "twitter", label: "Twitter"},
			{code: "facebook", label: "Facebook"},
			{code: "linkedin", label: "LinkedIn"},
			{code: "youtube", label: "YouTube"},
			{code: "instagram", label: "Instagram"},
			otherNamely(),
		}},
	}
}

func provinceOptions() []option {
	options := make([]option, len(provinces))
	for i, p := range provinces {
		options[i] = option{code: p.code, label: p.name}
	}
	return options
}

func stages() []option {
	return []option{
		{code: "uses", label: "Ja, dit gebruiken we nu", short: "Gebruikt het nu", means: "uses"},
		{code: "pilot", label: "We doen een proef (pilot)", short: "Pilot", means: "pilot"},
		{code: "surely", label: "Nee, maar zeker binnen een jaar", short: "Zeker binnen een jaar", means: "surely"},
		{code: "likely", label: "Nee, maar zeer waarschijnlijk binnen een jaar", short: "Zeer waarschijnlijk", means: "likely"},
		{code: "later", label: "Nee, misschien later", short: "Misschien later", means: "later"},
		{code: "no", label: "Nee, we hebben geen plannen", short: "Geen plannen", means: "no"},
	}
}

// notYet are the codes of the stages of those who neither use nor try it.
func notYet() []string { return []string{"surely", "likely", "later", "no"} }

func barriers() []option {
	return []option{
		{code: "capacity", label: "Gebrek aan capaciteit"},
		{code: "staff-not-ready", label: "Medewerkers zijn er nog niet klaar voor", short: "Medewerkers nog niet klaar"},
		{code: "budget", label: "Geen geld beschikbaar (financiën)", short: "Geen geld"},
		{code: "privacy", label: "Twijfels over veiligheid en privacy"},
		{code: "demand", label: "Te weinig vraag van inwoners"},
		{code: "technology", label: "Past niet in onze systemen"},
		dontKnow(),
		otherNamely(),
	}
}

func otherNamely() option {
	return option{code: "other", label: "Anders, namelijk", short: "Anders", other: true}
}

func dontKnow() option {
	return option{code: "dont-know", label: "Weet niet", dontKnow: true}
}
