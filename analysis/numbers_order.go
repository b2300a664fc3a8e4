package analysis

import (
	"cmp"
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
	// of are the numbers of all respondents.
	of       []float64
	profiles *profiles
	// heavier are the weights by which equal numbers are put in order, the largest
	// first; nil: they are as they stand in the file.
	heavier []float64
	// order is who of the base gave them, block by block; start is where each block
	// begins, and the end. A block is put in order when that is first needed.
	order []uint32
	start []int
	tidy  []sync.Once
	// largest is the largest number of each block, and constant says that it is the
	// only one of a large block.
	largest  []float64
	constant []bool
	// before counts who are in the blocks before each, and at last everyone.
	before tally
	// sums are what they add up to; nil where the design needs them one by one.
	sums *moments
}

// perBlock is the least number of answers of a block.
const perBlock = 1024

// blockSize is the size of blocks by which counting them takes no more than 4 bytes
// for an answer.
func (p *profiles) blockSize() int { return max(perBlock, 16*len(p.stratum)) }

// bins is the number of bits by which numbers are told apart at first.
const bins = 16

// newNumbers returns the numbers of a base of n, in blocks of at least size.
func newNumbers(of []float64, base survey.Bits, n int, p *profiles, heavier []float64, size int) *numbers {
	x := &numbers{of: of, profiles: p, heavier: heavier, order: make([]uint32, n)}
	if n > 2*size {
		x.scatter(base, size)
	} else {
		x.start = []int{0, n}
		k := 0
		base.Each(func(r int) { x.order[k], k = uint32(r), k+1 })
	}
	x.tidy = make([]sync.Once, len(x.start)-1)
	x.refine(size)
	x.count(size)
	return x
}

// scatter puts the base into blocks of at least size by the leading bits of their
// numbers, as far as these differ.
func (x *numbers) scatter(base survey.Bits, size int) {
	low, high := ^uint64(0), uint64(0)
	for k, word := range base {
		for ; word != 0; word &= word - 1 {
			key := estimate.Key(x.of[k<<6+bits.TrailingZeros64(word)])
			low, high = min(low, key), max(high, key)
		}
	}
	shift := max(0, bits.Len64(high-low)-bins)
	at := make([]uint32, (high-low)>>shift+1)
	for k, word := range base {
		for ; word != 0; word &= word - 1 {
			at[(estimate.Key(x.of[k<<6+bits.TrailingZeros64(word)])-low)>>shift]++
		}
	}
	var next []uint32 // where the next of each block goes
	x.start = x.start[:0]
	inside, end := 0, 0
	for bin, count := range at {
		if n := int(count); n > 0 && (len(next) == 0 || inside >= size || n >= 4*size && inside > 0) {
			x.start, next, inside = append(x.start, end), append(next, uint32(end)), 0
		}
		inside, end = inside+int(count), end+int(count)
		at[bin] = uint32(max(1, len(next)) - 1)
	}
	x.start = append(x.start, end)
	for k, word := range base {
		for ; word != 0; word &= word - 1 {
			r := k<<6 + bits.TrailingZeros64(word)
			b := at[(estimate.Key(x.of[r])-low)>>shift]
			x.order[next[b]] = uint32(r)
			next[b]++
		}
	}
}

// refine cuts up blocks in which many numbers hardly differ.
func (x *numbers) refine(size int) {
	var start []int
	for b := range x.tidy {
		from, to := x.start[b], x.start[b+1]
		start = append(start, from)
		if to-from < 4*size || x.same(from, to) {
			continue
		}
		x.sort(from, to)
		for last := from; ; {
			cut := last + size
			for cut < to && x.of[x.order[cut]] == x.of[x.order[cut-1]] {
				cut++
			}
			if cut >= to {
				break
			}
			start, last = append(start, cut), cut
		}
	}
	x.start = append(start, len(x.order))
	x.tidy = make([]sync.Once, len(start))
}

// same reports whether some of the order gave the same number.
func (x *numbers) same(from, to int) bool {
	for _, r := range x.order[from:to] {
		if x.of[r] != x.of[x.order[from]] {
			return false
		}
	}
	return true
}

// sort puts some of the order in order.
func (x *numbers) sort(from, to int) {
	rows := x.order[from:to]
	if len(rows) > 4*perBlock {
		slices.Sort(rows)
		if x.heavier != nil { // equal weights stay as they stand in the file
			slices.Reverse(rows)
			rows = estimate.Order(x.heavier, rows)
			slices.Reverse(rows)
		}
		copy(x.order[from:to], estimate.Order(x.of, rows))
		return
	}
	slices.SortFunc(rows, func(i, j uint32) int {
		if order := cmp.Compare(x.of[i], x.of[j]); order != 0 {
			return order
		}
		if x.heavier != nil {
			if order := cmp.Compare(x.heavier[j], x.heavier[i]); order != 0 {
				return order
			}
		}
		return cmp.Compare(i, j)
	})
}

// count counts the blocks by profile, and finds out the largest number of each.
func (x *numbers) count(size int) {
	p := x.profiles
	x.before = p.tallies(len(x.start))
	x.largest, x.constant = make([]float64, len(x.tidy)), make([]bool, len(x.tidy))
	for b := range x.tidy {
		from, to := p.part(x.before, b, 1), p.part(x.before, b+1, 1)
		copy(to.n, from.n)
		copy(to.w, from.w)
		largest := math.Inf(-1)
		for _, r := range x.order[x.start[b]:x.start[b+1]] {
			largest = max(largest, x.of[r])
			p.addOne(to, 0, int(r))
		}
		x.largest[b] = largest
		x.constant[b] = x.start[b+1]-x.start[b] > size && x.same(x.start[b], x.start[b+1])
	}
}

// block returns who are in a block, in order.
func (x *numbers) block(b int) []uint32 {
	x.tidy[b].Do(func() { x.sort(x.start[b], x.start[b+1]) })
	return x.order[x.start[b]:x.start[b+1]]
}

// within returns the numbers of the n respondents in the profiles, ascending.
func (x *numbers) within(in survey.Bits, n int) []float64 {
	found := make([]float64, 0, n)
	for b := range x.tidy {
		for _, r := range x.block(b) {
			if in.Has(int(x.profiles.of[r])) {
				found = append(found, x.of[r])
			}
		}
	}
	return found
}

// sorted returns the whole order in order.
func (x *numbers) sorted() []uint32 {
	for b := range x.tidy {
		x.block(b)
	}
	return x.order
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
	for _, r := range x.block(b) {
		if has.Has(int(x.profiles.of[r])) {
			if i == 0 {
				return x.of[r]
			}
			i--
		}
	}
	panic("analysis: a number beyond the last")
}

// upTo counts those in some profiles with a number of at most the value.
func (x *numbers) upTo(value float64, in []int, has survey.Bits) tally {
	p := x.profiles
	t := p.tallies(1)
	b := sort.Search(len(x.tidy), func(b int) bool { return x.largest[b] >= value })
	whole := b < len(x.tidy) && x.largest[b] == value
	from := b
	if whole {
		from++
	}
	before := p.part(x.before, from, 1)
	for _, k := range in {
		t.n[k] = before.n[k]
		if t.w != nil {
			t.w[k] = before.w[k]
		}
	}
	if whole || b == len(x.tidy) {
		return t
	}
	for _, r := range x.block(b) {
		if x.of[r] > value {
			break
		}
		if has.Has(int(p.of[r])) {
			p.addOne(t, 0, int(r))
		}
	}
	return t
}
