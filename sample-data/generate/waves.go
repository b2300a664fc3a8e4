package main

import (
	"fmt"
	"slices"
	"time"
)

// wave is a survey before or after that of 2018 among partly the same bodies.
type wave struct {
	records []*record
	// in2018 is what the same body answered in 2018; newcomers have none.
	in2018 map[*record]*record
	// questions are its questionnaire, and first and last the days of its fieldwork.
	questions   []question
	first, last time.Time
	id          int // below the first respondent id
}

// quota is how many bodies of a stratum answer a wave: those that did so in
// 2018 and others.
type quota struct {
	kind, size   string
	again, fresh int
}

// waveFiles returns the waves of 2017 and 2019 with their codebooks.
func waveFiles(bodies []body, in2018 []*record) ([]file, error) {
	in2018 = those(in2018, func(c *record) bool { return c.status == "Voltooid" })
	w17, err := wave2017(bodies, in2018)
	if err != nil {
		return nil, fmt.Errorf("2017: %w", err)
	}
	w19, err := wave2019(bodies, in2018)
	if err != nil {
		return nil, fmt.Errorf("2019: %w", err)
	}
	text, err := writeDutchCSV(w17.questions, w17.records)
	if err != nil {
		return nil, err
	}
	workbook, err := writeWorkbook(cover2019(), w19.questions, w19.records)
	return []file{
		{"howaboutyou-2017.csv", text},
		{"howaboutyou-2017.codebook.yaml", writeCodebook(codebook2017(w17.questions))},
		{"howaboutyou-2019.xlsx", workbook},
		{"howaboutyou-2019.codebook.yaml", writeCodebook(codebook2019(w19.questions))},
	}, err
}

// invite draws the bodies that answer: for each quota some of those that
// answered in 2018 and some that did not, and the wanted ones besides. Only
// bodies that exist on the first day are asked.
func (w *wave) invite(r *random, bodies []body, in2018 []*record, quotas []quota, wanted []string) error {
	w.in2018 = make(map[*record]*record)
	day := w.first.Format(time.DateOnly)
	byCode := make(map[string]*record, len(in2018))
	for _, c := range in2018 {
		byCode[c.answers["organisation-code"].text] = c
	}
	for _, q := range quotas {
		var again, fresh []body
		for _, b := range bodies {
			b.size = sizeOf(b)
			switch {
			case b.kind != q.kind || b.size != q.size || !b.existsOn(day):
			case slices.Contains(wanted, b.code):
				w.add(b, byCode[b.code])
			case b.sampled:
				again = append(again, b)
			default:
				fresh = append(fresh, b)
			}
		}
		shuffle(r, again)
		shuffle(r, fresh)
		if len(again) < q.again || len(fresh) < q.fresh {
			return fmt.Errorf("%s %s: %d and %d bodies, too few", q.kind, q.size, len(again), len(fresh))
		}
		for _, b := range slices.Concat(again[:q.again], fresh[:q.fresh]) {
			w.add(b, byCode[b.code])
		}
	}
	return nil
}

func (w *wave) add(b body, in2018 *record) {
	c := introduce(b)
	w.records = append(w.records, c)
	if in2018 != nil {
		w.in2018[c] = in2018
	}
}

// existsOn reports whether the body exists on a day written as 2018-01-31.
func (b *body) existsOn(day string) bool {
	return b.validFrom <= day && (b.validTo == "" || b.validTo >= day)
}

// sizeOf returns the size class of a body, municipalities only.
func sizeOf(b body) string {
	if b.kind != "municipality" {
		return ""
	}
	for _, s := range strata {
		if s.kind == b.kind && b.inhabitants <= s.largest {
			return s.size
		}
	}
	return ""
}

// was selects the bodies that chose one of the options in 2018.
func (w *wave) was(question string, codes ...string) func(*record) bool {
	return func(c *record) bool {
		before := w.in2018[c]
		return before != nil && before.has(question, codes...)
	}
}

// fresh selects the bodies that did not answer in 2018.
func (w *wave) fresh(c *record) bool { return w.in2018[c] == nil }

// move deals the answers to those who chose an option in 2018 and have none yet.
func (w *wave) move(r *random, question string, who func(*record) bool, cards ...share[string]) error {
	open := those(w.records, func(c *record) bool { return who(c) && !c.answers[question].given })
	return deal(question, open, deck(r, cards...))
}

// hold gives the records an id and a time within the fieldwork, in that order.
func (w *wave) hold(r *random, shortest, longest int) {
	days := int(w.last.Sub(w.first).Hours()/24) + 1
	for _, c := range w.records {
		c.status = "Voltooid"
		day := w.first.AddDate(0, 0, r.below(days))
		for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
			day = w.first.AddDate(0, 0, r.below(days))
		}
		c.start = day.Add(time.Duration(r.between(8*60+30, 16*60+45)) * time.Minute)
		c.end = c.start.Add(time.Duration(r.between(shortest, longest)) * time.Minute)
	}
	slices.SortStableFunc(w.records, func(a, b *record) int { return a.start.Compare(b.start) })
	id := w.id
	for _, c := range w.records {
		id += r.between(1009, 190031)
		c.id = id
	}
}

// heirs returns the bodies of 2018 that came from others, those that answered in
// 2018 first, each with the codes of those that it came from.
func heirs(bodies []body) (codes []string, from map[string][]string) {
	from = make(map[string][]string)
	for _, b := range bodies {
		if b.successor != "" {
			from[b.successor] = append(from[b.successor], b.code)
		}
	}
	for _, answered := range []bool{true, false} {
		for _, b := range bodies {
			if from[b.code] != nil && b.sampled == answered {
				codes = append(codes, b.code)
			}
		}
	}
	return codes, from
}
