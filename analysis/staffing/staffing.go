// Package staffing turns a volume of contacts per hour into people: how many are
// on duty in each open hour, how many have to be employed, how busy they are, and
// what becomes of the channel when the same people do other work as well.
//
// How long people wait comes from package queueing. The defaults are assumptions,
// named one by one in Assumptions with where they come from, and every one can be
// changed. Times are in hours, also where people think of minutes.
package staffing

import (
	"errors"
	"fmt"
	"math"

	"benchmark/analysis/queueing"
)

// Promise is a service level: a share of all contacts answered within a time.
type Promise struct {
	// Share in (0, 1).
	Share float64
	// Within in hours.
	Within float64
}

// Assumptions are what a plan rests on beside the volume. Defaults returns the
// usual ones.
type Assumptions struct {
	// Handling is the mean time in hours that a contact takes an agent who has no
	// other, with what is left to do afterwards.
	Handling float64
	// Chats is the number of contacts that an agent has at once, 1 to MostChats.
	Chats int
	// Promise is the service level, and Other one to compare its cost with.
	Promise, Other Promise
	// Patience is the mean time in hours after which who waits gives up; 0: never.
	Patience float64
	// MostLoad is the highest part of what agents can do that they keep up, in (0, 1].
	MostLoad float64
	// Shrinkage is the part of paid time in which people can't be on duty: leave,
	// illness, breaks, meetings and training; in [0, 1).
	Shrinkage float64
	// Least is the least number of people on duty, 1 or more.
	Least int
	// Week is the number of hours in a full-time working week.
	Week float64
	// Open are the opening hours, and Profile how busy they are.
	Open    []Slot
	Profile Profile
	// Phone is the part of the free time of the people on duty that telephone or
	// counter fills on average where it is combined, in [0, 1); Talking the mean length of one
	// call in hours, and Peak how many times as many there are at the busiest moment.
	Phone, Talking, Peak float64
	// Switch is the time in hours that is lost each time that somebody lays e-mail
	// aside for a contact.
	Switch float64
	// Growth is by how much the volume may grow.
	Growth Growth
	// Seed of the simulations.
	Seed uint64
}

// MostChats is the largest number of chats at once for which factors are known.
const MostChats = 5

const (
	minutesOfHour = 60
	secondsOfHour = 3600
)

// Defaults returns assumptions for a chat channel of a Dutch government
// organisation. Their sources:
//
//   - ten minutes per contact, two chats at once, five-minute calls, half of the
//     free time on the telephone, a peak of one and a half times, and a minute to switch
//     are round figures of ours, to be replaced by what an organisation measures;
//   - 80% within so many seconds is the custom of contact centres, mostly 20 s for
//     the telephone; 30 s and 5 minutes are the two that are compared here;
//   - 30% shrinkage and at most 85% load are those of the worked example of
//     pyworkforce, and customary;
//   - 36 hours is the full-time week of the Cao Gemeenten;
//   - the volume doubles in two years, as OBI4wan (2020) saw live chats of Dutch
//     organisations go from 80 a week at the start to 160 two years on; the range, from no growth to
//     twice as much every year, is ours;
//   - nobody gives up (Erlang C), which is the careful choice: it asks for more
//     people rather than fewer.
func Defaults() Assumptions {
	const monday, friday, opens, closes = 0, 4, 9, 17
	a := Assumptions{
		Handling: 10.0 / minutesOfHour, Chats: 2,
		Promise:  Promise{Share: 0.8, Within: 30.0 / secondsOfHour},
		Other:    Promise{Share: 0.8, Within: 5.0 / minutesOfHour},
		MostLoad: 0.85, Shrinkage: 0.3, Least: 1, Week: 36,
		Phone: 0.5, Talking: 5.0 / minutesOfHour, Peak: 1.5, Switch: 1.0 / minutesOfHour, Seed: 2018,
		Growth: Growth{Low: 1, Yearly: math.Sqrt2, High: 2, Years: 3},
	}
	for d := monday; d <= friday; d++ {
		for h := opens; h < closes; h++ {
			a.Open = append(a.Open, Slot{Day: d, From: float64(h), To: float64(h + 1)})
		}
	}
	return a
}

// Speeds are how many times as fast as with one contact an agent works with 1 to
// MostChats at once: a published table of practice.
func Speeds() [MostChats]float64 { return [...]float64{1, 1.7, 2.5, 2.9, 3.5} }

// Speeds are those for the number of chats at once that are assumed.
func (a *Assumptions) Speeds() []float64 {
	speeds := Speeds()
	return speeds[:a.Chats]
}

// Check returns what is wrong with the assumptions, or nil.
func (a *Assumptions) Check() error {
	for _, p := range []Promise{a.Promise, a.Other} {
		if err := (queueing.Target{Share: p.Share, Within: p.Within}).Check(); err != nil {
			return fmt.Errorf("service level: %w", err)
		}
	}
	within := func(name string, x, low, high float64) error {
		if !(x >= low && x <= high) {
			return fmt.Errorf("%s is %v, outside %v to %v", name, x, low, high)
		}
		return nil
	}
	const never = 0.99
	return errors.Join(
		within("the handling time in hours", a.Handling, 1.0/secondsOfHour, hoursOfDay),
		within("the number of chats at once", float64(a.Chats), 1, MostChats),
		within("the patience in hours", a.Patience, 0, hoursOfDay),
		within("the highest load", a.MostLoad, 0.1, 1),
		within("the shrinkage", a.Shrinkage, 0, never),
		within("the least number of people", float64(a.Least), 1, 1000),
		within("the working week in hours", a.Week, 1, 168),
		within("the part of free time on the telephone", a.Phone, 0, never),
		within("the length of a call in hours", a.Talking, 1.0/secondsOfHour, hoursOfDay),
		within("the peak", a.Peak, 1, 100),
		within("the time to switch in hours", a.Switch, 0, hoursOfDay),
		a.Growth.check(),
	)
}

