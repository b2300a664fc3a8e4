package diffusion

import "math"

// Held is a wave that was held back, with what the waves before it foretold.
type Held struct {
	// Reason is Fitted when there was a forecast; else the forecast is 0.
	Reason Reason
	// Wave is what was seen.
	Wave Point
	// From is the number of points that the forecast rests on.
	From int
	// Forecast is the expected share, and Low to High holds what a wave of as many
	// answers would show at the level.
	Forecast, Low, High float64
	// Error is the forecast less what was seen, as a share: times 100 for percentage
	// points.
	Error float64
	// Inside says that what was seen is within Low and High.
	Inside bool
	// Unchanged is the error of expecting the last share again, whether there was a
	// forecast or not: a forecast that is no better adds nothing.
	Unchanged float64
}

// Judge sets a forecast beside what was seen. The fan must be for a wave of as many
// answers; last is the point before.
func Judge(f Fan, last, seen Point, level float64) Held {
	checkPoints([]Point{last, seen})
	h := Held{Reason: TooFewPoints, Wave: seen, From: 1, Unchanged: last.Share() - seen.Share()}
	if !f.Known() {
		return h
	}
	h.Reason, h.Forecast = Fitted, f.Value
	h.Low, h.High = f.Interval(level)
	h.Error = h.Forecast - seen.Share()
	h.Inside = h.Low <= seen.Share() && seen.Share() <= h.High
	return h
}

// BackTest holds back every point but the first of each segment, foretells it from the
// points before it in the segment, and sets the two side by side. Points after it are
// never used. A segment of one point has nothing to hold back.
func BackTest(points []Point, s Setting, level float64) []Held {
	var all []Held
	for _, segment := range Segments(points) {
		for i := 1; i < len(segment); i++ {
			fit := Estimate(segment[:i], s)
			h := Judge(fit.Fan(segment[i].At, segment[i].N), segment[i-1], segment[i], level)
			h.Reason, h.From = fit.Reason, i
			all = append(all, h)
		}
	}
	return all
}

// Record sums up a back-test. Errors are shares.
type Record struct {
	// Held is the number of waves held back, Foretold how many of them had a forecast
	// and Inside how many of those were within its interval.
	Held, Foretold, Inside int
	// Absolute is the mean absolute error and Bias the mean error of the forecasts;
	// Unchanged is the mean absolute error of the last share, over the same waves. All
	// are 0 without forecasts.
	Absolute, Bias, Unchanged float64
}

// Sum returns the record of the held-back waves.
func Sum(held []Held) Record {
	r := Record{Held: len(held)}
	for _, h := range held {
		if h.Reason != Fitted {
			continue
		}
		r.Foretold++
		if h.Inside {
			r.Inside++
		}
		r.Absolute += math.Abs(h.Error)
		r.Bias += h.Error
		r.Unchanged += math.Abs(h.Unchanged)
	}
	if r.Foretold > 0 {
		n := float64(r.Foretold)
		r.Absolute, r.Bias, r.Unchanged = r.Absolute/n, r.Bias/n, r.Unchanged/n
	}
	return r
}
