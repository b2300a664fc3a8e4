package analysis

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"benchmark/survey"
)

// plainView sees as a crossedView does, by sets of all respondents.
type plainView struct {
	base          survey.Bits
	told, options []survey.Bits
}

// weighApart are some respondents and those of them that weigh the same.
func (v *plainView) weighApart(in survey.Bits, p *sampler) []survey.Bits {
	sets, at := []survey.Bits{in}, map[string]int{}
	in.Each(func(r int) {
		of := fmt.Sprint(p.strata[r], p.weights[r])
		if at[of] == 0 {
			at[of], sets = len(sets), append(sets, make(survey.Bits, len(in)))
		}
		sets[at[of]].Set(r)
	})
	return sets
}

// kinds are those of the base whom some sets tell apart, in the order of what they are in.
func (v *plainView) kinds(sets []survey.Bits) []survey.Bits {
	var marks [][]byte
	kinds := map[string]survey.Bits{}
	v.base.Each(func(r int) {
		mark := make([]byte, len(sets))
		for i, set := range sets {
			if set.Has(r) {
				mark[i] = 1
			}
		}
		if kinds[string(mark)] == nil {
			marks, kinds[string(mark)] = append(marks, mark), make(survey.Bits, len(v.base))
		}
		kinds[string(mark)].Set(r)
	})
	slices.SortFunc(marks, bytes.Compare)
	sorted := make([]survey.Bits, len(marks))
	for i, mark := range marks {
		sorted[i] = kinds[string(mark)]
	}
	return sorted
}

func (v *plainView) sensitive(in survey.Bits) bool {
	n := in.Count()
	return n < MinimumAnswers || slices.ContainsFunc(v.options, func(o survey.Bits) bool { return o.And(in) >= n-1 })
}

// with are the told with more sets.
func (v *plainView) with(sets []survey.Bits) []survey.Bits {
	told := slices.Clone(v.told)
	for _, set := range sets {
		in := set.Intersect(v.base)
		if in.Count() > 0 && !slices.ContainsFunc(told, func(known survey.Bits) bool { return slices.Equal(known, in) }) {
			told = append(told, in)
		}
	}
	return told
}

// restTells looks at what each set leaves of each other one.
func (v *plainView) restTells(told []survey.Bits) bool {
	for i, a := range told {
		for _, c := range told[:i] {
			for _, rest := range []survey.Bits{a.Without(c), c.Without(a), a.Intersect(c)} {
				if n := rest.Count(); n > 0 && (n <= fewRest || v.sensitive(rest)) && !slices.Equal(rest, a) && !slices.Equal(rest, c) {
					return true
				}
			}
		}
	}
	return false
}

// inLine are the respondents of a set in a line.
func inLine(l *line, set *stretch, n int) survey.Bits {
	all := survey.NewBits(n)
	for r := range n {
		if at := l.at(r); at != outside && set.word(at>>6)>>(at&63)&1 == 1 {
			all.Set(r)
		}
	}
	return all
}

// TestCrossedViewInLine: an attacker sees the same in line as by sets of all respondents:
// who weighs the same, whom sets tell apart and in which order, which of them are new, and
// whether one leaves few of another, or alike ones.
func TestCrossedViewInLine(t *testing.T) {
	t.Parallel()
	told, kept := 0, 0
	for seed := range 3000 {
		draw := rand.New(rand.NewPCG(2018, uint64(seed)))
		n := 1 + draw.IntN(400)
		some := func(share float64) survey.Bits {
			in := survey.NewBits(n)
			for r := range n {
				if draw.Float64() < share {
					in.Set(r)
				}
			}
			return in
		}
		plain := &plainView{base: some(0.5 + draw.Float64())}
		b := &builder{survey: &survey.Survey{Respondents: n}, sampler: &sampler{strata: make([]int16, n), weights: make([]float64, n)}}
		if seed%3 > 0 {
			b.strata, b.collapse = &strata{number: 1 + draw.IntN(5), of: make([]int, n)}, newCollapse()
			for r := range n {
				k := draw.IntN(b.strata.number)
				b.strata.of[r], b.sampler.strata[r], b.sampler.weights[r] = k, int16(k/2), float64(k%3)
				if seed%3 > 1 && draw.IntN(4) == 0 {
					b.sampler.weights[r] = 7
				}
			}
		}
		v := &crossedView{line: newLine(plain.base, b.strata)}
		first := some([]float64{0.3, 0.5, 0.99, 1}[draw.IntN(4)])
		for _, o := range []survey.Bits{first, everyone(n).Without(first)} {
			o = o.Intersect(plain.base)
			wide, set := v.wide(), v.of(o)
			copy(wide[set.from:], set.words)
			plain.options, v.options = append(plain.options, o), append(v.options, wide)
		}
		plain.told, v.told = []survey.Bits{plain.base}, []stretch{v.of(plain.base)}
		open, sets := []survey.Bits(nil), []stretch(nil)
		in := everyone(n)
		for range 6 {
			if draw.IntN(3) == 0 {
				in = in.Intersect(some([]float64{0.5, 0.9, 0.99}[draw.IntN(3)]))
			}
			if draw.IntN(8) == 0 {
				in = some(draw.Float64())
			}
			open, sets = append(open, in), append(sets, v.of(in))
			if v.sensitive(&sets[len(sets)-1]) != plain.sensitive(in.Intersect(plain.base)) {
				t.Fatalf("seed %d: a set is sensitive: %v", seed, !plain.sensitive(in))
			}
			apart := []survey.Bits{in}
			if b.collapse != nil {
				apart = plain.weighApart(in, b.sampler)
			}
			also := plain.with(apart)
			more := v.untold(b.weighApart(v.line, in, severalQuestions, TotalBreakdown))
			if len(v.told)+len(more) != len(also) {
				t.Fatalf("seed %d: %d sets are new, want %d", seed, len(more), len(also)-len(plain.told))
			}
			for i := range more {
				if got, want := inLine(v.line, &more[i], n), also[len(v.told)+i]; !slices.Equal(got, want) || more[i].n != want.Count() {
					t.Fatalf("seed %d: new set %d is %v, want %v", seed, i, got, want)
				}
			}
			want := len(more) > 0 && plain.restTells(also)
			if got := v.tells(more); got != want {
				t.Fatalf("seed %d: more sets tell: %v, want %v", seed, got, want)
			}
			if want {
				told++
				continue
			}
			kept++
			plain.told = also
			v.tell(more)
		}
		if b.strata != nil {
			for k := range b.strata.number {
				class := survey.NewBits(n)
				for r, of := range b.strata.of {
					if of == k {
						class.Set(r)
					}
				}
				open = append(open, class)
			}
			sets = append(sets, v.apart()...)
		}
		v.findKinds(sets)
		for k, kind := range plain.kinds(open) {
			if v.kinds.sizes[k] != kind.Count() {
				t.Fatalf("seed %d: %d are of kind %d, want %d", seed, v.kinds.sizes[k], k, kind.Count())
			}
			for o := range v.options {
				if got, want := v.kinds.given[o][k], plain.options[o].And(kind); got != want {
					t.Fatalf("seed %d: %d of kind %d gave answer %d, want %d", seed, got, k, o, want)
				}
			}
			kind.Each(func(r int) {
				if got := v.kinds.of[v.at(r)]; int(got) != k {
					t.Fatalf("seed %d: respondent %d is of kind %d, want %d", seed, r, got, k)
				}
			})
		}
	}
	if told < 1000 || kept < 1000 {
		t.Errorf("%d sets tell and %d do not: the test needs other ones", told, kept)
	}
}
