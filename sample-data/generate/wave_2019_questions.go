package main

import (
	"slices"
	"time"
)

// questions2019 returns the questionnaire of 2019: without province, inhabitants
// and open questions, with a chatbot's stages, live chat in other words, and
// barriers among which the supplier's rules have taken the place of demand.
func questions2019() []question {
	form, wa, lc, contact := background(), whatsAppQuestions(), liveChatQuestions(), contactQuestions()
	against := &wa[5]
	demand := slices.IndexFunc(against.options, func(o option) bool { return o.code == "demand" })
	against.options[demand] = option{code: "platform", label: "De regels van WhatsApp zelf"}
	privacy := slices.IndexFunc(against.options, func(o option) bool { return o.code == "privacy" })
	against.options[privacy].label = "Twijfels over privacy (AVG)"
	lc[0].heading = "Biedt uw organisatie op de website live chat aan?"
	unsure := slices.IndexFunc(lc[3].options, func(o option) bool { return o.dontKnow })
	lc[3].options = slices.Delete(lc[3].options, unsure, unsure+1)
	return []question{
		form[0], form[1], form[2], form[5], form[6],
		wa[0], wa[1], wa[4], wa[5],
		lc[0], lc[1], lc[3],
		{id: "chatbot", heading: "Gebruikt uw organisatie een chatbot?", kind: single,
			role: "adoption", channel: chatbot, label: "Gebruik van een chatbot", options: stages()},
		contact[0], contact[1],
	}
}

func codebook2019(questions []question) book {
	head := waveHead("2019", "online", "Online vragenlijst van 25 november tot en met 13 december 2019.")
	return book{
		remark: []string{
			"Codebook of howaboutyou-2019.xlsx, the wave after that of 2018. The answers are",
			"made up.",
		},
		head: append(head,
			"from_register:",
			"  # One organisation answered twice under different ids.",
			"  several: keep-last"),
		questions: questions,
	}
}

func cover2019() cover {
	return cover{
		title: "HowAboutYou 2019 (fictieve antwoorden)",
		saved: time.Date(2019, time.December, 16, 9, 0, 0, 0, time.UTC),
		notes: []string{
			"HowAboutYou 2019: toelichting bij de export",
			"",
			"LET OP: dit zijn fictieve gegevens. Niemand heeft deze antwoorden ooit gegeven.",
			"De organisaties en codes bestaan niet; overeenkomst met een bestaande organisatie is toeval.",
			"Het aandeel dat WhatsApp gebruikt, is zo gekozen dat het past bij wat eind 2019 over gemeenten is bericht.",
			"",
			"Veldwerk: 25 november tot en met 13 december 2019, online vragenlijst.",
			"Een organisatie heeft de vragenlijst twee keer ingevuld.",
		},
	}
}
