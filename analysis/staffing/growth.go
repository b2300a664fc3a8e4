package staffing

import (
	"fmt"
	"math"
)

// Growth is by how much the volume of a channel grows.
type Growth struct {
	// Yearly is the factor by which the volume grows each year, 1 for as it is; Low and
	// High are the least and the most that are reckoned with, Low <= Yearly <= High.
	Low, Yearly, High float64
	// Years is how far the path goes; 0: there is none.
	Years int
}

// The bounds of a growth that can be meant.
const (
	leastGrowth, mostGrowth = 0.1, 10
	mostYears               = 10
	mostVolume              = 100_000 // per hour, where a path ends
)

func (g *Growth) check() error {
	switch {
	case g.Years < 0 || g.Years > mostYears:
		return fmt.Errorf("the path of growth has %d years, outside 0 to %d", g.Years, mostYears)
	case g.Years == 0:
		return nil
	case !(g.Low >= leastGrowth && g.Low <= g.Yearly && g.Yearly <= g.High && g.High <= mostGrowth):
		return fmt.Errorf("the growth is %v, %v and %v a year: it must go up, from %v to %v", g.Low, g.Yearly, g.High, leastGrowth, mostGrowth)
	}
	return nil
}

// Range is a volume that is not certain: Low <= Value <= High.
type Range struct{ Low, Value, High float64 }

// Step is a year of a path of growth.
type Step struct {
	// Year is 0 for now.
	Year int
	// Volume is the mean number of contacts per hour, as uncertain as the volume of now
	// and the growth are together: both low, and both high.
	Volume Range
	// Plan is for Volume.Value, Low and High for the ends of it.
	Low, Plan, High Plan
}

// Path plans a channel for now and each year to come: in year t for
// V·g^t, from V(low)·g(low)^t to V(high)·g(high)^t. The ends meet only if everything
// is low, or high, at once, so the range is wider than chance alone would make it. The path ends
// before a volume that no desk has, 100,000 per hour.
func (a *Assumptions) Path(now Range) ([]Step, error) {
	if a.Growth.Years == 0 {
		return nil, nil
	}
	var path []Step
	g := &a.Growth
	for year := range g.Years + 1 {
		t := float64(year)
		v := Range{now.Low * math.Pow(g.Low, t), now.Value * math.Pow(g.Yearly, t), now.High * math.Pow(g.High, t)}
		if v.High > mostVolume {
			break
		}
		s := Step{Year: year, Volume: v}
		for _, to := range []struct {
			plan   *Plan
			volume float64
		}{{&s.Low, v.Low}, {&s.Plan, v.Value}, {&s.High, v.High}} {
			var err error
			if *to.plan, err = a.For(to.volume, a.Promise); err != nil {
				return nil, err
			}
		}
		path = append(path, s)
	}
	return path, nil
}
