package queueing

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// factors are a published table of how much faster an agent works with 1 to 5 chats.
func factors(c int) []float64 { return []float64{1, 1.7, 2.5, 2.9, 3.5}[:c] }

func solve(t *testing.T, q Queue) Steady {
	t.Helper()
	s, err := q.Solve()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s = %.12g, want %.12g within %g", what, got, want, within)
	}
}

// TestReferences holds the formulas to published and independently computed
// numbers.
func TestReferences(t *testing.T) {
	const halfHour = 1800
	calls := Queue{Arrivals: 100.0 / halfHour, Handling: 180, Agents: 13}
	t.Run("Erlang C, 13 agents", func(t *testing.T) {
		s := solve(t, calls)
		near(t, "service", s.Service(20), 0.795594788417783, 1e-12)
	})
	t.Run("Erlang C, 14 agents: the example of pyworkforce", func(t *testing.T) {
		calls.Agents = 14
		s := solve(t, calls)
		near(t, "wait", s.Wait, 0.17413193359505, 1e-12)
		near(t, "service", s.Service(20), 0.888350019179467, 1e-12)
		near(t, "busy", s.Busy, 10.0/14, 1e-12)
		near(t, "load", s.Load, 10.0/14, 1e-12)
		near(t, "mean wait", s.MeanWait, 7.8359370118, 1e-9)
		n, _, err := Agents(calls, Target{Share: 0.8, Within: 20, MostLoad: 0.85})
		if err != nil || n != 14 {
			t.Errorf("Agents = %d, %v, want 14", n, err)
		}
	})
	t.Run("Erlang A, by the balance of 400 states in Python", func(t *testing.T) {
		// pyworkforce prints 0.2265 and 0.0253 for this queue, which its balance
		// equations do not give.
		s := solve(t, Queue{Arrivals: 100.0 / 30, Handling: 3, Patience: 5, Agents: 13})
		near(t, "wait", s.Wait, 0.22579708404737533, 1e-12)
		near(t, "abandoned", s.Abandoned, 0.0249633036335718, 1e-12)
		// The density of the wait, by 20,000 trapezia.
		s = solve(t, Queue{Arrivals: 0.1, Handling: 240, Patience: 300, Agents: 28})
		near(t, "service", s.Service(20), 0.8600181601821276, 1e-10)
	})
	t.Run("Erlang C, 55 agents: Angus's example of 0.2 calls a second of 4 minutes", func(t *testing.T) {
		s := solve(t, Queue{Arrivals: 0.2, Handling: 240, Agents: 55})
		near(t, "wait", s.Wait, 0.2387, 5e-5)
		near(t, "mean wait", s.MeanWait, 8.184, 5e-4)
		near(t, "service", s.Service(15), 0.8459, 5e-5)
	})
	t.Run("250 calls an hour of 330 s ask for 28 agents at 80% in 30 s", func(t *testing.T) {
		n, _, err := Agents(Queue{Arrivals: 250.0 / 3600, Handling: 330}, Target{Share: 0.8, Within: 30})
		if err != nil || n != 28 {
			t.Errorf("Agents = %d, %v, want 28", n, err)
		}
	})
	for _, tt := range []struct {
		perHour       float64
		agents        int
		wait, service float64
	}{
		{10, 1, .4317789, .5858422},
		{10, 2, .0149348, .9873580},
		{25, 2, .5759860, .4475203},
		{25, 3, .0715105, .9394676},
	} {
		s := solve(t, Queue{Arrivals: tt.perHour / 3600, Handling: 600, Agents: tt.agents, Speed: factors(3)})
		near(t, "wait by chat", s.Wait, tt.wait, 5e-8)
		near(t, "service by chat", s.Service(30), tt.service, 5e-8)
	}
	if s := solve(t, Queue{Arrivals: 25.0 / 3600, Handling: 600, Agents: 1, Speed: factors(3)}); s.Stable || s.Wait != 1 || !math.IsInf(s.MeanWait, 1) || s.Service(1e9) != 0 {
		t.Errorf("25 chats an hour for one agent: %+v, want an endless queue", s)
	}
}

