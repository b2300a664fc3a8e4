package weighting

import (
	"math"
	"slices"
	"testing"
)

// The made-up sample of the comparison with R, as an R call:
//
//	d <- data.frame(type=c("a","a","a","a","b","b","b","b","c","c","c","a","b","c"),
//	 size=c("s","s","l","l","s","l","s","l","s","l","s","s","l","l"),
//	 w=c(2,2.5,3,1.5,4,2,2.25,3.5,5,1,2,2.75,3,1.25),
//	 y=c(3,7,1,8,2,9,4,6,5,5,8,2,7,1), x=c(12,5,30,22,8,41,9,17,6,25,7,11,33,19))
//	des <- svydesign(id=~1, weights=~w, data=d)
//	t1 <- data.frame(type=c("a","b","c"), Freq=c(16,15,9)); t2 <- data.frame(size=c("l","s"), Freq=c(18,22))
//	pop <- c(`(Intercept)`=40, typeb=15, typec=9, sizes=22); pop2 <- c(pop, x=640)
//
// All figures come from R 4.2.2 with package survey 4.1-1.
var (
	madeWeights = []float64{2, 2.5, 3, 1.5, 4, 2, 2.25, 3.5, 5, 1, 2, 2.75, 3, 1.25}
	madeY       = []float64{3, 7, 1, 8, 2, 9, 4, 6, 5, 5, 8, 2, 7, 1}
	madeX       = Variable{Name: "x", Total: 640, Values: []float64{12, 5, 30, 22, 8, 41, 9, 17, 6, 25, 7, 11, 33, 19}}
	madeType    = Margin{Name: "type", Labels: []string{"a", "b", "c"}, Targets: []float64{16, 15, 9},
		Of: []int{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 0, 1, 2}}
	madeSize = Margin{Name: "size", Labels: []string{"l", "s"}, Targets: []float64{18, 22},
		Of: []int{1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0}}
)

// mean returns the weighted mean of y over the units that are in (nil: all) and
// its standard error in a simple sample of which the fraction f was drawn.
func mean(r *Result, y []float64, in []bool, f float64) (m, se float64) {
	var sumW, sumY float64
	for i, w := range r.Weights {
		if in == nil || in[i] {
			sumW += w
			sumY += w * y[i]
		}
	}
	m = sumY / sumW
	z := make([]float64, len(y))
	for i := range z {
		if in == nil || in[i] {
			z[i] = (y[i] - m) / sumW
		}
	}
	return m, spread(r, z, f)
}

// spread is the standard error of an estimate with these influence values.
func spread(r *Result, z []float64, f float64) float64 {
	u := z
	if r.Residual != nil {
		u = r.Residual(z)
	}
	u = products(u, r.Weights)
	n := float64(len(u))
	centre := total(u) / n
	squares := 0.0
	for _, x := range u {
		squares += (x - centre) * (x - centre)
	}
	return math.Sqrt((1 - f) * n / (n - 1) * squares)
}

