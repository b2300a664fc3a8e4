package staffing

// Assumed names an assumption.
type Assumed string

// The assumptions that are varied, in the order of Vary.
const (
	AssumedVolume    Assumed = "volume"
	AssumedHandling  Assumed = "handling"
	AssumedChats     Assumed = "concurrency"
	AssumedPatience  Assumed = "patience"
	AssumedLoad      Assumed = "load"
	AssumedShrinkage Assumed = "shrinkage"
)

// Changed is a plan with one assumption changed.
type Changed struct {
	// Value is what is assumed instead: per hour, in hours, or a share.
	Value float64
	Plan  Plan
}

// Variation is one assumption and what it matters: the plan when it is lower, and
// when it is higher. Either is nil where there is no such value.
type Variation struct {
	Assumed   Assumed
	Low, High *Changed
}

// Steps of Vary.
const (
	half, twice   = 0.5, 2.0
	shortPatience = 2.0 / minutesOfHour
	longPatience  = 10.0 / minutesOfHour
	pointsOfLoad  = 0.1
	pointsOfTime  = 0.1
)

// Vary changes the assumptions one at a time, the others as they are: half and twice
// the volume and the work per contact, one chat at once fewer and more, people who
// give up after 2 and after 10 minutes, and ten points less and more of the highest
// load and of shrinkage. The steps are ours, large enough to show what matters.
func (a *Assumptions) Vary(volume float64) ([]Variation, error) {
	with := func(change func(b *Assumptions)) Assumptions {
		b := *a
		change(&b)
		return b
	}
	type trial struct {
		value, volume float64
		with          Assumptions
	}
	handling := func(x float64) trial {
		return trial{x * a.Handling, volume, with(func(b *Assumptions) { b.Handling *= x })}
	}
	chats := func(more int) trial {
		return trial{float64(a.Chats + more), volume, with(func(b *Assumptions) { b.Chats += more })}
	}
	patience := func(x float64) trial { return trial{x, volume, with(func(b *Assumptions) { b.Patience = x })} }
	load := func(more float64) trial {
		x := min(1, a.MostLoad+more)
		return trial{x, volume, with(func(b *Assumptions) { b.MostLoad = x })}
	}
	shrinkage := func(more float64) trial {
		x := max(0, a.Shrinkage+more)
		return trial{x, volume, with(func(b *Assumptions) { b.Shrinkage = x })}
	}
	var all []Variation
	for _, v := range []struct {
		assumed   Assumed
		low, high trial
	}{
		{AssumedVolume, trial{half * volume, half * volume, *a}, trial{twice * volume, twice * volume, *a}},
		{AssumedHandling, handling(half), handling(twice)},
		{AssumedChats, chats(-1), chats(1)},
		{AssumedPatience, patience(shortPatience), patience(longPatience)},
		{AssumedLoad, load(-pointsOfLoad), load(pointsOfLoad)},
		{AssumedShrinkage, shrinkage(-pointsOfTime), shrinkage(pointsOfTime)},
	} {
		to := Variation{Assumed: v.assumed}
		for _, t := range []struct {
			trial *trial
			to    **Changed
		}{{&v.low, &to.Low}, {&v.high, &to.High}} {
			if t.trial.with.Check() != nil { // there is no such value
				continue
			}
			plan, err := t.trial.with.For(t.trial.volume, a.Promise)
			if err != nil {
				return nil, err
			}
			*t.to = &Changed{t.trial.value, plan}
		}
		all = append(all, to)
	}
	return all, nil
}
