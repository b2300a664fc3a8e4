package queueing

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
)

// Shared is a queue of which the agents have other work too.
type Shared struct {
	Queue
	// Calls is the number of telephone calls or visitors at the counter per unit of
	// time, and Talking the mean time of one. A call takes an agent who has no chats,
	// takes all of his attention, and goes before a chat that waits: while a call
	// waits nobody takes a new chat.
	Calls, Talking float64
	// Switch is the time lost each time that an agent lays e-mail aside for a contact.
	// E-mail fills all free time and never keeps anybody waiting.
	Switch float64
	// Even moves a chat to another agent whenever that spreads them more evenly, as
	// the formulas suppose. Without it a chat stays with the agent who took it, as it
	// does in practice: then some have two chats while others have none, so that with
	// several agents slightly less gets done.
	Even bool
}

// Run says how long a simulation runs.
type Run struct {
	// Contacts is the number of contacts that are counted, in Batches batches of the
	// same size, after a tenth as many that are not, or more where agents are many.
	Contacts, Batches int
	// Within is the time of the service level.
	Within float64
	// Seed makes the run repeatable.
	Seed uint64
}

// Usual returns a run that gives service levels to within a percentage point, for
// most queues, in a fraction of a second.
func Usual(within float64) Run { return Run{Contacts: 60_000, Batches: 30, Within: within, Seed: 2018} }

// Measured is a figure from a simulation with its standard error, from the spread
// between batches. The batches are long, so that their means are all but
// independent.
type Measured struct{ Value, SE float64 }

// Simulated is how a simulated queue did.
type Simulated struct {
	// Service is the share of contacts answered within the time of the run, MeanWait
	// the mean time in the queue and Abandoned the share that gave up, as in Steady.
	Service, MeanWait, Abandoned Measured
	// CallWait is the mean time that a call waits.
	CallWait Measured
	// Busy is the share of their time that agents have a chat, and Free that they
	// have neither a chat nor a call.
	Busy, Free Measured
	// Interrupted is the number of times per unit of time that a free agent is
	// called away.
	Interrupted Measured
	// Mail is the share of agents' time that goes to e-mail: Free without what
	// switching costs.
	Mail float64
}

// Sustainable reports whether all work together, without what impatient people
// leave undone, is less than the agents can do.
func (s *Shared) Sustainable() bool {
	work := s.Calls * s.Talking
	if !s.impatient() {
		work += s.Arrivals * s.Handling / s.speed(s.chats())
	}
	return work < float64(s.Agents)
}

// Simulate runs the queue event by event. Times between events are exponential, so
// that the next event is one of those that can happen, drawn by its rate; waits
// are those of each contact in turn. Same queue and same run: same figures, to the
// last bit.
func Simulate(s Shared, r Run) (Simulated, error) {
	if err := s.Check(); err != nil {
		return Simulated{}, err
	}
	switch {
	case !(s.Arrivals > 0):
		return Simulated{}, errors.New("simulate a queue: nobody arrives")
	case r.Batches < 2 || r.Contacts < r.Batches:
		return Simulated{}, fmt.Errorf("simulate a queue: %d contacts in %d batches tell no error", r.Contacts, r.Batches)
	case !(s.Calls >= 0) || s.Calls > 0 && !(s.Talking > 0):
		return Simulated{}, fmt.Errorf("simulate a queue: %v calls of %v each", s.Calls, s.Talking)
	case !s.Sustainable():
		return Simulated{}, errors.New("simulate a queue: there is more work than can be done, so there is no long run")
	}
	d := &desk{Shared: s, run: r, random: rand.New(rand.NewPCG(r.Seed, 0)), holding: make([]int, s.chats()+1)}
	d.holding[0] = s.Agents
	const filled = 10
	d.skip = max(r.Contacts/filled, filled*s.Agents*s.chats()) // until the empty desk has filled
	d.batches = make([]batch, r.Batches)
	for d.finished < d.skip+r.Contacts {
		d.step()
	}
	return d.result(), nil
}

// batch is what is counted in one part of a run.
type batch struct {
	contacts, good, gone, calls, interrupted  float64
	waited, callWaited, time, busyTime, freed float64
}

// desk is the state of a simulation.
type desk struct {
	Shared
	run     Run
	random  *rand.Rand
	now     float64
	holding []int     // agents with so many chats and no call
	onCall  int       // agents with a call
	chats   []float64 // when those who wait for a chat came, from head on
	head    int
	calls   []float64 // when those who wait with a call came, from first on
	first   int

	finished, skip int
	batches        []batch
}

// batch is where things are counted now; the first contacts are not.
func (d *desk) batch() *batch {
	if d.finished < d.skip {
		return &batch{}
	}
	size := max(d.run.Contacts/d.run.Batches, 1)
	return &d.batches[min((d.finished-d.skip)/size, len(d.batches)-1)]
}

// step draws the next event and lets it happen.
func (d *desk) step() {
	leaving := 0.0
	if d.impatient() {
		leaving = float64(len(d.chats)-d.head) / d.Patience
	}
	hangUp := 0.0
	if d.onCall > 0 {
		hangUp = float64(d.onCall) / d.Talking
	}
	ending := 0.0
	for m, n := range d.holding {
		ending += float64(n) * d.speed(m) / d.Handling
	}
	total := d.Arrivals + d.Calls + leaving + hangUp + ending
	d.pass(d.random.ExpFloat64() / total)
	u := d.random.Float64() * total
	switch {
	case u < d.Arrivals:
		d.arrive()
	case u < d.Arrivals+d.Calls:
		d.ring()
	case u < d.Arrivals+d.Calls+leaving:
		d.giveUp()
	case u < d.Arrivals+d.Calls+leaving+hangUp && d.onCall > 0:
		d.onCall--
		d.release(0)
	default:
		d.end(u - d.Arrivals - d.Calls - leaving - hangUp)
	}
}

