package trend

import (
	"errors"
	"fmt"

	"benchmark/survey"
	"benchmark/survey/waves"
)

// Make sets waves, in the order of time, beside each other. It returns an error where
// they have no question in common that can be followed.
func Make(all []Wave, o Options) (*Trend, error) {
	if len(all) < 2 {
		panic(fmt.Sprintf("trend: %d waves", len(all)))
	}
	t := &Trend{Options: o, Waves: all, panels: map[[2]int]*waves.Panel{}}
	surveys := make([]*survey.Survey, len(all))
	for i := range all {
		surveys[i] = all[i].Study.Survey
	}
	t.Drift = waves.Across(surveys)
	for i := 1; i < len(all); i++ {
		t.Panels = append(t.Panels, t.panel(i-1, i))
	}
	t.Rows = t.rows()
	if len(t.Rows) == 0 {
		return nil, errors.New("no question was asked in two of the waves with figures that may be shown: channels and options need the same names, or a codebook that says same_as")
	}
	t.changes()
	t.splits()
	t.flows()
	return t, nil
}

// Panel returns the bodies of two waves, the earlier one first.
func (t *Trend) Panel(from, to int) *waves.Panel { return t.panel(from, to) }

// panel returns the bodies of two waves.
func (t *Trend) panel(from, to int) *waves.Panel {
	key := [2]int{from, to}
	if t.panels[key] == nil {
		t.panels[key] = waves.Match(t.Waves[from].Roster, t.Waves[to].Roster, waves.Options{})
	}
	return t.panels[key]
}
