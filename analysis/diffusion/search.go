package diffusion

import "math"

// search looks for the likeliest curve. Its parameters are without bounds or units:
// time runs from origin in steps of unit, and the parameters are
//
//	logistic  c, ln b, logit m
//	Bass      ln p, q, logit m
//
// without the last where the ceiling is given. lower and upper enclose what counts can
// tell apart: beyond it a curve is a step, a line or nothing.
type search struct {
	setting      Setting
	origin, unit float64
	lower, upper []float64
}

func newSearch(points []Point, s Setting) search {
	sr := search{setting: s, origin: points[0].At, lower: []float64{-30, math.Log(1e-3)}, upper: []float64{30, math.Log(200)}}
	if s.Model == Bass {
		sr.origin, sr.lower, sr.upper = s.Start, []float64{math.Log(1e-9), 0}, []float64{math.Log(200), 200}
	}
	sr.unit = points[len(points)-1].At - sr.origin
	if s.Ceiling == 0 {
		sr.lower, sr.upper = append(sr.lower, -12), append(sr.upper, 12)
	}
	return sr
}

func (sr search) curve(x []float64) Curve {
	c := Curve{Model: sr.setting.Model, Ceiling: sr.setting.Ceiling}
	if len(x) > 2 {
		c.Ceiling = 1 / (1 + math.Exp(-x[2]))
	}
	if sr.setting.Model == Logistic {
		c.Middle, c.Rate = sr.origin+x[0]*sr.unit, math.Exp(x[1])/sr.unit
		return c
	}
	c.Start, c.Innovation, c.Imitation = sr.origin, math.Exp(x[0])/sr.unit, x[1]/sr.unit
	return c
}

func (sr search) parameters(c Curve) []float64 {
	x := []float64{(c.Middle - sr.origin) / sr.unit, math.Log(c.Rate * sr.unit)}
	if sr.setting.Model == Bass {
		x = []float64{math.Log(c.Innovation * sr.unit), c.Imitation * sr.unit}
	}
	if sr.setting.Ceiling == 0 {
		x = append(x, logit(c.Ceiling))
	}
	return x
}

// edge reports whether a parameter is at its bound; a q of 0 is a curve like any.
func (sr search) edge(x []float64) bool {
	for i := range x {
		if x[i] >= sr.upper[i] || x[i] <= sr.lower[i] && !(sr.setting.Model == Bass && i == 1) {
			return true
		}
	}
	return false
}

// best climbs from a few places far apart, and returns the highest top.
func (sr search) best(points []Point) (x []float64, l float64, found bool) {
	l = math.Inf(-1)
	for _, start := range sr.starts(points) {
		if y, at, top := sr.climb(points, start); at > l {
			x, l, found = y, at, top
		}
	}
	return x, l, found
}

// starts are curves slow and fast, early and late, under ceilings from just over the
// highest share to 1.
func (sr search) starts(points []Point) [][]float64 {
	first, second := []float64{0, 0.5, 1, 2}, []float64{0, math.Log(4), math.Log(12)}
	if sr.setting.Model == Bass {
		first, second = []float64{math.Log(1e-3), math.Log(0.02), math.Log(0.3)}, []float64{0.5, 4, 10}
	}
	highest := 0.0
	for _, p := range points {
		highest = max(highest, p.Share())
	}
	var all [][]float64
	for _, a := range first {
		for _, b := range second {
			if sr.setting.Ceiling > 0 {
				all = append(all, []float64{a, b})
				continue
			}
			for _, m := range []float64{highest + 0.02*(1-highest), (highest + 1) / 2} {
				all = append(all, []float64{a, b, min(logit(m), 6)})
			}
		}
	}
	return all
}

// climb maximises the likelihood from a start by Fisher's scoring, damped where a step
// does not help (D.W. Marquardt, An algorithm for least-squares estimation of nonlinear
// parameters, SIAM Journal 11, 1963). Found is false when it did not get to a top.
func (sr search) climb(points []Point, start []float64) (x []float64, l float64, found bool) {
	x = append([]float64{}, start...)
	l = sr.likelihood(points, x)
	damping := 1e-3
	for range 200 {
		score, info := sr.slopes(points, x)
		sr.hold(x, score, info)
		improved := false
		for ; damping < 1e12; damping *= 10 {
			y := sr.step(x, solve(info, score, damping))
			if at := sr.likelihood(points, y); at >= l {
				small := at-l <= 1e-13*(1+math.Abs(l)) && nearby(x, y)
				x, l, improved = y, at, true
				if small {
					return x, l, true
				}
				break
			}
		}
		if !improved {
			return x, l, flat(score, info)
		}
		damping = max(damping/30, 1e-12)
	}
	return x, l, false
}

