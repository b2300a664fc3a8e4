package main

import (
	"slices"
	"time"
)

// schedule gives every record a respondent id and the time of an answer, in
// office hours for most, and sorts them by start.
func schedule(r *random, records []*record) []*record {
	for _, c := range records {
		c.start, c.end = sitting(r, 1, 26)
	}
	slices.SortStableFunc(records, func(a, b *record) int { return a.start.Compare(b.start) })
	id := 6893402117
	for _, c := range records {
		id += r.between(1009, 190031)
		c.id = id
	}
	return records
}

// sitting returns the start and end of one sitting on a day of October 2018
// between the two given ones.
func sitting(r *random, from, to int) (start, end time.Time) {
	day := time.Date(2018, time.October, r.between(from, to), 0, 0, 0, 0, time.UTC)
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = time.Date(2018, time.October, r.between(from, to), 0, 0, 0, 0, time.UTC)
	}
	minute := r.between(8*60+30, 16*60+45)
	if r.chance(6) {
		minute = r.between(19*60, 22*60)
	}
	start = day.Add(time.Duration(minute) * time.Minute)
	return start, start.Add(time.Duration(r.between(6, 24)) * time.Minute)
}

// extraRows adds a test of the makers before the first response, a visitor who
// answered nothing, and a first attempt that broke off after the background
// questions: its organisation came back later under the same respondent id.
func extraRows(r *random, records []*record) []*record {
	test := testRow(records[0])

	visitor := &record{status: "Gedeeltelijk", answers: make(map[string]answer), id: records[60].id + 7}
	visitor.start = records[60].end
	visitor.end = visitor.start.Add(time.Minute)

	back := records[slices.IndexFunc(records, func(c *record) bool { return c.start.Day() > 8 && c.has("size-class", "20k-50k") })]
	first := &record{status: "Gedeeltelijk", answers: make(map[string]answer)}
	for _, q := range background()[:6] {
		first.answers[q.id] = back.answers[q.id]
	}
	first.start, _ = sitting(r, 2, 5)
	first.end = first.start.Add(3 * time.Minute)
	next := slices.IndexFunc(records, func(c *record) bool { return c.start.After(first.start) })
	first.id = records[next].id - 523
	back.id = first.id

	all := append(slices.Clone(records), visitor, first)
	slices.SortStableFunc(all, func(a, b *record) int { return a.start.Compare(b.start) })
	return append([]*record{test}, all...)
}

// testRow returns the row that the makers filled in to try the form, with
// answers that would change figures if it counted.
func testRow(next *record) *record {
	t := &record{status: "Test", answers: make(map[string]answer), id: next.id - 48211}
	t.start = time.Date(2018, time.September, 28, 15, 42, 0, 0, time.UTC)
	t.end = t.start.Add(4 * time.Minute)
	t.write("organisation", "Gemeente Testdam")
	t.write("organisation-code", "GM9999")
	t.choose("organisation-type", "municipality")
	t.choose("province", "middelland")
	t.count("inhabitants", 123456)
	t.choose("size-class", "over-100k")
	t.choose("presence", "twitter", "facebook", "linkedin")
	t.choose("whatsapp", "uses")
	t.choose("whatsapp-satisfaction", "very-satisfied")
	t.choose("whatsapp-praise", "residents")
	t.choose("whatsapp-doubts", "yes")
	t.count("whatsapp-volume", 99)
	t.choose("livechat", "uses")
	t.count("livechat-volume", 99)
	t.choose("contact-change", "strong-rise")
	t.choose("webcare-owner", "mixed")
	t.write("chatbot-words", "test snel test")
	t.write("chatbot-opportunities", "test website")
	return t
}
