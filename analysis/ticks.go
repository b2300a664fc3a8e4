package analysis

import (
	"math/bits"

	"benchmark/survey"
)

// countTicks counts the base of a select-all question by the number of ticks, and
// for each option those who ticked it among so many: all that the shares of those
// who answered and of the ticks need.
func (a *answers) countTicks(base survey.Bits) {
	p, options := a.profiles, len(a.question.Options)
	place := a.numbersOfTicks(base)
	steps := len(a.numbers)
	a.ticks = p.tallies(steps)
	all := p.tallies(options * steps)
	chosen := make([]uint64, options)
	for k, word := range base {
		for o, ticks := range a.column.Ticks {
			chosen[o] = ticks[k] & word
		}
		number := ticksOf(chosen)
		for ; word != 0; word &= word - 1 {
			i := bits.TrailingZeros64(word)
			p.addOne(a.ticks, place[number[i]], k<<6+i)
		}
		for o, rest := range chosen {
			for ; rest != 0; rest &= rest - 1 {
				i := bits.TrailingZeros64(rest)
				p.addOne(all, o*steps+place[number[i]], k<<6+i)
			}
		}
	}
	for o := range options {
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
