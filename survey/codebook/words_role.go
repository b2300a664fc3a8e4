package codebook

// The words in a question by which its role is told, in Dutch and English, and the
// commonest in German and French. See
// has for the notation.

func organisationWords() []string {
	return []string{"organisat*", "organizat*", "gemeente*", "instelling*", "bestuur", "besturen", "overheid*", "municipal*", "authorit*", "body", "bodies", "council", "administration*", "institution*", "employer", "werkgever", "government*", "bestuursorgaan", "lokaal bestuur", "gemeinde*", "behorde*", "verwaltung*", "commune", "communes", "einrichtung*", "arbeitgeber*", "employeur*", "collectivite*", "etablissement*"}
}

func kindWordsOfBody() []string {
	return []string{"type", "types", "soort", "kind", "sort", "wat voor", "what kind", "categorie", "category", "aard", "welche art", "welcher art", "art der", "art ihrer", "typ", "kategorie", "quelle sorte", "nature de"}
}

func inhabitantWords() []string {
	return []string{"inwoner*", "inhabitant*", "population*", "resident*", "bevolking*", "citizens", "people live", "grootteklasse*", "inwonersklasse*", "size class*", "einwohner*", "habitant*", "dhabitant*"}
}

// sizeWords tell a size only together with a word for an organisation.
func sizeWords() []string {
	return []string{"grootte*", "size", "sizes", "klasse*", "class", "omvang", "large", "groot", "big"}
}

func provinceWords() []string {
	return []string{"provincie*", "province*", "provinz*", "kanton", "kantone", "canton", "cantons", "bundesland", "bundeslander"}
}

func weightWords() []string {
	return []string{"weegfactor*", "wegingsfactor*", "weging", "gewicht", "weight", "weights", "weighting"}
}

func satisfactionWords() []string {
	return []string{"tevreden*", "satisf*", "zufrieden*", "happy", "pleased", "content with"}
}

func whyWords() []string {
	return []string{"waarom", "why", "reden*", "reason*", "waardoor", "what makes", "wat maakt", "beweegreden*", "motie*", "aanleiding*", "what made", "warum", "weshalb", "wieso", "grund", "grunde", "pourquoi", "raison*"}
}

func denyWords() []string {
	return []string{"niet", "nog niet", "not", "geen", "no", "dont", "doesnt", "isnt", "havent", "arent", "nicht", "without", "kein", "keine", "keinen", "vous pas", "ne pas", "pas encore", "pas de", "aucun*"}
}

func barrierWords() []string {
	return []string{"belemmer*", "barrier*", "barrière*", "obstakel*", "obstacle*", "tegenhoud*", "tegen om", "houdt u tegen", "tegenhoudt", "weerhoud*", "hinder*", "keeps you", "keeping you", "keep you", "keeps your", "keeping your", "holds you", "holding you", "holds your", "holding your", "hold you", "hold your", "stops you", "stopping you", "stops your", "stopping your", "stands in the way", "in de weg", "in the way", "prevent*", "drempel*", "hurdle*", "staat in de weg", "bezwar*", "objection*", "houdt", "what is stopping", "hindernis*", "hindert", "hurde*", "frein*", "empeche*"}
}

func concernWords() []string {
	return []string{"twijfel*", "zorgen", "bezorgd*", "doubt*", "concern*", "worr*", "bedenking*", "reservation*", "vraagtekens", "misgiving*", "veiligheid en privacy", "safety and privacy", "privacy and security", "security and privacy", "privacy and safety", "risico*", "risk*", "bedenken", "sorgen bereit*", "risiko*", "risiken", "inquietude*", "crainte*", "risque*"}
}

func reasonWords() []string {
	return []string{"voordel*", "benefit*", "advantage*", "overweeg*", "overweg*", "considering", "consider", "aantrekkelijk", "attract*", "appeal*", "vorteil*", "avantage*"}
}

func hourWords() []string {
	return []string{"per uur", "per hour", "an hour", "each hour", "every hour", "hourly", "in een uur", "elk uur", "in one hour", "uurlijks", "pro stunde", "par heure", "office hour", "working hour", "business hour", "kantooruur", "werkuur"}
}

func contactWords() []string {
	return []string{"contact*", "klantcontact*", "klantencontact*", "vragen", "vraag", "question*", "enquir*", "inquir*", "bericht*", "message*", "gesprek*", "conversation*", "volume", "klant*", "customer*", "citizen*", "inwoner*", "resident*", "burger*", "oproep*", "call*"}
}

func ownerWords() []string {
	return []string{"webcare", "social media", "sociale media", "online vragen", "social messages", "wie", "who", "whose", "department", "departement", "afdeling*", "dienst", "team", "verantwoordelijk*", "responsible", "handles", "verzorgt", "answers", "beantwoordt", "looks after", "in charge", "takes care", "run by", "abteilung*", "zustandig*", "verantwortlich*", "wer", "service", "qui", "responsable*"}
}

func associationWords() []string {
	return []string{"woord*", "word", "words", "omschrijf*", "omschrijv*", "describe", "description", "associa*", "denkt u aan", "denk je aan", "think of", "comes to mind", "come to mind", "spring* to mind", "komt in u op", "typeer*", "typer*", "denkt u bij", "trefwoord*", "keyword*", "beschrijf*"}
}

func opportunityWords() []string {
	return []string{"kansen", "kans", "opportunit*", "mogelijkhed*", "possibilit*", "potential", "potentieel", "chances", "toepassing*", "use cases", "waarvoor zou", "inzetten voor", "where could", "what could", "could a", "waar ziet u", "waarde"}
}

func presenceWords() []string {
	return []string{"kanalen", "kanaal", "channel*", "social media", "sociale media", "platform*", "netwerk*", "network*", "actief", "active", "aanwezig", "present", "vinden", "vindbaar", "find", "bereik*", "reach", "volg*", "follow", "gebruik*", "use", "uses"}
}
