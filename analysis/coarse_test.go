package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/floats"

	"benchmark/survey"
)

// weightedTypes is a survey of five types of body of which two are so small that
// protected answers are hidden, weighted to the bodies that exist.
func weightedTypes(t *testing.T, weigh bool) *survey.Survey {
	t.Helper()
	asked := func(q survey.Question) survey.Question { q.RoutingKnown = true; return q }
	f := fixture{
		questions: []survey.Question{
			asked(survey.Question{ID: "type", Kind: survey.Single, Role: survey.BodyType, Sensitivity: survey.Public, Options: options("a", "b", "c", "d", "e")}),
			asked(survey.Question{ID: "plan", Kind: survey.Single, Sensitivity: survey.Protected, Options: options("surely", "likely", "no")}),
		},
		lines: lines(
			repeat(12, "a surely"), repeat(20, "a likely"), repeat(60, "a no"),
			repeat(1, "b surely"), repeat(2, "b likely"), repeat(1, "b no"),
			repeat(1, "c likely"), repeat(2, "c no"), repeat(1, "d surely"), repeat(1, "d no"), repeat(2, "e no"),
		),
	}
	s := f.survey(t)
	population := []int{380, 25, 21, 12, 25}
	s.Design = survey.Design{Of: make([]int16, s.Respondents)}
	for h, n := range population {
		s.Design.Strata = append(s.Design.Strata, survey.Stratum{Type: string(rune('a' + h)), Population: n})
	}
	for r := range s.Design.Of {
		h := s.Columns[0].Code(r)
		s.Design.Of[r] = int16(h)
		s.Design.Strata[h].Respondents++
	}
	if weigh {
		s.Design.Sampled = true
		s.Design.WeighByPopulation()
	}
	return s
}

// solutions returns for each type the different numbers of it that can have given an answer,
// by trying all, where this is shown: how many of all and of type a gave it, and what the
// answers weigh with these weights.
func solutions(s *survey.Survey, weights []float64, count, ofA int, sum float64) [][]int {
	strata := s.Design.Strata
	w := make([]float64, len(strata))
	for r, h := range s.Design.Of {
		w[h] = weights[r]
	}
	found := make([][]int, len(strata))
	given := make([]int, len(strata))
	var try func(h int, left float64)
	try = func(h int, left float64) {
		if h == len(strata) {
			if math.Abs(left) <= 1e-6 && count == sumOf(given) {
				for i, n := range given {
					if !slices.Contains(found[i], n) {
						found[i] = append(found[i], n)
					}
				}
			}
			return
		}
		for n := range strata[h].Respondents + 1 {
			if h == 0 && n != ofA {
				continue
			}
			given[h] = n
			try(h+1, left-w[h]*float64(n))
		}
	}
	try(0, sum)
	return found
}

func sumOf(counts []int) int {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return sum
}

// TestWeightedFiguresHideGroups: from the weighted figures of all and of the one
// type that is shown nobody can compute what a hidden type answered.
func TestWeightedFiguresHideGroups(t *testing.T) {
	s := weightedTypes(t, true)
	table := analyze(t, s, func(*Options) {}).Table(OtherQuestion, "")
	exact := analyze(t, s, func(o *Options) { o.Disclosure = Unprotected }).Table(OtherQuestion, "")
	if len(table.Pooled) == 0 || table.Pooled[0].Breakdown != TotalBreakdown || len(exact.Pooled) > 0 {
		t.Fatalf("pooled: %v, without disclosure control %v", table.Pooled, exact.Pooled)
	}
	weights := table.Pooled[0].Weights
	if all, was := floats.Sum(weights), floats.Sum(s.Design.Weights); math.Abs(all-was) > 1e-9 {
		t.Errorf("all weigh %g, was %g", all, was)
	}
	found := 0
	for _, key := range []string{"surely", "likely", "no"} {
		r := table.Row(key, Share)
		total, a := table.Total(r), table.Group("type", "a")
		if total.Status != Estimated || table.Cells[r][a].Status != Estimated || !slices.Contains(total.Notes, NotePooled) || total.SE == 0 {
			t.Fatalf("%s: %+v", key, total)
		}
		given := table.Cells[r][a].Count
		if slices.Contains(table.Cells[r][a].Notes, NotePooled) {
			t.Errorf("%s: type a alone is said to be taken together with others", key)
		}
		for h, fit := range solutions(s, weights, total.Count, given, total.Value*total.WeightedBase) {
			if h > 0 && len(fit) < 2 {
				t.Errorf("%s: type %c must be %v", key, 'a'+h, fit)
			}
		}
		// What the exact figures would have told.
		for h, fit := range solutions(s, s.Design.Weights, exact.Total(r).Count, given, exact.Total(r).Value*exact.Total(r).WeightedBase) {
			if h > 0 && len(fit) == 1 {
				found++
			}
		}
	}
	if found == 0 {
		t.Error("the exact figures tell nothing either: the test needs another survey")
	}
}

