package codebook

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Write writes the codebook as YAML that Read accepts and reads as the same
// codebook: a paragraph per question, an option per line. With comments it
// begins with how to use the file, in the language of the survey. The same
// codebook gives the same bytes.
func Write(w io.Writer, cb *Codebook, comments bool) error {
	head := ""
	if comments {
		head = preamble(cb.Survey.Language == "nl")
	}
	return write(w, cb, head, nil)
}

// WriteExplained writes the codebook with comments, in Dutch or else in English, and
// above each question the lines that explain gives of it: where its columns are, what was
// unsure.
func WriteExplained(w io.Writer, cb *Codebook, dutch bool, explain func(*Question) []string) error {
	return write(w, cb, preamble(dutch), explain)
}

func write(w io.Writer, cb *Codebook, comments string, explain func(*Question) []string) error {
	var out bytes.Buffer
	out.WriteString(comments)
	head := *cb
	head.Questions = nil
	if err := section(&out, &head); err != nil {
		return err
	}
	if len(cb.Questions) > 0 {
		out.WriteString("questions:\n")
	}
	for i := range cb.Questions {
		if i > 0 {
			out.WriteByte('\n')
		}
		if explain != nil {
			for _, line := range explain(&cb.Questions[i]) {
				out.WriteString("  # " + strings.Join(strings.Fields(line), " ") + "\n")
			}
		}
		if err := section(&out, cb.Questions[i:i+1]); err != nil {
			return fmt.Errorf("writing question %q of the codebook: %w", cb.Questions[i].ID, err)
		}
	}
	_, err := w.Write(out.Bytes())
	if err != nil {
		return fmt.Errorf("writing the codebook: %w", err)
	}
	return nil
}

// section writes one part of the codebook, options and themes on a line each.
func section(out *bytes.Buffer, part any) error {
	var n yaml.Node
	if err := n.Encode(part); err != nil {
		return err
	}
	if n.Kind == yaml.MappingNode && len(n.Content) == 0 {
		return nil
	}
	flow(&n)
	text, err := yaml.Dump(&n, yaml.WithIndent(2), yaml.WithLineWidth(-1), yaml.WithCompactSeqIndent(false))
	if err != nil {
		return err
	}
	_, list := part.([]Question)
	for line := range strings.Lines(string(text)) {
		if list {
			out.WriteString("  ")
		}
		out.WriteString(line)
	}
	if !list {
		out.WriteByte('\n')
	}
	return nil
}

// flow puts the items of options and themes on one line each.
func flow(n *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if name := n.Content[i].Value; name == "options" || name == "themes" || name == "groups" || name == "advice" || name == "filters" {
				for _, item := range n.Content[i+1].Content {
					item.Style = yaml.FlowStyle
				}
			}
		}
	}
	for _, child := range n.Content {
		flow(child)
	}
}

// preamble says, as YAML comments, what the file is and how to edit it.
func preamble(dutch bool) string {
	if dutch {
		return dutchPreamble
	}
	return englishPreamble
}

const dutchPreamble = `# Codeboek: wat de kolommen van het enquêtebestand betekenen.
#
# Loop de vragen na en verbeter wat niet klopt. Zet het bestand naast de
# enquête, als NAAM.codebook.yaml: dan wordt het vanzelf gebruikt.
#
# column      de kop van de vraag, of kolomletters: "=AB" of "=K:Q"
# kind        single, multiple, scale, number, open of name
# role        wat de vraag betekent; daaraan herkent het rapport haar
# asked_if    wie de vraag kreeg: {vraag: [codes van opties]}
# asked_all   true als iedereen de vraag kreeg. Zonder asked_if en asked_all is
#             niet bekend of een lege cel "niet gevraagd" of "niet beantwoord" is.
# options     code (vast, ook in een volgende enquête), label (zoals in het
#             bestand), short (voor tabellen), means (wat de optie betekent),
#             score (plaats op de schaal, 1 = laagste), other, dont_know,
#             out_of_base (telt niet mee in de basis)
# polarity    welk antwoord beter is als we organisaties vergelijken:
#             more-is-better, less-is-better of neutral
# importance  hoe zwaar de vraag dan telt: 1, 2 of 3 (het zwaarst)
# advice      advies bij het eigen antwoord: of (codes van opties) of above (bij
#             een getal), nl, en
# themes      thema's in open antwoorden: code, label, patterns (woorden)
# duplicates  bij respondent: keep-all, keep-first of keep-last
#
# Wat er verder kan, zoals recode, groups en filters, staat in het schema:
# benchmark codebook schema

`

const englishPreamble = `# Codebook: what the columns of the survey file mean.
#
# Go through the questions and mend what is wrong. Put this file beside the
# survey, as NAME.codebook.yaml: it is then used by itself.
#
# column      the heading of the question, or column letters: "=AB" or "=K:Q"
# kind        single, multiple, scale, number, open or name
# role        what the question means; the report knows it by that
# asked_if    who was asked: {question: [codes of options]}
# asked_all   true when everyone was asked. Without asked_if and asked_all it is
#             not known whether a blank cell is "not asked" or "not answered".
# options     code (fixed, also in the next wave), label (as in the file), short
#             (for tables), means (what the option means), score (place on the
#             scale, 1 = lowest), other, dont_know, out_of_base (not counted in
#             the base)
# polarity    which answer is better where organisations are compared:
#             more-is-better, less-is-better or neutral
# importance  how much the question weighs there: 1, 2 or 3 (most)
# advice      advice by the own answer: of (codes of options) or above (for a
#             number), nl, en
# themes      themes in open answers: code, label, patterns (words)
# duplicates  under respondent: keep-all, keep-first or keep-last
#
# What else it can say, such as recode, groups and filters, is in the schema:
# benchmark codebook schema

`
