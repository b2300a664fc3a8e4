package diffusion

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Reason says why there is no curve. The zero Reason is Unasked.
type Reason string

// The reasons.
const (
	Unasked      Reason = ""              // nothing was estimated yet
	Fitted       Reason = "fitted"        // there is a curve
	TooFewPoints Reason = "too-few"       // fewer than two moments for each free parameter
	NotRising    Reason = "not-rising"    // one unchanging share explains the counts as well
	CeilingOpen  Reason = "ceiling-open"  // a ceiling of 1 explains the counts as well: give the ceiling
	AtCeiling    Reason = "at-ceiling"    // shares lie at 0, or over the given ceiling
	Runaway      Reason = "runaway"       // a parameter runs off to the edge of what can be told apart
	Unidentified Reason = "unidentified"  // other parameters explain the counts as well
	NotConverged Reason = "not-converged" // the likelihood could not be maximised
)

// Setting says what to fit.
type Setting struct {
	Model Model
	// Ceiling is the ceiling, in (0, 1]; 0 leaves it free, up to 1.
	Ceiling float64
	// Start is the moment at which the first could start, for Bass: before the first
	// point.
	Start float64
}

// free is the number of free parameters.
func (s Setting) free() int {
	if s.Ceiling == 0 {
		return 3
	}
	return 2
}

// Need returns the number of different moments that the setting needs: two for each
// free parameter.
func (s Setting) Need() int { return 2 * s.free() }

// Fit is a curve with what it rests on. Unless Reason is Fitted all numbers but
// Points are 0.
type Fit struct {
	Reason Reason
	Curve  Curve
	// Points is the number of points since the last break, all that was used.
	Points int
	// LogLikelihood is Σ x·ln F + (n-x)·ln(1-F), without the binomial coefficients.
	LogLikelihood float64
	// Deviance is twice what the log-likelihood falls short of that of the shares
	// themselves, on DF degrees of freedom; P is the chance of as much or more if the
	// curve were true. A small P says that the curve does not fit.
	Deviance float64
	DF       int
	P        float64
	// Dispersion is Pearson's chi-square over DF, at least 1: the number of times that
	// the counts vary more around the curve than by chance. Intervals are widened by it
	// (the quasi-likelihood of R.W.M. Wedderburn, Biometrika 61, 1974).
	Dispersion float64

	curves []Curve // fitted to counts drawn from Curve
}

// likely is what twice the log-likelihood must gain by a parameter: the 95 % quantile
// of chi-square with one degree of freedom.
const likely = 3.841458820694124

// Estimate fits a curve to the points since the last break by maximum likelihood:
// the counts are binomial, with chance F at their moment (D.C. Schmittlein & V.
// Mahajan, Maximum likelihood estimation for an innovation diffusion model, Marketing
// Science 1, 1982, who take the adopters of successive periods; here each wave is a
// sample of its own). Moments need not be equally far apart. Around it lie 1,000 curves
// fitted to counts drawn from it (parametric bootstrap; B. Efron & R.J. Tibshirani, An
// introduction to the bootstrap, 1993).
func Estimate(points []Point, s Setting) Fit {
	f, search := estimate(points, s)
	if f.Reason == Fitted {
		f.resample(current(points), search)
	}
	return f
}

// estimate fits without the curves around.
func estimate(points []Point, s Setting) (Fit, search) {
	used := current(points)
	s.check(used)
	f := Fit{Points: len(used)}
	if moments(used) < s.Need() {
		f.Reason = TooFewPoints
		return f, search{}
	}
	if s.Ceiling > 0 && over(used, s.Ceiling) {
		f.Reason = AtCeiling
		return f, search{}
	}
	sr := newSearch(used, s)
	best, l, found := sr.best(used)
	f.Reason = sr.why(used, s, best, l, found)
	if f.Reason != Fitted {
		return f, sr
	}
	f.Curve, f.LogLikelihood = sr.curve(best), l
	f.judge(used, s.free())
	return f, sr
}

func (s Setting) check(points []Point) {
	if s.Model != Logistic && s.Model != Bass {
		panic(fmt.Sprintf("diffusion: model %q", s.Model))
	}
	if s.Ceiling != 0 {
		checkCeiling(s.Ceiling)
	}
	if s.Model == Bass && len(points) > 0 && !(s.Start < points[0].At) {
		panic(fmt.Sprintf("diffusion: the start %v is not before the first moment %v", s.Start, points[0].At))
	}
}

