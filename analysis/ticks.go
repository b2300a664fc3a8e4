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
	steps := options + 1
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
			p.addOne(a.ticks, int(number[i]), k<<6+i)
		}
		for o, rest := range chosen {
			for ; rest != 0; rest &= rest - 1 {
				i := bits.TrailingZeros64(rest)
				p.addOne(all, o*steps+int(number[i]), k<<6+i)
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
