package charts

import (
	"math"
	"slices"
)

// squared returns the square of how far apart two colours are in one channel.
func squared(a, b uint32, shift int) int {
	d := int(a>>shift&0xff) - int(b>>shift&0xff)
	return d * d
}

// reds are colours and their positions in the order of red, and where those of at least a
// red begin.
type reds struct {
	colours []uint32
	at      []int
	from    [257]int
}

// byRed returns colours to search.
func byRed(colours []uint32) *reds {
	r := &reds{colours: make([]uint32, len(colours)), at: make([]int, len(colours))}
	for i := range r.at {
		r.at[i] = i
	}
	slices.SortFunc(r.at, func(i, j int) int {
		if d := int(colours[i]&0xff) - int(colours[j]&0xff); d != 0 {
			return d
		}
		return i - j
	})
	for i, at := range r.at {
		r.colours[i] = colours[at]
		r.from[colours[at]&0xff+1] = i + 1
	}
	for red := 1; red < len(r.from); red++ {
		r.from[red] = max(r.from[red], r.from[red-1])
	}
	return r
}

// nearest returns the position of the colour that is nearest in RGB, the first of several.
// It goes from the red of the colour both ways, until red alone is too far away.
func (r *reds) nearest(c uint32) int {
	best, least := 0, math.MaxInt
	try := func(i int) (more bool) {
		far := squared(r.colours[i], c, 0)
		if far > least {
			return false
		}
		d := far + squared(r.colours[i], c, 8) + squared(r.colours[i], c, 16)
		if d < least || d == least && r.at[i] < best {
			best, least = r.at[i], d
		}
		return true
	}
	start := r.from[c&0xff]
	for i := start; i < len(r.colours) && try(i); i++ {
	}
	for i := start - 1; i >= 0 && try(i); i-- {
	}
	return best
}
