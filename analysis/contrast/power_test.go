package contrast

import (
	"math"
	"testing"

	"benchmark/analysis/probability"

	"pgregory.net/rapid"
)

// fleiss is the closed form of Fleiss, Tytun and Ury (1980) for the size of the
// first group when the second is r times as large, without and with the
// correction for continuity.
func fleiss(p1, p2, r, alpha, power float64) (plain, corrected float64) {
	d := math.Abs(p1 - p2)
	p := (p1 + r*p2) / (1 + r)
	k := probability.NormalQuantile(1-alpha/2)*math.Sqrt((r+1)*p*(1-p)) + probability.NormalQuantile(power)*math.Sqrt(r*p1*(1-p1)+p2*(1-p2))
	plain = k * k / (r * d * d)
	return plain, plain / 4 * square(1+math.Sqrt(1+2*(r+1)/(r*plain*d)))
}

// R 4.2.2: power.prop.test(p1 = , p2 = , sig.level = , power = )$n, tol = 1e-14.
func TestSizesOfR(t *testing.T) {
	for _, c := range []struct{ p1, p2, alpha, power, n float64 }{
		{.25, .4, .05, .9, 202.809509511932},
		{.5, .75, .05, .9, 76.7069284517774},
		{.48, .38, .05, .8, 383.571033823309},
		{.1, .2, .01, .95, 450.779501842483},
	} {
		n, _ := fleiss(c.p1, c.p2, 1, c.alpha, c.power)
		near(t, "closed form", n, c.n, 1e-6)
		got := Plan{Alpha: c.alpha, Power: c.power}.More(c.p1, c.p2, one(), one(), 0, 0)
		if want := int(math.Ceil(c.n)) - 1; !got.Enough || max(got.A, got.B) != want || min(got.A, got.B) < want-1 {
			t.Errorf("%v and %v: %+v, want %d each", c.p1, c.p2, got, want)
		}
	}
}

func one() Base { return Base{Answers: 1, Population: math.Inf(1)} }

// With the correction for continuity it is the closed form, which gives 203
// without and 216 with it for 25 % against 40 % at the power 0.9.
func TestSizesWithContinuity(t *testing.T) {
	plain, corrected := fleiss(.25, .4, 1, .05, .9)
	if math.Ceil(plain) != 203 || math.Ceil(corrected) != 216 {
		t.Errorf("%v and %v", plain, corrected)
	}
	rapid.Check(t, func(r *rapid.T) {
		share := rapid.Float64Range(.05, .95)
		p1, p2 := share.Draw(r, "p1"), share.Draw(r, "p2")
		if math.Abs(p1-p2) < .02 {
			return
		}
		ratio := rapid.Float64Range(.25, 4).Draw(r, "ratio")
		power := rapid.Float64Range(.6, .95).Draw(r, "power")
		plain, corrected := fleiss(p1, p2, ratio, .05, power)
		for _, exact := range []bool{false, true} {
			n := plain
			if exact {
				n = corrected
			}
			a, b := Base{Answers: n, Population: math.Inf(1)}, Base{Answers: ratio * n, Population: math.Inf(1)}
			if got := (Plan{Alpha: .05, Exact: exact}).Chance(p1, p2, a, b); math.Abs(got-power) > 1e-9 {
				r.Fatalf("exact %v: power %v at the size for %v", exact, got, power)
			}
		}
	})
}

