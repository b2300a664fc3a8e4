package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
)

// noAnswers warns of options of a closed question that say there is no answer:
// respondents can have chosen them, or a program has filled them in.
func (d *draft) noAnswers() {
	if !kindOf(d.Kind).Closed() {
		return
	}
	worded := 0
	for _, o := range d.Options {
		worded += one(!numberLike(o.Label) && !noAnswer(o.Label) && !o.DontKnow)
	}
	places := make(map[string]int, len(d.Options))
	for i := range slices.Backward(d.Options) {
		places[key(d.Options[i].Label)] = i
	}
	var labels, times []string
	for _, v := range d.profile.values {
		text := v.cell.Text
		at, known := places[v.key]
		if !known || d.Options[at].DontKnow || slices.ContainsFunc(d.aside, func(c aside) bool { return c.key == v.key }) {
			continue
		}
		n, err := strconv.Atoi(strings.Replace(text, "−", "-", 1))
		if noAnswer(text) || err == nil && worded > 1 && absentCode(n) {
			labels = append(labels, text)
			times = append(times, strconv.Itoa(v.count))
		}
	}
	if len(labels) > 0 && worded > 0 {
		d.doubt(survey.Warning, survey.IssueNoAnswer, strings.Join(labels, "; "), strings.Join(times, "; "))
	}
}

// numberLike reports whether a label is a number and nothing else.
func numberLike(label string) bool {
	_, ok := shapeOf(label)
	return ok
}

// noAnswer reports whether a wording says that there is no answer, in the words
// of survey programs and of people who clean data.
func noAnswer(label string) bool {
	switch strings.Trim(key(label), "[]()<>{}*. ") {
	case "geen antwoord", "geen antwoord gegeven", "geen reactie", "niet ingevuld", "niet beantwoord", "niet geantwoord", "onbeantwoord", "leeg", "ontbreekt",
		"ontbrekend", "ontbrekende waarde", "vraag niet gesteld", "vraag niet getoond", "niet getoond", "niet gesteld", "niet voorgelegd", "vraag overgeslagen", "overgeslagen",
		"no answer", "no response", "no reply", "not answered", "unanswered", "question not shown", "not shown", "not asked", "not displayed", "not presented",
		"missing", "missing value", "system missing", "system", "sysmis", "blank", "empty", "skipped", "nan", "null", "none given", "<na>",
		"keine antwort", "nicht beantwortet", "unbeantwortet", "nicht gefragt", "nicht gezeigt", "nicht angezeigt", "ubersprungen", "fehlend", "leer",
		"sans reponse", "pas de reponse", "aucune reponse", "non repondu", "question non posee", "non pose", "non affiche", "manquant", "vide":
		return true
	}
	return false
}
