package main

import (
	"bytes"
	"fmt"
	"strings"
)

// book is what a codebook says beside the questions.
type book struct {
	remark    []string
	head      []string // YAML lines: survey, respondent, frame ...
	questions []question
}

func sampleCodebook(questions []question) book {
	return book{
		remark: []string{
			"Codebook of howaboutyou-2018.xlsx and howaboutyou-2018.csv: which question each",
			"column holds, what its options mean and to whom it was put. The answers are",
			"made up.",
		},
		head: []string{
			"survey:",
			`  title: "HowAboutYou 2018 (fictieve antwoorden)"`,
			"  language: nl",
			`  publisher: "Voorbeeldgegevens van benchmark"`,
			"  synthetic: true",
			"  mode: online",
			"respondent:",
			`  id: "Respondent ID"`,
			`  started: "Startdatum"`,
			`  ended: "Einddatum"`,
			`  status: "Status"`,
			`  tests: ["Test"]`,
			`  complete: ["Voltooid"]`,
			"  # One organisation broke off and came back under the same id.",
			"  duplicates: keep-last",
			"frame: frame-nl-2018.csv",
			"register: register-2018.csv",
		},
		questions: questions,
	}
}

// writeCodebook returns the codebook as YAML, one line for each option.
func writeCodebook(b book) []byte {
	var out bytes.Buffer
	for _, line := range b.remark {
		fmt.Fprintf(&out, "# %s\n", line)
	}
	for _, line := range b.head {
		fmt.Fprintln(&out, line)
	}
	fmt.Fprintln(&out, "questions:")
	for i := range b.questions {
		if i > 0 {
			fmt.Fprintln(&out)
		}
		writeQuestion(&out, &b.questions[i])
	}
	return out.Bytes()
}

func writeQuestion(out *bytes.Buffer, q *question) {
	fmt.Fprintf(out, "  - id: %s\n    column: %s\n    kind: %s\n", q.id, quoted(q.heading), q.kind)
	for _, f := range []struct{ key, value string }{
		{"role", q.role}, {"channel", q.channel}, {"same_as", q.sameAs}, {"label", q.label}, {"unit", q.unit}, {"separator", q.separator},
	} {
		switch {
		case f.value == "":
		case f.key == "role", f.key == "same_as":
			fmt.Fprintf(out, "    %s: %s\n", f.key, f.value)
		default:
			fmt.Fprintf(out, "    %s: %s\n", f.key, quoted(f.value))
		}
	}
	if len(q.missing) > 0 {
		fmt.Fprintf(out, "    missing: [%s]\n", quotedList(q.missing))
	}
	writeRouting(out, q.asked)
	if len(q.options) > 0 {
		fmt.Fprintln(out, "    options:")
	}
	for _, o := range q.options {
		writeOption(out, o)
	}
	if len(q.themes) > 0 {
		fmt.Fprintln(out, "    themes:")
	}
	for _, t := range q.themes {
		fmt.Fprintf(out, "      - code: %s\n        label: %s\n        patterns: [%s]\n", t.code, quoted(t.label), quotedList(t.patterns))
	}
}

func writeRouting(out *bytes.Buffer, asked []condition) {
	if len(asked) == 0 {
		fmt.Fprintln(out, "    asked_all: true")
		return
	}
	rules := make([]string, len(asked))
	for i, c := range asked {
		rules[i] = c.question + ": [" + quotedList(c.codes) + "]"
	}
	fmt.Fprintf(out, "    asked_if: {%s}\n", strings.Join(rules, ", "))
}

func writeOption(out *bytes.Buffer, o option) {
	fields := []string{"code: " + quoted(o.code), "label: " + quoted(o.label)}
	for _, f := range []struct{ key, value string }{{"short", o.short}, {"plural", o.plural}, {"means", o.means}} {
		if f.value != "" {
			fields = append(fields, f.key+": "+quoted(f.value))
		}
	}
	if o.score > 0 {
		fields = append(fields, "score: "+itoa(o.score))
	}
	for _, f := range []struct {
		key string
		set bool
	}{{"other", o.other}, {"dont_know", o.dontKnow}, {"out_of_base", o.outOfBase}} {
		if f.set {
			fields = append(fields, f.key+": true")
		}
	}
	if len(o.sameAs) > 0 {
		fields = append(fields, "same_as: ["+quotedList(o.sameAs)+"]")
	}
	fmt.Fprintf(out, "      - {%s}\n", strings.Join(fields, ", "))
}

// quoted returns s as a double-quoted YAML scalar, so that a "no" stays a word.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}

func quotedList(items []string) string {
	all := make([]string, len(items))
	for i, item := range items {
		all[i] = quoted(item)
	}
	return strings.Join(all, ", ")
}