// More answers never see less, also where a group is nearly complete; and the
// number that is asked for is enough, and one fewer of the same is not.
func TestMoreAnswersSeeMore(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		group := func(name string) (Base, int) {
			exist := rapid.IntRange(2, 400).Draw(r, name+" exist")
			b := Base{Answers: float64(rapid.IntRange(1, exist).Draw(r, name)), Population: math.Inf(1)}
			if rapid.Bool().Draw(r, name+" finite") {
				b.Population = float64(exist)
			}
			b.Effect = rapid.SampledFrom([]float64{0, 1, 1.7}).Draw(r, name+" effect")
			return b, exist
		}
		a, existA := group("a")
		b, existB := group("b")
		share := rapid.Float64Range(0, 1)
		p1, p2 := share.Draw(r, "p1"), share.Draw(r, "p2")
		q := Plan{Alpha: .05, Power: .8, Exact: rapid.Bool().Draw(r, "exact")}
		now := q.Chance(p1, p2, a, b)
		if x := a; x.Answers < float64(existA) && now > .5 {
			x.Answers++
			if then := q.Chance(p1, p2, x, b); then < now-1e-12 {
				r.Fatalf("power falls from %v to %v", now, then)
			}
		}
		more := q.More(p1, p2, a, b, existA, existB)
		if more.A < 0 || more.B < 0 || int(a.Answers)+more.A > existA || int(b.Answers)+more.B > existB {
			r.Fatalf("%+v of %d and %d", more, existA, existB)
		}
		x, y := a, b
		x.Answers += float64(more.A)
		y.Answers += float64(more.B)
		if then := q.Chance(p1, p2, x, y); then >= q.Power != more.Enough {
			r.Fatalf("%+v has power %v", more, then)
		}
		if !more.Enough && (int(x.Answers) != existA || int(y.Answers) != existB) {
			r.Fatalf("%+v are not all of %d and %d", more, existA, existB)
		}
	})
}

// 92 of 380 against 8 of 25: with the correction all 25 are not enough for a
// difference of 10 points while the other group stays; without it, all of both.
func TestMoreStopsAtTheBodiesThatExist(t *testing.T) {
	q := Plan{Alpha: .05, Power: .8}
	plain := q.More(.55, .45, Base{Answers: 92, Population: math.Inf(1)}, Base{Answers: 8, Population: math.Inf(1)}, 380, 25)
	if plain.Enough || plain.A != 288 || plain.B != 17 {
		t.Errorf("%+v", plain)
	}
	finite := q.More(.55, .45, Base{Answers: 92, Population: 380}, Base{Answers: 8, Population: 25}, 380, 25)
	if !finite.Enough || finite.B != 17 || finite.A < 1 {
		t.Errorf("%+v", finite)
	}
	if now := q.More(.9, .1, Base{Answers: 92, Population: math.Inf(1)}, Base{Answers: 40, Population: math.Inf(1)}, 0, 0); now != (More{Enough: true}) {
		t.Errorf("%+v", now)
	}
}

// Beside a census the other share is a known number: the test of one share,
// z√(pq/n) at the share of the census (hand).
func TestPowerBesideACensus(t *testing.T) {
	n := 50.0
	want := math.Erfc(-(.2-1.959963984540054*math.Sqrt(.25/n))/math.Sqrt(.7*.3/n)/math.Sqrt2) / 2
	near(t, "power", Power(.5, .7, Base{Answers: 30, Population: 30}, Base{Answers: n, Population: math.Inf(1)}, .05), want, 1e-12)
}

// The power of the exact test, summed over all pairs of counts, lies between that
// with the correction for continuity and that without.
func TestContinuityIsCloseToFisher(t *testing.T) {
	for _, c := range []struct {
		p1, p2 float64
		n1, n2 int
	}{{.5, .1, 25, 20}, {.6, .25, 40, 30}, {.9, .6, 45, 25}} {
		exact := 0.0
		for x := range c.n1 + 1 {
			for y := range c.n2 + 1 {
				if Fisher(Counts{Count: []int{x, y, c.n1 - x, c.n2 - y}, Rows: 2, Columns: 2}).P < .05 {
					exact += binomial(c.n1, x, c.p1) * binomial(c.n2, y, c.p2)
				}
			}
		}
		inf := math.Inf(1)
		a, b := Base{Answers: float64(c.n1), Population: inf}, Base{Answers: float64(c.n2), Population: inf}
		with, without := Plan{Alpha: .05, Exact: true}.Chance(c.p1, c.p2, a, b), Power(c.p1, c.p2, a, b, .05)
		if !(with < exact && exact < without && without-with < .12) {
			t.Errorf("%v: exact %v, corrected %v, plain %v", c, exact, with, without)
		}
	}
}

func binomial(n, k int, p float64) float64 {
	return math.Exp(logChoose(n, k) + float64(k)*math.Log(p) + float64(n-k)*math.Log(1-p))
}
