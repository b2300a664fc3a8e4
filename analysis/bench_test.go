package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"benchmark/analysis/contrast"
	"benchmark/survey"
)

// syntheticSurvey is a survey of n respondents and 40 questions drawn with a seed: six
// types of body by four size classes, of which the population is known, a third
// breakdown that cuts across them, 22 single choices, 8 select-all questions of
// 8 options, 5 scales and 3 numbers.
func syntheticSurvey(n int) *survey.Survey {
	draw := rand.New(rand.NewPCG(2018, uint64(n)))
	list := func(count int) []survey.Option {
		var codes []string
		for o := range count {
			codes = append(codes, fmt.Sprintf("o%d", o+1))
		}
		return options(codes...)
	}
	s := &survey.Survey{Respondents: n, Language: "en"}
	add := func(q survey.Question) *survey.Column {
		q.RoutingKnown = true
		s.Questions = append(s.Questions, q)
		s.Columns = append(s.Columns, survey.NewColumn(&q, n))
		return &s.Columns[len(s.Columns)-1]
	}
	kind := add(survey.Question{ID: "type", Kind: survey.Single, Role: survey.BodyType, Sensitivity: survey.Public, Options: list(6)})
	size := add(survey.Question{ID: "size", Kind: survey.Single, Role: survey.SizeClass, Sensitivity: survey.Public, Options: list(4)})
	s.Design.Of = make([]int16, n)
	for h := range 24 {
		s.Design.Strata = append(s.Design.Strata, survey.Stratum{Type: fmt.Sprintf("o%d", h/4+1), Size: fmt.Sprintf("o%d", h%4+1)})
	}
	for r := range n {
		h := min(draw.IntN(24), draw.IntN(24))
		kind.Choose(r, h/4)
		size.Choose(r, h%4)
		s.Design.Of[r] = int16(h)
		s.Design.Strata[h].Respondents++
	}
	for h := range s.Design.Strata {
		stratum := &s.Design.Strata[h]
		stratum.Population = max(1, stratum.Respondents*(2+h%3)+h)
	}
	for i := range 38 {
		q := survey.Question{ID: fmt.Sprintf("q%d", i+1), Kind: survey.Single, Options: list(3 + i%5)}
		switch {
		case i == 0:
			q.ID, q.Options = "region", list(5)
		case i >= 35:
			q.Kind, q.Options = survey.Number, nil
		case i >= 30:
			q.Kind, q.Options = survey.Scale, scale("a", "b", "c", "d", "e")
		case i >= 22:
			q.Kind, q.Options = survey.Multiple, list(8)
		}
		c := add(q)
		for r := range n {
			if draw.IntN(20) == 0 {
				c.Leave(r, survey.Skipped)
				continue
			}
			switch q.Kind {
			case survey.Multiple:
				c.Tick(r)
				for picks := draw.Uint32(); picks&255 != 0; {
					for o := range 8 {
						if picks>>o&1 == 1 && picks>>(8+o)&1 == 1 {
							c.Tick(r, o)
						}
					}
					break
				}
			case survey.Number:
				c.SetNumber(r, math.Round(math.Exp(3+draw.NormFloat64())*100)/100)
			default:
				c.Choose(r, draw.IntN(len(q.Options)))
			}
		}
	}
	return s
}

// weightedBy gives a survey weights: the same for all of a stratum, or given ones
// that differ.
func weightedBy(s *survey.Survey, given bool) *survey.Survey {
	s.Design.Sampled = true
	s.Design.WeighByPopulation()
	if given {
		draw := rand.New(rand.NewPCG(2018, 2))
		for r := range s.Design.Weights {
			s.Design.Weights[r] *= 0.5 + draw.Float64()
		}
		s.Design.WeightedBy = survey.WeightedByColumn
	}
	return s
}

// BenchmarkAnalyze times every table of a survey of 40 questions by three
// breakdowns, without tests: plain, with one weight per stratum and with given
// weights; ns/answer is the time of a respondent's answer to one question.
func BenchmarkAnalyze(b *testing.B) {
	for _, design := range []string{"plain", "strata", "given"} {
		for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
			b.Run(fmt.Sprintf("%s/%d", design, n), func(b *testing.B) {
				s := syntheticSurvey(n)
				if design != "plain" {
					weightedBy(s, design == "given")
				}
				o := Defaults()
				o.By = []string{"region"}
				o.Tests.Unshown = true
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Analyze(s, o); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n)/40, "ns/answer")
			})
		}
	}
}

// BenchmarkAnalyzeSmall times a survey as small as most are, with the tests of every
// question and with the letters of each pair of groups.
func BenchmarkAnalyzeSmall(b *testing.B) {
	for _, letters := range []bool{false, true} {
		b.Run(fmt.Sprintf("letters=%v", letters), func(b *testing.B) {
			s := weightedBy(syntheticSurvey(117), true)
			o := Defaults()
			o.Disclosure, o.Tests.Letters, o.Tests.Test = Unprotected, letters, contrast.RaoScottF
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Analyze(s, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkAnalyzeWeights times a survey of two questions of which so many different weights
// are known to everyone, each that of two respondents.
func BenchmarkAnalyzeWeights(b *testing.B) {
	for _, weights := range []int{75, 150, 300} {
		b.Run(fmt.Sprintf("weights=%d", weights), func(b *testing.B) {
			s := syntheticSurvey(2 * weights)
			s.Questions, s.Columns = s.Questions[:4], s.Columns[:4]
			s.Design = survey.Design{Sampled: true, WeightedBy: survey.WeightedByColumn}
			for r := range s.Respondents {
				s.Design.Weights = append(s.Design.Weights, 1+float64(r%weights)/100)
			}
			o := Defaults()
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Analyze(s, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
