package main

import (
	"cmp"
	"errors"
	"slices"
	"time"
)

// flemishBodies is how many of each type and size class answered.
var flemishBodies = [...]struct {
	kind, size string
	n          int
}{
	{"city", "small", 11}, {"city", "middle", 22}, {"city", "big", 13},
	{"welfare", "small", 4}, {"welfare", "middle", 7}, {"welfare", "big", 5},
	{"province", "", 3}, {"agency", "", 9}, {"intermunicipal", "", 9},
}

// chatbotWordsEnglish are the answers to the open question; each word that
// counts is spelled right, but in several forms.
var chatbotWordsEnglish = [...]string{
	"fast", "Fast and cheap", "fast answers", "FAST, impersonal", "impersonal", "Impersonal and fast",
	"fast, personal", "an answer at night", "answers to simple questions", "personal", "Quick wins? Fast!",
	"fast, really fast", "impersonal, cold", "Fast answer", "future", "robot", "impersonal", "answer without waiting",
	"fast", "a personal touch", "questions", "Fast", "impersonal; fast", "answering machine", "fast answers, always",
	"personal and fast", "difficult question", "Impersonal", "answers, fast", "question after question",
	"impersonal machine", "answer, please", "personal help", "fast service",
}

// answerFlemish deals the answers of the second survey.
func answerFlemish(r *random) ([]*record, error) {
	records := flemishRecords(r)
	err := errors.Join(
		deal("wa-stage", records, deck(r, share[string]{"live", 31}, share[string]{"trial", 6}, share[string]{"certain", 7},
			share[string]{"probable", 5}, share[string]{"perhaps", 16}, share[string]{"none", 18})),
		deal("lc-stage", records, deck(r, share[string]{"live", 17}, share[string]{"trial", 4}, share[string]{"certain", 11},
			share[string]{"probable", 13}, share[string]{"perhaps", 20}, share[string]{"none", 18})),
		deal("cb-stage", records, deck(r, share[string]{"live", 12}, share[string]{"trial", 9}, share[string]{"certain", 4},
			share[string]{"probable", 8}, share[string]{"perhaps", 29}, share[string]{"none", 21})),
		dealSome(r, "owner", records, deck(r, share[string]{"shared", 21}, share[string]{"comms", 34}, share[string]{"front-office", 17},
			share[string]{"elsewhere", 5}, share[string]{"unsure", 4})),
		dealSome(r, "contact", records, deck(r, share[string]{"down-much", 1}, share[string]{"down", 6}, share[string]{"level", 28},
			share[string]{"up", 35}, share[string]{"up-much", 10})),
		answerOpen(r, "cb-words", records, chatbotWordsEnglish[:]))
	if err != nil {
		return nil, err
	}
	return records, errors.Join(rateFlemish(r, records), tickFlemish(r, records))
}

func flemishRecords(r *random) []*record {
	heads := combine("Kerse Linde Popel Wilge Berke Essen Hage Iepen Meie Vlier Noten Kastanje", "lare gem beke zele rode hout gaver", "Berkebeke Lindebeke")
	shuffle(r, heads)
	prefixes := map[string]string{"city": "Municipality of", "welfare": "OCMW", "province": "Province of", "agency": "Agency", "intermunicipal": "Intercommunale"}
	var records []*record
	for _, g := range flemishBodies {
		for range g.n {
			c := &record{answers: make(map[string]answer)}
			c.write("body", prefixes[g.kind]+" "+heads[len(records)%len(heads)])
			c.choose("sort", g.kind)
			if g.size != "" {
				c.choose("size", g.size)
			}
			records = append(records, c)
		}
	}
	shuffle(r, records)
	for i, c := range records {
		c.id = i + 1
		c.start = time.Date(2021, time.March, r.between(1, 31), r.between(8, 20), r.below(60), 0, 0, time.UTC)
	}
	return records
}

