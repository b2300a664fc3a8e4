package analysis

import "benchmark/survey"

// coverage returns, for every stratum of the design and for all of known size
// together, how many organisations exist and answered, and which part of them
// and of their inhabitants the respondents cover. An organisation that answered
// twice counts twice as a respondent and is covered once. The inhabitants are
// told per stratum alone: the areas of organisations of different types overlap.
// There is none without a stratum of known size.
func (b *builder) coverage() (Table, bool) {
	var all survey.Stratum
	inhabitants := false
	strata := b.survey.Design.Strata
	for h := range strata {
		if s := &strata[h]; s.Population > 0 {
			all.Population += s.Population
			all.Respondents += s.Respondents
			all.Repeats += s.Repeats
			inhabitants = inhabitants || s.Inhabitants > 0
		}
	}
	t := Table{ID: string(Coverage), Topic: Coverage, Base: Base{Kind: BaseEveryone}}
	t.Account = Account{Respondents: b.survey.Respondents, Base: b.survey.Respondents}
	if all.Population == 0 {
		return t, false
	}
	t.Rows = []Row{
		{Key: KeyPopulation, Measure: Count}, {Key: KeyRespondents, Measure: Count},
		{Key: KeyResponse, Measure: ShareOfPopulation}, {Key: KeyCovered, Measure: ShareOfPopulation},
	}
	if inhabitants {
		t.Rows = append(t.Rows, Row{Key: KeyInhabitants, Measure: ShareOfPopulation})
	}
	t.Cells = make([][]Estimate, len(t.Rows))
	t.addStratum(Group{Breakdown: TotalBreakdown}, &all)
	for h := range strata {
		if strata[h].Name == "" && strata[h].Type == "" {
			continue // a sample without strata
		}
		level, label := b.survey.StratumName(h)
		t.addStratum(Group{Breakdown: StrataBreakdown, Level: level, Label: label}, &strata[h])
	}
	return t, true
}

// addStratum adds the figures of a stratum as a group.
func (t *Table) addStratum(g Group, s *survey.Stratum) {
	g.Respondents, g.Population, g.Stratum = s.Respondents, s.Population, g.Breakdown == StrataBreakdown
	t.Groups = append(t.Groups, g)
	part := func(n, of int) Estimate {
		if of == 0 {
			return Estimate{Status: Unknown}
		}
		return Estimate{Status: Estimated, Value: float64(n) / float64(of), Count: n, Base: of}
	}
	count := func(n int) Estimate { return Estimate{Status: Estimated, Value: float64(n), Count: n, Base: n} }
	cells := []Estimate{
		count(s.Population), count(s.Respondents), part(s.Respondents, s.Population), part(s.Covered(), s.Population),
		part(s.InhabitantsCovered, s.Inhabitants),
	}
	if g.Breakdown == TotalBreakdown {
		cells[4] = Estimate{}
	}
	if s.Population == 0 {
		cells[0] = Estimate{Status: Unknown}
	}
	for r := range t.Rows {
		t.Cells[r] = append(t.Cells[r], cells[r])
	}
}
