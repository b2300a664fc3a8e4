package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// smallSurvey draws a survey with every kind of question, in which strata, bodies
// and answers are few, so that all edges are met.
func smallSurvey(draw *rand.Rand) *survey.Survey {
	n := 20 + draw.IntN(110)
	s := syntheticSurvey(n)
	keep := []int{0, 1, 2, 3, 24, 25, 32, 33, 37, 38}
	s.Questions, s.Columns = pick(s.Questions, keep), pick(s.Columns, keep)
	for q := range s.Questions {
		c := &s.Columns[q]
		for r := range n {
			switch {
			case q > 1 && draw.IntN(8) == 0:
				c.Leave(r, survey.NotAsked)
			case c.Numeric():
				c.SetNumber(r, float64(draw.IntN(9))/3)
			}
		}
	}
	return s
}

// rowWise returns the survey with weights that pass for calibrated, which only
// the row-wise way estimates.
func rowWise(s *survey.Survey) *survey.Survey {
	rows := *s
	rows.Design.Residual = slices.Clone[[]float64]
	return &rows
}

// TestWaysOfEstimatingAgree: what sums per profile give is what the respondents one
// by one give, for shares, ticks, scales and numbers and the tests of them.
func TestWaysOfEstimatingAgree(t *testing.T) {
	policies := []estimate.Lonely{estimate.Adjust, estimate.Average, estimate.Remove}
	for seed := range uint64(24) {
		draw := rand.New(rand.NewPCG(2018, seed))
		s := weightedBy(smallSurvey(draw), seed%2 == 0)
		o := Defaults()
		o.By, o.Tests.Letters = []string{"region", "q23"}, true
		o.Weighted.Lonely = policies[seed%3]
		if seed%4 > 0 { // nothing hidden is more to compare
			o.Disclosure = Unprotected
		}
		o.Tests.Against = []Reference{NoReference, AgainstTotal, AgainstOthers}[seed%3]
		fast, err := Analyze(s, o)
		if err != nil {
			t.Fatal(err)
		}
		slow, err := Analyze(rowWise(s), o)
		if err != nil {
			t.Fatal(err)
		}
		eachFigure(fast, slow, func(figure string, a, b *Estimate) { sameFigure(t, figure, a, b) })
		for i := range fast.Tests {
			a, b := &fast.Tests[i].Result, &slow.Tests[i].Result
			sameResult(t, fmt.Sprint(fast.Tests[i].Table, fast.Tests[i].Breakdown), a, b)
			if len(fast.Tests[i].Pairs) != len(slow.Tests[i].Pairs) || len(fast.Tests[i].Contrasts) != len(slow.Tests[i].Contrasts) {
				t.Fatalf("test of %s by %s: not as many pairs", fast.Tests[i].Table, fast.Tests[i].Breakdown)
			}
			for k := range fast.Tests[i].Pairs {
				a, b := &fast.Tests[i].Pairs[k], &slow.Tests[i].Pairs[k]
				sameResult(t, fmt.Sprint(fast.Tests[i].Table, a.Row, a.A, a.B), &a.Result, &b.Result)
			}
			for k := range fast.Tests[i].Contrasts {
				a, b := &fast.Tests[i].Contrasts[k], &slow.Tests[i].Contrasts[k]
				sameResult(t, fmt.Sprint(fast.Tests[i].Table, a.Row, a.Level), &a.Result, &b.Result)
			}
		}
	}
}

func sameResult(t *testing.T, what string, a, b *contrast.Result) {
	t.Helper()
	same := a.Name == b.Name && a.Withheld == b.Withheld && within(a.P, b.P, 1e-9) && a.Difference.Interval == b.Difference.Interval
	for _, pair := range [][2]float64{{a.Difference.Value, b.Difference.Value}, {a.Difference.Low, b.Difference.Low}, {a.Difference.High, b.Difference.High}} {
		same = same && within(pair[0], pair[1], 1e-9)
	}
	if !same {
		t.Fatalf("test of %s: %+v, %+v", what, a, b)
	}
}

func within(a, b, tolerance float64) bool {
	return math.Abs(a-b) <= tolerance*(1+math.Abs(a))
}

func sameFigure(t *testing.T, what string, a, b *Estimate) {
	t.Helper()
	same := a.Status == b.Status && a.Method == b.Method && a.Count == b.Count && a.Base == b.Base && slices.Equal(a.Notes, b.Notes)
	for _, pair := range [][2]float64{
		{a.Value, b.Value}, {a.SE * a.SE, b.SE * b.SE}, {a.DF, b.DF}, {a.Unweighted, b.Unweighted},
		{a.WeightedBase, b.WeightedBase}, {a.EffectiveBase, b.EffectiveBase}, {a.DesignEffect * a.SE, b.DesignEffect * b.SE},
	} {
		same = same && within(pair[0], pair[1], 1e-12)
	}
	if !same || !within(a.Low, b.Low, 1e-8) || !within(a.High, b.High, 1e-8) {
		t.Fatalf("%s: %+v, %+v", what, *a, *b)
	}
}

