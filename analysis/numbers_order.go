package analysis

import (
	"math"
	"math/bits"
	"slices"
	"sort"
	"sync"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// numbers are the answers of a base by size. They lie in blocks of rising numbers,
// and by profile is known how many are in the blocks before each and what they
// weigh: every quantile of every group is looked for there, and then in one block.
type numbers struct {
	// of has the numbers of all respondents.
	of       *survey.Column
	base     survey.Bits
	profiles *profiles
	// given is how many of the base have each place, where there are places.
	given []uint32
	// size is the least number of answers of a block.
	size int
	// weights are those of all respondents; nil where all count the same.
	weights []float64
	// heavier are the weights by which equal numbers are put in order, the largest
	// first; nil: they are as they stand in the file.
	heavier []float64
	// order is who of the base gave them, block by block; start is where each block
	// begins, and the end. A block is put in order when that is first needed.
	order []uint32
	start []int
	tidy  []sync.Once
	// ranks returns the rank of each place among the numbers that someone gave, and laid has
	// the blocks that were laid out.
	ranks func() []uint16
	laid  []laid
	// largest is the largest number of each block, and constant says that it is the
	// only one of a large block.
	largest  []float64
	constant []bool
	// before counts who are in the blocks before each, and at last everyone.
	before tally
	// sums are what they add up to; nil where the design needs them one by one.
	sums *moments
	// While they are counted: bin is the block of what is left of a number's bits
	// without low and shifted, blocks are the tallies of the blocks, and whole which
	// of these each block is that was not cut up.
	bin    []uint32
	low    uint64
	shift  int
	blocks tally
	whole  []int
	// places are the numbers that are kept as places in a list of values, and blockAt is
	// the block of each of these.
	places  []uint16
	blockAt []uint32
}

// perBlock is the usual least number of answers of a block, and mostCounts that of
// the counts of all blocks, so that a processor has these at hand.
const (
	perBlock   = 1024
	mostCounts = 1 << 13
)

// blockSize returns the least number of answers of a block, of n in all.
func (p *profiles) blockSize(n int) int { return max(perBlock, n/mostCounts*len(p.stratum)) }

// unplaced is the block of a value that nobody of the base gave.
const unplaced = ^uint32(0)

// bins is the number of bits by which numbers are told apart at first.
const bins = 13

// placesOf returns how many of a base have each of the places of numbers; nil where these are
// not kept as places.
func placesOf(y *survey.Column, base survey.Bits) []uint32 {
	places, values := y.Places()
	if places == nil {
		return nil
	}
	n := make([]uint32, len(values))
	for k, word := range base {
		for ; word != 0; word &= word - 1 {
			n[places[k<<6+bits.TrailingZeros64(word)]]++
		}
	}
	return n
}

// newNumbers returns the numbers of a base of n, of whom so many have each place, in blocks
// of at least size, which are to be counted.
func newNumbers(of *survey.Column, base survey.Bits, n int, given []uint32, p *profiles, weights, heavier []float64, size int) *numbers {
	x := &numbers{of: of, base: base, given: given, profiles: p, weights: weights, heavier: heavier, size: size, order: make([]uint32, n), shift: 64}
	if n > 2*size {
		x.scatter()
	} else {
		x.start, x.bin = []int{0, n}, []uint32{0}
		k := 0
		base.Each(func(r int) { x.order[k], k = uint32(r), k+1 })
	}
	x.blocks = p.tallies(len(x.start) - 1)
	x.largest = slices.Repeat([]float64{math.Inf(-1)}, len(x.start)-1)
	_, values := of.Places()
	for place, b := range x.blockAt {
		if b != unplaced {
			x.largest[b] = max(x.largest[b], values[place])
		}
	}
	return x
}

// scatter puts the base into blocks by the leading bits of their numbers, as far as
// these differ.
func (x *numbers) scatter() {
	each := x.keys()
	low, high := ^uint64(0), uint64(0)
	each(func(_ int, key uint64, _ uint32) { low, high = min(low, key), max(high, key) })
	x.low, x.shift = low, max(0, bits.Len64(high-low)-bins)
	x.bin = make([]uint32, (high-low)>>x.shift+1)
	each(func(_ int, key uint64, n uint32) { x.bin[(key-low)>>x.shift] += n })
	var next []uint32 // where the next of each block goes
	inside, end := 0, 0
	for bin, count := range x.bin {
		if n := int(count); n > 0 && (len(next) == 0 || inside >= x.size || n >= 4*x.size && inside > 0) {
			x.start, next, inside = append(x.start, end), append(next, uint32(end)), 0
		}
		inside, end = inside+int(count), end+int(count)
		x.bin[bin] = uint32(max(1, len(next)) - 1)
	}
	x.start = append(x.start, end)
	if x.places != nil {
		for place := range x.blockAt {
			x.blockAt[place] = unplaced
		}
		each(func(place int, key uint64, _ uint32) { x.blockAt[place] = x.bin[(key-low)>>x.shift] })
	}
	for k, word := range x.base {
		for ; word != 0; word &= word - 1 {
			r := k<<6 + bits.TrailingZeros64(word)
			b := x.blockOf(r)
			x.order[next[b]] = uint32(r)
			next[b]++
		}
	}
}

// keys returns what calls a function with the key of each number of the base: once for
// every place of those that are kept as places, with how many have it.
func (x *numbers) keys() func(func(place int, key uint64, n uint32)) {
	places, values := x.of.Places()
	if places == nil {
		return func(f func(int, uint64, uint32)) {
			for k, word := range x.base {
				for ; word != 0; word &= word - 1 {
					f(0, estimate.Key(x.of.Number(k<<6+bits.TrailingZeros64(word))), 1)
				}
			}
		}
	}
	n := x.given
	x.places, x.blockAt = places, make([]uint32, len(values))
	x.ranks = sync.OnceValue(func() []uint16 { return ranksOf(values, n) })
	return func(f func(int, uint64, uint32)) {
		for place, n := range n {
			if n > 0 {
				f(place, estimate.Key(values[place]), n)
			}
		}
	}
}

// blockOf returns the block of one of the base, before blocks are cut up.
func (x *numbers) blockOf(r int) uint32 {
	if x.places != nil {
		return x.blockAt[x.places[r]]
	}
	return x.bin[(estimate.Key(x.of.Number(r))-x.low)>>x.shift]
}

func (x *numbers) cost() int { return 4 }

func (x *numbers) count(from, to int, weigh []weighed) {
	width, of, n, w := uint32(len(x.profiles.stratum)), x.profiles.of, x.blocks.n, x.blocks.w
	for k := from >> 6; k<<6 < to; k++ {
		for word := x.base[k]; word != 0; word &= word - 1 {
			r := k<<6 + bits.TrailingZeros64(word)
			b := x.blockOf(r)
			if x.places == nil { // else it is known
				x.largest[b] = max(x.largest[b], x.of.Number(r))
			}
			at := b*width + of[r]
			n[at]++
			if weigh != nil {
				w[at].take(&weigh[r-from])
			}
		}
	}
}

// counted makes the numbers ready when they are counted, and returns the tally of
// all.
func (x *numbers) counted() tally {
	p := x.profiles
	x.refine()
	count := len(x.start) - 1
	x.before, x.tidy, x.laid = p.tallies(count+1), make([]sync.Once, count), make([]laid, count)
	largest := x.largest
	x.largest, x.constant = make([]float64, count), make([]bool, count)
	for b := range count {
		from, to := p.part(x.before, b, 1), p.part(x.before, b+1, 1)
		copy(to.n, from.n)
		copy(to.w, from.w)
		rows := x.order[x.start[b]:x.start[b+1]]
		if whole := x.whole[b]; whole >= 0 {
			to.plus(p.part(x.blocks, whole, 1))
			x.largest[b] = largest[whole]
		} else { // cut off, and so in order
			for _, r := range rows {
				p.addOne(to, int(r))
			}
			x.largest[b] = x.of.Number(int(rows[len(rows)-1]))
		}
		x.constant[b] = len(rows) > x.size && x.same(x.start[b], x.start[b+1])
	}
	x.bin, x.blocks, x.whole, x.blockAt = nil, tally{}, nil, nil
	return p.part(x.before, count, 1)
}

// refine cuts up blocks in which many numbers hardly differ, and says which are
// whole.
func (x *numbers) refine() {
	var start []int
	for b := range len(x.start) - 1 {
		from, to := x.start[b], x.start[b+1]
		start, x.whole = append(start, from), append(x.whole, b)
		if to-from < 4*x.size || x.same(from, to) {
			continue
		}
		x.sort(from, to)
		for last := from; ; {
			cut := last + x.size
			for cut < to && x.of.Number(int(x.order[cut])) == x.of.Number(int(x.order[cut-1])) {
				cut++
			}
			if cut >= to {
				break
			}
			x.whole[len(x.whole)-1] = -1
			start, x.whole, last = append(start, cut), append(x.whole, -1), cut
		}
	}
	start = append(start, len(x.order))
	x.start = start
}

// same reports whether some of the order gave the same number.
func (x *numbers) same(from, to int) bool {
	first := x.of.Number(int(x.order[from]))
	for _, r := range x.order[from:to] {
		if x.of.Number(int(r)) != first {
			return false
		}
	}
	return true
}

// countBefore returns how many of some profiles are in the blocks before one.
func (x *numbers) countBefore(b int, in []int) int {
	n := 0
	all := x.profiles.part(x.before, b, 1).n
	for _, k := range in {
		n += all[k]
	}
	return n
}

// at returns the number of those in some profiles with so many below it.
func (x *numbers) at(i int, in []int, has survey.Bits) float64 {
	b := sort.Search(len(x.tidy)-1, func(b int) bool { return x.countBefore(b+1, in) > i })
	if x.constant[b] {
		return x.largest[b]
	}
	i -= x.countBefore(b, in)
	for _, one := range x.block(b) {
		if has.Has(int(one.profile)) {
			if i == 0 {
				return one.number
			}
			i--
		}
	}
	panic("analysis: a number beyond the last")
}

// upTo counts those in some profiles with a number of at most the value.
// It fills in t, of which it leaves all other profiles alone.
func (x *numbers) upTo(t tally, value float64, in []seat, has survey.Bits) tally {
	p := x.profiles
	b := sort.Search(len(x.tidy), func(b int) bool { return x.largest[b] >= value })
	whole := b < len(x.tidy) && x.largest[b] == value
	from := b
	if whole {
		from++
	}
	before := p.part(x.before, from, 1)
	for _, at := range in {
		k := at.profile
		t.n[k] = before.n[k]
		if t.w != nil {
			t.w[k] = before.w[k]
		}
	}
	if whole || b == len(x.tidy) {
		return t
	}
	for _, one := range x.block(b) {
		if one.number > value {
			break
		}
		if has.Has(int(one.profile)) {
			p.add(t, one.profile, one.weight)
		}
	}
	return t
}
