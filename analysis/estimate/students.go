package estimate

import "sync"

// Students remembers quantiles of Student's t distribution: few intervals of a
// table differ in level and degrees of freedom, and a quantile costs more than
// the rest of the interval. The zero value knows none; it may be used by several
// goroutines at once, and is not copied.
type Students struct{ known sync.Map }

// t returns studentT, from memory where it can; a nil s has none.
func (s *Students) t(df, level float64) float64 {
	if s == nil {
		return studentT(df, level)
	}
	at := [2]float64{df, level}
	if t, ok := s.known.Load(at); ok {
		return t.(float64)
	}
	t := studentT(df, level)
	s.known.Store(at, t)
	return t
}

// Summary is of.Summary, with a quantile that may have been needed before.
func (s *Students) Summary(of Statistic, level float64) Summary {
	checkLevel(level)
	out := Summary{Value: of.Value, SE: of.SE}
	if of.DF <= 0 {
		return out
	}
	return out.within(of.DF, func() float64 { return s.t(of.DF, level) })
}
