package register

import (
	"time"

	"benchmark/survey/frame"
)

// Population counts the organisations of the register that exist on the day, by
// type and, where the survey asks for size classes that say their limits, by
// size class: a population frame made of the register. A type with a body of
// which the size is not known is not split. Nil without a register, or when
// nothing in it exists on the day.
func (r *Roster) Population() *frame.Frame {
	if r.Register == nil {
		return nil
	}
	count := Fieldwork{Register: r.Register.Name, At: r.At}
	count.count(newStrata(r), make([]bool, len(r.Register.Bodies)))
	whole := make(map[string]bool)
	for i := range count.Strata {
		if stratum := &count.Strata[i]; stratum.Size == "" {
			whole[stratum.Type] = true
		}
	}
	f := &frame.Frame{Name: r.Register.Name}
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