// step adds a step of at most 2 in each direction, within the bounds.
func (sr search) step(x, by []float64) []float64 {
	y := make([]float64, len(x))
	for i := range x {
		y[i] = min(max(x[i]+min(max(by[i], -2), 2), sr.lower[i]), sr.upper[i])
	}
	return y
}

// hold takes parameters out of the step that lie at a bound and would pass it.
func (sr search) hold(x, score []float64, info [][]float64) {
	for i := range x {
		if x[i] <= sr.lower[i] && score[i] < 0 || x[i] >= sr.upper[i] && score[i] > 0 {
			score[i] = 0
			for j := range x {
				info[i][j], info[j][i] = 0, 0
			}
			info[i][i] = 1
		}
	}
}

// nearby reports whether two places are the same but for rounding.
func nearby(x, y []float64) bool {
	for i := range x {
		if math.Abs(x[i]-y[i]) > 1e-7*(1+math.Abs(x[i])) {
			return false
		}
	}
	return true
}

// flat reports whether the score is small beside its standard error.
func flat(score []float64, info [][]float64) bool {
	for i := range score {
		if math.Abs(score[i]) > 1e-4*math.Sqrt(info[i][i]) {
			return false
		}
	}
	return true
}

// within keeps a chance off 0 and 1, where one count would rule a curve out.
func within(f float64) float64 { return min(max(f, 1e-12), 1-1e-12) }

func (sr search) likelihood(points []Point, x []float64) float64 {
	c, l := sr.curve(x), 0.0
	for _, p := range points {
		l += logBinomial(p, within(c.undisturbed(p.At)))
	}
	return l
}

// slopes returns the first derivatives of the log-likelihood and Fisher's information.
func (sr search) slopes(points []Point, x []float64) (score []float64, info [][]float64) {
	score, info = make([]float64, len(x)), make([][]float64, len(x))
	up, down, centre := make([]Curve, len(x)), make([]Curve, len(x)), sr.curve(x)
	y := append([]float64{}, x...)
	const h = 1e-5
	for i := range x {
		info[i] = make([]float64, len(x))
		y[i] = x[i] + h
		up[i] = sr.curve(y)
		y[i] = x[i] - h
		down[i] = sr.curve(y)
		y[i] = x[i]
	}
	slope := make([]float64, len(x))
	for _, p := range points {
		f := within(centre.undisturbed(p.At))
		for i := range x {
			slope[i] = (up[i].undisturbed(p.At) - down[i].undisturbed(p.At)) / (2 * h)
		}
		for i := range x {
			score[i] += (float64(p.Yes) - float64(p.N)*f) / (f * (1 - f)) * slope[i]
			for j := range x {
				info[i][j] += float64(p.N) / (f * (1 - f)) * slope[i] * slope[j]
			}
		}
	}
	return score, info
}

// solve returns the step for which the information, its diagonal raised by a part,
// times the step is the score.
func solve(info [][]float64, score []float64, raise float64) []float64 {
	k := len(score)
	a, b := make([][]float64, k), append([]float64{}, score...)
	for i := range a {
		a[i] = append([]float64{}, info[i]...)
		a[i][i] += raise*info[i][i] + 1e-300
	}
	for i := range k { // Cholesky would do; two or three rows need no pivots
		for j := i + 1; j < k; j++ {
			times := a[j][i] / a[i][i]
			for c := i; c < k; c++ {
				a[j][c] -= times * a[i][c]
			}
			b[j] -= times * b[i]
		}
	}
	for i := k - 1; i >= 0; i-- {
		for j := i + 1; j < k; j++ {
			b[i] -= a[i][j] * b[j]
		}
		b[i] /= a[i][i]
		if !finite(b[i]) {
			b[i] = 0
		}
	}
	return b
}
