package codebook

import (
	"math"
	"slices"
	"strings"
	"sync"
)

// body is a type of organisation.
type body struct {
	means string
	// words by which it is recognised; see has.
	words []string
	// plurals by the word of the label that they belong to.
	plurals [][2]string
}

// bodies are the types of government organisation in the Netherlands, Flanders
// and in English. A type whose name holds another's comes first.
func bodies() []body {
	return []body{
		{"health-service", []string{"ggd*", "gemeentelijke gezondheidsdienst*", "gezondheidsdienst*", "public health", "health service*"},
			[][2]string{{"ggd", "GGD'en"}, {"gezondheidsdienst", "gezondheidsdiensten"}, {"health service", "health services"}}},
		{"environment-service", []string{"omgevingsdienst*", "environmental service*", "environment agency"},
			[][2]string{{"omgevingsdienst", "omgevingsdiensten"}, {"environmental service", "environmental services"}}},
		{"joint-arrangement", []string{"gemeenschappelijke regeling*", "joint arrangement*", "samenwerkingsverband*"},
			[][2]string{{"gemeenschappelijke regeling", "gemeenschappelijke regelingen"}, {"samenwerkingsverband", "samenwerkingsverbanden"}}},
		{"intermunicipal", []string{"intercommunale*", "intergemeentelijk*", "inter municipal*", "intermunicipal*", "zweckverband*", "interkommunal*"},
			[][2]string{{"intercommunale", "intercommunales"}, {"association", "intermunicipal associations"}, {"intermunicipal company", "intermunicipal companies"}}},
		{"police-zone", []string{"politiezone*", "police zone*", "politie", "police*", "zone de police", "polizei*"},
			[][2]string{{"politiezone", "politiezones"}, {"police zone", "police zones"}}},
		{"rescue-zone", []string{"hulpverleningszone*", "brandweerzone*", "rescue zone*", "fire zone*", "emergency zone*", "fire and rescue*", "emergency services zone*", "fire service*", "fire department*", "brandweer", "zone de secours", "hilfeleistungszone*"},
			[][2]string{{"hulpverleningszone", "hulpverleningszones"}, {"brandweerzone", "brandweerzones"}, {"rescue zone", "rescue zones"}, {"fire zone", "fire zones"}, {"zone", "emergency zones"}}},
		{"safety-region", []string{"veiligheidsregio*", "safety region*", "security region*"},
			[][2]string{{"veiligheidsregio", "veiligheidsregio's"}, {"safety region", "safety regions"}, {"security region", "security regions"}}},
		{"welfare-centre", []string{"ocmw*", "public centre for social welfare", "social welfare*", "welfare cent*", "cpas*", "offentliches sozialhilfezentrum"},
			[][2]string{{"public welfare centre", "public welfare centres"}, {"welfare centre", "welfare centres"}, {"ocmw", "OCMW's"}}},
		{"water-board", []string{"waterschap*", "hoogheemraadschap*", "wetterskip*", "water board*", "water authorit*", "waterboard*", "wateringue*", "watering*", "polder*"},
			[][2]string{{"waterschap", "waterschappen"}, {"hoogheemraadschap", "hoogheemraadschappen"}, {"water board", "water boards"}, {"waterboard", "water boards"}, {"water authority", "water authorities"}}},
		{"province", []string{"provinci*", "province*", "provincial*", "provinz*"},
			[][2]string{{"provincie", "provincies"}, {"province", "provinces"}, {"provincial", "provincial governments"}}},
		{"municipality", []string{"gemeente*", "stad", "steden", "municipal*", "city", "cities", "town*", "commune*", "gemeinde*", "stadt", "stadte", "ville", "villes", "stad of gemeente", "local authorit*"},
			[][2]string{{"city or municipality", "cities and municipalities"}, {"stad of gemeente", "steden en gemeenten"}, {"gemeente", "gemeenten"}, {"municipality", "municipalities"}, {"city", "cities"}, {"stad", "steden"}, {"town", "towns"}, {"local authority", "local authorities"}}},
		{"ministry", []string{"ministerie*", "ministry", "ministries", "departement*", "government department*", "ministerium*", "ministerien", "bundesministerium*", "ministere*"},
			[][2]string{{"ministerie", "ministeries"}, {"ministry", "ministries"}, {"departement", "departementen"}}},
		{"agency", []string{"uitvoeringsorganisatie*", "agentschap*", "agency", "agencies", "zbo*", "agence*", "agentur*"},
			[][2]string{{"flemish agency", "Flemish agencies"}, {"vlaams agentschap", "Vlaamse agentschappen"}, {"uitvoeringsorganisatie", "uitvoeringsorganisaties"}, {"agentschap", "agentschappen"}, {"agency", "agencies"}}},
		{"other", []string{"ander*", "overig*", "other*", "autre*", "sonstige*"},
			[][2]string{{"andere overheidsorganisatie", "andere overheidsorganisaties"}, {"overige overheidsorganisatie", "overige overheidsorganisaties"}, {"andere overheid", "andere overheden"}, {"other government organisation", "other government organisations"}, {"other public body", "other public bodies"}, {"other", "others"}}},
	}
}

// knownBodies are the bodies, with the screen for their words.
type knownBodies struct {
	bodies []body
	screen *screen
}

// bodyTypes returns the bodies, made when they are first asked for.
var bodyTypes = sync.OnceValue(func() knownBodies {
	all := bodies()
	var words []string
	for _, b := range all {
		words = append(words, b.words...)
	}
	return knownBodies{all, screenOf(words...)}
})