// queue is the desk at a volume per hour, without its agents.
func (a *Assumptions) queue(volume float64) queueing.Queue {
	return queueing.Queue{Arrivals: volume, Handling: a.Handling, Patience: a.Patience, Speed: a.Speeds()}
}

func (a *Assumptions) target(p Promise) queueing.Target {
	return queueing.Target{Share: p.Share, Within: p.Within, MostLoad: a.MostLoad, Least: a.Least}
}

// Plan is how a channel is staffed at one volume and promise.
type Plan struct {
	// Volume is the mean number of contacts per open hour, Busiest that of the
	// busiest hour.
	Volume, Busiest float64
	Promise         Promise
	// Least and Most are the smallest and largest number of people on duty at once.
	Least, Most int
	// OpenHours and DutyHours are the hours per week that the channel is open and
	// that people are on duty together.
	OpenHours, DutyHours float64
	// FTE is DutyHours with shrinkage, in full-time working weeks.
	FTE float64
	// WorkFTE is the part of FTE in which people have a contact.
	WorkFTE float64
	// Roster is the least number of people by whom the busiest hour can be covered
	// when some are absent: Most with shrinkage, rounded up.
	Roster int
	// Service is the share of contacts answered within the promise, Wait the mean
	// wait in hours and Abandoned the share that gives up, over the week.
	Service, Wait, Abandoned float64
	// Busy is the share of their time on duty that people have a contact; FreeHours
	// the hours per week on duty without one.
	Busy, FreeHours float64
	// Room is the highest volume per hour that the people of the quietest cover, Least,
	// can take within the promise.
	Room float64
}

// Cover is a slot of the week with what comes in and who is there.
type Cover struct {
	Slot
	// Volume is the number of contacts per hour, People how many are on duty.
	Volume float64
	People int
}

// Cover returns for every open slot of the week, in its order, how many people keep
// the promise at a mean volume per open hour.
func (a *Assumptions) Cover(volume float64, p Promise) ([]Cover, error) {
	slots, err := a.slots(volume, p)
	cover := make([]Cover, len(slots))
	for i, s := range slots {
		cover[i] = Cover{a.Open[i], s.volume, s.people}
	}
	return cover, err
}

// staffed is a slot with its volume per hour, people and what becomes of them.
type staffed struct {
	volume float64
	people int
	steady queueing.Steady
}

// slots staffs every open slot; those that are as busy are solved once.
func (a *Assumptions) slots(volume float64, p Promise) ([]staffed, error) {
	if err := a.Check(); err != nil {
		return nil, err
	}
	if len(a.Open) == 0 {
		return nil, errors.New("plan a channel: it is never open")
	}
	known := map[float64]staffed{} // read by key only
	all := make([]staffed, len(a.Open))
	for i, v := range a.Profile.volumes(a.Open, volume) {
		s, ok := known[v]
		if !ok {
			var err error
			s.volume = v
			if s.people, s.steady, err = queueing.Agents(a.queue(v), a.target(p)); err != nil {
				return nil, fmt.Errorf("plan a channel with %v contacts per hour: %w", v, err)
			}
			known[v] = s
		}
		all[i] = s
	}
	return all, nil
}

// For staffs a channel at a mean volume per open hour.
func (a *Assumptions) For(volume float64, p Promise) (Plan, error) {
	slots, err := a.slots(volume, p)
	if err != nil {
		return Plan{}, err
	}
	plan := Plan{Volume: volume, Promise: p, Least: math.MaxInt}
	var contacts, busyHours float64
	for i := range slots {
		s, hours := &slots[i], a.Open[i].Hours()
		plan.Busiest = max(plan.Busiest, s.volume)
		plan.Least, plan.Most = min(plan.Least, s.people), max(plan.Most, s.people)
		plan.OpenHours += hours
		plan.DutyHours += hours * float64(s.people)
		contacts += hours * s.volume
		busyHours += hours * float64(s.people) * s.steady.Busy
		plan.Service += hours * s.volume * s.steady.Service(p.Within)
		plan.Wait += hours * s.volume * s.steady.MeanWait
		plan.Abandoned += hours * s.volume * s.steady.Abandoned
	}
	if contacts > 0 {
		plan.Service, plan.Wait, plan.Abandoned = plan.Service/contacts, plan.Wait/contacts, plan.Abandoned/contacts
	} else {
		plan.Service = 1
	}
	plan.Busy = busyHours / plan.DutyHours
	plan.FreeHours = plan.DutyHours - busyHours
	plan.FTE = plan.DutyHours / (1 - a.Shrinkage) / a.Week
	plan.WorkFTE = plan.FTE * plan.Busy
	plan.Roster = int(math.Ceil(float64(plan.Most)/(1-a.Shrinkage) - 1e-9))
	q := a.queue(0)
	q.Agents = plan.Least
	plan.Room, err = queueing.MostArrivals(q, a.target(p))
	return plan, err
}
