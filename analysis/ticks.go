package analysis

import (
	"math/bits"

	"benchmark/survey"
)

// mostPatterns is the number of cells, a pattern of ticks by a profile, from which
// patterns are not counted, and perPattern that of the respondents for each from
// which they are.
const (
	mostPatterns = 1 << 13
	perPattern   = 4
)

// tickCounter returns the counter of a select-all question: of what respondents tick
// together where such patterns are few, or else of every tick.
func (a *answers) tickCounter(base survey.Bits) tickCounter {
	if options := len(a.question.Options); options <= 8 {
		if cells := len(a.profiles.stratum) << options; cells <= mostPatterns && perPattern*cells <= len(a.profiles.of) {
			return newPatterns(a, base)
		}
	}
	return newTicks(a, base)
}

// tickCounter counts the base of a select-all question by the number of ticks, and
// for each option those who ticked it among so many: all that the shares of those
// who answered and of the ticks need.
type tickCounter interface {
	counter
	// tell puts what was counted in the answers.
	tell(a *answers)
}

func newPatterns(a *answers, base survey.Bits) tickCounter {
	return &patterns{a.profiles, base, a.column.Ticks, a.profiles.tallies(1 << len(a.question.Options))}
}

func newTicks(a *answers, base survey.Bits) tickCounter {
	p, place := a.profiles, a.numbersOfTicks(base)
	return &ticks{p: p, base: base, of: a.column.Ticks, place: place, steps: len(a.numbers),
		number: p.tallies(len(a.numbers)), all: p.tallies(len(a.question.Options) * len(a.numbers))}
}

// patterns count who ticked the same options, of at most 8.
type patterns struct {
	p    *profiles
	base survey.Bits
	of   []survey.Bits
	tally
}

func (c *patterns) cost() int { return 3 }

func (c *patterns) count(from, to int, weigh []weighed) {
	width, of, n, w := uint32(len(c.p.stratum)), c.p.of, c.n, c.w
	for k := from >> 6; k<<6 < to; k++ {
		word := c.base[k]
		ticked := c.ticked(k)
		for ; word != 0; word &= word - 1 {
			i := bits.TrailingZeros64(word)
			r := k<<6 + i
			at := uint32(ticked[i>>3]>>(i&7<<3)&0xff)*width + of[r]
			n[at]++
			if weigh != nil {
				w[at].take(&weigh[r-from])
			}
		}
	}
}

// ticked returns the patterns of 64 respondents, 8 in a word.
func (c *patterns) ticked(k int) (of [8]uint64) {
	for o, ticks := range c.of {
		word := ticks[k]
		for g := range of {
			of[g] |= word >> (8 * g) & 0xff << (8 * o)
		}
	}
	for g, x := range of {
		// The transpose of 8 by 8 bits (H.S. Warren, Hacker's delight, 2nd ed. 2013, 7-3).
		t := (x ^ x>>7) & 0x00aa00aa00aa00aa
		x ^= t ^ t<<7
		t = (x ^ x>>14) & 0x0000cccc0000cccc
		x ^= t ^ t<<14
		t = (x ^ x>>28) & 0x00000000f0f0f0f0
		of[g] = x ^ t ^ t<<28
	}
	return of
}

func (c *patterns) tell(a *answers) {
	options := len(c.of)
	place := make([]int, options+1)
	for number := range place {
		place[number] = -1
	}
	for number := range place {
		for pattern := range 1 << options {
			if bits.OnesCount(uint(pattern)) == number && (number == 0 || c.p.part(c.tally, pattern, 1).some()) && place[number] < 0 {
				place[number] = len(a.numbers)
				a.numbers = append(a.numbers, number)
			}
		}
	}
	steps := len(a.numbers)
	a.ticks = c.p.tallies(steps)
	all := c.p.tallies(options * steps)
	for pattern := range 1 << options {
		at := place[bits.OnesCount(uint(pattern))]
		if at < 0 {
			continue
		}
		part := c.p.part(c.tally, pattern, 1)
		c.p.part(a.ticks, at, 1).plus(part)
		for o := range options {
			if pattern>>o&1 == 1 {
				c.p.part(all, o*steps+at, 1).plus(part)
			}
		}
	}
	a.tickedAmong(all, c.base)
}

// some reports whether someone was counted.
func (t tally) some() bool {
	for _, n := range t.n {
		if n > 0 {
			return true
		}
	}
	return false
}

// ticks count every tick.
type ticks struct {
	p    *profiles
	base survey.Bits
	of   []survey.Bits
	// place is that of each number of ticks among the steps that are given.
	place []int
	steps int
	// number counts the base by the number of ticks, and all who ticked each option
	// by it.
	number, all tally
}

func (c *ticks) cost() int { return 1 + len(c.of)/2 }

func (c *ticks) count(from, to int, weigh []weighed) {
	chosen := make([]uint64, len(c.of))
	for k := from >> 6; k<<6 < to; k++ {
		word := c.base[k]
		for o, ticks := range c.of {
			chosen[o] = ticks[k] & word
		}
		number := ticksOf(chosen)
		for ; word != 0; word &= word - 1 {
			i := bits.TrailingZeros64(word)
			c.add(c.number, c.place[number[i]], k<<6+i, from, weigh)
		}
		for o, rest := range chosen {
			for ; rest != 0; rest &= rest - 1 {
				i := bits.TrailingZeros64(rest)
				c.add(c.all, o*c.steps+c.place[number[i]], k<<6+i, from, weigh)
			}
		}
	}
}

func (c *ticks) add(t tally, k, r, from int, weigh []weighed) {
	at := k*len(c.p.stratum) + int(c.p.of[r])
	t.n[at]++
	if weigh != nil {
		t.w[at].take(&weigh[r-from])
	}
}

func (c *ticks) tell(a *answers) {
	a.ticks = c.number
	a.tickedAmong(c.all, c.base)
}

// tickedAmong fills in who ticked each option, given those by the number of ticks.
func (a *answers) tickedAmong(all tally, base survey.Bits) {
	p, steps := a.profiles, len(a.numbers)
	for o := range a.question.Options {
		ticked := p.tallies(1)
		for k := range steps {
			ticked.plus(p.part(all, o*steps+k, 1))
		}
		a.ticked = append(a.ticked, p.part(all, o*steps, steps))
		a.options = append(a.options, crowd{ticked, func() survey.Bits { return a.chose(base, o) }})
	}
}

// numbersOfTicks fills in the numbers of ticks that are given, in order, and returns
// the place of each: of a thousand options nobody ticks every number.
func (a *answers) numbersOfTicks(base survey.Bits) (place []int) {
	place = make([]int, len(a.question.Options)+1)
	seen := make([]bool, len(place))
	seen[0] = true
	chosen := make([]uint64, len(a.question.Options))
	for k, word := range base {
		for o, ticks := range a.column.Ticks {
			chosen[o] = ticks[k] & word
		}
		number := ticksOf(chosen)
		for ; word != 0; word &= word - 1 {
			seen[number[bits.TrailingZeros64(word)]] = true
		}
	}
	for n, given := range seen {
		if given {
			place[n] = len(a.numbers)
			a.numbers = append(a.numbers, n)
		}
	}
	return place
}

// ticksOf returns the number of ticks of 64 respondents, given who of them chose
// each option.
func ticksOf(chosen []uint64) (number [64]uint16) {
	for _, rest := range chosen {
		for ; rest != 0; rest &= rest - 1 {
			number[bits.TrailingZeros64(rest)]++
		}
	}
	return number
}
