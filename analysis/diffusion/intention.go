package diffusion

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Rate is the part of those giving an answer that use it at the moment foretold. It
// is fixed by convention, or Learned from an earlier wave and its follow-up.
type Rate struct {
	// Part is the part, in [0, 1]; for a learned rate its posterior mean.
	Part float64
	// Did of Of did, for a learned rate; Of is 0 for a fixed one.
	Did, Of int
}

// Fixed returns a rate without uncertainty of its own.
func Fixed(part float64) Rate {
	if !(part >= 0 && part <= 1) {
		panic(fmt.Sprintf("diffusion: a part of %v", part))
	}
	return Rate{Part: part}
}

// Learned returns the rate when of those who gave the answer in an earlier wave, and
// were asked again, did use it then: the posterior Beta(did+½, of-did+½) of Jeffreys's
// prior, with mean (did+½)/(of+1) (L.D. Brown, T.T. Cai & A. DasGupta, Statistical
// Science 16, 2001, 3.1). It supposes that planners of today are as those of then.
func Learned(did, of int) Rate {
	if did < 0 || did > of || of == 0 {
		panic(fmt.Sprintf("diffusion: %d of %d did", did, of))
	}
	return Rate{(float64(did) + 0.5) / (float64(of) + 1), did, of}
}

// posterior returns the two parameters of the distribution of a learned rate.
func (r Rate) posterior() (a, b float64) { return float64(r.Did) + 0.5, float64(r.Of-r.Did) + 0.5 }

// variance is that of the rate itself.
func (r Rate) variance() float64 {
	if r.Of == 0 {
		return 0
	}
	a, b := r.posterior()
	return a * b / ((a + b) * (a + b) * (a + b + 1))
}

// Convention names a set of rates for those who surely and who very likely start.
type Convention struct {
	Name         string
	Sure, Likely Rate
}

// AsStated returns the convention by which every plan comes true: 1 and 1, an upper
// bound and not an expectation.
func AsStated() Convention { return Convention{"as-stated", Fixed(1), Fixed(1)} }

// JusterScale returns the convention that takes the words at the chance Juster's scale
// gives them: 0.99 for "certain, practically certain (99 in 100)" and 0.8 for "very
// probable (8 in 10)". It is the chance that planners give themselves, and the default
// (F.T. Juster, Consumer buying intentions and purchase probability, JASA 61, 1966).
func JusterScale() Convention { return Convention{"juster", Fixed(0.99), Fixed(0.8)} }

// ConceptTest returns the convention for plans that are put to people in a survey: 0.4
// and 0.2 for "definitely" and "probably". They are those of the worked example in
// K.T. Ulrich & S.D. Eppinger, Product design and development, the chapter on concept
// testing, which puts the ranges at 0.1 to 0.5 and 0 to 0.25. That fewer do than say
// so, by a part that varies much between products, is L.F. Jamieson & F.M. Bass,
// Adjusting stated intention measures to predict trial purchase of new products,
// Journal of Marketing Research 26, 1989. Both speak of consumers who buy, not of
// organisations.
func ConceptTest() Convention { return Convention{"concept-test", Fixed(0.4), Fixed(0.2)} }

// Answer is how many gave an answer, and the part of them that will use it.
type Answer struct {
	Count int
	Rate  Rate
}

// Stated returns the answers of a question on use and plans: all n, of whom now use
// it, sure surely start and likely very likely start. Users go on, the others start
// never.
func Stated(now, sure, likely, n int, c Convention) []Answer {
	return []Answer{{now, Fixed(1)}, {sure, c.Sure}, {likely, c.Likely}, {n - now - sure - likely, Fixed(0)}}
}

// Expectation is a share expected from stated intentions.
type Expectation struct {
	Fan
	// SE is the standard error of Value, see Expect.
	SE float64
}

// draws is how often chance is asked.
const (
	intentionDraws = 20000
	fitDraws       = 1000
)

// Expect returns the share that will use it, of all from whom the n of the answers
// are a sample:
//
//	S = Σ π·r    SE² = (Σ π·r² - S²)/n + Σ π²·var(r)
//
// with π the part that gave an answer and r its rate: the multinomial variance, and
// that of the learned rates. The Fan has 20,000 draws of π from its posterior, a
// Dirichlet distribution with 1/k added to each of the k counts (J.O. Berger, J.M.
// Bernardo & D. Sun, Overall objective priors, Bayesian Analysis 10, 2015), and of
// each learned rate from its own. What conventions may be wrong by is not in it: put
// several side by side. Without answers the Fan is not known.
func Expect(answers []Answer) Expectation {
	n := 0
	for _, a := range answers {
		if a.Count < 0 {
			panic(fmt.Sprintf("diffusion: an answer of %d", a.Count))
		}
		n += a.Count
	}
	if n == 0 {
		return Expectation{}
	}
	mean, se := stated(answers, n)
	return Expectation{fan(mean, intentions(answers)), se}
}

// stated returns the share that the n answers lead to, with its standard error.
func stated(answers []Answer, n int) (mean, se float64) {
	square, rates := 0.0, 0.0
	for _, a := range answers {
		part := float64(a.Count) / float64(n)
		mean += part * a.Rate.Part
		square += part * a.Rate.Part * a.Rate.Part
		rates += part * part * a.Rate.variance()
	}
	return min(mean, 1), math.Sqrt(max(0, square-mean*mean)/float64(n) + rates)
}

// intentions draws shares that the answers may lead to.
func intentions(answers []Answer) []float64 {
	source := stream(1)
	draws := make([]float64, intentionDraws)
	prior := 1 / float64(len(answers))
	for i := range draws {
		total, use := 0.0, 0.0
		for _, a := range answers {
			weight := distuv.Gamma{Alpha: float64(a.Count) + prior, Beta: 1, Src: source}.Rand()
			rate := a.Rate.Part
			if a.Rate.Of > 0 {
				alpha, beta := a.Rate.posterior()
				rate = distuv.Beta{Alpha: alpha, Beta: beta, Src: source}.Rand()
			}
			total += weight
			use += weight * rate
		}
		draws[i] = min(use/total, 1)
	}
	return draws
}
