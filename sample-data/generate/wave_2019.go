package main

import (
	"errors"
	"maps"
	"time"
)

// quotas2019 are the respondents of 2019 beside two bodies that merged before
// 2018.
var quotas2019 = [...]quota{
	{"municipality", "under-20k", 8, 5}, {"municipality", "20k-50k", 15, 11},
	{"municipality", "50k-100k", 14, 6}, {"municipality", "over-100k", 10, 4},
	{"safety-region", "", 5, 2}, {"water-board", "", 4, 1}, {"province", "", 1, 1},
	{"health-service", "", 1, 1}, {"other", "", 3, 2},
}

// wave2019 lets 96 bodies answer, of which 51 use WhatsApp: 40 of 75
// municipalities, the share that was reported in December 2019.
func wave2019(bodies []body, in2018 []*record) (*wave, error) {
	r := newRandom(2019)
	w := &wave{
		questions: questions2019(),
		first:     time.Date(2019, time.November, 25, 0, 0, 0, 0, time.UTC),
		last:      time.Date(2019, time.December, 13, 0, 0, 0, 0, time.UTC),
		id:        8211904377,
	}
	heir, _ := heirs(bodies)
	if err := w.invite(r, bodies, in2018, quotas2019[:], heir[:2]); err != nil {
		return nil, err
	}
	shuffle(r, w.records)
	err := errors.Join(w.whatsApp2019(r), w.channels2019(r), w.own2019(r))
	if err != nil {
		return nil, err
	}
	if err := errors.Join(w.use2019(r), w.barriers2019(r), w.presence2019(r)); err != nil {
		return nil, err
	}
	w.hold(r, 6, 20)
	w.twice()
	return w, nil
}

// whatsApp2019 lets some users of 2018 stop and half of those with plans start;
// the newcomers complete the numbers.
func (w *wave) whatsApp2019(r *random) error {
	const q = "whatsapp"
	err := errors.Join(
		w.move(r, q, w.was(q, "uses", "pilot"), share[string]{"uses", 27}, share[string]{"later", 3}, share[string]{"no", 4}),
		w.move(r, q, w.was(q, "surely"), share[string]{"uses", 3}, share[string]{"likely", 1}),
		w.move(r, q, w.was(q, "likely"), share[string]{"uses", 3}, share[string]{"pilot", 1}, share[string]{"later", 4}),
		w.move(r, q, w.was(q, "later"), share[string]{"uses", 1}, share[string]{"later", 3}),
		w.move(r, q, w.was(q, "no"), share[string]{"uses", 1}, share[string]{"surely", 1}, share[string]{"no", 10}))
	if err != nil {
		return err
	}
	municipal := chose("organisation-type", "municipality")
	for _, g := range []struct {
		who   func(*record) bool
		users int
	}{{municipal, 40}, {not(municipal), 11}} {
		missing := g.users - len(those(w.records, both(g.who, chose(q, "uses"))))
		drawn, err := draw(r, those(w.records, both(w.fresh, g.who)), missing)
		if err != nil {
			return err
		}
		for _, c := range drawn {
			c.choose(q, "uses")
		}
	}
	return w.move(r, q, w.fresh, share[string]{"pilot", 2}, share[string]{"surely", 3}, share[string]{"likely", 2},
		share[string]{"later", 5}, share[string]{"no", 6})
}

// channels2019 hands out the stages of live chat and chatbots, and the change in
// contact.
func (w *wave) channels2019(r *random) error {
	const q = "livechat"
	all := func(*record) bool { return true }
	return errors.Join(
		w.move(r, q, w.was(q, "uses"), share[string]{"uses", 4}, share[string]{"no", 1}),
		w.move(r, q, w.was(q, "surely"), share[string]{"uses", 3}, share[string]{"pilot", 1}, share[string]{"likely", 2}),
		w.move(r, q, w.was(q, "likely"), share[string]{"uses", 2}, share[string]{"surely", 2}, share[string]{"later", 3}),
		w.move(r, q, w.was(q, "later"), share[string]{"uses", 3}, share[string]{"likely", 3}, share[string]{"later", 15}, share[string]{"no", 5}),
		w.move(r, q, w.was(q, "no"), share[string]{"uses", 1}, share[string]{"later", 4}, share[string]{"no", 13}),
		w.move(r, q, w.fresh, share[string]{"uses", 11}, share[string]{"pilot", 2}, share[string]{"surely", 3},
			share[string]{"likely", 3}, share[string]{"later", 9}, share[string]{"no", 6}),
		w.move(r, "chatbot", all, share[string]{"uses", 9}, share[string]{"pilot", 8}, share[string]{"surely", 5},
			share[string]{"likely", 12}, share[string]{"later", 38}, share[string]{"no", 24}),
		w.move(r, "contact-change", all, share[string]{"strong-fall", 1}, share[string]{"fall", 10}, share[string]{"same", 48},
			share[string]{"rise", 32}, share[string]{"strong-rise", 5}))
}

