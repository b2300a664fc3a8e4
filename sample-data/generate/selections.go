package main

import (
	"errors"
	"slices"
)

// answerPresence ticks the social media: three organisations are not on
// Twitter and four others not on Facebook, so that everyone ticks something.
func answerPresence(r *random, records []*record) error {
	absent, err := draw(r, records, 3+4)
	if err != nil {
		return err
	}
	for _, c := range records {
		if !slices.Contains(absent[:3], c) {
			c.tick("presence", "twitter")
		}
		if !slices.Contains(absent[3:], c) {
			c.tick("presence", "facebook")
		}
	}
	err = errors.Join(
		tickFor(r, "presence", "linkedin", records, 78),
		tickFor(r, "presence", "youtube", records, 70),
		tickFor(r, "presence", "instagram", records, 64))
	if err != nil {
		return err
	}
	more, err := draw(r, records, len(otherPresence))
	for i, c := range more {
		c.other("presence", otherPresence[i])
	}
	return err
}

// answerWhatsApp fills in what only users and pilots of WhatsApp are asked.
func answerWhatsApp(r *random, records []*record) error {
	users, pilots := those(records, chose("whatsapp", "uses")), those(records, chose("whatsapp", "pilot"))
	const satisfaction = "whatsapp-satisfaction"
	err := errors.Join(
		deal(satisfaction, users, deck(r, share[string]{"very-satisfied", 18}, share[string]{"satisfied", 30},
			share[string]{"neutral", 6}, share[string]{"dissatisfied", 1}, share[string]{"very-dissatisfied", 1})),
		deal(satisfaction, pilots, []string{"satisfied", "satisfied"}))
	if err != nil {
		return err
	}
	asked := slices.Concat(users, pilots)
	if err := deal("whatsapp-doubts", asked, deck(r, share[string]{"yes", 2}, share[string]{"no", 56})); err != nil {
		return err
	}
	const praise = "whatsapp-praise"
	happy := those(records, chose(satisfaction, "satisfied", "very-satisfied"))
	err = errors.Join(
		tickFor(r, praise, "residents", happy, 17),
		tickFor(r, praise, "low-threshold", happy, 19),
		tickFor(r, praise, "pace", happy, 12),
		tickFor(r, praise, "fewer-calls", happy, 8),
		tickFor(r, praise, "staff", happy, 6))
	fillUp(r, praise, happy, otherPraise, 40)
	return err
}

// answerVolumes hands out the numbers per hour, large organisations apart.
func answerVolumes(r *random, records []*record) error {
	large := chose("size-class", "over-100k")
	w, l := chose("whatsapp", "uses"), chose("livechat", "uses")
	return errors.Join(
		dealNumbers(r, "whatsapp-volume", those(records, both(w, large)),
			[]float64{2, 3, 4, 5, 6, 8, 9, 10, 10, 10, 10, 12, 15}),
		dealNumbers(r, "whatsapp-volume", those(records, both(w, not(large))), deck(r, share[float64]{0.5, 7},
			share[float64]{1, 14}, share[float64]{2, 13}, share[float64]{3, 5}, share[float64]{4, 3}, share[float64]{6, 1})),
		dealNumbers(r, "livechat-volume", those(records, both(l, large)), []float64{4, 12.5, 15, 25, 30}),
		dealNumbers(r, "livechat-volume", those(records, both(l, not(large))), []float64{0.5, 0.5, 1, 1, 1, 1.5, 1.5, 2}))
}

func dealNumbers(r *random, question string, records []*record, numbers []float64) error {
	drawn, err := draw(r, records, len(numbers))
	if err != nil {
		return err
	}
	if len(drawn) != len(records) {
		return errors.New(question + ": some users got no number")
	}
	for i, d := range drawn {
		d.count(question, numbers[i])
	}
	return nil
}

// answerReasons fills in why 58 of the 78 who consider live chat do so; twenty
// skip the question.
func answerReasons(r *random, records []*record) error {
	const reasons = "livechat-reasons"
	said, err := draw(r, those(records, chose("livechat", "surely", "likely", "later")), 58)
	if err != nil {
		return err
	}
	err = errors.Join(
		tickFor(r, reasons, "low-threshold", said, 31),
		tickFor(r, reasons, "personal", said, 20),
		tickFor(r, reasons, "conversion", said, 19),
		tickFor(r, reasons, "fewer-calls", said, 14),
		tickFor(r, reasons, "simultaneous", said, 9))
	fillUp(r, reasons, said, otherReasons, 40)
	return err
}

// answerBarriers names what keeps 59 from WhatsApp and 104 from live chat.
// Staff that is not ready keeps 14 from both, 4 from WhatsApp alone and 17 from
// live chat alone.
func answerBarriers(r *random, records []*record) error {
	const wb, lb = "whatsapp-barriers", "livechat-barriers"
	w, l := chose("whatsapp", notYet()...), chose("livechat", notYet()...)
	askedW, askedL, askedBoth := those(records, w), those(records, l), those(records, both(w, l))
	if err := errors.Join(tickFor(r, wb, "capacity", askedW, 35), tickFor(r, lb, "capacity", askedL, 52)); err != nil {
		return err
	}
	twice, err := draw(r, askedBoth, 14)
	if err != nil {
		return err
	}
	for _, c := range twice {
		c.tick(wb, "staff-not-ready")
		c.tick(lb, "staff-not-ready")
	}
	ready := func(c *record) bool { return !c.has(wb, "staff-not-ready") && !c.has(lb, "staff-not-ready") }
	err = errors.Join(
		tickFor(r, wb, "staff-not-ready", those(askedW, ready), 4),
		tickFor(r, lb, "staff-not-ready", those(askedL, ready), 17),
		tickFor(r, wb, "budget", askedW, 9), tickFor(r, lb, "budget", askedL, 17),
		tickFor(r, wb, "privacy", askedW, 13), tickFor(r, lb, "privacy", askedL, 6),
		tickFor(r, wb, "demand", askedW, 7), tickFor(r, lb, "demand", askedL, 19),
		tickFor(r, wb, "technology", askedW, 5), tickFor(r, lb, "technology", askedL, 14))
	fillUp(r, wb, askedW, otherBarriers, 50)
	fillUp(r, lb, askedL, otherBarriers, 50)
	return err
}

// fillUp lets those who ticked nothing tick "don't know" in percent of the
// cases and else "other, namely"; a few of the rest add an "other" as well.
func fillUp(r *random, question string, records []*record, texts []string, percent int) {
	for _, c := range records {
		text := texts[r.below(len(texts))]
		switch {
		case c.answers[question].given:
			if r.chance(4) {
				c.other(question, text)
			}
		case r.chance(percent):
			c.choose(question, "dont-know")
		default:
			c.other(question, text)
		}
	}
}
