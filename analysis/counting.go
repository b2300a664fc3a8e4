package analysis

import (
	"math/bits"
	"runtime"
	"slices"
	"sync"

	"benchmark/survey"
)

// chunk is the number of respondents, a multiple of 64, of whom is worked out what
// they weigh before the answers to every question are counted.
const chunk = 1024

// counter counts the answers to a question. It is given the respondents chunk by
// chunk, from one up to another, and what each weighs; nil: only their number counts.
type counter interface {
	count(from, to int, weigh []weighed)
	// cost is about how many respondents are counted for one.
	cost() int
}

// countAll counts several questions in one pass over the respondents, or in as many
// as there are threads, each over some of the questions. Who is done first takes over from
// another.
func (p *profiles) countAll(all []counter) {
	all, finish := p.paired(all)
	defer finish()
	shares := make([]share, min(runtime.GOMAXPROCS(0), len(all)))
	costs := make([]int, len(shares))
	dearest := slices.Clone(all) // first, so that no thread is left with one in the end
	slices.SortStableFunc(dearest, func(a, b counter) int { return b.cost() - a.cost() })
	for _, c := range dearest {
		least := 0
		for k := range costs {
			if costs[k] < costs[least] {
				least = k
			}
		}
		shares[least].all, costs[least] = append(shares[least].all, c), costs[least]+c.cost()
	}
	each(len(shares), func(k int) {
		var room []weighed
		if p.weights != nil {
			room = make([]weighed, min(chunk, len(p.of)))
		}
		for more := true; more; more = shares[k].takeOver(shares, len(p.of)) {
			for shares[k].count(p, room) {
			}
		}
	})
}

// share is what a thread has to count: some questions, of the respondents from one on.
type share struct {
	lock sync.Mutex
	all  []counter
	from int
}

// worthTaking is how many respondents there must be left for another thread to take over.
const worthTaking = 16 * chunk

// count counts the next chunk, by what there is room for; false when there is none.
func (s *share) count(p *profiles, room []weighed) bool {
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.from >= len(p.of) || len(s.all) == 0 {
		return false
	}
	to := min(s.from+chunk, len(p.of))
	weigh := p.weigh(room, s.from, to)
	for _, c := range s.all {
		c.count(s.from, to, weigh)
	}
	s.from = to
	return true
}

// takeOver makes it half of what another thread has left to count of n respondents, or all
// if that has not begun; false when there is too little.
func (s *share) takeOver(shares []share, n int) bool {
	for k := range shares {
		if all, from := shares[k].give(n); len(all) > 0 {
			s.lock.Lock()
			s.all, s.from = all, from
			s.lock.Unlock()
			return true
		}
	}
	return false
}

// give gives away every other question, or all where it has not begun, of the respondents
// from one on; none when that is not worth it.
func (s *share) give(n int) (all []counter, from int) {
	s.lock.Lock()
	defer s.lock.Unlock()
	switch {
	case s.from >= n:
	case s.from == 0:
		all, s.all = s.all, nil
	case n-s.from >= worthTaking:
		var kept []counter
		for i, c := range s.all {
			if i%2 == 0 {
				kept = append(kept, c)
			} else {
				all = append(all, c)
			}
		}
		s.all = kept
	}
	return all, s.from
}

// weigh returns what respondents weigh; nil where only their number counts.
func (p *profiles) weigh(room []weighed, from, to int) []weighed {
	if p.weights == nil {
		return nil
	}
	grid, squares := p.weights.grid, p.weights.squares
	room = room[:to-from]
	for k, w := range p.weights.of[from:to] {
		if !(w > 0) {
			room[k] = weighed{}
			continue
		}
		one := &room[k]
		one.n, one.w, one.squares = 1, grid.Fixed(w), squares.Fixed(w*w)
	}
	return room
}

// choices counts a question of which everyone who answered chose one option: the
// options, and behind them the reasons why there is no answer.
type choices[T uint8 | uint16] struct {
	p  *profiles
	of []T
	// entries sets a list, for which there is room, to those of respondents from a
	// multiple of 64 on; nil where of has them.
	entries func(from int, list []T)
	room    []T
	// at is where the tally of each entry begins, and to where that of its weights
	// does: those of all reasons, which nothing is made of, are one.
	at, to []uint32
	tally
}

// newChoices returns the counter of entries of a column, of which those from
// noAnswer on are reasons.
func newChoices[T uint8 | uint16](p *profiles, q *survey.Question, of []T, noAnswer T) *choices[T] {
	options, reasons, width := len(q.Options), int(survey.Invalid)+1, len(p.stratum)
	places := make([]uint32, 2*(int(^T(0))+1))
	c := &choices[T]{p: p, of: of, at: places[:len(places)/2], to: places[len(places)/2:]}
	c.n = make([]int, (options+reasons)*width)
	if p.weights != nil {
		c.w = make([]weighed, (options+1)*width)
	}
	for o := range options {
		c.at[o], c.to[o] = uint32(o*width), uint32(o*width)
	}
	for reason := range reasons {
		e := int(noAnswer) + reason
		c.at[e], c.to[e] = uint32((options+reason)*width), uint32(options*width)
	}
	return c
}

func (c *choices[T]) cost() int { return 2 }

// read returns the entries of some respondents.
func (c *choices[T]) read(from, until int) []T {
	if c.entries == nil {
		return c.of[from:until]
	}
	of := c.room[:until-from]
	c.entries(from, of)
	return of
}

func (c *choices[T]) count(from, until int, weigh []weighed) {
	profile, of := c.p.of[from:until], c.read(from, until)
	n, w, at, to := c.n, c.w, c.at, c.to
	if weigh == nil {
		for k, e := range of {
			n[at[e]+profile[k]]++
		}
		return
	}
	for k, e := range of {
		n[at[e]+profile[k]]++
		w[to[e]+profile[k]].take(&weigh[k])
	}
}

// everyone returns the tally of all respondents, of whom each has an entry.
func (c *choices[T]) everyone() tally {
	all := c.p.tallies(1)
	for at, n := range c.n {
		all.n[at%len(all.n)] += n
	}
	for at := range c.w {
		all.w[at%len(all.n)].take(&c.w[at])
	}
	return all
}

// learn tells the tally of all respondents, where something counted them all.
func (p *profiles) learn(counted []counter) {
	for _, c := range counted {
		if of, is := c.(interface{ everyone() tally }); is {
			all := of.everyone()
			p.all = func() tally { return all }
			return
		}
	}
}

// take adds one respondent.
func (s *weighed) take(one *weighed) {
	s.n += one.n
	s.w = s.w.Plus(one.w)
	s.squares = s.squares.Plus(one.squares)
}

// setCounter counts a set.
type setCounter struct {
	p   *profiles
	set survey.Bits
	tally
}

func (c *setCounter) cost() int { return 1 }

func (c *setCounter) count(from, to int, weigh []weighed) {
	for k := from >> 6; k<<6 < to; k++ {
		for word := c.set[k]; word != 0; word &= word - 1 {
			r := k<<6 + bits.TrailingZeros64(word)
			at := c.p.of[r]
			c.n[at]++
			if weigh != nil {
				c.w[at].take(&weigh[r-from])
			}
		}
	}
}
