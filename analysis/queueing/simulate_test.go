package queueing

import (
	"fmt"
	"math"
	"testing"
)

// agrees demands that a simulated figure lies within four standard errors of the
// formula's, which chance breaks once in 16,000, and that the error is small enough
// to mean something.
func agrees(t *testing.T, what string, m Measured, want, precise float64) {
	t.Helper()
	if !(math.Abs(m.Value-want) <= 4*m.SE) || !(m.SE <= precise) {
		t.Errorf("%s: simulated %.5g ± %.2g, formula %.5g", what, m.Value, m.SE, want)
	}
}

// TestSimulationAgrees holds simulation and formulas to each other.
func TestSimulationAgrees(t *testing.T) {
	for _, q := range []Queue{
		{Arrivals: 10, Handling: 1, Agents: 13},
		{Arrivals: 0.8, Handling: 1, Agents: 1},
		{Arrivals: 11, Handling: 1, Agents: 10, Patience: 1.5},
		{Arrivals: 2.0 / 3600, Handling: 600, Agents: 1, Speed: factors(2)},
		{Arrivals: 25.0 / 3600, Handling: 600, Agents: 2, Speed: factors(3)},
		{Arrivals: 25.0 / 3600, Handling: 600, Agents: 2, Speed: factors(3), Patience: 120},
		{Arrivals: 90.0 / 3600, Handling: 600, Agents: 6, Speed: factors(4), Patience: 300},
	} {
		t.Run(fmt.Sprintf("%+v", q), func(t *testing.T) {
			s := solve(t, q)
			within := q.Handling / 20
			got, err := Simulate(Shared{Queue: q, Even: true}, Usual(within))
			if err != nil {
				t.Fatal(err)
			}
			agrees(t, "service", got.Service, s.Service(within), 0.01)
			agrees(t, "mean wait", got.MeanWait, s.MeanWait, 0.15*q.Handling)
			agrees(t, "abandoned", got.Abandoned, s.Abandoned, 0.01)
			if s.Busy < 0.99 { // an event too rare for its error to be normal
				agrees(t, "busy", got.Busy, s.Busy, 0.01)
			}
			if !q.impatient() {
				agrees(t, "free", got.Free, 1-s.Busy, 0.01)
			}
		})
	}
}

// TestChatsThatStay shows what the formulas leave out: that a chat stays with the
// agent who took it costs little.
func TestChatsThatStay(t *testing.T) {
	for _, q := range []Queue{
		{Arrivals: 15.0 / 3600, Handling: 600, Agents: 2, Speed: factors(2)},
		{Arrivals: 25.0 / 3600, Handling: 600, Agents: 4, Speed: factors(2)},
		{Arrivals: 60.0 / 3600, Handling: 600, Agents: 6, Speed: factors(3)},
	} {
		s := solve(t, q)
		got, err := Simulate(Shared{Queue: q}, Usual(30))
		if err != nil {
			t.Fatal(err)
		}
		if gap := s.Service(30) - got.Service.Value; !(gap > -4*got.Service.SE && gap < 0.03) {
			t.Errorf("%+v: the formula gives %.4f, chats that stay %.4f ± %.4f", q, s.Service(30), got.Service.Value, got.Service.SE)
		}
	}
}

// TestPriority compares chats beside calls of the same length with Cobham's
// formulas for two priorities: calls wait W/(1-ρ1), chats W/((1-ρ1)(1-ρ)), where W
// is the chance of waiting times a departure's mean time.
func TestPriority(t *testing.T) {
	s := Shared{Queue: Queue{Arrivals: 2, Handling: 1, Agents: 5}, Calls: 1.8, Talking: 1}
	all := solve(t, Queue{Arrivals: s.Arrivals + s.Calls, Handling: 1, Agents: 5})
	base := all.Wait / 5
	got, err := Simulate(s, Usual(0.05))
	if err != nil {
		t.Fatal(err)
	}
	agrees(t, "call wait", got.CallWait, base/(1-s.Calls/5), 0.01)
	agrees(t, "chat wait", got.MeanWait, base/((1-s.Calls/5)*(1-(s.Calls+s.Arrivals)/5)), 0.03)
	agrees(t, "busy with chats", got.Busy, s.Arrivals/5, 0.01)
	agrees(t, "free", got.Free, 1-(s.Calls+s.Arrivals)/5, 0.01)
}

func TestSimulationIsRepeatable(t *testing.T) {
	s := Shared{Queue: Queue{Arrivals: 3, Handling: 1, Agents: 2, Speed: factors(3), Patience: 2}, Calls: 0.5, Talking: 0.4, Switch: 0.01}
	first, err := Simulate(s, Usual(0.1))
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := Simulate(s, Usual(0.1)); again != first {
		t.Errorf("the same run gives %+v and %+v", first, again)
	}
	other := Usual(0.1)
	other.Seed++
	if again, _ := Simulate(s, other); again == first {
		t.Error("another seed gives the same run")
	}
	if !(first.Mail < first.Free.Value && first.Mail > 0) {
		t.Errorf("switching costs nothing: free %v, mail %v", first.Free.Value, first.Mail)
	}
}

func TestSimulationRefuses(t *testing.T) {
	good := Shared{Queue: Queue{Arrivals: 1, Handling: 1, Agents: 2}}
	for name, change := range map[string]func(*Shared, *Run){
		"nobody":           func(s *Shared, _ *Run) { s.Arrivals = 0 },
		"too much work":    func(s *Shared, _ *Run) { s.Calls, s.Talking = 1, 1 },
		"calls of no time": func(s *Shared, _ *Run) { s.Calls = 1 },
		"one batch":        func(_ *Shared, r *Run) { r.Batches = 1 },
		"no agents":        func(s *Shared, _ *Run) { s.Agents = 0 },
	} {
		s, r := good, Usual(1)
		change(&s, &r)
		if _, err := Simulate(s, r); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
