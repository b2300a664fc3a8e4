package estimate

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"benchmark/analysis/probability"
)

// Fit is a logistic regression with only an intercept, fitted to the answers of a
// domain by Fisher scoring until the deviance changes by less than 1e-8 of itself,
// as R's glm does. What it stops short of full convergence shows in the eighth
// digit of an interval. The zero Fit is fully converged.
type Fit struct {
	// At is the intercept and Before that of the step before, on the log-odds
	// scale: the weights of the last step are those of Before.
	At, Before float64
	// Made is false for the zero Fit.
	Made bool
}

// fitSteps is how many steps of Fisher scoring R takes at most.
const fitSteps = 25

// Fit returns the fit of the share of the domain for which is holds. The share is
// between 0 and 1; for others the zero Fit is returned.
//
// Units have the weight a = w·n/Σw and start at the chance (a·y+1/2)/(a+1). All
// have the same chance from the first step on, and each next step is Newton's,
// (p-μ)/(μ(1-μ)) (P. McCullagh & J.A. Nelder, on linear models with a link, 2nd ed.
// 1989, 4.4 and 4.5).
func (d *Design) Fit(is, in []bool) Fit {
	d.need("marks", len(is), false)
	n, _ := d.reach(in)
	total := d.sum(in, func(int) float64 { return 1 })
	p := d.sum(in, func(i int) float64 {
		if is[i] {
			return 1
		}
		return 0
	}) / total
	if n == 0 || !(p > 0 && p < 1) {
		return Fit{}
	}
	scale := float64(n) / total
	// The weight a is one of the factors that sum multiplies by.
	information := func(a float64) float64 { return scale * (a + 0.5) / (2 * (a + 1) * (a + 1)) }
	work := d.sum(in, func(i int) float64 {
		a := d.Weights[i] * scale
		z := math.Log1p(2*a) + (a+1)/(a+0.5)
		if !is[i] {
			z = -z
		}
		return information(a) * z
	})
	at := work / d.sum(in, func(i int) float64 { return information(d.Weights[i] * scale) })
	old := d.sum(in, func(i int) float64 {
		a := d.Weights[i] * scale
		return 2 * scale * math.Log((a+1)/(a+0.5))
	})
	return scoring(p, float64(n), at, old)
}

// scoring goes on from the first step, which led to at from a deviance of old.
func scoring(p, n, at, old float64) Fit {
	f := Fit{At: at, Before: at, Made: true}
	for range fitSteps {
		deviance := 2 * n * cross(p, f.At)
		if math.Abs(deviance-old) < 1e-8*(deviance+0.1) {
			break
		}
		old = deviance
		mu := expit(f.At)
		f.Before, f.At = f.At, f.At+(p-mu)/(mu*(1-mu))
	}
	return f
}

// cross returns -p·ln μ - (1-p)·ln(1-μ) for the log-odds b of μ.
func cross(p, b float64) float64 {
	return math.Max(b, 0) + math.Log1p(math.Exp(-math.Abs(b))) - p*b
}

// logOdds returns the fit, fully converged unless it was made.
func (p Proportion) logOdds() Fit {
	if p.Fit.Made {
		return p.Fit
	}
	at := math.Log(p.Value / (1 - p.Value))
	return Fit{At: at, Before: at}
}

// bernoulli returns μ(1-μ) for the log-odds b of μ.
func bernoulli(b float64) float64 { mu := expit(b); return mu * (1 - mu) }

// profileSteps is how far the table of a profile goes at most, and profileParts
// into how many steps it takes to the bound that a normal profile would have.
const (
	profileSteps = 9
	profileParts = 5
)

