package recipient

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/audit"
	"benchmark/analysis/audit/fictitious"
	"benchmark/analysis/position"
	"benchmark/survey"
)

var (
	surveys = flag.Int("surveys", 12, "how many random surveys to attack")
	first   = flag.Uint64("first", 0, "the first of them")
)

// readers is how many organisations of a survey read a report.
const readers = 3

// reports are those to some organisations of a survey, with peers of some kinds.
func reports(t *testing.T, s *survey.Survey, seed uint64, d analysis.Disclosure, by ...string) []*position.Position {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 3))
	var peers []position.Peers
	for _, p := range []position.Peers{
		{Same: []survey.Role{survey.Province}}, {Nearest: 5 + r.IntN(10)}, {Same: []survey.Role{survey.BodyType, survey.Province}}, {Nearest: 20 + r.IntN(20)},
	} {
		if r.IntN(2) == 0 {
			peers = append(peers, p)
		}
	}
	st, err := position.New(s, position.Options{Level: 0.95, Disclosure: d, By: by, Peers: peers})
	if err != nil {
		t.Fatal(err)
	}
	var all []*position.Position
	for range readers {
		all = append(all, st.Of(r.IntN(s.Respondents)))
	}
	return all
}

func attack(study *analysis.Study, all []*position.Position) *audit.Report {
	found := &audit.Report{}
	for _, p := range all {
		found.Add(Attack(study, p))
	}
	return found
}

func told(r *audit.Report) string {
	return fmt.Sprintf("%d figures, %d hidden (%.1f%%), %d exposed; reasons %v", r.Figures, r.Hidden, 100*float64(r.Hidden)/float64(r.Figures), len(r.Exposed), r.Reasons)
}

// TestReaders attacks reports to single organisations together with the tables that
// everyone gets: go test ./analysis/audit/recipient -run Readers -surveys 1000 -v
func TestReaders(t *testing.T) {
	ours, simple := &audit.Report{}, &audit.Report{}
	for seed := *first; seed < *first+uint64(*surveys); seed++ {
		s, by := fictitious.Draw(seed)
		fictitious.Extend(s, seed)
		o := analysis.Defaults()
		o.Tests.Unshown, o.By = true, by
		published, err := analysis.Analyze(s, o)
		if err != nil {
			t.Fatal(err)
		}
		r := attack(published, reports(t, s, seed, analysis.Publish, by...))
		ours.Add(r)
		for _, e := range r.Exposed {
			t.Errorf("survey %d: %+v", seed, e)
		}
		if len(r.Unseen) > 0 {
			t.Errorf("survey %d: can't read %v", seed, r.Unseen)
		}
		simple.Add(attack(published, reports(t, s, seed, analysis.Unprotected, by...)))
	}
	t.Logf("%d surveys: %s; without protection: %s", *surveys, told(ours), told(simple))
	if len(simple.Exposed) == 0 {
		t.Error("nothing is exposed without protection either: the attack finds nothing")
	}
}
