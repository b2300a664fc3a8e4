package codebook

import (
	"strconv"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/pattern"
)

// scale is one of the two scales of an array of LimeSurvey: what stands over its
// answers, and these.
type scale struct {
	heading string
	choices []choice
}

// dualHeading is what stands over the answers on one of the two scales: the
// question, and the number of the scale.
var dualHeading = pattern.New(`(?i)^(.+) \[(?:(?:schaal|scale|skala|échelle) )?([012])\]$`)

// answerOn adds an answer to one of the two scales, numbered from 0.
func (v *variable) answerOn(number string, c choice) {
	at := one(number == "1")
	v.scales[at].choices = append(v.scales[at].choices, c)
}

// dual reports whether the question has two scales.
func (v *variable) dual() bool { return len(v.scales) == 2 }

// onScale returns the question that one of the two scales makes.
func (v *variable) onScale(at int) *variable {
	own := *v
	own.scales, own.kind = nil, survey.Single
	own.choices = v.scales[at].choices
	heading := v.scales[at].heading
	if heading == "" {
		heading = strconv.Itoa(at + 1)
	}
	own.name, own.label = v.name+"#"+strconv.Itoa(at), v.label+" ["+heading+"]"
	return &own
}

// dualOf returns the question on one scale that a column answers, or nil. The
// export numbers them from 0 with codes as headings, and from 1 with wordings.
func dualOf(byName map[string]*variable, c *export.Column) *variable {
	m := dualHeading.FindStringSubmatch(c.Question)
	if m == nil {
		return nil
	}
	v := byName[key(m[1])]
	if v == nil || !v.dual() {
		return nil
	}
	at, _ := strconv.Atoi(m[2])
	if len(m[0]) != len(m[1])+len(" [0]") {
		at-- // "Scale 1" is the first
	}
	if at < 0 || at > 1 {
		return nil
	}
	return v.onScale(at)
}