// over reports whether any share is so far over the ceiling that chance does not
// explain it.
func over(points []Point, ceiling float64) bool {
	for _, p := range points {
		if x := p.Share(); x > ceiling && 2*float64(p.N)*divergence(x, ceiling) > likely {
			return true
		}
	}
	return false
}

// divergence is x·ln(x/p) + (1-x)·ln((1-x)/(1-p)).
func divergence(x, p float64) float64 {
	d := 0.0
	if x > 0 {
		d += x * math.Log(x/p)
	}
	if x < 1 {
		d += (1 - x) * math.Log((1-x)/(1-p))
	}
	return d
}

// why says what is wrong with the best parameters.
func (sr search) why(points []Point, s Setting, best []float64, l float64, found bool) Reason {
	if 2*(l-constant(points)) < likely {
		return NotRising
	}
	if s.Ceiling == 0 {
		whole := s
		whole.Ceiling = 1
		if _, atOne, _ := newSearch(points, whole).best(points); 2*(l-atOne) < likely {
			return CeilingOpen
		}
	}
	switch {
	case sr.edge(best):
		return Runaway
	case !found:
		return NotConverged
	case !sr.identified(points, best):
		return Unidentified
	}
	return Fitted
}

// constant is the log-likelihood of one share at all moments.
func constant(points []Point) float64 {
	yes, n := 0.0, 0.0
	for _, p := range points {
		yes += float64(p.Yes)
		n += float64(p.N)
	}
	l := 0.0
	for _, p := range points {
		l += logBinomial(p, yes/n)
	}
	return l
}

// logBinomial is x·ln F + (n-x)·ln(1-F).
func logBinomial(p Point, f float64) float64 {
	l := 0.0
	if p.Yes > 0 {
		l += float64(p.Yes) * math.Log(f)
	}
	if p.Yes < p.N {
		l += float64(p.N-p.Yes) * math.Log1p(-f)
	}
	return l
}

// identified reports whether the information on the parameters, as a correlation
// matrix, has no eigenvalue next to 0.
func (sr search) identified(points []Point, best []float64) bool {
	_, info := sr.slopes(points, best)
	k := len(best)
	r := mat.NewSymDense(k, nil)
	for i := range k {
		for j := i; j < k; j++ {
			scale := math.Sqrt(info[i][i] * info[j][j])
			if !(scale > 0) {
				return false
			}
			r.SetSym(i, j, info[i][j]/scale)
		}
	}
	var eigen mat.EigenSym
	return eigen.Factorize(r, false) && eigen.Values(nil)[0] > 1e-7
}

// judge sets how well the curve fits.
func (f *Fit) judge(points []Point, free int) {
	f.DF = len(points) - free
	pearson := 0.0
	for _, p := range points {
		at, x := within(f.Curve.At(p.At)), p.Share()
		f.Deviance += 2 * float64(p.N) * divergence(x, at)
		pearson += float64(p.N) * (x - at) * (x - at) / (at * (1 - at))
	}
	f.P = distuv.ChiSquared{K: float64(f.DF)}.Survival(f.Deviance)
	f.Dispersion = max(1, pearson/float64(f.DF))
}

// resample fits curves to counts drawn from the curve.
func (f *Fit) resample(points []Point, sr search) {
	source := stream(3)
	drawn := make([]Point, len(points))
	start := sr.parameters(f.Curve)
	f.curves = make([]Curve, fitDraws)
	for i := range f.curves {
		for j, p := range points {
			p.Yes = count(f.Curve.At(p.At), p.N, f.Dispersion, source)
			drawn[j] = p
		}
		best, _, _ := sr.climb(drawn, start)
		f.curves[i] = sr.curve(best)
	}
}

// Fan returns the share at a moment, with the shocks in the order of time. For n = 0
// it speaks of the share itself, for n > 0 of the share that a wave of n answers would
// show. Not known unless the fit is.
func (f Fit) Fan(t float64, n int, shocks ...Shock) Fan {
	if f.Reason != Fitted {
		return Fan{}
	}
	draws := make([]float64, len(f.curves))
	for i, c := range f.curves {
		draws[i] = c.At(t, shocks...)
	}
	measured(draws, n, f.Dispersion)
	return fan(f.Curve.At(t, shocks...), draws)
}
