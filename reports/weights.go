package reports

import (
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/locale"
)

// weightingOf says where the weights of a survey come from.
func weightingOf(s *survey.Survey) locale.Weighting {
	return locale.Weighting{By: string(s.Design.WeightedBy), Column: clean(s.Design.WeightColumn), Outside: outside(&s.Design)}
}

// weighting is the sentence that figures are weighted, empty when they are plain.
func (b *builder) weighting() string {
	if !b.survey.Design.Sampled {
		return ""
	}
	return b.words.WeightedLead(weightingOf(b.survey))
}

func (b *builder) findingsLead() string {
	n, organisations := b.survey.Respondents, ofOrganisations(b.survey)
	if b.survey.Design.Sampled {
		return b.words.EstimatesLead(n-outside(&b.survey.Design), organisations)
	}
	return b.words.FindingsLead(n, organisations)
}

// lonely is the footnote of figures with a stratum in which one respondent
// answered, with the names of those strata.
func (b *builder) lonely() string {
	d := &b.survey.Design
	answered := make([]int, len(d.Strata))
	for _, h := range d.Of {
		if h >= 0 {
			answered[h]++
		}
	}
	var names []string
	for h := range d.Strata {
		if answered[h] == 1 && d.Strata[h].Population != 1 {
			names = append(names, b.stratum(&d.Strata[h]))
		}
	}
	return b.words.Lonely(b.study.Options.Weighted.Lonely.String(), names)
}

// stratum names a stratum in the words of the survey.
func (b *builder) stratum(h *survey.Stratum) string {
	if h.Name != "" {
		return clean(h.Name)
	}
	parts := []string{b.optionOf(survey.BodyType, h.Type), b.optionOf(survey.SizeClass, h.Size)}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// optionOf is the wording of the option with a code of the question with a role.
func (b *builder) optionOf(role survey.Role, code string) string {
	if q := b.survey.First(role); q >= 0 {
		if o := b.survey.Questions[q].Option(code); o >= 0 {
			return clean(b.survey.Questions[q].Options[o].Title())
		}
	}
	return clean(code)
}

// outside counts the respondents of whom the stratum is not known: weighted
// figures leave them out.
func outside(d *survey.Design) int {
	n := 0
	for _, h := range d.Of {
		if h < 0 {
			n++
		}
	}
	return n
}

// weightSum returns the sum of the weights of all respondents in a stratum, and
// how many equally weighted ones would know as much (Kish's effective number,
// (Σw)²/Σw²; L. Kish, Survey Sampling, 1965, 11.2C).
func weightSum(s *survey.Survey) (sum, effective float64) {
	d, squares := &s.Design, 0.0
	for r := range s.Respondents {
		w := 1.0
		if d.Weights != nil {
			w = d.Weights[r]
		}
		if d.Of != nil && d.Of[r] < 0 {
			w = 0
		}
		sum, squares = sum+w, squares+w*w
	}
	if squares == 0 {
		return 0, 0
	}
	return sum, sum * sum / squares
}