// bodyOf returns the type that a label of a type question stands for. Other
// comes first where the label begins with it ("andere gemeentelijke dienst").
func bodyOf(label string) (body, bool) {
	all := bodyTypes()
	if !all.screen.may(label, math.MaxInt) {
		return body{}, false
	}
	w := wordsOf(label)
	last := all.bodies[len(all.bodies)-1]
	if slices.ContainsFunc(last.words, func(p string) bool { return strings.HasPrefix(w, " "+strings.TrimSuffix(p, "*")) }) {
		return last, true
	}
	for _, b := range all.bodies {
		if has(w, b.words...) {
			return b, true
		}
	}
	return body{}, false
}

// plural returns how a group of organisations with the label is called in a
// sentence, or "".
func (b body) plural(label string) string {
	w := wordsOf(label)
	for _, p := range b.plurals {
		// The label itself has to be the name, with little around it.
		if has(w, p[0]) && len(strings.TrimSpace(w)) <= len(p[0])+12 {
			return p[1]
		}
	}
	for _, p := range b.plurals {
		if has(w, compactPhrase(p[1])) {
			return p[1]
		}
	}
	return ""
}

func compactPhrase(s string) string { return strings.TrimSpace(wordsOf(s)) }

// stages are the wordings that mean a stage of adoption, in the order in which they are
// looked for.
var stages = sync.OnceValue(func() []stage {
	return []stage{
		{"no", []string{"niet van plan", "geen plan*", "no plan*", "zeker niet", "certainly not", "definitely not", "surely not",
			"waarschijnlijk niet", "probably not", "unlikely", "very unlikely", "onwaarschijnlijk", "nooit", "never", "not planning",
			"no intention*", "not interested", "geen interesse", "geen voornemen*", "zonder plan*", "nothing planned", "not going to", "nicht geplant", "nicht vorgesehen", "kein plan", "keine plane", "wahrscheinlich nicht", "sicher nicht", "bestimmt nicht", "unwahrscheinlich",
			"pas de projet*", "aucun projet*", "pas prevu*", "probablement pas", "certainement pas"}},
		{"pilot", []string{"pilot*", "proef*", "trial*", "testfase", "testen", "testing", "experiment*", "uitproberen", "trying*", "proberen", "in test", "piloting", "testphase", "erprob*", "essai*", "en test"}},
		{"likely", []string{"waarschijnlijk*", "probabl*", "likely", "naar verwachting", "wahrscheinlich*"}},
		{"surely", []string{"zeker", "certain*", "surely", "sure", "definite*", "vast van plan", "binnen een jaar", "binnen het jaar", "komende jaar",
			"komend jaar", "within a year", "within the year", "within one year", "within 12 months", "next year", "coming year",
			"volgend jaar", "decided to start", "planned", "gepland", "concrete plan*", "sicher", "bestimmt", "geplant", "innerhalb eines jahres", "nachstes jahr", "im kommenden jahr",
			"certainement", "surement", "dici un an", "dans lannee", "lannee prochaine", "prevu"}},
		{"later", []string{"misschien", "wellicht", "later", "perhaps", "maybe", "possibly", "mogelijk", "ooit", "op termijn", "some day",
			"someday", "in the future", "in de toekomst", "overweeg*", "overweg*", "considering", "eventueel", "vielleicht", "spater", "eventuell", "moglicherweise", "peut etre", "plus tard", "eventuellement"}},
	}
})

// stage is a stage of adoption and the words that mean it.
type stage struct {
	means string
	words []string
}

// stageOf returns the stage of adoption that an option's wording means, or "".
// What is denied comes first, then what is doubted: "zeker niet" is no plan.
func stageOf(label string) string {
	w := wordsOf(label)
	for _, s := range stages() {
		if has(w, s.words...) {
			return s.means
		}
	}
	denied := has(w, "nee", "neen", "no", "not", "niet", "geen", "nein", "non", "nog niet", "dont", "doesnt")
	switch {
	case denied:
		return "no"
	case has(w, "ja", "yes", "al", "nu", "already", "currently", "now", "in use", "in gebruik", "gebruik*", "use", "uses", "used", "using",
		"actief", "active*", "ingezet", "zetten", "operational", "in productie", "oui", "live", "daily", "dagelijks", "aan de slag", "deployed", "offer", "offers", "bieden",
		"nutzen", "nutzt", "verwenden", "bereits", "im einsatz", "utilise*", "utilisons", "lutilisons", "deja", "en service"):
		return "uses"
	}
	return ""
}

// ownerOf returns who does webcare by an option's wording, or "".
func ownerOf(label string) string {
	w := wordsOf(label)
	communication := has(w, "communicatie*", "communication*", "voorlichting", "persdienst", "press", "press office", "marketing*", "media team", "pr", "kommunikation*", "pressestelle*", "offentlichkeitsarbeit*")
	centre := has(w, "kcc", "klantcontact*", "klantencontact*", "klant contact*", "klantenservice", "contactcent*", "contact cent*", "customer contact*",
		"customer service*", "citizen contact*", "citizen service*", "publieksdienst*", "publiekszaken", "dienstverlening", "call cent*", "callcenter", "onthaal",
		"front office", "frontoffice", "burgerzaken", "helpdesk", "help desk", "infolijn", "infopunt", "reception", "balie", "service desk",
		"burgerservice*", "burgerburo*", "burgeramt*", "kundenservice*", "kundencenter*", "service client*", "accueil", "centre de contact*", "centre dappels", "guichet*")
	switch {
	case has(w, "mix*", "beide*", "both", "combinatie*", "combination*", "samen", "together", "gedeeld*", "shared", "jointly", "joint", "allebei", "mengvorm", "gemeinsam*", "les deux", "ensemble", "conjointement", "mixte"),
		communication && centre:
		return "mixed"
	case communication:
		return "communication"
	case centre:
		return "contact-centre"
	}
	return ""
}
