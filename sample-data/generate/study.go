package main

import "errors"

// answerSurvey lets the bodies answer, one record each, and adds the three rows
// that are no respondents. All counts are those of the study.
func answerSurvey(r *random, bodies []body) ([]*record, error) {
	records := make([]*record, len(bodies))
	for i, b := range bodies {
		records[i] = introduce(b)
	}
	err := errors.Join(
		adopt(r, records),
		ownWebcare(r, records),
		answerPresence(r, records),
		answerWhatsApp(r, records),
		answerVolumes(r, records),
		answerReasons(r, records),
		answerBarriers(r, records),
		deal("contact-change", records, deck(r, share[string]{"strong-fall", 2}, share[string]{"fall", 12},
			share[string]{"same", 66}, share[string]{"rise", 33}, share[string]{"strong-rise", 4})),
		answerOpen(r, "chatbot-words", records, chatbotWords[:]),
		answerOpen(r, "chatbot-opportunities", records, chatbotChances[:]),
	)
	if err != nil {
		return nil, err
	}
	shuffle(r, records)
	return extraRows(r, schedule(r, records)), nil
}

// introduce fills in the background questions.
func introduce(b body) *record {
	r := &record{status: "Voltooid", answers: make(map[string]answer)}
	r.write("organisation", b.name)
	r.write("organisation-code", b.code)
	r.choose("organisation-type", b.kind)
	r.choose("province", b.province)
	r.count("inhabitants", float64(b.inhabitants))
	if b.size != "" {
		r.choose("size-class", b.size)
	}
	return r
}

// group is a number of respondents of one type or size class.
type group struct {
	question, code string
	n              int
}

// adopt hands out the stages of adoption: WhatsApp users by type and size
// class first, then the live chat users among them and elsewhere.
func adopt(r *random, records []*record) error {
	users := []group{
		{"size-class", "under-20k", 5}, {"size-class", "20k-50k", 15}, {"size-class", "50k-100k", 15}, {"size-class", "over-100k", 13},
		{"organisation-type", "safety-region", 3}, {"organisation-type", "water-board", 2},
		{"organisation-type", "province", 1}, {"organisation-type", "other", 2},
	}
	pilots := []group{{"size-class", "50k-100k", 1}, {"organisation-type", "safety-region", 1}}
	err := errors.Join(start(r, "whatsapp", "uses", records, users), start(r, "whatsapp", "pilot", records, pilots))
	if err != nil {
		return err
	}
	rest := those(records, func(c *record) bool { return !c.answers["whatsapp"].given })
	err = deal("whatsapp", rest, deck(r, share[string]{"surely", 12}, share[string]{"likely", 12},
		share[string]{"later", 9}, share[string]{"no", 26}))
	if err != nil {
		return err
	}
	alsoWhatsApp := []group{
		{"size-class", "under-20k", 1}, {"size-class", "20k-50k", 2}, {"size-class", "50k-100k", 2}, {"size-class", "over-100k", 4},
		{"organisation-type", "other", 1},
	}
	chatOnly := []group{{"size-class", "20k-50k", 1}, {"size-class", "50k-100k", 1}, {"size-class", "over-100k", 1}}
	err = errors.Join(
		start(r, "livechat", "uses", those(records, chose("whatsapp", "uses")), alsoWhatsApp),
		start(r, "livechat", "uses", those(records, chose("whatsapp", notYet()...)), chatOnly))
	if err != nil {
		return err
	}
	rest = those(records, func(c *record) bool { return !c.answers["livechat"].given })
	return deal("livechat", rest, deck(r, share[string]{"surely", 14}, share[string]{"likely", 20},
		share[string]{"later", 44}, share[string]{"no", 26}))
}

// start gives the stage to the number of records that each group asks for,
// among those who have no stage yet.
func start(r *random, question, stage string, records []*record, groups []group) error {
	for _, g := range groups {
		free := those(records, func(c *record) bool { return c.has(g.question, g.code) && !c.answers[question].given })
		drawn, err := draw(r, free, g.n)
		if err != nil {
			return err
		}
		for _, d := range drawn {
			d.choose(question, stage)
		}
	}
	return nil
}

// ownWebcare gives webcare to the contact centre of 26 of the 56 WhatsApp users
// and 8 of the 13 live chat users, 36 in all.
func ownWebcare(r *random, records []*record) error {
	w, l := chose("whatsapp", "uses"), chose("livechat", "uses")
	parts := []struct {
		who     func(*record) bool
		centres int
	}{{both(w, l), 7}, {both(w, not(l)), 19}, {both(not(w), l), 1}, {both(not(w), not(l)), 9}}
	for _, p := range parts {
		drawn, err := draw(r, those(records, p.who), p.centres)
		if err != nil {
			return err
		}
		for _, d := range drawn {
			d.choose("webcare-owner", "contact-centre")
		}
	}
	rest := those(records, func(c *record) bool { return !c.answers["webcare-owner"].given })
	return deal("webcare-owner", rest, deck(r, share[string]{"communication", 52}, share[string]{"mixed", 29}))
}

// answerOpen spreads the texts over the records; the others leave it empty.
func answerOpen(r *random, question string, records []*record, texts []string) error {
	drawn, err := draw(r, records, len(texts))
	if err != nil {
		return err
	}
	for i, d := range drawn {
		d.write(question, texts[i])
	}
	return nil
}
