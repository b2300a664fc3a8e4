package forecast

import (
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/series"
)

// Wave is a study with the moment that it speaks of.
type Wave struct {
	Moment survey.Moment
	Study  *analysis.Study
}

// Studied returns the use of every channel that the waves, in the order of time, asked
// about, in the order of their first wave. Figures are those of the studies: a channel
// of which use may not be shown has no point of that wave, and plans that may not be
// shown are none. A weighted share counts as so many equally weighted answers as it is
// worth.
func Studied(waves []Wave) []Subject {
	var all []Subject
	for _, w := range waves {
		for i := range w.Study.Tables {
			t := &w.Study.Tables[i]
			if t.Topic != analysis.AdoptionTopic {
				continue
			}
			p, e, ok := point(t)
			if !ok {
				continue
			}
			p.Moment = w.Moment
			at := slices.IndexFunc(all, func(s Subject) bool { return s.Subject == t.Channel })
			if at < 0 {
				all = append(all, Subject{Series: series.Series{Subject: t.Channel}})
				at = len(all) - 1
			}
			all[at].Points = append(all[at].Points, p)
			all[at].Measured = append(all[at].Measured, e)
		}
	}
	return all
}

// point returns the use of a channel in a study, with its plans.
func point(t *analysis.Table) (series.Point, analysis.Estimate, bool) {
	uses, surely, likely := meaning(t, survey.Uses), meaning(t, survey.Surely), meaning(t, survey.Likely)
	if uses == nil || uses.Base == 0 {
		return series.Point{}, analysis.Estimate{}, false
	}
	p := series.Point{Yes: uses.Count, N: uses.Base, Kind: series.Sample}
	if surely != nil && likely != nil {
		p.Planned, p.Surely, p.Likely = true, surely.Count, likely.Count
	}
	if uses.Weighted {
		p.N = max(1, int(math.Floor(uses.EffectiveBase)))
		whole := func(e *analysis.Estimate) int { return int(math.Round(e.Value * float64(p.N))) }
		p.Yes = min(whole(uses), p.N)
		if p.Planned {
			p.Surely = min(whole(surely), p.N-p.Yes)
			p.Likely = min(whole(likely), p.N-p.Yes-p.Surely)
		}
	}
	return p, *uses, true
}

// meaning returns the share of the options with a meaning among all, or nil where one of
// them may not be shown or there is none. Of more options than one it has no interval.
func meaning(t *analysis.Table, means string) *analysis.Estimate {
	var sum *analysis.Estimate
	for r := range t.Rows {
		if t.Rows[r].Means != means || t.Rows[r].Net {
			continue
		}
		e := t.Cells[r][0]
		if e.Status != analysis.Estimated {
			return nil
		}
		if sum != nil {
			e.Value, e.Count = e.Value+sum.Value, e.Count+sum.Count
			e.Method, e.Low, e.High, e.SE = analysis.NoInterval, 0, 0, 0
		}
		sum = &e
	}
	return sum
}
