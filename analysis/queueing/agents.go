package queueing

import (
	"errors"
	"fmt"
	"math"
)

// Target is what a service desk promises.
type Target struct {
	// Share of all contacts, in (0, 1), that is answered Within a time, 0 or more.
	Share, Within float64
	// MostLoad is the highest Load that people can keep up, in (0, 1]; 0: 1.
	MostLoad float64
	// Least is the least number of agents on duty; 0: 1.
	Least int
}

// Check returns what is wrong with a target, or nil.
func (t Target) Check() error {
	switch {
	case !(t.Share > 0 && t.Share < 1):
		return fmt.Errorf("a share of %v can't be promised: it must lie between 0 and 1", t.Share)
	case !(t.Within >= 0) || math.IsInf(t.Within, 0):
		return fmt.Errorf("an answer within %v can't be promised", t.Within)
	case !(t.MostLoad >= 0 && t.MostLoad <= 1):
		return fmt.Errorf("a load of %v is impossible: it must lie between 0 and 1", t.MostLoad)
	}
	return nil
}

// met reports whether a queue keeps the promise. The load is what comes in over
// what can be done, so that people who give up make nothing easier.
func (t Target) met(s *Steady) bool {
	most := t.MostLoad
	if most == 0 {
		most = 1
	}
	return s.Stable && s.queue.Arrivals <= most*s.rate && s.Service(t.Within) >= t.Share
}

// Agents returns the least number of agents with which the queue keeps the
// promise, and how it then does. The number in the queue is not looked at. It
// rises with the volume and falls with the time allowed.
func Agents(q Queue, t Target) (int, Steady, error) {
	if err := t.Check(); err != nil {
		return 0, Steady{}, err
	}
	solve := func(n int) (Steady, bool, error) {
		q.Agents = n
		s, err := q.Solve()
		return s, err == nil && t.met(&s), err
	}
	low := max(t.Least, 1) - 1 // does not do, or is not allowed
	high := low + 1
	best, ok, err := solve(high)
	for ; err == nil && !ok; best, ok, err = solve(high) {
		low, high = high, 2*high
	}
	if err != nil {
		return 0, Steady{}, err
	}
	for high-low > 1 {
		mid := low + (high-low)/2
		s, ok, err := solve(mid)
		switch {
		case err != nil:
			return 0, Steady{}, err
		case ok:
			high, best = mid, s
		default:
			low = mid
		}
	}
	return high, best, nil
}

// MostArrivals returns the highest rate of arrivals with which the queue, with the
// agents that it has, keeps the promise. The arrivals in the queue are not looked
// at. The result is 0 when the promise can't be kept at all.
func MostArrivals(q Queue, t Target) (float64, error) {
	if err := errors.Join(t.Check(), q.Check()); err != nil {
		return 0, err
	}
	low, high := 0.0, q.departures(q.Agents*q.chats())
	if q.impatient() {
		high = min(high, float64(mostPlaces)/q.Patience)
	}
	const steps = 60
	for range steps {
		q.Arrivals = (low + high) / 2
		s, err := q.Solve()
		if err != nil {
			return 0, err
		}
		if t.met(&s) {
			low = q.Arrivals
		} else {
			high = q.Arrivals
		}
	}
	return low, nil
}
