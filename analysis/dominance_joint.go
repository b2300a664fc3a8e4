package analysis

import "math"

// A mean with its standard error tells the sum of the numbers and that of their squares.
// Where all but one are much alike these have few solutions: the largest of n numbers is
// at most the mean and (n-1)/√n standard deviations (P.A. Samuelson, How deviant can you
// be?, Journal of the American Statistical Association 63, 1968).

// tellsJointly reports whether the sum of numbers in ascending order and that of their
// squares together tell the largest to within the p %, above and below, to the
// organisation with the second largest, who knows what is shown of the others.
func tellsJointly(sorted []float64, known []atLeast) bool {
	n := len(sorted)
	if n < 3 || sorted[0] < 0 || sorted[n-1] == 0 {
		return false
	}
	first, second := sorted[n-1], sorted[n-2]
	least := make([]float64, n-2)
	sum, squares := 0.0, 0.0
	for i := range least {
		for _, k := range known {
			if k.rank <= i {
				least[i] = max(least[i], min(k.value, sorted[i]))
			}
		}
		sum, squares = sum+sorted[i], squares+sorted[i]*sorted[i]
	}
	for _, part := range []float64{closest, 2 * closest, -closest, -2 * closest} {
		x := max(first*(1+part), second)
		if math.Abs(x-first) < closest*first*nearly {
			continue // it can't be so far below
		}
		if fits(least, second, sum-(x-first), squares-(x*x-first*first)) {
			return false
		}
	}
	return true
}

// tellJointly reports the same of numbers of which nothing else is known.
func (e *ends) tellJointly() bool {
	sum, squares := e.sum-e.high-e.before, e.squares-e.high*e.high-e.before*e.before
	others := float64(e.n - 2)
	for _, part := range []float64{closest, 2 * closest, -closest, -2 * closest} {
		x := max(e.high*(1+part), e.before)
		if math.Abs(x-e.high) < closest*e.high*nearly {
			continue
		}
		s, q := sum-(x-e.high), squares-(x*x-e.high*e.high)
		if s < 0 || s > e.before*others {
			continue
		}
		most := math.Floor(s / e.before)
		left := s - most*e.before
		if s*s/others <= q && q <= most*e.before*e.before+left*left {
			return false
		}
	}
	return true
}

// fits reports whether there are numbers, at least those in ascending order and at most
// one, with a sum and a sum of squares.
func fits(least []float64, most, sum, squares float64) bool {
	lowest := 0.0
	for _, x := range least {
		lowest += x
	}
	if sum < lowest || sum > most*float64(len(least)) {
		return false
	}
	level := levelOf(least, most, sum)
	from, to, left := 0.0, 0.0, sum-lowest
	for i := len(least) - 1; i >= 0; i-- {
		x := max(least[i], level)
		from += x * x
		more := min(left, most-least[i])
		left -= more
		to += (least[i] + more) * (least[i] + more)
	}
	return from <= squares && squares <= to
}

// levelOf is to what the first of numbers in ascending order must come up to reach a sum, at
// most to one: with that the sum of their squares is smallest. It is a hair less than that, for
// who looks for a world is not to miss the one at the end.
func levelOf(least []float64, most, sum float64) float64 {
	above := 0.0
	for _, x := range least {
		above += x
	}
	for i, x := range least {
		above -= x
		level := (sum - above) / float64(i+1)
		if i+1 == len(least) || level <= least[i+1] {
			return min(max(level, 0), most) * (1 - 1e-12)
		}
	}
	return 0
}
