package reports

import (
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
	n, organisations := b.survey.Respondents, b.survey.OfOrganisations()
	if b.survey.Design.Sampled {
		return b.words.EstimatesLead(n-outside(&b.survey.Design), organisations)
	}
	return b.words.FindingsLead(n, organisations)
}

// lonely is the footnote of figures with strata in which one respondent
// answered, with their names.
func (b *builder) lonely(strata []int) string {
	var names []string
	for _, h := range strata {
		if h < len(b.survey.Design.Strata) {
			_, title := b.survey.StratumName(h)
			names = append(names, clean(title))
		}
	}
	return b.words.Lonely(b.study.Options.Weighted.Lonely.String(), names)
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
