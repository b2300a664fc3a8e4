package main

// questions2017 returns the shorter questionnaire of 2017, read out by telephone:
// no code of the organisation, five stages of WhatsApp instead of six, live chat
// yes or no, satisfaction without a middle, questions a day, and barriers asked of those
// without plans alone.
func questions2017() []question {
	inUse := []condition{{"whatsapp-use", []string{"uses", "pilot"}}}
	form := background()
	size, presence := form[5], form[6]
	presence.options = append([]option{{code: "google-plus", label: "Google+"}}, presence.options...)
	return []question{
		form[0],
		{id: "organisation-type", heading: form[2].heading, kind: single, role: form[2].role, label: form[2].label, options: form[2].options[:3]},
		form[3],
		size,
		presence,
		{id: "whatsapp-use", heading: "Kunnen inwoners uw organisatie via WhatsApp een vraag stellen?", kind: single,
			role: "adoption", channel: whatsApp, sameAs: "whatsapp", label: "Gebruik van WhatsApp", options: []option{
				{code: "uses", label: "Ja, dit gebruiken we nu", short: "Gebruikt het nu", means: "uses"},
				{code: "pilot", label: "We doen een proef (pilot)", short: "Pilot", means: "pilot"},
				{code: "within-year", label: "Nee, maar binnen een jaar", short: "Binnen een jaar", means: "likely", sameAs: []string{"surely", "likely"}},
				{code: "later", label: "Nee, misschien later", short: "Misschien later", means: "later"},
				{code: "no", label: "Nee, we hebben geen plannen", short: "Geen plannen", means: "no"},
			}},
		{id: "whatsapp-satisfaction", heading: "Bent u tevreden over WhatsApp?", kind: scale,
			role: "satisfaction", channel: whatsApp, label: "Tevredenheid over WhatsApp", asked: inUse, options: []option{
				{code: "very-dissatisfied", label: "Zeer ontevreden", score: 1},
				{code: "dissatisfied", label: "Ontevreden", score: 2},
				{code: "satisfied", label: "Tevreden", score: 3},
				{code: "very-satisfied", label: "Zeer tevreden", score: 4},
			}},
		{id: "whatsapp-volume", heading: "Hoeveel vragen per dag krijgt u via WhatsApp?", kind: number,
			role: "volume", channel: whatsApp, label: "Vragen per dag via WhatsApp", unit: "vragen per dag",
			asked: []condition{{"whatsapp-use", []string{"uses"}}}},
		{id: "whatsapp-barriers", heading: "Wat houdt u tegen om WhatsApp in te zetten? (meerdere antwoorden mogelijk)", kind: multiple,
			role: "barrier", channel: whatsApp, label: "Belemmeringen voor WhatsApp",
			asked: []condition{{"whatsapp-use", []string{"later", "no"}}}, options: barriers()},
		{id: "livechat", heading: "Gebruikt uw organisatie live chat op de website?", kind: single,
			role: "adoption", channel: liveChat, label: "Gebruik van live chat", options: []option{
				{code: "uses", label: "Ja", means: "uses"},
				{code: "no", label: "Nee", means: "no", sameAs: []string{"pilot", "surely", "likely", "later", "no"}},
			}},
		{id: "webcare-owner", heading: "Wie doet bij uw organisatie de webcare?", kind: single,
			role: "owner", label: "Wie doet de webcare", options: []option{
				{code: "contact-centre", label: "Klantcontactcentrum (KCC)", short: "KCC", means: "contact-centre"},
				{code: "communication", label: "Communicatie", means: "communication"},
				{code: "mixed", label: "Een mix van beide", means: "mixed"},
			}},
	}
}

func codebook2017(questions []question) book {
	return book{
		remark: []string{
			"Codebook of howaboutyou-2017.csv, the wave before that of 2018: by telephone,",
			"among fewer types of organisation and with fewer questions. The answers are made up.",
		},
		head:      waveHead("2017", "telephone", "Belronde van 4 tot en met 22 september 2017 onder gemeenten, veiligheidsregio's en waterschappen."),
		questions: questions,
	}
}

// waveHead returns what the codebook of a wave says above the questions.
func waveHead(year, mode, method string) []string {
	return []string{
		"# " + method,
		"survey:",
		`  title: "HowAboutYou ` + year + ` (fictieve antwoorden)"`,
		"  language: nl",
		`  publisher: "Voorbeeldgegevens van benchmark"`,
		"  synthetic: true",
		"  mode: " + mode,
		"respondent:",
		`  id: "Respondent ID"`,
		`  started: "Startdatum"`,
		`  ended: "Einddatum"`,
		`  status: "Status"`,
		`  complete: ["Voltooid"]`,
		"register: register-2018.csv",
	}
}
