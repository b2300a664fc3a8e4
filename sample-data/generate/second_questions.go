package main

const chatbot = "Chatbot"

// flemishQuestions returns the second questionnaire, in another order than the
// first: channels before the organisation.
func flemishQuestions() []question {
	qs := []question{
		{id: "owner", heading: "Who looks after webcare?", kind: single, role: "owner", label: "Webcare", options: []option{
			{code: "shared", label: "Both share it", means: "mixed"},
			{code: "comms", label: "The communication department", short: "Communication", means: "communication"},
			{code: "front-office", label: "The customer contact centre", short: "Contact centre", means: "contact-centre"},
			{code: "elsewhere", label: "Someone else"},
			{code: "unsure", label: "Don't know", dontKnow: true, outOfBase: true},
		}},
	}
	qs = append(qs, flemishWhatsApp()...)
	qs = append(qs, flemishChatbot()...)
	return append(qs, flemishBackground()...)
}

func flemishStages() []option {
	return []option{
		{code: "none", label: "No plans", means: "no"},
		{code: "perhaps", label: "Perhaps later", means: "later"},
		{code: "probable", label: "Very probably within the next year", short: "Very probably", means: "likely"},
		{code: "certain", label: "Certainly within the next year", short: "Certainly", means: "surely"},
		{code: "trial", label: "Running a trial", short: "Trial", means: "pilot"},
		{code: "live", label: "We already use it", short: "Uses it", means: "uses"},
	}
}

// sevenPoints is a scale with words at its ends only.
func sevenPoints() []option {
	labels := [...]string{"1 (very dissatisfied)", "2", "3", "4", "5", "6", "7 (very satisfied)"}
	options := make([]option, len(labels))
	for i, label := range labels {
		options[i] = option{code: "s" + itoa(i+1), label: label, score: i + 1}
	}
	return options
}

func flemishBarriers() []option {
	return []option{
		{code: "people", label: "Not enough people"},
		{code: "skills", label: "Our staff are not ready for it", short: "Staff not ready"},
		{code: "law", label: "Privacy rules, GDPR in particular", short: "Privacy rules"},
		{code: "dont-know", label: "Don't know", dontKnow: true},
		{code: "other", label: "Other, please specify", short: "Other", other: true},
	}
}

func flemishWhatsApp() []question {
	return []question{
		{id: "wa-stage", heading: "Do residents reach you by WhatsApp?", kind: single, role: "adoption", channel: whatsApp, label: "Use of WhatsApp", options: flemishStages()},
		{id: "wa-rating", heading: "Overall, how satisfied are you with WhatsApp? (1 to 7)", kind: scale, role: "satisfaction", channel: whatsApp,
			label: "Satisfaction with WhatsApp", asked: []condition{{"wa-stage", []string{"live"}}}, options: sevenPoints()},
		{id: "wa-volume", heading: "Questions by WhatsApp in an average office hour", kind: number, role: "volume", channel: whatsApp,
			label: "Questions by WhatsApp", unit: "per hour", asked: []condition{{"wa-stage", []string{"live"}}}},
		{id: "wa-barriers", heading: "What keeps you from starting with WhatsApp?", kind: multiple, role: "barrier", channel: whatsApp,
			label: "Barriers to WhatsApp", asked: []condition{{"wa-stage", []string{"none", "perhaps"}}}, separator: ";", options: flemishBarriers()},
		{id: "lc-stage", heading: "Is there live chat on your website?", kind: single, role: "adoption", channel: liveChat, label: "Use of live chat", options: flemishStages()},
		{id: "lc-reasons", heading: "Why would you start with live chat?", kind: multiple, role: "reason", channel: liveChat, label: "Reasons for live chat",
			asked: []condition{{"lc-stage", []string{"certain", "probable"}}}, separator: ";", options: []option{
				{code: "calls", label: "Fewer phone calls"},
				{code: "hours", label: "Longer opening hours"},
				{code: "young", label: "Young people ask for it"},
				{code: "other", label: "Other, please specify", short: "Other", other: true},
			}},
	}
}

func flemishChatbot() []question {
	return []question{
		{id: "cb-stage", heading: "Do you have a chatbot?", kind: single, role: "adoption", channel: chatbot, label: "Use of a chatbot", options: flemishStages()},
		{id: "cb-rating", heading: "Overall, how satisfied are you with your chatbot? (1 to 7)", kind: scale, role: "satisfaction", channel: chatbot,
			label: "Satisfaction with the chatbot", asked: []condition{{"cb-stage", []string{"live", "trial"}}}, options: sevenPoints()},
		{id: "cb-barriers", heading: "What keeps you from starting with a chatbot?", kind: multiple, role: "barrier", channel: chatbot,
			label: "Barriers to a chatbot", asked: []condition{{"cb-stage", []string{"none", "perhaps"}}}, separator: ";", options: flemishBarriers()},
		{id: "cb-words", heading: "Which words come to mind when you think of a chatbot?", kind: open, role: "association", channel: chatbot, label: "Words for a chatbot"},
	}
}

func flemishBackground() []question {
	return []question{
		{id: "contact", heading: "Compared with last year, the number of contacts has", kind: scale, role: "change", label: "Change in contacts", options: []option{
			{code: "down-much", label: "fallen sharply", score: 1},
			{code: "down", label: "fallen", score: 2},
			{code: "level", label: "stayed the same", score: 3},
			{code: "up", label: "risen", score: 4},
			{code: "up-much", label: "risen sharply", score: 5},
		}},
		{id: "media", heading: "Where can people find you?", kind: multiple, role: "presence", label: "Social media", separator: ";", options: []option{
			{code: "facebook", label: "Facebook"},
			{code: "instagram", label: "Instagram"},
			{code: "twitter", label: "Twitter"},
			{code: "linkedin", label: "LinkedIn"},
			{code: "none", label: "None of these"},
			{code: "other", label: "Other, please specify", short: "Other", other: true},
		}},
		{id: "body", heading: "Name of your organisation", kind: name, role: "organisation", label: "Organisation"},
		{id: "sort", heading: "Type of organisation", kind: single, role: "organisation-type", label: "Type of organisation", options: []option{
			{code: "agency", label: "Flemish agency", plural: "Flemish agencies"},
			{code: "city", label: "City or municipality", plural: "cities and municipalities", means: "municipality"},
			{code: "intermunicipal", label: "Intermunicipal company", plural: "intermunicipal companies"},
			{code: "province", label: "Province", plural: "provinces", means: "province"},
			{code: "welfare", label: "Public welfare centre (OCMW)", short: "Public welfare centre", plural: "public welfare centres"},
		}},
		{id: "size", heading: "How many people live in your municipality?", kind: single, role: "size-class", label: "Size class",
			asked: []condition{{"sort", []string{"city", "welfare"}}}, options: []option{
				{code: "small", label: "Under 10,000"},
				{code: "middle", label: "10,000-24,999"},
				{code: "big", label: "25,000 or more", means: "large"},
			}},
	}
}
