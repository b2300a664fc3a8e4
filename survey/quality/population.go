package quality

import (
	"time"

	"benchmark/survey"
	"benchmark/survey/frame"
)

// Population counts the organisations of the register that exist on the day, by
// type and, where the survey asks for size classes that say their limits, by
// size class: a population frame made of the register. A type with a body of
// which the size is not known is not split. Nil without a register, or when
// nothing in it exists on the day.
func Population(s *survey.Survey, o Options) *frame.Frame {
	if o.Register == nil {
		return nil
	}
	c := &checker{s: s}
	all := c.respondents(o)
	if all == nil {
		all = make([]respondent, s.Respondents)
	}
	count := Fieldwork{Register: o.Register.Name, At: day(s, o)}
	count.count(newStrata(s, all, o.Register), make([]bool, len(o.Register.Bodies)))
	whole := make(map[string]bool)
	for i := range count.Strata {
		if stratum := &count.Strata[i]; stratum.Size == "" {
			whole[stratum.Type] = true
		}
	}
	f := &frame.Frame{Name: o.Register.Name}
	if !count.At.IsZero() {
		f.Date = count.At.Format(time.DateOnly)
	}
	at := make(map[string]int)
	for i := range count.Strata {
		stratum := &count.Strata[i]
		row, known := at[stratum.Type]
		if known && whole[stratum.Type] {
			f.Rows[row].Population += stratum.Population
			continue
		}
		at[stratum.Type] = len(f.Rows)
		f.Rows = append(f.Rows, frame.Row{Type: stratum.Type, Population: stratum.Population})
		if !whole[stratum.Type] {
			f.Rows[len(f.Rows)-1].Size = stratum.Size
		}
	}
	if len(f.Rows) == 0 {
		return nil
	}
	return f
}