func TestAgainstSurvey(t *testing.T) {
	both := []Margin{madeType, madeSize}
	calibrated := func(o Options, variables ...Variable) func() (*Result, error) {
		return func() (*Result, error) { return Calibrate(madeWeights, both, variables, o) }
	}
	raked := []float64{2.603621514920885, 3.254526893651107, 4.374581338941196, 2.187290669470598, 3.804431398045439, 2.13072375071859, 2.139992661400558, 3.728766563757532, 4.726748534975569, 1.058912022681867, 1.890699413990229, 3.579979583016215, 3.196085626077885, 1.323640028352334}
	for _, c := range []struct {
		name    string
		run     func() (*Result, error)
		weights []float64
		// Mean of y with its standard error, that of its total, and the same mean
		// where size is s.
		mean, se, totalSE, domain, domainSE float64
	}{
		{"postStratify(des, ~type, t1)",
			func() (*Result, error) { return PostStratify(madeWeights, madeType) },
			[]float64{2.723404255319149, 3.404255319148936, 4.085106382978724, 2.042553191489362, 4.067796610169491, 2.033898305084746, 2.288135593220339, 3.559322033898305, 4.864864864864865, 0.972972972972973, 1.945945945945946, 3.744680851063829, 3.050847457627119, 1.216216216216216},
			4.604823783393925, 0.6881023194980267, 27.52409277992107, 4.195886934483104, 0.7173731184649127},
		{"rake(des, list(~type, ~size), list(t1, t2), control=list(maxit=1000, epsilon=1e-15))",
			func() (*Result, error) {
				return Rake(madeWeights, both, Options{Epsilon: 1e-13, UnweightedResidual: true})
			},
			raked, 4.627337568821773, 0.709667484942919, 28.38669939771676, 4.212758336129346, 0.7364055118678402},
		{"rake, with the variance of calibrate(des, ~type+size, pop, calfun=\"raking\", epsilon=1e-13)",
			func() (*Result, error) { return Rake(madeWeights, both, Options{Epsilon: 1e-13}) },
			raked, 4.627337568821773, 0.6854775728363688, 27.41910291345476, 4.212758336129346, 0.7044685399786843},
		{"calibrate(des, ~type+size, pop, calfun=\"raking\", epsilon=1e-13)", calibrated(Options{Distance: Raking}),
			raked, 4.627337568821773, 0.6854775728363688, 27.41910291345476, 4.212758336129346, 0.7044685399786843},
		{"calibrate(des, ~type+size, pop)", calibrated(Options{}),
			[]float64{2.624914668358425, 3.28114333544803, 4.323122884800475, 2.161561442400238, 3.771400452046633, 2.142867480865208, 2.121412754276231, 3.750018091514115, 4.708479372055606, 1.070279501832067, 1.883391748822243, 3.609257668992834, 3.214301221297813, 1.337849377290084},
			4.632253279991509, 0.6834251551860994, 27.33700620744397, 4.213602066511423, 0.7076592679222014},
		{"calibrate(des, ~type+size, pop, calfun=\"logit\", bounds=c(0.7,1.4), epsilon=1e-13)", calibrated(Options{Distance: Logit, Lower: 0.7, Upper: 1.4}),
			[]float64{2.698662657414302, 3.373328321767878, 4.144898577915409, 2.072449288957705, 3.656674697646294, 2.185046067041803, 2.056879517426041, 3.823830617323156, 4.645566894143419, 1.109425043644095, 1.858226757657367, 3.710661153944666, 3.277569100562705, 1.386781304555118},
			4.649372648827177, 0.6767403507429723, 27.06961402971886, 4.216596569521831, 0.7189272176080791},
		{"calibrate(des, ~type+size, pop, bounds=c(0.9,1.4), epsilon=1e-13)", calibrated(Options{Distance: Truncated, Lower: 0.9, Upper: 1.4}),
			[]float64{2.675862068965517, 3.344827586206897, 4.2, 2.1, 3.691143831771666, 2.172373591260417, 2.076268405371562, 3.801653784705731, 4.666134116326266, 1.096627660952545, 1.866453646530506, 3.679310344827586, 3.258560386890626, 1.370784576190682},
			4.644369791441773, 0.6787000389265812, 27.14800155706325, 4.215893683586589, 0.715393901441482},
		{"calibrate(des, ~type+size+x, pop2)", calibrated(Options{}, madeX),
			[]float64{2.480788087647786, 3.538852236672417, 4.133477746303216, 2.366990617457449, 3.898585865183724, 1.473527315048285, 2.136657347108499, 4.680435011475381, 4.653762220609106, 1.04316333704018, 1.811462930859336, 3.479891311919129, 2.810794461184108, 1.491611511491375},
			4.601879405686023, 0.7006977421745747, 28.02790968698298, 4.239928555100464, 0.7149663444872782},
		{"calibrate(des, ~type+size+x, pop2, calfun=\"raking\", epsilon=1e-13)", calibrated(Options{Distance: Raking}, madeX),
			[]float64{2.441699737431239, 3.58317831323405, 4.085931478324867, 2.454028161833179, 3.888297167146153, 1.537986086817226, 2.137615886183418, 4.664937523234229, 4.683204745251352, 1.021241364182396, 1.830841841577121, 3.435162309176668, 2.771163336618975, 1.464712048989129},
			4.629655182029244, 0.7029959640099976, 28.1198385603999, 4.257613107326596, 0.7175347613401231},
		{"calibrate(des, ~type+size+x, pop2, calfun=\"logit\", bounds=c(0.5,1.9), epsilon=1e-13)", calibrated(Options{Distance: Logit, Lower: 0.5, Upper: 1.9}, madeX),
			[]float64{2.479003849894296, 3.564571308528798, 4.127290569840397, 2.344488989780249, 3.874616526968308, 1.519908511292303, 2.124490879629528, 4.716953725220959, 4.65668380087136, 1.032409953731101, 1.815988352151453, 3.48464528195626, 2.764030356888913, 1.494917893246087},
			4.607152631712073, 0.7010008406951196, 28.0400336278048, 4.24621925760546, 0.7172168059860133},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := c.run()
			if err != nil {
				t.Fatal(err)
			}
			nearAll(t, "weight", r.Weights, c.weights, 1e-9)
			nearAll(t, "start weight times factor", products(madeWeights, r.Factors), r.Weights, 1e-15)
			m, se := mean(r, madeY, nil, 0)
			near(t, "mean", m, c.mean, 1e-9)
			near(t, "its SE", se, c.se, 1e-9)
			near(t, "SE of the total", spread(r, madeY, 0), c.totalSE, 1e-9)
			small := make([]bool, len(madeY))
			for i, s := range madeSize.Of {
				small[i] = s == 1
			}
			m, se = mean(r, madeY, small, 0)
			near(t, "mean in the domain", m, c.domain, 1e-9)
			near(t, "its SE", se, c.domainSE, 1e-9)
		})
	}
}

