package estimate

import (
	"math"
	"sync"
	"sync/atomic"
)

// Students remembers quantiles of Student's t distribution: few intervals of a
// table differ in level and degrees of freedom, and a quantile costs more than
// the rest of the interval. The zero value knows none; it may be used by several
// goroutines at once, and is not copied.
type Students struct {
	// usual are those of the level that was asked for first, by whole degrees of
	// freedom, as the design has them; known are the others.
	usual atomic.Pointer[usualStudents]
	known sync.Map
}

// mostUsual is the number of degrees of freedom below which whole ones have a place.
const mostUsual = 256

type usualStudents struct {
	level float64
	bits  [mostUsual]atomic.Uint64 // 0: not known
}

// t returns studentT, from memory where it can; a nil s has none.
func (s *Students) t(df, level float64) float64 {
	if s == nil {
		return studentT(df, level)
	}
	if at := int(df); df == float64(at) && at > 0 && at < mostUsual {
		usual := s.usual.Load()
		if usual == nil {
			s.usual.CompareAndSwap(nil, &usualStudents{level: level})
			usual = s.usual.Load()
		}
		if usual.level == level {
			return usual.t(at)
		}
	}
	at := [2]float64{df, level}
	if t, ok := s.known.Load(at); ok {
		return t.(float64)
	}
	t := studentT(df, level)
	s.known.Store(at, t)
	return t
}

// t returns the quantile at some whole degrees of freedom.
func (u *usualStudents) t(df int) float64 {
	if bits := u.bits[df].Load(); bits != 0 {
		return math.Float64frombits(bits)
	}
	t := studentT(float64(df), u.level)
	u.bits[df].Store(math.Float64bits(t))
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
