package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// truthTopics are the questions of which the true counts are written down, with
// the topic of the table that must show them.
var truthTopics = [...]struct{ topic, question string }{
	{"adoption", "wa-stage"}, {"adoption", "lc-stage"}, {"adoption", "cb-stage"},
	{"satisfaction", "wa-rating"}, {"satisfaction", "cb-rating"},
	{"reasons", "lc-reasons"}, {"barriers", "wa-barriers"}, {"barriers", "cb-barriers"},
	{"change", "contact"}, {"ownership", "owner"}, {"channels", "media"},
}

// nets are the sums of options that tables show, by topic.
var nets = [...]struct {
	topic, key string
	of         []string
}{
	{"adoption", "projection", []string{"live", "certain", "probable"}},
	{"adoption", "plans", []string{"certain", "probable"}},
	{"adoption", "considers", []string{"certain", "probable", "perhaps"}},
	{"satisfaction", "top-two", []string{"s6", "s7"}},
	{"satisfaction", "bottom-two", []string{"s1", "s2"}},
}

// cut is a group of respondents: everyone, or those with one background answer.
type cut struct {
	name string
	in   func(*record) bool
}

// truth returns the counts as tab-separated lines. Group is "total" or
// "question=code"; count is a number of respondents, for wa-volume the
// statistic itself (quantiles of type 7).
func truth(questions []question, records []*record) []byte {
	var out bytes.Buffer
	fmt.Fprintln(&out, "topic\tchannel\tquestion\trow\tgroup\tcount\tbase")
	cuts := flemishCuts(questions)
	for _, c := range cuts {
		fmt.Fprintf(&out, "%s\t\t\t%[1]s\t%s\t%d\t%d\n", "respondents", c.name, len(those(records, c.in)), len(records))
	}
	for _, t := range truthTopics {
		q := &questions[slices.IndexFunc(questions, func(q question) bool { return q.id == t.question })]
		for _, c := range cuts {
			truthOf(&out, t.topic, q, c.name, those(records, c.in))
		}
	}
	truthOfVolume(&out, records, cuts)
	for _, word := range []string{"fast", "answer", "impersonal", "personal", "question"} {
		fmt.Fprintf(&out, "words\t%s\tcb-words\t%s\ttotal\t%d\t%d\n", chatbot, word, saying(word), len(chatbotWordsEnglish))
	}
	return out.Bytes()
}

// saying returns how many answers have a word that begins with the given one.
func saying(word string) int {
	n := 0
	for _, text := range chatbotWordsEnglish {
		said := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' })
		if slices.ContainsFunc(said, func(s string) bool { return strings.HasPrefix(s, word) }) {
			n++
		}
	}
	return n
}

func flemishCuts(questions []question) []cut {
	cuts := []cut{{"total", func(*record) bool { return true }}}
	for _, q := range questions {
		if q.id != "sort" && q.id != "size" {
			continue
		}
		for _, o := range q.options {
			cuts = append(cuts, cut{q.id + "=" + o.code, chose(q.id, o.code)})
		}
	}
	return cuts
}

// truthOf counts every option and net of one question in one group. The base is
// who answered, less those whose option the codebook takes out of it.
func truthOf(out *bytes.Buffer, topic string, q *question, group string, records []*record) {
	var outside []string
	for _, o := range q.options {
		if o.outOfBase {
			outside = append(outside, o.code)
		}
	}
	base := those(records, func(c *record) bool { return c.answers[q.id].given && !c.has(q.id, outside...) })
	line := func(key string, codes ...string) {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%d\t%d\n", topic, q.channel, q.id, key, group, len(those(base, chose(q.id, codes...))), len(base))
	}
	for _, o := range q.options {
		if !o.outOfBase {
			line(o.code, o.code)
		}
	}
	for _, n := range nets {
		if n.topic == topic {
			line(n.key, n.of...)
		}
	}
}

func truthOfVolume(out *bytes.Buffer, records []*record, cuts []cut) {
	for _, c := range cuts {
		x := sorted("wa-volume", those(records, c.in))
		if len(x) == 0 {
			continue
		}
		sum := 0.0
		for _, v := range x {
			sum += v
		}
		for _, s := range []struct {
			key   string
			value float64
		}{{"mean", sum / float64(len(x))}, {"lower-quartile", quantile(x, 0.25)}, {"median", quantile(x, 0.5)}, {"upper-quartile", quantile(x, 0.75)}} {
			fmt.Fprintf(out, "volume\t%s\twa-volume\t%s\t%s\t%.6f\t%d\n", whatsApp, s.key, c.name, s.value, len(x))
		}
	}
}

// quantile is type 7 of Hyndman and Fan (1996) of ascending numbers.
func quantile(x []float64, p float64) float64 {
	h := float64(len(x)-1) * p
	i := int(h)
	if i+1 == len(x) {
		return x[i]
	}
	return x[i] + (h-float64(i))*(x[i+1]-x[i])
}
