package disclosure

import (
	"slices"
	"testing"

	"benchmark/survey"

	"pgregory.net/rapid"
)

// drawPuzzle draws atoms of few respondents and sums of sets of them.
func drawPuzzle(t *rapid.T) *Puzzle {
	atoms, answers := rapid.IntRange(2, 4).Draw(t, "atoms"), rapid.IntRange(2, 3).Draw(t, "answers")
	p := &Puzzle{Given: make([][]int, atoms)}
	for a := range p.Given {
		p.Given[a] = rapid.SliceOfN(rapid.IntRange(0, 2), answers, answers).Draw(t, "given")
	}
	sets := rapid.SliceOfN(rapid.IntRange(1, 1<<atoms-1), 1, 4).Draw(t, "sets")
	for k, set := range append(sets, 1<<atoms-1) {
		known := survey.Bits{uint64(set)}
		for o := range answers {
			if k == 0 {
				p.Counts = append(p.Counts, Known{known, 1 << o})
			} else {
				p.Known = append(p.Known, Known{known, 1 << o})
			}
		}
	}
	for o := range answers {
		p.Secrets = append(p.Secrets, 1<<o)
	}
	return p
}

// worlds calls f with every world that fits, found by trying all.
func (p *Puzzle) worlds(f func(at [][]int)) {
	at := make([][]int, len(p.Given))
	for a := range at {
		at[a] = make([]int, len(p.Given[a]))
	}
	sum := func(given [][]int, k Known) int {
		n := 0
		k.In.Each(func(a int) { n += total(given[a], k.Of) })
		return n
	}
	var fill func(a, o, left int)
	fill = func(a, o, left int) {
		switch {
		case a == len(at):
			for _, k := range p.Known {
				if sum(at, k) != sum(p.Given, k) {
					return
				}
			}
			f(at)
		case o == len(at[a])-1:
			at[a][o] = left
			next := 0
			if a+1 < len(at) {
				next = total(p.Given[a+1], ^uint64(0))
			}
			fill(a+1, 0, next)
		default:
			for n := range left + 1 {
				at[a][o] = n
				fill(a, o+1, left-n)
			}
		}
	}
	fill(0, 0, total(p.Given[0], ^uint64(0)))
}

// sure reports whether all worlds that an insider (atom -1: nobody) can't rule out have
// the same of a target.
func (p *Puzzle) sure(worlds [][][]int, t target, by insider) bool {
	s := newSearch(p)
	for _, at := range worlds {
		if by.atom >= 0 && at[by.atom][by.answer] == 0 {
			continue
		}
		s.at = at
		if t.atom < 0 {
			if s.differs(t) {
				return false
			}
			continue
		}
		// Of the others in the atom somebody must be able to answer otherwise.
		in, n := total(at[t.atom], p.Secrets[t.secret]), total(at[t.atom], ^uint64(0))
		if by.atom == t.atom {
			n--
			if p.Secrets[t.secret]>>by.answer&1 == 1 {
				in--
			}
		}
		if in < n {
			return false
		}
	}
	return true
}

// others is how many there are beside an insider of whom a target tells something.
func (p *Puzzle) others(t target, by insider) int {
	if t.atom >= 0 {
		n := total(p.Given[t.atom], ^uint64(0))
		if by.atom == t.atom {
			n--
		}
		return n
	}
	if by.atom >= 0 && newSearch(p).known(t.count, by) {
		return 0
	}
	return p.Sum(t.count)
}

// The attack finds everything that trying all worlds finds, for everyone and for
// every respondent who knows its own answer, and nothing else.
func TestTheAttackMissesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPuzzle(t)
		found := p.Exposed(0)
		var worlds [][][]int
		p.worlds(func(at [][]int) {
			world := make([][]int, len(at))
			for a := range at {
				world[a] = slices.Clone(at[a])
			}
			worlds = append(worlds, world)
		})
		nobody := insider{-1, 0}
		everyone := []insider{nobody}
		for a := range p.Given {
			for o, n := range p.Given[a] {
				if n > 0 {
					everyone = append(everyone, insider{a, o})
				}
			}
		}
		var targets []target
		for a := range p.Given {
			for k := range p.Secrets {
				targets = append(targets, target{a, k, -1, nobody})
			}
		}
		for c := range p.Counts {
			targets = append(targets, target{-1, 0, c, nobody})
		}
		for _, of := range targets {
			sure := false
			for _, by := range everyone {
				sure = sure || p.others(of, by) > 0 && p.sure(worlds, of, by)
			}
			if got := slices.ContainsFunc(found, func(e Exposure) bool {
				return e.Count == of.count && (of.count >= 0 || e.Atom == of.atom && e.Secret == of.secret)
			}); got != sure {
				t.Fatalf("%+v: found %v, trying all worlds says %v, of %+v", of, got, sure, p)
			}
		}
	})
}

// What all of a larger set gave, all of a smaller one gave; and who is the only one to
// have given another answer knows the rest of its group.
func TestBoundsTellWhatSumsDoNotTell(t *testing.T) {
	p := &Puzzle{
		Given:   [][]int{{2, 0}, {3, 1}, {3, 1}},
		Known:   []Known{{survey.Bits{3}, 1}, {survey.Bits{5}, 1}},
		Secrets: []uint64{1, 2},
	}
	// 5 of 6 and 5 of 6 gave the first answer: one of the first atom can have given the other.
	for _, e := range p.Exposed(0) {
		if e.Insider < 0 {
			t.Errorf("exposed to everyone: %+v", e)
		}
	}
	if got := p.Exposed(0); !slices.Contains(got, Exposure{Atom: 0, Secret: 0, Count: -1, Insider: 1}) {
		t.Errorf("exposed: %+v", got)
	}
	p.Given = [][]int{{2, 0}, {4, 0}, {3, 1}}
	if got := p.Exposed(0); !slices.Contains(got, Exposure{Atom: 0, Secret: 0, Count: -1, Insider: -1}) {
		t.Errorf("all six of two atoms gave it: %+v", got)
	}
}

// TestKnownWeights: weights that few share, or of which there are very many, are nobody's to know.
func TestKnownWeights(t *testing.T) {
	for _, tt := range []struct {
		different, respondents int
		want                   bool
	}{{10, 20, true}, {11, 20, false}, {1000, 1_000_000, true}, {1001, 1_000_000, false}} {
		if got := KnownWeights(tt.different, tt.respondents); got != tt.want {
			t.Errorf("%d weights of %d: %v", tt.different, tt.respondents, got)
		}
	}
}
