// Package queueing tells how long people wait for a service desk: on the
// telephone (Erlang C), when some give up (Erlang A), and by chat, where one agent
// talks with several people at once.
//
// All of these are one birth-death chain. Contacts arrive at random (Poisson) at
// rate λ. With k contacts in service, spread as evenly as can be over N agents, the
// work goes at rate r(k); an agent with m chats at once works f(m) times as fast as
// with one. N agents with at most c chats each have S = Nc places; who finds them
// all taken waits, first come first served, and leaves after an exponential time
// with rate θ. So the chain has births λ and deaths r(k) up to S, and R + (k−S)θ
// with R = r(S) above it. With c = 1 it is Erlang A, and with θ = 0 as well Erlang C.
//
// The waiting time V of somebody who would wait forever has the density
//
//	π(S) R exp(−Rv + λ(1−exp(−θv))/θ)
//
// where π(S) is the chance of exactly S contacts; with θ = 0 that is the
// exponential law of Erlang C. (Summing the Beta laws of the time that j+1
// departures take over the number j who wait gives it; compare Baccelli and
// Hebuterne 1981.) Sources: Erlang 1917; Palm 1957; Garnett, Mandelbaum and Reiman,
// Manufacturing & Service Operations Management 4, 2002; Cobham, Operations
// Research 2, 1954, for two priorities.
//
// Times are in any one unit, and rates are per that unit. Chances are carried as
// ratios that lie between 0 and 1, so that neither a tiny nor a huge load
// overflows. A queue is solved in time proportional to its places, and with
// impatient people to those who wait as well.
package queueing

import (
	"errors"
	"fmt"
	"math"
)

// Queue is a service desk.
type Queue struct {
	// Arrivals is the number of contacts per unit of time, 0 or more.
	Arrivals float64
	// Handling is the mean time that a contact takes an agent who has no other,
	// above 0.
	Handling float64
	// Patience is the mean time after which who waits gives up; 0 or +Inf: never.
	Patience float64
	// Agents is the number of people on duty, 1 or more.
	Agents int
	// Speed[m-1] is how many times as fast an agent works with m contacts at once
	// as with one. Speed[0] is 1; it never falls, and never grows faster than m. Nil
	// is one contact at a time.
	Speed []float64
}

// Steady is how a queue does in the long run.
type Steady struct {
	// Stable is false when work comes in faster than it can be done and nobody gives
	// up: then the queue grows without end, Wait is 1 and MeanWait +Inf.
	Stable bool
	// Wait is the chance of having to wait, in [0, 1].
	Wait float64
	// MeanWait is the mean time in the queue over all contacts: those who are helped
	// at once, those who wait, and those who give up.
	MeanWait float64
	// Abandoned is the share that gives up, in [0, 1].
	Abandoned float64
	// Busy is the share of their time that agents have one contact or more.
	Busy float64
	// Load is the work that gets done as a share of what all agents can do at
	// most. Without chats at once it equals Busy.
	Load float64

	queue  Queue
	rate   float64 // R
	logTop float64 // log of π(S)
}

// mostPlaces bounds the places of a queue, so that a mistyped volume is an error
// rather than a long wait.
const mostPlaces = 5_000_000

// Check returns what is wrong with a queue, or nil.
func (q *Queue) Check() error {
	switch {
	case !(q.Arrivals >= 0) || math.IsInf(q.Arrivals, 0):
		return fmt.Errorf("solve a queue: the arrivals are %v; they must be 0 or more", q.Arrivals)
	case !(q.Handling > 0) || math.IsInf(q.Handling, 0):
		return fmt.Errorf("solve a queue: the handling time is %v; it must be more than 0", q.Handling)
	case !(q.Patience >= 0):
		return fmt.Errorf("solve a queue: the patience is %v; it must be 0 (endless) or more", q.Patience)
	case q.Agents < 1:
		return fmt.Errorf("solve a queue: there are %d agents; there must be one", q.Agents)
	case q.Agents > mostPlaces/q.chats():
		return fmt.Errorf("solve a queue: %d agents are more than can be computed", q.Agents)
	case q.impatient() && q.Arrivals*q.Patience > mostPlaces:
		return errors.New("solve a queue: more people arrive while one waits than can be computed; give a shorter patience, or none")
	}
	for m, f := range q.Speed {
		n := float64(m + 1)
		if m == 0 && f != 1 || m > 0 && !(f >= q.Speed[m-1] && f/n <= q.Speed[m-1]/(n-1)) {
			return fmt.Errorf("solve a queue: with %d chats at once an agent can't work %v times as fast", m+1, f)
		}
	}
	return nil
}

