package estimate

import (
	"fmt"
	"math"
)

// RatioOfTotals returns Σy/Σx, the share that y has in x, with the respondent as
// the unit: for the share of answers of a select-all question, y is 1 for who
// ticked the option and x the number of ticks. 0 <= y_i <= x_i.
//
// The ticks of one respondent hang together, so that the number of ticks is not
// the size of a sample. The standard error is that of a linearised ratio,
//
//	SE = sqrt(n/(n-1) · Σ(y - R·x)²) / Σx
//
// (Särndal, Swensson & Wretman, Model assisted survey sampling, 1992, 5.6). The
// interval is made on the log-odds, logit R ± t·SE/(R(1-R)) with n-1 degrees of
// freedom, and so stays inside (0, 1).
//
// Where no spread can be seen (R is 0 or 1, one respondent, or all with the
// same proportions) SE and DF are 0 and the interval is Wilson's on the
// effective number of respondents (Σx)²/Σx² (L. Kish, Survey sampling, 1965,
// 11.7). When Σx is 0 the zero Summary comes back.
func RatioOfTotals(y, x []float64, level float64) Summary {
	return RatioOfTallies(y, x, nil, level)
}

// RatioOfTallies is RatioOfTotals of respondents of which times[k] gave y[k] and
// x[k]; nil: one each. The result is the same to the bit.
func RatioOfTallies(y, x []float64, times []int, level float64) Summary {
	checkLevel(level)
	checkShares(y, x)
	n := len(x)
	if times != nil {
		n = 0
		for _, t := range times {
			n += t
		}
	}
	total := tallied(x, times, func(k int) float64 { return x[k] })
	if total == 0 {
		return Summary{}
	}
	s := Summary{Value: tallied(x, times, func(k int) float64 { return y[k] }) / total}
	if n > 1 && s.Value > 0 && s.Value < 1 {
		squares := tallied(x, times, func(k int) float64 {
			d := y[k] - float64(s.Value*x[k])
			return float64(d * d)
		})
		s.SE = math.Sqrt(float64(n)/float64(n-1)*squares) / total
	}
	// Below this the residuals are the rounding of R, not spread.
	if s.SE < 1e-14 {
		s.SE = 0
		squares := tallied(x, times, func(k int) float64 { return float64(x[k] * x[k]) })
		s.Low, s.High = wilson(s.Value, total*total/squares, normal(level))
		s.Interval = true
		return s.pinned()
	}
	s.DF = float64(n - 1)
	spread := studentT(s.DF, level) * s.SE / (s.Value * (1 - s.Value))
	odds := math.Log(s.Value / (1 - s.Value))
	s.Low, s.High, s.Interval = expit(odds-spread), expit(odds+spread), true
	return s
}

// pinned sets the bound beside a share of 0 or 1 to exactly that.
func (s Summary) pinned() Summary {
	if s.Value == 0 {
		s.Low = 0
	}
	if s.Value == 1 {
		s.High = 1
	}
	return s
}

// expit returns the proportion with the log-odds x.
func expit(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// checkShares panics unless y and x are of one length with 0 <= y <= x.
func checkShares(y, x []float64) {
	if len(y) != len(x) {
		panic(fmt.Sprintf("estimate: %d parts of %d totals", len(y), len(x)))
	}
	for i := range y {
		if !(0 <= y[i] && y[i] <= x[i]) {
			panic(fmt.Sprintf("estimate: %v is no part of %v", y[i], x[i]))
		}
	}
}