// anyQueue draws a queue of any size, stable or not, of patient or impatient people.
func anyQueue(t *rapid.T) Queue {
	q := Queue{
		Agents:   rapid.IntRange(1, 40).Draw(t, "agents"),
		Handling: rapid.Float64Range(0.1, 10).Draw(t, "handling"),
		Speed:    factors(rapid.IntRange(1, 5).Draw(t, "chats")),
		Patience: rapid.SampledFrom([]float64{0, 0, 0.05, 0.7, 3, 40}).Draw(t, "patience"),
	}
	most := q.departures(q.Agents * q.chats())
	q.Arrivals = most * rapid.Float64Range(0.01, 1.3).Draw(t, "load")
	return q
}

func mustSolve(t *rapid.T, q Queue) Steady {
	s, err := q.Solve()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestProperties holds what is so for any queue: chances are chances; more agents
// never make it worse and more contacts never better; flow in is flow out; and the
// density of the wait adds up to the chance of waiting.
func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := anyQueue(t)
		s := mustSolve(t, q)
		for name, p := range map[string]float64{"wait": s.Wait, "abandoned": s.Abandoned, "busy": s.Busy, "load": s.Load, "service": s.Service(1)} {
			if !(p >= 0 && p <= 1) {
				t.Errorf("%s = %v", name, p)
			}
		}
		const slack = 1e-9
		more, busier := q, q
		more.Agents++
		busier.Arrivals *= 1.05
		m, b := mustSolve(t, more), mustSolve(t, busier)
		if m.Wait > s.Wait+slack || m.MeanWait > s.MeanWait+slack || m.Service(1) < s.Service(1)-slack {
			t.Errorf("an agent more is worse: %+v, %+v", s, m)
		}
		if b.Wait < s.Wait-slack || b.MeanWait < s.MeanWait-slack || b.Service(1) > s.Service(1)+slack {
			t.Errorf("more contacts are better: %+v, %+v", s, b)
		}
		if !s.Stable {
			return
		}
		if in, out := q.Arrivals*(1-s.Abandoned), s.Load*s.rate; math.Abs(in-out) > 1e-7*in {
			t.Errorf("%v come in to be helped, %v are helped", in, out)
		}
		if s.Service(0.5) > s.Service(0.6)+slack || math.Abs(s.Service(0)-(1-s.Wait)) > slack {
			t.Errorf("the service falls with time: %v, %v, %v", s.Service(0), s.Service(0.5), s.Service(0.6))
		}
		if q.impatient() {
			if all := s.Service(60 * q.Patience * (1 + q.Arrivals/s.rate)); math.Abs(all-(1-s.Abandoned)) > 1e-6 {
				t.Errorf("in the end %v are helped, but %v give up", all, s.Abandoned)
			}
		}
	})
}

// TestErlangC shows that one chat at once is Erlang C as the textbooks write it,
// and that people who hardly ever give up are people who never do.
func TestErlangC(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "agents")
		a := float64(n) * rapid.Float64Range(0.05, 0.97).Draw(t, "load")
		blocked := 1.0
		for k := 1; k <= n; k++ {
			blocked = a * blocked / (float64(k) + a*blocked)
		}
		want := blocked / (1 - a/float64(n)*(1-blocked))
		q := Queue{Arrivals: a, Handling: 1, Agents: n, Speed: factors(1)}
		s := mustSolve(t, q)
		if math.Abs(s.Wait-want) > 1e-12 || math.Abs(s.MeanWait-want/(float64(n)-a)) > 1e-9*s.MeanWait+1e-15 {
			t.Errorf("wait %v for %v, want %v", s.Wait, s.MeanWait, want)
		}
		if got, want := s.Service(0.3), 1-want*math.Exp(-(float64(n)-a)*0.3); math.Abs(got-want) > 1e-12 {
			t.Errorf("service %v, want %v", got, want)
		}
		q.Patience = 1e5
		p := mustSolve(t, q)
		if math.Abs(p.Wait-s.Wait) > 2e-3 || math.Abs(p.Service(0.3)-s.Service(0.3)) > 2e-3 || p.Abandoned > 1e-3 {
			t.Errorf("patient people: %+v, endlessly patient: %+v", p, s)
		}
	})
}

// TestNoPatienceIsErlangB looks at a desk where nobody has any patience to
// speak of, which is Erlang's loss formula.
func TestNoPatienceIsErlangB(t *testing.T) {
	s := solve(t, Queue{Arrivals: 3, Handling: 1, Patience: 1e-9, Agents: 4})
	// B(4, 3) = (3^4/4!) / (1 + 3 + 9/2 + 27/6 + 81/24).
	want := 3.375 / (1 + 3 + 4.5 + 4.5 + 3.375)
	near(t, "abandoned", s.Abandoned, want, 1e-6)
}