// own2019 moves webcare from Communication towards the contact centre.
func (w *wave) own2019(r *random) error {
	const q = "webcare-owner"
	return errors.Join(
		w.move(r, q, w.was(q, "communication"), share[string]{"communication", 17}, share[string]{"contact-centre", 3}, share[string]{"mixed", 4}),
		w.move(r, q, w.was(q, "contact-centre"), share[string]{"contact-centre", 17}, share[string]{"mixed", 1}),
		w.move(r, q, w.was(q, "mixed"), share[string]{"communication", 2}, share[string]{"contact-centre", 7}, share[string]{"mixed", 11}),
		w.move(r, q, w.fresh, share[string]{"communication", 13}, share[string]{"contact-centre", 13}, share[string]{"mixed", 8}))
}

// use2019 fills in what only users and pilots are asked, and why some consider
// live chat.
func (w *wave) use2019(r *random) error {
	const reasons = "livechat-reasons"
	large := chose("size-class", "over-100k")
	users := those(w.records, chose("whatsapp", "uses"))
	big := those(users, large)
	considering := those(w.records, chose("livechat", "surely", "likely", "later"))
	err := errors.Join(
		deal("whatsapp-satisfaction", those(w.records, chose("whatsapp", "uses", "pilot")), deck(r, share[string]{"very-satisfied", 15},
			share[string]{"satisfied", 29}, share[string]{"neutral", 7}, share[string]{"dissatisfied", 2}, share[string]{"very-dissatisfied", 1})),
		dealNumbers(r, "whatsapp-volume", big, []float64{4, 6, 8, 10, 12, 14, 20, 25}),
		dealNumbers(r, "whatsapp-volume", those(users, not(large)), deck(r, share[float64]{0.5, 4}, share[float64]{1, 9},
			share[float64]{2, 14}, share[float64]{3, 8}, share[float64]{4, 5}, share[float64]{6, 3})),
		tickFor(r, reasons, "low-threshold", considering, 24),
		tickFor(r, reasons, "personal", considering, 14),
		tickFor(r, reasons, "conversion", considering, 15),
		tickFor(r, reasons, "fewer-calls", considering, 16),
		tickFor(r, reasons, "simultaneous", considering, 8))
	fillUp(r, reasons, considering, otherReasons, 40)
	return err
}

// barriers2019 names what keeps bodies from WhatsApp and live chat. Nobody can
// answer "don't know" about live chat.
func (w *wave) barriers2019(r *random) error {
	const wb, lb = "whatsapp-barriers", "livechat-barriers"
	askedW, askedL := those(w.records, chose("whatsapp", notYet()...)), those(w.records, chose("livechat", notYet()...))
	err := errors.Join(
		tickFor(r, wb, "capacity", askedW, 21), tickFor(r, lb, "capacity", askedL, 31),
		tickFor(r, wb, "staff-not-ready", askedW, 9), tickFor(r, lb, "staff-not-ready", askedL, 16),
		tickFor(r, wb, "budget", askedW, 5), tickFor(r, lb, "budget", askedL, 11),
		tickFor(r, wb, "privacy", askedW, 15), tickFor(r, lb, "privacy", askedL, 6),
		tickFor(r, wb, "platform", askedW, 12), tickFor(r, lb, "demand", askedL, 9),
		tickFor(r, wb, "technology", askedW, 3), tickFor(r, lb, "technology", askedL, 9))
	fillUp(r, wb, askedW, otherBarriers, 50)
	fillUp(r, lb, askedL, otherBarriers, 0)
	return err
}

func (w *wave) presence2019(r *random) error {
	for _, c := range w.records {
		c.tick("presence", "facebook")
	}
	return errors.Join(
		tickFor(r, "presence", "twitter", w.records, 91),
		tickFor(r, "presence", "linkedin", w.records, 77),
		tickFor(r, "presence", "youtube", w.records, 60),
		tickFor(r, "presence", "instagram", w.records, 70))
}

// twice lets the third municipality answer a second time, a day before the end,
// with another stage of chatbots.
func (w *wave) twice() {
	first := those(w.records, chose("organisation-type", "municipality"))[2]
	again := &record{status: "Voltooid", answers: maps.Clone(first.answers)}
	again.start = w.last.Add(10 * time.Hour)
	again.end = again.start.Add(9 * time.Minute)
	again.id = w.records[len(w.records)-1].id + 4021
	again.choose("chatbot", first.answers["chatbot"].codes...)
	first.choose("chatbot", "no")
	w.records = append(w.records, again)
}