// TestPlainFiguresStayExact: without weights, and where nothing is hidden,
// nothing is rounded.
func TestPlainFiguresStayExact(t *testing.T) {
	for name, study := range map[string]*Study{
		"plain":       analyze(t, weightedTypes(t, false), func(*Options) {}),
		"unprotected": analyze(t, weightedTypes(t, true), func(o *Options) { o.Disclosure = Unprotected }),
	} {
		for i := range study.Tables {
			for _, row := range study.Tables[i].Cells {
				for _, e := range row {
					if slices.Contains(e.Notes, NoteRounded) || slices.Contains(e.Notes, NotePooled) {
						t.Errorf("%s: table %s is rounded or pooled", name, study.Tables[i].ID)
					}
				}
			}
		}
	}
}

func TestOutward(t *testing.T) {
	for _, tt := range []struct{ low, high, value, step, from, to float64 }{
		{0.391, 0.568, 0.48, 0.01, 0.39, 0.57}, {0.4, 0.5, 0.45, 0.01, 0.4, 0.5}, {3.94, 6.95, 5.4, 0.1, 3.9, 7}, {-0.123, 0.04, -0.05, 0.01, -0.13, 0.04},
	} {
		if from, to := outward(tt.low, tt.high, tt.value, tt.step); from != tt.from || to != tt.to {
			t.Errorf("%g to %g by %g is %g to %g", tt.low, tt.high, tt.step, from, to)
		}
	}
	if got := round(36871.77, stepOf(36871.77)); got != 36900 {
		t.Errorf("three digits of 36871.77 are %g", got)
	}
}

// TestWeightedFiguresFitAnotherWorld: for each organisation of a hidden type there is another
// survey, in which those of hidden types have each other's answers and it another one, of
// which all that is published is the same to the last bit: shares, standard errors,
// intervals, what is hidden, which strata share a weight, and tests.
func TestWeightedFiguresFitAnotherWorld(t *testing.T) {
	published := func(s *survey.Survey) string {
		study := analyze(t, s, func(o *Options) { o.Tests.Letters, o.Tests.Against = true, AgainstTotal })
		return fmt.Sprintf("%v %v %v %v", study.Tables, study.Tests, study.Differences, study.Comparisons)
	}
	s := weightedTypes(t, true)
	want := published(s)
	if !strings.Contains(want, string(NotePooled)) {
		t.Fatal("no strata were taken together: the test tells nothing")
	}
	const hidden = 92 // the first of them
	plan := s.Columns[1].Narrow()[hidden:]
	was := slices.Clone(plan)
	doubt := make([]bool, len(plan))
	draw := rand.New(rand.NewPCG(2018, 1))
	for range 200 {
		draw.Shuffle(len(plan), func(i, k int) { plan[i], plan[k] = plan[k], plan[i] })
		if published(s) != want {
			continue
		}
		for k := range plan {
			doubt[k] = doubt[k] || plan[k] != was[k]
		}
	}
	for k, in := range doubt {
		if !in {
			t.Errorf("respondent %d: no other survey publishes the same", hidden+k)
		}
	}
}
