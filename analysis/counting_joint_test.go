package analysis

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"

	"benchmark/survey"
)

// TestCountedJointly: two questions counted at once are counted as each alone is, with
// respondents who have no weight and with questions of too many answers among them.
func TestCountedJointly(t *testing.T) {
	draw := rand.New(rand.NewPCG(2018, 9))
	n := manyRespondents + 77
	strata, w := make([]int16, n), &sampler{strata: make([]int16, n), weights: make([]float64, n), equal: make([]float64, 3)}
	for r := range n {
		strata[r], w.weights[r] = int16(draw.IntN(3)), float64(draw.IntN(9))/8
	}
	w.addWeights(1, false, true)
	p := newProfiles(n, strata, nil, w.given)
	var all []counter
	var alone []tally
	for _, options := range []int{2, 5, 100, 120, 3, 1, 4} {
		entries := make([]uint8, n)
		for r := range entries {
			if entries[r] = uint8(draw.IntN(options)); draw.IntN(5) == 0 {
				entries[r] = survey.NoAnswer + uint8(draw.IntN(int(survey.Invalid)+1))
			}
		}
		q := &survey.Question{Options: make([]survey.Option, options)}
		all = append(all, newChoices(p, q, entries, survey.NoAnswer))
		one := newChoices(p, q, entries, survey.NoAnswer)
		for from := 0; from < n; from += chunk {
			to := min(from+chunk, n)
			one.count(from, to, p.weigh(make([]weighed, chunk), from, to))
		}
		alone = append(alone, one.tally)
	}
	if counters, _ := p.paired(all); len(counters) != 4 {
		t.Errorf("%d counters for %d questions, want 4", len(counters), len(all))
	}
	p.countAll(all)
	everyone := p.all()
	for k, c := range all {
		sameTally(t, c.(*choices[uint8]).tally, alone[k])
		sameTally(t, c.(*choices[uint8]).everyone(), everyone)
	}
}

// slow counts nothing, and takes its time.
type slow struct{ counted []bool }

func (s *slow) cost() int { return 1 }

func (s *slow) count(from, to int, _ []weighed) {
	for r := from; r < to; r++ {
		if s.counted[r] || from > 0 && !s.counted[from-1] {
			panic("counted twice, or not in order")
		}
		s.counted[r] = true
	}
	time.Sleep(10 * time.Microsecond)
}

// TestTakeOver: whoever takes questions over, each is counted once for every respondent,
// in order, and half of what one thread has left goes to another.
func TestTakeOver(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	p := newProfiles[int](100*chunk+5, nil, nil, nil)
	var all []counter
	for range 9 {
		all = append(all, &slow{make([]bool, len(p.of))})
	}
	p.countAll(all)
	for k, c := range all {
		if slices.Contains(c.(*slow).counted, false) {
			t.Errorf("question %d is not counted for all", k)
		}
	}
	newProfiles[int](0, nil, nil, nil).countAll(all) // which ends
	shares := []share{{all: all[:4], from: len(p.of)}, {all: all[4:], from: 3 * chunk}}
	if !shares[0].takeOver(shares, len(p.of)) || len(shares[0].all) != 2 || shares[0].from != 3*chunk || len(shares[1].all) != 3 {
		t.Errorf("%d questions are taken over from %d on; %d are kept", len(shares[0].all), shares[0].from, len(shares[1].all))
	}
	s := share{all: slices.Clone(all)}
	if given, from := s.give(len(p.of)); len(given) != 9 || from != 0 || s.all != nil {
		t.Errorf("%d questions are given from %d on, before one was counted; %d are kept", len(given), from, len(s.all))
	}
	s = share{all: slices.Clone(all), from: chunk}
	if given, from := s.give(len(p.of)); len(given) != 4 || from != chunk || len(s.all) != 5 || slices.Contains(s.all, given[0]) {
		t.Errorf("%d questions are given from %d on; %d are kept", len(given), from, len(s.all))
	}
	s.from = len(p.of) - worthTaking + 1
	if given, _ := s.give(len(p.of)); len(given) != 0 {
		t.Errorf("%d questions are given for the few that are left", len(given))
	}
}
