package main

import (
	"errors"
	"strings"
	"time"
)

// quotas2017 are the respondents of 2017 beside the three bodies that merged
// since.
var quotas2017 = [...]quota{
	{"municipality", "under-20k", 5, 4}, {"municipality", "20k-50k", 13, 11},
	{"municipality", "50k-100k", 12, 6}, {"municipality", "over-100k", 8, 4},
	{"safety-region", "", 5, 2}, {"water-board", "", 3, 2},
}

// wave2017 lets 78 bodies answer, of which 11 use WhatsApp: 14 %, the share that
// was reported of municipalities in 2017.
func wave2017(bodies []body, in2018 []*record) (*wave, error) {
	r := newRandom(2017)
	w := &wave{
		questions: questions2017(),
		first:     time.Date(2017, time.September, 4, 0, 0, 0, 0, time.UTC),
		last:      time.Date(2017, time.September, 22, 0, 0, 0, 0, time.UTC),
		id:        5802113004,
	}
	heir, from := heirs(bodies)
	// Two bodies that became one that answered in 2018, and one that became
	// another that answered in 2019.
	wanted := []string{from[heir[0]][0], from[heir[0]][1], from[heir[1]][0]}
	if err := w.invite(r, bodies, in2018, quotas2017[:], wanted); err != nil {
		return nil, err
	}
	shuffle(r, w.records)
	err := errors.Join(w.adopt2017(r), w.use2017(r), w.own2017(r), w.presence2017(r))
	if err != nil {
		return nil, err
	}
	w.hold(r, 5, 14)
	writeAsHeard(w.records)
	return w, nil
}

// adopt2017 hands out what the bodies did before what they said in 2018.
func (w *wave) adopt2017(r *random) error {
	const q = "whatsapp-use"
	return errors.Join(
		w.move(r, q, w.was("whatsapp", "uses"), share[string]{"uses", 7}, share[string]{"pilot", 2},
			share[string]{"within-year", 7}, share[string]{"later", 5}, share[string]{"no", 3}),
		w.move(r, q, w.was("whatsapp", "pilot", "surely", "likely"), share[string]{"pilot", 1},
			share[string]{"within-year", 3}, share[string]{"later", 3}, share[string]{"no", 1}),
		w.move(r, q, w.was("whatsapp", "later", "no"), share[string]{"uses", 1},
			share[string]{"within-year", 1}, share[string]{"later", 4}, share[string]{"no", 8}),
		w.move(r, q, w.fresh, share[string]{"uses", 3}, share[string]{"pilot", 1}, share[string]{"within-year", 5},
			share[string]{"later", 9}, share[string]{"no", 14}),
		w.move(r, "livechat", w.was("livechat", "uses"), share[string]{"uses", 2}, share[string]{"no", 1}),
		w.move(r, "livechat", func(*record) bool { return true }, share[string]{"uses", 3}, share[string]{"no", 72}))
}

// use2017 fills in what users, pilots and those without plans are asked.
func (w *wave) use2017(r *random) error {
	const use, barrier = "whatsapp-use", "whatsapp-barriers"
	users, inUse := those(w.records, chose(use, "uses")), those(w.records, chose(use, "uses", "pilot"))
	against := those(w.records, chose(use, "later", "no"))
	err := errors.Join(
		deal("whatsapp-satisfaction", inUse, deck(r, share[string]{"dissatisfied", 2}, share[string]{"satisfied", 9}, share[string]{"very-satisfied", 4})),
		dealNumbers(r, "whatsapp-volume", users, []float64{1, 1, 2, 2, 3, 4, 5, 6, 10, 25, 40}),
		tickFor(r, barrier, "capacity", against, 21),
		tickFor(r, barrier, "staff-not-ready", against, 12),
		tickFor(r, barrier, "budget", against, 9),
		tickFor(r, barrier, "privacy", against, 16),
		tickFor(r, barrier, "demand", against, 13),
		tickFor(r, barrier, "technology", against, 6))
	fillUp(r, barrier, against, otherBarriers, 60)
	return err
}

// own2017 gives webcare to Communication more often than in 2018.
func (w *wave) own2017(r *random) error {
	const q = "webcare-owner"
	return errors.Join(
		w.move(r, q, w.was(q, "communication"), share[string]{"communication", 16}, share[string]{"mixed", 1}),
		w.move(r, q, w.was(q, "contact-centre"), share[string]{"communication", 7}, share[string]{"contact-centre", 9}, share[string]{"mixed", 2}),
		w.move(r, q, w.was(q, "mixed"), share[string]{"communication", 5}, share[string]{"contact-centre", 1}, share[string]{"mixed", 5}),
		w.move(r, q, w.fresh, share[string]{"communication", 17}, share[string]{"contact-centre", 10}, share[string]{"mixed", 5}))
}

func (w *wave) presence2017(r *random) error {
	err := errors.Join(
		tickFor(r, "presence", "twitter", w.records, 76),
		tickFor(r, "presence", "linkedin", w.records, 45),
		tickFor(r, "presence", "youtube", w.records, 44),
		tickFor(r, "presence", "instagram", w.records, 25),
		tickFor(r, "presence", "google-plus", w.records, 9))
	if err != nil {
		return err
	}
	// Whoever is not on Twitter is on Facebook, so that everyone ticks something.
	without := those(w.records, not(chose("presence", "twitter")))
	for _, c := range without {
		c.tick("presence", "facebook")
	}
	return tickFor(r, "presence", "facebook", those(w.records, chose("presence", "twitter")), 71-len(without))
}

// writeAsHeard spells some of the names as an interviewer types them.
func writeAsHeard(records []*record) {
	for i, c := range records {
		name := c.answers["organisation"].text
		switch {
		case i%9 == 2:
			name = strings.Replace(name, "Gemeente ", "Gem. ", 1)
		case i%9 == 5:
			name = strings.ToLower(name)
		case i%9 == 8 && c.has("organisation-type", "municipality"):
			name = strings.TrimPrefix(name, "Gemeente ")
		}
		c.write("organisation", name)
	}
}