// TestExtremes tries loads at which powers and factorials overflow.
func TestExtremes(t *testing.T) {
	for _, q := range []Queue{
		{Arrivals: 1e-12, Handling: 1, Agents: 1},
		{Arrivals: 1e-9, Handling: 1, Agents: 3000},
		{Arrivals: 99_000, Handling: 1, Agents: 100_000},
		{Arrivals: 400_000, Handling: 1, Agents: 300_000, Patience: 0.5},
		{Arrivals: 2000, Handling: 1, Agents: 1, Patience: 2000},
		{Arrivals: 1 - 1e-12, Handling: 1, Agents: 1},
		{Arrivals: 1e-300, Handling: 1e-3, Agents: 2, Patience: 1e-3, Speed: factors(5)},
		{Arrivals: 0, Handling: 1, Agents: 1},
	} {
		s := solve(t, q)
		for name, x := range map[string]float64{"wait": s.Wait, "mean wait": s.MeanWait, "abandoned": s.Abandoned, "busy": s.Busy, "load": s.Load, "service": s.Service(0.1)} {
			if math.IsNaN(x) || math.IsInf(x, 0) || x < 0 {
				t.Errorf("%+v: %s = %v", q, name, x)
			}
		}
	}
	s := solve(t, Queue{Arrivals: 400_000, Handling: 1, Agents: 300_000, Patience: 0.5})
	near(t, "abandoned in overload", s.Abandoned, 0.25, 1e-6)
	if solve(t, Queue{Arrivals: 1, Handling: 1, Agents: 1}).Stable || !solve(t, Queue{Arrivals: math.Nextafter(1, 0), Handling: 1, Agents: 1}).Stable {
		t.Error("the boundary of stability is not where arrivals equal departures")
	}
}

func TestAgents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := anyQueue(t)
		target := Target{Share: rapid.SampledFrom([]float64{0.5, 0.8, 0.95}).Draw(t, "share"), Within: 0.2, MostLoad: 0.85}
		n, s, err := Agents(q, target)
		if err != nil {
			t.Fatal(err)
		}
		if !target.met(&s) {
			t.Errorf("%d agents do not do: %+v", n, s)
		}
		if q.Agents = n - 1; n > 1 {
			if s := mustSolve(t, q); target.met(&s) {
				t.Errorf("%d agents do as well", n-1)
			}
		}
		q.Agents = n
		most, err := MostArrivals(q, target)
		if err != nil || most < q.Arrivals*(1-1e-9) {
			t.Errorf("%d agents can take only %v of %v, %v", n, most, q.Arrivals, err)
		}
	})
	if n, _, err := Agents(Queue{Arrivals: 1, Handling: 1}, Target{Share: 0.5, Least: 7}); n != 7 || err != nil {
		t.Errorf("at least 7 agents: %d, %v", n, err)
	}
}

func TestRefusals(t *testing.T) {
	good := Queue{Arrivals: 1, Handling: 1, Agents: 2}
	for name, change := range map[string]func(*Queue){
		"negative arrivals":  func(q *Queue) { q.Arrivals = -1 },
		"no number":          func(q *Queue) { q.Arrivals = math.NaN() },
		"no handling":        func(q *Queue) { q.Handling = 0 },
		"negative patience":  func(q *Queue) { q.Patience = -1 },
		"no agents":          func(q *Queue) { q.Agents = 0 },
		"too many agents":    func(q *Queue) { q.Agents = math.MaxInt },
		"too many who wait":  func(q *Queue) { q.Arrivals, q.Patience = 1e9, 1 },
		"slower with chats":  func(q *Queue) { q.Speed = []float64{1, 0.9} },
		"faster than double": func(q *Queue) { q.Speed = []float64{1, 2.1} },
		"first is not 1":     func(q *Queue) { q.Speed = []float64{2} },
	} {
		q := good
		change(&q)
		if _, err := q.Solve(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for _, target := range []Target{{Share: 0}, {Share: 1}, {Share: 0.5, Within: -1}, {Share: 0.5, MostLoad: 2}, {Share: math.NaN()}} {
		if _, _, err := Agents(good, target); err == nil {
			t.Errorf("%+v: no error", target)
		}
	}
	if _, _, err := Agents(Queue{Arrivals: 1e9, Handling: 1}, Target{Share: 0.8}); err == nil {
		t.Error("a billion agents: no error")
	}
}
