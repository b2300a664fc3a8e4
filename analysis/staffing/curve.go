package staffing

import "benchmark/analysis/queueing"

// Point is what a number of people can promise at a volume.
type Point struct {
	// People on duty, 1 or more.
	People int
	// Stable is false when more comes in than they can do: then the queue grows without
	// end and there are no other figures.
	Stable bool
	// Service is the share of contacts answered within the promise, and Slower within
	// the other one; Wait is the mean wait in hours and Busy the share of their time that
	// people have a contact.
	Service, Slower, Wait, Busy float64
	// Enough is true when the promise is kept, at no higher load than people keep up.
	Enough bool
}

// How many people fewer, and more, than are needed a curve shows.
const (
	fewerPeople = 4
	morePeople  = 2
)

// Curve returns what numbers of people can promise at a volume per hour: from four
// fewer than keep the promise, but not below the least number on duty, to two more. Of
// numbers that can't do the work only the largest is there.
func (a *Assumptions) Curve(volume float64) ([]Point, error) {
	if err := a.Check(); err != nil {
		return nil, err
	}
	needed, _, err := queueing.Agents(a.queue(volume), a.target(a.Promise))
	if err != nil {
		return nil, err
	}
	var points []Point
	for n := max(a.Least, needed-fewerPeople); n <= needed+morePeople; n++ {
		q := a.queue(volume)
		q.Agents = n
		s, err := q.Solve()
		if err != nil {
			return nil, err
		}
		p := Point{People: n, Stable: s.Stable, Enough: n >= needed}
		if s.Stable {
			p.Service, p.Slower = s.Service(a.Promise.Within), s.Service(a.Other.Within)
			p.Wait, p.Busy = s.MeanWait, s.Busy
		}
		if len(points) == 1 && !points[0].Stable && !p.Stable {
			points = nil
		}
		points = append(points, p)
	}
	return points, nil
}
