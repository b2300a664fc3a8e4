package audit

import (
	"flag"
	"fmt"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/audit/fictitious"
)

var (
	surveys = flag.Int("surveys", 60, "how many random surveys to attack")
	first   = flag.Uint64("first", 0, "the first of them")
)

// outcome adds up what the attack found.
type outcome struct {
	figures, hidden, exposed, studies int
	reasons                           [5]int
}

func (o *outcome) add(r *Report) {
	o.figures, o.hidden, o.exposed = o.figures+r.Figures, o.hidden+r.Hidden, o.exposed+len(r.Exposed)
	if len(r.Exposed) > 0 {
		o.studies++
	}
	for k, n := range r.Reasons {
		o.reasons[k] += n
	}
}

func (o *outcome) String() string {
	return fmt.Sprintf("%d figures, %d hidden (%.1f%%), %d exposed in %d surveys; reasons %v", o.figures, o.hidden, 100*float64(o.hidden)/float64(o.figures), o.exposed, o.studies, o.reasons)
}

func study(t *testing.T, seed uint64, d analysis.Disclosure) *analysis.Study {
	t.Helper()
	s, by := fictitious.Draw(seed)
	if seed%4 == 3 {
		fictitious.Weigh(s, seed)
	}
	o := analysis.Defaults()
	o.By, o.Disclosure, o.Tests.Unshown = by, d, true
	found, err := analysis.Analyze(s, o)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// naive hides what rests on too few answers, and nothing else.
func naive(s *analysis.Study) *analysis.Study {
	for i := range s.Tables {
		t := &s.Tables[i]
		for r := range t.Rows {
			for g := range t.Groups {
				if e := &t.Cells[r][g]; t.Rows[r].Protected && e.Status == analysis.Estimated && e.Base < analysis.MinimumAnswers {
					*e = analysis.Estimate{Status: analysis.HiddenSmall}
				}
			}
		}
	}
	return s
}

// TestThousand attacks random surveys: go test ./analysis/audit -run Thousand -surveys 1000 -v
func TestThousand(t *testing.T) {
	var ours, simple outcome
	for seed := *first; seed < *first+uint64(*surveys); seed++ {
		r := Run(study(t, seed, analysis.Publish))
		ours.add(r)
		for _, e := range r.Exposed {
			t.Errorf("survey %d: %+v", seed, e)
		}
		if len(r.Unseen) > 0 {
			t.Errorf("survey %d: can't read %v", seed, r.Unseen)
		}
		simple.add(Run(naive(study(t, seed, analysis.Unprotected))))
	}
	t.Logf("%d surveys: %v; by the minimum alone: %v", *surveys, &ours, &simple)
	if ours.reasons[2] == 0 {
		t.Error("no number is dominated by one organisation: no numbers were attacked")
	}
	if simple.exposed == 0 {
		t.Error("nothing is exposed by the minimum alone either: the attack finds nothing")
	}
}
