package main

func whatsAppQuestions() []question {
	inUse := []condition{{"whatsapp", []string{"uses", "pilot"}}}
	return []question{
		{id: "whatsapp", heading: "Gebruikt uw organisatie WhatsApp voor vragen van inwoners?", kind: single,
			role: "adoption", channel: whatsApp, label: "Gebruik van WhatsApp", options: stages()},
		{id: "whatsapp-satisfaction", heading: "Hoe tevreden bent u over WhatsApp?", kind: scale,
			role: "satisfaction", channel: whatsApp, label: "Tevredenheid over WhatsApp", asked: inUse, options: []option{
				{code: "very-dissatisfied", label: "Zeer ontevreden", score: 1},
				{code: "dissatisfied", label: "Ontevreden", score: 2},
				{code: "neutral", label: "Neutraal", score: 3},
				{code: "satisfied", label: "Tevreden", score: 4},
				{code: "very-satisfied", label: "Zeer tevreden", score: 5},
			}},
		{id: "whatsapp-praise", heading: "Waarom bent u tevreden over WhatsApp? (meerdere antwoorden mogelijk)", kind: multiple,
			role: "praise", channel: whatsApp, label: "Waarom tevreden over WhatsApp",
			asked: []condition{{"whatsapp-satisfaction", []string{"satisfied", "very-satisfied"}}}, options: []option{
				{code: "residents", label: "Inwoners zijn erg tevreden"},
				{code: "low-threshold", label: "Contact is laagdrempelig"},
				{code: "pace", label: "Vragen zijn vlot afgehandeld"},
				{code: "fewer-calls", label: "Er komen minder telefoontjes"},
				{code: "staff", label: "Collega’s werken er graag mee"},
				dontKnow(),
				otherNamely(),
			}},
		{id: "whatsapp-doubts", heading: "Heeft u twijfels over de veiligheid en privacy van WhatsApp?", kind: single,
			role: "concern", channel: whatsApp, label: "Twijfels over veiligheid en privacy", asked: inUse, options: []option{
				{code: "yes", label: "Ja"},
				{code: "no", label: "Nee"},
			}},
		{id: "whatsapp-volume", heading: "Hoeveel vragen per uur krijgt u via WhatsApp, gemiddeld tijdens kantoortijden?", kind: number,
			role: "volume", channel: whatsApp, label: "Vragen per uur via WhatsApp", unit: "vragen per uur",
			asked: []condition{{"whatsapp", []string{"uses"}}}},
		{id: "whatsapp-barriers", heading: "Wat houdt u tegen om WhatsApp in te zetten? (meerdere antwoorden mogelijk)", kind: multiple,
			role: "barrier", channel: whatsApp, label: "Belemmeringen voor WhatsApp",
			asked: []condition{{"whatsapp", notYet()}}, options: barriers()},
	}
}

func liveChatQuestions() []question {
	return []question{
		{id: "livechat", heading: "Gebruikt uw organisatie live chat op de website?", kind: single,
			role: "adoption", channel: liveChat, label: "Gebruik van live chat", options: stages()},
		{id: "livechat-reasons", heading: "Waarom overweegt u om live chat in te zetten? (meerdere antwoorden mogelijk)", kind: multiple,
			role: "reason", channel: liveChat, label: "Redenen voor live chat",
			asked: []condition{{"livechat", []string{"surely", "likely", "later"}}}, options: []option{
				{code: "low-threshold", label: "Laagdrempelig contact"},
				{code: "personal", label: "Het maakt de website persoonlijk", short: "Maakt de website persoonlijk"},
				{code: "conversion", label: "Minder afhakers en meer digitale conversie", short: "Minder afhakers, meer conversie"},
				{code: "fewer-calls", label: "Minder telefoontjes"},
				{code: "simultaneous", label: "Meerdere gesprekken tegelijk"},
				dontKnow(),
				otherNamely(),
			}},
		{id: "livechat-volume", heading: "Hoeveel gesprekken per uur voert u via live chat, gemiddeld tijdens kantoortijden?", kind: number,
			role: "volume", channel: liveChat, label: "Gesprekken per uur via live chat", unit: "gesprekken per uur",
			asked: []condition{{"livechat", []string{"uses"}}}},
		{id: "livechat-barriers", heading: "Wat houdt u tegen om live chat in te zetten? (meerdere antwoorden mogelijk)", kind: multiple,
			role: "barrier", channel: liveChat, label: "Belemmeringen voor live chat",
			asked: []condition{{"livechat", notYet()}}, options: barriers()},
	}
}

func contactQuestions() []question {
	return []question{
		{id: "contact-change", heading: "Hoe is het aantal klantcontacten het afgelopen jaar veranderd?", kind: scale,
			role: "change", label: "Verandering in klantcontact", options: []option{
				{code: "strong-fall", label: "Sterke daling", score: 1},
				{code: "fall", label: "Daling", score: 2},
				{code: "same", label: "Gelijk gebleven", score: 3},
				{code: "rise", label: "Stijging", score: 4},
				{code: "strong-rise", label: "Sterke stijging", score: 5},
			}},
		{id: "webcare-owner", heading: "Wie doet bij uw organisatie de webcare?", kind: single,
			role: "owner", label: "Wie doet de webcare", options: []option{
				{code: "communication", label: "Communicatie", means: "communication"},
				{code: "contact-centre", label: "Klantcontactcentrum (KCC)", short: "KCC", means: "contact-centre"},
				{code: "mixed", label: "Een mix van beide", means: "mixed"},
			}},
		{id: "chatbot-words", heading: "Welke woorden komen bij u op bij een chatbot?", kind: open,
			role: "association", channel: "Chatbot", label: "Woorden bij een chatbot"},
		{id: "chatbot-opportunities", heading: "Welke kansen ziet u voor een chatbot in uw organisatie?", kind: open,
			role: "opportunity", channel: "Chatbot", label: "Kansen voor een chatbot", themes: []theme{
				{"customer-journey", "De klantreis op de website verbeteren",
					[]string{"klantreis", "websit", "wegwijs", "navig", "zoek", "formulier"}},
				{"standard-products", "Dienstverlening op standaardproducten",
					[]string{"afspra", "melding", "openbare ruimte", "rijbewij", "paspoort", "standaard", "uittreksel", "verhui", "afval"}},
			}},
	}
}
