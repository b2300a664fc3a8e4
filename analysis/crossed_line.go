package analysis

import (
	"math"
	"math/bits"
	"slices"

	"benchmark/survey"
)

// line is an order of those of a base in which those of a stratum and weight stand together:
// what a table tells of each of these is then a short stretch, so that all of them take no
// more room than one set of respondents, however many weights there are.
type line struct {
	// place is where each respondent stands, outside for who is not of the base; nil: all
	// stand by their number.
	place []int32
	// base are who is of the base, and ends where those of each stratum and weight end.
	base survey.Bits
	ends []int
}

// outside is the place of who is not of the base of a line.
const outside = -1

// newLine puts those of a base in line; s is nil where nobody weighs otherwise.
func newLine(base survey.Bits, s *strata) *line {
	l := &line{base: base}
	if s == nil {
		return l
	}
	next := make([]int, s.number+1)
	base.Each(func(r int) { next[s.of[r]+1]++ })
	for k := range s.number {
		next[k+1] += next[k]
	}
	l.ends = slices.Clone(next[1:])
	l.place = make([]int32, len(s.of))
	for r, k := range s.of {
		l.place[r] = outside
		if base.Has(r) {
			l.place[r], next[k] = int32(next[k]), next[k]+1
		}
	}
	return l
}

// at is where a respondent stands, or outside.
func (l *line) at(r int) int {
	switch {
	case l.place != nil:
		return int(l.place[r])
	case l.base.Has(r):
		return r
	}
	return outside
}

// wide is room for a set of those in line.
func (l *line) wide() survey.Bits { return make(survey.Bits, len(l.base)) }

// of are those of a set who are in line.
func (l *line) of(in survey.Bits) stretch {
	if l.place == nil {
		return stretchOf(in.Intersect(l.base))
	}
	set := l.wide()
	in.Each(func(r int) {
		if at := l.place[r]; at != outside {
			set.Set(int(at))
		}
	})
	return stretchOf(set)
}

// apart are those of each stratum and weight.
func (l *line) apart() []stretch {
	all := make([]stretch, len(l.ends))
	from := 0
	for k, end := range l.ends {
		g := gathering{from, end - 1}
		set := g.room()
		for at := from; at < end; at++ {
			set.add(at)
		}
		all[k], from = set, end
	}
	return all
}

// stretch is a set of those in a line: the words of it from the first to the last that has
// any, and how many they are.
type stretch struct {
	from  int
	words survey.Bits
	n     int
}

// stretchOf takes the words without anyone off both ends of a set.
func stretchOf(set survey.Bits) stretch {
	from, to := 0, len(set)
	for from < to && set[from] == 0 {
		from++
	}
	for from < to && set[to-1] == 0 {
		to--
	}
	if from == to {
		return stretch{}
	}
	return stretch{from, slices.Clone(set[from:to]), set[from:to].Count()}
}

// add adds the one who stands at a place within the stretch.
func (s *stretch) add(at int) {
	s.words.Set(at - s.from<<6)
	s.n++
}

// to is the word behind the last.
func (s *stretch) to() int { return s.from + len(s.words) }

// word is a word of the whole set.
func (s *stretch) word(k int) uint64 {
	if k < s.from || k >= s.to() {
		return 0
	}
	return s.words[k-s.from]
}

// each calls f with the place of everyone in the set, in order.
func (s *stretch) each(f func(at int)) { s.words.Each(func(i int) { f(s.from<<6 + i) }) }

// equal reports whether two sets are the same.
func (s *stretch) equal(other *stretch) bool {
	return s.n == other.n && s.from == other.from && slices.Equal(s.words, other.words)
}

// and returns how many are in both sets.
func (s *stretch) and(other *stretch) int {
	from, to := max(s.from, other.from), min(s.to(), other.to())
	if from >= to {
		return 0
	}
	return s.words[from-s.from : to-s.from].And(other.words[from-other.from : to-other.from])
}

// among returns how many are in a set as wide as the line.
func (s *stretch) among(wide survey.Bits) int { return s.words.And(wide[s.from:s.to()]) }

// mostlyIn reports whether all but at most one of what a set shares with another, or has
// beside it, are in one as wide as the line.
func (s *stretch) mostlyIn(wide survey.Bits, other *stretch, beside bool) bool {
	out := 0
	for k, word := range s.words {
		w := other.word(s.from + k)
		if beside {
			w = ^w
		}
		if out += bits.OnesCount64(word & w &^ wide[s.from+k]); out > 1 {
			return false
		}
	}
	return true
}

// gathering is between which places a set will lie.
type gathering struct{ first, last int }

// nobody is the gathering of a set that is empty so far.
var nobody = gathering{math.MaxInt, -1}

// take widens a gathering to a place.
func (g *gathering) take(at int) { g.first, g.last = min(g.first, at), max(g.last, at) }

// room is an empty stretch for what was gathered.
func (g gathering) room() stretch {
	if g.first > g.last {
		return stretch{}
	}
	from := g.first >> 6
	return stretch{from: from, words: make(survey.Bits, g.last>>6-from+1)}
}
