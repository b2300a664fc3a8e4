package weighting

import "math"

// curve is the form of the factors of a distance: factor is F(u), with
// F(0) = 1, slope its derivative, and steepest the largest slope, 0 when there
// is none.
type curve struct {
	factor, slope func(u float64) float64
	steepest      float64
}

// curve returns F of the options (Deville & Särndal, 1992, table 1 and
// section 2.3: cases 1, 2, 6 and 7).
func (o Options) curve() curve {
	one := func(float64) float64 { return 1 }
	switch o.Distance {
	case Raking:
		return curve{factor: math.Exp, slope: math.Exp}
	case Logit:
		return logit(o.Lower, o.Upper)
	case Truncated:
		return curve{
			factor: func(u float64) float64 { return min(max(1+u, o.Lower), o.Upper) },
			slope: func(u float64) float64 {
				if 1+u <= o.Lower || 1+u >= o.Upper {
					return 0
				}
				return 1
			},
			steepest: 1,
		}
	}
	return curve{factor: func(u float64) float64 { return 1 + u }, slope: one, steepest: 1}
}

// logit returns
//
//	F = (L(U-1) + U(1-L)·e^{Au}) / (U-1 + (1-L)·e^{Au}),  A = (U-L)/((1-L)(U-1))
//
// written as L + (U-L)·p with p the logistic function of Au + ln((1-L)/(U-1)),
// which no u can overflow.
func logit(lower, upper float64) curve {
	width := upper - lower
	a := width / ((1 - lower) * (upper - 1))
	shift := math.Log((1 - lower) / (upper - 1))
	return curve{
		factor: func(u float64) float64 {
			if x := float64(a*u) + shift; x < 0 {
				return lower + width*logistic(x)
			}
			return upper - width*logistic(-float64(a*u)-shift)
		},
		slope: func(u float64) float64 {
			x := float64(a*u) + shift
			return width * a * logistic(x) * logistic(-x)
		},
		steepest: width * a / 4,
	}
}

// logistic returns 1/(1+e^{-x}).
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