// apiSample is the simple random sample apisrs of R's package survey in counts,
// and its population margins. The units have the codes E, H, M of stype, No and
// Yes of the others.
type apiSample struct {
	stype, wide     Margin
	compImp, awards []float64
}

// apisrs returns the sample; each unit stands for 6194/200 schools.
func apisrs() apiSample {
	s := apiSample{
		stype: Margin{Name: "stype", Labels: []string{"E", "H", "M"}, Targets: []float64{4421, 755, 1018}},
		wide:  Margin{Name: "sch.wide", Labels: []string{"No", "Yes"}, Targets: []float64{1072, 5122}},
	}
	for _, c := range []struct {
		wide, comp, award int
		n                 [3]int
	}{
		{0, 0, 0, [3]int{14, 12, 9}}, {1, 0, 0, [3]int{20, 2, 10}}, {0, 1, 0, [3]int{1, 1, 0}},
		{1, 1, 0, [3]int{6, 1, 0}}, {1, 1, 1, [3]int{101, 9, 14}},
	} {
		for stype, n := range c.n {
			s.stype.Of = append(s.stype.Of, slices.Repeat([]int{stype}, n)...)
			s.wide.Of = append(s.wide.Of, slices.Repeat([]int{c.wide}, n)...)
			s.compImp = append(s.compImp, slices.Repeat([]float64{float64(c.comp)}, n)...)
			s.awards = append(s.awards, slices.Repeat([]float64{float64(c.award)}, n)...)
		}
	}
	return s
}

func TestAPISchools(t *testing.T) {
	s := apisrs()
	start := slices.Repeat([]float64{6194.0 / 200}, 200)
	notE := make([]bool, 200)
	for i, c := range s.stype.Of {
		notE[i] = c != 0
	}
	both := []Margin{s.stype, s.wide}
	for _, c := range []struct {
		name string
		run  func() (*Result, error)
		// Weights of E/No, E/Yes, H/No, H/Yes, M/No, M/Yes.
		weights                        []float64
		awards, se, compImp, se2, deff float64
	}{
		{"postStratify(d, ~stype, p1)", func() (*Result, error) { return PostStratify(start, s.stype) },
			[]float64{31.13380281690141, 31.13380281690141, 30.2, 30.2, 30.84848484848485, 30.84848484848485},
			0.6212775060358138, 0.03231409618100769, 0.4309525030337213, 0.06412045105139803, 1.000099671639895},
		{"rake(d, list(~stype, ~sch.wide), list(p1, p2), control=list(epsilon=1e-14, maxit=1000))",
			func() (*Result, error) { return Rake(start, both, Options{Epsilon: 1e-13}) },
			[]float64{28.91076829760411, 31.39636594910193, 29.00310268062813, 31.49663876265245, 29.03312674308585, 31.5292441380094},
			0.6289816157015334, 0.02692070193268148, 0.4429661072979623, 0.05804352406870252, 1.000946597517469},
		{"calibrate(d, ~stype+sch.wide, ...)", func() (*Result, error) { return Calibrate(start, both, nil, Options{}) },
			[]float64{28.90672699035428, 31.3968432688558, 29.00474418631928, 31.49486046482079, 29.03749119139284, 31.52760746989436},
			0.6289831157436783, 0.02692059689189245, 0.4429440797591924, 0.05804101673963526, 1.000946594480279},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := c.run()
			if err != nil {
				t.Fatal(err)
			}
			got := make([]float64, 6)
			for i, w := range r.Weights {
				got[2*s.stype.Of[i]+s.wide.Of[i]] = w
			}
			nearAll(t, "weight", got, c.weights, 1e-9)
			near(t, "Kish deff", SpreadOf(r.Weights).Deff, c.deff, 1e-9)
			f := 200.0 / 6194
			// R's survey takes means of awards Yes, and of comp.imp Yes where stype is
			// not E.
			m, se := mean(r, s.awards, nil, f)
			near(t, "awards", m, c.awards, 1e-9)
			near(t, "its SE", se, c.se, 1e-9)
			m, se = mean(r, s.compImp, notE, f)
			near(t, "comp.imp", m, c.compImp, 1e-9)
			near(t, "its SE", se, c.se2, 1e-9)
		})
	}
}