// dealSome gives the cards to as many records, chosen at random; the others
// skipped the question.
func dealSome(r *random, question string, records []*record, cards []string) error {
	drawn, err := draw(r, records, len(cards))
	if err != nil {
		return err
	}
	return deal(question, drawn, cards)
}

func rateFlemish(r *random, records []*record) error {
	live := those(records, chose("wa-stage", "live"))
	volumes := []float64{0.25, 0.5, 0.5, 0.75, 1, 1, 1, 1, 1.5, 1.5, 2, 2, 2, 2.5, 2.5, 3, 3, 3, 3.5, 4, 4, 5, 6, 6, 7.5, 8, 11, 14, 22}
	drawn, err := draw(r, live, len(volumes)) // two of the 31 skip it
	if err != nil {
		return err
	}
	for i, c := range drawn {
		c.count("wa-volume", volumes[i])
	}
	return errors.Join(
		dealSome(r, "wa-rating", live, deck(r, share[string]{"s1", 1}, share[string]{"s2", 1}, share[string]{"s3", 2},
			share[string]{"s4", 5}, share[string]{"s5", 8}, share[string]{"s6", 9}, share[string]{"s7", 4})),
		dealSome(r, "cb-rating", those(records, chose("cb-stage", "live", "trial")), deck(r, share[string]{"s1", 2},
			share[string]{"s2", 3}, share[string]{"s3", 3}, share[string]{"s4", 4}, share[string]{"s5", 6}, share[string]{"s6", 2}, share[string]{"s7", 1})))
}

// tickFlemish answers the select-all questions; whoever ticks nothing of a
// barrier or reason question skipped it.
func tickFlemish(r *random, records []*record) error {
	wa := those(records, chose("wa-stage", "none", "perhaps"))
	cb := those(records, chose("cb-stage", "none", "perhaps"))
	lc := those(records, chose("lc-stage", "certain", "probable"))
	err := errors.Join(
		tickFor(r, "wa-barriers", "people", wa, 19), tickFor(r, "wa-barriers", "skills", wa, 9), tickFor(r, "wa-barriers", "law", wa, 14),
		tickFor(r, "cb-barriers", "people", cb, 27), tickFor(r, "cb-barriers", "skills", cb, 16), tickFor(r, "cb-barriers", "law", cb, 8),
		tickFor(r, "lc-reasons", "calls", lc, 12), tickFor(r, "lc-reasons", "hours", lc, 9), tickFor(r, "lc-reasons", "young", lc, 7),
		tickFor(r, "media", "facebook", records, 79), tickFor(r, "media", "instagram", records, 51),
		tickFor(r, "media", "twitter", records, 38), tickFor(r, "media", "linkedin", records, 33))
	for _, c := range records {
		if !c.answers["media"].given {
			c.choose("media", "none")
		}
	}
	return errors.Join(err,
		sayOther(r, "wa-barriers", wa, "The board has not decided"),
		sayOther(r, "cb-barriers", cb, "Too early"),
		sayOther(r, "lc-reasons", lc, "Our neighbours have it"),
		sayOther(r, "media", those(records, chose("media", "facebook")), "Own app"))
}

// sayOther lets three of the records add a text of their own; of the rest, half
// of those who ticked nothing don't know where that is an option.
func sayOther(r *random, question string, records []*record, text string) error {
	said, err := draw(r, records, 3)
	if err != nil {
		return err
	}
	for _, c := range said {
		c.other(question, text)
	}
	for _, c := range records {
		if !c.answers[question].given && question != "lc-reasons" && r.chance(50) {
			c.choose(question, "dont-know")
		}
	}
	return nil
}

// sorted returns the numbers of the records that have one, ascending.
func sorted(question string, records []*record) []float64 {
	var numbers []float64
	for _, c := range records {
		if c.answers[question].given {
			numbers = append(numbers, c.answers[question].number)
		}
	}
	slices.SortFunc(numbers, cmp.Compare[float64])
	return numbers
}
