package weighting

import (
	"errors"
	"fmt"
	"strings"
)

// Problem is the kind of an [Error].
type Problem int

// What can be wrong with weights, margins and targets.
const (
	// BadWeight: a start weight is negative, zero or not a number. Units.
	BadWeight Problem = iota + 1
	// MissingValue: units without a category of Margin, or without a value of
	// the variable. Units.
	MissingValue
	// BadTarget: a target is negative or not a number. Got.
	BadTarget
	// NoTarget: there are respondents in Category, but its target is absent or
	// 0. Units.
	NoTarget
	// NoRespondents: Category has a target and no respondents. Want.
	NoRespondents
	// TotalsDisagree: the targets of Margin add up to Got, those of Other to Want.
	TotalsDisagree
	// BadOption: a bound or another option makes no sense.
	BadOption
	// OutOfReach: with weights inside the bounds, Category can't reach Want; Got
	// is the nearest it can come.
	OutOfReach
	// Contradiction: two margins can't both be met with these respondents.
	Contradiction
	// NotConverged: the iterations stopped before the targets were met. Margin
	// and Category are the worst: Got instead of Want.
	NotConverged
	// TooMany: more respondents in a stratum than it has units. Got, Want.
	TooMany
)

// Error is one problem that keeps weights from being made. Which of the fields
// are set depends on Problem.
type Error struct {
	Problem Problem
	// Margin and Category are names; Other is a second margin.
	Margin, Category, Other string
	// Units are the positions of the units concerned, from 0.
	Units []int
	// Got is what was found or reached, Want what was asked for.
	Got, Want float64

	text string
}

// Error says what is wrong, where, and what to do. Units count from 1.
func (e *Error) Error() string { return e.text }

// shown is how many units an error names one by one.
const shown = 5

// unitList names the first units of a list, counted from 1.
func unitList(units []int) string {
	var b strings.Builder
	b.WriteString("unit")
	if len(units) > 1 {
		b.WriteString("s")
	}
	for i, u := range units[:min(shown, len(units))] {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, " %d", u+1)
	}
	if more := len(units) - shown; more > 0 {
		fmt.Fprintf(&b, " and %d more", more)
	}
	return b.String()
}

// number writes a figure of an error: at most six significant digits more than
// anyone needs, without an exponent for common sizes.
func number(x float64) string { return fmt.Sprintf("%.10g", x) }

// problems collects errors in the order in which they are found.
type problems []error

// add appends an error with its sentence.
func (p *problems) add(e Error, format string, args ...any) {
	e.text = fmt.Sprintf(format, args...)
	*p = append(*p, &e)
}

// err returns nil, the only error, or all of them joined.
func (p problems) err() error {
	if len(p) == 1 {
		return p[0]
	}
	return errors.Join(p...)
}
