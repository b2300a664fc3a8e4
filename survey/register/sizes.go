package register

import (
	"math"

	"benchmark/survey"
	"benchmark/survey/codebook"
)

// leastLimit is the smallest limit that is taken for a number of inhabitants:
// lower ones are shares, thousands or numbers of a class.
const leastLimit = 500

// Limit is the range of a size class: from up to and not including until.
type Limit struct {
	From, Until float64
	// Known is false when the wording tells no such range.
	Known bool
}

// SizeLimits returns the range of every option of a size class question; nil
// when its wordings don't tell numbers of inhabitants.
func SizeLimits(q *survey.Question) []Limit {
	limits := make([]Limit, len(q.Options))
	found := false
	for i := range q.Options {
		from, until, ok := codebook.ClassLimits(q.Options[i].Label)
		if !ok || from != 0 && from < leastLimit || until < leastLimit {
			continue
		}
		limits[i] = Limit{float64(from), float64(until), true}
		if until == math.MaxInt {
			limits[i].Until = math.Inf(1)
		}
		found = true
	}
	if !found {
		return nil
	}
	return limits
}
