package charts

import (
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/survey"
)

// TestSplit: groups of other questions stand in the place of the usual ones, the
// headline tells of no group that is not drawn, and the file says what it is by.
func TestSplit(t *testing.T) {
	s, l := inventStudy(), dutch(t)
	owner := s.Table(analysis.Ownership, "")
	owner.Groups = append(slices.Clone(owner.Groups), analysis.Group{Breakdown: "province", Level: "n", Label: "Noord"}, analysis.Group{Breakdown: "province", Level: "z", Label: "Zuid"})
	for r := range owner.Cells {
		owner.Cells[r] = append(owner.Cells[r], share([]int{6, 5, 4}[r], 15), share([]int{4, 6, 5}[r], 15))
	}
	s.Survey.Questions = append(s.Survey.Questions, survey.Question{ID: "province", Kind: survey.Single, Text: "Provincie"})
	for _, kind := range []Kind{Stacked, Heat} {
		c, err := Split(s, owner, kind, []string{"province"}, l)
		if err != nil {
			t.Fatal(err)
		}
		var labels []string
		for i := range c.Rows {
			labels = append(labels, c.Rows[i].Label)
		}
		if want := []string{"Alle organisaties", "Provincie", "Noord", "Zuid"}; !slices.Equal(labels, want) {
			t.Errorf("%s: rows %q, want %q", kind, labels, want)
		}
		if strings.Contains(c.Title, "gebruikers van") || !strings.HasSuffix(c.Name, "-by-province") || !strings.Contains(c.Alt, c.Name+".csv") {
			t.Errorf("%s: %s %q %q", kind, c.Name, c.Title, c.Alt)
		}
	}
	for want, err := range map[string]error{
		`has no breakdown "region"`: second(Split(s, owner, 0, []string{"region"}, l)),
		"shows no groups":           second(Split(s, owner, Ranked, []string{"province"}, l)),
		"choose from stacked":       second(Split(s, owner, Cloud, nil, l)),
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

func second(_ Chart, err error) error { return err }

// TestTogether: several questions make the chart that they have in common.
func TestTogether(t *testing.T) {
	l := dutch(t)
	battery, barriers := batteryStudy(), barrierStudy()
	for want, made := range map[string]func() (Chart, error){
		"satisfaction-by-channel":           func() (Chart, error) { return Together(battery, tables(battery, analysis.Satisfaction), 0, l) },
		"satisfaction-by-channel-diverging": func() (Chart, error) { return Together(battery, tables(battery, analysis.Satisfaction), Diverging, l) },
		"barriers-by-channel":               func() (Chart, error) { return Together(barriers, tables(barriers, analysis.Barriers), 0, l) },
		"adoption-by-channel":               func() (Chart, error) { return Together(battery, tables(battery, analysis.AdoptionTopic), Stacked, l) },
	} {
		if c, err := made(); err != nil || c.Name != want {
			t.Errorf("%s: %s, %v", want, c.Name, err)
		}
	}
	for want, err := range map[string]error{
		"are drawn as stacked": second(Together(battery, append(tables(battery, analysis.Satisfaction), battery.Table(analysis.Ownership, "")), Heat, l)),
		"has no scale":         second(Together(barriers, tables(barriers, analysis.Barriers), Stacked, l)),
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}
