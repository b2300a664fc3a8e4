package frame

import (
	"errors"
	"slices"
	"strconv"

	"benchmark/survey"
)

// Weighted returns the design of s, as Design made it, with weights: everyone in
// a stratum stands for population / respondents organisations. Who is in no
// stratum of known population has no weight and counts in no weighted figure; an
// Issue tells how many and of which types. Another tells the strata without
// respondents, about which weighted figures say nothing. It does not change s.
// It fails when no respondent is in a stratum of known population.
func Weighted(s *survey.Survey) (survey.Design, []survey.Issue, error) {
	d := s.Design
	if !slices.ContainsFunc(d.Of, func(h int16) bool { return h >= 0 }) {
		return d, nil, errors.New("weighting by the population: it is not known of any respondent how many such organisations exist; name a file with counts per type of organisation (--frame), or leave the weighting out")
	}
	d.Sampled = true
	d.WeighByPopulation()
	d.WeightedBy = survey.WeightedByFrame
	types, sizes := closed(s, survey.BodyType), closed(s, survey.SizeClass)
	var issues []survey.Issue
	if n, names := leftOut(&d, types); n > 0 {
		issues = append(issues, survey.Issue{
			Where: survey.Place{File: s.Source.Frame}, Severity: survey.Warning, Code: survey.IssueNoPopulation,
			Args: append([]string{strconv.Itoa(n)}, names...), Question: types.id(),
		})
	}
	if n, names := empty(&d, types, sizes); n > 0 {
		issues = append(issues, survey.Issue{
			Where: survey.Place{File: s.Source.Frame}, Severity: survey.Warning, Code: survey.IssueEmptyStratum,
			Args: append([]string{strconv.Itoa(n)}, names...), Question: types.id(),
		})
	}
	return d, issues, nil
}

// leftOut returns how many respondents are in no stratum, and in the order of
// the questionnaire their types of which no population is known.
func leftOut(d *survey.Design, types question) (n int, names []string) {
	if types.Question == nil {
		return 0, nil
	}
	seen := make([]bool, len(types.Options))
	for r, h := range d.Of {
		if h >= 0 {
			continue
		}
		n++
		if o := types.answer(r); o >= 0 {
			seen[o] = true
		}
	}
	for o := range seen {
		if _, known := d.TypePopulation(types.Options[o].Code); seen[o] && !known {
			names = append(names, types.Options[o].Title())
		}
	}
	return n, names
}

// empty returns how many organisations the strata without respondents have, and
// the names of these strata.
func empty(d *survey.Design, types, sizes question) (n int, names []string) {
	for i := range d.Strata {
		h := &d.Strata[i]
		if h.Respondents > 0 {
			continue
		}
		n += h.Population
		names = append(names, titleOf(h, types, sizes))
	}
	return n, names
}

// titleOf returns the wording of a stratum's type and size class. A size class
// that no option has keeps the frame's own name.
func titleOf(h *survey.Stratum, types, sizes question) string {
	name := h.Type
	if o := types.option(h.Type); o >= 0 {
		name = types.Options[o].Title()
	}
	if h.Size == "" {
		return name
	}
	if o := sizes.option(h.Size); o >= 0 {
		return name + ", " + sizes.Options[o].Title()
	}
	return name + ", " + h.Size
}
