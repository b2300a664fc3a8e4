package panel

import (
	"flag"
	"fmt"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/audit"
	"benchmark/analysis/audit/fictitious"
	"benchmark/analysis/trend"
	"benchmark/survey"
	"benchmark/survey/register"
)

var (
	surveys = flag.Int("surveys", 4, "how many random surveys of two waves to attack")
	first   = flag.Uint64("first", 0, "the first of them")
)

// twoWaves sets two waves of a survey beside each other. The tables are always protected.
func twoWaves(t *testing.T, seed uint64, d analysis.Disclosure) *trend.Trend {
	t.Helper()
	before, _ := fictitious.Draw(seed)
	fictitious.Name(before)
	var all []trend.Wave
	for k, s := range []*survey.Survey{before, fictitious.Again(seed)} {
		o := analysis.Defaults()
		o.Tests.Unshown = true
		study, err := analysis.Analyze(s, o)
		if err != nil {
			t.Fatal(err)
		}
		m, err := survey.ParseMoment(fmt.Sprintf("%d-10", 2018+k))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, trend.Wave{Moment: m, Study: study, Roster: register.Identify(s, register.Options{})})
	}
	made, err := trend.Make(all, trend.Options{Level: 0.95, Disclosure: d})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// TestWaves attacks two waves of random surveys with what is told of those that answered
// twice: go test ./analysis/audit/panel -run Waves -surveys 1000 -v
func TestWaves(t *testing.T) {
	ours, simple := &audit.Report{}, &audit.Report{}
	for seed := *first; seed < *first+uint64(*surveys); seed++ {
		r := Attack(twoWaves(t, seed, analysis.Publish))
		ours.Add(r)
		for _, e := range r.Exposed {
			t.Errorf("survey %d: %+v", seed, e)
		}
		if len(r.Unseen) > 0 {
			t.Errorf("survey %d: can't read %v", seed, r.Unseen)
		}
		simple.Add(Attack(twoWaves(t, seed, analysis.Unprotected)))
	}
	t.Logf("%d surveys: %d figures, %d hidden, %d exposed; when all is told %d exposed", *surveys, ours.Figures, ours.Hidden, len(ours.Exposed), len(simple.Exposed))
	if *surveys >= 100 && ours.Hidden == ours.Figures {
		t.Error("nothing is told of those that answered twice")
	}
	if len(simple.Exposed) == 0 {
		t.Error("nothing is exposed when all is told either: the attack finds nothing")
	}
}