// profile returns the likelihood interval as R reads it off. Its deviance is
// 2·n·[p·ln(p/q) + (1-p)·ln((1-p)/(1-q))]/φ with φ = n/(n-1), its signed root is
// tabulated at steps of zmax/5 standard errors on the log-odds scale until it
// passes zmax, a cubic spline through these points is evaluated at three times as
// many, and the bounds ±t·√λ are looked up between these along straight lines; λ
// is the design's variance over that of a simple random sample, and zmax
// Student's quantile with n-1 degrees of freedom at a quarter of what the normal
// distribution leaves outside the bounds. Beyond log-odds of 30 the chance is that
// of the nearest number to 0 or 1. ok is false when the table ends before a bound.
func (p Proportion) profile(t float64) (low, high float64, ok bool) {
	fit, n := p.logOdds(), float64(p.N)
	width := bernoulli(fit.At)
	se := math.Sqrt(p.Variance) / width
	bound := t * se * math.Sqrt(n*bernoulli(fit.Before))
	outside := probability.NormalTails(bound) / 8
	most := -probability.StudentQuantile(outside, n-1)
	step := most / profileParts * se
	if !(step > 0) || math.IsInf(step, 1) {
		return 0, 0, false
	}
	phi := n / (n - 1) * p.Value * (1 - p.Value) / width
	least := cross(p.Value, fit.At)
	root := func(k int) float64 {
		b := fit.At + float64(k)*step
		if math.Abs(b) > 30 {
			b = math.Copysign(52*math.Ln2, b)
		}
		z := math.Sqrt(max(0, 2*n*(cross(p.Value, b)-least)/phi))
		if k < 0 {
			return -z
		}
		return z
	}
	first, last := profileEnd(root, -1, most), profileEnd(root, 1, most)
	table := make([]float64, 0, last-first+1)
	for k := first; k <= last; k++ {
		table = append(table, root(k))
	}
	fine := refined(table)
	from, grain := fit.At+float64(first)*step, step*float64(len(table)-1)/float64(len(fine)-1)
	down, okDown := lookUp(fine, -bound)
	up, okUp := lookUp(fine, bound)
	return expit(from + down*grain), expit(from + up*grain), okDown && okUp
}

// profileEnd returns the last step in a direction, ±1.
func profileEnd(root func(int) float64, direction int, most float64) int {
	k := direction
	for direction*k < profileSteps && math.Abs(root(k)) < most {
		k += direction
	}
	return k
}

// refined returns a cubic spline through equally spaced points, at three times as
// many equally spaced ones with the same ends. Its third derivative in the first
// interval is that of the cubic through the first four points, and so at the end; three
// points make a parabola (G.E. Forsythe, M.A. Malcolm & C.B. Moler, Computer methods for mathematical
// computations, 1977, 4.4).
func refined(y []float64) []float64 {
	n := len(y)
	// With S the second derivative over 6 and a spacing of 1 the inner equations
	// are S₋+4S+S₊ = second difference, the outer ones S₁-S₀ = third difference/6.
	third := func(i int) float64 {
		if n < 4 {
			return 0
		}
		return (y[i+3] - 3*y[i+2] + 3*y[i+1] - y[i]) / 6
	}
	diagonal, right := make([]float64, n), make([]float64, n)
	diagonal[0], right[0] = -1, third(0)
	for i := 1; i < n-1; i++ {
		diagonal[i], right[i] = 4, y[i+1]-2*y[i]+y[i-1]
	}
	diagonal[n-1], right[n-1] = 1, third(max(0, n-4))
	for i := 1; i < n; i++ {
		below := 1.0
		if i == n-1 {
			below = -1
		}
		f := below / diagonal[i-1]
		diagonal[i] -= f
		right[i] -= f * right[i-1]
	}
	s := make([]float64, n)
	s[n-1] = right[n-1] / diagonal[n-1]
	for i := n - 2; i >= 0; i-- {
		s[i] = (right[i] - s[i+1]) / diagonal[i]
	}
	fine := make([]float64, 3*n)
	for k := range fine {
		x := float64(k) * float64(n-1) / float64(len(fine)-1)
		i := min(int(x), n-2)
		b := x - float64(i)
		a := 1 - b
		fine[k] = a*y[i] + b*y[i+1] + (a*a*a-a)*s[i] + (b*b*b-b)*s[i+1]
	}
	return fine
}

// lookUp returns where, counted in elements, values that hardly ever descend reach
// x along straight lines; as R's approx it goes from value to next larger value.
func lookUp(values []float64, x float64) (at float64, ok bool) {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(values[i], values[j]) })
	k := sort.Search(len(order), func(k int) bool { return values[order[k]] >= x })
	if k == len(order) || k == 0 {
		return 0, false
	}
	from, to := order[k-1], order[k]
	return float64(from) + (x-values[from])/(values[to]-values[from])*float64(to-from), true
}