func (q *Queue) chats() int { return max(len(q.Speed), 1) }

// speed is how many times as fast as with one contact an agent works with m.
func (q *Queue) speed(m int) float64 {
	switch {
	case m <= 0:
		return 0
	case q.Speed == nil:
		return 1
	}
	return q.Speed[m-1]
}

func (q *Queue) impatient() bool { return q.Patience > 0 && !math.IsInf(q.Patience, 1) }

// departures is r(k): the rate at which k contacts in service end when they are
// spread evenly.
func (q *Queue) departures(k int) float64 {
	each, more := k/q.Agents, k%q.Agents
	return (float64(q.Agents-more)*q.speed(each) + float64(more)*q.speed(min(each+1, q.chats()))) / q.Handling
}

// Solve returns how a queue does in the long run.
func (q Queue) Solve() (Steady, error) {
	if err := q.Check(); err != nil {
		return Steady{}, err
	}
	s := Steady{Stable: true, queue: q, rate: q.departures(q.Agents * q.chats())}
	if q.Arrivals == 0 {
		s.logTop = math.Inf(-1)
		return s, nil
	}
	if !q.impatient() && q.Arrivals >= s.rate {
		return Steady{Wait: 1, MeanWait: math.Inf(1), Busy: 1, Load: 1, queue: q, rate: s.rate}, nil
	}
	full, busy, work := q.served()
	logShare, waiting := q.waiting(s.rate) // log of π(S)/P(k ≥ S), mean number waiting given k ≥ S
	share := math.Exp(logShare)
	s.Wait = full / (share + (1-share)*full)
	s.logTop = math.Log(s.Wait) + logShare
	s.MeanWait = s.Wait * waiting / q.Arrivals
	if q.impatient() {
		s.Abandoned = min(s.MeanWait/q.Patience, 1)
	}
	s.Busy = min((1-s.Wait)*busy+s.Wait, 1)
	s.Load = min(((1-s.Wait)*work+s.Wait*s.rate)/s.rate, 1)
	return s, nil
}

// served walks the states up to S, all places taken. It returns π(S)/P(k ≤ S), as
// in the recursion of Erlang B, and for the states below S the mean share of busy
// agents and the mean rate of departures.
func (q *Queue) served() (full, busy, work float64) {
	full = 1
	places := q.Agents * q.chats()
	for k := 1; ; k++ {
		r := q.departures(k)
		full = q.Arrivals * full / (r + q.Arrivals*full)
		if k == places {
			return full, busy, work
		}
		busy += full * (float64(min(k, q.Agents))/float64(q.Agents) - busy)
		work += full * (r - work)
	}
}

// waiting sums the states from S up. It returns the log of π(S)/P(k ≥ S), and the
// mean number that waits given k ≥ S.
func (q *Queue) waiting(rate float64) (logShare, mean float64) {
	if !q.impatient() {
		load := q.Arrivals / rate
		return math.Log1p(-load), load / (1 - load)
	}
	const huge, enough = 1e200, 1e-18
	term, sum, queue, logUnit := 1.0, 1.0, 0.0, 0.0
	for j := 1.0; ; j++ {
		next := q.Arrivals / (rate + j/q.Patience)
		term *= next
		sum += term
		queue += j * term
		if term > huge {
			term, sum, queue, logUnit = term/huge, sum/huge, queue/huge, logUnit-math.Log(huge)
		}
		if next < 1 && j*term < enough*(1-next)*(1-next)*sum {
			return logUnit - math.Log(sum), queue / sum
		}
	}
}
