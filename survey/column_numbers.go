package survey

import (
	"slices"
	"sync"
)

// numbers are finite, one for each respondent: themselves, or where few differ, as places
// in a list of those that do.
type numbers struct {
	all    []float64
	places []uint16
	values []float64
	// unfolded returns the numbers themselves, where they are places.
	unfolded func() []float64
}

// folded returns the numbers that are values at places. Both lists are kept.
func folded(places []uint16, values []float64) numbers {
	n := numbers{places: places, values: values}
	n.unfolded = sync.OnceValue(func() []float64 {
		all := make([]float64, len(places))
		for i, place := range places {
			all[i] = values[place]
		}
		return all
	})
	return n
}

// own returns the numbers as a list that can be changed.
func (n *numbers) own() []float64 {
	if n.places != nil {
		*n = numbers{all: slices.Clone(n.unfolded())}
	}
	return n.all
}

func (n *numbers) pick(at []int) numbers {
	if n.places != nil {
		return folded(pick(n.places, at), n.values)
	}
	return numbers{all: pick(n.all, at)}
}

func (n *numbers) clone() numbers {
	if n.places != nil {
		return folded(slices.Clone(n.places), n.values)
	}
	return numbers{all: slices.Clone(n.all)}
}

// Number returns the number of respondent i, 0 where there is no answer.
func (c *Column) Number(i int) float64 {
	if c.numbers.places != nil {
		return c.numbers.values[c.numbers.places[i]]
	}
	return c.numbers.all[i]
}

// Numbers returns the numbers of all respondents, 0 where there is no answer; nil
// where answers are no numbers. It is not to be changed. Number takes less room where
// few are asked for.
func (c *Column) Numbers() []float64 {
	if c.numbers.places != nil {
		return c.numbers.unfolded()
	}
	return c.numbers.all
}

// Places returns the numbers of all respondents as places in a list of values, in any
// order; nil where they are not kept so. Neither is to be changed.
func (c *Column) Places() (places []uint16, values []float64) {
	return c.numbers.places, c.numbers.values
}

// SetNumber sets the answer of respondent i to a finite number.
func (c *Column) SetNumber(i int, x float64) {
	c.numbers.own()[i] = x
	c.answered(i)
}

// Numbered returns the column of a question of kind Number. The states are Answered
// or the reason why not, nil where all answered, the numbers finite, and 0 where there is
// no answer. These are kept.
func Numbered(states []Missing, all []float64) Column {
	return numbered(states, numbers{all: all})
}

// Placed is Numbered for numbers that are places in a list of values, which need not
// differ nor be in order. Both lists are kept.
func Placed(states []Missing, places []uint16, values []float64) Column {
	return numbered(states, folded(places, values))
}

func numbered(states []Missing, n numbers) Column {
	c := Column{n: max(len(n.all), len(n.places)), numbers: n}
	c.SetStates(states)
	return c
}