// pass lets time go by.
func (d *desk) pass(time float64) {
	b := d.batch()
	b.time += time
	b.freed += time * float64(d.holding[0])
	b.busyTime += time * float64(d.Agents-d.onCall-d.holding[0])
	d.now += time
}

// arrive takes in a contact.
func (d *desk) arrive() {
	d.chats = append(d.chats, d.now)
	d.assign()
}

// ring takes in a call.
func (d *desk) ring() {
	d.calls = append(d.calls, d.now)
	d.assign()
}

// assign gives waiting calls, and then waiting contacts, to agents who can take
// them: a contact to one of those with the fewest.
func (d *desk) assign() {
	for d.first < len(d.calls) && d.holding[0] > 0 {
		b := d.batch()
		b.calls++
		b.interrupted++
		b.callWaited += d.now - d.calls[d.first]
		d.first++
		d.holding[0]--
		d.onCall++
	}
	if d.first < len(d.calls) {
		return
	}
	for d.head < len(d.chats) {
		m := 0
		for m < len(d.holding)-1 && d.holding[m] == 0 {
			m++
		}
		if m == len(d.holding)-1 {
			return
		}
		if m == 0 {
			d.batch().interrupted++
		}
		d.holding[m]--
		d.holding[m+1]++
		wait := d.now - d.chats[d.head]
		d.head++
		d.count(wait, wait <= d.run.Within, false)
	}
	d.chats, d.head = d.chats[:0], 0
	d.calls, d.first = d.calls[:0], 0
}

// giveUp lets one of those who wait leave: each is as likely as any other.
func (d *desk) giveUp() {
	i := d.head + d.random.IntN(len(d.chats)-d.head)
	came := d.chats[i]
	copy(d.chats[d.head+1:i+1], d.chats[d.head:i])
	d.head++
	d.count(d.now-came, false, true)
}

// count counts a contact that has left the queue.
func (d *desk) count(wait float64, good, gone bool) {
	b := d.batch()
	b.contacts++
	b.waited += wait
	if good {
		b.good++
	}
	if gone {
		b.gone++
	}
	d.finished++
}

// end ends a chat of an agent found by u, a part of the rate of all that can end.
func (d *desk) end(u float64) {
	last := 0
	for m := 1; m < len(d.holding); m++ {
		if d.holding[m] == 0 {
			continue
		}
		last = m
		if u -= float64(d.holding[m]) * d.speed(m) / d.Handling; u < 0 {
			break
		}
	}
	if last == 0 {
		return // rounding: there is no chat to end
	}
	d.holding[last]--
	d.release(last - 1)
	if d.Even {
		d.level()
	}
}

// level moves a chat from an agent with the most to one with the fewest, where that
// makes them more even: one that ended never asks for more than one move.
func (d *desk) level() {
	fewest, most := -1, 0
	for m, n := range d.holding {
		if n == 0 {
			continue
		}
		if fewest < 0 {
			fewest = m
		}
		most = m
	}
	if fewest >= 0 && most-fewest > 1 {
		d.holding[fewest]--
		d.holding[fewest+1]++
		d.holding[most]--
		d.holding[most-1]++
	}
}

// release gives an agent with m chats new work.
func (d *desk) release(m int) {
	d.holding[m]++
	d.assign()
}

// result returns the figures over the batches.
func (d *desk) result() Simulated {
	agents := float64(d.Agents)
	of := func(part, whole func(b *batch) float64) Measured { return measured(d.batches, part, whole) }
	contacts := func(b *batch) float64 { return b.contacts }
	time := func(b *batch) float64 { return b.time }
	agentTime := func(b *batch) float64 { return b.time * agents }
	s := Simulated{
		Service:     of(func(b *batch) float64 { return b.good }, contacts),
		MeanWait:    of(func(b *batch) float64 { return b.waited }, contacts),
		Abandoned:   of(func(b *batch) float64 { return b.gone }, contacts),
		CallWait:    of(func(b *batch) float64 { return b.callWaited }, func(b *batch) float64 { return b.calls }),
		Busy:        of(func(b *batch) float64 { return b.busyTime }, agentTime),
		Free:        of(func(b *batch) float64 { return b.freed }, agentTime),
		Interrupted: of(func(b *batch) float64 { return b.interrupted }, time),
	}
	s.Mail = max(s.Free.Value-s.Interrupted.Value*d.Switch/agents, 0)
	return s
}

// measured is a ratio over batches with the standard error of a ratio estimator.
func measured(batches []batch, part, whole func(*batch) float64) Measured {
	var x, y float64
	for i := range batches {
		x += part(&batches[i])
		y += whole(&batches[i])
	}
	if y == 0 {
		return Measured{}
	}
	ratio, n, squares := x/y, float64(len(batches)), 0.0
	for i := range batches {
		d := part(&batches[i]) - ratio*whole(&batches[i])
		squares += d * d
	}
	return Measured{Value: ratio, SE: math.Sqrt(squares*n/(n-1)) / y}
}
