// Package series holds published figures on the use of something over time, and
// reads them from a CSV file. It computes nothing.
//
// # The file
//
// A CSV file in UTF-8 with commas or semicolons, a row for every figure, in the order
// of time. The first line names the columns, in any order:
//
//	moment      2018, 2018Q4, 2018-10 or 2018-10-15
//	base        how many were counted or asked
//	count       how many of them use it, or
//	share       the part of them that does: 0.48 or 48%; beside a count it must round
//	            to the same
//	kind        sample: some were asked; census: everyone was; estimate: a rough figure
//	population  who they are: figures of another population begin anew
//	method      how they were counted: so do figures of another method
//	surely      optional: how many surely start within a year, of the base
//	likely      optional: how many very likely start within a year, beside surely
//	break       optional: yes or no, whatever population and method say
//	why         optional: why figures begin anew, in a few words
//	source      optional: where the figure stands
//	subject     optional: what is used; figures of one subject are one series
package series

import (
	"slices"

	"benchmark/survey"
)

// Kind says how a figure came about.
type Kind string

// The kinds.
const (
	Sample   Kind = "sample"   // some of the population answered
	Census   Kind = "census"   // all of the population were counted
	Estimate Kind = "estimate" // a rough figure
)

// Kinds lists the kinds.
func Kinds() []Kind { return []Kind{Sample, Census, Estimate} }

// Reason says why a figure can't be compared with the one before.
type Reason string

// The reasons.
const (
	Comparable      Reason = ""
	OtherPopulation Reason = "population" // others were counted
	OtherMethod     Reason = "method"     // they were counted in another way
	Stated          Reason = "stated"     // a person says so, see Point.Why
)

// Series is the use of one subject over time.
type Series struct {
	// Subject names what is used ("WhatsApp"), or is empty.
	Subject string
	// Points are in the order of time, no two at the same moment.
	Points []Point
}

// Point is one figure.
type Point struct {
	Moment survey.Moment
	// Yes of N use it: 0 <= Yes <= N, N > 0. Derived says that Yes was worked out from
	// a published share.
	Yes, N  int
	Derived bool
	Kind    Kind
	// Population and Method say who were counted and how, Source where it stands.
	Population, Method, Source string
	// Break says why the figure can't be compared with the one before, Why in the
	// words of a person where there are any. The first point has neither.
	Break Reason
	Why   string
	// Planned says that those who do not use it yet were asked for their plans: Surely
	// and Likely of the N start within a year, Yes + Surely + Likely <= N.
	Planned        bool
	Surely, Likely int
}

// Share returns Yes/N.
func (p *Point) Share() float64 { return float64(p.Yes) / float64(p.N) }

// Since returns the points since the last break, those of which the last one is
// part.
func (s *Series) Since() []Point {
	from := 0
	for i := range s.Points {
		if s.Points[i].Break != Comparable {
			from = i
		}
	}
	return s.Points[from:]
}

// Until returns the series as it was known before the point at index i.
func (s *Series) Until(i int) *Series { return &Series{s.Subject, slices.Clone(s.Points[:i])} }
