package main

// random is the SplitMix64 generator of Steele, Lea and Flood (2014). It is
// written out here because the sequences of math/rand may change between
// releases of Go, and the files may not.
type random struct{ state uint64 }

func newRandom(seed uint64) *random { return &random{state: seed} }

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number in [0, n). The bias of the remainder is below 1e-15
// for the small n used here.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// between returns a number in [low, high].
func (r *random) between(low, high int) int { return low + r.below(high-low+1) }

// chance is true in percent of the cases.
func (r *random) chance(percent int) bool { return r.below(100) < percent }

// shuffle puts the items in a random order, in place.
func shuffle[T any](r *random, items []T) {
	for i := len(items) - 1; i > 0; i-- {
		j := r.below(i + 1)
		items[i], items[j] = items[j], items[i]
	}
}

// share is an item with the number of times that it must occur.
type share[T any] struct {
	item  T
	times int
}

// deck returns every item as often as its share says, in a random order.
func deck[T any](r *random, shares ...share[T]) []T {
	var cards []T
	for _, s := range shares {
		for range s.times {
			cards = append(cards, s.item)
		}
	}
	shuffle(r, cards)
	return cards
}