// TestPlainFiguresAreThoseOfTheRows: shares, ticks, scales and numbers without a
// design are, to the bit, what the respondents one by one give.
func TestPlainFiguresAreThoseOfTheRows(t *testing.T) {
	for seed := range uint64(24) {
		s := smallSurvey(rand.New(rand.NewPCG(2018, seed)))
		o := Defaults()
		o.Disclosure, o.By = Unprotected, []string{"region", "q23"}
		o.Tests.Unshown = true
		study, err := Analyze(s, o)
		if err != nil {
			t.Fatal(err)
		}
		for i := range study.Tables {
			table := &study.Tables[i]
			q := s.Find(table.Question)
			if q < 0 {
				continue
			}
			for g := range table.Groups {
				var members []int
				for r := range s.Respondents {
					by := s.Find(table.Groups[g].Breakdown)
					if s.Columns[q].State(r) == survey.Answered && (by < 0 || s.Columns[by].Is(r, s.Questions[by].Option(table.Groups[g].Level))) {
						members = append(members, r)
					}
				}
				for r := range table.Rows {
					e := &table.Cells[r][g]
					if e.Status != Estimated {
						continue
					}
					if want, n := byRows(s, q, &table.Rows[r], members); e.Value != want || e.Base != n {
						t.Fatalf("%s %s %s in %s: %v of %d, want %v of %d", table.ID, table.Rows[r].Key, table.Rows[r].Measure, table.Groups[g].Level, e.Value, e.Base, want, n)
					}
				}
			}
		}
	}
}

// byRows returns the value of a row of the table of question q, and its base.
func byRows(s *survey.Survey, q int, row *Row, members []int) (value float64, base int) {
	question, c := &s.Questions[q], &s.Columns[q]
	keys := row.Of
	if len(keys) == 0 {
		keys = []string{row.Key}
	}
	var numbers, ticked, ticks []float64
	points, _ := question.Points()
	for _, r := range members {
		if c.Numeric() {
			numbers = append(numbers, c.Number(r))
		} else if row.Measure == Mean {
			numbers = append(numbers, points[c.Code(r)])
		}
		y, x := 0.0, 0.0
		for o := range question.Options {
			if c.Is(r, o) {
				if x++; slices.Contains(keys, question.Options[o].Code) {
					y++
				}
			}
		}
		ticked, ticks, base = append(ticked, y), append(ticks, x), base+int(x)
	}
	slices.Sort(numbers)
	switch row.Measure {
	case Share:
		x := 0.0
		for _, y := range ticked {
			x += y
		}
		return x / float64(len(members)), len(members)
	case ShareOfAnswers:
		return estimate.RatioOfTotals(ticked, ticks, 0.95).Value, base
	case Mean:
		return estimate.Mean(numbers, 0.95).Value, len(numbers)
	case TrimmedMean:
		return estimate.TrimmedMean(numbers, trim, 0.95).Value, len(numbers)
	case Median:
		return estimate.Quantile(numbers, 0.5), len(numbers)
	case LowerQuartile:
		return estimate.Quantile(numbers, 0.25), len(numbers)
	}
	return estimate.Quantile(numbers, 0.75), len(numbers) // UpperQuartile
}

// TestThreadsAndOrderChangeNothing: neither the number of threads nor the order of
// the respondents changes a figure, to the bit.
func TestThreadsAndOrderChangeNothing(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for _, given := range []bool{false, true} {
		s := weightedBy(syntheticSurvey(120), given)
		want := ""
		for _, threads := range []int{1, 2, 7} {
			runtime.GOMAXPROCS(threads)
			study := analyze(t, s, func(o *Options) { o.By, o.Tests.Letters = []string{"region"}, true })
			for i := range study.Tables {
				study.Tables[i].Pooled = nil // in the order of the respondents
			}
			got := fmt.Sprintf("%v %v", study.Tables, study.Tests)
			if want == "" {
				want = got
			}
			if got != want {
				t.Fatalf("%d threads, given weights %v: another study", threads, given)
			}
			s = backwards(s)
		}
	}
}

// backwards returns the survey with its respondents in reverse order.
func backwards(s *survey.Survey) *survey.Survey {
	turned, order := *s, make([]int, s.Respondents)
	for r := range order {
		order[r] = s.Respondents - 1 - r
	}
	turned.Columns = nil
	for i := range s.Columns {
		turned.Columns = append(turned.Columns, s.Columns[i].Select(order))
	}
	turned.Design.Of, turned.Design.Weights = reversed(s.Design.Of), reversed(s.Design.Weights)
	return &turned
}

func reversed[T any](xs []T) []T {
	turned := slices.Clone(xs)
	slices.Reverse(turned)
	return turned
}

// eachFigure calls do with every figure of the tables of two studies on the same survey.
func eachFigure(fast, slow *Study, do func(figure string, a, b *Estimate)) {
	for i := range fast.Tables {
		for r := range fast.Tables[i].Cells {
			for g := range fast.Tables[i].Cells[r] {
				do(fmt.Sprint(fast.Tables[i].ID, fast.Tables[i].Rows[r].Key, g), &fast.Tables[i].Cells[r][g], &slow.Tables[i].Cells[r][g])
			}
		}
	}
}