func TestKish(t *testing.T) {
	for _, c := range []struct {
		name            string
		of              []int // units per stratum
		population      []float64
		deff, effective float64
		tolerance       float64
	}{
		// apistrat with its exact weights: R, n*sum(w^2)/sum(w)^2.
		{"apistrat", []int{100, 50, 50}, []float64{4421, 755, 1018}, 1.186371001382591, 168.5813289155929, 1e-12},
		// Five types of body of which 92, 8, 5, 2 and 2 answered: R.
		{"bodies", []int{92, 8, 5, 2, 2}, []float64{380, 25, 21, 12, 25}, 1.078152782, 101.0988441, 1e-9},
	} {
		var of []int
		names := make([]string, len(c.of))
		for h, n := range c.of {
			of = append(of, slices.Repeat([]int{h}, n)...)
		}
		f, err := FromFrame(of, names, c.population)
		if err != nil {
			t.Fatal(err)
		}
		s := SpreadOf(f.Weights)
		near(t, c.name+" deff", s.Deff, c.deff, c.tolerance)
		near(t, c.name+" n_eff", s.Effective, c.effective, c.tolerance)
		near(t, c.name+" sum", s.Sum, f.Population, 1e-14)
	}
}

func TestTrimAgainstSurvey(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		call         string
		lower, upper float64
		strict       bool
		want         []float64
	}{
		{"trimWeights(des, upper=3.2, lower=1.4)", 1.4, 3.2, false,
			[]float64{2.261111111111111, 2.761111111111111, 3.261111111111111, 1.761111111111111, 3.2, 2.261111111111111, 2.511111111111111, 3.2, 3.2, 1.4, 2.261111111111111, 3.011111111111111, 3.261111111111111, 1.4}},
		{"trimWeights(des, upper=3.2, lower=1.4, strict=TRUE)", 1.4, 3.2, true,
			[]float64{2.274691358024691, 2.774691358024691, 3.2, 1.774691358024692, 3.2, 2.274691358024691, 2.524691358024691, 3.2, 3.2, 1.41358024691358, 2.274691358024691, 3.024691358024691, 3.2, 1.41358024691358}},
		{"trimWeights(des, upper=2.9, strict=TRUE)", 0, 2.9, true,
			[]float64{2.492857142857143, 2.9, 2.9, 1.992857142857143, 2.9, 2.492857142857143, 2.742857142857143, 2.9, 2.9, 1.492857142857143, 2.492857142857143, 2.9, 2.9, 1.742857142857142}},
		{"trimWeights(des, lower=2.4, strict=TRUE)", 2.4, inf, true,
			[]float64{2.4, 2.4, 2.4, 2.4, 2.950000000000002, 2.4, 2.4, 2.450000000000002, 3.950000000000002, 2.4, 2.4, 2.4, 2.4, 2.4}},
		{"trimWeights(des, upper=2.9)", 0, 2.9, false,
			[]float64{2.444444444444445, 2.944444444444445, 2.9, 1.944444444444444, 2.9, 2.444444444444445, 2.694444444444445, 2.9, 2.9, 1.444444444444444, 2.444444444444445, 3.194444444444445, 2.9, 1.694444444444444}},
		{"trimWeights(des, upper=9)", 0, 9, true, madeWeights},
	} {
		r, err := Trim(madeWeights, c.lower, c.upper, c.strict)
		if err != nil {
			t.Errorf("%s: %v", c.call, err)
			continue
		}
		nearAll(t, c.call, r.Weights, c.want, 1e-12)
	}
}
